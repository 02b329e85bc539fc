// What Boost.Graph has for assignment: flows of least cost, and the matching of greatest weight.

#include "costs.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/cycle_canceling.hpp>
#include <boost/graph/maximum_weighted_matching.hpp>
#include <boost/graph/push_relabel_max_flow.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <boost/version.hpp>

#include <numeric>

namespace befriend::peers {
namespace {

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
struct Arc {
    std::int64_t capacity = 0;
    std::int64_t residual = 0;
    std::int64_t cost = 0;
    Traits::edge_descriptor reverse;
};
using FlowGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Arc>;

// The instance as a flow from a source through rows and columns to a sink. A maximum flow of least cost is
// what is asked, without a cost of staying unassigned.
class Network {
public:
    explicit Network(const Instance& instance)
        : instance_(instance),
          graph_(instance.rows + instance.columns + 2),
          source_(instance.rows + instance.columns),
          sink_(source_ + 1)
    {
        const Costs costs(instance);
        for (std::size_t row = 0; row < instance.rows; ++row) {
            add_arc(source_, row, 1, 0);
            for (auto edge = instance.row_begin[row]; edge < instance.row_begin[row + 1]; ++edge)
                add_arc(row, instance.rows + instance.column[edge], 1, costs.of(instance.weight[edge]));
        }
        for (std::size_t column = 0; column < instance.columns; ++column)
            add_arc(instance.rows + column, sink_, instance.capacity[column], 0);
    }

    Assignment by_successive_shortest_paths()
    {
        boost::successive_shortest_path_nonnegative_weights(
            graph_, source_, sink_,
            boost::capacity_map(get(&Arc::capacity, graph_))
                .residual_capacity_map(get(&Arc::residual, graph_))
                .weight_map(get(&Arc::cost, graph_))
                .reverse_edge_map(get(&Arc::reverse, graph_)));
        return assignment();
    }

    Assignment by_cycle_canceling()
    {
        boost::push_relabel_max_flow(graph_, source_, sink_, get(&Arc::capacity, graph_),
                                     get(&Arc::residual, graph_), get(&Arc::reverse, graph_),
                                     get(boost::vertex_index, graph_));
        boost::cycle_canceling(graph_, boost::residual_capacity_map(get(&Arc::residual, graph_))
                                           .weight_map(get(&Arc::cost, graph_))
                                           .reverse_edge_map(get(&Arc::reverse, graph_)));
        return assignment();
    }

private:
    void add_arc(std::size_t from, std::size_t to, std::int64_t capacity, std::int64_t cost)
    {
        const auto there = add_edge(from, to, graph_).first;
        const auto back = add_edge(to, from, graph_).first;
        graph_[there] = {capacity, 0, cost, back};
        graph_[back] = {0, 0, -cost, there};
    }

    Assignment assignment() const
    {
        Assignment columns(instance_.rows, unassigned);
        for (std::size_t row = 0; row < instance_.rows; ++row) {
            for (const auto arc : boost::make_iterator_range(out_edges(row, graph_))) {
                if (graph_[arc].capacity == 1 && graph_[arc].residual == 0)
                    columns[row] = static_cast<std::uint32_t>(target(arc, graph_) - instance_.rows);
            }
        }
        return columns;
    }

    const Instance& instance_;
    FlowGraph graph_;
    std::size_t source_;
    std::size_t sink_;
};

// The weight of an edge is what it saves against two persons who stay alone.
Assignment by_weighted_matching(const Instance& instance)
{
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                        boost::property<boost::edge_weight_t, std::int64_t>>;
    if (std::any_of(instance.capacity, instance.capacity + instance.columns,
                    [](int room) { return room != 1; }))
        throw Cannot("capacities");
    const Costs costs(instance);
    Graph graph(instance.rows + instance.columns);
    for (std::size_t row = 0; row < instance.rows; ++row) {
        for (auto edge = instance.row_begin[row]; edge < instance.row_begin[row + 1]; ++edge)
            add_edge(row, instance.rows + instance.column[edge],
                     costs.unassigned() - costs.of(instance.weight[edge]), graph);
    }
    std::vector<Graph::vertex_descriptor> mate(num_vertices(graph));
    boost::maximum_weighted_matching(graph, mate.data());
    Assignment columns(instance.rows, unassigned);
    for (std::size_t row = 0; row < instance.rows; ++row) {
        if (mate[row] != boost::graph_traits<Graph>::null_vertex())
            columns[row] = static_cast<std::uint32_t>(mate[row] - instance.rows);
    }
    return columns;
}

Assignment by_successive_shortest_paths(const Instance& instance)
{
    return Network(instance).by_successive_shortest_paths();
}

Assignment by_cycle_canceling(const Instance& instance)
{
    return Network(instance).by_cycle_canceling();
}

std::string boost_version()
{
    return std::to_string(BOOST_VERSION / 100000) + "." + std::to_string(BOOST_VERSION / 100 % 1000);
}

}  // namespace
}  // namespace befriend::peers

int main(int count, char** words)
{
    using namespace befriend::peers;
    return serve(count, words,
                 {{"successive-shortest-paths", {boost_version(), by_successive_shortest_paths}},
                  {"cycle-canceling", {boost_version(), by_cycle_canceling}},
                  {"weighted-matching", {boost_version(), by_weighted_matching}}});
}
