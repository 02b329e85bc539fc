#include "model/check_round.hpp"
#include "model/findings.hpp"
#include "model/record_watch.hpp"
#include <befriend/model/round.hpp>

#include <algorithm>
#include <cassert>
#include <map>
#include <tuple>
#include <utility>

namespace befriend {
namespace {

constexpr std::size_t parts = 8;  // of the work, for the caller

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

/// The tier and the table that it reads go together; one alone counts nothing.
void check_continuity(const Tables& tables, const Policy& policy, Findings& findings)
{
    const bool is_counted = has_tier(policy, TierName::continuity);
    const bool is_given = !tables.earlier.empty() || findings.unread({Table::earlier, std::nullopt, {}});
    if (is_counted && !is_given)
        findings.add(FaultCode::w_policy, {Table::policy, {}, "tiers"},
                     "continuity counts nothing: no earlier proposal was given");
    if (is_given && !is_counted)
        findings.add(FaultCode::w_policy, {Table::policy, {}, "tiers"},
                     "an earlier proposal was given, and continuity is not among the objectives");
}

/// Every fault of the tables; none when it was stopped.
std::optional<std::vector<Fault>> check(const Tables& tables, const Policy& policy,
                                        const Vocabulary& vocabulary, std::vector<Fault> found,
                                        RecordWatch& watch)
{
    Findings findings(std::move(found), watch);
    check_policy(policy, findings);
    check_emptiness(tables, findings);
    check_referrals(tables, policy, vocabulary, findings, watch);
    if (!watch.finish_part()) return std::nullopt;
    check_volunteers(tables, policy, vocabulary, findings, watch);
    if (!watch.finish_part()) return std::nullopt;
    check_other_records(tables, findings, watch);
    check_repeats(tables, policy, findings, watch);
    if (!watch.finish_part()) return std::nullopt;
    check_references(tables, policy, findings, watch);
    if (!watch.finish_part()) return std::nullopt;
    check_conflicts(tables, policy, findings, watch);
    if (!watch.finish_part()) return std::nullopt;
    check_purposes(tables, policy, findings, watch);
    check_unsolved(tables, policy, findings, watch);
    check_continuity(tables, policy, findings);
    auto faults = std::move(findings).all(watch);
    if (!watch.finish_part()) return std::nullopt;
    return faults;
}

/// Tags of the vocabulary in place of the words as given, sorted. Precondition: each is in it, none twice.
template <class Person>
void use_tags(std::vector<Person>& people, const Vocabulary& vocabulary, RecordWatch& watch)
{
    const auto tag_of = [&](const std::string& word) {
        return vocabulary.terms()[*vocabulary.find(word)].tag;
    };
    for (Person& person : people) {
        if (!watch.next()) return;
        for (GradedInterest& interest : person.interests)
            interest.tag = tag_of(interest.tag);
        for (std::string& activity : person.activities_no)
            activity = tag_of(activity);
        std::sort(person.interests.begin(), person.interests.end(),
                  [](const GradedInterest& a, const GradedInterest& b) { return a.tag < b.tag; });
        std::sort(person.activities_no.begin(), person.activities_no.end());
    }
}

/// Leaves out what has expired, and notes where each decision stood, for a step that finds fault with it
/// later.
void keep_in_force(std::vector<PairDecision>& decisions, const Policy& policy, RecordWatch& watch)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < decisions.size() && watch.next(); ++i) {
        if (has_expired(decisions[i], policy)) continue;
        decisions[i].record = i;
        if (kept < i) decisions[kept] = std::move(decisions[i]);
        ++kept;
    }
    decisions.resize(kept);
}

/// Where each record goes: the positions in the order of their keys. One after the other into a map, unlike
/// std::sort, so that the work can be stopped at any size. Precondition: no key occurs twice.
template <class Record, class KeyOf>
std::vector<std::size_t> order_of(const std::vector<Record>& records, KeyOf key_of, RecordWatch& watch)
{
    std::map<decltype(key_of(records.front())), std::size_t> at;
    for (std::size_t i = 0; i < records.size() && watch.next(); ++i)
        at.emplace_hint(at.end(), key_of(records[i]), i);
    std::vector<std::size_t> order;
    order.reserve(at.size());
    for (const auto& [key, position] : at) {
        if (!watch.next()) break;
        order.push_back(position);
    }
    return order;
}

/// Puts the record order[i] at i, for every i, one cycle of records after the other.
template <class Record>
void put_in_order(std::vector<Record>& records, std::vector<std::size_t> order, RecordWatch& watch)
{
    for (std::size_t start = 0; start < order.size(); ++start) {
        std::size_t here = start;
        while (order[here] != start && watch.next()) {
            const std::size_t from = std::exchange(order[here], here);
            std::swap(records[here], records[from]);
            here = from;
        }
        order[here] = here;
    }
}

template <class Record>
void sort_by_id(std::vector<Record>& records, RecordWatch& watch)
{
    const auto id = [](const Record& record) { return std::tie(record.id); };
    put_in_order(records, order_of(records, id, watch), watch);
}

template <class Record>
void sort_by_pair(std::vector<Record>& records, RecordWatch& watch)
{
    const auto pair = [](const Record& record) { return std::tie(record.child, record.volunteer); };
    put_in_order(records, order_of(records, pair, watch), watch);
}

void sort_tables(Tables& tables, RecordWatch& watch)
{
    sort_by_id(tables.children, watch);
    sort_by_id(tables.volunteers, watch);
    sort_by_id(tables.coordinators, watch);
    sort_by_pair(tables.existing, watch);
    sort_by_pair(tables.pins, watch);
    sort_by_pair(tables.blocks, watch);
    sort_by_pair(tables.earlier, watch);
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
    : Round(*checked(std::move(tables), std::move(policy), std::move(vocabulary), std::move(found), {}))
{
}

std::optional<Round> Round::checked(
    Tables tables, Policy policy, Vocabulary vocabulary, std::vector<Fault> found,
    const std::function<bool(std::size_t done, std::size_t total)>& keep_going)
{
    RecordWatch watch(keep_going, parts);
    auto faults = check(tables, policy, vocabulary, std::move(found), watch);
    if (!faults) return std::nullopt;
    if (has_error(*faults)) throw InvalidInput(std::move(*faults));

    keep_in_force(tables.pins, policy, watch);
    keep_in_force(tables.blocks, policy, watch);
    use_tags(tables.children, vocabulary, watch);
    use_tags(tables.volunteers, vocabulary, watch);
    if (!watch.finish_part()) return std::nullopt;
    sort_tables(tables, watch);
    if (!watch.finish_part()) return std::nullopt;
    assert(watch.done() == parts && "the caller was told how many parts there are");

    Round round;
    round.tables_ = std::move(tables);
    round.policy_ = std::move(policy);
    round.vocabulary_ = std::move(vocabulary);
    round.warnings_ = std::move(*faults);
    return round;
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
