#include "model/record_watch.hpp"
#include "scoring/eligibility_facts.hpp"
#include <befriend/scoring/eligibility.hpp>

#include <algorithm>
#include <utility>

namespace befriend {
namespace {

constexpr std::array<Rule, aspect_count> must_rules{Rule::gender_must, Rule::culture_must, Rule::faith_must,
                                                    Rule::language_must};

// Counting the slots would be slower: one is enough by default.
bool has_slots(Week week, int least) noexcept
{
    for (; least > 1; --least)
        week.slots &= week.slots - 1;  // one fewer
    return least <= 0 || !week.empty();
}

bool lacks_slots(const ChildFacts& child, const VolunteerFacts& volunteer, int least) noexcept
{
    return child.slots && volunteer.slots && !has_slots(common(*child.slots, *volunteer.slots), least);
}

bool is_further(const ChildFacts& child, const VolunteerFacts& volunteer, std::int64_t limit_m) noexcept
{
    return child.location && volunteer.location && !is_within(*child.location, *volunteer.location, limit_m);
}

bool gender_refused(const ChildFacts& child, const VolunteerFacts& volunteer) noexcept
{
    const auto& accepted = volunteer.accepts_gender;
    return child.gender != 0 && !accepted.empty() &&
           std::find(accepted.begin(), accepted.end(), child.gender) == accepted.end();
}

bool allergic(const ChildFacts& child, const VolunteerFacts& volunteer) noexcept
{
    return !((child.allergies & volunteer.allergens) | (volunteer.allergies & child.home)).empty();
}

bool lacks_training(const ChildFacts& child, const VolunteerFacts& volunteer) noexcept
{
    return !(child.trainings - volunteer.trainings).empty();
}

bool need_unmet(const ChildFacts& child, const VolunteerFacts& volunteer) noexcept
{
    return !(child.needs - volunteer.ready_for).empty() ||
           !(child.access_needs - volunteer.willing_access).empty();
}

bool no_common_mode(const ChildFacts& child, const VolunteerFacts& volunteer) noexcept
{
    return (child.contact_modes & volunteer.contact_modes).empty();
}

bool takes_no_high_need(const ChildFacts& child, const VolunteerFacts& volunteer) noexcept
{
    return child.needs.has(Requirement::experienced) && volunteer.high_need_limit == 0;
}

}  // namespace

Eligibility::Eligibility(std::unique_ptr<const Facts> facts) noexcept : facts_(std::move(facts)) {}

Eligibility::Eligibility(const Round& round) : Eligibility(*prepared(round, {})) {}

std::optional<Eligibility> Eligibility::prepared(
    const Round& round, const std::function<bool(std::size_t done, std::size_t total)>& keep_going)
{
    RecordWatch watch(keep_going, 1);
    auto facts = std::make_unique<const Facts>(round, watch);
    if (!watch.finish_part()) return std::nullopt;
    return Eligibility(std::move(facts));
}

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
    return facts_->limit_m(facts_->children[child], facts_->volunteers[volunteer]);
}

std::int64_t Eligibility::widest_limit_m(std::size_t volunteer) const noexcept
{
    const VolunteerFacts& person = facts_->volunteers[volunteer];
    return person.remote ? std::max(person.limit_m, facts_->online_limit_m) : person.limit_m;
}

std::int64_t Eligibility::Facts::limit_m(const ChildFacts& child,
                                         const VolunteerFacts& volunteer) const noexcept
{
    const bool both_remote = !(child.contact_modes & volunteer.contact_modes & remote_modes).empty();
    return both_remote ? std::max(volunteer.limit_m, online_limit_m) : volunteer.limit_m;
}

bool Eligibility::Facts::shares(std::uint32_t provider, std::uint32_t other) const noexcept
{
    const auto& others = shares_with[provider];
    return provider == other || std::binary_search(others.begin(), others.end(), other);
}

// The rules that compare a few numbers. Each takes less time than to find out whether it is worth it, so none
// is left out.
TagSet<Rule> Eligibility::Facts::broken_by_numbers(const ChildFacts& child,
                                                   const VolunteerFacts& volunteer) const noexcept
{
    TagSet<Rule> rules = child.own | volunteer.own;
    const auto check = [&rules](bool broken, Rule rule) {
        rules = rules | (broken ? TagSet<Rule>{rule} : TagSet<Rule>{});
    };
    check(!shares(child.provider, volunteer.provider), Rule::sharing);
    check(is_further(child, volunteer, limit_m(child, volunteer)), Rule::distance);
    check(!volunteer.accepts_age.holds(child.age), Rule::age_range);
    check(lacks_slots(child, volunteer, least_common_slots), Rule::no_common_slot);
    check(no_common_mode(child, volunteer), Rule::contact_mode);
    check(lacks_training(child, volunteer), Rule::training);
    check(need_unmet(child, volunteer), Rule::needs);
    check(allergic(child, volunteer), Rule::allergies);
    check(takes_no_high_need(child, volunteer), Rule::high_need);
    return rules;
}

// The rules that look through lists.
TagSet<Rule> Eligibility::Facts::broken_by_lists(std::size_t child, std::size_t volunteer) const noexcept
{
    TagSet<Rule> rules;
    if (gender_refused(children[child], volunteers[volunteer])) rules.insert(Rule::accepts_gender);
    for (const Aspect aspect : all_aspects) {
        if (wishes.has_wish(child, aspect, Strength::must) &&
            wishes.met(child, volunteer, aspect) != Met::yes)
            rules.insert(must_rules[static_cast<std::size_t>(aspect)]);
    }
    for (const Kept& kept : kept_from[child])
        if (kept.volunteer == volunteer) rules.insert(kept.rule);
    return rules;
}

bool Eligibility::Facts::has_lists(std::size_t child) const noexcept
{
    return !kept_from[child].empty() ||
           std::any_of(all_aspects.begin(), all_aspects.end(),
                       [&](Aspect aspect) { return wishes.has_wish(child, aspect, Strength::must); });
}

TagSet<Rule> Eligibility::broken(std::size_t child, std::size_t volunteer) const noexcept
{
    return broken_but_few(child, volunteer, rule_count);
}

TagSet<Rule> Eligibility::broken_but_few(std::size_t child, std::size_t volunteer,
                                         std::size_t most) const noexcept
{
    const TagSet<Rule> rules =
        facts_->broken_by_numbers(facts_->children[child], facts_->volunteers[volunteer]);
    if (static_cast<std::size_t>(rules.size()) > most) return rules;
    return rules | facts_->broken_by_lists(child, volunteer);
}

bool Eligibility::eligible(std::size_t child, std::size_t volunteer) const noexcept
{
    return broken_but_few(child, volunteer, 0).empty();
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
