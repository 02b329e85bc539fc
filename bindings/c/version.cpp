#include <befriend/befriend.h>
#include <befriend/version.hpp>

int32_t befriend_abi_version(void)
{
    return BEFRIEND_ABI_VERSION;
}

const char* befriend_version(void)
{
    return befriend::version().data();  // of a literal, and so NUL-terminated
}
