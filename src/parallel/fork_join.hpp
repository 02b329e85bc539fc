#pragma once

// The one place where the library starts threads: contiguous parts of a range, each on a thread of its own,
// all over when the call returns.
//
// Whoever calls keeps the bytes of a result the same for any number of threads: what a part leaves behind
// depends on its positions alone, and parts are put together in their order. Then the exception that comes
// out is the same, too: the one of the first part that threw, which is the one that a single thread would
// have met first.

#include <algorithm>
#include <cstddef>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace befriend::parallel {

// The positions [first, end): part `number` of a range.
struct Part {
    std::size_t number = 0;
    std::size_t first = 0;
    std::size_t end = 0;
    friend bool operator==(const Part&, const Part&) = default;
};

struct Split {
    std::size_t threads = 0;  // the most there may be; 0: as many as the machine has, at most two
    std::size_t least = 1;    // positions in a part, unless it is the only one: fewer are not worth a thread
};

// How many threads are meant by this number of them.
[[nodiscard]] inline std::size_t threads_meant(std::size_t threads) noexcept
{
    return threads != 0 ? threads : std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 2);
}

// [0, size) in contiguous parts of sizes that differ by one at most. At least one part; it may be empty.
[[nodiscard]] inline std::vector<Part> parts_of(std::size_t size, const Split& split = {})
{
    const std::size_t worth = size / std::max<std::size_t>(split.least, 1);
    const std::size_t count = std::max<std::size_t>(std::min(threads_meant(split.threads), worth), 1);
    std::vector<Part> parts(count);
    for (std::size_t number = 0; number < count; ++number) {
        const std::size_t first = number == 0 ? 0 : parts[number - 1].end;
        parts[number] = {number, first, first + size / count + (number < size % count ? 1 : 0)};
    }
    return parts;
}

// Calls `work(part)` for every part, the first on the calling thread, as are all for which the system has no
// thread to give. Precondition: there is a part. `Thread` is for tests.
template <class Thread = std::jthread, class Work>
void fork_join(const std::vector<Part>& parts, const Work& work)
{
    std::vector<std::exception_ptr> thrown(parts.size());
    const auto run = [&](std::size_t number) noexcept {
        try {
            work(parts[number]);
        } catch (...) {  // nothing may leave a thread; it goes on from the calling one
            thrown[number] = std::current_exception();
        }
    };
    {
        std::vector<Thread> forked;  // joined at the end of this block, however it is left
        forked.reserve(parts.size() - 1);
        try {
            while (forked.size() + 1 < parts.size())
                forked.emplace_back(run, forked.size() + 1);
        } catch (const std::system_error&) {  // no more threads to be had
        }
        run(0);
        for (std::size_t number = forked.size() + 1; number < parts.size(); ++number)
            run(number);
    }
    for (const std::exception_ptr& exception : thrown) {
        if (exception) std::rethrow_exception(exception);
    }
}

}  // namespace befriend::parallel
