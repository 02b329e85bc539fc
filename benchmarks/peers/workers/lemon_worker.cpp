// LEMON's network simplex and cost scaling. LEMON 1.3.1 uses members of std::allocator that C++20 took away,
// so this file is C++17.

#include "costs.hpp"

#include <lemon/config.h>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <utility>

namespace befriend::peers {
namespace {

using Graph = lemon::StaticDigraph;

// A map of LEMON that reads a vector. Nodes and arcs have the numbers in which the graph was built.
template <typename Item, typename Number>
struct Read {
    using Key = Item;
    using Value = Number;
    Value operator[](const Item& item) const { return (*values)[static_cast<std::size_t>(Graph::id(item))]; }
    const std::vector<Number>* values;
};

// The instance as a flow: one unit from each row, to the columns. Unless every row has its column for sure, a
// last node takes what the columns have, and from a row itself what stays unassigned, at the high cost.
class Network {
public:
    explicit Network(const Instance& instance)
        : instance_(instance), costs_(instance), is_perfect_(peers::is_perfect(instance))
    {
        if (instance.rows + instance.columns + instance.edges >= std::size_t{1} << 30)
            throw Cannot("more than 2^30 arcs");
        supply_.assign(instance.rows, 1);
        for (std::size_t column = 0; column < instance.columns; ++column)
            supply_.push_back(is_perfect_ ? -instance.capacity[column] : 0);
        if (!is_perfect_) supply_.push_back(-static_cast<int>(instance.rows));
        add_arcs();
    }

    template <typename Algorithm>
    Assignment solve() const
    {
        Graph graph;
        graph.build(static_cast<int>(supply_.size()), arcs_.begin(), arcs_.end());
        Algorithm algorithm(graph);
        algorithm.costMap(Read<Graph::Arc, std::int64_t>{&cost_})
            .upperMap(Read<Graph::Arc, int>{&upper_})
            .supplyMap(Read<Graph::Node, int>{&supply_});
        if (algorithm.run() != Algorithm::OPTIMAL) throw std::runtime_error("no optimum reported");
        return assignment(graph, algorithm);
    }

private:
    void add_arc(std::size_t from, std::size_t to, std::int64_t cost, int upper)
    {
        arcs_.emplace_back(static_cast<int>(from), static_cast<int>(to));
        cost_.push_back(cost);
        upper_.push_back(upper);
    }

    void add_arcs()
    {
        const std::size_t sink = instance_.rows + instance_.columns;
        for (std::size_t row = 0; row < instance_.rows; ++row) {
            for (auto edge = instance_.row_begin[row]; edge < instance_.row_begin[row + 1]; ++edge)
                add_arc(row, instance_.rows + instance_.column[edge], costs_.of(instance_.weight[edge]), 1);
            if (!is_perfect_) add_arc(row, sink, costs_.unassigned(), 1);
        }
        for (std::size_t column = 0; !is_perfect_ && column < instance_.columns; ++column)
            add_arc(instance_.rows + column, sink, 0, instance_.capacity[column]);
    }

    template <typename Algorithm>
    Assignment assignment(const Graph& graph, const Algorithm& algorithm) const
    {
        Assignment columns(instance_.rows, unassigned);
        const int last_column = static_cast<int>(instance_.rows + instance_.columns) - 1;
        for (int arc = 0; arc < graph.arcNum(); ++arc) {
            const auto [from, to] = arcs_[static_cast<std::size_t>(arc)];
            if (from < static_cast<int>(instance_.rows) && to <= last_column &&
                algorithm.flow(graph.arc(arc)) > 0)
                columns[static_cast<std::size_t>(from)] =
                    static_cast<std::uint32_t>(to) - static_cast<std::uint32_t>(instance_.rows);
        }
        return columns;
    }

    const Instance& instance_;
    Costs costs_;
    bool is_perfect_;
    std::vector<int> supply_;
    std::vector<std::pair<int, int>> arcs_;
    std::vector<std::int64_t> cost_;
    std::vector<int> upper_;
};

Assignment by_network_simplex(const Instance& instance)
{
    return Network(instance).solve<lemon::NetworkSimplex<Graph, int, std::int64_t>>();
}

// It multiplies costs by the number of nodes and by a factor of 16, within 64 bits.
Assignment by_cost_scaling(const Instance& instance)
{
    const auto scale = static_cast<std::int64_t>(16 * (instance.rows + instance.columns + 2));
    const Costs costs(instance);
    const std::int64_t dearest = is_perfect(instance) ? costs.dearest() : costs.unassigned();
    if (dearest >= (std::int64_t{1} << 62) / scale) throw Cannot("costs beyond 64 bits");
    return Network(instance).solve<lemon::CostScaling<Graph, int, std::int64_t>>();
}

}  // namespace
}  // namespace befriend::peers

int main(int count, char** words)
{
    using namespace befriend::peers;
    return serve(count, words,
                 {{"network-simplex", {LEMON_VERSION, by_network_simplex}},
                  {"cost-scaling", {LEMON_VERSION, by_cost_scaling}}});
}
