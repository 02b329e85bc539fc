#include <befriend/befriend.h>

int32_t befriend_abi_version(void)
{
    return BEFRIEND_ABI_VERSION;
}
