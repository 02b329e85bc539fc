#include "parallel/first_end.hpp"

#include "catch2.hpp"

#include <algorithm>
#include <latch>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace befriend::parallel;

namespace {

using Positions = std::vector<std::size_t>;

}  // namespace

TEST_CASE("first_end: without an end every position is worked on once, by each worker in order",
          "[parallel][property]")
{
    for (const std::size_t size : {0U, 1U, 3U, 64U, 1000U, 5000U}) {
        for (std::size_t threads = 1; threads < 9; ++threads) {
            CAPTURE(size, threads);
            std::vector<Positions> workers(threads);
            CHECK(first_end(size, workers, [](Positions& worker, std::size_t at) {
                      worker.push_back(at);
                      return true;
                  }) == size);
            Positions all;
            for (const Positions& worker : workers) {
                CHECK(std::is_sorted(worker.begin(), worker.end()));
                all.insert(all.end(), worker.begin(), worker.end());
            }
            std::sort(all.begin(), all.end());
            Positions expected(size);
            std::iota(expected.begin(), expected.end(), 0);
            CHECK(all == expected);
        }
    }
}

TEST_CASE("first_end: the first worker's thread is the calling one, and others have their own",
          "[parallel][example]")
{
    std::vector<std::vector<std::thread::id>> workers(3);
    std::latch all_are_here(3);
    first_end(3, workers, [&](std::vector<std::thread::id>& worker, std::size_t) {
        all_are_here.arrive_and_wait();
        worker.push_back(std::this_thread::get_id());
        return true;
    });
    for (const auto& worker : workers) {
        REQUIRE(worker.size() == 1);
        CHECK((worker.front() == std::this_thread::get_id()) == (&worker == &workers.front()));
    }
}

TEST_CASE("first_end: the first end counts, and all before it is done", "[parallel][property]")
{
    for (std::size_t threads = 1; threads < 9; ++threads) {
        for (std::size_t seed = 0; seed < 200; ++seed) {
            CAPTURE(threads, seed);
            const std::size_t size = 300;
            const std::size_t ends[] = {seed * 37 % size, seed * 101 % size, seed * 211 % size};
            std::vector<Positions> workers(threads);
            const std::size_t found = first_end(size, workers, [&](Positions& worker, std::size_t at) {
                worker.push_back(at);
                return std::find(std::begin(ends), std::end(ends), at) == std::end(ends);
            });
            REQUIRE(found == *std::min_element(std::begin(ends), std::end(ends)));
            std::size_t before = 0;
            for (const Positions& worker : workers)
                before += static_cast<std::size_t>(
                    std::count_if(worker.begin(), worker.end(), [&](std::size_t at) { return at < found; }));
            REQUIRE(before == found);
        }
    }
}

TEST_CASE("first_end: an exception comes out only if nothing ends before it", "[parallel][property]")
{
    for (std::size_t threads = 1; threads < 9; ++threads) {
        for (std::size_t seed = 0; seed < 200; ++seed) {
            CAPTURE(threads, seed);
            const std::size_t size = 300;
            const std::size_t thrown = seed * 37 % size;
            const std::size_t end = seed * 101 % size;
            std::vector<int> workers(threads);
            std::string found;
            try {
                found = std::to_string(first_end(size, workers, [&](int&, std::size_t at) {
                    if (at == thrown) throw std::runtime_error("thrown at " + std::to_string(at));
                    return at != end;
                }));
            } catch (const std::runtime_error& error) {
                found = error.what();
            }
            REQUIRE(found == (end < thrown ? "" : "thrown at ") + std::to_string(std::min(end, thrown)));
        }
    }
}
