"""befriend.linear_sum_assignment against SciPy's, on what both promise."""

import befriend as bf
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.optimize import linear_sum_assignment as by_scipy

SHAPES = arrays.array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=8)


def total(costs, found):
    rows, columns = found
    return costs[rows, columns].sum()


def check_equal(costs, maximize):
    ours, theirs = bf.linear_sum_assignment(costs, maximize), by_scipy(costs, maximize)
    assert len(ours[0]) == len(theirs[0])
    assert ours[0].tolist() == sorted(ours[0].tolist())
    assert len(set(ours[1].tolist())) == len(ours[1])
    assert (ours[0].dtype, ours[1].dtype) == (np.intp, np.intp)
    assert total(costs, ours) == total(costs, theirs)


@given(arrays.arrays(np.int64, SHAPES, elements=st.integers(-1000, 1000)), st.booleans())
def test_whole_numbers(costs, maximize):
    check_equal(costs, maximize)


@given(
    arrays.arrays(np.float64, SHAPES, elements=st.integers(-4000, 4000).map(lambda n: n / 64)), st.booleans()
)
def test_fractions_of_a_power_of_two(costs, maximize):
    check_equal(costs, maximize)


@given(st.integers(0, 2**32 - 1), st.integers(1, 40), st.integers(1, 40), st.booleans())
def test_random_floats_are_solved_exactly(seed, rows, columns, maximize):
    costs = np.random.default_rng(seed).random((rows, columns))
    ours, theirs = bf.linear_sum_assignment(costs, maximize), by_scipy(costs, maximize)
    from fractions import Fraction

    sums = [
        sum(Fraction(float(costs[i, j])) for i, j in zip(*found, strict=True)) for found in (ours, theirs)
    ]
    assert sums[0] >= sums[1] if maximize else sums[0] <= sums[1]


@given(
    arrays.arrays(np.float64, SHAPES, elements=st.sampled_from([0.0, 1.0, 2.0, 5.0, np.inf])), st.booleans()
)
def test_infinity_forbids(costs, maximize):
    costs = -costs if maximize else costs
    try:
        expected = by_scipy(costs, maximize)
    except ValueError as infeasible:
        with pytest.raises(ValueError, match=str(infeasible)):
            bf.linear_sum_assignment(costs, maximize)
    else:
        assert total(costs, bf.linear_sum_assignment(costs, maximize)) == total(costs, expected)


@pytest.mark.parametrize("costs", [[[np.nan]], [[-np.inf]], [[1.0, np.nan], [2.0, 3.0]]])
def test_invalid_entries(costs):
    for function in (by_scipy, bf.linear_sum_assignment):
        with pytest.raises(ValueError, match="matrix contains invalid numeric entries"):
            function(costs)


@pytest.mark.parametrize("costs", [[1, 2], [[[1]]], 3])
def test_not_a_matrix(costs):
    for function in (by_scipy, bf.linear_sum_assignment):
        with pytest.raises(ValueError, match=r"expected a matrix \(2-D array\)"):
            function(costs)


def test_other_inputs_of_scipy():
    for costs in ([[4, 1], [2, 0]], [[True, False], [False, True]], [[1, 2.5], [3, 0.25]]):
        check_equal(np.asarray(costs), False)
    with pytest.raises(ValueError, match="numerical"):
        bf.linear_sum_assignment([["a"]])
    with pytest.raises(ValueError, match="numerical"):
        bf.linear_sum_assignment([[1j]])


def test_beyond_the_53_bits_of_scipy():
    costs = np.array([[2**53 + 1, 2**53], [2**53, 2**53 + 1]])
    assert bf.linear_sum_assignment(costs, True)[1].tolist() == [0, 1]


def test_floats_that_do_not_fit_are_refused():
    for costs in ([[1e300, 1e-300]], np.random.default_rng(1).random((300, 300))):
        with pytest.raises(ValueError, match="round them to whole numbers first"):
            bf.linear_sum_assignment(costs)
    subnormal = np.array([[5e-324, 0.0], [0.0, 5e-324]])
    assert bf.linear_sum_assignment(subnormal)[1].tolist() == [1, 0]
