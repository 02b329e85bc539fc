#include "scoring/stated_wishes.hpp"
#include "scoring/weighted_mean.hpp"
#include <befriend/scoring/shared_background.hpp>

#include <algorithm>

namespace befriend {
namespace {

bool preferred(const StatedWishes& wishes, std::size_t child, Aspect aspect) noexcept
{
    return wishes.has_wish(child, aspect, Strength::prefer);
}

}  // namespace

bool SharedBackground::applies(std::size_t child) const noexcept
{
    return std::any_of(all_aspects.begin(), all_aspects.end(),
                       [&](Aspect aspect) { return preferred(*wishes_, child, aspect); });
}

CriterionScore SharedBackground::score(std::size_t child, std::size_t volunteer,
                                       TopCriterion top) const noexcept
{
    WeightedMean parts;
    for (const Aspect aspect : all_aspects) {
        if (!preferred(*wishes_, child, aspect)) continue;
        const Met met = wishes_->met(child, volunteer, aspect);
        const CriterionScore part = met == Met::unknown ? CriterionScore::unknown(neutral_)
                                    : met == Met::yes
                                        ? CriterionScore::known(full_points)
                                        : CriterionScore::known(static_cast<Points>(numbers_.not_met));
        parts.add(part, top == top_of(aspect) ? 2 : 1);
    }
    return parts.empty() ? CriterionScore::not_applicable() : parts.mean();
}

}  // namespace befriend
