// Which level of x86-64 the processor and its system have (System V ABI, AMD64 supplement, section 3.1.1),
// asked at run time: one library for all.

#include "scoring/kernel_levels.hpp"

#include <array>
#include <cstddef>

namespace befriend::block {

#if defined(__x86_64__)

namespace v2 {
extern const Kernel kernel;
}
namespace v3 {
extern const Kernel kernel;
}
namespace v4 {
extern const Kernel kernel;
}

std::span<const Kernel* const> runnable_kernels() noexcept
{
    static constexpr std::array all{&v4::kernel, &v3::kernel, &v2::kernel};
    static const std::size_t too_new = [] {
        __builtin_cpu_init();
        if (__builtin_cpu_supports("x86-64-v4")) return 0U;
        if (__builtin_cpu_supports("x86-64-v3")) return 1U;
        return __builtin_cpu_supports("x86-64-v2") ? 2U : 3U;
    }();
    return std::span(all).subspan(too_new);
}

#else

namespace plain {
extern const Kernel kernel;
}

std::span<const Kernel* const> runnable_kernels() noexcept
{
    static constexpr std::array all{&plain::kernel};
    return all;
}

#endif

}  // namespace befriend::block
