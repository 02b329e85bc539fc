#pragma once

// Passes that several threads may share, with a watch for each of them.
//
// What a thread writes belongs to the items it is given, and follows from them alone; what all write together
// is put together in an order of the items, or by a sum or a minimum. So every byte is the same for any
// number of threads. The caller is asked on the calling thread only.

#include "assignment/watch.hpp"
#include "parallel/fork_join.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <vector>

namespace befriend {

/// How many threads share a pass of so many short steps (an edge looked at): at least one.
[[nodiscard]] inline std::size_t sharers(std::size_t steps, const Watch& watch)
{
    const auto [threads, least_steps] = watch.sharing();
    if (threads == 1 || steps / 2 < least_steps) return 1;
    return std::min(parallel::threads_meant(threads), steps / least_steps);
}

/// Calls `work(watch, part)` for every part, each on a thread of its own.
template <class Work>
void work_in_parts(const std::vector<parallel::Part>& parts, Watch& watch, const Work& work)
{
    parallel::fork_join(parts, [&](const parallel::Part& part) {
        if (part.number == 0) {
            work(watch, part);
        } else {
            Watch beside = watch.beside();
            work(beside, part);
        }
    });
}

/// Calls `work(watch, first, end)` for all of [0, items), which are `steps` steps together: at once, or on
/// several threads that take blocks in turn, in ascending order. Once the watch has stopped, blocks may be
/// left out.
template <class Work>
void work_in_blocks(std::size_t items, std::size_t steps, Watch& watch, const Work& work)
{
    constexpr std::size_t blocks_each = 16;  // so that none waits long for another
    const std::size_t threads = sharers(steps, watch);
    if (threads == 1) {
        work(watch, std::size_t{0}, items);
        return;
    }
    const std::size_t block = items / (blocks_each * threads) + 1;
    std::atomic<std::size_t> next = 0;
    work_in_parts(parallel::parts_of(threads, {.threads = threads}), watch,
                  [&](Watch& own, const parallel::Part&) {
                      for (std::size_t first = next.fetch_add(block); first < items && !own.stopped();
                           first = next.fetch_add(block))
                          work(own, first, std::min(first + block, items));
                  });
}

}  // namespace befriend
