#include "model/check_round.hpp"
#include "model/findings.hpp"
#include <befriend/model/round.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace befriend {
namespace {

void check_emptiness(const Tables& tables, Findings& findings)
{
    if (tables.children.empty())
        findings.add(FaultCode::w_empty, {Table::children, {}, {}}, "no child waits");
    if (tables.volunteers.empty())
        findings.add(FaultCode::w_empty, {Table::volunteers, {}, {}}, "there is no volunteer");
}

void check_policy(const Policy& policy, Findings& findings)
{
    findings.add(faults_of(policy));
    if (!policy.as_of)
        findings.add(FaultCode::e_policy, {Table::policy, {}, "as_of"},
                     "must be given: the date of the round");
}

std::vector<Fault> check(const Tables& tables, const Policy& policy, const Vocabulary& vocabulary,
                         std::vector<Fault> found)
{
    Findings findings(std::move(found));
    check_policy(policy, findings);
    check_emptiness(tables, findings);
    check_referrals(tables, policy, vocabulary, findings);
    check_volunteers(tables, policy, vocabulary, findings);
    check_other_records(tables, findings);
    check_repeats(tables, policy, findings);
    check_references(tables, policy, findings);
    check_conflicts(tables, policy, findings);
    check_purposes(tables, policy, findings);
    check_unsolved(tables, policy, findings);
    return std::move(findings).all();
}

/// Tags of the vocabulary in place of the words as given, sorted. Precondition: each is in it, none twice.
template <class Person>
void use_tags(std::vector<Person>& people, const Vocabulary& vocabulary)
{
    const auto tag_of = [&](const std::string& word) {
        return vocabulary.terms()[*vocabulary.find(word)].tag;
    };
    for (Person& person : people) {
        for (GradedInterest& interest : person.interests)
            interest.tag = tag_of(interest.tag);
        for (std::string& activity : person.activities_no)
            activity = tag_of(activity);
        std::sort(person.interests.begin(), person.interests.end(),
                  [](const GradedInterest& a, const GradedInterest& b) { return a.tag < b.tag; });
        std::sort(person.activities_no.begin(), person.activities_no.end());
    }
}

template <class Record>
void sort_by_id(std::vector<Record>& records)
{
    std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return a.id < b.id; });
}

template <class Record>
void sort_by_pair(std::vector<Record>& records)
{
    std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
        return std::tie(a.child, a.volunteer) < std::tie(b.child, b.volunteer);
    });
}

/// Where each decision stood, for a step that finds fault with it later.
void number(std::vector<PairDecision>& decisions) noexcept
{
    for (std::size_t i = 0; i < decisions.size(); ++i)
        decisions[i].record = i;
}

void sort_tables(Tables& tables)
{
    sort_by_id(tables.children);
    sort_by_id(tables.volunteers);
    sort_by_id(tables.coordinators);
    sort_by_pair(tables.existing);
    sort_by_pair(tables.pins);
    sort_by_pair(tables.blocks);
}

template <class Record, class Id>
std::optional<std::size_t> position(const std::vector<Record>& records, const Id& id) noexcept
{
    const auto found =
        std::lower_bound(records.begin(), records.end(), id,
                         [](const Record& record, const Id& wanted) { return record.id < wanted; });
    if (found == records.end() || found->id != id) return std::nullopt;
    return static_cast<std::size_t>(found - records.begin());
}

}  // namespace

Round::Round(Tables tables, Policy policy, Vocabulary vocabulary, std::vector<Fault> found)
    : tables_(std::move(tables)), policy_(std::move(policy)), vocabulary_(std::move(vocabulary))
{
    warnings_ = check(tables_, policy_, vocabulary_, std::move(found));
    if (has_error(warnings_)) throw InvalidInput(std::move(warnings_));

    number(tables_.pins);
    number(tables_.blocks);
    const auto expired = [&](const PairDecision& decision) { return has_expired(decision, policy_); };
    std::erase_if(tables_.pins, expired);
    std::erase_if(tables_.blocks, expired);
    use_tags(tables_.children, vocabulary_);
    use_tags(tables_.volunteers, vocabulary_);
    sort_tables(tables_);
}

std::optional<std::size_t> Round::find(const ReferralId& id) const noexcept
{
    return position(tables_.children, id);
}

std::optional<std::size_t> Round::find(const VolunteerId& id) const noexcept
{
    return position(tables_.volunteers, id);
}

}  // namespace befriend
