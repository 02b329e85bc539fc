#pragma once

#include <nlohmann/json.hpp>

#include <cassert>
#include <string>
#include <string_view>
#include <utility>

namespace befriend::io {

// A JSON object written member by member, keys ascending, each record of a list on a line of its own. So a
// long list never stands in memory twice.
class JsonDocument {
public:
    void member(std::string_view key, const nlohmann::json& value)
    {
        start(key);
        text_ += value.dump();
    }

    /// A list with `json_of(record)` for each record.
    template <class Records, class JsonOf>
    void list(std::string_view key, const Records& records, const JsonOf& json_of)
    {
        start(key);
        text_ += '[';
        std::string_view separator = "\n";
        for (const auto& record : records) {
            const nlohmann::json value = json_of(record);
            text_.append(separator).append(value.dump());
            separator = ",\n";
        }
        text_ += std::empty(records) ? "]" : "\n]";
    }

    [[nodiscard]] std::string text() && { return std::move(text_) + "\n}\n"; }

private:
    void start(std::string_view key)
    {
        assert(last_ < key && "keys are written in ascending order");
        text_.append(last_.empty() ? "{\n\"" : ",\n\"").append(key).append("\": ");
        last_ = key;
    }

    std::string text_;
    std::string last_;
};

}  // namespace befriend::io
