// What can be wrong with a problem, in one pass that needs no memory.
//
// The last rule proves that no later sum overflows. Let m = min(rows, total capacity), and `spread` the
// largest weight of an edge less the smallest, in one tier, with 0 counted among the weights. While a tier
// that weighs edges is solved
//   (price)  prices of an auction start at 0, those of a reverse one at best edges; none rises above 2^60
//            (`Limits::highest_price`), so what an auction leaves is below 2^60 + 2 * spread in size
//   (start)  searches find these prices on one side; the other side's duals begin at their best edges there
//   (move)   once a search is over, a dual that moved in it is joined to the end of the search by a path of
//            tight edges, at most m upwards and m downwards, whose weights are added with alternating signs.
//            So it is at most m * spread away from the end's dual, which is 0 or as the auction left it, or
//            from minus that: duals end below 2^60 + (m + 3) * spread
//   (all)    where searches begin together, not every root is settled by a round, and until it is, its
//            dual lies between where it began and where it will end; a dual that moves is at most m * spread
//            away from its root's, and so below 2^60 + (2 * m + 4) * spread. It moves in every later round,
//            unless nothing does, until its root is settled or a path of the round crosses its own to the
//            root: then it is joined to an end, so that (move) holds for it too
//   (label)  the distance of a node and its dual add up to the root's dual and such a sum of weights; a label
//            is that, one more dual and a weight: below 2 * 2^60 + (4 * m + 8) * spread
// So (m + 2) * spread < 2^60 keeps every number below 6 * 2^60, and 2^63. The weights of `ties` are below
// 2^40, which allows m up to 2^20 - 3, more than a million pairs.
//
// Potentials of parts (strong_parts.cpp) are added in 128 bits and move no dual to 2^60 or beyond; what an
// edge demands of them is a weight less two duals, below 5 * 2^60.
//
// A full matrix is solved in 32 bits where that is safe, with a proof of its own (dense/search.cpp); what it
// leaves is smaller than the bounds above.
//
// In a flat tier (nodes.hpp) edges count 0, so nothing is added up along a path: every dual is 0 or the
// weight of some node, but for its sign, and those are below 2^60 (`is_flat` in lexicographic.cpp), or has
// moved with its part. Where all edges weigh the same and pairs were counted, it is 0 or that weight.

#include "assignment/fault.hpp"

#include "assignment/range.hpp"
#include "assignment/shared_pass.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <utility>

namespace befriend {
namespace {

using Fault = std::optional<ProblemFault>;

using Wide = WideSum;

constexpr std::uint64_t most_edges = std::uint64_t{1} << 40;
constexpr std::size_t weights_at_once = std::size_t{1} << 15;
constexpr Wide safe = Wide{1} << 60;

Fault offsets_fault(const Problem& problem) noexcept
{
    const auto offsets = problem.row_begin;
    if (offsets.empty()) {
        if (problem.edges() == 0) return {};
        return ProblemFault{ProblemRule::offsets_ascend, 0};
    }
    if (offsets.front() != 0) return ProblemFault{ProblemRule::offsets_ascend, 0};
    for (std::size_t at = 1; at < offsets.size(); ++at)
        if (offsets[at] < offsets[at - 1]) return ProblemFault{ProblemRule::offsets_ascend, at};
    if (offsets.back() != problem.edges())
        return ProblemFault{ProblemRule::offsets_ascend, offsets.size() - 1};
    return {};
}

// Whether the columns of a row ascend. Without a way out of the loop, so that it compiles to vector
// instructions.
bool ascend(std::span<const std::uint32_t> columns) noexcept
{
    bool ascending = true;
    for (std::size_t at = 1; at < columns.size(); ++at)
        ascending &= columns[at - 1] < columns[at];
    return ascending;
}

Fault edges_fault(const Problem& problem, std::size_t row) noexcept
{
    const std::uint64_t begin = problem.row_begin[row];
    for (std::uint64_t at = begin; at < problem.row_begin[row + 1]; ++at) {
        if (problem.column[at] >= problem.columns()) return ProblemFault{ProblemRule::column_exists, at};
        if (at > begin && problem.column[at] <= problem.column[at - 1])
            return ProblemFault{ProblemRule::columns_ascend, at};
    }
    return {};
}

Fault edges_fault(const Problem& problem, Watch& watch)
{
    std::atomic<std::size_t> faulty = problem.rows();  // the first such row
    work_in_blocks(
        problem.rows(), problem.edges(), watch, [&](Watch& own, std::size_t first, std::size_t end) {
            for (std::size_t row = first; row < end && !own.stopped() && row < faulty; ++row) {
                const std::uint64_t begin = problem.row_begin[row];
                const auto columns = problem.column.subspan(begin, problem.row_begin[row + 1] - begin);
                own.worked(columns.size());
                if (columns.empty() || (ascend(columns) && columns.back() < problem.columns())) continue;
                for (std::size_t other = faulty; row < other && !faulty.compare_exchange_weak(other, row);) {
                }
            }
        });
    return faulty < problem.rows() ? edges_fault(problem, faulty) : Fault{};
}

Fault capacity_fault(const Problem& problem) noexcept
{
    for (std::size_t column = 0; column < problem.columns(); ++column)
        if (problem.capacity[column] < 0) return ProblemFault{ProblemRule::capacity_not_negative, column};
    return {};
}

Fault sizes_fault(const Problem& problem) noexcept
{
    const auto agrees = [](std::size_t size, std::size_t full) { return size == 0 || size == full; };
    if (problem.tiers.size() > Problem::most_tiers)
        return ProblemFault{ProblemRule::few_tiers, Problem::most_tiers};
    for (std::size_t at = 0; at < problem.tiers.size(); ++at) {
        const Tier& tier = problem.tiers[at];
        if (!agrees(tier.row.size(), problem.rows()) || !agrees(tier.column.size(), problem.columns()) ||
            !agrees(tier.edge.size(), problem.edges()))
            return ProblemFault{ProblemRule::sizes_agree, at};
    }
    if (!agrees(problem.row_key.size(), problem.rows()) ||
        !agrees(problem.column_key.size(), problem.columns()))
        return ProblemFault{ProblemRule::sizes_agree, problem.tiers.size()};
    return {};
}

// What edges weigh in a tier that weighs nothing else. In parts, for whoever may want to stop it.
WeightRange range_of_edges(const Tier& tier, Watch& watch)
{
    std::int64_t least = tier.edge.front();
    std::int64_t most = tier.edge.front();
    std::mutex adding;
    const std::size_t size = tier.edge.size();
    work_in_blocks(size, size / 4, watch, [&](Watch& own, std::size_t first, std::size_t end) {
        for (std::size_t at = first; at < end && !own.stopped(); at += weights_at_once) {
            const auto part = tier.edge.subspan(at, std::min(weights_at_once, end - at));
            const auto [least_here, most_here] = least_and_most(part);
            own.worked(part.size());
            const std::lock_guard lock(adding);
            least = std::min(least, least_here);
            most = std::max(most, most_here);
        }
    });
    if (tier.costs) return {Wide{tier.each} - most, Wide{tier.each} - least};
    return {Wide{tier.each} + least, Wide{tier.each} + most};
}

// There are edges.
WeightRange range(const Problem& problem, const Tier& tier, Watch& watch)
{
    if (tier.row.empty() && tier.column.empty() && !tier.edge.empty()) return range_of_edges(tier, watch);
    std::optional<WeightRange> range;
    const bool all_alike = tier.column.empty() && tier.edge.empty();  // so that one edge of a row will do
    for (std::size_t row = 0; row < problem.rows() && !watch.stopped(); ++row) {
        const Wide of_row = Wide{tier.each} + (tier.row.empty() ? 0 : tier.row[row]);
        const std::uint64_t begin = problem.row_begin[row];
        const std::uint64_t end = problem.row_begin[row + 1];
        const std::uint64_t looked_at = all_alike ? std::min(begin + 1, end) : end;
        for (std::uint64_t edge = begin; edge < looked_at; ++edge) {
            const Wide of_edge = tier.edge.empty() ? 0 : tier.edge[edge];
            const Wide weight = of_row + (tier.column.empty() ? 0 : tier.column[problem.column[edge]]) +
                                (tier.costs ? -of_edge : of_edge);
            if (!range) range = {weight, weight};
            range->least = std::min(range->least, weight);
            range->most = std::max(range->most, weight);
        }
        watch.worked(looked_at - begin + 1);
    }
    return range.value_or(WeightRange{});
}

// No sum can overflow. Leaves what it has seen in `weights`.
Fault sums_fault(const Problem& problem, std::span<WeightRange> weights, Watch& watch)
{
    if (problem.edges() == 0) return {};
    std::array<Wide, Problem::most_tiers + 1> spreads{};
    std::size_t tiers = 0;
    for (const Tier& tier : problem.tiers) {
        weights[tiers] = range(problem, tier, watch);
        // 0 is counted among them.
        spreads[tiers] = std::max<Wide>(weights[tiers].most, 0) - std::min<Wide>(weights[tiers].least, 0);
        ++tiers;
    }
    if (problem.ties) spreads[tiers++] = tie_spread;
    return overflow_fault(problem.rows(), problem.capacity, std::span(spreads).first(tiers));
}

}  // namespace

Fault overflow_fault(std::size_t rows, std::span<const std::int32_t> capacity,
                     std::span<const WideSum> spread) noexcept
{
    std::uint64_t units = 0;
    for (const std::int32_t places : capacity)
        units += static_cast<std::uint64_t>(places);
    const Wide most_pairs = std::min<std::uint64_t>(rows, units);
    for (std::size_t at = 0; at < spread.size(); ++at)
        if ((most_pairs + 2) * spread[at] >= safe) return ProblemFault{ProblemRule::no_overflow, at};
    return {};
}

CheckedProblem check_problem(const Problem& problem, Watch& watch)
{
    if (problem.rows() > most_nodes) return {ProblemFault{ProblemRule::size_limit, problem.rows()}};
    if (problem.columns() > most_nodes) return {ProblemFault{ProblemRule::size_limit, problem.columns()}};
    if (problem.edges() > most_edges) return {ProblemFault{ProblemRule::size_limit, problem.edges()}};
    if (const Fault fault = offsets_fault(problem)) return {fault};
    if (const Fault fault = edges_fault(problem, watch)) return {fault};
    if (const Fault fault = capacity_fault(problem)) return {fault};
    if (const Fault fault = sizes_fault(problem)) return {fault};
    CheckedProblem checked;
    checked.fault = sums_fault(problem, checked.weights, watch);
    return checked;
}

std::optional<ProblemFault> first_fault(const Problem& problem) noexcept
{
    const KeepGoing never_asked;
    Watch watch(never_asked, 1);
    return check_problem(problem, watch).fault;
}

}  // namespace befriend
