#pragma once

// Where C++ ends: whatever goes wrong inside becomes a status and, if the caller wants one, an error object.

#include "arguments.hpp"
#include <befriend/befriend.h>
#include <befriend/model/invalid_input.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace befriend::c {

// The status of the exception under way. *err, unless `err` is NULL, becomes an error object.
[[nodiscard]] befriend_status status_of_exception(befriend_error** err) noexcept;

// An error object with these faults.
[[nodiscard]] std::unique_ptr<befriend_error> error_of(const std::vector<Fault>& faults, FaultsOf of);

// Runs `work`, which returns nothing.
template <class Work>
[[nodiscard]] befriend_status guarded(befriend_error** err, Work&& work) noexcept
{
    if (err != nullptr) *err = nullptr;
    try {
        std::forward<Work>(work)();
        return BEFRIEND_OK;
    } catch (...) {
        return status_of_exception(err);
    }
}

// Runs `make`, which returns a unique_ptr, and hands it out.
template <class Made, class Make>
[[nodiscard]] befriend_status guarded(Made** out, befriend_error** err, Make&& make) noexcept
{
    if (out != nullptr) *out = nullptr;
    return guarded(err, [&] {
        need_not_null(out, "out");
        *out = std::forward<Make>(make)().release();
    });
}

// Asks the caller's progress function whether to go on. What it throws is a no.
[[nodiscard]] inline bool goes_on(befriend_progress_fn progress, const befriend_progress& far,
                                  void* user) noexcept
{
    try {
        return progress(&far, user) == 0;
    } catch (...) {
        return false;
    }
}

}  // namespace befriend::c
