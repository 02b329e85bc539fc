#include "io/cells.hpp"

#include "model/formatted.hpp"
#include <befriend/io/area_table.hpp>
#include <befriend/model/background.hpp>

#include <algorithm>
#include <array>
#include <span>

namespace befriend::io {
namespace {

constexpr std::array<std::string_view, 3> genders{"female", "male", "other"};

std::vector<std::string_view> all_of(std::span<const std::string_view> words)
{
    return {words.begin(), words.end()};
}

bool is_among(std::string_view word, std::span<const std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string listed(const std::vector<std::string_view>& words)
{
    return separated(words, ", ");
}

void refuse_word(std::string_view cell, const std::vector<std::string_view>& words, CellFaults& faults)
{
    faults.add(FaultCode::e_schema, formatted("not one of {} {}", listed(words), found(cell)));
}

std::optional<std::string> CodeCell::read(std::string_view cell, CellFaults& faults)
{
    if (cell.size() > most_id_bytes) {
        faults.add(FaultCode::e_limit, formatted("a code of more than {} characters", most_id_bytes));
        return std::nullopt;
    }
    if (cell.empty() || !is_made_of(cell, "-_.")) {
        faults.add(FaultCode::e_schema,
                   "not a code: letters A to Z and a to z, digits, '-', '_' and '.' only " + found(cell));
        return std::nullopt;
    }
    return std::string(cell);
}

CellRule GenderCell::rule()
{
    return {.allowed = listed(all_of(genders)) + " or a code", .pattern = std::string(id_pattern)};
}

std::optional<std::string> GenderCell::read(std::string_view cell, CellFaults& faults)
{
    return CodeCell::read(cell, faults);
}

CellRule AuthorityCell::rule()
{
    return {.allowed = "GSS code, for instance E08000003", .pattern = "[A-Z][0-9]{8}"};
}

std::optional<std::string> AuthorityCell::read(std::string_view cell, CellFaults& faults)
{
    const bool is_letter = !cell.empty() && cell[0] >= 'A' && cell[0] <= 'Z';
    if (cell.size() == 9 && is_letter && are_digits(cell.substr(1))) return std::string(cell);
    faults.add(FaultCode::e_schema, "not a GSS code: a capital letter and eight digits " + found(cell));
    return std::nullopt;
}

CellRule ReligionCell::rule()
{
    return {.allowed = listed(all_of(religion_words())),
            .words = all_of(religion_words()),
            .absent = {"not_answered"}};
}

std::optional<Missing> ReligionCell::missing(std::string_view cell)
{
    if (cell == "not_answered") return Missing::declined;
    return std::nullopt;
}

std::optional<std::string> ReligionCell::read(std::string_view cell, CellFaults& faults)
{
    if (is_among(cell, religion_words())) return std::string(cell);
    refuse_word(cell, all_of(religion_words()), faults);
    return std::nullopt;
}

CellRule EthnicGroupCell::rule()
{
    return {.allowed = listed(all_of(ethnic_group_codes())), .words = all_of(ethnic_group_codes())};
}

std::optional<Missing> EthnicGroupCell::missing(std::string_view cell)
{
    if (cell == "REFU") return Missing::declined;
    if (cell == "NOBT") return Missing::unknown;
    return std::nullopt;
}

std::optional<std::string> EthnicGroupCell::read(std::string_view cell, CellFaults& faults)
{
    if (cell == "GROM") return "WROM";  // the same group, as another council's tool spells it
    if (is_among(cell, ethnic_group_codes())) return std::string(cell);
    refuse_word(cell, all_of(ethnic_group_codes()), faults);
    return std::nullopt;
}

std::optional<bool> FlagCell::read(std::string_view cell, CellFaults& faults)
{
    if (cell == "yes" || cell == "no") return cell == "yes";
    refuse_word(cell, {"yes", "no"}, faults);
    return std::nullopt;
}

CellRule VisitsCell::rule()
{
    return {.shape = JsonShape::decimal,
            .allowed = formatted("number with at most two places, {} to {}", write_hundredths(least),
                                 write_hundredths(most)),
            .most = most / 100};
}

std::optional<std::int32_t> VisitsCell::read(std::string_view cell, CellFaults& faults)
{
    return read_hundredths(cell, least, most, faults);
}

CellRule DateCell::rule()
{
    return {.allowed = "date, YYYY-MM-DD", .pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}", .is_date = true};
}

std::optional<Date> DateCell::read(std::string_view cell, CellFaults& faults)
{
    const std::optional<Date> date = parse_date(cell);
    if (!date) faults.add(FaultCode::e_date, "not a date of the form YYYY-MM-DD " + found(cell));
    return date;
}

CellRule MonthCell::rule()
{
    return {.allowed = "month, YYYY-MM", .pattern = "[0-9]{4}-[0-9]{2}"};
}

std::optional<std::chrono::year_month> MonthCell::read(std::string_view cell, CellFaults& faults)
{
    if (parse_date(cell)) {
        faults.add(FaultCode::e_schema, "a whole date of birth: give the month only, YYYY-MM");
        return std::nullopt;
    }
    const std::optional<Date> first = parse_date(std::string(cell) + "-01");
    if (!first) {
        faults.add(FaultCode::e_date, "not a month of the form YYYY-MM " + found(cell));
        return std::nullopt;
    }
    const std::chrono::year_month_day day(*first);
    return day.year() / day.month();
}

std::string MonthCell::write(std::chrono::year_month month)
{
    return to_text(Date(month / 1)).substr(0, 7);
}

CellRule AgeRangeCell::rule()
{
    return {.allowed = "range of ages in years, for instance 25-40", .pattern = "[0-9]{1,3}-[0-9]{1,3}"};
}

std::optional<AgeRange> AgeRangeCell::read(std::string_view cell, CellFaults& faults)
{
    const std::size_t dash = cell.find('-');
    if (dash == cell.npos || dash == 0) {
        faults.add(FaultCode::e_schema, "not a range of ages like 25-40 " + found(cell));
        return std::nullopt;
    }
    const auto least = read_integer(cell.substr(0, dash), 0, 125, faults);
    const auto most = read_integer(cell.substr(dash + 1), 0, 125, faults);
    if (!least || !most) return std::nullopt;
    if (*least > *most) {
        faults.add(FaultCode::e_range, "the range ends below its start");
        return std::nullopt;
    }
    return AgeRange{static_cast<std::int32_t>(*least), static_cast<std::int32_t>(*most)};
}

std::string AgeRangeCell::write(const AgeRange& ages)
{
    return std::to_string(ages.least) + "-" + std::to_string(ages.most);
}

bool refuse_degrees(std::string_view cell, CellFaults& faults)
{
    const std::string_view size = cell.substr(cell.starts_with('-') ? 1 : 0);
    const std::size_t point = size.find('.');
    if (point == size.npos || point > 3 || size.find_first_not_of(".0123456789") != size.npos) return false;
    faults.add(FaultCode::e_number,
               "looks like degrees: give whole metres on the British National Grid " + found(cell));
    return true;
}

CellRule AreaCell::rule()
{
    return {.allowed = "outcode or postcode, of which the outcode is kept",
            .pattern = "[A-Za-z]{1,2}[0-9][0-9A-Za-z]?( ?[0-9][A-Za-z]{2})?"};
}

std::optional<std::string> AreaCell::read(std::string_view cell, CellFaults& faults)
{
    std::optional<std::string> outcode = outcode_of(cell);
    if (!outcode) faults.add(FaultCode::e_schema, "not an outcode or postcode " + found(cell));
    return outcode;
}

CellRule WeekCell::rule()
{
    return {.shape = JsonShape::list,
            .allowed =
                "slots, for instance sat_morning;term_mon_evening: mon to sun, then morning, afternoon or "
                "evening, with term_ or holiday_ in front for one of the two",
            .pattern = "((term|holiday)_)?(mon|tue|wed|thu|fri|sat|sun)_(morning|afternoon|evening)",
            .empty = "none"};
}

std::optional<Week> WeekCell::read(std::string_view cell, CellFaults& faults)
{
    if (cell == "none") return Week{};
    const auto items = split_items(cell, faults);
    if (!items) return std::nullopt;
    Week week;
    for (const std::string_view item : *items) {
        const std::optional<Week> slot = parse_slot(item);
        if (!slot) {
            faults.add(FaultCode::e_schema, "not a slot like sat_morning or term_mon_evening " + found(item));
            return std::nullopt;
        }
        week.slots |= slot->slots;
    }
    return week;
}

std::string WeekCell::write(Week week)
{
    return week.empty() ? "none" : to_text(week);
}

}  // namespace befriend::io
