#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend {

/// What kind of fault it is. Stable: a number never changes its meaning. Errors first, warnings from 100.
enum class FaultCode : std::int32_t {
    e_arg = 1,
    e_state = 2,
    e_version = 3,
    e_encoding = 4,
    e_parse = 5,
    e_schema = 6,
    e_number = 7,
    e_range = 8,
    e_date = 9,
    e_duplicate = 10,
    e_unknown_id = 11,
    e_conflict = 12,
    e_policy = 13,
    e_limit = 14,
    e_overflow = 15,
    e_io = 16,
    e_exists = 17,
    e_memory = 18,
    e_cancelled = 19,
    e_time = 20,
    e_certificate = 21,
    e_internal = 22,
    e_unsupported = 23,  ///< read and checked, and not solved yet
    w_empty = 100,
    w_text = 101,
    w_truncated = 102,
    w_ranklike = 103,
    w_flat = 104,
    w_policy = 105,
    w_place = 106,
    w_id = 107,
    w_unknown_id = 108,
    w_expired = 109
};

/// `E_RANGE`, `W_EMPTY` and so on.
[[nodiscard]] std::string_view to_text(FaultCode code) noexcept;

/// Whether `code` is a warning: shown, and no reason to refuse the input.
[[nodiscard]] constexpr bool is_warning(FaultCode code) noexcept
{
    return static_cast<std::int32_t>(code) >= 100;
}

/// The inputs that a fault can lie in.
enum class Table : std::uint8_t {
    children,
    volunteers,
    coordinators,
    existing,
    pins,
    blocks,
    earlier,
    policy,
    vocabulary,
    areas
};

/// `children`, `volunteers` and so on.
[[nodiscard]] std::string_view to_text(Table table) noexcept;

/// One thing that is wrong with an input: where, and which rule. Never the value that was found.
struct Fault {
    FaultCode code = FaultCode::e_schema;
    Table table = Table::children;
    std::optional<std::size_t> record;  ///< position in the table as read, from 0; empty: the whole table
    std::optional<std::size_t> other;   ///< the second record concerned (a duplicate, a conflict)
    std::string field;                  ///< a column or a policy key; empty: the whole record
    std::string rule;                 ///< the rule, in a few plain words; may name the kind of what was found
    std::optional<std::size_t> line;  ///< in a text whose records have none: TOML, broken JSON; from 1
    std::optional<std::size_t> column;  ///< in that line, from 1
    std::optional<Table> other_table;   ///< of `other`; empty: the same table

    friend bool operator==(const Fault&, const Fault&) = default;

    /// The order in which faults are told: by table, record, line, column and field, then all the rest.
    friend bool operator<(const Fault& a, const Fault& b) noexcept;
};

/// `E_RANGE volunteers[12].capacity: below 0`, `E_DUPLICATE children[7].child_id, children[3]: ...`,
/// `E_PARSE policy line 3, column 9: ...`. Records count from 0 and follow the order of the input.
[[nodiscard]] std::string to_text(const Fault& fault);

/// Whether any of `faults` is an error.
[[nodiscard]] bool has_error(const std::vector<Fault>& faults) noexcept;

/// Sorts by table, record (the whole table first), line, column, field and code, and drops repeats.
void sort_faults(std::vector<Fault>& faults);

/// The one exception that befriend throws about input. It holds every fault that was found, sorted.
class InvalidInput : public std::exception {
public:
    explicit InvalidInput(std::vector<Fault> faults);

    /// Every fault, warnings included. Never empty.
    [[nodiscard]] const std::vector<Fault>& faults() const noexcept { return faults_; }

    /// The first error as text, and how many more there are.
    [[nodiscard]] const char* what() const noexcept override { return summary_.c_str(); }

private:
    std::vector<Fault> faults_;
    std::string summary_;
};

}  // namespace befriend
