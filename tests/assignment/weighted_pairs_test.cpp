#include "catch2.hpp"
#include <befriend/assignment/weighted_pairs.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <utility>

using namespace befriend;

namespace {

using Listed = std::vector<std::int64_t>;
using ByPair = std::map<std::pair<std::size_t, std::uint32_t>, std::int64_t>;

ByPair by_pair(const WeightedPairs& pairs)
{
    ByPair found;
    for (std::size_t row = 0; row < pairs.rows(); ++row)
        for (std::uint64_t at = pairs.row_begin[row]; at < pairs.row_begin[row + 1]; ++at)
            found[{row, pairs.column[at]}] = pairs.weight[at];
    return found;
}

bool columns_ascend(const WeightedPairs& pairs)
{
    for (std::size_t row = 0; row < pairs.rows(); ++row)
        for (std::uint64_t at = pairs.row_begin[row] + 1; at < pairs.row_begin[row + 1]; ++at)
            if (pairs.column[at] <= pairs.column[at - 1]) return false;
    return true;
}

}  // namespace

TEST_CASE("weighted_pairs: pairs in any order give the same rows", "[assignment][property]")
{
    const auto seed = GENERATE(range(0U, 200U));
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    const std::size_t rows = 1 + random() % 8;
    const std::size_t columns = 1 + random() % 8;
    ByPair expected;
    for (std::size_t row = 0; row < rows; ++row)
        for (std::uint32_t column = 0; column < columns; ++column)
            if (random() % 3 != 0) expected[{row, column}] = static_cast<std::int64_t>(random() % 100) - 50;

    std::vector<std::pair<std::pair<std::size_t, std::uint32_t>, std::int64_t>> list(expected.begin(),
                                                                                     expected.end());
    if (seed % 4 != 0) std::shuffle(list.begin(), list.end(), random);
    Listed row, column, weight;
    for (const auto& [pair, w] : list) {
        row.push_back(static_cast<std::int64_t>(pair.first));
        column.push_back(pair.second);
        weight.push_back(w);
    }
    PairFaults faults;
    const WeightedPairs pairs = pairs_of_coordinates(rows, columns, row, column, weight, faults);

    CHECK(faults.count == 0);
    CHECK(pairs.rows() == rows);
    CHECK(pairs.columns == columns);
    CHECK(columns_ascend(pairs));
    CHECK(by_pair(pairs) == expected);

    // Row by row, the columns of a row the other way round.
    Listed row_begin{0}, reversed_column, reversed_weight;
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::uint32_t c = static_cast<std::uint32_t>(columns); c-- > 0;) {
            if (!expected.contains({r, c})) continue;
            reversed_column.push_back(c);
            reversed_weight.push_back(expected[{r, c}]);
        }
        row_begin.push_back(static_cast<std::int64_t>(reversed_column.size()));
    }
    const WeightedPairs by_rows = pairs_of_rows(columns, row_begin, reversed_column, reversed_weight, faults);
    CHECK(faults.count == 0);
    CHECK(columns_ascend(by_rows));
    CHECK(by_pair(by_rows) == expected);
    CHECK(by_rows.row_begin == pairs.row_begin);
}

TEST_CASE("weighted_pairs: a matrix is read by its steps, and without what is not allowed",
          "[assignment][example]")
{
    const Listed weight{1, 2, 3, 4, 5, 6};
    WeightMatrix matrix{2, 3, weight.data(), 3, 1, {}};
    CHECK(by_pair(pairs_of_matrix(matrix)) ==
          ByPair{{{0, 0}, 1}, {{0, 1}, 2}, {{0, 2}, 3}, {{1, 0}, 4}, {{1, 1}, 5}, {{1, 2}, 6}});

    const WeightMatrix transposed{3, 2, weight.data(), 1, 3, {}};
    CHECK(by_pair(pairs_of_matrix(transposed)) ==
          ByPair{{{0, 0}, 1}, {{0, 1}, 4}, {{1, 0}, 2}, {{1, 1}, 5}, {{2, 0}, 3}, {{2, 1}, 6}});

    const WeightMatrix backwards{2, 3, weight.data() + 5, -3, -1, {}};
    CHECK(by_pair(pairs_of_matrix(backwards)) ==
          ByPair{{{0, 0}, 6}, {{0, 1}, 5}, {{0, 2}, 4}, {{1, 0}, 3}, {{1, 1}, 2}, {{1, 2}, 1}});

    const std::vector<std::uint8_t> allowed{1, 0, 1, 0, 0, 7};
    matrix.allowed = allowed;
    const WeightedPairs some = pairs_of_matrix(matrix);
    CHECK(by_pair(some) == ByPair{{{0, 0}, 1}, {{0, 2}, 3}, {{1, 2}, 6}});
    CHECK(some.row_begin == std::vector<std::uint64_t>{0, 2, 3});

    CHECK(pairs_of_matrix({0, 3, nullptr, 3, 1, {}}).rows() == 0);
    CHECK(pairs_of_matrix({2, 0, nullptr, 0, 1, {}}).rows() == 2);
}

TEST_CASE("weighted_pairs: every row and column that does not exist is told by its position",
          "[assignment][example]")
{
    const Listed row{0, 2, -1, 1}, column{0, 1, 5, -7}, weight{1, 1, 1, 1};
    PairFaults faults;
    static_cast<void>(pairs_of_coordinates(2, 2, row, column, weight, faults));
    CHECK(faults.listed == std::vector<PairFault>{{PairRule::row_exists, 1, {}},
                                                  {PairRule::row_exists, 2, {}},
                                                  {PairRule::column_exists, 2, {}},
                                                  {PairRule::column_exists, 3, {}}});
}

TEST_CASE("weighted_pairs: a pair that stands twice is told with both positions", "[assignment][example]")
{
    const Listed row{1, 0, 1, 1}, column{2, 2, 0, 2}, weight{4, 4, 4, 4};
    PairFaults faults;
    static_cast<void>(pairs_of_coordinates(2, 3, row, column, weight, faults));
    CHECK(faults.listed == std::vector<PairFault>{{PairRule::listed_once, 3, 0}});

    PairFaults in_rows;
    const Listed row_begin{0, 3}, same{1, 0, 1}, weights{1, 2, 1};
    static_cast<void>(pairs_of_rows(2, row_begin, same, weights, in_rows));
    CHECK(in_rows.listed == std::vector<PairFault>{{PairRule::listed_once, 2, 0}});
}

TEST_CASE("weighted_pairs: offsets start at 0, never fall and end with the pairs", "[assignment][example]")
{
    const Listed column{0, 1, 0}, weight{1, 1, 1};
    const auto broken_at = [&](const Listed& row_begin) {
        PairFaults faults;
        static_cast<void>(pairs_of_rows(2, row_begin, column, weight, faults));
        std::vector<std::uint64_t> at;
        for (const PairFault& fault : faults.listed) {
            CHECK(fault.rule == PairRule::offsets_ascend);
            at.push_back(fault.at);
        }
        return at;
    };
    CHECK(broken_at({0, 2, 3}).empty());
    CHECK(broken_at({1, 2, 3}) == std::vector<std::uint64_t>{0});
    CHECK(broken_at({0, 2, 1, 3}) == std::vector<std::uint64_t>{2});
    CHECK(broken_at({0, 2, 2}) == std::vector<std::uint64_t>{2});
    CHECK(broken_at({0, 9, 3}) == std::vector<std::uint64_t>{1, 2});
    CHECK(broken_at({-1, 2, 3}) == std::vector<std::uint64_t>{0});
}

TEST_CASE("weighted_pairs: of many repeats the first hundred are listed, and all are counted",
          "[assignment][example]")
{
    const Listed row(5000, 0), column(5000, 0), weight(5000, 1);
    PairFaults faults;
    static_cast<void>(pairs_of_coordinates(1, 1, row, column, weight, faults));
    CHECK(faults.listed.size() == PairFaults::most_listed);
    CHECK(faults.count == 4999);
}
