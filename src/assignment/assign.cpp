// One weight a pair, put as a `Problem`: pins are taken out, least becomes largest by the opposite sign, and
// the goal becomes tiers. Then the answer is put back.

#include "assignment/exact_pairs.hpp"
#include "assignment/watch.hpp"
#include <befriend/assignment/assign.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace befriend {
namespace {

constexpr std::int64_t unpinned = -1;
// No weight in use is as large: see `first_fault`. So the opposite sign of a weight exists.
constexpr std::int64_t largest_weight = std::int64_t{1} << 60;

bool is_pinned(const AssignInput& input, std::size_t row) noexcept
{
    return !input.pin.empty() && input.pin[row] != unpinned;
}

// The position of the pair of `row` and `column`, or the number of pairs.
std::uint64_t find_pair(const WeightedPairs& pairs, std::size_t row, std::int64_t column) noexcept
{
    const auto begin = pairs.column.begin() + static_cast<std::ptrdiff_t>(pairs.row_begin[row]);
    const auto end = pairs.column.begin() + static_cast<std::ptrdiff_t>(pairs.row_begin[row + 1]);
    const auto found = std::lower_bound(begin, end, static_cast<std::uint32_t>(column));
    const bool is_there = found != end && *found == static_cast<std::uint32_t>(column);
    return is_there ? static_cast<std::uint64_t>(found - pairs.column.begin()) : pairs.pairs();
}

void check_sizes(const AssignInput& input, std::vector<AssignFault>& faults)
{
    const auto check = [&](std::size_t size, std::size_t full, AssignRule rule) {
        if (size != 0 && size != full) faults.push_back({rule, size});
    };
    check(input.capacity.size(), input.pairs.columns, AssignRule::capacity_size);
    check(input.pin.size(), input.pairs.rows(), AssignRule::pin_size);
    check(input.row_key.size(), input.pairs.rows(), AssignRule::row_key_size);
    check(input.column_key.size(), input.pairs.columns, AssignRule::column_key_size);
}

void check_capacities(const AssignInput& input, std::vector<AssignFault>& faults)
{
    for (std::size_t column = 0; column < input.capacity.size(); ++column) {
        const std::int64_t capacity = input.capacity[column];
        if (capacity < 0 || capacity > std::numeric_limits<std::int32_t>::max())
            faults.push_back({AssignRule::capacity_range, column});
    }
}

void check_pins(const AssignInput& input, std::vector<AssignFault>& faults)
{
    const WeightedPairs& pairs = input.pairs;
    std::vector<std::int64_t> pins(pairs.columns, 0);
    for (std::size_t row = 0; row < input.pin.size(); ++row) {
        const std::int64_t column = input.pin[row];
        if (column == unpinned) continue;
        if (column < 0 || static_cast<std::uint64_t>(column) >= pairs.columns) {
            faults.push_back({AssignRule::pin_column, row});
        } else if (find_pair(pairs, row, column) == pairs.pairs()) {
            faults.push_back({AssignRule::pin_pair, row});
        } else {
            ++pins[static_cast<std::size_t>(column)];
        }
    }
    for (std::size_t column = 0; column < pins.size(); ++column) {
        const std::int64_t room = input.capacity.empty() ? 1 : input.capacity[column];
        if (pins[column] > std::max<std::int64_t>(room, 0))
            faults.push_back({AssignRule::pin_capacity, column});
    }
}

std::size_t pins_of(const AssignInput& input) noexcept
{
    return static_cast<std::size_t>(
        std::count_if(input.pin.begin(), input.pin.end(), [](auto pin) { return pin != unpinned; }));
}

// The position of the first weight that is too large, if any. In parts, for whoever may want to stop it.
std::optional<std::uint64_t> too_large(std::span<const std::int64_t> weights, Watch& watch)
{
    constexpr std::size_t at_once = std::size_t{1} << 15;
    const auto is_large = [](std::int64_t w) { return w <= -largest_weight || w >= largest_weight; };
    for (std::size_t at = 0; at < weights.size() && !watch.stopped(); at += at_once) {
        const auto part = weights.subspan(at, std::min(at_once, weights.size() - at));
        const auto found = std::find_if(part.begin(), part.end(), is_large);
        if (found != part.end()) return at + static_cast<std::uint64_t>(found - part.begin());
        watch.worked(part.size());
    }
    return {};
}

std::vector<AssignFault> faults_of(const AssignInput& input, const AssignOptions& options, Watch& watch)
{
    std::vector<AssignFault> faults;
    check_sizes(input, faults);
    if (!faults.empty()) return faults;
    check_capacities(input, faults);
    check_pins(input, faults);
    if (options.exactly && *options.exactly < pins_of(input))
        faults.push_back({AssignRule::pin_count, pins_of(input)});
    if (const auto pair = too_large(input.pairs.weight, watch))
        faults.push_back({AssignRule::no_overflow, *pair});
    return faults;
}

// The problem without its pins. Borrows the input where nothing changes.
class WithoutPins {
public:
    /// Once `watch` has stopped, nothing means anything.
    WithoutPins(const AssignInput& input, const AssignOptions& options, Watch& watch) : input_(input)
    {
        const WeightedPairs& pairs = input.pairs;
        capacity_.assign(pairs.columns, 1);
        for (std::size_t column = 0; column < input.capacity.size(); ++column)
            capacity_[column] = static_cast<std::int32_t>(input.capacity[column]);
        costs_ = !options.maximize;
        has_pins_ = pins_of(input) > 0;
        if (has_pins_) take_pins_out(watch);
    }

    /// With one tier, of the weights. Borrows this object and the input.
    [[nodiscard]] Problem problem(bool ties) const
    {
        Problem problem;
        problem.row_begin = has_pins_ ? std::span(row_begin_) : std::span(input_.pairs.row_begin);
        problem.column = has_pins_ ? std::span(column_) : std::span(input_.pairs.column);
        problem.capacity = capacity_;
        problem.row_key = input_.row_key;
        problem.column_key = input_.column_key;
        problem.ties = ties;
        problem.tiers.push_back(
            {0, {}, {}, has_pins_ ? std::span(weight_) : std::span(input_.pairs.weight), costs_});
        return problem;
    }

private:
    void take_pins_out(Watch& watch)
    {
        const WeightedPairs& pairs = input_.pairs;
        column_.reserve(pairs.pairs());
        weight_.reserve(pairs.pairs());
        row_begin_.push_back(0);
        for (std::size_t row = 0; row < pairs.rows() && !watch.stopped(); ++row) {
            if (is_pinned(input_, row)) {
                --capacity_[static_cast<std::size_t>(input_.pin[row])];
            } else {
                const auto begin = static_cast<std::ptrdiff_t>(pairs.row_begin[row]);
                const auto end = static_cast<std::ptrdiff_t>(pairs.row_begin[row + 1]);
                column_.insert(column_.end(), pairs.column.begin() + begin, pairs.column.begin() + end);
                weight_.insert(weight_.end(), pairs.weight.begin() + begin, pairs.weight.begin() + end);
            }
            watch.worked(column_.size() - row_begin_.back() + 1);
            row_begin_.push_back(column_.size());
        }
    }

    const AssignInput& input_;
    bool has_pins_ = false;  // then rows, columns and weights are our own
    bool costs_ = false;
    std::vector<std::int32_t> capacity_;
    std::vector<std::uint64_t> row_begin_;
    std::vector<std::uint32_t> column_;
    std::vector<std::int64_t> weight_;
};

AssignRule rule_of(const ProblemFault& fault) noexcept
{
    return fault.rule == ProblemRule::no_overflow ? AssignRule::no_overflow : AssignRule::size_limit;
}

void turn_sign(std::vector<std::int64_t>& prices)
{
    std::transform(prices.begin(), prices.end(), prices.begin(), std::negate<>());
}

// What the goal asks of a `Problem`: whether pairs are counted first, or exactly so many are demanded.
struct Demand {
    /// Once `watch` has stopped, nothing means anything.
    Demand(const AssignInput& input, const AssignOptions& options, const Problem& of_pairs, Watch& watch)
        : counts(!options.exactly && counts_pairs(options))
    {
        problem = of_pairs;
        problem.threads = options.threads;
        if (counts) problem.tiers.insert(problem.tiers.begin(), Tier{1, {}, {}, {}});
        if (!options.exactly) return;
        exact.emplace(problem, std::min(*options.exactly - pins_of(input), input.pairs.rows()), watch);
        problem = exact->problem();
        problem.threads = options.threads;
    }

    bool counts;
    Problem problem;
    std::optional<ExactPairs> exact;
};

// Takes over the pairs, pins among them, and what they come to; false if the total does not fit.
bool put_back(const AssignInput& input, Solution&& solution, Assignment& answer)
{
    answer.column_of_row = std::move(solution.column_of_row);
    for (std::size_t row = 0; row < answer.column_of_row.size(); ++row) {
        std::uint32_t& column = answer.column_of_row[row];
        if (is_pinned(input, row)) column = static_cast<std::uint32_t>(input.pin[row]);
        if (column == Solution::unassigned) continue;
        ++answer.matched;
        const std::int64_t weight = input.pairs.weight[find_pair(input.pairs, row, column)];
        if (__builtin_add_overflow(answer.total, weight, &answer.total)) return false;
    }
    return true;
}

void refuse(Assignment& answer, AssignFault fault)
{
    answer = {};
    answer.faults.push_back(fault);
}

// The total of the pins; none if it does not fit.
std::optional<std::int64_t> total_of_pins(const AssignInput& input)
{
    std::int64_t total = 0;
    for (std::size_t row = 0; row < input.pin.size(); ++row) {
        if (!is_pinned(input, row)) continue;
        const std::int64_t weight = input.pairs.weight[find_pair(input.pairs, row, input.pin[row])];
        if (__builtin_add_overflow(total, weight, &total)) return {};
    }
    return total;
}

// The bound of a solve that was stopped, in the caller's sign and with the pins; as far as the total fits.
std::vector<std::int64_t> bound_of(const AssignInput& input, Solution&& solution, const Demand& demand,
                                   const AssignOptions& options)
{
    std::vector<std::int64_t> bound = std::move(solution.bound);
    if (demand.counts) bound[0] += static_cast<std::int64_t>(pins_of(input));
    if (options.exactly) bound[0] = static_cast<std::int64_t>(*options.exactly);
    const std::size_t at = demand.problem.tiers.size() - (demand.exact && options.ties ? 2 : 1);
    std::int64_t& total = bound[at];
    if (!options.maximize) total = -total;
    const std::optional<std::int64_t> of_pins = total_of_pins(input);
    if (!of_pins || __builtin_add_overflow(total, *of_pins, &total)) bound.resize(at);
    return bound;
}

// The prices of the solution, those of the total in the caller's sign.
void put_back_prices(std::vector<TierDuals>&& duals, const Demand& demand, const AssignOptions& options,
                     Assignment& answer)
{
    PairPrices prices;
    if (demand.exact) {
        prices = ExactPairs::put_back(std::move(duals));
    } else {
        prices.total = std::move(duals[demand.counts]);
        prices.count = {std::vector<std::int64_t>(prices.total.row.size(), 0),
                        std::vector<std::int64_t>(prices.total.column.size(), 0)};
        if (demand.counts) prices.count = std::move(duals[0]);
        prices.each_count = demand.counts ? 1 : 0;
    }
    if (!options.maximize) {
        turn_sign(prices.total.row);
        turn_sign(prices.total.column);
        prices.each = -prices.each;
    }
    answer.count_prices = {std::move(prices.count.row), std::move(prices.count.column)};
    answer.prices = {std::move(prices.total.row), std::move(prices.total.column)};
    answer.each_count = prices.each_count;
    answer.each = prices.each;
}

}  // namespace

Assignment assign(const AssignInput& input, const AssignOptions& options, const KeepGoing& keep_going)
{
    Assignment answer;
    Watch watch(keep_going, std::size_t{1} + counts_pairs(options) + options.ties);
    answer.faults = faults_of(input, options, watch);
    if (!answer.faults.empty()) return answer;

    const WithoutPins without_pins(input, options, watch);
    const Demand demand(input, options, without_pins.problem(options.ties), watch);
    if (watch.stopped()) {
        answer.status = AssignStatus::stopped;
        if (options.exactly) answer.bound.push_back(static_cast<std::int64_t>(*options.exactly));
        return answer;
    }
    Solution solution = solve(demand.problem, keep_going);
    if (solution.status == SolveStatus::refused) {
        answer.faults.push_back({rule_of(*first_fault(demand.problem)), 0});
        return answer;
    }
    if (solution.status != SolveStatus::optimal) {
        answer.status =
            solution.status == SolveStatus::stopped ? AssignStatus::stopped : AssignStatus::failed;
        if (answer.status == AssignStatus::stopped)
            answer.bound = bound_of(input, std::move(solution), demand, options);
        return answer;
    }
    std::vector<TierDuals> duals = std::move(solution.duals);
    if (demand.exact) demand.exact->put_back(solution.column_of_row);
    if (!put_back(input, std::move(solution), answer)) {
        refuse(answer, {AssignRule::no_overflow, 0});
        return answer;
    }
    const std::size_t needed = options.require_all ? input.pairs.rows() : 0;
    if (answer.matched < std::max(needed, options.exactly.value_or(0))) {
        const std::size_t most = answer.matched;
        answer = {};
        answer.status = AssignStatus::infeasible;
        answer.matched = most;
        return answer;
    }
    answer.status = AssignStatus::optimal;
    put_back_prices(std::move(duals), demand, options, answer);
    return answer;
}

}  // namespace befriend
