#include "assignment/strong_components.hpp"

#include "catch2.hpp"
#include "scoring/random_round.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

using ArcList = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

ArcList random_arcs(std::size_t nodes, std::size_t count, Dice& dice)
{
    ArcList list;
    while (nodes > 0 && list.size() < count)
        list.emplace_back(dice.below(nodes), dice.below(nodes));
    return list;
}

Arcs laid_out(std::size_t nodes, const ArcList& list)
{
    return arcs_of(nodes, [&](auto visit) {
        for (const auto& [from, to] : list)
            visit(from, to);
    });
}

// One circle through all nodes: the longest path that a search can meet.
ArcList circle(std::uint32_t nodes)
{
    ArcList list;
    for (std::uint32_t node = 0; node < nodes; ++node)
        list.emplace_back(node, (node + 1) % nodes);
    return list;
}

StrongComponents components_of(const Arcs& arcs)
{
    const KeepGoing never;
    Watch watch(never, 1);
    return strong_components(arcs, watch);
}

std::vector<std::size_t> by_boost(std::size_t nodes, const ArcList& list)
{
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph(nodes);
    for (const auto& [from, to] : list)
        boost::add_edge(from, to, graph);
    std::vector<std::size_t> component(nodes);
    boost::strong_components(
        graph, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));
    return component;
}

}  // namespace

TEST_CASE("strong_components: those of Boost.Graph, and arcs lead to lower numbers", "[assignment][oracle]")
{
    const auto seed = GENERATE(range(0U, 200U));
    CAPTURE(seed);
    Dice dice(seed);
    const std::size_t nodes = dice.below(40);
    const ArcList list = random_arcs(nodes, dice.below(3 * nodes + 1), dice);
    const StrongComponents found = components_of(laid_out(nodes, list));
    const std::vector<std::size_t> expected = by_boost(nodes, list);
    REQUIRE(found.of_node.size() == nodes);
    for (std::size_t a = 0; a < nodes; ++a) {
        CHECK(found.of_node[a] < found.count);
        for (std::size_t b = 0; b < nodes; ++b)
            CHECK((found.of_node[a] == found.of_node[b]) == (expected[a] == expected[b]));
    }
    for (const auto& [from, to] : list)
        CHECK(found.of_node[to] <= found.of_node[from]);
}

TEST_CASE("strong_components: a circle of a million nodes is one component", "[assignment][example]")
{
    constexpr std::uint32_t nodes = 1'000'000;
    const StrongComponents found = components_of(laid_out(nodes, circle(nodes)));
    CHECK(found.count == 1);
    CHECK(found.of_node == std::vector<std::uint32_t>(nodes, 0));
}

TEST_CASE("strong_components: stopped within a component, it asks no more", "[assignment][property]")
{
    const std::uint32_t nodes = GENERATE(300'000U, 600'000U);
    CAPTURE(nodes);
    const Arcs arcs = laid_out(nodes, circle(nodes));
    const auto questions_until = [&](std::size_t stop_at) {
        std::size_t asked = 0;
        const KeepGoing keep_going = [&](auto, auto) { return ++asked < stop_at; };
        Watch watch(keep_going, 1);
        static_cast<void>(strong_components(arcs, watch));
        return asked;
    };
    const std::size_t all = questions_until(nodes);
    CHECK(all >= 2 * nodes / (std::size_t{1} << 18));
    for (std::size_t stop_at = 1; stop_at <= all; ++stop_at)
        CHECK(questions_until(stop_at) == stop_at);
}
