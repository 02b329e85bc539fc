"""befriend.assign against SciPy, OR-Tools and HiGHS on random problems, each within its safe range and a time limit."""

import os

import befriend as bf
import highspy
import numpy as np
import pytest
from ortools.graph.python import linear_sum_assignment as ortools_assignment
from ortools.graph.python import min_cost_flow
from scipy.optimize import linear_sum_assignment as by_scipy
from scipy.sparse import coo_array
from scipy.sparse.csgraph import maximum_bipartite_matching

pytestmark = pytest.mark.timeout(30)

# tests/prove asks for more than every run does.
SEEDS = range(40 * int(os.environ.get("BEFRIEND_PROOF", "1")))


def random_problem(seed):
    """Up to 40 x 40, tie-heavy or not, dense or sparse, capacities 0 to 3."""
    random = np.random.default_rng(seed)
    rows, columns = random.integers(1, 41, 2)
    spread = random.choice([2, 100, 10**9])
    weights = random.integers(-spread, spread + 1, (rows, columns))
    allowed = random.random((rows, columns)) < random.choice([0.1, 0.5, 1.0])
    return weights, allowed, random.integers(0, 4, columns)


@pytest.mark.parametrize("seed", SEEDS)
def test_scipy_full_matchings(seed):
    weights, _, _ = random_problem(seed)
    for maximize in (False, True):
        rows, columns = by_scipy(weights, maximize)
        found = bf.assign(weights, maximize=maximize)
        assert (found.matched, found.total) == (len(rows), weights[rows, columns].sum())


@pytest.mark.parametrize("seed", SEEDS)
def test_scipy_number_of_pairs(seed):
    weights, allowed, _ = random_problem(seed)
    row, column = np.nonzero(allowed)
    graph = coo_array((np.ones(len(row), dtype=int), (row, column)), shape=weights.shape).tocsr()
    most = np.count_nonzero(maximum_bipartite_matching(graph, perm_type="column") >= 0)
    assert bf.assign((row, column, weights[row, column]), shape=weights.shape).matched == most


@pytest.mark.parametrize("seed", SEEDS)
def test_ortools_flow_with_capacities(seed):
    weights, allowed, capacity = random_problem(seed)
    rows, columns = weights.shape
    flow = min_cost_flow.SimpleMinCostFlow()
    source, sink = rows + columns, rows + columns + 1
    for i, j in zip(*np.nonzero(allowed), strict=True):
        flow.add_arc_with_capacity_and_unit_cost(int(i), rows + int(j), 1, int(weights[i, j]))
    for i in range(rows):
        flow.add_arc_with_capacity_and_unit_cost(source, i, 1, 0)
    for j in range(columns):
        flow.add_arc_with_capacity_and_unit_cost(rows + j, sink, int(capacity[j]), 0)
    flow.set_node_supply(source, rows)
    flow.set_node_supply(sink, -rows)
    assert flow.solve_max_flow_with_min_cost() == flow.OPTIMAL
    found = bf.assign(weights, forbidden=~allowed, capacity=capacity)
    assert (found.matched, found.total) == (flow.maximum_flow(), flow.optimal_cost())


@pytest.mark.parametrize("seed", SEEDS)
def test_ortools_full_assignment(seed):
    random = np.random.default_rng(seed)
    size = int(random.integers(1, 60))
    weights = random.integers(0, 1000, (size, size))
    assignment = ortools_assignment.SimpleLinearSumAssignment()
    for i in range(size):
        for j in range(size):
            assignment.add_arc_with_cost(i, j, int(weights[i, j]))
    assert assignment.solve() == assignment.OPTIMAL
    assert bf.assign(weights, require_all=True).total == assignment.optimal_cost()


@pytest.mark.parametrize("seed", SEEDS)
def test_ortools_flow_of_exactly_so_many(seed):
    weights, allowed, capacity = random_problem(seed)
    rows, columns = weights.shape
    options = {"forbidden": ~allowed, "capacity": capacity}
    most = bf.assign(weights, **options).matched
    for exactly in sorted({0, 1, most // 2, most - 1, most, most + 1}):
        if exactly < 0:
            continue
        flow = min_cost_flow.SimpleMinCostFlow()
        source, sink = rows + columns, rows + columns + 1
        for i, j in zip(*np.nonzero(allowed), strict=True):
            flow.add_arc_with_capacity_and_unit_cost(int(i), rows + int(j), 1, int(weights[i, j]))
        for i in range(rows):
            flow.add_arc_with_capacity_and_unit_cost(source, i, 1, 0)
        for j in range(columns):
            flow.add_arc_with_capacity_and_unit_cost(rows + j, sink, int(capacity[j]), 0)
        flow.set_node_supply(source, exactly)
        flow.set_node_supply(sink, -exactly)
        found = bf.assign(weights, exactly=exactly, **options)
        if exactly > most:
            assert (found.status, found.matched) == ("infeasible", most)
            continue
        assert flow.solve() == flow.OPTIMAL
        assert (found.matched, found.total) == (exactly, flow.optimal_cost())


def best_total_by_highs(weights, allowed, capacity, maximize, least_pairs):
    """The linear program of the assignment, which has a best answer in whole numbers."""
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("time_limit", 20.0)
    pairs = {
        (i, j): solver.addVariable(0, 1, int(weights[i, j]))
        for i, j in zip(*np.nonzero(allowed), strict=True)
    }
    for i in range(weights.shape[0]):
        if allowed[i].any():
            solver.addConstr(sum(variable for (row, _), variable in pairs.items() if row == i) <= 1)
    for j in range(weights.shape[1]):
        if allowed[:, j].any():
            solver.addConstr(
                sum(variable for (_, column), variable in pairs.items() if column == j) <= int(capacity[j])
            )
    if least_pairs:
        solver.addConstr(sum(pairs.values()) >= least_pairs)
    if maximize:
        solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(solver.getInfo().objective_function_value)


@pytest.mark.parametrize("seed", range(25))
def test_highs_totals(seed):
    weights, allowed, capacity = random_problem(seed)
    weights = np.clip(weights, -1000, 1000)[:15, :15]
    allowed, capacity = allowed[:15, :15], capacity[:15]
    if not allowed.any():
        assert bf.assign(weights, forbidden=~allowed).matched == 0
        return
    for maximize in (False, True):
        options = {"forbidden": ~allowed, "capacity": capacity, "maximize": maximize}
        best = bf.assign(weights, objective="best_total", **options)
        assert best.total == best_total_by_highs(weights, allowed, capacity, maximize, 0)
        most = bf.assign(weights, **options)
        assert most.total == best_total_by_highs(weights, allowed, capacity, maximize, most.matched)
