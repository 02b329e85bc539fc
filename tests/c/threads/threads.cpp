// befriend.h from several threads at once, for the thread sanitizer: what it says may be shared, is shared.
//
//     threads FOLDER    with policy.toml, children.json and volunteers.json

#include "stored.hpp"
#include "streamed.hpp"
#include <befriend/befriend.h>

#include <nanoarrow/nanoarrow.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

struct Free {
    void operator()(befriend_policy* handle) const { befriend_policy_free(handle); }
    void operator()(befriend_round* handle) const { befriend_round_free(handle); }
    void operator()(befriend_proposal* handle) const { befriend_proposal_free(handle); }
    void operator()(befriend_cancel* handle) const { befriend_cancel_free(handle); }
    void operator()(befriend_problem* handle) const { befriend_problem_free(handle); }
    void operator()(befriend_solution* handle) const { befriend_solution_free(handle); }
};

template <class Handle>
using Owned = std::unique_ptr<Handle, Free>;

void need(bool holds, const char* what)
{
    if (holds) return;
    std::printf("not so: %s\n", what);
    std::exit(1);
}

struct Texts {
    std::string policy;
    std::string children;
    std::string volunteers;
};

std::string text_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    need(file.is_open(), "the file can be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

Owned<befriend_policy> policy_of(const Texts& texts)
{
    befriend_policy* out = nullptr;
    need(befriend_policy_parse(texts.policy.data(), texts.policy.size(), &out, nullptr) == BEFRIEND_OK,
         "the policy is parsed");
    return Owned<befriend_policy>(out);
}

Owned<befriend_round> round_of(const befriend_policy& policy, const Texts& texts, std::int64_t seed)
{
    befriend_round* out = nullptr;
    const auto add = [&](befriend_table table, const std::string& json) {
        return befriend_round_add_json(out, table, json.data(), json.size(), nullptr) == BEFRIEND_OK;
    };
    need(befriend_round_new(&policy, &out, nullptr) == BEFRIEND_OK, "a round is made");
    need(add(BEFRIEND_CHILDREN, texts.children), "children are added");
    need(add(BEFRIEND_VOLUNTEERS, texts.volunteers), "volunteers are added");
    need(befriend_round_set_int(out, "seed", seed, nullptr) == BEFRIEND_OK, "the seed is set");
    return Owned<befriend_round>(out);
}

Owned<befriend_proposal> proposal_of(const befriend_round& round)
{
    befriend_proposal* out = nullptr;
    need(befriend_propose(&round, nullptr, nullptr, nullptr, &out, nullptr) == BEFRIEND_OK,
         "the round is matched");
    return Owned<befriend_proposal>(out);
}

std::string json_of(const befriend_proposal& proposal)
{
    std::string text(8'000'000, '\0');
    std::size_t needed = 0;
    need(befriend_proposal_get_json(&proposal, BEFRIEND_PART_PROPOSAL, text.data(), text.size(), &needed,
                                    nullptr) == BEFRIEND_OK,
         "the proposal is written");
    return text.substr(0, needed);
}

template <class First, class Second>
void at_once(First first, Second second)
{
    std::thread one(first);
    std::thread two(second);
    one.join();
    two.join();
}

// One policy, two rounds. They come first, so that whatever the library makes only once is made by both.
void share_a_policy(const befriend_policy& policy, const Texts& texts)
{
    std::array<std::string, 2> found;
    const auto work = [&](std::size_t at) {
        found[at] = json_of(*proposal_of(*round_of(policy, texts, static_cast<std::int64_t>(at))));
    };
    at_once([&] { work(0); }, [&] { work(1); });
    const std::array<std::string, 2> together = found;
    work(0);
    work(1);
    need(found == together, "two rounds in two threads are what they are one after the other");
}

void share_a_proposal(const befriend_round& round)
{
    const Owned<befriend_proposal> proposal = proposal_of(round);
    std::array<std::string, 2> found;
    at_once([&] { found[0] = json_of(*proposal); }, [&] { found[1] = json_of(*proposal); });
    need(found[0] == found[1], "two threads read the same proposal");
}

Owned<befriend_problem> problem_of(std::int64_t size, std::int64_t step)
{
    std::vector<std::int64_t> weight;
    for (std::int64_t pair = 0; pair < size * size; ++pair)
        weight.push_back(pair * step % 1009);
    befriend_problem* out = nullptr;
    need(befriend_problem_new(size, size, &out, nullptr) == BEFRIEND_OK, "a problem is made");
    need(befriend_problem_add_matrix(out, weight.data(), size, 1, nullptr, nullptr) == BEFRIEND_OK,
         "pairs are added");
    return Owned<befriend_problem>(out);
}

std::int64_t total_of(const befriend_problem& problem)
{
    befriend_solution* out = nullptr;
    std::int64_t total = 0;
    need(befriend_problem_solve(&problem, nullptr, nullptr, nullptr, &out, nullptr) == BEFRIEND_OK,
         "a problem is solved");
    const Owned<befriend_solution> solution(out);
    need(befriend_solution_get_int(out, "total", &total, nullptr) == BEFRIEND_OK, "it has a total");
    return total;
}

// The engine alone: two problems in two threads.
void assign_at_once()
{
    const Owned<befriend_problem> first = problem_of(40, 617);
    const Owned<befriend_problem> second = problem_of(30, 211);
    std::array<std::int64_t, 2> together{};
    at_once([&] { together[0] = total_of(*first); }, [&] { together[1] = total_of(*second); });
    need(together == std::array{total_of(*first), total_of(*second)},
         "two problems in two threads are solved as one after the other");
}

// A table that is long enough for threads of the library's own, out as an Arrow stream and in again.
void read_and_write_in_parallel(const befriend_policy& policy)
{
    std::string pins = "[";
    for (int pin = 0; pin < 33'000; ++pin)
        pins += (pin == 0 ? "" : ",") + std::string(R"({"child_id": "C-)") + std::to_string(pin) +
                R"(", "volunteer_id": "V-1", "reason": "wish"})";
    pins += "]";
    std::array<Owned<befriend_round>, 2> rounds;
    for (Owned<befriend_round>& round : rounds) {
        befriend_round* out = nullptr;
        need(befriend_round_new(&policy, &out, nullptr) == BEFRIEND_OK, "a round is made");
        round.reset(out);
    }
    need(befriend_round_add_json(rounds[0].get(), BEFRIEND_PINS, pins.data(), pins.size(), nullptr) ==
             BEFRIEND_OK,
         "pins are added");
    ArrowArrayStream stream{};
    need(befriend_round_get_arrow(rounds[0].get(), BEFRIEND_PINS, &stream, nullptr) == BEFRIEND_OK,
         "a stream goes out");
    need(befriend_round_add_arrow(rounds[1].get(), BEFRIEND_PINS, &stream, nullptr) == BEFRIEND_OK,
         "a stream comes in");
    std::array<std::string, 2> found;
    for (std::size_t at = 0; at < 2; ++at) {
        std::size_t needed = 0;
        found[at].resize(8'000'000);
        need(befriend_round_get_json(rounds[at].get(), BEFRIEND_PINS, found[at].data(), found[at].size(),
                                     &needed, nullptr) == BEFRIEND_OK,
             "pins are written");
        found[at].resize(needed);
    }
    need(found[0] == found[1], "what came in by Arrow is what went out");
}

// A round belongs to one thread at a time; another that comes is told so.
void meet_in_a_round(const befriend_round& round)
{
    std::atomic<int> checked = 0;
    const auto check = [&] {
        for (int time = 0; time < 50; ++time) {
            const befriend_status status =
                befriend_round_check(&round, nullptr, nullptr, nullptr, nullptr, nullptr);
            need(status == BEFRIEND_OK || status == BEFRIEND_E_STATE, "a round in use is E_STATE");
            checked += status == BEFRIEND_OK ? 1 : 0;
        }
    };
    at_once(check, check);
    need(checked > 0, "the round was checked");
}

std::int32_t note_start(const befriend_progress*, void* user)
{
    static_cast<std::atomic<bool>*>(user)->store(true);
    return 0;
}

// A cancel is asked for by another thread, while the work is under way.
void cancel(const befriend_round& round)
{
    befriend_cancel* made = nullptr;
    need(befriend_cancel_new(&made, nullptr) == BEFRIEND_OK, "a cancel is made");
    const Owned<befriend_cancel> cancel(made);
    std::atomic<bool> has_started = false;
    befriend_status status = BEFRIEND_OK;
    const auto propose = [&] {
        while (status == BEFRIEND_OK) {
            befriend_proposal* out = nullptr;
            status = befriend_propose(&round, cancel.get(), note_start, &has_started, &out, nullptr);
            befriend_proposal_free(out);
        }
    };
    const auto stop = [&] {
        while (!has_started)
            std::this_thread::yield();
        befriend_cancel_request(cancel.get());
    };
    at_once(propose, stop);
    need(status == BEFRIEND_E_CANCELLED, "a cancel stops the work");
}

// A round so large that the library takes a second thread for candidates and reasons.
void propose_in_parallel()
{
    const std::string preset = "county";
    befriend_round* out = nullptr;
    need(befriend_round_invent(preset.data(), preset.size(), 1, 1'400, 300, &out, nullptr) == BEFRIEND_OK,
         "a round is invented");
    const Owned<befriend_round> round(out);
    need(json_of(*proposal_of(*round)) == json_of(*proposal_of(*round)), "a large round has one proposal");
}

}  // namespace

int main(int argc, char** argv)
{
    need(argc == 2, "usage: threads FOLDER");
    const std::string folder = argv[1];
    const Texts texts{text_of(folder + "/policy.toml"), text_of(folder + "/children.json"),
                      text_of(folder + "/volunteers.json")};
    const Owned<befriend_policy> policy = policy_of(texts);
    share_a_policy(*policy, texts);
    read_and_write_in_parallel(*policy);
    propose_in_parallel();

    const Owned<befriend_round> round = round_of(*policy, texts, 7);
    share_a_proposal(*round);
    meet_in_a_round(*round);
    cancel(*round);
    assign_at_once();
    need(stored_is_the_same_on_threads(), "a stored problem is the same on several threads");
    need(streamed_is_the_same_on_threads(), "a streamed problem is the same on several threads");
    return 0;
}
