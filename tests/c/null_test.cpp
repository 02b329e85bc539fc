// Every pointer of every function NULL, one at a time: section 4.J of the catalogue of bad inputs.

#include "../catch2.hpp"
#include "spoilt_call.hpp"

#include <string>

using namespace befriend::test;

namespace {

// Every pointer of every function that returns a status, NULL one at a time.
std::vector<Call> calls_with_null(Arguments& good)
{
    befriend_proposal* const proposal = good.proposal.get();
    befriend_round* const round = good.round.get();
    char* const buffer = good.buffer;
    constexpr std::size_t cap = sizeof good.buffer;
    std::size_t* const needed = &good.needed;
    static befriend_policy* policy_out;
    static befriend_round* round_out;
    return {
        {"text", [=](auto err) { return befriend_policy_parse(nullptr, 5, &policy_out, err); }},
        {"out", [=](auto err) { return befriend_policy_parse("", 0, nullptr, err); }},
        {"policy", [=](auto err) { return befriend_round_new(nullptr, &round_out, err); }},
        {"out", [&good](auto err) { return befriend_round_new(good.policy.get(), nullptr, err); }},
        {"round", [=](auto err) { return befriend_round_add_json(nullptr, BEFRIEND_PINS, "[]", 2, err); }},
        {"json", [=](auto err) { return befriend_round_add_json(round, BEFRIEND_PINS, nullptr, 2, err); }},
        {"round", [=](auto err) { return befriend_round_add_arrow(nullptr, BEFRIEND_PINS, nullptr, err); }},
        {"in", [=](auto err) { return befriend_round_add_arrow(round, BEFRIEND_PINS, nullptr, err); }},
        {"round",
         [&good](auto err) {
             return befriend_round_get_arrow(nullptr, BEFRIEND_CHILDREN, &good.stream, err);
         }},
        {"out", [=](auto err) { return befriend_round_get_arrow(round, BEFRIEND_CHILDREN, nullptr, err); }},
        {"proposal",
         [&good](auto err) {
             return befriend_proposal_get_arrow(nullptr, BEFRIEND_WAITING, &good.stream, err);
         }},
        {"out",
         [=](auto err) { return befriend_proposal_get_arrow(proposal, BEFRIEND_WAITING, nullptr, err); }},
        {"round", [=](auto err) { return befriend_round_set_text(nullptr, "seed", "1", 1, err); }},
        {"key", [=](auto err) { return befriend_round_set_text(round, nullptr, "1", 1, err); }},
        {"text", [=](auto err) { return befriend_round_set_text(round, "seed", nullptr, 1, err); }},
        {"round", [=](auto err) { return befriend_round_set_int(nullptr, "seed", 1, err); }},
        {"key", [=](auto err) { return befriend_round_set_int(round, nullptr, 1, err); }},
        {"round",
         [=](auto err) { return befriend_round_set_progress(nullptr, nullptr, nullptr, nullptr, err); }},
        {"round",
         [=](auto err) { return befriend_round_check(nullptr, nullptr, nullptr, nullptr, nullptr, err); }},
        {"out", [=](auto err) { return befriend_cancel_new(nullptr, err); }},
        {"round",
         [=](auto err) {
             befriend_proposal* out = nullptr;
             return befriend_propose(nullptr, nullptr, nullptr, nullptr, &out, err);
         }},
        {"out", [=](auto err) { return befriend_propose(round, nullptr, nullptr, nullptr, nullptr, err); }},
        {"proposal",
         [=](auto err) { return befriend_proposal_get_json(nullptr, 1, buffer, cap, needed, err); }},
        {"buffer",
         [=](auto err) { return befriend_proposal_get_json(proposal, 1, nullptr, cap, needed, err); }},
        {"needed",
         [=](auto err) { return befriend_proposal_get_json(proposal, 1, buffer, cap, nullptr, err); }},
        {"proposal",
         [=](auto err) {
             return befriend_proposal_explain_child(nullptr, "C-0001", 6, buffer, cap, needed, err);
         }},
        {"child_id",
         [=](auto err) {
             return befriend_proposal_explain_child(proposal, nullptr, 6, buffer, cap, needed, err);
         }},
        {"buffer",
         [=](auto err) {
             return befriend_proposal_explain_child(proposal, "C-0001", 6, nullptr, cap, needed, err);
         }},
        {"needed",
         [=](auto err) {
             return befriend_proposal_explain_child(proposal, "C-0001", 6, buffer, cap, nullptr, err);
         }},
        {"proposal",
         [=](auto err) {
             return befriend_proposal_explain_pair(nullptr, "C-0001", 6, "V-0001", 6, buffer, cap, needed,
                                                   err);
         }},
        {"child_id",
         [=](auto err) {
             return befriend_proposal_explain_pair(proposal, nullptr, 6, "V-0001", 6, buffer, cap, needed,
                                                   err);
         }},
        {"volunteer_id",
         [=](auto err) {
             return befriend_proposal_explain_pair(proposal, "C-0001", 6, nullptr, 6, buffer, cap, needed,
                                                   err);
         }},
        {"buffer",
         [=](auto err) {
             return befriend_proposal_explain_pair(proposal, "C-0001", 6, "V-0001", 6, nullptr, cap, needed,
                                                   err);
         }},
        {"needed",
         [=](auto err) {
             return befriend_proposal_explain_pair(proposal, "C-0001", 6, "V-0001", 6, buffer, cap, nullptr,
                                                   err);
         }},
    };
}

// The same for the functions of the engine alone.
std::vector<Call> engine_calls_with_null(Arguments& good)
{
    befriend_problem* const problem = good.problem.get();
    befriend_solution* const solution = good.solution.get();
    static const std::int64_t numbers[] = {0, 1, 2};
    static std::int64_t number_out;
    static std::size_t needed;
    static befriend_solution* solution_out;
    return {
        {"out", [=](auto err) { return befriend_problem_new(1, 1, nullptr, err); }},
        {"problem",
         [=](auto err) { return befriend_problem_add_pairs(nullptr, numbers, numbers, numbers, 1, err); }},
        {"row",
         [=](auto err) { return befriend_problem_add_pairs(problem, nullptr, numbers, numbers, 1, err); }},
        {"column",
         [=](auto err) { return befriend_problem_add_pairs(problem, numbers, nullptr, numbers, 1, err); }},
        {"weight",
         [=](auto err) { return befriend_problem_add_pairs(problem, numbers, numbers, nullptr, 1, err); }},
        {"problem",
         [=](auto err) { return befriend_problem_add_rows(nullptr, numbers, numbers, numbers, 1, err); }},
        {"row_begin",
         [=](auto err) { return befriend_problem_add_rows(problem, nullptr, numbers, numbers, 1, err); }},
        {"column",
         [=](auto err) { return befriend_problem_add_rows(problem, numbers, nullptr, numbers, 1, err); }},
        {"weight",
         [=](auto err) { return befriend_problem_add_rows(problem, numbers, numbers, nullptr, 1, err); }},
        {"problem",
         [=](auto err) { return befriend_problem_add_matrix(nullptr, numbers, 1, 1, nullptr, err); }},
        {"weight",
         [=](auto err) { return befriend_problem_add_matrix(problem, nullptr, 1, 1, nullptr, err); }},
        {"problem",
         [=](auto err) { return befriend_problem_set_array(nullptr, "capacity", numbers, 2, err); }},
        {"key", [=](auto err) { return befriend_problem_set_array(problem, nullptr, numbers, 2, err); }},
        {"values",
         [=](auto err) { return befriend_problem_set_array(problem, "capacity", nullptr, 2, err); }},
        {"problem",
         [=](auto err) { return befriend_problem_set_text(nullptr, "objective", "best_total", 10, err); }},
        {"key", [=](auto err) { return befriend_problem_set_text(problem, nullptr, "best_total", 10, err); }},
        {"text", [=](auto err) { return befriend_problem_set_text(problem, "objective", nullptr, 10, err); }},
        {"problem", [=](auto err) { return befriend_problem_set_int(nullptr, "maximize", 1, err); }},
        {"key", [=](auto err) { return befriend_problem_set_int(problem, nullptr, 1, err); }},
        {"problem",
         [=](auto err) {
             return befriend_problem_solve(nullptr, nullptr, nullptr, nullptr, &solution_out, err);
         }},
        {"out",
         [=](auto err) { return befriend_problem_solve(problem, nullptr, nullptr, nullptr, nullptr, err); }},
        {"solution", [=](auto err) { return befriend_solution_get_int(nullptr, "total", &number_out, err); }},
        {"key", [=](auto err) { return befriend_solution_get_int(solution, nullptr, &number_out, err); }},
        {"out", [=](auto err) { return befriend_solution_get_int(solution, "total", nullptr, err); }},
        {"solution",
         [=](auto err) {
             return befriend_solution_get_array(nullptr, "row_duals", nullptr, 0, &needed, err);
         }},
        {"key",
         [=](auto err) { return befriend_solution_get_array(solution, nullptr, nullptr, 0, &needed, err); }},
        {"buffer",
         [=](auto err) {
             return befriend_solution_get_array(solution, "row_duals", nullptr, 2, &needed, err);
         }},
        {"needed",
         [=](auto err) {
             return befriend_solution_get_array(solution, "row_duals", &number_out, 1, nullptr, err);
         }},
        {"faults", [=](auto err) { return befriend_error_get_json(nullptr, nullptr, 0, &needed, err); }},
    };
}

// And for those that give and take texts of a round.
std::vector<Call> text_calls_with_null(Arguments& good)
{
    befriend_policy* const policy = good.policy.get();
    befriend_round* const round = good.round.get();
    befriend_proposal* const proposal = good.proposal.get();
    static befriend_policy* policy_out;
    static befriend_round* round_out;
    static std::size_t needed;
    return {
        {"policy", [=](auto err) { return befriend_policy_get_text(nullptr, 1, nullptr, 0, &needed, err); }},
        {"buffer", [=](auto err) { return befriend_policy_get_text(policy, 1, nullptr, 1, &needed, err); }},
        {"needed", [=](auto err) { return befriend_policy_get_text(policy, 1, nullptr, 0, nullptr, err); }},
        {"buffer", [=](auto err) { return befriend_schema_get_json(1, nullptr, 1, &needed, err); }},
        {"needed", [=](auto err) { return befriend_schema_get_json(1, nullptr, 0, nullptr, err); }},
        {"preset", [=](auto err) { return befriend_round_invent(nullptr, 6, 1, 1, 1, &round_out, err); }},
        {"out", [=](auto err) { return befriend_round_invent("county", 6, 1, 1, 1, nullptr, err); }},
        {"round", [=](auto err) { return befriend_round_get_json(nullptr, 1, nullptr, 0, &needed, err); }},
        {"buffer", [=](auto err) { return befriend_round_get_json(round, 1, nullptr, 1, &needed, err); }},
        {"needed", [=](auto err) { return befriend_round_get_json(round, 1, nullptr, 0, nullptr, err); }},
        {"round", [=](auto err) { return befriend_round_get_policy(nullptr, &policy_out, err); }},
        {"out", [=](auto err) { return befriend_round_get_policy(round, nullptr, err); }},
        {"proposal",
         [=](auto err) { return befriend_proposal_get_report(nullptr, 1, nullptr, 0, &needed, err); }},
        {"buffer",
         [=](auto err) { return befriend_proposal_get_report(proposal, 1, nullptr, 1, &needed, err); }},
        {"needed",
         [=](auto err) { return befriend_proposal_get_report(proposal, 1, nullptr, 0, nullptr, err); }},
    };
}

}  // namespace

TEST_CASE("c misuse: NULL for each pointer, one at a time", "[c]")
{
    Arguments good;
    for (const auto& calls :
         {calls_with_null(good), engine_calls_with_null(good), text_calls_with_null(good)}) {  // J01
        for (const Call& spoilt : calls) {
            const Outcome outcome = outcome_of(spoilt.call);
            CHECK(outcome.status == BEFRIEND_E_ARG);
            CHECK(outcome.text == std::string("E_ARG ") + spoilt.argument + ": may not be NULL\n");
            CHECK(spoilt.call(nullptr) == BEFRIEND_E_ARG);
        }
    }
}

TEST_CASE("c misuse: what may be NULL may be", "[c]")
{
    befriend_policy_free(nullptr);  // J02
    befriend_round_free(nullptr);
    befriend_proposal_free(nullptr);
    befriend_error_free(nullptr);
    befriend_cancel_free(nullptr);
    befriend_cancel_request(nullptr);
    befriend_problem_free(nullptr);
    befriend_solution_free(nullptr);

    const auto round = empty_round("");
    CHECK(befriend_round_add_json(round.get(), BEFRIEND_CHILDREN, nullptr, 0, nullptr) ==
          BEFRIEND_OK);  // J07
    CHECK(befriend_round_set_text(round.get(), "seed", nullptr, 0, nullptr) == BEFRIEND_E_NUMBER);
}
