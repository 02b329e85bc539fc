#include "assignment/offers.hpp"

#include "assignment/select.hpp"

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

template <typename Cost>
Offers<Cost> transposed(const Offers<Cost>& offers, std::size_t other_nodes, Watch& watch)
{
    std::vector<std::uint64_t> begin(other_nodes + 1);
    for (std::uint32_t node = 0; node < offers.nodes() && !watch.stopped(); ++node) {
        for (const Offer<Cost>& offer : offers.of(node))
            ++begin[offer.node + 1];
        watch.worked(offers.degree(node));
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    constexpr std::size_t ahead = 12;
    OfferList<Cost> turned(begin.back());
    std::vector<std::uint64_t> next(begin.begin(), begin.end() - 1);
    for (std::uint32_t node = 0; node < offers.nodes() && !watch.stopped(); ++node) {
        const auto list = offers.of(node);
        for (std::size_t at = 0; at < list.size(); ++at) {
            // Every write goes elsewhere: without a word ahead each would wait for memory.
            if (at + ahead < list.size()) __builtin_prefetch(&turned[next[list[at + ahead].node]], 1);
            turned[next[list[at].node]++] = {list[at].cost, node};
        }
        watch.worked(list.size());
    }
    return {std::move(begin), std::move(turned)};
}

template class Offers<std::uint32_t>;
template class Offers<std::int64_t>;
template Offers<std::uint32_t> transposed(const Offers<std::uint32_t>&, std::size_t, Watch&);
template Offers<std::int64_t> transposed(const Offers<std::int64_t>&, std::size_t, Watch&);

}  // namespace befriend
