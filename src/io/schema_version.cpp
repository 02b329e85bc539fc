#include "io/schema_version.hpp"

#include "io/text.hpp"
#include "model/formatted.hpp"

namespace befriend::io {

std::optional<Fault> version_fault(Table table, std::string_view digits)
{
    if (digits == schema_version) return std::nullopt;
    const bool is_version = are_digits(digits) && digits.size() < 10;
    Fault fault;
    fault.code = FaultCode::e_version;
    fault.table = table;
    fault.field = "schema_version";
    fault.rule = formatted("{} found, this befriend reads version {}",
                           is_version ? formatted("version {}", digits) : "no version", schema_version);
    return fault;
}

}  // namespace befriend::io
