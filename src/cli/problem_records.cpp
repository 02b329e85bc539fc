#include "cli/problem_records.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace befriend::cli {
namespace {

constexpr std::size_t most_name_bytes = 64;
constexpr std::int64_t most_capacity = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t unpinned = -1;
constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();

bool has_controls(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool upper =
            byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (byte < 0x20 || byte == 0x7F || upper) return true;
    }
    return false;
}

bool has_blanks_around(std::string_view text) noexcept
{
    constexpr std::string_view hard_blank = "\u00A0";
    return text.starts_with(' ') || text.ends_with(' ') || text.starts_with(hard_blank) ||
           text.ends_with(hard_blank);
}

bool has_pair(const WeightedPairs& pairs, std::size_t row, std::int64_t column) noexcept
{
    const auto begin = pairs.column.begin() + static_cast<std::ptrdiff_t>(pairs.row_begin[row]);
    const auto end = pairs.column.begin() + static_cast<std::ptrdiff_t>(pairs.row_begin[row + 1]);
    return std::binary_search(begin, end, static_cast<std::uint32_t>(column));
}

}  // namespace

const std::vector<std::string_view>& columns_of(ProblemList list)
{
    static const std::array<std::vector<std::string_view>, 5> columns{
        {{"row", "column", "weight"}, {"column", "capacity"}, {"row", "column"}, {"row"}, {"column"}}};
    return columns[static_cast<std::size_t>(list)];
}

std::string_view to_text(ProblemList list) noexcept
{
    constexpr std::array<std::string_view, 5> names{"weights", "capacities", "pins", "rows", "columns"};
    return names[static_cast<std::size_t>(list)];
}

void ProblemRecords::add(ProblemList list, std::size_t at, std::span<const std::string_view> cells)
{
    if (list == ProblemList::weights) return add_weight(at, cells);
    if (list == ProblemList::capacities) return add_capacity(at, cells);
    if (list == ProblemList::pins) return add_pin(at, cells);
    if (is_name(list, at, {}, cells[0])) (list == ProblemList::rows ? rows_ : columns_).number_of(cells[0]);
}

void ProblemRecords::add_weight(std::size_t at, std::span<const std::string_view> cells)
{
    const auto [row, column, weight] = std::tuple(cells[0], cells[1], cells[2]);
    const bool names_one = weight.empty() && row.empty() != column.empty();
    const bool row_is_name = (names_one && row.empty()) || is_name(ProblemList::weights, at, "row", row);
    const bool column_is_name =
        (names_one && column.empty()) || is_name(ProblemList::weights, at, "column", column);
    if (names_one) {
        if (!row.empty() && row_is_name) rows_.number_of(row);
        if (!column.empty() && column_is_name) columns_.number_of(column);
        return;
    }
    const auto value = number(ProblemList::weights, at, "weight", weight, -largest_weight, largest_weight);
    // A name counts also where the rest is wrong: other records may be about it.
    const std::int64_t row_number = row_is_name ? std::int64_t{rows_.number_of(row)} : -1;
    const std::int64_t column_number = column_is_name ? std::int64_t{columns_.number_of(column)} : -1;
    if (row_number < 0 || column_number < 0 || !value) return;
    row_.push_back(row_number);
    column_.push_back(column_number);
    weight_.push_back(*value);
    places_.add(at);
}

void ProblemRecords::add_capacity(std::size_t at, std::span<const std::string_view> cells)
{
    const bool is_column = is_name(ProblemList::capacities, at, "column", cells[0]);
    const auto capacity = number(ProblemList::capacities, at, "capacity", cells[1], 0, most_capacity);
    if (is_column) capacities_.push_back({at, std::string(cells[0]), capacity.value_or(0)});
}

void ProblemRecords::add_pin(std::size_t at, std::span<const std::string_view> cells)
{
    const bool is_row = is_name(ProblemList::pins, at, "row", cells[0]);
    const bool is_column = is_name(ProblemList::pins, at, "column", cells[1]);
    if (is_row && is_column) pins_.push_back({at, std::string(cells[0]), std::string(cells[1])});
}

bool ProblemRecords::is_name(ProblemList list, std::size_t at, std::string_view field, std::string_view text)
{
    if (text.empty()) {
        refuse(list, at, FaultCode::e_schema, field, "missing");
    } else if (text.size() > most_name_bytes) {
        refuse(list, at, FaultCode::e_limit, field, "a name of more than 64 bytes");
    } else if (has_controls(text)) {
        refuse(list, at, FaultCode::e_encoding, field, "control characters in a name");
    } else if (has_blanks_around(text)) {
        refuse(list, at, FaultCode::e_schema, field, "blanks around a name");
    } else {
        return true;
    }
    return false;
}

std::optional<std::int64_t> ProblemRecords::number(ProblemList list, std::size_t at, std::string_view field,
                                                   std::string_view text, std::int64_t least,
                                                   std::int64_t most)
{
    if (text.empty()) {
        refuse(list, at, FaultCode::e_schema, field, "missing");
        return std::nullopt;
    }
    const WholeNumber number = whole_number_in(text, least, most);
    if (!number.flaw) return number.value;
    refuse(list, at, *number.flaw, field, rule_of_number(*number.flaw, least, most));
    return std::nullopt;
}

NamedProblem ProblemRecords::finish() &&
{
    NamedProblem problem;
    problem.rows = rows_.sorted(row_place_);
    problem.columns = columns_.sorted(column_place_);
    const std::size_t before = faults_.count();
    set_pairs(problem);
    set_capacities(problem);
    set_pins(problem);
    if (faults_.count() == before) check_pins(problem);
    return problem;
}

void ProblemRecords::set_pairs(NamedProblem& problem)
{
    for (std::int64_t& row : row_)
        row = row_place_[static_cast<std::size_t>(row)];
    for (std::int64_t& column : column_)
        column = column_place_[static_cast<std::size_t>(column)];
    PairFaults found;
    problem.pairs =
        pairs_of_coordinates(problem.rows.size(), problem.columns.size(), row_, column_, weight_, found);
    for (const PairFault& twice : found.listed)
        refuse_pair(ProblemList::weights, places_.line_of(twice.at), places_.line_of(*twice.other),
                    FaultCode::e_duplicate, {}, "the same pair twice");
    faults_.leave_out(found.count - found.listed.size());
}

void ProblemRecords::set_capacities(NamedProblem& problem)
{
    if (capacities_.empty()) return;
    problem.capacity.assign(problem.columns.size(), 1);
    std::vector<std::size_t> given_at(problem.columns.size(), nowhere);
    for (const auto& [at, name, capacity] : capacities_) {
        const auto number = columns_.find(name);
        if (!number) {
            refuse(ProblemList::capacities, at, FaultCode::e_unknown_id, "column",
                   "no such column in the weights");
            continue;
        }
        const std::size_t column = column_place_[*number];
        if (given_at[column] != nowhere)
            refuse_pair(ProblemList::capacities, at, given_at[column], FaultCode::e_duplicate, "column",
                        "the same column twice");
        given_at[column] = at;
        problem.capacity[column] = capacity;
    }
}

void ProblemRecords::set_pins(NamedProblem& problem)
{
    if (pins_.empty()) return;
    problem.pin.assign(problem.rows.size(), unpinned);
    std::vector<std::size_t> given_at(problem.rows.size(), nowhere);
    for (const auto& [at, row_name, column_name] : pins_) {
        const auto row = rows_.find(row_name);
        const auto column = columns_.find(column_name);
        if (!row) refuse(ProblemList::pins, at, FaultCode::e_unknown_id, "row", "no such row in the weights");
        if (!column)
            refuse(ProblemList::pins, at, FaultCode::e_unknown_id, "column", "no such column in the weights");
        if (!row || !column) continue;
        const std::size_t place = row_place_[*row];
        if (given_at[place] != nowhere)
            refuse_pair(ProblemList::pins, at, given_at[place], FaultCode::e_conflict, "row",
                        "the same row pinned twice");
        given_at[place] = at;
        problem.pin[place] = column_place_[*column];
    }
}

// Pins that cannot hold, once each is a row and a column.
void ProblemRecords::check_pins(const NamedProblem& problem)
{
    std::vector<std::int64_t> room = problem.capacity;
    if (room.empty()) room.assign(problem.columns.size(), 1);
    for (const auto& [at, row_name, column_name] : pins_) {
        const std::size_t row = row_place_[*rows_.find(row_name)];
        const std::size_t column = column_place_[*columns_.find(column_name)];
        if (!has_pair(problem.pairs, row, static_cast<std::int64_t>(column)))
            refuse(ProblemList::pins, at, FaultCode::e_conflict, {}, "no pair of the weights");
        if (--room[column] < 0)
            refuse(ProblemList::pins, at, FaultCode::e_conflict, "column",
                   "more pins than the column has room for");
    }
}

void ProblemRecords::refuse(ProblemList list, std::size_t at, FaultCode code, std::string_view field,
                            std::string rule)
{
    faults_.add(fault_of(list, at, code, field, std::move(rule)));
}

void ProblemRecords::refuse_pair(ProblemList list, std::size_t at, std::size_t other, FaultCode code,
                                 std::string_view field, std::string rule)
{
    if (!source_.has_lines)
        rule += ", as in " + std::string(to_text(list)) + "[" + std::to_string(other) + "]";
    PlacedFault fault = fault_of(list, at, code, field, std::move(rule));
    if (source_.has_lines) fault.other_line = other;
    faults_.add(std::move(fault));
}

PlacedFault ProblemRecords::fault_of(ProblemList list, std::size_t at, FaultCode code, std::string_view field,
                                     std::string rule) const
{
    PlacedFault fault;
    fault.code = code;
    fault.file = source_.files[static_cast<std::size_t>(list)];
    fault.field = field;
    fault.rule = std::move(rule);
    if (source_.has_lines) {
        fault.line = at;
    } else {
        fault.order = at;
        fault.field = std::string(to_text(list)) + "[" + std::to_string(at) + "]" +
                      (field.empty() ? "" : ".") + std::string(field);
    }
    return fault;
}

}  // namespace befriend::cli
