#pragma once

#include "assignment/matrix.hpp"
#include "assignment/watch.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace befriend {

/// A matrix of weights as its rows see it, and a price for every column that only rises.
///
/// An entry costs the largest weight less its own; its *total* is that and the price of its column. Costs and
/// prices have 32 bits. A row remembers its *favourites*, the columns of least total when it last looked, and
/// a threshold that no other column was below: since prices only rise, none is below it later.
/// See solve_dense.cpp.
class DenseRows {
public:
    static constexpr std::int32_t endless = std::numeric_limits<std::int32_t>::max();
    static constexpr std::int64_t largest_cost = std::int64_t{1} << 28;
    static constexpr std::int64_t highest_price = std::int64_t{1} << 29;
    static constexpr std::int32_t beyond = std::int32_t{1} << 30;  ///< every total, while prices keep to that
    static constexpr std::size_t most_favourites = 32;

    struct Favourites {
        std::array<std::uint32_t, most_favourites> column;
        std::array<std::int32_t, most_favourites> cost;
        std::int32_t threshold = 0;
        std::uint32_t size = 0;
        std::uint32_t asked = 0;  ///< how often since they were found
    };

    struct BestTwo {
        std::int32_t best = endless;
        std::int32_t second = endless;  ///< the total of the next best, which may be the same
        std::uint32_t column = 0;       ///< of the best
    };

    /// The weight of row r and column c is at the position r * columns + c, and costs at most `largest_cost`.
    /// All prices are 0. Borrows the weights and `watch`, which is told of the work.
    DenseRows(const MatrixWeights& weights, std::size_t rows, std::size_t columns, Watch& watch);

    [[nodiscard]] std::size_t rows() const { return favourites_.size(); }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] std::int32_t cost(std::uint32_t row, std::uint32_t column) const
    {
        return static_cast<std::int32_t>(weights_.cost(row * columns_ + column));
    }
    [[nodiscard]] std::int32_t price(std::uint32_t column) const { return price_[column]; }
    [[nodiscard]] std::int32_t total(std::uint32_t row, std::uint32_t column) const
    {
        return cost(row, column) + price(column);
    }

    /// Amount >= 0; the price is then at most 2^31 - 1 - largest_cost.
    void raise(std::uint32_t column, std::int32_t amount) { price_[column] += amount; }

    /// The favourites of a row as it remembers them. None before it has looked.
    [[nodiscard]] const Favourites& favourites(std::uint32_t row) const { return favourites_[row]; }

    /// Finds the favourites of a row anew, and leaves the totals of all columns in `totals`. O(columns).
    void look(std::uint32_t row);
    [[nodiscard]] const std::int32_t* totals() const { return totals_.data(); }

    /// The two best columns of a row. It looks at all columns only if its favourites do not tell.
    [[nodiscard]] BestTwo best_two(std::uint32_t row);

    /// What no total of a row is below, by what the row remembers.
    [[nodiscard]] std::int32_t at_least(std::uint32_t row) const
    {
        return std::min(best_two_favourites(row).best, favourites_[row].threshold);
    }

    /// The least total of a row.
    [[nodiscard]] std::int32_t best(std::uint32_t row);

private:
    static constexpr std::size_t groups = 64;

    [[nodiscard]] BestTwo best_two_favourites(std::uint32_t row) const;
    [[nodiscard]] BestTwo best_two_of_all(std::uint32_t row) const;
    void add_up(std::uint32_t row);
    [[nodiscard]] std::int32_t enough() const;
    void collect(std::uint32_t row, std::int32_t most);

    MatrixWeights weights_;
    std::uint32_t turn_;  // all bits, or none: largest - w is largest + 1 + ~w
    std::uint32_t sum_;   // largest, and 1 if bits are turned
    std::size_t columns_;
    Watch& watch_;
    std::vector<std::int32_t> price_;
    std::vector<std::int32_t> totals_;                      // filled up with `beyond`
    alignas(64) std::array<std::int32_t, groups> least_{};  // total among the columns of each group
    std::vector<Favourites> favourites_;
};

}  // namespace befriend
