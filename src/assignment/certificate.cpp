// The proof of an answer, checked by adding and comparing. It shares nothing with the solver but the plain
// types. Numbers are 128 bits wide, since a wrong answer may hold any number.
//
// Linear programming duality over an ordered group: docs/methods/certificate.md. O(edges * tiers).

#include <befriend/assignment/certificate.hpp>

#include <xxhash.h>

namespace befriend {
namespace {

using Found = std::optional<Violation>;
__extension__ typedef __int128 Wide;

std::uint64_t hash_of_bytes(std::span<const std::uint64_t> words, std::uint64_t seed)
{
    unsigned char bytes[16];  // little endian
    for (std::size_t at = 0; at < 8 * words.size(); ++at)
        bytes[at] = static_cast<unsigned char>(words[at / 8] >> (at % 8 * 8));
    return XXH3_64bits_withSeed(bytes, 8 * words.size(), seed);
}

struct Checker {
    const Problem& problem;
    const Solution& solution;
    std::size_t tiers = problem.tiers.size() + 1;  // `ties` included
    std::vector<std::int32_t> used = std::vector<std::int32_t>(problem.columns());
    std::vector<std::uint64_t> edge_of_row = std::vector<std::uint64_t>(problem.rows(), problem.edges());

    Found check()
    {
        if (const Found found = sizes()) return found;
        if (const Found found = pairs()) return found;
        if (const Found found = feasible_and_tight()) return found;
        if (const Found found = unpriced()) return found;
        return totals();
    }

    Found sizes() const
    {
        bool agree = solution.column_of_row.size() == problem.rows() && solution.duals.size() == tiers &&
                     solution.value.size() == tiers && solution.bound.size() == tiers;
        for (const TierDuals& duals : solution.duals)
            agree = agree && duals.row.size() == problem.rows() && duals.column.size() == problem.columns();
        return agree ? Found() : Violation{Condition::sizes, 0};
    }

    Found pairs()
    {
        for (std::size_t row = 0; row < problem.rows(); ++row) {
            const std::uint32_t column = solution.column_of_row[row];
            if (column == Solution::unassigned) continue;
            for (std::uint64_t edge = problem.row_begin[row]; edge < problem.row_begin[row + 1]; ++edge)
                if (problem.column[edge] == column) edge_of_row[row] = edge;
            if (edge_of_row[row] == problem.edges() || used[column] == problem.capacity[column])
                return Violation{Condition::pairs, row};
            ++used[column];
        }
        return {};
    }

    Found feasible_and_tight() const
    {
        for (std::size_t row = 0; row < problem.rows(); ++row) {
            for (std::uint64_t edge = problem.row_begin[row]; edge < problem.row_begin[row + 1]; ++edge) {
                const int sign = sign_of_slack(row, edge);
                if (sign < 0) return Violation{Condition::feasible, edge};
                if (sign > 0 && edge == edge_of_row[row]) return Violation{Condition::tight, row};
            }
        }
        return {};
    }

    // No dual is below 0, and whoever has room has none above.
    Found unpriced() const
    {
        for (std::size_t row = 0; row < problem.rows(); ++row) {
            const bool has_room = solution.column_of_row[row] == Solution::unassigned;
            if (!fits(sign_of_dual(&TierDuals::row, row), has_room))
                return Violation{Condition::unpriced, row};
        }
        for (std::size_t column = 0; column < problem.columns(); ++column)
            if (!fits(sign_of_dual(&TierDuals::column, column), used[column] < problem.capacity[column]))
                return Violation{Condition::unpriced, problem.rows() + column};
        return {};
    }

    Found totals() const
    {
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            Wide sum = 0;
            for (std::size_t row = 0; row < problem.rows(); ++row)
                if (edge_of_row[row] != problem.edges()) sum += weight(tier, row, edge_of_row[row]);
            if (sum != solution.value[tier] || sum != solution.bound[tier])
                return Violation{Condition::totals, tier};
        }
        return {};
    }

    static bool fits(int sign, bool has_room) { return has_room ? sign == 0 : sign >= 0; }

    // A key not given is its index, hashed with seed 1 for rows and 2 for columns.
    static std::uint64_t key(std::span<const std::uint64_t> given, std::uint64_t index, std::uint64_t seed)
    {
        return given.empty() ? hash_of_bytes({&index, 1}, seed) : given[index];
    }

    Wide weight(std::size_t tier, std::size_t row, std::uint64_t edge) const
    {
        const std::uint32_t column = problem.column[edge];
        if (tier == problem.tiers.size()) return tie(row, column);
        const auto part = [](auto weights, std::uint64_t at) { return weights.empty() ? 0 : weights[at]; };
        const Tier& parts = problem.tiers[tier];
        return Wide{parts.each} + part(parts.row, row) + part(parts.column, column) + part(parts.edge, edge);
    }

    Wide tie(std::size_t row, std::uint32_t column) const
    {
        const std::uint64_t keys[] = {key(problem.row_key, row, 1), key(problem.column_key, column, 2)};
        return hash_of_bytes(keys, 0) >> 24;
    }

    // Of u + v - w, in lexicographic order.
    int sign_of_slack(std::size_t row, std::uint64_t edge) const
    {
        for (std::size_t tier = 0; tier < tiers; ++tier) {
            const TierDuals& duals = solution.duals[tier];
            const Wide price = Wide{duals.row[row]} + duals.column[problem.column[edge]];
            if (const Wide slack = price - weight(tier, row, edge); slack != 0) return slack < 0 ? -1 : 1;
        }
        return 0;
    }

    int sign_of_dual(const std::vector<std::int64_t> TierDuals::* side, std::size_t node) const
    {
        for (const TierDuals& tier : solution.duals)
            if ((tier.*side)[node] != 0) return (tier.*side)[node] < 0 ? -1 : 1;
        return 0;
    }
};

}  // namespace

std::optional<Violation> first_violation(const Problem& problem, const Solution& solution)
{
    return Checker{problem, solution}.check();
}

}  // namespace befriend
