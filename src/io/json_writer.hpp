#pragma once

#include "parallel/fork_join.hpp"

#include <concepts>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::io {

// Writes JSON as it goes. No tree of values stands behind it, so whatever stops it halfway, such as a lack of
// memory, leaves nothing but a text to free.
//
// The names of an object come in ascending order, which is asserted: what is written is canonical. A value is
// a text, a whole number, a flag, null or an optional, a list or a map of values, or a function that writes
// one.
//
//     json.begin_object().member("points", 612).member("rules", codes).end_object();
//     // {"points":612,"rules":["dbs"]}
class JsonWriter {
public:
    enum class Layout { compact, lines };  // lines: what is directly inside stands a line each

    JsonWriter& begin_object(Layout layout = Layout::compact) { return open('{', layout); }
    JsonWriter& end_object() { return close('}'); }

    JsonWriter& value(std::string_view text);
    JsonWriter& value(std::nullptr_t) { return literal("null"); }

    template <std::integral Number>
    JsonWriter& value(Number number)
    {
        if constexpr (std::same_as<Number, bool>) return literal(number ? "true" : "false");
        return literal(std::to_string(number));
    }

    template <class Value>
    JsonWriter& value(const std::optional<Value>& perhaps)
    {
        return perhaps ? value(*perhaps) : value(nullptr);
    }

    template <std::invocable Write>
    JsonWriter& value(const Write& write)
    {
        write();
        return *this;
    }

    template <class Value>
    JsonWriter& value(const std::vector<Value>& list)
    {
        return items(list, [this](const Value& item) { value(item); }, Layout::compact);
    }

    template <class Value>
    JsonWriter& value(const std::map<std::string, Value>& members)
    {
        begin_object();
        for (const auto& [name, held] : members)
            member(name, held);
        return end_object();
    }

    template <class Value>
    JsonWriter& member(std::string_view name, const Value& held)
    {
        return key(name).value(held);
    }

    // A member that is a list, with `write(record)` for each.
    template <class Records, class Write>
    JsonWriter& list(std::string_view name, const Records& records, const Write& write)
    {
        return key(name).items(records, write, Layout::compact);
    }

    // The same with each record on a line of its own.
    template <class Records, class Write>
    JsonWriter& lines(std::string_view name, const Records& records, const Write& write)
    {
        return key(name).items(records, write, Layout::lines);
    }

    // The same, with `write(writer, record)`, parts of a long list on threads of their own.
    template <class Record, class Write>
    JsonWriter& lines_on_threads(std::string_view name, const std::vector<Record>& records,
                                 const Write& write)
    {
        constexpr std::size_t least_records = 500;  // one takes some microseconds, a thread twenty
        key(name).open('[', Layout::lines);
        const auto parts = parallel::parts_of(records.size(), {.least = least_records});
        std::vector<JsonWriter> writers(parts.size());
        parallel::fork_join(parts, [&](const parallel::Part& part) {
            JsonWriter& writer = writers[part.number];
            writer.open_.push_back({Layout::lines, part.first == 0, {}});
            for (std::size_t i = part.first; i < part.end; ++i)
                write(writer, records[i]);
        });
        std::size_t size = text_.size();
        for (const JsonWriter& writer : writers)
            size += writer.text_.size();
        text_.reserve(size);
        for (JsonWriter& writer : writers)
            text_ += std::exchange(writer.text_, {});
        open_.back().is_empty = records.empty();
        return close(']');
    }

    // The whole text, with a line end behind it. Precondition: everything is closed.
    [[nodiscard]] std::string text() &&;

private:
    // An object or a list that is not closed yet.
    struct Level {
        Layout layout;
        bool is_empty = true;
        std::string_view last_name;
    };

    JsonWriter& key(std::string_view name);
    JsonWriter& literal(std::string_view text);
    JsonWriter& open(char bracket, Layout layout);
    JsonWriter& close(char bracket);
    void separate();
    void begin_value();

    template <class Records, class Write>
    JsonWriter& items(const Records& records, const Write& write, Layout layout)
    {
        open('[', layout);
        for (const auto& record : records)
            std::invoke(write, record);
        return close(']');
    }

    std::string text_;
    std::vector<Level> open_;
    bool is_named_ = false;  // a name is written, its value is due
};

}  // namespace befriend::io
