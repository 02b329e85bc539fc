#include "catch2.hpp"
#include <befriend/io/read_round.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace befriend;
using namespace befriend::test;

namespace {

constexpr std::string_view children = R"([
    {"child_id": "C-2", "referred_on": "2024-05-01", "age_years": 12, "consent": "agrees", "interests": ["Soccer"],
     "area": "M1 1AA"},
    {"child_id": "C-1", "referred_on": "2024-06-01", "birth_month": "2012-03"}])";
constexpr std::string_view volunteers =
    R"({"schema_version": 1, "records": [{"volunteer_id": "V-1", "state": "available", "age_years": 40}]})";
constexpr std::string_view policy = "as_of = 2025-01-15\n";

std::string refusal(const RoundText& text)
{
    try {
        (void)read_round(text);
    } catch (const InvalidInput& invalid) {
        std::string lines;
        for (const Fault& fault : invalid.faults())
            lines += to_text(fault) + "\n";
        return lines;
    }
    return "accepted";
}

}  // namespace

TEST_CASE("read_round: texts become a round, sorted by id, with the words of the vocabulary", "[io][example]")
{
    const AreaTable areas{{"M1", {385'000, 398'000}}};
    const Round round =
        read_round({.children = children, .volunteers = volunteers, .policy = policy, .areas = &areas});
    REQUIRE(round.children().size() == 2);
    CHECK(round.children()[0].id.text() == "C-1");
    CHECK(round.children()[1].interests.at(0).tag == "football");
    CHECK(round.children()[1].location == Location{385'000, 398'000});
    CHECK(round.volunteers().size() == 1);
}

TEST_CASE("read_round: the faults of all texts come at once", "[io][example]")
{
    const std::string faults = refusal({
        .children = R"([{"child_id": "C 1", "referred_on": "2024-05-01", "age_years": 12}])",
        .volunteers = "[",
        .pins = R"([{"child_id": "C-9"}])",
        .policy = "as_of = 2025-01-15\nsed = 1\n",
        .vocabulary = "[interest.A]\n",
    });
    for (const char* part :
         {"E_SCHEMA children[0].child_id: not an id", "E_PARSE volunteers line 1, column 2",
          "E_SCHEMA pins[0].volunteer_id", "E_SCHEMA policy.sed line 2", "E_SCHEMA vocabulary.A"})
        CHECK_THAT(faults, ContainsSubstring(part));
}

TEST_CASE("read_round: a fault of a reader is not told twice", "[io][example]")
{
    CHECK(refusal({.children = R"([{"child_id": "C-1", "referred_on": "31/01/2024", "age_years": "12"}])",
                   .volunteers = volunteers,
                   .policy = policy}) ==
          "E_SCHEMA children[0].age_years: text where a whole number is due\n"
          "E_DATE children[0].referred_on: not a date of the form YYYY-MM-DD (text, 10 characters)\n");
}

TEST_CASE("read_round: columns that the policy ignores are not read", "[io][example]")
{
    const Round round = read_round({
        .children =
            R"([{"child_id": "C-1", "referred_on": "2024-05-01", "age_years": 12, "colour": "blue"}])",
        .volunteers = volunteers,
        .policy = "as_of = 2025-01-15\nignore_columns = [\"colour\"]\n",
    });
    CHECK(round.children().size() == 1);
}

TEST_CASE("D24: special-category data without a purpose is E_POLICY", "[io][example]")
{
    CHECK(refusal({.children = R"([{"child_id": "C-1", "referred_on": "2024-05-01", "age_years": 12,
                                    "religion_wanted": ["sikh"], "religion_strength": "prefer"}])",
                   .volunteers = volunteers,
                   .policy = "as_of = 2025-01-15\n[purposes]\nchild_wish = \"\"\n"})
              .starts_with("E_POLICY children.religion_wanted"));
}
