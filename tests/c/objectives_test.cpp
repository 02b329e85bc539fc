// What changes which answer is the best: an earlier proposal, and a given number of pairs.

#include "../catch2.hpp"
#include "handles.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/proposal/propose.hpp>

#include <string>

using namespace befriend::test;

TEST_CASE("c earlier: the bytes are those of the C++ library, and pairs stay", "[c][oracle]")
{
    Texts texts = invented(40, 30);
    texts.policy = "tiers = [\"continuity\", \"volunteers_waiting\", \"most_children\"]\n" + texts.policy;
    texts.policy.erase(
        texts.policy.find("\ntiers = ", 1) + 1,
        texts.policy.find('\n', texts.policy.find("\ntiers = ", 1) + 1) - texts.policy.find("\ntiers = ", 1));
    befriend::Tables earlier;
    for (const auto& [child, volunteer] :
         {std::pair("C-0001", "V-0002"), std::pair("C-0002", "V-0001"), std::pair("gone", "V-0003")})
        earlier.earlier.push_back({befriend::ReferralId(child), befriend::VolunteerId(volunteer)});
    const std::string json_of_earlier = write_json_table(befriend::Table::earlier, earlier);
    const befriend::Round round = befriend::read_round({.children = texts.children,
                                                        .volunteers = texts.volunteers,
                                                        .earlier = json_of_earlier,
                                                        .policy = texts.policy});
    const befriend::Proposal expected = befriend::propose(round);

    const auto filled = filled_round(texts);
    REQUIRE(add(*filled, BEFRIEND_EARLIER, json_of_earlier, nullptr) == BEFRIEND_OK);
    const auto proposal = proposed(*filled);

    CHECK(json(*proposal) == befriend::proposal_json(round, expected));
    CHECK(json(*proposal, BEFRIEND_PART_CERTIFICATE) == befriend::certificate_json(round, expected));
    CHECK(expected.totals.front().tier == befriend::TierName::continuity);
}

TEST_CASE("c exactly: so many pairs, their price, and none where there cannot be as many", "[c]")
{
    const auto problem = problem_of(3, 3, {4, 1, 3, 2, 0, 5, 3, 2, 2});
    const auto status = [&](std::int64_t exactly) {
        return befriend_problem_set_int(problem.get(), "exactly", exactly, nullptr);
    };
    REQUIRE(status(2) == BEFRIEND_OK);
    const auto two = solved(*problem);
    CHECK(number(*two, "status") == BEFRIEND_SOLUTION_OPTIMAL);
    CHECK(number(*two, "matched") == 2);
    CHECK(number(*two, "total") == 2);
    CHECK(number(*two, "each_count") == 0);
    CHECK(-number(*two, "each") >= 2 - 0);  // what the second pair cost
    CHECK(-number(*two, "each") <= 5 - 2);  // and what a third would

    REQUIRE(status(4) == BEFRIEND_OK);
    const auto four = solved(*problem);
    CHECK(number(*four, "status") == BEFRIEND_SOLUTION_INFEASIBLE);
    CHECK(number(*four, "matched") == 3);
    CHECK(array(*four, "column_of_row").empty());

    REQUIRE(status(-1) == BEFRIEND_OK);
    const auto all = solved(*problem);
    CHECK(number(*all, "total") == 5);
    CHECK(number(*all, "each_count") == 1);
    CHECK(number(*all, "each") == 0);
    CHECK(status(-2) == BEFRIEND_E_RANGE);

    REQUIRE(status(0) == BEFRIEND_OK);
    const std::int64_t pins[] = {1, -1, -1};
    REQUIRE(befriend_problem_set_array(problem.get(), "pins", pins, 3, nullptr) == BEFRIEND_OK);
    befriend_solution* out = nullptr;
    const Outcome refused = outcome_of([&](auto err) {
        return befriend_problem_solve(problem.get(), nullptr, nullptr, nullptr, &out, err);
    });
    CHECK(refused.text == "E_CONFLICT pins: there are more pins than exactly allows\n");
}
