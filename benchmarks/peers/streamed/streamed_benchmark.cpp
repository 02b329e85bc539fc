// The streamed path on all pairs of a region, scored whenever they are asked for: time by phase and peak
// memory.
//
//     streamed_benchmark children=75400 volunteers=60000 authorities=152 radius=90 seed=17 ties=0 threads=2
// The total is that of the scores; the cost is what is missing to full scores.

#include "assignment/streamed/solve_streamed.hpp"
#include "instances/arguments.hpp"
#include "people_source.hpp"
#include "workers/memory.hpp"

#include <array>
#include <chrono>
#include <cstdio>
#include <exception>
#include <numeric>

using namespace befriend;
using namespace befriend::peers;

namespace {

Region region_of(Arguments& arguments)
{
    Region region;
    region.children = arguments.count<std::uint32_t>("children");
    region.volunteers = arguments.count<std::uint32_t>("volunteers");
    region.authorities = static_cast<std::uint32_t>(arguments.number("authorities", 152));
    region.radius = arguments.number("radius", region.radius);
    region.spread = arguments.number("spread", region.spread);
    region.width = arguments.number("width", region.width);
    region.height = arguments.number("height", region.height);
    region.imbalance = arguments.number("imbalance", 0.5);
    region.seed = arguments.count("seed");
    return region;
}

double seconds_since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void measure_pass(const PeopleSource& source)
{
    const auto start = std::chrono::steady_clock::now();
    std::size_t pairs = 0;
    const TakePairs count = [&](const PairBatch& batch) { pairs += batch.column.size(); };
    for (std::uint32_t child = 0; child < source.children(); ++child)
        source.pairs_of(child, count);
    const auto candidates = static_cast<double>(source.candidates());
    const double seconds = seconds_since(start);
    std::printf("one pass alone      %.3f s, %.0f volunteers looked at, %.2f ns each, %zu pairs\n", seconds,
                candidates, 1e9 * seconds / candidates, pairs);
}

int measure(Arguments& arguments)
{
    const Region region = region_of(arguments);
    const bool ties = arguments.number("ties", 1) != 0;
    const auto threads = static_cast<std::size_t>(arguments.number("threads", 1));
    arguments.expect_all_read();

    const PeopleSource source(region);
    measure_pass(source);
    const std::vector<std::int32_t> capacity(source.volunteers(), 1);
    StreamedProblem problem{source, source.children(), capacity, {{1, {}, {}, false}, {0, {}, {}, true}}};
    problem.ties = ties;
    problem.threads = threads;

    const PeakMemory memory;
    const auto start = std::chrono::steady_clock::now();
    std::array<double, 4> until{};  // each of the four phases, as the solve says which it is in
    StreamCost cost;
    const Solution solution = solve_streamed(
        problem,
        [&](std::size_t phase, std::size_t) {
            until.at(phase) = seconds_since(start);
            return true;
        },
        {}, &cost);
    const double seconds = seconds_since(start);
    if (solution.status != SolveStatus::optimal) {
        std::printf("no answer: status %d\n", static_cast<int>(solution.status));
        return 1;
    }
    std::printf("choose a core       %.3f s, %zu of %zu pairs\n", until[0], cost.chosen, cost.pairs);
    std::printf("solve it            %.3f s\n", until[1] - until[0]);
    std::printf("price               %.3f s, %zu passes, %zu pairs added, %zu solves\n", until[2] - until[1],
                cost.passes, cost.added, cost.solves);
    std::printf("check               %.3f s\n", seconds - until[2]);
    std::printf("together            %.3f s, %.0f MiB beyond people\n", seconds, memory.extra_mib());
    std::printf("matched %lld, total %lld, cost %lld\n", static_cast<long long>(solution.value[0]),
                static_cast<long long>(solution.value[1]),
                static_cast<long long>(solution.value[0] * PeopleSource::full_score - solution.value[1]));
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        Arguments arguments({argv + 1, static_cast<std::size_t>(argc - 1)});
        return measure(arguments);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "streamed_benchmark: %s\n", error.what());
        return 1;
    }
}
