// Parts by union-find: each pair joins the sets of its two people, and every union of two sets leaves one
// part less. Boost.Graph's own `connected_components` would visit each pair from both ends.
//
// R. E. Tarjan, J. van Leeuwen, "Worst-case analysis of set union algorithms", Journal of the ACM 31 (1984)
// 245-281.

#include "model/record_watch.hpp"
#include <befriend/candidates/components.hpp>

#include <boost/pending/disjoint_sets.hpp>

#include <cstdint>
#include <vector>

namespace befriend {

std::size_t count_components(const CandidateGraph& graph)
{
    return *count_components(graph, {});
}

std::optional<std::size_t> count_components(
    const CandidateGraph& graph, const std::function<bool(std::size_t done, std::size_t total)>& keep_going)
{
    constexpr std::size_t pairs_of_record = 64;  // take as long to join as a record to look at
    RecordWatch watch(keep_going, 1);
    const std::size_t children = graph.children();
    boost::disjoint_sets_with_storage<> sets(children + graph.volunteers);
    std::vector<bool> has_pair(graph.volunteers, false);
    std::size_t parts = 0;
    for (std::size_t child = 0; child < children; ++child) {
        const auto volunteers = graph.volunteers_of(child);
        if (!watch.next(1 + volunteers.size() / pairs_of_record)) return std::nullopt;
        if (!volunteers.empty()) ++parts;
        for (const std::uint32_t volunteer : volunteers) {
            if (!has_pair[volunteer]) ++parts;
            has_pair[volunteer] = true;
            const std::size_t of_child = sets.find_set(child);
            const std::size_t of_volunteer = sets.find_set(children + volunteer);
            if (of_child == of_volunteer) continue;
            sets.link(of_child, of_volunteer);
            --parts;
        }
    }
    return parts;
}

}  // namespace befriend
