#pragma once

// What is behind the handles of befriend.h.

#include <befriend/befriend.h>
#include <befriend/model/policy.hpp>
#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <atomic>
#include <bitset>
#include <cstdint>
#include <memory>
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

template <class T>
[[nodiscard]] bool is_ours(const T* handle) noexcept
{
    return handle != nullptr && handle->kind == T::own_kind && handle->abi == BEFRIEND_ABI_VERSION;
}

}  // namespace befriend::c

struct befriend_error : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::error_kind;

    struct Line {
        befriend_status code;
        std::string text;
    };

    explicit constexpr befriend_error(std::vector<Line> all) : Handle{own_kind}, lines(std::move(all)) {}

    std::vector<Line> lines;
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
    befriend::Tables tables;
    std::vector<befriend::Fault> found;  // in the texts, for the check to tell with its own
    std::bitset<6> added;                // by befriend::Table

    mutable std::shared_ptr<const befriend::Round> checked;  // until something changes
    mutable std::atomic<bool> in_use = false;
};

struct befriend_proposal : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::proposal_kind;

    befriend_proposal(std::shared_ptr<const befriend::Round> of, befriend::Proposal found)
        : Handle{own_kind}, round(std::move(of)), proposal(std::move(found))
    {
    }

    std::shared_ptr<const befriend::Round> round;
    befriend::Proposal proposal;
};

struct befriend_cancel : befriend::c::Handle {
    static constexpr std::uint32_t own_kind = befriend::c::cancel_kind;

    befriend_cancel() : Handle{own_kind} {}

    std::atomic<bool> requested = false;
    static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler stores it");
};
