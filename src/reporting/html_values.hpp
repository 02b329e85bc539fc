#pragma once

// Values for the template, shorter to write.

#include "reporting/html_parts.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend {

/// An object whose fields are texts.
[[nodiscard]] inline Values object_of(std::initializer_list<std::pair<const char*, std::string>> fields)
{
    Values object{Values::type::object};
    for (const auto& [name, text] : fields)
        object.set(name, text);
    return object;
}

/// A list with one object an item, by `make`.
template <class Items, class Make>
[[nodiscard]] Values list_of(const Items& items, Make make)
{
    Values list{Values::type::list};
    for (const auto& item : items)
        list.push_back(make(item));
    return list;
}

/// A sentence in pieces for the template, each with `plain` and `whole`, one of them maybe empty. A word with
/// a hyphen is a `whole`, so that no id is broken over two lines, but for those in the first `on_first_line`
/// bytes, which fit on one line wherever the sentence stands.
[[nodiscard]] Values pieces_of(std::string_view text, std::size_t on_first_line);

/// Sets a list and, for the headings around it, whether it has anything: `has_<name>`.
inline void set_list(Values& values, const std::string& name, const Values& list)
{
    values.set(name, list);
    values.set("has_" + name, Values(list.is_non_empty_list()));
}

}  // namespace befriend
