#include "catch2.hpp"
#include <befriend/model/policy_keys.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <type_traits>

namespace befriend::test {
namespace {

const PolicyKey& key(std::string_view name)
{
    const auto keys = policy_keys();
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const PolicyKey& each) { return each.name == name; });
    REQUIRE(found != keys.end());
    return *found;
}

std::string_view table_of(std::string_view name)
{
    const auto point = name.find('.');
    return point == std::string_view::npos ? std::string_view() : name.substr(0, point);
}

}  // namespace

TEST_CASE("policy keys: each has a name of its own and a meaning", "[model][property]")
{
    std::set<std::string_view> names;
    for (const PolicyKey& each : policy_keys()) {
        CAPTURE(each.name);
        CHECK(names.insert(each.name).second);
        CHECK_FALSE(each.meaning.empty());
    }
    CHECK(names.size() == 53);
}

TEST_CASE("policy keys: the keys of a table stand together, those without a table first", "[model][property]")
{
    std::vector<std::string_view> tables;
    for (const PolicyKey& each : policy_keys()) {
        if (tables.empty() || tables.back() != table_of(each.name)) tables.push_back(table_of(each.name));
    }
    CHECK(tables == std::vector<std::string_view>{"", "purposes", "weights", "interests", "background", "age",
                                                  "travel", "availability", "waiting", "volunteers_waiting",
                                                  "service", "clearance"});
}

TEST_CASE("policy keys: each integer key reaches a value of its own", "[model][property]")
{
    Policy policy;
    std::set<const std::int64_t*> values;
    std::int64_t count = 0;
    for (const PolicyKey& each : policy_keys()) {
        if (const auto* integer = std::get_if<IntegerKey>(&each.kind)) {
            CAPTURE(each.name);
            CHECK(values.insert(&integer->at(policy)).second);
            ++count;
        }
    }
    CHECK(count == 35);
}

TEST_CASE("policy keys: a name reaches the value it says", "[model][example]")
{
    Policy policy;
    std::get<IntegerKey>(key("travel.easy_m").kind).at(policy) = 1'234;
    CHECK(policy.travel.easy_m == 1'234);
    std::get<IntegerKey>(key("clearance.least_age").kind).at(policy) = 21;
    CHECK(policy.clearance.least_age == 21);
    CHECK(policy.service.least_age == 5);
    std::get<IntegersKey>(key("waiting.benefit").kind).at(policy) = {7};
    CHECK(policy.waiting.benefit == std::vector<std::int64_t>{7});
    std::get<FlagKey>(key("clearance.allow_connected").kind).at(policy) = true;
    CHECK(policy.clearance.allow_connected);
    std::get<DateKey>(key("as_of").kind).at(policy) = first_date;
    CHECK(policy.as_of == first_date);
    CHECK_FALSE(policy.approved_on.has_value());
    std::get<GroupsKey>(key("service.sharing").kind).at(policy) = {{"a", "b"}};
    CHECK(policy.service.sharing.size() == 1);
}

TEST_CASE("policy keys: lists of words are read and written back", "[model][example]")
{
    Policy policy;
    const auto& tiers = std::get<TextsKey>(key("tiers").kind);
    CHECK(tiers.read(policy) == std::vector<std::string>{"most_children", "waiting", "points"});
    tiers.write(policy, {"points"});
    CHECK(policy.tiers == std::vector<TierName>{TierName::points});

    const auto& trainings = std::get<TextsKey>(key("clearance.required_training").kind);
    trainings.write(policy, {"trauma_trained"});
    CHECK(policy.clearance.required_training == std::vector<Requirement>{Requirement::trauma_trained});
    CHECK(std::count(trainings.allowed.begin(), trainings.allowed.end(), "two_adults") == 0);

    const auto& fluency = std::get<WordKey>(key("background.least_fluency").kind);
    CHECK(fluency.read(policy) == "conversational");
    fluency.write(policy, "native");
    CHECK(policy.background.least_fluency == Fluency::native);

    const auto& columns = std::get<TextsKey>(key("ignore_columns").kind);
    columns.write(policy, {"notes"});
    CHECK(policy.ignore_columns == std::vector<std::string>{"notes"});
    CHECK(columns.allowed.empty());
}

TEST_CASE("policy keys: the ranges are those of the documents", "[model][example]")
{
    const auto range = [](std::string_view name) {
        const auto& integer = std::get<IntegerKey>(key(name).kind);
        return std::pair(integer.least, integer.most);
    };
    using Range = std::pair<std::int64_t, std::int64_t>;
    CHECK(range("seed") == Range{0, std::numeric_limits<std::int64_t>::max()});
    CHECK(range("weights.interests") == Range{0, 1000});
    CHECK(range("travel.furthest_m") == Range{0, 2'000'000});
    CHECK(range("minimum_points") == Range{0, 1000});
    CHECK(range("clearance.dbs_months") == Range{0, 600});
    CHECK(range("service.least_age") == Range{0, 125});
}

}  // namespace befriend::test
