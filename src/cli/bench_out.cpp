#include "cli/bench_out.hpp"

#include "cli/progress.hpp"
#include "cli/text_columns.hpp"
#include <befriend/proposal/propose.hpp>
#include <befriend/version.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>

namespace befriend::cli {
namespace {

using std::chrono::nanoseconds;

const StepCost& cost_of(const BenchRuns& runs, Step step)
{
    return runs.costs[static_cast<std::size_t>(step)];
}

nanoseconds total_time(const BenchRuns& runs)
{
    nanoseconds total{0};
    for (const StepCost& cost : runs.costs)
        total += cost.time;
    return total;
}

nanoseconds total_of_twice(const BenchResult& result)
{
    nanoseconds total{0};
    for (const Step step : steps)
        total += time_of_twice(result, step);
    return total;
}

std::uint64_t peak_of(const BenchRuns& runs)
{
    std::uint64_t peak = 0;
    for (const StepCost& cost : runs.costs)
        peak = std::max(peak, cost.peak_bytes);
    return peak;
}

std::int64_t microseconds(nanoseconds time)
{
    return std::chrono::round<std::chrono::microseconds>(time).count();
}

// How many a second; 0 when the time is too short to be seen.
std::uint64_t rate(std::uint64_t count, nanoseconds time)
{
    if (time.count() == 0) return 0;
    return static_cast<std::uint64_t>(1e9 * static_cast<double>(count) / static_cast<double>(time.count()));
}

// A rate for people, of which three digits mean something.
std::string rounded_rate(std::uint64_t count, nanoseconds time)
{
    std::uint64_t value = rate(count, time);
    std::uint64_t unit = 1;
    while (value / unit >= 1000)
        unit *= 10;
    value = (value + unit / 2) / unit * unit;
    return grouped(value);
}

// 12.3 ms
std::string time_text(nanoseconds time)
{
    const auto tenths = static_cast<std::uint64_t>((time.count() + 50'000) / 100'000);
    return grouped(tenths / 10) + "." + std::to_string(tenths % 10) + " ms";
}

std::string size_text(std::uint64_t bytes)
{
    constexpr std::uint64_t mega = 1'000'000;
    return grouped((bytes + mega / 2) / mega) + " MB";
}

bool is_about_pairs(Step step)
{
    return step == Step::candidates || step == Step::assignment;
}

std::string size_of(const BenchCounts& counts)
{
    return grouped(counts.children) + " children, " + grouped(counts.volunteers) + " volunteers, " +
           grouped(counts.candidate_pairs) + " candidate pairs";
}

std::string steps_text(const BenchResult& result)
{
    const BenchRuns& whole = result.whole;
    TextColumns table(1, {"Step", "Time", "Children/s", "Pairs/s", "Memory", "Twice the list"});
    for (const Step step : steps) {
        const StepCost& cost = cost_of(whole, step);
        table.add(std::string(name_of(step)));
        table.add(time_text(cost.time));
        table.add(rounded_rate(whole.counts.children, cost.time));
        table.add(is_about_pairs(step) ? rounded_rate(whole.counts.candidate_pairs, cost.time) : "");
        table.add(size_text(cost.resident_bytes));
        table.add(time_text(time_of_twice(result, step)));
    }
    table.add("all");
    table.add(time_text(total_time(whole)));
    table.add(rounded_rate(whole.counts.children, total_time(whole)));
    table.add("");
    table.add(size_text(peak_of(whole)));
    table.add(time_text(total_of_twice(result)));
    return table.text();
}

nlohmann::json counts_json(const BenchRuns& runs)
{
    return {{"children", runs.counts.children},
            {"volunteers", runs.counts.volunteers},
            {"candidate_pairs", runs.counts.candidate_pairs},
            {"runs", runs.runs},
            {"time_us", microseconds(total_time(runs))}};
}

nlohmann::json step_json(const BenchResult& result, Step step)
{
    const BenchRuns& whole = result.whole;
    const StepCost& cost = cost_of(whole, step);
    nlohmann::json json{{"step", name_of(step)},
                        {"time_us", microseconds(cost.time)},
                        {"children_per_s", rate(whole.counts.children, cost.time)},
                        {"resident_bytes", cost.resident_bytes},
                        {"peak_bytes", cost.peak_bytes},
                        {"twice_time_us", microseconds(time_of_twice(result, step))}};
    if (is_about_pairs(step)) json["pairs_per_s"] = rate(whole.counts.candidate_pairs, cost.time);
    if (step != Step::read) json["half_time_us"] = microseconds(cost_of(result.half, step).time);
    return json;
}

}  // namespace

std::chrono::nanoseconds time_of_twice(const BenchResult& result, Step step)
{
    const nanoseconds time = cost_of(result.whole, step).time;
    if (step == Step::read) return 2 * time;
    const auto whole = static_cast<double>(time.count());
    const auto half = static_cast<double>(std::max<std::int64_t>(cost_of(result.half, step).time.count(), 1));
    return nanoseconds(static_cast<std::int64_t>(whole * std::max(1.0, whole / half)));
}

std::uint64_t peak_of_twice(const BenchResult& result)
{
    const std::uint64_t peak = peak_of(result.whole);
    const std::uint64_t taken = peak - std::min(peak, result.bytes_before);
    return peak + taken + 2 * forecast_bytes(0, 0, result.whole.counts.candidate_pairs);
}

std::string bench_text(const BenchResult& result)
{
    const BenchCounts& counts = result.whole.counts;
    BenchCounts twice = counts;
    for (const auto part : {&BenchCounts::children, &BenchCounts::volunteers})
        twice.*part *= 2;
    twice.candidate_pairs *= 4;
    return size_of(counts) + "\n" + grouped(counts.proposed) + " proposed, " + grouped(counts.waiting) +
           " waiting, " + grouped(counts.unused) + " volunteers unused\n\n" + steps_text(result) +
           "\nTime: the least of " + std::to_string(result.whole.runs) +
           ". Memory: of the process at the end of the step in the first run; of all, the most.\n"
           "Twice the list, about " +
           size_of(twice) + ": about " + time_text(total_of_twice(result)) + ", " +
           size_text(peak_of_twice(result)) +
           ".\nEach step is taken to grow again by as much as from half of the list (" +
           grouped(result.half.counts.children) + " children, " + grouped(result.half.counts.volunteers) +
           " volunteers)\nto all of it; reading and memory to double, candidate pairs to become four times "
           "as many.\nEverything is made as by propose --out, and nothing is written.\n";
}

std::string bench_json(const BenchResult& result)
{
    const BenchRuns& whole = result.whole;
    nlohmann::json list = nlohmann::json::array();
    for (const Step step : steps)
        list.push_back(step_json(result, step));
    nlohmann::json document = counts_json(whole);
    document["schema_version"] = 1;
    document["befriend_version"] = version();
    document["proposed"] = whole.counts.proposed;
    document["waiting"] = whole.counts.waiting;
    document["unused"] = whole.counts.unused;
    document["children_per_s"] = rate(whole.counts.children, total_time(whole));
    document["peak_bytes"] = peak_of(whole);
    document["steps"] = std::move(list);
    document["half"] = counts_json(result.half);
    document["twice"] = {{"children", 2 * whole.counts.children},
                         {"volunteers", 2 * whole.counts.volunteers},
                         {"candidate_pairs", 4 * whole.counts.candidate_pairs},
                         {"time_us", microseconds(total_of_twice(result))},
                         {"peak_bytes", peak_of_twice(result)}};
    return document.dump(2) + "\n";
}

}  // namespace befriend::cli
