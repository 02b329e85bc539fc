// The engine alone, held against every assignment there is and against the rules that its prices promise.

#include "assignment/weighted_case.hpp"
#include "catch2.hpp"

#include <limits>
#include <map>
#include <random>

using namespace befriend;
using namespace befriend::test;

TEST_CASE("assign: the answer is the best of all, and its prices prove it", "[assignment][oracle][property]")
{
    const auto seed = GENERATE(range(0U, 1500U));
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    Case made = random_case(random);
    if (seed % 2 == 1) pin_some(made, random);
    const AssignOptions options{goals[random() % 2], random() % 2 == 0, random() % 3 == 0, random() % 4 != 0};

    const Assignment answer = assign(made.input(), options);
    const auto best = best_of(made, options);

    REQUIRE(answer.faults.empty());
    if (!best) {
        REQUIRE(options.require_all);
        REQUIRE(answer.status == AssignStatus::infeasible);
        REQUIRE(answer.column_of_row.empty());
        AssignOptions any{Goal::most_pairs, options.maximize};
        REQUIRE(answer.matched == best_of(made, any)->matched);
        return;
    }
    REQUIRE(answer.status == AssignStatus::optimal);
    check_pairs(made, answer);
    check_prices(made, options, answer);
    REQUIRE(answer.total == best->total);
    if (options.goal == Goal::most_pairs) REQUIRE(answer.matched == best->matched);
}

TEST_CASE("assign: the least total of as many pairs as possible, unless told otherwise",
          "[assignment][example]")
{
    // A published example: rows 0, 1, 2 take columns 1, 0, 2 for 1 + 2 + 2.
    const WeightedPairs pairs = square({4, 1, 3, 2, 0, 5, 3, 2, 2}, 3);
    const Assignment least = assign({pairs, {}, {}, {}, {}}, {});
    CHECK(least.column_of_row == std::vector<std::uint32_t>{1, 0, 2});
    CHECK(least.total == 5);

    const Assignment largest = assign({pairs, {}, {}, {}, {}}, {Goal::most_pairs, true, false});
    CHECK(largest.total == 4 + 5 + 2);

    const Assignment nothing = assign({pairs, {}, {}, {}, {}}, {Goal::best_total, false, false});
    CHECK(nothing.total == 0);
}

TEST_CASE("assign: an input is told everything that is wrong with it", "[assignment][example]")
{
    const WeightedPairs pairs = square({1, 2, 3, 4}, 2);
    const auto faults = [&](std::vector<std::int64_t> capacity, std::vector<std::int64_t> pin) {
        const Assignment answer = assign({pairs, capacity, pin, {}, {}}, {});
        CHECK(answer.status == AssignStatus::refused);
        return answer.faults;
    };
    using Faults = std::vector<AssignFault>;
    CHECK(faults({1}, {0, 1, 1}) == Faults{{AssignRule::capacity_size, 1}, {AssignRule::pin_size, 3}});
    CHECK(faults({-1, std::int64_t{1} << 31}, {}) ==
          Faults{{AssignRule::capacity_range, 0}, {AssignRule::capacity_range, 1}});
    CHECK(faults({}, {2, -2}) == Faults{{AssignRule::pin_column, 0}, {AssignRule::pin_column, 1}});
    CHECK(faults({}, {1, 1}) == Faults{{AssignRule::pin_capacity, 1}});
    CHECK(faults({0, 1}, {0, -1}) == Faults{{AssignRule::pin_capacity, 0}});

    PairFaults none;
    const std::vector<std::int64_t> row{0}, column{1}, weight{5};
    const WeightedPairs one = pairs_of_coordinates(1, 2, row, column, weight, none);
    const std::vector<std::int64_t> not_a_pair{0};
    CHECK(assign({one, {}, not_a_pair, {}, {}}, {}).faults == Faults{{AssignRule::pin_pair, 0}});

    const std::vector<std::uint64_t> keys{1, 2, 3};
    CHECK(assign({one, {}, {}, keys, keys}, {}).faults ==
          Faults{{AssignRule::row_key_size, 3}, {AssignRule::column_key_size, 3}});
}

TEST_CASE("assign: weights whose sums could overflow are refused", "[assignment][example]")
{
    const auto status = [](std::int64_t weight, bool pinned) {
        const WeightedPairs pairs = square({weight, weight, weight, weight}, 2);
        const std::vector<std::int64_t> pin{0, 1};
        return assign({pairs, {}, pinned ? std::span(pin) : std::span<const std::int64_t>(), {}, {}}, {})
            .faults;
    };
    constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    using Faults = std::vector<AssignFault>;
    CHECK(status(std::int64_t{1} << 57, false).empty());
    CHECK(status(-(std::int64_t{1} << 57), false).empty());
    CHECK(status(std::int64_t{1} << 58, false) == Faults{{AssignRule::no_overflow, 0}});
    CHECK(status(lowest, false) == Faults{{AssignRule::no_overflow, 0}});
    CHECK(status(lowest, true) == Faults{{AssignRule::no_overflow, 0}});
    CHECK(status((std::int64_t{1} << 60) - 1, true).empty());
}

TEST_CASE("assign: pins alone can overflow the total, and are refused", "[assignment][example]")
{
    std::vector<std::int64_t> weight(81, (std::int64_t{1} << 60) - 1);
    const WeightedPairs pairs = square(weight, 9);
    const std::vector<std::int64_t> pin{0, 1, 2, 3, 4, 5, 6, 7, 8};
    const Assignment answer = assign({pairs, {}, pin, {}, {}}, {});
    CHECK(answer.status == AssignStatus::refused);
    CHECK(answer.faults == std::vector<AssignFault>{{AssignRule::no_overflow, 0}});
    CHECK(answer.column_of_row.empty());
}

TEST_CASE("assign: keys decide ties, not the order of rows and columns", "[assignment][property]")
{
    const auto seed = GENERATE(range(0U, 50U));
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    const std::vector<std::uint64_t> row_key{random(), random(), random()};
    const std::vector<std::uint64_t> column_key{random(), random(), random()};
    const WeightedPairs pairs = square(std::vector<std::int64_t>(9, 7), 3);
    const std::vector<std::uint64_t> other_row{row_key[2], row_key[0], row_key[1]};
    const std::vector<std::uint64_t> other_column{column_key[1], column_key[2], column_key[0]};

    const Assignment one = assign({pairs, {}, {}, row_key, column_key}, {});
    const Assignment other = assign({pairs, {}, {}, other_row, other_column}, {});

    std::map<std::uint64_t, std::uint64_t> by_key, other_by_key;
    for (std::size_t row = 0; row < 3; ++row) {
        by_key[row_key[row]] = column_key[one.column_of_row[row]];
        other_by_key[other_row[row]] = other_column[other.column_of_row[row]];
    }
    CHECK(by_key == other_by_key);
}

TEST_CASE("assign: a stop gives a bound in the caller's sign, and no pairs", "[assignment][example]")
{
    std::mt19937_64 random(7);
    std::vector<std::int64_t> weight(60 * 60);
    for (auto& w : weight)
        w = 1000 + static_cast<std::int64_t>(random() % 1000);
    const WeightedPairs pairs = square(weight, 60);
    const Assignment best = assign({pairs, {}, {}, {}, {}}, {});
    std::size_t asked = 0;
    const Assignment counted = assign({pairs, {}, {}, {}, {}}, {}, [&](std::size_t, std::size_t) {
        ++asked;
        return true;
    });
    REQUIRE(counted.total == best.total);
    REQUIRE(asked > 0);

    const auto stop_at = GENERATE(range(0U, 12U));
    std::size_t left = asked * stop_at / 12;
    const Assignment stopped =
        assign({pairs, {}, {}, {}, {}}, {}, [&](std::size_t, std::size_t) { return left-- > 0; });
    CHECK(stopped.status == AssignStatus::stopped);
    CHECK(stopped.column_of_row.empty());
    if (!stopped.bound.empty()) {
        CHECK(stopped.bound[0] >= 60);
        if (stopped.bound[0] == 60) CHECK(stopped.bound[1] <= best.total);
    }
}
