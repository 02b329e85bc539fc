// Connected parts by breadth-first search.

#include "assignment/parts.hpp"

#include <algorithm>

namespace befriend {
namespace {

class Search {
public:
    Search(const Face& face, Parts& parts) : face_(face), parts_(parts) {}

    void visit_part_of(std::uint32_t root)
    {
        rows_.assign(1, root);
        columns_.clear();
        parts_.of_row[root] = Parts::rows_first;
        std::uint64_t places = 0;  // of columns; a place too many for the column's edges is none
        for (std::size_t next = 0, scanned = 0; next < rows_.size(); ++next) {
            enter(face_.rows, rows_[next], parts_.of_column, columns_);
            for (; scanned < columns_.size(); ++scanned) {
                const std::uint32_t column = columns_[scanned];
                places +=
                    std::min<std::uint64_t>(face_.columns.capacity[column], face_.columns.degree(column));
                enter(face_.columns, column, parts_.of_row, rows_);
            }
        }
        if (places >= rows_.size()) return;
        for (const std::uint32_t row : rows_)
            parts_.of_row[row] = Parts::columns_first;
        for (const std::uint32_t column : columns_)
            parts_.of_column[column] = Parts::columns_first;
    }

private:
    static void enter(const Side& side, std::uint32_t node, std::vector<Parts::First>& known,
                      std::vector<std::uint32_t>& found)
    {
        for (std::uint64_t at = side.begin[node]; at < side.begin[node + 1]; ++at) {
            const std::uint32_t other = side.neighbour[at];
            if (known[other] != Parts::unknown) continue;
            known[other] = Parts::rows_first;
            found.push_back(other);
        }
    }

    const Face& face_;
    Parts& parts_;
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> columns_;
};

}  // namespace

Parts::Parts(const Face& face) : of_row(face.rows.size()), of_column(face.columns.size())
{
    Search search(face, *this);
    for (std::uint32_t row = 0; row < face.rows.size(); ++row)
        if (of_row[row] == unknown) search.visit_part_of(row);
}

}  // namespace befriend
