#pragma once

// Lists of cells: items that are more than one word, lists and sets. Items are separated by semicolons.

#include "io/cells.hpp"
#include <befriend/model/background.hpp>
#include <befriend/model/interests.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/tag_set.hpp>
#include <befriend/model/volunteer.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::io {

// Two parts of an item around a colon; the second is empty if there is none.
[[nodiscard]] std::pair<std::string_view, std::string_view> halves(std::string_view item);

// An interest, in any words; the vocabulary knows which.
struct TagItem {
    using Value = std::string;
    static CellRule rule();
    static std::optional<std::string> read(std::string_view item, CellFaults& faults);
    static std::string write(const std::string& tag) { return tag; }
    static const std::string& key(const std::string& tag) { return tag; }
};

// `football:2`; without a grade, 1.
struct GradedItem {
    using Value = GradedInterest;
    static CellRule rule();
    static std::optional<GradedInterest> read(std::string_view item, CellFaults& faults);
    static std::string write(const GradedInterest& interest);
    static const std::string& key(const GradedInterest& interest) { return interest.tag; }
};

// `tir:fluent`; without a level, fluent.
struct LanguageItem {
    using Value = Language;
    static CellRule rule();
    static std::optional<Language> read(std::string_view item, CellFaults& faults);
    static std::string write(const Language& language);
    static const std::string& key(const Language& language) { return language.code; }
};

// `V-0001:reason_code`; the reason may be left out.
struct ExclusionItem {
    using Value = Exclusion;
    static CellRule rule();
    static std::optional<Exclusion> read(std::string_view item, CellFaults& faults);
    static std::string write(const Exclusion& exclusion);
    static const std::string& key(const Exclusion& exclusion) { return exclusion.id; }
};

// `V-0003:2024-05-01`; the day may be left out.
struct DeclinedItem {
    using Value = Declined;
    static CellRule rule();
    static std::optional<Declined> read(std::string_view item, CellFaults& faults);
    static std::string write(const Declined& declined);
    static const Declined& key(const Declined& declined) { return declined; }
};

// `trauma_trained:2024-05-01`; the day may be left out.
struct TrainingItem {
    using Value = Training;
    static CellRule rule();
    static std::optional<Training> read(std::string_view item, CellFaults& faults);
    static std::string write(const Training& training);
    static const Training& key(const Training& training) { return training; }
};

// A word of a cell, as an item.
template <class Cell>
struct PlainItem : Cell {
    static const typename Cell::Value& key(const typename Cell::Value& value) { return value; }
};

// A group as a person names it.
struct GroupItem {
    using Value = std::string;
    static CellRule rule() { return {.allowed = "groups as the person names them"}; }
    static std::optional<std::string> read(std::string_view item, CellFaults& faults);
    static std::string write(const std::string& group) { return group; }
    static const std::string& key(const std::string& group) { return group; }
};

// What the word `none` means when it is the whole of a list.
enum class NoneIs { empty_list, an_item };

template <class Item, NoneIs none = NoneIs::empty_list>
struct ListCell {
    using Value = std::vector<typename Item::Value>;

    static CellRule rule()
    {
        CellRule rule = Item::rule();
        rule.shape = JsonShape::list;
        rule.absent.clear();
        rule.allowed = "list: " + rule.allowed;
        rule.empty = none == NoneIs::empty_list ? "none" : "";
        return rule;
    }

    static std::optional<Value> read(std::string_view cell, CellFaults& faults)
    {
        if (none == NoneIs::empty_list && cell == "none") return Value{};
        const auto items = split_items(cell, faults);
        if (!items) return std::nullopt;
        Value values;
        values.reserve(items->size());
        for (const std::string_view item : *items) {
            auto value = Item::read(item, faults);
            if (!value) return std::nullopt;
            const auto is_same = [&](const auto& other) { return Item::key(other) == Item::key(*value); };
            if (std::any_of(values.begin(), values.end(), is_same)) {
                faults.add(FaultCode::e_schema, "an item of the list comes twice");
                return std::nullopt;
            }
            values.push_back(std::move(*value));
        }
        return values;
    }

    static std::string write(const Value& values)
    {
        if (values.empty()) return "none";
        std::string cell;
        for (const auto& value : values)
            cell.append(cell.empty() ? "" : ";").append(Item::write(value));
        return cell;
    }
};

// A set of genders that says "all" when it is empty, so that `none` has no place in it.
struct AcceptedGendersCell : ListCell<PlainItem<GenderCell>, NoneIs::an_item> {
    static CellRule rule();
    static std::optional<Value> read(std::string_view cell, CellFaults& faults);
};

enum class EmptySet { allowed, refused };

// A set of words of `E`: the first `size` of them, or all.
template <class E, EmptySet empty = EmptySet::allowed, std::size_t size = 32>
struct SetCell {
    using Value = TagSet<E>;

    static std::vector<std::string_view> words()
    {
        std::vector<std::string_view> all = WordCell<E>::words();
        all.resize(std::min(size, all.size()));
        return all;
    }

    static CellRule rule()
    {
        CellRule rule{.shape = JsonShape::list, .allowed = "set: " + listed(words()), .words = words()};
        if (empty == EmptySet::allowed) rule.empty = "none";
        return rule;
    }

    static std::optional<TagSet<E>> read(std::string_view cell, CellFaults& faults)
    {
        if (empty == EmptySet::allowed && cell == "none") return TagSet<E>{};
        const auto items = split_items(cell, faults);
        if (!items) return std::nullopt;
        const auto known = words_of<E>();
        TagSet<E> tags;
        for (const std::string_view item : *items) {
            std::size_t at = 0;
            while (at < std::min(size, known.size()) && known[at].second != item)
                ++at;
            if (at == std::min(size, known.size())) {
                refuse_word(item, words(), faults);
                return std::nullopt;
            }
            tags.insert(known[at].first);
        }
        return tags;
    }

    static std::string write(TagSet<E> tags)
    {
        std::string cell;
        for (const auto& [tag, word] : words_of<E>()) {
            if (tags.has(tag)) cell.append(cell.empty() ? "" : ";").append(word);
        }
        return cell.empty() ? "none" : cell;
    }
};

// What a volunteer is willing to do: requirements and access needs in one cell.
struct Willing {
    TagSet<Requirement> requirements;
    TagSet<AccessNeed> access;
};

struct WillingCell {
    using Value = Willing;
    static CellRule rule();
    static std::optional<Willing> read(std::string_view cell, CellFaults& faults);
    static std::string write(const Willing& willing);
};

}  // namespace befriend::io
