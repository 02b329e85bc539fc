// A given number of pairs, held against every assignment with so many.

#include "assignment/weighted_case.hpp"
#include "catch2.hpp"

#include <algorithm>
#include <random>

using namespace befriend;
using namespace befriend::test;

TEST_CASE("assign: exactly k pairs are the best of all with k pairs, and their prices prove it",
          "[assignment][oracle][property]")
{
    const auto seed = GENERATE(range(0U, 800U));
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    Case made = random_case(random);
    if (seed % 2 == 1) pin_some(made, random);
    const auto pins = static_cast<std::size_t>(
        std::count_if(made.pin.begin(), made.pin.end(), [](std::int64_t pin) { return pin != -1; }));
    for (std::size_t exactly = 0; exactly <= made.pairs.rows() + 1; ++exactly) {
        CAPTURE(exactly);
        AssignOptions options{goals[random() % 2], random() % 2 == 0, random() % 8 == 0, random() % 4 != 0};
        options.exactly = exactly;
        const Assignment answer = assign(made.input(), options);
        if (exactly < pins) {
            REQUIRE(answer.faults == std::vector<AssignFault>{{AssignRule::pin_count, pins}});
            continue;
        }
        REQUIRE(answer.faults.empty());
        const auto best = best_of(made, options);
        const std::size_t most = best_of(made, {Goal::most_pairs, options.maximize})->matched;
        REQUIRE(best.has_value() == (answer.status == AssignStatus::optimal));
        if (!best) {
            REQUIRE(answer.status == AssignStatus::infeasible);
            REQUIRE(answer.column_of_row.empty());
            REQUIRE(answer.matched == std::min(exactly, most));
            continue;
        }
        check_pairs(made, answer);
        check_prices(made, options, answer);
        REQUIRE(answer.matched == exactly);
        REQUIRE(answer.total == best->total);
    }
}

TEST_CASE(
    "assign: as many as there can be, exactly, are the most pairs, and the best total is that of its number",
    "[assignment][property]")
{
    const auto seed = GENERATE(range(0U, 200U));
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    Case made = random_case(random);
    if (seed % 2 == 1) pin_some(made, random);
    for (const Goal goal : goals) {
        AssignOptions options{goal, random() % 2 == 0};
        const Assignment plain = assign(made.input(), options);
        options.exactly = plain.matched;
        const Assignment exact = assign(made.input(), options);
        CHECK(exact.total == plain.total);
        if (goal == Goal::most_pairs) CHECK(exact.column_of_row == plain.column_of_row);
    }
}

TEST_CASE("assign: one pair more never costs less than the last one did, and `each` is its price",
          "[assignment][property]")
{
    constexpr std::size_t size = 30;
    std::mt19937_64 random(GENERATE(range(0U, 4U)));
    std::vector<std::int64_t> weight(size * size);
    for (auto& w : weight)
        w = static_cast<std::int64_t>(random() % 1000) - 100;
    const Case made{square(weight, size), {}, {}};
    std::vector<std::int64_t> total;
    std::vector<std::int64_t> price;
    for (std::size_t exactly = 0; exactly <= size; ++exactly) {
        AssignOptions options;
        options.exactly = exactly;
        const Assignment answer = assign(made.input(), options);
        REQUIRE(answer.matched == exactly);
        check_pairs(made, answer);
        check_prices(made, options, answer);
        total.push_back(answer.total);
        price.push_back(-answer.each);
    }
    for (std::size_t exactly = 1; exactly < size; ++exactly) {
        CAPTURE(exactly);
        CHECK(total[exactly] - total[exactly - 1] <= price[exactly]);
        CHECK(price[exactly] <= total[exactly + 1] - total[exactly]);
    }
}

TEST_CASE("assign: a stop among exactly k pairs bounds their total", "[assignment][example]")
{
    std::mt19937_64 random(8);
    std::vector<std::int64_t> weight(60 * 60);
    for (auto& w : weight)
        w = 1000 + static_cast<std::int64_t>(random() % 1000);
    const WeightedPairs pairs = square(weight, 60);
    AssignOptions options;
    options.exactly = 20;
    options.ties = GENERATE(false, true);
    const Assignment best = assign({pairs, {}, {}, {}, {}}, options);
    std::size_t asked = 0;
    const auto count = [&](std::size_t, std::size_t) { return ++asked > 0; };
    REQUIRE(assign({pairs, {}, {}, {}, {}}, options, count).total == best.total);
    REQUIRE(asked > 0);
    for (std::size_t stop_at = 0; stop_at < 12; ++stop_at) {
        std::size_t left = asked * stop_at / 12;
        const auto goes_on = [&](std::size_t, std::size_t) { return left-- > 0; };
        const Assignment stopped = assign({pairs, {}, {}, {}, {}}, options, goes_on);
        CHECK(stopped.status == AssignStatus::stopped);
        if (!stopped.bound.empty()) CHECK(stopped.bound[0] == 20);
        if (stopped.bound.size() > 1) CHECK(stopped.bound[1] <= best.total);
    }
}
