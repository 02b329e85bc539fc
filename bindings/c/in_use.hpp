#pragma once

// The busy mark of a round or a problem: a second call that meets one under way, from a callback or another
// thread, is refused.

#include "arguments.hpp"
#include "watch.hpp"
#include <befriend/proposal/run_record.hpp>

namespace befriend::c {

class InUse {
public:
    template <class T>
    InUse(const T& handle, const char* name) : mark_(handle.in_use)
    {
        if (mark_.exchange(true)) {
            throw Misuse{FaultCode::e_state, name,
                         "in use by a call that has not returned, on another thread or below this one"};
        }
    }
    InUse(const InUse&) = delete;
    InUse& operator=(const InUse&) = delete;
    ~InUse() { mark_.store(false); }

private:
    std::atomic<bool>& mark_;
};

// The table of a round with this number.
[[nodiscard]] Table table_of(befriend_table table);

// The records of a table: none if it was not added.
[[nodiscard]] std::shared_ptr<const Tables> table_in(const befriend_round& round, Table table);

// What a run record says of the tables.
[[nodiscard]] std::vector<InputRecord> inputs_of(const befriend_round& round);

// The round, checked: every fault of every table is thrown at once. Kept until something changes. If `watch`
// stops it, it throws that there is no `result`.
[[nodiscard]] std::shared_ptr<const Round> checked(const befriend_round& round, Watch& watch,
                                                   std::string_view result);

}  // namespace befriend::c
