#include "catch2.hpp"
#include "reporting/example_proposal.hpp"
#include <befriend/reporting/text.hpp>

#include <string>

namespace befriend::test {

TEST_CASE("text: the example as a terminal shows it", "[reporting][example]")
{
    CHECK(text_of(example_round(), example_proposal()) == R"(Proposals for 14 March 2026

Proposed
  Waited     Child  Volunteer  Points  Note
  31 months  C-03   V-02          380  a person asked for it
  21 months  C-01   V-01          780
  15 months  C-02   V-01          500  ask the child first
  5 months   C-04   V-03          875  drawn by lot

Keep waiting
  Waited         Child  Why
  26 months      C-07   Only one thing stands in the way for 2 volunteers: The child lives further
                        away than the volunteer travels.
  17 months      C-12   1 volunteer could visit, and is proposed to another child.
  12 months      C-05   2 volunteers could visit, and all of them are proposed to other children.
  12 months      C-10   1 volunteer could visit, but no pair earns the 300 points that the policy
                        asks for.
  8 months       C-09   Three things or more stand in the way for every volunteer.
  3 months       C-06   The child objects to having a visitor.
  2 months       C-08   Two things stand in the way for 3 volunteers: The child's age is outside the
                        ages that the volunteer accepts. The two have too few times of the week in
                        common.
  under 1 month  C-11   Only one thing stands in the way for 1 volunteer: The child lives further
                        away than the volunteer travels.

Proposed: 4 of 12 children, 1 to ask first. Keep waiting: 8.
Volunteers: 6, 4 ready, 3 proposed, 3 unused.
Half of the proposals earn 780 points or more of 1,000.
befriend proposes. People decide, and a child may always say no.
)");
}

TEST_CASE("text: a proposed child explained", "[reporting][example]")
{
    CHECK(text_of_child(example_round(), example_proposal(), 0) == R"(Child C-01
Age 14, waited 21 months.

Proposed: volunteer V-01, 780 points of 1,000, 730 to 830 once all is known.
  For: shared likes; wishes met; easy to reach
  Against: none
  Ask: Are there animals or smokers in the child's home?
  Ask: Does the volunteer keep animals?

Volunteers who fit best
  Volunteer  Points  Now
  V-01          625  proposed to this child and C-02
  V-02          625  proposed to C-03
  V-03          609  proposed to C-04
  V-04          579  unused
)");
}

TEST_CASE("text: a waiting child explained", "[reporting][example]")
{
    CHECK(text_of_child(example_round(), example_proposal(), 4) == R"(Child C-05
Age 11, waited 12 months.

Keeps waiting
  2 volunteers could visit, and all of them are proposed to other children.
  V-01 would earn 700 points, and is proposed to C-01 (ahead on “Longest wait”) and C-02 (just as
  good, drawn by lot).
  V-02 would earn 640 points, and is proposed to C-03 (a person asked for it).

Volunteers who fit best
  Volunteer  Points  Now
  V-01          625  proposed to C-01 and C-02
  V-03          607  proposed to C-04
  V-02          597  proposed to C-03
  V-04          524  unused
)");
}

TEST_CASE("text: what would change it for a waiting child", "[reporting][example]")
{
    CHECK(text_of_child(example_round(), example_proposal(), 6) == R"(Child C-07
Age 15, waited 26 months.

Keeps waiting
  Only one thing stands in the way for 2 volunteers: The child lives further away than the volunteer
  travels.

What would change it
  The volunteer agrees to travel further: V-02 (4 km more) and V-04 (6 km more).
  One of the two finds another time of the week: V-03.

Volunteers who fit best
  Volunteer  Points  Now
  V-04          625  unused
  V-01          535  proposed to C-01 and C-02
  V-02          525  proposed to C-03
  V-03          524  proposed to C-04
)");
}

TEST_CASE("text: an eligible pair explained", "[reporting][example]")
{
    CHECK(text_of_pair(example_round(), example_proposal(), 0, 0) ==
          R"(Child C-01 and volunteer V-01, 2 km apart

Eligible. No rule stands in the way.

Proposed.

625 points of 1,000, 250 to 875 once all is known
  Criterion   Score  Weight  Earned  Possible  If all were known
  Interests     500      30     188       375  score 0 to 1000
  Background      -       0       0         0  does not count for this child
  Age           500      10      62       125  score 0 to 1000
  Travel      1,000      20     250       250  known
  Free times    500      20     125       250  score 0 to 500

Ask about
  Does it matter to the child which gender the visitor is?
  Does the child want a visitor of a certain culture?
  Does the child want a visitor of a certain faith?
  Does the child want a visitor who speaks a certain language?
  Are there animals or smokers in the child's home?
  Is either of the two allergic to animals or smoke?
  Does the child have needs that the visits must allow for?
  Does the volunteer keep animals?
  Does the volunteer smoke?
  Do the two share a language? English is assumed.
)");
}

TEST_CASE("text: why an eligible pair is not proposed", "[reporting][example]")
{
    const auto outcome = [](std::size_t child, std::size_t volunteer) {
        const std::string text = text_of_pair(example_round(), example_proposal(), child, volunteer);
        const std::size_t begin = text.find("Not proposed.");
        return begin == text.npos ? "proposed, or not eligible"
                                  : text.substr(begin, text.find("\n\n", begin) - begin);
    };
    CHECK(outcome(0, 3) ==
          "Not proposed.\n"
          "  The child is proposed to V-01, with 780 points of 1,000, 730 to 830 once all is known.\n"
          "  The volunteer is unused.\n"
          "  Together, the proposals meet the aims of the policy best this way.");
}

TEST_CASE("text: a pair that rules exclude explained", "[reporting][example]")
{
    CHECK(text_of_pair(example_round(), example_proposal(), 5, 4) ==
          R"(Child C-06 and volunteer V-05, 4 km apart

Not eligible. 2 rules stand in the way:
  objection: The child objects to having a visitor.
  dbs: The volunteer's enhanced DBS check is missing or too old.

625 points of 1,000, 250 to 875 once all is known
  Criterion   Score  Weight  Earned  Possible  If all were known
  Interests     500      30     188       375  score 0 to 1000
  Background      -       0       0         0  does not count for this child
  Age           500      10      62       125  score 0 to 1000
  Travel      1,000      20     250       250  known
  Free times    500      20     125       250  score 0 to 500

Ask about
  Does it matter to the child which gender the visitor is?
  Does the child want a visitor of a certain culture?
  Does the child want a visitor of a certain faith?
  Does the child want a visitor who speaks a certain language?
  Are there animals or smokers in the child's home?
  Is either of the two allergic to animals or smoke?
  Does the child have needs that the visits must allow for?
  Does the volunteer keep animals?
  Does the volunteer smoke?
  Do the two share a language? English is assumed.
)");
}

}  // namespace befriend::test
