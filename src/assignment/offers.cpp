#include "assignment/offers.hpp"

#include "assignment/select.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace befriend {

template <typename Cost>
Offers<Cost>::Offers(std::vector<std::uint64_t> begin, OfferList<Cost> offers)
    : begin_(std::move(begin)), ordered_(begin_.size() - 1), offers_(std::move(offers))
{
    degree_.reserve(ordered_.size());
    for (std::size_t node = 0; node + 1 < begin_.size(); ++node)
        degree_.push_back(static_cast<std::uint32_t>(begin_[node + 1] - begin_[node]));
}

template <typename Cost>
std::uint64_t Offers<Cost>::count() const
{
    return std::accumulate(degree_.begin(), degree_.end(), std::uint64_t{0});
}

// A rest that is hardly longer than the chunk is taken as it is.
template <typename Cost>
void Offers<Cost>::order_next_chunk(std::uint32_t node, Watch& watch)
{
    const std::size_t from = ordered_[node];
    const std::size_t end = end_of_chunk(from);
    if (end < degree_[node]) {
        Offer<Cost>* const list = offers_.data() + begin_[node];
        bring_cheapest_first(list + from, list + end, list + degree_[node]);
        watch.worked(degree_[node] - from);
    }
    ordered_[node] = static_cast<std::uint32_t>(std::min<std::size_t>(end, degree_[node]));
}

namespace {

// The nodes in contiguous parts of about as many offers each.
template <typename Cost>
std::vector<parallel::Part> even_parts(const Offers<Cost>& offers, std::uint64_t count, std::size_t parts)
{
    std::vector<parallel::Part> even;
    std::size_t node = 0;
    std::uint64_t before = 0;
    for (std::size_t number = 0; number < parts; ++number) {
        const std::size_t first = node;
        for (; node < offers.nodes() && (number + 1 == parts || before < count * (number + 1) / parts);
             ++node)
            before += offers.degree(static_cast<std::uint32_t>(node));
        even.push_back({number, first, node});
    }
    return even;
}

// A system gives memory out when it is first touched, a large page in up to some milliseconds, and the offers
// of a turned list go anywhere: the first of them would touch every page. So a part's share is touched
// before.
template <typename Cost>
void touch_pages(OfferList<Cost>& offers, const parallel::Part& part, std::size_t parts, Watch& watch)
{
    constexpr std::size_t a_page = large_page / sizeof(Offer<Cost>);
    const std::size_t pages = (offers.size() + a_page - 1) / a_page;
    for (std::size_t page = pages * part.number / parts; page < pages * (part.number + 1) / parts; ++page) {
        if (watch.stopped()) return;
        offers[page * a_page] = {};
        watch.worked(std::min(a_page, offers.size() - page * a_page));
    }
}

// Makes of the offers that each part has for each node where they begin, a part's behind those of the parts
// before it. Returns where each node's begin.
std::vector<std::uint64_t> added_up(std::vector<std::vector<std::uint64_t>>& next)
{
    std::vector<std::uint64_t> begin = {0};
    begin.reserve(next.front().size() + 1);
    for (std::size_t node = 0; node < next.front().size(); ++node) {
        std::uint64_t at = begin.back();
        for (std::vector<std::uint64_t>& of_part : next)
            at += std::exchange(of_part[node], at);
        begin.push_back(at);
    }
    return begin;
}

}  // namespace

template <typename Cost>
Offers<Cost> transposed(const Offers<Cost>& offers, std::size_t other_nodes, Watch& watch)
{
    const std::uint64_t count = offers.count();
    const auto parts = even_parts(offers, count, sharers(count, watch));
    std::vector<std::vector<std::uint64_t>> next(parts.size(), std::vector<std::uint64_t>(other_nodes));
    OfferList<Cost> turned(count);
    work_in_parts(parts, watch, [&](Watch& own, const parallel::Part& part) {
        touch_pages(turned, part, parts.size(), own);
        for (auto node = static_cast<std::uint32_t>(part.first); node < part.end && !own.stopped(); ++node) {
            for (const Offer<Cost>& offer : offers.of(node))
                ++next[part.number][offer.node];
            own.worked(offers.degree(node));
        }
    });
    std::vector<std::uint64_t> begin = added_up(next);
    constexpr std::size_t ahead = 12;
    work_in_parts(parts, watch, [&](Watch& own, const parallel::Part& part) {
        std::uint64_t* const to = next[part.number].data();
        for (auto node = static_cast<std::uint32_t>(part.first); node < part.end && !own.stopped(); ++node) {
            const auto list = offers.of(node);
            for (std::size_t at = 0; at < list.size(); ++at) {
                // Every write goes elsewhere: without a word ahead each would wait for memory.
                if (at + ahead < list.size()) __builtin_prefetch(&turned[to[list[at + ahead].node]], 1);
                turned[to[list[at].node]++] = {list[at].cost, node};
            }
            own.worked(list.size());
        }
    });
    return {std::move(begin), std::move(turned)};
}

template class Offers<std::uint32_t>;
template class Offers<std::int64_t>;
template Offers<std::uint32_t> transposed(const Offers<std::uint32_t>&, std::size_t, Watch&);
template Offers<std::int64_t> transposed(const Offers<std::int64_t>&, std::size_t, Watch&);

}  // namespace befriend
