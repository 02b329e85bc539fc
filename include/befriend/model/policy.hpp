#pragma once

#include <befriend/model/background.hpp>
#include <befriend/model/date.hpp>
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/rule.hpp>
#include <befriend/model/words.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace befriend {

/// The objectives that a policy can name, in the order it names them. `worst_off` is known and not solved
/// yet.
enum class TierName : std::uint8_t {
    most_children,
    waiting,
    points,
    worst_off,
    continuity,
    volunteers_waiting
};

template <>
[[nodiscard]] std::span<const Word<TierName>> words_of<TierName>() noexcept;

/// How much each criterion counts. Only the ratios matter.
struct Weights {
    std::int64_t interests = 30;
    std::int64_t background = 20;
    std::int64_t age = 10;
    std::int64_t travel = 20;
    std::int64_t availability = 20;
};

/// `scoring/shared_interests.hpp` reads these.
struct InterestNumbers {
    std::int64_t broader_share =
        500;  ///< thousandths: how far liking a wider interest counts for a narrower one
    std::int64_t sibling_share =
        250;                   ///< thousandths: the same between two interests with the same wider one
    std::int64_t base = 400;   ///< criterion points when the two have nothing in common
    std::int64_t gain = 1500;  ///< points from nothing to everything in common; the end is cut at 0 and 1000
};

/// `scoring/shared_background.hpp` reads these.
struct BackgroundNumbers {
    std::int64_t not_met = 100;  ///< criterion points of a preference that is known not to be met
    Fluency least_fluency = Fluency::conversational;  ///< from here on somebody counts as speaking a language
};

/// `scoring/age_preference.hpp` reads these.
struct AgeNumbers {
    std::int64_t lost_per_year = 200;  ///< criterion points lost for each year outside what is preferred
};

/// `scoring/travel.hpp` and the distance rule read these.
struct TravelNumbers {
    std::int64_t easy_m = 5'000;            ///< full points up to here
    std::int64_t furthest_m = 25'000;       ///< none from here on
    std::int64_t default_limit_m = 25'000;  ///< the limit of a volunteer who states none
    std::int64_t online_limit_m =
        50'000;  ///< the least limit of a pair who both accept contact online or by phone
};

/// `scoring/shared_availability.hpp` and the slot rule read these.
struct AvailabilityNumbers {
    std::int64_t least_common_slots = 1;   ///< fewer is a veto
    std::int64_t slots_for_one_visit = 4;  ///< common slots that one visit a month needs for full points
};

/// The waiting curve: a child who has waited at least `from_months[i]` counts `benefit[i]`.
struct WaitingCurve {
    std::vector<std::int64_t> from_months{0, 3, 6, 12, 18, 24};  ///< ascending, the first 0
    std::vector<std::int64_t> benefit{0, 1, 2, 4, 6, 8};         ///< as many, never falling
    std::int64_t iro_recommended_months = 3;  ///< months that this priority adds; of several the most counts
    std::int64_t isolated_months = 6;
    std::int64_t no_family_contact_months = 6;
    std::int64_t far_from_home_months = 3;
    std::int64_t crisis_review_months = 6;
};

/// The waiting curve of volunteers: one who sees no child, and has waited for one at least `from_months[i]`,
/// counts `benefit[i]`.
struct VolunteersWaitingCurve {
    std::vector<std::int64_t> from_months{0, 3, 6, 12, 18, 24};  ///< ascending, the first 0
    std::vector<std::int64_t> benefit{0, 1, 2, 4, 6, 8};         ///< as many, never falling
};

/// Whom the service reaches, and for how long.
struct ServiceNumbers {
    std::int64_t least_age = 5;
    std::int64_t until_age_looked_after =
        18;  ///< visits end on this birthday unless `eligible_until` says otherwise
    std::int64_t until_age_care_leaver = 25;
    std::int64_t until_age_returned_home = 18;
    std::vector<Cohort> cohorts{Cohort::looked_after, Cohort::care_leaver, Cohort::returned_home};
    std::int64_t least_months = 6;                  ///< a pair with less time ahead than this is not proposed
    std::vector<std::vector<std::string>> sharing;  ///< groups of providers who share their volunteers
};

/// What a volunteer must bring.
struct ClearanceNumbers {
    std::int64_t least_age = 18;
    std::int64_t dbs_months = 36;                ///< how long a check counts
    std::int64_t training_months = 36;           ///< how long a training counts; one without a date counts
    std::vector<Requirement> required_training;  ///< of every volunteer
    std::int64_t commitment_months = 12;         ///< of a volunteer who states none
    bool allow_connected =
        false;  ///< accept volunteers tied to the authority: the trusted-adult route, on record
};

/// Why the policy may read special-category data (UK GDPR art. 9). Empty: that data is refused.
struct Purposes {
    std::string child_wish = "To honour what the child says they want of a visitor";
    std::string equality_monitoring =
        "To show whether groups of children are served alike (Equality Act 2010, s.149)";
};

/// How a round is to be matched: plain numbers, each with a documented default. Nothing here is code.
///
/// The table in `policy_keys.hpp` names every value, with unit, range and meaning; readers, checks and the
/// schema share it.
struct Policy {
    std::string version = "built-in";
    std::string approved_by;
    std::optional<Date> approved_on;
    std::optional<Date> as_of;  ///< the date that ages and expiries are taken at
    std::int64_t seed = 0;      ///< of the tie-break
    std::vector<TierName> tiers{TierName::most_children, TierName::waiting, TierName::points};
    std::int64_t minimum_points = 0;
    std::int64_t neutral_points = 500;  ///< what an unknown criterion earns
    std::int64_t alternatives = 3;      ///< volunteers shown beside each proposal
    std::vector<std::string> ignore_columns;
    std::vector<Rule> soft_limits;  ///< rules that a pin may break with a warning; no safeguarding rule

    Purposes purposes;
    Weights weights;
    InterestNumbers interests;
    BackgroundNumbers background;
    AgeNumbers age;
    TravelNumbers travel;
    AvailabilityNumbers availability;
    WaitingCurve waiting;
    VolunteersWaitingCurve volunteers_waiting;
    ServiceNumbers service;
    ClearanceNumbers clearance;
};

/// Every fault of `policy` by itself, sorted: ranges by the table of keys (E_RANGE, E_LIMIT, E_SCHEMA), then
/// what concerns several values (E_POLICY: `travel.easy_m` below `travel.furthest_m`, the two waiting curves
/// ascending, at least one tier and one cohort), and W_FLAT where every weight is 0.
[[nodiscard]] std::vector<Fault> faults_of(const Policy& policy);

}  // namespace befriend
