"""What every worker in Python does: `WORKER.py SOLVER FILE`, with the answers that serve.hpp describes.

Needs the standard library only.
"""

import bisect
import collections
import json
import os
import pathlib
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

from instance import Cannot, Instance, load

# Gives the column of each row, or -1, as a sequence or an array of NumPy.
Solve = Callable[[Instance], Any]

SHORTEST_MEASUREMENT = 0.010  # seconds; below, the clock and cold caches would be measured


def value_of(instance: Instance, assignment: Sequence[int]) -> tuple[int, int]:
    """How many pairs, and their total weight. Raises ValueError for a pair that is none of the instance."""
    if len(assignment) != instance.rows:
        raise ValueError("not one entry a row")
    matched, total = 0, 0
    used: collections.Counter[int] = collections.Counter()
    for row, column in enumerate(assignment):
        if column < 0:
            continue
        edges = instance.edges_of(row)
        at = bisect.bisect_left(instance.column, column, edges.start, edges.stop)
        if at == edges.stop or instance.column[at] != column:
            raise ValueError("a pair without an edge")
        used[column] += 1
        if used[column] > instance.capacity[column]:
            raise ValueError("a column above its capacity")
        matched += 1
        total += instance.weight[at]
    return matched, total


def status_kib(key: str) -> float:
    """A line of Linux's report on this process."""
    for line in pathlib.Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(key):
            return float(line.split()[1])
    return 0


def measured(instance: Instance, solve: Solve) -> dict[str, Any]:
    """One answer. The time is from the arrays to the assignment; the memory is the peak beyond what was held before."""
    pathlib.Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak starts again
    before = status_kib("VmRSS:")
    begin, calls = time.perf_counter(), 0
    while True:
        assignment = solve(instance)
        calls += 1
        elapsed = time.perf_counter() - begin
        if elapsed >= SHORTEST_MEASUREMENT:
            break
    memory = max(0.0, status_kib("VmHWM:") - before) / 1024
    tolist = getattr(assignment, "tolist", None)  # Python's own whole numbers are exact
    matched, total = value_of(instance, tolist() if tolist else assignment)
    return {"seconds": elapsed / calls, "matched": matched, "total": total, "memory_mib": memory}


def answer(instance: Instance, solve: Solve) -> dict[str, Any]:
    """One line for the driver."""
    try:
        return measured(instance, solve)
    except Cannot as reason:
        return {"cannot": str(reason)}
    except Exception as fault:  # whatever a solver raises is its answer
        return {"invalid": f"{type(fault).__name__}: {fault}"}


def own_output() -> TextIO:
    """Standard output for the answers alone: what a solver prints goes to standard error from now on."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def serve(version: str, solvers: Mapping[str, Solve]) -> None:
    """Loads the instance and answers the driver until the end of standard input."""
    _, solver, path = sys.argv
    answers = own_output()
    instance, solve = load(path), solvers[solver]
    print(json.dumps({"version": version}), file=answers, flush=True)
    for _ in sys.stdin:
        print(json.dumps(answer(instance, solve)), file=answers, flush=True)
