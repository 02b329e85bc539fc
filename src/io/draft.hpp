#pragma once

#include "io/cell_faults.hpp"
#include <befriend/io/table_reader.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/volunteer.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace befriend::io {

// A cell that was filled, and its value if it has one.
template <class T>
struct Given {
    bool is_given = false;
    std::optional<T> value;
};

// What several cells state together: it is settled when all cells of the record have been read.
struct Stated {
    Given<std::int32_t> age_years;
    Given<std::chrono::year_month> birth_month;
    Given<std::int32_t> easting;
    Given<std::int32_t> northing;
    Given<std::string> outcode;
    Given<std::int64_t> furthest_m;
    Given<std::int64_t> furthest_miles;
};

// A record under way.
template <class Record>
struct Draft {
    Record record;
    Stated stated;
};

// Settles age, place and limit of travel: what contradicts itself becomes a fault and stays unknown.
void settle(Draft<Referral>& draft, const AreaTable* areas, CellFaults& faults);
void settle(Draft<Volunteer>& draft, const AreaTable* areas, CellFaults& faults);

template <class Record>
void settle(Draft<Record>&, const AreaTable*, CellFaults&)
{
}

}  // namespace befriend::io
