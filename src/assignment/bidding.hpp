#pragma once

#include "assignment/auction.hpp"
#include "assignment/large_pages.hpp"
#include "assignment/lots.hpp"
#include "assignment/shore.hpp"
#include "assignment/watch.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

namespace befriend {

/// Bidders that wait for their turn, each at most once.
class BidderQueue {
public:
    explicit BidderQueue(std::size_t size) : ring_(size + 1), waits_(size) {}

    [[nodiscard]] bool empty() const { return head_ == tail_; }
    /// Who comes `places` later, or anybody if nobody does.
    [[nodiscard]] std::uint32_t ahead(std::size_t places) const
    {
        const std::size_t at = head_ + places;
        return ring_[at < ring_.size() ? at : 0];
    }
    void push(std::uint32_t bidder)
    {
        if (waits_[bidder]) return;
        waits_[bidder] = true;
        ring_[tail_] = bidder;
        tail_ = next(tail_);
    }
    std::uint32_t pop()
    {
        const std::uint32_t bidder = ring_[head_];
        head_ = next(head_);
        waits_[bidder] = false;
        return bidder;
    }

private:
    [[nodiscard]] std::size_t next(std::size_t at) const { return at + 1 == ring_.size() ? 0 : at + 1; }

    LargeVector<std::uint32_t> ring_;
    LargeVector<std::uint8_t> waits_;
    std::size_t head_ = 0;
    std::size_t tail_ = 0;
};

/// The bidders of an auction, their objects, and what is bid: see auction.cpp. Borrows all.
template <typename Lists>
class Bidding {
    using Cost = typename Lists::cost_type;
    static constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max();
    __extension__ typedef __int128 Wide;

public:
    static constexpr std::size_t any_number = std::size_t{1} << 31;

    Bidding(const Shore<Lists>& bidders, const Shore<Lists>& objects, const AuctionLimits& limits,
            Watch& watch)
        : bidders_(bidders),
          price_(objects.nodes.dual),
          limits_(limits),
          watch_(watch),
          lots_(objects.nodes),
          queue_(bidders.nodes.size())
    {
        watch_.worked(steps_of_node * price_.size());
        favourites_.reserve(bidders.nodes.size());
        for (std::uint32_t bidder = 0; bidder < bidders.nodes.size() && !watch_.stopped(); ++bidder) {
            favourites_.emplace_back();
            watch_.worked(steps_of_node);
            if (!bidders.scarce[bidder] || bidders.offers.degree(bidder) == 0) continue;
            bidding_.push_back(bidder);
            one_place_each_ = one_place_each_ && bidders.nodes.capacity[bidder] == 1;
            work_left_ += bids_each + looks_each * static_cast<std::int64_t>(bidders.offers.degree(bidder));
        }
        entered_ = bidding_.size();
    }

    /// One phase, from the prices as they are. False if it ends before its time, after `most_bids` a bidder.
    bool run(std::int64_t increment, std::size_t most_bids = any_number)
    {
        lots_.clear();
        if (!one_place_each_) places_held_.assign(bidders_.nodes.size(), 0);
        entered_ = 0;
        return serve(increment, most_bids);
    }

    /// One phase from a draft: those bid first who have places left.
    void run_from(const std::vector<Holding>& draft, std::int64_t increment)
    {
        std::vector<std::uint32_t> held(bidders_.nodes.size());
        for (const Holding& holding : draft) {
            ++held[holding.bidder];
            std::int64_t& price = price_[holding.object];
            lots_.let(holding.object, {price, holding.bidder}, price);
        }
        for (const std::uint32_t bidder : bidding_)
            if (held[bidder] < bidders_.nodes.capacity[bidder]) queue_.push(bidder);
        if (!one_place_each_) places_held_ = std::move(held);
        serve(increment, any_number);
    }

    /// Lets all bid who wait, and those who have not entered. False if it ends before its time, after
    /// `most_bids` a bidder.
    bool serve(std::int64_t increment, std::size_t most_bids)
    {
        std::size_t bids_left = most_bids * bidding_.size();
        increment_ = increment;
        least_price_ = price_.empty() ? 0 : *std::min_element(price_.begin(), price_.end());
        for (Favourites& favourites : favourites_) {
            if (watch_.stopped()) return false;
            favourites = {};
            watch_.worked(steps_of_node);
        }
        while (somebody_waits()) {
            fetch_ahead();
            const std::uint32_t bidder = queue_.pop();
            if (bids_left == 0 || is_over()) continue;
            --bids_left;
            if (one_place_each_ || bidders_.nodes.capacity[bidder] == 1) {
                bid_for_one(bidder);
            } else {
                bid_for_several(bidder);
            }
        }
        return bids_left > 0;
    }

    /// How much dearer than its cheapest offer the offers are that a bidder looks at first, on average. It
    /// sets the scale: with many offers a bidder only the near ones matter, however far the rest.
    [[nodiscard]] std::int64_t reach()
    {
        const std::size_t step = bidding_.size() / most_sampled + 1;
        Wide sum = 0;
        std::int64_t sampled = 0;
        for (std::size_t at = 0; at < bidding_.size(); at += step, ++sampled) {
            std::int64_t least = endless;
            std::int64_t largest = 0;
            const auto look = [&](const Offer<Cost>& offer) {
                least = std::min(least, static_cast<std::int64_t>(offer.cost));
                largest = std::max(largest, static_cast<std::int64_t>(offer.cost));
            };
            bidders_.offers.each(bidding_[at], true, look, [](Cost) { return true; }, watch_);
            sum += largest - least;
        }
        return sampled == 0 ? 0 : static_cast<std::int64_t>(sum / sampled);
    }

    [[nodiscard]] bool is_over() const { return work_left_ <= 0 || watch_.stopped(); }

    [[nodiscard]] std::vector<Holding> holdings() const
    {
        std::vector<Holding> all;
        for (std::uint32_t object = 0; object < price_.size(); ++object)
            lots_.each_holder(object, [&](std::uint32_t bidder) { all.push_back({bidder, object}); });
        return all;
    }

private:
    static constexpr std::int64_t bids_each = 200;  // when an auction is given up
    static constexpr std::int64_t looks_each = 150;
    static constexpr std::size_t steps_of_node = 16;  // to make room for it, or to forget what it knows
    static constexpr std::size_t steps_of_bid = 16;   // its favourites lie anywhere in memory
    static constexpr std::size_t most_sampled = 256;
    static constexpr std::size_t enter_together = 128;
    static constexpr std::size_t short_list = 24;  // so short that favourites would not help

    // Bidders enter a few at a time, as soon as all who have entered hold what they want. Those numbered next
    // to each other often want the same objects, which are then still in a cache.
    [[nodiscard]] bool somebody_waits()
    {
        if (!queue_.empty()) return true;
        const std::size_t last = std::min(entered_ + enter_together, bidding_.size());
        for (; entered_ < last; ++entered_)
            queue_.push(bidding_[entered_]);
        return !queue_.empty();
    }

    // The best objects of a bidder when it last looked. All others cost at least `threshold`, price included.
    // Fills one line of a cache if costs have 32 bits.
    struct alignas(64) Favourites {
        std::array<Offer<Cost>, 6> offers;
        std::int64_t threshold = 0;
        std::uint32_t size = 0;
    };

    // The next bidders' favourites and their prices lie anywhere in memory: asked for early, they are there
    // in time.
    void fetch_ahead() const
    {
        __builtin_prefetch(&favourites_[queue_.ahead(16)]);
        const Favourites& next = favourites_[queue_.ahead(8)];
        for (std::size_t at = 0; at < next.size; ++at)
            __builtin_prefetch(&price_[next.offers[at].node]);
    }

    // What an object costs with its price.
    struct Wanted {
        std::int64_t total = endless;
        std::uint32_t object = Lots::nobody;

        bool operator<(const Wanted& other) const { return total < other.total; }
    };

    // Written so that it compiles to conditional moves: nothing here can be predicted.
    struct BestTwo {
        Wanted best;
        std::int64_t second = endless;

        void add(const Wanted& next)
        {
            const bool better = next.total < best.total;
            const std::int64_t worse = better ? best.total : next.total;
            second = worse < second ? worse : second;
            best.total = better ? next.total : best.total;
            best.object = better ? next.object : best.object;
        }
    };

    [[nodiscard]] Wanted wanted(const Offer<Cost>& offer) const
    {
        return {static_cast<std::int64_t>(offer.cost) + price_[offer.node], offer.node};
    }

    // What an object may cost a bidder before it would rather have none.
    [[nodiscard]] std::int64_t limit(std::uint32_t bidder) const
    {
        return bidders_.nodes.must[bidder] ? endless : limits_.largest - bidders_.nodes.reserve[bidder];
    }

    // Calls `visit(offer)` for the offers of a bidder that can cost less than `most()`, price included.
    template <typename Visit, typename Most>
    void each_offer_below(Most most, std::uint32_t bidder, Visit visit)
    {
        const std::size_t seen = each_offer<false>(
            bidders_, bidder, visit,
            [&](Cost cost) { return static_cast<std::int64_t>(cost) + least_price_ >= most(); }, watch_);
        work_left_ -= static_cast<std::int64_t>(seen);
        watch_.worked(seen);
    }

    void look(std::uint32_t bidder)
    {
        constexpr std::size_t most = std::tuple_size_v<decltype(Favourites::offers)> + 1;
        std::array<std::pair<std::int64_t, Offer<Cost>>, most> best;
        std::size_t size = 0;
        const auto dearest = [&] { return size == most ? best[most - 1].first : endless; };
        each_offer_below(dearest, bidder, [&](const Offer<Cost>& offer) {
            const std::int64_t total = wanted(offer).total;
            if (size == most && total >= best[most - 1].first) return;
            std::size_t place = size < most ? size++ : most - 1;
            for (; place > 0 && best[place - 1].first > total; --place)
                best[place] = best[place - 1];
            best[place] = {total, offer};
        });
        Favourites& favourites = favourites_[bidder];
        favourites.threshold = dearest();
        favourites.size = static_cast<std::uint32_t>(std::min(size, most - 1));
        for (std::size_t at = 0; at < favourites.size; ++at)
            favourites.offers[at] = best[at].second;
    }

    [[nodiscard]] BestTwo best_two(std::uint32_t bidder)
    {
        if (bidders_.offers.degree(bidder) <= short_list) return best_two_of_all(bidder);
        const Favourites& favourites = favourites_[bidder];
        const BestTwo found = best_two(favourites);
        if (found.second <= favourites.threshold) return found;
        look(bidder);
        BestTwo anew = best_two(favourites);
        anew.second = std::min(anew.second, favourites.threshold);
        return anew;
    }

    [[nodiscard]] BestTwo best_two(const Favourites& favourites) const
    {
        BestTwo found;
        for (std::size_t at = 0; at < favourites.size; ++at)
            found.add(wanted(favourites.offers[at]));
        return found;
    }

    [[nodiscard]] BestTwo best_two_of_all(std::uint32_t bidder)
    {
        BestTwo found;
        const std::size_t seen = bidders_.offers.each(
            bidder, false, [&](const Offer<Cost>& offer) { found.add(wanted(offer)); },
            [](Cost) { return false; }, watch_);
        work_left_ -= static_cast<std::int64_t>(seen);
        watch_.worked(seen);
        return found;
    }

    void bid_for_one(std::uint32_t bidder)
    {
        --work_left_;
        watch_.worked(steps_of_bid);
        const BestTwo found = best_two(bidder);
        const std::int64_t most = limit(bidder);
        if (found.best.total >= most) return;
        const std::int64_t second = std::min(found.second, most);
        bid(bidder, found.best, second == endless ? found.best.total : second);
    }

    // As many objects as are missing, at once; those it has become as dear as the new ones.
    void bid_for_several(std::uint32_t bidder)
    {
        const std::size_t missing = bidders_.nodes.capacity[bidder] - places_held_[bidder];
        std::vector<Wanted> best;  // a heap, dearest on top, of one more than are missing
        std::vector<Wanted> held;
        const auto dearest = [&] { return best.size() > missing ? best.front().total : endless; };
        each_offer_below(dearest, bidder, [&](const Offer<Cost>& offer) {
            const Wanted next = wanted(offer);
            if (lots_.holder(offer.node) == bidder) {
                held.push_back(next);
            } else if (next.total < dearest()) {
                if (best.size() > missing) {
                    std::pop_heap(best.begin(), best.end());
                    best.pop_back();
                }
                best.push_back(next);
                std::push_heap(best.begin(), best.end());
            }
        });
        if (best.empty()) return;
        const std::int64_t most = limit(bidder);
        std::int64_t level = std::min(best.front().total, most);
        if (best.size() > missing) {
            std::pop_heap(best.begin(), best.end());
            best.pop_back();
        }
        for (const Wanted& object : best)
            if (object.total < most) bid(bidder, object, level);
        for (const Wanted& object : held) {
            std::int64_t& price = price_[object.object];
            const std::int64_t as_dear = price + (level - object.total) + increment_;
            price = std::max(price, std::min(as_dear, limits_.highest));
        }
    }

    // Offers so much that the object costs the bidder `level`, and the increment more.
    void bid(std::uint32_t bidder, const Wanted& object, std::int64_t level)
    {
        std::int64_t& price = price_[object.object];
        const std::int64_t amount = price + (level - object.total) + increment_;
        if (amount > limits_.highest) {
            work_left_ = 0;
            return;
        }
        const std::uint32_t before = lots_.let(object.object, {amount, bidder}, price);
        if (before != Lots::nobody) {
            queue_.push(before);
            bidders_.offers.fetch(before);
        }
        if (one_place_each_) return;
        ++places_held_[bidder];
        if (before != Lots::nobody) --places_held_[before];
    }

    const Shore<Lists>& bidders_;
    LargeVector<std::int64_t>& price_;
    AuctionLimits limits_;
    Watch& watch_;
    std::int64_t increment_ = 1;
    std::int64_t least_price_ = 0;
    std::int64_t work_left_ = 0;  // in bids and offers looked at
    std::vector<std::uint32_t> bidding_;
    std::size_t entered_ = 0;  // how many of them have entered
    LargeVector<Favourites> favourites_;
    bool one_place_each_ = true;              // whether every bidder has one place
    std::vector<std::uint32_t> places_held_;  // of bidders, if some have several
    Lots lots_;
    BidderQueue queue_;
};

}  // namespace befriend
