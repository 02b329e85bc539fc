#pragma once

#include "assignment/streamed/core.hpp"
#include "assignment/streamed/fault.hpp"
#include "assignment/streamed/packed_duals.hpp"
#include "assignment/streamed/source_reader.hpp"
#include "assignment/streamed/vector_weight.hpp"
#include "assignment/streamed/warm_assignment.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace befriend {

/// What pairs are priced with, by everyone who reads at the same time: nothing of it changes meanwhile.
struct CurrentPrices {
    const StreamedProblem& asked;    ///< what the source gives
    const StreamedProblem& problem;  ///< the same, for what the core keeps of it
    const WeightRanges& ranges;      ///< has seen every pair
    const Core& core;
    const WarmAssignment& assignment;
    PackedDuals packed;        ///< of the rows to be read
    std::int64_t margin = -1;  ///< a packed slack of no more is near

    [[nodiscard]] bool violates(std::uint32_t row, std::uint32_t column, const VectorWeight& weight) const
    {
        return assignment.row_dual(row) + assignment.column_dual(column) < weight;
    }
};

/// A pair that violates or is near it, with its weights from the source.
struct FoundPair {
    std::uint32_t column;
    VectorWeight weight;
    std::vector<std::int64_t> of_edge;
};

struct FoundInRow {
    std::uint32_t row;
    std::vector<FoundPair> pairs;
};

/// Reads rows on one thread, and finds which of their pairs violate the duals.
class ViolatorFinder {
public:
    /// Borrows `prices`. Finds the worst `most` pairs of a row.
    ViolatorFinder(const CurrentPrices& prices, std::size_t most);
    ViolatorFinder(const ViolatorFinder&) = delete;
    ViolatorFinder& operator=(const ViolatorFinder&) = delete;

    /// Reads one row. Returns how many pairs it has.
    std::size_t read(std::uint32_t row);

    /// Whether the source said something else than before, or broke its word.
    [[nodiscard]] bool source_failed() const { return changed_ || reader_.fault().has_value(); }

    /// The rows with pairs that were found, in the order in which they were read. Taken by `clear`.
    [[nodiscard]] std::vector<FoundInRow>& found() { return found_; }

    /// What the duals of columns of capacity 0 have to be at least.
    [[nodiscard]] const std::unordered_map<std::uint32_t, VectorWeight>& least_duals() const
    {
        return least_;
    }

    void clear();

private:
    void see(std::uint32_t row, const PairBatch& batch);
    void price_without_places(std::uint32_t row, const PairBatch& batch, std::size_t at);
    void look_at(std::uint32_t row, const PairBatch& batch, std::size_t at);
    void keep_worst(FoundInRow& of) const;

    const CurrentPrices& prices_;
    std::size_t most_;
    std::vector<std::size_t> edge_tiers_;
    bool without_places_;  // whether there are columns of capacity 0
    std::vector<std::int64_t> slack_;
    std::vector<FoundInRow> found_;
    std::unordered_map<std::uint32_t, VectorWeight> least_;
    bool changed_ = false;
    SourceReader reader_;
};

}  // namespace befriend
