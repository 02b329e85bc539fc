#include "catch2.hpp"
#include <befriend/model/rule.hpp>

#include <set>

using namespace befriend;

TEST_CASE("rule: what keeps children safe or is the law is never softened", "[model][example]")
{
    const std::set<Rule> conveniences{
        Rule::service,      Rule::no_room,    Rule::age_range,     Rule::accepts_gender, Rule::gender_must,
        Rule::culture_must, Rule::faith_must, Rule::language_must, Rule::distance,       Rule::no_common_slot,
        Rule::contact_mode, Rule::sharing,    Rule::horizon};
    for (std::size_t i = 0; i < rule_count; ++i) {
        const Rule rule = static_cast<Rule>(i);
        CAPTURE(to_word(rule));
        CHECK(is_safeguarding(rule) == (conveniences.count(rule) == 0));
    }
}
