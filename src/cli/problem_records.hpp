#pragma once

#include "cli/named_problem.hpp"
#include "cli/numbered_names.hpp"
#include "cli/problem_faults.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::cli {

// The lists of records that an assignment problem is made of.
// `rows` and `columns` hold names alone.
enum class ProblemList : std::uint8_t { weights, capacities, pins, rows, columns };

// The columns of its records.
[[nodiscard]] const std::vector<std::string_view>& columns_of(ProblemList list);

// `weights`, `capacities` and so on.
[[nodiscard]] std::string_view to_text(ProblemList list) noexcept;

// What messages must know of where the records are from.
struct ProblemSource {
    std::array<std::string, 5> files;  // the base name of each list's file
    bool has_lines = true;             // a record goes by its line, as in CSV, else by its position in a list
};

// Makes a problem of records with names, in whatever order they come.
//
// A record of the weights with a row alone, or with a column alone, names one that has no pair. All that is
// wrong becomes a fault with its place; `finish` finds what only the whole can show.
class ProblemRecords {
public:
    ProblemRecords(ProblemSource source, ProblemFaults& faults) : source_(std::move(source)), faults_(faults)
    {
    }

    // One record: a cell for each of `columns_of(list)`, empty if there is none. `at` is its line or
    // position.
    void add(ProblemList list, std::size_t at, std::span<const std::string_view> cells);

    void refuse(ProblemList list, std::size_t at, FaultCode code, std::string_view field, std::string rule);

    // The problem; with a fault it means nothing.
    [[nodiscard]] NamedProblem finish() &&;

private:
    struct Capacity {
        std::size_t at;
        std::string column;
        std::int64_t capacity;
    };
    struct Pin {
        std::size_t at;
        std::string row;
        std::string column;
    };

    void add_weight(std::size_t at, std::span<const std::string_view> cells);
    void add_capacity(std::size_t at, std::span<const std::string_view> cells);
    void add_pin(std::size_t at, std::span<const std::string_view> cells);
    bool is_name(ProblemList list, std::size_t at, std::string_view field, std::string_view text);
    std::optional<std::int64_t> number(ProblemList list, std::size_t at, std::string_view field,
                                       std::string_view text, std::int64_t least, std::int64_t most);
    void set_pairs(NamedProblem& problem);
    void set_capacities(NamedProblem& problem);
    void set_pins(NamedProblem& problem);
    void check_pins(const NamedProblem& problem);
    [[nodiscard]] PlacedFault fault_of(ProblemList list, std::size_t at, FaultCode code,
                                       std::string_view field, std::string rule) const;
    void refuse_pair(ProblemList list, std::size_t at, std::size_t other, FaultCode code,
                     std::string_view field, std::string rule);

    ProblemSource source_;
    ProblemFaults& faults_;
    NumberedNames rows_;
    NumberedNames columns_;
    std::vector<std::int64_t> row_;  // of each pair
    std::vector<std::int64_t> column_;
    std::vector<std::int64_t> weight_;
    LinesOfItems places_;  // of each pair
    std::vector<Capacity> capacities_;
    std::vector<Pin> pins_;
    std::vector<std::uint32_t> row_place_;  // of each number of a row, in the order of the problem
    std::vector<std::uint32_t> column_place_;
};

}  // namespace befriend::cli
