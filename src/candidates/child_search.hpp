#pragma once

#include "candidates/near_misses.hpp"
#include "model/record_watch.hpp"
#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// Who is eligible for a child, and how well each fits, child by child.
class ChildSearch {
public:
    /// What a search fills, kept from child to child so that it makes room once.
    struct Found {
        std::vector<std::uint32_t> volunteer;  ///< the eligible ones, ascending
        std::vector<Scorer::Brief> brief;      ///< one each
        std::vector<NearMiss> near;            ///< as they were met
    };

    /// Borrows all but `watch`. Of no use once that is stopped. O(volunteers log(volunteers)).
    ChildSearch(const Round& round, const Eligibility& eligibility, const Scorer& scorer, RecordWatch& watch);

    /// Fills `found` for one child. Calls may run together, each with its own `found`. O(volunteers met x
    /// length of their lists).
    void find(std::size_t child, Found& found) const;

    /// Whether a pair is no candidate, although eligible: its `high` is below the policy's minimum.
    [[nodiscard]] bool is_below_minimum(const Scorer::Brief& brief) const noexcept
    {
        return brief.high < minimum_;
    }

private:
    const Round& round_;
    const Eligibility& eligibility_;
    const Scorer& scorer_;
    Points minimum_;
    NearMisses cleared_;
};

}  // namespace befriend
