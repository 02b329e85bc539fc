#pragma once

#include "assignment/large_pages.hpp"
#include "assignment/nodes.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace befriend {

/// Who holds which object of an auction, at what bid.
///
/// Nearly all objects have one place, and then only its holder is kept.
class Lots {
public:
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

    struct Bid {
        std::int64_t amount;
        std::uint32_t bidder;

        /// Lowest on top of a heap.
        bool operator<(const Bid& other) const { return amount > other.amount; }
    };

    /// Nothing is let.
    explicit Lots(const Nodes& objects) : holder_(objects.size(), nobody)
    {
        for (std::uint32_t object = 0; object < objects.size(); ++object) {
            const std::uint32_t places = objects.capacity[object];
            if (places == 1) continue;
            several_.resize(objects.size());
            several_[object].places = places;
        }
    }

    void clear()
    {
        std::fill(holder_.begin(), holder_.end(), nobody);
        for (Several& lot : several_)
            lot.bids.clear();
    }

    [[nodiscard]] bool has_one_place(std::uint32_t object) const
    {
        return several_.empty() || several_[object].places == 1;
    }

    /// Who holds an object of one place, or `nobody`.
    [[nodiscard]] std::uint32_t holder(std::uint32_t object) const { return holder_[object]; }

    /// Lets a place of the object, whose price rises to the lowest bid among its holders once it is full.
    /// Returns who had the place before, or `nobody`. O(log(places)).
    std::uint32_t let(std::uint32_t object, Bid bid, std::int64_t& price)
    {
        if (has_one_place(object)) {
            price = bid.amount;
            return std::exchange(holder_[object], bid.bidder);
        }
        auto& [places, bids] = several_[object];
        std::uint32_t before = nobody;
        if (bids.size() == places) {
            before = bids.front().bidder;
            std::pop_heap(bids.begin(), bids.end());
            bids.pop_back();
        }
        bids.push_back(bid);
        std::push_heap(bids.begin(), bids.end());
        if (bids.size() == places) price = bids.front().amount;
        return before;
    }

    /// Calls `visit(bidder)` for each holder of an object.
    template <typename Visit>
    void each_holder(std::uint32_t object, Visit visit) const
    {
        if (!has_one_place(object)) {
            for (const Bid& bid : several_[object].bids)
                visit(bid.bidder);
        } else if (holder_[object] != nobody) {
            visit(holder_[object]);
        }
    }

private:
    // An object of several places; `bids` is a heap.
    struct Several {
        std::uint32_t places = 1;
        std::vector<Bid> bids;
    };

    LargeVector<std::uint32_t> holder_;
    std::vector<Several> several_;  // empty when no object has several places
};

}  // namespace befriend
