#include "candidates/child_search.hpp"

#include <algorithm>

namespace befriend {
namespace {

// The volunteers with every clearance; nobody else is a candidate for anyone.
std::vector<Nearby::Resident> cleared_volunteers(const Round& round, const Eligibility& eligibility,
                                                 RecordWatch& watch)
{
    std::vector<Nearby::Resident> cleared;
    for (std::size_t i = 0; i < round.volunteers().size() && watch.next(); ++i) {
        if (!eligibility.of_volunteer(i).empty()) continue;
        cleared.push_back({static_cast<std::uint32_t>(i), eligibility.pool_of_volunteer(i),
                           round.volunteers()[i].location, eligibility.widest_limit_m(i)});
    }
    return cleared;
}

}  // namespace

ChildSearch::ChildSearch(const Round& round, const Eligibility& eligibility, const Scorer& scorer,
                         RecordWatch& watch)
    : round_(round),
      eligibility_(eligibility),
      scorer_(scorer),
      minimum_(static_cast<Points>(round.policy().minimum_points)),
      cleared_(eligibility, cleared_volunteers(round, eligibility, watch), watch)
{
}

void ChildSearch::find(std::size_t child, Found& found) const
{
    found.near.clear();
    if (eligibility_.of_child(child).empty()) {
        cleared_.add(cleared_.child(child), eligibility_.pool_of_child(child),
                     round_.children()[child].location, 0, found.near);
    }
    found.volunteer.clear();
    for (const NearMiss& one : found.near)
        found.volunteer.push_back(one.volunteer);
    std::sort(found.volunteer.begin(), found.volunteer.end());
    found.brief.resize(found.volunteer.size());
    scorer_.briefs(child, found.volunteer, found.brief);
}

}  // namespace befriend
