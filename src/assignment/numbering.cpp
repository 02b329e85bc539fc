// Numbers under which neighbours lie near one another in memory.
//
// A solve comes back to the duals, labels and lists of a node's neighbours again and again. In a large
// problem whose nodes are numbered as they came they lie anywhere, and nearly all of its time is waiting for
// memory. Most large problems are local: people know of those who live near them. So nodes are numbered by
// regions.
//
// Every 512th row begins a region with its columns, unless one has them already. Then each row in turn joins
// the region of the first of its columns that is in one, or begins another, and takes its other columns that
// are in none along. Rows come into the order of their regions, and columns of theirs; within a region they
// stay as they were. What is looked at together then lies in a few regions, which fit a cache. Where nothing
// is local this costs a few passes over the edges, and changes nothing.
//
// The numbers decide how long a solve takes, never what is best. O(rows + columns + edges), in the order in
// which edges are stored.

#include "assignment/numbering.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

namespace befriend {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t rows_a_region = 512;

struct Regions {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> of_row;
    std::vector<std::uint32_t> of_column;
};

std::span<const std::uint32_t> columns_of(const Problem& problem, std::size_t row)
{
    const std::uint64_t begin = problem.row_begin[row];
    return problem.column.subspan(begin, problem.row_begin[row + 1] - begin);
}

// The columns that are in no region yet come into this one. Returns whether there are any.
bool take_along(std::span<const std::uint32_t> columns, std::uint32_t region,
                std::vector<std::uint32_t>& of_column)
{
    bool any = false;
    for (const std::uint32_t column : columns) {
        const bool is_free = of_column[column] == none;
        of_column[column] = is_free ? region : of_column[column];
        any |= is_free;
    }
    return any;
}

Regions find_regions(const Problem& problem, Watch& watch)
{
    Regions regions{0, std::vector<std::uint32_t>(problem.rows(), none),
                    std::vector<std::uint32_t>(problem.columns(), none)};
    for (std::size_t row = 0; row < problem.rows(); row += rows_a_region)
        if (take_along(columns_of(problem, row), regions.count, regions.of_column)) ++regions.count;
    for (std::size_t row = 0; row < problem.rows() && !watch.stopped(); ++row) {
        const auto columns = columns_of(problem, row);
        if (columns.empty()) continue;
        std::uint32_t region = none;
        for (std::size_t at = 0; at < columns.size() && region == none; ++at)
            region = regions.of_column[columns[at]];
        if (region == none) region = regions.count++;
        regions.of_row[row] = region;
        take_along(columns, region, regions.of_column);
        watch.worked(columns.size());
    }
    // Nodes without edges come last.
    std::replace(regions.of_row.begin(), regions.of_row.end(), none, regions.count);
    std::replace(regions.of_column.begin(), regions.of_column.end(), none, regions.count);
    return regions;
}

// All nodes by their regions: a counting sort.
std::vector<std::uint32_t> by_region(const std::vector<std::uint32_t>& region_of, std::size_t regions)
{
    std::vector<std::uint32_t> next(regions + 2);
    for (const std::uint32_t region : region_of)
        ++next[region + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<std::uint32_t> order(region_of.size());
    for (std::uint32_t node = 0; node < order.size(); ++node)
        order[next[region_of[node]]++] = node;
    return order;
}

}  // namespace

Numbering::Numbering(const Problem& problem, std::size_t many, Watch& watch)
{
    if (problem.rows() + problem.columns() < many) return;
    if (problem.edges() == problem.rows() * problem.columns()) return;
    const Regions regions = find_regions(problem, watch);
    if (watch.stopped()) return;
    rows_ = by_region(regions.of_row, regions.count);
    columns_ = by_region(regions.of_column, regions.count);
    columns_here_.resize(columns_.size());
    for (std::uint32_t column = 0; column < columns_.size(); ++column)
        columns_here_[columns_[column]] = column;
}

}  // namespace befriend
