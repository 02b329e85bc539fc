// Connected parts by breadth-first search.

#include "assignment/parts.hpp"

#include <algorithm>
#include <cstdint>

namespace befriend {
namespace {

template <typename Cost>
class PartSearch {
public:
    PartSearch(const Graph<Offers<Cost>>& graph, const Nodes& columns, Watch& watch)
        : graph_(graph),
          capacity_(columns.capacity),
          watch_(watch),
          row_seen_(graph.rows.nodes()),
          column_seen_(columns.size())
    {
        scarce_.rows.assign(graph.rows.nodes(), false);
        scarce_.columns.assign(columns.size(), false);
    }

    Scarce search()
    {
        for (std::uint32_t row = 0; row < row_seen_.size() && !watch_.stopped(); ++row) {
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
        for (std::size_t row = 0, column = 0; row < rows_.size() && !watch_.stopped(); ++row) {
            add_neighbours(graph_.rows, rows_[row], column_seen_, columns_);
            for (; column < columns_.size() && !watch_.stopped(); ++column)
                add_neighbours(graph_.columns, columns_[column], row_seen_, rows_);
        }
    }

    void mark_scarce_side()
    {
        std::uint64_t places = 0;  // those that a column has edges for
        for (const std::uint32_t column : columns_)
            places += std::min<std::uint64_t>(capacity_[column], graph_.columns.degree(column));
        if (rows_.size() <= places) {
            for (const std::uint32_t row : rows_)
                scarce_.rows[row] = true;
        } else {
            for (const std::uint32_t column : columns_)
                scarce_.columns[column] = true;
        }
    }

    void add_neighbours(const Offers<Cost>& offers, std::uint32_t node, std::vector<std::uint8_t>& seen,
                        std::vector<std::uint32_t>& part)
    {
        for (const Offer<Cost>& offer : offers.of(node)) {
            if (!seen[offer.node]) part.push_back(offer.node);
            seen[offer.node] = true;
        }
        watch_.worked(offers.degree(node));
    }

    const Graph<Offers<Cost>>& graph_;
    const std::vector<std::uint32_t>& capacity_;
    Watch& watch_;
    Scarce scarce_;
    std::vector<std::uint8_t> row_seen_;
    std::vector<std::uint8_t> column_seen_;
    std::vector<std::uint32_t> rows_;  // of the part at hand
    std::vector<std::uint32_t> columns_;
};

}  // namespace

template <typename Cost>
Scarce scarce_nodes(const Graph<Offers<Cost>>& graph, const Nodes& columns, Watch& watch)
{
    return PartSearch<Cost>(graph, columns, watch).search();
}

Scarce scarce_nodes(const Graph<Matrix>& graph, const Nodes& columns, Watch&)
{
    return {std::vector<bool>(graph.rows.nodes(), true), std::vector<bool>(columns.size(), false)};
}

template Scarce scarce_nodes(const Graph<Offers32>&, const Nodes&, Watch&);
template Scarce scarce_nodes(const Graph<Offers64>&, const Nodes&, Watch&);

}  // namespace befriend
