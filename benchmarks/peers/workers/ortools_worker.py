"""OR-Tools: cost scaling for assignments of every row, and for flows of least cost."""

import numpy as np
import ortools
from costs import EXACT_IN_64_BITS, columns_of, costs_of, refuse_capacities, rows_of
from instance import Cannot, Instance
from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from serve import serve


def linear_assignment(instance: Instance) -> np.ndarray:
    """`SimpleLinearSumAssignment`, which wants as many columns as rows, and all assigned.

    Unless the instance is so, its graph is doubled: behind the columns stand twins of the rows, behind the rows twins
    of the columns. A row goes to its own twin at the high cost, a column's twin to the column for nothing, and twins
    have the edges of their originals for nothing.
    """
    refuse_capacities(instance)
    costs, rows, columns = costs_of(instance, EXACT_IN_64_BITS), rows_of(instance), columns_of(instance)
    solver = SimpleLinearSumAssignment()
    if instance.every_row and instance.rows == instance.columns:
        solver.add_arcs_with_cost(rows, columns, costs.edge)
    else:
        row, column = np.arange(instance.rows), np.arange(instance.columns)
        solver.add_arcs_with_cost(rows, columns, costs.edge)
        solver.add_arcs_with_cost(row, instance.columns + row, np.full(instance.rows, costs.unassigned))
        solver.add_arcs_with_cost(instance.rows + column, column, np.zeros(instance.columns, np.int64))
        solver.add_arcs_with_cost(instance.rows + columns, instance.columns + rows, np.zeros(instance.edges, np.int64))
    status = solver.solve()
    if status == solver.POSSIBLE_OVERFLOW:
        raise Cannot("possible overflow, it says")
    if status != solver.OPTIMAL:
        raise ValueError(status.name)
    mates = np.fromiter((solver.right_mate(row) for row in range(instance.rows)), np.int64, instance.rows)
    return np.where(mates < instance.columns, mates, -1)


def min_cost_flow(instance: Instance) -> np.ndarray:
    """`SimpleMinCostFlow`: one unit from each row through the columns to a last node, or there at the high cost."""
    costs, rows, columns = costs_of(instance, EXACT_IN_64_BITS), rows_of(instance), columns_of(instance)
    row, column = np.arange(instance.rows), np.arange(instance.columns)
    last = instance.rows + instance.columns
    solver = SimpleMinCostFlow()
    edges = solver.add_arcs_with_capacity_and_unit_cost(
        rows, instance.rows + columns, np.ones(instance.edges, np.int64), costs.edge
    )
    solver.add_arcs_with_capacity_and_unit_cost(
        instance.rows + column, np.full_like(column, last), np.asarray(instance.capacity), np.zeros_like(column)
    )
    if not (instance.every_row and instance.rows <= instance.columns):
        solver.add_arcs_with_capacity_and_unit_cost(
            row, np.full_like(row, last), np.ones_like(row), np.full_like(row, costs.unassigned)
        )
    solver.set_nodes_supplies(row, np.ones_like(row))
    solver.set_node_supply(last, -instance.rows)
    status = solver.solve()
    if status == solver.BAD_COST_RANGE:
        raise Cannot("bad cost range, it says")
    if status != solver.OPTIMAL:
        raise ValueError(status.name)
    used = np.flatnonzero(solver.flows(edges))
    assignment = np.full(instance.rows, -1, dtype=np.int64)
    assignment[rows[used]] = columns[used]
    return assignment


if __name__ == "__main__":
    serve(ortools.__version__, {"linear-assignment": linear_assignment, "min-cost-flow": min_cost_flow})
