#include "io/json_writer.hpp"

#include "io/json_text.hpp"

#include <cassert>
#include <utility>

namespace befriend::io {

JsonWriter& JsonWriter::value(std::string_view text)
{
    begin_value();
    append_json_string(text_, text);
    return *this;
}

std::string JsonWriter::text() &&
{
    assert(open_.empty() && "everything is closed");
    text_ += '\n';
    return std::move(text_);
}

JsonWriter& JsonWriter::key(std::string_view name)
{
    separate();
    Level& level = open_.back();
    assert((level.last_name.empty() || level.last_name < name) && "names are written in ascending order");
    append_json_string(text_, name);
    text_ += level.layout == Layout::lines ? ": " : ":";
    level.last_name = name;
    is_named_ = true;
    return *this;
}

JsonWriter& JsonWriter::literal(std::string_view text)
{
    begin_value();
    text_ += text;
    return *this;
}

JsonWriter& JsonWriter::open(char bracket, Layout layout)
{
    begin_value();
    text_ += bracket;
    open_.push_back({layout, true, {}});
    return *this;
}

JsonWriter& JsonWriter::close(char bracket)
{
    const Level level = open_.back();
    open_.pop_back();
    if (level.layout == Layout::lines && !level.is_empty) text_ += '\n';
    text_ += bracket;
    return *this;
}

// What stands before a name or an item.
void JsonWriter::separate()
{
    Level& level = open_.back();
    if (!std::exchange(level.is_empty, false)) text_ += ',';
    if (level.layout == Layout::lines) text_ += '\n';
}

void JsonWriter::begin_value()
{
    if (!std::exchange(is_named_, false) && !open_.empty()) separate();
}

}  // namespace befriend::io
