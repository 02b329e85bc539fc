#pragma once

#include <befriend/assignment/solve.hpp>

#include <atomic>
#include <cstddef>

namespace befriend {

/// On how many threads passes may be shared: see shared_pass.hpp.
struct Sharing {
    std::size_t threads = 1;                         ///< as `Problem::threads`
    std::size_t least_steps = std::size_t{1} << 17;  ///< a thread's: fewer take hardly longer than its start
};

/// Asks the caller now and then whether to go on, so that no loop asks too often or too rarely. For one
/// thread.
class Watch {
public:
    /// Borrows `keep_going`, which may be empty: then nothing ever stops.
    Watch(const KeepGoing& keep_going, std::size_t total, const Sharing& sharing = {})
        : keep_going_(&keep_going), total_(total), sharing_(sharing)
    {
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// For another thread while this one works, too: stops when this one does, and asks nobody.
    [[nodiscard]] Watch beside() { return Watch(stopped_); }

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
        if (keep_going_ != nullptr && *keep_going_ && !stopped())
            stopped_.store(!(*keep_going_)(done_, total_), std::memory_order_relaxed);
    }

    [[nodiscard]] bool stopped() const { return stopped_.load(std::memory_order_relaxed); }

    [[nodiscard]] const Sharing& sharing() const { return sharing_; }

private:
    static constexpr std::size_t steps_between = std::size_t{1} << 17;  // under a millisecond

    explicit Watch(std::atomic<bool>& stopped) : stopped_(stopped) {}

    const KeepGoing* keep_going_ = nullptr;  // none: nobody is asked
    std::size_t total_ = 0;
    std::size_t done_ = 0;
    std::size_t steps_ = 0;
    Sharing sharing_;
    std::atomic<bool> own_stopped_ = false;
    std::atomic<bool>& stopped_ = own_stopped_;  // or that of the watch beside which this one is
};

}  // namespace befriend
