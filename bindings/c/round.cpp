#include "add_table.hpp"
#include "guarded.hpp"
#include "in_use.hpp"
#include "text_out.hpp"
#include <befriend/io/column_figures.hpp>
#include <befriend/io/read_json_table.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/proposal/propose.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <functional>
#include <optional>

namespace befriend::c {
namespace {

constexpr std::array tables_of_a_round{Table::children, Table::volunteers, Table::coordinators,
                                       Table::existing, Table::pins,       Table::blocks,
                                       Table::earlier};

// Moves one table over. Never throws, so that a round has all of a table or nothing.
void take(Table table, Tables& from, Tables& to) noexcept
{
    switch (table) {
        case Table::children:
            return to.children.swap(from.children);
        case Table::volunteers:
            return to.volunteers.swap(from.volunteers);
        case Table::coordinators:
            return to.coordinators.swap(from.coordinators);
        case Table::existing:
            return to.existing.swap(from.existing);
        case Table::pins:
            return to.pins.swap(from.pins);
        case Table::blocks:
            return to.blocks.swap(from.blocks);
        default:
            return to.earlier.swap(from.earlier);
    }
}

void add_json(befriend_round& round, Table table, std::string_view json)
{
    add_table(round, table, [&](const ReadOptions& options, Tables& into, std::vector<Fault>& found) {
        if (auto nul = nul_fault(table, json)) {
            found.push_back(std::move(*nul));
        } else {
            read_json_table(table, json, options, into, found);
        }
    });
    round.bytes[static_cast<std::size_t>(table)] = json.size();
}

// Asked whether to go on, between records; empty when nothing can stop the call.
using GoesOn = std::function<bool(std::size_t done, std::size_t total)>;

GoesOn check_watched_by(Watch& watch)
{
    if (!watch.can_stop()) return {};
    return [&watch](std::size_t done, std::size_t total) {
        return watch.goes_on(BEFRIEND_PHASE_CHECK, done, total);
    };
}

// Adds copies to `to`; false when it was stopped.
template <class Record>
bool copy_to(std::vector<Record>& to, const std::vector<Record>& from, const GoesOn& goes_on)
{
    constexpr std::size_t asked_every = 1024;  // records
    to.reserve(to.size() + from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (i % asked_every == 0 && goes_on && !goes_on(0, 1)) return false;
        to.push_back(from[i]);
    }
    return true;
}

// A copy, for a Round sorts its tables; none when it was stopped.
std::optional<Tables> all_tables(const befriend_round& round, const GoesOn& goes_on)
{
    Tables all;
    for (const auto& added : round.tables) {
        const bool whole =
            !added ||
            (copy_to(all.children, added->children, goes_on) &&
             copy_to(all.volunteers, added->volunteers, goes_on) &&
             copy_to(all.coordinators, added->coordinators, goes_on) &&
             copy_to(all.existing, added->existing, goes_on) && copy_to(all.pins, added->pins, goes_on) &&
             copy_to(all.blocks, added->blocks, goes_on) && copy_to(all.earlier, added->earlier, goes_on));
        if (!whole) return std::nullopt;
    }
    return all;
}

// What pins break, and the warnings of the check; every error is thrown.
std::vector<Fault> warnings_of(const befriend_round& round, Watch& watch)
{
    constexpr std::string_view result = "round";
    const auto checked = c::checked(round, watch, result);
    const GoesOn goes_on = check_watched_by(watch);
    GoesOn at_the_end;
    if (goes_on) at_the_end = [&](auto...) { return goes_on(1, 1); };
    auto faults = pin_faults(*checked, at_the_end);
    if (!faults) throw watch.stopped(result, {});
    faults->insert(faults->end(), checked->warnings().begin(), checked->warnings().end());
    if (has_error(*faults)) throw InvalidInput(std::move(*faults));
    sort_faults(*faults);
    return std::move(*faults);
}

std::optional<std::size_t> count_in(std::int64_t count, const char* name)
{
    constexpr std::int64_t as_the_preset = -1;
    constexpr std::int64_t most_people = 10'000'000;
    if (count < as_the_preset) throw Misuse{FaultCode::e_range, name, "below -1"};
    if (count > most_people) throw Misuse{FaultCode::e_limit, name, "above 10000000"};
    if (count == as_the_preset) return std::nullopt;
    return static_cast<std::size_t>(count);
}

std::string unknown_preset()
{
    std::string rule = "unknown; presets are ";
    for (const Preset& preset : presets())
        rule.append(&preset == &presets().front() ? "" : ", ").append(preset.name);
    return rule;
}

std::unique_ptr<befriend_round> invented(std::string_view preset, std::int64_t seed, std::int64_t children,
                                         std::int64_t volunteers)
{
    if (seed < 0) throw Misuse{FaultCode::e_range, "seed", "below 0"};
    auto made = std::make_unique<befriend_round>();
    auto list = waiting_list({std::string(preset), static_cast<std::uint64_t>(seed),
                              count_in(children, "children"), count_in(volunteers, "volunteers")},
                             made->vocabulary);
    if (!list) throw Misuse{FaultCode::e_arg, "preset", unknown_preset()};
    made->policy = std::move(list->policy);
    for (const Table table : tables_of_a_round) {
        const bool always = table == Table::children || table == Table::volunteers;
        if (!always && records_in(table, list->tables) == 0) continue;
        Tables alone;
        take(table, list->tables, alone);
        made->tables[static_cast<std::size_t>(table)] = std::make_shared<const Tables>(std::move(alone));
    }
    return made;
}

}  // namespace

Table table_of(befriend_table table)
{
    if (table < BEFRIEND_CHILDREN || table > BEFRIEND_EARLIER) {
        throw Misuse{FaultCode::e_arg, "table", "no table of a round has this number; they have 1 to 7"};
    }
    return static_cast<Table>(table - BEFRIEND_CHILDREN);
}
static_assert(static_cast<int>(Table::children) == 0);
static_assert(static_cast<int>(Table::earlier) == BEFRIEND_EARLIER - BEFRIEND_CHILDREN);

std::vector<InputRecord> inputs_of(const befriend_round& round)
{
    std::vector<InputRecord> inputs;
    const auto add = [&](std::string role, std::uint64_t bytes, std::uint64_t records,
                         ColumnFigures figures) {
        const auto digest = round.sha256.find(role);
        inputs.push_back({std::move(role), "", bytes, digest == round.sha256.end() ? "" : digest->second,
                          records, std::move(figures.totals)});
    };
    for (const Table table : tables_of_a_round) {
        const auto position = static_cast<std::size_t>(table);
        if (const Tables* const added = round.tables[position].get()) {
            add(std::string(to_text(table)), round.bytes[position], records_in(table, *added),
                figures_of(table, *added));
        }
    }
    return inputs;
}

void add_table(befriend_round& round, Table table, const TableRead& read)
{
    const auto position = static_cast<std::size_t>(table);
    if (round.tables[position])
        throw Misuse{FaultCode::e_state, "table", std::string(to_text(table)) + " were added already"};

    constexpr std::int64_t no_limit = 0;  // of time, which is for proposals
    Watch watch(round.cancel, round.progress, round.progress_user, no_limit);
    ReadOptions options{round.policy.ignore_columns, round.areas.empty() ? nullptr : &round.areas};
    if (watch.can_stop()) {
        options.between_records = [&watch] {
            if (!watch.goes_on(BEFRIEND_PHASE_READ, 0, 0)) throw watch.stopped("table", {});
        };
    }
    Tables added;
    std::vector<Fault> found = round.found;
    read(options, added, found);
    round.tables[position] = std::make_shared<const Tables>(std::move(added));
    round.found.swap(found);
    round.checked.reset();
}

std::shared_ptr<const Tables> table_in(const befriend_round& round, Table table)
{
    const auto& added = round.tables[static_cast<std::size_t>(table)];
    return added ? added : std::make_shared<const Tables>();
}

std::shared_ptr<const Round> checked(const befriend_round& round, Watch& watch, std::string_view result)
{
    for (const Table table : {Table::children, Table::volunteers}) {
        if (!round.tables[static_cast<std::size_t>(table)])
            throw Misuse{FaultCode::e_state, "round", "no " + std::string(to_text(table)) + " were added"};
    }
    if (!round.checked) {
        const GoesOn goes_on = check_watched_by(watch);
        auto tables = all_tables(round, goes_on);
        auto made =
            tables ? Round::checked(std::move(*tables), round.policy, round.vocabulary, round.found, goes_on)
                   : std::nullopt;
        if (!made) throw watch.stopped(result, {});
        round.checked = std::make_shared<const Round>(std::move(*made));
    }
    return round.checked;
}

}  // namespace befriend::c

using namespace befriend;

befriend_status befriend_round_new(const befriend_policy* policy, befriend_round** out, befriend_error** err)
{
    return c::guarded(out, err, [&] {
        const befriend_policy& under = c::opened(policy, "policy");
        auto made = std::make_unique<befriend_round>();
        made->policy = under.policy;
        made->found = under.warnings;
        return made;
    });
}

befriend_status befriend_round_invent(const char* preset, size_t preset_size, int64_t seed, int64_t children,
                                      int64_t volunteers, befriend_round** out, befriend_error** err)
{
    return c::guarded(out, err, [&] {
        const std::string_view name = c::plain_text_in(preset, preset_size, "preset");
        return c::invented(name, seed, children, volunteers);
    });
}

const char* befriend_preset_name(size_t i)
{
    return i < presets().size() ? presets()[i].name.data() : nullptr;  // a literal, and so NUL-terminated
}

befriend_status befriend_round_add_json(befriend_round* round, befriend_table table, const char* json,
                                        size_t size, befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_round& opened = c::opened(round, "round");
        const Table to = c::table_of(table);
        const std::string_view text = c::text_in(json, size, "json");
        const c::InUse in_use(opened, "round");
        c::add_json(opened, to, text);
    });
}

befriend_status befriend_round_get_json(const befriend_round* round, befriend_table table, char* buffer,
                                        size_t cap, size_t* needed, befriend_error** err)
{
    return c::text_out({buffer, cap, needed}, err, [&] {
        const befriend_round& opened = c::opened(round, "round");
        const Table of = c::table_of(table);
        const c::InUse in_use(opened, "round");
        return write_json_table(of, *c::table_in(opened, of));
    });
}

befriend_status befriend_round_get_policy(const befriend_round* round, befriend_policy** out,
                                          befriend_error** err)
{
    return c::guarded(out, err, [&] {
        const befriend_round& opened = c::opened(round, "round");
        const c::InUse in_use(opened, "round");
        auto made = std::make_unique<befriend_policy>();
        made->policy = opened.policy;
        return made;
    });
}

befriend_status befriend_round_check(const befriend_round* round, const befriend_cancel* cancel,
                                     befriend_progress_fn progress, void* user, befriend_error** out,
                                     befriend_error** err)
{
    if (out != nullptr) *out = nullptr;
    return c::guarded(err, [&] {
        const befriend_round& opened = c::opened(round, "round");
        if (cancel != nullptr) c::need_kind(cancel, befriend_cancel::own_kind, "cancel");
        const c::InUse in_use(opened, "round");
        c::Watch watch(cancel, progress, user, 0);
        if (c::is_requested(cancel)) throw watch.stopped("round", {});
        const std::vector<Fault> faults = c::warnings_of(opened, watch);
        if (out != nullptr && !faults.empty()) *out = c::error_of(faults, FaultsOf::input).release();
    });
}

void befriend_round_free(befriend_round* round)
{
    if (c::is_ours(round) && !round->in_use.load()) delete round;
}
