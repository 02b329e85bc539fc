#include <befriend/model/rule.hpp>
#include <befriend/model/tag_set.hpp>

namespace befriend {

bool is_safeguarding(Rule rule) noexcept
{
    constexpr TagSet<Rule> practice{
        Rule::service,      Rule::no_room,    Rule::age_range,     Rule::accepts_gender, Rule::gender_must,
        Rule::culture_must, Rule::faith_must, Rule::language_must, Rule::distance,       Rule::no_common_slot,
        Rule::contact_mode, Rule::sharing,    Rule::horizon};
    return !practice.has(rule);
}

}  // namespace befriend
