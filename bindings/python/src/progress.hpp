#pragma once

// What a long call does now and then, on the thread that called: it lets Python handle its signals, and tells
// the caller's function how far the work is.

#include "call.hpp"

#include <chrono>
#include <cstdint>
#include <exception>
#include <utility>

namespace befriend::python {

class Progress {
public:
    // `function` is None or is called as function(phase, done, total).
    explicit Progress(nb::object function) : function_(std::move(function)) {}

    // For the C API, without the lock of the interpreter; `user` is the Progress.
    static std::int32_t goes_on(const befriend_progress* far, void* user) noexcept;

    // Raises what a signal handler or the caller's function raised, if one did, and forgets it. With the
    // lock.
    void raise_again();

private:
    using Clock = std::chrono::steady_clock;

    bool tell(const befriend_progress& far);

    nb::object function_;
    Clock::time_point look_at_ = Clock::now();
    Clock::time_point tell_at_ = Clock::now();
    std::uint32_t phase_ = 0;
    std::exception_ptr raised_;
};

// Runs `make(progress_fn, user, out, err)`, which hands out a handle and can take long.
template <class Owner, class Make>
Owner made_with_progress(nb::object function, Make&& make)
{
    Progress progress(std::move(function));
    typename Owner::pointer out = nullptr;
    befriend_error* faults = nullptr;
    befriend_status status = BEFRIEND_OK;
    {
        const Unlocked unlocked;
        status = make(&Progress::goes_on, &progress, &out, &faults);
    }
    Owner owner(out);
    ErrorHandle found(faults);
    progress.raise_again();
    if (status != BEFRIEND_OK) raise(status, std::move(found));
    return owner;
}

}  // namespace befriend::python
