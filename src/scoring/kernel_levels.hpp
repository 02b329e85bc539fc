#pragma once

#include "scoring/block_kernel.hpp"

#include <span>

namespace befriend::block {

/// The kernels that this processor can run, the fastest first. Empty on an x86-64 processor without the level
/// v2. Found out once.
[[nodiscard]] std::span<const Kernel* const> runnable_kernels() noexcept;

}  // namespace befriend::block
