#include "catch2.hpp"
#include "reporting/example_proposal.hpp"
#include <befriend/io/write_proposal.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;
using nlohmann::json;

namespace {

json parsed(const std::string& text)
{
    return json::parse(text);
}

// The lines of `text` that hold `part`.
std::vector<std::string> lines_with(const std::string& text, const std::string& part)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        if (line.find(part) != line.npos) lines.push_back(line);
        at = end + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("proposal_json: these are the bytes", "[io][example]")
{
    Tables tables = example_tables();
    tables.children.resize(1);
    tables.volunteers.resize(1);
    const Round round(tables, example_policy(), Vocabulary{});
    Proposal proposal;
    proposal.proposed = {match_of(0, 0, score_of({375, 0, 25, 200, 250}, no_wish))};
    proposal.proposed[0].ask_about = {OpenQuestion::pets};
    proposal.totals = {{TierName::most_children, 1}};
    proposal.candidate_pairs = 1;
    proposal.independent_parts = 1;

    const std::string pets(sentence_of(OpenQuestion::pets));
    CHECK(
        proposal_json(round, proposal) ==
        "{\n"
        "\"as_of\": \"2026-03-14\",\n"
        "\"candidate_pairs\": 1,\n"
        "\"independent_parts\": 1,\n"
        "\"policy_version\": \"2026-03\",\n"
        "\"proposed\": [\n"
        "{\"ask_about\":[{\"code\":\"pets\",\"sentence\":\"" +
            pets +
            "\"}],\"child\":\"C-01\",\"criteria\":{"
            "\"age\":{\"contribution\":25,\"high\":200,\"low\":200,\"possible\":125,\"value\":200},"
            "\"availability\":{\"contribution\":250,\"high\":1000,\"low\":1000,\"possible\":250,\"value\":"
            "1000},"
            "\"background\":null,"
            "\"interests\":{\"contribution\":375,\"high\":1000,\"low\":1000,\"possible\":375,\"value\":1000},"
            "\"travel\":{\"contribution\":200,\"high\":800,\"low\":800,\"possible\":250,\"value\":800}},"
            "\"decided_by_tie\":false,\"high\":850,\"low\":850,\"next_best\":[],\"pinned\":false,\"points\":"
            "850,"
            "\"state\":\"proposed\",\"volunteer\":\"V-01\"}\n"
            "],\n"
            "\"schema_version\": 1,\n"
            "\"seed\": 7,\n"
            "\"totals\": [\n"
            "{\"objective\":\"most_children\",\"total\":1}\n"
            "],\n"
            "\"unused\": [],\n"
            "\"waiting\": []\n"
            "}\n");
}

TEST_CASE("proposal_json: everybody is named by id, in the order of the proposal", "[io][example]")
{
    const json document = parsed(proposal_json(example_round(), example_proposal()));

    CHECK(document["proposed"].size() == 4);
    CHECK(document["proposed"][1]["child"] == "C-02");
    CHECK(document["proposed"][1]["state"] == "ask_first");
    CHECK(document["proposed"][2]["pinned"] == true);
    CHECK(document["proposed"][3]["decided_by_tie"] == true);
    CHECK(document["proposed"][0]["next_best"][0] ==
          json({{"volunteer", "V-03"}, {"points", 612}, {"proposed_to", {"C-04"}}, {"has_room", false}}));
    CHECK(document["waiting"].size() == 8);
    CHECK(document["unused"].size() == 3);
    CHECK(document["unused"][1]["volunteer"] == "V-05");
    CHECK(document["unused"][1]["reason"]["code"] == "not_ready");
    CHECK(document["unused"][1]["rules"][0]["code"] == "dbs");
    CHECK(document["totals"][1] == json({{"objective", "waiting"}, {"total", 16}}));
}

TEST_CASE("proposal_json: a waiting child has a code, a sentence and what would change it", "[io][example]")
{
    const json waiting = parsed(proposal_json(example_round(), example_proposal()))["waiting"];

    CHECK(waiting[0]["reason"]["code"] == "needed_elsewhere");
    CHECK(waiting[0]["needed_elsewhere"][0]["proposed_to"] ==
          json::array(
              {{{"child", "C-01"}, {"ahead_on", "waiting"}}, {{"child", "C-02"}, {"ahead_on", "tie"}}}));
    CHECK(waiting[0]["needed_elsewhere"][1]["proposed_to"][0]["ahead_on"] == "pin");
    CHECK(waiting[2]["what_would_change_it"][0]["further_m"] == 4'300);
    CHECK(waiting[2]["what_would_change_it"][0]["volunteer"] == "V-02");
    CHECK(waiting[2]["what_would_change_it"][0]["sentence"] == change_of(Rule::distance));
    CHECK_FALSE(waiting[2]["what_would_change_it"].back().contains("further_m"));
    CHECK(waiting[3]["rules"][1] ==
          json({{"code", "no_common_slot"}, {"sentence", sentence_of(Rule::no_common_slot)}}));
    for (const json& child : waiting)
        CHECK(child["reason"]["sentence"].get<std::string>().size() > 10);
}

TEST_CASE("proposal_json: nothing of the certificate is in it", "[io][example]")
{
    Proposal proposal = example_proposal();
    const std::string text = proposal_json(example_round(), proposal);
    proposal.certificate = Certificate{};
    CHECK(proposal_json(example_round(), proposal) == text);
    CHECK(text.find("1099511627775") == text.npos);
}

TEST_CASE("child_json: one child, proposed or waiting", "[io][example]")
{
    const Round round = example_round();
    const Proposal proposal = example_proposal();
    const json all = parsed(proposal_json(round, proposal));

    const json proposed = parsed(child_json(round, proposal, 0));
    CHECK(proposed["child"] == "C-01");
    CHECK(proposed["proposed"] == all["proposed"][0]);
    CHECK(proposed["waiting"].is_null());
    const json waiting = parsed(child_json(round, proposal, 4));
    CHECK(waiting["proposed"].is_null());
    CHECK(waiting["waiting"] == all["waiting"][0]);
}

TEST_CASE("pair_json: every rule that is broken, and the points all the same", "[io][example]")
{
    const Round round = example_round();
    const Proposal proposal = example_proposal();

    const json eligible = parsed(pair_json(round, proposal, 0, 0));
    CHECK(eligible["eligible"] == true);
    CHECK(eligible["rules"].empty());
    CHECK(eligible["distance_m"] == 1'746);  // sqrt(700^2 + 1600^2)
    CHECK(eligible["limit_m"] == 20'000);

    const json barred = parsed(pair_json(round, proposal, 5, 4));  // objects; the check is four years old
    std::vector<std::string> codes;
    for (const json& rule : barred["rules"])
        codes.push_back(rule["code"]);
    CHECK(std::count(codes.begin(), codes.end(), "objection") == 1);
    CHECK(std::count(codes.begin(), codes.end(), "dbs") == 1);
    CHECK(barred["eligible"] == false);
    CHECK(barred["score"]["points"].is_number_integer());
    CHECK(parsed(pair_json(round, proposal, 7, 0))["distance_m"].is_null());
}

TEST_CASE("certificate_json: prices by id on every objective", "[io][example]")
{
    Proposal proposal = example_proposal();
    proposal.certificate.duals.assign(4, {std::vector<std::int64_t>(12, 0), std::vector<std::int64_t>(7, 0)});
    proposal.certificate.duals[2].row[4] = 531;
    proposal.certificate.duals[3].column[6] = 1'099'511'627'775;
    proposal.certificate.volunteer_of_column = {0, 1, 2, 3, 4, 5, 1};

    const std::string text = certificate_json(example_round(), proposal);
    const json document = parsed(text);
    CHECK(document["objectives"] == json({"most_children", "waiting", "points", "ties"}));
    CHECK(document["bound"] == document["value"]);
    CHECK(document["children"].size() == 12);
    CHECK(document["children"][4] == json({{"child", "C-05"}, {"prices", {0, 0, 531, 0}}}));
    CHECK(document["volunteers"].size() == 7);
    CHECK(document["volunteers"][6] ==
          json({{"volunteer", "V-02"}, {"prices", {0, 0, 0, 1'099'511'627'775}}}));
    CHECK(document["how_to_re_check"].size() >= 3);
    CHECK(document["valid"] == true);
    CHECK(lines_with(text, "\"V-02\"").size() == 2);
}

TEST_CASE("run_record_json: every member of the record", "[io][example]")
{
    RunRecord record = example_record();
    record.inputs[0].control_totals = {{"age_years", 157}};
    const json document = parsed(run_record_json(record));

    CHECK(document["as_of"] == "2026-03-14");
    CHECK(document["inputs"][0]["control_totals"] == json({{"age_years", 157}}));
    CHECK(document["inputs"][1]["bytes"] == 1'024);
    CHECK(document["options"] == json({{"threads", "1"}}));
    CHECK(document["totals"][2] == json({{"objective", "points"}, {"total", 2'535}}));
    CHECK(document["warnings"] == json({{"W_EXPIRED", 1}}));
    CHECK(document["seed"] == 7);
    CHECK(document["certified"] == true);
    CHECK(document.size() == 23);  // one for each member of RunRecord, and the version
}

TEST_CASE("run_record_json: a file may have a name that is not UTF-8", "[io][regression]")
{
    RunRecord record = example_record();
    record.inputs[0].file = "children\xe9.csv";
    CHECK(parsed(run_record_json(record))["inputs"][0]["file"] == "children\ufffd.csv");
}
