#include "model/record_check.hpp"

#include "model/formatted.hpp"

#include <algorithm>
#include <utility>

namespace befriend {
namespace {

constexpr std::size_t most_id_characters = 64;
constexpr std::size_t most_text_bytes = 4096;
constexpr std::string_view id_pattern = "must be ASCII letters, digits, - _ . and neither . nor ..";

bool is_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

bool fits_id_pattern(std::string_view text) noexcept
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_' ||
               c == '.';
    };
    return text != "." && text != ".." && std::all_of(text.begin(), text.end(), fits);
}

/// A long number as a spreadsheet shows it: 1.23E+10, 1E+10, and 1.23E10 after somebody took the sign away.
bool looks_like_a_spreadsheet_number(std::string_view text) noexcept
{
    const auto take_digits = [&] {
        const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
        const auto count = static_cast<std::size_t>(end - text.begin());
        text.remove_prefix(count);
        return count;
    };
    const auto take = [&](std::string_view characters) {
        if (text.empty() || characters.find(text.front()) == std::string_view::npos) return false;
        text.remove_prefix(1);
        return true;
    };
    if (take_digits() != 1) return false;
    const bool has_point = take(".");
    if (has_point && take_digits() == 0) return false;
    if (!take("eE")) return false;
    const bool has_sign = take("+");
    return (has_point || has_sign) && take_digits() > 0 && text.empty();
}

}  // namespace

void RecordCheck::add(FaultCode code, std::string_view field, std::string_view rule) const
{
    findings_.add(code, at(field), rule);
}

void RecordCheck::known(bool known, std::initializer_list<std::string_view> fields) const
{
    const bool unread = std::any_of(fields.begin(), fields.end(),
                                    [&](std::string_view field) { return findings_.unread(at(field)); });
    if (!known && !unread) add(FaultCode::e_schema, *fields.begin(), "must be known");
}

void RecordCheck::id(std::string_view field, std::string_view id) const
{
    if (id.empty())
        add(FaultCode::e_schema, field, "must be given");
    else
        code(field, id);
    if (looks_like_a_spreadsheet_number(id))
        add(FaultCode::w_id, field, "looks like a number that a spreadsheet has rewritten");
}

void RecordCheck::code(std::string_view field, std::string_view code) const
{
    if (code.size() > most_id_characters)
        add(FaultCode::e_limit, field, "longer than 64 characters");
    else if (!fits_id_pattern(code))
        add(FaultCode::e_schema, field, id_pattern);
}

void RecordCheck::codes(std::string_view field, const std::vector<std::string>& codes) const
{
    for (const std::string& item : codes) {
        if (item.empty()) add(FaultCode::e_schema, field, "an item is empty");
        code(field, item);
    }
    no_repeats(field, codes);
}

void RecordCheck::one_of(std::string_view field, std::string_view word,
                         std::span<const std::string_view> allowed) const
{
    if (std::find(allowed.begin(), allowed.end(), word) == allowed.end())
        add(FaultCode::e_schema, field, formatted("must be one of {}", fmt::join(allowed, ", ")));
}

void RecordCheck::text(std::string_view field, std::string_view text) const
{
    if (text.size() > most_text_bytes) add(FaultCode::e_limit, field, "longer than 4 KiB");
}

void RecordCheck::texts(std::string_view field, const std::vector<std::string>& texts) const
{
    for (const std::string& item : texts) {
        if (item.empty()) add(FaultCode::e_schema, field, "an item is empty");
        text(field, item);
    }
    no_repeats(field, texts);
}

void RecordCheck::no_repeats(std::string_view field, std::vector<std::string> items) const
{
    std::sort(items.begin(), items.end());
    if (std::adjacent_find(items.begin(), items.end()) != items.end())
        add(FaultCode::e_schema, field, "an item is repeated");
}

void RecordCheck::at_least(std::string_view field, std::optional<std::int64_t> value,
                           std::int64_t least) const
{
    if (value && *value < least) add(FaultCode::e_range, field, formatted("below {}", least));
}

void RecordCheck::between(std::string_view field, std::optional<std::int64_t> value, std::int64_t least,
                          std::int64_t most) const
{
    if (value && (*value < least || *value > most))
        add(FaultCode::e_range, field, formatted("must be {} to {}", least, most));
}

void RecordCheck::date(std::string_view field, std::optional<Date> date) const
{
    if (date && (*date < first_date || *date > last_date))
        add(FaultCode::e_range, field, "outside the years 1900 to 2199");
}

void RecordCheck::date_not_after(std::string_view field, std::optional<Date> date,
                                 std::optional<Date> as_of) const
{
    this->date(field, date);
    if (date && as_of && *date > *as_of) add(FaultCode::e_range, field, "after as_of, the date of the round");
}

void RecordCheck::ages(std::string_view field, const AgeRange& ages) const
{
    between(field, ages.least, 0, 125);
    between(field, ages.most, 0, 125);
    if (ages.least > ages.most) add(FaultCode::e_range, field, "the least age is above the most");
}

}  // namespace befriend
