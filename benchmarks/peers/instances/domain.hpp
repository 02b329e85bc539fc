#pragma once

#include "people.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace befriend::peers {

/// Invented children and volunteers of a region, and their eligible pairs with a score of 0 to 10,000.
///
/// Authorities of unequal size, people about their centres; a pair is eligible by distance, gender, age band,
/// language and at least one common part of the week; the score weighs five factors and has many ties.
class Domain {
public:
    static constexpr std::int32_t full_score = 10'000;

    explicit Domain(const Region& region);

    /// The eligible volunteers of a child with their scores, volunteers ascending, replacing what `pairs`
    /// held.
    void pairs_of(std::uint32_t child, std::vector<std::pair<std::uint32_t, std::int32_t>>& pairs) const;

private:
    void place_in_cells(double width, double height);
    [[nodiscard]] std::uint32_t cell_of(const Person& person) const;
    [[nodiscard]] double thinned_share(double degree) const;
    [[nodiscard]] bool is_kept(std::uint32_t child, std::uint32_t volunteer) const;

    double radius_;
    std::uint64_t seed_;
    std::uint64_t kept_below_ = UINT64_MAX;  ///< a pair whose hash is above is thinned out
    std::vector<Person> children_;
    std::vector<Person> volunteers_;
    // Volunteers by square cells of half a radius: whoever is near enough lives at most two cells away.
    double cell_;
    std::uint32_t cells_across_ = 0;
    std::uint32_t cells_down_ = 0;
    std::vector<std::uint32_t> cell_begin_;
    std::vector<std::uint32_t> in_cell_;
};

}  // namespace befriend::peers
