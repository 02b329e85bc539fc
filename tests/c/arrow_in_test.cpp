// Arrow streams that are taken in: the types of columns, batches and slices.

#include "../catch2.hpp"
#include "arrow_input.hpp"

#include <limits>
#include <string>

using namespace befriend::test;

namespace {

constexpr std::string_view dated = "as_of = 2025-06-01\n";
constexpr std::string_view one_volunteer =
    R"([{"volunteer_id": "V-1", "state": "available", "age_years": 40}])";

// What the check says of a round whose children are these batches, and that has one volunteer.
std::string faults_of(std::vector<ArrowData> batches, std::string_view policy = dated)
{
    const auto round = empty_round(policy);
    const Outcome added = add_arrow(*round, BEFRIEND_CHILDREN, std::move(batches));
    CHECK(added.text == "");
    CHECK(added.status == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, one_volunteer, nullptr) == BEFRIEND_OK);
    return outcome_of([&](auto err) {
               return befriend_round_check(round.get(), nullptr, nullptr, nullptr, nullptr, err);
           })
        .text;
}

// Three children, and one column more.
ArrowData three(ArrowData column)
{
    std::vector<ArrowData> columns;
    columns.push_back(texts("child_id", NANOARROW_TYPE_STRING, {"C-1", "C-2", "C-3"}));
    columns.push_back(numbers("referred_on", NANOARROW_TYPE_DATE32, {20'000, 20'001, 20'002}));
    columns.push_back(numbers("age_years", NANOARROW_TYPE_INT32, {9, 10, 11}));
    columns.push_back(std::move(column));
    return batch(std::move(columns));
}

// The cells of the fourth column, as the round hands them out again.
std::vector<std::string> read_back(ArrowData column)
{
    const std::string name = column.schema->name;
    const auto round = empty_round(dated);
    std::vector<ArrowData> batches;
    batches.push_back(three(std::move(column)));
    CHECK(add_arrow(*round, BEFRIEND_CHILDREN, std::move(batches)).text == "");
    REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, one_volunteer, nullptr) == BEFRIEND_OK);
    CHECK(outcome_of([&](auto err) {
              return befriend_round_check(round.get(), nullptr, nullptr, nullptr, nullptr, err);
          }).text == "");
    return cells_of(*round, BEFRIEND_CHILDREN, name.c_str());
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("c arrow: texts of every type are read alike", "[c][arrow]")
{
    const Cells due{"female", "", "a-code-of-more-than-twelve"};
    const std::vector<std::optional<std::string>> values{"female", std::nullopt,
                                                         "a-code-of-more-than-twelve"};
    for (const ArrowType type :
         {NANOARROW_TYPE_STRING, NANOARROW_TYPE_LARGE_STRING, NANOARROW_TYPE_STRING_VIEW}) {
        CAPTURE(ArrowTypeString(type));
        CHECK(read_back(texts("gender", type, values)) == due);
        for (const ArrowType index :
             {NANOARROW_TYPE_INT8, NANOARROW_TYPE_UINT8, NANOARROW_TYPE_INT16, NANOARROW_TYPE_UINT16,
              NANOARROW_TYPE_INT32, NANOARROW_TYPE_UINT32, NANOARROW_TYPE_INT64, NANOARROW_TYPE_UINT64}) {
            CAPTURE(ArrowTypeString(index));
            CHECK(read_back(dictionary(
                      numbers("gender", index, {2, 1, 0}),
                      texts("", type, {"a-code-of-more-than-twelve", std::nullopt, "female"}))) == due);
            CHECK(read_back(dictionary(numbers("gender", index, {1, std::nullopt, 0}),
                                       texts("", type, {"a-code-of-more-than-twelve", "female"}))) == due);
        }
    }
    CHECK(read_back(nulls("gender", 3)) == Cells{"", "", ""});
    CHECK(read_back(dictionary(numbers("gender", NANOARROW_TYPE_INT8, {std::nullopt, std::nullopt, 0}),
                               nulls("", 1))) == Cells{"", "", ""});
}

TEST_CASE("c arrow: numbers come as integers, as floats that are whole, or as text", "[c][arrow]")
{
    const Cells due{"0", "", "25"};
    for (const ArrowType type :
         {NANOARROW_TYPE_INT8, NANOARROW_TYPE_INT16, NANOARROW_TYPE_INT32, NANOARROW_TYPE_INT64,
          NANOARROW_TYPE_UINT8, NANOARROW_TYPE_UINT16, NANOARROW_TYPE_UINT32}) {
        CAPTURE(ArrowTypeString(type));
        CHECK(read_back(numbers("previous_matches", type, {0, std::nullopt, 25})) == due);
    }
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const ArrowType type : {NANOARROW_TYPE_FLOAT, NANOARROW_TYPE_DOUBLE}) {
        CAPTURE(ArrowTypeString(type));
        CHECK(read_back(reals("previous_matches", type, {-0.0, nan, 25.0})) == due);
        CHECK(read_back(reals("previous_matches", type, {0.0, std::nullopt, 25.0})) == due);
        CHECK(read_back(reals("visits_wanted_per_month", type, {1.1, nan, 0.25})) ==
              Cells{"1.1", "", "0.25"});
    }
    CHECK(read_back(texts("previous_matches", NANOARROW_TYPE_STRING, {"0", "", "25"})) == due);
    CHECK(read_back(numbers("visits_wanted_per_month", NANOARROW_TYPE_INT8, {1, 2, 4})) ==
          Cells{"1", "2", "4"});
}

TEST_CASE("c arrow: a number of the wrong kind is named with its record", "[c][arrow]")
{
    const double infinity = std::numeric_limits<double>::infinity();
    const auto faults = [](ArrowData column) {
        std::vector<ArrowData> batches;
        batches.push_back(three(std::move(column)));
        return faults_of(std::move(batches));
    };
    CHECK(faults(reals("previous_matches", NANOARROW_TYPE_DOUBLE, {1.5, -infinity, 1e300})) ==
          "E_NUMBER children[0].previous_matches: not a whole number\n"
          "E_NUMBER children[1].previous_matches: infinite\n"
          "E_NUMBER children[2].previous_matches: beyond 2^53: a float of that size is not exact\n");
    CHECK(faults(numbers(
              "previous_matches", NANOARROW_TYPE_INT64,
              {-1, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()})) ==
          "E_RANGE children[0].previous_matches: below 0: allowed are 0 to 2147483647\n"
          "E_RANGE children[1].previous_matches: below 0: allowed are 0 to 2147483647\n"
          "E_RANGE children[2].previous_matches: above 2147483647: allowed are 0 to 2147483647\n");
    CHECK(faults(reals("visits_wanted_per_month", NANOARROW_TYPE_DOUBLE, {0.333, 1e300, 5e-324})) ==
          "E_NUMBER children[0].visits_wanted_per_month: not a number with at most two places (digits and "
          "signs, "
          "5 characters)\n"
          "E_RANGE children[1].visits_wanted_per_month: allowed are 0.25 to 4\n"
          "E_NUMBER children[2].visits_wanted_per_month: not a number with at most two places (digits and "
          "signs, "
          "326 characters)\n");
}

TEST_CASE("c arrow: dates come as days, as moments without a zone, or as text", "[c][arrow]")
{
    const Cells due{"2024-10-04", "", "1969-12-31"};
    constexpr std::int64_t day = 86'400;
    CHECK(read_back(numbers("previous_match_ended", NANOARROW_TYPE_DATE32, {20'000, std::nullopt, -1})) ==
          due);
    CHECK(read_back(texts("previous_match_ended", NANOARROW_TYPE_STRING, {"2024-10-04", "", "1969-12-31"})) ==
          due);
    const std::pair<ArrowTimeUnit, std::int64_t> units[] = {{NANOARROW_TIME_UNIT_SECOND, 1},
                                                            {NANOARROW_TIME_UNIT_MILLI, 1'000},
                                                            {NANOARROW_TIME_UNIT_MICRO, 1'000'000},
                                                            {NANOARROW_TIME_UNIT_NANO, 1'000'000'000}};
    for (const auto& [unit, parts] : units) {
        CAPTURE(ArrowTimeUnitString(unit));
        CHECK(read_back(moments("previous_match_ended", unit, "",
                                {20'001 * day * parts - 1, std::nullopt, -day * parts})) == due);
        CHECK(read_back(moments("previous_match_ended", unit, "",
                                {20'000 * day * parts, std::nullopt, -1})) == due);
    }
    std::vector<ArrowData> batches;
    batches.push_back(three(numbers("previous_match_ended", NANOARROW_TYPE_DATE32,
                                    {-25'568, 84'006, std::numeric_limits<std::int32_t>::max()})));
    CHECK(faults_of(std::move(batches)) ==
          "E_DATE children[0].previous_match_ended: not a day from 1900 to 2199\n"
          "E_DATE children[1].previous_match_ended: not a day from 1900 to 2199\n"
          "E_DATE children[2].previous_match_ended: not a day from 1900 to 2199\n");
}

TEST_CASE("c arrow: lists come with items of every text type, or as text", "[c][arrow]")
{
    const Cells due{"sat_morning;sun_afternoon", "", "[]"};
    const std::vector<std::optional<std::string>> items{"sat_morning", "sun_afternoon"};
    for (const ArrowType outer : {NANOARROW_TYPE_LIST, NANOARROW_TYPE_LARGE_LIST}) {
        for (const ArrowType type :
             {NANOARROW_TYPE_STRING, NANOARROW_TYPE_LARGE_STRING, NANOARROW_TYPE_STRING_VIEW}) {
            CAPTURE(ArrowTypeString(outer), ArrowTypeString(type));
            CHECK(read_back(lists("slots", outer, texts("item", type, items), {2, 2, 2}, {1})) == due);
            CHECK(read_back(lists("slots", outer,
                                  dictionary(numbers("item", NANOARROW_TYPE_INT8, {1, 0}),
                                             texts("", type, {"sun_afternoon", "sat_morning"})),
                                  {2, 2, 2}, {1})) == due);
        }
        CHECK(read_back(lists("slots", outer, nulls("item", 0), {0, 0, 0})) == Cells{"[]", "[]", "[]"});
    }
    CHECK(read_back(texts("slots", NANOARROW_TYPE_STRING, {"sat_morning;sun_afternoon", "", "none"})) == due);
}

TEST_CASE("c arrow: an item of a list cannot become two", "[c][arrow]")
{
    std::vector<ArrowData> batches;
    batches.push_back(
        three(lists("not_with", NANOARROW_TYPE_LIST,
                    texts("item", NANOARROW_TYPE_STRING, {"V-1;V-2", "", "V-4", std::nullopt}), {1, 2, 4})));
    const std::string rule = "not_with: an item of the list is empty or holds a semicolon\n";
    CHECK(faults_of(std::move(batches)) ==
          "E_SCHEMA children[0]." + rule + "E_SCHEMA children[1]." + rule + "E_SCHEMA children[2]." + rule);
}

TEST_CASE("c arrow: flags come as bool or as text", "[c][arrow]")
{
    const auto round = empty_round(dated);
    std::vector<ArrowData> columns;
    columns.push_back(texts("volunteer_id", NANOARROW_TYPE_STRING, {"V-1", "V-2", "V-3"}));
    columns.push_back(texts("state", NANOARROW_TYPE_STRING, {"available", "available", "available"}));
    columns.push_back(numbers("age_years", NANOARROW_TYPE_UINT8, {30, 40, 50}));
    columns.push_back(numbers("references_ok", NANOARROW_TYPE_BOOL, {1, std::nullopt, 0}));
    columns.push_back(texts("smoker", NANOARROW_TYPE_STRING, {"yes", "declined", "no"}));
    std::vector<ArrowData> batches;
    batches.push_back(batch(std::move(columns)));
    CHECK(add_arrow(*round, BEFRIEND_VOLUNTEERS, std::move(batches)).text == "");
    CHECK(cells_of(*round, BEFRIEND_VOLUNTEERS, "references_ok") == Cells{"yes", "", "no"});
    CHECK(cells_of(*round, BEFRIEND_VOLUNTEERS, "smoker") == Cells{"yes", "declined", "no"});
}

TEST_CASE("c arrow: a column of another type is named with what it is and what is due", "[c][arrow]")
{
    const std::string text = "string, large_string, string_view or a dictionary of one of them\n";
    const auto fault = [](ArrowData column) {
        std::vector<ArrowData> batches;
        batches.push_back(three(std::move(column)));
        return faults_of(std::move(batches));
    };
    CHECK(fault(numbers("gender", NANOARROW_TYPE_INT64, {1, 2, 3})) ==
          "E_SCHEMA children.gender: column 4: its Arrow type is int64; accepted are " + text);
    ArrowData unknown = texts("gender", NANOARROW_TYPE_STRING, {"a", "b", "c"});
    REQUIRE(ArrowSchemaSetFormat(unknown.schema.get(), "no such type") == NANOARROW_OK);
    CHECK(fault(std::move(unknown)) ==
          "E_SCHEMA children.gender: column 4: its Arrow type is an unknown type; accepted are " + text);
    CHECK(fault(numbers("gender", NANOARROW_TYPE_BOOL, {1, 1, 1})) ==
          "E_SCHEMA children.gender: column 4: its Arrow type is bool; accepted are " + text);
    CHECK(fault(numbers("birth_month", NANOARROW_TYPE_DATE32, {1, 1, 1})) ==
          "E_SCHEMA children.birth_month: column 4: its Arrow type is date32; accepted are " + text);
    CHECK(fault(moments("previous_match_ended", NANOARROW_TIME_UNIT_MICRO, "Europe/London", {1, 2, 3})) ==
          "E_SCHEMA children.previous_match_ended: column 4: its Arrow type is timestamp with a zone; "
          "accepted are "
          "date32, timestamp without a zone, " +
              text);
    CHECK(
        fault(numbers("previous_matches", NANOARROW_TYPE_UINT64, {1, 2, 3})) ==
        "E_SCHEMA children.previous_matches: column 4: its Arrow type is uint64; accepted are int8 to int64, "
        "uint8 to uint32, float, double, " +
            text);
    CHECK(fault(lists("slots", NANOARROW_TYPE_LIST, numbers("item", NANOARROW_TYPE_INT32, {1}), {1, 1, 1})) ==
          "E_SCHEMA children.slots: column 4: its Arrow type is list of int32; accepted are list or "
          "large_list of "
          "strings, " +
              text);
    CHECK(fault(dictionary(numbers("gender", NANOARROW_TYPE_INT8, {0, 0, 0}),
                           numbers("", NANOARROW_TYPE_INT32, {7}))) ==
          "E_SCHEMA children.gender: column 4: its Arrow type is dictionary of int32; accepted are " + text);
}

TEST_CASE("c arrow: names of columns are bound and refused as in every table", "[c][arrow]")
{
    std::vector<ArrowData> columns;
    columns.push_back(texts("child_id", NANOARROW_TYPE_STRING, {"C-1"}));
    columns.push_back(texts("sex", NANOARROW_TYPE_STRING, {"female"}));
    columns.push_back(texts("gender", NANOARROW_TYPE_STRING, {"female"}));
    columns.push_back(numbers("refered_on", NANOARROW_TYPE_DATE32, {20'000}));
    columns.push_back(numbers("age_years", NANOARROW_TYPE_DATE64, {9}));
    std::vector<ArrowData> batches;
    batches.push_back(batch(std::move(columns)));
    CHECK(faults_of(std::move(batches)) ==
          "E_SCHEMA children.age_years: column 5: its Arrow type is date64; accepted are int8 to int64, "
          "uint8 to "
          "uint32, float, double, string, large_string, string_view or a dictionary of one of them\n"
          "E_DUPLICATE children.gender: columns 2 and 3 are the same\n"
          "E_SCHEMA children.refered_on: column 4: unknown: did you mean referred_on?\n"
          "E_SCHEMA children.referred_on: the column is missing\n");
}

TEST_CASE("c arrow: a column that is ignored may have any type and any content", "[c][arrow]")
{
    std::vector<ArrowData> batches;
    batches.push_back(three(numbers("colour", NANOARROW_TYPE_BINARY, {})));
    batches[0].array->children[3]->length = -7;  // never looked at
    CHECK(faults_of(std::move(batches), "as_of = 2025-06-01\nignore_columns = [\"colour\"]\n") == "");
}

TEST_CASE("c arrow: batches of any size and slices make one table", "[c][arrow]")
{
    const auto part = [](std::int64_t first, std::int64_t count) {
        ArrowData data =
            three(lists("not_with", NANOARROW_TYPE_LIST,
                        texts("item", NANOARROW_TYPE_STRING, {"V-0", "V-1", "V-2", "V-3"}), {1, 1, 3}, {1}));
        slice(*data.array.get(), first, count);
        return data;
    };
    const auto round = empty_round(dated);
    std::vector<ArrowData> batches;
    batches.push_back(part(0, 0));
    batches.push_back(part(0, 1));
    batches.push_back(part(1, 2));
    CHECK(add_arrow(*round, BEFRIEND_CHILDREN, std::move(batches)).text == "");
    CHECK(cells_of(*round, BEFRIEND_CHILDREN, "child_id") == Cells{"C-1", "C-2", "C-3"});
    CHECK(cells_of(*round, BEFRIEND_CHILDREN, "referred_on") ==
          Cells{"2024-10-04", "2024-10-05", "2024-10-06"});
    CHECK(cells_of(*round, BEFRIEND_CHILDREN, "not_with") == Cells{"V-0", "", "V-1;V-2"});
}

TEST_CASE("c arrow: offsets of a table, its columns, their items and their dictionaries add up", "[c][arrow]")
{
    ArrowData ids = texts("child_id", NANOARROW_TYPE_STRING, {"x", "x", "x", "C-1", "C-2"});
    slice(*ids.array.get(), 1, 4);  // then 2 more of the table
    ArrowData days = numbers("referred_on", NANOARROW_TYPE_DATE32, {0, 0, 20'000, 20'001});
    ArrowData words = texts("", NANOARROW_TYPE_STRING, {"x", "male", "female"});
    slice(*words.array.get(), 1, 2);
    ArrowData genders = dictionary(numbers("gender", NANOARROW_TYPE_INT8, {0, 0, 0, 1}), std::move(words));
    ArrowData items = texts("item", NANOARROW_TYPE_LARGE_STRING, {"x", "V-1", "V-2", "V-3"});
    slice(*items.array.get(), 1, 3);
    ArrowData refused = lists("not_with", NANOARROW_TYPE_LARGE_LIST, std::move(items), {0, 0, 0, 1, 3});
    slice(*refused.array.get(), 1, 4);
    std::vector<ArrowData> columns;
    columns.push_back(std::move(ids));
    columns.push_back(std::move(days));
    columns.push_back(numbers("age_years", NANOARROW_TYPE_INT8, {0, 0, 9, 10}));
    columns.push_back(std::move(refused));
    columns.push_back(std::move(genders));
    std::vector<ArrowData> batches;
    batches.push_back(batch(std::move(columns)));
    slice(*batches[0].array.get(), 2, 2);
    const auto round = empty_round(dated);
    CHECK(add_arrow(*round, BEFRIEND_CHILDREN, std::move(batches)).text == "");
    CHECK(cells_of(*round, BEFRIEND_CHILDREN, "child_id") == Cells{"C-1", "C-2"});
    CHECK(cells_of(*round, BEFRIEND_CHILDREN, "referred_on") == Cells{"2024-10-04", "2024-10-05"});
    CHECK(cells_of(*round, BEFRIEND_CHILDREN, "not_with") == Cells{"V-1", "V-2;V-3"});
    CHECK(cells_of(*round, BEFRIEND_CHILDREN, "gender") == Cells{"male", "female"});
}

TEST_CASE("c arrow: a column without a bitmap has no nulls, also when nobody counted them", "[c][arrow]")
{
    const auto uncounted = [](ArrowData column) {
        column.array->null_count = -1;
        if (column.array->n_children > 0) column.array->children[0]->null_count = -1;
        if (column.array->dictionary != nullptr) column.array->dictionary->null_count = -1;
        return column;
    };
    CHECK(read_back(uncounted(texts("gender", NANOARROW_TYPE_STRING, {"a", "b", "c"}))) ==
          Cells{"a", "b", "c"});
    CHECK(read_back(uncounted(dictionary(numbers("gender", NANOARROW_TYPE_INT8, {0, 1, 0}),
                                         texts("", NANOARROW_TYPE_STRING, {"a", "b"})))) ==
          Cells{"a", "b", "a"});
    CHECK(read_back(uncounted(lists("slots", NANOARROW_TYPE_LIST,
                                    texts("item", NANOARROW_TYPE_STRING, {"sat_morning", "sun_afternoon"}),
                                    {1, 2, 2}))) == Cells{"sat_morning", "sun_afternoon", "[]"});
}

TEST_CASE("c arrow: a column of nulls may come with a bitmap that nobody needs", "[c][arrow]")
{
    static const void* none[] = {nullptr};
    const auto with_bitmap = [](ArrowArray& array) {
        array.n_buffers = 1;
        array.buffers = none;
    };
    const auto read = [](ArrowData column, const StreamOptions& options) {
        const auto round = empty_round(dated);
        std::vector<ArrowData> batches;
        batches.push_back(three(std::move(column)));
        CHECK(add_arrow(*round, BEFRIEND_CHILDREN, std::move(batches), options).text == "");
        return cells_of(*round, BEFRIEND_CHILDREN, "slots");
    };
    CHECK(read(nulls("slots", 3), {.spoil = [&](ArrowArray& rows, std::size_t) {
                   with_bitmap(*rows.children[3]);
               }}) == Cells{"", "", ""});
    CHECK(read(lists("slots", NANOARROW_TYPE_LIST, nulls("item", 0), {0, 0, 0}, {1}),
               {.spoil = [&](ArrowArray& rows, std::size_t) {
                   with_bitmap(*rows.children[3]->children[0]);
               }}) == Cells{"[]", "", "[]"});
}

TEST_CASE("c arrow: a null in the place of a record keeps its position", "[c][arrow]")
{
    ArrowData data = three(nulls("gender", 3));
    static const std::uint8_t known = 0b101;
    data.array->buffers[0] = &known;
    data.array->null_count = 1;
    data.array->children[0]->null_count = 0;
    std::vector<ArrowData> batches;
    batches.push_back(std::move(data));
    CHECK(faults_of(std::move(batches)) == "E_SCHEMA children[1]: null where a record is due\n");
}

TEST_CASE("c arrow: text that is not UTF-8 or holds a NUL is refused, never replaced", "[c][arrow]")
{
    std::vector<ArrowData> batches;
    batches.push_back(
        three(texts("gender", NANOARROW_TYPE_STRING, {"\xff", std::string("a\0b", 3), "f\xc3"})));
    CHECK(faults_of(std::move(batches)) ==
          "E_ENCODING children[0].gender: not UTF-8 from byte 1 of the value\n"
          "E_ENCODING children[1].gender: holds a control character\n"
          "E_ENCODING children[2].gender: not UTF-8 from byte 2 of the value\n");
}
