// A few good edges a node, and more when the prices ask for them.
//
// With hundreds of edges a row, an assignment uses only the best few of a node. So a tier is solved on those,
// and the duals found are then tried on every other edge of the face. One that they leave out wrongly
// (u + v < w) joins the core, and its row's dual rises until it is feasible again; the searches repair the
// rest from there. When no edge is left out wrongly the duals are feasible everywhere, so the assignment is
// best on the whole face: the core decides how long the work takes, never the answer.
//
// Equal weights are told apart by a mixed number, so that nodes do not all keep the same few neighbours.
// O(edges) a round, commonly under ten rounds; O(nodes * best_few) memory.
// A. Volgenant, Computers & Operations Research 23 (1996) 917-932: core problems and what they leave out.

#include "assignment/core.hpp"

#include <befriend/assignment/solution.hpp>

#include <algorithm>
#include <tuple>

namespace befriend {
namespace {

struct Choice {
    std::int64_t weight;
    std::uint64_t mixed;
    std::uint64_t edge;

    // Best first: as a heap, the worst on top.
    bool operator<(const Choice& other) const
    {
        return std::tie(weight, mixed, edge) > std::tie(other.weight, other.mixed, other.edge);
    }
};

// Fibonacci hashing: D. Knuth, "The Art of Computer Programming" volume 3, section 6.4.
Choice choice(std::int64_t weight, std::uint64_t edge)
{
    const std::uint64_t product = edge * 0x9E3779B97F4A7C15U;
    return {weight, product ^ (product >> 32), edge};
}

void keep_best_few(std::vector<Choice>& best, std::size_t best_few, const Choice& next)
{
    if (best.size() == best_few) {
        if (!(next < best.front())) return;
        std::pop_heap(best.begin(), best.end());
        best.pop_back();
    }
    best.push_back(next);
    std::push_heap(best.begin(), best.end());
}

}  // namespace

Core::Core(const Face& face, const std::vector<std::uint32_t>& column_of_row, std::size_t best_few,
           Watch& watch)
    : marked_(face.edges().size())
{
    for (std::uint32_t row = 0; row < column_of_row.size() && !watch.stopped(); ++row) {
        if (column_of_row[row] == Solution::unassigned) continue;
        std::size_t degree = 0;
        face.each_edge(row, [&](std::uint64_t edge, std::uint32_t column, std::int64_t) {
            if (column == column_of_row[row]) marked_[edge] = true;
            ++degree;
        });
        watch.worked(degree);
    }
    mark_best_of_rows(face, best_few, watch);
    mark_best_of_columns(face, best_few, watch);
}

void Core::mark_best_of_rows(const Face& face, std::size_t best_few, Watch& watch)
{
    std::vector<Choice> best;
    for (std::uint32_t row = 0; row < face.rows.size() && !watch.stopped(); ++row) {
        best.clear();
        std::size_t degree = 0;
        face.each_edge(row, [&](std::uint64_t edge, std::uint32_t, std::int64_t weight) {
            keep_best_few(best, best_few, choice(weight, edge));
            ++degree;
        });
        for (const Choice& kept : best)
            marked_[kept.edge] = true;
        watch.worked(degree);
    }
}

void Core::mark_best_of_columns(const Face& face, std::size_t best_few, Watch& watch)
{
    std::vector<std::vector<Choice>> best(face.columns.size());
    for (std::uint32_t row = 0; row < face.rows.size() && !watch.stopped(); ++row) {
        std::size_t degree = 0;
        face.each_edge(row, [&](std::uint64_t edge, std::uint32_t column, std::int64_t weight) {
            keep_best_few(best[column], best_few, choice(weight, edge));
            ++degree;
        });
        watch.worked(degree);
    }
    for (const auto& of_column : best)
        for (const Choice& kept : of_column)
            marked_[kept.edge] = true;
}

bool Core::extend(Face& face, Watch& watch)
{
    bool extended = false;
    for (std::uint32_t row = 0; row < face.rows.size() && !watch.stopped(); ++row) {
        const std::int64_t dual = face.rows.dual[row];
        std::size_t degree = 0;
        face.each_edge(row, [&](std::uint64_t edge, std::uint32_t column, std::int64_t weight) {
            ++degree;
            const std::int64_t least = weight - face.columns.dual[column];
            if (least <= dual) return;
            marked_[edge] = true;
            extended = true;
            face.rows.dual[row] = std::max(face.rows.dual[row], least);
        });
        watch.worked(degree);
    }
    return extended;
}

}  // namespace befriend
