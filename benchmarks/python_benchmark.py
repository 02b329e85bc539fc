"""What the Python package costs: import, size, tables in and out, the door, and assign against SciPy.

Usage, in an environment with the package and bindings/python/tests/requirements.txt:

    python benchmarks/python_benchmark.py [--cpp-seconds S]

S is what the C++ library takes to propose `national-2019` from tables in memory on the same machine; without
it only the times through the binding are printed. Each figure is the best of several runs.
"""

import argparse
import importlib.metadata
import io
import subprocess
import sys
import time
import zipfile

import befriend as bf
import numpy as np
import pyarrow as pa
from scipy.optimize import linear_sum_assignment as by_scipy

LARGE = {"children": 83_630, "volunteers": 25_000}


def best_of(runs, work):
    """The shortest of several runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def import_seconds():
    def times(program):
        return best_of(7, lambda: subprocess.run([sys.executable, "-c", program], check=True))

    return times("import befriend") - times("pass")


def wheel_bytes():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in importlib.metadata.files("befriend"):
            if "__pycache__" not in str(file):
                wheel.write(file.locate(), str(file))
    return archive.tell()


def tables_in_and_out():
    """Seconds for the tables of all children in care in England through Arrow: in, and out again."""
    large = bf.synthetic("national-2019", **LARGE)
    children, volunteers = pa.table(large.children), pa.table(large.volunteers)
    into = best_of(3, lambda: bf.Round(children, volunteers, policy=large.policy))
    out = best_of(3, lambda: (pa.table(large.children), pa.table(large.volunteers)))
    return into, out


def door_seconds():
    """Seconds from tables to a proposal's tables on `national-2019`: through Arrow, and through Python dicts."""
    national = bf.synthetic("national-2019")
    arrow = pa.table(national.children), pa.table(national.volunteers)
    dicts = national.children.to_dicts(), national.volunteers.to_dicts()

    def run(tables):
        proposal = bf.Round(*tables, policy=national.policy).propose()
        return pa.table(proposal.proposed), pa.table(proposal.waiting), pa.table(proposal.unused)

    return best_of(3, lambda: run(arrow)), best_of(3, lambda: run(dicts))


def assignments():
    """(rows, columns, seconds of befriend, seconds of SciPy) on random whole numbers."""
    random = np.random.default_rng(1)
    for rows, columns in ((200, 200), (1000, 1000), (1000, 3000)):
        costs = random.integers(0, 10**6, (rows, columns))
        ours = best_of(3, lambda costs=costs: bf.linear_sum_assignment(costs))
        theirs = best_of(3, lambda costs=costs: by_scipy(costs))
        yield rows, columns, ours, theirs


def main():
    arguments = argparse.ArgumentParser(description="What the Python package costs.")
    arguments.add_argument("--cpp-seconds", type=float, help="C++ time for national-2019 on this machine")
    cpp = arguments.parse_args().cpp_seconds
    print(f"import: {import_seconds():.3f} s (goal 0.15)")
    print(f"wheel: {wheel_bytes() / 1e6:.2f} MB (goal 3)")
    into, out = tables_in_and_out()
    print(
        f"Arrow, {LARGE['children']:,} + {LARGE['volunteers']:,} rows: in {into:.3f} s, out {out:.3f} s (goal 0.5 together)"
    )
    for name, seconds in zip(("Arrow", "dicts"), door_seconds(), strict=True):
        more = f", {100 * (seconds / cpp - 1):+.0f} % of the C++ time (goal +30 %)" if cpp else ""
        print(f"national-2019 from {name} to tables of the proposal: {seconds:.3f} s{more}")
    for rows, columns, ours, theirs in assignments():
        print(f"{rows} x {columns}: befriend {ours:.3f} s, SciPy {theirs:.3f} s")


if __name__ == "__main__":
    main()
