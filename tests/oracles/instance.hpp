#pragma once

#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace befriend::test {

/// An assignment problem that is easy to change: a list of pairs in any order, weights apart from the tiers.
struct Instance {
    struct Pair {
        std::uint32_t row;
        std::uint32_t column;
        std::int64_t weight;
    };

    /// A tier: each + row_scale * row weight + column_scale * column weight + pair_scale * pair weight.
    struct Objective {
        std::int64_t each = 0;
        std::int64_t row_scale = 0;
        std::int64_t column_scale = 0;
        std::int64_t pair_scale = 0;
    };

    std::vector<std::uint64_t> row_key;
    std::vector<std::uint64_t> column_key;
    std::vector<std::int64_t> row_weight;
    std::vector<std::int64_t> column_weight;
    std::vector<std::int32_t> capacity;
    std::vector<Pair> pairs;
    std::vector<Objective> objectives;

    [[nodiscard]] std::size_t rows() const { return row_key.size(); }
    [[nodiscard]] std::size_t columns() const { return column_key.size(); }

    std::uint32_t add_row(std::int64_t weight, std::uint64_t key);
    std::uint32_t add_column(std::int64_t weight, std::int32_t places, std::uint64_t key);
    void remove_row(std::uint32_t row);
    void remove_column(std::uint32_t column);
    [[nodiscard]] Pair* find(std::uint32_t row, std::uint32_t column);
};

/// The arrays of an instance in the shape that `Problem` borrows.
class Arrays {
public:
    explicit Arrays(const Instance& instance);
    Arrays(const Arrays&) = delete;
    Arrays& operator=(const Arrays&) = delete;

    Problem problem;

private:
    std::vector<std::uint64_t> row_begin_;
    std::vector<std::uint32_t> column_;
    std::vector<std::int32_t> capacity_;
    std::vector<std::vector<std::int64_t>> weights_;
    std::vector<std::uint64_t> row_key_;
    std::vector<std::uint64_t> column_key_;
};

/// Ten kinds of instances, as many as `family` has values: see the source.
constexpr unsigned families = 10;
constexpr const char* family_name[families] = {"uniform", "tie-heavy", "sparse", "tall",    "wide",
                                               "zero",    "negative",  "big",    "layered", "clustered"};

/// Up to `most` rows and columns of one family, with a random list of objectives. The same for a seed
/// everywhere.
[[nodiscard]] Instance random_instance(unsigned family, std::uint64_t seed, std::uint32_t most);

/// What an answer says, free of row and column order: the value of every tier and the pairs by their keys,
/// sorted.
struct Answer {
    std::vector<std::int64_t> value;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs;

    friend bool operator==(const Answer&, const Answer&) = default;
};

/// Solves, and requires that the answer is proved optimal.
[[nodiscard]] Answer answer_of(const Instance& instance);

/// The values of the tiers that a problem names.
[[nodiscard]] std::vector<std::int64_t> without_ties(std::vector<std::int64_t> value);

/// `column_of_row` of the solver for an instance.
[[nodiscard]] std::vector<std::uint32_t> columns_of_rows(const Instance& instance);

}  // namespace befriend::test
