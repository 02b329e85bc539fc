#pragma once

#include <befriend/candidates/candidate_graph.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace befriend {

/// A CandidateGraph as Boost.Graph sees it: undirected, without parallel edges. Children are the vertices 0
/// to children() - 1, volunteers follow. Models VertexListGraph, EdgeListGraph, IncidenceGraph and
/// AdjacencyGraph, so it carries Boost's searches, connected components and maximum-cardinality matching.
///
/// The only header of befriend that names Boost; `befriend.hpp` leaves it out. Keeps 8 bytes a pair of its
/// own. Constant afterwards; const calls may run together. Making it takes O(vertices + pairs).
class BoostCandidateGraph {
public:
    /// One pair, seen from `source`. Equal from both ends.
    struct Edge {
        std::size_t source = 0;
        std::size_t target = 0;
        friend bool operator==(Edge a, Edge b) noexcept
        {
            return (a.source == b.source && a.target == b.target) ||
                   (a.source == b.target && a.target == b.source);
        }
        friend bool operator!=(Edge a, Edge b) noexcept { return !(a == b); }
    };

    /// Makes the edge at a position of the neighbour lists.
    struct EdgeFrom {
        const BoostCandidateGraph* graph = nullptr;
        std::size_t source = 0;
        Edge operator()(std::uint64_t at) const noexcept { return {source, graph->neighbour_[at]}; }
    };

    /// Makes the edge at a position of the children's lists.
    struct EdgeAt {
        const BoostCandidateGraph* graph = nullptr;
        Edge operator()(std::uint64_t at) const noexcept
        {
            return {graph->child_at_[at], graph->neighbour_[at]};
        }
    };

    using Position = boost::counting_iterator<std::uint64_t>;

    explicit BoostCandidateGraph(const CandidateGraph& graph)
        : children_(graph.children()), pairs_(graph.pairs())
    {
        const std::size_t vertices = graph.children() + graph.volunteers;
        begin_.assign(vertices + 1, 0);
        for (std::size_t child = 0; child < children_; ++child) {
            begin_[child + 1] = graph.row_begin[child + 1] - graph.row_begin[child];
        }
        for (const std::uint32_t volunteer : graph.volunteer)
            ++begin_[children_ + volunteer + 1];
        for (std::size_t vertex = 0; vertex < vertices; ++vertex)
            begin_[vertex + 1] += begin_[vertex];

        neighbour_.resize(2 * pairs_);
        child_at_.resize(pairs_);
        std::vector<std::uint64_t> next(begin_.begin(), begin_.end());
        for (std::size_t child = 0; child < children_; ++child) {
            for (const std::uint32_t volunteer : graph.volunteers_of(child)) {
                child_at_[next[child]] = static_cast<std::uint32_t>(child);
                neighbour_[next[child]++] = static_cast<std::uint32_t>(children_ + volunteer);
                neighbour_[next[children_ + volunteer]++] = static_cast<std::uint32_t>(child);
            }
        }
    }

    /// The vertex of a child or of a volunteer, by position.
    [[nodiscard]] std::size_t child(std::size_t position) const noexcept { return position; }
    [[nodiscard]] std::size_t volunteer(std::size_t position) const noexcept { return children_ + position; }

    friend std::size_t num_vertices(const BoostCandidateGraph& g) noexcept { return g.begin_.size() - 1; }
    friend std::size_t num_edges(const BoostCandidateGraph& g) noexcept { return g.pairs_; }
    friend std::size_t source(Edge edge, const BoostCandidateGraph&) noexcept { return edge.source; }
    friend std::size_t target(Edge edge, const BoostCandidateGraph&) noexcept { return edge.target; }

    friend std::pair<boost::counting_iterator<std::size_t>, boost::counting_iterator<std::size_t>> vertices(
        const BoostCandidateGraph& g) noexcept
    {
        return {boost::counting_iterator<std::size_t>(0),
                boost::counting_iterator<std::size_t>(num_vertices(g))};
    }
    friend std::pair<boost::transform_iterator<EdgeAt, Position>, boost::transform_iterator<EdgeAt, Position>>
    edges(const BoostCandidateGraph& g) noexcept
    {
        return {{Position(0), EdgeAt{&g}}, {Position(g.pairs_), EdgeAt{&g}}};
    }
    friend std::pair<boost::transform_iterator<EdgeFrom, Position>,
                     boost::transform_iterator<EdgeFrom, Position>>
    out_edges(std::size_t vertex, const BoostCandidateGraph& g) noexcept
    {
        const EdgeFrom from{&g, vertex};
        return {{Position(g.begin_[vertex]), from}, {Position(g.begin_[vertex + 1]), from}};
    }
    friend std::size_t out_degree(std::size_t vertex, const BoostCandidateGraph& g) noexcept
    {
        return g.begin_[vertex + 1] - g.begin_[vertex];
    }
    friend std::pair<std::vector<std::uint32_t>::const_iterator, std::vector<std::uint32_t>::const_iterator>
    adjacent_vertices(std::size_t vertex, const BoostCandidateGraph& g) noexcept
    {
        const auto at = [&g](std::uint64_t position) {
            return g.neighbour_.begin() + static_cast<std::ptrdiff_t>(position);
        };
        return {at(g.begin_[vertex]), at(g.begin_[vertex + 1])};
    }

private:
    std::size_t children_;
    std::size_t pairs_;
    std::vector<std::uint64_t> begin_;      // vertices + 1 offsets into neighbour_
    std::vector<std::uint32_t> neighbour_;  // the children's lists first, so their positions are the pairs'
    std::vector<std::uint32_t> child_at_;   // of each position in the children's lists
};

}  // namespace befriend

namespace boost {

template <>
struct graph_traits<befriend::BoostCandidateGraph> {
    using Graph = befriend::BoostCandidateGraph;
    struct traversal_category : vertex_list_graph_tag,
                                edge_list_graph_tag,
                                incidence_graph_tag,
                                adjacency_graph_tag {};
    using vertex_descriptor = std::size_t;
    using edge_descriptor = Graph::Edge;
    using directed_category = undirected_tag;
    using edge_parallel_category = disallow_parallel_edge_tag;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = counting_iterator<std::size_t>;
    using edge_iterator = transform_iterator<Graph::EdgeAt, Graph::Position>;
    using out_edge_iterator = transform_iterator<Graph::EdgeFrom, Graph::Position>;
    using in_edge_iterator = void;  // none: what `filtered_graph`, and so the matching's verifier, asks for
    using adjacency_iterator = std::vector<std::uint32_t>::const_iterator;
    static vertex_descriptor null_vertex() noexcept { return static_cast<std::size_t>(-1); }
};

}  // namespace boost
