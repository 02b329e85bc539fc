"""Workers that do not do what they should: `fake_worker.py SOLVER FILE`."""

import os
import pathlib
import sys
import time

sys.path.append(str(pathlib.Path(__file__).parents[2] / "benchmarks" / "peers" / "workers"))

from instance import Cannot, Instance
from serve import serve


def greedy(instance: Instance) -> list[int]:
    """The best column that is free, row by row: pairs that may be, but not the optimum."""
    room, assignment = list(instance.capacity), []
    sign = 1 if instance.maximise else -1
    for row in range(instance.rows):
        free = [edge for edge in instance.edges_of(row) if room[instance.column[edge]] > 0]
        best = max(free, key=lambda edge: sign * instance.weight[edge], default=None)
        assignment.append(-1 if best is None else instance.column[best])
        if best is not None:
            room[instance.column[best]] -= 1
    return assignment


def twice(instance: Instance) -> list[int]:
    """Every row in its first column, whoever sits there."""
    return [instance.column[instance.row_begin[row]] for row in range(instance.rows)]


def elsewhere(instance: Instance) -> list[int]:
    """A column that the first row does not have."""
    own = {instance.column[edge] for edge in instance.edges_of(0)}
    return [min(set(range(instance.columns)) - own), *[-1] * (instance.rows - 1)]


def slow(instance: Instance) -> list[int]:
    """Takes its time."""
    time.sleep(600)
    return greedy(instance)


def dies(_: Instance) -> list[int]:
    """Ends the process with a word."""
    print("out of patience", file=sys.stderr, flush=True)
    os._exit(3)


def refuses(_: Instance) -> list[int]:
    """Cannot do anything."""
    raise Cannot("anything")


def chatters(instance: Instance) -> list[int]:
    """Prints where only answers belong."""
    print("solve solve solve")
    os.write(1, b"{}\n")
    return greedy(instance)


if __name__ == "__main__":
    serve("1", {solve.__name__: solve for solve in (greedy, twice, elsewhere, slow, dies, refuses, chatters)})
