#pragma once

// What is behind the handles of befriend.h.

#include <befriend/assignment/assign.hpp>
#include <befriend/befriend.h>
#include <befriend/io/area_table.hpp>
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/write_faults.hpp>
#include <befriend/model/policy.hpp>
#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>
#include <befriend/proposal/run_record.hpp>

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace befriend::c {

// The first bytes of every handle, in every version: what it is, and which ABI made it.
struct Handle {
    std::uint32_t kind;
    std::int32_t abi = BEFRIEND_ABI_VERSION;
};

// Numbers that memory seldom holds by chance, so that a handle of another kind is found out.
inline constexpr std::uint32_t policy_kind = 0xbef1'0001;
inline constexpr std::uint32_t round_kind = 0xbef1'0002;
inline constexpr std::uint32_t proposal_kind = 0xbef1'0003;
inline constexpr std::uint32_t error_kind = 0xbef1'0004;
inline constexpr std::uint32_t cancel_kind = 0xbef1'0005;
inline constexpr std::uint32_t problem_kind = 0xbef1'0006;
inline constexpr std::uint32_t solution_kind = 0xbef1'0007;

template <class T>
[[nodiscard]] bool is_ours(const T* handle) noexcept
{
    return handle != nullptr && handle->kind == T::own_kind && handle->abi == BEFRIEND_ABI_VERSION;
}

}  // namespace befriend::c

struct befriend_error : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::error_kind;

    explicit constexpr befriend_error(std::vector<befriend::Fault> all, befriend::FaultsOf of_what)
        : Handle{own_kind}, faults(std::move(all)), of(of_what)
    {
    }

    std::vector<befriend::Fault> faults;
    befriend::FaultsOf of;
    std::vector<std::string> texts;  // of the faults, one line each
};

struct befriend_policy : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::policy_kind;

    befriend_policy() : Handle{own_kind} {}

    befriend::Policy policy;
    std::vector<befriend::Fault> warnings;  // of its text
};

struct befriend_round : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::round_kind;

    befriend_round() : Handle{own_kind} {}

    befriend::Policy policy;
    // By befriend::Table, each with the records of its own table alone; NULL until it was added, then
    // constant, so that streams can share it.
    std::array<std::shared_ptr<const befriend::Tables>, 7> tables;
    std::vector<befriend::Fault> found;  // in the texts, for the check to tell with its own
    befriend::Vocabulary vocabulary = befriend::built_in_vocabulary();
    befriend::AreaTable areas;
    std::int64_t time_limit_ms = 0;           // 0: none
    std::int64_t max_bytes = 0;               // 0: none
    const befriend_cancel* cancel = nullptr;  // of the calls that take in tables, as are the next two
    befriend_progress_fn progress = nullptr;
    void* progress_user = nullptr;
    std::string interface = "C";  // for the run record, as are the next three
    std::string as_of_source = "policy";
    std::map<std::string, std::string> sha256;  // by the role of an input
    std::array<std::uint64_t, 7> bytes{};       // of the texts, by befriend::Table

    mutable std::shared_ptr<const befriend::Round> checked;  // until something changes
    mutable std::atomic<bool> in_use = false;
};

struct befriend_proposal : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::proposal_kind;

    befriend_proposal(std::shared_ptr<const befriend::Round> of, befriend::Proposal found)
        : Handle{own_kind},
          round(std::move(of)),
          kept(std::make_shared<const befriend::Proposal>(std::move(found)))
    {
    }

    std::shared_ptr<const befriend::Round> round;
    std::shared_ptr<const befriend::Proposal> kept;  // also by the streams that it has handed out
    const befriend::Proposal& proposal = *kept;
    befriend::RunRecord record;  // as far as the caller knows it
};

struct befriend_cancel : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::cancel_kind;

    befriend_cancel() : Handle{own_kind} {}

    std::atomic<bool> requested = false;
    static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler stores it");
};

struct befriend_problem : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::problem_kind;

    befriend_problem() : Handle{own_kind} {}

    std::size_t rows = 0;
    std::size_t columns = 0;
    std::optional<befriend::WeightedPairs> pairs;  // once they were added
    std::vector<std::int64_t> capacity;
    std::vector<std::int64_t> pin;
    std::vector<std::uint64_t> row_key;
    std::vector<std::uint64_t> column_key;
    befriend::AssignOptions options;
    std::int64_t time_limit_ms = 0;

    mutable std::atomic<bool> in_use = false;
};

struct befriend_solution : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::solution_kind;

    befriend_solution(befriend::Assignment found, std::size_t of_rows, std::size_t of_columns)
        : Handle{own_kind}, answer(std::move(found)), rows(of_rows), columns(of_columns)
    {
    }

    befriend::Assignment answer;
    std::size_t rows;
    std::size_t columns;
};
