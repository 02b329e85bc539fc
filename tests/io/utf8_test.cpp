#include "catch2.hpp"
#include <befriend/io/utf8.hpp>

#include <string>
#include <string_view>

using befriend::first_invalid_byte;
using namespace std::string_view_literals;

TEST_CASE("first_invalid_byte: UTF-8 has none, NUL and the last character included", "[io][example]")
{
    for (const std::string_view text :
         {""sv, "a"sv, "a\0b"sv, "\xef\xbb\xbf"sv, "é€"sv, "\xf4\x8f\xbf\xbf"sv})
        CHECK(first_invalid_byte(text) == std::nullopt);
}

TEST_CASE("first_invalid_byte: wherever it stands in a text of ASCII", "[io][property]")
{
    for (std::size_t size = 1; size < 40; ++size) {
        for (std::size_t at = 0; at < size; ++at) {
            CAPTURE(size, at);
            std::string text(size, 'a');
            CHECK(first_invalid_byte(text) == std::nullopt);
            text[at] = '\xFF';
            CHECK(first_invalid_byte(text) == at);
            CHECK(first_invalid_byte("\xC3\xA9" + text) == at + 2);
        }
    }
}

TEST_CASE("first_invalid_byte: it is where a sequence starts that is no character", "[io][example]")
{
    for (const std::string_view broken : {"\x92"sv, "\xe9"sv, "\xc0\xaf"sv, "\xe0\x80\x80"sv,
                                          "\xed\xa0\x80"sv, "\xf4\x90\x80\x80"sv, "\xe2\x82"sv, "\xff"sv}) {
        CAPTURE(broken.size());
        CHECK(first_invalid_byte(broken) == 0U);
        CHECK(first_invalid_byte("é" + std::string(broken)) == 2U);
    }
}
