#include "cli/expected_counts.hpp"

#include "cli/failure.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace befriend::cli {
namespace {

using nlohmann::json;

constexpr std::array tables{Table::children, Table::volunteers, Table::coordinators, Table::existing,
                            Table::pins,     Table::blocks,     Table::earlier};

// The names of run.json's other inputs, which hold no records.
constexpr std::array<std::string_view, 4> other_roles{"policy", "vocabulary", "areas", "counts"};

Failure refused(const InputFile& file, FaultCode code, std::string rule)
{
    return {ExitCode::refused, code, file.name, std::move(rule)};
}

// A whole number that fits; none for anything else.
std::optional<std::int64_t> whole(const json& value)
{
    if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{INT64_MAX})
        return std::nullopt;
    return value.is_number_integer() ? std::optional(value.get<std::int64_t>()) : std::nullopt;
}

std::map<std::string, std::int64_t> totals_in(const InputFile& file, const json& totals)
{
    if (!totals.is_object()) throw refused(file, FaultCode::e_schema, "control_totals must be an object");
    std::map<std::string, std::int64_t> result;
    for (const auto& [column, value] : totals.items()) {
        const auto total = whole(value);
        if (!total) throw refused(file, FaultCode::e_number, "a control total is no whole number");
        result.emplace(column, *total);
    }
    return result;
}

ExpectedTable expected_in(const InputFile& file, const json& input)
{
    ExpectedTable result;
    if (const auto records = input.find("records"); records != input.end()) {
        result.records = whole(*records);
        if (!result.records || *result.records < 0)
            throw refused(file, FaultCode::e_number, "records must be a whole number from 0 on");
    }
    if (const auto totals = input.find("control_totals"); totals != input.end())
        result.control_totals = totals_in(file, *totals);
    return result;
}

json parsed(const InputFile& file)
{
    json document = json::parse(file.bytes, nullptr, false);
    if (document.is_discarded()) throw refused(file, FaultCode::e_parse, "not valid JSON");
    if (!document.is_object() || !document.contains("inputs") || !document["inputs"].is_array())
        throw refused(file, FaultCode::e_schema, "not a run.json: no list inputs in it");
    return document;
}

Fault count_fault(Table table, std::string column, std::string rule)
{
    Fault fault;
    fault.code = FaultCode::e_schema;
    fault.table = table;
    fault.field = std::move(column);
    fault.rule = std::move(rule);
    return fault;
}

void check_table(Table table, const ExpectedTable& expected, const InputRecord* input, bool records_only,
                 std::vector<Fault>& faults)
{
    if (expected.records && input == nullptr && *expected.records > 0)
        faults.push_back(count_fault(
            table, {}, "not given, and the counts say " + std::to_string(*expected.records) + " records"));
    if (input == nullptr) return;
    if (expected.records && static_cast<std::uint64_t>(*expected.records) != input->records)
        faults.push_back(count_fault(table, {},
                                     std::to_string(input->records) + " records, and the counts say " +
                                         std::to_string(*expected.records)));
    if (records_only) return;
    for (const auto& [column, total] : expected.control_totals) {
        const auto found = input->control_totals.find(column);
        const std::int64_t sum = found == input->control_totals.end() ? 0 : found->second;
        if (sum != total)
            faults.push_back(count_fault(
                table, column,
                "adds up to " + std::to_string(sum) + ", and the counts say " + std::to_string(total)));
    }
}

}  // namespace

ExpectedCounts read_counts(const InputFile& file)
{
    ExpectedCounts counts;
    const json document = parsed(file);
    for (const json& input : document["inputs"]) {
        if (!input.is_object() || !input.contains("role") || !input["role"].is_string())
            throw refused(file, FaultCode::e_schema, "an input without its role");
        const auto role = input["role"].get<std::string>();
        if (std::find(other_roles.begin(), other_roles.end(), role) != other_roles.end()) continue;
        const auto* const table =
            std::find_if(tables.begin(), tables.end(), [&](Table known) { return to_text(known) == role; });
        if (table == tables.end()) throw refused(file, FaultCode::e_schema, "an input with an unknown role");
        if (!counts.emplace(*table, expected_in(file, input)).second)
            throw refused(file, FaultCode::e_duplicate, "two inputs with the role " + role);
    }
    if (counts.empty()) throw refused(file, FaultCode::e_schema, "no counts of a table in it");
    return counts;
}

void check_counts(const ExpectedCounts& expected, const std::vector<InputRecord>& inputs, bool records_only,
                  std::vector<Fault>& faults)
{
    for (const auto& [table, counts] : expected) {
        const auto input =
            std::find_if(inputs.begin(), inputs.end(),
                         [role = to_text(table)](const auto& read) { return read.role == role; });
        check_table(table, counts, input == inputs.end() ? nullptr : &*input, records_only, faults);
    }
}

}  // namespace befriend::cli
