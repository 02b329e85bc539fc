// Distributions as tables with bars, and outcomes by group.

#include "model/formatted.hpp"
#include "reporting/html_values.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/reasons.hpp"
#include "reporting/suppression.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>

namespace befriend {
namespace {

struct Row {
    std::string label;
    std::vector<std::uint64_t> numbers;  // one a series
};

struct Figure {
    std::string title;
    std::string headline;
    std::string of;  // what the rows are
    std::vector<std::string> series;
    std::vector<Row> rows;
};

Values values_of(const Figure& figure)
{
    std::uint64_t largest = 1;
    for (const Row& row : figure.rows)
        largest = std::max(largest, *std::max_element(row.numbers.begin(), row.numbers.end()));
    Values values = object_of({{"title", figure.title}, {"headline", figure.headline}, {"of", figure.of}});
    values.set("series",
               list_of(figure.series, [](const std::string& name) { return object_of({{"name", name}}); }));
    values.set("rows", list_of(figure.rows, [&](const Row& row) {
                   Values line = object_of({{"label", row.label}});
                   line.set("cells", list_of(row.numbers, [&](std::uint64_t number) {
                                return object_of({{"number", with_commas(number)},
                                                  {"share", std::to_string(number * 100 / largest)}});
                            }));
                   return line;
               }));
    return values;
}

// `Under 3 months`, `3 to 5 months`, `18 months or more`: whole months.
std::string months_label(const Band& band)
{
    if (!band.below) return formatted("{} months or more", band.from);
    if (band.from == 0) return formatted("Under {} months", *band.below);
    return formatted("{} to {} months", band.from, *band.below - 1);
}

// `Under 5 km`, `5 to under 10 km`: distances between whole kilometres count too.
std::string km_label(const Band& band)
{
    if (!band.below) return formatted("{} km or more", band.from);
    if (band.from == 0) return formatted("Under {} km", *band.below);
    return formatted("{} to under {} km", band.from, *band.below);
}

Figure waiting_figure(const Summary& all)
{
    Figure figure{
        "How long children have waited", "No child waits.", "Waited", {"Proposed", "Keep waiting"}, {}};
    const auto half = [](const char* whom, std::int64_t months) {
        return months < 1 ? formatted("Half of those {} have waited under 1 month.", whom)
                          : formatted("Half of those {} have waited {} or more.", whom, months_text(months));
    };
    std::vector<std::string> sentences;
    if (all.median_months_proposed) sentences.push_back(half("proposed", *all.median_months_proposed));
    if (all.median_months_waiting) sentences.push_back(half("who keep waiting", *all.median_months_waiting));
    if (!sentences.empty()) figure.headline = separated(sentences, " ");
    for (std::size_t at = 0; at < all.months_proposed.size(); ++at)
        figure.rows.push_back({months_label(all.months_proposed[at]),
                               {all.months_proposed[at].count, all.months_waiting[at].count}});
    return figure;
}

Figure points_figure(const Summary& all)
{
    Figure figure{"Points of the proposals", "There is no proposal.", "Points", {"Proposals"}, {}};
    if (all.median_points)
        figure.headline = formatted("Half of the proposals earn {} points or more.", *all.median_points);
    for (const Band& band : all.points) {
        const std::int64_t last = band.below ? *band.below - 1 : full_points;
        figure.rows.push_back({formatted("{} to {}", band.from, with_commas(last)), {band.count}});
    }
    return figure;
}

Figure distance_figure(const Summary& all)
{
    std::uint64_t near = 0;
    for (const Band& band : all.distances_km)
        near += band.below && *band.below <= 10 ? band.count : 0;
    Figure figure{"How far apart",
                  all.proposed == 0 ? "There is no proposal."
                                    : formatted("{} of {} live under 10 km apart.", with_commas(near),
                                                counted(all.proposed, "pair", "pairs")),
                  "Distance",
                  {"Proposals"},
                  {}};
    for (const Band& band : all.distances_km)
        figure.rows.push_back({km_label(band), {band.count}});
    figure.rows.push_back({"Not known", {all.distance_unknown}});
    return figure;
}

// The reason of a child who is out of reach of every volunteer is that alone, whatever else stands in the
// way.
std::string sentence_of(const ReasonCount& reason)
{
    const bool of_the_child =
        reason.reason == WaitingReason::rule &&
        (reason.rules.front() == Rule::objection || reason.rules.front() == Rule::service);
    if (of_the_child) return std::string(sentence_of(reason.rules.front()));
    return sentence_of(reason.reason, reason.rules);
}

Figure reasons_figure(const Summary& all)
{
    Figure figure{"Why children keep waiting", "No child keeps waiting.", "Reason", {"Children"}, {}};
    for (const ReasonCount& reason : all.reasons) {
        const std::string label = sentence_of(reason);
        const auto row = std::find_if(figure.rows.begin(), figure.rows.end(),
                                      [&](const Row& other) { return other.label == label; });
        if (row == figure.rows.end())
            figure.rows.push_back({label, {reason.children}});
        else
            row->numbers.front() += reason.children;
    }
    std::sort(figure.rows.begin(), figure.rows.end(), [](const Row& a, const Row& b) {
        return std::tie(b.numbers.front(), a.label) < std::tie(a.numbers.front(), b.label);
    });
    if (!figure.rows.empty())
        figure.headline =
            formatted("Most common, for {} of {}: {}", with_commas(figure.rows.front().numbers.front()),
                      counted(all.waiting, "child", "children"), figure.rows.front().label);
    return figure;
}

bool shows_anything(const GroupTable& table)
{
    return std::any_of(table.groups.begin(), table.groups.end(), [](const GroupOutcome& group) {
        return group.start != 0U &&
               (group.start || group.proposed || group.eligible_waits || group.nobody_eligible);
    });
}

Values row_of(const GroupOutcome& outcome)
{
    const auto text = [](const std::optional<std::uint64_t>& count) {
        return count ? with_commas(*count) : std::string("hidden");
    };
    std::vector<std::string> cells{text(outcome.start), text(outcome.median_eligible), text(outcome.proposed),
                                   text(outcome.eligible_waits), text(outcome.nobody_eligible)};
    cells.push_back(outcome.median_points ? with_commas(std::int64_t{*outcome.median_points})
                    : outcome.proposed    ? "none"
                                          : "hidden");
    Values row = object_of({{"group", group_label(outcome.group)}});
    row.set("cells", list_of(cells, [](const std::string& cell) { return object_of({{"text", cell}}); }));
    return row;
}

}  // namespace

void add_figures(const Page& page, Values& values)
{
    values.set("figures",
               list_of(std::vector<Figure>{waiting_figure(page.summary), points_figure(page.summary),
                                           distance_figure(page.summary), reasons_figure(page.summary)},
                       values_of));
}

void add_groups(const Page& page, Values& values)
{
    values.set("most_hidden", std::to_string(least_shown - 1));
    std::vector<std::string> too_small;
    Values tables{Values::type::list};
    for (const GroupTable& table : page.summary.groups) {
        const std::string name(label_of(table.characteristic));
        if (!shows_anything(table)) {
            too_small.push_back(name);
            continue;
        }
        std::vector<GroupOutcome> groups;  // but for those without a child
        std::copy_if(table.groups.begin(), table.groups.end(), std::back_inserter(groups),
                     [](const GroupOutcome& group) { return group.start != 0U; });
        Values group = object_of({{"name", name}});
        group.set("rows", list_of(groups, row_of));
        tables.push_back(group);
    }
    values.set("groups", tables);
    if (too_small.empty()) return;
    values.set("too_small", "This round has too few children to compare by: " + joined(too_small) + ".");
}

}  // namespace befriend
