// Writes the arrays that `scoring_numpy.py` scores, of the same pairs as `scoring_benchmark`, and what
// befriend says of each: `scoring_arrays FOLDER`. A file an array, named <array>.<type of NumPy>, the bytes
// alone.

#include "scoring/interest_profiles.hpp"
#include "scoring/stated_wishes.hpp"
#include "waiting_lists.hpp"
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/scorer.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

namespace befriend::benchmarks {
namespace {

using Numbers = std::vector<std::int32_t>;

class Folder {
public:
    explicit Folder(std::filesystem::path path) : path_(std::move(path))
    {
        std::filesystem::create_directories(path_);
    }

    template <class T>
    void write(const std::string& name, const std::vector<T>& array) const
    {
        std::ofstream file(path_ / name, std::ios::binary);
        file.write(reinterpret_cast<const char*>(array.data()),
                   static_cast<std::streamsize>(array.size() * sizeof(T)));
    }

    /// A number a person; -1 where there is none.
    template <class People, class Number>
    void each(const std::string& name, const People& people, Number number) const
    {
        Numbers numbers;
        for (const auto& person : people)
            numbers.push_back(static_cast<std::int32_t>(number(person)));
        write(name + ".i4", numbers);
    }

private:
    std::filesystem::path path_;
};

template <class People>
void write_people(const Folder& folder, const std::string& whose, const People& people, Date as_of)
{
    folder.each(whose + "_easting", people,
                [](const auto& p) { return p.location ? p.location->easting : -1; });
    folder.each(whose + "_northing", people,
                [](const auto& p) { return p.location ? p.location->northing : -1; });
    folder.each(whose + "_age", people, [&](const auto& p) { return age_on(*p.age, as_of); });
    folder.each(whose + "_slots_known", people, [](const auto& p) { return p.slots.known(); });
    std::vector<std::uint64_t> slots;
    for (const auto& person : people)
        slots.push_back(person.slots.value_or({}).slots);
    folder.write(whose + "_slots.u8", slots);
}

void write_range(const Folder& folder, const std::string& name, const std::vector<Answer<AgeRange>>& ranges)
{
    folder.each(name + "_known", ranges, [](const auto& range) { return range.known(); });
    folder.each(name + "_least", ranges, [](const auto& range) { return range.value_or({}).least; });
    folder.each(name + "_most", ranges, [](const auto& range) { return range.value_or({}).most; });
}

void write_pairs(const Folder& folder, const Round& round, const std::vector<std::size_t>& children)
{
    const std::function<bool(std::size_t, std::size_t)> always;
    RecordWatch watch(always, 1);
    const Scorer scorer(round);
    const StatedWishes wishes(round, watch);
    const Eligibility eligibility(round);
    const std::size_t volunteers = round.volunteers().size();
    Numbers weights;
    Numbers reach;
    Numbers briefs;
    std::vector<std::int8_t> met;
    for (std::size_t i = 0; i < volunteers; ++i)
        reach.push_back(static_cast<std::int32_t>(eligibility.widest_limit_m(i)));
    for (const std::size_t child : children) {
        for (const std::int64_t weight : scorer.weights_for(child))
            weights.push_back(static_cast<std::int32_t>(weight));
        for (const Aspect aspect : all_aspects) {
            const bool wished = wishes.has_wish(child, aspect, Strength::prefer);
            for (std::size_t i = 0; i < volunteers; ++i)
                met.push_back(
                    static_cast<std::int8_t>(wished ? static_cast<int>(wishes.met(child, i, aspect)) : -1));
        }
        for (std::size_t i = 0; i < volunteers; ++i) {
            const Scorer::Brief brief = scorer.brief(child, i);
            briefs.insert(briefs.end(), {brief.points, brief.high});
        }
    }
    folder.write("weights.i4", weights);
    folder.write("met.i1", met);
    folder.write("briefs.i4", briefs);
    folder.write("volunteer_reach.i4", reach);
}

void write_interests(const Folder& folder, const Round& round, const std::vector<std::size_t>& children)
{
    const std::function<bool(std::size_t, std::size_t)> always;
    RecordWatch watch(always, 1);
    const InterestProfiles interests(round, watch);
    Numbers profiles;
    Numbers most;
    for (const std::size_t child : children) {
        most.push_back(static_cast<std::int32_t>(interests.most_of_child[child]));
        for (const std::int16_t number : interests.of_child(child))
            profiles.push_back(static_cast<std::int32_t>(number * interests.unit));
    }
    Numbers grades(round.volunteers().size() * interests.terms);
    Numbers known;
    for (std::size_t i = 0; i < round.volunteers().size(); ++i) {
        known.push_back(!interests.of_volunteer(i).empty());
        for (const auto& [term, grade] : interests.of_volunteer(i))
            grades[i * interests.terms + term] = grade;
    }
    folder.write("profiles.i4", profiles);
    folder.write("most.i4", most);
    folder.write("grades.i4", grades);
    folder.write("volunteer_interests_known.i4", known);
}

void write_arrays(const Folder& folder, const Round& round, const std::vector<std::size_t>& positions)
{
    std::vector<Referral> children;
    std::vector<Answer<AgeRange>> wanted;
    std::vector<Answer<AgeRange>> preferred;
    for (const std::size_t child : positions) {
        children.push_back(round.children()[child]);
        wanted.push_back(children.back().visitor_age_wanted);
    }
    for (const Volunteer& volunteer : round.volunteers())
        preferred.push_back(volunteer.prefers_age);
    write_people(folder, "child", children, round.as_of());
    write_people(folder, "volunteer", round.volunteers(), round.as_of());
    write_range(folder, "child_wants", wanted);
    write_range(folder, "volunteer_prefers", preferred);
    folder.each("child_top", children,
                [](const Referral& child) { return static_cast<int>(child.top_criterion); });
    folder.each("child_visits", children,
                [](const Referral& child) { return child.visits_wanted.value_or(100); });
    folder.each("volunteer_visits", round.volunteers(),
                [](const Volunteer& v) { return v.most_visits.value_or(-1); });
    write_pairs(folder, round, positions);
    write_interests(folder, round, positions);
}

}  // namespace
}  // namespace befriend::benchmarks

int main(int arguments, char** argument)
{
    if (arguments != 2) {
        std::cerr << "usage: scoring_arrays FOLDER\n";
        return 2;
    }
    const befriend::Round& round = befriend::benchmarks::round_of(20'000);
    std::vector<std::size_t> children;
    for (std::size_t child = 0; child < round.children().size(); child += 100)
        children.push_back(child);
    befriend::benchmarks::write_arrays(befriend::benchmarks::Folder(argument[1]), round, children);
    return 0;
}
