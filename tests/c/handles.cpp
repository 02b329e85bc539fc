#include "handles.hpp"

#include "../catch2.hpp"
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/io/write_table.hpp>
#include <befriend/synthetic/waiting_list.hpp>

namespace befriend::test {

Outcome outcome_of(befriend_status status, befriend_error* err)
{
    const Owned<befriend_error> owned(err);
    Outcome outcome;
    outcome.status = status;
    outcome.has_error = err != nullptr;
    for (std::size_t i = 0; i < befriend_error_count(err); ++i) {
        outcome.codes.push_back(befriend_error_code(err, i));
        outcome.text += befriend_error_message(err, i);
        outcome.text += "\n";
    }
    return outcome;
}

Texts invented(std::size_t children, std::size_t volunteers, std::uint64_t seed)
{
    WaitingListOptions options;
    options.preset = "county";
    options.seed = seed;
    options.children = children;
    options.volunteers = volunteers;
    const auto list = waiting_list(options, built_in_vocabulary());
    REQUIRE(list);
    return {write_policy_toml(list->policy, false), write_json_table(Table::children, list->tables),
            write_json_table(Table::volunteers, list->tables)};
}

Round round_of(const Texts& texts)
{
    RoundText text;
    text.policy = texts.policy;
    text.children = texts.children;
    text.volunteers = texts.volunteers;
    return read_round(text);
}

Owned<befriend_policy> parsed(std::string_view policy)
{
    befriend_policy* out = nullptr;
    REQUIRE(befriend_policy_parse(policy.data(), policy.size(), &out, nullptr) == BEFRIEND_OK);
    REQUIRE(out != nullptr);
    return Owned<befriend_policy>(out);
}

Owned<befriend_round> empty_round(std::string_view policy)
{
    befriend_round* out = nullptr;
    REQUIRE(befriend_round_new(parsed(policy).get(), &out, nullptr) == BEFRIEND_OK);
    REQUIRE(out != nullptr);
    return Owned<befriend_round>(out);
}

Owned<befriend_round> filled_round(const Texts& texts)
{
    Owned<befriend_round> round = empty_round(texts.policy);
    REQUIRE(add(*round, BEFRIEND_CHILDREN, texts.children, nullptr) == BEFRIEND_OK);
    REQUIRE(add(*round, BEFRIEND_VOLUNTEERS, texts.volunteers, nullptr) == BEFRIEND_OK);
    return round;
}

Owned<befriend_proposal> proposed(const befriend_round& round)
{
    befriend_proposal* out = nullptr;
    befriend_error* err = nullptr;
    const befriend_status status = befriend_propose(&round, nullptr, nullptr, nullptr, &out, &err);
    const Outcome outcome = outcome_of(status, err);
    INFO(outcome.text);
    REQUIRE(outcome.status == BEFRIEND_OK);
    REQUIRE(out != nullptr);
    return Owned<befriend_proposal>(out);
}

Owned<befriend_cancel> new_cancel()
{
    befriend_cancel* out = nullptr;
    REQUIRE(befriend_cancel_new(&out, nullptr) == BEFRIEND_OK);
    REQUIRE(out != nullptr);
    return Owned<befriend_cancel>(out);
}

std::string json(const befriend_proposal& proposal, befriend_part part)
{
    std::size_t needed = 0;
    REQUIRE(befriend_proposal_get_json(&proposal, part, nullptr, 0, &needed, nullptr) == BEFRIEND_OK);
    std::string text(needed, '#');
    REQUIRE(befriend_proposal_get_json(&proposal, part, text.data(), text.size(), &needed, nullptr) ==
            BEFRIEND_OK);
    REQUIRE(needed == text.size());
    REQUIRE(text.back() == '\0');
    text.pop_back();
    return text;
}

befriend_status add(befriend_round& round, befriend_table table, std::string_view json, befriend_error** err)
{
    return befriend_round_add_json(&round, table, json.data(), json.size(), err);
}

befriend_status set(befriend_round& round, const char* key, std::string_view text, befriend_error** err)
{
    return befriend_round_set_text(&round, key, text.data(), text.size(), err);
}

Owned<befriend_problem> new_problem(std::int64_t rows, std::int64_t columns)
{
    befriend_problem* out = nullptr;
    REQUIRE(befriend_problem_new(rows, columns, &out, nullptr) == BEFRIEND_OK);
    REQUIRE(out != nullptr);
    return Owned<befriend_problem>(out);
}

Owned<befriend_problem> problem_of(std::int64_t rows, std::int64_t columns,
                                   const std::vector<std::int64_t>& matrix)
{
    Owned<befriend_problem> problem = new_problem(rows, columns);
    REQUIRE(befriend_problem_add_matrix(problem.get(), matrix.data(), columns, 1, nullptr, nullptr) ==
            BEFRIEND_OK);
    return problem;
}

Owned<befriend_solution> solved(const befriend_problem& problem)
{
    befriend_solution* out = nullptr;
    REQUIRE(befriend_problem_solve(&problem, nullptr, nullptr, nullptr, &out, nullptr) == BEFRIEND_OK);
    REQUIRE(out != nullptr);
    return Owned<befriend_solution>(out);
}

std::int64_t number(const befriend_solution& solution, const char* key)
{
    std::int64_t value = -1;
    REQUIRE(befriend_solution_get_int(&solution, key, &value, nullptr) == BEFRIEND_OK);
    return value;
}

std::vector<std::int64_t> array(const befriend_solution& solution, const char* key)
{
    std::size_t needed = 0;
    REQUIRE(befriend_solution_get_array(&solution, key, nullptr, 0, &needed, nullptr) == BEFRIEND_OK);
    std::vector<std::int64_t> values(needed);
    REQUIRE(befriend_solution_get_array(&solution, key, values.data(), needed, &needed, nullptr) ==
            BEFRIEND_OK);
    return values;
}

}  // namespace befriend::test
