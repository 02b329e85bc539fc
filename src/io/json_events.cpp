#include "io/json_scan.hpp"
#include "io/place_in_text.hpp"
#include "io/text.hpp"
#include <befriend/io/json_events.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace befriend {
namespace {

using nlohmann::json;

constexpr int number_overflow = 406;  // nlohmann's code for a number that no double holds

// nlohmann's events as ours.
class Adapter final : public nlohmann::json_sax<json> {
public:
    Adapter(std::string_view text, std::size_t skipped, JsonEvents& events)
        : text_(text), flaw_(io::first_flaw(text)), skipped_(skipped), events_(events)
    {
    }

    // The part of the text that the parser is given.
    std::string_view readable() const noexcept { return flaw_ ? text_.substr(0, flaw_->readable) : text_; }

    bool null() override { return events_.null(), true; }
    bool boolean(bool value) override { return events_.flag(value), true; }
    bool number_integer(std::int64_t value) override { return events_.number(std::to_string(value)), true; }
    bool number_unsigned(std::uint64_t value) override { return events_.number(std::to_string(value)), true; }
    bool string(std::string& value) override { return events_.text(value), true; }
    bool binary(json::binary_t&) override { return true; }
    bool start_object(std::size_t) override { return events_.begin_object(), true; }
    bool key(std::string& name) override { return events_.key(name), true; }
    bool end_object() override { return events_.end_object(), true; }
    bool start_array(std::size_t) override { return events_.begin_list(), true; }
    bool end_array() override { return events_.end_list(), true; }

    bool number_float(double, const std::string& token) override
    {
        // The parser writes the decimal point of the machine's locale into its token.
        std::string digits = token;
        std::replace_if(
            digits.begin(), digits.end(),
            [](char letter) {
                return std::string_view("+-eE0123456789").find(letter) == std::string_view::npos;
            },
            '.');
        return events_.number(digits), true;
    }

    bool parse_error(std::size_t position, const std::string& token,
                     const nlohmann::detail::exception& error) override
    {
        has_stopped_ = true;
        if (error.id == number_overflow) {
            const bool is_whole = io::are_digits(token.substr(token.starts_with('-') ? 1 : 0));
            stop(is_whole ? FaultCode::e_range : FaultCode::e_number, "a number too large to read",
                 position - 1);
        } else if (flaw_ && position > flaw_->readable) {
            tell_flaw();
        } else if (position > text_.size()) {
            stop(FaultCode::e_parse, "the JSON text ends too early", text_.size());
        } else {
            stop(FaultCode::e_parse, "not valid JSON from here", position - 1);
        }
        return false;
    }

    // A flaw after a complete value, where the parser saw no fault.
    void finish()
    {
        if (flaw_ && !has_stopped_) tell_flaw();
    }

private:
    void tell_flaw() { stop(flaw_->code, std::string(flaw_->rule), flaw_->offset); }

    void stop(FaultCode code, std::string rule, std::size_t offset)
    {
        io::LineAndColumn place = io::place_in_text(text_, offset);
        if (place.line == 1 && skipped_ > 0) place.column += 1;  // the byte-order mark is a character
        events_.stop(code, std::move(rule), place.line, place.column);
    }

    std::string_view text_;
    std::optional<io::JsonFlaw> flaw_;
    std::size_t skipped_;
    JsonEvents& events_;
    bool has_stopped_ = false;
};

}  // namespace

void read_json(std::string_view text, JsonEvents& events)
{
    const std::size_t mark = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    Adapter adapter(text.substr(mark), mark, events);
    const std::string_view readable = adapter.readable();
    json::sax_parse(readable.begin(), readable.end(), &adapter);
    adapter.finish();
}

}  // namespace befriend
