#include "catch2.hpp"
#include <befriend/model/referral.hpp>

namespace befriend::test {

TEST_CASE("tag set: it holds what was put in, once", "[model][example]")
{
    TagSet<HomeTag> home{HomeTag::dog, HomeTag::smoking, HomeTag::dog};
    CHECK(home.size() == 2);
    CHECK(home.has(HomeTag::smoking));
    CHECK_FALSE(home.has(HomeTag::cat));
    home.insert(HomeTag::cat);
    CHECK(home.has(HomeTag::cat));
}

TEST_CASE("tag set: what two sets share and what only the first has", "[model][example]")
{
    const TagSet<HomeTag> home{HomeTag::dog, HomeTag::cat};
    const TagSet<HomeTag> allergies{HomeTag::cat, HomeTag::smoking};
    CHECK((home & allergies) == TagSet<HomeTag>{HomeTag::cat});
    CHECK((home - allergies) == TagSet<HomeTag>{HomeTag::dog});
    CHECK((home | allergies) == TagSet<HomeTag>{HomeTag::dog, HomeTag::cat, HomeTag::smoking});
    CHECK((home & TagSet<HomeTag>{}).empty());
}

}  // namespace befriend::test
