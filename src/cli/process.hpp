#pragma once

namespace befriend::cli {

// No core dump and no look from outside into memory that holds children's data; a closed pipe is an error of
// writing and no death.
void harden_process() noexcept;

// From now on the first SIGINT, SIGTERM or SIGHUP only asks to stop; the second ends the process at once.
void watch_signals() noexcept;

[[nodiscard]] bool stop_was_asked() noexcept;

}  // namespace befriend::cli
