#include "oracles/brute_force.hpp"

#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/solve.hpp>

#include <array>

namespace befriend::test {
namespace {

using Value = std::array<std::int64_t, Problem::most_tiers + 1>;

struct Best {
    Value value{};
    std::uint32_t column = Solution::unassigned;
    bool is_known = false;
};

class Search {
public:
    explicit Search(const Problem& problem)
        : problem_(problem), room_(problem.capacity.begin(), problem.capacity.end())
    {
        std::size_t states = 1;
        for (const std::int32_t capacity : problem.capacity)
            states *= static_cast<std::size_t>(capacity) + 1;
        known_.resize(problem.rows() * states);
    }

    // The best that the rows from `row` on can do with the room that is left.
    Best best_from(std::uint32_t row)
    {
        if (row == problem_.rows()) return {};
        Best& known = known_[state(row)];
        if (known.is_known) return known;
        Best best{best_from(row + 1).value, Solution::unassigned, true};
        for (std::uint64_t edge = problem_.row_begin[row]; edge < problem_.row_begin[row + 1]; ++edge) {
            const std::uint32_t column = problem_.column[edge];
            if (room_[column] == 0) continue;
            --room_[column];
            Value value = best_from(row + 1).value;
            ++room_[column];
            for (std::size_t tier = 0; tier <= problem_.tiers.size(); ++tier)
                value[tier] += weight(tier, row, edge);
            if (value > best.value) best = {value, column, true};
        }
        return known = best;
    }

    BestAssignment best()
    {
        BestAssignment answer;
        const Value value = best_from(0).value;
        answer.value.assign(value.begin(),
                            value.begin() + static_cast<std::ptrdiff_t>(problem_.tiers.size() + 1));
        for (std::uint32_t row = 0; row < problem_.rows(); ++row) {
            const std::uint32_t column = best_from(row).column;
            answer.column_of_row.push_back(column);
            if (column != Solution::unassigned) --room_[column];
        }
        return answer;
    }

private:
    // The room that is left, read as a number whose digits have the bases capacity + 1.
    [[nodiscard]] std::size_t state(std::uint32_t row) const
    {
        std::size_t number = row;
        for (std::size_t column = 0; column < room_.size(); ++column)
            number = number * (static_cast<std::size_t>(problem_.capacity[column]) + 1) +
                     static_cast<std::size_t>(room_[column]);
        return number;
    }

    [[nodiscard]] std::int64_t weight(std::size_t tier, std::uint32_t row, std::uint64_t edge) const
    {
        const std::uint32_t column = problem_.column[edge];
        if (tier == problem_.tiers.size())
            return static_cast<std::int64_t>(tie_weight(problem_.row_key[row], problem_.column_key[column]));
        const Tier& parts = problem_.tiers[tier];
        const std::int64_t of_edge = parts.edge.empty() ? 0 : parts.edge[edge];
        return parts.each + (parts.row.empty() ? 0 : parts.row[row]) +
               (parts.column.empty() ? 0 : parts.column[column]) + (parts.costs ? -of_edge : of_edge);
    }

    const Problem& problem_;
    std::vector<std::int32_t> room_;
    std::vector<Best> known_;  // by row and room
};

}  // namespace

BestAssignment brute_force(const Problem& problem)
{
    return Search(problem).best();
}

}  // namespace befriend::test
