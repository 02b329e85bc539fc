#include "reporting/suppression.hpp"

#include "catch2.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
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

// Children by two characteristics at once (two groups each) and by outcome: what two tables of a report are
// two views of. An attacker who has both tables tries every way to share out the children.
class JointAttack {
public:
    static constexpr std::size_t cells = 8;  // group of the first, group of the second, outcome
    using Joint = std::array<std::uint64_t, cells>;
    using Margin = std::array<std::array<std::uint64_t, 3>, 2>;  // a group a row, its sum last

    static Margin by_first(const Joint& joint) { return margin(joint, 4); }
    static Margin by_second(const Joint& joint) { return margin(joint, 2); }

    JointAttack(const Joint& truth, const Shown& first, const Shown& second)
        : truth_{by_first(truth), by_second(truth)}, shown_{first, second}
    {
        for (std::size_t outcome = 0; outcome < 2; ++outcome)
            left_[outcome] = truth_[0][0][outcome] + truth_[0][1][outcome];
        share_out(0);
    }

    // Whether only one value is left for a cell of a table, or for a row sum (column 2).
    [[nodiscard]] bool knows(std::size_t table, std::size_t row, std::size_t column) const
    {
        return seen_[table][row][column].size() == 1;
    }

private:
    static Margin margin(const Joint& joint, std::size_t bit)
    {
        Margin counts{};
        for (std::size_t cell = 0; cell < cells; ++cell) {
            auto& row = counts[(cell & bit) != 0 ? 1 : 0];
            row[cell & 1U] += joint[cell];
            row[2] += joint[cell];
        }
        return counts;
    }

    void share_out(std::size_t cell)
    {
        if (cell == cells) {
            if (left_[0] + left_[1] == 0) keep();
            return;
        }
        const std::uint64_t room = left_[cell & 1U];
        for (std::uint64_t count = 0; count <= room; ++count) {
            guess_[cell] = count;
            left_[cell & 1U] = room - count;
            share_out(cell + 1);
        }
        left_[cell & 1U] = room;
    }

    void keep()
    {
        const std::array<Margin, 2> guess{by_first(guess_), by_second(guess_)};
        if (!agrees(guess[0], 0) || !agrees(guess[1], 1)) return;
        for (std::size_t table = 0; table < 2; ++table) {
            for (std::size_t row = 0; row < 2; ++row) {
                for (std::size_t column = 0; column < 3; ++column)
                    seen_[table][row][column].insert(guess[table][row][column]);
            }
        }
    }

    [[nodiscard]] bool agrees(const Margin& guess, std::size_t table) const
    {
        for (std::size_t row = 0; row < 2; ++row) {
            for (std::size_t column = 0; column < 3; ++column) {
                const bool same = guess[row][column] == truth_[table][row][column];
                if (shown_[table][row][column] && !same) return false;
            }
        }
        return true;
    }

    std::array<Margin, 2> truth_;
    std::array<Shown, 2> shown_;
    std::array<std::uint64_t, 2> left_{};  // of the total that both tables share, by outcome
    Joint guess_{};
    std::array<std::array<std::array<std::set<std::uint64_t>, 3>, 2>, 2> seen_;
};

Counts counts_of(const JointAttack::Margin& margin)
{
    return {{margin[0][0], margin[0][1]}, {margin[1][0], margin[1][1]}};
}

JointAttack::Joint random_joint(std::uint32_t seed)
{
    std::mt19937 bits(seed);
    JointAttack::Joint joint{};
    for (std::uint64_t& count : joint)
        count = bits() % 3;
    joint[bits() % joint.size()] += 5;
    return joint;
}

// How many small cells of two tables that share a total the attacker works out.
template <class Hide>
int joint_leaks(const JointAttack::Joint& joint, Hide hide)
{
    const std::array<JointAttack::Margin, 2> tables{JointAttack::by_first(joint),
                                                    JointAttack::by_second(joint)};
    const Shown nothing(2, std::vector<bool>(3, false));
    const JointAttack before(joint, nothing, nothing);
    const JointAttack after(joint, hide(counts_of(tables[0])), hide(counts_of(tables[1])));
    int found = 0;
    for (std::size_t table = 0; table < 2; ++table) {
        for (std::size_t row = 0; row < 2; ++row) {
            for (std::size_t column = 0; column < 3; ++column) {
                const std::uint64_t count = tables[table][row][column];
                const bool is_small = count > 0 && count < least_shown;
                if (is_small && after.knows(table, row, column) && !before.knows(table, row, column)) ++found;
            }
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

TEST_CASE("suppression: no attack on two tables that share a total finds a small count",
          "[reporting][oracle]")
{
    const auto seed = GENERATE(range(0u, 40u));
    CAPTURE(seed);
    CHECK(joint_leaks(random_joint(seed), shown_cells) == 0);
}

TEST_CASE("suppression: the attack on two tables works where only small counts are hidden",
          "[reporting][example]")
{
    int leaks = 0;
    for (std::uint32_t seed = 0; seed < 10; ++seed)
        leaks += joint_leaks(random_joint(seed), only_small_hidden);
    CHECK(leaks > 0);
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
