#pragma once

#include "scoring/block_kernel.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace befriend {

/// What the volunteers of a block say, a byte each: a grade of a term, or whether they have a slot.
struct alignas(64) BlockRow {
    std::int8_t of[block::lanes];
};

/// The sums over rows that a child's interests and slots come to, for all volunteers of a block.
///
/// A block's rows are one a term of the vocabulary, then one a slot of the week.
class RowSums {
public:
    /// Of a vocabulary whose grades are kept one a volunteer and term.
    static constexpr std::size_t most_terms = 256;

    RowSums() noexcept {}  // most of the arrays is never read

    /// For a child with this profile, a number a term, and these slots, 14 of the 42 in each word. At most
    /// once. O(terms x bits of a number).
    void set(std::span<const std::int16_t> profile, const std::uint16_t (&slots)[3]) noexcept;

    /// The sum of number times grade over all terms, modulo 2^16, of each volunteer.
    void set_products(const block::Kernel& kernel, const BlockRow* rows,
                      std::array<std::uint16_t, block::lanes>& products) const noexcept;

    /// How many slots each volunteer has in common with the child.
    void set_common_slots(const block::Kernel& kernel, const BlockRow* rows, BlockRow& counts) const noexcept;

private:
    // What stays within a byte: sums over the bits of the numbers, from a higher one down to that of
    // `factor`.
    struct Step {
        std::uint32_t first_offset;
        std::uint16_t levels;
        std::uint16_t factor;
    };
    struct Number {
        std::int32_t number;
        std::uint32_t row;  // its offset
    };

    void add_steps(std::span<const Number> numbers) noexcept;
    std::size_t add_level(std::span<const Number> numbers, int bit) noexcept;

    static constexpr int most_bits = 16;

    std::size_t offset_count_ = 0;
    std::size_t step_count_ = 0;
    std::array<std::uint32_t, (most_terms + 16) * most_bits> offsets_;
    std::array<std::uint32_t, 44> slot_offsets_;
    std::array<Step, 128> steps_;
};

}  // namespace befriend
