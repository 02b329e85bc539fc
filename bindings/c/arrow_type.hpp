#pragma once

// The Arrow types that columns may have.

#include "nanoarrow.hpp"
#include <befriend/io/columns.hpp>

#include <cstdint>
#include <string>

namespace befriend::c {

// The families of types that are read alike.
enum class ArrowKind : std::uint8_t { null, text, whole, real, flag, date, timestamp, list, other };

struct ArrowColumnType {
    ArrowKind kind = ArrowKind::other;
    ArrowTimeUnit unit = NANOARROW_TIME_UNIT_SECOND;  // of a timestamp
    std::string words = {};                           // its name, for people
};

// Whether every pointer of `schema` that is due is there, so that it can be looked at.
[[nodiscard]] bool is_whole(const ArrowSchema* schema);

// The type of a whole schema.
[[nodiscard]] ArrowColumnType type_of(const ArrowSchema& schema);

// Whether a column of the data dictionary may come as such a type.
[[nodiscard]] bool fits(ArrowKind kind, const Column& column) noexcept;

// The types that a column may come as, for people.
[[nodiscard]] std::string due(const Column& column);

}  // namespace befriend::c
