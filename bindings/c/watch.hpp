#pragma once

// What can stop a long call: a cancel, the caller's progress function, a limit of time.

#include "guarded.hpp"
#include "handles.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace befriend::c {

[[nodiscard]] inline bool is_requested(const befriend_cancel* cancel) noexcept
{
    return cancel != nullptr && cancel->requested.load(std::memory_order_relaxed);
}

class Watch {
public:
    /// `time_limit_ms` 0: none. The clock starts here.
    Watch(const befriend_cancel* cancel, befriend_progress_fn progress, void* user,
          std::int64_t time_limit_ms) noexcept
        : cancel_(cancel), progress_(progress), user_(user), limit_(time_limit_ms)
    {
    }

    /// Whether anything can stop the call at all.
    [[nodiscard]] bool can_stop() const noexcept
    {
        return cancel_ != nullptr || progress_ != nullptr || limit_.count() > 0;
    }

    [[nodiscard]] bool goes_on(std::uint32_t phase, std::uint64_t done, std::uint64_t total)
    {
        if (is_requested(cancel_)) return false;
        out_of_time_ = limit_.count() > 0 && std::chrono::steady_clock::now() - start_ >= limit_;
        if (out_of_time_) return false;
        return progress_ == nullptr ||
               c::goes_on(progress_, {sizeof(befriend_progress), phase, done, total}, user_);
    }

    /// Why there is no `result`; `best`, what would have been the best as far as it is known, behind it.
    [[nodiscard]] Misuse stopped(std::string_view result, std::string_view best) const
    {
        std::string rule = out_of_time_ ? "stopped by time_limit_ms" : "stopped";
        if (!best.empty()) rule.append("; at best: ").append(best);
        return {out_of_time_ ? FaultCode::e_time : FaultCode::e_cancelled, result, std::move(rule)};
    }

private:
    const befriend_cancel* cancel_;
    befriend_progress_fn progress_;
    void* user_;
    std::chrono::milliseconds limit_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    bool out_of_time_ = false;
};

}  // namespace befriend::c
