#pragma once

// Why, in few words: shared by the terminal and the report. The sentences: reporting/sentences.hpp.

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>
#include <befriend/reporting/sentences.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace befriend {

/// Why a volunteer is proposed to that child instead: `ahead on “Longest wait”`.
[[nodiscard]] std::string why_ahead(const Ahead& ahead);

/// Where else an alternative is proposed: `for C-4`, `for C-4, has room`, `free`.
[[nodiscard]] std::string phrase_of(const Alternative& alternative, const Round& round);

/// What speaks for a pair and what against it, a few words each. A criterion speaks for a pair from
/// `speaks_for` of its 1000 points on, and against it up to `speaks_against`.
struct Balance {
    std::vector<std::string_view> for_it;
    std::vector<std::string_view> against_it;
};
inline constexpr Points speaks_for = 650;
inline constexpr Points speaks_against = 350;
[[nodiscard]] Balance balance_of(const PairScore& score);

/// What is unknown and could change a rule or the points, in a word or two each: `pets`, `interests`.
[[nodiscard]] std::vector<std::string> worth_asking(const ProposedMatch& match);

/// The questions of a set, in their order.
[[nodiscard]] std::vector<OpenQuestion> listed(TagSet<OpenQuestion> questions);

/// `a, b and c`.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);

/// `Age 14, waited 17 months`.
[[nodiscard]] std::string age_and_wait(const Referral& child, Date as_of);

/// `9 km apart`, `distance not known`.
[[nodiscard]] std::string apart(const Referral& child, const Volunteer& volunteer);

/// The first day that the child is known to wait.
[[nodiscard]] Date waiting_from(const Referral& child) noexcept;

/// Positions by time waiting, longest first, then by id. `child_of` names the child of a position.
[[nodiscard]] std::vector<std::size_t> longest_first(const Round& round,
                                                     const std::vector<std::size_t>& child_of);

}  // namespace befriend
