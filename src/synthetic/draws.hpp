#pragma once

#include <Random123/philox.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace befriend::synthetic {

/// What a run of draws is for: one group of fields of one kind of record, so that no group sees how often
/// another drew. The numbers are part of the output: never change one.
enum class Stream : std::uint32_t {
    sibling_unit = 1,
    household = 2,
    child_age = 3,
    child_person = 4,
    child_request = 5,
    child_place = 6,
    child_wishes = 7,
    child_needs = 8,
    child_history = 9,
    child_slots = 10,
    child_interests = 11,
    child_pairs = 12,
    volunteer_stage = 32,
    volunteer_checks = 33,
    volunteer_person = 34,
    volunteer_place = 35,
    volunteer_limits = 36,
    volunteer_needs = 37,
    volunteer_slots = 38,
    volunteer_interests = 39,
};

/// A run of random integers that depends on the seed, the stream and the record alone: the same on every
/// machine, in any order of calls.
///
/// Philox4x32 with ten rounds, key = seed, counter = (block, stream, record).
/// J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC
/// 2011.
class Draws {
public:
    Draws(std::uint64_t seed, Stream stream, std::uint64_t record) noexcept
        : key_{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}},
          counter_{{0, static_cast<std::uint32_t>(stream), static_cast<std::uint32_t>(record),
                    static_cast<std::uint32_t>(record >> 32)}}
    {
    }

    /// Uniform over all 32 bits.
    [[nodiscard]] std::uint32_t word() noexcept
    {
        if (used_ == words_.size()) {
            words_ = r123::Philox4x32()(counter_, key_);
            ++counter_[0];
            used_ = 0;
        }
        return words_[used_++];
    }

    /// Uniform over 0 to `n` - 1, exactly. Precondition: `n` is positive.
    /// D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019) 3.
    [[nodiscard]] std::uint32_t below(std::uint32_t n) noexcept
    {
        std::uint64_t product = std::uint64_t{word()} * n;
        if (static_cast<std::uint32_t>(product) < n) {
            const std::uint32_t surplus = (0U - n) % n;  // 2^32 modulo n: that many words are one too many
            while (static_cast<std::uint32_t>(product) < surplus)
                product = std::uint64_t{word()} * n;
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

    /// Uniform over `least` to `most`, both included. Precondition: `least <= most`.
    [[nodiscard]] std::int32_t between(std::int32_t least, std::int32_t most) noexcept
    {
        return least + static_cast<std::int32_t>(below(static_cast<std::uint32_t>(most - least) + 1));
    }

    /// True `thousandths` times in a thousand.
    [[nodiscard]] bool chance(std::uint32_t thousandths) noexcept { return below(1000) < thousandths; }

private:
    r123::Philox4x32::key_type key_;
    r123::Philox4x32::ctr_type counter_;
    r123::Philox4x32::ctr_type words_{};
    std::size_t used_ = 4;
};

}  // namespace befriend::synthetic
