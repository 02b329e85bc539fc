#pragma once

#include "candidates/near_misses.hpp"
#include "model/record_watch.hpp"
#include <befriend/assignment/solve.hpp>
#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace befriend {

/// The volunteers whom an explanation looks at: those within twice the limit of the pair, or the 50 nearest
/// if they are fewer. A volunteer without a place is looked at by children of the own pool of providers; a
/// child without a place looks at the own pool, or at everybody if nobody is in it.
class Considered {
public:
    static constexpr std::size_t at_least = 50;

    /// Borrows both. O(volunteers log(volunteers)).
    Considered(const Round& round, const Eligibility& eligibility);

    /// The same, unless `keep_going` says no. It is asked every thousand volunteers.
    [[nodiscard]] static std::optional<Considered> prepared(const Round& round,
                                                            const Eligibility& eligibility,
                                                            const KeepGoing& keep_going);

    /// Writes to `found` those who break at most `most` rules with the child, each once, in no order.
    /// O(blocks of neighbours + volunteers in those that are near).
    void near_misses(std::size_t child, std::size_t most, std::vector<NearMiss>& found) const;

private:
    struct Placed {
        std::uint32_t volunteer;
        Location place;
    };

    // Of no use once `watch` is stopped.
    Considered(const Round& round, const Eligibility& eligibility, RecordWatch& watch);

    void add_nearest(std::size_t child, const Location& place, std::size_t most,
                     std::vector<NearMiss>& found) const;

    const Eligibility* eligibility_;
    const Round* round_;
    std::vector<Placed> placed_;  // everybody with a place, from west to east
    NearMisses near_;             // the same, all in one pool, by twice their widest limit
    NearMisses unplaced_;         // everybody without a place, by pool
    NearMisses of_pool_;          // everybody, by pool
};

}  // namespace befriend
