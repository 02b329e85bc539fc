#include "model/formatted.hpp"
#include <befriend/io/nearest_name.hpp>
#include <befriend/model/interests.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace befriend {
namespace {

constexpr std::size_t most_bytes = 64;  // a longer name is near to none

// Without what people add or leave out at the ends.
std::string plain(std::string_view name)
{
    std::string text = folded(name);
    text.erase(0, text.find_first_not_of('_'));
    text.erase(text.find_last_not_of('_') + 1);
    return text;
}

// Levenshtein's distance: letters to insert, leave out or change. O(length squared).
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({change, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string did_you_mean(std::string_view name, std::span<const std::string_view> known)
{
    if (name.size() > most_bytes) return {};
    const std::string wanted = plain(name);
    std::string_view nearest;
    std::size_t least = wanted.size() / 3 + 1;
    for (const std::string_view candidate : known) {
        const std::size_t steps = distance(wanted, plain(candidate));
        if (steps < least) {
            least = steps;
            nearest = candidate;
        }
    }
    return nearest.empty() ? std::string() : formatted(": did you mean {}?", nearest);
}

}  // namespace befriend
