// Calls that no input can make right: section 4.J of the catalogue of bad inputs.

#include "../catch2.hpp"
#include "handles.hpp"

#include <cstring>
#include <functional>
#include <string>

using namespace befriend::test;

namespace {

// Good arguments for every function, so that a test can spoil one of them.
struct Arguments {
    Owned<befriend_policy> policy = parsed("as_of = 2025-06-01\n");
    Owned<befriend_round> round = filled_round(invented(3, 3));
    Owned<befriend_proposal> proposal = proposed(*round);
    Owned<befriend_cancel> cancel = new_cancel();
    std::size_t needed = 0;
    char buffer[100'000];
};

struct Call {
    const char* argument;  // the one that is spoilt
    std::function<befriend_status(befriend_error**)> call;
};

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
        {"round", [=](auto err) { return befriend_round_set_text(nullptr, "seed", "1", 1, err); }},
        {"key", [=](auto err) { return befriend_round_set_text(round, nullptr, "1", 1, err); }},
        {"text", [=](auto err) { return befriend_round_set_text(round, "seed", nullptr, 1, err); }},
        {"round", [=](auto err) { return befriend_round_set_int(nullptr, "seed", 1, err); }},
        {"key", [=](auto err) { return befriend_round_set_int(round, nullptr, 1, err); }},
        {"round", [=](auto err) { return befriend_round_check(nullptr, nullptr, err); }},
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
    befriend_round* const good_round = good.round.get();
    std::size_t* const needed = &good.needed;
    static befriend_round* round_out;
    static befriend_proposal* out;
    return {
        {"policy", [=](auto err) { return befriend_round_new(policy, &round_out, err); }},
        {"round", [=](auto err) { return befriend_round_add_json(round, BEFRIEND_PINS, "[]", 2, err); }},
        {"round", [=](auto err) { return befriend_round_set_text(round, "seed", "1", 1, err); }},
        {"round", [=](auto err) { return befriend_round_set_int(round, "seed", 1, err); }},
        {"round", [=](auto err) { return befriend_round_check(round, nullptr, err); }},
        {"round", [=](auto err) { return befriend_propose(round, nullptr, nullptr, nullptr, &out, err); }},
        {"cancel",
         [=](auto err) { return befriend_propose(good_round, cancel, nullptr, nullptr, &out, err); }},
        {"proposal",
         [=](auto err) { return befriend_proposal_get_json(proposal, 1, nullptr, 0, needed, err); }},
        {"proposal",
         [=](auto err) {
             return befriend_proposal_explain_child(proposal, "C-0001", 6, nullptr, 0, needed, err);
         }},
        {"proposal",
         [=](auto err) {
             return befriend_proposal_explain_pair(proposal, "C-0001", 6, "V-0001", 6, nullptr, 0, needed,
                                                   err);
         }},
    };
}

}  // namespace

TEST_CASE("c misuse: NULL for each pointer, one at a time", "[c]")
{
    Arguments good;
    for (const Call& spoilt : calls_with_null(good)) {  // J01
        const Outcome outcome = outcome_of(spoilt.call);
        CHECK(outcome.status == BEFRIEND_E_ARG);
        CHECK(outcome.text == std::string("E_ARG ") + spoilt.argument + ": may not be NULL\n");
        CHECK(spoilt.call(nullptr) == BEFRIEND_E_ARG);
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

    const auto round = empty_round("");
    CHECK(befriend_round_add_json(round.get(), BEFRIEND_CHILDREN, nullptr, 0, nullptr) ==
          BEFRIEND_OK);  // J07
    CHECK(befriend_round_set_text(round.get(), "seed", nullptr, 0, nullptr) == BEFRIEND_E_NUMBER);
}

TEST_CASE("c misuse: a handle of another version is refused, and left alone", "[c]")
{
    Arguments good;
    void* const handles[] = {good.policy.get(), good.round.get(), good.proposal.get(), good.cancel.get()};
    const char* const names[] = {"policy", "round", "proposal", "cancel"};
    for (std::size_t at = 0; at < 4; ++at) {  // J13
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
    befriend_error_free(static_cast<befriend_error*>(handle));
    befriend_cancel_free(static_cast<befriend_cancel*>(handle));
    befriend_cancel_request(static_cast<befriend_cancel*>(handle));
    CHECK(befriend_error_count(static_cast<befriend_error*>(handle)) == 0);
    befriend_round* out = nullptr;
    REQUIRE(befriend_round_new(good.policy.get(), &out, nullptr) ==
            BEFRIEND_OK);  // the policy was left alone
    befriend_round_free(out);
}
