// Makes every allocation of every step of a run fail in turn, once alone and once with all that follow. Each
// time the call must say so, give back all it took and leave its inputs as they were: the last try, with
// memory, must succeed and write the bytes of an undisturbed run.

#include "failing_memory.hpp"
#include <befriend/befriend.h>
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/synthetic/waiting_list.hpp>

#include <cstring>
#include <string>

namespace {

using namespace befriend::test;

struct Inputs {
    std::string policy;
    std::string tables[6];  // as BEFRIEND_CHILDREN and its successors count them
};

// A waiting list of which some get a proposal and others wait, with something in every table.
Inputs invent()
{
    befriend::WaitingListOptions options;
    options.preset = "county";
    options.children = 8;
    options.volunteers = 6;
    auto list = befriend::waiting_list(options, befriend::built_in_vocabulary());
    if (!list) give_up("inputs", 0, "no such preset");
    using Child = befriend::ReferralId;
    using Volunteer = befriend::VolunteerId;
    list->tables.pins.push_back({Child("C-0002"), Volunteer("V-0004"), "panel", "asked for", {}});
    list->tables.existing.push_back({Child("C-0009"), Volunteer("V-0002"), {}, {}, {}});
    Inputs inputs;
    inputs.policy = befriend::write_policy_toml(list->policy, false);
    for (int table = 0; table < 6; ++table)
        inputs.tables[table] = befriend::write_json_table(static_cast<befriend::Table>(table), list->tables);
    return inputs;
}

befriend_status add(befriend_round* round, befriend_table table, const std::string& json,
                    befriend_error** err)
{
    return befriend_round_add_json(round, table, json.data(), json.size(), err);
}

void fail_parsing(const std::string& text, befriend_status in_the_end)
{
    const auto parse = [&](auto run, befriend_error** err) {
        befriend_policy* out = nullptr;
        const auto status = run([&] { return befriend_policy_parse(text.data(), text.size(), &out, err); });
        befriend_policy_free(out);
        return status;
    };
    fail_each("befriend_policy_parse", parse, in_the_end);
}

void fail_making(const Inputs& inputs, const befriend_policy* policy)
{
    fail_parsing(inputs.policy, BEFRIEND_OK);
    fail_parsing(R"({"seed": 7, "travel": {"easy_m": 4000}})", BEFRIEND_OK);
    fail_parsing("seed = -1\nunknown = 1\n[travel]\neasy_m = 1.5\n", BEFRIEND_E_RANGE);
    fail_each("befriend_round_new", [&](auto run, befriend_error** err) {
        befriend_round* out = nullptr;
        const auto status = run([&] { return befriend_round_new(policy, &out, err); });
        befriend_round_free(out);
        return status;
    });
    fail_each("befriend_cancel_new", [&](auto run, befriend_error** err) {
        befriend_cancel* out = nullptr;
        const auto status = run([&] { return befriend_cancel_new(&out, err); });
        befriend_cancel_free(out);
        return status;
    });
}

void fail_adding(const Inputs& inputs, const befriend_policy* policy)
{
    for (befriend_table table = BEFRIEND_CHILDREN; table <= BEFRIEND_BLOCKS; ++table) {
        const std::string& json = inputs.tables[table - BEFRIEND_CHILDREN];
        fail_each("befriend_round_add_json", [&](auto run, befriend_error** err) {
            befriend_round* round = nullptr;
            need(befriend_round_new(policy, &round, nullptr), "befriend_round_new");
            const auto status = run([&] { return add(round, table, json, err); });
            if (status != BEFRIEND_OK) need(add(round, table, json, nullptr), "the same again");
            befriend_round_free(round);
            return status;
        });
    }
}

// Makes the round forget that it was checked.
void forget(befriend_round* round)
{
    need(befriend_round_set_int(round, "seed", 1, nullptr), "befriend_round_set_int");
}

void fail_proposing(befriend_round* round)
{
    forget(round);
    fail_each("befriend_round_check", [&](auto run, befriend_error** err) {
        const auto status =
            run([&] { return befriend_round_check(round, nullptr, nullptr, nullptr, nullptr, err); });
        forget(round);
        return status;
    });
    fail_each("befriend_propose", [&](auto run, befriend_error** err) {
        befriend_proposal* out = nullptr;
        const auto status =
            run([&] { return befriend_propose(round, nullptr, nullptr, nullptr, &out, err); });
        befriend_proposal_free(out);
        forget(round);
        return status;
    });
}

befriend_proposal* propose(const befriend_round* round)
{
    befriend_proposal* proposal = nullptr;
    need(befriend_propose(round, nullptr, nullptr, nullptr, &proposal, nullptr), "befriend_propose");
    return proposal;
}

// `read(buffer, cap, &needed, err)` is a call that writes into a buffer. A call that fails leaves the buffer
// alone, and the same call with memory writes what an undisturbed one does.
template <class Read>
void fail_reading(const char* name, Read read, long stride = 1)
{
    static char expected[1'000'000];
    static char buffer[sizeof expected];
    std::size_t size = 0;
    need(read(expected, sizeof expected, &size, nullptr), name);
    const auto step = [&](auto run, befriend_error** err) {
        std::size_t needed = 0;
        std::memset(buffer, '#', size);
        const auto status = run([&] { return read(buffer, sizeof buffer, &needed, err); });
        if (status != BEFRIEND_OK && (needed != 0 || buffer[0] != '#'))
            give_up(name, 0, "something was written");
        if (status == BEFRIEND_OK && (needed != size || std::memcmp(buffer, expected, size) != 0))
            give_up(name, 0, "other bytes were written");
        return status;
    };
    fail_each(name, step, BEFRIEND_OK, stride);
}

void fail_reading(const befriend_round* round)
{
    befriend_proposal* const proposal = propose(round);
    for (const befriend_part part :
         {BEFRIEND_PART_PROPOSAL, BEFRIEND_PART_CERTIFICATE, BEFRIEND_PART_RUN_RECORD}) {
        fail_reading("befriend_proposal_get_json",
                     [&](auto... out) { return befriend_proposal_get_json(proposal, part, out...); });
    }
    for (const std::string child : {"C-0001", "C-0002", "C-0003", "C-0004", "C-0005", "C-0006"}) {
        fail_reading("befriend_proposal_explain_child", [&](auto... out) {
            return befriend_proposal_explain_child(proposal, child.data(), child.size(), out...);
        });
        fail_reading("befriend_proposal_explain_pair", [&](auto... out) {
            return befriend_proposal_explain_pair(proposal, child.data(), child.size(), "V-0004", 6, out...);
        });
    }
    const auto report = [proposal](befriend_report which) {
        return [=](auto... out) { return befriend_proposal_get_report(proposal, which, out...); };
    };
    fail_reading("befriend_proposal_get_report, text", report(BEFRIEND_REPORT_TEXT));
    fail_reading("befriend_proposal_get_report, HTML", report(BEFRIEND_REPORT_HTML), 101);
    befriend_proposal_free(proposal);
    for (befriend_table table = BEFRIEND_CHILDREN; table <= BEFRIEND_BLOCKS; ++table) {
        fail_reading("befriend_round_get_json",
                     [&](auto... out) { return befriend_round_get_json(round, table, out...); });
    }
}

void fail_texts(const befriend_policy* policy)
{
    for (const befriend_form form : {BEFRIEND_FORM_TOML, BEFRIEND_FORM_COMMENTED_TOML, BEFRIEND_FORM_JSON}) {
        fail_reading("befriend_policy_get_text",
                     [&](auto... out) { return befriend_policy_get_text(policy, form, out...); });
    }
    befriend_error* faults = nullptr;
    befriend_policy* none = nullptr;
    befriend_policy_parse("seed = -1\nunknown = 1\n", 23, &none, &faults);
    fail_reading("befriend_error_get_json",
                 [&](auto... out) { return befriend_error_get_json(faults, out...); });
    befriend_error_free(faults);
}

void fail_inventing()
{
    fail_each("befriend_round_invent", [&](auto run, befriend_error** err) {
        befriend_round* out = nullptr;
        const auto status = run([&] { return befriend_round_invent("county", 6, 1, 4, 3, &out, err); });
        befriend_round_free(out);
        return status;
    });
}

// The engine alone: a problem that is refused, one that is solved, and what its solution gives.
void fail_assigning()
{
    const std::int64_t weight[] = {4, 1, 3, 2, 0, 5, 3, 2, 2};
    const std::int64_t row[] = {0, 0, 1}, column[] = {1, 1, 9};
    fail_each("befriend_problem_solve", [&](auto run, befriend_error** err) {
        befriend_solution* out = nullptr;
        const auto status = run([&] {
            befriend_problem* problem = nullptr;
            befriend_status last = befriend_problem_new(3, 3, &problem, err);
            if (last == BEFRIEND_OK) last = befriend_problem_add_matrix(problem, weight, 3, 1, nullptr, err);
            if (last == BEFRIEND_OK) last = befriend_problem_set_array(problem, "capacity", weight, 3, err);
            if (last == BEFRIEND_OK)
                last = befriend_problem_solve(problem, nullptr, nullptr, nullptr, &out, err);
            befriend_problem_free(problem);
            return last;
        });
        befriend_solution_free(out);
        return status;
    });
    fail_each(
        "befriend_problem_add_pairs",
        [&](auto run, befriend_error** err) {
            befriend_problem* problem = nullptr;
            need(befriend_problem_new(2, 2, &problem, nullptr), "befriend_problem_new");
            const auto status =
                run([&] { return befriend_problem_add_pairs(problem, row, column, weight, 3, err); });
            befriend_problem_free(problem);
            return status;
        },
        BEFRIEND_E_RANGE);
}

std::string bytes_of(const befriend_round* round)
{
    befriend_proposal* const proposal = propose(round);
    std::string text(1'000'000, '\0');
    std::size_t needed = 0;
    need(befriend_proposal_get_json(proposal, BEFRIEND_PART_PROPOSAL, text.data(), text.size(), &needed,
                                    nullptr),
         "befriend_proposal_get_json");
    befriend_proposal_free(proposal);
    return text.substr(0, needed);
}

}  // namespace

int main()
{
    const Inputs inputs = invent();
    befriend_policy* policy = nullptr;
    befriend_round* round = nullptr;
    need(befriend_policy_parse(inputs.policy.data(), inputs.policy.size(), &policy, nullptr), "policy");
    need(befriend_round_new(policy, &round, nullptr), "round");
    for (befriend_table table = BEFRIEND_CHILDREN; table <= BEFRIEND_BLOCKS; ++table)
        need(add(round, table, inputs.tables[table - BEFRIEND_CHILDREN], nullptr), "a table");
    forget(round);
    const std::string undisturbed = bytes_of(round);  // from here on nothing is made for the first time
    for (const char* part : {"\"next_best\":[{", "\"reason\":{", "\"what_would_change_it\":[{"}) {
        if (undisturbed.find(part) == std::string::npos) give_up("inputs", 0, "the proposal lacks a part");
    }

    fail_making(inputs, policy);
    fail_adding(inputs, policy);
    fail_proposing(round);
    fail_reading(round);
    fail_texts(policy);
    fail_inventing();
    fail_assigning();
    if (bytes_of(round) != undisturbed) give_up("at the end", 0, "the proposal has other bytes");

    befriend_round_free(round);
    befriend_policy_free(policy);
    return 0;
}
