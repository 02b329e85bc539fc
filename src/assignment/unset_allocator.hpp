#pragma once

#include "assignment/large_pages.hpp"

#include <memory>
#include <new>
#include <utility>

namespace befriend {

/// For vectors of plain records that are all written before they are read: their memory is left as it is,
/// where `std::allocator` would clear it. A large vector then costs nothing until its records are written.
template <typename Record>
struct UnsetAllocator : LargePages<Record> {
    template <typename Other>
    struct rebind {
        using other = UnsetAllocator<Other>;
    };

    template <typename Of>
    void construct(Of* at) noexcept
    {
        ::new (static_cast<void*>(at)) Of;
    }

    template <typename Of, typename... Arguments>
    void construct(Of* at, Arguments&&... arguments)
    {
        std::construct_at(at, std::forward<Arguments>(arguments)...);
    }
};

}  // namespace befriend
