#include <befriend/scoring/rules.hpp>

#include <array>

namespace befriend {
namespace {

struct RuleText {
    Rule rule;
    std::string_view sentence;
    std::string_view change;
};

constexpr std::array<RuleText, rule_count> texts{{
    {Rule::objection, "The child objects to having a visitor.", ""},
    {Rule::service, "The service does not reach this child: age or cohort.",
     "The policy is widened to this child's age and cohort."},
    {Rule::not_available, "The volunteer is not available yet, or no longer.",
     "The volunteer becomes available."},
    {Rule::no_room, "The volunteer already sees as many children as agreed.",
     "The volunteer agrees to see one more child."},
    {Rule::dbs, "The volunteer's enhanced DBS check is missing or too old.",
     "The volunteer's DBS check is renewed."},
    {Rule::panel, "The volunteer's approval by the panel is missing or past.",
     "The panel approves the volunteer."},
    {Rule::references, "The volunteer's references are missing or not satisfactory.",
     "The volunteer's references are taken up."},
    {Rule::independence, "The volunteer is tied to the authority and so not independent.",
     "A person decides that the volunteer is independent."},
    {Rule::volunteer_age, "The volunteer is younger than the policy allows.",
     "The volunteer reaches the policy's least age."},
    {Rule::training, "A training that this child or the policy requires is missing or too old.",
     "The volunteer completes the training."},
    {Rule::age_range, "The child's age is outside the ages that the volunteer accepts.",
     "The volunteer agrees to see a child of this age."},
    {Rule::accepts_gender, "The volunteer does not see children of this gender.",
     "The volunteer agrees to see a child of this gender."},
    {Rule::gender_must, "The child must have a visitor of a gender that the volunteer is not.",
     "The child is asked again about the gender of the visitor."},
    {Rule::culture_must, "The child must have a visitor of a culture that the volunteer does not share.",
     "The child is asked again about the culture of the visitor."},
    {Rule::faith_must, "The child must have a visitor of a faith that the volunteer does not share.",
     "The child is asked again about the faith of the visitor."},
    {Rule::language_must, "The child must have a visitor who speaks a language that the volunteer does not.",
     "The child is asked again about the language of the visitor."},
    {Rule::distance, "The child lives further away than the volunteer travels.",
     "The volunteer agrees to travel further."},
    {Rule::no_common_slot, "The two have too few times of the week in common.",
     "One of the two finds another time of the week."},
    {Rule::needs, "The child has a need that the volunteer is not ready for.",
     "The volunteer becomes ready for the child's need."},
    {Rule::allergies, "One of the two is allergic to something in the other's home.",
     "They meet where the allergy does not matter, and the record says so."},
    {Rule::excluded, "This pair is excluded on record.", ""},
    {Rule::declined_before, "The child has declined this volunteer before.", ""},
    {Rule::contact_mode, "There is no way of keeping in contact that both accept.",
     "One of the two accepts another way of contact."},
    {Rule::sharing, "The two belong to services that do not share volunteers.",
     "The two services agree to share this volunteer."},
    {Rule::horizon, "There is less time ahead than the policy asks for.",
     "The child's entitlement or the volunteer's commitment is extended."},
    {Rule::high_need, "The volunteer takes no child who requires an experienced visitor.",
     "The volunteer agrees to see a child who requires experience."},
}};

constexpr bool in_order()
{
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (static_cast<std::size_t>(texts[i].rule) != i) return false;
    }
    return true;
}
static_assert(in_order(), "a rule is found by its number");

constexpr const RuleText& text_of(Rule rule) noexcept
{
    return texts[static_cast<std::size_t>(rule)];
}

}  // namespace

std::string_view code_of(Rule rule) noexcept
{
    return to_word(rule);
}

std::optional<Rule> rule_with(std::string_view code) noexcept
{
    return from_word<Rule>(code);
}

std::string_view sentence_of(Rule rule) noexcept
{
    return text_of(rule).sentence;
}

std::string_view change_of(Rule rule) noexcept
{
    return text_of(rule).change;
}

}  // namespace befriend
