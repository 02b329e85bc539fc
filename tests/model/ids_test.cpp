#include "model/given_round.hpp"
#include <befriend/model/ids.hpp>

#include <type_traits>

namespace befriend::test {

TEST_CASE("ids: they are ordered by bytes", "[model][example]")
{
    CHECK(ReferralId("C2") < ReferralId("c1"));
    CHECK(ReferralId("c10") < ReferralId("c9"));
    CHECK(ReferralId("007") != ReferralId("7"));
    CHECK(ReferralId().empty());
}

TEST_CASE("ids: a child's id is not made from a volunteer's", "[model][example]")
{
    STATIC_REQUIRE_FALSE(std::is_convertible_v<VolunteerId, ReferralId>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<ReferralId, VolunteerId>);
}

TEST_CASE("D05: 007 stays 007 as an id", "[model][example]")
{
    GivenRound given;
    given.child(0).id = ReferralId("007");
    given.child(1).id = ReferralId("7");
    const Round round = given.round();
    CHECK(round.find(ReferralId("007")) == std::size_t{0});
    CHECK(round.find(ReferralId("7")) == std::size_t{1});
    CHECK(round.warnings().empty());
}

TEST_CASE("D19: an id that a spreadsheet made a number of is refused or warned of", "[model][example]")
{
    using enum FaultCode;
    GivenRound given;
    given.child(0).id = ReferralId("1.23E+10");
    given.child(1).id = ReferralId("4E+7301");
    given.volunteer(0).id = VolunteerId("4.5e11");
    given.volunteer(1).id = VolunteerId("3-Mar");
    check_faults(given, {{e_schema, Table::children, 0, "child_id"},
                         {w_id, Table::children, 0, "child_id"},
                         {e_schema, Table::children, 1, "child_id"},
                         {w_id, Table::children, 1, "child_id"},
                         {w_id, Table::volunteers, 0, "volunteer_id"}});
    CHECK_FALSE(mentions(given.faults(), "7301"));
}

TEST_CASE("D19: an id that is merely near that shape is left alone", "[model][example]")
{
    GivenRound given;
    given.child(0).id =
        ReferralId(GENERATE("1E5", "12.3E4", "1.E4", "1.2E", "1.2E4x", "E10", "1.2-10", "v1.2"));
    check_accepted(given);
}

TEST_CASE("D20: blanks in an id are refused, never trimmed", "[model][example]")
{
    GivenRound given;
    given.child(1).id = ReferralId(GENERATE(" c1", "c1 ", "c 1", "c1\xC2\xA0", "c1\t"));
    check_faults(given, {{FaultCode::e_schema, Table::children, 1, "child_id"}});
}

TEST_CASE("E01 and E02: the same id twice is a duplicate, alike or not", "[model][example]")
{
    GivenRound given;
    given.child(0).id = given.child(1).id = ReferralId(std::string(canary));
    if (GENERATE(false, true)) given.child(1).age = AgeYears{9};
    check_faults(given, {{FaultCode::e_duplicate, Table::children, 1, "child_id", 0}});
}

TEST_CASE("E01: volunteers and coordinators are no different", "[model][example]")
{
    GivenRound given;
    given.volunteer(1).id = given.volunteer(0).id;
    given.tables.coordinators.resize(2);
    given.tables.coordinators[0].id = given.tables.coordinators[1].id = CoordinatorId("k0");
    check_faults(given, {{FaultCode::e_duplicate, Table::volunteers, 1, "volunteer_id", 0},
                         {FaultCode::e_duplicate, Table::coordinators, 1, "coordinator_id", 0}});
}

TEST_CASE("E03: ids equal but for case are duplicates", "[model][example]")
{
    GivenRound given;
    given.volunteer(0).id = VolunteerId("AZ-Kestrel-7301");
    given.volunteer(1).id = VolunteerId("az-kestrel-7301");
    check_faults(given, {{FaultCode::e_duplicate, Table::volunteers, 1, "volunteer_id", 0}});
    CHECK_FALSE(mentions(given.faults(), "7301"));
}

TEST_CASE("E04: one id for a child and for a volunteer is accepted", "[model][example]")
{
    GivenRound given;
    given.child(0).id = ReferralId("x");
    given.volunteer(0).id = VolunteerId("x");
    check_accepted(given);
}

TEST_CASE("E05: an empty id is refused", "[model][example]")
{
    GivenRound given;
    given.child(1).id = ReferralId();
    given.volunteer(0).id = VolunteerId();
    given.volunteer(1).id = VolunteerId();
    check_faults(given, {{FaultCode::e_schema, Table::children, 1, "child_id"},
                         {FaultCode::e_schema, Table::volunteers, 0, "volunteer_id"},
                         {FaultCode::e_schema, Table::volunteers, 1, "volunteer_id"}});
}

TEST_CASE("E06: an id may have 64 characters and no more", "[model][example]")
{
    GivenRound given;
    given.child(0).id = ReferralId(std::string(64, 'a'));
    check_accepted(given);
    given.child(0).id = ReferralId(std::string(GENERATE(65u, 10'000u), 'a'));
    check_faults(given, {{FaultCode::e_limit, Table::children, 0, "child_id"}});
    CHECK_FALSE(mentions(given.faults(), "aaaa"));
}

TEST_CASE("E07: an id never looks like a path", "[model][example]")
{
    GivenRound given;
    given.child(1).id =
        ReferralId(GENERATE("../../etc/kestrel-7301", "a/b", ".", "..", "a\\b", "\xC3\xA9", "a:b"));
    check_faults(given, {{FaultCode::e_schema, Table::children, 1, "child_id"}});
    given.child(1).id = ReferralId("...");
    check_accepted(given);
}

}  // namespace befriend::test
