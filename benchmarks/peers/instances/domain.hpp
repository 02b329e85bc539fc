#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace befriend::peers {

/// What a region of children and volunteers is drawn from. Kilometres.
struct Region {
    std::uint32_t children = 0;
    std::uint32_t volunteers = 0;
    std::uint32_t authorities = 1;  ///< centres about which people live
    double radius = 20;             ///< how far a volunteer travels
    double spread = 9;              ///< of homes about their centre, one standard deviation
    double width = 380;
    double height = 500;
    double imbalance = 0;  ///< how much the ratio of children to volunteers differs between authorities
    double degree = 0;     ///< eligible pairs a child to thin out to, about; 0 keeps all
    std::uint64_t seed = 1;
};

/// What the filters and the score read of one person.
struct Person {
    float x = 0;
    float y = 0;
    std::uint64_t interests = 0;      ///< a set of 64
    std::uint64_t availability = 0;   ///< a set of 42 parts of the week
    std::uint32_t gender = 0;         ///< 0 or 1
    std::uint32_t wished_gender = 0;  ///< a child's: 0 any, else the gender and 1
    std::uint32_t age = 0;            ///< whole years
    std::uint32_t age_bands = 0;      ///< a volunteer's: a set of 4
    std::uint32_t language = 0;
    std::uint32_t languages = 0;  ///< a volunteer's: a set of 6
    std::uint32_t culture = 0;
};

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
