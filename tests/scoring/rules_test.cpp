#include "catch2.hpp"
#include <befriend/scoring/rules.hpp>

#include <set>
#include <string>

using namespace befriend;

TEST_CASE("rules: every rule has a code of its own, and the code leads back to it", "[scoring]")
{
    std::set<std::string_view> codes;
    for (std::size_t i = 0; i < rule_count; ++i) {
        const Rule rule = static_cast<Rule>(i);
        CHECK(codes.insert(code_of(rule)).second);
        CHECK(rule_with(code_of(rule)) == rule);
        CHECK(code_of(rule).find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
    }
    CHECK_FALSE(rule_with("").has_value());
    CHECK_FALSE(rule_with("Distance").has_value());
}

TEST_CASE("rules: the codes that policies and outputs use never change", "[scoring]")
{
    CHECK(code_of(Rule::objection) == "objection");
    CHECK(code_of(Rule::no_room) == "no_room");
    CHECK(code_of(Rule::dbs) == "dbs");
    CHECK(code_of(Rule::language_must) == "language_must");
    CHECK(code_of(Rule::distance) == "distance");
    CHECK(code_of(Rule::declined_before) == "declined_before");
    CHECK(code_of(Rule::high_need) == "high_need");
    CHECK(static_cast<int>(Rule::objection) == 0);
    CHECK(static_cast<int>(Rule::distance) == 16);
    CHECK(static_cast<int>(Rule::high_need) == 25);
}

TEST_CASE("rules: each has a sentence, and a change unless nobody should try to lift it", "[scoring]")
{
    const std::set<Rule> never_lifted{Rule::objection, Rule::excluded, Rule::declined_before};
    for (std::size_t i = 0; i < rule_count; ++i) {
        const Rule rule = static_cast<Rule>(i);
        CAPTURE(code_of(rule));
        CHECK(sentence_of(rule).back() == '.');
        CHECK(change_of(rule).empty() == (never_lifted.count(rule) == 1));
    }
}
