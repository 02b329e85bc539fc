#include "../catch2.hpp"
#include "handles.hpp"
#include <befriend/model/invalid_input.hpp>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

using namespace befriend::test;

namespace {

// Every `#define BEFRIEND_<name> <number>` of befriend.h, as "<name> <number>\n".
std::string numbers_in_header()
{
    std::ifstream header(BEFRIEND_HEADER);
    std::string numbers;
    for (std::string line; std::getline(header, line);) {
        std::istringstream words(line);
        std::string define;
        std::string name;
        int number = 0;
        if (words >> define >> name >> number && define == "#define" && name.starts_with("BEFRIEND_"))
            numbers += name.substr(9) + " " + std::to_string(number) + "\n";
    }
    return numbers;
}

}  // namespace

TEST_CASE("c error: the header has the number of every code", "[c]")
{
    const std::string numbers = numbers_in_header();
    CHECK_THAT(numbers, ContainsSubstring("OK 0\n"));
    int codes = 0;
    for (int code = 1; code < 200; ++code) {
        const std::string name(befriend::to_text(static_cast<befriend::FaultCode>(code)));
        if (name.empty()) continue;
        ++codes;
        CHECK_THAT(numbers, ContainsSubstring("\n" + name + " " + std::to_string(code) + "\n"));
    }
    CHECK(codes >= 33);
}

TEST_CASE("c error: NULL holds nothing, and nothing lies behind the last fault", "[c]")
{
    CHECK(befriend_error_count(nullptr) == 0);
    CHECK(befriend_error_code(nullptr, 0) == BEFRIEND_OK);
    CHECK(befriend_error_message(nullptr, 0) == nullptr);

    befriend_error* err = nullptr;
    befriend_policy* out = nullptr;
    REQUIRE(befriend_policy_parse("seed = -1", 9, &out, &err) == BEFRIEND_E_RANGE);
    const Owned<befriend_error> owned(err);
    CHECK(befriend_error_count(err) == 1);
    CHECK(befriend_error_code(err, 0) == BEFRIEND_E_RANGE);
    CHECK_THAT(befriend_error_message(err, 0), ContainsSubstring("E_RANGE policy.seed"));
    CHECK(befriend_error_code(err, 1) == BEFRIEND_OK);
    CHECK(befriend_error_message(err, 1) == nullptr);
    CHECK(befriend_error_message(err, SIZE_MAX) == nullptr);
}

TEST_CASE("c error: a caller who wants none gets the status", "[c]")
{
    befriend_policy* out = nullptr;
    CHECK(befriend_policy_parse("seed = -1", 9, &out, nullptr) == BEFRIEND_E_RANGE);
    CHECK(befriend_policy_parse("seed = -1", 9, nullptr, nullptr) == BEFRIEND_E_ARG);
}

TEST_CASE("c version: the text is the version", "[c]")
{
    CHECK(befriend_version() == std::string(BEFRIEND_VERSION));
    CHECK(befriend_abi_version() == BEFRIEND_ABI_VERSION);
}
