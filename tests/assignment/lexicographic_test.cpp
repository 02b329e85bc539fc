#include "assignment/lexicographic.hpp"

#include "catch2.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/certificate.hpp>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr std::int64_t high = std::int64_t{1} << 60;

void check_same_answer(const Limits& limits, unsigned family, std::uint64_t seeds)
{
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(family_name[family], seed);
        const Instance instance = random_instance(family, seed, 24);
        const Arrays arrays(instance);
        const Solution searched = solve_lexicographically(arrays.problem, {}, {false, false, high});
        const Solution limited = solve_lexicographically(arrays.problem, {}, limits);

        REQUIRE(first_violation(arrays.problem, searched) == std::nullopt);
        REQUIRE(first_violation(arrays.problem, limited) == std::nullopt);
        REQUIRE(limited.column_of_row == searched.column_of_row);
        REQUIRE(limited.value == searched.value);
    }
}

}  // namespace

TEST_CASE("solve_lexicographically: the way does not change the answer", "[assignment][property]")
{
    const auto family = GENERATE(range(0u, families));
    check_same_answer({true, true, high}, family, 400);
    check_same_answer({true, false, high}, family, 100);
    check_same_answer({false, true, high}, family, 100);
}

TEST_CASE("solve_lexicographically: an auction that is cut short does not change the answer",
          "[assignment][property]")
{
    const auto highest = GENERATE(std::int64_t{0}, std::int64_t{1}, std::int64_t{50});
    const auto family = GENERATE(range(0u, families));
    check_same_answer({true, true, highest}, family, 100);
}
