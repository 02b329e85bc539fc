#pragma once

#include "catch2.hpp"
#include <befriend/model/round.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::test {

/// A word that no fault may repeat.
inline constexpr std::string_view canary = "kestrel-7301";

/// A number that no fault may repeat.
inline constexpr std::int32_t canary_number = 730'173;

inline Date day(std::string_view text)
{
    return parse_date(text).value();
}

/// What a round is made of, before it is checked. Sound as it stands: children c0 and c1, volunteers v0 and
/// v1, 1 June 2025.
struct GivenRound {
    Tables tables;
    Policy policy;
    Vocabulary vocabulary;
    std::vector<Fault> found;

    GivenRound()
    {
        policy.as_of = day("2025-06-01");
        vocabulary = Vocabulary({{"football", {"soccer"}, "sport"}, {"sport", {}, ""}, {"cooking", {}, ""}});
        for (const char* id : {"c0", "c1"}) {
            Referral child;
            child.id = ReferralId(id);
            child.referred_on = day("2025-01-15");
            child.age = AgeYears{12};
            tables.children.push_back(child);
        }
        for (const char* id : {"v0", "v1"}) {
            Volunteer volunteer;
            volunteer.id = VolunteerId(id);
            volunteer.state = VolunteerState::available;
            volunteer.age = AgeYears{40};
            tables.volunteers.push_back(volunteer);
        }
    }

    Referral& child(std::size_t i) { return tables.children.at(i); }
    Volunteer& volunteer(std::size_t i) { return tables.volunteers.at(i); }

    static PairDecision pair(const char* child, const char* volunteer)
    {
        PairDecision decision;
        decision.child = ReferralId(child);
        decision.volunteer = VolunteerId(volunteer);
        return decision;
    }
    void pin(const char* child, const char* volunteer) { tables.pins.push_back(pair(child, volunteer)); }
    void block(const char* child, const char* volunteer) { tables.blocks.push_back(pair(child, volunteer)); }
    void earlier(const char* child, const char* volunteer)
    {
        tables.earlier.push_back({ReferralId(child), VolunteerId(volunteer)});
    }
    void match(const char* child, const char* volunteer)
    {
        ExistingMatch match;
        match.child = ReferralId(child);
        match.volunteer = VolunteerId(volunteer);
        tables.existing.push_back(match);
    }

    [[nodiscard]] Round round() const { return Round(tables, policy, vocabulary, found); }

    /// Every fault of the round, warnings included.
    [[nodiscard]] std::vector<Fault> faults() const
    {
        try {
            return round().warnings();
        } catch (const InvalidInput& refused) {
            CHECK(has_error(refused.faults()));
            return refused.faults();
        }
    }
};

/// What a fault must say. The rule in words is left to the code.
struct Expected {
    FaultCode code;
    Table table;
    std::optional<std::size_t> record;
    std::string field;
    std::optional<std::size_t> other = std::nullopt;
    std::optional<Table> other_table = std::nullopt;
};

inline std::string text_of(const std::vector<Fault>& faults)
{
    std::string text;
    for (const Fault& fault : faults)
        text += to_text(fault) + '\n';
    return text;
}

/// The round has exactly these faults, in this order, and none repeats a canary.
inline void check_faults(const GivenRound& given, const std::vector<Expected>& expected)
{
    const auto faults = given.faults();
    const std::string text = text_of(faults);
    INFO(text);
    CHECK(text.find(canary) == std::string::npos);
    CHECK(text.find(std::to_string(canary_number)) == std::string::npos);
    REQUIRE(faults.size() == expected.size());
    for (std::size_t i = 0; i < faults.size(); ++i) {
        CAPTURE(i);
        CHECK(to_text(faults[i].code) == to_text(expected[i].code));
        CHECK(to_text(faults[i].table) == to_text(expected[i].table));
        CHECK(faults[i].record == expected[i].record);
        CHECK(faults[i].field == expected[i].field);
        CHECK(faults[i].other == expected[i].other);
        CHECK(faults[i].other_table == expected[i].other_table);
        CHECK_FALSE(faults[i].rule.empty());
    }
}

inline void check_accepted(const GivenRound& given)
{
    check_faults(given, {});
}

inline bool mentions(const std::vector<Fault>& faults, std::string_view words)
{
    return text_of(faults).find(words) != std::string::npos;
}

}  // namespace befriend::test
