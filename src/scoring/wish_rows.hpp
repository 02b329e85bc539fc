#pragma once

#include "scoring/block_kernel.hpp"
#include "scoring/stated_wishes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace befriend {

/// The answers of all volunteers to every wish with strength `prefer`, where children with the same wish
/// share a row: `StatedWishes::met`, looked up.
class WishRows {
public:
    using Row = std::uint32_t;

    /// The child has no such wish, or there was no room for its row.
    static constexpr Row no_row = std::numeric_limits<Row>::max();

    /// Makes rows in the order of children until they take 64 KiB and 64 bytes a person of the
    /// round. O(words of all lists
    /// + rows x (volunteers + words)). Of no use once `watch` is stopped.
    WishRows(const StatedWishes& wishes, RecordWatch& watch);

    [[nodiscard]] Row row_of(std::size_t child, Aspect aspect) const noexcept
    {
        return rows_[child][static_cast<std::size_t>(aspect)];
    }

    /// One `block::Answer` a volunteer, filled up to a whole number of blocks.
    [[nodiscard]] const std::int8_t* answers(Row row) const noexcept
    {
        return answers_.data() + row * row_size_;
    }

private:
    // The volunteers who have a word, one list a word.
    struct Holders {
        std::vector<std::size_t> begin;
        std::vector<std::uint32_t> volunteers;
    };

    [[nodiscard]] static Holders holders_of(const StatedWishes& wishes, Aspect aspect);
    void add_row(const StatedWishes& wishes, const StatedWishes::ChildWishes& child, Aspect aspect,
                 const Holders& holders);

    std::size_t row_size_ = 0;
    std::vector<std::array<Row, aspect_count>> rows_;  // one a child
    std::vector<std::int8_t> answers_;
};

}  // namespace befriend
