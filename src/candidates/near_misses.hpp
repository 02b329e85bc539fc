#pragma once

#include "candidates/nearby.hpp"
#include "model/record_watch.hpp"
#include "scoring/rule_blocks.hpp"
#include <befriend/scoring/eligibility.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace befriend {

/// Volunteers in blocks of neighbours, of whom a child finds those who are near and break few rules or none.
class NearMisses {
public:
    /// Borrows `eligibility`. Of no use once `watch` is stopped.
    NearMisses(const Eligibility& eligibility, std::vector<Nearby::Resident> residents, RecordWatch& watch);

    /// A child, ready to be compared.
    [[nodiscard]] RuleBlocks::Child child(std::size_t position) const noexcept { return {rules_, position}; }

    /// Adds to `found` the volunteers of `pool` who break at most `most` rules with the child and of whom it
    /// is not known that they live beyond their reach or twice the limit of the pair, each once, in no order.
    /// `place` is the child's. Returns how many there are that are within twice the limit, whatever they
    /// break.
    ///
    /// Whoever lives beyond the reach may be found all the same, but who lives beyond twice the limit is not.
    std::size_t add(const RuleBlocks::Child& child, std::uint32_t pool, const std::optional<Location>& place,
                    std::size_t most, std::vector<NearMiss>& found) const;

    /// The same of all pools, for a child who may live anywhere.
    void add_all(const RuleBlocks::Child& child, std::size_t most, std::vector<NearMiss>& found) const;

    [[nodiscard]] bool has(std::uint32_t pool) const noexcept { return nearby_.has(pool); }

private:
    Nearby nearby_;
    RuleBlocks rules_;
};

}  // namespace befriend
