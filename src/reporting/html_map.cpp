// The map: 1 km squares without ids, lines for proposals, and a table by larger squares.

#include "model/formatted.hpp"
#include "reporting/html_values.hpp"
#include "reporting/map_squares.hpp"
#include "reporting/plain_words.hpp"
#include "reporting/suppression.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

namespace befriend {
namespace {

enum Dweller : std::size_t { proposed, waiting, volunteers };  // in the order of `Homes`

Square km_square_of(Location location)
{
    const Location corner = square_of(location);
    return {corner.easting / 1000, corner.northing / 1000};
}

struct Places {
    Homes homes;
    std::uint64_t not_known = 0;
};

Places places_of(const Page& page)
{
    Places places;
    const auto put = [&](const std::optional<Location>& location, Dweller kind) {
        if (location)
            places.homes.of[kind].push_back(km_square_of(*location));
        else
            ++places.not_known;
    };
    for (const ProposedMatch& match : page.proposal.proposed) {
        const auto& child = page.round.children()[match.child].location;
        const auto& volunteer = page.round.volunteers()[match.volunteer].location;
        put(child, proposed);
        if (child && volunteer) places.homes.pairs.emplace(km_square_of(*child), km_square_of(*volunteer));
    }
    for (const WaitingChild& child : page.proposal.waiting)
        put(page.round.children()[child.child].location, waiting);
    for (const Volunteer& volunteer : page.round.volunteers())
        put(volunteer.location, volunteers);
    return places;
}

// What the drawing covers, in kilometres, and how large a mark is: at least 1 km, and enough to be seen. It
// follows from what is drawn, so it tells nothing about who is not.
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

Frame frame_of(const MapMarks& marks)
{
    std::vector<Square> all = marks.hidden;
    for (const Square& corner : marks.hidden)
        all.push_back({corner.east + marks.side_km - 1, corner.north + marks.side_km - 1});
    for (const auto& squares : marks.of)
        all.insert(all.end(), squares.begin(), squares.end());
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
std::string marks_path(const Frame& frame, const std::set<Square>& squares, std::int64_t length)
{
    std::string path;
    for (const Square& square : squares)
        path += formatted("M{} {}h{}", frame.x(square), frame.y(square), length);
    return path;
}

// An outline `side` wide for each square, from the middle of its upper left kilometre on.
template <class Squares>
std::string outlines_path(const Frame& frame, const Squares& squares, std::int64_t side, std::int64_t above)
{
    std::string path;
    for (const Square& square : squares)
        path += formatted("M{} {}h{}v{}h-{}z", frame.x(square), frame.y(square) - above, side, side, side);
    return path;
}

// Half of a number, as SVG takes it.
std::string half_of(std::int64_t number)
{
    return formatted("{}.{}", number / 2, number % 2 == 0 ? 0 : 5);
}

std::string pairs_path(const Frame& frame, const std::set<std::pair<Square, Square>>& pairs)
{
    std::string path;
    for (const auto& [from, to] : pairs)
        path += formatted("M{} {}l{}{:+}", frame.x(from), frame.y(from), to.east - from.east,
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

Values values_of(const SquareTable& table)
{
    return list_of(table.rows, [](const SquareRow& row) {
        const auto text = [&](Dweller kind) {
            return row.shown[kind] ? with_commas(row.count[kind]) : std::string("hidden");
        };
        return object_of({{"name", row.name},
                          {"proposed", text(proposed)},
                          {"waiting", text(waiting)},
                          {"volunteers", text(volunteers)}});
    });
}

std::string sentence_of(const Places& places)
{
    const auto& of = places.homes.of;
    std::string text = formatted("The place of {} and {} is known.",
                                 counted(of[proposed].size() + of[waiting].size(), "child", "children"),
                                 counted(of[volunteers].size(), "volunteer", "volunteers"));
    if (places.not_known > 0)
        text += formatted(" That of {} is not.", counted(places.not_known, "person", "people"));
    return text;
}

Values drawing_of(const Places& places)
{
    const SquareTable table = square_table(places.homes);
    const MapMarks marks = map_marks(places.homes, table);
    const Frame frame = frame_of(marks);
    const std::int64_t scale = scale_km_of(frame);
    Values map = object_of({{"width", std::to_string(frame.width())},
                            {"height", std::to_string(frame.height())},
                            {"sentence", sentence_of(places)},
                            {"pairs", pairs_path(frame, marks.pairs)},
                            {"hidden", outlines_path(frame, marks.hidden, marks.side_km, marks.side_km - 1)},
                            {"volunteers", marks_path(frame, marks.of[volunteers], 0)},
                            {"waiting", outlines_path(frame, marks.of[waiting], frame.mark, 0)},
                            {"proposed", marks_path(frame, marks.of[proposed], frame.mark)},
                            {"scale_km", std::to_string(scale)},
                            {"side_km", std::to_string(table.side_km)},
                            {"half", half_of(frame.mark)},
                            {"mark", std::to_string(frame.mark)},
                            {"disc", half_of(3 * frame.mark)},
                            {"marks", frame.mark == 1 ? "Each mark is 1 km wide."
                                                      : "Each mark stands for 1 km and is drawn larger."}});
    map.set("scale", formatted("M{} {}h{}", frame.margin(), frame.height() - frame.mark, scale));
    map.set("squares", values_of(table));
    return map;
}

}  // namespace

void add_map(const Page& page, Values& values)
{
    const Places places = places_of(page);
    const auto& of = places.homes.of;
    const bool empty = std::all_of(of.begin(), of.end(), [](const auto& homes) { return homes.empty(); });
    values.set("map_sentence",
               empty ? std::string("No place is known, so there is no map.") : sentence_of(places));
    values.set("map", empty ? Values(false) : drawing_of(places));
}

}  // namespace befriend
