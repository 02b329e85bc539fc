"""An instance for solvers that minimise one number, in NumPy. The same as costs.hpp."""

import dataclasses

import numpy as np
from instance import Cannot, Instance

EXACT_IN_DOUBLE = 2**53
EXACT_IN_64_BITS = 2**62
LARGEST_MATRIX = 4 * 2**30  # bytes


@dataclasses.dataclass(frozen=True)
class Costs:
    """What edges cost, from 0 up, and what a row costs that stays unassigned: more than all edges of any assignment."""

    edge: np.ndarray
    unassigned: int


def columns_of(instance: Instance) -> np.ndarray:
    """The column of each edge."""
    return np.asarray(instance.column)


def rows_of(instance: Instance) -> np.ndarray:
    """The row of each edge."""
    return np.repeat(np.arange(instance.rows, dtype=np.int32), np.diff(np.asarray(instance.row_begin)))


def costs_of(instance: Instance, limit: int) -> Costs:
    """Raises Cannot if a sum over all rows, with one cost more, could reach `limit`."""
    weight = np.asarray(instance.weight)
    least, most = (int(weight.min()), int(weight.max())) if instance.edges else (0, 0)
    pairs = min(instance.rows, int(np.sum(instance.capacity, dtype=np.int64)))
    unassigned = (pairs + 1) * (most - least + 1)
    if unassigned * (instance.rows + 1) >= limit:
        raise Cannot(f"sums beyond 2^{limit.bit_length() - 1}")
    return Costs(most - weight if instance.maximise else weight - least, unassigned)


def refuse_capacities(instance: Instance) -> None:
    """For solvers that know columns for one row only."""
    if np.any(np.asarray(instance.capacity) != 1):
        raise Cannot("capacities")


def matrix_of(instance: Instance) -> np.ndarray:
    """The full matrix of costs as float64, where a pair that may not be costs as much as a row that stays unassigned.

    The edges of a full instance are a matrix already.
    """
    refuse_capacities(instance)
    shape = instance.rows, instance.columns
    if instance.rows * instance.columns * 8 > LARGEST_MATRIX:
        raise Cannot(f"a matrix of {instance.rows * instance.columns * 8 / 2**30:,.0f} GiB")
    if instance.edges == instance.rows * instance.columns and not instance.maximise:
        full = np.asarray(instance.weight).reshape(shape).astype(np.float64)
        if np.abs(full).max(initial=0) * (instance.rows + 1) >= EXACT_IN_DOUBLE:
            raise Cannot("sums beyond 2^53")
        return full
    costs = costs_of(instance, EXACT_IN_DOUBLE)
    matrix = np.full(shape, float(costs.unassigned))
    matrix[rows_of(instance), columns_of(instance)] = costs.edge
    return matrix


def without_forbidden(instance: Instance, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """The column of each row, from the pairs of a full matrix, some of which may not be."""
    assignment = np.full(instance.rows, -1, dtype=np.int64)
    assignment[rows] = columns
    if instance.edges < instance.rows * instance.columns:
        key = rows_of(instance).astype(np.int64) * instance.columns + columns_of(instance)
        wanted = np.arange(instance.rows) * instance.columns + assignment
        at = np.minimum(np.searchsorted(key, wanted), instance.edges - 1)
        assignment[key[at] != wanted] = -1
    return assignment
