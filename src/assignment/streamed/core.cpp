#include "assignment/streamed/core.hpp"

#include <algorithm>
#include <utility>

namespace befriend {

Core::Core(const StreamedProblem& problem, const Problem& frame, StoredPairs&& chosen)
    : frame_(frame),
      edge_tiers_(tiers_with_edges(problem)),
      pairs_(std::move(chosen)),
      chosen_(pairs_.column.size())
{
    const std::size_t tiers = frame.tiers.size() + (frame.ties ? 1 : 0);
    for (std::size_t tier = 0; tier < tiers; ++tier)
        weights_.emplace_back(frame, tier);
}

Problem Core::problem() const
{
    Problem stored = frame_;
    stored.row_begin = pairs_.row_begin;
    stored.column = pairs_.column;
    for (const std::size_t tier : edge_tiers_)
        stored.tiers[tier].edge = pairs_.weight[tier];
    return stored;
}

void Core::link_columns()
{
    first_added_.assign(frame_.rows(), none);
    first_in_column_.assign(frame_.columns(), none);
    next_in_column_.resize(edges());
    row_.resize(edges());
    for (std::uint32_t row = 0; row < frame_.rows(); ++row) {
        for (std::uint64_t edge = pairs_.row_begin[row]; edge < pairs_.row_begin[row + 1]; ++edge) {
            row_[edge] = row;
            next_in_column_[edge] = std::exchange(first_in_column_[pairs_.column[edge]], edge);
        }
    }
}

void Core::sort_in()
{
    StoredPairs sorted;
    std::vector<std::pair<std::uint32_t, std::uint64_t>> row_pairs;
    for (std::uint32_t row = 0; row < frame_.rows(); ++row) {
        row_pairs.clear();
        of_row(row, [&](std::uint32_t column, std::uint64_t edge) { row_pairs.emplace_back(column, edge); });
        std::sort(row_pairs.begin(), row_pairs.end());
        for (const auto& [column, edge] : row_pairs) {
            sorted.column.push_back(column);
            for (const std::size_t tier : edge_tiers_)
                sorted.weight[tier].push_back(pairs_.weight[tier][edge]);
        }
        sorted.row_begin.push_back(sorted.column.size());
    }
    pairs_ = std::move(sorted);
    chosen_ = edges();
    for (auto* list : {&first_added_, &next_in_row_, &first_in_column_, &next_in_column_})
        *list = {};
    row_ = {};
}

void Core::add(std::uint32_t row, std::uint32_t column, const std::vector<std::int64_t>& weights)
{
    const std::uint64_t edge = edges();
    pairs_.column.push_back(column);
    for (std::size_t at = 0; at < edge_tiers_.size(); ++at)
        pairs_.weight[edge_tiers_[at]].push_back(weights[at]);
    row_.push_back(row);
    next_in_row_.push_back(std::exchange(first_added_[row], edge));
    next_in_column_.push_back(std::exchange(first_in_column_[column], edge));
}

}  // namespace befriend
