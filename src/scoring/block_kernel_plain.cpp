// For processors other than x86-64, with whatever vectors their compiler may assume.
#if !defined(__x86_64__)
#define BEFRIEND_LEVEL plain
#define BEFRIEND_LEVEL_NAME "plain"
#include "scoring/block_kernel_code.hpp"
#endif
