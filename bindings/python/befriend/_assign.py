"""The assignment engine alone: rows, columns with capacities, whole-number weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from befriend import _core, _errors, _weights
from befriend._progress import ProgressFunction, milliseconds, reporting

if TYPE_CHECKING:
    import numpy
    from numpy.typing import ArrayLike, NDArray

    Numbers = NDArray[numpy.int64]

_STATUS: dict[int, Literal["optimal", "infeasible"]] = {
    _core.OPTIMAL: "optimal",
    _core.INFEASIBLE: "infeasible",
}


class Assignment:
    """The pairs that were chosen, and the proof that nothing is better.

    - `status`: "optimal", or "infeasible" if `require_all` or `exactly` cannot hold: then there are no pairs, the
      arrays are empty, and `matched` says how many rows could have a column.
    - `row_ind`, `col_ind`: the pairs, by row; `column_of_row`: one a row, -1 for a row without a column.
    - `matched`: the number of pairs; `total`: the sum of their weights, a Python int.
    - `row_duals`, `column_duals`: prices of the total; `row_count_duals`, `column_count_duals`: prices of the number
      of pairs; `each_count`, `each`: what each pair counts beside its weight. With (u0, v0) the count duals and
      (u, v) the duals, when maximizing: (u0[i] + v0[j], u[i] + v[j]) >= (each_count, weight[i, j] + each) for each
      pair, compared in this order, and equal where the pair was chosen; and each row's and column's own pair of
      prices is >= (0, 0), equal where a row has no column or a column has room. (each_count, each) is (1, 0), or
      (0, 0) under "best_total" without `require_all`, where the count duals are 0 too; with `exactly` it is whatever
      makes so many pairs the best. When minimizing the same holds with the sign of weights, u, v and each turned.
      Pinned rows and the columns that pins fill are taken out before.
    - `certified`: a separate checker has verified these prices; befriend hands out no other answer, so it is True
      whenever `status` is "optimal".
    """

    __slots__ = (
        "column_count_duals",
        "column_duals",
        "column_of_row",
        "each",
        "each_count",
        "matched",
        "row_count_duals",
        "row_duals",
        "status",
        "total",
    )

    def __init__(self, solution: _core.Solution) -> None:
        self.status: Literal["optimal", "infeasible"] = _STATUS[solution.number("status")]
        self.matched = solution.number("matched")
        self.total = solution.number("total")
        self.each = solution.number("each")
        self.each_count = solution.number("each_count")
        self.column_of_row: Numbers = solution.numbers("column_of_row")
        self.row_duals: Numbers = solution.numbers("row_duals")
        self.column_duals: Numbers = solution.numbers("column_duals")
        self.row_count_duals: Numbers = solution.numbers("row_count_duals")
        self.column_count_duals: Numbers = solution.numbers("column_count_duals")

    @property
    def certified(self) -> bool:
        """Whether there is an answer, and so one whose proof was verified."""
        return self.status == "optimal"

    @property
    def row_ind(self) -> Numbers:
        """The rows of the pairs, ascending."""
        return (self.column_of_row >= 0).nonzero()[0]

    @property
    def col_ind(self) -> Numbers:
        """The columns of the pairs, in the order of `row_ind`."""
        return self.column_of_row[self.column_of_row >= 0]

    def __repr__(self) -> str:
        return f"<befriend.Assignment {self.status}: {self.matched:,} pairs, total {self.total:,}>"


def assign(
    weights: Any,
    *,
    shape: tuple[int, int] | None = None,
    capacity: int | ArrayLike | None = None,
    pins: Mapping[int, int] | ArrayLike | None = None,
    objective: Literal["most_pairs", "best_total"] = "most_pairs",
    maximize: bool = False,
    require_all: bool = False,
    exactly: int | None = None,
    ties: bool = True,
    forbidden: Literal["nan", "inf", "nan_or_inf"] | ArrayLike | None = None,
    row_keys: ArrayLike | None = None,
    column_keys: ArrayLike | None = None,
    time_limit: float | None = None,
    progress: bool | ProgressFunction | None = None,
) -> Assignment:
    """Assigns rows to columns, exactly, in whole numbers.

    `weights`, of n rows and m columns, is one of:

    - a dense array of any integer type, with any strides and byte order: every pair is allowed, but for those that
      `forbidden` names;
    - a SciPy sparse array or matrix: the stored entries are the pairs, also those of weight 0; one stored twice is
      refused;
    - a tuple (rows, columns, weights) of three one-dimensional arrays, with `shape=(n, m)`.

    Weights lie within 64 bits. An array of floats is taken only as the whole numbers that it holds, and NaN or
    infinity only where `forbidden` says that they mean "no pair"; nothing is ever rounded.

    - `capacity`: how many rows a column takes, from 0: one number for all, or m of them. Default 1.
    - `pins`: {row: column}, or n columns with -1 for no pin. A pinned pair is in the answer.
    - `objective`: "most_pairs", as many pairs as possible and the best total among those; or "best_total", where a
      pair that makes the total worse stays away.
    - `maximize`: the largest total is the best; else the least.
    - `require_all`: every row must have a column; if that cannot be, `status` is "infeasible".
    - `exactly`: so many pairs, no more and no fewer, pins among them, and the best total among those, whatever the
      objective; if there cannot be so many, `status` is "infeasible".
    - `ties`: equally good answers are told apart by the keys, so that the answer is the same everywhere; else any of
      them will do, a little sooner.
    - `forbidden`: "nan", "inf" (either sign) or "nan_or_inf" for a dense array of floats; or an (n, m) array of
      bools, True where there is no pair.
    - `row_keys`, `column_keys`: 64-bit whole numbers by which equally good answers are told apart. With keys that
      move with their rows and columns the order does not matter; without them the positions are hashed.
    - `time_limit` in seconds, `progress`: as in `Round.propose`.

    Raises InputError (a pair twice, an index or capacity out of range), ConflictError (a pin without its pair, more
    pins than capacity or than `exactly`), LimitError (weights so large that a sum could pass 2**60), TypeError,
    ValueError for arrays of the wrong kind or shape, TimeLimitError, CancelledError.

    >>> befriend.assign([[4, 1], [2, 0]]).column_of_row
    array([1, 0])
    """
    limit = milliseconds(time_limit)
    problem, rows, columns = _weights.problem_of(weights, shape, forbidden)
    if capacity is not None:
        problem.set_array("capacity", _weights.one_each("capacity", capacity, columns))
    if pins is not None:
        problem.set_array("pins", _weights.pins(pins, rows))
    if row_keys is not None:
        problem.set_array("row_keys", _weights.keys("row_keys", row_keys, rows))
    if column_keys is not None:
        problem.set_array("column_keys", _weights.keys("column_keys", column_keys, columns))
    if not isinstance(objective, str):
        raise TypeError(f"objective: {type(objective).__name__} is not str")
    problem.set_text("objective", objective)
    problem.set_int("maximize", bool(maximize))
    problem.set_int("require_all", bool(require_all))
    if exactly is not None:
        problem.set_int("exactly", _number_of_pairs(exactly))
    problem.set_int("ties", bool(ties))
    problem.set_int("time_limit_ms", limit)
    with reporting(progress) as function:
        return Assignment(problem.solve(function))


def _number_of_pairs(exactly: int) -> int:
    if isinstance(exactly, bool) or not hasattr(exactly, "__index__"):
        raise TypeError(f"exactly: {type(exactly).__name__} is not a whole number")
    number = exactly.__index__()
    if not 0 <= number < 2**63:
        raise _errors.refused("E_RANGE", "exactly", "not from 0 to 2^63 - 1")
    return number


def linear_sum_assignment(
    cost_matrix: Sequence[Sequence[float]] | ArrayLike, maximize: bool = False
) -> tuple[NDArray[numpy.intp], NDArray[numpy.intp]]:
    """`scipy.optimize.linear_sum_assignment` with befriend's engine: the same signature, results and errors.

    Returns (row_ind, col_ind), the rows in ascending order: min(n, m) pairs of the least total cost, or the largest
    if `maximize`. Infinity of the sign that is worst (+inf, or -inf if `maximize`) forbids a pair. Among equally
    good answers it may choose another than SciPy, and always the same.

    Costs are whole numbers of 64 bits, also above 2**53, or floats. A float is a whole number divided by a power of
    two, so floats are scaled by a power of two and solved exactly, without any rounding, as long as
    (min(n, m) + 2) * (largest - least, 0 among them) stays below 2**60 after scaling: 53-bit random numbers do up to
    about 125 rows, rounded ones such as prices in pence always. Else ValueError asks to round the costs first.

    Raises ValueError: not two-dimensional, not numeric, NaN or the other infinity in it, no full matching
    ("cost matrix is infeasible"), floats that do not fit.

    >>> befriend.linear_sum_assignment([[4.0, 1.5], [2.0, 0.0]])
    (array([0, 1]), array([1, 0]))
    """
    import numpy

    costs, allowed = _weights.costs_of(cost_matrix, bool(maximize))
    rows, columns = costs.shape
    problem = _core.Problem(rows, columns)
    problem.add_matrix(costs, allowed)
    problem.set_int("maximize", bool(maximize))
    with _weights.refusing_large_costs():
        column = problem.solve(None).numbers("column_of_row")
    chosen = (column >= 0).nonzero()[0]
    if len(chosen) < min(rows, columns):
        raise ValueError("cost matrix is infeasible")
    return chosen.astype(numpy.intp), column[chosen].astype(numpy.intp)
