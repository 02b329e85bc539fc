#pragma once

// The columns of age and place, which children and volunteers share.

#include "io/cells.hpp"
#include "io/column.hpp"
#include <befriend/model/location.hpp>

#include <cstdint>
#include <string>
#include <variant>

namespace befriend::io {

template <class Record, std::int64_t least, std::int64_t most>
ColumnOf<Record> age_years_column(const About& about)
{
    using Cell = WholeNumberCell<std::int32_t, least, most>;
    return stated_column<Record, Cell, &Stated::age_years>(about, [](const Record& record) {
        const auto* const age = record.age ? std::get_if<AgeYears>(&*record.age) : nullptr;
        return age ? Cell::write(age->years) : std::string();
    });
}

template <class Record>
ColumnOf<Record> birth_month_column(const About& about)
{
    return stated_column<Record, MonthCell, &Stated::birth_month>(about, [](const Record& record) {
        const auto* const month = record.age ? std::get_if<std::chrono::year_month>(&*record.age) : nullptr;
        return month ? MonthCell::write(*month) : std::string();
    });
}

template <class Record>
ColumnOf<Record> easting_column(const About& about)
{
    return stated_column<Record, GridCell<most_easting>, &Stated::easting>(about, [](const Record& record) {
        return record.location ? std::to_string(record.location->easting) : std::string();
    });
}

template <class Record>
ColumnOf<Record> northing_column(const About& about)
{
    return stated_column<Record, GridCell<most_northing>, &Stated::northing>(about, [](const Record& record) {
        return record.location ? std::to_string(record.location->northing) : std::string();
    });
}

// Never written: what an area was looked up as is written as a point.
template <class Record>
ColumnOf<Record> area_column(const About& about)
{
    return stated_column<Record, AreaCell, &Stated::outcode>(about,
                                                             [](const Record&) { return std::string(); });
}

}  // namespace befriend::io
