#pragma once

#include "assignment/dense/pairs.hpp"
#include "assignment/dense/rows.hpp"
#include "assignment/watch.hpp"

#include <cstdint>

namespace befriend {

/// What a row without a column costs: `DenseRows::endless` if it must have one.
/// How high prices may go, too: the auctions below stop in front of it.
struct DenseLimits {
    std::int32_t outside;
    std::int64_t highest_price;
};

/// How much dearer than its cheapest column the last favourite of a row is, on average. All rows look.
[[nodiscard]] std::int32_t reach_of_favourites(DenseRows& rows, Watch& watch);

/// Each row in turn takes its best column, at a price at which the second best would be as good. Whoever
/// loses a column that way chooses at once; a row that would have to take a column without raising its price
/// stays without. Pairs are tight, and a column without a row keeps the price 0. Nobody has anything before.
/// R. Jonker, A. Volgenant, Computing 38 (1987) 325-340 ("augmenting row reduction").
void reduce_rows(DenseRows& rows, DensePairs& pairs, const DenseLimits& limits, Watch& watch);

/// Auctions with a smaller and smaller increment, from the prices as they are. All rows must have a column,
/// and there are no more columns than rows. Pairs need not be tight.
void auction_in_phases(DenseRows& rows, DensePairs& pairs, std::int32_t first_increment,
                       const DenseLimits& limits, Watch& watch);

}  // namespace befriend
