/* How does a program in C get a proposal?
 *
 *     propose POLICY TABLE=FILE...        for instance
 *     propose policy.toml children=children.json volunteers=volunteers.json
 *
 * Prints the proposal as JSON, or every fault of the input. The tables are children, volunteers,
 * coordinators, existing, pins and blocks. The library itself opens no file and prints nothing, so both are
 * done here.
 */

#include <befriend/befriend.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_faults(const befriend_error* err)
{
    size_t i;
    for (i = 0; i < befriend_error_count(err); ++i)
        fprintf(stderr, "%s\n", befriend_error_message(err, i));
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
    print_faults(err);
    befriend_error_free(err);
    befriend_policy_free(policy); /* the round keeps what it needs */
    free(text);
    return round;
}

static befriend_table table_named(const char* name, size_t size)
{
    static const char* const names[] = {"children", "volunteers", "coordinators",
                                        "existing", "pins",       "blocks"};
    int i;
    for (i = 0; i < 6; ++i)
        if (strlen(names[i]) == size && memcmp(names[i], name, size) == 0) return BEFRIEND_CHILDREN + i;
    return 0; /* the library will refuse it */
}

/* Adds the table of an argument TABLE=FILE. */
static befriend_status add_table(befriend_round* round, const char* argument)
{
    befriend_error* err = NULL;
    befriend_status status = BEFRIEND_E_IO;
    const size_t name = strcspn(argument, "=");
    size_t size = 0;
    char* text = NULL;
    if (argument[name] == '=') {
        text = read_file(argument + name + 1, &size);
    } else {
        fprintf(stderr, "%s: not of the form TABLE=FILE\n", argument);
    }
    if (text == NULL) return status;
    status = befriend_round_add_json(round, table_named(argument, name), text, size, &err);
    print_faults(err);
    befriend_error_free(err);
    free(text); /* the round has taken in what it needs */
    return status;
}

/* Asks for the size, then for the text. */
static befriend_status print_proposal(const befriend_proposal* proposal, befriend_error** err)
{
    size_t size = 0;
    char* text;
    befriend_status status =
        befriend_proposal_get_json(proposal, BEFRIEND_PART_PROPOSAL, NULL, 0, &size, err);
    if (status != BEFRIEND_OK) return status;
    text = malloc(size);
    if (text == NULL) {
        fprintf(stderr, "not enough memory\n");
        return BEFRIEND_E_MEMORY;
    }
    status = befriend_proposal_get_json(proposal, BEFRIEND_PART_PROPOSAL, text, size, &size, err);
    if (status == BEFRIEND_OK && (fputs(text, stdout) == EOF || fflush(stdout) == EOF)) {
        fprintf(stderr, "the proposal cannot be written\n");
        status = BEFRIEND_E_IO;
    }
    free(text);
    return status;
}

int main(int argc, char** argv)
{
    befriend_round* round;
    befriend_proposal* proposal = NULL;
    befriend_error* err = NULL;
    befriend_status status = BEFRIEND_OK;
    int i;

    if (befriend_abi_version() != BEFRIEND_ABI_VERSION) {
        fprintf(stderr, "libbefriend has ABI version %d, this program is for %d\n",
                (int)befriend_abi_version(), BEFRIEND_ABI_VERSION);
        return 1;
    }
    if (argc < 2) {
        fprintf(stderr, "usage: propose POLICY TABLE=FILE...\n");
        return 2;
    }
    round = new_round(argv[1]);
    if (round == NULL) return 1;
    for (i = 2; i < argc && status == BEFRIEND_OK; ++i)
        status = add_table(round, argv[i]);
    if (status == BEFRIEND_OK) status = befriend_propose(round, NULL, NULL, NULL, &proposal, &err);
    if (status == BEFRIEND_OK) status = print_proposal(proposal, &err);
    print_faults(err);

    befriend_error_free(err);
    befriend_proposal_free(proposal);
    befriend_round_free(round);
    return status == BEFRIEND_OK ? 0 : 1;
}
