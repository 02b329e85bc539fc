// A product of a child's numbers with all volunteers' grades, without multiplying: the numbers are read bit
// by bit from the highest, and the sum so far is doubled before the rows of the terms that have the next bit
// are added, or subtracted where the number is negative (Horner's rule). A byte holds 64 volunteers a vector
// instruction on the widest processors; where it could overflow, a new sum begins, and what the sums are
// worth is put together in 16 bits.
//
// A sum is bounded by its rows, of which each is at most 2 either way.
//
// O(set bits of all numbers x lanes).

#include "scoring/row_sums.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace befriend {
namespace {

constexpr std::size_t most_grade = 2;
constexpr std::size_t most_sum = 127;
constexpr std::size_t most_rows = most_sum / most_grade;  // at a bit

std::uint32_t offset_of(std::size_t row) noexcept
{
    return static_cast<std::uint32_t>(row * sizeof(BlockRow));
}

}  // namespace

void RowSums::set(std::span<const std::int16_t> profile, const std::uint16_t (&slots)[3]) noexcept
{
    std::array<Number, most_terms + 1> numbers;
    std::size_t count = 0;
    for (std::size_t term = 0; term < profile.size(); ++term) {
        numbers[count] = {profile[term], offset_of(term)};  // stays if not 0
        count += profile[term] != 0;
    }
    for (std::size_t first = 0; first < count; first += most_rows)
        add_steps(std::span(numbers).subspan(first, std::min(most_rows, count - first)));
    std::size_t common = 0;
    for (std::size_t third = 0; third < 3; ++third)
        for (std::uint32_t left = slots[third]; left != 0; left &= left - 1)
            slot_offsets_[common++] =
                offset_of(profile.size() + 14 * third + static_cast<std::size_t>(std::countr_zero(left)));
    slot_offsets_[common++] = block::end_of_rows;
    slot_offsets_[common] = block::end_of_rows;
}

// Of at most `most_rows` numbers.
void RowSums::add_steps(std::span<const Number> numbers) noexcept
{
    std::uint32_t all_bits = 0;
    for (const Number& each : numbers)
        all_bits |= static_cast<std::uint32_t>(std::abs(each.number));
    std::size_t most = 0;  // of the sum so far, either way
    for (int bit = static_cast<int>(std::bit_width(all_bits)) - 1; bit >= 0; --bit) {
        const auto first = static_cast<std::uint32_t>(offset_count_);
        const std::size_t more = most_grade * add_level(numbers, bit);
        if (most == 0 || 2 * most + more > most_sum) {
            steps_[step_count_++] = {first, 0, 0};
            most = 0;
        }
        most = 2 * most + more;
        Step& step = steps_[step_count_ - 1];
        ++step.levels;
        step.factor = static_cast<std::uint16_t>(1U << bit);
    }
}

// The rows of the numbers that have the bit; how many.
std::size_t RowSums::add_level(std::span<const Number> numbers, int bit) noexcept
{
    const std::size_t before = offset_count_;
    for (const std::int32_t sign : {1, -1}) {
        for (const Number& each : numbers) {
            const std::int32_t number = sign * each.number;
            offsets_[offset_count_] = each.row;  // stays if it has the bit
            offset_count_ += static_cast<std::size_t>(number > 0 && (number >> bit & 1) != 0);
        }
        offsets_[offset_count_++] = block::end_of_rows;
    }
    return offset_count_ - before - 2;
}

void RowSums::set_products(const block::Kernel& kernel, const BlockRow* rows,
                           std::array<std::uint16_t, block::lanes>& products) const noexcept
{
    BlockRow sums;
    products.fill(0);
    for (std::size_t i = 0; i < step_count_; ++i) {
        const Step& step = steps_[i];
        kernel.sum_rows(rows->of, &offsets_[step.first_offset], step.levels, sums.of);
        kernel.add_product(sums.of, step.factor, products.data());
    }
}

void RowSums::set_common_slots(const block::Kernel& kernel, const BlockRow* rows,
                               BlockRow& counts) const noexcept
{
    kernel.sum_rows(rows->of, slot_offsets_.data(), 1, counts.of);
}

}  // namespace befriend
