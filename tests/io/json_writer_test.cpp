#include "io/json_writer.hpp"

#include "catch2.hpp"
#include "io/json_text.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using befriend::io::json_string;
using befriend::io::JsonWriter;
using nlohmann::json;
using Layout = JsonWriter::Layout;
using namespace std::string_view_literals;

namespace {

std::string written(const auto& value)
{
    JsonWriter writer;
    writer.value(value);
    return std::move(writer).text();
}

// UTF-8 of up to 20 characters, with many that JSON has to escape.
std::string random_text(std::mt19937& random)
{
    constexpr std::string_view characters[] = {"\"",   "\\",     "/",      "a",         " ",
                                               "\x7f", "\u00e9", "\u2028", "\U0001d11e"};
    std::string text;
    for (auto left = random() % 21; left > 0; --left) {
        const std::size_t choice = random() % 20;
        if (choice < std::size(characters))
            text += characters[choice];
        else
            text += static_cast<char>(random() % 0x20);
    }
    return text;
}

}  // namespace

TEST_CASE("json_string: every text is written as nlohmann-json writes it", "[io][oracle]")
{
    std::mt19937 random(1);
    for (int run = 0; run < 2'000; ++run) {
        const std::string text = random_text(random);
        CHECK(json_string(text) == json(text).dump());
    }
    for (char letter = 1; letter < 0x20; ++letter)
        CHECK(json_string({&letter, 1}) == json(std::string(1, letter)).dump());
}

TEST_CASE("json_string: a byte that is not UTF-8 is replaced", "[io][example]")
{
    CHECK(json_string("\xff") == "\"\ufffd\"");
    CHECK(json_string("a\x92\xe9z") == "\"a\ufffd\ufffdz\"");
    CHECK(json_string("\xe2\x82") == "\"\ufffd\ufffd\"");
    CHECK(json_string("\"\0\""sv) == R"("\"\u0000\"")");
}

TEST_CASE("JsonWriter: plain values", "[io][example]")
{
    CHECK(written("a\tb") == "\"a\\tb\"\n");
    CHECK(written(true) == "true\n");
    CHECK(written(false) == "false\n");
    CHECK(written(nullptr) == "null\n");
    CHECK(written(0) == "0\n");
    CHECK(written(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808\n");
    CHECK(written(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615\n");
    CHECK(written(std::optional<int>(7)) == "7\n");
    CHECK(written(std::optional<int>()) == "null\n");
    CHECK(written(std::vector<int>{}) == "[]\n");
    CHECK(written(std::vector<std::string>{"a", "b"}) == "[\"a\",\"b\"]\n");
    CHECK(written(std::map<std::string, int>{}) == "{}\n");
    CHECK(written(std::map<std::string, int>{{"b", 2}, {"a", 1}}) == "{\"a\":1,\"b\":2}\n");
}

TEST_CASE("JsonWriter: objects and lists in one another, compact and a line each", "[io][example]")
{
    JsonWriter writer;
    const auto pair = [&](int number) {
        writer.begin_object()
            .member("n", number)
            .list("twice", std::vector{number, number}, [&](int item) { writer.value(item); })
            .end_object();
    };
    const std::vector<int> none;
    writer.begin_object(Layout::lines)
        .member("a", 1)
        .lines("b", std::vector{1, 2}, pair)
        .lines("c", none, pair)
        .list("d", std::vector{3}, pair)
        .member("e", [&] { pair(4); })
        .end_object();
    CHECK(std::move(writer).text() ==
          "{\n"
          "\"a\": 1,\n"
          "\"b\": [\n"
          "{\"n\":1,\"twice\":[1,1]},\n"
          "{\"n\":2,\"twice\":[2,2]}\n"
          "],\n"
          "\"c\": [],\n"
          "\"d\": [{\"n\":3,\"twice\":[3,3]}],\n"
          "\"e\": {\"n\":4,\"twice\":[4,4]}\n"
          "}\n");
}

TEST_CASE("JsonWriter: a list written on threads is the list", "[io][property]")
{
    for (const std::size_t size : {0U, 1U, 2U, 999U, 1'000U, 5'003U}) {
        CAPTURE(size);
        std::vector<std::size_t> numbers(size);
        std::iota(numbers.begin(), numbers.end(), 0U);
        JsonWriter one;
        one.begin_object(Layout::lines)
            .lines("numbers", numbers, [&](std::size_t number) { one.value(number); })
            .member("other", 1)
            .end_object();
        JsonWriter some;
        some.begin_object(Layout::lines)
            .lines_on_threads("numbers", numbers,
                              [](JsonWriter& writer, std::size_t number) { writer.value(number); })
            .member("other", 1)
            .end_object();
        CHECK(std::move(some).text() == std::move(one).text());
    }
}
