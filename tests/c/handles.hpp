#pragma once

// What the tests of befriend.h share: handles that free themselves, faults as text, and the texts of small
// rounds.

#include <befriend/befriend.h>
#include <befriend/io/read_round.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::test {

struct Free {
    void operator()(befriend_policy* handle) const { befriend_policy_free(handle); }
    void operator()(befriend_round* handle) const { befriend_round_free(handle); }
    void operator()(befriend_proposal* handle) const { befriend_proposal_free(handle); }
    void operator()(befriend_cancel* handle) const { befriend_cancel_free(handle); }
    void operator()(befriend_problem* handle) const { befriend_problem_free(handle); }
    void operator()(befriend_solution* handle) const { befriend_solution_free(handle); }
    void operator()(befriend_error* handle) const { befriend_error_free(handle); }
};

template <class Handle>
using Owned = std::unique_ptr<Handle, Free>;

// A pointer that is not NULL and may not be followed: what an output holds before the call.
template <class Handle>
Handle* untouched()
{
    return reinterpret_cast<Handle*>(std::uintptr_t{16});
}

// How a call ended, with its error object taken apart.
struct Outcome {
    befriend_status status = BEFRIEND_E_INTERNAL;
    bool has_error = false;
    std::vector<befriend_status> codes;
    std::string text;  // every fault on a line of its own
};

Outcome outcome_of(befriend_status status, befriend_error* err);

// Calls `call` with an `err` that is not NULL, as callers often leave it.
template <class Call>
Outcome outcome_of(Call&& call)
{
    befriend_error* err = untouched<befriend_error>();
    const befriend_status status = std::forward<Call>(call)(&err);
    return outcome_of(status, err);
}

// The texts of a round.
struct Texts {
    std::string policy;
    std::string children;
    std::string volunteers;
};

// An invented waiting list of this size, with `as_of` in the policy.
Texts invented(std::size_t children, std::size_t volunteers, std::uint64_t seed = 1);

// The same through the C++ library.
Round round_of(const Texts& texts);

// Each fails the test unless the call succeeds.
Owned<befriend_policy> parsed(std::string_view policy);
Owned<befriend_round> empty_round(std::string_view policy);
Owned<befriend_round> filled_round(const Texts& texts);
Owned<befriend_proposal> proposed(const befriend_round& round);
Owned<befriend_cancel> new_cancel();
Owned<befriend_problem> new_problem(std::int64_t rows, std::int64_t columns);
Owned<befriend_problem> problem_of(std::int64_t rows, std::int64_t columns,
                                   const std::vector<std::int64_t>& matrix);
Owned<befriend_solution> solved(const befriend_problem& problem);
std::int64_t number(const befriend_solution& solution, const char* key);
std::vector<std::int64_t> array(const befriend_solution& solution, const char* key);
std::string json(const befriend_proposal& proposal, befriend_part part = BEFRIEND_PART_PROPOSAL);

befriend_status add(befriend_round& round, befriend_table table, std::string_view json, befriend_error** err);
befriend_status set(befriend_round& round, const char* key, std::string_view text, befriend_error** err);

}  // namespace befriend::test
