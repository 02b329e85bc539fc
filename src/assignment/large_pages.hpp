#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <vector>

namespace befriend {

inline constexpr std::size_t large_page = std::size_t{1} << 21;  ///< bytes: what Linux has on most processors

/// Memory that begins on a large page, and that the system is asked to back with such pages: it need not.
/// Throws std::bad_alloc.
[[nodiscard]] void* allocate_large_pages(std::size_t bytes);
void free_large_pages(void* memory) noexcept;

/// For what is looked up here and there. A processor remembers where a thousand or two of pages are; with
/// pages of 4 KiB it spends much of a solve of a million edges on finding them, and the system as much on
/// giving them out one by one. What is smaller than a large page comes from `std::allocator`.
template <typename Record>
struct LargePages : std::allocator<Record> {
    template <typename Other>
    struct rebind {
        using other = LargePages<Other>;
    };

    LargePages() = default;
    template <typename Other>
    explicit(false) LargePages(const LargePages<Other>&) noexcept
    {
    }

    Record* allocate(std::size_t count)
    {
        if (is_small(count)) return std::allocator<Record>::allocate(count);
        return static_cast<Record*>(allocate_large_pages(count * sizeof(Record)));
    }

    void deallocate(Record* records, std::size_t count) noexcept
    {
        if (is_small(count)) {
            std::allocator<Record>::deallocate(records, count);
        } else {
            free_large_pages(records);
        }
    }

private:
    // No vector asks for more than its max_size, so that the product does not overflow.
    static bool is_small(std::size_t count) { return count < large_page / sizeof(Record); }
};

template <typename Record>
using LargeVector = std::vector<Record, LargePages<Record>>;

}  // namespace befriend
