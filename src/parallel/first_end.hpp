#pragma once

// A loop on several threads that ends where it would on one.
//
// Threads take the next few positions in turn, so that none waits long for another. When one meets an end,
// positions before it are still worked on, and may bring an earlier end; those behind no longer count, not
// even if they throw. So the first end, in order, is the same for any number of threads.

#include "parallel/fork_join.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <vector>

namespace befriend::parallel {

// Calls `work(worker, position)` for the positions [0, size) until it returns false: a thread for each of
// `workers`, which sees its positions ascending; the first worker's is the calling thread. Returns the first
// position at which `work` returned false, or `size`. All positions before it have been worked on, and
// perhaps some behind it. An exception is an end, too, and comes out if it is the first. Precondition: there
// is a worker.
template <class Workers, class Work>
std::size_t first_end(std::size_t size, Workers& workers, const Work& work)
{
    constexpr std::size_t most_together = 64;
    const std::size_t together = std::clamp<std::size_t>(size / (16 * workers.size()), 1, most_together);
    std::vector<std::size_t> end(workers.size(), size);
    std::vector<std::exception_ptr> thrown(workers.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> first = size;

    const auto goes_on = [&](std::size_t number, std::size_t position) {
        try {
            return work(workers[number], position);
        } catch (...) {  // it comes out below, if it counts
            thrown[number] = std::current_exception();
            return false;
        }
    };
    fork_join(parts_of(workers.size(), {.threads = workers.size()}), [&](const Part& part) {
        const std::size_t number = part.number;
        while (end[number] == size) {
            const std::size_t begin = next.fetch_add(together);
            if (begin >= first) return;
            for (std::size_t at = begin; at < std::min(begin + together, size) && at < first; ++at) {
                if (goes_on(number, at)) continue;
                end[number] = at;
                for (std::size_t other = first; at < other && !first.compare_exchange_weak(other, at);) {
                }
                break;
            }
        }
    });
    const auto found = std::min_element(end.begin(), end.end());
    if (const auto& exception = thrown[static_cast<std::size_t>(found - end.begin())])
        std::rethrow_exception(exception);
    return *found;
}

}  // namespace befriend::parallel
