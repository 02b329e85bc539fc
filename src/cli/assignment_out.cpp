#include "cli/assignment_out.hpp"

#include "cli/csv_out.hpp"
#include "cli/progress.hpp"
#include "cli/text_columns.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace befriend::cli {
namespace {

struct Pair {
    std::size_t row;
    std::size_t column;
    std::int64_t weight;
};

// The pairs that were chosen, by row.
std::vector<Pair> pairs_of(const NamedProblem& problem, const Assignment& answer)
{
    const WeightedPairs& all = problem.pairs;
    std::vector<Pair> chosen;
    chosen.reserve(answer.matched);
    for (std::size_t row = 0; row < answer.column_of_row.size(); ++row) {
        const std::uint32_t column = answer.column_of_row[row];
        if (column == Solution::unassigned) continue;
        const auto begin = all.column.begin() + static_cast<std::ptrdiff_t>(all.row_begin[row]);
        const auto end = all.column.begin() + static_cast<std::ptrdiff_t>(all.row_begin[row + 1]);
        const auto at = std::lower_bound(begin, end, column) - all.column.begin();
        chosen.push_back({row, column, all.weight[static_cast<std::size_t>(at)]});
    }
    return chosen;
}

const char* yes_or_no(bool value) noexcept
{
    return value ? "true" : "false";
}

std::string signed_number(std::int64_t value)
{
    const auto size = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    return (value < 0 ? "-" : "") + grouped(size);
}

void append_name(std::string& text, const std::string& name)
{
    const auto is_plain = [](char letter) {
        return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
    };
    if (std::all_of(name.begin(), name.end(), is_plain)) {
        text.append("\"").append(name).append("\"");
    } else {
        text += nlohmann::json(name).dump();
    }
}

// `"name":[...],` with `append` for each item.
template <class Items, class Append>
void append_list(std::string& text, std::string_view name, const Items& items, const Append& append)
{
    text.append("\"").append(name).append("\":[");
    for (const auto& item : items) {
        append(text, item);
        text += ',';
    }
    if (!items.empty()) text.pop_back();
    text += "],\n";
}

void append_number(std::string& text, std::int64_t number)
{
    text += std::to_string(number);
}

// The duals that are not 0 on one side.
std::string duals_text(const char* side, const std::vector<std::string>& names,
                       const std::vector<std::int64_t>& counts, const std::vector<std::int64_t>& totals,
                       bool with_counts)
{
    TextColumns columns =
        with_counts ? TextColumns(1, {side, "Count dual", "Dual"}) : TextColumns(1, {side, "Dual"});
    for (std::size_t at = 0; at < totals.size(); ++at) {
        if (counts[at] == 0 && totals[at] == 0) continue;
        columns.add(names[at]);
        if (with_counts) columns.add(signed_number(counts[at]));
        columns.add(signed_number(totals[at]));
    }
    return columns.has_rows() ? columns.text() + "\n" : "";
}

}  // namespace

std::string assignment_json(const NamedProblem& problem, const Assignment& answer,
                            const AssignOptions& options)
{
    const bool is_optimal = answer.status == AssignStatus::optimal;
    std::string text = std::string("{\"certified\":") + yes_or_no(is_optimal) + ",\n";
    if (counts_pairs(options))
        append_list(text, "column_count_duals", answer.count_prices.column, append_number);
    append_list(text, "column_duals", answer.prices.column, append_number);
    append_list(text, "columns", problem.columns, append_name);
    if (options.exactly) {
        text += "\"each\":" + std::to_string(answer.each) +
                ",\n\"each_count\":" + std::to_string(answer.each_count) +
                ",\n\"exactly\":" + std::to_string(*options.exactly) + ",\n";
    }
    text += "\"matched\":" + std::to_string(answer.matched) +
            ",\n\"maximize\":" + yes_or_no(options.maximize) + ",\n\"objective\":\"" +
            (options.goal == Goal::most_pairs ? "most_pairs" : "best_total") + "\",\n";
    append_list(text, "pairs", pairs_of(problem, answer), [&](std::string& into, const Pair& pair) {
        into += "\n{\"column\":";
        append_name(into, problem.columns[pair.column]);
        into += ",\"row\":";
        append_name(into, problem.rows[pair.row]);
        into += ",\"weight\":" + std::to_string(pair.weight) + "}";
    });
    text += std::string("\"require_all\":") + yes_or_no(options.require_all) + ",\n";
    if (counts_pairs(options)) append_list(text, "row_count_duals", answer.count_prices.row, append_number);
    append_list(text, "row_duals", answer.prices.row, append_number);
    append_list(text, "rows", problem.rows, append_name);
    return text + "\"schema_version\":1,\n\"status\":\"" + (is_optimal ? "optimal" : "infeasible") +
           "\",\n\"total\":" + std::to_string(answer.total) + "}\n";
}

std::string assignment_csv(const NamedProblem& problem, const Assignment& answer, bool raw)
{
    CsvWriter csv(raw);
    csv.row({"row", "column", "weight"});
    for (const auto& [row, column, weight] : pairs_of(problem, answer))
        csv.row({problem.rows[row], problem.columns[column], weight});
    return std::move(csv).text();
}

std::string assignment_text(const NamedProblem& problem, const Assignment& answer,
                            const AssignOptions& options)
{
    TextColumns pairs(2, {"Row", "Column", "Weight"});
    for (const auto& [row, column, weight] : pairs_of(problem, answer)) {
        pairs.add(problem.rows[row]);
        pairs.add(problem.columns[column]);
        pairs.add(signed_number(weight));
    }
    std::string text = pairs.has_rows() ? "Pairs\n" + pairs.text() + "\n" : "";
    const bool with_counts = counts_pairs(options);
    const std::string duals =
        duals_text("Row", problem.rows, answer.count_prices.row, answer.prices.row, with_counts) +
        duals_text("Column", problem.columns, answer.count_prices.column, answer.prices.column, with_counts);
    if (!duals.empty()) text += "Duals that are not 0\n" + duals;
    if (options.exactly && answer.status == AssignStatus::optimal) {
        text += "Each pair counts " + signed_number(answer.each_count) + " and its weight plus " +
                signed_number(answer.each) + "\n\n";
    }
    return text + in_one_line(problem, answer, options);
}

std::string in_one_line(const NamedProblem& problem, const Assignment& answer, const AssignOptions& options)
{
    const std::string rows = grouped(problem.rows.size());
    if (answer.status == AssignStatus::infeasible)
        return "infeasible: at most " + grouped(answer.matched) + " of " + rows + " rows can have a column\n";
    return grouped(answer.matched) + " of " + rows + " rows have a column, " +
           (options.maximize ? "largest" : "least") + " total " + signed_number(answer.total) +
           ", certified\n";
}

}  // namespace befriend::cli
