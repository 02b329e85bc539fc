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
/// child without a place looks at the own pool, or at everybody if that is empty.
class Considered {
public:
    static constexpr std::size_t at_least = 50;

    /// Borrows both.
    Considered(const Round& round, const Eligibility& eligibility);

    /// By position, ascending. O(found log found), or O(volunteers) when few are near.
    [[nodiscard]] std::vector<std::uint32_t> for_child(std::size_t child) const;

private:
    [[nodiscard]] std::vector<std::uint32_t> without_place(std::uint32_t pool) const;
    void add_nearest(const Location& place, std::vector<std::uint32_t>& found) const;

    const Round* round_;
    const Eligibility* eligibility_;
    Nearby placed_;                                    // all in one pool
    std::vector<std::vector<std::uint32_t>> of_pool_;  // by pool number
    std::vector<std::vector<std::uint32_t>> unplaced_of_pool_;
};

}  // namespace befriend
