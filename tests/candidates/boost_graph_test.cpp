#include "catch2.hpp"
#include "scoring/random_round.hpp"
#include <befriend/assignment/solve.hpp>
#include <befriend/candidates/boost_graph.hpp>
#include <befriend/candidates/components.hpp>
#include <befriend/candidates/find_candidates.hpp>

#include <boost/concept/assert.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/max_cardinality_matching.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace befriend;
using namespace befriend::test;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<BoostCandidateGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<BoostCandidateGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<BoostCandidateGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<BoostCandidateGraph>));

namespace {

using Index = boost::typed_identity_property_map<std::size_t>;

CandidateGraph random_graph(std::uint32_t seed)
{
    RandomRound given = random_round(seed, 4 + seed % 9, 3 + seed % 8);
    given.policy.minimum_points = 0;
    const Round round = given.round();
    return find_candidates(round, Eligibility(round), Scorer(round)).value();
}

// The part of each vertex by union-find: the smallest vertex of its part.
std::vector<std::size_t> parts_of(const CandidateGraph& graph)
{
    std::vector<std::size_t> part(graph.children() + graph.volunteers);
    std::iota(part.begin(), part.end(), std::size_t{0});
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t child = 0; child < graph.children(); ++child) {
            for (const std::uint32_t volunteer : graph.volunteers_of(child)) {
                auto& a = part[child];
                auto& b = part[graph.children() + volunteer];
                changed |= a != b;
                a = b = std::min(a, b);
            }
        }
    }
    return part;
}

template <class T>
auto map_of(std::vector<T>& values)
{
    return boost::make_iterator_property_map(values.begin(), Index());
}

std::size_t matched_children(const CandidateGraph& graph)
{
    const std::vector<std::int32_t> one_each(graph.volunteers, 1);
    Problem problem;
    problem.row_begin = graph.row_begin;
    problem.column = graph.volunteer;
    problem.capacity = one_each;
    problem.tiers.emplace_back().each = 1;
    const Solution solution = solve(problem);
    REQUIRE(solution.status == SolveStatus::optimal);
    return static_cast<std::size_t>(solution.value.front());
}

}  // namespace

TEST_CASE("boost_graph: vertices, edges and neighbours are those of the candidates", "[candidates][property]")
{
    const auto seed = GENERATE(range(0U, 60U));
    CAPTURE(seed);
    const CandidateGraph graph = random_graph(seed);
    const BoostCandidateGraph pairs(graph);
    REQUIRE(num_vertices(pairs) == graph.children() + graph.volunteers);
    REQUIRE(num_edges(pairs) == graph.pairs());
    CHECK(pairs.child(2) == 2);
    CHECK(pairs.volunteer(2) == graph.children() + 2);

    std::set<std::pair<std::size_t, std::size_t>> expected;
    for (std::size_t child = 0; child < graph.children(); ++child) {
        for (const std::uint32_t volunteer : graph.volunteers_of(child))
            expected.emplace(child, graph.children() + volunteer);
    }
    std::set<std::pair<std::size_t, std::size_t>> listed;
    const auto [first, last] = edges(pairs);
    for (auto edge = first; edge != last; ++edge)
        CHECK(listed.emplace(source(*edge, pairs), target(*edge, pairs)).second);
    CHECK(listed == expected);

    std::set<std::pair<std::size_t, std::size_t>> incident;
    for (std::size_t vertex = 0; vertex < num_vertices(pairs); ++vertex) {
        std::vector<std::size_t> targets;
        const auto [out, out_end] = out_edges(vertex, pairs);
        for (auto edge = out; edge != out_end; ++edge) {
            CHECK(source(*edge, pairs) == vertex);
            targets.push_back(target(*edge, pairs));
            incident.emplace(std::minmax(vertex, targets.back()));
        }
        const auto [near, near_end] = adjacent_vertices(vertex, pairs);
        CHECK(std::vector<std::size_t>(near, near_end) == targets);
        CHECK(out_degree(vertex, pairs) == targets.size());
    }
    CHECK(incident == expected);
}

TEST_CASE("boost_graph: an edge is equal from both ends", "[candidates][example]")
{
    using Edge = BoostCandidateGraph::Edge;
    CHECK(Edge{1, 5} == Edge{5, 1});
    CHECK(Edge{1, 5} == Edge{1, 5});
    CHECK(Edge{1, 5} != Edge{1, 4});
    CHECK(Edge{1, 5} != Edge{4, 1});
}

TEST_CASE("boost_graph: a breadth-first search reaches the vertices of one part", "[candidates][oracle]")
{
    const auto seed = GENERATE(range(100U, 140U));
    CAPTURE(seed);
    const CandidateGraph graph = random_graph(seed);
    const BoostCandidateGraph pairs(graph);
    const std::vector<std::size_t> part = parts_of(graph);
    for (std::size_t start = 0; start < num_vertices(pairs); ++start) {
        constexpr std::size_t never = static_cast<std::size_t>(-1);
        std::vector<std::size_t> steps(num_vertices(pairs), never);
        steps[start] = 0;
        std::vector<boost::default_color_type> colour(num_vertices(pairs));
        boost::breadth_first_search(pairs, start,
                                    boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                                       map_of(steps), boost::on_tree_edge())))
                                        .color_map(map_of(colour))
                                        .vertex_index_map(Index()));
        for (std::size_t vertex = 0; vertex < part.size(); ++vertex)
            CHECK((steps[vertex] != never) == (part[vertex] == part[start]));
    }
}

TEST_CASE("boost_graph: connected components are those of union-find", "[candidates][oracle]")
{
    const auto seed = GENERATE(range(200U, 300U));
    CAPTURE(seed);
    const CandidateGraph graph = random_graph(seed);
    const BoostCandidateGraph pairs(graph);
    const std::vector<std::size_t> part = parts_of(graph);
    std::vector<std::size_t> component(num_vertices(pairs));
    const std::size_t components =
        boost::connected_components(pairs, map_of(component), boost::vertex_index_map(Index()));
    CHECK(components == std::set<std::size_t>(part.begin(), part.end()).size());
    for (std::size_t a = 0; a < part.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b)
            CHECK((component[a] == component[b]) == (part[a] == part[b]));
    }

    std::map<std::size_t, std::size_t> members;
    for (const std::size_t one : part)
        ++members[one];
    const auto with_a_pair =
        std::count_if(members.begin(), members.end(), [](const auto& entry) { return entry.second > 1; });
    CHECK(count_components(graph) == static_cast<std::size_t>(with_a_pair));
}

TEST_CASE("boost_graph: Edmonds' matching is as large as what the solver finds", "[candidates][oracle]")
{
    const auto seed = GENERATE(range(300U, 450U));
    CAPTURE(seed);
    const CandidateGraph graph = random_graph(seed);
    const BoostCandidateGraph pairs(graph);
    std::vector<std::size_t> mate(num_vertices(pairs));
    boost::edmonds_maximum_cardinality_matching(pairs, map_of(mate), Index());
    const std::size_t size = boost::matching_size(pairs, map_of(mate), Index());
    CHECK(boost::is_a_matching(pairs, map_of(mate), Index()));
    using Verifier =
        boost::maximum_cardinality_matching_verifier<BoostCandidateGraph, decltype(map_of(mate)), Index>;
    CHECK(Verifier::verify_matching(pairs, map_of(mate), Index()));
    CHECK(size == matched_children(graph));
}
