#include "reporting/suppression.hpp"

#include "catch2.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <vector>

namespace befriend {
namespace {

Counts random_counts(std::uint32_t seed, std::size_t rows, std::size_t columns, std::uint64_t most)
{
    std::mt19937 bits(seed);
    Counts counts(rows, std::vector<std::uint64_t>(columns));
    for (auto& row : counts) {
        for (auto& count : row)
            count = bits() % 3 == 0 ? bits() % 3 : bits() % (most + 1);
    }
    return counts;
}

std::vector<std::uint64_t> column_sums(const Counts& counts)
{
    std::vector<std::uint64_t> sums(counts.front().size());
    for (const auto& row : counts) {
        for (std::size_t column = 0; column < row.size(); ++column)
            sums[column] += row[column];
    }
    return sums;
}

std::uint64_t sum(const std::vector<std::uint64_t>& row)
{
    std::uint64_t total = 0;
    for (const std::uint64_t count : row)
        total += count;
    return total;
}

// The attacker: tries every table of whole numbers that agrees with what is shown and with the column sums,
// and keeps the smallest and the largest that each cell and row sum can be.
class Attack {
public:
    Attack(const Counts& counts, const Shown& shown)
        : counts_(counts), shown_(shown), left_(column_sums(counts)), guess_(counts.size())
    {
        const std::vector<std::uint64_t> none(counts.front().size() + 1, ~std::uint64_t{0});
        smallest_.assign(counts.size(), none);
        largest_.assign(counts.size(), std::vector<std::uint64_t>(none.size(), 0));
        guess_row(0);
    }

    [[nodiscard]] bool knows(std::size_t row, std::size_t column) const
    {
        return smallest_[row][column] == largest_[row][column];
    }

private:
    void guess_row(std::size_t row)
    {
        if (row == counts_.size()) {
            if (sum(left_) == 0) keep();
            return;
        }
        guess_[row].clear();
        guess_cell(row);
    }

    void guess_cell(std::size_t row)
    {
        const std::size_t column = guess_[row].size();
        if (column == counts_[row].size()) {
            if (!shown_[row][column] || sum(guess_[row]) == sum(counts_[row])) guess_row(row + 1);
            return;
        }
        const bool is_shown = shown_[row][column];
        const std::uint64_t room = left_[column];
        const std::uint64_t least = is_shown ? counts_[row][column] : 0;
        for (std::uint64_t count = least; count <= (is_shown ? least : room) && count <= room; ++count) {
            guess_[row].resize(column);
            guess_[row].push_back(count);
            left_[column] = room - count;
            guess_cell(row);
        }
        left_[column] = room;
        guess_[row].resize(column);
    }

    void keep()
    {
        for (std::size_t row = 0; row < guess_.size(); ++row) {
            std::vector<std::uint64_t> cells = guess_[row];
            cells.push_back(sum(cells));
            for (std::size_t column = 0; column < cells.size(); ++column) {
                smallest_[row][column] = std::min(smallest_[row][column], cells[column]);
                largest_[row][column] = std::max(largest_[row][column], cells[column]);
            }
        }
    }

    const Counts& counts_;
    const Shown& shown_;
    std::vector<std::uint64_t> left_;  // of each column's sum
    Counts guess_;
    Counts smallest_;
    Counts largest_;
};

Shown only_small_hidden(const Counts& counts)
{
    Shown shown;
    for (const auto& row : counts) {
        std::vector<bool>& cells = shown.emplace_back();
        for (const std::uint64_t count : row)
            cells.push_back(count == 0 || count >= least_shown);
        cells.push_back(sum(row) == 0 || sum(row) >= least_shown);
    }
    return shown;
}

// How many small cells the attacker works out that the column sums alone do not tell.
int leaks(const Counts& counts, const Shown& shown)
{
    const Shown nothing(counts.size(), std::vector<bool>(counts.front().size() + 1, false));
    const Attack before(counts, nothing);
    const Attack after(counts, shown);
    int found = 0;
    for (std::size_t row = 0; row < counts.size(); ++row) {
        std::vector<std::uint64_t> cells = counts[row];
        cells.push_back(sum(cells));
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const bool is_small = cells[column] > 0 && cells[column] < least_shown;
            if (is_small && after.knows(row, column) && !before.knows(row, column)) ++found;
        }
    }
    return found;
}

}  // namespace

TEST_CASE("suppression: no count from 1 to 4 is shown", "[reporting][property]")
{
    const auto seed = GENERATE(range(0u, 200u));
    CAPTURE(seed);
    const Counts counts = random_counts(seed, 6, 3, 40);
    const Shown shown = shown_cells(counts);
    for (std::size_t row = 0; row < counts.size(); ++row) {
        std::vector<std::uint64_t> cells = counts[row];
        cells.push_back(sum(cells));
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const bool is_small = cells[column] > 0 && cells[column] < least_shown;
            CHECK(!(is_small && shown[row][column]));
        }
    }
}

TEST_CASE("suppression: no attack by sums finds a small count", "[reporting][oracle]")
{
    const auto seed = GENERATE(range(0u, 150u));
    CAPTURE(seed);
    const Counts counts = random_counts(seed, 3, 2, 9);
    CHECK(leaks(counts, shown_cells(counts)) == 0);
}

TEST_CASE("suppression: no attack finds a small count among three columns", "[reporting][oracle]")
{
    const auto seed = GENERATE(range(1000u, 1030u));
    CAPTURE(seed);
    const Counts counts = random_counts(seed, 3, 3, 6);
    CHECK(leaks(counts, shown_cells(counts)) == 0);
}

TEST_CASE("suppression: the attack works where only small counts are hidden", "[reporting][example]")
{
    const Counts counts{{3, 8}, {9, 7}, {8, 9}};
    CHECK(leaks(counts, only_small_hidden(counts)) == 1);
    CHECK(leaks(counts, shown_cells(counts)) == 0);
}

TEST_CASE("suppression: only what protects a small count goes with it", "[reporting][example]")
{
    const Shown shown = shown_cells({{3, 17, 0}, {21, 9, 0}, {0, 0, 0}, {40, 60, 80}});
    CHECK(shown[0] == std::vector<bool>{false, false, true, true});
    CHECK(shown[1] == std::vector<bool>{false, false, true, true});
    CHECK(shown[2] == std::vector<bool>(4, true));
    CHECK(shown[3] == std::vector<bool>(4, true));
}

TEST_CASE("suppression: large counts are shown whole", "[reporting][example]")
{
    const Shown shown = shown_cells({{10, 20, 30}, {5, 6, 7}});
    for (const auto& row : shown)
        CHECK(std::count(row.begin(), row.end(), true) == 4);
    CHECK(shown_cells({}).empty());
}

}  // namespace befriend
