#include "assignment/weighted_case.hpp"

#include "catch2.hpp"

#include <functional>
#include <map>
#include <utility>

namespace befriend::test {
namespace {

constexpr std::uint32_t nobody = Solution::unassigned;

}  // namespace

Case random_case(std::mt19937_64& random)
{
    const std::size_t rows = random() % 6;
    const std::size_t columns = random() % 6;
    std::vector<std::int64_t> row, column, weight;
    const auto spread = static_cast<std::int64_t>(random() % 3 == 0 ? 3 : 2001);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
            if (random() % 3 == 0) continue;
            row.push_back(static_cast<std::int64_t>(r));
            column.push_back(static_cast<std::int64_t>(c));
            weight.push_back(static_cast<std::int64_t>(random()) % spread - spread / 2);
        }
    }
    PairFaults faults;
    Case made{pairs_of_coordinates(rows, columns, row, column, weight, faults), {}, {}};
    if (random() % 2 == 0)
        for (std::size_t c = 0; c < columns; ++c)
            made.capacity.push_back(static_cast<std::int64_t>(random() % 4));
    return made;
}

void pin_some(Case& made, std::mt19937_64& random)
{
    std::vector<std::int64_t> room = made.capacity;
    if (room.empty()) room.assign(made.pairs.columns, 1);
    for (std::size_t row = 0; row < made.pairs.rows(); ++row) {
        made.pin.push_back(-1);
        const std::uint64_t begin = made.pairs.row_begin[row];
        const std::uint64_t pairs = made.pairs.row_begin[row + 1] - begin;
        if (pairs == 0 || random() % 3 != 0) continue;
        const std::uint32_t column = made.pairs.column[begin + random() % pairs];
        if (room[column] > 0) {
            --room[column];
            made.pin.back() = column;
        }
    }
}

std::optional<Best> best_of(const Case& made, const AssignOptions& options)
{
    std::optional<Best> best;
    std::vector<std::int64_t> room = made.capacity;
    if (room.empty()) room.assign(made.pairs.columns, 1);
    const auto better = [&](const Best& a, const Best& b) {
        if (options.goal == Goal::most_pairs && a.matched != b.matched) return a.matched > b.matched;
        return options.maximize ? a.total > b.total : a.total < b.total;
    };
    const std::function<void(std::size_t, Best)> from = [&](std::size_t row, Best so_far) {
        if (row == made.pairs.rows()) {
            if (options.require_all && so_far.matched < row) return;
            if (options.exactly && so_far.matched != *options.exactly) return;
            if (!best || better(so_far, *best)) best = so_far;
            return;
        }
        const std::int64_t pin = made.pin.empty() ? -1 : made.pin[row];
        if (pin == -1) from(row + 1, so_far);
        for (std::uint64_t at = made.pairs.row_begin[row]; at < made.pairs.row_begin[row + 1]; ++at) {
            const std::uint32_t column = made.pairs.column[at];
            if ((pin != -1 && column != pin) || room[column] == 0) continue;
            --room[column];
            from(row + 1, {so_far.matched + 1, so_far.total + made.pairs.weight[at]});
            ++room[column];
        }
    };
    from(0, {});
    return best;
}

void check_pairs(const Case& made, const Assignment& answer)
{
    std::map<std::uint32_t, std::int64_t> used;
    std::size_t matched = 0;
    std::int64_t total = 0;
    for (std::size_t row = 0; row < made.pairs.rows(); ++row) {
        const std::uint32_t column = answer.column_of_row[row];
        if (!made.pin.empty() && made.pin[row] != -1) REQUIRE(column == made.pin[row]);
        if (column == nobody) continue;
        const auto weight = made.weight(row, column);
        REQUIRE(weight);
        ++matched;
        total += *weight;
        REQUIRE(++used[column] <= (made.capacity.empty() ? 1 : made.capacity[column]));
    }
    REQUIRE(answer.matched == matched);
    REQUIRE(answer.total == total);
}

void check_prices(const Case& made, const AssignOptions& options, const Assignment& answer)
{
    using Price = std::pair<std::int64_t, std::int64_t>;
    const std::int64_t sign = options.maximize ? 1 : -1;
    const Price each{answer.each_count, sign * answer.each};
    if (!options.exactly) REQUIRE(each == Price{counts_pairs(options) ? 1 : 0, 0});
    std::vector<std::int64_t> used(made.pairs.columns, 0);
    for (std::size_t row = 0; row < made.pairs.rows(); ++row) {
        const std::uint32_t chosen = answer.column_of_row[row];
        if (chosen != nobody) ++used[chosen];
        const Price of_row{answer.count_prices.row[row], sign * answer.prices.row[row]};
        const bool pinned = !made.pin.empty() && made.pin[row] != -1;
        REQUIRE(of_row >= Price{0, 0});
        if (pinned || chosen == nobody) REQUIRE(of_row == Price{0, 0});
        if (pinned) continue;
        for (std::uint64_t at = made.pairs.row_begin[row]; at < made.pairs.row_begin[row + 1]; ++at) {
            const std::uint32_t column = made.pairs.column[at];
            const std::int64_t room = made.capacity.empty() ? 1 : made.capacity[column];
            std::int64_t pins = 0;
            for (const std::int64_t pin : made.pin)
                pins += pin == column;
            const Price sum{of_row.first + answer.count_prices.column[column],
                            of_row.second + sign * answer.prices.column[column]};
            const Price weight{each.first, each.second + sign * made.pairs.weight[at]};
            if (room > pins) REQUIRE(sum >= weight);
            if (column == chosen) REQUIRE(sum == weight);
        }
    }
    for (std::uint32_t column = 0; column < made.pairs.columns; ++column) {
        const Price price{answer.count_prices.column[column], sign * answer.prices.column[column]};
        REQUIRE(price >= Price{0, 0});
        const std::int64_t room = made.capacity.empty() ? 1 : made.capacity[column];
        if (used[column] < room) REQUIRE(price == Price{0, 0});
    }
}

WeightedPairs square(const std::vector<std::int64_t>& weight, std::size_t size)
{
    return pairs_of_matrix({size, size, weight.data(), static_cast<std::ptrdiff_t>(size), 1, {}});
}

}  // namespace befriend::test
