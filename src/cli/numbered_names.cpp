#include "cli/numbered_names.hpp"

#include "cli/named_problem.hpp"

#include <algorithm>
#include <numeric>
#include <xxhash.h>

namespace befriend::cli {
namespace {

std::uint64_t hash_of(std::string_view name) noexcept
{
    return XXH3_64bits(name.data(), name.size());
}

std::uint32_t mark_of(std::uint64_t hash) noexcept
{
    return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

std::uint32_t NumberedNames::number_of(std::string_view name)
{
    if (last_ < names_.size() && names_[last_] == name) return last_;
    if (2 * (names_.size() + 1) > slots_.size()) grow();
    const std::uint64_t hash = hash_of(name);
    Slot& slot = slots_[slot_of(name, hash)];
    if (slot.number == nobody) {
        slot = {mark_of(hash), static_cast<std::uint32_t>(names_.size())};
        names_.emplace_back(name);
    }
    return last_ = slot.number;
}

std::optional<std::uint32_t> NumberedNames::find(std::string_view name) const
{
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[slot_of(name, hash_of(name))];
    return slot.number == nobody ? std::nullopt : std::optional(slot.number);
}

std::vector<std::string> NumberedNames::sorted(std::vector<std::uint32_t>& place) const
{
    std::vector<std::uint32_t> order(names_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [this](std::uint32_t a, std::uint32_t b) { return comes_before(names_[a], names_[b]); });
    std::vector<std::string> names;
    names.reserve(order.size());
    place.resize(order.size());
    for (const std::uint32_t number : order) {
        place[number] = static_cast<std::uint32_t>(names.size());
        names.push_back(names_[number]);
    }
    return names;
}

std::size_t NumberedNames::slot_of(std::string_view name, std::uint64_t hash) const
{
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != nobody &&
           (slots_[at].mark != mark_of(hash) || names_[slots_[at].number] != name))
        at = (at + 1) & mask;
    return at;
}

void NumberedNames::grow()
{
    slots_.assign(std::max<std::size_t>(16, 2 * slots_.size()), Slot{});
    for (std::uint32_t number = 0; number < names_.size(); ++number) {
        const std::uint64_t hash = hash_of(names_[number]);
        slots_[slot_of(names_[number], hash)] = {mark_of(hash), number};
    }
}

}  // namespace befriend::cli
