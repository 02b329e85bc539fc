#include "assignment/numbering.hpp"

#include "assignment/watch.hpp"
#include "catch2.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

using namespace befriend;

namespace {

// Villages of 40 rows and 40 columns, each with edges within its own only. Who lives next in memory is from
// another village.
struct Villages {
    static constexpr std::uint32_t villages = 50;
    static constexpr std::uint32_t people = 40;

    Villages() : capacity(villages * people, 1)
    {
        for (std::uint32_t row = 0; row < villages * people; ++row) {
            for (std::uint32_t other = 0; other < people; ++other)
                if ((row / villages + other) % 3 != 0) column.push_back(row % villages + villages * other);
            row_begin.push_back(column.size());
        }
    }
    [[nodiscard]] Problem problem() const { return {row_begin, column, capacity, {}, {}, {}}; }

    std::vector<std::uint64_t> row_begin = {0};
    std::vector<std::uint32_t> column;
    std::vector<std::int32_t> capacity;
};

}  // namespace

TEST_CASE("Numbering: nodes of a region follow one another, in the order they had", "[assignment]")
{
    const Villages of;
    const KeepGoing never_asked;
    Watch watch(never_asked, 1);
    const Numbering numbering(of.problem(), 0, watch);

    std::vector<std::uint32_t> village_of_row;
    for (std::uint32_t row = 0; row < of.villages * of.people; ++row) {
        const std::uint32_t before = row == 0 ? 0 : numbering.row_of_problem(row - 1);
        const std::uint32_t village = numbering.row_of_problem(row) % of.villages;
        if (village_of_row.empty() || village != village_of_row.back()) {
            village_of_row.push_back(village);
        } else {
            CHECK(before < numbering.row_of_problem(row));
        }
        CHECK(numbering.column_of_problem(row) % of.villages == village);
        CHECK(numbering.column_here(numbering.column_of_problem(row)) == row);
    }
    std::sort(village_of_row.begin(), village_of_row.end());
    std::vector<std::uint32_t> each_once(of.villages);
    std::iota(each_once.begin(), each_once.end(), 0U);
    CHECK(village_of_row == each_once);
}

TEST_CASE("Numbering: values go to the numbers here and back", "[assignment]")
{
    const Villages of;
    const KeepGoing never_asked;
    Watch watch(never_asked, 1);
    const Numbering numbering(of.problem(), 0, watch);
    std::vector<std::uint32_t> own(of.capacity.size());
    std::iota(own.begin(), own.end(), 0U);

    const auto here = numbering.columns_here(own);
    CHECK(here != own);
    for (std::uint32_t column = 0; column < here.size(); ++column)
        CHECK(here[column] == numbering.column_of_problem(column));
    CHECK(numbering.columns_of_problem(here) == own);
}

TEST_CASE("Numbering: small problems, and those with every pair, keep their numbers", "[assignment]")
{
    const Villages of;
    const KeepGoing never_asked;
    Watch watch(never_asked, 1);
    const std::vector<std::uint64_t> row_begin = {0, 2, 4};
    const std::vector<std::uint32_t> column = {0, 1, 0, 1};
    const std::vector<std::int32_t> capacity = {1, 1};

    const Numbering small(of.problem(), 2 * of.capacity.size() + 1, watch);
    const Numbering full({row_begin, column, capacity, {}, {}, {}}, 0, watch);
    for (const Numbering* numbering : {&small, &full})
        for (const std::uint32_t node : {0U, 1U}) {
            CHECK(numbering->row_of_problem(node) == node);
            CHECK(numbering->column_of_problem(node) == node);
            CHECK(numbering->column_here(node) == node);
        }
}
