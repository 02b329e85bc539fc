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

    /// Each once, in no order. O(found) beside what `Nearby` takes, or O(volunteers) when few are
    /// near.
    [[nodiscard]] std::vector<std::uint32_t> for_child(std::size_t child) const;

private:
    struct Placed {
        std::uint32_t volunteer;
        Location place;
    };

    [[nodiscard]] bool is_hopeful(std::uint32_t volunteer) const noexcept;
    [[nodiscard]] std::vector<std::uint32_t> without_place(std::uint32_t pool) const;
    [[nodiscard]] std::vector<std::uint32_t> within_or_nearest(std::size_t child,
                                                               const Location& place) const;

    const Eligibility* eligibility_;
    const Round* round_;
    std::vector<Placed> placed_;  // everybody with a place
    Nearby hopeful_;              // of these the hopeful, all in one pool, by twice their widest limit
    std::vector<std::vector<std::uint32_t>> of_pool_;           // everybody, by pool number
    std::vector<std::vector<std::uint32_t>> unplaced_of_pool_;  // of these, the hopeful without a place
};

}  // namespace befriend
