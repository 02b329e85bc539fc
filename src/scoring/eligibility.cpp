#include "scoring/eligibility_facts.hpp"
#include <befriend/scoring/eligibility.hpp>

#include <algorithm>

namespace befriend {
namespace {

constexpr std::array<Rule, aspect_count> must_rules{Rule::gender_must, Rule::culture_must, Rule::faith_must,
                                                    Rule::language_must};

bool is_further(const ChildFacts& child, const VolunteerFacts& volunteer, std::int64_t limit_m) noexcept
{
    return child.location && volunteer.location && distance_m(*child.location, *volunteer.location) > limit_m;
}

bool lacks_slots(const ChildFacts& child, const VolunteerFacts& volunteer, int least) noexcept
{
    return child.slots && volunteer.slots && common(*child.slots, *volunteer.slots).count() < least;
}

bool gender_refused(const ChildFacts& child, const VolunteerFacts& volunteer) noexcept
{
    const auto& accepted = volunteer.accepts_gender;
    return child.gender != 0 && !accepted.empty() &&
           std::find(accepted.begin(), accepted.end(), child.gender) == accepted.end();
}

bool allergic(const ChildFacts& child, const VolunteerFacts& volunteer) noexcept
{
    return !(child.allergies & volunteer.allergens).empty() || !(volunteer.allergies & child.home).empty();
}

bool need_unmet(const ChildFacts& child, const VolunteerFacts& volunteer) noexcept
{
    return !(child.needs - volunteer.ready_for).empty() ||
           !(child.access_needs - volunteer.willing_access).empty();
}

}  // namespace

Eligibility::Eligibility(const Round& round) : facts_(std::make_unique<const Facts>(round)) {}
Eligibility::~Eligibility() = default;
Eligibility::Eligibility(Eligibility&&) noexcept = default;
Eligibility& Eligibility::operator=(Eligibility&&) noexcept = default;

TagSet<Rule> Eligibility::of_child(std::size_t child) const noexcept
{
    return facts_->children[child].own;
}

TagSet<Rule> Eligibility::of_volunteer(std::size_t volunteer) const noexcept
{
    return facts_->volunteers[volunteer].own;
}

std::uint32_t Eligibility::pool_of_child(std::size_t child) const noexcept
{
    return facts_->pool[facts_->children[child].provider];
}

std::uint32_t Eligibility::pool_of_volunteer(std::size_t volunteer) const noexcept
{
    return facts_->pool[facts_->volunteers[volunteer].provider];
}

std::int64_t Eligibility::limit_m(std::size_t child, std::size_t volunteer) const noexcept
{
    const VolunteerFacts& person = facts_->volunteers[volunteer];
    const bool both_remote =
        !(facts_->children[child].contact_modes & person.contact_modes & remote_modes).empty();
    return both_remote ? std::max(person.limit_m, facts_->online_limit_m) : person.limit_m;
}

std::int64_t Eligibility::widest_limit_m(std::size_t volunteer) const noexcept
{
    const VolunteerFacts& person = facts_->volunteers[volunteer];
    return person.remote ? std::max(person.limit_m, facts_->online_limit_m) : person.limit_m;
}

// The cheap rules that most pairs fail come first: `eligible` stops at the first rule that it meets.
template <class Found>
void Eligibility::each_broken(std::size_t child, std::size_t volunteer, Found found) const noexcept
{
    const ChildFacts& of_child = facts_->children[child];
    const VolunteerFacts& of_volunteer = facts_->volunteers[volunteer];
    const auto check = [&found](bool broken, Rule rule) { return !broken || found(rule); };

    const auto shares = [&] {
        const auto& others = facts_->shares_with[of_child.provider];
        return of_child.provider == of_volunteer.provider ||
               std::binary_search(others.begin(), others.end(), of_volunteer.provider);
    };
    const auto violates = [&](Aspect aspect) {
        const Answer<Strength> strength = facts_->wishes.strength(child, aspect);
        return strength.known() && strength.value() == Strength::must &&
               facts_->wishes.met(child, volunteer, aspect) != Met::yes;
    };
    if (!check(!shares(), Rule::sharing)) return;
    if (!check(is_further(of_child, of_volunteer, limit_m(child, volunteer)), Rule::distance)) return;
    if (!check(!of_volunteer.accepts_age.holds(of_child.age), Rule::age_range)) return;
    if (!check(lacks_slots(of_child, of_volunteer, facts_->least_common_slots), Rule::no_common_slot)) return;
    if (!check(gender_refused(of_child, of_volunteer), Rule::accepts_gender)) return;
    if (!check((of_child.contact_modes & of_volunteer.contact_modes).empty(), Rule::contact_mode)) return;
    if (!check(!(of_child.trainings - of_volunteer.trainings).empty(), Rule::training)) return;
    if (!check(need_unmet(of_child, of_volunteer), Rule::needs)) return;
    if (!check(allergic(of_child, of_volunteer), Rule::allergies)) return;
    const bool high_need = of_child.needs.has(Requirement::experienced);
    if (!check(high_need && of_volunteer.high_need_limit == 0, Rule::high_need)) return;
    for (const Aspect aspect : all_aspects) {
        if (!check(violates(aspect), must_rules[static_cast<std::size_t>(aspect)])) return;
    }
    for (const Kept& kept : facts_->kept_from[child]) {
        if (!check(kept.volunteer == volunteer, kept.rule)) return;
    }
}

TagSet<Rule> Eligibility::broken(std::size_t child, std::size_t volunteer) const noexcept
{
    return broken_but_few(child, volunteer, rule_count);
}

TagSet<Rule> Eligibility::broken_but_few(std::size_t child, std::size_t volunteer,
                                         std::size_t most) const noexcept
{
    TagSet<Rule> rules = facts_->children[child].own | facts_->volunteers[volunteer].own;
    const auto is_few = [&rules, most] { return static_cast<std::size_t>(rules.size()) <= most; };
    if (!is_few()) return rules;
    each_broken(child, volunteer, [&](Rule rule) {
        rules.insert(rule);
        return is_few();
    });
    return rules;
}

bool Eligibility::eligible(std::size_t child, std::size_t volunteer) const noexcept
{
    if (!facts_->children[child].own.empty() || !facts_->volunteers[volunteer].own.empty()) return false;
    bool free_of_rules = true;
    each_broken(child, volunteer, [&free_of_rules](Rule) { return free_of_rules = false; });
    return free_of_rules;
}

TagSet<OpenQuestion> Eligibility::open_questions(std::size_t child, std::size_t volunteer) const noexcept
{
    const Referral& referral = facts_->round->children()[child];
    const Volunteer& person = facts_->round->volunteers()[volunteer];
    const ChildFacts& of_child = facts_->children[child];
    const VolunteerFacts& of_volunteer = facts_->volunteers[volunteer];
    TagSet<OpenQuestion> questions;
    const auto ask = [&questions](bool open, OpenQuestion question) {
        if (open) questions.insert(question);
    };
    const auto not_put = [](const auto& answer) {
        return !answer.known() && answer.missing() != Missing::declined;
    };

    constexpr std::array<OpenQuestion, aspect_count> wishes{
        OpenQuestion::visitor_gender, OpenQuestion::culture, OpenQuestion::faith, OpenQuestion::language};
    for (const Aspect aspect : all_aspects) {
        ask(not_put(facts_->wishes.strength(child, aspect)), wishes[static_cast<std::size_t>(aspect)]);
    }
    ask(person.independent == Independence::check, OpenQuestion::independence);
    ask(not_put(referral.gender) && !of_volunteer.accepts_gender.empty(), OpenQuestion::child_gender);
    ask(!of_child.location || !of_volunteer.location, OpenQuestion::distance);
    ask(!person.furthest_m, OpenQuestion::travel_limit);
    ask(not_put(referral.slots) || not_put(person.slots), OpenQuestion::slots);
    ask(not_put(referral.home_conditions), OpenQuestion::home_conditions);
    ask(not_put(referral.allergies) || not_put(person.allergies), OpenQuestion::allergies);
    ask(not_put(referral.access_needs), OpenQuestion::access_needs);
    ask(not_put(person.pets), OpenQuestion::pets);
    ask(not_put(person.smoker), OpenQuestion::smoker);
    ask(not_put(referral.languages) || not_put(person.languages), OpenQuestion::english);
    return questions;
}

}  // namespace befriend
