#pragma once

#include <befriend/proposal/propose.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace befriend::cli {

// Whether and how to show how far long work is. `automatic`: only where standard error is a terminal.
enum class ProgressMode : std::uint8_t { automatic, always, never, json };

// One line on standard error, at most every 100 ms: rewritten in place for people, a line of JSON each for
// programs.
class Progress {
public:
    explicit Progress(ProgressMode mode);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    // Shows the state of a part of the work, and says whether to go on: until a signal asks to stop.
    bool operator()(std::string_view part, std::size_t done, std::size_t total);
    bool operator()(Phase phase, std::size_t done, std::size_t total);

    // How far the work was when last asked: `1,200 of 8,000`; empty before that, or if it was another part.
    [[nodiscard]] std::string last(std::string_view part) const;

    // Takes the line away before something else is written.
    void clear() noexcept;

private:
    void show(std::string_view part, std::size_t done, std::size_t total);

    ProgressMode mode_;
    std::chrono::steady_clock::time_point shown_at_;
    bool line_is_there_ = false;
    std::string part_;
    std::size_t done_ = 0;
    std::size_t total_ = 0;
};

// The part of the work before `propose`.
inline constexpr std::string_view check_part = "check";

// `candidates`, `assignment`, `explanation`.
[[nodiscard]] std::string_view name_of(Phase phase) noexcept;

// 12,345
[[nodiscard]] std::string grouped(std::uint64_t number);

}  // namespace befriend::cli
