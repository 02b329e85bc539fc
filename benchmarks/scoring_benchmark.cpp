#include "scoring/kernel_levels.hpp"
#include "scoring/pair_blocks.hpp"
#include "scoring/stated_wishes.hpp"
#include "waiting_lists.hpp"
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <cstdint>
#include <functional>
#include <numeric>
#include <string>
#include <vector>

namespace befriend::benchmarks {
namespace {

void prepare_rules(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(Eligibility(round));
}
BENCHMARK(prepare_rules)->Apply(sizes);

void prepare_criteria(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(Scorer(round));
}
BENCHMARK(prepare_criteria)->Apply(sizes);

// Every pair of 150 children and their volunteers: the cost of one test and of one score.
void test_every_pair(benchmark::State& state)
{
    const Round& round = round_of(150);
    const Eligibility eligibility(round);
    const std::size_t pairs = round.children().size() * round.volunteers().size();
    for (auto _ : state) {
        for (std::size_t child = 0; child < round.children().size(); ++child) {
            for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
                benchmark::DoNotOptimize(eligibility.eligible(child, volunteer));
            }
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(pairs) * state.iterations());
}
BENCHMARK(test_every_pair);

void score_every_pair(benchmark::State& state)
{
    const Round& round = round_of(150);
    const Scorer scorer(round);
    const std::size_t pairs = round.children().size() * round.volunteers().size();
    for (auto _ : state) {
        for (std::size_t child = 0; child < round.children().size(); ++child) {
            for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
                benchmark::DoNotOptimize(scorer.brief(child, volunteer));
            }
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(pairs) * state.iterations());
}
BENCHMARK(score_every_pair);

// What blocks of pairs are scored with, of the round whose arrays `scoring_numpy.py` reads.
struct Blocks {
    Blocks() : watch(always, 1), wishes(round, watch), interests(round, watch), blocks(made()) {}

    PairBlocks made()
    {
        std::vector<PerCriterion<std::int64_t>> weights;
        for (std::size_t child = 0; child < round.children().size(); ++child)
            weights.push_back(scorer.weights_for(child));
        return PairBlocks(round, wishes, interests, weights, watch);
    }

    const Round& round = round_of(20'000);
    Scorer scorer{round};
    std::function<bool(std::size_t, std::size_t)> always;
    RecordWatch watch;
    StatedWishes wishes;
    InterestProfiles interests;
    PairBlocks blocks;
};

// One child in a hundred against every volunteer of England's fourth, by one kernel.
void score_blocks(benchmark::State& state, const block::Kernel* kernel)
{
    static const Blocks given;
    const std::size_t volunteers = given.round.volunteers().size();
    std::vector<std::uint32_t> all(volunteers);
    std::iota(all.begin(), all.end(), 0U);
    std::vector<Scorer::Brief> briefs(volunteers);
    std::int64_t pairs = 0;
    for (auto _ : state) {
        for (std::size_t child = 0; child < given.round.children().size(); child += 100) {
            if (kernel == nullptr) {
                for (std::size_t i = 0; i < volunteers; ++i)
                    briefs[i] = given.scorer.brief(child, i);
            } else if (given.blocks.fits(child)) {
                given.blocks.score(*kernel, child, all, briefs);
            }
            benchmark::DoNotOptimize(briefs.data());
            pairs += static_cast<std::int64_t>(volunteers);
        }
    }
    state.SetItemsProcessed(pairs);
}

const bool registered = [] {
    benchmark::RegisterBenchmark("score_blocks/scalar", score_blocks, nullptr)->Unit(benchmark::kMillisecond);
    for (const block::Kernel* kernel : block::runnable_kernels())
        benchmark::RegisterBenchmark((std::string("score_blocks/") + kernel->level).c_str(), score_blocks,
                                     kernel)
            ->Unit(benchmark::kMillisecond);
    return true;
}();

}  // namespace
}  // namespace befriend::benchmarks
