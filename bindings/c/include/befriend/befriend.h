#ifndef BEFRIEND_BEFRIEND_H
#define BEFRIEND_BEFRIEND_H

/* befriend for C and for every language that can call C. C99.
 *
 * befriend matches volunteers with children in care. It proposes; people decide.
 */

#include <stddef.h>
#include <stdint.h>

#include <befriend/befriend_export.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The ABI that this header describes. It rises by one with each release in which something here changes its meaning or
 * goes away; functions that are only added leave it as it is. */
#define BEFRIEND_ABI_VERSION 1

/* The ABI of the library that was loaded. A binding compares it with the BEFRIEND_ABI_VERSION that it was written for
 * and refuses any other, with both numbers in its message. May be called at any time, from any thread. */
BEFRIEND_EXPORT int32_t befriend_abi_version(void);

#ifdef __cplusplus
}
#endif

#endif
