"""`befriend.assign` from Python against SciPy: a full matrix of 1,000 x 1,000, and 100,000 x 100,000 of degree 16.

Random whole costs from 1 to a million, seed 7; in the sparse one a permutation makes sure that all can be assigned. The
two are called in turn; a time is the median of five after a first call, which is the only one above 10 seconds: SciPy takes
minutes for the sparse one. Run it in the environment that
bindings/python/tests/run makes:

    build/python-tests/cp311/venv/bin/python benchmarks/peers/python_door.py
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable

import befriend
import numpy as np
import scipy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

HIGHEST = 1_000_000
RUNS = 5
LONG = 10.0  # seconds: then a first call is the only one


def full_matrix(size: int) -> np.ndarray:
    """Costs of every pair."""
    return np.random.default_rng(7).integers(1, HIGHEST, (size, size), endpoint=True)


def sparse_matrix(size: int, degree: int) -> csr_array:
    """A permutation and random pairs beside it, about `degree` a row; a pair drawn twice is there once."""
    random = np.random.default_rng(7)
    rows = np.tile(np.arange(size), degree)
    columns = np.concatenate([random.permutation(size), random.integers(0, size, size * (degree - 1))])
    rows, columns = np.divmod(np.unique(rows * size + columns), size)
    costs = random.integers(1, HIGHEST, len(rows), endpoint=True)
    return csr_array(coo_array((costs, (rows, columns)), shape=(size, size)))


def by_befriend(costs: np.ndarray | csr_array) -> int:
    """The total that befriend finds and proves."""
    return int(befriend.assign(costs).total)


def by_scipy_dense(costs: np.ndarray) -> int:
    """SciPy's total for a full matrix."""
    return int(costs[linear_sum_assignment(costs)].sum())


def by_scipy_sparse(costs: csr_array) -> int:
    """SciPy's total for a sparse matrix."""
    return int(costs[min_weight_full_bipartite_matching(costs)].sum())


def seconds_of(solvers: list[Callable[..., int]], costs: np.ndarray | csr_array) -> list[float]:
    """The median time of each, or of the only call. Ends the program if they do not find the same total."""
    times: list[list[float]] = [[] for _ in solvers]
    totals = set()
    for _ in range(1 + RUNS):
        for solve, taken in zip(solvers, times, strict=True):
            if taken and taken[0] > LONG:
                continue
            begin = time.perf_counter()
            totals.add(solve(costs))
            taken.append(time.perf_counter() - begin)
        if len(totals) > 1:
            sys.exit(f"the totals differ: {sorted(totals)}")
    return [statistics.median(taken[1:] or taken) for taken in times]


def main() -> None:
    """Prints a line an instance."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--divide", type=int, default=1, metavar="N", help="make both sizes N times smaller")
    divisor = parser.parse_args().divide
    side, rows = 1_000 // divisor, 100_000 // divisor
    cases = (
        (f"dense {side:,}", full_matrix(side), by_scipy_dense),
        (f"sparse {rows:,} of degree 16", sparse_matrix(rows, 16), by_scipy_sparse),
    )
    print(
        f"| from Python | befriend {befriend.__version__} | SciPy {scipy.__version__} | ratio |\n|---|---:|---:|---:|"
    )
    for name, costs, by_scipy in cases:
        ours, theirs = seconds_of([by_befriend, by_scipy], costs)
        print(f"| {name} | {1000 * ours:,.1f} ms | {1000 * theirs:,.1f} ms | {theirs / ours:.2f} |", flush=True)


if __name__ == "__main__":
    main()
