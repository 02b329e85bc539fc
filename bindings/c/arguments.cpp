#include "arguments.hpp"

#include <algorithm>
#include <utf8proc.h>

namespace befriend::c {
namespace {

bool is_utf8(std::string_view text) noexcept
{
    auto at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    for (auto left = static_cast<utf8proc_ssize_t>(text.size()); left > 0;) {
        utf8proc_int32_t character = 0;
        const utf8proc_ssize_t bytes = utf8proc_iterate(at, left, &character);
        if (bytes < 1) return false;
        at += bytes;
        left -= bytes;
    }
    return true;
}

}  // namespace

Fault argument_fault(FaultCode code, std::string_view argument, std::string rule)
{
    Fault fault;
    fault.code = code;
    fault.field = argument;
    fault.rule = std::move(rule);
    return fault;
}

Misuse::Misuse(FaultCode code, std::string_view argument, std::string rule)
{
    faults.push_back(argument_fault(code, argument, std::move(rule)));
}

void need_not_null(const void* pointer, const char* name)
{
    if (pointer == nullptr) throw Misuse{FaultCode::e_arg, name, "may not be NULL"};
}

void need_kind(const Handle* handle, std::uint32_t kind, const char* name)
{
    if (handle->kind != kind) throw Misuse{FaultCode::e_arg, name, "a handle of another kind"};
    if (handle->abi != BEFRIEND_ABI_VERSION) {
        throw Misuse{FaultCode::e_version, name,
                     "a handle of ABI version " + std::to_string(handle->abi) + "; this library has " +
                         std::to_string(BEFRIEND_ABI_VERSION)};
    }
}

std::string_view text_in(const char* text, std::size_t size, const char* name)
{
    if (size == 0) return {};
    need_not_null(text, name);
    return {text, size};
}

std::string_view plain_text_in(const char* text, std::size_t size, const char* name)
{
    const std::string_view plain = text_in(text, size, name);
    if (!is_utf8(plain)) throw Misuse{FaultCode::e_encoding, name, "not UTF-8"};
    if (plain.find('\0') != plain.npos) throw Misuse{FaultCode::e_encoding, name, "holds a NUL character"};
    return plain;
}

std::optional<Fault> nul_fault(Table table, std::string_view text)
{
    const std::size_t nul = text.find('\0');
    if (nul == text.npos) return std::nullopt;
    const std::string_view before = text.substr(0, nul);
    Fault fault;
    fault.code = FaultCode::e_encoding;
    fault.table = table;
    fault.rule = "holds a NUL character";
    fault.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    fault.column = nul - (before.rfind('\n') + 1) + 1;  // npos + 1 is the start of the text
    return fault;
}

}  // namespace befriend::c
