/* Loaded before the tool (LD_PRELOAD): once the first bytes of the file BEFRIEND_CHANGED were read, changes
   that file as BEFRIEND_CHANGE says: grow, shrink or rewrite. */

#define _GNU_SOURCE

#include <sys/stat.h>

#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void change(const char* path, const char* how, off_t size)
{
    if (strcmp(how, "shrink") == 0) {
        if (truncate(path, size / 2) != 0) abort();
        return;
    }
    const int file = open(path, strcmp(how, "grow") == 0 ? O_WRONLY | O_APPEND : O_WRONLY);
    if (file < 0 || write(file, "c", 1) != 1 || close(file) != 0) abort();
}

ssize_t read(int file, void* bytes, size_t count)
{
    static ssize_t (*next)(int, void*, size_t);
    static int changed;
    if (next == NULL) *(void**)&next = dlsym(RTLD_NEXT, "read");
    const ssize_t got = next(file, bytes, count);
    const char* const path = getenv("BEFRIEND_CHANGED");
    const char* const how = getenv("BEFRIEND_CHANGE");
    struct stat read_file;
    struct stat named_file;
    if (got > 0 && !changed && path != NULL && how != NULL && fstat(file, &read_file) == 0 &&
        stat(path, &named_file) == 0 && read_file.st_ino == named_file.st_ino) {
        changed = 1;
        change(path, how, named_file.st_size);
    }
    return got;
}
