#include "synthetic/child.hpp"

namespace befriend::synthetic {

namespace {

constexpr std::uint32_t visitor_age_stated = 450;

Answer<Strength> strength(const WishShares& shares, Missing otherwise, Draws& draws)
{
    std::uint32_t place = draws.below(1000);
    if (place < shares.not_asked) return otherwise;
    place -= shares.not_asked;
    if (place < shares.prefer) return Strength::prefer;
    return place - shares.prefer < shares.must ? Strength::must : Strength::none;
}

bool is_stated(const Answer<Strength>& strength)
{
    return strength.known() && strength.value() != Strength::none;
}

Wish wish(Answer<Strength> strength, std::vector<std::string> wanted)
{
    if (!is_stated(strength)) wanted.clear();
    return {std::move(wanted), strength};
}

Wish gender_wish(const Referral& child, const WishShares& shares, Draws& draws)
{
    const std::string gender = child.gender.value_or("");
    const std::uint32_t for_a_woman = gender == "female" ? girls_for_a_woman
                                      : gender == "male" ? 1000 - boys_for_a_man
                                                         : 500;
    const auto stated = strength(shares, Missing::not_asked, draws);
    return wish(stated, {draws.chance(for_a_woman) ? "female" : "male"});
}

Wish culture_wish(const Household& household, Draws& draws)
{
    const bool is_white = household.ethnic_group == "white" || household.ethnic_group.empty();
    const bool as_most = is_white && !household.seeks_asylum();
    const auto stated =
        strength(as_most ? culture_wishes_of_white_children : culture_wishes_of_other_children,
                 Missing::not_asked, draws);
    if (household.seeks_asylum()) return wish(stated, {std::string(household.heritage->culture)});
    auto wanted = cultures_of(household.ethnic_group, draws);
    if (wanted.empty()) return {{}, stated.known() ? Strength::none : stated};
    return wish(stated, std::move(wanted));
}

Wish faith_wish(Code religion, Draws& draws)
{
    const bool believes = !religion.empty() && religion != "none";
    const auto stated =
        strength(believes ? faith_wishes_of_believers : faith_wishes_of_others, Missing::unknown, draws);
    return wish(stated, {std::string(believes ? religion : "none")});
}

Answer<Strength> language_need(const Referral& child, const Household& household, const Shape& shape,
                               Draws& draws)
{
    if (household.seeks_asylum()) return strength(shape.asylum_language, Missing::unknown, draws);
    const auto stated = strength(language_wishes_with_english, Missing::unknown, draws);
    const bool speaks_another = child.languages.known() && child.languages.value().size() > 1;
    return speaks_another || !is_stated(stated) ? stated : Strength::none;
}

// What matters most is something that the child has stated.
TopCriterion top_criterion(const Referral& child, Draws& draws)
{
    const TopCriterion top = pick(draws, top_criteria);
    const bool is_empty = (top == TopCriterion::gender && !is_stated(child.visitor_gender.strength)) ||
                          (top == TopCriterion::culture && !is_stated(child.culture.strength)) ||
                          (top == TopCriterion::faith && !is_stated(child.faith.strength)) ||
                          (top == TopCriterion::language && !is_stated(child.needs_language)) ||
                          (top == TopCriterion::age && !child.visitor_age_wanted.known());
    return is_empty ? TopCriterion::none : top;
}

}  // namespace

void add_wishes(Referral& child, const Household& household, const Shape& shape, Draws draws)
{
    child.visitor_gender = gender_wish(child, shape.gender_wishes, draws);
    child.culture = culture_wish(household, draws);
    child.faith = faith_wish(household.religion, draws);
    child.needs_language = language_need(child, household, shape, draws);
    if (draws.chance(visitor_age_stated)) {
        child.visitor_age_wanted = pick(draws, visitor_ages);
    } else {
        child.visitor_age_wanted = draws.chance(500) ? Missing::not_asked : Missing::unknown;
    }
    child.top_criterion = top_criterion(child, draws);
}

}  // namespace befriend::synthetic
