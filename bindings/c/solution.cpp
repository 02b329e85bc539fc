#include "guarded.hpp"

#include <algorithm>

namespace befriend::c {
namespace {

std::int64_t number_of(const befriend_solution& solution, std::string_view key)
{
    const Assignment& answer = solution.answer;
    if (key == "status") {
        return answer.status == AssignStatus::optimal ? BEFRIEND_SOLUTION_OPTIMAL
                                                      : BEFRIEND_SOLUTION_INFEASIBLE;
    }
    if (key == "rows") return static_cast<std::int64_t>(solution.rows);
    if (key == "columns") return static_cast<std::int64_t>(solution.columns);
    if (key == "matched") return static_cast<std::int64_t>(answer.matched);
    if (key == "total") return answer.total;
    if (key == "each") return answer.each;
    if (key == "each_count") return answer.each_count;
    throw Misuse{FaultCode::e_arg, "key",
                 "unknown; whole numbers are status, rows, columns, matched, total, each, each_count"};
}

// Where the caller wants values, and how many there are.
struct Values {
    std::int64_t* begin;
    std::size_t cap;
    std::size_t* needed;

    template <class From>
    void take(const std::vector<From>& from) const
    {
        *needed = from.size();
        if (begin == nullptr) return;
        if (cap < from.size())
            throw Misuse{FaultCode::e_limit, "cap", "too small: *needed says how many values there are"};
        std::transform(from.begin(), from.end(), begin, [](From value) {
            if constexpr (std::is_same_v<From, std::uint32_t>)
                return value == Solution::unassigned ? std::int64_t{-1} : std::int64_t{value};
            else
                return value;
        });
    }
};

void take_array(const Assignment& answer, std::string_view key, const Values& values)
{
    if (key == "column_of_row") return values.take(answer.column_of_row);
    if (key == "row_duals") return values.take(answer.prices.row);
    if (key == "column_duals") return values.take(answer.prices.column);
    if (key == "row_count_duals") return values.take(answer.count_prices.row);
    if (key == "column_count_duals") return values.take(answer.count_prices.column);
    throw Misuse{FaultCode::e_arg, "key",
                 "unknown; arrays are column_of_row, row_duals, column_duals, row_count_duals, "
                 "column_count_duals"};
}

}  // namespace
}  // namespace befriend::c

using namespace befriend;

befriend_status befriend_solution_get_int(const befriend_solution* solution, const char* key, int64_t* out,
                                          befriend_error** err)
{
    if (out != nullptr) *out = 0;
    return c::guarded(err, [&] {
        const befriend_solution& opened = c::opened(solution, "solution");
        c::need_not_null(key, "key");
        c::need_not_null(out, "out");
        *out = c::number_of(opened, key);
    });
}

befriend_status befriend_solution_get_array(const befriend_solution* solution, const char* key,
                                            int64_t* buffer, size_t cap, size_t* needed, befriend_error** err)
{
    if (needed != nullptr) *needed = 0;
    return c::guarded(err, [&] {
        const befriend_solution& opened = c::opened(solution, "solution");
        c::need_not_null(key, "key");
        c::need_not_null(needed, "needed");
        if (cap > 0) c::need_not_null(buffer, "buffer");
        c::take_array(opened.answer, key, {buffer, cap, needed});
    });
}

void befriend_solution_free(befriend_solution* solution)
{
    if (c::is_ours(solution)) delete solution;
}
