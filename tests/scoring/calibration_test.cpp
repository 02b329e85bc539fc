// docs/methods/calibration.md shows what a criterion earns on average on invented lists. Here it is measured
// again, so that the page says what the code does.

#include "catch2.hpp"
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

using namespace befriend;
using namespace befriend::test;

namespace {

struct Mean {
    std::int64_t pairs = 0;
    std::int64_t sum = 0;

    void add(Points points)
    {
        ++pairs;
        sum += points;
    }
    [[nodiscard]] std::int64_t rounded() const { return pairs == 0 ? 0 : (2 * sum + pairs) / (2 * pairs); }
};

// What a score is over many pairs: where nothing is unknown, where something is, and over both.
struct Earned {
    Mean known;
    Mean open;
    Mean all;

    void add(Points value, bool is_known)
    {
        (is_known ? known : open).add(value);
        all.add(value);
    }
};

struct Measured {
    PerCriterion<Earned> criteria;
    Earned within_reach;  // travel, up to the way from which it earns nothing
    Earned points;
};

void measure(const Round& round, Measured& measured)
{
    const Eligibility eligibility(round);
    const Scorer scorer(round);
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
            if (!eligibility.eligible(child, volunteer)) continue;
            const PairScore score = scorer.score(child, volunteer);
            for (const Criterion criterion : all_criteria) {
                const auto& one = score.criteria[static_cast<std::size_t>(criterion)];
                if (!one.applicable) continue;
                measured.criteria[static_cast<std::size_t>(criterion)].add(one.value, one.low == one.high);
            }
            measured.points.add(score.points, score.low == score.high);
            const auto& from = round.children()[child].location;
            const auto& to = round.volunteers()[volunteer].location;
            if (from && to && distance_m(*from, *to) < round.policy().travel.furthest_m) {
                const auto travel = static_cast<std::size_t>(Criterion::travel);
                measured.within_reach.add(score.criteria[travel].value, true);
            }
        }
    }
}

// The lists with the seeds from 1 on, under the built-in policy.
Measured measure_county(std::size_t children, std::uint64_t lists)
{
    Measured measured;
    for (std::uint64_t seed = 1; seed <= lists; ++seed) {
        WaitingListOptions options;
        options.preset = "county";
        options.seed = seed;
        options.children = children;
        WaitingList list = waiting_list(options, built_in_vocabulary()).value();
        measure(Round(std::move(list.tables), std::move(list.policy), built_in_vocabulary()), measured);
    }
    return measured;
}

std::string row(std::string_view name, const Earned& earned)
{
    std::string text = "| " + std::string(name);
    for (const Mean& mean : {earned.known, earned.open, earned.all}) {
        const std::string points = mean.pairs == 0 ? "" : std::to_string(mean.rounded());
        text += " | " + std::to_string(mean.pairs) + " | " + points;
    }
    return text + " |\n";
}

std::string table_of(const Measured& measured)
{
    std::string text =
        "| | nothing unknown: pairs | mean | something unknown: pairs | mean | all: pairs | mean |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const Criterion criterion : all_criteria)
        text += row(to_text(criterion), measured.criteria[static_cast<std::size_t>(criterion)]);
    return text + row("travel, below 25 km", measured.within_reach) + row("points", measured.points);
}

std::string page()
{
    std::ifstream stream(std::string(BEFRIEND_SOURCE_DIR) + "/docs/methods/calibration.md", std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// About half for what is known, and no more than that for saying nothing. The distances of travel are
// decided, not scaled: the page says what follows.
void check_scaled(const Measured& measured)
{
    for (const Criterion criterion : all_criteria) {
        if (criterion == Criterion::travel) continue;
        CAPTURE(to_text(criterion));
        const Earned& earned = measured.criteria[static_cast<std::size_t>(criterion)];
        CHECK(earned.known.pairs > 1'000);
        CHECK(earned.known.rounded() >= 450);
        CHECK(earned.known.rounded() <= 550);
        CHECK(earned.open.pairs > 100);
        CHECK(earned.open.rounded() <= 550);
    }
}

}  // namespace

TEST_CASE("calibration: an average eligible pair of the county list earns about half on each criterion",
          "[scoring][example]")
{
    const Measured measured = measure_county(40, 100);
    CHECK_THAT(page(), ContainsSubstring(table_of(measured)));
    check_scaled(measured);
}

TEST_CASE("calibration: and so on a list of 1,200", "[scoring][example]")
{
    const Measured measured = measure_county(1'200, 3);
    CHECK_THAT(page(), ContainsSubstring(table_of(measured)));
    check_scaled(measured);
}
