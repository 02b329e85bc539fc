#include "model/given_round.hpp"

namespace befriend::test {
namespace {

using enum FaultCode;

}  // namespace

TEST_CASE("relations: a pin, a block and a running match that fit are accepted", "[model][example]")
{
    GivenRound given;
    given.pin("c0", "v0");
    given.block("c0", "v1");
    given.block("c9", "v1");  // of a child who has a match: harmless, and still true
    given.match("c9", "v1");
    given.volunteer(1).not_with = {{"c9", ""}};
    check_accepted(given);
}

TEST_CASE("E08: a pair that names an unknown id is refused, field by field", "[model][example]")
{
    GivenRound given;
    given.pin(canary.data(), "v0");
    given.pin("c0", canary.data());
    given.block(canary.data(), canary.data());
    given.match("c9", canary.data());
    check_faults(given, {{e_unknown_id, Table::existing, 0, "volunteer_id"},
                         {e_unknown_id, Table::pins, 0, "child_id"},
                         {e_unknown_id, Table::pins, 1, "volunteer_id"},
                         {e_unknown_id, Table::blocks, 0, "child_id"},
                         {e_unknown_id, Table::blocks, 0, "volunteer_id"}});
    CHECK_FALSE(mentions(given.faults(), "other side"));
}

TEST_CASE("E08: a veto that names an unknown id is refused, on either side", "[model][example]")
{
    GivenRound given;
    given.child(1).not_with = {{std::string(canary), ""}};
    given.volunteer(0).not_with = {{"c0", ""}, {std::string(canary), ""}};
    check_faults(given, {{e_unknown_id, Table::children, 1, "not_with"},
                         {e_unknown_id, Table::volunteers, 0, "not_with"}});
}

TEST_CASE("E08: an existing adult need not be a volunteer", "[model][example]")
{
    GivenRound given;
    given.match("c9", "aunt");
    given.tables.existing[0].type = MatchType::existing_adult;
    check_accepted(given);
}

TEST_CASE("E08: a pin on a child who has another match is refused", "[model][example]")
{
    GivenRound given;
    given.match("c9", "v0");
    given.pin("c9", "v1");
    check_faults(given, {{e_unknown_id, Table::pins, 0, "child_id"}});
}

TEST_CASE("E08: ids are compared with case", "[model][example]")
{
    GivenRound given;
    given.block("C0", "v0");
    check_faults(given, {{e_unknown_id, Table::blocks, 0, "child_id"}});
}

TEST_CASE("E09: swapped columns are recognised", "[model][example]")
{
    GivenRound given;
    SECTION("of a block")
    {
        given.block("v0", "c0");
        check_faults(given, {{e_unknown_id, Table::blocks, 0, "child_id"},
                             {e_unknown_id, Table::blocks, 0, "volunteer_id"}});
        for (const Fault& fault : given.faults())
            CHECK(fault.rule.find("exists on the other side") != std::string::npos);
    }
    SECTION("of a veto")
    {
        given.child(0).not_with = {{"c1", ""}};
        given.volunteer(0).not_with = {{"v1", ""}};
        check_faults(given, {{e_unknown_id, Table::children, 0, "not_with"},
                             {e_unknown_id, Table::volunteers, 0, "not_with"}});
        for (const Fault& fault : given.faults())
            CHECK(fault.rule.find("exists on the other side") != std::string::npos);
    }
}

TEST_CASE("relations: a volunteer who was declined and has left is worth a warning", "[model][example]")
{
    GivenRound given;
    given.child(0).declined_before = {{VolunteerId("v1"), {}}, {VolunteerId(std::string(canary)), {}}};
    check_faults(given, {{w_unknown_id, Table::children, 0, "declined_before"}});
    CHECK(given.round().warnings().size() == 1);
}

TEST_CASE("relations: a coordinator must be in the table, where there is one", "[model][example]")
{
    GivenRound given;
    given.volunteer(1).coordinator = CoordinatorId(std::string(canary));
    check_accepted(given);
    given.tables.coordinators.resize(1);
    given.tables.coordinators[0].id = CoordinatorId("k0");
    check_faults(given, {{e_unknown_id, Table::volunteers, 1, "coordinator_id"}});
}

TEST_CASE("E10: a pair that is listed twice is a duplicate, in each table of pairs", "[model][example]")
{
    GivenRound given;
    given.match("c9", "v0");
    given.match("c9", "v0");
    given.pin("c0", "v0");
    given.block("c1", "v1");
    given.block("c1", "v0");
    given.block("c1", "v1");
    given.pin("c0", "v0");
    given.tables.pins[1].reason = std::string(canary);
    check_faults(given, {{e_duplicate, Table::existing, 1, "", 0},
                         {e_duplicate, Table::pins, 1, "", 0},
                         {e_duplicate, Table::blocks, 2, "", 0}});
}

TEST_CASE("E11: of many repeats the first 100 are listed, then a count", "[model][example]")
{
    GivenRound given;
    for (int i = 0; i < 100; ++i)
        given.block("c0", "v0");
    CHECK(given.faults().size() == 99);
    given.block("c0", "v0");
    CHECK(given.faults().size() == 100);

    for (int i = 0; i < 100'000 - 101; ++i)
        given.block("c0", "v0");
    const auto faults = given.faults();
    REQUIRE(faults.size() == 101);
    CHECK_FALSE(faults.front().record.has_value());
    CHECK(faults.front().rule.find("99899 more") != std::string::npos);
    for (std::size_t i = 1; i <= 100; ++i) {
        CHECK(faults[i].code == e_duplicate);
        CHECK(faults[i].record == i);
        CHECK(faults[i].other == std::size_t{0});
    }
}

TEST_CASE("F01: a pin and a block on one pair are a conflict of both records", "[model][example]")
{
    GivenRound given;
    given.pin("c1", "v1");
    given.pin("c0", "v0");
    given.block("c0", "v1");
    given.block("c1", "v0");
    given.block("c0", "v0");
    check_faults(given, {{e_conflict, Table::pins, 1, "", 2, Table::blocks}});
}

TEST_CASE("F02: two pins for one child are a conflict of both records", "[model][example]")
{
    GivenRound given;
    given.pin("c1", "v1");
    given.pin("c0", "v1");
    given.volunteer(1).capacity = 2;
    check_accepted(given);
    given.pin("c1", "v0");
    check_faults(given, {{e_conflict, Table::pins, 2, "child_id", 0}});
}

TEST_CASE("F03: more pins than a volunteer has room for are a conflict of every pin", "[model][example]")
{
    GivenRound given;
    Volunteer& volunteer = given.volunteer(1);
    volunteer.capacity = 3;
    volunteer.current_load = 1;
    given.pin("c0", "v1");
    given.pin("c1", "v1");
    check_accepted(given);
    volunteer.current_load = GENERATE(2, 3, 4, std::numeric_limits<std::int32_t>::max());
    check_faults(given, {{e_conflict, Table::pins, 0, "volunteer_id", 1, Table::volunteers},
                         {e_conflict, Table::pins, 1, "volunteer_id", 1, Table::volunteers}});
}

TEST_CASE("F13: a running match whose child waits, or whose pair is pinned, is a conflict",
          "[model][example]")
{
    GivenRound given;
    given.match("c8", "v0");
    given.match("c1", "v0");
    check_faults(given, {{e_conflict, Table::existing, 1, "child_id", 1, Table::children}});
    given.tables.existing[1].child = ReferralId("c9");
    given.pin("c0", "v1");
    given.pin("c9", "v0");
    check_faults(given, {{e_conflict, Table::existing, 1, "", 1, Table::pins}});
}

TEST_CASE("relations: an expired pin or block is left out with a warning, and contradicts nothing",
          "[model][example]")
{
    GivenRound given;
    given.pin("c0", "v0");
    given.tables.pins[0].until = day("2025-05-31");
    given.pin("c0", "v1");
    given.tables.pins[1].until = day("2025-06-01");
    given.block("c0", "v1");
    given.tables.blocks[0].until = day("2025-05-31");
    given.block(canary.data(), "v1");
    given.tables.blocks[1].until = day("2020-01-01");
    given.block("c1", "v1");
    check_faults(given, {{w_expired, Table::pins, 0, "until"},
                         {w_expired, Table::blocks, 0, "until"},
                         {w_expired, Table::blocks, 1, "until"}});
    const Round round = given.round();
    REQUIRE(round.pins().size() == 1);
    CHECK(round.pins()[0].volunteer == VolunteerId("v1"));
    CHECK(round.pins()[0].record == 1);
    REQUIRE(round.blocks().size() == 1);
    CHECK(round.blocks()[0].child == ReferralId("c1"));
    CHECK(round.blocks()[0].record == 2);
}

TEST_CASE("relations: a pair that was pinned before may be pinned again", "[model][example]")
{
    GivenRound given;
    given.pin("c0", "v0");
    given.tables.pins[0].until = day("2025-05-31");
    given.pin("c0", "v0");
    check_faults(given, {{w_expired, Table::pins, 0, "until"}});
}

TEST_CASE("D21: a reason is free text of at most 4 KiB", "[model][example]")
{
    GivenRound given;
    given.pin("c0", "v0");
    given.block("c1", "v1");
    given.tables.pins[0].reason = std::string(4096, '=');
    given.tables.blocks[0].reason = "=HYPERLINK(\"x\")\t<script>";
    check_accepted(given);
    given.tables.pins[0].reason += std::string(canary);
    given.tables.blocks[0].by = std::string(1 << 20, 'x');
    check_faults(given, {{e_limit, Table::pins, 0, "reason"}, {e_limit, Table::blocks, 0, "by"}});
}

TEST_CASE("relations: each record is held to the dictionary", "[model][example]")
{
    GivenRound given;
    given.match("c 9", "");
    given.tables.existing[0].visits = 401;
    given.tables.existing[0].started_on = last_date + std::chrono::days(1);
    given.tables.existing[0].type = MatchType::existing_adult;
    given.tables.coordinators.resize(1);
    given.tables.coordinators[0].active_matches = -1;
    given.tables.coordinators[0].new_introductions = -canary_number;
    given.tables.coordinators[0].from = day("2025-02-01");
    given.tables.coordinators[0].until = day("2025-01-31");
    check_faults(given, {{e_range, Table::coordinators, 0, "active_matches"},
                         {e_schema, Table::coordinators, 0, "coordinator_id"},
                         {e_range, Table::coordinators, 0, "new_introductions"},
                         {e_range, Table::coordinators, 0, "until"},
                         {e_schema, Table::existing, 0, "child_id"},
                         {e_range, Table::existing, 0, "started_on"},
                         {e_range, Table::existing, 0, "visits_per_month"},
                         {e_schema, Table::existing, 0, "volunteer_id"}});
}

TEST_CASE("relations: a provider of service.sharing that nobody has is worth a look", "[model][example]")
{
    GivenRound given;
    given.child(0).provider = "north";
    given.volunteer(1).provider = "south";
    given.policy.service.sharing = {{"north", "south"}};
    check_accepted(given);
    given.policy.service.sharing = {{"north", "south"}, {"south", std::string(canary), "North"}};
    check_faults(given, {{w_policy, Table::policy, {}, "service.sharing"},
                         {w_policy, Table::policy, {}, "service.sharing"}});
    CHECK(mentions(given.faults(), "no child and no volunteer has provider 2 of group 2"));
    CHECK(mentions(given.faults(), "provider 3 of group 2"));
    given.found = {{e_parse, Table::volunteers, {}, {}, "", "not a table", {}, {}, {}}};
    CHECK_FALSE(mentions(given.faults(), "service.sharing"));
}

TEST_CASE("earlier: a child or a volunteer who is gone is no fault, and nobody at all is worth a warning",
          "[model][example]")
{
    GivenRound given;
    given.policy.tiers = {TierName::most_children, TierName::continuity};
    given.earlier(canary.data(), "v0");
    given.earlier("c0", canary.data());
    check_accepted(given);
    given.tables.earlier.erase(given.tables.earlier.begin());
    check_accepted(given);
    SECTION("another list")
    {
        given.tables.earlier = {{ReferralId(std::string(canary)), VolunteerId(std::string(canary))}};
        check_faults(given, {{w_unknown_id, Table::earlier, {}, ""}});
    }
    SECTION("the two columns changed over")
    {
        given.tables.earlier = {{ReferralId("v0"), VolunteerId("c0")}};
        check_faults(given, {{w_unknown_id, Table::earlier, {}, ""}});
    }
}

TEST_CASE("earlier: a child has one volunteer at most, and both ids are ids", "[model][example]")
{
    GivenRound given;
    given.policy.tiers = {TierName::continuity};
    given.earlier("c0", "v0");
    given.earlier("c1", "v0");
    check_accepted(given);
    given.earlier("c0", "v1");
    given.earlier("", "v1");
    given.earlier("c3", "");
    check_faults(given, {{e_duplicate, Table::earlier, 2, "child_id", 0},
                         {FaultCode::e_schema, Table::earlier, 3, "child_id"},
                         {FaultCode::e_schema, Table::earlier, 4, "volunteer_id"}});
}

TEST_CASE("earlier: the table and the objective that reads it go together", "[model][example]")
{
    GivenRound given;
    given.policy.tiers = {TierName::points, TierName::continuity};
    check_faults(given, {{FaultCode::w_policy, Table::policy, {}, "tiers"}});
    CHECK(mentions(given.faults(), "no earlier proposal was given"));
    given.earlier("c0", "v0");
    check_accepted(given);
    given.policy.tiers.pop_back();
    check_faults(given, {{FaultCode::w_policy, Table::policy, {}, "tiers"}});
    CHECK(mentions(given.faults(), "continuity is not among the objectives"));
}

}  // namespace befriend::test
