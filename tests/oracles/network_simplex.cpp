// LEMON 1.3.1 uses members of std::allocator that C++20 took away, so this file is C++17.

#include "oracles/network_simplex.hpp"

#include <lemon/list_graph.h>
#include <lemon/network_simplex.h>

#include <stdexcept>

namespace befriend::test {

// One unit from each row, through a pair to its column or straight to the sink, which takes what columns
// have.
std::int64_t best_total_by_network_simplex(std::uint32_t rows, const std::vector<std::int32_t>& capacity,
                                           const std::vector<CountedPair>& pairs)
{
    using Graph = lemon::ListDigraph;
    Graph graph;
    std::vector<Graph::Node> row_nodes;
    std::vector<Graph::Node> column_nodes;
    for (std::uint32_t row = 0; row < rows; ++row)
        row_nodes.push_back(graph.addNode());
    for (std::size_t column = 0; column < capacity.size(); ++column)
        column_nodes.push_back(graph.addNode());
    const Graph::Node sink = graph.addNode();

    Graph::ArcMap<std::int64_t> upper(graph);
    Graph::ArcMap<std::int64_t> cost(graph);
    Graph::NodeMap<std::int64_t> supply(graph, 0);
    const auto connect = [&](Graph::Node from, Graph::Node to, std::int64_t most, std::int64_t weight) {
        const Graph::Arc arc = graph.addArc(from, to);
        upper[arc] = most;
        cost[arc] = -weight;
    };
    for (const Graph::Node row : row_nodes) {
        connect(row, sink, 1, 0);
        supply[row] = 1;
    }
    for (std::size_t column = 0; column < capacity.size(); ++column)
        connect(column_nodes[column], sink, capacity[column], 0);
    for (const CountedPair& pair : pairs)
        connect(row_nodes[pair.row], column_nodes[pair.column], 1, pair.weight);
    supply[sink] = -static_cast<std::int64_t>(rows);

    lemon::NetworkSimplex<Graph, std::int64_t> simplex(graph);
    simplex.upperMap(upper).costMap(cost).supplyMap(supply);
    if (simplex.run() != decltype(simplex)::OPTIMAL) throw std::runtime_error("no optimum");
    return -simplex.totalCost<std::int64_t>();
}

}  // namespace befriend::test
