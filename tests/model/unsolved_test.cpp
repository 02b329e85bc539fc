#include "model/given_round.hpp"

namespace befriend::test {
namespace {

using enum FaultCode;

/// A third child, and a unit of c0 and c2.
GivenRound with_unit()
{
    GivenRound given;
    given.tables.children.push_back(given.child(0));
    given.child(2).id = ReferralId("c2");
    given.child(0).unit = given.child(2).unit = "s1";
    return given;
}

/// One coordinator of v0 (room 2, load 1) and v1 (room 1, load 0); three children wait.
GivenRound with_coordinator()
{
    GivenRound given = with_unit();
    given.tables.coordinators.resize(1);
    given.tables.coordinators[0].id = CoordinatorId("k0");
    for (Volunteer& volunteer : given.tables.volunteers)
        volunteer.coordinator = CoordinatorId("k0");
    given.volunteer(0).capacity = 3;
    given.volunteer(0).current_load = 1;
    return given;
}

}  // namespace

TEST_CASE("unsolved: a unit of several with a mode is refused, every child of it named", "[model][example]")
{
    GivenRound given = with_unit();
    check_accepted(given);
    given.child(0).unit_mode = UnitMode::either;
    check_accepted(given);
    given.child(2).unit_mode = GENERATE(UnitMode::same_adult, UnitMode::separate_adults);
    check_faults(given, {{e_unsupported, Table::children, 0, "unit_mode"},
                         {e_unsupported, Table::children, 2, "unit_mode"}});
}

TEST_CASE("unsolved: a unit of one, and a mode without a unit, change nothing", "[model][example]")
{
    GivenRound given;
    given.child(0).unit = "s1";
    given.child(1).unit = "s2";
    given.child(0).unit_mode = UnitMode::same_adult;
    given.child(1).unit_mode = UnitMode::separate_adults;
    check_accepted(given);
    given.child(0).unit = given.child(1).unit = "";
    check_accepted(given);
}

TEST_CASE("F09: together and apart within one unit is a conflict of both records", "[model][example]")
{
    GivenRound given = with_unit();
    given.child(0).unit_mode = UnitMode::separate_adults;
    given.child(2).unit_mode = UnitMode::same_adult;
    check_faults(given, {{e_conflict, Table::children, 0, "unit_mode", 2}});
}

TEST_CASE("unsolved: a known adult is refused, by id or external", "[model][example]")
{
    GivenRound given;
    given.child(0).known_adult = "external";
    given.child(1).known_adult = std::string(canary);
    check_faults(given, {{e_unsupported, Table::children, 0, "known_adult"},
                         {e_unsupported, Table::children, 1, "known_adult"}});
}

TEST_CASE("unsolved: a couple or a pair is one volunteer, and accepted", "[model][example]")
{
    GivenRound given;
    given.volunteer(0).unit = VolunteerUnit::couple;
    given.volunteer(1).unit = VolunteerUnit::pair;
    check_accepted(given);
}

TEST_CASE("unsolved: a cap on new introductions is refused only if the round could pass it",
          "[model][example]")
{
    GivenRound given = with_coordinator();
    Coordinator& coordinator = given.tables.coordinators[0];
    coordinator.new_introductions = 3;
    check_accepted(given);
    coordinator.new_introductions = 2;
    const std::vector<Expected> refused = {{e_unsupported, Table::coordinators, 0, "new_introductions"}};
    check_faults(given, refused);

    SECTION("fewer children than room")
    {
        given.tables.children.pop_back();
        check_accepted(given);
    }
    SECTION("less room than children")
    {
        given.volunteer(0).current_load = 2;
        check_accepted(given);
    }
    SECTION("a volunteer who cannot be matched has no room")
    {
        given.volunteer(1).state = VolunteerState::paused;
        check_accepted(given);
        given.volunteer(1).state = VolunteerState::matched;
        check_faults(given, refused);
    }
    SECTION("a volunteer of another coordinator")
    {
        given.volunteer(1).coordinator = CoordinatorId();
        check_accepted(given);
    }
    SECTION("a cap that is not in force")
    {
        coordinator.from = day("2025-06-02");
        check_accepted(given);
        coordinator.from = day("2025-06-01");
        check_faults(given, refused);
        coordinator.until = day("2025-06-01");
        check_faults(given, refused);
        coordinator.from.reset();
        coordinator.until = day("2025-05-31");
        check_accepted(given);
    }
}

TEST_CASE("unsolved: a cap on active matches counts those that run", "[model][example]")
{
    GivenRound given = with_coordinator();
    Coordinator& coordinator = given.tables.coordinators[0];
    coordinator.active_matches = 4;  // 1 runs, 3 could be added
    check_accepted(given);
    coordinator.active_matches = 3;
    check_faults(given, {{e_unsupported, Table::coordinators, 0, "active_matches"}});
    given.volunteer(1).state = VolunteerState::paused;
    check_accepted(given);
    given.volunteer(1).current_load = 1;  // paused, and still seeing a child
    check_faults(given, {{e_unsupported, Table::coordinators, 0, "active_matches"}});
}

TEST_CASE("unsolved: a cap that is passed already cannot bind where nobody has room", "[model][example]")
{
    GivenRound given = with_coordinator();
    given.tables.coordinators[0].active_matches = 1;
    given.tables.coordinators[0].new_introductions = 0;
    given.volunteer(0).current_load = 3;
    given.volunteer(1).capacity = 0;
    check_accepted(given);
}

TEST_CASE("unsolved: loads near the end of the numbers add up", "[model][example]")
{
    GivenRound given = with_coordinator();
    given.tables.coordinators[0].active_matches = std::numeric_limits<std::int32_t>::max();
    given.volunteer(0).capacity = given.volunteer(0).current_load = std::numeric_limits<std::int32_t>::max();
    check_faults(given, {{e_unsupported, Table::coordinators, 0, "active_matches"}});
}

TEST_CASE("unsolved: a tier that is known and not solved is refused", "[model][example]")
{
    GivenRound given;
    given.policy.tiers = {TierName::points};
    check_accepted(given);
    given.policy.tiers.push_back(TierName::volunteers_waiting);
    check_accepted(given);
    given.policy.tiers.push_back(TierName::worst_off);
    check_faults(given, {{e_unsupported, Table::policy, {}, "tiers"}});
}

}  // namespace befriend::test
