#include "assignment/large_pages.hpp"

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace befriend {

void* allocate_large_pages(std::size_t bytes)
{
    void* const memory = ::operator new(bytes, std::align_val_t{large_page});
#if defined(__linux__)
    // Whole pages only: what is left over takes small ones, so that no memory is wasted. Advice that is not
    // taken changes nothing but the time.
    static_cast<void>(::madvise(memory, bytes / large_page * large_page, MADV_HUGEPAGE));
#endif
    return memory;
}

void free_large_pages(void* memory) noexcept
{
    ::operator delete(memory, std::align_val_t{large_page});
}

}  // namespace befriend
