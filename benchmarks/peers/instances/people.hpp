#pragma once

#include <cstdint>
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

/// Invented children and volunteers.
struct People {
    std::vector<Person> children;
    std::vector<Person> volunteers;
};

/// The people of a region: authorities of unequal size, people about their centres.
[[nodiscard]] People draw_people(const Region& region);

/// Which of the four age bands a child is in.
[[nodiscard]] std::uint32_t age_band(std::uint32_t age);

/// What a volunteer's age adds to a score, from 0 to 1.
[[nodiscard]] float age_factor(std::uint32_t age);

}  // namespace befriend::peers
