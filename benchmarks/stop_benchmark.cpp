// How long a call goes on after somebody has asked it to stop.
//
//     stop_benchmark FILE [most_pairs=1] [waiting=0] [ties=1] [assign=0] [exactly=0] [stops=200]
//     stop_benchmark children=83630 [stops=200]
// Both also take processor=1, for the time of the processor on the calling thread, where the machine has
// other work, and details=1, for the longest waits and when they began.
//
// FILE is an instance of benchmarks/peers. The tiers are most pairs, unless `most_pairs=0`, the rows' own
// weights if `waiting=1`, and the total. `assign=1` is the engine with one weight a pair, as the other doors
// call it, `exactly` so many pairs. `children` proposes for an invented list, explanations and all.
//
// A first call is not stopped: it says how long there is between two questions. Then `stops` calls are, each
// at a later moment than the one before: the call learns of it at its next question, and what counts is the
// time from the moment to the return, everything given back.

#include "peers/instances/arguments.hpp"
#include "peers/instances/instance.hpp"
#include "waiting_lists.hpp"
#include <befriend/assignment/assign.hpp>
#include <befriend/proposal/propose.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace befriend;
using peers::Arguments;

namespace {

using Call = std::function<void(const KeepGoing&)>;

struct Gap {
    double begin;  // milliseconds since the call
    double length;

    bool operator<(const Gap& other) const { return length > other.length; }
};

// What an instance asks, and the arrays of it that no file has.
struct EngineProblem {
    EngineProblem(const peers::Instance& instance, Arguments& arguments)
    {
        problem.row_begin = {instance.row_begin, instance.rows + 1};
        problem.column = {instance.column, instance.edges};
        problem.capacity = {instance.capacity, instance.columns};
        if (arguments.number("most_pairs", 1) != 0) problem.tiers.push_back({1, {}, {}, {}});
        if (arguments.number("waiting", 0) != 0) {
            for (std::size_t row = 0; row < instance.rows; ++row)
                weight_of_row.push_back(static_cast<std::int64_t>(row % 9));
            problem.tiers.push_back({0, weight_of_row, {}, {}});
        }
        problem.tiers.push_back({0, {}, {}, {instance.weight, instance.edges}, !instance.maximise});
        problem.ties = arguments.number("ties", 1) != 0;
    }

    std::vector<std::int64_t> weight_of_row;
    Problem problem;
};

Call engine_call(const peers::Instance& instance, Arguments& arguments)
{
    const auto engine_problem = std::make_shared<EngineProblem>(instance, arguments);
    return [engine_problem](const KeepGoing& keep_going) {
        if (solve(engine_problem->problem, keep_going).status == SolveStatus::failed)
            throw std::runtime_error("the certificate does not hold");
    };
}

Call assign_call(const peers::Instance& instance, Arguments& arguments)
{
    WeightedPairs pairs{instance.columns,
                        {instance.row_begin, instance.row_begin + instance.rows + 1},
                        {instance.column, instance.column + instance.edges},
                        {instance.weight, instance.weight + instance.edges}};
    std::vector<std::int64_t> capacity(instance.capacity, instance.capacity + instance.columns);
    AssignOptions options;
    options.maximize = instance.maximise;
    options.ties = arguments.number("ties", 1) != 0;
    const auto exactly = static_cast<std::size_t>(arguments.number("exactly", 0));
    if (exactly > 0) options.exactly = exactly;
    return [pairs = std::move(pairs), capacity = std::move(capacity), options](const KeepGoing& keep_going) {
        const Assignment answer = assign({pairs, capacity, {}, {}, {}}, options, keep_going);
        if (answer.status == AssignStatus::failed || answer.status == AssignStatus::refused)
            throw std::runtime_error("not solved");
    };
}

Call propose_call(const Round& round)
{
    return [&round](const KeepGoing& keep_going) {
        if (keep_going) {
            (void)propose(
                round, [&](Phase, std::size_t done, std::size_t total) { return keep_going(done, total); });
        } else {
            (void)propose(round);
        }
    };
}

// What a stop took, and when it was asked for.
using Wait = Gap;

// Of the clock, or of the processor on the calling thread.
class Stopwatch {
public:
    explicit Stopwatch(bool of_processor) : clock_(of_processor ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC)
    {
        begin_ = now();
    }
    [[nodiscard]] double milliseconds() const { return now() - begin_; }

private:
    [[nodiscard]] double now() const
    {
        std::timespec time{};
        clock_gettime(clock_, &time);
        return 1e3 * static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_nsec);
    }

    clockid_t clock_;
    double begin_ = 0;
};

// The time between two questions, or from the last one to the return; the longest first.
std::vector<Gap> gaps_of(const Call& call, bool of_processor)
{
    std::vector<double> at = {0};
    const Stopwatch watch(of_processor);
    call([&](std::size_t, std::size_t) {
        at.push_back(watch.milliseconds());
        return true;
    });
    at.push_back(watch.milliseconds());
    std::vector<Gap> gaps;
    for (std::size_t i = 1; i < at.size(); ++i)
        gaps.push_back({at[i - 1], at[i] - at[i - 1]});
    std::sort(gaps.begin(), gaps.end());
    return gaps;
}

// From being asked to stop, at evenly spaced moments of the call, to its return; the longest first. A call
// that is over before that moment does not count.
std::vector<Wait> waits_of(const Call& call, std::size_t stops, double duration, bool of_processor)
{
    std::vector<Wait> waits;
    for (std::size_t i = 0; i < stops; ++i) {
        const double moment = duration * (static_cast<double>(i) + 0.5) / static_cast<double>(stops);
        const Stopwatch watch(of_processor);
        call([&](std::size_t, std::size_t) { return watch.milliseconds() < moment; });
        const double wait = watch.milliseconds() - moment;
        if (wait >= 0) waits.push_back({moment, wait});
    }
    std::sort(waits.begin(), waits.end());
    return waits;
}

void print_longest(const char* what, const std::vector<Gap>& gaps)
{
    for (std::size_t i = 0; i < std::min<std::size_t>(gaps.size(), 5); ++i)
        std::fprintf(stderr, "    %s: %.1f ms from %.1f ms\n", what, gaps[i].length, gaps[i].begin);
}

// How a call is measured.
struct How {
    explicit How(Arguments& arguments)
        : stops(static_cast<std::size_t>(arguments.number("stops", 200))),
          of_processor(arguments.number("processor", 0) != 0),
          details(arguments.number("details", 0) != 0)
    {
    }

    std::size_t stops;
    bool of_processor;
    bool details;
};

void measure(const std::string& name, const Call& call, const How& how)
{
    call({});
    const Stopwatch watch(how.of_processor);
    call({});
    const double duration = watch.milliseconds();
    const std::vector<Gap> gaps = gaps_of(call, how.of_processor);
    const std::vector<Wait> waits = waits_of(call, how.stops, duration, how.of_processor);
    if (waits.empty()) throw std::runtime_error("every call was over too soon");
    std::printf("| %s | %.0f ms | %zu | %.1f ms | %.1f ms | %.1f ms |\n", name.c_str(), duration,
                gaps.size() - 1, gaps.front().length, waits[waits.size() / 100].length, waits.front().length);
    std::fflush(stdout);
    if (!how.details) return;
    print_longest("between questions", gaps);
    print_longest("to the return", waits);
}

int run(std::vector<char*> words)
{
    const std::string first = words.empty() ? "" : words.front();
    if (first.empty()) throw std::runtime_error("an instance, or children=N");
    const bool proposes = first.find('=') != first.npos;
    if (!proposes) words.erase(words.begin());
    Arguments arguments(words);
    const How how(arguments);
    if (proposes) {
        const auto children = arguments.count<std::size_t>("children");
        arguments.expect_all_read();
        measure("propose, " + std::to_string(children) + " children",
                propose_call(benchmarks::round_of(children)), how);
        return 0;
    }
    const peers::Instance instance(first);
    const bool by_assign = arguments.number("assign", 0) != 0 || arguments.number("exactly", 0) != 0;
    const Call call = by_assign ? assign_call(instance, arguments) : engine_call(instance, arguments);
    arguments.expect_all_read();
    std::string name = first.substr(first.rfind('/') + 1);
    for (const std::string word : words)
        if (!word.starts_with("stops=") && !word.starts_with("processor=") && !word.starts_with("details="))
            name.append(" ").append(word);
    measure(name, call, how);
    return 0;
}

}  // namespace

int main(int count, char** words)
{
    try {
        return run({words + 1, words + count});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "stop_benchmark: %s\n", error.what());
        return 1;
    }
}
