/* A library built without Arrow: its Arrow functions are there and say so, and release what they are given. */

#include <befriend/befriend.h>

#include <stddef.h>
#include <string.h>

/* As the Arrow C stream interface has it. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema*);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray*);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

static int released = 0;

static void release(struct ArrowArrayStream* stream)
{
    ++released;
    stream->release = NULL;
}

static befriend_error* err = NULL;

static int is_refused(befriend_status status)
{
    const char* const text = befriend_error_message(err, 0);
    const int is_told = text != NULL && strcmp(text, "E_UNSUPPORTED library: built without Arrow") == 0;
    befriend_error_free(err);
    err = NULL;
    return status == BEFRIEND_E_UNSUPPORTED && is_told;
}

int main(void)
{
    struct ArrowArrayStream stream = {NULL, NULL, NULL, release, NULL};
    if (!is_refused(befriend_round_add_arrow(NULL, BEFRIEND_CHILDREN, &stream, &err))) return 1;
    if (released != 1 || stream.release != NULL) return 2;
    if (!is_refused(befriend_round_add_arrow(NULL, BEFRIEND_CHILDREN, &stream, &err))) return 3;
    stream.release = release; /* what an output holds before the call */
    if (!is_refused(befriend_round_get_arrow(NULL, BEFRIEND_CHILDREN, &stream, &err))) return 4;
    if (released != 1 || stream.release != NULL) return 5;
    if (!is_refused(befriend_proposal_get_arrow(NULL, BEFRIEND_WAITING, &stream, &err))) return 6;
    return befriend_round_add_arrow(NULL, BEFRIEND_CHILDREN, NULL, NULL) == BEFRIEND_E_UNSUPPORTED ? 0 : 7;
}
