#include "scoring/exact_quotient.hpp"

#include "catch2.hpp"

#include <cstdint>
#include <vector>

using namespace befriend;
using block::exact_quotient;
using block::Quotient;
using block::short_quotient;
using block::ShortQuotient;

namespace {

// What a kernel computes, modulo 2^16 at every step.
std::uint16_t computed(const Quotient& q, std::uint32_t y)
{
    const auto word = [](std::uint32_t number) { return static_cast<std::uint16_t>(number); };
    const std::uint16_t z = word(word(y * q.scale) + q.offset);
    const std::uint16_t low = word(std::uint32_t{z} * q.factor >> 16);
    const std::uint16_t rest = word(y * q.slope + q.start - std::uint32_t{low} * q.divisor);
    return word(low + (rest >= q.divisor ? 1U : 0U));
}

std::uint16_t computed(const ShortQuotient& q, std::uint32_t y)
{
    const auto z = static_cast<std::uint16_t>(y * q.slope + q.start);
    return static_cast<std::uint16_t>(std::uint32_t{z} * q.factor >> 16);
}

// How many of the numbers from 0 to `most` have another quotient; all if there is no such division.
template <class Found>
std::int64_t wrong_of(const Found& quotient, std::int64_t slope, std::int64_t start, std::int64_t divisor,
                      std::int64_t most)
{
    if (!quotient) return most + 1;
    std::int64_t wrong = 0;
    for (std::int64_t y = 0; y <= most; ++y)
        wrong += computed(*quotient, static_cast<std::uint32_t>(y)) != (slope * y + start) / divisor;
    return wrong;
}

std::int64_t wrong(std::int64_t slope, std::int64_t start, std::int64_t divisor, std::int64_t most)
{
    return wrong_of(exact_quotient(slope, start, divisor, most), slope, start, divisor, most);
}

}  // namespace

TEST_CASE("exact quotient: shares of every number of visits and of slots", "[scoring][property]")
{
    std::int64_t faults = 0;
    for (std::int64_t wanted = 25; wanted <= 400; ++wanted)
        faults += wrong(1000, 0, wanted, wanted);
    for (std::int64_t needed = 1; needed <= 168; ++needed)
        faults += wrong(1000, 0, needed, needed < 42 ? needed : 42);
    for (std::int64_t wishes = 1; wishes <= 5; ++wishes)
        faults += wrong(1, wishes / 2, wishes, 1000 * wishes);
    CHECK(faults == 0);
}

TEST_CASE("short quotient: shares of slots and wishes, and of nearly every number of visits",
          "[scoring][property]")
{
    std::int64_t faults = 0;
    std::int64_t missing = 0;
    for (std::int64_t wanted = 25; wanted <= 400; ++wanted) {
        const auto quotient = short_quotient(1000, 0, wanted, wanted);
        missing += !quotient;
        if (quotient) faults += wrong_of(quotient, 1000, 0, wanted, wanted);
    }
    for (std::int64_t needed = 1; needed <= 168; ++needed) {
        const std::int64_t most = needed < 42 ? needed : 42;
        faults += wrong_of(short_quotient(1000, 0, needed, most), 1000, 0, needed, most);
    }
    for (std::int64_t wishes = 1; wishes <= 5; ++wishes)
        faults += wrong_of(short_quotient(1, wishes / 2, wishes, 1000 * wishes), 1, wishes / 2, wishes,
                           1000 * wishes);
    CHECK(faults == 0);
    CHECK(missing == 13);  // 289 hundredths a month, and other odd numbers
}

TEST_CASE("short quotient: products of interests by the built-in policy", "[scoring][property]")
{
    std::int64_t faults = 0;
    for (std::int64_t grades = 1; grades <= 32; ++grades) {
        const std::int64_t most = 2'000 * grades;
        const std::int64_t range = 1'000 * most / 375'000 + 1;
        for (const std::int64_t start : {std::int64_t{0}, most / 2, most - 1})
            faults += wrong_of(short_quotient(375'000, start, most, range), 375'000, start, most, range);
    }
    CHECK(faults == 0);
}

TEST_CASE("short quotient: none where 16 bits are not enough", "[scoring][example]")
{
    CHECK(!short_quotient(1, 0, 1, 65'536));
    CHECK(!short_quotient(1'000, 0, 997, 20'000));
    CHECK(!short_quotient(1'000, 0, 1, 100));
    CHECK(short_quotient(1, 0, 2, 65'535));
}

TEST_CASE("exact quotient: points of every way in stretches up to 64 km", "[scoring][property]")
{
    std::int64_t faults = 0;
    for (std::int64_t stretch = 1; stretch <= 32'768; stretch += 97)
        faults += wrong(1000, stretch / 2, stretch, stretch);
    for (std::int64_t stretch = 1'000; stretch <= 64'000; stretch += 1'000)
        faults += wrong(1000, stretch / 2, stretch, stretch);
    CHECK(faults == 0);
}

TEST_CASE("exact quotient: products of interests, for any numbers of the policy that fit",
          "[scoring][property]")
{
    std::int64_t faults = 0;
    std::int64_t fitting = 0;
    for (const std::int64_t unit : {1, 2, 50, 125, 250, 1'000}) {
        for (const std::int64_t gain : {1, 7, 500, 999, 1'237, 1'500, 10'000}) {
            for (std::int64_t grades = 1; grades <= 40; ++grades) {
                const std::int64_t most = 2'000 * grades;
                const std::int64_t range = 1'000 * most / (gain * unit) + 1;
                if (range > 32'767 || !exact_quotient(gain * unit, most / 3, most, range)) continue;
                ++fitting;
                faults += wrong(gain * unit, most / 3, most, range);
            }
        }
    }
    CHECK(faults == 0);
    CHECK(fitting > 1'000);
}

TEST_CASE("exact quotient: none where 16 bits are not enough", "[scoring][example]")
{
    CHECK(!exact_quotient(1, 0, 1, 65'536));
    CHECK(!exact_quotient(1'000, 0, 32'769, 32'769));
    CHECK(!exact_quotient(1'000, 0, 1, 100));
    CHECK(exact_quotient(1'000, 0, 32'767, 32'767));
}
