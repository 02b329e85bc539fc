#pragma once

#include "assignment/streamed/core.hpp"
#include "assignment/streamed/fault.hpp"
#include "assignment/streamed/solve_streamed.hpp"
#include "assignment/streamed/violators.hpp"
#include "assignment/streamed/warm_assignment.hpp"
#include "assignment/watch.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace befriend {

/// Asks the source for all pairs and brings those that violate the duals into the core. See pricing.cpp.
class Pricing {
public:
    /// Borrows all but `limits`. `ranges` has seen every pair; `kept` is the problem as `core` keeps it.
    Pricing(const StreamedProblem& problem, const StreamedProblem& kept, const WeightRanges& ranges,
            Core& core, WarmAssignment& assignment, const StreamLimits& limits, Watch& watch);

    /// Lets `pass` stop repairing when a solve of the core from scratch would be quicker.
    void allow_solve() { may_collect_ = true; }

    /// Whether it did: then pairs of the core violate, and it has to be solved again.
    [[nodiscard]] bool needs_solve() const { return collects_; }

    /// A pass over all pairs, and more over rows whose dual has fallen far, until there are none; or until
    /// the watch stops it, or the source breaks its word.
    void pass();

    /// Whether it is certain that no pair violates.
    [[nodiscard]] bool is_settled() const
    {
        return !has_fallen_rows_ && falls_before_ == assignment_.falls_of_columns();
    }

    /// Whether the source said something else than before.
    [[nodiscard]] bool source_failed() const { return source_failed_; }

private:
    void price(std::span<const std::uint32_t> rows);
    void price_block(std::span<const std::uint32_t> rows);
    void read(std::span<const std::uint32_t> rows);
    [[nodiscard]] std::vector<FoundInRow> take_found();
    void choose_margin(std::span<const std::uint32_t> rows);
    void repair(const FoundInRow& of);
    [[nodiscard]] bool has_fallen_far(std::uint32_t row) const;
    [[nodiscard]] bool is_over() const { return watch_.stopped() || source_failed(); }

    const StreamedProblem& problem_;
    Core& core_;
    WarmAssignment& assignment_;
    StreamLimits limits_;
    Watch& watch_;
    CurrentPrices prices_;
    std::deque<ViolatorFinder> finders_;  // one a thread
    bool may_collect_ = false;
    bool collects_ = false;         // pairs for the next solve, without repairs
    std::size_t falls_before_ = 0;  // of columns, before the last pass
    bool has_fallen_rows_ = false;  // a little, since they were read
    bool has_margin_ = false;
    bool source_failed_ = false;
};

}  // namespace befriend
