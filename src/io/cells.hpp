#pragma once

// The grammar of a cell: one small type for each kind of value, with
//
//   Value              what a cell becomes
//   rule()             what it says about itself
//   read(cell, faults) the value, or nothing and a fault that names the rule; `cell` is sound and not empty
//   write(value)       a cell that reads back as `value`
//
// list_cells.hpp builds lists from them, column.hpp joins them with the fields of a record.

#include "io/cell_faults.hpp"
#include "io/cell_rule.hpp"
#include "io/text.hpp"
#include <befriend/model/age.hpp>
#include <befriend/model/answer.hpp>
#include <befriend/model/availability.hpp>
#include <befriend/model/date.hpp>
#include <befriend/model/words.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::io {

inline constexpr std::string_view id_pattern = "[A-Za-z0-9._-]{1,64}";

// Adds the fault that `cell` is none of `words`.
void refuse_word(std::string_view cell, const std::vector<std::string_view>& words, CellFaults& faults);

// A pseudonymous id.
template <class Id>
struct IdCell {
    using Value = Id;
    static CellRule rule() { return {.allowed = "id", .pattern = std::string(id_pattern)}; }
    static std::optional<Id> read(std::string_view cell, CellFaults& faults)
    {
        if (!is_id(cell, faults)) return std::nullopt;
        return Id(std::string(cell));
    }
    static std::string write(const Id& id)
    {
        if constexpr (requires { id.text(); }) {
            return id.text();
        } else {
            return id;
        }
    }
};

// A code of the service's own, spelt like an id.
struct CodeCell {
    using Value = std::string;
    static CellRule rule() { return {.allowed = "code", .pattern = std::string(id_pattern)}; }
    static std::optional<std::string> read(std::string_view cell, CellFaults& faults);
    static std::string write(const std::string& code) { return code; }
};

// The gender of a person: three common words or a code of one's own.
struct GenderCell {
    using Value = std::string;
    static CellRule rule();
    static std::optional<std::string> read(std::string_view cell, CellFaults& faults);
    static std::string write(const std::string& code) { return code; }
};

// A GSS code of an authority.
struct AuthorityCell {
    using Value = std::string;
    static CellRule rule();
    static std::optional<std::string> read(std::string_view cell, CellFaults& faults);
    static std::string write(const std::string& code) { return code; }
};

// Free text.
struct TextCell {
    using Value = std::string;
    static CellRule rule() { return {.allowed = "free text, at most 4 KiB", .free_text = true}; }
    static std::optional<std::string> read(std::string_view cell, CellFaults&) { return std::string(cell); }
    static std::string write(const std::string& text) { return text; }
};

// A word of an enumeration.
template <class E>
struct WordCell {
    using Value = E;
    static constexpr bool is_coded = true;
    static std::vector<std::string_view> words()
    {
        std::vector<std::string_view> all;
        for (const auto& [value, word] : words_of<E>())
            all.push_back(word);
        return all;
    }
    static CellRule rule() { return {.allowed = listed(words()), .words = words()}; }
    static std::optional<E> read(std::string_view cell, CellFaults& faults)
    {
        const std::optional<E> value = from_word<E>(cell);
        if (!value) refuse_word(cell, words(), faults);
        return value;
    }
    static std::string write(E value) { return std::string(to_word(value)); }
};

// A religion of the 2021 census.
struct ReligionCell {
    using Value = std::string;
    static CellRule rule();
    static std::optional<Missing> missing(std::string_view cell);
    static std::optional<std::string> read(std::string_view cell, CellFaults& faults);
    static std::string write(const std::string& word) { return word; }
};

// An ethnic group: `ons-2021` or `ssda903-2024`.
struct EthnicGroupCell {
    using Value = std::string;
    static CellRule rule();
    static std::optional<Missing> missing(std::string_view cell);
    static std::optional<std::string> read(std::string_view cell, CellFaults& faults);
    static std::string write(const std::string& code) { return code; }
};

struct FlagCell {
    using Value = bool;
    static CellRule rule()
    {
        return {.shape = JsonShape::flag, .allowed = "yes, no", .words = {"yes", "no"}};
    }
    static std::optional<bool> read(std::string_view cell, CellFaults& faults);
    static std::string write(bool flag) { return flag ? "yes" : "no"; }
};

template <class Integer, std::int64_t least, std::int64_t most>
struct WholeNumberCell {
    using Value = Integer;
    static CellRule rule()
    {
        return {.shape = JsonShape::whole_number,
                .allowed = "whole number, " + std::to_string(least) + " to " + std::to_string(most),
                .least = least,
                .most = most};
    }
    static std::optional<Integer> read(std::string_view cell, CellFaults& faults)
    {
        const auto value = read_integer(cell, least, most, faults);
        if (!value) return std::nullopt;
        return static_cast<Integer>(*value);
    }
    static std::string write(Integer value) { return std::to_string(value); }
};

// Visits a month, kept in hundredths.
struct VisitsCell {
    using Value = std::int32_t;
    static constexpr std::int32_t least = 25;
    static constexpr std::int32_t most = 400;
    static CellRule rule();
    static std::optional<std::int32_t> read(std::string_view cell, CellFaults& faults);
    static std::string write(std::int32_t hundredths) { return write_hundredths(hundredths); }
};

struct DateCell {
    using Value = Date;
    static CellRule rule();
    static std::optional<Date> read(std::string_view cell, CellFaults& faults);
    static std::string write(Date date) { return to_text(date); }
};

// A month of birth; a whole date of birth is refused.
struct MonthCell {
    using Value = std::chrono::year_month;
    static CellRule rule();
    static std::optional<std::chrono::year_month> read(std::string_view cell, CellFaults& faults);
    static std::string write(std::chrono::year_month month);
};

struct AgeRangeCell {
    using Value = AgeRange;
    static CellRule rule();
    static std::optional<AgeRange> read(std::string_view cell, CellFaults& faults);
    static std::string write(const AgeRange& ages);
};

// A coordinate of the National Grid, up to `most` metres.
template <std::int32_t most>
struct GridCell : WholeNumberCell<std::int32_t, 0, most> {
    static std::optional<std::int32_t> read(std::string_view cell, CellFaults& faults);
};

// An outcode or a unit postcode, of which the outcode is kept.
struct AreaCell {
    using Value = std::string;
    static CellRule rule();
    static std::optional<std::string> read(std::string_view cell, CellFaults& faults);
};

// The times a person is free.
struct WeekCell {
    using Value = Week;
    static CellRule rule();
    static std::optional<Week> read(std::string_view cell, CellFaults& faults);
    static std::string write(Week week);
};

// Whether `cell` looks like degrees of latitude or longitude. The fault then says what is wanted instead.
[[nodiscard]] bool refuse_degrees(std::string_view cell, CellFaults& faults);

template <std::int32_t most>
std::optional<std::int32_t> GridCell<most>::read(std::string_view cell, CellFaults& faults)
{
    if (refuse_degrees(cell, faults)) return std::nullopt;
    return WholeNumberCell<std::int32_t, 0, most>::read(cell, faults);
}

}  // namespace befriend::io
