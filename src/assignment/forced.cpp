#include "assignment/forced.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace befriend {
namespace {

template <typename Cost>
std::vector<std::uint32_t> degrees(const Offers<Cost>& offers)
{
    std::vector<std::uint32_t> degree(offers.nodes());
    for (std::uint32_t node = 0; node < degree.size(); ++node)
        degree[node] = static_cast<std::uint32_t>(offers.degree(node));
    return degree;
}

// The neighbour of a leaf that is not out.
template <typename Cost>
std::uint32_t only_neighbour(const Offers<Cost>& offers, std::uint32_t node,
                             const std::vector<std::uint8_t>& is_out)
{
    const auto list = offers.of(node);
    return std::find_if(list.begin(), list.end(),
                        [&](const Offer<Cost>& offer) { return !is_out[offer.node]; })
        ->node;
}

constexpr std::size_t steps_of_edge = 8;  // it leads anywhere in memory

constexpr std::int64_t unset =
    std::numeric_limits<std::int64_t>::max();  // the dual of a pair whose turn has not come

// The least dual of a node that its edges to others with a dual allow, and not below `reserve` unless it must
// be full.
template <typename Cost>
std::int64_t least_dual(const Offers<Cost>& offers, std::uint32_t node, bool must, std::int64_t reserve,
                        const Nodes& others, std::int64_t largest)
{
    std::optional<std::int64_t> least;
    if (!must) least = reserve;
    for (const Offer<Cost>& offer : offers.of(node)) {
        if (others.dual[offer.node] == unset) continue;
        const std::int64_t asked = largest - static_cast<std::int64_t>(offer.cost) - others.dual[offer.node];
        least = least ? std::max(*least, asked) : asked;
    }
    return least.value_or(0);
}

template <typename Cost>
std::int64_t weight_between(const Graph<Offers<Cost>>& face, std::uint32_t row, std::uint32_t column)
{
    const auto list = face.rows.of(row);
    const auto edge = std::find_if(list.begin(), list.end(),
                                   [&](const Offer<Cost>& offer) { return offer.node == column; });
    return face.largest - static_cast<std::int64_t>(edge->cost);
}

}  // namespace

template <typename Cost>
Forced<Cost>::Forced(const Graph<Offers<Cost>>& face, Nodes& rows, Nodes& columns, Watch& watch)
    : face_(face),
      rows_(rows),
      columns_(columns),
      watch_(watch),
      places_(columns.capacity),
      room_(columns.capacity),
      row_is_out_(rows.size()),
      column_is_out_(columns.size()),
      row_degree_(degrees(face.rows)),
      column_degree_(degrees(face.columns))
{
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        if (row_degree_[row] == 1) row_leaves_.push_back(row);
    for (std::uint32_t column = 0; column < columns.size(); ++column)
        if (column_degree_[column] == 1) column_leaves_.push_back(column);
    while ((!row_leaves_.empty() || !column_leaves_.empty()) && !watch_.stopped()) {
        const bool is_row = !row_leaves_.empty();
        std::vector<std::uint32_t>& leaves = is_row ? row_leaves_ : column_leaves_;
        const std::uint32_t leaf = leaves.back();
        leaves.pop_back();
        if (is_row) {
            if (row_is_out_[leaf] || row_degree_[leaf] != 1 || !rows.must[leaf]) continue;
            add(leaf, only_neighbour(face.rows, leaf, column_is_out_), true);
        } else {
            const bool forces = columns.must[leaf] && room_[leaf] == 1;
            if (column_is_out_[leaf] || column_degree_[leaf] != 1 || !forces) continue;
            add(only_neighbour(face.columns, leaf, row_is_out_), leaf, false);
        }
    }
}

template <typename Cost>
void Forced<Cost>::add(std::uint32_t row, std::uint32_t column, bool row_is_leaf)
{
    pairs_.push_back({row, column, row_is_leaf, rows_.must[row] != 0, columns_.must[column] != 0});
    row_is_out_[row] = true;
    column_is_out_[column] = --room_[column] == 0;
    for (const Offer<Cost>& offer : face_.rows.of(row))
        if (!column_is_out_[offer.node] && --column_degree_[offer.node] == 1)
            column_leaves_.push_back(offer.node);
    watch_.worked(steps_of_edge * face_.rows.degree(row));
    if (!column_is_out_[column]) return;
    watch_.worked(steps_of_edge * face_.columns.degree(column));
    for (const Offer<Cost>& offer : face_.columns.of(column))
        if (!row_is_out_[offer.node] && --row_degree_[offer.node] == 1) row_leaves_.push_back(offer.node);
}

template <typename Cost>
Graph<Offers<Cost>> Forced<Cost>::taken_out()
{
    for (const Pair& pair : pairs_) {
        rows_.must[pair.row] = 0;
        if (column_is_out_[pair.column]) columns_.must[pair.column] = 0;
    }
    columns_.capacity = room_;
    Graph<Offers<Cost>> rest = face_;
    const auto stays = [&](std::uint32_t row, std::uint32_t column) {
        return !row_is_out_[row] && !column_is_out_[column];
    };
    rest.rows.keep_if([&](std::uint32_t row, const Offer<Cost>& offer) { return stays(row, offer.node); },
                      watch_);
    rest.columns.keep_if(
        [&](std::uint32_t column, const Offer<Cost>& offer) { return stays(offer.node, column); }, watch_);
    return rest;
}

// A leaf's other edges lead to nodes taken out before it, whose duals come later and will fit. So the other
// node of the pair takes the least dual that its edges to all others allow, unless it is a column that has a
// dual already, from the rest or from a pair of its own found later; and the leaf, which must be full and may
// have any dual, takes what is left of the weight.
template <typename Cost>
void Forced<Cost>::put_back(Matching& matching)
{
    columns_.capacity = places_;
    for (const Pair& pair : pairs_) {
        rows_.must[pair.row] = pair.row_must;
        columns_.must[pair.column] = pair.column_must;
        if (watch_.stopped()) continue;
        rows_.dual[pair.row] = unset;
        if (column_is_out_[pair.column]) columns_.dual[pair.column] = unset;
    }
    for (auto pair = pairs_.rbegin(); pair != pairs_.rend() && !watch_.stopped(); ++pair) {
        const auto& [row, column, row_is_leaf, row_must, column_must] = *pair;
        const std::int64_t weight = weight_between(face_, row, column);
        if (row_is_leaf) {
            if (columns_.dual[column] == unset)
                columns_.dual[column] = least_dual(face_.columns, column, column_must,
                                                   columns_.reserve[column], rows_, face_.largest);
            rows_.dual[row] = weight - columns_.dual[column];
        } else {
            rows_.dual[row] =
                least_dual(face_.rows, row, row_must, rows_.reserve[row], columns_, face_.largest);
            columns_.dual[column] = weight - rows_.dual[row];
        }
        matching.link(row, column);
        watch_.worked(steps_of_edge * (face_.rows.degree(row) + face_.columns.degree(column)));
    }
    for (const Pair& pair : pairs_)
        if (columns_.dual[pair.column] == unset) columns_.dual[pair.column] = columns_.reserve[pair.column];
}

template class Forced<std::uint32_t>;
template class Forced<std::int64_t>;

}  // namespace befriend
