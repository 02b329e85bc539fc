#include "io/json_scan.hpp"

#include "io/text.hpp"

#include <algorithm>
#include <charconv>

namespace befriend::io {
namespace {

class Scan {
public:
    explicit Scan(std::string_view text) : text_(text) {}

    std::optional<JsonFlaw> run() noexcept
    {
        while (!flaw_ && at_ < text_.size()) {
            const char next = text_[at_];
            if (next == '"') {
                string();
            } else if (next == '-' || are_digits(text_.substr(at_, 1))) {
                number();
            } else {
                depth_ += next == '[' || next == '{' ? 1 : 0;
                depth_ -= (next == ']' || next == '}') && depth_ > 0 ? 1 : 0;
                if (depth_ > most_json_depth) {
                    flaw_ = {FaultCode::e_limit, "nested more than 64 levels deep", at_, at_};
                }
                ++at_;
            }
        }
        return flaw_;
    }

private:
    // The parser may see everything up to the string, but not a string that has no end in sight.
    void string() noexcept
    {
        const std::size_t start = at_++;
        while (!flaw_ && at_ < text_.size() && text_[at_] != '"') {
            if (at_ - start > most_json_string) {
                flaw_ = {FaultCode::e_limit, "a string of more than 1 MiB", start, start};
            } else if (text_[at_] == '\\') {
                escape();
            } else {
                ++at_;
            }
        }
        ++at_;
    }

    void escape() noexcept
    {
        const std::size_t start = at_;
        at_ += 2;
        if (start + 1 >= text_.size() || text_[start + 1] != 'u') return;
        const auto first = code_unit(start);
        if (!first || *first < 0xd800 || *first > 0xdfff) return;
        const auto second = code_unit(start + 6);
        if (*first <= 0xdbff && second && *second >= 0xdc00 && *second <= 0xdfff) {
            at_ = start + 12;
        } else {
            flaw_ = {FaultCode::e_encoding, "an escape of half a surrogate pair", start, start};
        }
    }

    // The value of the escape \uXXXX that begins at `start`, if there is one.
    std::optional<unsigned> code_unit(std::size_t start) const noexcept
    {
        if (start + 6 > text_.size() || text_[start] != '\\' || text_[start + 1] != 'u') return std::nullopt;
        unsigned value = 0;
        const char* const digits = text_.data() + start + 2;
        const auto [end, error] = std::from_chars(digits, digits + 4, value, 16);
        if (error != std::errc() || end != digits + 4) return std::nullopt;
        return value;
    }

    void number() noexcept
    {
        const std::size_t start = at_;
        at_ = std::min(text_.find_first_not_of("+-.eE0123456789", at_), text_.size());
        if (at_ - start > most_json_number) {
            flaw_ = {FaultCode::e_limit, "a number of more than 1024 characters", start, start};
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::optional<JsonFlaw> flaw_;
};

}  // namespace

std::optional<JsonFlaw> first_flaw(std::string_view text) noexcept
{
    if (looks_like_utf16(text))
        return JsonFlaw{FaultCode::e_encoding, "looks like UTF-16: save as UTF-8", 0, 0};
    const auto invalid = first_invalid_byte(text);
    const auto flaw = Scan(text.substr(0, invalid.value_or(text.size()))).run();
    if (flaw || !invalid) return flaw;
    return JsonFlaw{FaultCode::e_encoding, "not UTF-8", *invalid, *invalid};
}

}  // namespace befriend::io
