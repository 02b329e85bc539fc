#include "cli/named_problem.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <tuple>
#include <xxhash.h>

namespace befriend::cli {
namespace {

bool is_digit(char letter) noexcept
{
    return letter >= '0' && letter <= '9';
}

// Digits, without zeros in front.
bool is_number(std::string_view text) noexcept
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit) &&
           (text.size() == 1 || text.front() != '0');
}

}  // namespace

bool comes_before(std::string_view a, std::string_view b) noexcept
{
    const bool a_is_other = !is_number(a);
    const bool b_is_other = !is_number(b);
    if (a_is_other || b_is_other) return std::tie(a_is_other, a) < std::tie(b_is_other, b);
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

std::vector<std::uint64_t> keys_of(const std::vector<std::string>& names, std::int64_t seed)
{
    std::vector<std::uint64_t> keys(names.size());
    std::transform(names.begin(), names.end(), keys.begin(), [seed](const std::string& name) {
        return XXH3_64bits_withSeed(name.data(), name.size(), static_cast<XXH64_hash_t>(seed));
    });
    return keys;
}

WholeNumber whole_number_in(std::string_view text, std::int64_t least, std::int64_t most) noexcept
{
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    if (!is_number(digits)) return {0, FaultCode::e_number};
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value < least || value > most) return {0, FaultCode::e_range};
    return {value, {}};
}

std::string rule_of_number(FaultCode flaw, std::int64_t least, std::int64_t most)
{
    if (flaw == FaultCode::e_number) return "not a whole number";
    return "allowed are " + std::to_string(least) + " to " + std::to_string(most);
}

void LinesOfItems::add(std::size_t line)
{
    if (runs_.empty() || line != line_of(size_)) runs_.emplace_back(size_, line);
    ++size_;
}

std::size_t LinesOfItems::line_of(std::size_t item) const
{
    // The last run is the one that is asked for while a file is read.
    auto run = runs_.end() - 1;
    if (run->first > item) {
        run = std::upper_bound(runs_.begin(), runs_.end(), item,
                               [](std::size_t at, const auto& other) { return at < other.first; }) -
              1;
    }
    return run->second + (item - run->first);
}

}  // namespace befriend::cli
