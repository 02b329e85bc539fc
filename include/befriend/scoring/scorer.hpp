#pragma once

#include <befriend/model/round.hpp>
#include <befriend/scoring/points.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace befriend {

/// How well one pair fits, with everything needed to show why.
struct PairScore {
    Points points = 0;  ///< 0 to 1000
    Points low = 0;     ///< if everything unknown turned out worst
    Points high = 0;    ///< and best
    PerCriterion<CriterionScore> criteria;
    PerCriterion<Points> contributions{};  ///< add up to `points` exactly
    PerCriterion<Points> possible{};       ///< each one's share of 1000, rounded alike; they add up to 1000

    friend bool operator==(const PairScore&, const PairScore&) = default;
};

/// The points of every pair of a round: five criteria, weighted.
///
/// With W the sum of the weights w_i of the criteria that apply to the child (doubled for what the child says
/// matters most): points = (2 sum(w_i s_i) + W) div (2 W), the neutral share if W is 0. Contributions are
/// rounded by largest remainder, ties in the order of criteria. Integers only: no processor or compiler
/// changes a point.
///
/// Borrows the round. Const calls may run together. docs/methods/scoring.md has the formulas and their
/// sources.
class Scorer {
public:
    explicit Scorer(const Round& round);

    /// The same, unless `keep_going` says no. It is asked every thousand people or so, with how many parts of
    /// the work are done.
    [[nodiscard]] static std::optional<Scorer> prepared(
        const Round& round, const std::function<bool(std::size_t done, std::size_t total)>& keep_going);

    ~Scorer();
    Scorer(Scorer&&) noexcept;
    Scorer& operator=(Scorer&&) noexcept;

    /// The pair's points and all behind them. Children and volunteers are positions in the round's tables.
    [[nodiscard]] PairScore score(std::size_t child, std::size_t volunteer) const noexcept;

    /// The points alone, and the highest they could be: what candidates need.
    struct Brief {
        Points points;
        Points high;
    };
    [[nodiscard]] Brief brief(std::size_t child, std::size_t volunteer) const noexcept;

    /// The same for a child and many volunteers, in ascending order, at a fraction of the time: by the vector
    /// kernel that this processor runs fastest, and with the same points as `brief` on every processor.
    /// Writes one a volunteer to `briefs`, which is as long as `volunteers`.
    void briefs(std::size_t child, std::span<const std::uint32_t> volunteers,
                std::span<Brief> briefs) const noexcept;

    /// The weights that count for a child: zero where a criterion does not apply, doubled for the top
    /// criterion.
    [[nodiscard]] PerCriterion<std::int64_t> weights_for(std::size_t child) const noexcept;

private:
    struct Criteria;
    explicit Scorer(std::unique_ptr<const Criteria> criteria) noexcept;

    std::unique_ptr<const Criteria> criteria_;
};

/// The months a child counts as having waited: whole months from `waiting_since` (or `referred_on`) to the
/// date of the round, plus what the policy adds for the most urgent priority.
[[nodiscard]] std::int64_t months_waited(const Referral& child, const Policy& policy, Date as_of) noexcept;

/// The child's benefit on the policy's waiting curve: that of the last step reached.
[[nodiscard]] std::int64_t waiting_benefit(std::int64_t months, const WaitingCurve& curve) noexcept;

/// What giving the volunteer a child counts in the tier `volunteers_waiting`: the benefit of the last step
/// reached in the whole months from `waiting_since` to the date of the round, of a date not known in none. A
/// volunteer who sees a child now counts 0.
[[nodiscard]] std::int64_t waiting_benefit(const Volunteer& volunteer, const VolunteersWaitingCurve& curve,
                                           Date as_of) noexcept;

}  // namespace befriend
