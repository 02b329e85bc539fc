#include "assignment/watch.hpp"
#include "catch2.hpp"
#include "proposal/considered.hpp"
#include "proposal/optimal_ties.hpp"
#include "proposal/proposal_text.hpp"
#include "proposal/random_decisions.hpp"
#include "proposal/round_problem.hpp"
#include "scoring/given_pair.hpp"
#include <befriend/candidates/components.hpp>
#include <befriend/candidates/find_candidates.hpp>
#include <befriend/proposal/propose.hpp>

using namespace befriend;
using namespace befriend::test;

namespace {

// Stops `prepare` at each of its questions; after that it asks no more, and has no result.
template <class Prepare>
void stops_wherever_it_asks(std::size_t least_questions, Prepare prepare)
{
    std::size_t questions = 0;
    CHECK(prepare([&](std::size_t done, std::size_t total) {
        CHECK(done <= total);
        return ++questions > 0;
    }));
    CHECK(questions >= least_questions);
    for (std::size_t last = 0; last < questions; ++last) {
        std::size_t asked = 0;
        CHECK_FALSE(prepare([&](std::size_t, std::size_t) { return asked++ != last; }));
        CHECK(asked == last + 1);
    }
}

// Every row may have every column, and one pair is as good as another.
struct AllAlike {
    explicit AllAlike(std::uint32_t size) : capacity(size, 1)
    {
        for (std::uint32_t row = 0; row < size; ++row) {
            for (std::uint32_t at = 0; at < size; ++at)
                column.push_back(at);
            row_begin.push_back(column.size());
            owner.push_back(row);
        }
    }

    [[nodiscard]] Problem problem() const
    {
        Problem problem{row_begin, column, capacity, {}, {}, {}};
        problem.tiers.push_back({1, {}, {}, {}});
        return problem;
    }

    std::vector<std::uint64_t> row_begin = {0};
    std::vector<std::uint32_t> column;
    std::vector<std::int32_t> capacity;
    std::vector<std::size_t> owner;
};

std::variant<Proposal, Stopped> stopped_in(const Round& round, Phase phase)
{
    return propose(round, [phase](Phase now, std::size_t, std::size_t) { return now != phase; });
}

}  // namespace

TEST_CASE("propose: stopped in any phase it gives what it knows and no proposal", "[proposal][example]")
{
    const auto seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    const Round round = random_round(seed, 12, 12).round();
    const Proposal whole = propose(round);
    for (const Phase phase : {Phase::candidates, Phase::assignment, Phase::explanation}) {
        CAPTURE(static_cast<int>(phase));
        const auto outcome = stopped_in(round, phase);
        REQUIRE(std::holds_alternative<Stopped>(outcome));
        const Stopped& stopped = std::get<Stopped>(outcome);
        CHECK(stopped.phase == phase);
        if (phase == Phase::candidates) CHECK(stopped.bound.empty());
        if (phase == Phase::explanation) CHECK(stopped.bound == whole.certificate.value);
        // A bound holds: nothing better than it is possible.
        if (!stopped.bound.empty()) CHECK(stopped.bound >= whole.certificate.value);
    }
}

TEST_CASE("propose: progress is asked in order of phases, never past the end, and changes nothing",
          "[proposal][property]")
{
    const auto seed = GENERATE(range(0U, 10U));
    CAPTURE(seed);
    const Round round = random_round(seed, 300, 30).round();
    Phase last = Phase::candidates;
    std::size_t asked = 0;
    const auto outcome = propose(round, [&](Phase phase, std::size_t done, std::size_t total) {
        CHECK(phase >= last);
        CHECK(done <= total);
        last = phase;
        ++asked;
        return true;
    });
    CHECK(last == Phase::explanation);
    CHECK(asked >= 3);
    CHECK(text_of(std::get<Proposal>(outcome)) == text_of(propose(round)));
}

TEST_CASE("propose: stopped at any question it is stopped there, and can be run again (M29)",
          "[proposal][property]")
{
    const Round round = random_round(3, 40, 40).round();
    std::size_t questions = 0;
    const std::string whole = text_of(std::get<Proposal>(propose(round, [&](Phase, std::size_t, std::size_t) {
        ++questions;
        return true;
    })));
    for (std::size_t last = 0; last < questions; ++last) {
        std::size_t asked = 0;
        const auto outcome = propose(round, [&](Phase, std::size_t, std::size_t) { return asked++ != last; });
        CHECK(std::holds_alternative<Stopped>(outcome));
        CHECK(asked == last + 1);
    }
    CHECK(text_of(propose(round)) == whole);
}

TEST_CASE("propose: what is prepared for it can be stopped at any question", "[proposal][property]")
{
    RandomRound given = random_round(5, 1'100, 1'100);
    Dice dice(5);
    pin_some(given, dice);
    const Round round = given.round();
    REQUIRE_FALSE(round.pins().empty());
    stops_wherever_it_asks(
        9, [&](const KeepGoing& goes_on) { return Eligibility::prepared(round, goes_on).has_value(); });
    stops_wherever_it_asks(
        5, [&](const KeepGoing& goes_on) { return Scorer::prepared(round, goes_on).has_value(); });
    stops_wherever_it_asks(
        9, [&](const KeepGoing& goes_on) { return pin_faults(round, goes_on) == pin_faults(round); });
}

TEST_CASE("propose: between its phases it can be stopped at any question", "[proposal][property]")
{
    const std::size_t times = GENERATE(1U, 3U);  // so many times as many people, so many times the questions
    CAPTURE(times);
    RandomRound given = random_round(7, 1'100 * times, 1'100 * times);
    Dice dice(7);
    pin_some(given, dice);
    const Round round = given.round();
    const Eligibility eligibility(round);
    const CandidateGraph candidates = *find_candidates(round, eligibility, Scorer(round));
    stops_wherever_it_asks(4 * times, [&](const KeepGoing& goes_on) {
        return RoundProblem::prepared(round, candidates, goes_on).has_value();
    });
    stops_wherever_it_asks(6 * times, [&](const KeepGoing& goes_on) {
        return Considered::prepared(round, eligibility, goes_on).has_value();
    });
    stops_wherever_it_asks(
        times, [&](const KeepGoing& goes_on) { return count_components(candidates, goes_on).has_value(); });
}

TEST_CASE("propose: the search for what ties decided can be stopped at any question", "[proposal][property]")
{
    const std::uint32_t size = GENERATE(400U, 800U);
    CAPTURE(size);
    const AllAlike alike(size);
    const Problem problem = alike.problem();
    const Solution solution = solve(problem);
    REQUIRE(solution.status == SolveStatus::optimal);
    constexpr std::size_t passes = 5;  // over all edges
    stops_wherever_it_asks(passes * problem.edges() / (std::size_t{1} << 18), [&](const KeepGoing& goes_on) {
        Watch watch(goes_on, 1);
        const auto decided = decided_by_tie(problem, solution, alike.owner, watch);
        if (!watch.stopped()) CHECK(decided == std::vector<bool>(size, true));
        return !watch.stopped();
    });
}
