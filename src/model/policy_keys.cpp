#include <befriend/model/availability.hpp>
#include <befriend/model/policy_keys.hpp>
#include <befriend/model/words.hpp>

#include <limits>
#include <type_traits>

namespace befriend {
namespace {

constexpr std::int64_t most_seed = std::numeric_limits<std::int64_t>::max();

/// A value of the policy itself: `at<&Policy::seed>`.
template <auto Member>
auto& at(Policy& policy)
{
    return policy.*Member;
}

/// A value of one of its structs: `at<&Policy::travel, &TravelNumbers::easy_m>`.
template <auto Group, auto Member>
auto& at(Policy& policy)
{
    return policy.*Group.*Member;
}

template <auto... Path>
using ValueAt = std::remove_reference_t<decltype(at<Path...>(std::declval<Policy&>()))>;

template <auto... Path>
IntegerKey integer(std::int64_t least, std::int64_t most)
{
    return {least, most, &at<Path...>};
}

template <auto... Path>
IntegerKey metres()
{
    return integer<Path...>(0, 2'000'000);
}

template <auto... Path>
IntegerKey months()
{
    return integer<Path...>(0, 600);
}

template <auto... Path>
IntegerKey age()
{
    return integer<Path...>(0, 125);
}

/// Points of a pair or a criterion, weights and thousandths all go up to 1000.
template <auto... Path>
IntegerKey up_to_1000()
{
    return integer<Path...>(0, 1000);
}

template <auto... Path>
TextKey text()
{
    return {&at<Path...>};
}

template <auto... Path>
const auto& value_of(const Policy& policy)
{
    return at<Path...>(const_cast<Policy&>(policy));  // NOLINT: only read, and the paths are written once
}

/// A list of texts without a list of allowed words.
template <auto... Path>
TextsKey texts()
{
    return {{},
            [](const Policy& policy) { return value_of<Path...>(policy); },
            [](Policy& policy, const std::vector<std::string>& words) { at<Path...>(policy) = words; }};
}

template <class E>
std::vector<std::string_view> all_words()
{
    std::vector<std::string_view> words;
    for (const auto& known : words_of<E>())
        words.push_back(known.second);
    return words;
}

/// A list of values of an enumeration, by their words. Words that it does not know are left out.
template <auto... Path>
TextsKey list_of_words(std::vector<std::string_view> allowed)
{
    using E = typename ValueAt<Path...>::value_type;
    return {std::move(allowed),
            [](const Policy& policy) {
                std::vector<std::string> words;
                for (const E value : value_of<Path...>(policy))
                    words.emplace_back(to_word(value));
                return words;
            },
            [](Policy& policy, const std::vector<std::string>& words) {
                at<Path...>(policy).clear();
                for (const std::string& word : words) {
                    if (const auto value = from_word<E>(word)) at<Path...>(policy).push_back(*value);
                }
            }};
}

/// One value of an enumeration, by its word.
template <auto... Path>
WordKey one_word()
{
    using E = ValueAt<Path...>;
    return {all_words<E>(),
            [](const Policy& policy) { return std::string(to_word(value_of<Path...>(policy))); },
            [](Policy& policy, std::string_view word) {
                if (const auto value = from_word<E>(word)) at<Path...>(policy) = *value;
            }};
}

/// The requirements that a training can meet.
std::vector<std::string_view> training_words()
{
    return {to_word(Requirement::experienced), to_word(Requirement::disability_trained),
            to_word(Requirement::trauma_trained), to_word(Requirement::under10_trained),
            to_word(Requirement::asylum_aware)};
}

/// The rules that a policy can soften.
std::vector<std::string_view> practice_rule_words()
{
    std::vector<std::string_view> words;
    for (const auto& [rule, word] : words_of<Rule>()) {
        if (!is_safeguarding(rule)) words.push_back(word);
    }
    return words;
}

using Keys = std::vector<PolicyKey>;

void add_top(Keys& keys)
{
    keys.insert(
        keys.end(),
        {
            {"version", "", "the name or number of this policy", text<&Policy::version>()},
            {"approved_by", "", "the role of who approved it", text<&Policy::approved_by>()},
            {"approved_on", "", "the day it was approved", DateKey{&at<&Policy::approved_on>}},
            {"as_of", "", "the date that ages and expiries are taken at", DateKey{&at<&Policy::as_of>}},
            {"seed", "", "of the tie-break: another seed, another order among equals",
             integer<&Policy::seed>(0, most_seed)},
            {"tiers", "", "the objectives, the first before all others",
             list_of_words<&Policy::tiers>(all_words<TierName>())},
            {"minimum_points", "points", "a pair that cannot reach these is not proposed",
             up_to_1000<&Policy::minimum_points>()},
            {"neutral_points", "points", "what an unknown criterion earns",
             up_to_1000<&Policy::neutral_points>()},
            {"alternatives", "volunteers", "how many are shown beside each proposal",
             integer<&Policy::alternatives>(0, 100)},
            {"ignore_columns", "", "columns of the tables that are left unread",
             texts<&Policy::ignore_columns>()},
            {"soft_limits", "", "codes of the rules that a pin may break with a warning",
             list_of_words<&Policy::soft_limits>(practice_rule_words())},
        });
}

void add_purposes(Keys& keys)
{
    using G = Purposes;
    keys.insert(keys.end(),
                {
                    {"purposes.child_wish", "",
                     "why faith, culture and religion are read for the child's wish; empty: they are refused",
                     text<&Policy::purposes, &G::child_wish>()},
                    {"purposes.equality_monitoring", "",
                     "why ethnic group and religion are read for reports; empty: they are refused",
                     text<&Policy::purposes, &G::equality_monitoring>()},
                });
}

void add_weights(Keys& keys)
{
    using G = Weights;
    keys.insert(
        keys.end(),
        {
            {"weights.interests", "",
             "how much shared interests count; only the ratios of the weights matter",
             up_to_1000<&Policy::weights, &G::interests>()},
            {"weights.background", "", "how much the child's wishes about the visitor count",
             up_to_1000<&Policy::weights, &G::background>()},
            {"weights.age", "", "how much preferred ages count", up_to_1000<&Policy::weights, &G::age>()},
            {"weights.travel", "", "how much a short way counts", up_to_1000<&Policy::weights, &G::travel>()},
            {"weights.availability", "", "how much common free time counts",
             up_to_1000<&Policy::weights, &G::availability>()},
        });
}

void add_criteria(Keys& keys)
{
    using I = InterestNumbers;
    using T = TravelNumbers;
    using S = AvailabilityNumbers;
    keys.insert(
        keys.end(),
        {
            {"interests.broader_share", "thousandths",
             "how far liking a wider interest counts for a narrower one",
             up_to_1000<&Policy::interests, &I::broader_share>()},
            {"interests.sibling_share", "thousandths",
             "the same between two interests with the same wider one",
             up_to_1000<&Policy::interests, &I::sibling_share>()},
            {"interests.base", "points", "of two people with nothing in common",
             up_to_1000<&Policy::interests, &I::base>()},
            {"interests.gain", "points", "from nothing to everything in common; the sum is cut at 0 and 1000",
             integer<&Policy::interests, &I::gain>(0, 10'000)},
            {"background.not_met", "points", "of a preference that is known not to be met",
             up_to_1000<&Policy::background, &BackgroundNumbers::not_met>()},
            {"background.least_fluency", "", "from here on somebody counts as speaking a language",
             one_word<&Policy::background, &BackgroundNumbers::least_fluency>()},
            {"age.lost_per_year", "points", "lost for each year outside what is preferred",
             up_to_1000<&Policy::age, &AgeNumbers::lost_per_year>()},
            {"travel.easy_m", "metres", "full points up to here", metres<&Policy::travel, &T::easy_m>()},
            {"travel.furthest_m", "metres", "no points from here on; above easy_m",
             metres<&Policy::travel, &T::furthest_m>()},
            {"travel.default_limit_m", "metres", "the furthest way of a volunteer who states none",
             metres<&Policy::travel, &T::default_limit_m>()},
            {"travel.online_limit_m", "metres",
             "the least limit of a pair who both accept contact online or by phone",
             metres<&Policy::travel, &T::online_limit_m>()},
            {"availability.least_common_slots", "slots", "a pair with fewer in common is not eligible",
             integer<&Policy::availability, &S::least_common_slots>(0, slots_in_a_week)},
            {"availability.slots_for_one_visit", "slots",
             "in common that one visit a month needs for full points",
             integer<&Policy::availability, &S::slots_for_one_visit>(1, slots_in_a_week)},
        });
}

void add_waiting(Keys& keys)
{
    using G = WaitingCurve;
    keys.insert(
        keys.end(),
        {
            {"waiting.from_months", "months",
             "where the steps of the waiting curve begin: ascending, the first 0",
             IntegersKey{0, 600, &at<&Policy::waiting, &G::from_months>}},
            {"waiting.benefit", "", "what a child on each step counts: as many numbers, never falling",
             IntegersKey{0, 1000, &at<&Policy::waiting, &G::benefit>}},
            {"waiting.iro_recommended_months", "months",
             "of waiting that this priority adds; of several the most counts",
             months<&Policy::waiting, &G::iro_recommended_months>()},
            {"waiting.isolated_months", "months", "of waiting that this priority adds",
             months<&Policy::waiting, &G::isolated_months>()},
            {"waiting.no_family_contact_months", "months", "of waiting that this priority adds",
             months<&Policy::waiting, &G::no_family_contact_months>()},
            {"waiting.far_from_home_months", "months", "of waiting that this priority adds",
             months<&Policy::waiting, &G::far_from_home_months>()},
            {"waiting.crisis_review_months", "months", "of waiting that this priority adds",
             months<&Policy::waiting, &G::crisis_review_months>()},
        });
}

void add_volunteers_waiting(Keys& keys)
{
    using G = VolunteersWaitingCurve;
    keys.insert(keys.end(),
                {
                    {"volunteers_waiting.from_months", "months",
                     "where the steps of the volunteers' waiting curve begin: ascending, the first 0",
                     IntegersKey{0, 600, &at<&Policy::volunteers_waiting, &G::from_months>}},
                    {"volunteers_waiting.benefit", "",
                     "what a volunteer on each step counts: as many numbers, never falling",
                     IntegersKey{0, 1000, &at<&Policy::volunteers_waiting, &G::benefit>}},
                });
}

void add_service(Keys& keys)
{
    using G = ServiceNumbers;
    keys.insert(
        keys.end(),
        {
            {"service.least_age", "years", "of a child", age<&Policy::service, &G::least_age>()},
            {"service.until_age_looked_after", "years",
             "visits to a looked-after child end on this birthday unless eligible_until says otherwise",
             age<&Policy::service, &G::until_age_looked_after>()},
            {"service.until_age_care_leaver", "years", "the same for a care leaver",
             age<&Policy::service, &G::until_age_care_leaver>()},
            {"service.until_age_returned_home", "years", "the same for a child who has returned home",
             age<&Policy::service, &G::until_age_returned_home>()},
            {"service.cohorts", "", "the children whom the service reaches",
             list_of_words<&Policy::service, &G::cohorts>(all_words<Cohort>())},
            {"service.least_months", "months", "a pair with less time ahead than this is not proposed",
             months<&Policy::service, &G::least_months>()},
            {"service.sharing", "", "groups of providers who share their volunteers",
             GroupsKey{&at<&Policy::service, &G::sharing>}},
        });
}

void add_clearance(Keys& keys)
{
    using G = ClearanceNumbers;
    keys.insert(
        keys.end(),
        {
            {"clearance.least_age", "years", "of a volunteer", age<&Policy::clearance, &G::least_age>()},
            {"clearance.dbs_months", "months", "how long an enhanced check counts",
             months<&Policy::clearance, &G::dbs_months>()},
            {"clearance.training_months", "months", "how long a training counts; one without a date counts",
             months<&Policy::clearance, &G::training_months>()},
            {"clearance.required_training", "", "the trainings that every volunteer needs",
             list_of_words<&Policy::clearance, &G::required_training>(training_words())},
            {"clearance.commitment_months", "months", "from as_of, of a volunteer who states none",
             months<&Policy::clearance, &G::commitment_months>()},
            {"clearance.allow_connected", "",
             "accept volunteers tied to the authority: the trusted-adult route, on record",
             FlagKey{&at<&Policy::clearance, &G::allow_connected>}},
        });
}

}  // namespace

std::span<const PolicyKey> policy_keys()
{
    static const Keys keys = [] {
        Keys all;
        add_top(all);
        add_purposes(all);
        add_weights(all);
        add_criteria(all);
        add_waiting(all);
        add_volunteers_waiting(all);
        add_service(all);
        add_clearance(all);
        return all;
    }();
    return keys;
}

}  // namespace befriend
