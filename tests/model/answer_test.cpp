#include "catch2.hpp"
#include <befriend/model/answer.hpp>

#include <string>

namespace befriend::test {

TEST_CASE("answer: without a value it is unknown, and says why when told", "[model][example]")
{
    CHECK_FALSE(Answer<int>().known());
    CHECK(Answer<int>().missing() == Missing::unknown);
    CHECK(Answer<int>(Missing::declined).missing() == Missing::declined);
    CHECK(Answer<int>(Missing::declined) != Answer<int>(Missing::not_asked));
}

TEST_CASE("answer: a value is known and can be changed", "[model][example]")
{
    Answer<std::string> gender = std::string("female");
    REQUIRE(gender.known());
    CHECK(gender.value_or("male") == "female");
    gender.value() = "other";
    CHECK(gender.value() == "other");
    CHECK(Answer<std::string>(Missing::not_asked).value_or("male") == "male");
}

}  // namespace befriend::test
