#pragma once

// A column: what the data dictionary says of it, and the two functions that carry a cell into a record and
// back.

#include "io/cell_faults.hpp"
#include "io/cell_rule.hpp"
#include "io/draft.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/model/answer.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/relations.hpp>
#include <befriend/model/volunteer.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace befriend::io {

template <class Record>
struct ColumnOf {
    Column about;
    CellRule rule;
    void (*read)(std::string_view cell, Draft<Record>& draft, CellFaults& faults);  // a sound cell, not empty
    std::string (*write)(const Record& record);
};

// The columns of a table whose records are `Record`.
template <class Record>
[[nodiscard]] const std::vector<ColumnOf<Record>>& column_table();

template <>
const std::vector<ColumnOf<Referral>>& column_table<Referral>();  // child_columns.cpp
template <>
const std::vector<ColumnOf<Volunteer>>& column_table<Volunteer>();  // volunteer_columns.cpp
template <>
const std::vector<ColumnOf<Coordinator>>& column_table<Coordinator>();  // relation_columns.cpp
template <>
const std::vector<ColumnOf<ExistingMatch>>& column_table<ExistingMatch>();
template <>
const std::vector<ColumnOf<PairDecision>>& column_table<PairDecision>();
template <>
const std::vector<ColumnOf<EarlierPair>>& column_table<EarlierPair>();

// What a person writes about a column.
struct About {
    std::string_view name = {};
    std::string_view alias = {};
    std::string_view use = {};
    std::string_view meaning = {};
    std::string_view missing = {};
    Presence presence = Presence::optional;
    bool special_category = false;
};

// The member of a record behind a path of pointers to members: `at<&Referral::faith, &Wish::wanted>(child)`.
template <auto... path, class Record>
auto& at(Record& record)
{
    return (record.*....*path);
}

template <class Member>
struct RecordOf;
template <class Record, class T>
struct RecordOf<T Record::*> {
    using type = Record;
};

// A value that is kept as it is; an empty cell leaves the default.
template <class T>
struct Kept {
    static constexpr bool is_answer = false;
    static void set(T& member, T value) { member = std::move(value); }
    template <class Cell>
    static std::string write(const T& member)
    {
        if constexpr (requires { member.empty(); }) {
            if (member.empty()) return {};
        }
        return Cell::write(member);
    }
};

template <class T>
struct Kept<std::optional<T>> {
    static constexpr bool is_answer = false;
    static void set(std::optional<T>& member, T value) { member = std::move(value); }
    template <class Cell>
    static std::string write(const std::optional<T>& member)
    {
        return member ? Cell::write(*member) : std::string();
    }
};

template <class T>
struct Kept<Answer<T>> {
    static constexpr bool is_answer = true;
    static void set(Answer<T>& member, T value) { member = Answer<T>(std::move(value)); }
    template <class Cell>
    static std::string write(const Answer<T>& member)
    {
        if (member.known()) return Cell::write(member.value());
        switch (member.missing()) {
            case Missing::unknown:
                return {};
            case Missing::not_asked:
                return "not_asked";
            case Missing::declined:
                return "declined";
        }
        return {};
    }
};

// Why there is no answer, if `cell` says so.
template <class Cell>
std::optional<Missing> missing_by(std::string_view cell)
{
    if (cell == "unknown") return Missing::unknown;
    if (cell == "not_asked") return Missing::not_asked;
    if (cell == "declined") return Missing::declined;
    if constexpr (requires { Cell::missing(cell); }) return Cell::missing(cell);
    return std::nullopt;
}

template <class Cell, class T>
void read_member(std::string_view cell, T& member, CellFaults& faults)
{
    if constexpr (Kept<T>::is_answer) {
        if (const auto why = missing_by<Cell>(cell)) {
            member = *why;
            return;
        }
    } else if constexpr (requires { Cell::is_coded; }) {
        if (cell == "unknown") return;
    }
    if (auto value = Cell::read(cell, faults)) Kept<T>::set(member, std::move(*value));
}

// What is said about a column: by the person who wrote it, and by its grammar.
[[nodiscard]] Column described(const About& about, const CellRule& rule);

// A column of the grammar `Cell` that fills one member.
template <class Cell, auto first, auto... rest>
auto column(const About& about)
{
    using Record = typename RecordOf<decltype(first)>::type;
    using Member = std::remove_cvref_t<decltype(at<first, rest...>(std::declval<Record&>()))>;
    CellRule rule = Cell::rule();
    if (Kept<Member>::is_answer) {
        rule.absent.insert(rule.absent.end(), {"unknown", "not_asked", "declined"});
    } else if (requires { Cell::is_coded; }) {
        rule.absent.push_back("unknown");
    }
    return ColumnOf<Record>{
        described(about, rule), rule,
        [](std::string_view cell, Draft<Record>& draft, CellFaults& faults) {
            read_member<Cell>(cell, at<first, rest...>(draft.record), faults);
        },
        [](const Record& record) { return Kept<Member>::template write<Cell>(at<first, rest...>(record)); }};
}

// A column of the grammar `Cell` whose value is settled with those of others.
template <class Record, class Cell, auto member>
ColumnOf<Record> stated_column(const About& about, std::string (*write)(const Record&))
{
    const CellRule rule = Cell::rule();
    return {described(about, rule), rule,
            [](std::string_view cell, Draft<Record>& draft, CellFaults& faults) {
                auto& given = draft.stated.*member;
                given.is_given = true;
                given.value = Cell::read(cell, faults);
            },
            write};
}

}  // namespace befriend::io
