#pragma once

#include "model/record_watch.hpp"
#include "scoring/stated_wishes.hpp"
#include <befriend/model/round.hpp>
#include <befriend/scoring/eligibility.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace befriend {

/// What the hard rules read of a child, in numbers.
struct ChildFacts {
    TagSet<Rule> own;  ///< rules that exclude the child from every volunteer
    std::int32_t age = 0;
    std::uint32_t gender = 0;  ///< 0: unknown
    std::uint32_t provider = 0;
    std::optional<Location> location;
    std::optional<Week> slots;
    TagSet<ContactMode> contact_modes;
    TagSet<HomeTag> home;
    TagSet<HomeTag> allergies;
    TagSet<Requirement> trainings;  ///< that the visitor must hold
    TagSet<Requirement> needs;      ///< the other requirements
    TagSet<AccessNeed> access_needs;
};

/// What they read of a volunteer.
struct VolunteerFacts {
    TagSet<Rule> own;  ///< rules that exclude the volunteer from every child
    AgeRange accepts_age;
    std::vector<std::uint32_t> accepts_gender;  ///< empty: all
    std::uint32_t provider = 0;
    std::optional<Location> location;
    std::int64_t limit_m = 0;
    bool remote = false;  ///< accepts contact online or by phone
    std::optional<Week> slots;
    TagSet<ContactMode> contact_modes;
    TagSet<HomeTag> allergens;  ///< animals kept, and smoking
    TagSet<HomeTag> allergies;
    TagSet<Requirement> trainings;  ///< held and not too old
    TagSet<Requirement> ready_for;  ///< other requirements met
    TagSet<AccessNeed> willing_access;
    std::int32_t high_need_limit = 1;
};

/// A volunteer whom a child is kept from, and by which rule.
struct Kept {
    std::uint32_t volunteer;
    Rule rule;  ///< `excluded` or `declined_before`
    friend bool operator<(const Kept& a, const Kept& b) noexcept
    {
        return std::pair(a.volunteer, a.rule) < std::pair(b.volunteer, b.rule);
    }
};

struct Eligibility::Facts {
    // Of no use once `watch` is stopped.
    Facts(const Round& of, RecordWatch& watch);

    [[nodiscard]] TagSet<Rule> broken_by_numbers(const ChildFacts& child,
                                                 const VolunteerFacts& volunteer) const noexcept;
    [[nodiscard]] TagSet<Rule> broken_by_lists(std::size_t child, std::size_t volunteer) const noexcept;
    /// Whether `broken_by_lists` may say more of the child than whose gender is seen.
    [[nodiscard]] bool has_lists(std::size_t child) const noexcept;
    [[nodiscard]] bool shares(std::uint32_t provider, std::uint32_t other) const noexcept;
    [[nodiscard]] std::int64_t limit_m(const ChildFacts& child,
                                       const VolunteerFacts& volunteer) const noexcept;

    const Round* round;
    StatedWishes wishes;
    std::vector<ChildFacts> children;
    std::vector<VolunteerFacts> volunteers;
    std::vector<std::vector<Kept>> kept_from;             ///< one a child, sorted
    std::vector<std::vector<std::uint32_t>> shares_with;  ///< one a provider, sorted, itself left out
    std::vector<std::uint32_t> pool;                      ///< one a provider
    std::size_t genders = 0;                              ///< how many words there are for it
    std::int64_t online_limit_m;
    int least_common_slots;

private:
    void number_providers(RecordWatch& watch);
    void collect_exclusions(RecordWatch& watch);
};

/// The facts of one person, without provider and gender, which are numbered by the round.
[[nodiscard]] ChildFacts facts_of(const Referral& child, const Policy& policy, Date as_of);
[[nodiscard]] VolunteerFacts facts_of(const Volunteer& volunteer, const Policy& policy, Date as_of);

/// The four requirements that a training answers.
inline constexpr TagSet<Requirement> training_requirements{
    Requirement::disability_trained, Requirement::trauma_trained, Requirement::under10_trained,
    Requirement::asylum_aware};

/// The contact modes that need no travel.
inline constexpr TagSet<ContactMode> remote_modes{ContactMode::online, ContactMode::phone};

}  // namespace befriend
