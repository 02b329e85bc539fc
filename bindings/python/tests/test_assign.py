"""befriend.assign: kinds of input, what it refuses, and its proof."""

import befriend as bf
import numpy as np
import pytest
import scipy.sparse
from hypothesis import given
from hypothesis import strategies as st

WEIGHTS = np.array([[4, 1, 3], [2, 0, 5], [3, 2, 2]])


def pairs(assignment):
    return list(zip(assignment.row_ind.tolist(), assignment.col_ind.tolist(), strict=True))


def test_a_small_matrix():
    found = bf.assign(WEIGHTS)
    assert pairs(found) == [(0, 1), (1, 0), (2, 2)]
    assert (found.status, found.matched, found.total, found.certified) == ("optimal", 3, 5, True)
    assert repr(found) == "<befriend.Assignment optimal: 3 pairs, total 5>"


@pytest.mark.parametrize(
    "dtype", ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", ">i4", ">i8", ">u8", "f4", ">f8", "O"]
)
def test_every_kind_of_number(dtype):
    assert pairs(bf.assign(WEIGHTS.astype(dtype))) == pairs(bf.assign(WEIGHTS))


def strided():
    wide = np.zeros((6, 9), dtype=np.int64)
    wide[::2, ::3] = WEIGHTS
    frozen = WEIGHTS.copy()
    frozen.flags.writeable = False
    packed = np.zeros((3, 3), dtype=[("flag", "i1"), ("weight", "<i8")])
    packed["weight"] = WEIGHTS
    return {
        "every second": wide[::2, ::3],
        "columns first": np.asfortranarray(WEIGHTS),
        "backwards": WEIGHTS[::-1, ::-1].copy()[::-1, ::-1],
        "read-only": frozen,
        "unaligned": packed["weight"],
        "lists": WEIGHTS.tolist(),
    }


@pytest.mark.parametrize("name", strided())
def test_every_layout(name):
    assert pairs(bf.assign(strided()[name])) == pairs(bf.assign(WEIGHTS))


@pytest.mark.parametrize(
    "make",
    [
        scipy.sparse.csr_array,
        scipy.sparse.csc_array,
        scipy.sparse.coo_array,
        scipy.sparse.csr_matrix,
        scipy.sparse.lil_array,
    ],
)
def test_sparse_input_is_the_same_as_dense(make):
    row, column = np.nonzero(WEIGHTS)
    sparse = make(scipy.sparse.coo_array((WEIGHTS[row, column], (row, column)), shape=(3, 3)))
    dense = bf.assign(WEIGHTS, forbidden=WEIGHTS == 0)
    assert pairs(bf.assign(sparse)) == pairs(dense)
    assert pairs(bf.assign((row, column, WEIGHTS[row, column]), shape=(3, 3))) == pairs(dense)


def test_an_explicit_zero_is_a_pair():
    zero = scipy.sparse.coo_array(([0], ([1], [0])), shape=(2, 2))
    assert pairs(bf.assign(zero)) == [(1, 0)]


@pytest.mark.parametrize(
    ("mark", "forbidden"),
    [(np.nan, "nan"), (np.inf, "inf"), (-np.inf, "inf"), (np.nan, "nan_or_inf"), (np.inf, "nan_or_inf")],
)
def test_a_mark_forbids_only_where_the_caller_says_so(mark, forbidden):
    marked = WEIGHTS.astype(float)
    marked[0, 1] = mark
    with pytest.raises(bf.InputError) as refused:
        bf.assign(marked)
    assert refused.value.code == "E_NUMBER"
    assert str(refused.value).startswith("E_NUMBER weights[1]: NaN, infinity or not a whole number")
    mask = np.zeros((3, 3), dtype=bool)
    mask[0, 1] = True
    assert pairs(bf.assign(marked, forbidden=forbidden)) == pairs(bf.assign(WEIGHTS, forbidden=mask))


@pytest.mark.parametrize(
    ("weights", "position"),
    [
        ([[1.0, 2.5]], 1),
        ([[1e19, 1.0]], 0),
        ([[1, 10**1000]], 1),
        ([[-(2**63) - 1, 1]], 0),
        (np.array([[1, 2**63]], dtype=np.uint64), 1),
        ([[1, "a"]], None),
        ([[None, 1]], 0),
        ([[1j]], None),
    ],
)
def test_what_is_no_whole_number_is_named(weights, position):
    expected = bf.InputError if position is not None else TypeError
    with pytest.raises(expected) as refused:
        bf.assign(weights)
    if position is not None:
        assert refused.value.faults.to_dicts()[0]["record"] == position


def test_the_largest_numbers_are_kept():
    found = bf.assign([[2**58 - 1, 0]], maximize=True)
    assert found.total == 2**58 - 1
    with pytest.raises(bf.LimitError) as refused:
        bf.assign([[2**62, 0]], maximize=True)
    assert refused.value.code == "E_OVERFLOW"


def test_count_first_or_total_first():
    # boostorg/graph #306: 3 pairs worth more than 4
    weights = [[10, 1], [1, -20]]
    assert bf.assign(weights, maximize=True).matched == 2
    best = bf.assign(weights, maximize=True, objective="best_total")
    assert (best.matched, best.total) == (1, 10)
    with pytest.raises(bf.UsageError, match="objectives are most_pairs, best_total"):
        bf.assign(weights, objective="most_children")


def test_capacity_and_pins():
    weights = [[1, 5], [1, 5], [1, 5]]
    assert bf.assign(weights, capacity=[3, 1]).column_of_row.tolist() == [0, 0, 0]
    assert bf.assign(weights, capacity=2).matched == 3
    pinned = bf.assign(weights, capacity=[3, 1], pins={1: 1})
    assert pinned.column_of_row.tolist() == [0, 1, 0]
    assert bf.assign(weights, capacity=[3, 1], pins=[-1, 1, -1]).total == pinned.total == 7
    with pytest.raises(bf.ConflictError):
        bf.assign(weights, capacity=[3, 1], pins=[1, 1, -1])
    with pytest.raises(bf.InputError, match=r"E_RANGE pins\[9\]: there is no such row"):
        bf.assign(weights, pins={9: 0})
    with pytest.raises(bf.InputError, match=r"E_RANGE capacity\[1\]"):
        bf.assign(weights, capacity=[1, -1])


def test_all_rows_required():
    found = bf.assign([[1], [1]], require_all=True)
    assert (found.status, found.matched, found.certified) == ("infeasible", 1, False)
    assert found.column_of_row.size == 0
    assert bf.assign([[1], [1]], require_all=True, capacity=2).matched == 2


def test_exactly_so_many_pairs():
    weights = [[4, 1, 3], [2, 0, 5], [3, 2, 2]]
    totals = [bf.assign(weights, exactly=k).total for k in range(4)]
    assert totals == [0, 0, 2, 5]
    one = bf.assign(weights, exactly=1)
    assert (one.status, one.matched, one.column_of_row.tolist()) == ("optimal", 1, [-1, 1, -1])
    assert bf.assign(weights, exactly=1, objective="best_total", maximize=True).total == 5
    none = bf.assign(weights, exactly=4)
    assert (none.status, none.matched, none.certified) == ("infeasible", 3, False)
    assert bf.assign(weights, exactly=3, require_all=True).total == 5
    assert bf.assign(weights, exactly=2, require_all=True).status == "infeasible"
    assert bf.assign(weights, exactly=2, pins={0: 0}).total == 4
    with pytest.raises(bf.ConflictError, match="there are more pins than exactly allows"):
        bf.assign(weights, exactly=1, pins={0: 0, 1: 1})
    with pytest.raises(bf.InputError) as refused:
        bf.assign(weights, exactly=-1)
    assert refused.value.code == "E_RANGE"
    with pytest.raises(TypeError):
        bf.assign(weights, exactly=1.0)


def test_without_ties_keys_decide_nothing():
    def chosen(key, ties):
        return int(bf.assign([[5, 5]], row_keys=[key], ties=ties).column_of_row[0])

    assert {chosen(key, ties=True) for key in range(20)} == {0, 1}
    assert len({chosen(key, ties=False) for key in range(20)}) == 1


def test_places_of_bad_pairs():
    with pytest.raises(bf.InputError) as refused:
        bf.assign(([0, 5, 0, 0], [0, 0, 0, 7], [1, 1, 1, 1]), shape=(2, 2))
    assert {(fault["code"], fault["record"]) for fault in refused.value.faults} >= {
        ("E_RANGE", 1),
        ("E_RANGE", 3),
    }
    with pytest.raises(bf.InputError) as refused:
        bf.assign(([0, 0], [0, 0], [1, 1]), shape=(2, 2))
    assert refused.value.code == "E_DUPLICATE"


@pytest.mark.parametrize(
    ("error", "call"),
    [
        (ValueError, lambda: bf.assign([1, 2])),
        (ValueError, lambda: bf.assign([[[1]]])),
        (TypeError, lambda: bf.assign("weights")),
        (TypeError, lambda: bf.assign(None)),
        (TypeError, lambda: bf.assign([[True]])),
        (TypeError, lambda: bf.assign([[1]], forbidden="nan")),
        (ValueError, lambda: bf.assign([[1.0]], forbidden="absent")),
        (TypeError, lambda: bf.assign([[1]], forbidden=[[1]])),
        (ValueError, lambda: bf.assign([[1]], forbidden=[[True, False]])),
        (ValueError, lambda: bf.assign([[1]], shape=(1, 1))),
        (ValueError, lambda: bf.assign(([0], [0]), shape=(1, 1))),
        (ValueError, lambda: bf.assign(([0], [0, 1], [1]), shape=(1, 1))),
        (bf.InputError, lambda: bf.assign(([0], [0], [1]), shape=(-1, 1))),
        (ValueError, lambda: bf.assign(scipy.sparse.eye_array(2, dtype=int), forbidden="nan")),
        (ValueError, lambda: bf.assign([[1]], row_keys=[1, 2])),
        (bf.InputError, lambda: bf.assign([[1]], capacity=[1, 2])),
        (TypeError, lambda: bf.assign([[1]], objective=3)),
        (ValueError, lambda: bf.assign([[1]], time_limit=0)),
        (TypeError, lambda: bf.assign([[1]], progress=3)),
        (TypeError, lambda: bf.assign([[1]], True)),  # options are named
    ],
)
def test_a_wrong_call_says_so(error, call):
    with pytest.raises(error):
        call()


def test_empty_problems():
    assert bf.assign(np.zeros((0, 3), dtype=int)).matched == 0
    assert bf.assign(np.zeros((3, 0), dtype=int)).column_of_row.tolist() == [-1, -1, -1]
    assert bf.assign(([], [], []), shape=(2, 2)).matched == 0


@st.composite
def problems(draw):
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    spread = draw(st.sampled_from([1, 5, 1000]))
    numbers = st.lists(st.integers(-spread, spread), min_size=rows * columns, max_size=rows * columns)
    present = st.lists(st.booleans(), min_size=rows * columns, max_size=rows * columns)
    weights = np.array(draw(numbers)).reshape(rows, columns)
    allowed = np.array(draw(present), dtype=bool).reshape(rows, columns)
    capacity = np.array(draw(st.lists(st.integers(0, 3), min_size=columns, max_size=columns)))
    options = {
        "capacity": capacity,
        "objective": draw(st.sampled_from(["most_pairs", "best_total"])),
        "maximize": draw(st.booleans()),
        "exactly": draw(st.none() | st.integers(0, rows)),
    }
    return weights, allowed, options


def best_by_trying_all(weights, allowed, capacity, objective, maximize, exactly):
    """(pairs, total) of the best assignment, row by row over every choice; None if there is none."""
    sign = 1 if maximize else -1
    best = {tuple(capacity): {(0, 0)}}
    for row in range(len(weights)):
        after = {}
        for room, values in best.items():
            after.setdefault(room, set()).update(values)
            for column in np.flatnonzero(allowed[row]):
                if room[column]:
                    less = (*room[:column], room[column] - 1, *room[column + 1 :])
                    after.setdefault(less, set()).update((n + 1, t + weights[row, column]) for n, t in values)
        best = after
    found = [value for values in best.values() for value in values if exactly in (None, value[0])]
    if not found:
        return None
    if objective == "most_pairs":
        return max(found, key=lambda value: (value[0], sign * value[1]))
    return max(found, key=lambda value: sign * value[1])


@given(problems())
def test_equal_to_trying_all(problem):
    weights, allowed, options = problem
    found = bf.assign(weights, forbidden=~allowed, **options)
    best = best_by_trying_all(weights, allowed, **options)
    if best is None:
        assert (found.status, found.column_of_row.size) == ("infeasible", 0)
        return
    matched, total = best
    assert found.total == total
    if options["objective"] == "most_pairs" or options["exactly"] is not None:
        assert found.matched == matched
    rows, columns = found.row_ind, found.col_ind
    assert allowed[rows, columns].all()
    assert (np.bincount(columns, minlength=weights.shape[1]) <= options["capacity"]).all()
    assert weights[rows, columns].sum() == found.total


@given(problems())
def test_the_duals_prove_the_answer(problem):
    weights, allowed, options = problem
    found = bf.assign(weights, forbidden=~allowed, **options)
    if found.status == "infeasible":
        assert options["exactly"] > found.matched
        return
    sign = 1 if options["maximize"] else -1
    if options["exactly"] is None:
        assert (found.each_count, found.each) == (1 if options["objective"] == "most_pairs" else 0, 0)
    row_price = list(zip(found.row_count_duals.tolist(), (sign * found.row_duals).tolist(), strict=True))
    column_price = list(
        zip(found.column_count_duals.tolist(), (sign * found.column_duals).tolist(), strict=True)
    )
    assert all(price >= (0, 0) for price in row_price + column_price)
    for i, j in zip(*np.nonzero(allowed), strict=True):
        both = (row_price[i][0] + column_price[j][0], row_price[i][1] + column_price[j][1])
        value = (found.each_count, sign * (int(weights[i, j]) + found.each))
        assert both == value if found.column_of_row[i] == j else both >= value
    used = np.bincount(found.col_ind, minlength=weights.shape[1])
    assert all(row_price[i] == (0, 0) for i in np.flatnonzero(found.column_of_row < 0))
    assert all(column_price[j] == (0, 0) for j in np.flatnonzero(used < options["capacity"]))


@given(problems(), st.randoms(use_true_random=False))
def test_with_keys_the_order_does_not_matter(problem, random):
    weights, allowed, options = problem
    n, m = weights.shape
    rows, columns = random.sample(range(n), n), random.sample(range(m), m)
    keys = {"row_keys": np.arange(n), "column_keys": np.arange(m)}
    first = bf.assign(weights, forbidden=~allowed, **keys, **options)
    moved = options | {
        "capacity": options["capacity"][columns],
        "row_keys": np.array(rows),
        "column_keys": np.array(columns),
    }
    second = bf.assign(weights[np.ix_(rows, columns)], forbidden=~allowed[np.ix_(rows, columns)], **moved)
    assert {(rows[i], columns[j]) for i, j in pairs(second)} == set(pairs(first))


@given(problems())
def test_metamorphic_properties_of_the_engine(problem):
    weights, allowed, options = problem
    options |= {"objective": "most_pairs", "exactly": None}
    found = bf.assign(weights, forbidden=~allowed, **options)
    more = bf.assign(weights + 7, forbidden=~allowed, **options)  # M4
    assert pairs(more) == pairs(found)
    assert more.total == found.total + 7 * found.matched
    thrice = bf.assign(3 * weights, forbidden=~allowed, **options)  # M6
    assert (pairs(thrice), thrice.total) == (pairs(found), 3 * found.total)
    turned = bf.assign(
        -weights, forbidden=~allowed, **(options | {"maximize": not options["maximize"]})
    )  # M7
    assert (turned.matched, turned.total) == (found.matched, -found.total)
    pinned = bf.assign(weights, forbidden=~allowed, pins=found.column_of_row, **options)  # M12
    assert pairs(pinned) == pairs(found)
    for i, j in pairs(found)[:1]:  # M11
        without = allowed.copy()
        without[i, j] = False
        fewer = bf.assign(weights, forbidden=~without, **options)
        assert found.matched - 1 <= fewer.matched <= found.matched


def test_keys_of_64_bits():
    weights = np.zeros((2, 2), dtype=int)
    keys = np.array([2**64 - 1, 1], dtype=np.uint64)
    assert pairs(bf.assign(weights, row_keys=keys)) == pairs(bf.assign(weights, row_keys=keys.view(np.int64)))


def test_progress_and_stopping():
    random = np.random.default_rng(1)
    weights = random.integers(0, 100, (700, 700))
    seen = []
    bf.assign(weights, progress=lambda *far: seen.append(far))
    assert seen
    assert all(phase == "assignment" and 0 <= done <= total for phase, done, total in seen)
    with pytest.raises(bf.CancelledError) as stopped:
        bf.assign(weights, progress=lambda *far: False)
    assert stopped.value.code == "E_CANCELLED"
    with pytest.raises(ZeroDivisionError):
        bf.assign(weights, progress=lambda *far: 1 // 0)
    with pytest.raises(bf.TimeLimitError) as late:
        bf.assign(weights, time_limit=0.001)
    assert late.value.code == "E_TIME"


def test_two_threads_and_one_problem_each():
    import threading

    weights = np.random.default_rng(2).integers(0, 100, (150, 150))
    expected = pairs(bf.assign(weights))
    found = []
    threads = [threading.Thread(target=lambda: found.append(pairs(bf.assign(weights)))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4
