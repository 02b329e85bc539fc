#pragma once

#include "candidates/nearby.hpp"
#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// The volunteers whom an explanation looks at: those within twice the limit of the pair, or the 50 nearest
/// if they are fewer. A volunteer without a place is looked at by children of the own pool of providers; a
/// child without a place looks at the own pool, or at everybody if nobody is in it. Left out are volunteers
/// who break more rules by themselves than `Obstacles` counts: they can be no near miss.
class Considered {
public:
    static constexpr std::size_t at_least = 50;

    /// Borrows both.
    Considered(const Round& round, const Eligibility& eligibility);

    /// Each once, in no order. O(found) beside what `Nearby` takes.
    [[nodiscard]] std::vector<std::uint32_t> for_child(std::size_t child) const;

private:
    struct Placed {
        std::uint32_t volunteer;
        Location place;
    };

    [[nodiscard]] std::vector<std::uint32_t> without_place(std::uint32_t pool) const;
    [[nodiscard]] std::vector<std::uint32_t> within_twice_limit(std::size_t child, const Location& place,
                                                                const Nearby& of) const;
    void add_nearest(const Location& place, std::vector<std::uint32_t>& found) const;

    const Eligibility* eligibility_;
    const Round* round_;
    std::vector<bool> is_hopeful_;    // one a volunteer
    std::vector<Location> place_of_;  // one a volunteer; of no meaning without a place
    std::vector<Placed> placed_;      // everybody with a place, from west to east
    Nearby everybody_;                // the same, all in one pool, by twice their widest limit
    Nearby hopeful_;                  // the hopeful of them
    std::vector<std::vector<std::uint32_t>> of_pool_;           // everybody, by pool number
    std::vector<std::vector<std::uint32_t>> unplaced_of_pool_;  // of these, the hopeful without a place
};

}  // namespace befriend
