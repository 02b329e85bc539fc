#include "assignment/graph.hpp"

#include "assignment/dense/solve_dense.hpp"
#include "assignment/shared_pass.hpp"
#include "assignment/weights.hpp"

#include <algorithm>
#include <limits>
#include <mutex>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace befriend {
namespace {

constexpr std::size_t many = std::size_t{1} << 20;  // edges

// The range of the weights of some edges.
struct Range {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t largest = std::numeric_limits<std::int64_t>::min();

    Range() = default;
    explicit Range(const WeightRange& checked)
        : least(static_cast<std::int64_t>(checked.least)), largest(static_cast<std::int64_t>(checked.most))
    {
    }

    void add(std::int64_t weight)
    {
        least = std::min(least, weight);
        largest = std::max(largest, weight);
    }
    void add(const Range& other)
    {
        least = std::min(least, other.least);
        largest = std::max(largest, other.largest);
    }
    [[nodiscard]] bool fits_32_bits() const
    {
        return least > largest || largest - least <= std::numeric_limits<std::int32_t>::max();
    }
};

// All call `each_edge(row, visit)`, where `visit` takes a column and the edge's weight; on several threads if
// need be.

// The edges of a problem whose tier weighs nothing but edges, where every column has places.
class PlainEdges {
public:
    PlainEdges(const Problem& problem, const Numbering& numbering, std::size_t tier)
        : problem_(&problem),
          numbering_(&numbering),
          weight_(problem.tiers[tier].edge.data()),
          turn_(problem.tiers[tier].costs ? -1 : 0)
    {
    }

    static bool are_in(const Problem& problem, std::size_t tier)
    {
        if (tier == problem.tiers.size() || problem.tiers[tier].edge.empty()) return false;
        const Tier& parts = problem.tiers[tier];
        return parts.each == 0 && parts.row.empty() && parts.column.empty() &&
               std::find(problem.capacity.begin(), problem.capacity.end(), 0) == problem.capacity.end();
    }

    // Where the edges of each row begin, and the last of them end.
    [[nodiscard]] std::vector<std::uint64_t> begins() const
    {
        std::vector<std::uint64_t> begins = {0};
        begins.reserve(problem_->row_begin.size());
        for (std::uint32_t row = 0; row < problem_->rows(); ++row) {
            const std::uint64_t* const of_problem = &problem_->row_begin[numbering_->row_of_problem(row)];
            begins.push_back(begins.back() + (of_problem[1] - of_problem[0]));
        }
        return begins;
    }

    template <typename Visit>
    void operator()(std::uint32_t row, Visit visit) const
    {
        const std::uint32_t of_problem = numbering_->row_of_problem(row);
        const std::uint64_t end = problem_->row_begin[of_problem + 1];
        for (std::uint64_t edge = problem_->row_begin[of_problem]; edge < end; ++edge)
            visit(numbering_->column_here(problem_->column[edge]), (weight_[edge] ^ turn_) - turn_);
    }

private:
    const Problem* problem_;
    const Numbering* numbering_;
    const std::int64_t* weight_;
    std::int64_t turn_;  // -1 turns the sign, 0 does not
};

class EdgesOfProblem {
public:
    EdgesOfProblem(const Problem& problem, const Numbering& numbering, std::size_t tier)
        : problem_(&problem), numbering_(&numbering), weights_(problem, tier)
    {
    }

    template <typename Visit>
    void operator()(std::uint32_t row, Visit visit) const
    {
        const std::uint32_t of_problem = numbering_->row_of_problem(row);
        const std::uint64_t end = problem_->row_begin[of_problem + 1];
        for (std::uint64_t edge = problem_->row_begin[of_problem]; edge < end; ++edge) {
            const std::uint32_t column = problem_->column[edge];
            if (problem_->capacity[column] != 0)
                visit(numbering_->column_here(column), weights_.of(of_problem, column, edge));
        }
    }

private:
    const Problem* problem_;
    const Numbering* numbering_;
    TierWeights weights_;
};

template <typename Cost>
class EdgesOfFace {
public:
    EdgesOfFace(const Problem& problem, const Numbering& numbering, std::size_t tier,
                const Graph<Offers<Cost>>& face)
        : face_(&face), numbering_(&numbering), weights_(problem, tier)
    {
    }

    template <typename Visit>
    void operator()(std::uint32_t row, Visit visit) const
    {
        const std::uint32_t of_problem = numbering_->row_of_problem(row);
        for (const Offer<Cost>& offer : face_->rows.of(row))
            visit(offer.node, weights_.between(of_problem, numbering_->column_of_problem(offer.node)));
    }

private:
    const Graph<Offers<Cost>>* face_;
    const Numbering* numbering_;
    TierWeights weights_;
};

// `begin`: where the edges of each row begin, and the last of them end.
template <typename Cost, typename EachEdge>
Graph<Offers<Cost>> laid_out(const Problem& problem, std::vector<std::uint64_t> begin, const Range& range,
                             const EachEdge& each_edge, Watch& watch)
{
    OfferList<Cost> offers(begin.back());
    work_in_blocks(problem.rows(), begin.back(), watch, [&](Watch& own, std::size_t first, std::size_t end) {
        for (auto row = static_cast<std::uint32_t>(first); row < end && !own.stopped(); ++row) {
            Offer<Cost>* next = offers.data() + begin[row];
            each_edge(row, [&](std::uint32_t column, std::int64_t weight) {
                *next++ = {static_cast<Cost>(range.largest - weight), column};
            });
            own.worked(begin[row + 1] - begin[row]);
        }
    });
    Graph<Offers<Cost>> graph;
    graph.rows = {std::move(begin), std::move(offers)};
    graph.columns = transposed(graph.rows, problem.columns(), watch);
    graph.largest = range.largest;
    graph.spread = range.largest - range.least;
    return graph;
}

template <typename EachEdge>
AnyGraph narrow_or_wide(const Problem& problem, std::vector<std::uint64_t> begin, const Range& range,
                        const EachEdge& each_edge, Watch& watch)
{
    if (range.fits_32_bits())
        return laid_out<std::uint32_t>(problem, std::move(begin), range, each_edge, watch);
    return laid_out<std::int64_t>(problem, std::move(begin), range, each_edge, watch);
}

// `most_edges`: no fewer than `each_edge` has.
template <typename EachEdge>
AnyGraph narrow_or_wide(const Problem& problem, std::size_t most_edges, const EachEdge& each_edge,
                        Watch& watch)
{
    Range range;
    std::mutex adding;
    std::vector<std::uint64_t> begin(problem.rows() + 1);  // first, how many edges the row before has
    work_in_blocks(problem.rows(), most_edges, watch, [&](Watch& own, std::size_t first, std::size_t end) {
        Range here;
        for (auto row = static_cast<std::uint32_t>(first); row < end && !own.stopped(); ++row) {
            std::uint64_t edges = 0;
            each_edge(row, [&](std::uint32_t, std::int64_t weight) {
                here.add(weight);
                ++edges;
            });
            begin[row + 1] = edges;
            own.worked(edges);
        }
        const std::lock_guard lock(adding);
        range.add(here);
    });
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    if (begin.back() == 0) range.add(0);
    return narrow_or_wide(problem, std::move(begin), range, each_edge, watch);
}

std::uint64_t places_of(const Problem& problem)
{
    std::uint64_t places = 0;
    for (const std::int32_t capacity : problem.capacity)
        places += static_cast<std::uint64_t>(capacity);
    return places;
}

// Whether every row may have every column, and edges have weights of their own only.
bool is_matrix(const Problem& problem, std::size_t tier)
{
    if (problem.edges() == 0 || problem.edges() != problem.rows() * problem.columns()) return false;
    if (tier == problem.tiers.size() || problem.tiers[tier].edge.empty()) return false;
    const Tier& parts = problem.tiers[tier];
    if (parts.each != 0 || !parts.row.empty() || !parts.column.empty()) return false;
    return std::find(problem.capacity.begin(), problem.capacity.end(), 0) == problem.capacity.end();
}

// Whether a matrix need not be laid out as lists: rows are the scarce side, or the method for full matrices,
// which alone has a way with others, can solve it.
bool may_stay_matrix(const Problem& problem, const Graph<Matrix>& graph)
{
    const std::uint64_t places = places_of(problem);
    return problem.rows() <= places || (places == problem.columns() && has_small_weights(graph));
}

Graph<Matrix> matrix_of(const Problem& problem, std::size_t tier, const Range& range)
{
    const MatrixWeights weights{problem.tiers[tier].edge.data(), problem.tiers[tier].costs, range.largest};
    const std::size_t rows = problem.rows();
    const std::size_t columns = problem.columns();
    return {Matrix(weights, rows, columns, columns, 1), Matrix(weights, columns, 1, rows, columns),
            range.largest, range.largest - range.least};
}

}  // namespace

AnyGraph graph_of(const Problem& problem, const CheckedProblem& checked, const Numbering& numbering,
                  std::size_t tier, bool matrix, Watch& watch)
{
    if (matrix && is_matrix(problem, tier)) {
        Graph<Matrix> graph = matrix_of(problem, tier, Range(checked.weights[tier]));
        if (may_stay_matrix(problem, graph)) return graph;
    }
    if (PlainEdges::are_in(problem, tier)) {
        const PlainEdges edges(problem, numbering, tier);
        return narrow_or_wide(problem, edges.begins(), Range(checked.weights[tier]), edges, watch);
    }
    return narrow_or_wide(problem, problem.edges(), EdgesOfProblem(problem, numbering, tier), watch);
}

Graph<Offers64> tight_edges(const Graph<Matrix>& graph, bool flat, const Nodes& rows, const Nodes& columns,
                            Watch& watch)
{
    const auto each_tight = [&](std::uint32_t row, auto visit) {
        if (watch.stopped()) return;
        graph.rows.visit_all(row, [&](const Offer<std::int64_t>& offer) {
            const std::int64_t weight = flat ? 0 : graph.largest - offer.cost;
            if (rows.dual[row] + columns.dual[offer.node] == weight) visit(offer);
        });
        watch.worked(graph.rows.degree(row));
    };
    std::vector<std::uint64_t> begin = {0};
    OfferList<std::int64_t> offers;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        each_tight(row, [&](const Offer<std::int64_t>& offer) { offers.push_back(offer); });
        begin.push_back(offers.size());
        if (offers.size() <= many || begin[row] > many) continue;
        // To move so many again and again would take longer than to count the others.
        std::size_t others = 0;
        for (std::uint32_t other = row + 1; other < rows.size(); ++other)
            each_tight(other, [&](const Offer<std::int64_t>&) { ++others; });
        offers.reserve(offers.size() + others);
    }
    Graph<Offers64> tight{{std::move(begin), std::move(offers)}, {}, graph.largest, graph.spread};
    tight.columns = transposed(tight.rows, columns.size(), watch);
    return tight;
}

AnyGraph reweighed(const Problem& problem, const Numbering& numbering, std::size_t tier, const AnyGraph& face,
                   Watch& watch)
{
    if (const auto* narrow = std::get_if<Graph<Offers32>>(&face))
        return narrow_or_wide(problem, narrow->rows.count(), EdgesOfFace(problem, numbering, tier, *narrow),
                              watch);
    if (const auto* wide = std::get_if<Graph<Offers64>>(&face))
        return narrow_or_wide(problem, wide->rows.count(), EdgesOfFace(problem, numbering, tier, *wide),
                              watch);
    // A matrix: every edge.
    return narrow_or_wide(problem, problem.edges(), EdgesOfProblem(problem, numbering, tier), watch);
}

}  // namespace befriend
