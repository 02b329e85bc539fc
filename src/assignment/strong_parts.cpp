// Edges that no best assignment has, although they are tight.
//
// Say which rows could take which places instead: an arc leads from the column that a row has to the column
// of any other tight edge of it; and outside, where rows without a column and free places are. A row that may
// stay without leads there, and from there a place that may stay free. Two best assignments differ by circles
// of such arcs. So an edge between two strongly connected parts is in none of them; and who could leave only
// by such an arc never does (A. Dulmage, N. Mendelsohn, Canadian Journal of Mathematics 10 (1958) 517-534).
//
// Duals of the next tier must be feasible on those edges as well. Between parts there are no circles. A
// potential of each part, added to its rows' duals and taken from its columns', leaves reduced costs within
// parts as they are, and is chosen from the last part to the first so that those between them are at least 1.
// All that is outside keeps its duals: its potential is taken from every other.
//
// O(nodes + edges).

#include "assignment/strong_parts.hpp"

#include "assignment/fault.hpp"
#include "assignment/strong_components.hpp"
#include <befriend/assignment/solution.hpp>

#include <algorithm>
#include <utility>

namespace befriend {
namespace {

bool may_lose_place(const Nodes& nodes, std::uint32_t node)
{
    return !nodes.must[node] && nodes.capacity[node] > 0;
}

}  // namespace

template <typename Cost>
StrongParts::StrongParts(const Graph<Offers<Cost>>& face, const Nodes& rows, const Nodes& columns,
                         std::span<const std::uint32_t> column_of_row, Watch& watch)
    : outside_(static_cast<std::uint32_t>(columns.size()))
{
    assign_clusters(rows, columns, column_of_row);
    const auto each_arc = [&](auto visit) {
        for (std::uint32_t row = 0; row < rows.size() && !watch.stopped(); ++row) {
            const std::uint32_t from = cluster_of_row_[row];
            for (const Offer<Cost>& offer : face.rows.of(row))
                if (cluster_of_column_[offer.node] != from) visit(from, cluster_of_column_[offer.node]);
            if (may_lose_place(rows, row) && from != outside_) visit(from, outside_);
            watch.worked(1 + face.rows.degree(row));
        }
        for (std::uint32_t column = 0; column < columns.size() && !watch.stopped(); ++column)
            if (may_lose_place(columns, column) && cluster_of_column_[column] != outside_)
                visit(outside_, column);
        watch.worked(columns.size());
    };
    StrongComponents found = strong_components(arcs_of(columns.size() + 1, each_arc), watch);
    part_ = std::move(found.of_node);
    parts_ = found.count;
}

void StrongParts::assign_clusters(const Nodes& rows, const Nodes& columns,
                                  std::span<const std::uint32_t> column_of_row)
{
    std::vector<std::uint32_t> room(columns.capacity);
    for (const std::uint32_t column : column_of_row)
        if (column != Solution::unassigned) --room[column];
    for (std::uint32_t column = 0; column < columns.size(); ++column)
        cluster_of_column_.push_back(room[column] > 0 ? outside_ : column);
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        cluster_of_row_.push_back(
            column_of_row[row] == Solution::unassigned ? outside_ : cluster_of_column_[column_of_row[row]]);
}

template <typename Cost>
void StrongParts::take_out(Graph<Offers<Cost>>& face, Nodes& rows, Nodes& columns, Watch& watch)
{
    const auto are_together = [&](std::uint32_t row, std::uint32_t column) {
        return part_[cluster_of_row_[row]] == part_[cluster_of_column_[column]];
    };
    for (std::uint32_t row = 0; row < rows.size() && !watch.stopped(); ++row) {
        for (const Offer<Cost>& offer : face.rows.of(row))
            if (!are_together(row, offer.node)) taken_out_.push_back({row, offer.node});
        watch.worked(face.rows.degree(row));
    }
    face.rows.keep_if(
        [&](std::uint32_t row, const Offer<Cost>& offer) { return are_together(row, offer.node); }, watch);
    face.columns.keep_if(
        [&](std::uint32_t column, const Offer<Cost>& offer) { return are_together(offer.node, column); },
        watch);
    const auto require = [&](Nodes& nodes, const std::vector<std::uint32_t>& cluster,
                             std::vector<std::uint32_t>& full) {
        for (std::uint32_t node = 0; node < nodes.size(); ++node) {
            if (!may_lose_place(nodes, node) || part_[cluster[node]] == part_[outside_]) continue;
            nodes.must[node] = 1;
            full.push_back(node);
        }
    };
    require(rows, cluster_of_row_, full_rows_);
    require(columns, cluster_of_column_, full_columns_);
}

// In the order of the parts that they begin at.
std::vector<StrongParts::Demand> StrongParts::demands(const Nodes& rows, const Nodes& columns,
                                                      const WeightOf& weight_of) const
{
    std::vector<Demand> all;
    const std::uint32_t outside = part_[outside_];
    for (const auto& [row, column] : taken_out_)
        all.push_back({part_[cluster_of_row_[row]], part_[cluster_of_column_[column]],
                       weight_of(row, column) - rows.dual[row] - columns.dual[column] + 1});
    for (const std::uint32_t row : full_rows_)
        all.push_back({part_[cluster_of_row_[row]], outside, rows.reserve[row] - rows.dual[row] + 1});
    for (const std::uint32_t column : full_columns_)
        all.push_back(
            {outside, part_[cluster_of_column_[column]], columns.reserve[column] - columns.dual[column] + 1});
    std::sort(all.begin(), all.end(), [](const Demand& a, const Demand& b) { return a.from < b.from; });
    return all;
}

bool StrongParts::put_back(Nodes& rows, Nodes& columns, const WeightOf& weight_of, std::int64_t highest) const
{
    std::vector<WideSum> potential(parts_);
    for (const Demand& demand : demands(rows, columns, weight_of))
        potential[demand.from] = std::max(potential[demand.from], potential[demand.to] + demand.least);
    const WideSum outside = potential[part_[outside_]];
    const auto moved = [&](const Nodes& nodes, const std::vector<std::uint32_t>& cluster, int sign) {
        std::vector<WideSum> duals;
        for (std::uint32_t node = 0; node < nodes.size(); ++node)
            duals.push_back(nodes.dual[node] + sign * (potential[part_[cluster[node]]] - outside));
        return duals;
    };
    const std::vector<WideSum> of_rows = moved(rows, cluster_of_row_, 1);
    const std::vector<WideSum> of_columns = moved(columns, cluster_of_column_, -1);
    const auto is_large = [&](WideSum dual) { return dual >= highest || dual <= -WideSum{highest}; };
    if (std::any_of(of_rows.begin(), of_rows.end(), is_large) ||
        std::any_of(of_columns.begin(), of_columns.end(), is_large))
        return false;
    const auto narrowed = [](WideSum dual) { return static_cast<std::int64_t>(dual); };
    std::transform(of_rows.begin(), of_rows.end(), rows.dual.begin(), narrowed);
    std::transform(of_columns.begin(), of_columns.end(), columns.dual.begin(), narrowed);
    return true;
}

template StrongParts::StrongParts(const Graph<Offers32>&, const Nodes&, const Nodes&,
                                  std::span<const std::uint32_t>, Watch&);
template StrongParts::StrongParts(const Graph<Offers64>&, const Nodes&, const Nodes&,
                                  std::span<const std::uint32_t>, Watch&);
template void StrongParts::take_out(Graph<Offers32>&, Nodes&, Nodes&, Watch&);
template void StrongParts::take_out(Graph<Offers64>&, Nodes&, Nodes&, Watch&);

}  // namespace befriend
