#include "../catch2.hpp"
#include "handles.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/proposal/propose.hpp>

#include <string>

using namespace befriend::test;

namespace {

// What a call that writes into a buffer of `cap` bytes leaves, in a larger one.
struct Written {
    Outcome outcome;
    std::size_t needed;
    std::string bytes;
};

Written write(const befriend_proposal& proposal, befriend_part part, std::size_t cap)
{
    Written written{{}, 99, std::string(1'000'000, '#')};
    REQUIRE(cap < written.bytes.size());
    written.outcome = outcome_of([&](auto err) {
        return befriend_proposal_get_json(&proposal, part, written.bytes.data(), cap, &written.needed, err);
    });
    return written;
}

std::string explained(const befriend_proposal& proposal, std::string_view child)
{
    std::string text(100'000, '#');
    std::size_t needed = 0;
    REQUIRE(befriend_proposal_explain_child(&proposal, child.data(), child.size(), text.data(), text.size(),
                                            &needed, nullptr) == BEFRIEND_OK);
    return text.substr(0, needed - 1);
}

std::string explained(const befriend_proposal& proposal, std::string_view child, std::string_view volunteer)
{
    std::string text(100'000, '#');
    std::size_t needed = 0;
    REQUIRE(befriend_proposal_explain_pair(&proposal, child.data(), child.size(), volunteer.data(),
                                           volunteer.size(), text.data(), text.size(), &needed,
                                           nullptr) == BEFRIEND_OK);
    return text.substr(0, needed - 1);
}

}  // namespace

TEST_CASE("c proposal: nothing is written past the end of a buffer, nor into one that is too small", "[c]")
{
    const auto proposal = proposed(*filled_round(invented(10, 8)));
    const std::string text = json(*proposal);

    for (const std::size_t cap : {std::size_t{0}, std::size_t{1}, text.size() - 1, text.size()}) {  // J09
        const Written written = write(*proposal, BEFRIEND_PART_PROPOSAL, cap);
        CHECK(written.outcome.status == BEFRIEND_E_LIMIT);
        CHECK(written.outcome.text == "E_LIMIT cap: too small: *needed says how large the buffer must be\n");
        CHECK(written.needed == text.size() + 1);
        CHECK(written.bytes.find_first_not_of('#') == std::string::npos);
    }
    for (const std::size_t cap : {text.size() + 1, text.size() + 50}) {
        const Written written = write(*proposal, BEFRIEND_PART_PROPOSAL, cap);
        CHECK(written.outcome.status == BEFRIEND_OK);
        CHECK(written.needed == text.size() + 1);
        CHECK(written.bytes.substr(0, text.size() + 2) == text + '\0' + '#');
    }
}

TEST_CASE("c proposal: a part that there is not is an argument nobody can make right", "[c]")
{
    const auto proposal = proposed(*filled_round(invented(10, 8)));
    for (const befriend_part part : {INT32_MIN, -1, 0, 4, INT32_MAX}) {
        const Written written = write(*proposal, part, 500'000);
        CHECK(written.outcome.status == BEFRIEND_E_ARG);  // J06
        CHECK_THAT(written.outcome.text, ContainsSubstring("E_ARG part: "));
        CHECK(written.needed == 0);
        CHECK(written.bytes.front() == '#');
    }
}

TEST_CASE("c proposal: a child and a pair are explained as by the C++ library", "[c][oracle]")
{
    const Texts texts = invented(10, 8);
    const befriend::Round round = round_of(texts);
    const befriend::Proposal expected = befriend::propose(round);
    const auto proposal = proposed(*filled_round(texts));

    for (std::size_t child = 0; child < round.children().size(); ++child) {
        const std::string id = round.children()[child].id.text();
        CHECK(explained(*proposal, id) == befriend::child_json(round, expected, child));
        for (std::size_t volunteer = 0; volunteer < round.volunteers().size(); ++volunteer) {
            CHECK(explained(*proposal, id, round.volunteers()[volunteer].id.text()) ==
                  befriend::pair_json(round, expected, child, volunteer));
        }
    }
}

TEST_CASE("c proposal: an id that is not in the round is told, without the id", "[c]")
{
    const auto proposal = proposed(*filled_round(invented(10, 8)));
    const auto pair = [&](std::string_view child, std::string_view volunteer) {
        std::size_t needed = 99;
        const Outcome outcome = outcome_of([&](auto err) {
            return befriend_proposal_explain_pair(proposal.get(), child.data(), child.size(),
                                                  volunteer.data(), volunteer.size(), nullptr, 0, &needed,
                                                  err);
        });
        CHECK((needed == 0) == (outcome.status != BEFRIEND_OK));
        return outcome.text;
    };
    CHECK(pair("C-0001", "V-0001").empty());
    CHECK(pair("CANARY", "V-0001") == "E_UNKNOWN_ID child_id: not in the round\n");
    CHECK(pair("C-0001", "C-0001") == "E_UNKNOWN_ID volunteer_id: not in the round\n");
    CHECK(pair("C-0001", "") == "E_UNKNOWN_ID volunteer_id: not in the round\n");
    CHECK(pair("C-0001\xFF", "V-0001") == "E_ENCODING child_id: not UTF-8\n");
    CHECK(pair("C-0001", std::string_view("V-0001\0", 7)) ==
          "E_ENCODING volunteer_id: holds a NUL character\n");
    std::size_t needed = 99;
    CHECK(befriend_proposal_explain_child(proposal.get(), "CANARY", 6, nullptr, 0, &needed, nullptr) ==
          BEFRIEND_E_UNKNOWN_ID);
    CHECK(needed == 0);
}

TEST_CASE("c proposal: it outlives its round", "[c]")
{
    auto round = filled_round(invented(10, 8));
    const auto proposal = proposed(*round);
    const std::string before = json(*proposal);
    REQUIRE(set(*round, "as_of", "2030-01-01", nullptr) == BEFRIEND_OK);
    CHECK(json(*proposal) == before);
    round.reset();
    CHECK(json(*proposal) == before);
}
