#include <befriend/scoring/open_questions.hpp>

#include <array>

namespace befriend {
namespace {

struct QuestionText {
    OpenQuestion question;
    std::string_view code;
    std::string_view sentence;
};

constexpr std::array<QuestionText, open_question_count> texts{{
    {OpenQuestion::independence, "independence", "Is the volunteer free of ties to the authority?"},
    {OpenQuestion::visitor_gender, "visitor_gender",
     "Does it matter to the child which gender the visitor is?"},
    {OpenQuestion::culture, "culture", "Does the child want a visitor of a certain culture?"},
    {OpenQuestion::faith, "faith", "Does the child want a visitor of a certain faith?"},
    {OpenQuestion::language, "language", "Does the child want a visitor who speaks a certain language?"},
    {OpenQuestion::child_gender, "child_gender", "Which gender is the child? The volunteer sees some only."},
    {OpenQuestion::distance, "distance", "How far is it? The place of one of the two is not known."},
    {OpenQuestion::travel_limit, "travel_limit", "How far is the volunteer ready to travel?"},
    {OpenQuestion::slots, "slots", "Which times of the week suit both?"},
    {OpenQuestion::home_conditions, "home_conditions", "Are there animals or smokers in the child's home?"},
    {OpenQuestion::allergies, "allergies", "Is either of the two allergic to animals or smoke?"},
    {OpenQuestion::access_needs, "access_needs", "Does the child have needs that the visits must allow for?"},
    {OpenQuestion::pets, "pets", "Does the volunteer keep animals?"},
    {OpenQuestion::smoker, "smoker", "Does the volunteer smoke?"},
    {OpenQuestion::english, "english", "Do the two share a language? English is assumed."},
}};

constexpr bool in_order()
{
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (static_cast<std::size_t>(texts[i].question) != i) return false;
    }
    return true;
}
static_assert(in_order(), "a question is found by its number");

}  // namespace

std::string_view code_of(OpenQuestion question) noexcept
{
    return texts[static_cast<std::size_t>(question)].code;
}

std::string_view sentence_of(OpenQuestion question) noexcept
{
    return texts[static_cast<std::size_t>(question)].sentence;
}

}  // namespace befriend
