// Streams that lie at random, under the sanitizers: none may do harm, and each is released once.
//
// What no reader can see is left out: the interface does not tell how large a buffer is. So every buffer is
// moved into a larger one, and lengths and offsets become such as still lie within, or such as no array can
// have.

#include "../catch2.hpp"
#include "arrow_input.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace befriend::test;

namespace {

constexpr std::size_t room = 4'096;  // bytes of a buffer
constexpr std::size_t entries = 16;  // lengths and offsets add up to no more

// An array of a batch with its type.
struct Part {
    ArrowArray* array;
    std::string_view format;
};

// Every array of a batch: the struct, its columns, their items and dictionaries.
void collect(ArrowArray& array, const ArrowSchema& schema, std::vector<Part>& parts)
{
    parts.push_back({&array, schema.format});
    for (std::int64_t at = 0; at < array.n_children; ++at)
        collect(*array.children[at], *schema.children[at], parts);
    if (array.dictionary != nullptr) collect(*array.dictionary, *schema.dictionary, parts);
}

class Liar {
public:
    explicit Liar(unsigned seed) : random_(seed) {}

    void spoil(ArrowArray& batch, const ArrowSchema& schema)
    {
        std::vector<Part> parts;
        collect(batch, schema, parts);
        for (const Part& part : parts)
            enlarge(part);
        for (auto lies = 1 + below(3); lies > 0; --lies) {
            const Part& part = parts[below(parts.size())];
            if (below(2) == 0) {
                spoil_shape(*part.array);
            } else {
                spoil_values(part);
            }
        }
    }

private:
    std::size_t below(std::size_t end) { return random_() % end; }

    std::int64_t one_of(std::initializer_list<std::int64_t> numbers)
    {
        return numbers.begin()[below(numbers.size())];
    }

    std::int64_t any_length() { return one_of({-1, 0, 1, 2, 7, 8, INT64_MAX, INT64_MIN}); }

    void enlarge(const Part& part)
    {
        const bool has_views = part.format == "vu";  // whose other buffers come with their sizes
        const std::int64_t count = has_views ? 2 : part.array->n_buffers;
        for (int at = 0; at < count; ++at) {
            if (part.array->buffers[at] == nullptr) continue;
            const ArrowBuffer& of = *ArrowArrayBuffer(part.array, at);
            auto& copy = buffers_.emplace_back(room / sizeof(std::int64_t));
            std::memcpy(copy.data(), of.data, static_cast<std::size_t>(of.size_bytes));
            part.array->buffers[at] = copy.data();
        }
    }

    void spoil_shape(ArrowArray& array)
    {
        static ArrowArray stranger{};
        switch (below(8)) {
            case 0:
                array.length = any_length();
                break;
            case 1:
                array.offset = any_length();
                break;
            case 2:
                array.null_count = any_length();
                break;
            case 3:
                array.n_buffers = one_of({-1, 0, 1, INT64_MAX, INT64_MIN});
                break;
            case 4:
                array.n_children = one_of({-1, 0, 1, INT64_MAX, INT64_MIN});
                break;
            case 5:
                if (array.n_children > 0 && array.children != nullptr) array.children[0] = nullptr;
                break;
            case 6:
                array.dictionary = array.dictionary == nullptr ? &stranger : nullptr;
                break;
            default:
                if (below(2) == 0) {
                    array.buffers = nullptr;
                } else {
                    array.children = nullptr;
                }
        }
    }

    void spoil_values(const Part& part)
    {
        if (part.array->n_buffers < 1 || part.array->buffers == nullptr) return;
        const auto at =
            below(static_cast<std::size_t>(std::clamp<std::int64_t>(part.array->n_buffers, 1, 2)));
        if (below(5) == 0 || part.array->buffers[at] == nullptr) {
            part.array->buffers[at] = nullptr;
            return;
        }
        auto* const bytes = static_cast<std::uint8_t*>(const_cast<void*>(part.array->buffers[at]));
        if (at == 0) {
            for (std::size_t byte = 0; byte < entries; ++byte)
                bytes[byte] = static_cast<std::uint8_t>(random_());
        } else {
            spoil_entries(bytes, part.format);
        }
    }

    // Offsets stay within the room of what they point at, or cannot be; all else may be anything.
    void spoil_entries(std::uint8_t* bytes, std::string_view format)
    {
        const std::size_t entry = below(entries);
        const bool has_offsets = format == "u" || format == "U" || format == "+l" || format == "+L";
        const std::int64_t number =
            has_offsets ? one_of({-1, 0, 1, 2, 5, 8, 9, 50}) : one_of({-1, 0, 8, 13, INT64_MAX, INT64_MIN});
        if (format == "vu") {
            const auto part = static_cast<std::int32_t>(one_of({-1, 0, 1, 12, 13, 40, INT32_MAX, INT32_MIN}));
            std::memcpy(bytes + 16 * entry + 4 * below(4), &part, sizeof part);
        } else if (format == "c") {
            bytes[entry] = static_cast<std::uint8_t>(number);
        } else if (format == "u" || format == "+l" || format == "i" || format == "tdD") {
            const auto narrow = static_cast<std::int32_t>(number);
            std::memcpy(bytes + sizeof narrow * entry, &narrow, sizeof narrow);
        } else {
            std::memcpy(bytes + sizeof number * entry, &number, sizeof number);
        }
    }

    std::mt19937 random_;
    std::deque<std::vector<std::int64_t>> buffers_;
};

std::vector<std::optional<std::string>> eight_words()
{
    return {"C-1", "C-2", "C-3", "C-4", "a-word-of-more-than-12-letters", "C-6", std::nullopt, "C-8"};
}

ArrowData hostile_batch()
{
    std::vector<ArrowData> columns;
    columns.push_back(texts("child_id", NANOARROW_TYPE_STRING, eight_words()));
    columns.push_back(texts("gender", NANOARROW_TYPE_STRING_VIEW, eight_words()));
    columns.push_back(dictionary(numbers("provider_id", NANOARROW_TYPE_INT32, {0, 1, 2, 3, 4, 5, 6, 7}),
                                 texts("", NANOARROW_TYPE_LARGE_STRING, eight_words())));
    columns.push_back(lists("not_with", NANOARROW_TYPE_LIST,
                            texts("item", NANOARROW_TYPE_STRING_VIEW, eight_words()),
                            {1, 2, 3, 4, 5, 6, 7, 8}));
    columns.push_back(lists("slots", NANOARROW_TYPE_LARGE_LIST,
                            dictionary(numbers("item", NANOARROW_TYPE_INT8, {0, 1, 2, 3, 4, 5, 6, 7}),
                                       texts("", NANOARROW_TYPE_STRING, eight_words())),
                            {1, 2, 3, 4, 5, 6, 7, 8}));
    columns.push_back(numbers("age_years", NANOARROW_TYPE_INT64, {1, 2, 3, 4, 5, 6, 7, 8}));
    columns.push_back(reals("visits_wanted_per_month", NANOARROW_TYPE_DOUBLE, {1, 2, 3, 4, 1, 2, 3, 4}));
    columns.push_back(numbers("referred_on", NANOARROW_TYPE_DATE32, {1, 2, 3, 4, 5, 6, 7, 8}));
    columns.push_back(
        moments("waiting_since", NANOARROW_TIME_UNIT_NANO, "", {1, 2, 3, 4, 5, 6, 7, INT64_MIN}));
    columns.push_back(nulls("known_adult", 8));
    return batch(std::move(columns));
}

}  // namespace

TEST_CASE("c arrow: a batch that lies at random is read or refused, and does no harm", "[c][arrow][property]")
{
    const ArrowData sound = hostile_batch();
    int taken = 0;
    int refused = 0;
    for (unsigned seed = 0; seed < 4'000; ++seed) {
        CAPTURE(seed);
        Liar liar(seed);
        const auto round = empty_round("as_of = 2025-06-01\n");
        std::vector<ArrowData> batches;
        batches.push_back(hostile_batch());
        const Outcome outcome = add_arrow(
            *round, BEFRIEND_CHILDREN, std::move(batches),
            {.spoil = [&](ArrowArray& rows, std::size_t) { liar.spoil(rows, *sound.schema.get()); }});
        if (outcome.status == BEFRIEND_OK) {
            ++taken;
            CHECK(cells_of(*round, BEFRIEND_CHILDREN, "child_id").size() <= 8);
        } else {
            ++refused;
            const bool is_long = outcome.status == BEFRIEND_E_LIMIT;
            CHECK((is_long || outcome.status == BEFRIEND_E_ARG));
            CHECK_THAT(outcome.text, ContainsSubstring(is_long ? "E_LIMIT in: more than 10000000 rows"
                                                               : "E_ARG in: malformed in batch 1, "));
        }
    }
    CHECK(taken > 500);
    CHECK(refused > 500);
}
