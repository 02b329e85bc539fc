/* How does a program in C get a proposal, and the reasons for one child?
 *
 *     propose POLICY TABLE=FILE... [--explain CHILD]        for instance
 *     propose policy.toml children=children.json volunteers=volunteers.json --explain C-0001
 *
 * Prints the proposal as JSON or, with --explain, all about one child; or every fault of the input. The
 * tables are children, volunteers, coordinators, existing, pins, blocks and earlier. The library itself opens
 * no file and prints nothing, so both are done here.
 */

#include <befriend/befriend.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Prints every fault in `err`, which may be NULL, and frees it. */
static void tell(befriend_error* err)
{
    for (size_t i = 0; i < befriend_error_count(err); ++i)
        fprintf(stderr, "%s\n", befriend_error_message(err, i));
    befriend_error_free(err);
}

/* The bytes of a file, to be freed by the caller; NULL if there is trouble with it. */
static char* read_file(const char* path, size_t* size)
{
    FILE* file = fopen(path, "rb");
    char* text = NULL;
    long length = -1;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0) length = ftell(file);
    if (length >= 0 && fseek(file, 0, SEEK_SET) == 0) text = malloc((size_t)length + 1);
    if (text != NULL) *size = fread(text, 1, (size_t)length, file);
    if (file != NULL) fclose(file);
    if (text == NULL) fprintf(stderr, "%s: cannot be read\n", path);
    return text;
}

/* A round under the policy in this file; NULL, with what is wrong printed, if there is none. */
static befriend_round* new_round(const char* path)
{
    befriend_policy* policy = NULL;
    befriend_round* round = NULL;
    befriend_error* err = NULL;
    size_t size = 0;
    char* text = read_file(path, &size);
    if (text == NULL) return NULL;
    if (befriend_policy_parse(text, size, &policy, &err) == BEFRIEND_OK)
        befriend_round_new(policy, &round, &err);
    tell(err);
    befriend_policy_free(policy); /* the round keeps what it needs */
    free(text);
    return round;
}

static befriend_table table_named(const char* name, size_t size)
{
    static const char* const names[] = {"children", "volunteers", "coordinators", "existing",
                                        "pins",     "blocks",     "earlier"};
    for (int i = 0; i < 7; ++i)
        if (strlen(names[i]) == size && memcmp(names[i], name, size) == 0) return BEFRIEND_CHILDREN + i;
    return 0; /* the library will refuse it */
}

/* Adds the table of an argument TABLE=FILE. */
static befriend_status add_table(befriend_round* round, const char* argument)
{
    const size_t name = strcspn(argument, "=");
    if (argument[name] != '=') {
        fprintf(stderr, "%s: not of the form TABLE=FILE\n", argument);
        return BEFRIEND_E_ARG;
    }
    size_t size = 0;
    char* text = read_file(argument + name + 1, &size);
    if (text == NULL) return BEFRIEND_E_IO;
    befriend_error* err = NULL;
    const befriend_status status =
        befriend_round_add_json(round, table_named(argument, name), text, size, &err);
    tell(err);
    free(text); /* the round has taken in what it needs */
    return status;
}

enum part { WHOLE, LISTS, ONE_CHILD };

static befriend_status get(const befriend_proposal* proposal, enum part part, const char* child, char* buffer,
                           size_t cap, size_t* needed, befriend_error** err)
{
    if (part == LISTS)
        return befriend_proposal_get_report(proposal, BEFRIEND_REPORT_TEXT, buffer, cap, needed, err);
    if (part == ONE_CHILD)
        return befriend_proposal_explain_child(proposal, child, strlen(child), buffer, cap, needed, err);
    return befriend_proposal_get_json(proposal, BEFRIEND_PART_PROPOSAL, buffer, cap, needed, err);
}

/* Asks for the size, then for the text. */
static befriend_status print(const befriend_proposal* proposal, enum part part, const char* child,
                             befriend_error** err)
{
    size_t size = 0;
    befriend_status status = get(proposal, part, child, NULL, 0, &size, err);
    if (status != BEFRIEND_OK) return status;
    char* text = malloc(size);
    if (text == NULL) {
        fprintf(stderr, "not enough memory\n");
        return BEFRIEND_E_MEMORY;
    }
    status = get(proposal, part, child, text, size, &size, err);
    if (status == BEFRIEND_OK && (fputs(text, stdout) == EOF || fflush(stdout) == EOF)) {
        fprintf(stderr, "the output cannot be written\n");
        status = BEFRIEND_E_IO;
    }
    free(text);
    return status;
}

int main(int argc, char** argv)
{
    if (befriend_abi_version() != BEFRIEND_ABI_VERSION) {
        fprintf(stderr, "libbefriend has ABI version %d, this program is for %d\n",
                (int)befriend_abi_version(), BEFRIEND_ABI_VERSION);
        return 1;
    }
    const char* child = NULL;
    if (argc > 3 && strcmp(argv[argc - 2], "--explain") == 0) {
        child = argv[argc - 1];
        argc -= 2;
    }
    if (argc < 2) {
        fprintf(stderr, "usage: propose POLICY TABLE=FILE... [--explain CHILD]\n");
        return 2;
    }

    befriend_round* round = new_round(argv[1]);
    if (round == NULL) return 1;
    befriend_proposal* proposal = NULL;
    befriend_error* err = NULL;
    befriend_status status = BEFRIEND_OK;
    for (int i = 2; i < argc && status == BEFRIEND_OK; ++i)
        status = add_table(round, argv[i]);
    if (status == BEFRIEND_OK) status = befriend_propose(round, NULL, NULL, NULL, &proposal, &err);
    if (status == BEFRIEND_OK) status = print(proposal, child == NULL ? WHOLE : LISTS, child, &err);
    if (status == BEFRIEND_OK && child != NULL) status = print(proposal, ONE_CHILD, child, &err);

    tell(err);
    befriend_proposal_free(proposal);
    befriend_round_free(round);
    return status == BEFRIEND_OK ? 0 : 1;
}
