#include "synthetic/draws.hpp"

#include "catch2.hpp"
#include "synthetic/shares.hpp"
#include "synthetic/statistics.hpp"

#include <array>
#include <cstdint>
#include <vector>

using namespace befriend;
using namespace befriend::synthetic;

TEST_CASE("draws: the bits are those of Philox4x32 with ten rounds", "[synthetic][oracle]")
{
    // Counter and key all zero: D. E. Shaw Research, Random123, kat_vectors, line "philox4x32 10".
    Draws draws(0, Stream{0}, 0);
    CHECK(draws.word() == 0x6627e8d5);
    CHECK(draws.word() == 0xe169c58d);
    CHECK(draws.word() == 0xbc57ac4c);
    CHECK(draws.word() == 0x9b00dbd8);
}

TEST_CASE("draws: seed, stream, record and place each change the bits", "[synthetic][example]")
{
    const auto first = [](std::uint64_t seed, Stream stream, std::uint64_t record) {
        return Draws(seed, stream, record).word();
    };
    const std::uint64_t high = std::uint64_t{1} << 32;
    const std::array<std::uint32_t, 7> words{
        first(1, Stream::household, 1), first(2, Stream::household, 1), first(1 + high, Stream::household, 1),
        first(1, Stream::child_age, 1), first(1, Stream::household, 2), first(1, Stream::household, 1 + high),
        first(0, Stream::household, 1)};
    for (std::size_t a = 0; a < words.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b)
            CHECK(words[a] != words[b]);
    }
    Draws draws(1, Stream::household, 1);
    for (int block = 0; block < 4; ++block)
        static_cast<void>(draws.word());
    CHECK(draws.word() != words[0]);
}

TEST_CASE("draws: every number below a bound is as likely as the others", "[synthetic][property]")
{
    const auto bound = GENERATE(1u, 2u, 3u, 10u, 1000u);
    CAPTURE(bound);
    constexpr int trials = 200'000;
    std::vector<double> counts(bound);
    Draws draws(7, Stream::household, bound);
    for (int trial = 0; trial < trials; ++trial)
        counts.at(draws.below(bound)) += 1;
    if (bound == 1) return;
    const std::vector<double> shares(bound, 1.0 / bound);
    CHECK(test::chi_square_tail(test::chi_square(counts, shares), bound - 1.0) > 0.001);
}

TEST_CASE("draws: a bound just above half of all words is not biased", "[synthetic][property]")
{
    // 3 * 2^30: without rejection each third number would come twice as often, 50 instead of 33 in 100.
    constexpr std::uint32_t bound = 3U << 30;
    constexpr int trials = 30'000;
    std::array<int, 3> thirds{};
    Draws draws(3, Stream::household, 0);
    for (int trial = 0; trial < trials; ++trial)
        ++thirds[draws.below(bound) % 3];
    for (const int third : thirds)
        CHECK(test::is_plausible(third, trials, 1.0 / 3));
}

TEST_CASE("draws: a range holds both of its ends and nothing else", "[synthetic][example]")
{
    std::array<int, 5> counts{};
    Draws draws(5, Stream::household, 0);
    for (int trial = 0; trial < 1000; ++trial)
        ++counts.at(static_cast<std::size_t>(draws.between(-2, 2) + 2));
    for (const int count : counts)
        CHECK(count > 100);
}

TEST_CASE("shares: the rest and the part make the whole", "[synthetic][example]")
{
    constexpr Shares<char, 2> whole{{{'b', 570}, {'g', 430}}};
    constexpr Shares<char, 2> part{{{'b', 950}, {'g', 50}}};
    constexpr auto rest = rest_of(whole, part, 100);
    CHECK(rest[0].weight == 475'000);
    CHECK(rest[1].weight == 425'000);
}
