#include "assignment/large_pages.hpp"

#include "assignment/unset_allocator.hpp"
#include "catch2.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

using namespace befriend;

namespace {

constexpr std::size_t in_a_page = large_page / sizeof(std::uint64_t);

bool begins_on_a_page(const void* memory)
{
    return reinterpret_cast<std::uintptr_t>(memory) % large_page == 0;
}

}  // namespace

TEST_CASE("large pages: an array of a page or more begins on one", "[assignment]")
{
    for (const std::size_t count : {in_a_page, in_a_page + 1, 5 * in_a_page - 1}) {
        CAPTURE(count);
        CHECK(begins_on_a_page(LargeVector<std::uint64_t>(count).data()));
        CHECK(begins_on_a_page(std::vector<std::uint64_t, UnsetAllocator<std::uint64_t>>(count).data()));
    }
}

TEST_CASE("large pages: an array keeps its values while it grows past a page, and when it is moved",
          "[assignment]")
{
    LargeVector<std::uint64_t> grown;
    for (std::uint64_t value = 0; value < 3 * in_a_page; ++value)
        grown.push_back(value * value);
    const std::uint64_t* const where = grown.data();
    const LargeVector<std::uint64_t> moved = std::move(grown);
    CHECK(moved.data() == where);
    bool all = true;
    for (std::uint64_t value = 0; value < moved.size(); ++value)
        all = all && moved[value] == value * value;
    CHECK(all);
    const LargeVector<std::uint64_t> copied(moved.begin(), moved.begin() + 10);
    CHECK(copied.back() == 81);
}

TEST_CASE("large pages: new records of a large array are 0", "[assignment]")
{
    LargeVector<std::uint32_t> first(large_page, 7);
    first = {};
    const LargeVector<std::uint32_t> again(large_page);
    std::size_t others = 0;
    for (const std::uint32_t record : again)
        others += record == 0 ? 0 : 1;
    CHECK(others == 0);
}
