#pragma once

#include <befriend/model/date.hpp>
#include <befriend/model/ids.hpp>
#include <befriend/model/words.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace befriend {

/// A coordinator and how many children their volunteers may see. An empty cap does not bind.
struct Coordinator {
    CoordinatorId id;
    std::optional<std::int32_t> active_matches;     ///< the most children seen at once
    std::optional<std::int32_t> new_introductions;  ///< the most new matches in this round
    std::optional<Date> from;                       ///< the caps hold from this day on; empty: always
    std::optional<Date> until;                      ///< and until this day, included; empty: always
};

enum class MatchType : std::uint8_t { iv, existing_adult };

template <>
[[nodiscard]] std::span<const Word<MatchType>> words_of<MatchType>() noexcept;

/// A match that is running: it stays as it is, and its child is not on the waiting list.
struct ExistingMatch {
    ReferralId child;
    VolunteerId volunteer;
    std::optional<Date> started_on;
    MatchType type = MatchType::iv;
    std::optional<std::int32_t> visits;  ///< hundredths of a visit a month
};

/// A person's decision about one pair: a pin proposes it whatever its points, a block forbids it.
/// Neither overrides a safeguarding rule.
struct PairDecision {
    ReferralId child;
    VolunteerId volunteer;
    std::string by;             ///< the role of who decided; free text
    std::string reason;         ///< free text, at most 4 KiB; never in the report unless asked
    std::optional<Date> until;  ///< the last day it holds; empty: always
    std::size_t record = 0;     ///< position in the table as read; `Round` sets it, for later faults
};

/// A pair of an earlier proposal, which the tier `continuity` counts when it is proposed again.
struct EarlierPair {
    ReferralId child;
    VolunteerId volunteer;
};

using Pin = PairDecision;
using Block = PairDecision;

}  // namespace befriend
