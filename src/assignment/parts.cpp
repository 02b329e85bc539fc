// Connected parts by breadth-first search.

#include "assignment/parts.hpp"

#include <algorithm>

namespace befriend {
namespace {

class PartSearch {
public:
    explicit PartSearch(const Face& face)
        : face_(face), row_seen_(face.rows.size()), column_seen_(face.columns.size())
    {
        scarce_.rows.assign(face.rows.size(), false);
        scarce_.columns.assign(face.columns.size(), false);
    }

    Scarce search()
    {
        for (std::uint32_t row = 0; row < face_.rows.size(); ++row) {
            if (row_seen_[row]) continue;
            visit_part_of(row);
            mark_scarce_side();
        }
        return std::move(scarce_);
    }

private:
    void visit_part_of(std::uint32_t root)
    {
        columns_.clear();
        rows_.assign(1, root);
        row_seen_[root] = true;
        for (std::size_t row = 0, column = 0; row < rows_.size(); ++row) {
            add_neighbours(face_.rows, rows_[row], column_seen_, columns_);
            for (; column < columns_.size(); ++column)
                add_neighbours(face_.columns, columns_[column], row_seen_, rows_);
        }
    }

    void mark_scarce_side()
    {
        std::uint64_t places = 0;  // those that a column has edges for
        for (const std::uint32_t column : columns_)
            places += std::min<std::uint64_t>(face_.columns.capacity[column], face_.columns.degree(column));
        if (rows_.size() <= places) {
            for (const std::uint32_t row : rows_)
                scarce_.rows[row] = true;
        } else {
            for (const std::uint32_t column : columns_)
                scarce_.columns[column] = true;
        }
    }

    static void add_neighbours(const Side& side, std::uint32_t node, std::vector<bool>& seen,
                               std::vector<std::uint32_t>& part)
    {
        for (std::uint64_t at = side.begin[node]; at < side.begin[node + 1]; ++at) {
            const std::uint32_t other = side.neighbour[at];
            if (!seen[other]) part.push_back(other);
            seen[other] = true;
        }
    }

    const Face& face_;
    Scarce scarce_;
    std::vector<bool> row_seen_;
    std::vector<bool> column_seen_;
    std::vector<std::uint32_t> rows_;  // of the part at hand
    std::vector<std::uint32_t> columns_;
};

}  // namespace

Scarce scarce_nodes(const Face& face)
{
    const std::size_t rows = face.rows.size();
    const std::size_t columns = face.columns.size();
    switch (face.weighs()) {
        case Face::Weighs::rows:
            return {std::vector<bool>(rows, true), std::vector<bool>(columns, false)};
        case Face::Weighs::columns:
            return {std::vector<bool>(rows, false), std::vector<bool>(columns, true)};
        case Face::Weighs::pairs:
            break;
    }
    return PartSearch(face).search();
}

}  // namespace befriend
