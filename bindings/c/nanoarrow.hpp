#pragma once

// nanoarrow, and what its error numbers become here.

#include <nanoarrow/nanoarrow.hpp>

#include <cerrno>
#include <new>
#include <stdexcept>

namespace befriend::c {

namespace nano = befriend_nanoarrow;  // its C++ names, under the name that cmake/Nanoarrow.cmake gives them

// For calls that nothing but too little memory, or a mistake of ours, can make fail.
inline void need(ArrowErrorCode code)
{
    if (code == ENOMEM) throw std::bad_alloc();
    if (code != NANOARROW_OK) throw std::logic_error("nanoarrow refused what befriend wrote");
}

}  // namespace befriend::c
