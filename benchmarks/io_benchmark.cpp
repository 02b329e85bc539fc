#include "waiting_lists.hpp"
#include <befriend/io/read_json_table.hpp>
#include <befriend/io/write_proposal.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/proposal/propose.hpp>

#include <string>
#include <vector>

namespace befriend::benchmarks {
namespace {

// Children and volunteers from JSON to typed tables; `check_round` measures what comes after.
void read_tables(benchmark::State& state)
{
    const Tables tables = tables_of(static_cast<std::size_t>(state.range(0)));
    const std::string children = write_json_table(Table::children, tables);
    const std::string volunteers = write_json_table(Table::volunteers, tables);
    for (auto _ : state) {
        Tables read;
        std::vector<Fault> faults;
        read_json_table(Table::children, children, {}, read, faults);
        read_json_table(Table::volunteers, volunteers, {}, read, faults);
        if (!faults.empty()) state.SkipWithError("the invented list does not read back");
        benchmark::DoNotOptimize(read);
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(children.size() + volunteers.size()) *
                            state.iterations());
}
BENCHMARK(read_tables)->Apply(sizes);

void write_proposal(benchmark::State& state)
{
    const Round& round = round_of(static_cast<std::size_t>(state.range(0)));
    const Proposal& proposal = proposal_of(static_cast<std::size_t>(state.range(0)));
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes = proposal_json(round, proposal).size() + certificate_json(round, proposal).size();
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}
BENCHMARK(write_proposal)->Apply(sizes);

}  // namespace
}  // namespace befriend::benchmarks
