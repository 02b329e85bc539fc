#ifndef BEFRIEND_BEFRIEND_H
#define BEFRIEND_BEFRIEND_H

/* befriend for C and for every language that can call C. C99.
 *
 * befriend matches volunteers with children in care. It proposes; people decide.
 *
 *     status = befriend_policy_parse(toml, toml_size, &policy, &err);
 *     if (!status) status = befriend_round_new(policy, &round, &err);
 *     if (!status) status = befriend_round_add_json(round, BEFRIEND_CHILDREN, list, list_size, &err);
 *     if (!status) status = befriend_round_add_json(round, BEFRIEND_VOLUNTEERS, who, who_size, &err);
 *     if (!status) status = befriend_propose(round, NULL, NULL, NULL, &proposal, &err);
 *
 * What holds for every function:
 *
 * - Status: a function that can fail returns a befriend_status and ends in `err`. `err` may be NULL;
 *   otherwise *err becomes NULL or, on failure, an error object with every fault that was found, which the
 *   caller frees.
 * - Outputs: pointers named `out` become NULL on failure. An input is never changed by a call that fails.
 * - NULL: BEFRIEND_E_ARG, unless the function says that it may be NULL.
 * - Text in: UTF-8 in `size` bytes, not NUL-terminated, only looked at during the call. NULL is an empty text
 *   when the size is 0. Bytes that are not UTF-8, and a NUL, are BEFRIEND_E_ENCODING, never replaced.
 * - Text out: UTF-8 and NUL-terminated.
 * - Memory: who allocates, frees. Handles by their _free, which takes NULL; buffers are the caller's. What
 *   happens when a handle is used after it was freed is undefined. Too little memory is BEFRIEND_E_MEMORY,
 *   and the same call may be tried again.
 * - Threads: a policy, a proposal, a solution, an error and a cancel may be shared between threads. A round
 *   or a problem belongs to one thread at a time: a call that meets another one under way is
 *   BEFRIEND_E_STATE. Different ones are independent. Nothing is kept outside the handles. A call may start
 *   a thread, which is over when it returns and never calls back; the result is the same without.
 * - Quiet: nothing is printed, no file, socket or environment variable is touched, no C++ exception comes
 *   out. No message holds a value of the input, an id included: records are counted.
 * - Handles: one of another ABI version is BEFRIEND_E_VERSION, one of another kind BEFRIEND_E_ARG.
 */

#include <befriend/befriend_export.h>

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Versions ---- */

/* The ABI that this header describes. It rises by one with each release in which something here changes its
 * meaning or goes away; functions that are only added leave it as it is. */
#define BEFRIEND_ABI_VERSION 1

/* The ABI of the library that was loaded. A binding compares it with the BEFRIEND_ABI_VERSION that it was
 * written for and refuses any other, with both numbers in its message. May be called at any time, from any
 * thread. */
BEFRIEND_EXPORT int32_t befriend_abi_version(void);

/* The version of the library that was loaded, for instance "0.1.0". The text lives as long as the program.
 * May be called at any time, from any thread. */
BEFRIEND_EXPORT const char* befriend_version(void);

/* ---- Status ---- */

/* How a call ended, or what kind of fault it is. A number never changes its meaning. */
typedef int32_t befriend_status;

#define BEFRIEND_OK 0
#define BEFRIEND_E_ARG 1        /* an argument that no input can make right: NULL, an unknown number or key */
#define BEFRIEND_E_STATE 2      /* not now: a table twice, none yet, a round that is in use */
#define BEFRIEND_E_VERSION 3    /* made for another version */
#define BEFRIEND_E_ENCODING 4   /* not UTF-8, or characters that may not stand there */
#define BEFRIEND_E_PARSE 5      /* not JSON, not TOML */
#define BEFRIEND_E_SCHEMA 6     /* unknown, missing or of the wrong kind */
#define BEFRIEND_E_NUMBER 7     /* not a number of the kind that is due */
#define BEFRIEND_E_RANGE 8      /* outside what is allowed */
#define BEFRIEND_E_DATE 9       /* no such day */
#define BEFRIEND_E_DUPLICATE 10 /* twice */
#define BEFRIEND_E_UNKNOWN_ID 11  /* names a record that is not there */
#define BEFRIEND_E_CONFLICT 12    /* two inputs that cannot both hold */
#define BEFRIEND_E_POLICY 13      /* values of the policy that do not go together */
#define BEFRIEND_E_LIMIT 14       /* too long, too deep, or a buffer too small */
#define BEFRIEND_E_OVERFLOW 15    /* sums that could overflow */
#define BEFRIEND_E_IO 16          /* of the tool only: trouble with a file */
#define BEFRIEND_E_EXISTS 17      /* of the tool only: would replace a file */
#define BEFRIEND_E_MEMORY 18      /* not enough memory */
#define BEFRIEND_E_CANCELLED 19   /* stopped by a cancel or by the progress function */
#define BEFRIEND_E_TIME 20        /* stopped by a limit of time */
#define BEFRIEND_E_CERTIFICATE 21 /* the proof of the answer does not hold: a mistake of befriend's own */
#define BEFRIEND_E_INTERNAL 22    /* another mistake of befriend's own */
#define BEFRIEND_E_UNSUPPORTED 23 /* understood, and not solved yet or not built in */

/* Warnings, from 100: codes of single faults, never how a call ended. */
#define BEFRIEND_W_EMPTY 100      /* a table without records */
#define BEFRIEND_W_TEXT 101       /* characters that change the direction of writing */
#define BEFRIEND_W_TRUNCATED 102  /* of the tool only: a file that looks cut off */
#define BEFRIEND_W_RANKLIKE 103   /* of the tool only: figures that look like ranks */
#define BEFRIEND_W_FLAT 104       /* every weight is 0 */
#define BEFRIEND_W_POLICY 105     /* accepted, and not what the policy wants */
#define BEFRIEND_W_PLACE 106      /* an area whose place is unknown */
#define BEFRIEND_W_ID 107         /* an id that a spreadsheet may have rewritten */
#define BEFRIEND_W_UNKNOWN_ID 108 /* names a record that is not there, where that does no harm */
#define BEFRIEND_W_EXPIRED 109    /* a pin or a block whose last day is over */

/* ---- Errors ---- */

/* Every fault that a call found, in the order of the input. Constant. */
typedef struct befriend_error befriend_error;

/* How many faults `err` holds, at least 1; 0 for NULL. */
BEFRIEND_EXPORT size_t befriend_error_count(const befriend_error* err);

/* The code of fault `i`, counted from 0: BEFRIEND_E_... or BEFRIEND_W_...; BEFRIEND_OK if there is none. */
BEFRIEND_EXPORT befriend_status befriend_error_code(const befriend_error* err, size_t i);

/* Fault `i`, counted from 0, in one line: code, table, record (counted from 0), field and rule, for instance
 * "E_RANGE volunteers[12].capacity: below 0". NULL if there is none. The text lives as long as `err`. */
BEFRIEND_EXPORT const char* befriend_error_message(const befriend_error* err, size_t i);

/* Writes all faults as JSON, for bindings and for logs, into `buffer`, as befriend_proposal_get_json does:
 *
 *     {"errors": 1, "faults": [{"code": "E_RANGE", "field": "capacity", "number": 8, "record": 12,
 *      "rule": "below 0", "table": "volunteers"}], "schema_version": 1, "warnings": 0}
 *
 * `number` is the value of the code. `line`, `column`, `other_record` and `other_table` stand where they are
 * known. What is wrong with a call itself has `argument` and perhaps `position` in place of the table, the
 * record and the field.
 *
 * Errors: E_ARG, E_LIMIT, E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_error_get_json(const befriend_error* faults, char* buffer,
                                                        size_t cap, size_t* needed, befriend_error** err);

/* Frees `err`; NULL does nothing. */
BEFRIEND_EXPORT void befriend_error_free(befriend_error* err);

/* ---- Policy ---- */

/* How a round is to be matched. Constant. */
typedef struct befriend_policy befriend_policy;

/* Reads a policy: TOML, or JSON with the same keys when the first character is '{'. Keys that are left out
 * keep the values of the built-in policy, so an empty TOML text is the built-in policy. At most 1 MiB.
 *
 * Errors: every fault of the text at once, with line and column where it has them. */
BEFRIEND_EXPORT befriend_status befriend_policy_parse(const char* text, size_t size, befriend_policy** out,
                                                      befriend_error** err);

/* How befriend_policy_get_text writes a policy. */
typedef int32_t befriend_form;

#define BEFRIEND_FORM_TOML 1
#define BEFRIEND_FORM_COMMENTED_TOML 2 /* each key with its meaning, unit, range and default above it */
#define BEFRIEND_FORM_JSON 3           /* canonical: keys sorted; digests of policies are taken of this */

/* Writes the whole policy, every key, into `buffer`, as befriend_proposal_get_json does. Read again, it is
 * the same policy. Errors: E_ARG, E_LIMIT, E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_policy_get_text(const befriend_policy* policy, befriend_form form,
                                                         char* buffer, size_t cap, size_t* needed,
                                                         befriend_error** err);

/* Frees `policy`; NULL does nothing. Rounds that were made with it keep what they need. */
BEFRIEND_EXPORT void befriend_policy_free(befriend_policy* policy);

/* ---- Cancel and progress ---- */

/* Stops a long call from another thread or from a signal handler. */
typedef struct befriend_cancel befriend_cancel;

/* A cancel that nobody has asked for yet. It must live as long as the calls that it was given to. */
BEFRIEND_EXPORT befriend_status befriend_cancel_new(befriend_cancel** out, befriend_error** err);

/* Asks every call that was or will be given `cancel` to stop. A single atomic store: may be
 * called at any time, from any thread and from a signal handler. It cannot be taken back. NULL does
 * nothing. */
BEFRIEND_EXPORT void befriend_cancel_request(befriend_cancel* cancel);

/* Frees `cancel`; NULL does nothing. */
BEFRIEND_EXPORT void befriend_cancel_free(befriend_cancel* cancel);

/* The parts of the work, in order. */
#define BEFRIEND_PHASE_READ 5  /* a table comes in: `total` is 0, not known */
#define BEFRIEND_PHASE_CHECK 4 /* left out where the round has not changed since it was checked */
#define BEFRIEND_PHASE_CANDIDATES 1
#define BEFRIEND_PHASE_ASSIGNMENT 2
#define BEFRIEND_PHASE_EXPLANATION 3

/* How far the work is. Later versions may add members at the end: read none beyond `struct_size` bytes. */
typedef struct befriend_progress {
    uint32_t struct_size;
    uint32_t phase; /* BEFRIEND_PHASE_... */
    uint64_t done;  /* of `total`, in a unit of the phase's own */
    uint64_t total;
} befriend_progress;

/* Called now and then, only on the thread that made the call; `progress` lives during the call. 0 goes on,
 * anything else stops the work, and so does a C++ exception. It may not leave by longjmp or end the thread. A
 * call that is given the same round or problem is BEFRIEND_E_STATE. */
typedef int32_t (*befriend_progress_fn)(const befriend_progress* progress, void* user);

/* ---- Round ---- */

/* One run over a waiting list and its volunteers: tables that are added one by one, under a policy. */
typedef struct befriend_round befriend_round;

/* The tables of a round. */
typedef int32_t befriend_table;

#define BEFRIEND_CHILDREN 1
#define BEFRIEND_VOLUNTEERS 2
#define BEFRIEND_COORDINATORS 3
#define BEFRIEND_EXISTING 4 /* matches that people have agreed to */
#define BEFRIEND_PINS 5     /* pairs that people ask for */
#define BEFRIEND_BLOCKS 6   /* pairs that people rule out */
#define BEFRIEND_EARLIER 7  /* pairs of an earlier proposal, which the objective "continuity" keeps */

#define BEFRIEND_POLICY 0 /* of befriend_schema_get_json alone */

/* Writes the JSON Schema (2020-12) of a table or, with BEFRIEND_POLICY, of a policy into `buffer`, as
 * befriend_proposal_get_json does. Errors: E_ARG, E_LIMIT, E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_schema_get_json(befriend_table table, char* buffer, size_t cap,
                                                         size_t* needed, befriend_error** err);

/* An empty round under `policy`, which may be freed afterwards. Interests are those of the built-in
 * vocabulary, and a record that gives an `area` and no coordinates has no known place, unless
 * befriend_round_set_text says otherwise. */
BEFRIEND_EXPORT befriend_status befriend_round_new(const befriend_policy* policy, befriend_round** out,
                                                   befriend_error** err);

/* Takes in a table from JSON: an array of objects, or {"schema_version": 1, "records": [...]}. Columns and
 * values are those of the data dictionary. Every table once; children and volunteers must be there, the
 * others may.
 *
 * What is wrong with the content is no error here: befriend_round_check and befriend_propose tell it, the
 * faults of all tables and of the round as a whole in one error object.
 *
 * Errors: E_ARG, E_STATE (this table was added already, or the round is in use), E_MEMORY; E_CANCELLED (see
 * befriend_round_set_progress). */
BEFRIEND_EXPORT befriend_status befriend_round_add_json(befriend_round* round, befriend_table table,
                                                        const char* json, size_t size, befriend_error** err);

/* The Arrow C stream interface: https://arrow.apache.org/docs/format/CStreamInterface.html */
struct ArrowArrayStream;

/* Takes in a table from an Arrow C stream of structs, one field a column, in batches of any size. Otherwise
 * as befriend_round_add_json, and the same table gives the same round.
 *
 * `in` is always released, also on failure: afterwards its `release` is NULL. Its functions are called on
 * this thread; a call of theirs that is given the same round is BEFRIEND_E_STATE.
 *
 * Accepted types: for every column string, large_string and string_view (utf8), a dictionary of one of them,
 * and null. For dates also date32, and timestamp without a zone, whose date counts. For numbers also int8 to
 * int64, uint8 to uint32, float and double: NaN is unknown, and a whole number may come as a float if it is
 * whole. For flags also bool. For lists also list and large_list of strings. A text is what a CSV file has in
 * that cell; null and the empty text are unknown. A column of another type is a fault of the content.
 *
 * Errors: those of befriend_round_add_json; E_ARG also for a stream that was released already, whose
 * functions fail, whose type is not a struct, or whose arrays break the rules of Arrow, as far as that can be
 * seen; E_LIMIT (more than 10,000,000 rows); E_UNSUPPORTED (a library built without Arrow). Then nothing was
 * added. */
BEFRIEND_EXPORT befriend_status befriend_round_add_arrow(befriend_round* round, befriend_table table,
                                                         struct ArrowArrayStream* in, befriend_error** err);

/* The table as it was added, in its order, as an Arrow C stream that the caller releases; one that was not
 * added has no rows. It may outlive `round` and be read on another thread. On failure `out` is left with
 * `release` NULL.
 *
 * All columns of the data dictionary, in its order; a place is written as coordinates, a limit of travel in
 * metres. Types: string, int64 for whole numbers, double for numbers with a part, bool, date32, list of
 * string; unknown is null. A flag that can also say "not_asked" and the like is a string.
 * befriend_round_add_arrow reads the same table back.
 *
 * Errors: E_ARG, E_STATE (the round is in use), E_MEMORY, E_UNSUPPORTED. */
BEFRIEND_EXPORT befriend_status befriend_round_get_arrow(const befriend_round* round, befriend_table table,
                                                         struct ArrowArrayStream* out, befriend_error** err);

/* A round that befriend invents, to try things on, with its own policy: nobody in it exists. `preset` is one
 * of befriend_preset_name; `seed` from 0, another number for another list; `children` and `volunteers` from 0
 * to 10000000, or -1 for the preset's own number. Tables that it leaves empty may be added.
 *
 * Errors: E_ARG (an unknown preset; the message lists the known ones), E_ENCODING, E_RANGE, E_LIMIT,
 * E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_round_invent(const char* preset, size_t preset_size, int64_t seed,
                                                      int64_t children, int64_t volunteers,
                                                      befriend_round** out, befriend_error** err);

/* The name of preset `i`, counted from 0, for instance "county"; NULL if there is no such preset. The text
 * lives as long as the program. docs/methods/synthetic.md says what each is like. */
BEFRIEND_EXPORT const char* befriend_preset_name(size_t i);

/* Sets a text of this round. `key`, NUL-terminated, is one of:
 *
 * - "as_of": the date that ages and expiries are taken at, YYYY-MM-DD. The library never reads the clock:
 *   either the policy gives the date or this call does.
 * - "seed": of the tie-break, in digits, as in befriend_round_set_int.
 * - "vocabulary": the interests, as TOML, instead of the built-in ones.
 * - "areas": where outcodes lie, as JSON: {"M1": [384500, 397900]}, easting and northing in metres. Before any
 *   table.
 * - "ignore_columns": names with ; between, skipped in every table beside those that the policy lists. Before
 *   any table.
 * - "interface": who calls, for the run record; "C" when not set.
 * - "sha256.children" and so on for each table, and "sha256.policy" (of its canonical JSON): digests that the
 *   caller took, for the run record; 64 hexadecimal digits in small letters.
 *
 * May be called again, also after befriend_propose, for the next one.
 *
 * Errors: E_ARG (an unknown key; the message lists the known ones), E_STATE, E_ENCODING, E_DATE, E_NUMBER,
 * E_RANGE; of a vocabulary or areas every fault at once. */
BEFRIEND_EXPORT befriend_status befriend_round_set_text(befriend_round* round, const char* key,
                                                        const char* text, size_t size, befriend_error** err);

/* The same for whole numbers. `key`, NUL-terminated, is one of:
 *
 * - "seed": of the tie-break, from 0.
 * - "time_limit_ms": milliseconds that befriend_propose may take, from 0; 0, no limit, when not set.
 * - "max_bytes": bytes that befriend_propose may take beside the tables, by its own forecast, from 0; 0, no
 *   limit, when not set.
 *
 * Errors: E_ARG (an unknown key; the message lists the known ones), E_RANGE, E_STATE. */
BEFRIEND_EXPORT befriend_status befriend_round_set_int(befriend_round* round, const char* key, int64_t value,
                                                       befriend_error** err);

/* What can stop the calls that take in a table of `round`, from now on: `cancel` and `progress`, which may be
 * NULL and must live as long as such calls. `user` is handed to `progress` as it is. Errors: E_ARG, E_STATE. */
BEFRIEND_EXPORT befriend_status befriend_round_set_progress(befriend_round* round,
                                                            const befriend_cancel* cancel,
                                                            befriend_progress_fn progress, void* user,
                                                            befriend_error** err);

/* Checks everything and proposes nothing. On success *out becomes NULL or, if something is odd but no reason
 * to refuse the round, an error object with the warnings, which the caller frees. `out` may be NULL.
 * `cancel` and `progress` may be NULL; `user` is handed to `progress` as it is.
 *
 * Errors: E_STATE (children or volunteers were not added, or the round is in use), E_CANCELLED; else every
 * fault of every table, warnings included, and the status is the code of the first error. */
BEFRIEND_EXPORT befriend_status befriend_round_check(const befriend_round* round,
                                                     const befriend_cancel* cancel,
                                                     befriend_progress_fn progress, void* user,
                                                     befriend_error** out, befriend_error** err);

/* Writes a table as it was added, records in the same order, as JSON that befriend_round_add_json reads back,
 * into `buffer`, as befriend_proposal_get_json does. A table that was not added has no records.
 *
 * Errors: E_ARG, E_STATE (the round is in use), E_LIMIT, E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_round_get_json(const befriend_round* round, befriend_table table,
                                                        char* buffer, size_t cap, size_t* needed,
                                                        befriend_error** err);

/* The policy of the round, with what was set for this round.
 *
 * Errors: E_ARG, E_STATE (the round is in use), E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_round_get_policy(const befriend_round* round, befriend_policy** out,
                                                          befriend_error** err);

/* Frees `round`; NULL does nothing. Proposals keep what they need. While another call uses the round, which
 * is a mistake, it is not freed. */
BEFRIEND_EXPORT void befriend_round_free(befriend_round* round);

/* ---- Proposal ---- */

/* Whom befriend suggests, who keeps waiting, and why. Constant. */
typedef struct befriend_proposal befriend_proposal;

/* Matches the round: eligible pairs, points, one exact assignment with its proof, and the reasons. The same
 * round gives the same proposal, whatever the order of its tables. A round in which nobody can be proposed is
 * a proposal, no error.
 *
 * `cancel` and `progress` may be NULL; `user` is handed to `progress` as it is.
 *
 * Errors: those of befriend_round_check; E_CANCELLED and E_TIME, with what would have been the best as far as
 * it is known; E_OVERFLOW; E_LIMIT ("max_bytes"). */
BEFRIEND_EXPORT befriend_status befriend_propose(const befriend_round* round, const befriend_cancel* cancel,
                                                 befriend_progress_fn progress, void* user,
                                                 befriend_proposal** out, befriend_error** err);

/* What befriend_proposal_get_json writes. */
typedef int32_t befriend_part;

#define BEFRIEND_PART_PROPOSAL 1    /* everything but the certificate */
#define BEFRIEND_PART_CERTIFICATE 2 /* the proof that nothing better is possible */
#define BEFRIEND_PART_RUN_RECORD 3  /* what a later reader needs to replay the run: no personal data */

/* Writes a part of the proposal as JSON into `buffer`, which has room for `cap` bytes, and its size with the
 * NUL into *needed. BEFRIEND_PART_PROPOSAL has the same bytes through every interface of befriend; another
 * version may find another proof.
 *
 * `buffer` NULL with `cap` 0 asks for the size alone. Each call makes the text anew: a large buffer at the
 * first call saves the second. A buffer too small is E_LIMIT and left as it was, and *needed says how large
 * it must be; on any other failure *needed is 0.
 *
 * Errors: E_ARG, E_LIMIT, E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_proposal_get_json(const befriend_proposal* proposal,
                                                           befriend_part part, char* buffer, size_t cap,
                                                           size_t* needed, befriend_error** err);

/* What befriend_proposal_get_report writes. */
typedef int32_t befriend_report;

#define BEFRIEND_REPORT_HTML 1 /* the page for a coordinator: one file that needs nothing else, no script */
#define BEFRIEND_REPORT_TEXT 2 /* for a terminal: lines of at most 100 columns where ids allow */

/* Writes a report of the proposal, as befriend_proposal_get_json does. Errors: E_ARG, E_LIMIT, E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_proposal_get_report(const befriend_proposal* proposal,
                                                             befriend_report report, char* buffer, size_t cap,
                                                             size_t* needed, befriend_error** err);

/* Writes all about one child, as befriend_proposal_get_json does: the record that the proposal has under
 * "proposed" or "waiting", the other null.
 *
 * Errors: those of befriend_proposal_get_json; E_UNKNOWN_ID (no such child in the round), E_ENCODING. */
BEFRIEND_EXPORT befriend_status befriend_proposal_explain_child(const befriend_proposal* proposal,
                                                                const char* child_id, size_t child_id_size,
                                                                char* buffer, size_t cap, size_t* needed,
                                                                befriend_error** err);

/* The same for all about one pair, whether proposed or not, which it says: every hard rule that it breaks, its points
 * criterion by criterion, and what to ask about.
 *
 * Errors: those of befriend_proposal_explain_child, for either id. */
BEFRIEND_EXPORT befriend_status befriend_proposal_explain_pair(
    const befriend_proposal* proposal, const char* child_id, size_t child_id_size, const char* volunteer_id,
    size_t volunteer_id_size, char* buffer, size_t cap, size_t* needed, befriend_error** err);

/* The tables of a proposal. None of a round has these numbers. */
#define BEFRIEND_PROPOSALS 11    /* a proposed child each */
#define BEFRIEND_WAITING 12      /* a child who keeps waiting each */
#define BEFRIEND_UNUSED 13       /* a volunteer who is not used each */
#define BEFRIEND_REASONS 14      /* a proposed child and a criterion each */
#define BEFRIEND_ALTERNATIVES 15 /* a proposed child and one of the next best volunteers each */
#define BEFRIEND_CANDIDATES 16   /* a pair each that is eligible and not below the minimum */

/* A table of the proposal as an Arrow C stream that the caller releases. It may outlive `proposal` and be
 * read on another thread; its rows are written when they are asked for. On failure `out` is left with
 * `release` NULL.
 *
 * Columns, strings unless said otherwise; points are int32, lists are lists of string, nothing is null unless
 * said:
 *
 * - BEFRIEND_PROPOSALS: child_id, volunteer_id, state (proposed, ask_first), pinned and decided_by_tie
 * (bool), points, low, high, eligible (int64: how many volunteers are), then the contributions interests,
 * background, age, travel, availability (points; null: not applicable), ask_about (list).
 * - BEFRIEND_WAITING: child_id, reason, sentence, rules (list), volunteers and eligible (int64),
 * needed_elsewhere and what_would_change_it (sentences).
 * - BEFRIEND_UNUSED: volunteer_id, reason, sentence, rules (list), eligible (int64: how many children are).
 * - BEFRIEND_REASONS: child_id, volunteer_id, criterion, state (known, unknown, not_applicable), score
 * (points; null unless known), weight (int64), contribution, and possible, what a full score would contribute
 * (points; null: not applicable).
 * - BEFRIEND_ALTERNATIVES: child_id, rank (int32, from 1), volunteer_id, points, has_room (bool), proposed_to
 *   (list of child ids).
 * - BEFRIEND_CANDIDATES: child_id, volunteer_id, points, proposed (bool).
 *
 * Errors: E_ARG, E_MEMORY, E_UNSUPPORTED (a library built without Arrow). */
BEFRIEND_EXPORT befriend_status befriend_proposal_get_arrow(const befriend_proposal* proposal,
                                                            befriend_table table,
                                                            struct ArrowArrayStream* out,
                                                            befriend_error** err);

/* Frees `proposal`; NULL does nothing. */
BEFRIEND_EXPORT void befriend_proposal_free(befriend_proposal* proposal);

/* ---- Assignment: the engine alone, for callers who have scores of their own ---- */

/* Rows, columns and pairs of them with whole-number weights. Each row takes at most one column, each column
 * as many rows as its capacity. Which pairs are chosen: see "objective". */
typedef struct befriend_problem befriend_problem;

/* A problem without pairs, with `rows` and `columns` from 0 to 2147483647. Rows and columns count from 0.
 *
 *     status = befriend_problem_new(3, 3, &problem, &err);
 *     if (!status) status = befriend_problem_add_matrix(problem, costs, 3, 1, NULL, &err);
 *     if (!status) status = befriend_problem_solve(problem, NULL, NULL, NULL, &solution, &err);
 *     if (!status) status = befriend_solution_get_array(solution, "column_of_row", column, 3, &n, &err);
 *
 * Errors: E_ARG, E_RANGE, E_LIMIT, E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_problem_new(int64_t rows, int64_t columns, befriend_problem** out,
                                                     befriend_error** err);

/* Takes in the pairs, once, in any order: pair i is row[i], column[i] with weight[i], for i below `count`. A
 * pair that must not be is left out; one of weight 0 is a pair.
 *
 * Errors: E_ARG; E_STATE (there are pairs already, or the problem is in use); E_RANGE (no such row or column)
 * and E_DUPLICATE (a pair twice), every one with its position, of more than 100 a count; E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_problem_add_pairs(befriend_problem* problem, const int64_t* row,
                                                           const int64_t* column, const int64_t* weight,
                                                           size_t count, befriend_error** err);

/* The same for pairs that stand row by row: those of row r are row_begin[r] to row_begin[r + 1] - 1, in any
 * order. `row_begin` has rows + 1 offsets, the first 0, the last `count`.
 *
 * Errors: those of befriend_problem_add_pairs; E_RANGE also for offsets. */
BEFRIEND_EXPORT befriend_status befriend_problem_add_rows(befriend_problem* problem, const int64_t* row_begin,
                                                          const int64_t* column, const int64_t* weight,
                                                          size_t count, befriend_error** err);

/* The same for a matrix: the weight of row r and column c is weight[r * row_step + c * column_step], so the
 * steps of a matrix stored row by row are the number of columns, and 1. Steps may be negative. `allowed` has
 * a byte for each pair, row by row, 0 where there is none; NULL allows all. */
BEFRIEND_EXPORT befriend_status befriend_problem_add_matrix(befriend_problem* problem, const int64_t* weight,
                                                            int64_t row_step, int64_t column_step,
                                                            const uint8_t* allowed, befriend_error** err);

/* Sets an array of `count` values. `key`, NUL-terminated, is one of:
 *
 * - "capacity": one a column, how many rows it takes, from 0 to 2147483647; 1 each when not set.
 * - "pins": one a row, the column that it must take, or -1.
 * - "row_keys", "column_keys": 64 bits each, by which equally good answers are told apart; the position,
 *   hashed, when not set. With keys that move with rows and columns, their order does not matter.
 *
 * Errors: E_ARG (an unknown key; the message lists the known ones), E_RANGE (another `count`), E_STATE,
 * E_MEMORY. What is wrong with a value, befriend_problem_solve tells. */
BEFRIEND_EXPORT befriend_status befriend_problem_set_array(befriend_problem* problem, const char* key,
                                                           const int64_t* values, size_t count,
                                                           befriend_error** err);

/* The same for texts. `key`, NUL-terminated, is "objective": the text is "most_pairs" (when not set), as many
 * pairs as possible and the best total among those, or "best_total", where a pair that makes the total worse
 * stays away.
 *
 * Errors: E_ARG (an unknown key or text; the message lists the known ones), E_ENCODING, E_STATE. */
BEFRIEND_EXPORT befriend_status befriend_problem_set_text(befriend_problem* problem, const char* key,
                                                          const char* text, size_t size,
                                                          befriend_error** err);

/* The same for whole numbers. `key`, NUL-terminated, is one of:
 *
 * - "maximize": 1 if the best total is the largest; 0, the least, when not set.
 * - "require_all": 1 if every row must have a column, else there is no solution; 0 when not set.
 * - "exactly": how many pairs there must be, pins among them, under either objective; if there cannot be so
 *   many, there is no solution. -1, as many as the objective wants, when not set.
 * - "ties": 1 (when not set) if equally good answers are told apart by the keys, 0 if any of them will do.
 * - "time_limit_ms": milliseconds that befriend_problem_solve may take; 0, no limit, when not set.
 *
 * Errors: E_ARG (an unknown key; the message lists the known ones), E_RANGE, E_STATE. */
BEFRIEND_EXPORT befriend_status befriend_problem_set_int(befriend_problem* problem, const char* key,
                                                         int64_t value, befriend_error** err);

/* The pairs that were chosen, and the proof that nothing is better. Constant. */
typedef struct befriend_solution befriend_solution;

/* Solves the problem, exactly. An answer is handed out only when its proof holds. Equally good answers are
 * told apart by the keys unless "ties" is 0, so the same problem has the same answer everywhere.
 *
 * `cancel` and `progress` may be NULL; the phase is BEFRIEND_PHASE_ASSIGNMENT.
 *
 * Errors: E_STATE (no pairs, or the problem is in use); E_RANGE (a capacity or a pin), E_CONFLICT (a pin
 * without its pair, more pins than a column takes, each with its position; more pins than "exactly");
 * E_OVERFLOW ((pairs chosen + 2) x (largest weight - least weight, 0 among them) must be below 2^60); E_LIMIT
 * (at most 1,048,573 pairs, and with "exactly" as many rows); E_CANCELLED and E_TIME, with what would have been
 * the best as far as it is known; E_MEMORY. */
BEFRIEND_EXPORT befriend_status befriend_problem_solve(const befriend_problem* problem,
                                                       const befriend_cancel* cancel,
                                                       befriend_progress_fn progress, void* user,
                                                       befriend_solution** out, befriend_error** err);

/* Frees `problem`; NULL does nothing. While another call uses it, which is a mistake, it is not freed. */
BEFRIEND_EXPORT void befriend_problem_free(befriend_problem* problem);

#define BEFRIEND_SOLUTION_OPTIMAL 0    /* the pairs are the best there are */
#define BEFRIEND_SOLUTION_INFEASIBLE 1 /* "require_all" or "exactly" cannot hold: no pairs */

/* A number of the solution. `key`, NUL-terminated, is one of:
 *
 * - "status": BEFRIEND_SOLUTION_...
 * - "rows", "columns": of the problem.
 * - "matched": how many rows have a column; when infeasible, how many could have one.
 * - "total": the sum of the weights of the pairs.
 * - "each_count", "each": what each pair counts beside its weight: see befriend_solution_get_array.
 *
 * Errors: E_ARG (an unknown key; the message lists the known ones). On failure *out is 0. */
BEFRIEND_EXPORT befriend_status befriend_solution_get_int(const befriend_solution* solution, const char* key,
                                                          int64_t* out, befriend_error** err);

/* Writes an array of the solution into `buffer`, which has room for `cap` values, and its size into *needed.
 * NULL with `cap` 0 asks for the size alone. All are empty when the solution is infeasible. `key`,
 * NUL-terminated, is one of:
 *
 * - "column_of_row": one a row, or -1 for a row without a column.
 * - "row_duals", "column_duals": prices of the total, one a row and one a column.
 * - "row_count_duals", "column_count_duals": prices of the number of pairs; all 0 under "best_total" without
 *   "require_all" and "exactly".
 *
 * The prices prove the solution, when weights, duals and each are taken with the opposite sign unless
 * maximising. For each pair, (row_count_dual + column_count_dual, row_dual + column_dual), compared in this
 * order, is at least (each_count, weight + each), and equal where the pair was chosen; for each row and
 * column, (count_dual, dual) is at least (0, 0), and equal where a row has no column or a column has room.
 * (each_count, each) is (1, 0), but (0, 0) under "best_total" without "require_all"; with "exactly" it is
 * whatever makes so many pairs the best, so that no other choice of as many has a better total. Pinned pairs
 * are taken out before: their rows, and columns that they fill, have (0, 0) and need not keep the rule on
 * other pairs.
 *
 * Errors: E_ARG (an unknown key; the message lists the known ones); E_LIMIT, as of befriend_proposal_get_json. */
BEFRIEND_EXPORT befriend_status befriend_solution_get_array(const befriend_solution* solution,
                                                            const char* key, int64_t* buffer, size_t cap,
                                                            size_t* needed, befriend_error** err);

/* Frees `solution`; NULL does nothing. */
BEFRIEND_EXPORT void befriend_solution_free(befriend_solution* solution);

#ifdef __cplusplus
}
#endif

#endif
