#include "cli/fault_text.hpp"

#include "cli/shown.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace befriend::cli {
namespace {

constexpr std::size_t most_shown = 100;

// A fault with its place in the file it came from.
struct Placed {
    Fault fault;
    std::string file;
    std::optional<std::size_t> line;
    std::string other_file;  // of the second record concerned, if it lies in another file
    std::optional<std::size_t> other_line;
    std::string id;

    auto order() const
    {
        return std::tie(fault.table, line, fault.record, fault.column, fault.field, fault.code, fault.other,
                        fault.rule);
    }
};

std::optional<std::size_t> line_of(const Source& source, std::optional<std::size_t> record)
{
    if (!record || *record >= source.line_of_record.size()) return std::nullopt;
    return source.line_of_record[*record];
}

// A table that came from no file goes by its own name.
const Source& source_of(Table table, const Sources& sources, Source& unnamed)
{
    const auto found = sources.find(table);
    if (found != sources.end()) return found->second;
    unnamed.file = to_text(table);
    return unnamed;
}

Placed placed(Fault fault, const Sources& sources)
{
    Placed result;
    result.fault = std::move(fault);
    Source unnamed;
    const Source& source = source_of(result.fault.table, sources, unnamed);
    result.file = source.file;
    result.line = result.fault.line ? result.fault.line : line_of(source, result.fault.record);
    if (result.fault.record && *result.fault.record < source.id_of_record.size())
        result.id = source.id_of_record[*result.fault.record];
    Source other_unnamed;
    const Source& other =
        source_of(result.fault.other_table.value_or(result.fault.table), sources, other_unnamed);
    if (other.file != source.file) result.other_file = other.file;
    result.other_line = line_of(other, result.fault.other);
    return result;
}

std::string number(std::size_t value)
{
    return std::to_string(value);
}

std::string place_of(const Placed& fault)
{
    std::string text = shown(fault.file);
    if (fault.line) {
        text += ":" + number(*fault.line);
    } else if (fault.fault.record) {
        text += "[" + number(*fault.fault.record) + "]";
    }
    if (fault.fault.column) text += " column " + number(*fault.fault.column);
    if (fault.fault.other) {
        text += " and " + (fault.other_file.empty() ? "" : shown(fault.other_file) + " ");
        text +=
            fault.other_line ? "line " + number(*fault.other_line) : "[" + number(*fault.fault.other) + "]";
    }
    if (!fault.id.empty()) text += " id " + fault.id;
    if (!fault.fault.field.empty()) text += " field \"" + shown(fault.fault.field) + "\"";
    return text;
}

std::string line_for_people(const Placed& fault, bool colour)
{
    const bool warning = is_warning(fault.fault.code);
    const std::string code(to_text(fault.fault.code));
    const std::string painted = !colour ? code : (warning ? "\x1B[33m" : "\x1B[31m") + code + "\x1B[0m";
    return painted + " " + place_of(fault) + ": " + fault.fault.rule + "\n";
}

nlohmann::json record_for_programs(const Placed& fault)
{
    nlohmann::json record{{"code", to_text(fault.fault.code)},
                          {"file", fault.file},
                          {"rule", fault.fault.rule},
                          {"table", to_text(fault.fault.table)}};
    const auto add = [&record](const char* name, const auto& value) {
        if (value) record[name] = *value;
    };
    add("line", fault.line);
    add("column", fault.fault.column);
    add("record", fault.fault.record);
    add("other_line", fault.other_line);
    add("other_record", fault.fault.other);
    if (!fault.other_file.empty()) record["other_file"] = fault.other_file;
    if (!fault.fault.field.empty()) record["field"] = shown(fault.fault.field);
    if (!fault.id.empty()) record["id"] = fault.id;
    return record;
}

std::string for_programs(const std::vector<Placed>& faults, std::size_t shown_count)
{
    nlohmann::json list = nlohmann::json::array();
    for (std::size_t i = 0; i < shown_count; ++i)
        list.push_back(record_for_programs(faults[i]));
    const auto warnings = std::count_if(faults.begin(), faults.end(),
                                        [](const Placed& fault) { return is_warning(fault.fault.code); });
    const nlohmann::json document{{"schema_version", 1},
                                  {"faults", std::move(list)},
                                  {"more", faults.size() - shown_count},
                                  {"warnings", warnings},
                                  {"errors", static_cast<std::ptrdiff_t>(faults.size()) - warnings}};
    return json_line(document);
}

}  // namespace

std::string fault_text(std::vector<Fault> faults, const Sources& sources, FaultStyle style)
{
    std::vector<Placed> all;
    for (Fault& fault : faults)
        all.push_back(placed(std::move(fault), sources));
    std::sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) { return a.order() < b.order(); });
    const std::size_t count = std::min(all.size(), most_shown);
    if (style.as_json) return for_programs(all, count);
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += line_for_people(all[i], style.colour);
    if (count < all.size()) text += "and " + number(all.size() - count) + " more\n";
    return text;
}

}  // namespace befriend::cli
