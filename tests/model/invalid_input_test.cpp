#include "catch2.hpp"
#include <befriend/model/invalid_input.hpp>

#include <set>

namespace befriend::test {
namespace {

Fault fault(FaultCode code, Table table, std::optional<std::size_t> record, std::string field)
{
    Fault made;
    made.code = code;
    made.table = table;
    made.record = record;
    made.field = std::move(field);
    made.rule = "a rule";
    return made;
}

}  // namespace

TEST_CASE("fault: every code has its own name, with the prefix of its kind", "[model][example]")
{
    std::set<std::string_view> names;
    for (int number = 0; number < 200; ++number) {
        const auto code = static_cast<FaultCode>(number);
        const auto name = to_text(code);
        if (name.empty()) continue;
        CHECK(names.insert(name).second);
        CHECK(name.substr(0, 2) == (is_warning(code) ? "W_" : "E_"));
    }
    CHECK(names.size() == 23 + 10);
    CHECK(to_text(FaultCode::e_unknown_id) == "E_UNKNOWN_ID");
    CHECK(to_text(FaultCode::w_unknown_id) == "W_UNKNOWN_ID");
}

TEST_CASE("fault: as text it says where and which rule", "[model][example]")
{
    CHECK(to_text(Fault{FaultCode::e_range, Table::volunteers, 12, {}, "capacity", "below 0", {}, {}, {}}) ==
          "E_RANGE volunteers[12].capacity: below 0");
    CHECK(to_text(Fault{FaultCode::e_duplicate, Table::children, 7, 3, "child_id", "again", {}, {}, {}}) ==
          "E_DUPLICATE children[7].child_id, children[3]: again");
    CHECK(to_text(Fault{FaultCode::e_conflict, Table::pins, 1, 0, "", "both", {}, {}, Table::blocks}) ==
          "E_CONFLICT pins[1], blocks[0]: both");
    CHECK(to_text(Fault{FaultCode::e_parse, Table::policy, {}, {}, "", "no value", 3, 9, {}}) ==
          "E_PARSE policy line 3, column 9: no value");
    CHECK(to_text(Fault{FaultCode::e_range, Table::policy, {}, {}, "travel.easy_m", "below 0", {}, {}, {}}) ==
          "E_RANGE policy.travel.easy_m: below 0");
    CHECK(to_text(Fault{FaultCode::w_empty, Table::children, {}, {}, "", "no child waits", {}, {}, {}}) ==
          "W_EMPTY children: no child waits");
}

TEST_CASE("fault: sorted by table, record, field and code, without repeats", "[model][example]")
{
    using enum FaultCode;
    const auto table = fault(w_empty, Table::children, {}, "");
    const auto second = fault(e_range, Table::children, 2, "age_years");
    const auto third = fault(w_policy, Table::children, 2, "age_years");
    const auto fourth = fault(e_schema, Table::children, 10, "age_years");
    const auto last = fault(e_range, Table::pins, 0, "child_id");
    std::vector<Fault> faults{last, fourth, third, second, table, second};
    sort_faults(faults);
    CHECK(faults == std::vector<Fault>{table, second, third, fourth, last});
}

TEST_CASE("fault: lines of one text stand in the order of the text", "[model][example]")
{
    auto early = fault(FaultCode::e_schema, Table::policy, {}, "z");
    early.line = 2;
    auto late = fault(FaultCode::e_schema, Table::policy, {}, "a");
    late.line = 10;
    std::vector<Fault> faults{late, early};
    sort_faults(faults);
    CHECK(faults == std::vector<Fault>{early, late});
}

TEST_CASE("invalid input: it tells the first error, how many more there are, and keeps the warnings",
          "[model][example]")
{
    using enum FaultCode;
    const auto warning = fault(w_empty, Table::children, {}, "");
    const auto first = fault(e_range, Table::volunteers, 0, "capacity");
    const auto second = fault(e_range, Table::volunteers, 1, "capacity");
    const InvalidInput both({second, warning, first});
    CHECK(both.what() == std::string("E_RANGE volunteers[0].capacity: a rule (and 1 more)"));
    CHECK(both.faults() == std::vector<Fault>{warning, first, second});
    CHECK(InvalidInput({first}).what() == std::string("E_RANGE volunteers[0].capacity: a rule"));
}

TEST_CASE("invalid input: warnings alone are no error", "[model][example]")
{
    CHECK_FALSE(has_error({}));
    CHECK_FALSE(has_error({fault(FaultCode::w_flat, Table::policy, {}, "")}));
    CHECK(has_error(
        {fault(FaultCode::w_flat, Table::policy, {}, ""), fault(FaultCode::e_arg, Table::policy, {}, "")}));
}

}  // namespace befriend::test
