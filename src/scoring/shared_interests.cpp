#include "model/record_watch.hpp"
#include "scoring/related_interests.hpp"
#include <befriend/scoring/shared_interests.hpp>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

namespace befriend {
namespace {

struct Grade {
    std::size_t term;
    std::int32_t grade;
};

// What a person says of the terms of the vocabulary. The round's tags are known to be in it.
template <class Person>
std::vector<Grade> grades_of(const Person& person, const Vocabulary& vocabulary)
{
    constexpr std::int32_t unwanted = -2;
    std::vector<Grade> grades;
    for (const GradedInterest& interest : person.interests) {
        grades.push_back({*vocabulary.find(interest.tag), interest.grade});
    }
    for (const std::string& tag : person.activities_no) {
        const std::size_t term = *vocabulary.find(tag);
        const auto same = [&](const Grade& known) { return known.term == term; };
        if (std::none_of(grades.begin(), grades.end(), same)) grades.push_back({term, unwanted});
    }
    return grades;
}

std::int64_t floor_div(std::int64_t dividend, std::int64_t divisor) noexcept
{
    const std::int64_t quotient = dividend / divisor;
    return dividend % divisor < 0 ? quotient - 1 : quotient;
}

}  // namespace

struct SharedInterests::Profiles {
    InterestNumbers numbers;
    Points neutral = 0;
    InterestMatrix of_child;                  // children x terms
    std::vector<std::int64_t> most_of_child;  // the largest product the child's own grades allow; 0: unknown
    std::vector<std::vector<Grade>> of_volunteer;

    Profiles(const Round& round, RecordWatch& watch);
    void add_children(const Round& round, std::size_t begin, std::size_t end, const InterestMatrix& relation);
};

SharedInterests::Profiles::Profiles(const Round& round, RecordWatch& watch)
    : numbers(round.policy().interests), neutral(static_cast<Points>(round.policy().neutral_points))
{
    constexpr std::size_t block = 1024;  // children whose dense grades are in memory at once
    const std::size_t children = round.children().size();
    const std::size_t terms = round.vocabulary().terms().size();
    const InterestMatrix relation = relation_of(round.vocabulary(), numbers);
    of_child.resize(static_cast<Eigen::Index>(children), static_cast<Eigen::Index>(terms));
    most_of_child.assign(children, 0);
    for (std::size_t begin = 0; begin < children && watch.next(block); begin += block) {
        add_children(round, begin, std::min(begin + block, children), relation);
    }
    of_volunteer.reserve(round.volunteers().size());
    for (const Volunteer& volunteer : round.volunteers()) {
        if (!watch.next()) return;
        of_volunteer.push_back(grades_of(volunteer, round.vocabulary()));
    }
}

void SharedInterests::Profiles::add_children(const Round& round, std::size_t begin, std::size_t end,
                                             const InterestMatrix& relation)
{
    const auto rows = static_cast<Eigen::Index>(end - begin);
    InterestMatrix grades = InterestMatrix::Zero(rows, relation.cols());
    InterestMatrix stated = InterestMatrix::Zero(rows, relation.cols());
    for (std::size_t child = begin; child < end; ++child) {
        for (const auto& [term, grade] : grades_of(round.children()[child], round.vocabulary())) {
            const auto row = static_cast<Eigen::Index>(child - begin);
            grades(row, static_cast<Eigen::Index>(term)) = grade;
            stated(row, static_cast<Eigen::Index>(term)) = 1;
            most_of_child[child] += std::int64_t{2000} * std::abs(grade);
        }
    }
    of_child.middleRows(static_cast<Eigen::Index>(begin), rows) = profiles_of(grades, stated, relation);
}

SharedInterests::SharedInterests(const Round& round, RecordWatch& watch)
    : profiles_(std::make_unique<const Profiles>(round, watch))
{
}
SharedInterests::~SharedInterests() = default;
SharedInterests::SharedInterests(SharedInterests&&) noexcept = default;
SharedInterests& SharedInterests::operator=(SharedInterests&&) noexcept = default;

CriterionScore SharedInterests::score(std::size_t child, std::size_t volunteer) const noexcept
{
    const std::int64_t most = profiles_->most_of_child[child];
    const std::vector<Grade>& grades = profiles_->of_volunteer[volunteer];
    if (most == 0 || grades.empty()) return CriterionScore::unknown(profiles_->neutral);

    std::int64_t product = 0;
    const std::int32_t* profile =
        profiles_->of_child.data() + child * static_cast<std::size_t>(profiles_->of_child.cols());
    for (const auto& [term, grade] : grades)
        product += std::int64_t{profile[term]} * grade;

    const std::int64_t gained = floor_div(2 * profiles_->numbers.gain * product + most, 2 * most);
    return CriterionScore::known(
        static_cast<Points>(std::clamp<std::int64_t>(profiles_->numbers.base + gained, 0, full_points)));
}

}  // namespace befriend
