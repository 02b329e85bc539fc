// The same for Arrow streams: whatever fails, the stream that comes in is released, and one that went out
// says so and can be asked again.

#include "failing_memory.hpp"
#include <befriend/befriend.h>
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <nanoarrow/nanoarrow.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace {

using namespace befriend::test;

constexpr befriend_table proposal_tables[] = {BEFRIEND_PROPOSALS, BEFRIEND_WAITING,      BEFRIEND_UNUSED,
                                              BEFRIEND_REASONS,   BEFRIEND_ALTERNATIVES, BEFRIEND_CANDIDATES};

befriend_round* invented_round(befriend_policy** policy)
{
    befriend::WaitingListOptions options;
    options.preset = "county";
    options.children = 8;
    options.volunteers = 6;
    const auto list = befriend::waiting_list(options, befriend::built_in_vocabulary());
    if (!list) give_up("inputs", 0, "no such preset");
    const std::string toml = befriend::write_policy_toml(list->policy, false);
    befriend_round* round = nullptr;
    need(befriend_policy_parse(toml.data(), toml.size(), policy, nullptr), "policy");
    need(befriend_round_new(*policy, &round, nullptr), "round");
    for (befriend_table table = BEFRIEND_CHILDREN; table <= BEFRIEND_BLOCKS; ++table) {
        const auto json = befriend::write_json_table(static_cast<befriend::Table>(table - 1), list->tables);
        need(befriend_round_add_json(round, table, json.data(), json.size(), nullptr), "a table");
    }
    return round;
}

// A round with blocks enough for two batches, which two threads write and read; each of them takes memory.
befriend_round* long_round(const befriend_policy* policy)
{
    std::string blocks = "[";
    for (int block = 0; block < 16'400; ++block)
        blocks += (block == 0 ? "" : ",") + std::string(R"({"child_id": "C-)") + std::to_string(block) +
                  R"(", "volunteer_id": "V-1", "reason": "a_reason_with_memory_of_its_own"})";
    blocks += "]";
    befriend_round* round = nullptr;
    need(befriend_round_new(policy, &round, nullptr), "round");
    need(befriend_round_add_json(round, BEFRIEND_BLOCKS, blocks.data(), blocks.size(), nullptr), "blocks");
    return round;
}

// Reads a stream to its end, and gives back its error number.
int read(ArrowArrayStream& stream)
{
    ArrowSchema schema;
    if (const int error = stream.get_schema(&stream, &schema); error != 0) return error;
    schema.release(&schema);
    for (;;) {
        ArrowArray array;
        if (const int error = stream.get_next(&stream, &array); error != 0) return error;
        if (array.release == nullptr) return 0;
        array.release(&array);
    }
}

// `open(out, err)` hands out a stream.
template <class Open>
void fail_stream(const char* name, Open open, long stride = 1)
{
    fail_each(name, [&](auto run, befriend_error** err) {
        ArrowArrayStream stream{};
        const befriend_status status = run([&] { return open(&stream, err); });
        if ((stream.release != nullptr) != (status == BEFRIEND_OK))
            give_up(name, 0, "no stream, or a wrong one");
        if (stream.release != nullptr) stream.release(&stream);
        return status;
    });
    for (const Failing how : {Failing::once, Failing::from_then_on}) {
        for (long allocation = 0;; allocation += stride) {
            ArrowArrayStream stream{};
            const long before = live();
            need(open(&stream, nullptr), name);
            const int error = under_test(how, allocation, [&] { return read(stream); });
            const char* const words = stream.get_last_error(&stream);
            if (error != 0 && (error != ENOMEM || std::strcmp(words, "not enough memory") != 0))
                give_up(name, allocation, "the stream does not say what it lacks");
            if (error != 0 && read(stream) != 0) give_up(name, allocation, "the stream cannot be read again");
            stream.release(&stream);
            if (live() != before) give_up(name, allocation, "memory was kept");
            if (failures() == 0) break;
        }
    }
}

void fail_adding(const befriend_round* from, befriend_table table, const befriend_policy* policy,
                 long stride = 1)
{
    const auto step = [&](auto run, befriend_error** err) {
        befriend_round* round = nullptr;
        ArrowArrayStream stream{};
        need(befriend_round_new(policy, &round, nullptr), "befriend_round_new");
        need(befriend_round_get_arrow(from, table, &stream, nullptr), "befriend_round_get_arrow");
        const auto status = run([&] { return befriend_round_add_arrow(round, table, &stream, err); });
        if (stream.release != nullptr) give_up("befriend_round_add_arrow", 0, "the stream was not released");
        if (status != BEFRIEND_OK) {
            need(befriend_round_get_arrow(from, table, &stream, nullptr), "befriend_round_get_arrow");
            need(befriend_round_add_arrow(round, table, &stream, nullptr), "the same again");
        }
        befriend_round_free(round);
        return status;
    };
    fail_each("befriend_round_add_arrow", step, BEFRIEND_OK, stride);
}

}  // namespace

int main()
{
    befriend_policy* policy = nullptr;
    befriend_round* const round = invented_round(&policy);
    befriend_proposal* proposal = nullptr;
    need(befriend_propose(round, nullptr, nullptr, nullptr, &proposal, nullptr), "befriend_propose");
    for (befriend_table table = BEFRIEND_CHILDREN; table <= BEFRIEND_BLOCKS; ++table) {
        fail_stream("befriend_round_get_arrow",
                    [&](auto... out) { return befriend_round_get_arrow(round, table, out...); });
    }
    for (const befriend_table table : proposal_tables) {
        fail_stream("befriend_proposal_get_arrow",
                    [&](auto... out) { return befriend_proposal_get_arrow(proposal, table, out...); });
    }
    for (befriend_table table = BEFRIEND_CHILDREN; table <= BEFRIEND_BLOCKS; ++table)
        fail_adding(round, table, policy);
    constexpr long one_of_many = 1'499;
    befriend_round* const blocks = long_round(policy);
    fail_stream(
        "befriend_round_get_arrow",
        [&](auto... out) { return befriend_round_get_arrow(blocks, BEFRIEND_BLOCKS, out...); }, one_of_many);
    fail_adding(blocks, BEFRIEND_BLOCKS, policy, one_of_many);
    befriend_round_free(blocks);
    befriend_proposal_free(proposal);
    befriend_round_free(round);
    befriend_policy_free(policy);
    return 0;
}
