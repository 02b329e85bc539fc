#include "guarded.hpp"
#include "in_use.hpp"
#include "watch.hpp"
#include <befriend/proposal/propose.hpp>

#include <functional>
#include <limits>

namespace befriend::c {
namespace {

constexpr std::int64_t most_nodes = std::numeric_limits<std::int32_t>::max();

std::size_t size_in(std::int64_t size, const char* name)
{
    if (size < 0) throw Misuse{FaultCode::e_range, name, "below 0"};
    if (size > most_nodes) throw Misuse{FaultCode::e_limit, name, "above 2147483647"};
    return static_cast<std::size_t>(size);
}

// `size` values; NULL only with size 0.
std::span<const std::int64_t> values_in(const std::int64_t* values, std::size_t size, const char* name)
{
    if (size == 0) return {};
    need_not_null(values, name);
    return {values, size};
}

std::string rule_of(PairRule rule)
{
    switch (rule) {
        case PairRule::offsets_ascend:
            return "offsets start at 0, never fall and end at the number of pairs";
        case PairRule::row_exists:
            return "there is no such row";
        case PairRule::column_exists:
            return "there is no such column";
        case PairRule::listed_once:
            return "the same pair twice";
    }
    return {};
}

Fault fault_of(const PairFault& broken)
{
    const bool twice = broken.rule == PairRule::listed_once;
    const char* const argument = broken.rule == PairRule::offsets_ascend ? "row_begin"
                                 : broken.rule == PairRule::row_exists   ? "row"
                                                                         : "column";
    Fault fault =
        argument_fault(twice ? FaultCode::e_duplicate : FaultCode::e_range, argument, rule_of(broken.rule));
    fault.record = broken.at;
    fault.other = broken.other;
    return fault;
}

// Keeps the pairs that `read` makes, or refuses them with every fault.
void add_pairs(befriend_problem& problem, const std::function<WeightedPairs(PairFaults&)>& read)
{
    if (problem.pairs) throw Misuse{FaultCode::e_state, "problem", "pairs were added already"};
    PairFaults found;
    WeightedPairs pairs = read(found);
    if (found.count == 0) {
        problem.pairs = std::move(pairs);
        return;
    }
    std::vector<Fault> faults;
    for (const PairFault& broken : found.listed)
        faults.push_back(fault_of(broken));
    if (found.count > found.listed.size()) {
        faults.push_back(
            argument_fault(faults.back().code, "pairs",
                           "and " + std::to_string(found.count - found.listed.size()) + " more"));
    }
    throw Misuse{std::move(faults)};
}

std::vector<std::uint64_t> keys_of(std::span<const std::int64_t> values)
{
    return {values.begin(), values.end()};  // the same 64 bits
}

void set_array(befriend_problem& problem, std::string_view key, std::span<const std::int64_t> values)
{
    const auto need_size = [&](std::size_t full, const char* each) {
        if (values.size() != full)
            throw Misuse{FaultCode::e_range, "count", std::string(key) + " has one value a " + each};
    };
    if (key == "capacity") {
        need_size(problem.columns, "column");
        problem.capacity.assign(values.begin(), values.end());
    } else if (key == "pins") {
        need_size(problem.rows, "row");
        problem.pin.assign(values.begin(), values.end());
    } else if (key == "row_keys") {
        need_size(problem.rows, "row");
        problem.row_key = keys_of(values);
    } else if (key == "column_keys") {
        need_size(problem.columns, "column");
        problem.column_key = keys_of(values);
    } else {
        throw Misuse{FaultCode::e_arg, "key", "unknown; arrays are capacity, pins, row_keys, column_keys"};
    }
}

void set_text(befriend_problem& problem, std::string_view key, std::string_view text)
{
    if (key != "objective") throw Misuse{FaultCode::e_arg, "key", "unknown; texts are objective"};
    if (text != "most_pairs" && text != "best_total")
        throw Misuse{FaultCode::e_arg, "text", "unknown; objectives are most_pairs, best_total"};
    problem.options.goal = text == "most_pairs" ? Goal::most_pairs : Goal::best_total;
}

void set_int(befriend_problem& problem, std::string_view key, std::int64_t value)
{
    const auto flag = [&] {
        if (value != 0 && value != 1)
            throw Misuse{FaultCode::e_range, "value", std::string(key) + " is 0 or 1"};
        return value == 1;
    };
    if (key == "maximize") {
        problem.options.maximize = flag();
    } else if (key == "require_all") {
        problem.options.require_all = flag();
    } else if (key == "ties") {
        problem.options.ties = flag();
    } else if (key == "exactly") {
        constexpr std::int64_t as_many_as_wanted = -1;
        if (value < as_many_as_wanted) throw Misuse{FaultCode::e_range, "value", "exactly is below -1"};
        problem.options.exactly =
            value == as_many_as_wanted ? std::nullopt : std::optional(static_cast<std::size_t>(value));
    } else if (key == "time_limit_ms") {
        if (value < 0) throw Misuse{FaultCode::e_range, "value", "time_limit_ms is below 0"};
        problem.time_limit_ms = value;
    } else {
        throw Misuse{FaultCode::e_arg, "key",
                     "unknown; whole numbers are maximize, require_all, exactly, ties, time_limit_ms"};
    }
}

Fault fault_of(const AssignFault& broken)
{
    const auto fault = [&](FaultCode code, const char* argument, const char* rule) {
        Fault made = argument_fault(code, argument, rule);
        if (broken.rule != AssignRule::no_overflow && broken.rule != AssignRule::size_limit)
            made.record = broken.at;
        return made;
    };
    switch (broken.rule) {
        case AssignRule::capacity_range:
            return fault(FaultCode::e_range, "capacity", "not from 0 to 2147483647");
        case AssignRule::pin_column:
            return fault(FaultCode::e_range, "pins", "neither -1 nor a column");
        case AssignRule::pin_pair:
            return fault(FaultCode::e_conflict, "pins", "the row and its pin are no pair");
        case AssignRule::pin_capacity:
            return fault(FaultCode::e_conflict, "capacity", "the column has more pins than room");
        case AssignRule::pin_count:
            return argument_fault(FaultCode::e_conflict, "pins", "there are more pins than exactly allows");
        case AssignRule::no_overflow:
            return fault(FaultCode::e_overflow, "weight", "sums of the weights could overflow");
        case AssignRule::size_limit:
            return fault(FaultCode::e_limit, "problem", "more than 1048573 pairs could be chosen");
        case AssignRule::capacity_size:
        case AssignRule::pin_size:
        case AssignRule::row_key_size:
        case AssignRule::column_key_size:
            break;  // set_array refused it
    }
    return fault(FaultCode::e_internal, "problem", "a mistake of befriend's own");
}

[[noreturn]] void refuse(const std::vector<AssignFault>& broken)
{
    std::vector<Fault> faults;
    for (const AssignFault& each : broken)
        faults.push_back(fault_of(each));
    throw Misuse{std::move(faults)};
}

std::string best_of(const Assignment& stopped, const AssignOptions& options)
{
    const bool counts = counts_pairs(options);
    std::string best;
    if (counts && !stopped.bound.empty()) best = "pairs " + std::to_string(stopped.bound[0]);
    if (stopped.bound.size() > counts)
        best += (counts ? ", total " : "total ") + std::to_string(stopped.bound[counts]);
    return best;
}

std::unique_ptr<befriend_solution> solve(const befriend_problem& problem, Watch& watch)
{
    if (!problem.pairs) throw Misuse{FaultCode::e_state, "problem", "no pairs were added"};
    KeepGoing keep_going;
    if (watch.can_stop()) {
        keep_going = [&watch](std::size_t done, std::size_t total) {
            return watch.goes_on(BEFRIEND_PHASE_ASSIGNMENT, done, total);
        };
    }
    const AssignInput input{*problem.pairs, problem.capacity, problem.pin, problem.row_key,
                            problem.column_key};
    Assignment answer = assign(input, problem.options, keep_going);
    if (answer.status == AssignStatus::refused) refuse(answer.faults);
    if (answer.status == AssignStatus::failed) throw CertificateError();
    if (answer.status == AssignStatus::stopped)
        throw watch.stopped("solution", best_of(answer, problem.options));
    return std::make_unique<befriend_solution>(std::move(answer), problem.rows, problem.columns);
}

}  // namespace
}  // namespace befriend::c

using namespace befriend;

befriend_status befriend_problem_new(int64_t rows, int64_t columns, befriend_problem** out,
                                     befriend_error** err)
{
    return c::guarded(out, err, [&] {
        auto made = std::make_unique<befriend_problem>();
        made->rows = c::size_in(rows, "rows");
        made->columns = c::size_in(columns, "columns");
        return made;
    });
}

befriend_status befriend_problem_add_pairs(befriend_problem* problem, const int64_t* row,
                                           const int64_t* column, const int64_t* weight, size_t count,
                                           befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_problem& opened = c::opened(problem, "problem");
        const auto rows = c::values_in(row, count, "row");
        const auto columns = c::values_in(column, count, "column");
        const auto weights = c::values_in(weight, count, "weight");
        const c::InUse in_use(opened, "problem");
        c::add_pairs(opened, [&](PairFaults& faults) {
            return pairs_of_coordinates(opened.rows, opened.columns, rows, columns, weights, faults);
        });
    });
}

befriend_status befriend_problem_add_rows(befriend_problem* problem, const int64_t* row_begin,
                                          const int64_t* column, const int64_t* weight, size_t count,
                                          befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_problem& opened = c::opened(problem, "problem");
        c::need_not_null(row_begin, "row_begin");
        const auto columns = c::values_in(column, count, "column");
        const auto weights = c::values_in(weight, count, "weight");
        const c::InUse in_use(opened, "problem");
        c::add_pairs(opened, [&](PairFaults& faults) {
            return pairs_of_rows(opened.columns, {row_begin, opened.rows + 1}, columns, weights, faults);
        });
    });
}

befriend_status befriend_problem_add_matrix(befriend_problem* problem, const int64_t* weight,
                                            int64_t row_step, int64_t column_step, const uint8_t* allowed,
                                            befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_problem& opened = c::opened(problem, "problem");
        const std::size_t pairs = opened.rows * opened.columns;
        if (pairs > 0) c::need_not_null(weight, "weight");
        const c::InUse in_use(opened, "problem");
        c::add_pairs(opened, [&](PairFaults&) {
            const std::span<const std::uint8_t> some{allowed, allowed == nullptr ? 0 : pairs};
            return pairs_of_matrix({opened.rows, opened.columns, weight,
                                    static_cast<std::ptrdiff_t>(row_step),
                                    static_cast<std::ptrdiff_t>(column_step), some});
        });
    });
}

befriend_status befriend_problem_set_array(befriend_problem* problem, const char* key, const int64_t* values,
                                           size_t count, befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_problem& opened = c::opened(problem, "problem");
        c::need_not_null(key, "key");
        const auto given = c::values_in(values, count, "values");
        const c::InUse in_use(opened, "problem");
        c::set_array(opened, key, given);
    });
}

befriend_status befriend_problem_set_text(befriend_problem* problem, const char* key, const char* text,
                                          size_t size, befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_problem& opened = c::opened(problem, "problem");
        c::need_not_null(key, "key");
        const std::string_view value = c::plain_text_in(text, size, "text");
        const c::InUse in_use(opened, "problem");
        c::set_text(opened, key, value);
    });
}

befriend_status befriend_problem_set_int(befriend_problem* problem, const char* key, int64_t value,
                                         befriend_error** err)
{
    return c::guarded(err, [&] {
        befriend_problem& opened = c::opened(problem, "problem");
        c::need_not_null(key, "key");
        const c::InUse in_use(opened, "problem");
        c::set_int(opened, key, value);
    });
}

befriend_status befriend_problem_solve(const befriend_problem* problem, const befriend_cancel* cancel,
                                       befriend_progress_fn progress, void* user, befriend_solution** out,
                                       befriend_error** err)
{
    return c::guarded(out, err, [&] {
        const befriend_problem& opened = c::opened(problem, "problem");
        if (cancel != nullptr) c::need_kind(cancel, befriend_cancel::own_kind, "cancel");
        const c::InUse in_use(opened, "problem");
        c::Watch watch(cancel, progress, user, opened.time_limit_ms);
        if (c::is_requested(cancel)) throw watch.stopped("solution", {});
        return c::solve(opened, watch);
    });
}

void befriend_problem_free(befriend_problem* problem)
{
    if (c::is_ours(problem) && !problem->in_use.load()) delete problem;
}
