#pragma once

#include "model/findings.hpp"
#include <befriend/model/age.hpp>
#include <befriend/model/date.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace befriend {

/// One record under check. Each function states a rule for one field and notes a fault where it is broken;
/// an absent optional and an empty code break none.
class RecordCheck {
public:
    RecordCheck(Findings& findings, Table table, std::size_t record) noexcept
        : findings_(findings), table_(table), record_(record)
    {
    }

    [[nodiscard]] Place at(std::string_view field) const noexcept { return {table_, record_, field}; }
    void add(FaultCode code, std::string_view field, std::string_view rule) const;

    /// The value must be there. The fields are the ways to give it; the first is named.
    void known(bool known, std::initializer_list<std::string_view> fields) const;

    /// Must be given: ASCII letters, digits, `-`, `_`, `.`, 1 to 64 characters, neither `.` nor `..`.
    void id(std::string_view field, std::string_view id) const;

    /// The same pattern for a code, which may be empty.
    void code(std::string_view field, std::string_view code) const;
    void codes(std::string_view field, const std::vector<std::string>& codes) const;

    void one_of(std::string_view field, std::string_view word,
                std::span<const std::string_view> allowed) const;

    /// At most 4 KiB.
    void text(std::string_view field, std::string_view text) const;
    void texts(std::string_view field, const std::vector<std::string>& texts) const;

    /// No item of a list occurs twice.
    void no_repeats(std::string_view field, std::vector<std::string> items) const;

    void at_least(std::string_view field, std::optional<std::int64_t> value, std::int64_t least) const;
    void between(std::string_view field, std::optional<std::int64_t> value, std::int64_t least,
                 std::int64_t most) const;

    /// In the years 1900 to 2199; `not_after`: and no later than the date of the round, if that is known.
    void date(std::string_view field, std::optional<Date> date) const;
    void date_not_after(std::string_view field, std::optional<Date> date, std::optional<Date> as_of) const;

    /// From 0 to 125, the first not above the second.
    void ages(std::string_view field, const AgeRange& ages) const;

private:
    Findings& findings_;
    Table table_;
    std::size_t record_;
};

}  // namespace befriend
