#include "io/list_cells.hpp"

#include "model/formatted.hpp"

namespace befriend::io {
namespace {

std::vector<std::string_view> willing_words()
{
    std::vector<std::string_view> words = WordCell<Requirement>::words();
    const auto access = WordCell<AccessNeed>::words();
    words.insert(words.end(), access.begin(), access.end());
    return words;
}

std::string either(const std::vector<std::string_view>& words)
{
    return "(" + separated(words, "|") + ")";
}

// The second half of an item as a date, if there is one; nothing, with a fault, if it is no date.
struct DayOfItem {
    bool is_sound = true;
    std::optional<Date> on;
};

DayOfItem day_of(std::string_view item, CellFaults& faults)
{
    if (item.find(':') == item.npos) return {};
    const std::optional<Date> on = DateCell::read(halves(item).second, faults);
    return {on.has_value(), on};
}

}  // namespace

std::pair<std::string_view, std::string_view> halves(std::string_view item)
{
    const std::size_t colon = item.rfind(':');
    if (colon == item.npos) return {item, {}};
    return {item.substr(0, colon), item.substr(colon + 1)};
}

CellRule TagItem::rule()
{
    return {.allowed = "interests of the vocabulary", .pattern = "[^;:]{1,64}"};
}

std::optional<std::string> TagItem::read(std::string_view item, CellFaults& faults)
{
    if (item.size() > most_id_bytes) {
        faults.add(FaultCode::e_limit, formatted("an interest of more than {} bytes", most_id_bytes));
        return std::nullopt;
    }
    if (item.empty() || item.find(':') != item.npos) {
        faults.add(FaultCode::e_schema, "not an interest " + found(item));
        return std::nullopt;
    }
    return std::string(item);
}

CellRule GradedItem::rule()
{
    return {
        .allowed =
            "interests of the vocabulary, each with a grade from -2 (dislikes strongly) to 2 (loves), for "
            "instance football:2; without a grade, 1",
        .pattern = "[^;:]{1,64}(:(-[12]|[0-2]))?"};
}

std::optional<GradedInterest> GradedItem::read(std::string_view item, CellFaults& faults)
{
    const auto [tag, grade] = halves(item);
    auto name = TagItem::read(tag, faults);
    if (!name) return std::nullopt;
    if (tag.size() == item.size()) return GradedInterest{std::move(*name), 1};
    const auto value = read_integer(grade, -2, 2, faults);
    if (!value) return std::nullopt;
    return GradedInterest{std::move(*name), static_cast<std::int32_t>(*value)};
}

std::string GradedItem::write(const GradedInterest& interest)
{
    return interest.grade == 1 ? interest.tag : interest.tag + ":" + std::to_string(interest.grade);
}

CellRule LanguageItem::rule()
{
    const auto levels = WordCell<Fluency>::words();
    return {.allowed = "ISO 639-3 codes, each with a level (" + listed(levels) +
                       "), for instance tir:fluent; without a level, fluent",
            .pattern = "[a-z]{3}(:" + either(levels) + ")?"};
}

std::optional<Language> LanguageItem::read(std::string_view item, CellFaults& faults)
{
    const auto [code, level] = halves(item);
    if (code.size() != 3 || code.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != code.npos) {
        faults.add(FaultCode::e_schema, "not an ISO 639-3 code: three small letters " + found(code));
        return std::nullopt;
    }
    if (code.size() == item.size()) return Language{std::string(code), Fluency::fluent};
    const auto fluency = WordCell<Fluency>::read(level, faults);
    if (!fluency) return std::nullopt;
    return Language{std::string(code), *fluency};
}

std::string LanguageItem::write(const Language& language)
{
    return (language.code + ":").append(to_word(language.fluency));
}

CellRule ExclusionItem::rule()
{
    return {
        .allowed =
            "ids, each with the code of the reason, for instance V-0001:family; the reason may be left out",
        .pattern = formatted("{0}(:{0})?", id_pattern)};
}

std::optional<Exclusion> ExclusionItem::read(std::string_view item, CellFaults& faults)
{
    const auto [id, reason] = halves(item);
    if (!is_id(id, faults)) return std::nullopt;
    if (id.size() == item.size()) return Exclusion{std::string(id), {}};
    auto code = CodeCell::read(reason, faults);
    if (!code) return std::nullopt;
    return Exclusion{std::string(id), std::move(*code)};
}

std::string ExclusionItem::write(const Exclusion& exclusion)
{
    return exclusion.reason.empty() ? exclusion.id : exclusion.id + ":" + exclusion.reason;
}

CellRule DeclinedItem::rule()
{
    return {.allowed = "ids, each with the day, for instance V-0003:2024-05-01; the day may be left out",
            .pattern = formatted("{}(:{})?", id_pattern, DateCell::rule().pattern)};
}

std::optional<Declined> DeclinedItem::read(std::string_view item, CellFaults& faults)
{
    const std::string_view id = halves(item).first;
    if (!is_id(id, faults)) return std::nullopt;
    const DayOfItem day = day_of(item, faults);
    if (!day.is_sound) return std::nullopt;
    return Declined{VolunteerId(std::string(id)), day.on};
}

std::string DeclinedItem::write(const Declined& declined)
{
    const std::string& id = declined.volunteer.text();
    return declined.on ? id + ":" + to_text(*declined.on) : id;
}

CellRule TrainingItem::rule()
{
    const auto kinds = WordCell<Requirement>::words();
    return {
        .allowed =
            listed(kinds) +
            ", each with the day it was completed, for instance trauma_trained:2024-05-01; the day may be "
            "left out",
        .pattern = formatted("{}(:{})?", either(kinds), DateCell::rule().pattern)};
}

std::optional<Training> TrainingItem::read(std::string_view item, CellFaults& faults)
{
    const auto kind = WordCell<Requirement>::read(halves(item).first, faults);
    if (!kind) return std::nullopt;
    const DayOfItem day = day_of(item, faults);
    if (!day.is_sound) return std::nullopt;
    return Training{*kind, day.on};
}

std::string TrainingItem::write(const Training& training)
{
    const std::string kind(to_word(training.kind));
    return training.on ? kind + ":" + to_text(*training.on) : kind;
}

std::optional<std::string> GroupItem::read(std::string_view item, CellFaults& faults)
{
    if (item.size() <= most_free_text_bytes) return std::string(item);
    faults.add(FaultCode::e_limit, formatted("a group of more than {} bytes", most_free_text_bytes));
    return std::nullopt;
}

CellRule AcceptedGendersCell::rule()
{
    CellRule rule = ListCell::rule();
    rule.empty.reset();
    return rule;
}

auto AcceptedGendersCell::read(std::string_view cell, CellFaults& faults) -> std::optional<Value>
{
    if (cell != "none") return ListCell::read(cell, faults);
    faults.add(FaultCode::e_schema, "names no gender: leave the cell empty for all");
    return std::nullopt;
}

CellRule WillingCell::rule()
{
    return {.shape = JsonShape::list,
            .allowed = "set: " + listed(willing_words()),
            .words = willing_words(),
            .empty = "none"};
}

std::optional<Willing> WillingCell::read(std::string_view cell, CellFaults& faults)
{
    if (cell == "none") return Willing{};
    const auto items = split_items(cell, faults);
    if (!items) return std::nullopt;
    Willing willing;
    for (const std::string_view item : *items) {
        const auto requirement = from_word<Requirement>(item);
        const auto access = from_word<AccessNeed>(item);
        if (requirement) willing.requirements.insert(*requirement);
        if (access) willing.access.insert(*access);
        if (!requirement && !access) {
            refuse_word(item, willing_words(), faults);
            return std::nullopt;
        }
    }
    return willing;
}

std::string WillingCell::write(const Willing& willing)
{
    const std::string first = SetCell<Requirement>::write(willing.requirements);
    const std::string second = SetCell<AccessNeed>::write(willing.access);
    if (willing.requirements.empty()) return second;
    return willing.access.empty() ? first : first + ";" + second;
}

}  // namespace befriend::io
