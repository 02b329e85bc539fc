#include "model/check_round.hpp"
#include "model/formatted.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace befriend {
namespace {

constexpr std::size_t most_listed = 100;

/// ASCII letters in lower case: ids are compared without case, and hold no other letters.
std::string without_case(std::string text)
{
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

/// Where a key occurs again after its first record. Empty keys repeat nothing.
std::vector<std::pair<std::size_t, std::size_t>> repeats_of(const std::vector<std::string>& keys,
                                                            RecordWatch& watch)
{
    std::map<std::string_view, std::size_t> first;
    std::vector<std::pair<std::size_t, std::size_t>> repeats;
    for (std::size_t i = 0; i < keys.size() && watch.next(); ++i) {
        if (keys[i].empty()) continue;
        const auto [known, is_new] = first.emplace(keys[i], i);
        if (!is_new) repeats.emplace_back(i, known->second);
    }
    return repeats;
}

/// The first hundred repeats one by one, then how many more there are.
void note_repeats(Findings& findings, Table table, std::string_view field,
                  const std::vector<std::string>& keys, std::string_view rule, RecordWatch& watch)
{
    const auto repeats = repeats_of(keys, watch);
    const std::size_t listed = std::min(repeats.size(), most_listed);
    for (std::size_t i = 0; i < listed; ++i) {
        const auto [again, first] = repeats[i];
        findings.add(FaultCode::e_duplicate, {table, again, field}, {table, first, field}, rule);
    }
    if (listed < repeats.size())
        findings.add(FaultCode::e_duplicate, {table, std::nullopt, field},
                     formatted("and {} more repeats", repeats.size() - listed));
}

template <class Record>
std::vector<std::string> ids_of(const std::vector<Record>& records, RecordWatch& watch)
{
    std::vector<std::string> ids;
    ids.reserve(records.size());
    for (const Record& record : records) {
        if (!watch.next()) break;
        ids.push_back(without_case(record.id.text()));
    }
    return ids;
}

/// The children of an earlier proposal, which has each at most once.
std::vector<std::string> children_of(const std::vector<EarlierPair>& pairs, RecordWatch& watch)
{
    std::vector<std::string> children;
    children.reserve(pairs.size());
    for (const EarlierPair& pair : pairs) {
        if (!watch.next()) break;
        children.push_back(pair.child.text());
    }
    return children;
}

/// The pair as one key; empty if half of it is missing, or `leave_out` says so.
template <class Record>
std::vector<std::string> pairs_of(const std::vector<Record>& records,
                                  const std::function<bool(const Record&)>& leave_out, RecordWatch& watch)
{
    std::vector<std::string> pairs;
    pairs.reserve(records.size());
    for (const Record& record : records) {
        if (!watch.next()) break;
        const bool counts = !record.child.empty() && !record.volunteer.empty() && !leave_out(record);
        pairs.push_back(counts ? record.child.text() + '\n' + record.volunteer.text() : std::string());
    }
    return pairs;
}

}  // namespace

void check_repeats(const Tables& tables, const Policy& policy, Findings& findings, RecordWatch& watch)
{
    const auto note = [&](Table table, std::string_view field, const std::vector<std::string>& keys,
                          std::string_view rule) { note_repeats(findings, table, field, keys, rule, watch); };

    constexpr std::string_view same_id = "the same id, but perhaps for case, as in an earlier record";
    note(Table::children, "child_id", ids_of(tables.children, watch), same_id);
    note(Table::volunteers, "volunteer_id", ids_of(tables.volunteers, watch), same_id);
    note(Table::coordinators, "coordinator_id", ids_of(tables.coordinators, watch), same_id);

    constexpr std::string_view same_pair = "the same pair as in an earlier record";
    const auto expired = [&](const PairDecision& decision) { return has_expired(decision, policy); };
    const auto never = [](const ExistingMatch&) { return false; };
    note(Table::existing, "", pairs_of<ExistingMatch>(tables.existing, never, watch), same_pair);
    note(Table::pins, "", pairs_of<PairDecision>(tables.pins, expired, watch), same_pair);
    note(Table::blocks, "", pairs_of<PairDecision>(tables.blocks, expired, watch), same_pair);
    note(Table::earlier, "child_id", children_of(tables.earlier, watch),
         "the same child as in an earlier record: a proposal has each at most once");
}

}  // namespace befriend
