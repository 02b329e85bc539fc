#pragma once

// Allocations that fail when a test says so, for programs of their own: every operator new and delete is
// replaced.

#include <befriend/befriend.h>

#include <cstdio>
#include <initializer_list>

namespace befriend::test {

enum class Failing { never, once, from_then_on };

[[noreturn]] void give_up(const char* step, long allocation, const char* why);

// Lets allocations fail as `how` says, from the one with this number on; from here on the failures are
// counted.
void start_failing(Failing how, long allocation);
void stop_failing();

// How many allocations were made to fail since then, and how many of all are not freed yet.
[[nodiscard]] long failures();
[[nodiscard]] long live();

// Ends the program unless the call failed for want of memory and said so.
void check_refusal(const char* step, long allocation, befriend_status status, const befriend_error* err);

// Ends the program unless the call succeeded.
void need(befriend_status status, const char* step);

// Runs `call` with allocations failing as `how` says, from the one with this number on.
template <class Call>
auto under_test(Failing how, long allocation, Call call)
{
    start_failing(how, allocation);
    const auto result = call();
    stop_failing();
    return result;
}

// `step(run, err)` hands one call to `run` and frees all that it made. Of a step with very many allocations
// only every `stride`-th is made to fail.
template <class Step>
void fail_each(const char* name, Step step, befriend_status in_the_end = BEFRIEND_OK, long stride = 1)
{
    for (const Failing how : {Failing::once, Failing::from_then_on}) {
        for (long allocation = 0;; allocation += stride) {
            const long live_before = live();
            befriend_error* err = nullptr;
            const auto run = [&](auto call) { return under_test(how, allocation, call); };
            const befriend_status status = step(run, &err);
            const bool was_refused = status != in_the_end;
            if (was_refused) check_refusal(name, allocation, status, err);
            befriend_error_free(err);
            if (live() != live_before) give_up(name, allocation, "memory was kept");
            if (failures() > 0) continue;
            if (was_refused || allocation == 0) give_up(name, allocation, "nothing was made to fail");
            std::printf("%s: %ld allocations\n", name, allocation);
            break;
        }
    }
}

}  // namespace befriend::test
