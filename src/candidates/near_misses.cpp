#include "candidates/near_misses.hpp"

#include <utility>

namespace befriend {

static_assert(Nearby::block_size == RuleBlocks::size, "each block of neighbours is a block of rules");

NearMisses::NearMisses(const Eligibility& eligibility, std::vector<Nearby::Resident> residents,
                       RecordWatch& watch)
    : nearby_(std::move(residents)), rules_(eligibility)
{
    rules_.reserve(nearby_.blocks());
    for (std::size_t block = 0; block < nearby_.blocks(); ++block) {
        if (!watch.next(nearby_.volunteers_of(block).size())) return;
        rules_.add(nearby_.volunteers_of(block));
    }
}

std::size_t NearMisses::add(const RuleBlocks::Child& child, std::uint32_t pool,
                            const std::optional<Location>& place, std::size_t most,
                            std::vector<NearMiss>& found) const
{
    std::size_t within_twice = 0;
    nearby_.each_block_around(
        pool, place, [&](std::size_t block) { within_twice += rules_.add_few(child, block, most, found); });
    return within_twice;
}

void NearMisses::add_all(const RuleBlocks::Child& child, std::size_t most, std::vector<NearMiss>& found) const
{
    for (std::size_t block = 0; block < nearby_.blocks(); ++block)
        rules_.add_few(child, block, most, found);
}

}  // namespace befriend
