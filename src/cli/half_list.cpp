#include "cli/half_list.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace befriend::cli {
namespace {

bool is_kept(std::size_t position)
{
    return position % 2 == 0;
}

template <class Record>
std::vector<Record> half_of(const std::vector<Record>& records)
{
    std::vector<Record> half;
    for (std::size_t at = 0; at < records.size(); ++at)
        if (is_kept(at)) half.push_back(records[at]);
    return half;
}

template <class Id>
bool is_kept(const Round& round, const Id& id)
{
    const auto position = round.find(id);
    return position && is_kept(*position);
}

}  // namespace

Tables half_of(const Round& round)
{
    Tables half;
    half.children = half_of(round.children());
    for (Referral& child : half.children)
        std::erase_if(child.not_with,
                      [&](const Exclusion& other) { return !is_kept(round, VolunteerId(other.id)); });
    half.volunteers = half_of(round.volunteers());
    for (Volunteer& volunteer : half.volunteers)
        std::erase_if(volunteer.not_with,
                      [&](const Exclusion& other) { return !is_kept(round, ReferralId(other.id)); });
    half.coordinators = round.coordinators();
    std::copy_if(round.existing().begin(), round.existing().end(), std::back_inserter(half.existing),
                 [&](const ExistingMatch& match) { return is_kept(round, match.volunteer); });
    const auto is_among = [&](const auto& pair) {
        return is_kept(round, pair.child) && is_kept(round, pair.volunteer);
    };
    std::copy_if(round.pins().begin(), round.pins().end(), std::back_inserter(half.pins), is_among);
    std::copy_if(round.blocks().begin(), round.blocks().end(), std::back_inserter(half.blocks), is_among);
    std::copy_if(round.earlier().begin(), round.earlier().end(), std::back_inserter(half.earlier), is_among);
    return half;
}

}  // namespace befriend::cli
