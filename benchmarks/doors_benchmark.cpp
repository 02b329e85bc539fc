// What a door costs: the same waiting list from JSON text to the bytes of its proposal, through the C++
// library and through the C library.

#include "waiting_lists.hpp"
#include <befriend/befriend.h>
#include <befriend/io/read_round.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/io/write_proposal.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/proposal/propose.hpp>

#include <string>

namespace befriend::benchmarks {
namespace {

struct Texts {
    std::string policy;
    std::string children;
    std::string volunteers;
};

Texts texts_of(const benchmark::State& state)
{
    const Tables tables = tables_of(static_cast<std::size_t>(state.range(0)));
    return {write_policy_toml(policy(), false), write_json_table(Table::children, tables),
            write_json_table(Table::volunteers, tables)};
}

void through_cpp(benchmark::State& state)
{
    const Texts texts = texts_of(state);
    for (auto _ : state) {
        const Round round =
            read_round({.children = texts.children, .volunteers = texts.volunteers, .policy = texts.policy});
        benchmark::DoNotOptimize(proposal_json(round, propose(round)));
    }
}
BENCHMARK(through_cpp)->Apply(sizes);

befriend_status propose_by_c(const Texts& texts, std::string& bytes)
{
    befriend_policy* under = nullptr;
    befriend_round* round = nullptr;
    befriend_proposal* proposal = nullptr;
    const auto add = [&](befriend_table table, const std::string& json) {
        return befriend_round_add_json(round, table, json.data(), json.size(), nullptr);
    };
    auto status = befriend_policy_parse(texts.policy.data(), texts.policy.size(), &under, nullptr);
    if (status == BEFRIEND_OK) status = befriend_round_new(under, &round, nullptr);
    if (status == BEFRIEND_OK) status = add(BEFRIEND_CHILDREN, texts.children);
    if (status == BEFRIEND_OK) status = add(BEFRIEND_VOLUNTEERS, texts.volunteers);
    if (status == BEFRIEND_OK)
        status = befriend_propose(round, nullptr, nullptr, nullptr, &proposal, nullptr);
    if (status == BEFRIEND_OK) {
        std::size_t needed = 0;  // the buffer of the last time is large enough
        status = befriend_proposal_get_json(proposal, BEFRIEND_PART_PROPOSAL, bytes.data(), bytes.size(),
                                            &needed, nullptr);
        if (status == BEFRIEND_E_LIMIT) {
            bytes.resize(needed);
            status = befriend_proposal_get_json(proposal, BEFRIEND_PART_PROPOSAL, bytes.data(), bytes.size(),
                                                &needed, nullptr);
        }
    }
    befriend_proposal_free(proposal);
    befriend_round_free(round);
    befriend_policy_free(under);
    return status;
}

void through_c(benchmark::State& state)
{
    const Texts texts = texts_of(state);
    std::string bytes;
    for (auto _ : state)
        if (propose_by_c(texts, bytes) != BEFRIEND_OK) state.SkipWithError("the invented list is refused");
}
BENCHMARK(through_c)->Apply(sizes);

}  // namespace
}  // namespace befriend::benchmarks
