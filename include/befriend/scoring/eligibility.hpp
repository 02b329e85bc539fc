#pragma once

#include <befriend/model/round.hpp>
#include <befriend/model/tag_set.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

namespace befriend {

/// The hard rules, in their fixed order. A number never changes its meaning. None is ever bought off by
/// points.
enum class Rule : std::uint8_t {
    objection,        ///< the child objects
    service,          ///< the service does not reach this child: age or cohort
    not_available,    ///< the volunteer's state or first day
    no_room,          ///< the volunteer sees as many children as agreed
    dbs,              ///< enhanced check missing or too old
    panel,            ///< panel approval missing or past
    references,       ///< references missing or not satisfactory
    independence,     ///< tied to the authority (reg. 47)
    volunteer_age,    ///< younger than the policy's least age
    training,         ///< a training that is required is missing or too old
    age_range,        ///< the child's age outside what the volunteer accepts
    accepts_gender,   ///< the child's gender outside what the volunteer accepts
    gender_must,      ///< the child must have a visitor of another gender
    culture_must,     ///< or of another culture
    faith_must,       ///< or of another faith
    language_must,    ///< or who speaks another language
    distance,         ///< further than the volunteer travels
    no_common_slot,   ///< too few slots in common
    needs,            ///< a need of the child that the volunteer is not ready for
    allergies,        ///< an allergy against pets or smoking, on either side
    excluded,         ///< the pair is excluded by either side or blocked
    declined_before,  ///< the child has declined this volunteer
    contact_mode,     ///< no way of contact that both accept
    sharing,          ///< the two services do not share volunteers
    horizon,          ///< less time ahead than the policy's least
    high_need,        ///< the volunteer takes no child who requires experience
};

inline constexpr std::size_t rule_count = 26;

/// The stable code of a rule, for instance `declined_before`.
[[nodiscard]] std::string_view code_of(Rule rule) noexcept;

/// The rule with this code, if there is one.
[[nodiscard]] std::optional<Rule> rule_with(std::string_view code) noexcept;

/// Why the rule excludes a pair, in one plain sentence: "The child objects to having a visitor."
[[nodiscard]] std::string_view sentence_of(Rule rule) noexcept;

/// What single change would lift it, in one plain sentence: "The volunteer agrees to travel further."
/// Empty for the rules that nobody should try to lift: objection, excluded, declined_before.
[[nodiscard]] std::string_view change_of(Rule rule) noexcept;

/// Whether the rule keeps children safe or is the law. No pin may break it and no policy can soften it.
[[nodiscard]] bool is_safeguarding(Rule rule) noexcept;

/// Something about a pair that is unknown and that a hard rule would read: worth asking before a visit.
enum class OpenQuestion : std::uint8_t {
    independence,  ///< `check`: a person decides
    visitor_gender,
    culture,
    faith,
    language,      ///< nobody has asked the child for a wish
    child_gender,  ///< the volunteer accepts some genders only
    distance,      ///< one of the two places is unknown
    travel_limit,  ///< the volunteer states none
    slots,         ///< of either
    home_conditions,
    allergies,
    access_needs,
    pets,
    smoker,
    english,  ///< no language recorded: English is assumed
};

inline constexpr std::size_t open_question_count = 15;

/// The code of a question, for instance `home_conditions`.
[[nodiscard]] std::string_view code_of(OpenQuestion question) noexcept;

/// The question in one plain sentence, as a coordinator would ask it.
[[nodiscard]] std::string_view sentence_of(OpenQuestion question) noexcept;

/// The hard rules of a round. Unknown never excludes, but for what must be known: clearances, and a `must`
/// wish.
///
/// Children and volunteers are positions in the round's sorted tables. Borrows the round. Const calls may run
/// together. Making it takes O(children + volunteers) plus the exclusions.
class Eligibility {
public:
    explicit Eligibility(const Round& round);
    ~Eligibility();
    Eligibility(Eligibility&&) noexcept;
    Eligibility& operator=(Eligibility&&) noexcept;

    /// Every rule that excludes the pair; empty when it is eligible. Constant time but for list lengths.
    [[nodiscard]] TagSet<Rule> broken(std::size_t child, std::size_t volunteer) const noexcept;

    /// Whether no rule excludes the pair; stops at the first that does.
    [[nodiscard]] bool eligible(std::size_t child, std::size_t volunteer) const noexcept;

    /// The rules that exclude a child from every volunteer, or a volunteer from every child.
    [[nodiscard]] TagSet<Rule> of_child(std::size_t child) const noexcept;
    [[nodiscard]] TagSet<Rule> of_volunteer(std::size_t volunteer) const noexcept;

    /// What to ask about the pair before anybody meets.
    [[nodiscard]] TagSet<OpenQuestion> open_questions(std::size_t child,
                                                      std::size_t volunteer) const noexcept;

    /// The furthest that the pair may live apart, in metres: the volunteer's limit or the policy's, widened
    /// when both accept contact online or by phone.
    [[nodiscard]] std::int64_t limit_m(std::size_t child, std::size_t volunteer) const noexcept;

    /// The largest `limit_m` that the volunteer has with any child.
    [[nodiscard]] std::int64_t widest_limit_m(std::size_t volunteer) const noexcept;

    /// The number of the pool a provider's children and volunteers belong to: providers that are joined by
    /// sharing, directly or through others, are in one pool, so a pair of two pools always breaks `sharing`.
    [[nodiscard]] std::uint32_t pool_of_child(std::size_t child) const noexcept;
    [[nodiscard]] std::uint32_t pool_of_volunteer(std::size_t volunteer) const noexcept;

private:
    struct Facts;
    std::unique_ptr<const Facts> facts_;
};

}  // namespace befriend
