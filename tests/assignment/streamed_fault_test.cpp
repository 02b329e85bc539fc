// What a source may do wrong, and what the problem around it may.

#include "assignment/stored_source.hpp"
#include "assignment/streamed/solve_streamed.hpp"
#include "catch2.hpp"
#include "oracles/instance.hpp"
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <functional>
#include <limits>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

// One row's pairs, which a test may change.
struct RowPairs {
    std::vector<std::uint32_t> column;
    std::vector<std::int64_t> weight;
};

// Says what `change` makes of three rows and three columns, all pairs of weight 10 * row + column. `asked`
// counts the questions before this one.
class Changing : public PairSource {
public:
    using Change = std::function<void(std::uint32_t row, std::size_t asked, RowPairs& pairs)>;
    explicit Changing(Change change) : change_(std::move(change)) {}

    void pairs_of(std::uint32_t row, const TakePairs& take) const override
    {
        RowPairs pairs{{0, 1, 2}, {}};
        for (const std::uint32_t column : pairs.column)
            pairs.weight.push_back(10 * row + column);
        change_(row, asked_++, pairs);
        take({pairs.column, {{{}, pairs.weight}}});
    }

private:
    Change change_;
    mutable std::size_t asked_ = 0;
};

constexpr std::int32_t one_each[] = {1, 1, 1};

StreamedProblem problem_of(const PairSource& source)
{
    return {source, 3, one_each, {{1, {}, {}, false}, {0, {}, {}, true}}, {}, {}};
}

void check_refused(Changing::Change change, ProblemRule rule, std::uint64_t at)
{
    const Changing source(change);
    const auto fault = first_fault(problem_of(source));
    REQUIRE(fault);
    CHECK(fault->rule == rule);
    CHECK(fault->at == at);
    CHECK(solve(problem_of(source)).status == SolveStatus::refused);
}

}  // namespace

TEST_CASE("streamed first_fault: what a source says is held against its word", "[assignment][example]")
{
    using Pairs = RowPairs;
    const Changing sound([](std::uint32_t, std::size_t, Pairs&) {});
    CHECK(first_fault(problem_of(sound)) == std::nullopt);
    CHECK(solve(problem_of(sound)).value[1] == 33);

    const auto in_row_1 = [](std::function<void(Pairs&)> change) {
        return [change](std::uint32_t row, std::size_t, Pairs& pairs) {
            if (row == 1) change(pairs);
        };
    };
    check_refused(in_row_1([](Pairs& p) { p.column[2] = 3; }), ProblemRule::column_exists, 1);
    check_refused(in_row_1([](Pairs& p) { p.column[1] = 0; }), ProblemRule::columns_ascend, 1);
    check_refused(in_row_1([](Pairs& p) { p.column[0] = 2; }), ProblemRule::columns_ascend, 1);
    check_refused(in_row_1([](Pairs& p) { p.weight.pop_back(); }), ProblemRule::weights_agree, 1);
    check_refused(in_row_1([](Pairs& p) { p.weight[0] = std::int64_t{1} << 58; }), ProblemRule::no_overflow,
                  1);
    check_refused(in_row_1([](Pairs& p) { p.weight[0] = std::numeric_limits<std::int64_t>::min(); }),
                  ProblemRule::no_overflow, 1);
}

TEST_CASE("streamed first_fault: rules beside pairs are those of a stored problem", "[assignment][example]")
{
    const Changing sound([](std::uint32_t, std::size_t, RowPairs&) {});
    const std::int32_t negative[] = {1, -1, 1};
    const std::int64_t two[] = {0, 0};
    StreamedProblem problem{sound, 3, negative, {{1, {}, {}, false}, {0, {}, {}, true}}, {}, {}};
    CHECK(first_fault(problem)->rule == ProblemRule::capacity_not_negative);
    problem.capacity = one_each;
    problem.tiers[1].row = two;
    CHECK(first_fault(problem)->rule == ProblemRule::sizes_agree);
    CHECK(solve(problem).status == SolveStatus::refused);
    problem.tiers[1].row = {};
    problem.tiers.resize(Problem::most_tiers + 1);
    CHECK(first_fault(problem)->rule == ProblemRule::few_tiers);
    problem.tiers.resize(2);
    problem.rows = std::size_t{1} << 31;
    CHECK(first_fault(problem)->rule == ProblemRule::size_limit);
}

TEST_CASE("streamed: a source that changes its answers never gets a wrong one", "[assignment][property]")
{
    const std::int64_t extremes[] = {std::numeric_limits<std::int64_t>::min(),
                                     -(std::int64_t{1} << 61),
                                     -1,
                                     0,
                                     15,
                                     25,
                                     30,
                                     std::int64_t{1} << 61,
                                     std::numeric_limits<std::int64_t>::max()};
    std::size_t failed = 0;
    std::size_t optimal = 0;
    for (std::size_t since = 3; since < 16; ++since) {
        for (std::uint32_t column = 0; column < 3; ++column) {
            for (const std::int64_t weight : extremes) {
                for (const std::uint32_t changed_row : {0U, 2U}) {
                    const Changing source([&](std::uint32_t row, std::size_t asked, RowPairs& pairs) {
                        if (row == changed_row && asked >= since) pairs.weight[column] = weight;
                    });
                    const Solution answer = solve_streamed(problem_of(source), {}, {1, 2, 1, 0});
                    if (answer.status == SolveStatus::optimal) {
                        // Proved for what the source says by then, or it was never asked again.
                        ++optimal;
                        if (answer.value[1] != 33)
                            REQUIRE(first_violation(problem_of(source), answer) == std::nullopt);
                    } else {
                        REQUIRE(answer.status == SolveStatus::failed);
                        ++failed;
                    }
                }
            }
        }
    }
    CHECK(failed > 100);
    CHECK(optimal > 100);
}

TEST_CASE("streamed: a source that breaks its word late fails", "[assignment][property]")
{
    const std::function<void(RowPairs&)> changes[] = {
        [](RowPairs& p) { p.column[2] = 3; }, [](RowPairs& p) { p.column[1] = 0; },
        [](RowPairs& p) { p.column[1] = 2; }, [](RowPairs& p) { p.weight.pop_back(); },
        [](RowPairs& p) { p = {}; },
    };
    for (const auto& change : changes) {
        for (std::size_t since = 3; since < 9; ++since) {
            const Changing source([&](std::uint32_t, std::size_t asked, RowPairs& pairs) {
                if (asked >= since) change(pairs);
            });
            CHECK(solve(problem_of(source)).status == SolveStatus::failed);
        }
    }
}

TEST_CASE("streamed: a source that never says the same twice comes to an end", "[assignment][property]")
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Changing source([&](std::uint32_t, std::size_t asked, RowPairs& pairs) {
            for (std::int64_t& weight : pairs.weight)
                weight = static_cast<std::int64_t>((seed + asked) * 7919 % 31) - weight;
        });
        const SolveStatus status = solve_streamed(problem_of(source), {}, {1, 1, 1, 0}).status;
        CHECK((status == SolveStatus::failed || status == SolveStatus::optimal));
    }
}
