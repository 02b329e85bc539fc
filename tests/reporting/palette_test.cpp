// Rule R4 of the report: text stands out 4.5 to 1 from its ground, and shapes 3 to 1 from what they touch.
// The contrast of two colours is that of WCAG 2.2 (relative luminance of sRGB).

#include "catch2.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace befriend::embedded {
extern const std::string_view report_css;
}

namespace {

using befriend::embedded::report_css;

// `#fd0` or `#12436d`.
double luminance(std::string hex)
{
    hex.erase(0, 1);
    if (hex.size() == 3) hex = {hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]};
    double sum = 0;
    const std::array<double, 3> share{0.2126, 0.7152, 0.0722};
    for (std::size_t at = 0; at < share.size(); ++at) {
        const double level = std::stoi(hex.substr(2 * at, 2), nullptr, 16) / 255.0;
        sum += share[at] * (level <= 0.04045 ? level / 12.92 : std::pow((level + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(const std::string& a, const std::string& b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

bool is_hex(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
}

// Every colour that the style sheet writes out; `#figures` is none, for it is no number.
std::set<std::string> written_colours()
{
    std::set<std::string> found;
    const std::string css(report_css);
    for (std::size_t at = css.find('#'); at != std::string::npos; at = css.find('#', at + 1)) {
        const std::string word = css.substr(at + 1, css.find_first_of(" ;},.:)>[", at) - at - 1);
        if (std::all_of(word.begin(), word.end(), is_hex)) found.insert("#" + word);
    }
    return found;
}

// The colours of the style sheet by name, and the two that have none.
std::map<std::string, std::string> palette()
{
    std::map<std::string, std::string> colours{{"white", "#fff"}, {"yellow", "#fd0"}};
    const std::string css(report_css);
    for (const std::string name : {"ink", "soft", "line", "pale", "link", "c1", "c3", "c4"}) {
        const std::size_t at = css.find("--" + name + ":#");
        REQUIRE(at != std::string::npos);
        const std::size_t from = at + name.size() + 3;
        colours[name] = css.substr(from, css.find_first_of(";}", from) - from);
    }
    return colours;
}

}  // namespace

TEST_CASE("palette: contrast is computed as WCAG does", "[reporting][example]")
{
    CHECK(std::lround(contrast("#000000", "#fff") * 100) == 2100);
    CHECK(std::lround(contrast("#777777", "#fff") * 100) == 448);  // the grey that just fails
    CHECK(contrast("#12436d", "#12436d") == 1);
}

TEST_CASE("palette: text and shapes stand out from what they touch", "[reporting][example]")
{
    const std::map<std::string, std::string> of = palette();
    struct Pair {
        const char* front;
        const char* ground;
        double least;
    };
    constexpr double text = 4.5;
    constexpr double shape = 3;
    for (const Pair pair :
         {Pair{"ink", "white", text}, Pair{"ink", "pale", text}, Pair{"ink", "yellow", text},
          Pair{"link", "white", text}, Pair{"link", "yellow", text}, Pair{"white", "c1", text},
          Pair{"c1", "white", shape}, Pair{"c3", "white", shape}, Pair{"c4", "white", shape},
          Pair{"soft", "white", shape}, Pair{"c1", "c4", shape}, Pair{"c3", "c4", shape},
          Pair{"soft", "c4", shape}, Pair{"c1", "pale", shape}}) {
        CAPTURE(pair.front, pair.ground);
        CHECK(contrast(of.at(pair.front), of.at(pair.ground)) >= pair.least);
    }
}

TEST_CASE("palette: the style sheet has no colour but these", "[reporting][example]")
{
    std::set<std::string> known;
    for (const auto& [name, hex] : palette())
        known.insert(hex);
    CHECK(written_colours() == known);
    for (const char* other : {"rgb", "hsl", "lab(", "lch(", "color-mix", "color(", "opacity"})
        CHECK(report_css.find(other) == std::string_view::npos);
}
