#include "parallel/fork_join.hpp"

#include "catch2.hpp"

#include <atomic>
#include <latch>
#include <new>
#include <numeric>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

using namespace befriend::parallel;

namespace {

// A thread that the system does not give.
struct NoThread {
    template <class... Arguments>
    explicit NoThread(Arguments&&...)
    {
        throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
    }
};

// A thread for whose own notes there is no memory.
struct NoMemory {
    template <class... Arguments>
    explicit NoMemory(Arguments&&...)
    {
        throw std::bad_alloc();
    }
};

template <class Thread = std::jthread>
std::vector<std::thread::id> threads_of(const std::vector<Part>& parts)
{
    std::vector<std::thread::id> ids(parts.size());
    fork_join<Thread>(parts, [&](const Part& part) { ids[part.number] = std::this_thread::get_id(); });
    return ids;
}

}  // namespace

TEST_CASE("parts_of: the parts follow one another from the first position to the last",
          "[parallel][property]")
{
    for (std::size_t size = 0; size < 30; ++size) {
        for (std::size_t threads = 1; threads < 9; ++threads) {
            CAPTURE(size, threads);
            const auto parts = parts_of(size, {.threads = threads});
            CHECK(parts.size() == std::max<std::size_t>(1, std::min(size, threads)));
            std::size_t at = 0;
            for (const Part& part : parts) {
                CHECK(part == Part{static_cast<std::size_t>(&part - parts.data()), at, part.end});
                CHECK(part.end - part.first >= size / parts.size());
                CHECK(part.end - part.first <= (size + parts.size() - 1) / parts.size());
                at = part.end;
            }
            CHECK(at == size);
        }
    }
}

TEST_CASE("parts_of: few positions are not worth a thread", "[parallel][example]")
{
    CHECK(parts_of(199, {.threads = 2, .least = 100}) == std::vector<Part>{{0, 0, 199}});
    CHECK(parts_of(200, {.threads = 2, .least = 100}) == std::vector<Part>{{0, 0, 100}, {1, 100, 200}});
    CHECK(parts_of(1000, {.threads = 2, .least = 100}).size() == 2);
    CHECK(parts_of(0, {.threads = 2, .least = 0}) == std::vector<Part>{{0, 0, 0}});
}

TEST_CASE("parts_of: no number of threads stands for those of the machine, at most two",
          "[parallel][example]")
{
    CHECK(threads_meant(0) == (std::thread::hardware_concurrency() > 1 ? 2 : 1));
    CHECK(threads_meant(1) == 1);
    CHECK(threads_meant(7) == 7);
    CHECK(parts_of(10).size() == threads_meant(0));
}

TEST_CASE("fork_join: every position is worked on once, for any number of threads", "[parallel][property]")
{
    for (std::size_t threads = 1; threads < 9; ++threads) {
        CAPTURE(threads);
        std::vector<int> times(1'000, 0);
        fork_join(parts_of(times.size(), {.threads = threads}), [&](const Part& part) {
            for (std::size_t at = part.first; at < part.end; ++at)
                ++times[at];
        });
        CHECK(times == std::vector<int>(1'000, 1));
    }
}

TEST_CASE("fork_join: the parts run at the same time, the first on the calling thread", "[parallel][example]")
{
    std::latch all_are_here(3);
    fork_join(parts_of(3, {.threads = 3}), [&](const Part&) { all_are_here.arrive_and_wait(); });

    const auto ids = threads_of(parts_of(3, {.threads = 3}));
    CHECK(ids[0] == std::this_thread::get_id());
    CHECK(ids[1] != ids[0]);
    CHECK(ids[2] != ids[0]);
}

TEST_CASE("fork_join: without threads to be had the calling thread does it all", "[parallel][example]")
{
    CHECK(threads_of<NoThread>(parts_of(3, {.threads = 3})) ==
          std::vector<std::thread::id>(3, std::this_thread::get_id()));
}

TEST_CASE("fork_join: what the first of the parts throws comes out, after all have ended",
          "[parallel][example]")
{
    for (std::size_t threads = 1; threads < 9; ++threads) {
        CAPTURE(threads);
        std::atomic<std::size_t> ended = 0;
        const auto parts = parts_of(8, {.threads = threads});
        const auto work = [&](const Part& part) {
            ++ended;
            for (std::size_t at = part.first; at < part.end; ++at) {
                if (at >= 2) throw std::runtime_error(std::to_string(at));
            }
        };
        CHECK_THROWS_WITH(fork_join(parts, work), "2");
        CHECK(ended == parts.size());
    }
}

TEST_CASE("fork_join: too little memory for a thread or in one is told as such", "[parallel][example]")
{
    const auto parts = parts_of(2, {.threads = 2});
    CHECK_THROWS_AS(fork_join<NoMemory>(parts, [](const Part&) {}), std::bad_alloc);
    CHECK_THROWS_AS(fork_join(parts,
                              [](const Part& part) {
                                  if (part.number == 1) throw std::bad_alloc();
                              }),
                    std::bad_alloc);
}
