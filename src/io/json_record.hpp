#pragma once

#include "io/record_reader.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::io {

// What a JSON value is, for the sentence that says it is the wrong one.
enum class JsonKind { null, flag, number, text, list, object };

[[nodiscard]] std::string_view to_words(JsonKind kind) noexcept;

// Turns the members of one JSON object after the other into cells of a table.
class JsonRecord {
public:
    JsonRecord(RecordReader& records, const std::vector<std::string>& ignored);

    void begin();
    void key(std::string_view name);
    void scalar(JsonKind kind, std::string_view cell);  // `cell`: the value as the text of a cell
    void open(JsonKind kind);                           // a list or an object within the record
    void close();                                       // the last of them, or the record

    [[nodiscard]] bool is_open() const noexcept { return is_open_; }

    // The column of the member under way; empty if it has none.
    [[nodiscard]] std::string_view field() const noexcept;

    // A record that is no object: it keeps its position.
    void refuse(JsonKind kind);

private:
    void item(JsonKind kind, std::string_view cell);
    void end_list();
    void end();
    void refuse_kind(JsonKind kind, std::string_view due);

    RecordReader& records_;
    const std::vector<std::string>& ignored_;
    bool is_open_ = false;
    std::size_t depth_ = 0;              // open lists and objects within the record
    bool in_list_ = false;               // the outermost of them is a list of items
    std::optional<std::size_t> column_;  // of the member under way, if its value is read
    std::set<std::size_t> columns_;      // of the members so far
    std::set<std::string> unknown_;      // names without a column
    std::string items_;                  // of the list under way, as a cell
    bool is_list_sound_ = true;
};

}  // namespace befriend::io
