#include "assignment/lexicographic.hpp"

#include "catch2.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/certificate.hpp>

using namespace befriend;
using namespace befriend::test;

namespace {

void check_same_answer(const Limits& limits, unsigned family, std::uint64_t seeds)
{
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        CAPTURE(family_name[family], seed);
        const Instance instance = random_instance(family, seed, 24);
        const Arrays arrays(instance);
        const Solution whole = solve_lexicographically(arrays.problem, {}, {1000, std::int64_t{1} << 60});
        const Solution limited = solve_lexicographically(arrays.problem, {}, limits);

        REQUIRE(first_violation(arrays.problem, whole) == std::nullopt);
        REQUIRE(first_violation(arrays.problem, limited) == std::nullopt);
        REQUIRE(limited.column_of_row == whole.column_of_row);
        REQUIRE(limited.value == whole.value);
    }
}

}  // namespace

TEST_CASE("solve_lexicographically: the size of the core does not change the answer",
          "[assignment][property]")
{
    const auto best_few = GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{4});
    const auto family = GENERATE(range(0u, families));
    check_same_answer({best_few, std::int64_t{1} << 60}, family, 170);
}

TEST_CASE("solve_lexicographically: beginning anew on the whole face does not change the answer",
          "[assignment][property]")
{
    const auto family = GENERATE(range(0u, families));
    check_same_answer({1, 1}, family, 200);
}
