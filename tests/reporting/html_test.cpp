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

// Cards and rows of children.
std::size_t cases(const std::string& report)
{
    return times(report, "<article id=c-") + times(report, "<tr id=c-");
}

std::string example_report()
{
    return html_report(example_round(), example_proposal(), example_record());
}

// A child who waits, with as much to say as there can be: three volunteers needed elsewhere, five changes.
WaitingChild long_wait(std::size_t child, std::size_t children)
{
    WaitingChild waiting;
    waiting.child = child;
    waiting.reason = WaitingReason::needed_elsewhere;
    waiting.eligible = 3;
    for (std::size_t at = 1; at <= 3; ++at)
        waiting.needed_elsewhere.push_back(
            {(child + at) % children, 700, {{at - 1, TierName::waiting, false}}});
    for (std::size_t at = 4; at <= 8; ++at)
        waiting.what_would_change_it.push_back({(child + at) % children, Rule::distance, 4'300});
    return waiting;
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
            example_child("C-" + number, 12, day(2020, 1, 1) + std::chrono::days(at % 2'200), {east, north}));
        tables.volunteers.push_back(example_volunteer("V-" + number, {north + 360'000, east - 360'000}));
        if (at < proposed) {
            proposal.proposed.push_back(model);
            proposal.proposed.back().child = at;
            proposal.proposed.back().volunteer = at;
            proposal.proposed.back().decided_by_tie = at % 100 == 99;
        } else {
            proposal.waiting.push_back(long_wait(at, children));
        }
    }
    return html_report({tables, example_policy(), Vocabulary{}}, proposal, example_record());
}

}  // namespace

TEST_CASE("html: I04 the page asks for nothing and runs nothing", "[reporting][example]")
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

TEST_CASE("html: I03 text from outside stays text", "[reporting][example]")
{
    const std::string hostile =
        "<script>alert(1)</script>\"'&`\xE2\x80\xA8\x1B[31m\u0301<img src=x onerror=y>";
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
        const std::size_t at = report.find(std::string(" id=c-") + id + ">");
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

TEST_CASE("html: headings, tables and parts of the page have names for a reader who hears it",
          "[reporting][example]")
{
    const std::string report = example_report();
    CHECK(times(report, "<html lang=en-GB>") == 1);
    CHECK(times(report, "<title>Proposals for 14 March 2026 – befriend</title>") == 1);
    for (const char* part : {"<header>", "<main>", "<nav aria-label=\"On this page\">", "<h1>"})
        CHECK(times(report, part) == 1);
    int level = 0;
    for (std::size_t at = report.find("<h"); at != std::string::npos; at = report.find("<h", at + 1)) {
        const int next = report[at + 2] - '0';
        if (next < 1 || next > 6) continue;
        CHECK(next <= level + 1);
        level = next;
    }
    CHECK(times(report, "<th scope=") + times(report, "<thead>") == times(report, "<th"));
    CHECK(times(report, "<table") == times(report, "<thead><tr><th scope=col>"));
    CHECK(times(report, "<svg ") == times(report, "aria-hidden=true") + times(report, "role=img"));
    CHECK(times(report, "aria-labelledby=\"map-title map-desc\"") == 1);
    CHECK(times(report, "<title id=map-title>") == 1);
    CHECK(times(report, "<desc id=map-desc>") == 1);
}

TEST_CASE("html: reasons against stand beside reasons for, and nobody can be accepted in bulk",
          "[reporting][example]")
{
    const std::string report = example_report();
    const std::size_t cards = example_proposal().proposed.size();
    for (const char* part : {"<dt>For<dd>", "<dt>Against<dd>", "<dt>Next best<dd>"})
        CHECK(times(report, part) == cards);
    CHECK(times(report,
                "<dt>Against<dd>different likes; wishes not met; ages that do not suit; few free times in "
                "common") == 1);
    CHECK(times(report, "<dd>V-03 612, for C-04<dd>") == 1);
    CHECK(times(report, "<dd>V-04 401, free") == 1);
    CHECK(times(report, "<dd>nobody else is eligible") == 1);
}

TEST_CASE("html: a child who waits has a reason and what would change it", "[reporting][example]")
{
    const std::string report = example_report();
    CHECK(times(report,
                "<tr id=c-C-05><th scope=row><b>C-05</b> Age 11, waited 12 months<td>2 volunteers could "
                "visit, and all of them are proposed to other children.<p>V-01, 700 points: proposed "
                "to <i>C-01</i> (ahead on “Longest wait”), <i>C-02</i> (just as good, drawn by lot)") == 1);
    CHECK(times(report,
                "<p>The volunteer agrees to travel further: <i>V-02</i> (4 km more) and <i>V-04</i> (6 km "
                "more).") == 1);
    CHECK(times(report,
                "<td>The child objects to having a visitor.<td><p>Only the child can change this, and need "
                "not.") == 1);
    CHECK(times(report, "<p>No single change would be enough.") > 0);
    CHECK(times(report, "<p>There is no proposal.") == 0);
    CHECK(times(report, "There is a bar for each thing that counts") == 1);
    CHECK(times(report, "stands in brackets") == 1);
}

TEST_CASE("html: an id that could be broken over two lines is kept whole", "[reporting][property]")
{
    const std::string report = example_report();
    const std::size_t until = report.find("<section id=map>");
    for (std::size_t at = report.find("V-0"); at < until; at = report.find("V-0", at + 1)) {
        const bool is_in_heading = report.compare(at - 6, 6, " with ") == 0;
        const bool is_on_first_line = at + 4 - report.rfind('>', at) <= 25;
        CHECK((is_in_heading || is_on_first_line || report.compare(at - 3, 3, "<i>") == 0));
    }
    CHECK(times(report, "travel further: <i>V-02</i> (4 km more) and <i>V-04</i>") == 1);
}

TEST_CASE("html: nothing on the map moves with a child whom it hides", "[reporting][example]")
{
    const auto map_of = [](Location home) {
        Tables tables = example_tables();
        tables.children[0].location = home;  // one of four with a proposal: hidden
        const std::string report =
            html_report({tables, example_policy(), Vocabulary{}}, example_proposal(), example_record());
        const std::size_t from = report.find("<section id=map>");
        return report.substr(from, report.find("</section>", from) - from);
    };
    CHECK(map_of({532'400, 165'300}) == map_of({571'200, 190'300}));
    CHECK(map_of({532'400, 165'300}) != map_of({471'200, 190'300}));  // in another large square
}

TEST_CASE("html: what was earned is never more than what was possible", "[reporting][regression]")
{
    Proposal proposal = example_proposal();
    proposal.proposed.resize(1);
    proposal.proposed.front().score = score_of({546, 0, 0, 182, 136}, {545, 0, 91, 182, 182});
    const std::string report = html_report(example_round(), proposal, example_record());
    CHECK(times(report, "<li>Interests 546 of 546<li>") == 1);
    CHECK(times(report, "<li>Age 0 of 91<li>") == 1);
}

TEST_CASE("html: a reason of the child alone is counted once in the figures", "[reporting][example]")
{
    Proposal proposal = example_proposal();
    for (WaitingChild& waiting : proposal.waiting) {
        waiting = {};
        waiting.child = static_cast<std::size_t>(&waiting - proposal.waiting.data()) + 4;
        waiting.rules = {Rule::objection};
    }
    proposal.waiting.front().rules.push_back(Rule::distance);
    proposal.waiting.back().rules = {Rule::distance};
    const std::string report = html_report(example_round(), proposal, example_record());
    CHECK(times(report, "Most common, for 7 of 8 children: The child objects to having a visitor.") == 1);
    CHECK(times(report, "<tr><th scope=row>The child objects to having a visitor.<td style=--w:100>7") == 1);
}

TEST_CASE("html: I05 10,000 proposals make a page that opens", "[reporting][example]")
{
    const std::string report = report_of(10'000, 10'000);
    CHECK(cases(report) == most_cases + 100);  // every hundredth is a tie beyond the first 200
    CHECK(report.size() < 300'000);
    CHECK(report.ends_with("</html>\n"));
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

TEST_CASE("html: nearly 1,000 children, most of whom wait, fit into a megabyte", "[reporting][example]")
{
    const std::string report = report_of(990, 240);
    CHECK(times(report, "<p>Decision and why</article>") == 240);
    CHECK(times(report, "<tr id=c-") == 750);
    CHECK(report.size() < 700'000);
}

TEST_CASE("html: the country's list stays as small as a council's", "[reporting][example]")
{
    CHECK(report_of(1'300, 600).size() < 300'000);
}

TEST_CASE("html: a large round shows the longest waiting and those drawn by lot", "[reporting][example]")
{
    const std::string report = report_of(1'300, 600);
    CHECK(cases(report) == most_cases + 4);  // 299, 399, 499 and 599 are ties beyond the first 200
    CHECK(times(report, "The CSV files hold every child") == 1);
    CHECK(cases(report_of(1'000, 10)) == 1'000);
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
    CHECK(times(report, "<p>There is no proposal.") == 1);
    CHECK(times(report, "There is a bar for each thing that counts") == 0);
    CHECK(times(report, "stands in brackets") == 0);
    CHECK(cases(report) == 0);
}

}  // namespace befriend::test
