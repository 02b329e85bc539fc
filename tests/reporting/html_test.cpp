#include "catch2.hpp"
#include "reporting/example_proposal.hpp"
#include <befriend/reporting/html.hpp>

#include <algorithm>
#include <string>

namespace befriend::test {
namespace {

std::size_t times(const std::string& text, const std::string& part)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

std::string example_report()
{
    return html_report(example_round(), example_proposal(), example_record());
}

// Many children, each proposed to a volunteer of their own, with three alternatives.
std::string report_of(std::size_t children, std::size_t proposed)
{
    Tables tables;
    Proposal proposal = example_proposal();
    const ProposedMatch model = proposal.proposed.front();
    proposal.proposed.clear();
    proposal.waiting.clear();
    proposal.unused.clear();
    for (std::size_t at = 0; at < children; ++at) {
        const auto east = static_cast<std::int32_t>(510'000 + at * 7'919 % 40'000);
        const auto north = static_cast<std::int32_t>(150'000 + at * 5'081 % 40'000);
        const std::string number = std::to_string(10'000 + at).substr(1);
        tables.children.push_back(
            example_child("C-" + number, 12, day(2020, 1, 1) + std::chrono::days(at), {east, north}));
        tables.volunteers.push_back(example_volunteer("V-" + number, {north + 360'000, east - 360'000}));
        if (at < proposed) {
            proposal.proposed.push_back(model);
            proposal.proposed.back().child = at;
            proposal.proposed.back().volunteer = at;
            proposal.proposed.back().decided_by_tie = at % 100 == 99;
        } else {
            proposal.waiting.push_back({});
            proposal.waiting.back().child = at;
            proposal.waiting.back().reason = WaitingReason::several_rules;
        }
    }
    return html_report({tables, example_policy(), Vocabulary{}}, proposal, example_record());
}

}  // namespace

TEST_CASE("html: the page asks for nothing and runs nothing", "[reporting][example]")
{
    const std::string report = example_report();
    CHECK(report.starts_with("<!DOCTYPE html>\n<html lang=en-GB>"));
    CHECK(times(report,
                "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                "form-action 'none'\"") == 1);
    CHECK(times(report, "<meta name=referrer content=no-referrer>") == 1);
    CHECK(times(report, "<meta name=robots content=noindex>") == 1);
    for (const char* never : {"http:", "https:", "<script", "<link", "<img", "<form", "@import", "url("})
        CHECK(times(report.substr(0, report.find("<body>")), never) == 0);
    for (const char* never : {"http", "<script", "<link", "<img", "<form", "src=", "{{", "javascript"})
        CHECK(times(report.substr(report.find("<body>")), never) == 0);
}

TEST_CASE("html: text from outside stays text", "[reporting][example]")
{
    const std::string hostile = "<script>alert(1)</script>\"'&`\xE2\x80\xA8\x1B[31m<img src=x onerror=y>";
    Tables tables = example_tables();
    Policy policy = example_policy();
    policy.purposes.child_wish = hostile;
    policy.purposes.equality_monitoring = hostile;
    RunRecord record = example_record();
    for (std::string* field :
         {&record.befriend_version, &record.interface, &record.policy_version, &record.policy_sha256,
          &record.approved_by, &record.as_of_source, &record.status, &record.inputs[0].role,
          &record.inputs[0].file, &record.inputs[0].sha256})
        *field = hostile;
    record.options[hostile] = hostile;
    record.warnings[hostile] = 1;

    const std::string report = html_report({tables, policy, Vocabulary{}}, example_proposal(), record);
    CHECK(times(report, "alert(1)") == 15);
    CHECK(times(report, "<script") == 0);
    CHECK(times(report, "<img") == 0);
    CHECK(times(report, "\x1B") == 0);
    CHECK(times(report, "\xE2\x80\xA8") == 0);
    CHECK(times(report, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&apos;&amp;`\\u{2028}\\u{1b}[31m") == 15);
}

TEST_CASE("html: what people wrote about a pair or a child is not shown", "[reporting][example]")
{
    Tables tables = example_tables();
    const Pin pin{ReferralId{"C-03"}, VolunteerId{"V-02"}, "CANARY", "CANARY", std::nullopt};
    const Block block{ReferralId{"C-05"}, VolunteerId{"V-01"}, "CANARY", "CANARY", std::nullopt};
    tables.pins = {pin};
    tables.blocks = {block};
    tables.children[0].not_with = {{"V-03", "CANARY"}};
    tables.children[0].previous_match_reason = "CANARY";
    tables.children[0].provider = "CANARY";
    const std::string report =
        html_report({tables, example_policy(), Vocabulary{}}, example_proposal(), example_record());
    CHECK(times(report, "CANARY") == 0);
    CHECK(times(report, "A person asked for this pair.") == 1);
}

TEST_CASE("html: cases stand by time waiting, longest first", "[reporting][example]")
{
    const std::string report = example_report();
    std::size_t last = 0;
    for (const char* id :
         {"C-03", "C-01", "C-02", "C-04", "C-07", "C-12", "C-05", "C-10", "C-09", "C-06", "C-08", "C-11"}) {
        const std::size_t at = report.find(std::string("<article id=c-") + id + ">");
        REQUIRE(at != std::string::npos);
        CHECK(at > last);
        last = at;
    }
}

TEST_CASE("html: every link leads to something on the page", "[reporting][property]")
{
    const std::string report = report_of(1'300, 600);
    for (std::size_t at = report.find("href=#"); at != std::string::npos;
         at = report.find("href=#", at + 1)) {
        const std::string id = report.substr(at + 6, report.find('>', at) - at - 6);
        CHECK(times(report, " id=" + id + ">") == 1);
    }
}

TEST_CASE("html: no word says that anything is settled", "[reporting][example]")
{
    const std::string report = example_report();
    const std::string page = report.substr(report.find("<body>"));
    for (const char* never : {"matched", "Matched", "assigned", "Accept all", "accept all"})
        CHECK(times(page, never) == 0);
    CHECK(times(page, "<p>Decision and why</article>") == example_proposal().proposed.size());
}

TEST_CASE("html: 500 proposals fit into 300 KB", "[reporting][example]")
{
    const std::string report = report_of(500, 500);
    CHECK(times(report, "<p>Decision and why</article>") == 500);
    CHECK(report.size() < 300'000);
}

TEST_CASE("html: a large round shows the longest waiting and those drawn by lot", "[reporting][example]")
{
    const std::string report = report_of(1'300, 600);
    CHECK(times(report, "<article ") ==
          most_cases + 4);  // 299, 399, 499 and 599 are ties beyond the first 200
    CHECK(times(report, "The CSV files hold every child") == 1);
    CHECK(times(report_of(1'000, 10), "<article ") == 1'000);
}

TEST_CASE("html: the same round gives the same bytes", "[reporting][example]")
{
    Tables turned = example_tables();
    std::reverse(turned.children.begin(), turned.children.end());
    std::reverse(turned.volunteers.begin(), turned.volunteers.end());
    CHECK(html_report({turned, example_policy(), Vocabulary{}}, example_proposal(), example_record()) ==
          example_report());
}

TEST_CASE("html: a round without anybody has a page", "[reporting][example]")
{
    const std::string report =
        html_report({Tables{}, example_policy(), Vocabulary{}}, Proposal{}, RunRecord{});
    CHECK(times(report, "No place is known, so there is no map.") == 1);
    CHECK(times(report, "<article ") == 0);
}

}  // namespace befriend::test
