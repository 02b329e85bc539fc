#include "model/formatted.hpp"
#include <befriend/model/policy.hpp>
#include <befriend/model/policy_keys.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace befriend {
namespace {

constexpr std::size_t most_bytes = 4096;

/// Notes what is wrong with the values of one policy. A copy, because a key reaches a value through
/// `Policy&`.
class Checker {
public:
    explicit Checker(const Policy& policy) : policy_(policy) {}

    void check(const PolicyKey& key)
    {
        std::visit([&](const auto& kind) { check(key, kind); }, key.kind);
    }

    void add(FaultCode code, std::string_view field, std::string rule)
    {
        Fault fault;
        fault.code = code;
        fault.table = Table::policy;
        fault.field = field;
        fault.rule = std::move(rule);
        faults_.push_back(std::move(fault));
    }

    /// What was found, sorted.
    std::vector<Fault> faults() &&
    {
        sort_faults(faults_);
        return std::move(faults_);
    }

private:
    void check_number(const PolicyKey& key, std::int64_t value, std::int64_t least, std::int64_t most)
    {
        if (value < least) add(FaultCode::e_range, key.name, formatted("below {}", least));
        if (value > most) add(FaultCode::e_range, key.name, formatted("above {}", most));
    }

    void check_text(const PolicyKey& key, const std::string& value)
    {
        if (value.size() > most_bytes) add(FaultCode::e_limit, key.name, "longer than 4 KiB");
    }

    void check_words(const PolicyKey& key, const std::vector<std::string>& words,
                     const std::vector<std::string_view>& allowed)
    {
        for (const std::string& word : words) {
            check_text(key, word);
            if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), word) == allowed.end())
                add(FaultCode::e_schema, key.name, formatted("must be one of {}", fmt::join(allowed, ", ")));
        }
        auto sorted = words;
        std::sort(sorted.begin(), sorted.end());
        if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
            add(FaultCode::e_schema, key.name, "an item is repeated");
    }

    void check(const PolicyKey& key, const IntegerKey& kind)
    {
        check_number(key, kind.at(policy_), kind.least, kind.most);
    }

    void check(const PolicyKey& key, const IntegersKey& kind)
    {
        for (const std::int64_t value : kind.at(policy_))
            check_number(key, value, kind.least, kind.most);
    }

    void check(const PolicyKey&, const FlagKey&) {}

    void check(const PolicyKey& key, const TextKey& kind) { check_text(key, kind.at(policy_)); }

    void check(const PolicyKey& key, const DateKey& kind)
    {
        const auto& date = kind.at(policy_);
        if (date && (*date < first_date || *date > last_date))
            add(FaultCode::e_range, key.name, "outside the years 1900 to 2199");
    }

    void check(const PolicyKey& key, const TextsKey& kind)
    {
        check_words(key, kind.read(policy_), kind.allowed);
    }

    void check(const PolicyKey& key, const WordKey& kind)
    {
        check_words(key, {kind.read(policy_)}, kind.allowed);
    }

    void check(const PolicyKey& key, const GroupsKey& kind)
    {
        for (const auto& group : kind.at(policy_))
            check_words(key, group, {});
    }

    Policy policy_;
    std::vector<Fault> faults_;
};

bool never_falls(const std::vector<std::int64_t>& values)
{
    return std::is_sorted(values.begin(), values.end());
}

template <class Curve>
void check_curve(Checker& checker, const std::string& group, const Curve& curve)
{
    const auto& from = curve.from_months;
    const bool ascends = never_falls(from) && std::adjacent_find(from.begin(), from.end()) == from.end();
    if (from.empty() || from.front() != 0 || !ascends)
        checker.add(FaultCode::e_policy, group + ".from_months", "must ascend from 0");
    if (curve.benefit.size() != from.size())
        checker.add(FaultCode::e_policy, group + ".benefit",
                    formatted("must be as many numbers as {}.from_months", group));
    if (!never_falls(curve.benefit)) checker.add(FaultCode::e_policy, group + ".benefit", "must never fall");
}

}  // namespace

std::vector<Fault> faults_of(const Policy& policy)
{
    Checker checker(policy);
    for (const PolicyKey& key : policy_keys())
        checker.check(key);

    if (policy.travel.easy_m >= policy.travel.furthest_m)
        checker.add(FaultCode::e_policy, "travel.easy_m", "must be below travel.furthest_m");
    check_curve(checker, "waiting", policy.waiting);
    check_curve(checker, "volunteers_waiting", policy.volunteers_waiting);
    if (policy.tiers.empty()) checker.add(FaultCode::e_policy, "tiers", "at least one objective is needed");
    if (policy.service.cohorts.empty())
        checker.add(FaultCode::e_policy, "service.cohorts", "at least one is needed, or nobody is reached");

    const Weights& weights = policy.weights;
    if (weights.interests == 0 && weights.background == 0 && weights.age == 0 && weights.travel == 0 &&
        weights.availability == 0)
        checker.add(FaultCode::w_flat, "weights", "all are 0, so every eligible pair earns the same points");

    return std::move(checker).faults();
}

}  // namespace befriend
