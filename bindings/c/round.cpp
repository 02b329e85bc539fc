#include "guarded.hpp"
#include "in_use.hpp"
#include <befriend/io/read_json_table.hpp>
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/model/policy_keys.hpp>
#include <befriend/proposal/propose.hpp>

#include <charconv>
#include <system_error>

namespace befriend::c {
namespace {

Table table_of(befriend_table table)
{
    if (table < BEFRIEND_CHILDREN || table > BEFRIEND_BLOCKS) {
        throw Misuse{FaultCode::e_arg, "table", "no table of a round has this number; they have 1 to 6"};
    }
    return static_cast<Table>(table - BEFRIEND_CHILDREN);
}
static_assert(static_cast<int>(Table::children) == 0);
static_assert(static_cast<int>(Table::blocks) == BEFRIEND_BLOCKS - BEFRIEND_CHILDREN);

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
        default:
            return to.blocks.swap(from.blocks);
    }
}

void add_json(befriend_round& round, Table table, std::string_view json)
{
    const auto position = static_cast<std::size_t>(table);
    if (round.added[position])
        throw Misuse{FaultCode::e_state, "table", std::string(to_text(table)) + " were added already"};

    Tables read;
    std::vector<Fault> found = round.found;
    if (auto nul = nul_fault(table, json)) {
        found.push_back(std::move(*nul));
    } else {
        const ReadOptions options{round.policy.ignore_columns, nullptr};
        read_json_table(table, json, options, read, found);
    }
    take(table, read, round.tables);
    round.found.swap(found);
    round.added.set(position);
    round.checked.reset();
}

[[noreturn]] void refuse_value(FaultCode code, std::string_view key, std::string rule)
{
    Fault fault;
    fault.code = code;
    fault.table = Table::policy;
    fault.field = key;
    fault.rule = std::move(rule);
    throw InvalidInput({std::move(fault)});
}

void set_seed(befriend_round& round, std::int64_t seed)
{
    if (seed < 0) refuse_value(FaultCode::e_range, "seed", "below 0");
    round.policy.seed = seed;
    round.checked.reset();
}

std::int64_t seed_in(std::string_view digits)
{
    std::int64_t seed = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), seed);
    if (fault == std::errc::result_out_of_range) refuse_value(FaultCode::e_range, "seed", "beyond 63 bits");
    if (fault != std::errc() || end != digits.data() + digits.size())
        refuse_value(FaultCode::e_number, "seed", "not a whole number");
    return seed;
}

void set_text(befriend_round& round, std::string_view key, std::string_view text)
{
    if (key == "as_of") {
        const auto day = parse_date(text);
        if (!day) refuse_value(FaultCode::e_date, "as_of", "not a day from 1900 to 2199 as YYYY-MM-DD");
        round.policy.as_of = day;
        round.checked.reset();
    } else if (key == "seed") {
        set_seed(round, seed_in(text));
    } else {
        throw Misuse{FaultCode::e_arg, "key", "unknown; texts are as_of, seed"};
    }
}

void set_int(befriend_round& round, std::string_view key, std::int64_t value)
{
    if (key != "seed") throw Misuse{FaultCode::e_arg, "key", "unknown; whole numbers are seed"};
    set_seed(round, value);
}

}  // namespace

std::shared_ptr<const Round> checked(const befriend_round& round)
{
    for (const Table table : {Table::children, Table::volunteers}) {
        if (!round.added[static_cast<std::size_t>(table)])
            throw Misuse{FaultCode::e_state, "round", "no " + std::string(to_text(table)) + " were added"};
    }
    if (!round.checked) {
        round.checked =
            std::make_shared<const Round>(round.tables, round.policy, built_in_vocabulary(), round.found);
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

befriend_status befriend_round_set_text(befriend_round* round, const char* key, const char* text, size_t size,
                                        befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_round& opened = c::opened(round, "round");
        c::need_not_null(key, "key");
        const std::string_view value = c::plain_text_in(text, size, "text");
        const c::InUse in_use(opened, "round");
        c::set_text(opened, key, value);
    });
}

befriend_status befriend_round_set_int(befriend_round* round, const char* key, int64_t value,
                                       befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_round& opened = c::opened(round, "round");
        c::need_not_null(key, "key");
        const c::InUse in_use(opened, "round");
        c::set_int(opened, key, value);
    });
}

befriend_status befriend_round_check(const befriend_round* round, befriend_error** out, befriend_error** err)
{
    if (out != nullptr) *out = nullptr;
    return c::guarded(err, [&] {
        const befriend_round& opened = c::opened(round, "round");
        const c::InUse in_use(opened, "round");
        const auto checked = c::checked(opened);
        std::vector<Fault> faults = pin_faults(*checked);
        faults.insert(faults.end(), checked->warnings().begin(), checked->warnings().end());
        if (has_error(faults)) throw InvalidInput(std::move(faults));
        sort_faults(faults);
        if (out != nullptr && !faults.empty()) *out = c::error_of(faults, FaultsOf::input).release();
    });
}

void befriend_round_free(befriend_round* round)
{
    if (c::is_ours(round) && !round->in_use.load()) delete round;
}
