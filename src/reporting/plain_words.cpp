#include "reporting/plain_words.hpp"

#include "model/formatted.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utf8proc.h>
#include <utility>

namespace befriend {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 23> group_labels{{
    {"unknown", "Not known"},
    {"asian", "Asian"},
    {"black", "Black"},
    {"mixed", "Mixed"},
    {"white", "White"},
    {"other", "Other"},
    {"female", "Female"},
    {"male", "Male"},
    {"0-9", "0 to 9 years"},
    {"10-12", "10 to 12 years"},
    {"13-15", "13 to 15 years"},
    {"16-17", "16 and 17 years"},
    {"18+", "18 years and over"},
    {"recorded", "Needs recorded"},
    {"none", "No needs recorded"},
    {"foster", "Foster care"},
    {"residential", "Children’s home"},
    {"semi_independent", "Semi-independent"},
    {"kinship", "With family or friends"},
    {"own_home", "Own home"},
    {"looked_after", "In care"},
    {"care_leaver", "Care leaver"},
    {"returned_home", "Back at home"},
}};

bool must_be_written_out(utf8proc_int32_t code_point)
{
    switch (utf8proc_category(code_point)) {
        case UTF8PROC_CATEGORY_CC:  // control
        case UTF8PROC_CATEGORY_CF:  // format: hides or turns the text around it
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::string long_date(Date date)
{
    const std::chrono::year_month_day day{date};
    return formatted("{} {} {}", static_cast<unsigned>(day.day()),
                     month_names[static_cast<unsigned>(day.month()) - 1], static_cast<int>(day.year()));
}

std::string with_commas(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3)
        digits.insert(at - 3, 1, ',');
    return digits;
}

std::string with_commas(std::int64_t number)
{
    const auto size = static_cast<std::uint64_t>(number);
    return number < 0 ? "-" + with_commas(std::uint64_t{0} - size) : with_commas(size);
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many)
{
    return formatted("{} {}", with_commas(number), number == 1 ? one : many);
}

std::string months_text(std::int64_t months)
{
    if (months < 1) return "under 1 month";
    return counted(static_cast<std::uint64_t>(months), "month", "months");
}

std::string km_text(std::int64_t metres)
{
    if (metres < 500) return "under 1 km";
    return with_commas((metres + 500) / 1000) + " km";
}

std::string visible(std::string_view text)
{
    std::string shown;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t code_point = -1;
        const auto left = static_cast<utf8proc_ssize_t>(text.size() - at);
        const auto length = static_cast<std::size_t>(
            std::max<utf8proc_ssize_t>(1, utf8proc_iterate(bytes + at, left, &code_point)));
        if (code_point < 0)
            shown += formatted("\\x{{{:02x}}}", bytes[at]);
        else if (must_be_written_out(code_point))
            shown += formatted("\\u{{{:x}}}", code_point);
        else
            shown += text.substr(at, length);
        at += length;
    }
    return shown;
}

std::string_view label_of(Criterion criterion) noexcept
{
    switch (criterion) {
        case Criterion::interests:
            return "Interests";
        case Criterion::background:
            return "Background";
        case Criterion::age:
            return "Age";
        case Criterion::travel:
            return "Travel";
        case Criterion::availability:
            return "Free times";
    }
    return {};
}

std::string_view label_of(TierName tier) noexcept
{
    switch (tier) {
        case TierName::most_children:
            return "Most children";
        case TierName::waiting:
            return "Longest wait";
        case TierName::points:
            return "Most points";
        case TierName::worst_off:
            return "Raise the lowest";
        case TierName::continuity:
            return "Fewest changes";
        case TierName::volunteers_waiting:
            return "Volunteers who wait";
    }
    return {};
}

std::string_view label_of(Characteristic characteristic) noexcept
{
    switch (characteristic) {
        case Characteristic::ethnic_group:
            return "Ethnic group";
        case Characteristic::sex:
            return "Sex";
        case Characteristic::age:
            return "Age";
        case Characteristic::access_needs:
            return "Access needs";
        case Characteristic::placement:
            return "Placement";
        case Characteristic::cohort:
            return "Care status";
    }
    return {};
}

std::string_view label_of(OpenQuestion question) noexcept
{
    switch (question) {
        case OpenQuestion::independence:
            return "ties to the council";
        case OpenQuestion::visitor_gender:
            return "wish for gender";
        case OpenQuestion::culture:
            return "wish for culture";
        case OpenQuestion::faith:
            return "wish for faith";
        case OpenQuestion::language:
            return "wish for language";
        case OpenQuestion::child_gender:
            return "child’s gender";
        case OpenQuestion::distance:
            return "distance";
        case OpenQuestion::travel_limit:
            return "how far to travel";
        case OpenQuestion::slots:
            return "free times";
        case OpenQuestion::home_conditions:
            return "home";
        case OpenQuestion::allergies:
            return "allergies";
        case OpenQuestion::access_needs:
            return "access needs";
        case OpenQuestion::pets:
            return "pets";
        case OpenQuestion::smoker:
            return "smoking";
        case OpenQuestion::english:
            return "English";
    }
    return {};
}

std::string group_label(std::string_view group)
{
    for (const auto& [code, label] : group_labels) {
        if (code == group) return std::string(label);
    }
    return std::string(group);
}

std::string_view sentence_of(TierName tier) noexcept
{
    switch (tier) {
        case TierName::most_children:
            return "Propose a volunteer to as many children as possible.";
        case TierName::waiting:
            return "Among those answers, choose the ones that help children who have waited longest.";
        case TierName::points:
            return "Among those, choose the pairs that fit best.";
        case TierName::worst_off:
            return "Raise the lowest points of any pair.";
        case TierName::continuity:
            return "Change as little as possible since the last proposal.";
        case TierName::volunteers_waiting:
            return "Use the volunteers who have waited longest.";
    }
    return {};
}

std::string_view sentence_of(Criterion criterion) noexcept
{
    switch (criterion) {
        case Criterion::interests:
            return "What both like and dislike.";
        case Criterion::background:
            return "Culture, faith, language and gender, only where the child has a wish.";
        case Criterion::age:
            return "The ages that each side prefers.";
        case Criterion::travel:
            return "How far apart they live, in a straight line.";
        case Criterion::availability:
            return "The times when both are free, and how often to meet.";
    }
    return {};
}

}  // namespace befriend
