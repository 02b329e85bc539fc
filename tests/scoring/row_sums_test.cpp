#include "scoring/row_sums.hpp"

#include "catch2.hpp"
#include "scoring/kernel_levels.hpp"
#include "scoring/random_round.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr std::size_t slots = 42;

// A child's numbers and a block of volunteers' rows.
struct Given {
    std::vector<std::int16_t> profile;
    std::uint16_t slots_of_child[3];
    std::vector<BlockRow> rows;
};

// Some terms of many, numbers up to `most` either way, grades up to 2.
Given random_given(Dice& dice, std::size_t terms, std::size_t most)
{
    Given given{std::vector<std::int16_t>(terms), {}, std::vector<BlockRow>(terms + slots)};
    const std::size_t percent = 1 + dice.below(100);
    for (std::int16_t& number : given.profile)
        if (dice.chance(percent))
            number = static_cast<std::int16_t>(static_cast<int>(dice.below(2 * most + 1)) -
                                               static_cast<int>(most));
    for (std::uint16_t& word : given.slots_of_child)
        word = static_cast<std::uint16_t>(dice.below(1U << 14));
    for (std::size_t row = 0; row < given.rows.size(); ++row)
        for (std::int8_t& said : given.rows[row].of)
            said = static_cast<std::int8_t>(row < terms ? static_cast<int>(dice.below(5)) - 2
                                                        : static_cast<int>(dice.below(2)));
    return given;
}

std::uint16_t product_of(const Given& given, std::size_t lane)
{
    std::int64_t sum = 0;
    for (std::size_t term = 0; term < given.profile.size(); ++term)
        sum += std::int64_t{given.profile[term]} * given.rows[term].of[lane];
    return static_cast<std::uint16_t>(sum);
}

int common_slots(const Given& given, std::size_t lane)
{
    int count = 0;
    for (std::size_t slot = 0; slot < slots; ++slot)
        count += (given.slots_of_child[slot / 14] >> slot % 14 & 1) != 0 &&
                 given.rows[given.profile.size() + slot].of[lane] != 0;
    return count;
}

std::size_t wrong_lanes(const block::Kernel& kernel, const Given& given)
{
    const auto sums = std::make_unique<RowSums>();
    sums->set(given.profile, given.slots_of_child);
    std::array<std::uint16_t, block::lanes> products;
    BlockRow counts;
    sums->set_products(kernel, given.rows.data(), products);
    sums->set_common_slots(kernel, given.rows.data(), counts);
    std::size_t wrong = 0;
    for (std::size_t lane = 0; lane < block::lanes; ++lane)
        wrong += products[lane] != product_of(given, lane) || counts.of[lane] != common_slots(given, lane);
    return wrong;
}

}  // namespace

TEST_CASE("row sums: products and common slots are those of one pair after the other", "[scoring][property]")
{
    const auto seed = GENERATE(range(0U, 60U));
    Dice dice(seed);
    const std::size_t terms = dice.below(RowSums::most_terms + 1);
    const std::size_t most = dice.chance(50) ? 8 : 1 + dice.below(32'767);
    CAPTURE(seed, terms, most);
    const Given given = random_given(dice, terms, most);
    for (const block::Kernel* kernel : block::runnable_kernels()) {
        CAPTURE(std::string(kernel->level));
        CHECK(wrong_lanes(*kernel, given) == 0);
    }
}

TEST_CASE("row sums: the largest grades of every term do not overflow", "[scoring]")
{
    Dice dice(1);
    for (const int number : {1, -1, 8, 127, -32'767, 32'767}) {
        Given given = random_given(dice, RowSums::most_terms, 8);
        std::fill(given.profile.begin(), given.profile.end(), static_cast<std::int16_t>(number));
        for (BlockRow& row : given.rows)
            for (std::int8_t& said : row.of)
                said = static_cast<std::int8_t>(&row - given.rows.data() < 256 ? 2 : 1);
        for (const block::Kernel* kernel : block::runnable_kernels())
            CHECK(wrong_lanes(*kernel, given) == 0);
    }
}
