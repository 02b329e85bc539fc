#pragma once

#include <befriend/model/policy.hpp>
#include <befriend/model/round.hpp>
#include <befriend/scoring/points.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

class RecordWatch;

/// What a person says of one term of the vocabulary.
struct TermGrade {
    std::uint32_t term;
    std::int32_t grade;
};

/// The profiles of every child of a round and the grades of every volunteer: what `SharedInterests` compares.
struct InterestProfiles {
    /// O(children x terms x grades); keeps 2 bytes a child and term. Of no use once `watch` is stopped.
    InterestProfiles(const Round& round, RecordWatch& watch);

    /// The child's profile, a number a term, in multiples of `unit`.
    [[nodiscard]] std::span<const std::int16_t> of_child(std::size_t child) const noexcept
    {
        return std::span(profiles).subspan(child * terms, terms);
    }

    /// Empty: the volunteer has stated nothing.
    [[nodiscard]] std::span<const TermGrade> of_volunteer(std::size_t volunteer) const noexcept
    {
        return std::span(grades).subspan(grades_begin[volunteer],
                                         grades_begin[volunteer + 1] - grades_begin[volunteer]);
    }

    /// The sum of p(t) v(t), in multiples of `unit`.
    [[nodiscard]] std::int64_t product(std::size_t child, std::size_t volunteer) const noexcept
    {
        std::int64_t sum = 0;
        const std::int16_t* profile = profiles.data() + child * terms;
        for (const auto& [term, grade] : of_volunteer(volunteer))
            sum += std::int64_t{profile[term]} * grade;
        return sum;
    }

    InterestNumbers numbers;
    Points neutral = 0;
    std::int64_t unit = 1000;  ///< divides every number that a profile can have
    std::size_t terms = 0;     ///< of the vocabulary
    std::vector<std::int64_t>
        most_of_child;                      ///< the largest product the child's own grades allow; 0: unknown
    std::vector<std::int16_t> profiles;     ///< children x terms
    std::vector<TermGrade> grades;          ///< of all volunteers, one after the other
    std::vector<std::size_t> grades_begin;  ///< one more than there are volunteers

private:
    void add_children(const Round& round, RecordWatch& watch);
    void add_volunteers(const Round& round, RecordWatch& watch);
};

}  // namespace befriend
