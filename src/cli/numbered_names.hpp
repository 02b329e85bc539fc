#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::cli {

// Names, numbered from 0 as they come. A hash table with open addressing: a name that is known costs two
// looks into memory, which is most of what reading a long list of pairs takes.
class NumberedNames {
public:
    // The number of a name, which is new if it is not known. There are fewer than 2^32 - 1.
    std::uint32_t number_of(std::string_view name);

    // The number of a name that is known.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;

    // The names in the order of `comes_before`; `place` becomes where that of each number stands.
    [[nodiscard]] std::vector<std::string> sorted(std::vector<std::uint32_t>& place) const;

private:
    struct Slot {
        std::uint32_t mark = 0;  // the upper half of the name's hash
        std::uint32_t number = nobody;
    };
    static constexpr std::uint32_t nobody = 0xFFFFFFFF;

    // The slot of the name, or the free one where it belongs. Precondition: a slot is free.
    [[nodiscard]] std::size_t slot_of(std::string_view name, std::uint64_t hash) const;
    void grow();

    std::vector<std::string> names_;
    std::vector<Slot> slots_;  // a power of two, at most half of them taken
    std::uint32_t last_ = 0;   // asked for: files often hold a row's pairs together
};

}  // namespace befriend::cli
