#include "serve.hpp"

#include "memory.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>

namespace befriend::peers {
namespace {

constexpr double shortest_measurement = 0.010;  // seconds; below, the clock and cold caches would be measured

struct Value {
    std::int64_t matched = 0;
    std::int64_t total = 0;
};

// Counts the pairs, or throws a sentence if one of them is none of the instance.
Value value_of(const Instance& instance, const Assignment& assignment)
{
    if (assignment.size() != instance.rows) throw std::runtime_error("not one entry a row");
    Value value;
    std::vector<std::int32_t> room(instance.capacity, instance.capacity + instance.columns);
    for (std::size_t row = 0; row < instance.rows; ++row) {
        if (assignment[row] == unassigned) continue;
        const std::uint32_t* const begin = instance.column + instance.row_begin[row];
        const std::uint32_t* const end = instance.column + instance.row_begin[row + 1];
        const std::uint32_t* const found = std::lower_bound(begin, end, assignment[row]);
        if (found == end || *found != assignment[row]) throw std::runtime_error("a pair without an edge");
        if (--room[*found] < 0) throw std::runtime_error("a column above its capacity");
        ++value.matched;
        value.total += instance.weight[found - instance.column];
    }
    return value;
}

nlohmann::json measured(const Instance& instance, const Solver& solver)
{
    using Clock = std::chrono::steady_clock;
    const PeakMemory memory;
    Assignment assignment;
    int calls = 0;
    double elapsed = 0;
    const auto begin = Clock::now();
    do {
        assignment = solver.solve(instance);
        ++calls;
        elapsed = std::chrono::duration<double>(Clock::now() - begin).count();
    } while (elapsed < shortest_measurement);
    const double mib = memory.extra_mib();
    const Value value = value_of(instance, assignment);
    return {{"seconds", elapsed / calls},
            {"matched", value.matched},
            {"total", value.total},
            {"memory_mib", mib}};
}

nlohmann::json answer(const Instance& instance, const Solver& solver)
{
    try {
        return measured(instance, solver);
    } catch (const Cannot& reason) {
        return {{"cannot", reason.what()}};
    } catch (const std::exception& fault) {
        return {{"invalid", fault.what()}};
    }
}

}  // namespace

int serve(int count, char** words, const std::map<std::string, Solver>& solvers)
{
    if (count != 3 || !solvers.contains(words[1])) {
        std::cerr << "usage: " << words[0] << " SOLVER FILE\n";
        return 2;
    }
    const Solver& solver = solvers.at(words[1]);
    const Instance instance(words[2]);
    std::cout << nlohmann::json{{"version", solver.version}} << std::endl;
    for (std::string request; std::getline(std::cin, request);)
        std::cout << answer(instance, solver) << std::endl;
    return 0;
}

}  // namespace befriend::peers
