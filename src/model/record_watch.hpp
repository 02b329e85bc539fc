#pragma once

#include <cstddef>
#include <functional>

namespace befriend {

/// Goes along with work on the records of a round, part by part, and asks the caller now and then whether to
/// go on.
class RecordWatch {
public:
    /// Borrows `keep_going`, which may be empty: then nothing ever stops.
    RecordWatch(const std::function<bool(std::size_t done, std::size_t total)>& keep_going, std::size_t parts)
        : keep_going_(keep_going), parts_(parts)
    {
    }

    /// Before so many records are looked at. False as soon as the caller said no, and from then on: every
    /// loop over records ends there, and what it has is of no use.
    [[nodiscard]] bool next(std::size_t records = 1)
    {
        records_ += records;
        if (records_ >= records_between) ask();
        return !stopped_;
    }

    /// After each part of the work. False as for `next`.
    [[nodiscard]] bool finish_part()
    {
        ++done_;
        ask();
        return !stopped_;
    }

    [[nodiscard]] bool stopped() const noexcept { return stopped_; }
    [[nodiscard]] std::size_t done() const noexcept { return done_; }

private:
    static constexpr std::size_t records_between = 1024;  // a few milliseconds

    void ask()
    {
        records_ = 0;
        if (!stopped_ && keep_going_) stopped_ = !keep_going_(done_, parts_);
    }

    const std::function<bool(std::size_t, std::size_t)>& keep_going_;
    std::size_t parts_;
    std::size_t done_ = 0;
    std::size_t records_ = 0;
    bool stopped_ = false;
};

}  // namespace befriend
