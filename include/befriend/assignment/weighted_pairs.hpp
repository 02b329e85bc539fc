#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace befriend {

/// Pairs of a row and a column with one integer weight each, in compressed rows: those of row r are the
/// positions row_begin[r] to row_begin[r + 1] - 1, columns ascending. A pair of weight 0 is a pair.
struct WeightedPairs {
    std::size_t columns = 0;
    std::vector<std::uint64_t> row_begin{0};  ///< rows + 1 offsets, ascending, the first 0
    std::vector<std::uint32_t> column;        ///< of each pair
    std::vector<std::int64_t> weight;         ///< of each pair

    [[nodiscard]] std::size_t rows() const noexcept { return row_begin.size() - 1; }
    [[nodiscard]] std::size_t pairs() const noexcept { return column.size(); }
};

/// A rule that pairs as given must keep.
enum class PairRule : std::uint8_t {
    offsets_ascend,  ///< offsets start at 0, never fall, and end at the number of pairs
    row_exists,      ///< a row is from 0 to rows - 1
    column_exists,   ///< a column is from 0 to columns - 1
    listed_once,     ///< no pair stands there twice
};

/// Where pairs as given break a rule.
struct PairFault {
    PairRule rule;
    std::uint64_t at;                    ///< a position in the list as given; of offsets_ascend: of an offset
    std::optional<std::uint64_t> other;  ///< of listed_once: where the pair stood before

    friend bool operator==(const PairFault&, const PairFault&) = default;
};

/// What is wrong with pairs as given: the first `most_listed` faults in the order of the list, and how many
/// there are.
struct PairFaults {
    static constexpr std::size_t most_listed = 100;

    std::vector<PairFault> listed;
    std::uint64_t count = 0;

    void add(const PairFault& fault);
};

/// Compresses pairs that stand in any order: pair i is row[i], column[i] with weight[i]. The three spans have
/// one size; `rows` and `columns` are at most 2^31 - 1. With a fault the result means nothing.
/// O(rows + pairs log(longest row)).
[[nodiscard]] WeightedPairs pairs_of_coordinates(std::size_t rows, std::size_t columns,
                                                 std::span<const std::int64_t> row,
                                                 std::span<const std::int64_t> column,
                                                 std::span<const std::int64_t> weight, PairFaults& faults);

/// The same for pairs that stand row by row, those of row r from row_begin[r] to row_begin[r + 1] - 1, with
/// the columns of a row in any order. `row_begin` has rows + 1 offsets.
[[nodiscard]] WeightedPairs pairs_of_rows(std::size_t columns, std::span<const std::int64_t> row_begin,
                                          std::span<const std::int64_t> column,
                                          std::span<const std::int64_t> weight, PairFaults& faults);

/// A matrix of weights: that of row r and column c is weight[r * row_step + c * column_step], steps counted
/// in weights and of either sign. `allowed`, one byte a pair, row by row, leaves out the pairs where it is 0;
/// empty: all pairs are allowed. Both are borrowed.
struct WeightMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    const std::int64_t* weight = nullptr;
    std::ptrdiff_t row_step = 0;
    std::ptrdiff_t column_step = 1;
    std::span<const std::uint8_t> allowed;
};

/// The pairs of a matrix, with `rows` and `columns` at most 2^31 - 1. O(rows * columns).
[[nodiscard]] WeightedPairs pairs_of_matrix(const WeightMatrix& matrix);

}  // namespace befriend
