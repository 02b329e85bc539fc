
#include "catch2.hpp"
#include <befriend/io/nearest_name.hpp>

#include <array>
#include <string>
#include <string_view>

using befriend::did_you_mean;

TEST_CASE("did_you_mean: a near name is offered, a far one is not", "[io][example]")
{
    constexpr std::array<std::string_view, 3> known{"child_id", "volunteer_id", "until"};
    CHECK(did_you_mean("childid", known) == ": did you mean child_id?");
    CHECK(did_you_mean("CHILD ID", known) == ": did you mean child_id?");
    CHECK(did_you_mean("chidl_id", known) == ": did you mean child_id?");
    CHECK(did_you_mean("untl", known) == ": did you mean until?");
    CHECK(did_you_mean("reason", known).empty());
    CHECK(did_you_mean("", known).empty());
    CHECK(did_you_mean(std::string(100'000, 'u'), known).empty());
}
