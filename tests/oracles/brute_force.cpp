#include "oracles/brute_force.hpp"

#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/solve.hpp>

#include <array>
#include <map>

namespace befriend::test {
namespace {

using Value = std::array<std::int64_t, Problem::most_tiers + 1>;

struct Best {
    Value value{};
    std::uint32_t column = Solution::unassigned;
};

class Search {
public:
    explicit Search(const Problem& problem)
        : problem_(problem), room_(problem.capacity.begin(), problem.capacity.end()), known_(problem.rows())
    {
    }

    // The best that the rows from `row` on can do with the room that is left.
    Best best_from(std::uint32_t row)
    {
        if (row == problem_.rows()) return {};
        const auto known = known_[row].find(room_);
        if (known != known_[row].end()) return known->second;
        Best best{best_from(row + 1).value, Solution::unassigned};
        for (std::uint64_t edge = problem_.row_begin[row]; edge < problem_.row_begin[row + 1]; ++edge) {
            const std::uint32_t column = problem_.column[edge];
            if (room_[column] == 0) continue;
            --room_[column];
            Value value = best_from(row + 1).value;
            ++room_[column];
            for (std::size_t tier = 0; tier <= problem_.tiers.size(); ++tier)
                value[tier] += weight(tier, row, edge);
            if (value > best.value) best = {value, column};
        }
        return known_[row][room_] = best;
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
    [[nodiscard]] std::int64_t weight(std::size_t tier, std::uint32_t row, std::uint64_t edge) const
    {
        const std::uint32_t column = problem_.column[edge];
        if (tier == problem_.tiers.size())
            return static_cast<std::int64_t>(tie_weight(problem_.row_key[row], problem_.column_key[column]));
        const Tier& parts = problem_.tiers[tier];
        return parts.each + (parts.row.empty() ? 0 : parts.row[row]) +
               (parts.column.empty() ? 0 : parts.column[column]) +
               (parts.edge.empty() ? 0 : parts.edge[edge]);
    }

    const Problem& problem_;
    std::vector<std::int32_t> room_;
    std::vector<std::map<std::vector<std::int32_t>, Best>> known_;
};

}  // namespace

BestAssignment brute_force(const Problem& problem)
{
    return Search(problem).best();
}

}  // namespace befriend::test
