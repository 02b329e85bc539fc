#pragma once

#include "assignment/streamed/core.hpp"
#include "assignment/streamed/fault.hpp"
#include "assignment/streamed/packed_duals.hpp"
#include "assignment/streamed/solve_streamed.hpp"
#include "assignment/streamed/source_reader.hpp"
#include "assignment/streamed/warm_assignment.hpp"
#include "assignment/watch.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

/// Asks the source for all pairs and brings those that violate the duals into the core. See pricing.cpp.
class Pricing {
public:
    /// Borrows all but `limits`. `ranges` has seen every pair.
    Pricing(const StreamedProblem& problem, const WeightRanges& ranges, Core& core,
            WarmAssignment& assignment, const StreamLimits& limits, Watch& watch);

    /// Lets `pass` stop repairing when a solve of the core from scratch would be quicker.
    void allow_solve() { may_collect_ = true; }

    /// Whether it did: then pairs of the core violate, and it has to be solved again.
    [[nodiscard]] bool needs_solve() const { return collects_; }

    /// A pass over all pairs, and more over rows whose dual has fallen, until there are none; or until the
    /// watch stops it, or the source breaks its word.
    void pass();

    /// Whether it is certain that no pair violates.
    [[nodiscard]] bool is_settled() const { return falls_before_ == assignment_.falls_of_columns(); }

    /// Whether the source said something else than before.
    [[nodiscard]] bool source_failed() const { return changed_ || reader_.fault().has_value(); }

private:
    // A pair that violates or is near it, with its weights from the source.
    struct Found {
        std::uint32_t column;
        VectorWeight weight;
        std::vector<std::int64_t> of_edge;
    };

    struct FoundInRow {
        std::uint32_t row;
        std::vector<Found> pairs;
    };

    void price(std::span<const std::uint32_t> rows);
    void price_block(std::span<const std::uint32_t> rows);
    void see(std::uint32_t row, const PairBatch& batch);
    void price_without_places(std::uint32_t row, const PairBatch& batch, std::size_t at);
    void look_at(std::uint32_t row, const PairBatch& batch, std::size_t at);
    void choose_margin(std::span<const std::uint32_t> rows);
    [[nodiscard]] std::span<std::int64_t> find_slacks(std::uint32_t row, const PairBatch& batch);
    void keep_worst(FoundInRow& of) const;
    void repair(const FoundInRow& of);
    [[nodiscard]] bool violates(std::uint32_t row, const Found& pair) const;
    [[nodiscard]] bool is_over() const { return watch_.stopped() || source_failed(); }

    const StreamedProblem& problem_;
    const WeightRanges& ranges_;
    Core& core_;
    WarmAssignment& assignment_;
    StreamLimits limits_;
    Watch& watch_;
    std::vector<std::size_t> edge_tiers_;
    bool without_places_;  // whether there are columns of capacity 0
    PackedDuals packed_;
    SourceReader reader_;
    std::vector<std::int64_t> slack_;
    std::vector<FoundInRow> found_;  // in the block at hand
    std::int64_t margin_ = -1;       // a packed slack of no more is near
    bool may_collect_ = false;
    bool collects_ = false;         // pairs for the next solve, without repairs
    std::size_t falls_before_ = 0;  // of columns, before the last pass
    bool has_margin_ = false;
    bool changed_ = false;
};

}  // namespace befriend
