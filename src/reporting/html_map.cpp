// The map: 1 km squares without ids, lines for proposals, and a table by larger squares.

#include "reporting/html_values.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/suppression.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace befriend {
namespace {

constexpr std::size_t most_squares = 40;  // rows of the table before it takes larger squares

struct Square {  // kilometres
    std::int64_t east = 0;
    std::int64_t north = 0;
    friend auto operator<=>(const Square&, const Square&) = default;
};

Square km_square_of(Location location)
{
    const Location corner = square_of(location);
    return {corner.easting / 1000, corner.northing / 1000};
}

// Who is where; the line of a proposal runs from child to volunteer.
struct Places {
    std::vector<Square> proposed;
    std::vector<Square> waiting;
    std::vector<Square> volunteers;
    std::set<std::pair<Square, Square>> pairs;
    std::uint64_t not_known = 0;
};

Places places_of(const Page& page)
{
    Places places;
    const auto put = [&](const std::optional<Location>& location, std::vector<Square>& squares) {
        if (location)
            squares.push_back(km_square_of(*location));
        else
            ++places.not_known;
    };
    for (const ProposedMatch& match : page.proposal.proposed) {
        const auto& child = page.round.children()[match.child].location;
        const auto& volunteer = page.round.volunteers()[match.volunteer].location;
        put(child, places.proposed);
        if (child && volunteer) places.pairs.emplace(km_square_of(*child), km_square_of(*volunteer));
    }
    for (const WaitingChild& child : page.proposal.waiting)
        put(page.round.children()[child.child].location, places.waiting);
    for (const Volunteer& volunteer : page.round.volunteers())
        put(volunteer.location, places.volunteers);
    return places;
}

// What the drawing covers, in kilometres, and how large a mark is: at least 1 km, and enough to be seen.
struct Frame {
    Square low;
    Square high;
    std::int64_t mark = 1;

    [[nodiscard]] std::int64_t margin() const { return 2 * mark; }
    [[nodiscard]] std::int64_t width() const { return high.east - low.east + 2 * margin(); }
    [[nodiscard]] std::int64_t height() const { return high.north - low.north + 3 * margin(); }

    // The middle of a square.
    [[nodiscard]] std::int64_t x(Square square) const { return square.east - low.east + margin(); }
    [[nodiscard]] std::int64_t y(Square square) const { return high.north - square.north + margin(); }
};

Frame frame_of(const Places& places)
{
    std::vector<Square> all = places.proposed;
    all.insert(all.end(), places.waiting.begin(), places.waiting.end());
    all.insert(all.end(), places.volunteers.begin(), places.volunteers.end());
    Frame frame{all.front(), all.front(), 1};
    for (const Square& square : all) {
        frame.low = {std::min(frame.low.east, square.east), std::min(frame.low.north, square.north)};
        frame.high = {std::max(frame.high.east, square.east), std::max(frame.high.north, square.north)};
    }
    constexpr std::int64_t least_marks_across = 60;
    const std::int64_t across =
        std::max(frame.high.east - frame.low.east, frame.high.north - frame.low.north) + 1;
    frame.mark = std::max<std::int64_t>(1, (across + least_marks_across - 1) / least_marks_across);
    return frame;
}

// A short line for each square, from its middle on: the style sheet makes it a disc if it has no length, and
// the template moves it back by half of its length.
std::string marks_path(const Frame& frame, const std::vector<Square>& squares, std::int64_t length)
{
    std::string path;
    for (const Square& square : std::set<Square>(squares.begin(), squares.end()))
        path += fmt::format("M{} {}h{}", frame.x(square), frame.y(square), length);
    return path;
}

// An outline a square, from its middle on.
std::string outlines_path(const Frame& frame, const std::vector<Square>& squares)
{
    std::string path;
    for (const Square& square : std::set<Square>(squares.begin(), squares.end()))
        path += fmt::format("M{} {}h{}v{}h-{}z", frame.x(square), frame.y(square), frame.mark, frame.mark,
                            frame.mark);
    return path;
}

// Half of a number, as SVG takes it.
std::string half_of(std::int64_t number)
{
    return fmt::format("{}.{}", number / 2, number % 2 == 0 ? 0 : 5);
}

std::string pairs_path(const Frame& frame, const std::set<std::pair<Square, Square>>& pairs)
{
    std::string path;
    for (const auto& [from, to] : pairs)
        path += fmt::format("M{} {}l{}{:+}", frame.x(from), frame.y(from), to.east - from.east,
                            from.north - to.north);
    return path;
}

// 1, 2 or 5 times a power of ten, at most a third of the width.
std::int64_t scale_km_of(const Frame& frame)
{
    std::int64_t length = 1;
    for (std::int64_t power = 1; power <= 1000; power *= 10) {
        for (const std::int64_t step : {1, 2, 5}) {
            if (3 * step * power <= frame.width()) length = step * power;
        }
    }
    return length;
}

// The letters that the Ordnance Survey gives a 100 km square, and the digits of a 10 km square in it.
std::string grid_name(Square square, std::int64_t side_km)
{
    const std::int64_t east = square.east / 100;
    const std::int64_t north = square.north / 100;
    const std::int64_t first = (19 - north) - (19 - north) % 5 + (east + 10) / 5;
    const std::int64_t second = (19 - north) * 5 % 25 + east % 5;
    const auto letter = [](std::int64_t at) { return static_cast<char>('A' + at + (at > 7 ? 1 : 0)); };
    std::string name{letter(first), letter(second)};
    if (side_km == 10) name += fmt::format("{}{}", square.east / 10 % 10, square.north / 10 % 10);
    return name;
}

using Tally = std::map<std::string, std::array<std::uint64_t, 3>>;

Tally tally_of(const Places& places, std::int64_t side_km)
{
    Tally tally;
    const std::array<const std::vector<Square>*, 3> columns{&places.proposed, &places.waiting,
                                                            &places.volunteers};
    for (std::size_t column = 0; column < columns.size(); ++column) {
        for (const Square& square : *columns[column])
            ++tally[grid_name(square, side_km)][column];
    }
    return tally;
}

Values table_of(const Tally& tally)
{
    Counts counts;
    for (const auto& [name, row] : tally)
        counts.emplace_back(row.begin(), row.end());
    const Shown shown = shown_cells(counts);
    std::size_t at = 0;
    return list_of(tally, [&](const auto& entry) {
        const auto& [name, row] = entry;
        const std::vector<bool>& show = shown[at++];
        const auto text = [&](std::size_t column) {
            return show[column] ? with_commas(row[column]) : std::string("hidden");
        };
        return object_of(
            {{"name", name}, {"proposed", text(0)}, {"waiting", text(1)}, {"volunteers", text(2)}});
    });
}

// Squares of 10 km, or of 100 km if those were too many or too small to show anything.
std::int64_t table_side_km(const Places& places)
{
    const Tally small = tally_of(places, 10);
    const auto has_shown = [](const auto& entry) {
        return std::any_of(entry.second.begin(), entry.second.end(),
                           [](std::uint64_t count) { return count >= least_shown; });
    };
    return small.size() <= most_squares && std::any_of(small.begin(), small.end(), has_shown) ? 10 : 100;
}

std::string sentence_of(const Places& places)
{
    std::string text = fmt::format(
        "{} and {} on the map.", counted(places.proposed.size() + places.waiting.size(), "child", "children"),
        counted(places.volunteers.size(), "volunteer", "volunteers"));
    if (places.not_known > 0)
        text += fmt::format(" The place of {} is not known.", counted(places.not_known, "person", "people"));
    return text;
}

Values drawing_of(const Places& places)
{
    const Frame frame = frame_of(places);
    const std::int64_t scale = scale_km_of(frame);
    Values map = object_of({{"width", std::to_string(frame.width())},
                            {"height", std::to_string(frame.height())},
                            {"sentence", sentence_of(places)},
                            {"pairs", pairs_path(frame, places.pairs)},
                            {"volunteers", marks_path(frame, places.volunteers, 0)},
                            {"waiting", outlines_path(frame, places.waiting)},
                            {"proposed", marks_path(frame, places.proposed, frame.mark)},
                            {"scale_km", std::to_string(scale)},
                            {"mark", std::to_string(frame.mark)},
                            {"half", half_of(frame.mark)},
                            {"disc", half_of(3 * frame.mark)},
                            {"marks", frame.mark == 1 ? "Each square is 1 km wide."
                                                      : "Each square stands for 1 km and is drawn larger."}});
    map.set("scale", fmt::format("M{} {}h{}", frame.margin(), (frame.height() - frame.mark), scale));
    const std::int64_t side = table_side_km(places);
    map.set("caption",
            fmt::format("People by square of {} km, named as on Ordnance Survey maps. Numbers from 1 to "
                        "{} and what would give them away are hidden.",
                        side, least_shown - 1));
    map.set("squares", table_of(tally_of(places, side)));
    return map;
}

}  // namespace

void add_map(const Page& page, Values& values)
{
    const Places places = places_of(page);
    const bool empty = places.proposed.empty() && places.waiting.empty() && places.volunteers.empty();
    values.set("map_sentence", empty ? "No place is known, so there is no map."
                                     : "Places are rounded to 1 km. Lines join the two sides of a proposal. "
                                       "The map names nobody.");
    values.set("map", empty ? Values(false) : drawing_of(places));
}

}  // namespace befriend
