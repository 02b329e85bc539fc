/* What stands around a piece of C on a page: the texts of a round, the round, and its proposal. */
#include <befriend/befriend.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As https://arrow.apache.org/docs/format/CDataInterface.html and CStreamInterface.html have them. */
struct ArrowSchema {
    const char *format, *name, *metadata;
    int64_t flags, n_children;
    struct ArrowSchema **children, *dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};
struct ArrowArray;
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

static char* text_of(const char* path)
{
    FILE* file = fopen(path, "rb");
    char* text = calloc(1 << 20, 1);
    if (file == NULL || text == NULL || fread(text, 1, (1 << 20) - 1, file) == 0) abort();
    fclose(file);
    return text;
}

/* DEFINITIONS */

int main(void)
{
    befriend_policy* policy = NULL;
    befriend_round* round = NULL;
    befriend_proposal* proposal = NULL;
    befriend_error* err = NULL;
    befriend_status status = BEFRIEND_OK;
    char* toml = text_of("examples/rounds/county-json/policy.toml");
    char* children = text_of("examples/rounds/county-json/children.json");
    char* volunteers = text_of("examples/rounds/county-json/volunteers.json");
    status = befriend_policy_parse(toml, strlen(toml), &policy, NULL);
    if (!status) status = befriend_round_new(policy, &round, NULL);
    if (!status) status = befriend_round_add_json(round, BEFRIEND_CHILDREN, children, strlen(children), NULL);
    if (!status) status = befriend_round_add_json(round, BEFRIEND_VOLUNTEERS, volunteers, strlen(volunteers), NULL);
    if (!status) status = befriend_propose(round, NULL, NULL, NULL, &proposal, NULL);
    if (status) abort();
    {
/* STATEMENTS */
    }
    free(volunteers);
    free(children);
    free(toml);
    befriend_error_free(err);
    befriend_proposal_free(proposal);
    befriend_round_free(round);
    befriend_policy_free(policy);
    return 0;
}
