#pragma once

#include "model/record_watch.hpp"
#include <befriend/model/round.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace befriend {

/// What a child can wish of a visitor's background.
enum class Aspect : std::uint8_t { gender, culture, faith, language };

inline constexpr std::size_t aspect_count = 4;
inline constexpr std::array<Aspect, aspect_count> all_aspects{Aspect::gender, Aspect::culture, Aspect::faith,
                                                              Aspect::language};

/// What a child says who names this aspect as what matters most.
[[nodiscard]] constexpr TopCriterion top_of(Aspect aspect) noexcept
{
    constexpr std::array<TopCriterion, aspect_count> tops{TopCriterion::gender, TopCriterion::culture,
                                                          TopCriterion::faith, TopCriterion::language};
    return tops[static_cast<std::size_t>(aspect)];
}

/// Whether a volunteer is what a child wishes for.
enum class Met : std::uint8_t { no, yes, unknown };

class WishRows;

/// The wishes of every child of a round against the background of every volunteer, with texts turned into
/// numbers once, so that a pair is compared in a handful of integer comparisons. The one definition that both
/// the hard rules (`must`) and the criterion `background` (`prefer`) read.
class StatedWishes {
public:
    /// Of no use once `watch` is stopped.
    StatedWishes(const Round& round, RecordWatch& watch);

    /// The strength of a wish, or why there is none.
    [[nodiscard]] Answer<Strength> strength(std::size_t child, Aspect aspect) const noexcept
    {
        return children_[child].strength[static_cast<std::size_t>(aspect)];
    }

    /// Whether the child has a wish of this strength.
    [[nodiscard]] bool has_wish(std::size_t child, Aspect aspect, Strength strength) const noexcept
    {
        const Answer<Strength>& stated = children_[child].strength[static_cast<std::size_t>(aspect)];
        return stated.known() && stated.value() == strength;
    }

    /// Whether the volunteer is known to be one of what is wanted, known not to be, or neither.
    [[nodiscard]] Met met(std::size_t child, std::size_t volunteer, Aspect aspect) const noexcept;

private:
    friend class WishRows;

    using Word = std::uint32_t;

    // A list of words, and what tells most pairs of lists apart at a glance.
    struct Words {
        std::size_t first = 0;  // of `words_`
        std::size_t count = 0;
        std::uint64_t bits = 0;  // lists without a bit in common have no word in common
    };

    [[nodiscard]] std::span<const Word> list(const Words& words) const noexcept
    {
        return {words_.data() + words.first, words.count};
    }

    [[nodiscard]] bool meet(const Words& wanted, const Words& has) const noexcept;

    struct ChildWishes {
        std::array<Answer<Strength>, aspect_count> strength;
        std::array<Words, aspect_count> wanted;
        bool wants_census_group = false;  ///< among the cultures wanted is a code of an ethnic group
        bool wants_named_group = false;   ///< or a group in the child's own words
    };
    struct VolunteerBackground {
        std::array<Words, aspect_count> has;
        std::array<bool, aspect_count> known{};  ///< gender, -, faith, language
        bool ethnic_group_known = false;
        bool cultures_known = false;
    };

    // The answer if no word of the two lists is the same: known not to be met, or unknown.
    [[nodiscard]] static Met unmet(const ChildWishes& child, const VolunteerBackground& volunteer,
                                   Aspect aspect) noexcept;

    // Adds a word to a list, which must be empty or the last that was added to.
    void add(Words& words, const std::string& text);
    Words words(const std::vector<std::string>& texts);
    void add_child(const Referral& child);
    void add_volunteer(const Volunteer& volunteer, Fluency least_fluency);

    std::unordered_map<std::string, Word> numbers_;
    std::vector<Word> words_;  // all lists, one after the other
    std::vector<ChildWishes> children_;
    std::vector<VolunteerBackground> volunteers_;
};

}  // namespace befriend
