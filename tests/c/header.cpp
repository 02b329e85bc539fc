#include <befriend/befriend.h>

int main()
{
    return befriend_abi_version() == BEFRIEND_ABI_VERSION ? 0 : 1;
}
