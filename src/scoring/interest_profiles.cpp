#include "scoring/interest_profiles.hpp"

#include "model/record_watch.hpp"
#include "scoring/related_interests.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <string>

namespace befriend {
namespace {

// What a person says of the terms of the vocabulary. The round's tags are known to be in it.
template <class Person>
std::vector<TermGrade> grades_of(const Person& person, const Vocabulary& vocabulary)
{
    constexpr std::int32_t unwanted = -2;
    std::vector<TermGrade> grades;
    for (const GradedInterest& interest : person.interests) {
        grades.push_back({static_cast<std::uint32_t>(*vocabulary.find(interest.tag)), interest.grade});
    }
    for (const std::string& tag : person.activities_no) {
        const auto term = static_cast<std::uint32_t>(*vocabulary.find(tag));
        const auto same = [&](const TermGrade& known) { return known.term == term; };
        if (std::none_of(grades.begin(), grades.end(), same)) grades.push_back({term, unwanted});
    }
    return grades;
}

}  // namespace

InterestProfiles::InterestProfiles(const Round& round, RecordWatch& watch)
    : numbers(round.policy().interests),
      neutral(static_cast<Points>(round.policy().neutral_points)),
      unit(std::gcd(std::gcd(std::int64_t{1000}, numbers.broader_share), numbers.sibling_share)),
      terms(round.vocabulary().terms().size())
{
    add_children(round, watch);
    add_volunteers(round, watch);
}

void InterestProfiles::add_children(const Round& round, RecordWatch& watch)
{
    constexpr std::size_t block = 1024;  // children whose dense grades are in memory at once
    const std::size_t children = round.children().size();
    const InterestMatrix relation = relation_of(round.vocabulary(), numbers);
    profiles.resize(children * terms);
    most_of_child.assign(children, 0);
    for (std::size_t begin = 0; begin < children && watch.next(block); begin += block) {
        const std::size_t end = std::min(begin + block, children);
        const auto rows = static_cast<Eigen::Index>(end - begin);
        InterestMatrix grades_in_rows = InterestMatrix::Zero(rows, relation.cols());
        InterestMatrix stated = InterestMatrix::Zero(rows, relation.cols());
        for (std::size_t child = begin; child < end; ++child) {
            for (const auto& [term, grade] : grades_of(round.children()[child], round.vocabulary())) {
                const auto row = static_cast<Eigen::Index>(child - begin);
                grades_in_rows(row, static_cast<Eigen::Index>(term)) = grade;
                stated(row, static_cast<Eigen::Index>(term)) = 1;
                most_of_child[child] += std::int64_t{2000} * std::abs(grade);
            }
        }
        const InterestMatrix of_block = profiles_of(grades_in_rows, stated, relation);
        std::transform(of_block.data(), of_block.data() + of_block.size(),
                       profiles.begin() + static_cast<std::ptrdiff_t>(begin * terms), [&](std::int32_t p) {
                           return static_cast<std::int16_t>(p / static_cast<std::int32_t>(unit));
                       });
    }
}

void InterestProfiles::add_volunteers(const Round& round, RecordWatch& watch)
{
    grades_begin.reserve(round.volunteers().size() + 1);
    grades_begin.push_back(0);
    for (const Volunteer& volunteer : round.volunteers()) {
        if (!watch.next()) return;
        const std::vector<TermGrade> stated = grades_of(volunteer, round.vocabulary());
        grades.insert(grades.end(), stated.begin(), stated.end());
        grades_begin.push_back(grades.size());
    }
}

}  // namespace befriend
