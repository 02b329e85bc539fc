#include "io/json_writer.hpp"
#include <befriend/io/write_faults.hpp>

#include <algorithm>
#include <utility>

namespace befriend {
namespace {

void write_fault(const Fault& fault, FaultsOf of, io::JsonWriter& json)
{
    const auto perhaps = [&json](const char* name, const auto& value) {
        if (value) json.member(name, *value);
    };
    const bool of_call = of == FaultsOf::call;
    json.begin_object();
    if (of_call) json.member("argument", fault.field);
    json.member("code", to_text(fault.code));
    perhaps("column", fault.column);
    if (!of_call && !fault.field.empty()) json.member("field", fault.field);
    perhaps("line", fault.line);
    json.member("number", static_cast<std::int32_t>(fault.code));
    perhaps(of_call ? "other_position" : "other_record", fault.other);
    if (!of_call && fault.other) json.member("other_table", to_text(fault.other_table.value_or(fault.table)));
    perhaps(of_call ? "position" : "record", fault.record);
    json.member("rule", fault.rule);
    if (!of_call) json.member("table", to_text(fault.table));
    json.end_object();
}

}  // namespace

std::string faults_json(const std::vector<Fault>& faults, FaultsOf of)
{
    const auto warnings = std::count_if(faults.begin(), faults.end(),
                                        [](const Fault& fault) { return is_warning(fault.code); });
    io::JsonWriter json;
    json.begin_object(io::JsonWriter::Layout::lines)
        .member("errors", static_cast<std::ptrdiff_t>(faults.size()) - warnings)
        .lines("faults", faults, [&](const Fault& fault) { write_fault(fault, of, json); })
        .member("schema_version", 1)
        .member("warnings", warnings)
        .end_object();
    return std::move(json).text();
}

}  // namespace befriend
