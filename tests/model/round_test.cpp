#include "model/given_round.hpp"
#include <befriend/model/round.hpp>

#include <algorithm>
#include <random>

namespace befriend::test {
namespace {

using enum FaultCode;

Fault found_at(FaultCode code, Table table, std::optional<std::size_t> record, std::string field)
{
    Fault fault;
    fault.code = code;
    fault.table = table;
    fault.record = record;
    fault.field = std::move(field);
    fault.rule = "found by a reader";
    return fault;
}

template <class Record>
std::vector<std::string> ids_of(const std::vector<Record>& records)
{
    std::vector<std::string> ids;
    for (const Record& record : records)
        ids.push_back(record.id.text());
    return ids;
}

template <class Record>
std::vector<std::string> pairs_of(const std::vector<Record>& records)
{
    std::vector<std::string> pairs;
    for (const Record& record : records)
        pairs.push_back(record.child.text() + ' ' + record.volunteer.text());
    return pairs;
}

}  // namespace

TEST_CASE("round: every table is sorted, whatever the order as read", "[model][property]")
{
    GivenRound given;
    for (const char* id : {"c10", "C2", "c2x"}) {
        given.tables.children.push_back(given.child(0));
        given.tables.children.back().id = ReferralId(id);
    }
    given.tables.coordinators.resize(2);
    given.tables.coordinators[0].id = CoordinatorId("k1");
    given.tables.coordinators[1].id = CoordinatorId("k0");
    given.block("c1", "v1");
    given.block("c1", "v0");
    given.block("c0", "v1");
    given.pin("c10", "v0");
    given.match("m2", "v0");
    given.match("m1", "v1");
    given.pin("c0", "v0");
    given.volunteer(0).capacity = 9;

    std::mt19937 random(GENERATE(range(0u, 20u)));
    std::shuffle(given.tables.children.begin(), given.tables.children.end(), random);
    std::shuffle(given.tables.volunteers.begin(), given.tables.volunteers.end(), random);
    std::shuffle(given.tables.blocks.begin(), given.tables.blocks.end(), random);
    std::shuffle(given.tables.pins.begin(), given.tables.pins.end(), random);
    const Round round = given.round();

    using Texts = std::vector<std::string>;
    CHECK(ids_of(round.children()) == Texts{"C2", "c0", "c1", "c10", "c2x"});
    CHECK(ids_of(round.volunteers()) == Texts{"v0", "v1"});
    CHECK(round.volunteers()[0].capacity == 9);
    CHECK(ids_of(round.coordinators()) == Texts{"k0", "k1"});
    CHECK(pairs_of(round.blocks()) == Texts{"c0 v1", "c1 v0", "c1 v1"});
    CHECK(pairs_of(round.pins()) == Texts{"c0 v0", "c10 v0"});
    CHECK(pairs_of(round.existing()) == Texts{"m1 v1", "m2 v0"});
}

TEST_CASE("round: it finds a record by id, and only of its kind", "[model][example]")
{
    GivenRound given;
    given.child(0).id = ReferralId("z");
    const Round round = given.round();
    CHECK(round.find(ReferralId("c1")) == std::size_t{0});
    CHECK(round.find(ReferralId("z")) == std::size_t{1});
    CHECK(round.find(VolunteerId("v1")) == std::size_t{1});
    CHECK_FALSE(round.find(ReferralId("v1")).has_value());
    CHECK_FALSE(round.find(ReferralId("c")).has_value());
    CHECK_FALSE(round.find(VolunteerId("w")).has_value());
    CHECK(round.as_of() == day("2025-06-01"));
}

TEST_CASE("round: warnings count records in the order as read", "[model][example]")
{
    GivenRound given;
    given.child(0).id = ReferralId("z");
    given.child(0).age = AgeYears{19};
    const Round round = given.round();
    REQUIRE(round.warnings().size() == 1);
    CHECK(round.warnings()[0].record == std::size_t{0});
    CHECK(round.children()[0].id == ReferralId("c1"));
}

TEST_CASE("round: without children or volunteers it is accepted with a warning", "[model][example]")
{
    GivenRound given;
    given.tables = {};
    check_faults(given, {{w_empty, Table::children, {}, ""}, {w_empty, Table::volunteers, {}, ""}});
    CHECK(given.round().children().empty());
}

TEST_CASE("round: it needs a date", "[model][example]")
{
    GivenRound given;
    given.policy.as_of.reset();
    check_faults(given, {{e_policy, Table::policy, {}, "as_of"}});
}

TEST_CASE("round: the faults of the policy are among its faults", "[model][example]")
{
    GivenRound given;
    given.policy.weights.age = canary_number;
    given.child(1).visits_wanted = 1;
    check_faults(given, {{e_range, Table::children, 1, "visits_wanted_per_month"},
                         {e_range, Table::policy, {}, "weights.age"}});
}

TEST_CASE("round: what a reader found is refused together with the rest", "[model][example]")
{
    GivenRound given;
    given.found = {found_at(e_number, Table::volunteers, 0, "capacity"),
                   found_at(w_text, Table::children, 0, "")};
    given.child(1).visits_wanted = 1;
    check_faults(given, {{w_text, Table::children, 0, ""},
                         {e_range, Table::children, 1, "visits_wanted_per_month"},
                         {e_number, Table::volunteers, 0, "capacity"}});
}

TEST_CASE("round: a reader's warnings are kept and hide nothing", "[model][example]")
{
    GivenRound given;
    given.found = {found_at(w_text, Table::children, 0, "visits_wanted_per_month")};
    check_faults(given, {{w_text, Table::children, 0, "visits_wanted_per_month"}});
    given.child(0).visits_wanted = 1;
    check_faults(given, {{e_range, Table::children, 0, "visits_wanted_per_month"},
                         {w_text, Table::children, 0, "visits_wanted_per_month"}});
}

TEST_CASE("round: where a reader found an error, no second one is reported", "[model][example]")
{
    GivenRound given;
    SECTION("in a field")
    {
        given.child(1).referred_on.reset();
        given.found = {found_at(e_date, Table::children, 1, "referred_on")};
        check_faults(given, {{e_date, Table::children, 1, "referred_on"}});
        given.child(0).referred_on.reset();
        check_faults(given, {{e_schema, Table::children, 0, "referred_on"},
                             {e_date, Table::children, 1, "referred_on"}});
    }
    SECTION("in the other field of an age")
    {
        given.volunteer(1).age.reset();
        given.found = {found_at(e_date, Table::volunteers, 1, "birth_month")};
        check_faults(given, {{e_date, Table::volunteers, 1, "birth_month"}});
    }
    SECTION("in a whole record")
    {
        given.child(1) = {};
        given.found = {found_at(e_parse, Table::children, 1, "")};
        check_faults(given, {{e_parse, Table::children, 1, ""}});
    }
    SECTION("in a column of a whole table")
    {
        given.child(0).referred_on.reset();
        given.child(1).referred_on.reset();
        given.found = {found_at(e_schema, Table::children, {}, "referred_on")};
        check_faults(given, {{e_schema, Table::children, {}, "referred_on"}});
    }
    SECTION("in a whole table: nor that nobody in it is known")
    {
        given.tables.children.clear();
        given.pin("c0", "v0");
        given.volunteer(0).not_with = {{"c1", ""}};
        given.found = {found_at(e_parse, Table::children, {}, "")};
        check_faults(given, {{e_parse, Table::children, {}, ""}});
    }
    SECTION("in the policy")
    {
        given.policy.as_of.reset();
        given.found = {found_at(e_date, Table::policy, {}, "as_of")};
        check_faults(given, {{e_date, Table::policy, {}, "as_of"}});
    }
}

TEST_CASE("D24: a special-category field without a purpose is refused, column by column", "[model][example]")
{
    GivenRound given;
    given.child(1).ethnic_group = std::string("roma");
    given.child(1).religion = std::string("hindu");
    given.child(0).culture.wanted = {std::string(canary)};
    given.child(1).faith.wanted = {"hindu"};
    given.volunteer(1).ethnic_group = std::string("roma");
    given.volunteer(1).religion = std::string("hindu");
    given.volunteer(0).cultures = std::vector<std::string>{"Roma"};
    check_accepted(given);

    SECTION("no child's wish")
    {
        given.policy.purposes.child_wish.clear();
        check_faults(given, {{e_policy, Table::children, {}, "culture_wanted"},
                             {e_policy, Table::children, {}, "religion_wanted"},
                             {e_policy, Table::volunteers, {}, "cultures"}});
    }
    SECTION("no equality monitoring")
    {
        given.policy.purposes.equality_monitoring.clear();
        check_faults(given, {{e_policy, Table::children, {}, "ethnic_group"}});
    }
    SECTION("neither")
    {
        given.policy.purposes = {"", ""};
        check_faults(given, {{e_policy, Table::children, {}, "culture_wanted"},
                             {e_policy, Table::children, {}, "ethnic_group"},
                             {e_policy, Table::children, {}, "religion"},
                             {e_policy, Table::children, {}, "religion_wanted"},
                             {e_policy, Table::volunteers, {}, "cultures"},
                             {e_policy, Table::volunteers, {}, "ethnic_group"},
                             {e_policy, Table::volunteers, {}, "religion"}});
    }
    SECTION("no purpose is needed where there is no value")
    {
        GivenRound plain;
        plain.policy.purposes = {"", ""};
        plain.child(0).ethnic_group = Missing::declined;
        plain.child(0).faith.strength = Strength::none;
        check_accepted(plain);
    }
}

}  // namespace befriend::test
