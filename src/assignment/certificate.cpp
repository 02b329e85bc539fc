// The proof of an answer, checked by adding and comparing. Nothing here knows how the answer was found, and
// nothing is shared with the solver but the plain types. Numbers are 128 bits wide, since a wrong answer may
// hold any number.
//
// O(edges * tiers), and less in practice: a comparison ends at the first tier that decides it.
// Linear programming duality over an ordered group: docs/methods/certificate.md.

#include <befriend/assignment/certificate.hpp>

#include <algorithm>
#include <xxhash.h>

namespace befriend {
namespace {

__extension__ typedef __int128 Wide;

class Checker {
public:
    Checker(const Problem& problem, const Solution& solution)
        : problem_(problem), solution_(solution), tiers_(problem.tiers.size() + 1), used_(problem.columns())
    {
    }

    [[nodiscard]] std::optional<Violation> check()
    {
        if (!sizes_agree()) return Violation{Condition::sizes, 0};
        for (const auto condition :
             {&Checker::pairs, &Checker::feasible, &Checker::unpriced, &Checker::totals})
            if (const auto violation = (this->*condition)()) return violation;
        return {};
    }

private:
    using Found = std::optional<Violation>;

    [[nodiscard]] bool sizes_agree() const;
    Found pairs();
    Found feasible();
    Found unpriced();
    Found totals();

    [[nodiscard]] std::uint64_t key(bool of_row, std::uint64_t index) const;
    [[nodiscard]] Wide weight(std::size_t tier, std::size_t row, std::uint64_t edge) const;
    [[nodiscard]] int sign_of_slack(std::size_t row, std::uint64_t edge) const;
    [[nodiscard]] int sign_of_dual(const std::vector<std::int64_t> TierDuals::* side, std::size_t node) const;

    const Problem& problem_;
    const Solution& solution_;
    std::size_t tiers_;  // `ties` included
    std::vector<std::int32_t> used_;
    std::vector<std::uint64_t> edge_of_row_;  // of assigned rows
};

bool Checker::sizes_agree() const
{
    const auto& duals = solution_.duals;
    return solution_.column_of_row.size() == problem_.rows() && duals.size() == tiers_ &&
           solution_.value.size() == tiers_ && solution_.bound.size() == tiers_ &&
           std::all_of(duals.begin(), duals.end(), [&](const TierDuals& tier) {
               return tier.row.size() == problem_.rows() && tier.column.size() == problem_.columns();
           });
}

Checker::Found Checker::pairs()
{
    edge_of_row_.assign(problem_.rows(), problem_.edges());
    for (std::size_t row = 0; row < problem_.rows(); ++row) {
        const std::uint32_t column = solution_.column_of_row[row];
        if (column == Solution::unassigned) continue;
        for (std::uint64_t edge = problem_.row_begin[row]; edge < problem_.row_begin[row + 1]; ++edge)
            if (problem_.column[edge] == column) edge_of_row_[row] = edge;
        if (edge_of_row_[row] == problem_.edges()) return Violation{Condition::pairs, row};
        if (used_[column] == problem_.capacity[column]) return Violation{Condition::pairs, row};
        ++used_[column];
    }
    return {};
}

// Feasible on every edge, then tight on the assigned ones.
Checker::Found Checker::feasible()
{
    for (std::size_t row = 0; row < problem_.rows(); ++row) {
        for (std::uint64_t edge = problem_.row_begin[row]; edge < problem_.row_begin[row + 1]; ++edge) {
            const int sign = sign_of_slack(row, edge);
            if (sign < 0) return Violation{Condition::feasible, edge};
            if (sign > 0 && edge == edge_of_row_[row]) return Violation{Condition::tight, row};
        }
    }
    return {};
}

// No dual is below 0, and whoever has room has none above.
Checker::Found Checker::unpriced()
{
    for (std::size_t row = 0; row < problem_.rows(); ++row) {
        const int sign = sign_of_dual(&TierDuals::row, row);
        const bool has_room = solution_.column_of_row[row] == Solution::unassigned;
        if (sign < 0 || (has_room && sign != 0)) return Violation{Condition::unpriced, row};
    }
    for (std::size_t column = 0; column < problem_.columns(); ++column) {
        const int sign = sign_of_dual(&TierDuals::column, column);
        const bool has_room = used_[column] < problem_.capacity[column];
        if (sign < 0 || (has_room && sign != 0))
            return Violation{Condition::unpriced, problem_.rows() + column};
    }
    return {};
}

Checker::Found Checker::totals()
{
    for (std::size_t tier = 0; tier < tiers_; ++tier) {
        Wide sum = 0;
        for (std::size_t row = 0; row < problem_.rows(); ++row)
            if (edge_of_row_[row] != problem_.edges()) sum += weight(tier, row, edge_of_row_[row]);
        if (sum != solution_.value[tier] || sum != solution_.bound[tier])
            return Violation{Condition::totals, tier};
    }
    return {};
}

// A key that is not given is the index, 8 bytes little endian, hashed with seed 1 for rows and 2 for columns.
std::uint64_t Checker::key(bool of_row, std::uint64_t index) const
{
    const auto given = of_row ? problem_.row_key : problem_.column_key;
    if (!given.empty()) return given[index];
    unsigned char bytes[8];
    for (unsigned char& byte : bytes) {
        byte = static_cast<unsigned char>(index & 0xFF);
        index >>= 8;
    }
    return XXH3_64bits_withSeed(bytes, sizeof bytes, of_row ? 1 : 2);
}

Wide Checker::weight(std::size_t tier, std::size_t row, std::uint64_t edge) const
{
    const std::uint32_t column = problem_.column[edge];
    if (tier < problem_.tiers.size()) {
        const Tier& parts = problem_.tiers[tier];
        return Wide{parts.each} + (parts.row.empty() ? 0 : parts.row[row]) +
               (parts.column.empty() ? 0 : parts.column[column]) +
               (parts.edge.empty() ? 0 : parts.edge[edge]);
    }
    unsigned char bytes[16];
    const std::uint64_t keys[2] = {key(true, row), key(false, column)};
    for (unsigned i = 0; i < 16; ++i)
        bytes[i] = static_cast<unsigned char>(keys[i / 8] >> (i % 8 * 8));
    return static_cast<Wide>(XXH3_64bits(bytes, sizeof bytes) >> 24);
}

// Of u + v - w, in lexicographic order.
int Checker::sign_of_slack(std::size_t row, std::uint64_t edge) const
{
    for (std::size_t tier = 0; tier < tiers_; ++tier) {
        const TierDuals& duals = solution_.duals[tier];
        const Wide slack =
            Wide{duals.row[row]} + duals.column[problem_.column[edge]] - weight(tier, row, edge);
        if (slack != 0) return slack < 0 ? -1 : 1;
    }
    return 0;
}

int Checker::sign_of_dual(const std::vector<std::int64_t> TierDuals::* side, std::size_t node) const
{
    for (const TierDuals& tier : solution_.duals)
        if ((tier.*side)[node] != 0) return (tier.*side)[node] < 0 ? -1 : 1;
    return 0;
}

}  // namespace

std::optional<Violation> first_violation(const Problem& problem, const Solution& solution)
{
    return Checker(problem, solution).check();
}

}  // namespace befriend
