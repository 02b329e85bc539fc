#include "../catch2.hpp"
#include "handles.hpp"

#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace befriend::test;

namespace {

using Callback = std::function<std::int32_t(const befriend_progress&)>;

std::int32_t call(const befriend_progress* progress, void* user)
{
    return (*static_cast<Callback*>(user))(*progress);
}

// Checks the round with `callback` watching.
Outcome checked(const befriend_round& round, Callback callback, const befriend_cancel* cancel = nullptr)
{
    befriend_error* warnings = untouched<befriend_error>();
    const Outcome outcome = outcome_of(
        [&](auto err) { return befriend_round_check(&round, cancel, call, &callback, &warnings, err); });
    CHECK(warnings == nullptr);
    return outcome;
}

// Proposes with `callback` watching.
Outcome proposed(const befriend_round& round, Callback callback)
{
    befriend_proposal* out = untouched<befriend_proposal>();
    const Outcome outcome =
        outcome_of([&](auto err) { return befriend_propose(&round, nullptr, call, &callback, &out, err); });
    const Owned<befriend_proposal> owned(out);
    CHECK((out != nullptr) == (outcome.status == BEFRIEND_OK));
    return outcome;
}

// Makes the round forget that it was checked.
void forget(befriend_round& round)
{
    REQUIRE(befriend_round_set_int(&round, "seed", 1, nullptr) == BEFRIEND_OK);
}

// How often the callback is asked in each phase of a proposal, by the phase's number.
std::vector<int> questions_by_phase(const befriend_round& round)
{
    std::vector<int> questions(5, 0);
    const Outcome outcome = proposed(round, [&](const befriend_progress& far) {
        ++questions.at(far.phase);
        return 0;
    });
    CHECK(outcome.status == BEFRIEND_OK);
    return questions;
}

}  // namespace

TEST_CASE("c check: progress tells of the check alone, in whole structs", "[c]")
{
    const auto round = filled_round(invented(1'100, 900));
    int questions = 0;
    const Outcome outcome = checked(*round, [&](const befriend_progress& far) {
        CHECK(far.struct_size == sizeof(befriend_progress));
        CHECK(far.phase == BEFRIEND_PHASE_CHECK);
        CHECK(far.done <= far.total);
        ++questions;
        return 0;
    });
    CHECK(outcome.status == BEFRIEND_OK);
    CHECK(questions > 20);  // within the parts of the work, too
}

TEST_CASE("c check: stopped at any question it says so, and the round can be checked again", "[c]")
{
    const auto round = filled_round(invented(1'100, 900));
    REQUIRE(add(*round, BEFRIEND_PINS, R"([{"child_id": "C-0001", "volunteer_id": "V-0001"}])", nullptr) ==
            BEFRIEND_OK);
    int questions = 0;
    const Outcome whole = checked(*round, [&](const befriend_progress&) { return questions++ < 0; });
    CHECK(whole.text.find("E_CANCELLED") == std::string::npos);
    for (int last = 0; last < questions; ++last) {
        forget(*round);
        int asked = 0;
        const Outcome outcome =
            checked(*round, [&](const befriend_progress&) { return asked++ == last ? -1 : 0; });
        CHECK(outcome.status == BEFRIEND_E_CANCELLED);
        CHECK(outcome.text == "E_CANCELLED round: stopped\n");
        CHECK(asked == last + 1);
    }
    CHECK(checked(*round, [](const befriend_progress&) { return 0; }).text == whole.text);
}

TEST_CASE("c check: a cancel stops it, asked for before or during the work", "[c]")
{
    const auto round = filled_round(invented(40, 30));
    const auto cancel = new_cancel();
    int asked = 0;
    const auto ask = [&](const befriend_progress&) {
        ++asked;
        befriend_cancel_request(cancel.get());
        return 0;
    };
    CHECK(checked(*round, ask, cancel.get()).status == BEFRIEND_E_CANCELLED);
    CHECK(asked == 1);
    CHECK(checked(*round, ask, cancel.get()).status == BEFRIEND_E_CANCELLED);
    CHECK(asked == 1);
    CHECK(befriend_round_check(round.get(), cancel.get(), nullptr, nullptr, nullptr, nullptr) ==
          BEFRIEND_E_CANCELLED);
    const auto never = new_cancel();
    CHECK(befriend_round_check(round.get(), never.get(), nullptr, nullptr, nullptr, nullptr) == BEFRIEND_OK);
}

TEST_CASE("c check: an exception of the callback is a stop, and the same round is in use", "[c]")
{
    const auto round = filled_round(invented(40, 30));
    CHECK(checked(*round, [](const befriend_progress&) -> std::int32_t {
              throw std::runtime_error("no");
          }).status == BEFRIEND_E_CANCELLED);
    const Outcome outcome = checked(*round, [&](const befriend_progress&) {
        return befriend_round_check(round.get(), nullptr, nullptr, nullptr, nullptr, nullptr) ==
                       BEFRIEND_E_STATE
                   ? 0
                   : 1;
    });
    CHECK(outcome.status == BEFRIEND_OK);
}

TEST_CASE("c check: a proposal of a round that was checked does not check it again", "[c]")
{
    const auto round = filled_round(invented(40, 30));
    CHECK(questions_by_phase(*round)[BEFRIEND_PHASE_CHECK] > 0);
    CHECK(questions_by_phase(*round)[BEFRIEND_PHASE_CHECK] == 0);
    forget(*round);
    CHECK(checked(*round, [](const befriend_progress&) { return 0; }).status == BEFRIEND_OK);
    CHECK(questions_by_phase(*round)[BEFRIEND_PHASE_CHECK] == 0);
}

TEST_CASE("c check: a proposal is stopped during the check, by the callback or the limit of time", "[c]")
{
    const auto round = filled_round(invented(40, 30));
    const auto in_the_check = [](const befriend_progress& far) {
        CHECK(far.phase == BEFRIEND_PHASE_CHECK);
        return 1;
    };
    CHECK(proposed(*round, in_the_check).text == "E_CANCELLED proposal: stopped\n");

    REQUIRE(befriend_round_set_int(round.get(), "time_limit_ms", 1, nullptr) == BEFRIEND_OK);
    const Outcome late = proposed(*round, [](const befriend_progress& far) {
        CHECK(far.phase == BEFRIEND_PHASE_CHECK);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        return 0;
    });
    CHECK(late.text == "E_TIME proposal: stopped by time_limit_ms\n");
}
