#pragma once

#include <bit>
#include <cstdint>
#include <initializer_list>
#include <type_traits>

namespace befriend {

/// A set of values of a small enumeration (at most 32 values from 0 on), as bits.
template <class E>
class TagSet {
public:
    constexpr TagSet() = default;
    constexpr TagSet(std::initializer_list<E> tags)
    {
        for (const E tag : tags)
            insert(tag);
    }

    constexpr void insert(E tag) noexcept { bits_ |= bit(tag); }
    [[nodiscard]] constexpr bool has(E tag) const noexcept { return (bits_ & bit(tag)) != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] constexpr int size() const noexcept { return std::popcount(bits_); }

    /// The tags that either set has, those that both have, and those that only the first has.
    friend constexpr TagSet operator|(TagSet a, TagSet b) noexcept { return TagSet(a.bits_ | b.bits_); }
    friend constexpr TagSet operator&(TagSet a, TagSet b) noexcept { return TagSet(a.bits_ & b.bits_); }
    friend constexpr TagSet operator-(TagSet a, TagSet b) noexcept { return TagSet(a.bits_ & ~b.bits_); }
    friend constexpr bool operator==(TagSet, TagSet) = default;

private:
    constexpr explicit TagSet(std::uint32_t bits) noexcept : bits_(bits) {}
    static constexpr std::uint32_t bit(E tag) noexcept
    {
        return std::uint32_t{1} << static_cast<unsigned>(tag);
    }

    std::uint32_t bits_ = 0;
};

}  // namespace befriend
