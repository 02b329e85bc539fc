// The streamed path on the pairs of a round, found and scored by the library's own rules and criteria
// whenever they are asked for; and beside it the same pairs, found once and stored. One place a volunteer.
//
//     round_stream_benchmark children=83630 threads=1
// Both must come to the same pairs and points.

#include "assignment/streamed/solve_streamed.hpp"
#include "candidates/child_search.hpp"
#include "peers/instances/arguments.hpp"
#include "peers/workers/memory.hpp"
#include "waiting_lists.hpp"
#include <befriend/candidates/find_candidates.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <exception>
#include <vector>

using namespace befriend;

namespace {

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The candidates of a round, child by child.
class RoundSource : public PairSource {
public:
    explicit RoundSource(const ChildSearch& search) : search_(search) {}

    void pairs_of(std::uint32_t child, const TakePairs& take) const override
    {
        ChildSearch::Found found;
        search_.find(child, found);
        std::vector<std::uint32_t> volunteer;
        std::vector<std::int64_t> points;
        for (std::size_t at = 0; at < found.volunteer.size(); ++at) {
            if (search_.is_below_minimum(found.brief[at])) continue;
            volunteer.push_back(found.volunteer[at]);
            points.push_back(found.brief[at].points);
        }
        PairBatch batch{volunteer};
        batch.weight[1] = points;
        if (!volunteer.empty()) take(batch);
    }

private:
    const ChildSearch& search_;
};

Solution solve_stored(const Round& round, const Eligibility& eligibility, const Scorer& scorer)
{
    const auto start = std::chrono::steady_clock::now();
    const CandidateGraph graph = *find_candidates(round, eligibility, scorer);
    const double until_found = seconds_since(start);
    const std::vector<std::int64_t> points(graph.points.begin(), graph.points.end());
    const std::vector<std::uint64_t> row_begin(graph.row_begin.begin(), graph.row_begin.end());
    const std::vector<std::int32_t> capacity(round.volunteers().size(), 1);
    Problem problem{row_begin, graph.volunteer, capacity, {}, {}, {}};
    problem.tiers = {Tier{1, {}, {}, {}}, Tier{0, {}, {}, points}};
    Solution solution = solve(problem);
    std::printf("stored: find pairs  %.3f s, %zu pairs, two threads if the machine has them\n", until_found,
                graph.pairs());
    std::printf("stored: together    %.3f s\n", seconds_since(start));
    return solution;
}

int measure(peers::Arguments& arguments)
{
    const auto children = arguments.count<std::uint32_t>("children");
    const auto threads = static_cast<std::size_t>(arguments.number("threads", 1));
    arguments.expect_all_read();
    const Round& round = benchmarks::round_of(children);
    const Eligibility eligibility(round);
    const Scorer scorer(round);

    const auto start = std::chrono::steady_clock::now();
    const peers::PeakMemory memory;
    const KeepGoing never_asked;
    RecordWatch watch(never_asked, 1);
    const ChildSearch search(round, eligibility, scorer, watch);
    const RoundSource source(search);
    const std::vector<std::int32_t> capacity(round.volunteers().size(), 1);
    StreamedProblem problem{source, children, capacity, {{1, {}, {}, false}, {0, {}, {}, true}}};
    problem.threads = threads;
    std::array<double, 4> until{};  // each of the four phases
    StreamCost cost;
    const auto note = [&](std::size_t phase, std::size_t) {
        until.at(phase) = seconds_since(start);
        return true;
    };
    const Solution streamed = solve_streamed(problem, note, {}, &cost);
    const double seconds = seconds_since(start);
    for (std::size_t phase = 1; phase < until.size(); ++phase)  // short ones do not say that they are over
        until[phase] = std::max(until[phase], until[phase - 1]);
    std::printf("choose a core       %.3f s, %zu of %zu pairs\n", until[0], cost.chosen, cost.pairs);
    std::printf("solve it            %.3f s\n", until[1] - until[0]);
    std::printf("price               %.3f s, %zu passes\n", until[2] - until[1], cost.passes);
    std::printf("check               %.3f s\n", seconds - until[2]);
    std::printf("streamed: together  %.3f s, %.0f MiB\n", seconds, memory.extra_mib());

    const Solution stored = solve_stored(round, eligibility, scorer);
    const bool agree =
        streamed.status == SolveStatus::optimal && streamed.column_of_row == stored.column_of_row;
    std::printf("%lld pairs, %lld points%s\n", static_cast<long long>(stored.value[0]),
                static_cast<long long>(stored.value[1]), agree ? "" : "; THEY DIFFER");
    return agree ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        peers::Arguments arguments({argv + 1, static_cast<std::size_t>(argc - 1)});
        return measure(arguments);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "round_stream_benchmark: %s\n", error.what());
        return 1;
    }
}
