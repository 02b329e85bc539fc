#pragma once

#include <befriend/candidates/candidate_graph.hpp>

#include <cstddef>

namespace befriend {

/// How many independent parts the candidates fall into: connected components with at least one pair. What
/// happens in one of them never touches another. O(children + volunteers + pairs),
/// but for a factor that hardly grows.
[[nodiscard]] std::size_t count_components(const CandidateGraph& graph);

}  // namespace befriend
