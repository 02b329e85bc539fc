// Parts by union-find: each pair joins the sets of its two people, and every union of two sets leaves one
// part less. A set is a tree whose root stands for it; on the way to the root every other node is hung one
// higher.
//
// R. E. Tarjan, J. van Leeuwen, "Worst-case analysis of set union algorithms", Journal of the ACM 31 (1984)
// 245-281 (path halving).

#include <befriend/candidates/components.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace befriend {
namespace {

class Sets {
public:
    explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

    /// Whether they were apart.
    bool join(std::uint32_t a, std::uint32_t b) noexcept
    {
        a = root(a);
        b = root(b);
        parent_[std::max(a, b)] = std::min(a, b);
        return a != b;
    }

private:
    std::uint32_t root(std::uint32_t node) noexcept
    {
        while (parent_[node] != node)
            node = parent_[node] = parent_[parent_[node]];
        return node;
    }

    std::vector<std::uint32_t> parent_;
};

}  // namespace

std::size_t count_components(const CandidateGraph& graph)
{
    const std::size_t children = graph.children();
    Sets sets(children + graph.volunteers);
    std::vector<bool> has_pair(graph.volunteers, false);
    std::size_t parts = 0;
    for (std::size_t child = 0; child < children; ++child) {
        const auto volunteers = graph.volunteers_of(child);
        if (!volunteers.empty()) ++parts;
        for (const std::uint32_t volunteer : volunteers) {
            if (!has_pair[volunteer]) ++parts;
            has_pair[volunteer] = true;
            if (sets.join(static_cast<std::uint32_t>(child),
                          static_cast<std::uint32_t>(children + volunteer)))
                --parts;
        }
    }
    return parts;
}

}  // namespace befriend
