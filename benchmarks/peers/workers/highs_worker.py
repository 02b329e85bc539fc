"""HiGHS: the optimum by linear programming, as a check and not as a peer.

Two programs, so that no weight is so large that floating point would lose the small ones: the most pairs, then the
best total with so many pairs.
"""

import importlib.metadata

import highspy
import numpy as np
from costs import columns_of, rows_of
from instance import Cannot, Instance
from serve import serve

LARGEST_WEIGHT = 10**9


def program_of(instance: Instance) -> highspy.HighsLp:
    """A variable from 0 to 1 an edge; a constraint a row, and a column, and last how many pairs there are."""
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = instance.edges, instance.rows + instance.columns + 1
    lp.col_lower_, lp.col_upper_ = np.zeros(instance.edges), np.ones(instance.edges)
    lp.row_lower_ = np.zeros(lp.num_row_)
    lp.row_upper_ = np.concatenate([np.ones(instance.rows), np.asarray(instance.capacity), [instance.rows]])
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = np.ones(instance.edges)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.arange(0, 3 * instance.edges + 1, 3)
    constraints = (rows_of(instance), instance.rows + columns_of(instance), np.full(instance.edges, lp.num_row_ - 1))
    lp.a_matrix_.index_ = np.stack(constraints, axis=1).ravel()
    lp.a_matrix_.value_ = np.ones(3 * instance.edges)
    return lp


def linear_programming(instance: Instance) -> np.ndarray:
    """The simplex method, whose corners are whole numbers here."""
    weight = np.asarray(instance.weight)
    if instance.edges and np.abs(weight).max() > LARGEST_WEIGHT:
        raise Cannot("weights above 10^9")
    lp = program_of(instance)
    highs = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", 1), ("solver", "simplex")):
        highs.setOptionValue(option, value)
    highs.passModel(lp)
    highs.run()
    pairs = round(highs.getInfo().objective_function_value)
    highs.changeRowBounds(lp.num_row_ - 1, pairs, pairs)
    signed = weight if instance.maximise else -weight
    highs.changeColsCost(instance.edges, np.arange(instance.edges, dtype=np.int32), signed.astype(np.float64))
    highs.run()
    if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise ValueError(str(highs.getModelStatus()))
    used = np.flatnonzero(np.asarray(highs.getSolution().col_value) > 0.5)
    assignment = np.full(instance.rows, -1, dtype=np.int64)
    assignment[rows_of(instance)[used]] = columns_of(instance)[used]
    return assignment


if __name__ == "__main__":
    serve(importlib.metadata.version("highspy"), {"linear-programming": linear_programming})
