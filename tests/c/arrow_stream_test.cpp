// Arrow streams that fail, lie or come at the wrong time: each is released once, and a refused one adds
// nothing.

#include "../catch2.hpp"
#include "arrow_input.hpp"

#include <algorithm>
#include <string>

using namespace befriend::test;

namespace {

constexpr std::string_view dated = "as_of = 2025-06-01\n";

ArrowData pair(const char* child, const char* volunteer)
{
    std::vector<ArrowData> columns;
    columns.push_back(texts("child_id", NANOARROW_TYPE_STRING, {child}));
    columns.push_back(texts("volunteer_id", NANOARROW_TYPE_STRING_VIEW, {volunteer}));
    return batch(std::move(columns));
}

std::vector<ArrowData> three_pairs()
{
    std::vector<ArrowData> batches;
    batches.push_back(pair("C-1", "V-1"));
    batches.push_back(pair("C-2", "V-2"));
    batches.push_back(pair("C-3", "V-3"));
    return batches;
}

// Adds pairs that `spoil` has changed to a round that then takes the sound ones: nothing was left of the
// others.
template <class Spoil>
Outcome added(Spoil spoil, const StreamOptions& options = {})
{
    const auto round = empty_round(dated);
    std::vector<ArrowData> batches = three_pairs();
    spoil(batches);
    const Outcome outcome = add_arrow(*round, BEFRIEND_PINS, std::move(batches), options);
    if (outcome.status != BEFRIEND_OK) {
        CHECK(add_arrow(*round, BEFRIEND_PINS, three_pairs()).status == BEFRIEND_OK);
        CHECK(cells_of(*round, BEFRIEND_PINS, "child_id") == std::vector<std::string>{"C-1", "C-2", "C-3"});
    }
    return outcome;
}

const auto as_it_is = [](std::vector<ArrowData>&) {};

// The same, with a change to the second batch, which must be found out.
template <class Spoil>
void check_malformed(const std::string& where, Spoil spoil)
{
    CAPTURE(where);
    const Outcome outcome = added(as_it_is, {.spoil = [&](ArrowArray& rows, std::size_t at) {
                                      if (at == 1) spoil(rows);
                                  }});
    CHECK(outcome.status == BEFRIEND_E_ARG);
    CHECK(outcome.text == "E_ARG in: malformed in batch 2, " + where +
                              ": its lengths, offsets, indices or buffers do not go together\n");
}

}  // namespace

TEST_CASE("c arrow: a stream that fails is refused, without its own words", "[c][arrow]")
{
    CHECK(added(as_it_is).status == BEFRIEND_OK);

    const Outcome schema = added(as_it_is, {.schema_error = 22});
    CHECK(schema.status == BEFRIEND_E_ARG);
    CHECK(schema.text == "E_ARG in: its get_schema failed with error number 22\n");
    for (const int at : {0, 1, 2, 3}) {
        const Outcome outcome = added(as_it_is, {.error_at = at, .error = 5});
        CHECK(outcome.status == BEFRIEND_E_ARG);
        CHECK(outcome.text == "E_ARG in: its get_next, for batch " + std::to_string(at + 1) +
                                  ", failed with error number 5\n");
    }
    CHECK(added(as_it_is, {.schema_error = ENOMEM}).text == "E_MEMORY: not enough memory\n");
    CHECK(added(as_it_is, {.error_at = 1, .error = ENOMEM}).status == BEFRIEND_E_MEMORY);
}

TEST_CASE("c arrow: an exception of a stream does not get through", "[c][arrow]")
{
    const Outcome outcome = added(as_it_is, {.before_next = [] { throw std::string("CANARY"); }});
    CHECK(outcome.status == BEFRIEND_E_INTERNAL);
    CHECK_THAT(outcome.text, !ContainsSubstring("CANARY"));
}

TEST_CASE("c arrow: what is no stream of tables is refused", "[c][arrow]")
{
    const Outcome series = added([](std::vector<ArrowData>& batches) {
        batches[0] = texts("child_id", NANOARROW_TYPE_STRING, {"C-1"});
    });
    CHECK(series.text == "E_ARG in: no stream of tables: its type is not a struct\n");

    const auto round = empty_round(dated);
    const auto refused = [&](ArrowArrayStream stream) {
        const Outcome outcome = outcome_of(
            [&](auto err) { return befriend_round_add_arrow(round.get(), BEFRIEND_PINS, &stream, err); });
        CHECK(stream.release == nullptr);
        CHECK(outcome.status == BEFRIEND_E_ARG);
        return outcome.text;
    };
    CHECK(refused({}) == "E_ARG in: released already\n");
    ArrowArrayStream stream = stream_of(three_pairs());
    stream.get_next = nullptr;
    CHECK(refused(stream) == "E_ARG in: no stream: a function of it is NULL\n");
    stream = stream_of(three_pairs());
    stream.get_schema = nullptr;
    CHECK(refused(stream) == "E_ARG in: no stream: a function of it is NULL\n");
}

TEST_CASE("c arrow: a stream is released also when another argument is wrong", "[c][arrow]")
{
    const auto round = empty_round(dated);
    for (const befriend_table table : {0, 8, BEFRIEND_PROPOSALS, -1})
        CHECK(add_arrow(*round, table, three_pairs()).status == BEFRIEND_E_ARG);
    REQUIRE(add(*round, BEFRIEND_PINS, "[]", nullptr) == BEFRIEND_OK);
    const Outcome again = add_arrow(*round, BEFRIEND_PINS, three_pairs());
    CHECK(again.text == "E_STATE table: pins were added already\n");

    const auto asked = std::make_shared<Asked>();
    ArrowArrayStream stream = stream_of(three_pairs(), asked);
    CHECK(befriend_round_add_arrow(nullptr, BEFRIEND_PINS, &stream, nullptr) == BEFRIEND_E_ARG);
    CHECK(asked->released == 1);
    CHECK(asked->next == 0);
    CHECK(stream.release == nullptr);
}

TEST_CASE("c arrow: a stream that calls back into its round meets a round in use", "[c][arrow]")
{
    const auto round = empty_round(dated);
    int refused = 0;
    const StreamOptions options{.before_next = [&] {
        refused += add(*round, BEFRIEND_BLOCKS, "[]", nullptr) == BEFRIEND_E_STATE ? 1 : 0;
    }};
    CHECK(add_arrow(*round, BEFRIEND_PINS, three_pairs(), options).status == BEFRIEND_OK);
    CHECK(refused == 4);
    CHECK(add(*round, BEFRIEND_BLOCKS, "[]", nullptr) == BEFRIEND_OK);
}

TEST_CASE("c arrow: a struct that does not go together is found out", "[c][arrow]")
{
    const char* const where = "the struct";
    check_malformed(where, [](ArrowArray& rows) { rows.length = -1; });
    check_malformed(where, [](ArrowArray& rows) { rows.offset = -1; });
    check_malformed(where, [](ArrowArray& rows) { rows.offset = INT64_MAX; });
    check_malformed(where, [](ArrowArray& rows) { rows.n_buffers = 0; });
    check_malformed(where, [](ArrowArray& rows) { rows.buffers = nullptr; });
    check_malformed(where, [](ArrowArray& rows) { rows.null_count = 1; });
    check_malformed("column 1", [](ArrowArray& rows) { rows.length = 2; });
    check_malformed("column 1", [](ArrowArray& rows) { rows.offset = 1; });
}

TEST_CASE("c arrow: a column that does not go together is found out", "[c][arrow]")
{
    const auto spoil_ids = [](auto spoil) {
        check_malformed("column 1", [&](ArrowArray& rows) { spoil(*rows.children[0]); });
    };
    static const std::int32_t falling[] = {5, 2};
    static const std::int32_t below[] = {-4, 2};
    spoil_ids([](ArrowArray& ids) { ids.length = -1; });
    spoil_ids([](ArrowArray& ids) { ids.offset = -1; });
    spoil_ids([](ArrowArray& ids) { ids.length = INT64_MAX; });
    spoil_ids([](ArrowArray& ids) { ids.offset = INT64_MAX; });
    spoil_ids([](ArrowArray& ids) { ids.n_buffers = 2; });
    spoil_ids([](ArrowArray& ids) { ids.n_buffers = -1; });
    spoil_ids([](ArrowArray& ids) { ids.buffers = nullptr; });
    spoil_ids([](ArrowArray& ids) { ids.buffers[1] = nullptr; });
    spoil_ids([](ArrowArray& ids) { ids.buffers[2] = nullptr; });
    spoil_ids([](ArrowArray& ids) { ids.buffers[1] = falling; });
    spoil_ids([](ArrowArray& ids) { ids.buffers[1] = below; });
    spoil_ids([](ArrowArray& ids) { ids.null_count = 1; });
    spoil_ids([](ArrowArray& ids) { ids.n_children = 1; });
    spoil_ids([](ArrowArray& ids) { ids.dictionary = &ids; });
}

TEST_CASE("c arrow: a view of a text that points outside is found out", "[c][arrow]")
{
    const auto spoil_view = [](const ArrowBinaryView& view) {
        check_malformed("column 2", [&](ArrowArray& rows) { rows.children[1]->buffers[1] = &view; });
    };
    ArrowBinaryView view{};
    view.ref.size = -1;
    spoil_view(view);
    view.ref.size = 13;  // in a buffer that is not there
    spoil_view(view);
    view.ref.buffer_index = -1;
    spoil_view(view);

    const auto spoil_far = [](auto spoil) {
        const Outcome outcome = added([&](std::vector<ArrowData>& batches) {
            batches[1] = pair("C-2", "V-of-more-than-twelve-letters");
            const void* const views = batches[1].array->children[1]->buffers[1];
            spoil(static_cast<ArrowBinaryView*>(const_cast<void*>(views))->ref);
        });
        return outcome.status;
    };
    CHECK(spoil_far([](ArrowBinaryViewRef&) {}) == BEFRIEND_OK);
    CHECK(spoil_far([](ArrowBinaryViewRef& far) { far.buffer_index = 1; }) == BEFRIEND_E_ARG);
    CHECK(spoil_far([](ArrowBinaryViewRef& far) { far.offset = -1; }) == BEFRIEND_E_ARG);
    CHECK(spoil_far([](ArrowBinaryViewRef& far) { far.offset = 1; }) == BEFRIEND_E_ARG);
    CHECK(spoil_far([](ArrowBinaryViewRef& far) { far.size += 1; }) == BEFRIEND_E_ARG);
    CHECK(spoil_far([](ArrowBinaryViewRef& far) { far.size = INT32_MAX; }) == BEFRIEND_E_ARG);
}

TEST_CASE("c arrow: an index outside its dictionary is found out", "[c][arrow]")
{
    const auto status = [](std::int64_t index, ArrowType type) {
        return added([&](std::vector<ArrowData>& batches) {
                   for (ArrowData& each : batches) {
                       std::vector<ArrowData> columns;
                       columns.push_back(dictionary(numbers("child_id", type, {index}),
                                                    texts("", NANOARROW_TYPE_STRING, {"C-1", "C-2"})));
                       columns.push_back(texts("volunteer_id", NANOARROW_TYPE_STRING, {"V-1"}));
                       each = batch(std::move(columns));
                   }
               })
            .status;
    };
    CHECK(status(1, NANOARROW_TYPE_INT8) == BEFRIEND_OK);
    CHECK(status(2, NANOARROW_TYPE_INT8) == BEFRIEND_E_ARG);
    CHECK(status(-1, NANOARROW_TYPE_INT8) == BEFRIEND_E_ARG);
    CHECK(status(-1, NANOARROW_TYPE_INT64) == BEFRIEND_E_ARG);
    CHECK(status(255, NANOARROW_TYPE_UINT8) == BEFRIEND_E_ARG);
}

TEST_CASE("c arrow: more rows than a table may have are refused before they are read", "[c][arrow]")
{
    const auto round = empty_round(dated);
    std::vector<ArrowData> columns;
    columns.push_back(nulls("child_id", 0));
    std::vector<ArrowData> batches;
    batches.push_back(batch(std::move(columns)));
    batches[0].array->length = 10'000'001;
    batches[0].array->children[0]->length = 10'000'001;
    const Outcome outcome = add_arrow(*round, BEFRIEND_PINS, std::move(batches));
    CHECK(outcome.status == BEFRIEND_E_LIMIT);
    CHECK(outcome.text == "E_LIMIT in: more than 10000000 rows\n");
}

TEST_CASE("c arrow: a schema without its parts is found out", "[c][arrow]")
{
    const std::string rule = "E_ARG in: its schema is incomplete or nested too deep\n";
    const auto text = [](auto spoil) { return added(as_it_is, {.spoil_schema = spoil}).text; };
    ArrowSchema* nobody[] = {nullptr, nullptr};
    CHECK(text([](ArrowSchema& schema) { schema.format = nullptr; }) == rule);
    CHECK(text([](ArrowSchema& schema) { schema.n_children = -1; }) == rule);
    CHECK(text([](ArrowSchema& schema) { schema.children = nullptr; }) == rule);
    CHECK(text([&](ArrowSchema& schema) { schema.children = nobody; }) == rule);
    CHECK(text([](ArrowSchema& schema) { schema.children[0]->children = nullptr; }) == "");
    CHECK(text([](ArrowSchema& schema) { schema.children[0]->n_children = 1; }) == rule);

    std::vector<ArrowData> deep;
    deep.push_back(texts("child_id", NANOARROW_TYPE_STRING, {}));
    for (int level = 0; level < 10; ++level) {
        ArrowData outer = lists("child_id", NANOARROW_TYPE_LIST, std::move(deep[0]), {});
        deep[0] = std::move(outer);
    }
    std::vector<ArrowData> batches;
    batches.push_back(batch(std::move(deep)));
    const auto round = empty_round(dated);
    CHECK(add_arrow(*round, BEFRIEND_PINS, std::move(batches)).text == rule);
}

TEST_CASE("c arrow: a long table is read as by JSON, however it is cut into batches", "[c][arrow]")
{
    constexpr std::int64_t rows = 1'950;
    const auto child = [](std::int64_t row) { return (row % 37 == 0 ? "C " : "C-") + std::to_string(row); };
    const auto volunteer = [](std::int64_t row) { return "V-" + std::to_string(row); };
    const auto has_volunteer = [](std::int64_t row) { return row % 41 != 0; };
    const auto part = [&](std::int64_t first, std::int64_t end) {
        std::vector<std::optional<std::string>> children;
        std::vector<std::optional<std::string>> volunteers;
        for (std::int64_t row = first; row < end; ++row) {
            children.push_back(child(row));
            volunteers.push_back(has_volunteer(row) ? std::optional(volunteer(row)) : std::nullopt);
        }
        std::vector<ArrowData> columns;
        columns.push_back(texts("child_id", NANOARROW_TYPE_STRING, children));
        columns.push_back(texts("volunteer_id", NANOARROW_TYPE_LARGE_STRING, volunteers));
        return batch(std::move(columns));
    };
    std::string json;
    for (std::int64_t row = 0; row < rows; ++row) {
        json += (row == 0 ? "[" : ",") + std::string(R"({"child_id": ")") + child(row) + '"';
        if (has_volunteer(row)) json += R"(, "volunteer_id": ")" + volunteer(row) + '"';
        json += '}';
    }
    const Texts others = invented(1, 1);
    const auto by_json = filled_round(others);
    REQUIRE(add(*by_json, BEFRIEND_BLOCKS, json + "]", nullptr) == BEFRIEND_OK);
    const auto check = [](const auto& round) {
        return outcome_of([&](auto err) {
                   return befriend_round_check(round.get(), nullptr, nullptr, nullptr, nullptr, err);
               })
            .text;
    };
    const std::string faults = check(by_json);
    REQUIRE(faults.find("blocks[1927].volunteer_id: missing") != faults.npos);

    for (const std::int64_t rows_a_batch : {13, 150, 1'000, 1'950}) {
        CAPTURE(rows_a_batch);
        std::vector<ArrowData> batches;
        for (std::int64_t first = 0; first < rows; first += rows_a_batch)
            batches.push_back(part(first, std::min(first + rows_a_batch, rows)));
        const auto round = filled_round(others);
        REQUIRE(add_arrow(*round, BEFRIEND_BLOCKS, std::move(batches)).text == "");
        CHECK(check(round) == faults);
        CHECK(cells_of(*round, BEFRIEND_BLOCKS, "child_id") ==
              cells_of(*by_json, BEFRIEND_BLOCKS, "child_id"));
    }
}
