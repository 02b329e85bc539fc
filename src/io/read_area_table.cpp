#include "io/document.hpp"
#include "io/text.hpp"
#include <befriend/io/read_area_table.hpp>

#include <charconv>
#include <system_error>

namespace befriend {
namespace {

std::optional<std::int32_t> metres(const io::Node& node, std::int32_t most)
{
    if (node.kind != io::NodeKind::whole_number) return std::nullopt;
    std::int32_t value = 0;
    const char* const end = node.text.data() + node.text.size();
    const auto [stop, fault] = std::from_chars(node.text.data(), end, value);
    if (fault != std::errc() || stop != end || value < 0 || value > most) return std::nullopt;
    return value;
}

std::optional<Location> place_in(const io::Node& node)
{
    if (node.kind != io::NodeKind::list || node.items.size() != 2) return std::nullopt;
    const auto easting = metres(node.items[0], most_easting);
    const auto northing = metres(node.items[1], most_northing);
    if (!easting || !northing) return std::nullopt;
    return Location{*easting, *northing};
}

}  // namespace

AreaTable read_area_table(std::string_view text, std::vector<Fault>& faults)
{
    AreaTable areas;
    const auto document = io::read_document(Table::areas, text, faults);
    if (!document) return areas;
    for (const io::NodeMember& member : document->members) {
        const auto refuse = [&](FaultCode code, const char* rule) {
            faults.push_back(io::document_fault(Table::areas, code, member.name, rule));
        };
        const auto outcode = outcode_of(member.name);
        const auto place = place_in(member.node);
        if (!outcode) {
            refuse(FaultCode::e_schema, "not an outcode");
        } else if (!place) {
            refuse(FaultCode::e_range,
                   "not an easting and a northing on the British National Grid, in metres");
        } else if (!areas.emplace(*outcode, *place).second) {
            refuse(FaultCode::e_duplicate, "an outcode a second time");
        }
    }
    return areas;
}

}  // namespace befriend
