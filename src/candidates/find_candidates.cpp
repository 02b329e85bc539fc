#include "candidates/child_search.hpp"
#include "model/record_watch.hpp"
#include "parallel/fork_join.hpp"
#include <befriend/candidates/find_candidates.hpp>

#include <algorithm>
#include <atomic>
#include <vector>

namespace befriend {
namespace {

using KeepGoing = std::function<bool(std::size_t done, std::size_t total)>;

// The candidates of some children, one child after the other.
struct Batch {
    std::vector<std::uint32_t> eligible;  // one a child
    std::vector<std::uint32_t> pairs;     // one a child
    std::vector<std::uint32_t> volunteer;
    std::vector<Points> points;
};

// Fills `batch` with the children from `first` to before `end`, and counts who is eligible for whom.
void find(const ChildSearch& search, std::size_t first, std::size_t end, Batch& batch,
          std::vector<std::uint32_t>& eligible_of_volunteer)
{
    ChildSearch::Found found;
    for (std::size_t child = first; child < end; ++child) {
        search.find(child, found);
        const std::size_t before = batch.volunteer.size();
        for (std::size_t i = 0; i < found.volunteer.size(); ++i) {
            ++eligible_of_volunteer[found.volunteer[i]];
            if (search.is_below_minimum(found.brief[i])) continue;
            batch.volunteer.push_back(found.volunteer[i]);
            batch.points.push_back(found.brief[i].points);
        }
        batch.eligible.push_back(static_cast<std::uint32_t>(found.volunteer.size()));
        batch.pairs.push_back(static_cast<std::uint32_t>(batch.volunteer.size() - before));
    }
}

// Puts the batches together, in order, and frees each. Of no use once `watch` is stopped.
CandidateGraph joined(std::vector<Batch>&& batches, std::size_t pairs, RecordWatch& watch)
{
    constexpr std::size_t pairs_of_record = 64;  // take as long to copy as a record to look at
    CandidateGraph graph;
    graph.row_begin.push_back(0);
    graph.volunteer.reserve(pairs);
    graph.points.reserve(pairs);
    for (Batch& batch : batches) {
        if (!watch.next(batch.eligible.size() + batch.volunteer.size() / pairs_of_record)) break;
        graph.eligible.insert(graph.eligible.end(), batch.eligible.begin(), batch.eligible.end());
        for (const std::uint32_t of_child : batch.pairs)
            graph.row_begin.push_back(graph.row_begin.back() + of_child);
        graph.volunteer.insert(graph.volunteer.end(), batch.volunteer.begin(), batch.volunteer.end());
        graph.points.insert(graph.points.end(), batch.points.begin(), batch.points.end());
        batch = {};
    }
    return graph;
}

// What each thread has counted, one number a volunteer, put together.
std::vector<std::uint32_t> sum_of(const std::vector<std::vector<std::uint32_t>>& counts,
                                  std::size_t volunteers)
{
    std::vector<std::uint32_t> sum(volunteers, 0);
    for (const auto& of_part : counts)
        for (std::size_t volunteer = 0; volunteer < of_part.size(); ++volunteer)
            sum[volunteer] += of_part[volunteer];
    return sum;
}

}  // namespace

std::optional<CandidateGraph> find_candidates(const Round& round, const Eligibility& eligibility,
                                              const Scorer& scorer, const KeepGoing& keep_going,
                                              std::size_t most_pairs)
{
    constexpr std::size_t batch_size = 256;  // children
    const std::size_t children = round.children().size();
    std::size_t done = 0;
    const KeepGoing goes_on = [&](auto...) { return !keep_going || keep_going(done, children); };
    RecordWatch watch(goes_on, 1);
    const ChildSearch search(round, eligibility, scorer, watch);
    std::vector<Batch> batches((children + batch_size - 1) / batch_size);
    const auto parts = parallel::parts_of(children, {.least = batch_size});
    std::vector<std::vector<std::uint32_t>> eligible_of_volunteer(parts.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> pairs = 0;
    std::atomic<bool> stopped = watch.stopped() || (children > 0 && keep_going && !keep_going(0, children));
    parallel::fork_join(parts, [&](const parallel::Part& part) {
        auto& eligible = eligible_of_volunteer[part.number];
        eligible.assign(round.volunteers().size(), 0);
        for (std::size_t at = next++; at < batches.size() && !stopped; at = next++) {
            const std::size_t first = at * batch_size;
            if (part.number == 0 && first > 0 && keep_going && !keep_going(first, children)) stopped = true;
            if (stopped) return;
            find(search, first, std::min(first + batch_size, children), batches[at], eligible);
            pairs += batches[at].volunteer.size();
            if (pairs > most_pairs) stopped = true;
        }
    });
    if (stopped) return std::nullopt;
    done = children;
    CandidateGraph graph = joined(std::move(batches), pairs, watch);
    if (watch.stopped()) return std::nullopt;
    graph.volunteers = round.volunteers().size();
    graph.eligible_of_volunteer = sum_of(eligible_of_volunteer, graph.volunteers);
    return graph;
}

}  // namespace befriend
