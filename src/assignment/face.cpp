// The face of a tier: what the tiers before it leave to choose from.
//
// Let (u, v) be optimal duals of the linear programme "largest w x, rows and columns at most full". A
// solution is optimal exactly when it uses only edges with u + v = w and fills every node whose dual is not 0
// (complementary slackness). So the next tier is the same kind of problem on fewer edges, where some nodes
// must be full; the dual of such a node may have any sign. Nothing is ever multiplied by a large number.
//
// O(edges) a tier, and one bit an edge.
// Complementary slackness: A. Schrijver, "Combinatorial Optimization" (2003), section 5.4.

#include "assignment/face.hpp"

namespace befriend {
namespace {

void require_priced(Side& side)
{
    for (std::size_t node = 0; node < side.size(); ++node)
        if (side.dual[node] != 0) side.must[node] = 1;
}

}  // namespace

Face::Face(const Problem& problem) : problem_(problem), kept_(problem.edges(), true)
{
    rows.capacity.assign(problem.rows(), 1);
    rows.must.assign(problem.rows(), 0);
    columns.capacity.assign(problem.capacity.begin(), problem.capacity.end());
    columns.must.assign(problem.columns(), 0);
    for (std::size_t edge = 0; edge < problem.edges(); ++edge)
        if (problem.capacity[problem.column[edge]] == 0) kept_[edge] = false;
}

void Face::enter(std::size_t tier)
{
    tier_ = tier;
    forget_duals();
}

void Face::forget_duals()
{
    rows.dual.assign(rows.size(), 0);
    columns.dual.assign(columns.size(), 0);
}

void Face::lay_out(const std::vector<bool>& core, Watch& watch)
{
    rows.begin.assign(rows.size() + 1, 0);
    rows.neighbour.clear();
    rows.weight.clear();
    columns.begin.assign(columns.size() + 1, 0);
    for (std::uint32_t row = 0; row < rows.size() && !watch.stopped(); ++row) {
        const std::uint64_t end = problem_.row_begin[row + 1];
        for (std::uint64_t edge = problem_.row_begin[row]; edge < end; ++edge) {
            if (!core[edge]) continue;
            rows.neighbour.push_back(problem_.column[edge]);
            rows.weight.push_back(edge_weight(problem_, tier_, row, edge));
            ++columns.begin[problem_.column[edge] + 1];
        }
        rows.begin[row + 1] = rows.neighbour.size();
        watch.worked(end - problem_.row_begin[row]);
    }
    if (!watch.stopped()) lay_out_columns(watch);
}

void Face::lay_out_columns(Watch& watch)
{
    for (std::size_t column = 0; column < columns.size(); ++column)
        columns.begin[column + 1] += columns.begin[column];
    columns.neighbour.resize(rows.neighbour.size());
    columns.weight.resize(rows.weight.size());
    std::vector<std::uint64_t> next(columns.begin.begin(), columns.begin.end() - 1);
    for (std::uint32_t row = 0; row < rows.size() && !watch.stopped(); ++row) {
        for (std::uint64_t at = rows.begin[row]; at < rows.begin[row + 1]; ++at) {
            const std::uint64_t place = next[rows.neighbour[at]]++;
            columns.neighbour[place] = row;
            columns.weight[place] = rows.weight[at];
        }
        watch.worked(rows.degree(row));
    }
}

void Face::narrow(Watch& watch)
{
    for (std::uint32_t row = 0; row < rows.size() && !watch.stopped(); ++row) {
        each_edge(row, [&](std::uint64_t edge, std::uint32_t column, std::int64_t weight) {
            kept_[edge] = rows.dual[row] + columns.dual[column] == weight;
        });
        watch.worked(problem_.row_begin[row + 1] - problem_.row_begin[row]);
    }
    require_priced(rows);
    require_priced(columns);
}

Face::Weighs Face::weighs() const
{
    if (tier_ == problem_.tiers.size() || !problem_.tiers[tier_].edge.empty()) return Weighs::pairs;
    const Tier& parts = problem_.tiers[tier_];
    if (!parts.row.empty() && parts.column.empty()) return Weighs::rows;
    if (parts.row.empty() && !parts.column.empty()) return Weighs::columns;
    return Weighs::pairs;
}

}  // namespace befriend
