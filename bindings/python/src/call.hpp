#pragma once

// One way to call the C API: without the lock of the interpreter, and a status that is not 0 becomes an
// exception of befriend._errors.

#include "handles.hpp"

#include <nanobind/nanobind.h>

#include <cstddef>
#include <string>
#include <utility>

namespace befriend::python {

namespace nb = nanobind;

// Raises what befriend._errors makes of the status and its faults.
[[noreturn]] void raise(befriend_status status, ErrorHandle faults);

// The faults as JSON; empty for NULL.
std::string faults_json(const befriend_error* faults);

// While it lives, other threads of Python run. A thread that comes back when the interpreter is ending stays
// where it is until the process is gone, as from Python 3.14 on: before, Python would unwind it through code
// that nothing may unwind.
class Unlocked {
public:
    Unlocked() : state_(PyEval_SaveThread()) {}
    Unlocked(const Unlocked&) = delete;
    Unlocked& operator=(const Unlocked&) = delete;
    ~Unlocked();

private:
    PyThreadState* state_;
};

// Does not return on a thread that may not come back.
void stay_if_ending() noexcept;

void define_ending(nb::module_& module);

// Runs `work(err)`, which returns a status.
template <class Work>
void call(Work&& work)
{
    befriend_error* faults = nullptr;
    befriend_status status = BEFRIEND_OK;
    {
        const Unlocked unlocked;
        status = std::forward<Work>(work)(&faults);
    }
    if (status != BEFRIEND_OK) raise(status, ErrorHandle(faults));
}

// Runs `make(out, err)`, which hands out a handle.
template <class Owner, class Make>
Owner made(Make&& make)
{
    typename Owner::pointer out = nullptr;
    call([&](befriend_error** err) { return make(&out, err); });
    return Owner(out);
}

// The text that `write(buffer, cap, needed, err)` writes. Most texts fit at the first try.
template <class Write>
std::string text_of(Write&& write)
{
    std::string text(std::size_t{1} << 16, '\0');
    call([&](befriend_error** err) {
        std::size_t needed = 0;
        befriend_status status = write(text.data(), text.size(), &needed, err);
        if (status == BEFRIEND_E_LIMIT && needed > text.size()) {
            if (err != nullptr) befriend_error_free(std::exchange(*err, nullptr));
            text.resize(needed);
            status = write(text.data(), text.size(), &needed, err);
        }
        if (status == BEFRIEND_OK) text.resize(needed - 1);
        return status;
    });
    return text;
}

}  // namespace befriend::python
