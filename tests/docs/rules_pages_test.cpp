// The tables of rules, questions and reasons in docs/methods are the code's own.

#include "catch2.hpp"
#include "docs/page.hpp"
#include <befriend/io/columns.hpp>
#include <befriend/model/policy_keys.hpp>
#include <befriend/proposal/proposal.hpp>
#include <befriend/scoring/open_questions.hpp>
#include <befriend/scoring/rules.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

// The lines of the table whose head begins with `head`, each cut into its cells.
std::vector<std::vector<std::string>> table_under(const std::string& path, const std::string& head)
{
    const std::string text = page(path);
    const std::size_t at = text.find("\n" + head);
    REQUIRE(at != std::string::npos);
    std::istringstream lines(text.substr(at + 1));
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(lines, line) && line.starts_with("|");) {
        std::vector<std::string>& cells = rows.emplace_back();
        for (std::size_t from = 2; from < line.size();) {
            const std::size_t end = line.find(" |", from);
            REQUIRE(end != std::string::npos);
            cells.push_back(line.substr(from, end - from));
            from = end + 3;
        }
    }
    REQUIRE(rows.size() > 2);
    rows.erase(rows.begin(), rows.begin() + 2);
    return rows;
}

std::set<std::string, std::less<>> names_that_rules_may_read()
{
    std::set<std::string, std::less<>> names;
    for (const Table table : {Table::children, Table::volunteers}) {
        for (const Column& column : columns_of(table))
            names.emplace(column.name);
    }
    for (const PolicyKey& key : policy_keys())
        names.emplace(key.name);
    return names;
}

Rule rule_at(std::size_t i)
{
    return static_cast<Rule>(i);
}

}  // namespace

TEST_CASE("eligibility.md: every rule with its code and sentence, in the fixed order", "[docs]")
{
    const auto rows = table_under("docs/methods/eligibility.md", "| Code | Sentence |");
    REQUIRE(rows.size() == rule_count);
    for (std::size_t i = 0; i < rule_count; ++i) {
        CAPTURE(i);
        REQUIRE(rows[i].size() == 4);
        CHECK(rows[i][0] == code(code_of(rule_at(i))));
        CHECK(rows[i][1] == sentence_of(rule_at(i)));
    }
}

TEST_CASE("eligibility.md: what a rule reads is a column, a policy key or a value of one", "[docs]")
{
    const auto names = names_that_rules_may_read();
    const std::set<std::string, std::less<>> values{"available", "matched", "experienced"};
    for (const auto& cells : table_under("docs/methods/eligibility.md", "| Code | Sentence |")) {
        for (const std::string& name : quoted_in(cells[2])) {
            CAPTURE(cells[0], name);
            CHECK((names.contains(name) || values.contains(name)));
        }
    }
}

TEST_CASE("eligibility.md: the rules that no policy can soften", "[docs]")
{
    std::string expected;
    for (std::size_t i = 0; i < rule_count; ++i) {
        if (is_safeguarding(rule_at(i)))
            expected += (expected.empty() ? "" : ", ") + code(code_of(rule_at(i)));
    }
    CHECK_THAT(page("docs/methods/eligibility.md"), ContainsSubstring("\n" + expected + ".\n"));
}

TEST_CASE("eligibility.md: every question with its code and sentence", "[docs]")
{
    const auto rows = table_under("docs/methods/eligibility.md", "| Code | Question |");
    REQUIRE(rows.size() == open_question_count);
    for (std::size_t i = 0; i < open_question_count; ++i) {
        const auto question = static_cast<OpenQuestion>(i);
        CHECK(rows[i][0] == code(code_of(question)));
        CHECK(rows[i][1] == sentence_of(question));
    }
}

TEST_CASE("reasons.md: what would change each rule", "[docs]")
{
    const auto rows = table_under("docs/methods/reasons.md", "| Code | What would change it |");
    REQUIRE(rows.size() == rule_count);
    for (std::size_t i = 0; i < rule_count; ++i) {
        const std::string_view change = change_of(rule_at(i));
        CHECK(rows[i][0] == code(code_of(rule_at(i))));
        CHECK(rows[i][1] == (change.empty() ? "nothing that anybody should try" : change));
    }
}

TEST_CASE("reasons.md: every reason to wait and not to be used", "[docs]")
{
    std::set<std::string> waiting;
    for (const auto reason : {WaitingReason::rule, WaitingReason::several_rules, WaitingReason::no_volunteers,
                              WaitingReason::below_minimum, WaitingReason::needed_elsewhere}) {
        waiting.insert(code(code_of(reason)));
    }
    std::set<std::string> unused;
    for (const auto reason :
         {UnusedReason::not_ready, UnusedReason::no_children, UnusedReason::rule, UnusedReason::several_rules,
          UnusedReason::below_minimum, UnusedReason::children_elsewhere}) {
        unused.insert(code(code_of(reason)));
    }
    const auto codes_under = [](const std::string& heading) {
        const std::string text = page("docs/methods/reasons.md");
        const std::size_t at = text.find("\n" + heading + "\n");
        REQUIRE(at != std::string::npos);
        std::istringstream lines(text.substr(text.find("\n| Code |", at) + 1));
        std::set<std::string> codes;
        for (std::string line; std::getline(lines, line) && line.starts_with("|");) {
            if (line.starts_with("| `")) codes.insert(line.substr(2, line.find(" |", 2) - 2));
        }
        return codes;
    };
    CHECK(codes_under("## A child who waits") == waiting);
    CHECK(codes_under("## A volunteer who is not used") == unused);
}
