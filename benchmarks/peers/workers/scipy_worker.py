"""SciPy's solvers, for a full matrix and for a sparse one."""

import numpy as np
import scipy
from costs import EXACT_IN_DOUBLE, columns_of, costs_of, matrix_of, refuse_capacities, without_forbidden
from instance import Instance
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array, diags_array, hstack
from scipy.sparse.csgraph import min_weight_full_bipartite_matching
from serve import serve


def dense(instance: Instance) -> np.ndarray:
    """`linear_sum_assignment`."""
    return without_forbidden(instance, *linear_sum_assignment(matrix_of(instance)))


def sparse(instance: Instance) -> np.ndarray:
    """`min_weight_full_bipartite_matching`, which wants every row to be assigned.

    A row that may stay unassigned gets a column of its own at the high cost. A cost of 0 would be no edge, so all
    costs are 1 higher.
    """
    refuse_capacities(instance)
    costs = costs_of(instance, EXACT_IN_DOUBLE)
    shape = instance.rows, instance.columns
    graph = csr_array((costs.edge + 1, columns_of(instance), np.asarray(instance.row_begin)), shape=shape)
    if not (instance.every_row and instance.rows <= instance.columns):
        alone = diags_array(np.full(instance.rows, costs.unassigned + 1), dtype=np.int64)
        graph = hstack([graph, alone], format="csr")
    rows, columns = min_weight_full_bipartite_matching(graph)
    assignment = np.full(instance.rows, -1, dtype=np.int64)
    assignment[rows] = np.where(columns < instance.columns, columns, -1)
    return assignment


if __name__ == "__main__":
    serve(scipy.__version__, {"dense": dense, "sparse": sparse})
