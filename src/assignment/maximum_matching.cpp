// As many pairs as possible, and a cover that proves it.
//
// First a greedy matching: rows with few edges choose first, and take the column with the fewest. It leaves a
// few per cent to do, or, on short lists, often nothing: where all places of one side are taken, that side is
// a cover. Else the side with fewer places left is filled by push-relabel (push_relabel.hpp).
//
// At the end alternating paths from the active nodes that keep room reach some nodes. The passive nodes
// reached and the active ones not reached are a cover: every edge has an end in it, and every pair exactly
// one (D. König 1931). Duals of 1 there prove the matching largest, and edges with both ends in the cover are
// in no largest matching.
//
// D. König, Matematikai és Fizikai Lapok 38 (1931) 116-119.

#include "assignment/maximum_matching.hpp"

#include "assignment/push_relabel.hpp"
#include <befriend/assignment/solution.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

namespace befriend {
namespace {

constexpr std::uint32_t nobody = Solution::unassigned;

// All nodes, those with fewer offers first, roughly: by the number of bits, so that neighbours in memory stay
// so.
template <typename Cost>
std::vector<std::uint32_t> by_degree(const Offers<Cost>& offers)
{
    std::array<std::uint32_t, 66> next{};
    const auto bits = [&](std::uint32_t node) {
        return static_cast<std::size_t>(std::bit_width(offers.degree(node)));
    };
    for (std::uint32_t node = 0; node < offers.nodes(); ++node)
        ++next[bits(node) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<std::uint32_t> order(offers.nodes());
    for (std::uint32_t node = 0; node < offers.nodes(); ++node)
        order[next[bits(node)]++] = node;
    return order;
}

// Every row takes the free column with the fewest edges, the rows with the fewest edges first.
template <typename Cost>
std::vector<std::uint32_t> greedy_matching(const Graph<Offers<Cost>>& graph, const Nodes& columns,
                                           Watch& watch)
{
    // Of a column with room its edges and its number in one word, the least of which is found without a jump.
    constexpr std::uint64_t full = std::numeric_limits<std::uint64_t>::max();
    std::vector<std::uint64_t> rank(columns.size(), full);
    for (std::uint32_t column = 0; column < columns.size(); ++column)
        if (columns.capacity[column] > 0)
            rank[column] = std::uint64_t{graph.columns.degree(column)} << 32 | column;
    watch.worked(columns.size());
    std::vector<std::uint32_t> column_of_row(graph.rows.nodes(), nobody);
    std::vector<std::uint32_t> room = columns.capacity;
    watch.worked(columns.size());
    for (const std::uint32_t row : by_degree(graph.rows)) {
        if (watch.stopped()) break;
        std::uint64_t best = full;
        for (const Offer<Cost>& offer : graph.rows.of(row))
            best = std::min(best, rank[offer.node]);
        if (best != full) {
            const auto column = static_cast<std::uint32_t>(best);
            column_of_row[row] = column;
            if (--room[column] == 0) rank[column] = full;
        }
        watch.worked(graph.rows.degree(row));
    }
    return column_of_row;
}

// Places that could still be filled, at most.
std::uint64_t free_places(const Nodes& nodes, std::uint64_t pairs)
{
    std::uint64_t places = 0;
    for (std::size_t node = 0; node < nodes.size(); ++node)
        places += std::min(nodes.capacity[node], nodes.degree[node]);
    return places - pairs;
}

// Whether so many pairs fill every place of the nodes that have edges.
bool fill_all(const Nodes& nodes, std::uint64_t pairs)
{
    std::uint64_t places = 0;
    for (std::size_t node = 0; node < nodes.size(); ++node)
        places += nodes.degree[node] > 0 ? nodes.capacity[node] : 0;
    return places == pairs;
}

void set_as_cover(Nodes& full, Nodes& others)
{
    for (std::size_t node = 0; node < full.size(); ++node)
        full.dual[node] = full.degree[node] > 0 ? 1 : 0;
    std::fill(others.dual.begin(), others.dual.end(), 0);
}

}  // namespace

template <typename Cost>
void find_maximum_matching(const Graph<Offers<Cost>>& graph, Nodes& rows, Nodes& columns, Matching& matching,
                           Watch& watch)
{
    const std::vector<std::uint32_t> greedy = greedy_matching(graph, columns, watch);
    if (watch.stopped()) return;
    const auto pairs =
        greedy.size() - static_cast<std::size_t>(std::count(greedy.begin(), greedy.end(), nobody));
    const auto each_greedy = [&](auto visit) {
        for (std::uint32_t row = 0; row < greedy.size() && !watch.stopped(); ++row)
            if (greedy[row] != nobody) visit(row, greedy[row]);
    };
    if (fill_all(rows, pairs) || fill_all(columns, pairs)) {
        const bool rows_are_full = fill_all(rows, pairs);
        set_as_cover(rows_are_full ? rows : columns, rows_are_full ? columns : rows);
        each_greedy([&](std::uint32_t row, std::uint32_t column) { matching.link(row, column); });
    } else if (free_places(rows, pairs) <= free_places(columns, pairs)) {
        PushRelabel<Cost> push_relabel(graph.rows, graph.columns, rows, columns, watch);
        each_greedy([&](std::uint32_t row, std::uint32_t column) { push_relabel.take(row, column); });
        push_relabel.run();
        push_relabel.set_duals(rows, columns);
        push_relabel.each_pair([&](std::uint32_t row, std::uint32_t column) { matching.link(row, column); });
    } else {
        PushRelabel<Cost> push_relabel(graph.columns, graph.rows, columns, rows, watch);
        each_greedy([&](std::uint32_t row, std::uint32_t column) { push_relabel.take(column, row); });
        push_relabel.run();
        push_relabel.set_duals(columns, rows);
        push_relabel.each_pair([&](std::uint32_t column, std::uint32_t row) { matching.link(row, column); });
    }
}

// Where all may have all, the side with fewer places is the cover.
void find_maximum_matching(const Graph<Matrix>&, Nodes& rows, Nodes& columns, Matching& matching, Watch&)
{
    std::uint32_t column = 0;
    std::uint32_t row = 0;
    for (; row < rows.size(); ++row) {
        while (column < columns.size() && !matching.columns.has_room(column))
            ++column;
        if (column == columns.size()) break;
        matching.link(row, column);
    }
    const bool rows_are_full = row == rows.size();
    std::fill(rows.dual.begin(), rows.dual.end(), rows_are_full ? 1 : 0);
    std::fill(columns.dual.begin(), columns.dual.end(), rows_are_full ? 0 : 1);
}

template void find_maximum_matching(const Graph<Offers32>&, Nodes&, Nodes&, Matching&, Watch&);
template void find_maximum_matching(const Graph<Offers64>&, Nodes&, Nodes&, Matching&, Watch&);

}  // namespace befriend
