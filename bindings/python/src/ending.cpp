// Threads that are at work in the library when the interpreter ends.

#include "call.hpp"

#include <atomic>
#include <chrono>
#include <thread>

namespace befriend::python {
namespace {

std::atomic<bool> ending = false;
std::thread::id ends_on;  // the thread that ends the interpreter, which goes on; set before `ending`

// Called by atexit. The pause lets a thread that waits for the lock already have it before the end.
void begin_ending()
{
    ends_on = std::this_thread::get_id();
    ending = true;
    const Unlocked unlocked;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

}  // namespace

void stay_if_ending() noexcept
{
    if (!ending || std::this_thread::get_id() == ends_on) return;
    while (true)
        std::this_thread::sleep_for(std::chrono::hours(1));
}

Unlocked::~Unlocked()
{
    stay_if_ending();
    PyEval_RestoreThread(state_);
}

void define_ending(nb::module_& module)
{
    module.def("_begin_ending", &begin_ending, "Called when the interpreter ends.");
    nb::module_::import_("atexit").attr("register")(module.attr("_begin_ending"));
}

}  // namespace befriend::python
