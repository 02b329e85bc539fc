#pragma once

#include "assignment/core.hpp"
#include "assignment/packed_duals.hpp"
#include "assignment/source_reader.hpp"
#include "assignment/streamed.hpp"
#include "assignment/streamed_fault.hpp"
#include "assignment/warm_assignment.hpp"
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

    /// Goes on until no pair violates, the watch stops it, or the source breaks its word.
    void settle();

    /// Whether the source said something else than before.
    [[nodiscard]] bool source_failed() const { return changed_ || reader_.fault().has_value(); }

    /// How often the source was asked for every row.
    [[nodiscard]] std::size_t passes() const { return passes_; }

private:
    // A pair whose weight is above the sum of its duals, with its weights from the source.
    struct Violator {
        std::uint32_t column;
        VectorWeight weight;
        std::vector<std::int64_t> of_edge;
    };

    struct ViolatedRow {
        std::uint32_t row;
        std::vector<Violator> pairs;
    };

    void price(std::span<const std::uint32_t> rows);
    void price_block(std::span<const std::uint32_t> rows);
    void see(std::uint32_t row, const PairBatch& batch);
    void price_without_places(std::uint32_t row, const PairBatch& batch, std::size_t at);
    void look_at(std::uint32_t row, const PairBatch& batch, std::size_t at);
    void keep_worst(ViolatedRow& of) const;
    void repair(const ViolatedRow& of);
    [[nodiscard]] bool violates(std::uint32_t row, const Violator& pair) const;
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
    std::vector<ViolatedRow> violated_;  // of the block at hand
    std::size_t passes_ = 0;
    bool changed_ = false;
};

}  // namespace befriend
