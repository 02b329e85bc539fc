#include "catch2.hpp"
#include "reporting/example_proposal.hpp"
#include <befriend/reporting/summary.hpp>

#include <algorithm>

namespace befriend::test {
namespace {

std::vector<std::uint64_t> counts_of(const std::vector<Band>& bands)
{
    std::vector<std::uint64_t> counts;
    for (const Band& band : bands)
        counts.push_back(band.count);
    return counts;
}

using Numbers = std::vector<std::uint64_t>;

// A round of `asian` and `white` children of whom the first are proposed.
Summary summary_of_groups(std::size_t asian, std::size_t asian_proposed, std::size_t white,
                          std::size_t white_proposed)
{
    Tables tables;
    Proposal proposal;
    for (std::size_t at = 0; at < asian + white; ++at) {
        const bool is_asian = at < asian;
        Referral child =
            example_child("C-" + std::to_string(100 + at), 12, day(2025, 1, 1), {530'000, 170'000});
        child.ethnic_group = std::string(is_asian ? "asian" : "white");
        tables.children.push_back(child);
        if (is_asian ? at < asian_proposed : at - asian < white_proposed) {
            proposal.proposed.push_back(match_of(at, 0, score_of({300, 0, 0, 0, 0}, all_count)));
            proposal.proposed.back().eligible = 1;
        } else {
            proposal.waiting.push_back({});
            proposal.waiting.back().child = at;
            proposal.waiting.back().eligible = 1;
        }
    }
    tables.volunteers = {example_volunteer("V-01", {530'000, 170'000})};
    return summary_of({tables, example_policy(), Vocabulary{}}, proposal);
}

}  // namespace

TEST_CASE("summary: the figures of the example, counted by hand", "[reporting][example]")
{
    const Summary all = summary_of(example_round(), example_proposal());
    CHECK(all.children == 12);
    CHECK(all.proposed == 4);
    CHECK(all.ask_first == 1);
    CHECK(all.waiting == 8);
    CHECK(all.coverage_percent == 33);
    CHECK(all.volunteers == 6);
    CHECK(all.ready == 4);  // V-05's check is too old, V-06 is paused
    CHECK(all.used == 3);
    CHECK(all.unused == 3);
    CHECK(all.decided_by_tie == 1);

    // C-01 to C-04 wait 21, 15, 31 and 5 months; C-05 to C-12 wait 12, 3, 26, 2, 8, 12, 0 and 17.
    CHECK(counts_of(all.months_proposed) == Numbers{0, 1, 0, 1, 2});
    CHECK(counts_of(all.months_waiting) == Numbers{2, 1, 1, 3, 1});
    CHECK(all.median_months_proposed == 21);
    CHECK(all.median_months_waiting == 12);
    CHECK(all.months_proposed.back() == Band{18, std::nullopt, 2});

    // 780, 500, 380 and 875 points; each pair lives 1 to 5 km apart.
    CHECK(counts_of(all.points) == Numbers{0, 0, 0, 1, 0, 1, 0, 1, 1, 0});
    CHECK(all.median_points == 780);
    CHECK(counts_of(all.distances_km) == Numbers{4, 0, 0, 0, 0, 0});
    CHECK(all.distance_unknown == 0);
}

TEST_CASE("summary: reasons and questions come most frequent first", "[reporting][example]")
{
    const Summary all = summary_of(example_round(), example_proposal());
    REQUIRE(all.reasons.size() == 6);
    CHECK(all.reasons[0].rules == std::vector<Rule>{Rule::distance});
    CHECK(all.reasons[0].children == 2);
    CHECK(all.reasons[1].reason == WaitingReason::needed_elsewhere);
    CHECK(all.reasons[1].children == 2);
    REQUIRE(all.unused_reasons.size() == 3);
    REQUIRE(all.questions.size() == 3);
    CHECK(all.questions[0].question == OpenQuestion::faith);
    CHECK(all.questions[0].proposals == 1);
}

TEST_CASE("summary: an empty round has figures too", "[reporting][example]")
{
    const Summary all = summary_of({Tables{}, example_policy(), Vocabulary{}}, Proposal{});
    CHECK(all.children == 0);
    CHECK(all.coverage_percent == 0);
    CHECK(!all.median_points);
    CHECK(!all.median_months_waiting);
    CHECK(all.reasons.empty());
}

TEST_CASE("summary: outcomes of large groups are shown and add up", "[reporting][example]")
{
    const Summary all = summary_of_groups(20, 9, 30, 21);
    const GroupTable& ethnic = all.groups.front();
    REQUIRE(ethnic.characteristic == Characteristic::ethnic_group);
    REQUIRE(ethnic.groups.size() == 6);
    CHECK(ethnic.groups[0].group == "asian");
    CHECK(ethnic.groups[0].start == 20);
    CHECK(ethnic.groups[0].proposed == 9);
    CHECK(ethnic.groups[0].eligible_waits == 11);
    CHECK(ethnic.groups[0].nobody_eligible == 0);
    CHECK(ethnic.groups[0].median_points == 300);
    CHECK(ethnic.groups[3].group == "white");
    CHECK(ethnic.groups[3].eligible_waits == 9);
    CHECK(ethnic.groups[1].start == 0);
    CHECK(!ethnic.groups[1].median_points);
}

TEST_CASE("summary: access needs are recorded, none, or not known, and never a diagnosis",
          "[reporting][example]")
{
    Tables tables;
    Proposal proposal;
    for (std::size_t at = 0; at < 21; ++at) {
        Referral child =
            example_child("C-" + std::to_string(100 + at), 12, day(2025, 1, 1), {530'000, 170'000});
        if (at < 6) child.access_needs = TagSet<AccessNeed>{AccessNeed::hearing};
        if (at >= 6 && at < 13) child.access_needs = TagSet<AccessNeed>{};
        if (at >= 13) child.access_needs = at % 2 == 0 ? Missing::declined : Missing::not_asked;
        tables.children.push_back(child);
        proposal.proposed.push_back(match_of(at, 0, score_of({300, 0, 0, 0, 0}, all_count)));
        proposal.proposed.back().eligible = at;
    }
    tables.volunteers = {example_volunteer("V-01", {530'000, 170'000})};
    const Summary all = summary_of({tables, example_policy(), Vocabulary{}}, proposal);
    REQUIRE(all.groups[3].characteristic == Characteristic::access_needs);
    const std::vector<GroupOutcome>& groups = all.groups[3].groups;
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].group == "recorded");
    CHECK(groups[0].start == 6);
    CHECK(groups[0].median_eligible == 3);
    CHECK(groups[1].group == "none");
    CHECK(groups[1].start == 7);
    CHECK(groups[1].median_eligible == 9);
    CHECK(groups[2].group == "unknown");
    CHECK(groups[2].start == 8);
    CHECK(groups[2].median_eligible == 17);
}

TEST_CASE("summary: the typical number of eligible volunteers is hidden with its group",
          "[reporting][example]")
{
    const GroupTable ethnic = summary_of_groups(3, 3, 30, 21).groups.front();
    CHECK(!ethnic.groups[0].start);
    CHECK(!ethnic.groups[0].median_eligible);
    CHECK(summary_of_groups(8, 3, 30, 21).groups.front().groups[0].median_eligible == 1);
}

TEST_CASE("summary: a small outcome of a group takes its complement with it", "[reporting][example]")
{
    const Summary all = summary_of_groups(20, 3, 30, 21);
    const GroupTable& ethnic = all.groups.front();
    CHECK(!ethnic.groups[0].proposed);
    CHECK(!ethnic.groups[0].median_points);
    CHECK(ethnic.groups[0].start == 20);
    CHECK(!ethnic.groups[0].eligible_waits);
    CHECK(!ethnic.groups[3].proposed);
    CHECK(!ethnic.groups[3].median_points);
}

}  // namespace befriend::test
