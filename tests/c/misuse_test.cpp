// Calls that no input can make right: section 4.J of the catalogue of bad inputs.

#include "../catch2.hpp"
#include "spoilt_call.hpp"

#include <cstring>
#include <string>

using namespace befriend::test;

namespace {

// The handle with another ABI version in its first bytes, put back at the end.
class Foreign {
public:
    explicit Foreign(void* handle) : abi_(static_cast<char*>(handle) + sizeof(std::uint32_t))
    {
        write(BEFRIEND_ABI_VERSION + 1);
    }
    Foreign(const Foreign&) = delete;
    Foreign& operator=(const Foreign&) = delete;
    ~Foreign() { write(BEFRIEND_ABI_VERSION); }

private:
    void write(std::int32_t abi) const { std::memcpy(abi_, &abi, sizeof abi); }

    char* abi_;
};

// Every function that takes a handle, with each of its handles.
std::vector<Call> calls_with(void* handle, Arguments& good)
{
    auto* const policy = static_cast<befriend_policy*>(handle);
    auto* const round = static_cast<befriend_round*>(handle);
    auto* const proposal = static_cast<befriend_proposal*>(handle);
    auto* const cancel = static_cast<befriend_cancel*>(handle);
    auto* const problem = static_cast<befriend_problem*>(handle);
    auto* const solution = static_cast<befriend_solution*>(handle);
    static const std::int64_t numbers[] = {0, 1, 2};
    static std::int64_t number_out;
    static befriend_solution* solution_out;
    befriend_round* const good_round = good.round.get();
    std::size_t* const needed = &good.needed;
    static befriend_round* round_out;
    static befriend_proposal* out;
    return {
        {"policy", [=](auto err) { return befriend_round_new(policy, &round_out, err); }},
        {"round", [=](auto err) { return befriend_round_add_json(round, BEFRIEND_PINS, "[]", 2, err); }},
        {"round", [=](auto err) { return befriend_round_add_arrow(round, BEFRIEND_PINS, nullptr, err); }},
        {"round",
         [&good, round](auto err) {
             return befriend_round_get_arrow(round, BEFRIEND_CHILDREN, &good.stream, err);
         }},
        {"round", [=](auto err) { return befriend_round_set_text(round, "seed", "1", 1, err); }},
        {"round", [=](auto err) { return befriend_round_set_int(round, "seed", 1, err); }},
        {"round",
         [=](auto err) { return befriend_round_set_progress(round, nullptr, nullptr, nullptr, err); }},
        {"cancel",
         [=](auto err) { return befriend_round_set_progress(good_round, cancel, nullptr, nullptr, err); }},
        {"round",
         [=](auto err) { return befriend_round_check(round, nullptr, nullptr, nullptr, nullptr, err); }},
        {"round", [=](auto err) { return befriend_propose(round, nullptr, nullptr, nullptr, &out, err); }},
        {"cancel",
         [=](auto err) { return befriend_round_check(good_round, cancel, nullptr, nullptr, nullptr, err); }},
        {"cancel",
         [=](auto err) { return befriend_propose(good_round, cancel, nullptr, nullptr, &out, err); }},
        {"proposal",
         [=](auto err) { return befriend_proposal_get_json(proposal, 1, nullptr, 0, needed, err); }},
        {"proposal",
         [&good, proposal](auto err) {
             return befriend_proposal_get_arrow(proposal, BEFRIEND_WAITING, &good.stream, err);
         }},
        {"proposal",
         [=](auto err) {
             return befriend_proposal_explain_child(proposal, "C-0001", 6, nullptr, 0, needed, err);
         }},
        {"proposal",
         [=](auto err) {
             return befriend_proposal_explain_pair(proposal, "C-0001", 6, "V-0001", 6, nullptr, 0, needed,
                                                   err);
         }},
        {"problem",
         [=](auto err) { return befriend_problem_add_pairs(problem, numbers, numbers, numbers, 1, err); }},
        {"problem",
         [=](auto err) { return befriend_problem_add_rows(problem, numbers, numbers, numbers, 1, err); }},
        {"problem",
         [=](auto err) { return befriend_problem_add_matrix(problem, numbers, 1, 1, nullptr, err); }},
        {"problem",
         [=](auto err) { return befriend_problem_set_array(problem, "capacity", numbers, 2, err); }},
        {"problem",
         [=](auto err) { return befriend_problem_set_text(problem, "objective", "best_total", 10, err); }},
        {"problem", [=](auto err) { return befriend_problem_set_int(problem, "maximize", 1, err); }},
        {"problem",
         [=](auto err) {
             return befriend_problem_solve(problem, nullptr, nullptr, nullptr, &solution_out, err);
         }},
        {"solution",
         [=](auto err) { return befriend_solution_get_int(solution, "total", &number_out, err); }},
        {"solution",
         [=](auto err) {
             return befriend_solution_get_array(solution, "row_duals", nullptr, 0, needed, err);
         }},
    };
}

}  // namespace

TEST_CASE("c misuse: a handle of another version is refused, and left alone", "[c]")
{
    Arguments good;
    void* const handles[] = {good.policy.get(), good.round.get(),   good.proposal.get(),
                             good.cancel.get(), good.problem.get(), good.solution.get()};
    const char* const names[] = {"policy", "round", "proposal", "cancel", "problem", "solution"};
    for (std::size_t at = 0; at < 6; ++at) {  // J13
        int refused = 0;
        for (const Call& call : calls_with(handles[at], good)) {
            if (call.argument != std::string(names[at])) continue;
            const Foreign foreign(handles[at]);
            const Outcome outcome = outcome_of(call.call);
            CHECK(outcome.status == BEFRIEND_E_VERSION);
            CHECK(outcome.text == std::string("E_VERSION ") + names[at] +
                                      ": a handle of ABI version 2; this library has 1\n");
            ++refused;
        }
        CHECK(refused >= 1);
        const Foreign foreign(handles[at]);
        befriend_policy_free(at == 0 ? good.policy.get() : nullptr);
        befriend_round_free(at == 1 ? good.round.get() : nullptr);
        befriend_proposal_free(at == 2 ? good.proposal.get() : nullptr);
        befriend_cancel_free(at == 3 ? good.cancel.get() : nullptr);
        befriend_cancel_request(at == 3 ? good.cancel.get() : nullptr);
        befriend_problem_free(at == 4 ? good.problem.get() : nullptr);
        befriend_solution_free(at == 5 ? good.solution.get() : nullptr);
    }
    befriend_proposal* out = nullptr;
    CHECK(befriend_propose(good.round.get(), good.cancel.get(), nullptr, nullptr, &out, nullptr) ==
          BEFRIEND_OK);
    befriend_proposal_free(out);
}

TEST_CASE("c misuse: a handle of another kind is refused", "[c]")
{
    Arguments good;
    befriend_error* err = nullptr;
    REQUIRE(befriend_policy_parse("seed", 4, nullptr, &err) == BEFRIEND_E_ARG);
    const Owned<befriend_error> error(err);
    for (const Call& call : calls_with(error.get(), good)) {
        const Outcome outcome = outcome_of(call.call);
        CHECK(outcome.status == BEFRIEND_E_ARG);
        CHECK(outcome.text == std::string("E_ARG ") + call.argument + ": a handle of another kind\n");
    }
    void* const handle = good.policy.get();
    befriend_round_free(static_cast<befriend_round*>(handle));
    befriend_proposal_free(static_cast<befriend_proposal*>(handle));
    befriend_problem_free(static_cast<befriend_problem*>(handle));
    befriend_solution_free(static_cast<befriend_solution*>(handle));
    befriend_error_free(static_cast<befriend_error*>(handle));
    befriend_cancel_free(static_cast<befriend_cancel*>(handle));
    befriend_cancel_request(static_cast<befriend_cancel*>(handle));
    CHECK(befriend_error_count(static_cast<befriend_error*>(handle)) == 0);
    befriend_round* out = nullptr;
    REQUIRE(befriend_round_new(good.policy.get(), &out, nullptr) ==
            BEFRIEND_OK);  // the policy was left alone
    befriend_round_free(out);
}
