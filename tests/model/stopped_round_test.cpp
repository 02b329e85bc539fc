#include "model/given_round.hpp"
#include <befriend/io/write_table.hpp>

#include <algorithm>
#include <array>
#include <random>

namespace befriend::test {
namespace {

/// Enough of everything that every loop over records asks at least once, in no order.
GivenRound large_round(std::uint32_t seed)
{
    constexpr std::size_t people = 1'100;
    GivenRound given;
    const Referral child = given.child(0);
    const Volunteer volunteer = given.volunteer(0);
    given.tables = {};
    for (std::size_t i = 0; i < people; ++i) {
        const std::string number = std::to_string(i);
        given.tables.children.push_back(child);
        given.tables.children.back().id = ReferralId("c" + number);
        given.tables.children.back().interests = {{"sport", 1}, {"soccer", 2}};
        given.tables.volunteers.push_back(volunteer);
        given.tables.volunteers.back().id = VolunteerId("v" + number);
        given.tables.volunteers.back().activities_no = {"soccer"};
        given.tables.volunteers.back().coordinator = CoordinatorId("k" + number);
        given.tables.coordinators.emplace_back().id = CoordinatorId("k" + number);
        given.pin(("c" + number).c_str(), ("v" + number).c_str());
        given.block(("c" + number).c_str(), i == 0 ? "v1" : "v0");
        given.match(("m" + number).c_str(), ("v" + number).c_str());
        if (i % 3 == 0) given.tables.pins.back().until = day("2025-05-31");
        if (i % 5 == 0) given.tables.blocks.back().until = day("2025-05-31");
    }
    std::mt19937 random(seed);
    std::shuffle(given.tables.children.begin(), given.tables.children.end(), random);
    std::shuffle(given.tables.volunteers.begin(), given.tables.volunteers.end(), random);
    std::shuffle(given.tables.coordinators.begin(), given.tables.coordinators.end(), random);
    std::shuffle(given.tables.pins.begin(), given.tables.pins.end(), random);
    std::shuffle(given.tables.blocks.begin(), given.tables.blocks.end(), random);
    std::shuffle(given.tables.existing.begin(), given.tables.existing.end(), random);
    return given;
}

using KeepGoing = std::function<bool(std::size_t done, std::size_t total)>;

std::optional<Round> checked(const GivenRound& given, const KeepGoing& keep_going)
{
    return Round::checked(given.tables, given.policy, given.vocabulary, given.found, keep_going);
}

/// Everything of a round that its tables, or the order they came in, can change.
std::string everything_of(const Round& round)
{
    const Tables tables{round.children(), round.volunteers(), round.coordinators(), round.existing(),
                        round.pins(),     round.blocks(),     round.earlier()};
    std::string text = text_of(round.warnings());
    for (const Table table : {Table::children, Table::volunteers, Table::coordinators, Table::existing,
                              Table::pins, Table::blocks, Table::earlier})
        text += write_json_table(table, tables);
    for (const auto* decisions : {&round.pins(), &round.blocks()}) {
        for (const PairDecision& decision : *decisions)
            text += std::to_string(decision.record) + '\n';
    }
    return text;
}

std::size_t questions_about(const GivenRound& given)
{
    std::size_t asked = 0;
    const auto round = checked(given, [&](std::size_t, std::size_t) { return ++asked > 0; });
    CHECK(round.has_value());
    return asked;
}

}  // namespace

TEST_CASE("round: one that was not stopped is the one that cannot be stopped", "[model][property]")
{
    const GivenRound given = large_round(GENERATE(range(1U, 6U)));
    std::size_t last = 0;
    std::size_t whole = 0;
    const auto round = checked(given, [&](std::size_t done, std::size_t total) {
        CHECK(done >= last);
        CHECK(done <= total);
        CHECK((whole == 0 || total == whole));
        last = done;
        whole = total;
        return true;
    });
    REQUIRE(round.has_value());
    CHECK(last == whole);
    CHECK(everything_of(*round) == everything_of(given.round()));
}

TEST_CASE("round: large tables are sorted, and each decision keeps the place where it was read",
          "[model][property]")
{
    const GivenRound given = large_round(GENERATE(range(1U, 6U)));
    const Round round = given.round();
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    CHECK(std::is_sorted(round.children().begin(), round.children().end(), by_id));
    CHECK(std::is_sorted(round.volunteers().begin(), round.volunteers().end(), by_id));
    CHECK(std::is_sorted(round.coordinators().begin(), round.coordinators().end(), by_id));
    CHECK(round.children().size() == given.tables.children.size());
    CHECK(round.pins().size() == 733);    // of 1,100, without every third
    CHECK(round.blocks().size() == 880);  // without every fifth
    for (const Pin& pin : round.pins()) {
        CHECK(given.tables.pins.at(pin.record).child == pin.child);
        CHECK(given.tables.pins.at(pin.record).volunteer == pin.volunteer);
    }
}

TEST_CASE("round: stopped at any question there is none, and nobody is asked again", "[model][property]")
{
    const GivenRound given = large_round(1);
    const std::size_t questions = questions_about(given);
    CHECK(questions > 30);  // more than the parts of the work
    for (std::size_t last = 0; last < questions; ++last) {
        std::size_t asked = 0;
        CHECK_FALSE(checked(given, [&](std::size_t, std::size_t) { return asked++ != last; }).has_value());
        CHECK(asked == last + 1);
    }
}

TEST_CASE("round: one that is wrong says so unless it is stopped before it is known", "[model][property]")
{
    GivenRound given = large_round(2);
    for (Referral& child : given.tables.children)
        child.previous_matches = -1;
    const std::vector<Fault> faults = given.faults();
    CHECK(faults.size() > given.tables.children.size());

    std::size_t questions = 0;
    try {
        const auto round = checked(given, [&](std::size_t, std::size_t) { return ++questions > 0; });
        FAIL("it was accepted");
    } catch (const InvalidInput& refused) {
        CHECK(refused.faults() == faults);
    }
    for (std::size_t last = 0; last < questions; ++last) {
        std::size_t asked = 0;
        CHECK_FALSE(checked(given, [&](std::size_t, std::size_t) { return asked++ != last; }).has_value());
    }
}

}  // namespace befriend::test
