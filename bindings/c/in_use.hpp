#pragma once

// The busy mark of a round: a second call that meets one under way, from a callback or another thread, is
// refused.

#include "arguments.hpp"

namespace befriend::c {

class InUse {
public:
    explicit InUse(const befriend_round& round) : round_(round)
    {
        if (round_.in_use.exchange(true)) {
            throw Misuse{FaultCode::e_state, "round",
                         "in use by a call that has not returned, on another thread or below this one"};
        }
    }
    InUse(const InUse&) = delete;
    InUse& operator=(const InUse&) = delete;
    ~InUse() { round_.in_use.store(false); }

private:
    const befriend_round& round_;
};

// The round, checked: every fault of every table is thrown at once. Kept until something changes.
[[nodiscard]] std::shared_ptr<const Round> checked(const befriend_round& round);

}  // namespace befriend::c
