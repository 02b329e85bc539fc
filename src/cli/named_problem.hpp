#pragma once

#include <befriend/assignment/assign.hpp>
#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::cli {

// An assignment problem of a file: what the engine takes, and what the file calls its rows and columns. Both
// stand in the order of `comes_before`, so nothing later can see the order of the file.
struct NamedProblem {
    std::vector<std::string> rows;
    std::vector<std::string> columns;
    WeightedPairs pairs;
    std::vector<std::int64_t> capacity;  // one a column, or empty: 1 each
    std::vector<std::int64_t> pin;       // one a row: a column, or -1; or empty
};

// No weight is as large: sums of them could overflow.
inline constexpr std::int64_t largest_weight = (std::int64_t{1} << 60) - 1;

// The order of names: whole numbers by their value, then all others by their bytes.
[[nodiscard]] bool comes_before(std::string_view a, std::string_view b) noexcept;

// By which equally good answers are told apart: that of a name does not depend on where it stands.
[[nodiscard]] std::vector<std::uint64_t> keys_of(const std::vector<std::string>& names, std::int64_t seed);

// A whole number, or what is wrong with the text: E_NUMBER or E_RANGE.
struct WholeNumber {
    std::int64_t value = 0;
    std::optional<FaultCode> flaw;
};

// Reads the one form that is accepted: digits without leading zeros, perhaps after `-`.
[[nodiscard]] WholeNumber whole_number_in(std::string_view text, std::int64_t least,
                                          std::int64_t most) noexcept;

// What a `flaw` of that reading means: `not a whole number`, `allowed are 1 to 8`.
[[nodiscard]] std::string rule_of_number(FaultCode flaw, std::int64_t least, std::int64_t most);

// Where the items of a list stand in a file: nearly always on one line after the other.
class LinesOfItems {
public:
    void add(std::size_t line);
    [[nodiscard]] std::size_t line_of(std::size_t item) const;
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

private:
    std::vector<std::pair<std::size_t, std::size_t>> runs_;  // an item and its line; then one line an item
    std::size_t size_ = 0;
};

}  // namespace befriend::cli
