#include "catch2.hpp"
#include <befriend/io/area_table.hpp>

#include <string>

using befriend::outcode_of;

TEST_CASE("outcode_of: every format of a postcode gives its outcode", "[io][example]")
{
    // The six formats of the Royal Mail's guide.
    CHECK(outcode_of("M1 1AA") == "M1");
    CHECK(outcode_of("M60 1NW") == "M60");
    CHECK(outcode_of("CR2 6XH") == "CR2");
    CHECK(outcode_of("DN55 1PT") == "DN55");
    CHECK(outcode_of("W1A 1HQ") == "W1A");
    CHECK(outcode_of("EC1A 1BB") == "EC1A");
    CHECK(outcode_of("ec1a1bb") == "EC1A");
    CHECK(outcode_of("EC1A") == "EC1A");
    CHECK(outcode_of("W1A") == "W1A");
}

TEST_CASE("outcode_of: anything else gives none", "[io][example]")
{
    for (const char* text : {"", "M", "1", "EC", "EC1A 1B", "EC1A  1BB", "EC1A1BBB", "M1 AAA", "E\u00c9 1AA",
                             "AAA1 1AA", "M111", "M1/1AA", " M1", "M1 "}) {
        CAPTURE(text);
        CHECK(!outcode_of(text));
    }
}
