#include "scoring/wish_rows.hpp"

#include <algorithm>
#include <map>

namespace befriend {
namespace {

constexpr std::size_t least_room = 65'536;  // bytes
constexpr std::size_t room_a_person = 64;

}  // namespace

WishRows::WishRows(const StatedWishes& wishes, RecordWatch& watch)
{
    if (watch.stopped()) return;
    const std::size_t volunteers = wishes.volunteers_.size();
    const std::size_t room = least_room + room_a_person * (wishes.children_.size() + volunteers);
    row_size_ = (volunteers + block::lanes - 1) / block::lanes * block::lanes;
    rows_.assign(wishes.children_.size(), {no_row, no_row, no_row, no_row});
    for (const Aspect aspect : all_aspects) {
        const auto at = static_cast<std::size_t>(aspect);
        const Holders holders = holders_of(wishes, aspect);
        std::map<std::vector<StatedWishes::Word>, Row> known;
        for (std::size_t child = 0; child < rows_.size() && watch.next(); ++child) {
            if (!wishes.has_wish(child, aspect, Strength::prefer)) continue;
            const StatedWishes::ChildWishes& of_child = wishes.children_[child];
            const auto wanted = wishes.list(of_child.wanted[at]);
            std::vector<StatedWishes::Word> key(wanted.begin(), wanted.end());
            key.push_back((of_child.wants_census_group ? 2U : 0U) + (of_child.wants_named_group ? 1U : 0U));
            const auto next = static_cast<Row>(row_size_ == 0 ? 0 : answers_.size() / row_size_);
            const auto found = known.find(key);
            if (found != known.end()) {
                rows_[child][at] = found->second;
            } else if (answers_.size() + row_size_ <= room) {
                rows_[child][at] = known.emplace(std::move(key), next).first->second;
                add_row(wishes, of_child, aspect, holders);
            }
        }
    }
}

WishRows::Holders WishRows::holders_of(const StatedWishes& wishes, Aspect aspect)
{
    const auto at = static_cast<std::size_t>(aspect);
    Holders holders;
    holders.begin.assign(wishes.numbers_.size() + 1, 0);
    for (const auto& volunteer : wishes.volunteers_)
        for (const StatedWishes::Word word : wishes.list(volunteer.has[at]))
            ++holders.begin[word + 1];
    for (std::size_t word = 1; word < holders.begin.size(); ++word)
        holders.begin[word] += holders.begin[word - 1];
    holders.volunteers.resize(holders.begin.back());
    std::vector<std::size_t> next(holders.begin.begin(), holders.begin.end() - 1);
    for (std::size_t volunteer = 0; volunteer < wishes.volunteers_.size(); ++volunteer)
        for (const StatedWishes::Word word : wishes.list(wishes.volunteers_[volunteer].has[at]))
            holders.volunteers[next[word]++] = static_cast<std::uint32_t>(volunteer);
    return holders;
}

void WishRows::add_row(const StatedWishes& wishes, const StatedWishes::ChildWishes& child, Aspect aspect,
                       const Holders& holders)
{
    const std::size_t first = answers_.size();
    answers_.resize(first + row_size_, block::not_met);
    for (std::size_t volunteer = 0; volunteer < wishes.volunteers_.size(); ++volunteer) {
        if (StatedWishes::unmet(child, wishes.volunteers_[volunteer], aspect) == Met::unknown)
            answers_[first + volunteer] = block::not_known;
    }
    for (const StatedWishes::Word word : wishes.list(child.wanted[static_cast<std::size_t>(aspect)])) {
        for (std::size_t i = holders.begin[word]; i < holders.begin[word + 1]; ++i)
            answers_[first + holders.volunteers[i]] = block::met;
    }
}

}  // namespace befriend
