// A table that comes in is stopped by the progress function or the cancel that the round was given.

#include "../catch2.hpp"
#include "handles.hpp"

#include <nanoarrow/nanoarrow.hpp>

#include <functional>
#include <stdexcept>
#include <string>

using namespace befriend::test;

namespace {

using Callback = std::function<std::int32_t(const befriend_progress&)>;

std::int32_t call(const befriend_progress* progress, void* user)
{
    return (*static_cast<Callback*>(user))(*progress);
}

// Adds children to a round; how, is for each test of both doors.
using Add = std::function<Outcome(befriend_round& round)>;

Outcome watched(befriend_round& round, Callback callback, const Add& add_children)
{
    REQUIRE(befriend_round_set_progress(&round, nullptr, call, &callback, nullptr) == BEFRIEND_OK);
    Outcome outcome = add_children(round);
    REQUIRE(befriend_round_set_progress(&round, nullptr, nullptr, nullptr, nullptr) == BEFRIEND_OK);
    return outcome;
}

std::string children_in(const befriend_round& round)
{
    std::string text(16'000'000, '\0');
    std::size_t needed = 0;
    REQUIRE(befriend_round_get_json(&round, BEFRIEND_CHILDREN, text.data(), text.size(), &needed, nullptr) ==
            BEFRIEND_OK);
    text.resize(needed - 1);
    return text;
}

// Stops at each question in turn, on enough children for several.
void check_every_question(const Texts& texts, const Add& add_children)
{
    int questions = 0;
    const auto whole = empty_round(texts.policy);
    const auto count = [&](const befriend_progress& far) {
        CHECK(far.struct_size == sizeof(befriend_progress));
        CHECK(far.phase == BEFRIEND_PHASE_READ);
        CHECK(far.total == 0);
        ++questions;
        return 0;
    };
    CHECK(watched(*whole, count, add_children).status == BEFRIEND_OK);
    CHECK(questions >= 3);
    for (int last = 0; last < questions; ++last) {
        const auto round = empty_round(texts.policy);
        int asked = 0;
        const Outcome stopped =
            watched(*round, [&](const befriend_progress&) { return asked++ == last ? 1 : 0; }, add_children);
        CHECK(stopped.status == BEFRIEND_E_CANCELLED);
        CHECK(stopped.text == "E_CANCELLED table: stopped\n");
        CHECK(asked == last + 1);
        CHECK(children_in(*round) == children_in(*empty_round(texts.policy)));
        CHECK(add_children(*round).status == BEFRIEND_OK);
        CHECK(children_in(*round) == children_in(*whole));
    }
}

Add as_json(const Texts& texts)
{
    return [&texts](befriend_round& round) {
        return outcome_of([&](auto err) { return add(round, BEFRIEND_CHILDREN, texts.children, err); });
    };
}

}  // namespace

TEST_CASE("c add: stopped at any question of a table in JSON, nothing is added", "[c]")
{
    const Texts texts = invented(2'500, 1);
    check_every_question(texts, as_json(texts));
}

TEST_CASE("c add: stopped at any question of a table in Arrow, nothing is added", "[c]")
{
    const Texts texts = invented(4'500, 1);
    const auto from = filled_round(texts);
    check_every_question(texts, [&](befriend_round& round) {
        ArrowArrayStream stream{};
        REQUIRE(befriend_round_get_arrow(from.get(), BEFRIEND_CHILDREN, &stream, nullptr) == BEFRIEND_OK);
        const Outcome outcome = outcome_of(
            [&](auto err) { return befriend_round_add_arrow(&round, BEFRIEND_CHILDREN, &stream, err); });
        CHECK(stream.release == nullptr);
        return outcome;
    });
}

TEST_CASE("c add: a cancel stops tables until the round is given another", "[c]")
{
    const Texts texts = invented(40, 30);
    const auto round = empty_round(texts.policy);
    const auto cancel = new_cancel();
    REQUIRE(befriend_round_set_progress(round.get(), cancel.get(), nullptr, nullptr, nullptr) == BEFRIEND_OK);
    befriend_cancel_request(cancel.get());
    CHECK(as_json(texts)(*round).status == BEFRIEND_E_CANCELLED);
    CHECK(as_json(texts)(*round).status == BEFRIEND_E_CANCELLED);
    const auto never = new_cancel();
    REQUIRE(befriend_round_set_progress(round.get(), never.get(), nullptr, nullptr, nullptr) == BEFRIEND_OK);
    CHECK(as_json(texts)(*round).status == BEFRIEND_OK);
}

TEST_CASE("c add: an exception of the callback is a stop, and the same round is in use", "[c]")
{
    const Texts texts = invented(40, 30);
    const auto round = empty_round(texts.policy);
    const auto throwing = [](const befriend_progress&) -> std::int32_t { throw std::runtime_error("no"); };
    CHECK(watched(*round, throwing, as_json(texts)).status == BEFRIEND_E_CANCELLED);
    const auto setting = [&](const befriend_progress&) {
        return befriend_round_set_progress(round.get(), nullptr, nullptr, nullptr, nullptr) ==
                       BEFRIEND_E_STATE
                   ? 0
                   : 1;
    };
    CHECK(watched(*round, setting, as_json(texts)).status == BEFRIEND_OK);
}
