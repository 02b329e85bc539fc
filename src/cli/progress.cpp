#include "cli/progress.hpp"

#include "cli/output_files.hpp"
#include "cli/process.hpp"

#include <unistd.h>

namespace befriend::cli {
namespace {

constexpr std::chrono::milliseconds pause{100};

}  // namespace

Progress::Progress(ProgressMode mode) : mode_(mode), shown_at_(std::chrono::steady_clock::now())
{
    if (mode_ == ProgressMode::automatic)
        mode_ = ::isatty(STDERR_FILENO) == 1 ? ProgressMode::always : ProgressMode::never;
}

bool Progress::operator()(Phase phase, std::size_t done, std::size_t total)
{
    return (*this)(name_of(phase), done, total);
}

bool Progress::operator()(std::string_view part, std::size_t done, std::size_t total)
{
    part_ = part;
    done_ = done;
    total_ = total;
    const auto now = std::chrono::steady_clock::now();
    if (mode_ != ProgressMode::never && now - shown_at_ >= pause) {
        shown_at_ = now;
        show(part, done, total);
    }
    return !stop_was_asked();
}

void Progress::show(std::string_view part, std::size_t done, std::size_t total)
{
    const std::string name(part);
    if (mode_ == ProgressMode::json) {
        write_standard_error(R"({"done":)" + std::to_string(done) + R"(,"phase":")" + name + R"(","total":)" +
                             std::to_string(total) + "}\n");
    } else {
        write_standard_error("\r\x1B[K" + name + " " + grouped(done) + " of " + grouped(total));
        line_is_there_ = true;
    }
}

std::string Progress::last(std::string_view part) const
{
    return part == part_ && total_ > 0 ? grouped(done_) + " of " + grouped(total_) : "";
}

void Progress::clear() noexcept
{
    if (line_is_there_) write_standard_error("\r\x1B[K");
    line_is_there_ = false;
}

std::string_view name_of(Phase phase) noexcept
{
    switch (phase) {
        case Phase::candidates:
            return "candidates";
        case Phase::assignment:
            return "assignment";
        case Phase::explanation:
            return "explanation";
    }
    return {};
}

std::string grouped(std::uint64_t number)
{
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

}  // namespace befriend::cli
