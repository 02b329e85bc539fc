#pragma once

#include "assignment/watch.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// The arcs of a directed graph in compressed rows: those of a node are the positions begin[node] to
/// begin[node + 1] - 1.
struct Arcs {
    std::vector<std::uint64_t> begin;
    std::vector<std::uint32_t> to;

    [[nodiscard]] std::size_t nodes() const { return begin.size() - 1; }
};

/// Lays out the arcs for which `each_arc(visit)` calls `visit(from, to)`. It is called twice, and visits the
/// same arcs, or the second time none. O(nodes + arcs).
template <typename EachArc>
Arcs arcs_of(std::size_t nodes, const EachArc& each_arc)
{
    Arcs arcs;
    arcs.begin.assign(nodes + 2, 0);  // shifted by one place, which filling takes back
    each_arc([&](std::uint32_t from, std::uint32_t) { ++arcs.begin[from + 2]; });
    for (std::size_t at = 2; at < arcs.begin.size(); ++at)
        arcs.begin[at] += arcs.begin[at - 1];
    arcs.to.resize(arcs.begin.back());
    each_arc([&](std::uint32_t from, std::uint32_t to) { arcs.to[arcs.begin[from + 1]++] = to; });
    arcs.begin.pop_back();
    return arcs;
}

/// The strongly connected components: nodes that arcs lead between both ways.
struct StrongComponents {
    std::vector<std::uint32_t> of_node;  ///< arcs lead to lower numbers, or stay
    std::uint32_t count = 0;
};

/// Finds them. Of no use once `watch` has stopped. O(nodes + arcs).
[[nodiscard]] StrongComponents strong_components(const Arcs& arcs, Watch& watch);

}  // namespace befriend
