#include "io/draft.hpp"

namespace befriend::io {
namespace {

constexpr std::int64_t metres_in_a_mile = 1609;
constexpr std::int32_t most_degrees = 180;

std::optional<StatedAge> age_of(const Stated& stated, CellFaults& faults)
{
    if (stated.age_years.is_given && stated.birth_month.is_given) {
        faults.in("birth_month")
            .add(FaultCode::e_conflict, "age_years is given too: only one of the two may be");
        return std::nullopt;
    }
    if (stated.birth_month.value) return *stated.birth_month.value;
    if (stated.age_years.value) return AgeYears{*stated.age_years.value};
    return std::nullopt;
}

std::optional<Location> area_of(const std::string& outcode, const AreaTable* areas, CellFaults& faults)
{
    if (areas != nullptr) {
        const auto found = areas->find(outcode);
        if (found != areas->end()) return found->second;
    }
    faults.in("area").add(FaultCode::w_place, areas == nullptr
                                                  ? "no table of areas was given: the place stays unknown"
                                                  : "not in the table of areas: the place stays unknown");
    return std::nullopt;
}

std::optional<Location> place_of(const Stated& stated, const AreaTable* areas, CellFaults& faults)
{
    const bool has_point = stated.easting.is_given || stated.northing.is_given;
    if (stated.outcode.is_given && has_point) {
        faults.in("area").add(FaultCode::e_conflict,
                              "easting and northing are given too: give a point or an area");
        return std::nullopt;
    }
    if (stated.outcode.value) return area_of(*stated.outcode.value, areas, faults);
    if (stated.easting.is_given != stated.northing.is_given) {
        faults.in(stated.easting.is_given ? "northing" : "easting")
            .add(FaultCode::e_schema, "missing: easting and northing come together");
        return std::nullopt;
    }
    if (!stated.easting.value || !stated.northing.value) return std::nullopt;
    const Location point{*stated.easting.value, *stated.northing.value};
    if (point.easting <= most_degrees && point.northing <= most_degrees) {
        faults.in("easting").add(FaultCode::e_range,
                                 "not a place in Great Britain: looks like degrees, give whole metres on the "
                                 "British National Grid");
        return std::nullopt;
    }
    return point;
}

std::optional<std::int64_t> limit_of(const Stated& stated, CellFaults& faults)
{
    if (stated.furthest_m.is_given && stated.furthest_miles.is_given) {
        faults.in("max_travel_miles")
            .add(FaultCode::e_conflict, "max_travel_m is given too: only one of the two may be");
        return std::nullopt;
    }
    if (stated.furthest_miles.value) return *stated.furthest_miles.value * metres_in_a_mile;
    return stated.furthest_m.value;
}

}  // namespace

void settle(Draft<Referral>& draft, const AreaTable* areas, CellFaults& faults)
{
    draft.record.age = age_of(draft.stated, faults);
    draft.record.location = place_of(draft.stated, areas, faults);
}

void settle(Draft<Volunteer>& draft, const AreaTable* areas, CellFaults& faults)
{
    draft.record.age = age_of(draft.stated, faults);
    draft.record.location = place_of(draft.stated, areas, faults);
    draft.record.furthest_m = limit_of(draft.stated, faults);
}

}  // namespace befriend::io
