#if defined(__x86_64__)
#define BEFRIEND_LEVEL v3
#define BEFRIEND_LEVEL_NAME "x86-64-v3"
#include "scoring/block_kernel_code.hpp"
#endif
