// Children and volunteers through the C library as Arrow streams, in and out: the sizes of the other
// benchmarks.

#include <befriend/befriend.h>

#include <benchmark/benchmark.h>
#include <nanoarrow/nanoarrow.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace nano = befriend_nanoarrow;

struct FreeRound {
    void operator()(befriend_round* round) const { befriend_round_free(round); }
};
using OwnedRound = std::unique_ptr<befriend_round, FreeRound>;

constexpr befriend_table tables[] = {BEFRIEND_CHILDREN, BEFRIEND_VOLUNTEERS};

// The list of waiting_lists.hpp with this many children.
OwnedRound invented(std::int64_t children)
{
    constexpr std::string_view preset = "national-2019";
    befriend_round* round = nullptr;
    befriend_round_invent(preset.data(), preset.size(), 1, children, children * 25'000 / 83'630, &round,
                          nullptr);
    return OwnedRound(round);
}

OwnedRound empty_round()
{
    befriend_policy* policy = nullptr;
    befriend_round* round = nullptr;
    befriend_policy_parse("", 0, &policy, nullptr);
    befriend_round_new(policy, &round, nullptr);
    befriend_policy_free(policy);
    return OwnedRound(round);
}

// A table that is in memory already, as a data frame is.
struct Frame {
    nano::UniqueSchema schema;
    std::vector<nano::UniqueArray> batches;
    std::size_t next = 0;
};

Frame frame_of(const befriend_round& round, befriend_table table)
{
    Frame frame;
    nano::UniqueArrayStream stream;
    befriend_round_get_arrow(&round, table, stream.get(), nullptr);
    stream->get_schema(stream.get(), frame.schema.get());
    for (;;) {
        nano::UniqueArray batch;
        stream->get_next(stream.get(), batch.get());
        if (batch->release == nullptr) return frame;
        frame.batches.push_back(std::move(batch));
    }
}

// A stream that lends the batches of the frame, which outlives it.
ArrowArrayStream lend(Frame& frame)
{
    frame.next = 0;
    ArrowArrayStream stream{};
    stream.private_data = &frame;
    stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
        return ArrowSchemaDeepCopy(static_cast<Frame*>(of->private_data)->schema.get(), out);
    };
    stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) {
        auto& frame_of_it = *static_cast<Frame*>(of->private_data);
        out->release = nullptr;
        if (frame_of_it.next == frame_of_it.batches.size()) return 0;
        *out = *frame_of_it.batches[frame_of_it.next++].get();
        out->release = [](ArrowArray* array) { array->release = nullptr; };
        return 0;
    };
    stream.release = [](ArrowArrayStream* of) { of->release = nullptr; };
    return stream;
}

void arrow_in(benchmark::State& state)
{
    const OwnedRound from = invented(state.range(0));
    Frame frames[] = {frame_of(*from, BEFRIEND_CHILDREN), frame_of(*from, BEFRIEND_VOLUNTEERS)};
    OwnedRound round;
    for (auto _ : state) {
        state.PauseTiming();
        round = empty_round();  // and the last one goes
        state.ResumeTiming();
        for (std::size_t at = 0; at < 2; ++at) {
            ArrowArrayStream stream = lend(frames[at]);
            if (befriend_round_add_arrow(round.get(), tables[at], &stream, nullptr) != BEFRIEND_OK)
                state.SkipWithError("the invented list does not read back");
        }
    }
}

void arrow_out(benchmark::State& state)
{
    const OwnedRound round = invented(state.range(0));
    for (auto _ : state) {
        for (const befriend_table table : tables) {
            const Frame frame = frame_of(*round, table);
            if (frame.batches.empty()) state.SkipWithError("nothing was handed out");
        }
    }
}

void sizes(benchmark::internal::Benchmark* benchmark)
{
    benchmark->Unit(benchmark::kMillisecond)->ArgName("children")->MeasureProcessCPUTime()->UseRealTime();
    for (const int children : {30, 150, 1'200, 20'000, 83'630})
        benchmark->Arg(children);
}

BENCHMARK(arrow_in)->Apply(sizes);
BENCHMARK(arrow_out)->Apply(sizes);

}  // namespace
