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

auto order_of(const PlacedFault& fault)
{
    return std::tie(fault.table, fault.file, fault.line, fault.record, fault.column, fault.order, fault.field,
                    fault.code, fault.other_record, fault.other_line, fault.rule);
}

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

PlacedFault placed(Fault fault, const Sources& sources)
{
    Source unnamed;
    const Source& source = source_of(fault.table, sources, unnamed);
    PlacedFault result;
    result.code = fault.code;
    result.table = fault.table;
    result.file = source.file;
    result.line = fault.line ? fault.line : line_of(source, fault.record);
    result.record = fault.record;
    result.column = fault.column;
    if (fault.record && *fault.record < source.id_of_record.size())
        result.id = source.id_of_record[*fault.record];
    Source other_unnamed;
    const Source& other = source_of(fault.other_table.value_or(fault.table), sources, other_unnamed);
    if (other.file != source.file) result.other_file = other.file;
    result.other_line = line_of(other, fault.other);
    result.other_record = fault.other;
    result.field = std::move(fault.field);
    result.rule = std::move(fault.rule);
    return result;
}

std::string number(std::size_t value)
{
    return std::to_string(value);
}

std::string place_of(const PlacedFault& fault)
{
    std::string text = shown(fault.file);
    if (fault.line) {
        text += ":" + number(*fault.line);
    } else if (fault.record) {
        text += "[" + number(*fault.record) + "]";
    }
    if (fault.column) text += " column " + number(*fault.column);
    if (fault.other_line || fault.other_record) {
        text += " and " + (fault.other_file.empty() ? "" : shown(fault.other_file) + " ");
        text +=
            fault.other_line ? "line " + number(*fault.other_line) : "[" + number(*fault.other_record) + "]";
    }
    if (!fault.id.empty()) text += " id " + fault.id;
    if (!fault.field.empty()) text += " field \"" + shown(fault.field) + "\"";
    return text;
}

std::string line_for_people(const PlacedFault& fault, bool colour)
{
    const bool warning = is_warning(fault.code);
    const std::string code(to_text(fault.code));
    const std::string painted = !colour ? code : (warning ? "\x1B[33m" : "\x1B[31m") + code + "\x1B[0m";
    return painted + " " + place_of(fault) + ": " + fault.rule + "\n";
}

nlohmann::json record_for_programs(const PlacedFault& fault)
{
    nlohmann::json record{{"code", to_text(fault.code)}, {"file", fault.file}, {"rule", fault.rule}};
    const auto add = [&record](const char* name, const auto& value) {
        if (value) record[name] = *value;
    };
    if (fault.table) record["table"] = to_text(*fault.table);
    add("line", fault.line);
    add("column", fault.column);
    add("record", fault.record);
    add("other_line", fault.other_line);
    add("other_record", fault.other_record);
    if (!fault.other_file.empty()) record["other_file"] = fault.other_file;
    if (!fault.field.empty()) record["field"] = shown(fault.field);
    if (!fault.id.empty()) record["id"] = fault.id;
    return record;
}

// `all` is sorted; `shown_count` of its faults are shown, and `left_out` errors are not in it.
std::string for_programs(const std::vector<PlacedFault>& all, std::size_t shown_count, std::size_t left_out)
{
    nlohmann::json list = nlohmann::json::array();
    for (std::size_t i = 0; i < shown_count; ++i)
        list.push_back(record_for_programs(all[i]));
    const auto warnings = static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const PlacedFault& f) { return is_warning(f.code); }));
    const nlohmann::json document{{"schema_version", 1},
                                  {"faults", std::move(list)},
                                  {"more", all.size() - shown_count + left_out},
                                  {"warnings", warnings},
                                  {"errors", all.size() - warnings + left_out}};
    return json_line(document);
}

}  // namespace

std::string fault_text(std::vector<Fault> faults, const Sources& sources, FaultStyle style)
{
    std::vector<PlacedFault> all;
    for (Fault& fault : faults)
        all.push_back(placed(std::move(fault), sources));
    return fault_text(std::move(all), 0, style);
}

std::string fault_text(std::vector<PlacedFault> faults, std::size_t left_out, FaultStyle style)
{
    std::sort(faults.begin(), faults.end(),
              [](const PlacedFault& a, const PlacedFault& b) { return order_of(a) < order_of(b); });
    const std::size_t count = std::min(faults.size(), most_shown);
    if (style.as_json) return for_programs(faults, count, left_out);
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += line_for_people(faults[i], style.colour);
    const std::size_t more = faults.size() - count + left_out;
    if (more > 0) text += "and " + number(more) + " more\n";
    return text;
}

}  // namespace befriend::cli
