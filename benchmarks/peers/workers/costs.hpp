#pragma once

// In C++17, for LEMON's headers.

#include "serve.hpp"

namespace befriend::peers {

/// How many rows the columns have room for.
[[nodiscard]] std::int64_t total_capacity(const Instance& instance);

/// True if every assignment of all rows fills every column, and there is one.
[[nodiscard]] bool is_perfect(const Instance& instance);

/// The instance for solvers that minimise one whole number: an edge costs from 0 up, and a row that stays
/// unassigned costs more than all edges of any assignment together, so fewer of those always win.
class Costs {
public:
    /// Throws Cannot if a sum over all rows could pass 2^62.
    explicit Costs(const Instance& instance);

    /// What an edge of this weight costs.
    [[nodiscard]] std::int64_t of(std::int64_t weight) const
    {
        return maximise_ ? best_ - weight : weight - best_;
    }
    [[nodiscard]] std::int64_t dearest() const { return dearest_; }
    [[nodiscard]] std::int64_t unassigned() const { return unassigned_; }

private:
    bool maximise_;
    std::int64_t best_ = 0;  ///< the weight that costs 0
    std::int64_t dearest_ = 0;
    std::int64_t unassigned_ = 0;
};

}  // namespace befriend::peers
