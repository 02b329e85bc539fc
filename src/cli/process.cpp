#include "cli/process.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <initializer_list>

namespace befriend::cli {
namespace {

volatile std::sig_atomic_t asked_to_stop = 0;

extern "C" void ask_to_stop(int)
{
    asked_to_stop = 1;
    // From here on each of the three does what it does to a program that knows nothing of it.
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        std::signal(number, SIG_DFL);
}

}  // namespace

void harden_process() noexcept
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    std::signal(SIGPIPE, SIG_IGN);
}

void watch_signals() noexcept
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now{};
        sigaction(number, nullptr, &now);
        if (now.sa_handler == SIG_IGN) continue;  // nohup, or a shell that runs us behind
        struct sigaction action{};
        action.sa_handler = ask_to_stop;  // without SA_RESTART: a read that waits must end
        sigaction(number, &action, nullptr);
    }
}

bool stop_was_asked() noexcept
{
    return asked_to_stop != 0;
}

}  // namespace befriend::cli
