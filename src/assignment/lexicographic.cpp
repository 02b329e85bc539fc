// Tiers in strict order of importance, each solved on what the ones before it leave.
//
// Every tier is an assignment in plain 64-bit integers on a face: the edges without slack (graph.hpp), and
// the nodes that must be full (nodes.hpp). Its duals are one component of the vectors u(r), v(c). An edge off
// the face has slack in an earlier component, whatever the later ones say; an edge on it is feasible in this
// one. So the vectors are feasible in lexicographic order, tight on every assigned edge, and prove the whole
// answer: docs/methods/assignment.md.
//
// A first tier that counts pairs is a maximum matching (maximum_matching.cpp). Every other tier is solved by
// searches (tier.cpp), with prices by auction where edges have weights of their own. A tier is flat when only
// nodes have weights; it needs no costs, so the graph is laid out once, with those of the first tier that
// does.
//
// One solve a tier, plus O(edges) to narrow the face. The face: A. Schrijver, "Combinatorial Optimization"
// (2003), section 5.4 (complementary slackness).

#include "assignment/lexicographic.hpp"

#include "assignment/bound.hpp"
#include "assignment/columns_without_places.hpp"
#include "assignment/graph.hpp"
#include "assignment/matching.hpp"
#include "assignment/maximum_matching.hpp"
#include "assignment/nodes.hpp"
#include "assignment/numbering.hpp"
#include "assignment/parts.hpp"
#include "assignment/strong_parts.hpp"
#include "assignment/tier.hpp"
#include "assignment/watch.hpp"
#include "assignment/weights.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace befriend {
namespace {

// Every row, or every column.
Scarce all_of_one_side(const Nodes& rows, const Nodes& columns, bool of_rows)
{
    return {std::vector<bool>(rows.size(), of_rows), std::vector<bool>(columns.size(), !of_rows)};
}

template <typename Lists>
std::vector<std::uint32_t> degrees(const Lists& offers)
{
    std::vector<std::uint32_t> degree(offers.nodes());
    for (std::uint32_t node = 0; node < degree.size(); ++node)
        degree[node] = static_cast<std::uint32_t>(offers.degree(node));
    return degree;
}

// Complementary slackness: a node with a price is full in every best assignment.
void require_priced(Nodes& nodes)
{
    for (std::size_t node = 0; node < nodes.size(); ++node)
        if (nodes.dual[node] != nodes.reserve[node]) nodes.must[node] = 1;
}

std::vector<std::int64_t> with_own_weights(const Nodes& nodes)
{
    std::vector<std::int64_t> duals(nodes.size());
    for (std::size_t node = 0; node < nodes.size(); ++node)
        duals[node] = nodes.dual[node] - nodes.reserve[node];
    return duals;
}

class Solver {
public:
    Solver(const Problem& problem, const CheckedProblem& checked, Watch& watch, const Limits& limits)
        : problem_(problem),
          checked_(checked),
          watch_(watch),
          limits_(limits),
          numbering_(problem, limits.many_nodes, watch)
    {
        rows_.capacity.assign(problem.rows(), 1);
        rows_.must.assign(problem.rows(), 0);
        columns_.capacity.assign(problem.capacity.begin(), problem.capacity.end());
        columns_.capacity = numbering_.columns_here(std::move(columns_.capacity));
        columns_.must.assign(problem.columns(), 0);
        solution_.column_of_row.assign(problem.rows(), Solution::unassigned);
    }

    Solution solve()
    {
        watch_.ask();
        for (std::size_t tier = 0; tier < tiers_with_ties(problem_) && !watch_.stopped(); ++tier)
            solve_tier(tier);
        if (matching_) solution_.column_of_row = matching_->column_of_row();
        if (!watch_.stopped()) use_numbers_of_problem();
        if (!watch_.stopped()) price_columns_without_places(problem_, solution_, watch_);
        if (watch_.stopped()) return stopped_with(bound());
        solution_.status = SolveStatus::optimal;
        solution_.bound = solution_.value;
        return std::move(solution_);
    }

private:
    // Lays out the graph, with the weights of the first tier from this one on that weighs edges.
    void lay_out(std::size_t tier)
    {
        if (weighed_ && (is_flat(problem_, tier) || *weighed_ == tier)) return;
        std::size_t next = tier;
        while (next + 1 < tiers_with_ties(problem_) && is_flat(problem_, next))
            ++next;
        graph_ = weighed_ ? reweighed(problem_, numbering_, next, graph_, watch_)
                          : graph_of(problem_, checked_, numbering_, next, limits_.matrix, watch_);
        if (!weighed_) count_edges();
        weighed_ = next;
    }

    void count_edges()
    {
        std::visit(
            [&](const auto& graph) {
                rows_.degree = degrees(graph.rows);
                columns_.degree = degrees(graph.columns);
            },
            graph_);
        watch_.worked(rows_.size() + columns_.size());
        matching_.emplace(rows_, columns_, watch_);
    }

    void solve_tier(std::size_t tier)
    {
        solve_face(tier);
        if (between_parts_ && !watch_.stopped() && !put_back_between_parts(tier)) {
            restore_face();
            solve_face(tier);
        }
        between_parts_.reset();
        if (watch_.stopped()) return;
        // Duals and pairs prove each other best, so they come to the same.
        solution_.value.push_back(static_cast<std::int64_t>(bound_by_duals(rows_, columns_)));
        solution_.duals.push_back({with_own_weights(rows_), with_own_weights(columns_)});
        watch_.finished(1);
        if (tier + 1 < tiers_with_ties(problem_)) narrow(tier);
    }

    void solve_face(std::size_t tier)
    {
        lay_out(tier);
        if (watch_.stopped()) return;
        const bool flat = is_flat(problem_, tier);
        set_reserves(tier, flat);
        if (watch_.stopped()) return;
        std::visit([&](auto& graph) { solve_face(tier, flat, graph); }, graph_);
    }

    // In a flat tier a node's weight moves from its edges to its reserve.
    void set_reserves(std::size_t tier, bool flat)
    {
        rows_.reserve.assign(rows_.size(), 0);
        columns_.reserve.assign(columns_.size(), 0);
        watch_.worked(rows_.size() + columns_.size());
        if (flat) {
            const Tier& parts = problem_.tiers[tier];
            for (std::uint32_t row = 0; row < rows_.size(); ++row)
                rows_.reserve[row] =
                    -parts.each - (parts.row.empty() ? 0 : parts.row[numbering_.row_of_problem(row)]);
            for (std::uint32_t column = 0; column < parts.column.size(); ++column)
                columns_.reserve[column] = -parts.column[numbering_.column_of_problem(column)];
        }
        rows_.dual = rows_.reserve;
        columns_.dual = columns_.reserve;
        watch_.worked(rows_.size() + columns_.size());
    }

    template <typename Lists>
    void solve_face(std::size_t tier, bool flat, Graph<Lists>& graph)
    {
        paths_are_long_ = false;
        const bool first_counts = tier == 0 && counts_pairs(problem_, tier) && limits_.maximum_matching;
        if (first_counts) {
            find_maximum_matching(graph, rows_, columns_, *matching_, watch_);
            for (std::int64_t& dual : rows_.dual)
                dual -= 1;  // the weight of the row, which its reserve takes back
        } else if (!flat && graph.spread == 0 && limits_.alike && tier > 0 && counts_pairs(problem_, 0)) {
            weigh_all_alike(graph.largest);
        } else {
            const Scarce scarce = scarce_nodes(tier, graph);
            paths_are_long_ =
                befriend::solve_tier(graph, flat, scarce, rows_, columns_, *matching_, limits_, watch_);
        }
        must_at_one_end_ = first_counts;
        if (!watch_.stopped()) return;
        if (first_counts) price_rows(graph, flat, rows_, columns_);
        bound_at_stop_ = bound_by_duals(rows_, columns_);
    }

    // Where pairs are counted first, every assignment of the face has as many: if all edges weigh the same,
    // one is as good as another, and the duals of the first tier, which come to 1 on every edge, times the
    // weight prove it. A node whose dual is not 0 there must be full.
    void weigh_all_alike(std::int64_t weight)
    {
        const TierDuals& counted = solution_.duals.front();
        for (std::uint32_t row = 0; row < rows_.size(); ++row)
            rows_.dual[row] = weight * counted.row[row];
        for (std::uint32_t column = 0; column < columns_.size(); ++column)
            columns_.dual[column] = weight * counted.column[column];
    }

    template <typename Lists>
    Scarce scarce_nodes(std::size_t tier, const Graph<Lists>& graph)
    {
        if (tier < problem_.tiers.size() && is_flat(problem_, tier)) {
            const Tier& parts = problem_.tiers[tier];
            if (!parts.row.empty() && parts.column.empty()) return all_of_one_side(rows_, columns_, true);
            if (parts.row.empty() && !parts.column.empty()) return all_of_one_side(rows_, columns_, false);
        }
        if (must_at_one_end_)
            return {{rows_.must.begin(), rows_.must.end()}, {columns_.must.begin(), columns_.must.end()}};
        return befriend::scarce_nodes(graph, columns_, watch_);
    }

    // Keeps the edges without slack, and the nodes that must be full from now on.
    void narrow(std::size_t tier)
    {
        const bool flat = is_flat(problem_, tier);
        if (const auto* matrix = std::get_if<Graph<Matrix>>(&graph_)) {
            const bool all_are_tight = must_at_one_end_ || (flat && have_opposite_duals(*matrix));
            if (!all_are_tight) graph_ = tight_edges(*matrix, flat, rows_, columns_, watch_);
        } else if (auto* graph = std::get_if<Graph<Offers32>>(&graph_)) {
            keep_tight_edges(*graph, flat);
        } else {
            keep_tight_edges(std::get<Graph<Offers64>>(graph_), flat);
        }
        require_priced(rows_);
        require_priced(columns_);
        if (paths_are_long_ && limits_.strong_parts && !watch_.stopped()) take_out_between_parts();
    }

    void take_out_between_parts()
    {
        between_parts_.emplace(BetweenParts{graph_, *weighed_, rows_.must, columns_.must, {}});
        std::visit(
            [&](auto& graph) {
                if constexpr (!std::is_same_v<std::remove_reference_t<decltype(graph)>, Graph<Matrix>>) {
                    StrongParts& parts = between_parts_->parts.emplace(graph, rows_, columns_,
                                                                       matching_->column_of_row(), watch_);
                    if (!watch_.stopped()) parts.take_out(graph, rows_, columns_, watch_);
                }
            },
            graph_);
        if (!between_parts_->parts) between_parts_.reset();
    }

    // Whether duals are feasible on those edges, too.
    bool put_back_between_parts(std::size_t tier)
    {
        const TierWeights weights(problem_, tier);
        const bool flat = is_flat(problem_, tier);
        const auto weight_of = [&](std::uint32_t row, std::uint32_t column) {
            if (flat) return std::int64_t{0};
            return weights.between(numbering_.row_of_problem(row), numbering_.column_of_problem(column));
        };
        return between_parts_->parts->put_back(rows_, columns_, weight_of, limits_.highest_price);
    }

    void restore_face()
    {
        graph_ = std::move(between_parts_->face);
        weighed_ = between_parts_->weighed;
        rows_.must = std::move(between_parts_->row_must);
        columns_.must = std::move(between_parts_->column_must);
    }

    template <typename Cost>
    void keep_tight_edges(Graph<Offers<Cost>>& graph, bool flat)
    {
        if (flat && have_opposite_duals(graph)) return;
        const auto weight = [&](Cost cost) {
            return flat ? 0 : graph.largest - static_cast<std::int64_t>(cost);
        };
        graph.rows.keep_if(
            [&](std::uint32_t row, const Offer<Cost>& offer) {
                return rows_.dual[row] + columns_.dual[offer.node] == weight(offer.cost);
            },
            watch_);
        graph.columns.keep_if(
            [&](std::uint32_t column, const Offer<Cost>& offer) {
                return columns_.dual[column] + rows_.dual[offer.node] == weight(offer.cost);
            },
            watch_);
    }

    // Whether all rows with edges have one dual, and all columns with edges its opposite: one side is all
    // full.
    template <typename Lists>
    bool have_opposite_duals(const Graph<Lists>& graph) const
    {
        std::int64_t least = std::numeric_limits<std::int64_t>::max();
        std::int64_t most = std::numeric_limits<std::int64_t>::min();
        const auto add = [&](const Lists& offers, const Nodes& nodes, std::int64_t sign) {
            for (std::uint32_t node = 0; node < nodes.size(); ++node) {
                if (offers.degree(node) == 0) continue;
                least = std::min(least, sign * nodes.dual[node]);
                most = std::max(most, sign * nodes.dual[node]);
            }
        };
        add(graph.rows, rows_, 1);
        add(graph.columns, columns_, -1);
        return least >= most;
    }

    void use_numbers_of_problem()
    {
        for (std::uint32_t& column : solution_.column_of_row)
            if (column != Solution::unassigned) column = numbering_.column_of_problem(column);
        solution_.column_of_row = numbering_.rows_of_problem(std::move(solution_.column_of_row));
        for (TierDuals& duals : solution_.duals) {
            duals.row = numbering_.rows_of_problem(std::move(duals.row));
            duals.column = numbering_.columns_of_problem(std::move(duals.column));
        }
    }

    std::vector<std::int64_t> bound() const;

    const Problem& problem_;
    const CheckedProblem& checked_;
    Watch& watch_;
    Limits limits_;
    Numbering numbering_;
    Nodes rows_;
    Nodes columns_;
    AnyGraph graph_;                      // the face of the tier at hand
    std::optional<std::size_t> weighed_;  // the tier whose weights `graph_` has
    std::optional<Matching> matching_;
    bool paths_are_long_ = false;  // of tight edges, in the tier at hand

    // The face before edges between its parts were taken out.
    struct BetweenParts {
        AnyGraph face;
        std::size_t weighed;
        std::vector<std::uint8_t> row_must;
        std::vector<std::uint8_t> column_must;
        std::optional<StrongParts> parts;
    };
    std::optional<BetweenParts> between_parts_;
    bool must_at_one_end_ = false;  // whether every edge joins a node that must be full and one that need not
    Solution solution_;
    std::optional<WideSum> bound_at_stop_;  // of the first tier without a value
};

// Tiers already solved keep their value, which no assignment beats; then duals bound the tier at hand.
std::vector<std::int64_t> Solver::bound() const
{
    std::vector<std::int64_t> bound = bounds_by_weights(problem_, checked_);
    std::copy(solution_.value.begin(), solution_.value.end(), bound.begin());
    if (bound_at_stop_) {
        std::int64_t& at_hand = bound[solution_.value.size()];
        at_hand = static_cast<std::int64_t>(std::min<WideSum>(at_hand, *bound_at_stop_));
    }
    return bound;
}

}  // namespace

Solution stopped_with(std::vector<std::int64_t> bound)
{
    Solution answer;
    answer.status = SolveStatus::stopped;
    answer.bound = std::move(bound);
    return answer;
}

Solution solve_lexicographically(const Problem& problem, const CheckedProblem& checked, Watch& watch,
                                 const Limits& limits)
{
    return Solver(problem, checked, watch, limits).solve();
}

Solution solve_lexicographically(const Problem& problem, const KeepGoing& keep_going, const Limits& limits)
{
    Watch watch(keep_going, tiers_with_ties(problem), {problem.threads});
    const CheckedProblem checked = check_problem(problem, watch);
    if (watch.stopped()) return stopped_with(bounds_of_unchecked(problem));
    return solve_lexicographically(problem, checked, watch, limits);
}

}  // namespace befriend
