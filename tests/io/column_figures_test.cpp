#include "catch2.hpp"
#include <befriend/io/column_figures.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace befriend;

namespace {

Tables with_capacities(const std::vector<int>& capacities)
{
    Tables tables;
    for (const int capacity : capacities) {
        Volunteer& volunteer = tables.volunteers.emplace_back();
        volunteer.id = VolunteerId("v" + std::to_string(tables.volunteers.size()));
        volunteer.capacity = capacity;
    }
    return tables;
}

bool is_ranklike(const std::vector<int>& capacities)
{
    const ColumnFigures figures = figures_of(Table::volunteers, with_capacities(capacities));
    return std::count(figures.ranklike.begin(), figures.ranklike.end(), "capacity") == 1;
}

}  // namespace

TEST_CASE("figures_of: the totals are sums, and a column without numbers has none", "[io][example]")
{
    const ColumnFigures figures = figures_of(Table::volunteers, with_capacities({4, 0, 2'147'483'647}));
    CHECK(figures.totals.at("capacity") == 2'147'483'651);
    CHECK(figures.totals.count("easting") == 0);
    CHECK(figures.totals.count("volunteer_id") == 0);
    CHECK(figures_of(Table::children, with_capacities({1})).totals.empty());
    CHECK(figures_of(Table::policy, {}).totals.empty());
}

TEST_CASE("figures_of: a column that counts from 1 in some order looks like a rank (B23)", "[io][example]")
{
    std::vector<int> ranks{3, 1, 2, 10, 9, 8, 7, 6, 5, 4};
    CHECK(is_ranklike(ranks));
    ranks[0] = 2;
    CHECK_FALSE(is_ranklike(ranks));
    CHECK_FALSE(is_ranklike({3, 1, 2, 9, 8, 7, 6, 5, 4}));  // few numbers count by chance
}
