#pragma once

#include <befriend/model/round.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace befriend::test {

/// The best of all assignments of a small round, every one tried. Trusts `Eligibility` and `Scorer` for
/// single pairs and nothing else.
struct BestRound {
    std::vector<std::int64_t> totals;                      ///< one a tier of the policy, pins included
    std::int64_t ties = 0;                                 ///< of all pairs but the pins
    std::vector<std::optional<std::size_t>> volunteer_of;  ///< one a child
    std::vector<bool> could_be_elsewhere;  ///< one a child: another assignment as good on every tier differs
};

[[nodiscard]] BestRound best_round(const Round& round);

/// What the tier `ties` counts for a pair, from its definition in DESIGN: the top 40 bits of XXH3-64 over two
/// keys.
[[nodiscard]] std::int64_t tie_of(const Round& round, std::size_t child, std::size_t volunteer);

/// The volunteers of each child's candidate pairs: eligible, and at best not below the minimum.
[[nodiscard]] std::vector<std::vector<std::size_t>> candidate_volunteers(const Round& round);

/// What `child` in the hands of `volunteer` counts on a tier; on `volunteers_waiting` only the first child of
/// a volunteer does.
[[nodiscard]] std::int64_t worth(const Round& round, TierName tier, std::size_t child, std::size_t volunteer);

}  // namespace befriend::test
