#pragma once

// What callers hand in, checked. Each check throws Misuse, which `guarded` turns into a status.

#include "handles.hpp"
#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::c {

// A call that no input can make right, or that comes at the wrong time: faults whose field is an argument and
// whose record is a position in it.
struct Misuse {
    Misuse(FaultCode code, std::string_view argument, std::string rule);
    explicit Misuse(std::vector<Fault> all) : faults(std::move(all)) {}

    std::vector<Fault> faults;
};

// One fault of an argument.
[[nodiscard]] Fault argument_fault(FaultCode code, std::string_view argument, std::string rule);

void need_not_null(const void* pointer, const char* name);

// Throws unless the handle whose first bytes are `handle` is of `kind` and of this ABI.
void need_kind(const Handle* handle, std::uint32_t kind, const char* name);

// The handle behind an argument that is called `name` in befriend.h.
template <class T>
[[nodiscard]] T& opened(T* handle, const char* name)
{
    need_not_null(handle, name);
    need_kind(handle, T::own_kind, name);
    return *handle;
}

// A text whose content a reader will check; NULL only with size 0.
[[nodiscard]] std::string_view text_in(const char* text, std::size_t size, const char* name);

// A text that nobody else will check: UTF-8 without NUL.
[[nodiscard]] std::string_view plain_text_in(const char* text, std::size_t size, const char* name);

// The first NUL of `text`, which no reader names in a way of its own, as a fault of `table`.
[[nodiscard]] std::optional<Fault> nul_fault(Table table, std::string_view text);

}  // namespace befriend::c
