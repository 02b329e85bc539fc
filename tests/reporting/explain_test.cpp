// What `befriend explain` prints, for every child and every pair of the lists that come with befriend.

#include "catch2.hpp"
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/write_proposal.hpp>
#include <befriend/proposal/explanation.hpp>
#include <befriend/proposal/propose.hpp>
#include <befriend/reporting/text.hpp>
#include <befriend/scoring/rules.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using namespace befriend;
using namespace befriend::test;

namespace {

Round bundled(const std::string& preset)
{
    const Vocabulary vocabulary = built_in_vocabulary();
    auto list = waiting_list({.preset = preset}, vocabulary);
    REQUIRE(list);
    return Round(std::move(list->tables), std::move(list->policy), vocabulary);
}

bool is_proposed(const Proposal& proposal, std::size_t child, std::size_t volunteer)
{
    return std::any_of(proposal.proposed.begin(), proposal.proposed.end(), [&](const ProposedMatch& match) {
        return match.child == child && match.volunteer == volunteer;
    });
}

// The rules that stand in the way, one a line, as the text and the JSON give them.
void check_rules(TagSet<Rule> broken, const std::string& text, const nlohmann::json& record)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < rule_count; ++at) {
        const auto rule = static_cast<Rule>(at);
        if (!broken.has(rule)) continue;
        CHECK(text.find("\n  " + std::string(code_of(rule)) + ": ") != std::string::npos);
        CHECK(record["rules"].at(count).at("code") == code_of(rule));
        CHECK(record["rules"].at(count).at("sentence") == sentence_of(rule));
        ++count;
    }
    CHECK(record["rules"].size() == count);
    CHECK(record["eligible"] == (count == 0));
}

}  // namespace

TEST_CASE("explain: every pair of the bundled lists has an answer, in text and JSON", "[reporting][property]")
{
    const Round round = bundled(GENERATE("croydon-2021", "county"));
    const Proposal proposal = propose(round);
    std::size_t proposed = 0;
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
            CAPTURE(child, volunteer);
            const TagSet<Rule> broken = explain_pair(round, child, volunteer).broken;
            const std::string text = text_of_pair(round, proposal, child, volunteer);
            const auto record = nlohmann::json::parse(pair_json(round, proposal, child, volunteer));
            check_rules(broken, text, record);
            const bool is_one = is_proposed(proposal, child, volunteer);
            CHECK(record["proposed"] == is_one);
            CHECK((text.find("\nProposed.\n") != std::string::npos) == is_one);
            CHECK((text.find("\nNot proposed.\n  The ") != std::string::npos) == (broken.empty() && !is_one));
            CHECK((text.find("\nNot eligible. ") != std::string::npos) == !broken.empty());
            proposed += is_one ? 1 : 0;
        }
    }
    CHECK(proposed == proposal.proposed.size());
}

TEST_CASE("explain: every child of the bundled lists has an answer", "[reporting][property]")
{
    const Round round = bundled(GENERATE("croydon-2021", "county"));
    const Proposal proposal = propose(round);
    for (std::size_t child = 0; child < round.children().size(); ++child) {
        CAPTURE(child);
        const std::string text = text_of_child(round, proposal, child);
        const auto record = nlohmann::json::parse(child_json(round, proposal, child));
        const bool waits = record["proposed"].is_null();
        CHECK(record["waiting"].is_null() != waits);
        CHECK((text.find("\nKeeps waiting\n  ") != std::string::npos) == waits);
        CHECK((text.find("\nProposed: volunteer ") != std::string::npos) == !waits);
    }
}
