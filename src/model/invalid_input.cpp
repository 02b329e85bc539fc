#include "model/formatted.hpp"
#include <befriend/model/invalid_input.hpp>

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

namespace befriend {
namespace {

std::string summary_of(const std::vector<Fault>& faults)
{
    const auto is_error = [](const Fault& fault) { return !is_warning(fault.code); };
    const auto first = std::find_if(faults.begin(), faults.end(), is_error);
    if (first == faults.end()) return "the input was refused";
    const auto more = std::count_if(std::next(first), faults.end(), is_error);
    return more == 0 ? to_text(*first) : formatted("{} (and {} more)", to_text(*first), more);
}

auto order_of(const Fault& fault)
{
    return std::tie(fault.table, fault.record, fault.line, fault.column, fault.field, fault.code,
                    fault.other_table, fault.other, fault.rule);
}

}  // namespace

std::string_view to_text(FaultCode code) noexcept
{
    switch (code) {
        case FaultCode::e_arg:
            return "E_ARG";
        case FaultCode::e_state:
            return "E_STATE";
        case FaultCode::e_version:
            return "E_VERSION";
        case FaultCode::e_encoding:
            return "E_ENCODING";
        case FaultCode::e_parse:
            return "E_PARSE";
        case FaultCode::e_schema:
            return "E_SCHEMA";
        case FaultCode::e_number:
            return "E_NUMBER";
        case FaultCode::e_range:
            return "E_RANGE";
        case FaultCode::e_date:
            return "E_DATE";
        case FaultCode::e_duplicate:
            return "E_DUPLICATE";
        case FaultCode::e_unknown_id:
            return "E_UNKNOWN_ID";
        case FaultCode::e_conflict:
            return "E_CONFLICT";
        case FaultCode::e_policy:
            return "E_POLICY";
        case FaultCode::e_limit:
            return "E_LIMIT";
        case FaultCode::e_overflow:
            return "E_OVERFLOW";
        case FaultCode::e_io:
            return "E_IO";
        case FaultCode::e_exists:
            return "E_EXISTS";
        case FaultCode::e_memory:
            return "E_MEMORY";
        case FaultCode::e_cancelled:
            return "E_CANCELLED";
        case FaultCode::e_time:
            return "E_TIME";
        case FaultCode::e_certificate:
            return "E_CERTIFICATE";
        case FaultCode::e_internal:
            return "E_INTERNAL";
        case FaultCode::e_unsupported:
            return "E_UNSUPPORTED";
        case FaultCode::w_empty:
            return "W_EMPTY";
        case FaultCode::w_text:
            return "W_TEXT";
        case FaultCode::w_truncated:
            return "W_TRUNCATED";
        case FaultCode::w_ranklike:
            return "W_RANKLIKE";
        case FaultCode::w_flat:
            return "W_FLAT";
        case FaultCode::w_policy:
            return "W_POLICY";
        case FaultCode::w_place:
            return "W_PLACE";
        case FaultCode::w_id:
            return "W_ID";
        case FaultCode::w_unknown_id:
            return "W_UNKNOWN_ID";
        case FaultCode::w_expired:
            return "W_EXPIRED";
    }
    return {};
}

std::string_view to_text(Table table) noexcept
{
    switch (table) {
        case Table::children:
            return "children";
        case Table::volunteers:
            return "volunteers";
        case Table::coordinators:
            return "coordinators";
        case Table::existing:
            return "existing";
        case Table::pins:
            return "pins";
        case Table::blocks:
            return "blocks";
        case Table::earlier:
            return "earlier";
        case Table::policy:
            return "policy";
        case Table::vocabulary:
            return "vocabulary";
        case Table::areas:
            return "areas";
    }
    return {};
}

std::string to_text(const Fault& fault)
{
    std::string text = formatted("{} {}", to_text(fault.code), to_text(fault.table));
    if (fault.record) text += formatted("[{}]", *fault.record);
    if (!fault.field.empty()) text += formatted(".{}", fault.field);
    if (fault.line) text += formatted(" line {}", *fault.line);
    if (fault.line && fault.column) text += formatted(", column {}", *fault.column);
    if (fault.other) {
        text += formatted(", {}[{}]", to_text(fault.other_table.value_or(fault.table)), *fault.other);
    }
    return text + ": " + fault.rule;
}

bool operator<(const Fault& a, const Fault& b) noexcept
{
    return order_of(a) < order_of(b);
}

bool has_error(const std::vector<Fault>& faults) noexcept
{
    return std::any_of(faults.begin(), faults.end(),
                       [](const Fault& fault) { return !is_warning(fault.code); });
}

void sort_faults(std::vector<Fault>& faults)
{
    if (!std::is_sorted(faults.begin(), faults.end())) std::sort(faults.begin(), faults.end());
    faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
}

InvalidInput::InvalidInput(std::vector<Fault> faults) : faults_(std::move(faults))
{
    assert(has_error(faults_) && "an input without an error is not refused");
    sort_faults(faults_);
    summary_ = summary_of(faults_);
}

}  // namespace befriend
