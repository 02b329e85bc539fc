#include "synthetic/quantiles.hpp"

#include "catch2.hpp"
#include "synthetic/quantile_tables.hpp"

#include <algorithm>
#include <cmath>

using namespace befriend;
using namespace befriend::synthetic;

namespace {

constexpr double days_a_month = 365.25 / 12;

// The share of a log-normal that lies below `value`, by the error function: the tables were made by its
// inverse.
double below(double value, double median, double ninth_decile)
{
    constexpr double standard_ninth_decile = 1.2815515655446004;
    const double sigma = std::log(ninth_decile / median) / standard_ninth_decile;
    return 0.5 * std::erfc(-std::log(value / median) / sigma / std::sqrt(2.0));
}

// Each knot stands for its share to half a unit, between the ends and up to the cut.
void check_log_normal(const Quantiles& quantiles, double median, double ninth_decile, double most)
{
    for (std::size_t knot = 1; knot < 256; ++knot) {
        CAPTURE(knot);
        const double share = static_cast<double>(knot) / 256;
        if (quantiles[knot] >= std::floor(most)) {
            CHECK(below(most - 0.5, median, ninth_decile) <= share);
            continue;
        }
        CHECK(below(quantiles[knot] - 0.5, median, ninth_decile) <= share + 1e-9);
        CHECK(below(quantiles[knot] + 0.5, median, ninth_decile) >= share - 1e-9);
    }
}

}  // namespace

TEST_CASE("quantiles: waiting is log-normal, median 6 months, 90th centile 20, cut at 48",
          "[synthetic][oracle]")
{
    check_log_normal(waiting_days, 6 * days_a_month, 20 * days_a_month, 48 * days_a_month);
    CHECK(waiting_days.back() == 1461);
}

TEST_CASE("quantiles: travel is log-normal, median 30 minutes, 90th centile 60, cut at 120",
          "[synthetic][oracle]")
{
    check_log_normal(travel_seconds, 1800, 3600, 7200);
    CHECK(travel_seconds.back() == 7200);
}

TEST_CASE("quantiles: readiness is exponential with a mean of 90 days", "[synthetic][oracle]")
{
    for (std::size_t knot = 1; knot < 256; ++knot) {
        CAPTURE(knot);
        const double share = static_cast<double>(knot) / 256;
        CHECK(std::abs(ready_days[knot] + 90 * std::log1p(-share)) <= 0.5 + 1e-9);
    }
}

TEST_CASE("quantiles: tables never fall", "[synthetic][property]")
{
    for (const Quantiles& quantiles : {waiting_days, travel_seconds, ready_days})
        CHECK(std::is_sorted(quantiles.begin(), quantiles.end()));
}

TEST_CASE("quantiles: values lie between neighbouring knots and reach both ends", "[synthetic][example]")
{
    constexpr Quantiles line = [] {
        Quantiles made{};
        for (std::size_t knot = 0; knot < made.size(); ++knot)
            made[knot] = static_cast<std::int32_t>(1000 * knot);
        return made;
    }();
    // On a straight table the value is the place itself, rounded down.
    for (std::uint64_t record = 0; record < 1000; ++record) {
        Draws draws(1, Stream::household, record);
        Draws same(1, Stream::household, record);
        const std::uint64_t place = same.word();
        CHECK(value_of(line, draws) == static_cast<std::int32_t>(place * 256'000 >> 32));
    }
}
