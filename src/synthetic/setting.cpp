#include "synthetic/setting.hpp"

#include <array>

namespace befriend::synthetic {

namespace {

constexpr std::size_t slot_count = 42;
constexpr std::size_t slots_of_a_term = 21;
constexpr std::size_t parts = 3;  // morning, afternoon, evening

/// Thousandths that a part of the day is free. All assumptions.
struct Free {
    std::array<std::uint32_t, parts> weekday_in_term;
    std::array<std::uint32_t, parts> weekday_in_holidays;
    std::array<std::uint32_t, parts> saturday;
    std::array<std::uint32_t, parts> sunday;
};

// Nobody visits while school is on: services ask for evenings and weekends.
constexpr Free children_free{{0, 0, 350}, {350, 450, 300}, {450, 600, 250}, {400, 550, 200}};
constexpr Free volunteers_free{{0, 0, 250}, {60, 80, 250}, {350, 400, 150}, {300, 350, 120}};

constexpr std::uint64_t some_time = std::uint64_t{1} << (5 * parts + 1);  // Saturday afternoon in term

constexpr std::uint32_t thousandths(const Free& free, std::size_t slot)
{
    const std::size_t day = slot % slots_of_a_term / parts;
    const std::size_t part = slot % parts;
    if (day == 5) return free.saturday[part];
    if (day == 6) return free.sunday[part];
    return slot < slots_of_a_term ? free.weekday_in_term[part] : free.weekday_in_holidays[part];
}

Answer<Week> free_slots(const Free& free, Draws& draws)
{
    if (draws.chance(not_recorded)) return Missing::unknown;
    Week week;
    for (std::size_t slot = 0; slot < slot_count; ++slot) {
        if (draws.chance(thousandths(free, slot))) week.slots |= std::uint64_t{1} << slot;
    }
    if (week.empty()) week.slots = some_time;
    return week;
}

}  // namespace

Answer<Week> free_slots_of_child(Draws& draws)
{
    return free_slots(children_free, draws);
}

Answer<Week> free_slots_of_volunteer(Draws& draws)
{
    return free_slots(volunteers_free, draws);
}

std::vector<std::string> cultures_of(Code ethnic_group, Draws& draws)
{
    constexpr Shares<Code, 3> beside_mixed{{{"black", 600}, {"asian", 250}, {"white", 150}}};  // assumption
    static_assert(is_whole(beside_mixed));
    if (ethnic_group.empty()) return {};
    std::vector<std::string> cultures{std::string(ethnic_group)};
    if (ethnic_group == "mixed") cultures.emplace_back(pick(draws, beside_mixed));
    return cultures;
}

Answer<std::string> religion_answer(Code religion, Draws& draws)
{
    if (draws.chance(not_recorded)) return Missing::unknown;
    if (religion.empty()) return Missing::declined;
    return std::string(religion);
}

}  // namespace befriend::synthetic
