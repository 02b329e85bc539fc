#include "progress.hpp"

namespace befriend::python {
namespace {

// A signal is seen within 20 ms of the next call; a person sees ten reports a second as steady.
constexpr std::chrono::milliseconds between_looks{20};
constexpr std::chrono::milliseconds between_reports{100};

const char* name_of(std::uint32_t phase) noexcept
{
    switch (phase) {
        case BEFRIEND_PHASE_READ:
            return "read";
        case BEFRIEND_PHASE_CHECK:
            return "check";
        case BEFRIEND_PHASE_CANDIDATES:
            return "candidates";
        case BEFRIEND_PHASE_ASSIGNMENT:
            return "assignment";
        default:
            return "explanation";
    }
}

}  // namespace

std::int32_t Progress::goes_on(const befriend_progress* far, void* user) noexcept
{
    auto& progress = *static_cast<Progress*>(user);
    const auto now = Clock::now();
    if (now < progress.look_at_) return 0;
    progress.look_at_ = now + between_looks;

    stay_if_ending();
    const nb::gil_scoped_acquire locked;
    try {
        if (PyErr_CheckSignals() != 0) throw nb::python_error();
        return progress.tell(*far) ? 0 : 1;
    } catch (...) {
        progress.raised_ = std::current_exception();
        return 1;
    }
}

bool Progress::tell(const befriend_progress& far)
{
    const auto now = Clock::now();
    if (function_.is_none() || (now < tell_at_ && far.phase == phase_)) return true;
    tell_at_ = now + between_reports;
    phase_ = far.phase;
    return !function_(name_of(far.phase), far.done, far.total).is(nb::handle(Py_False));
}

void Progress::raise_again()
{
    if (raised_) std::rethrow_exception(std::exchange(raised_, nullptr));
}

}  // namespace befriend::python
