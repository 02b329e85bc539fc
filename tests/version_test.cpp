#include <algorithm>
#include <string>

#include <befriend/befriend.hpp>

#include "catch2.hpp"

TEST_CASE("version: three numbers separated by points", "[example]")
{
    const std::string version{befriend::version()};
    CHECK(std::count(version.begin(), version.end(), '.') == 2);
    CHECK(version.find_first_not_of("0123456789.") == std::string::npos);
}
