// How a row of a matrix finds its favourites: two passes over it, both by vector instructions.
//
// The first adds costs and prices up, and keeps the least total in each of 64 groups of columns. That says
// how dear the 20 or so cheapest columns are, near enough: the 19th least of the 64. The second pass collects
// the columns up to there; hardly any block of columns has one, so it hardly ever stops. Where equal totals
// make too many, those that come first are kept, and each row begins elsewhere: else all rows would remember
// the same columns.
//
// While rows want the same columns, prices rise so fast that favourites are outdated at once. A row whose
// favourites were of little use therefore finds only its two best columns a few times, in one pass.

#include "assignment/dense/rows.hpp"

#include "assignment/dense/lanes.hpp"

#include <algorithm>

namespace befriend {
namespace {

constexpr std::int32_t wanted = 18;  // groups with a favourite, and one
constexpr std::uint32_t little = 4;  // times that favourites are asked at least before others are found

// Columns to a block of the second pass.
constexpr std::size_t block = 16;

std::size_t up_to_whole(std::size_t columns, std::size_t part)
{
    return (columns + part - 1) / part * part;
}

// A total, and behind it how many columns the row had passed: the order in which favourites are chosen.
using Candidate = std::uint64_t;

std::int32_t total_of(Candidate candidate)
{
    return static_cast<std::int32_t>(candidate >> 32);
}

}  // namespace

DenseRows::DenseRows(const MatrixWeights& weights, std::size_t rows, std::size_t columns, Watch& watch)
    : weights_(weights),
      turn_(weights.are_costs ? 0 : ~std::uint32_t{0}),
      sum_(static_cast<std::uint32_t>(weights.largest) + (weights.are_costs ? 0 : 1)),
      columns_(columns),
      watch_(watch),
      price_(up_to_whole(columns, groups)),
      totals_(up_to_whole(columns, groups), beyond),
      favourites_(rows)
{
}

void DenseRows::look(std::uint32_t row)
{
    add_up(row);
    collect(row, columns_ <= most_favourites ? beyond - 1 : enough());
    watch_.worked(columns_);
}

void DenseRows::add_up(std::uint32_t row)
{
    const std::int64_t* const given = weights_.given + row * columns_;
    std::array<Lanes, groups / lanes> least;
    for (Lanes& part : least)
        part = Lanes{} + beyond;
    std::size_t column = 0;
    for (; column + groups <= columns_; column += groups) {
        for (std::size_t part = 0; part < least.size(); ++part) {
            const std::size_t at = column + part * lanes;
            Lanes total;
            Lanes price;
            load_sums(total, sum_, given + at, turn_);
            load(price, price_.data() + at);
            total += price;
            store(total, totals_.data() + at);
            least[part] = total < least[part] ? total : least[part];
        }
    }
    for (std::size_t part = 0; part < least.size(); ++part)
        store(least[part], least_.data() + part * lanes);
    for (; column < columns_; ++column) {
        totals_[column] = total(row, static_cast<std::uint32_t>(column));
        least_[column % groups] = std::min(least_[column % groups], totals_[column]);
    }
}

// The largest of the groups' least totals that no more than `wanted` of them are below.
std::int32_t DenseRows::enough() const
{
    std::array<Lanes, groups / lanes> below{};
    Lanes value;
    for (const std::int32_t least : least_) {
        for (std::size_t part = 0; part < below.size(); ++part) {
            load(value, least_.data() + part * lanes);
            below[part] -= value > least;
        }
    }
    Lanes largest = Lanes{} - 1;
    for (std::size_t part = 0; part < below.size(); ++part) {
        load(value, least_.data() + part * lanes);
        const Lanes taken = below[part] <= wanted ? value : Lanes{} - 1;
        largest = taken > largest ? taken : largest;
    }
    std::array<std::int32_t, lanes> all;
    store(largest, all.data());
    return *std::max_element(all.begin(), all.end());
}

// Collects columns of a total of at most `most`, or the cheapest of them.
void DenseRows::collect(std::uint32_t row, std::int32_t most)
{
    std::array<Candidate, 2 * most_favourites> kept;
    std::size_t size = 0;
    std::int32_t threshold = most == beyond - 1 ? endless : most + 1;
    const auto keep_cheapest = [&] {
        std::nth_element(kept.begin(), kept.begin() + most_favourites,
                         kept.begin() + static_cast<std::ptrdiff_t>(size));
        size = most_favourites;
        threshold = total_of(kept[size]);
        most = threshold - 1;
    };
    const std::size_t width = totals_.size();
    const std::size_t start =
        ((row * std::uint64_t{0x9e3779b1} & 0xffffffff) * (width / block) >> 32) * block;
    for (std::size_t passed = 0; passed < width; passed += block) {
        const std::size_t begin = start + passed < width ? start + passed : start + passed - width;
        Lanes found{};
        for (std::size_t at = begin; at < begin + block; at += lanes) {
            Lanes total;
            load(total, totals_.data() + at);
            found |= total <= most;
        }
        if (!any(found)) continue;
        for (std::size_t at = 0; at < block; ++at) {
            const std::int32_t total = totals_[begin + at];
            if (total > most) continue;
            kept[size++] = Candidate{static_cast<std::uint32_t>(total)} << 32 | (passed + at);
            if (size == kept.size()) keep_cheapest();
        }
    }
    if (size > most_favourites) keep_cheapest();
    Favourites& favourites = favourites_[row];
    favourites.threshold = threshold;
    favourites.size = static_cast<std::uint32_t>(size);
    favourites.asked = 0;
    for (std::size_t at = 0; at < size; ++at) {
        const std::size_t column = (start + (kept[at] & 0xffffffff)) % width;
        favourites.column[at] = static_cast<std::uint32_t>(column);
        favourites.cost[at] = total_of(kept[at]) - price_[column];
    }
}

// Written so that it compiles to conditional moves: nothing here can be predicted.
DenseRows::BestTwo DenseRows::best_two_favourites(std::uint32_t row) const
{
    const Favourites& favourites = favourites_[row];
    BestTwo found;
    for (std::size_t at = 0; at < favourites.size; ++at) {
        const std::uint32_t column = favourites.column[at];
        const std::int32_t total = favourites.cost[at] + price_[column];
        const bool better = total < found.best;
        const std::int32_t worse = better ? found.best : total;
        found.second = worse < found.second ? worse : found.second;
        found.best = better ? total : found.best;
        found.column = better ? column : found.column;
    }
    return found;
}

DenseRows::BestTwo DenseRows::best_two(std::uint32_t row)
{
    watch_.worked(most_favourites);
    Favourites& favourites = favourites_[row];
    const BestTwo remembered = best_two_favourites(row);
    if (favourites.size > 0 && remembered.second <= favourites.threshold) {
        ++favourites.asked;
        return remembered;
    }
    if (favourites.size > 0 && favourites.asked < little) {
        ++favourites.asked;
        return best_two_of_all(row);
    }
    look(row);
    BestTwo found = best_two_favourites(row);
    found.second = std::min(found.second, favourites_[row].threshold);
    return found;
}

// Of equal columns the first, however many lanes there are.
DenseRows::BestTwo DenseRows::best_two_of_all(std::uint32_t row) const
{
    watch_.worked(columns_);
    const std::int64_t* const given = weights_.given + row * columns_;
    Lanes best = Lanes{} + endless;
    Lanes second = best;
    Lanes best_at{};
    std::size_t column = 0;
    for (; column + lanes <= columns_; column += lanes) {
        Lanes total;
        Lanes price;
        load_sums(total, sum_, given + column, turn_);
        load(price, price_.data() + column);
        total += price;
        const Lanes better = total < best;
        const Lanes worse = better ? best : total;
        second = worse < second ? worse : second;
        best = better ? total : best;
        best_at = better ? Lanes{} + static_cast<std::int32_t>(column) : best_at;
    }
    BestTwo found;
    const auto add = [&](std::int32_t total, std::uint32_t at) {
        if (total < found.best || (total == found.best && at < found.column)) {
            found.second = found.best;
            found.best = total;
            found.column = at;
        } else {
            found.second = std::min(found.second, total);
        }
    };
    for (std::size_t lane = 0; lane < lanes; ++lane)
        add(best[lane], static_cast<std::uint32_t>(best_at[lane]) + static_cast<std::uint32_t>(lane));
    for (std::size_t lane = 0; lane < lanes; ++lane)
        found.second = std::min(found.second, second[lane]);
    for (; column < columns_; ++column)
        add(total(row, static_cast<std::uint32_t>(column)), static_cast<std::uint32_t>(column));
    return found;
}

std::int32_t DenseRows::best(std::uint32_t row)
{
    const Favourites& favourites = favourites_[row];
    const BestTwo remembered = best_two_favourites(row);
    if (favourites.size > 0 && remembered.best <= favourites.threshold) return remembered.best;
    look(row);
    return best_two_favourites(row).best;
}

}  // namespace befriend
