#include "synthetic/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace befriend::test {

namespace {

// The upper incomplete gamma function over the whole: by its series below a + 1, by Lentz's continued
// fraction above. W. H. Press et al., "Numerical Recipes", section 6.2.
double upper_gamma(double a, double x)
{
    if (x <= 0) return 1;
    const double front = std::exp(a * std::log(x) - x - std::lgamma(a));
    if (x < a + 1) {
        double term = 1 / a;
        double sum = term;
        for (double n = a + 1; term > sum * 1e-15; n += 1) {
            term *= x / n;
            sum += term;
        }
        return 1 - front * sum;
    }
    constexpr double tiny = 1e-300;
    double b = x + 1 - a;
    double c = 1 / tiny;
    double d = 1 / b;
    double fraction = d;
    for (int i = 1; i < 1000; ++i) {
        const double an = -i * (i - a);
        b += 2;
        d = 1 / std::max(an * d + b, tiny);
        c = std::max(b + an / c, tiny);
        fraction *= d * c;
        if (std::abs(d * c - 1) < 1e-15) break;
    }
    return front * fraction;
}

double sum(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

double chi_square_tail(double value, double freedom)
{
    return upper_gamma(freedom / 2, value / 2);
}

double chi_square(const std::vector<double>& counts, const std::vector<double>& shares)
{
    const double all = sum(counts);
    double statistic = 0;
    for (std::size_t at = 0; at < counts.size(); ++at) {
        const double expected = all * shares[at];
        statistic += (counts[at] - expected) * (counts[at] - expected) / expected;
    }
    return statistic;
}

double uniformity(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const double n = static_cast<double>(values.size());
    double distance = 0;
    for (std::size_t at = 0; at < values.size(); ++at) {
        const double below = static_cast<double>(at) / n;
        distance = std::max({distance, values[at] - below, below + 1 / n - values[at]});
    }
    const double scaled = (std::sqrt(n) + 0.12 + 0.11 / std::sqrt(n)) * distance;
    double chance = 0;
    for (int k = 1; k < 100; ++k)
        chance += (k % 2 == 1 ? 2 : -2) * std::exp(-2.0 * k * k * scaled * scaled);
    return std::clamp(chance, 0.0, 1.0);
}

double cramers_v(const std::vector<std::vector<double>>& table)
{
    std::vector<double> columns(table.front().size());
    double all = 0;
    double rows = 0;
    for (const auto& row : table) {
        for (std::size_t at = 0; at < columns.size(); ++at)
            columns[at] += row[at];
        all += sum(row);
        rows += sum(row) > 0;
    }
    double statistic = 0;
    for (const auto& row : table) {
        for (std::size_t at = 0; at < columns.size(); ++at) {
            const double expected = sum(row) * columns[at] / all;
            if (expected > 0) statistic += (row[at] - expected) * (row[at] - expected) / expected;
        }
    }
    const auto used = std::count_if(columns.begin(), columns.end(), [](double count) { return count > 0; });
    return std::sqrt(statistic / all / (std::min(rows, static_cast<double>(used)) - 1));
}

bool is_plausible(double count, double trials, double share)
{
    constexpr double both_tails_0_001 = 3.2905;
    const double spread = std::sqrt(trials * share * (1 - share));
    return std::abs(count - trials * share) <= both_tails_0_001 * spread + 0.5;
}

}  // namespace befriend::test
