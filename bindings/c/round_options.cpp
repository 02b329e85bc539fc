#include "guarded.hpp"
#include "in_use.hpp"
#include <befriend/io/read_area_table.hpp>
#include <befriend/io/read_vocabulary.hpp>

#include <algorithm>
#include <charconv>
#include <system_error>

namespace befriend::c {
namespace {

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

// The name behind "sha256.", if it is one of an input.
std::optional<std::string_view> digested(std::string_view key)
{
    constexpr std::string_view prefix = "sha256.";
    if (!key.starts_with(prefix)) return std::nullopt;
    const std::string_view role = key.substr(prefix.size());
    for (const Table table : {Table::children, Table::volunteers, Table::coordinators, Table::existing,
                              Table::pins, Table::blocks, Table::earlier, Table::policy}) {
        if (role == to_text(table)) return role;
    }
    return std::nullopt;
}

std::string digest_in(std::string_view key, std::string_view text)
{
    if (text.size() != 64 || text.find_first_not_of("0123456789abcdef") != text.npos)
        refuse_value(FaultCode::e_schema, key, "not 64 hexadecimal digits in small letters");
    return std::string(text);
}

void need_no_tables(const befriend_round& round, std::string_view key)
{
    if (std::any_of(round.tables.begin(), round.tables.end(),
                    [](const auto& table) { return table != nullptr; }))
        throw Misuse{FaultCode::e_state, "key", std::string(key) + " is set before any table is added"};
}

void set_vocabulary(befriend_round& round, std::string_view text)
{
    std::vector<Fault> faults;
    Vocabulary vocabulary = read_vocabulary(text, faults);
    if (has_error(faults)) throw InvalidInput(std::move(faults));
    round.vocabulary = std::move(vocabulary);
    round.checked.reset();
}

void set_areas(befriend_round& round, std::string_view text)
{
    need_no_tables(round, "areas");
    std::vector<Fault> faults;
    AreaTable areas = read_area_table(text, faults);
    if (has_error(faults)) throw InvalidInput(std::move(faults));
    round.areas = std::move(areas);
}

void set_ignored_columns(befriend_round& round, std::string_view names)
{
    need_no_tables(round, "ignore_columns");
    std::vector<std::string> ignored = round.policy.ignore_columns;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(';'), names.size());
        if (end > 0) ignored.emplace_back(names.substr(0, end));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    round.policy.ignore_columns = std::move(ignored);
}

void set_text(befriend_round& round, std::string_view key, std::string_view text)
{
    if (key == "as_of") {
        const auto day = parse_date(text);
        if (!day) refuse_value(FaultCode::e_date, "as_of", "not a day from 1900 to 2199 as YYYY-MM-DD");
        round.as_of_source = "option";
        round.policy.as_of = day;
        round.checked.reset();
    } else if (key == "seed") {
        set_seed(round, seed_in(text));
    } else if (key == "vocabulary") {
        set_vocabulary(round, text);
    } else if (key == "areas") {
        set_areas(round, text);
    } else if (key == "ignore_columns") {
        set_ignored_columns(round, text);
    } else if (key == "interface") {
        round.interface = text;
    } else if (const auto role = digested(key)) {
        round.sha256[std::string(*role)] = digest_in(key, text);
    } else {
        throw Misuse{FaultCode::e_arg, "key",
                     "unknown; texts are areas, as_of, ignore_columns, interface, seed, sha256.<input>, "
                     "vocabulary"};
    }
}

void set_int(befriend_round& round, std::string_view key, std::int64_t value)
{
    const auto not_negative = [&] {
        if (value < 0) refuse_value(FaultCode::e_range, key, "below 0");
        return value;
    };
    if (key == "seed") {
        set_seed(round, value);
    } else if (key == "time_limit_ms") {
        round.time_limit_ms = not_negative();
    } else if (key == "max_bytes") {
        round.max_bytes = not_negative();
    } else {
        throw Misuse{FaultCode::e_arg, "key", "unknown; whole numbers are max_bytes, seed, time_limit_ms"};
    }
}

}  // namespace
}  // namespace befriend::c

using namespace befriend;

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

befriend_status befriend_round_set_progress(befriend_round* round, const befriend_cancel* cancel,
                                            befriend_progress_fn progress, void* user, befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_round& opened = c::opened(round, "round");
        if (cancel != nullptr) c::need_kind(cancel, befriend_cancel::own_kind, "cancel");
        const c::InUse in_use(opened, "round");
        opened.cancel = cancel;
        opened.progress = progress;
        opened.progress_user = user;
    });
}
