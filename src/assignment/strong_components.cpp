// Strongly connected components by one depth-first search.
//
// A node is `seen` at a time; `low` is the earliest time that its subtree leads back to. The first node of a
// component to be seen is its root: nothing below leads further back. All that was seen since the root and
// has no component yet is the root's.
//
// The stack is an array, so that a long path takes no more of the program's own stack than a short one.
// Boost.Graph's `strong_components` cannot be stopped.
//
// O(nodes + arcs). R. Tarjan, SIAM Journal on Computing 1 (1972) 146-160.

#include "assignment/strong_components.hpp"

#include <algorithm>
#include <limits>

namespace befriend {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

class ComponentSearch {
public:
    ComponentSearch(const Arcs& arcs, Watch& watch)
        : arcs_(arcs), watch_(watch), seen_(arcs.nodes(), none), low_(arcs.nodes()), next_(arcs.begin)
    {
        found_.of_node.assign(arcs.nodes(), none);
    }

    StrongComponents search()
    {
        for (std::uint32_t root = 0; root < arcs_.nodes() && !watch_.stopped(); ++root)
            if (seen_[root] == none) search_from(root);
        return std::move(found_);
    }

private:
    void search_from(std::uint32_t root)
    {
        enter(root);
        while (!stack_.empty() && !watch_.stopped()) {
            const std::uint32_t at = stack_.back();
            if (next_[at] < arcs_.begin[at + 1]) {
                const std::uint32_t to = arcs_.to[next_[at]++];
                if (seen_[to] == none)
                    enter(to);
                else if (found_.of_node[to] == none)
                    low_[at] = std::min(low_[at], seen_[to]);
                continue;
            }
            watch_.worked(1 + arcs_.begin[at + 1] - arcs_.begin[at]);
            stack_.pop_back();
            if (!stack_.empty()) low_[stack_.back()] = std::min(low_[stack_.back()], low_[at]);
            if (low_[at] == seen_[at]) leave_component(at);
        }
    }

    void enter(std::uint32_t node)
    {
        seen_[node] = low_[node] = time_++;
        stack_.push_back(node);
        path_.push_back(node);
    }

    void leave_component(std::uint32_t root)
    {
        for (bool is_root = false; !is_root; path_.pop_back()) {
            found_.of_node[path_.back()] = found_.count;
            is_root = path_.back() == root;
        }
        ++found_.count;
    }

    const Arcs& arcs_;
    Watch& watch_;
    StrongComponents found_;
    std::vector<std::uint32_t> seen_;
    std::vector<std::uint32_t> low_;
    std::vector<std::uint64_t> next_;   // arc of a node
    std::vector<std::uint32_t> stack_;  // from the root of the search to the node at hand
    std::vector<std::uint32_t> path_;   // nodes that have no component yet
    std::uint32_t time_ = 0;
};

}  // namespace

StrongComponents strong_components(const Arcs& arcs, Watch& watch)
{
    return ComponentSearch(arcs, watch).search();
}

}  // namespace befriend
