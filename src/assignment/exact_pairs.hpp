#pragma once

#include "assignment/watch.hpp"
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace befriend {

/// What every pair counts beside its weight, and the prices that go with it: the certificate of an assignment
/// with a given number of pairs.
struct PairPrices {
    std::int64_t each_count = 0;
    std::int64_t each = 0;
    TierDuals count;
    TierDuals total;
};

/// "Exactly so many pairs" as a `Problem` that knows no such demand.
///
/// One more column, the last, is for rows that stay away, and has a place for each but `pairs` of them. In a
/// new first tier a pair counts 1 and staying away 2. Let a of q places be taken there, and p rows have a
/// pair: p + 2a <= rows + a <= rows + q, and both hold with equality exactly when every row has a place and
/// all q are taken, which leaves `pairs` pairs. So the best of that tier are the assignments with `pairs`
/// pairs, if there is any; else p and a are as large as they can be, for neither stands in the other's way.
/// docs/methods/assignment.md has the proof, and how prices are put back.
class ExactPairs {
public:
    /// Borrows what `asked` borrows; of its tiers there is one, and it weighs edges. `pairs` is at most
    /// rows(). Once `watch` has stopped, nothing means anything.
    ExactPairs(const Problem& asked, std::size_t pairs, Watch& watch);

    /// With two tiers, the new one and the asked one, and ties, if they are asked for, as a third, in which
    /// staying away counts 0. Borrows this object.
    [[nodiscard]] Problem problem() const;

    /// Calls the rows that stay away unassigned.
    void put_back(std::vector<std::uint32_t>& column_of_row) const;

    /// The prices without those of staying away: each row's is above what staying away would cost it.
    [[nodiscard]] static PairPrices put_back(std::vector<TierDuals>&& duals);

private:
    void add_rows(const Problem& asked, Watch& watch);
    void add_ties(const Problem& asked, Watch& watch);

    bool ties_;
    bool costs_;
    std::uint32_t away_;  // the column
    std::vector<std::int32_t> capacity_;
    std::vector<std::uint64_t> row_begin_;
    std::vector<std::uint32_t> column_;
    std::vector<std::int64_t> staying_away_;  // one a column: what the first tier counts beside 1
    std::vector<std::int64_t> weight_;
    std::vector<std::int64_t> tie_;
};

}  // namespace befriend
