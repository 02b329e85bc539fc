#include "scoring/eligibility_facts.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace befriend {
namespace {

// Numbers for texts, from 1 on; 0 stays free for "unknown".
class Numbers {
public:
    std::uint32_t of(const std::string& text)
    {
        return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size() + 1)).first->second;
    }
    [[nodiscard]] std::size_t size() const noexcept { return numbers_.size(); }

private:
    std::map<std::string, std::uint32_t> numbers_;
};

}  // namespace

Eligibility::Facts::Facts(const Round& of, RecordWatch& watch)
    : round(&of),
      wishes(of, watch),
      kept_from(of.children().size()),
      online_limit_m(of.policy().travel.online_limit_m),
      least_common_slots(static_cast<int>(of.policy().availability.least_common_slots))
{
    Numbers numbers;
    for (const Referral& child : of.children()) {
        if (!watch.next()) return;
        children.push_back(facts_of(child, of.policy(), of.as_of()));
        if (child.gender.known()) children.back().gender = numbers.of(child.gender.value());
    }
    for (const Volunteer& volunteer : of.volunteers()) {
        if (!watch.next()) return;
        volunteers.push_back(facts_of(volunteer, of.policy(), of.as_of()));
        for (const std::string& gender : volunteer.accepts_gender) {
            volunteers.back().accepts_gender.push_back(numbers.of(gender));
        }
    }
    genders = numbers.size();
    number_providers(watch);
    collect_exclusions(watch);
}

// Providers are in one pool when a chain of sharing groups joins them: union-find with path halving.
void Eligibility::Facts::number_providers(RecordWatch& watch)
{
    Numbers providers;
    for (std::size_t i = 0; i < children.size() && watch.next(); ++i)
        children[i].provider = providers.of(round->children()[i].provider);
    for (std::size_t i = 0; i < volunteers.size() && watch.next(); ++i) {
        volunteers[i].provider = providers.of(round->volunteers()[i].provider);
    }
    std::vector<std::vector<std::uint32_t>> groups;
    for (const std::vector<std::string>& named : round->policy().service.sharing) {
        std::vector<std::uint32_t>& group = groups.emplace_back();
        for (const std::string& provider : named)
            group.push_back(providers.of(provider));
    }

    pool.resize(providers.size() + 1);
    std::iota(pool.begin(), pool.end(), 0U);
    shares_with.resize(pool.size());
    const auto root = [this](std::uint32_t provider) {
        while (pool[provider] != provider)
            provider = pool[provider] = pool[pool[provider]];
        return provider;
    };
    for (const std::vector<std::uint32_t>& group : groups) {
        for (const std::uint32_t a : group) {
            pool[root(a)] = root(group.front());
            std::copy_if(group.begin(), group.end(), std::back_inserter(shares_with[a]),
                         [a](std::uint32_t b) { return a != b; });
        }
    }
    for (std::uint32_t provider = 0; provider < pool.size(); ++provider)
        pool[provider] = root(provider);
    for (auto& others : shares_with)
        std::sort(others.begin(), others.end());
}

void Eligibility::Facts::collect_exclusions(RecordWatch& watch)
{
    const auto keep = [this](std::optional<std::size_t> child, std::optional<std::size_t> volunteer,
                             Rule rule) {
        if (child && volunteer) kept_from[*child].push_back({static_cast<std::uint32_t>(*volunteer), rule});
    };
    for (std::size_t i = 0; i < round->children().size() && watch.next(); ++i) {
        const Referral& child = round->children()[i];
        for (const Exclusion& not_with : child.not_with) {
            keep(i, round->find(VolunteerId(not_with.id)), Rule::excluded);
        }
        for (const Declined& declined : child.declined_before) {
            keep(i, round->find(declined.volunteer), Rule::declined_before);
        }
    }
    for (std::size_t i = 0; i < round->volunteers().size() && watch.next(); ++i) {
        for (const Exclusion& not_with : round->volunteers()[i].not_with) {
            keep(round->find(ReferralId(not_with.id)), i, Rule::excluded);
        }
    }
    for (const Block& block : round->blocks()) {
        if (!watch.next()) return;
        keep(round->find(block.child), round->find(block.volunteer), Rule::excluded);
    }
    for (auto& kept : kept_from)
        std::sort(kept.begin(), kept.end());
}

}  // namespace befriend
