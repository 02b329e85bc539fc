#include "synthetic/child.hpp"
#include "synthetic/pairs.hpp"
#include "synthetic/volunteer.hpp"
#include <befriend/synthetic/waiting_list.hpp>

namespace befriend {

using namespace synthetic;

namespace {

// In the preset's ratio, to the nearest whole volunteer.
std::size_t volunteers_for(std::size_t children, const Preset& preset)
{
    return (2 * children * preset.volunteers + preset.children) / (2 * preset.children);
}

}  // namespace

std::optional<WaitingList> waiting_list(const WaitingListOptions& options, const Vocabulary& vocabulary)
{
    const Shape* const shape = shape_of(options.preset);
    if (!shape) return std::nullopt;
    const Setting setting(*shape, options.seed, vocabulary);
    const std::size_t children = options.children.value_or(shape->preset.children);
    const std::size_t volunteers = options.volunteers.value_or(volunteers_for(children, shape->preset));

    WaitingList made;
    made.policy.version = options.preset;
    made.policy.as_of = shape->as_of;
    Tables& tables = made.tables;
    tables.children.reserve(children);
    for (std::size_t position = 0; position < children; ++position)
        tables.children.push_back(invented_child(setting, position, children));
    Stages stages(setting);
    tables.volunteers.reserve(volunteers);
    for (std::size_t position = 0; position < volunteers; ++position)
        tables.volunteers.push_back(invented_volunteer(setting, position, stages.at(position)));
    for (std::size_t authority = 0; authority < shape->territory.size(); ++authority)
        tables.coordinators.emplace_back().id = coordinator_of(authority);
    add_pairs(setting, tables);
    return made;
}

}  // namespace befriend
