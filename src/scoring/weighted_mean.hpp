#pragma once

#include <befriend/scoring/points.hpp>

#include <cstdint>

namespace befriend {

/// The mean of several criterion scores, each with its weight, rounded to nearest: (2 sum(w s) + W) div (2
/// W). The one rounding rule of scoring, for the parts of a criterion as for the criteria of a pair.
class WeightedMean {
public:
    void add(const CriterionScore& score, std::int64_t weight) noexcept
    {
        value_ += weight * score.value;
        low_ += weight * score.low;
        high_ += weight * score.high;
        weight_ += weight;
    }

    [[nodiscard]] bool empty() const noexcept { return weight_ == 0; }

    /// Precondition: not `empty()`.
    [[nodiscard]] CriterionScore mean() const noexcept
    {
        return {rounded(value_), rounded(low_), rounded(high_), true};
    }

private:
    [[nodiscard]] Points rounded(std::int64_t sum) const noexcept
    {
        return static_cast<Points>((2 * sum + weight_) / (2 * weight_));
    }

    std::int64_t value_ = 0;
    std::int64_t low_ = 0;
    std::int64_t high_ = 0;
    std::int64_t weight_ = 0;
};

}  // namespace befriend
