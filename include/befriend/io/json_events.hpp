#pragma once

#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace befriend {

/// What a JSON text holds, as it is read. Numbers come as they are written, never through floating point;
/// texts live as long as the call.
class JsonEvents {
public:
    virtual ~JsonEvents() = default;
    virtual void null() = 0;
    virtual void flag(bool value) = 0;
    virtual void number(std::string_view digits) = 0;
    virtual void text(std::string_view value) = 0;
    virtual void key(std::string_view name) = 0;
    virtual void begin_object() = 0;
    virtual void end_object() = 0;
    virtual void begin_list() = 0;
    virtual void end_list() = 0;

    /// The text cannot be read on from here; nothing more comes.
    virtual void stop(FaultCode code, std::string rule, std::size_t line, std::size_t column) = 0;
};

/// Reads `text` into `events`; a byte-order mark in front is passed over. Text that is not UTF-8, nested more
/// than 64 levels deep, or with a string above 1 MiB ends in `stop`. Does not recurse. O(length).
void read_json(std::string_view text, JsonEvents& events);

}  // namespace befriend
