#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace befriend {

/// Several 32-bit numbers, as many as the processor that we build for takes in one instruction. A loop over
/// them gives the same whatever their number; a comparison gives -1 where it holds, else 0.
///
/// Passed by reference only: by value, the way of passing would depend on the processor.
#if defined(__AVX512F__)
constexpr std::size_t bytes_of_lanes = 64;
#elif defined(__AVX2__)
constexpr std::size_t bytes_of_lanes = 32;
#else
constexpr std::size_t bytes_of_lanes = 16;
#endif
typedef std::int32_t Lanes __attribute__((vector_size(bytes_of_lanes)));
typedef std::uint32_t UnsignedLanes __attribute__((vector_size(bytes_of_lanes)));
constexpr std::size_t lanes = bytes_of_lanes / sizeof(std::int32_t);

inline void load(Lanes& numbers, const std::int32_t* from)
{
    std::memcpy(&numbers, from, sizeof numbers);
}

inline void store(const Lanes& numbers, std::int32_t* to)
{
    std::memcpy(to, &numbers, sizeof numbers);
}

/// Whether one of them is not 0.
inline bool any(const Lanes& marks)
{
    std::uint64_t parts[sizeof marks / sizeof(std::uint64_t)];
    std::memcpy(parts, &marks, sizeof marks);
    std::uint64_t together = 0;
    for (const std::uint64_t part : parts)
        together |= part;
    return together != 0;
}

/// The least of them.
inline std::int32_t least_of(const Lanes& numbers)
{
    Lanes least = numbers;
    const auto with = [&](const Lanes& other) { least = other < least ? other : least; };
#if defined(__AVX512F__)
    with(__builtin_shufflevector(least, least, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7));
    with(__builtin_shufflevector(least, least, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11));
    with(__builtin_shufflevector(least, least, 2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
    with(__builtin_shufflevector(least, least, 1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14));
#elif defined(__AVX2__)
    with(__builtin_shufflevector(least, least, 4, 5, 6, 7, 0, 1, 2, 3));
    with(__builtin_shufflevector(least, least, 2, 3, 0, 1, 6, 7, 4, 5));
    with(__builtin_shufflevector(least, least, 1, 0, 3, 2, 5, 4, 7, 6));
#else
    with(__builtin_shufflevector(least, least, 2, 3, 0, 1));
    with(__builtin_shufflevector(least, least, 1, 0, 3, 2));
#endif
    return least[0];
}

/// 0, 1, 2, ...
inline void number(Lanes& numbers)
{
    for (std::size_t lane = 0; lane < lanes; ++lane)
        numbers[lane] = static_cast<std::int32_t>(lane);
}

/// `sum` plus each of the 64-bit numbers at `from`, their bits turned by `turn`, where the results fit 32
/// bits: only the low halves are read.
inline void load_sums(Lanes& sums, std::uint32_t sum, const std::int64_t* from, std::uint32_t turn)
{
    static_assert(std::endian::native == std::endian::little, "the low half of a number comes first");
    UnsignedLanes first;
    UnsignedLanes second;
    std::memcpy(&first, from, sizeof first);
    std::memcpy(&second, from + lanes / 2, sizeof second);
#if defined(__AVX512F__)
    const UnsignedLanes low =
        __builtin_shufflevector(first, second, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
#elif defined(__AVX2__)
    const UnsignedLanes low = __builtin_shufflevector(first, second, 0, 2, 4, 6, 8, 10, 12, 14);
#else
    const UnsignedLanes low = __builtin_shufflevector(first, second, 0, 2, 4, 6);
#endif
    const UnsignedLanes all = (low ^ turn) + sum;
    std::memcpy(&sums, &all, sizeof sums);
}

}  // namespace befriend
