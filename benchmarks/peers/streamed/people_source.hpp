#pragma once

#include "instances/people.hpp"
#include <befriend/assignment/pair_source.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend::peers {

/// The eligible pairs of a region's people with their scores, found anew for each child that is asked for.
///
/// Children and volunteers are numbered by the place where they live, so that neighbours have neighbouring
/// numbers. Rules and score are those of `Domain`; sums are taken in another order, so a score may differ
/// by 1.
class PeopleSource : public PairSource {
public:
    static constexpr std::int32_t full_score = 10'000;

    explicit PeopleSource(const Region& region);

    /// One weight a pair, the score from 0 to `full_score`, in tier 1.
    void pairs_of(std::uint32_t child, const TakePairs& take) const override;

    [[nodiscard]] std::size_t children() const { return children_.size(); }
    [[nodiscard]] std::size_t volunteers() const { return drawn_volunteer_.size(); }

    /// The number that a child has in `draw_people`, or a volunteer.
    [[nodiscard]] std::uint32_t drawn_child(std::uint32_t child) const { return drawn_child_[child]; }
    [[nodiscard]] std::uint32_t drawn_volunteer(std::uint32_t volunteer) const
    {
        return drawn_volunteer_[volunteer];
    }

    /// How many volunteers `pairs_of` looks at, for all children together.
    [[nodiscard]] std::uint64_t candidates() const;

private:
    // Volunteers who visit one age band, meet one wish for a gender and speak one language, in the order of
    // their numbers, an array a property. `packed`: see the source.
    struct Band {
        std::vector<std::uint32_t> number;
        std::vector<std::uint32_t> packed;
        std::vector<float> x;
        std::vector<float> y;
        std::vector<std::uint64_t> interests;
        std::vector<std::uint64_t> availability;
        std::vector<std::uint32_t> cell_begin;  // of each cell of the grid, and the end
    };

    // A child as the score reads it.
    struct Child {
        float x;
        float y;
        std::uint64_t interests;
        std::uint64_t availability;
        std::uint32_t culture;
        std::uint32_t band;
    };

    class Batches;

    [[nodiscard]] std::uint32_t cell_of(const Person& person) const;
    [[nodiscard]] std::vector<std::uint32_t> sort_by_cell(std::vector<Person>& people) const;
    static void add_to(Band& band, const Person& volunteer, std::uint32_t number);
    void add_volunteer(Band& band, const Person& volunteer, std::uint32_t number) const;
    template <typename Run>
    void each_run(const Child& child, Run run) const;
    void score(const Child& child, std::size_t begin, std::size_t size, std::int32_t* scores) const;

    float radius_;
    float cell_width_;
    float cell_height_;
    std::uint32_t cells_across_;
    std::uint32_t cells_down_;
    std::vector<std::uint32_t> drawn_child_;
    std::vector<std::uint32_t> drawn_volunteer_;
    std::vector<Child> children_;
    std::array<Band, 72> bands_;  // by age band, then by the child's wish, then by its language
};

}  // namespace befriend::peers
