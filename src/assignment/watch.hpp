#pragma once

#include <befriend/assignment/solve.hpp>

#include <cstddef>

namespace befriend {

/// Asks the caller now and then whether to go on, so that no loop asks too often or too rarely.
class Watch {
public:
    /// Borrows `keep_going`, which may be empty: then nothing ever stops.
    Watch(const KeepGoing& keep_going, std::size_t total) : keep_going_(keep_going), total_(total) {}

    /// Says that `steps` short steps (an edge looked at) are over. Asks the caller every `steps_between` of
    /// them.
    void worked(std::size_t steps)
    {
        steps_ += steps;
        if (steps_ >= steps_between) ask();
    }

    /// Says how far the work is, in parts of the total.
    void finished(std::size_t parts) { done_ += parts; }

    void ask()
    {
        steps_ = 0;
        if (!stopped_ && keep_going_) stopped_ = !keep_going_(done_, total_);
    }

    [[nodiscard]] bool stopped() const { return stopped_; }

private:
    static constexpr std::size_t steps_between = std::size_t{1} << 17;  // under a millisecond

    const KeepGoing& keep_going_;
    std::size_t total_;
    std::size_t done_ = 0;
    std::size_t steps_ = 0;
    bool stopped_ = false;
};

}  // namespace befriend
