// The engine alone through befriend.h.

#include "../catch2.hpp"
#include "handles.hpp"
#include <befriend/assignment/assign.hpp>

#include <limits>
#include <random>
#include <set>
#include <string>

using namespace befriend::test;

namespace {

using Numbers = std::vector<std::int64_t>;

Outcome add_pairs(befriend_problem& problem, const Numbers& row, const Numbers& column, const Numbers& weight)
{
    return outcome_of([&](auto err) {
        return befriend_problem_add_pairs(&problem, row.data(), column.data(), weight.data(), row.size(),
                                          err);
    });
}

void set_array(befriend_problem& problem, const char* key, const Numbers& values)
{
    REQUIRE(befriend_problem_set_array(&problem, key, values.data(), values.size(), nullptr) == BEFRIEND_OK);
}

void set_int(befriend_problem& problem, const char* key, std::int64_t value)
{
    REQUIRE(befriend_problem_set_int(&problem, key, value, nullptr) == BEFRIEND_OK);
}

void best_total(befriend_problem& problem)
{
    REQUIRE(befriend_problem_set_text(&problem, "objective", "best_total", 10, nullptr) == BEFRIEND_OK);
}

Outcome solve(const befriend_problem& problem, const befriend_cancel* cancel = nullptr,
              befriend_progress_fn progress = nullptr, void* user = nullptr)
{
    befriend_solution* out = untouched<befriend_solution>();
    const Outcome outcome = outcome_of(
        [&](auto err) { return befriend_problem_solve(&problem, cancel, progress, user, &out, err); });
    const Owned<befriend_solution> owned(out);
    CHECK((out != nullptr) == (outcome.status == BEFRIEND_OK));
    return outcome;
}

std::string text_of(const befriend_error& faults)
{
    std::size_t needed = 0;
    REQUIRE(befriend_error_get_json(&faults, nullptr, 0, &needed, nullptr) == BEFRIEND_OK);
    std::string text(needed, '\0');
    REQUIRE(befriend_error_get_json(&faults, text.data(), needed, &needed, nullptr) == BEFRIEND_OK);
    text.pop_back();
    return text;
}

}  // namespace

TEST_CASE("c problem: the three ways to add pairs give the answer of the C++ library", "[c][oracle]")
{
    const auto seed = GENERATE(range(0U, 100U));
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    const auto rows = static_cast<std::int64_t>(1 + random() % 12);
    const auto columns = static_cast<std::int64_t>(1 + random() % 12);
    Numbers matrix, row, column, weight, row_begin{0};
    std::vector<std::uint8_t> allowed;
    for (std::int64_t r = 0; r < rows; ++r) {
        for (std::int64_t c = 0; c < columns; ++c) {
            matrix.push_back(static_cast<std::int64_t>(random() % 2001) - 1000);
            allowed.push_back(random() % 3 != 0);
            if (allowed.back() == 0) continue;
            row.push_back(r);
            column.push_back(c);
            weight.push_back(matrix.back());
        }
        row_begin.push_back(static_cast<std::int64_t>(row.size()));
    }
    Numbers capacity;
    for (std::int64_t c = 0; c < columns; ++c)
        capacity.push_back(static_cast<std::int64_t>(random() % 3));
    const bool maximize = random() % 2 == 0;
    const bool total_only = random() % 2 == 0;

    const auto by_pairs = new_problem(rows, columns);
    REQUIRE(add_pairs(*by_pairs, row, column, weight).status == BEFRIEND_OK);
    const auto by_rows = new_problem(rows, columns);
    REQUIRE(befriend_problem_add_rows(by_rows.get(), row_begin.data(), column.data(), weight.data(),
                                      row.size(), nullptr) == BEFRIEND_OK);
    const auto by_matrix = new_problem(rows, columns);
    REQUIRE(befriend_problem_add_matrix(by_matrix.get(), matrix.data(), columns, 1, allowed.data(),
                                        nullptr) == BEFRIEND_OK);

    befriend::PairFaults none;
    const befriend::WeightedPairs pairs = befriend::pairs_of_coordinates(
        static_cast<std::size_t>(rows), static_cast<std::size_t>(columns), row, column, weight, none);
    const befriend::Assignment expected = befriend::assign(
        {pairs, capacity, {}, {}, {}},
        {total_only ? befriend::Goal::best_total : befriend::Goal::most_pairs, maximize, false});
    for (const auto* problem : {&by_pairs, &by_rows, &by_matrix}) {
        set_array(**problem, "capacity", capacity);
        set_int(**problem, "maximize", maximize ? 1 : 0);
        if (total_only) best_total(**problem);
        const auto solution = solved(**problem);
        CHECK(number(*solution, "status") == BEFRIEND_SOLUTION_OPTIMAL);
        CHECK(number(*solution, "rows") == rows);
        CHECK(number(*solution, "columns") == columns);
        CHECK(number(*solution, "matched") == static_cast<std::int64_t>(expected.matched));
        CHECK(number(*solution, "total") == expected.total);
        Numbers chosen;
        for (const std::uint32_t each : expected.column_of_row)
            chosen.push_back(each == befriend::Solution::unassigned ? -1 : std::int64_t{each});
        CHECK(array(*solution, "column_of_row") == chosen);
        CHECK(array(*solution, "row_duals") == expected.prices.row);
        CHECK(array(*solution, "column_duals") == expected.prices.column);
        CHECK(array(*solution, "row_count_duals") == expected.count_prices.row);
        CHECK(array(*solution, "column_count_duals") == expected.count_prices.column);
    }
}

TEST_CASE("c problem: pins hold, and keys decide ties", "[c]")
{
    const auto problem = problem_of(2, 2, {0, 9, 9, 0});
    CHECK(array(*solved(*problem), "column_of_row") == Numbers{0, 1});
    set_array(*problem, "pins", {1, -1});
    CHECK(array(*solved(*problem), "column_of_row") == Numbers{1, 0});

    bool first = false;
    bool second = false;
    for (std::int64_t key = 0; key < 20; ++key) {
        const auto tied = problem_of(1, 2, {5, 5});
        set_array(*tied, "row_keys", {key});
        set_array(*tied, "column_keys", {-1, std::numeric_limits<std::int64_t>::min()});
        const Numbers chosen = array(*solved(*tied), "column_of_row");
        (chosen[0] == 0 ? first : second) = true;
    }
    CHECK(first);
    CHECK(second);
}

TEST_CASE("c problem: without ties the keys decide nothing, and the total stays the best", "[c]")
{
    std::set<std::int64_t> chosen;
    for (std::int64_t key = 0; key < 20; ++key) {
        const auto tied = problem_of(1, 2, {5, 5});
        set_array(*tied, "row_keys", {key});
        set_int(*tied, "ties", 0);
        const auto solution = solved(*tied);
        CHECK(number(*solution, "total") == 5);
        chosen.insert(array(*solution, "column_of_row")[0]);
    }
    CHECK(chosen.size() == 1);
}

TEST_CASE("c problem: a solution that cannot be is told, with how many rows it could be for", "[c]")
{
    const auto problem = problem_of(3, 2, {1, 2, 3, 4, 5, 6});
    set_int(*problem, "require_all", 1);
    const auto solution = solved(*problem);
    CHECK(number(*solution, "status") == BEFRIEND_SOLUTION_INFEASIBLE);
    CHECK(number(*solution, "matched") == 2);
    CHECK(number(*solution, "total") == 0);
    for (const char* key :
         {"column_of_row", "row_duals", "column_duals", "row_count_duals", "column_count_duals"})
        CHECK(array(*solution, key).empty());
}

TEST_CASE("c problem: every faulty pair is told by its position", "[c]")
{
    const auto problem = new_problem(2, 2);
    const Outcome range = add_pairs(*problem, {0, 2, -1}, {0, 0, 9}, {1, 1, 1});
    CHECK(range.status == BEFRIEND_E_RANGE);
    CHECK(range.text ==
          "E_RANGE row[1]: there is no such row\n"
          "E_RANGE row[2]: there is no such row\n"
          "E_RANGE column[2]: there is no such column\n");
    const Outcome twice = add_pairs(*problem, {0, 1, 0}, {1, 1, 1}, {1, 2, 3});
    CHECK(twice.status == BEFRIEND_E_DUPLICATE);
    CHECK(twice.text == "E_DUPLICATE column[2], column[0]: the same pair twice\n");
    const Outcome many = add_pairs(*problem, Numbers(1000, 7), Numbers(1000, 0), Numbers(1000, 0));
    CHECK(many.codes.size() == 101);
    CHECK_THAT(many.text, ContainsSubstring("E_RANGE pairs: and 900 more\n"));

    const Numbers falls{0, 2, 1};
    const Numbers column{0, 1};
    const Outcome offsets = outcome_of([&](auto err) {
        return befriend_problem_add_rows(problem.get(), falls.data(), column.data(), column.data(), 2, err);
    });
    CHECK(offsets.text ==
          "E_RANGE row_begin[2]: offsets start at 0, never fall and end at the number of pairs\n");

    CHECK(add_pairs(*problem, {1, 0}, {1, 1}, {1, 2}).status ==
          BEFRIEND_OK);  // nothing was kept of the others
    CHECK(array(*solved(*problem), "column_of_row") == Numbers{-1, 1});
    CHECK(add_pairs(*problem, {}, {}, {}).text == "E_STATE problem: pairs were added already\n");
}

TEST_CASE("c problem: what is wrong with its arrays is told when it is solved", "[c]")
{
    const auto problem = problem_of(2, 2, {1, 2, 3, 4});
    set_array(*problem, "capacity", {-1, 1});
    set_array(*problem, "pins", {7, 0});
    const Outcome outcome = solve(*problem);
    CHECK(outcome.status == BEFRIEND_E_RANGE);
    CHECK(outcome.text ==
          "E_RANGE capacity[0]: not from 0 to 2147483647\n"
          "E_RANGE pins[0]: neither -1 nor a column\n"
          "E_CONFLICT capacity[0]: the column has more pins than room\n");

    const auto sparse = new_problem(2, 2);
    CHECK(solve(*sparse).text == "E_STATE problem: no pairs were added\n");
    REQUIRE(add_pairs(*sparse, {0}, {1}, {5}).status == BEFRIEND_OK);
    set_array(*sparse, "pins", {0, -1});
    CHECK(solve(*sparse).text == "E_CONFLICT pins[0]: the row and its pin are no pair\n");

    constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    const Outcome overflow = solve(*problem_of(1, 2, {lowest, 0}));
    CHECK(overflow.status == BEFRIEND_E_OVERFLOW);
    CHECK(overflow.text == "E_OVERFLOW weight: sums of the weights could overflow\n");
}

TEST_CASE("c problem: unknown keys list the known ones, and values out of range are refused", "[c]")
{
    const auto problem = problem_of(1, 1, {1});
    const auto solution = solved(*problem);
    const std::int64_t one = 1;
    const auto array_key = [&](const char* key, std::size_t count) {
        return outcome_of(
                   [&](auto err) { return befriend_problem_set_array(problem.get(), key, &one, count, err); })
            .text;
    };
    const auto int_key = [&](const char* key, std::int64_t value) {
        return outcome_of([&](auto err) { return befriend_problem_set_int(problem.get(), key, value, err); })
            .text;
    };
    const auto text_key = [&](const char* key, std::string_view text) {
        return outcome_of([&](auto err) {
                   return befriend_problem_set_text(problem.get(), key, text.data(), text.size(), err);
               })
            .text;
    };
    CHECK(array_key("capacities", 1) ==
          "E_ARG key: unknown; arrays are capacity, pins, row_keys, column_keys\n");
    CHECK(array_key("capacity", 0) == "E_RANGE count: capacity has one value a column\n");
    CHECK(array_key("pins", 0) == "E_RANGE count: pins has one value a row\n");
    CHECK(int_key("max", 1) ==
          "E_ARG key: unknown; whole numbers are maximize, require_all, exactly, ties, time_limit_ms\n");
    CHECK(int_key("maximize", 2) == "E_RANGE value: maximize is 0 or 1\n");
    CHECK(int_key("time_limit_ms", -1) == "E_RANGE value: time_limit_ms is below 0\n");
    CHECK(text_key("goal", "best_total") == "E_ARG key: unknown; texts are objective\n");
    CHECK(text_key("objective", "best") == "E_ARG text: unknown; objectives are most_pairs, best_total\n");
    CHECK(text_key("objective", "\xFF") == "E_ENCODING text: not UTF-8\n");

    std::int64_t value = 7;
    std::size_t needed = 7;
    CHECK(befriend_solution_get_int(solution.get(), "count", &value, nullptr) == BEFRIEND_E_ARG);
    CHECK(value == 0);
    CHECK(befriend_solution_get_array(solution.get(), "duals", nullptr, 0, &needed, nullptr) ==
          BEFRIEND_E_ARG);
    CHECK(needed == 0);

    befriend_problem* out = untouched<befriend_problem>();
    CHECK(befriend_problem_new(-1, 1, &out, nullptr) == BEFRIEND_E_RANGE);
    CHECK(out == nullptr);
    CHECK(befriend_problem_new(1, std::int64_t{1} << 31, &out, nullptr) == BEFRIEND_E_LIMIT);
}

TEST_CASE("c problem: a buffer too small is left as it was", "[c]")
{
    const auto solution = solved(*problem_of(2, 2, {1, 2, 3, 4}));
    std::int64_t buffer[2] = {77, 77};
    std::size_t needed = 0;
    const Outcome small = outcome_of([&](auto err) {
        return befriend_solution_get_array(solution.get(), "row_duals", buffer, 1, &needed, err);
    });
    CHECK(small.status == BEFRIEND_E_LIMIT);
    CHECK(needed == 2);
    CHECK(buffer[0] == 77);
}

TEST_CASE("c problem: a matrix without end is a lack of memory, not a crash", "[c]")
{
    const auto problem = new_problem(2147483647, 2147483647);
    const std::int64_t weight = 1;
    const Outcome outcome = outcome_of(
        [&](auto err) { return befriend_problem_add_matrix(problem.get(), &weight, 0, 0, nullptr, err); });
    CHECK(outcome.status == BEFRIEND_E_MEMORY);
}

TEST_CASE("c problem: cancel, progress and the limit of time stop it, with a bound", "[c]")
{
    std::mt19937_64 random(3);
    Numbers matrix(400 * 400);
    for (auto& weight : matrix)
        weight = static_cast<std::int64_t>(random() % 1'000'000);
    const auto problem = problem_of(400, 400, matrix);

    const auto cancel = new_cancel();
    befriend_cancel_request(cancel.get());
    CHECK(solve(*problem, cancel.get()).text == "E_CANCELLED solution: stopped\n");

    const befriend_progress_fn stop_late = [](const befriend_progress* progress, void*) -> std::int32_t {
        CHECK(progress->phase == BEFRIEND_PHASE_ASSIGNMENT);
        CHECK(progress->struct_size == sizeof(befriend_progress));
        return progress->done > 0;
    };
    const Outcome late = solve(*problem, nullptr, stop_late);
    CHECK(late.status == BEFRIEND_E_CANCELLED);
    CHECK_THAT(late.text, ContainsSubstring("stopped; at best: pairs 400"));

    set_int(*problem, "time_limit_ms", 1);
    const Outcome timed =
        solve(*problem, nullptr, [](const befriend_progress*, void*) -> std::int32_t { return 0; });
    CHECK(timed.status == BEFRIEND_E_TIME);
    CHECK_THAT(timed.text, ContainsSubstring("E_TIME solution: stopped by time_limit_ms"));
}

TEST_CASE("c problem: a call from its own progress function is refused", "[c]")
{
    struct Inside {
        befriend_problem* problem;
        befriend_status set = BEFRIEND_OK;
        befriend_status solve = BEFRIEND_OK;
    };
    const auto problem = problem_of(2, 2, {1, 2, 3, 4});
    Inside inside{problem.get()};
    const Outcome outcome = solve(
        *problem, nullptr,
        [](const befriend_progress*, void* user) -> std::int32_t {
            auto& within = *static_cast<Inside*>(user);
            befriend_solution* out = nullptr;
            within.set = befriend_problem_set_int(within.problem, "maximize", 1, nullptr);
            within.solve = befriend_problem_solve(within.problem, nullptr, nullptr, nullptr, &out, nullptr);
            befriend_problem_free(within.problem);  // not while it is in use
            return 0;
        },
        &inside);
    CHECK(outcome.status == BEFRIEND_OK);
    CHECK(inside.set == BEFRIEND_E_STATE);
    CHECK(inside.solve == BEFRIEND_E_STATE);
    CHECK(number(*solved(*problem), "total") == 5);
}

TEST_CASE("c problem: its own arrays are copied, and a solution outlives its problem", "[c]")
{
    Owned<befriend_solution> solution;
    {
        Numbers matrix{3, 1, 1, 3};
        const auto problem = problem_of(2, 2, matrix);
        matrix.assign(4, 0);
        solution = solved(*problem);
    }
    CHECK(number(*solution, "total") == 2);
}

TEST_CASE("c error: all faults as JSON", "[c]")
{
    befriend_error* err = nullptr;
    befriend_policy* policy = nullptr;
    REQUIRE(befriend_policy_parse("seed = -1\n", 10, &policy, &err) == BEFRIEND_E_RANGE);
    const Owned<befriend_error> input(err);
    CHECK(text_of(*input) ==
          "{\n\"errors\": 1,\n\"faults\": [\n"
          "{\"code\":\"E_RANGE\",\"column\":8,\"field\":\"seed\",\"line\":1,\"number\":8,"
          "\"rule\":\"below 0: allowed are 0 to 9223372036854775807\",\"table\":\"policy\"}\n],\n"
          "\"schema_version\": 1,\n\"warnings\": 0\n}\n");

    const auto problem = new_problem(1, 1);
    const Numbers row{0, 0}, column{0, 0}, weight{1, 1};
    err = nullptr;
    REQUIRE(befriend_problem_add_pairs(problem.get(), row.data(), column.data(), weight.data(), 2, &err) ==
            BEFRIEND_E_DUPLICATE);
    const Owned<befriend_error> call(err);
    CHECK_THAT(text_of(*call),
               ContainsSubstring("{\"argument\":\"column\",\"code\":\"E_DUPLICATE\",\"number\":10,"
                                 "\"other_position\":0,\"position\":1,\"rule\":\"the same pair twice\"}"));
}
