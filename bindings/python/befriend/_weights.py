"""What callers give as weights, as the 64-bit whole numbers that the engine takes. Nothing is ever rounded."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from befriend import _core, _errors

Numbers = Any  # a NumPy array of int64
Mask = Any  # a NumPy array of uint8

_FORBIDDEN = ("nan", "inf", "nan_or_inf")


def _numpy() -> Any:
    try:
        import numpy
    except ImportError:
        raise ImportError("befriend.assign needs NumPy: pip install 'befriend[assign]'") from None
    return numpy


def problem_of(weights: Any, shape: Any, forbidden: Any) -> tuple[_core.Problem, int, int]:
    """A problem with its pairs, and how many rows and columns it has."""
    if hasattr(weights, "tocoo"):
        if forbidden is not None:
            raise ValueError("forbidden: a sparse matrix stores the pairs that are allowed")
        sparse = weights.tocoo()
        return _of_pairs(
            sparse.coords if hasattr(sparse, "coords") else (sparse.row, sparse.col),
            sparse.data,
            sparse.shape,
        )
    if isinstance(weights, tuple) and shape is not None:
        if forbidden is not None:
            raise ValueError("forbidden: leave the pair out of (rows, columns, weights)")
        if len(weights) != 3:
            raise ValueError("weights: not the three arrays (rows, columns, weights)")
        return _of_pairs(weights[:2], weights[2], shape)
    if shape is not None:
        raise ValueError("shape: only for a tuple (rows, columns, weights)")
    return _of_matrix(weights, forbidden)


def _of_pairs(indices: Any, weights: Any, shape: Any) -> tuple[_core.Problem, int, int]:
    if len(indices) != 2 or len(shape) != 2:
        raise ValueError("weights: not two-dimensional")
    rows, columns = (int(size) for size in shape)
    problem = _core.Problem(rows, columns)
    problem.add_pairs(_whole("rows", indices[0]), _whole("columns", indices[1]), _whole("weights", weights))
    return problem, rows, columns


def _of_matrix(weights: Any, forbidden: Any) -> tuple[_core.Problem, int, int]:
    np = _numpy()
    matrix = np.asarray(weights)
    if matrix.ndim == 0:
        raise TypeError(f"weights: {type(weights).__name__} is no array")
    if matrix.ndim != 2:
        raise ValueError(f"weights: {matrix.ndim} dimensions, not 2")
    allowed = None
    if isinstance(forbidden, str):
        allowed = _marked(matrix, forbidden)
        matrix = np.where(allowed, matrix, 0)
    elif forbidden is not None:
        allowed = ~_bools(forbidden, matrix.shape)
        if matrix.dtype.kind == "f":
            matrix = np.where(allowed, matrix, 0)
    problem = _core.Problem(*matrix.shape)
    problem.add_matrix(_int64("weights", matrix), None if allowed is None else _bytes(allowed))
    return problem, *matrix.shape


def _marked(matrix: Any, forbidden: str) -> Any:
    """Where a float array holds no mark that forbids a pair."""
    np = _numpy()
    if forbidden not in _FORBIDDEN:
        raise ValueError(f"forbidden: not one of {', '.join(_FORBIDDEN)}")
    if matrix.dtype.kind != "f":
        raise TypeError(
            f'forbidden: "{forbidden}" is for an array of floats, and this one has {matrix.dtype}'
        )
    marks = {"nan": np.isnan(matrix), "inf": np.isinf(matrix)}
    return ~(marks["nan"] | marks["inf"] if forbidden == "nan_or_inf" else marks[forbidden])


def _bools(forbidden: Any, shape: tuple[int, ...]) -> Any:
    mask = _numpy().asarray(forbidden)
    if mask.dtype.kind != "b":
        raise TypeError(f"forbidden: an array of {mask.dtype}, not of bools")
    if mask.shape != shape:
        raise ValueError("forbidden: another shape than the weights")
    return mask


def _bytes(allowed: Any) -> Mask:
    np = _numpy()
    return np.ascontiguousarray(allowed).view(np.uint8)


def _int64(name: str, array: Any) -> Numbers:
    """Any array of numbers as 64-bit ones, without a copy where it is one; else the first that is none is named."""
    np = _numpy()
    kind = array.dtype.kind
    if kind == "f":
        return _whole_floats(name, array)
    if kind == "u" and array.size and array.dtype.itemsize == 8 and array.max() >= 2**63:
        raise _refused(name, "beyond 64 bits, or not a whole number", array >= 2**63)
    if kind in "iu":
        native = array.astype(np.int64, copy=False)
        return native if native.flags.aligned else native.copy()
    if kind == "O":
        return _objects(name, array)
    raise TypeError(f"{name}: an array of {array.dtype}, not of whole numbers")


def _whole_floats(name: str, array: Any) -> Numbers:
    np = _numpy()
    odd = ~(np.isfinite(array) & (np.trunc(array) == array) & (array >= -(2.0**63)) & (array < 2.0**63))
    if odd.any():
        raise _refused(
            name,
            "NaN, infinity or not a whole number of 64 bits; `forbidden` says that NaN or infinity "
            "means no pair",
            odd,
        )
    return array.astype(np.int64)


def _objects(name: str, array: Any) -> Numbers:
    """Python numbers of any size."""
    np = _numpy()
    odd = np.array([not _fits(value) for value in array.flat], dtype=bool).reshape(array.shape)
    if odd.any():
        raise _refused(name, "beyond 64 bits, or not a whole number", odd)
    return array.astype(np.int64)


def _fits(value: Any) -> bool:
    return hasattr(value, "__index__") and -(2**63) <= value.__index__() < 2**63


def _refused(name: str, rule: str, odd: Any) -> Exception:
    """E_NUMBER for the first odd value, by its place in C order."""
    return _errors.refused("E_NUMBER", name, rule, int(odd.ravel().argmax()))


def _whole(name: str, values: Any) -> Numbers:
    np = _numpy()
    array = np.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"{name}: {array.ndim} dimensions, not 1")
    return np.ascontiguousarray(_int64(name, array) if array.size else array.astype(np.int64))


def one_each(name: str, values: Any, count: int) -> Numbers:
    """One number for all, or one each."""
    np = _numpy()
    array = np.asarray(values)
    return _whole(name, np.full(count, array) if array.ndim == 0 else array)


def pins(given: Any, rows: int) -> Numbers:
    """One column a row, or -1."""
    np = _numpy()
    if not isinstance(given, Mapping):
        return _whole("pins", given)
    columns = np.full(rows, -1, dtype=np.int64)
    for row, column in given.items():
        if not 0 <= row < rows:
            raise _errors.refused("E_RANGE", "pins", "there is no such row", row)
        columns[row] = column
    return columns


def keys(name: str, values: Any, count: int) -> Numbers:
    """64 bits each: those of an unsigned number are kept."""
    np = _numpy()
    array = np.asarray(values)
    if array.shape != (count,):
        raise ValueError(f"{name}: not {count} numbers in one dimension")
    if array.dtype.kind == "u":
        return np.ascontiguousarray(array, dtype=np.uint64).view(np.int64)
    return _whole(name, array)


def costs_of(cost_matrix: Any, maximize: bool) -> tuple[Numbers, Mask | None]:
    """The costs of `linear_sum_assignment`, scaled to whole numbers, and which pairs are allowed; None: all."""
    np = _numpy()
    costs = np.asarray(cost_matrix)
    if hasattr(cost_matrix, "tocoo"):
        raise ValueError("can't handle sparse input; use befriend.assign")
    if costs.ndim != 2:
        raise ValueError(f"expected a matrix (2-D array), got a {costs.ndim}-D array")
    if costs.dtype.kind == "O":
        costs = costs.astype(np.float64)
    if costs.dtype.kind not in "biuf":
        raise ValueError(f"expected a matrix containing numerical entries, got {costs.dtype}")
    if costs.dtype.kind != "f":
        return _int64("cost_matrix", costs.astype(np.int64) if costs.dtype.kind == "b" else costs), None
    if np.isnan(costs).any() or (costs == (np.inf if maximize else -np.inf)).any():
        raise ValueError("matrix contains invalid numeric entries")
    forbids = np.isinf(costs)
    whole = _scaled(np.where(forbids, 0.0, costs).astype(np.float64))
    return whole, _bytes(~forbids) if forbids.any() else None


def _scaled(costs: Any) -> Numbers:
    """The floats times the least power of two that makes all of them whole, which is exact."""
    np = _numpy()
    mantissa, exponent = np.frexp(costs)
    whole = np.ldexp(mantissa, 53).astype(np.int64)  # 53 bits hold every double
    lowest_bit = np.frexp((whole & -whole).astype(np.float64))[1] - 1  # of a power of two: its exponent
    used = whole != 0
    if not used.any():
        return np.zeros(costs.shape, dtype=np.int64)
    power = max(0, int(-(exponent - 53 + lowest_bit)[used].min()))
    if int(exponent[used].max()) + power > 62:
        raise _too_fine()
    return np.ldexp(costs, power).astype(np.int64)


def _too_fine() -> ValueError:
    return ValueError(
        "the costs span too many bits to be solved exactly; round them to whole numbers first, for instance "
        "numpy.rint(cost_matrix * 10**6)"
    )


@contextlib.contextmanager
def refusing_large_costs() -> Iterator[None]:
    """E_OVERFLOW as the ValueError that users of SciPy's function expect."""
    try:
        yield
    except _errors.LimitError as refused:
        if refused.code != "E_OVERFLOW":
            raise
        raise _too_fine() from None
