#pragma once

#include <befriend/candidates/candidate_graph.hpp>

#include <cstddef>
#include <functional>
#include <optional>

namespace befriend {

/// How many independent parts the candidates fall into: connected components with at least one pair. What
/// happens in one of them never touches another. O(children + volunteers + pairs),
/// but for a factor that hardly grows.
[[nodiscard]] std::size_t count_components(const CandidateGraph& graph);

/// The same, unless `keep_going` says no. It is asked every thousand children.
[[nodiscard]] std::optional<std::size_t> count_components(
    const CandidateGraph& graph, const std::function<bool(std::size_t done, std::size_t total)>& keep_going);

}  // namespace befriend
