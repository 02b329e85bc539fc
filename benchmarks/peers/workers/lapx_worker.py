"""lapx: Jonker and Volgenant's algorithm, in C++ (`lapjv`, from gatagat's lap) and in Rust (`lapjvr`)."""

import importlib.metadata

import lap
import numpy as np
from costs import matrix_of, without_forbidden
from instance import Instance
from serve import serve


def lapjv(instance: Instance) -> np.ndarray:
    """The solver that most know; it fills a rectangle up to a square."""
    columns, _ = lap.lapjv(matrix_of(instance), extend_cost=True, return_cost=False)
    rows = np.flatnonzero(columns >= 0)
    return without_forbidden(instance, rows, columns[rows])


def lapjvr(instance: Instance) -> np.ndarray:
    """The newest solver."""
    return without_forbidden(instance, *lap.lapjvr(matrix_of(instance), extend_cost=True, return_cost=False))


if __name__ == "__main__":
    serve(importlib.metadata.version("lapx"), {"lapjv": lapjv, "lapjvr": lapjvr})
