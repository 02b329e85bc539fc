#include "oracles/min_cost_flow.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>

namespace befriend::test {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using EdgeProperties =
    boost::property<boost::edge_capacity_t, std::int64_t,
                    boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor,
                                                    boost::property<boost::edge_weight_t, std::int64_t>>>>;
using Graph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, EdgeProperties>;

void connect(Graph& graph, std::size_t from, std::size_t to, std::int64_t capacity, std::int64_t cost)
{
    const auto edge = add_edge(from, to, graph).first;
    const auto back = add_edge(to, from, graph).first;
    put(boost::edge_capacity, graph, edge, capacity);
    put(boost::edge_capacity, graph, back, 0);
    put(boost::edge_weight, graph, edge, cost);
    put(boost::edge_weight, graph, back, -cost);
    put(boost::edge_reverse, graph, edge, back);
    put(boost::edge_reverse, graph, back, edge);
}

std::int64_t combined_weight(const Problem& problem, std::size_t row, std::uint64_t edge, std::int64_t base)
{
    std::int64_t weight = 0;
    for (const Tier& tier : problem.tiers)
        weight = weight * base + tier.each + (tier.row.empty() ? 0 : tier.row[row]) +
                 (tier.column.empty() ? 0 : tier.column[problem.column[edge]]) +
                 (tier.edge.empty() ? 0
                  : tier.costs      ? -tier.edge[edge]
                                    : tier.edge[edge]);
    return weight;
}

std::int64_t flow_cost(const Graph& graph)
{
    std::int64_t cost = 0;
    for (auto [edge, end] = edges(graph); edge != end; ++edge) {
        const std::int64_t capacity = get(boost::edge_capacity, graph, *edge);
        if (capacity > 0)
            cost += (capacity - get(boost::edge_residual_capacity, graph, *edge)) *
                    get(boost::edge_weight, graph, *edge);
    }
    return cost;
}

}  // namespace

// One unit through every row, either to a column or, for a weight of 0, straight to the sink. A weight w
// costs big - w.
std::vector<std::int64_t> values_by_flow(const Problem& problem, std::int64_t base)
{
    const std::int64_t big = std::int64_t{1} << 40;
    const std::size_t source = problem.rows() + problem.columns();
    const std::size_t sink = source + 1;
    Graph graph(sink + 1);
    for (std::size_t row = 0; row < problem.rows(); ++row) {
        connect(graph, source, row, 1, 0);
        connect(graph, row, sink, 1, big);
        for (std::uint64_t edge = problem.row_begin[row]; edge < problem.row_begin[row + 1]; ++edge)
            connect(graph, row, problem.rows() + problem.column[edge], 1,
                    big - combined_weight(problem, row, edge, base));
    }
    for (std::size_t column = 0; column < problem.columns(); ++column) {
        const std::size_t node = problem.rows() + column;
        // Boost adds up the distances of nodes that cannot be reached, which overflows: so every node can be.
        if (out_degree(node, graph) == 0) {
            connect(graph, source, node, 1, 0);
        } else {
            connect(graph, node, sink, problem.capacity[column], 0);
        }
    }

    boost::successive_shortest_path_nonnegative_weights(graph, source, sink);
    std::int64_t total = static_cast<std::int64_t>(problem.rows()) * big - flow_cost(graph);
    std::vector<std::int64_t> values(problem.tiers.size());
    for (std::size_t tier = problem.tiers.size(); tier-- > 0; total /= base)
        values[tier] = total % base;
    return values;
}

}  // namespace befriend::test
