#include "synthetic/pairs.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::synthetic {

namespace {

using std::chrono::days;
using ByProvider = std::map<std::string_view, std::vector<std::size_t>>;

ByProvider volunteers_by_provider(const std::vector<Volunteer>& volunteers)
{
    ByProvider by_provider;
    for (std::size_t at = 0; at < volunteers.size(); ++at)
        by_provider[volunteers[at].provider].push_back(at);
    return by_provider;
}

void add_block(const Setting& setting, const Referral& child, const VolunteerId& volunteer, Tables& tables,
               Draws& draws)
{
    Block block{child.id, volunteer, "coordinator", "they know each other", std::nullopt};
    if (draws.chance(500)) block.until = add_months(setting.shape.as_of, draws.between(1, 12));
    tables.blocks.push_back(std::move(block));
}

}  // namespace

void add_pairs(const Setting& setting, Tables& tables)
{
    const ByProvider by_provider = volunteers_by_provider(tables.volunteers);
    for (std::size_t at = 0; at < tables.children.size(); ++at) {
        Referral& child = tables.children[at];
        const auto found = by_provider.find(child.provider);
        if (found == by_provider.end()) continue;
        Draws draws = setting.draws(Stream::child_pairs, at);
        const auto& near = found->second;
        const auto somebody = [&]() -> Volunteer& {
            return tables.volunteers[near[draws.below(static_cast<std::uint32_t>(near.size()))]];
        };
        if (draws.chance(not_with_somebody)) child.not_with.push_back({somebody().id.text(), "known_before"});
        if (draws.chance(not_with_on_the_other_side))
            somebody().not_with.push_back({child.id.text(), "lives_nearby"});
        if (draws.chance(declined_somebody)) {
            const VolunteerId& declined = somebody().id;
            child.declined_before.push_back({declined, setting.shape.as_of - days(draws.between(10, 400))});
        }
        if (draws.chance(blocked_with_somebody)) add_block(setting, child, somebody().id, tables, draws);
    }
}

}  // namespace befriend::synthetic
