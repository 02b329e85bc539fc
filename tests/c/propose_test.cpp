#include "../catch2.hpp"
#include "handles.hpp"
#include <befriend/io/write_proposal.hpp>
#include <befriend/proposal/propose.hpp>

#include <functional>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>

using namespace befriend::test;

namespace {

using Callback = std::function<std::int32_t(const befriend_progress&)>;

std::int32_t call(const befriend_progress* progress, void* user)
{
    return (*static_cast<Callback*>(user))(*progress);
}

// Proposes with `callback` watching.
Outcome watched(const befriend_round& round, Callback callback, const befriend_cancel* cancel = nullptr)
{
    befriend_proposal* out = untouched<befriend_proposal>();
    const Outcome outcome =
        outcome_of([&](auto err) { return befriend_propose(&round, cancel, call, &callback, &out, err); });
    const Owned<befriend_proposal> owned(out);
    CHECK((out != nullptr) == (outcome.status == BEFRIEND_OK));
    return outcome;
}

}  // namespace

TEST_CASE("c propose: the bytes are those of the C++ library", "[c][oracle]")
{
    const auto seed = GENERATE(range(1u, 6u));
    const Texts texts = invented(10 * seed, 8 * seed, seed);
    const befriend::Round round = round_of(texts);
    const befriend::Proposal expected = befriend::propose(round);

    const auto proposal = proposed(*filled_round(texts));

    REQUIRE_FALSE(expected.proposed.empty());
    CHECK(json(*proposal) == befriend::proposal_json(round, expected));
    CHECK(json(*proposal, BEFRIEND_PART_CERTIFICATE) == befriend::certificate_json(round, expected));
}

TEST_CASE("c propose: progress goes through the phases in order, in whole structs", "[c]")
{
    std::vector<std::uint32_t> phases;
    const Outcome outcome = watched(*filled_round(invented(40, 30)), [&](const befriend_progress& far) {
        CHECK(far.struct_size == sizeof(befriend_progress));
        CHECK(far.done <= far.total);
        if (phases.empty() || phases.back() != far.phase) phases.push_back(far.phase);
        return 0;
    });
    CHECK(outcome.status == BEFRIEND_OK);
    CHECK(phases == std::vector<std::uint32_t>{BEFRIEND_PHASE_CHECK, BEFRIEND_PHASE_CANDIDATES,
                                               BEFRIEND_PHASE_ASSIGNMENT, BEFRIEND_PHASE_EXPLANATION});
}

TEST_CASE("c propose: any number but 0 stops it, and then there is no proposal", "[c]")
{
    const auto round = filled_round(invented(40, 30));
    for (const std::int32_t answer : {1, -1, INT32_MIN}) {
        const Outcome outcome = watched(*round, [&](const befriend_progress&) { return answer; });
        CHECK(outcome.status == BEFRIEND_E_CANCELLED);
        CHECK(outcome.text == "E_CANCELLED proposal: stopped\n");
    }
    CHECK(proposed(*round) != nullptr);
}

TEST_CASE("c propose: a run that is stopped late says what the best could have been", "[c]")
{
    const Outcome outcome = watched(*filled_round(invented(40, 30)), [](const befriend_progress& far) {
        return far.phase == BEFRIEND_PHASE_EXPLANATION ? 1 : 0;
    });
    CHECK(outcome.status == BEFRIEND_E_CANCELLED);
    CHECK_THAT(outcome.text, ContainsSubstring("stopped; at best: most_children "));
    CHECK_THAT(outcome.text, ContainsSubstring(", points "));
}

TEST_CASE("c propose: a cancel stops it, asked for before or during the work", "[c]")
{
    const auto round = filled_round(invented(40, 30));
    const auto before = new_cancel();
    befriend_cancel_request(before.get());
    int calls = 0;
    CHECK(watched(
              *round, [&](const befriend_progress&) { return calls++ < 0; }, before.get())
              .status == BEFRIEND_E_CANCELLED);
    CHECK(calls == 0);

    const auto during = new_cancel();
    const auto ask = [&](const befriend_progress&) {
        ++calls;
        befriend_cancel_request(during.get());
        return 0;
    };
    CHECK(watched(*round, ask, during.get()).status == BEFRIEND_E_CANCELLED);
    CHECK(calls == 1);

    befriend_proposal* out = untouched<befriend_proposal>();
    CHECK(befriend_propose(round.get(), during.get(), nullptr, nullptr, &out, nullptr) ==
          BEFRIEND_E_CANCELLED);
    CHECK(out == nullptr);
    const auto never = new_cancel();
    REQUIRE(befriend_propose(round.get(), never.get(), nullptr, nullptr, &out, nullptr) == BEFRIEND_OK);
    befriend_proposal_free(out);
}

TEST_CASE("c propose: an exception of the callback is a stop", "[c]")
{
    const auto round = filled_round(invented(40, 30));
    const Outcome outcome =
        watched(*round, [](const befriend_progress&) -> std::int32_t { throw std::runtime_error("no"); });
    CHECK(outcome.status == BEFRIEND_E_CANCELLED);  // J11
    CHECK(watched(*round, [](const befriend_progress&) -> std::int32_t { throw 1; }).status ==
          BEFRIEND_E_CANCELLED);
    CHECK(proposed(*round) != nullptr);
}

namespace {

// What each function on a round answers while a proposal is being made of it.
std::set<std::string> answers_in_use(befriend_round& round)
{
    std::set<std::string> answers;
    const auto note = [&](const Outcome& outcome) { answers.insert(outcome.text); };
    befriend_proposal* out = nullptr;
    note(outcome_of([&](auto err) { return add(round, BEFRIEND_PINS, "[]", err); }));
    note(outcome_of([&](auto err) { return set(round, "as_of", "2025-01-01", err); }));
    note(outcome_of([&](auto err) { return befriend_round_set_int(&round, "seed", 1, err); }));
    note(outcome_of(
        [&](auto err) { return befriend_round_check(&round, nullptr, nullptr, nullptr, nullptr, err); }));
    note(
        outcome_of([&](auto err) { return befriend_propose(&round, nullptr, nullptr, nullptr, &out, err); }));
    befriend_round_free(&round);
    return answers;
}

const std::set<std::string> in_use{
    "E_STATE round: in use by a call that has not returned, on another thread or below this one\n"};

}  // namespace

TEST_CASE("c propose: a callback that comes back with the same round is refused", "[c]")
{
    const Texts texts = invented(40, 30);
    const auto round = filled_round(texts);
    const std::string expected = json(*proposed(*round));
    const auto other = filled_round(texts);

    std::set<std::string> answers;
    const Outcome outcome = watched(*round, [&](const befriend_progress&) {  // J11
        answers.merge(answers_in_use(*round));
        return json(*proposed(*other)) == expected ? 0 : 1;  // another round may be used
    });

    CHECK(outcome.status == BEFRIEND_OK);
    CHECK(answers == in_use);
    CHECK(json(*proposed(*round)) == expected);  // nothing was changed or freed
}

TEST_CASE("c propose: another thread that comes with the same round is refused", "[c]")
{
    const auto round = filled_round(invented(10, 8));
    std::set<std::string> answers;
    const Outcome outcome = watched(*round, [&](const befriend_progress&) {  // J10
        std::thread([&] { answers.merge(answers_in_use(*round)); }).join();
        return 0;
    });
    CHECK(outcome.status == BEFRIEND_OK);
    CHECK(answers == in_use);
}

TEST_CASE("c propose: two rounds of one policy in two threads are independent", "[c]")
{
    const Texts texts[] = {invented(40, 30, 1), invented(40, 30, 2)};
    const std::string expected[] = {json(*proposed(*filled_round(texts[0]))),
                                    json(*proposed(*filled_round(texts[1])))};
    const auto policy = parsed(texts[0].policy);
    std::string found[2];
    const auto work = [&](std::size_t at) {  // no macro of Catch2 here: they belong to one thread
        befriend_round* round = nullptr;
        befriend_proposal* proposal = nullptr;
        befriend_round_new(policy.get(), &round, nullptr);
        add(*round, BEFRIEND_CHILDREN, texts[at].children, nullptr);
        add(*round, BEFRIEND_VOLUNTEERS, texts[at].volunteers, nullptr);
        befriend_propose(round, nullptr, nullptr, nullptr, &proposal, nullptr);
        found[at].resize(expected[at].size() + 1);
        std::size_t needed = 0;
        befriend_proposal_get_json(proposal, BEFRIEND_PART_PROPOSAL, found[at].data(), found[at].size(),
                                   &needed, nullptr);
        found[at].pop_back();
        befriend_proposal_free(proposal);
        befriend_round_free(round);
    };
    std::thread first(work, 0);
    std::thread second(work, 1);
    first.join();
    second.join();
    CHECK(found[0] == expected[0]);
    CHECK(found[1] == expected[1]);
}
