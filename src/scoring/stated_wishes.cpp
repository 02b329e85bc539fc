#include "scoring/stated_wishes.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace befriend {
namespace {

constexpr std::string_view english = "eng";

// Two lists of codes write the same Roma group differently.
std::string canonical_group(const std::string& text)
{
    const std::string group = folded(text);
    return group == "grom" ? "wrom" : group;
}

// The languages that a wish for a shared language means: the child's own but for English, or English alone.
std::vector<std::string> languages_wanted(const Referral& child)
{
    std::vector<std::string> codes;
    if (child.languages.known()) {
        for (const Language& language : child.languages.value()) {
            if (language.code != english) codes.push_back(language.code);
        }
    }
    if (codes.empty()) codes.emplace_back(english);
    return codes;
}

}  // namespace

StatedWishes::StatedWishes(const Round& round, RecordWatch& watch)
{
    children_.reserve(round.children().size());
    volunteers_.reserve(round.volunteers().size());
    for (const Referral& child : round.children()) {
        if (!watch.next()) return;
        add_child(child);
    }
    for (const Volunteer& volunteer : round.volunteers()) {
        if (!watch.next()) return;
        add_volunteer(volunteer, round.policy().background.least_fluency);
    }
}

void StatedWishes::add(Words& words, const std::string& text)
{
    const Word word = numbers_.try_emplace(text, static_cast<Word>(numbers_.size())).first->second;
    if (words.count == 0) words.first = words_.size();
    assert(words.first + words.count == words_.size() && "a list stands in one piece");
    words_.push_back(word);
    words.bits |= std::uint64_t{1} << word % 64;
    ++words.count;
}

StatedWishes::Words StatedWishes::words(const std::vector<std::string>& texts)
{
    Words numbers;
    for (const std::string& text : texts)
        add(numbers, text);
    return numbers;
}

void StatedWishes::add_child(const Referral& child)
{
    ChildWishes wishes;
    wishes.strength = {child.visitor_gender.strength, child.culture.strength, child.faith.strength,
                       child.needs_language};
    wishes.wanted = {
        words(child.visitor_gender.wanted), {}, words(child.faith.wanted), words(languages_wanted(child))};
    for (const std::string& group : child.culture.wanted) {
        const std::string canonical = canonical_group(group);
        add(wishes.wanted[static_cast<std::size_t>(Aspect::culture)], canonical);
        (broad_group(group) || broad_group(canonical) ? wishes.wants_census_group
                                                      : wishes.wants_named_group) = true;
    }
    children_.push_back(std::move(wishes));
}

void StatedWishes::add_volunteer(const Volunteer& volunteer, Fluency least_fluency)
{
    VolunteerBackground background;
    const auto at = [](Aspect aspect) { return static_cast<std::size_t>(aspect); };
    const auto add_word = [&](Aspect aspect, const std::string& text) {
        add(background.has[at(aspect)], text);
    };

    background.known[at(Aspect::gender)] = volunteer.gender.known();
    if (volunteer.gender.known()) add_word(Aspect::gender, volunteer.gender.value());

    background.ethnic_group_known = volunteer.ethnic_group.known();
    if (volunteer.ethnic_group.known()) {
        add_word(Aspect::culture, canonical_group(volunteer.ethnic_group.value()));
        if (const auto broad = broad_group(volunteer.ethnic_group.value())) {
            add_word(Aspect::culture, std::string(to_text(*broad)));
        }
    }
    background.cultures_known = volunteer.cultures.known();
    if (volunteer.cultures.known()) {
        for (const std::string& group : volunteer.cultures.value())
            add_word(Aspect::culture, canonical_group(group));
    }

    background.known[at(Aspect::faith)] = volunteer.religion.known();
    if (volunteer.religion.known()) add_word(Aspect::faith, volunteer.religion.value());

    background.known[at(Aspect::language)] = volunteer.languages.known();
    if (!volunteer.languages.known()) {
        add_word(Aspect::language, std::string(english));
    } else {
        for (const Language& language : volunteer.languages.value()) {
            if (language.fluency >= least_fluency) add_word(Aspect::language, language.code);
        }
    }
    volunteers_.push_back(std::move(background));
}

bool StatedWishes::meet(const Words& wanted, const Words& has) const noexcept
{
    if ((wanted.bits & has.bits) == 0) return false;
    const std::span<const Word> held = list(has);
    const std::span<const Word> wishes = list(wanted);
    return std::any_of(wishes.begin(), wishes.end(),
                       [&](Word word) { return std::find(held.begin(), held.end(), word) != held.end(); });
}

Met StatedWishes::unmet(const ChildWishes& child, const VolunteerBackground& volunteer,
                        Aspect aspect) noexcept
{
    if (aspect != Aspect::culture)
        return volunteer.known[static_cast<std::size_t>(aspect)] ? Met::no : Met::unknown;
    const bool unknown = (child.wants_census_group && !volunteer.ethnic_group_known) ||
                         (child.wants_named_group && !volunteer.cultures_known);
    return unknown ? Met::unknown : Met::no;
}

Met StatedWishes::met(std::size_t child, std::size_t volunteer, Aspect aspect) const noexcept
{
    const auto at = static_cast<std::size_t>(aspect);
    const ChildWishes& wishes = children_[child];
    const VolunteerBackground& background = volunteers_[volunteer];
    if (meet(wishes.wanted[at], background.has[at])) return Met::yes;
    return unmet(wishes, background, aspect);
}

}  // namespace befriend
