// toml++ lives here and nowhere else.

#include "io/document.hpp"

#define TOML_EXCEPTIONS 0          // a text that cannot be read is an answer
#define TOML_ENABLE_FORMATTERS 0   // nothing is written with it
#define TOML_FLOAT_CHARCONV 1      // a stream would take a lack of memory for a number that it cannot read
#define TOML_MAX_NESTED_VALUES 32  // with most_points_in_a_line: no text makes it recurse too deep

#include <toml++/toml.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace befriend::io {
namespace {

constexpr int most_points_in_a_line = 64;

// The end of the string that opens at `at` with `quote`; a line ends one that is not closed.
std::size_t end_of_string(std::string_view text, std::size_t at, std::string_view quote)
{
    const bool is_long = quote.size() == 3;
    at += quote.size();
    while (at < text.size() && !text.substr(at).starts_with(quote)) {
        if (text[at] == '\n' && !is_long) return at;
        at += text[at] == '\\' && quote[0] == '"' ? std::size_t{2} : std::size_t{1};
    }
    at = std::min(at + quote.size(), text.size());
    for (int more = 0; is_long && more < 2 && at < text.size() && text[at] == quote[0]; ++more)
        ++at;  // quotes at the very end belong to a long string
    return at;
}

// A key of many parts is one table in another for each of them, and toml++ walks tables by recursion. Keys
// stay within a line, and outside of strings and comments little else has points.
bool has_long_key(std::string_view text)
{
    int points = 0;
    for (std::size_t at = 0; at < text.size() && points <= most_points_in_a_line;) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("\"\"\"") || rest.starts_with("'''")) {
            at = end_of_string(text, at, rest.substr(0, 3));
        } else if (rest[0] == '"' || rest[0] == '\'') {
            at = end_of_string(text, at, rest.substr(0, 1));
        } else if (rest[0] == '#') {
            at += std::min(rest.find('\n'), rest.size());
        } else {
            points = rest[0] == '\n' ? 0 : points + (rest[0] == '.' ? 1 : 0);
            ++at;
        }
    }
    return points > most_points_in_a_line;
}

Node node_of(const toml::node& value);

Node table_of(const toml::table& table)
{
    Node node;
    node.kind = NodeKind::table;
    for (const auto& [key, value] : table)
        node.members.push_back({std::string(key.str()), node_of(value)});
    return node;
}

Node list_of(const toml::array& array)
{
    Node node;
    node.kind = NodeKind::list;
    for (const toml::node& item : array)
        node.items.push_back(node_of(item));
    return node;
}

Node date_of(const toml::date& date)
{
    const std::chrono::year_month_day day{std::chrono::year(date.year), std::chrono::month(date.month),
                                          std::chrono::day(date.day)};
    Node node;
    node.kind = NodeKind::date;
    node.date = Date(day);
    return node;
}

Node scalar(NodeKind kind, std::string text = {})
{
    Node node;
    node.kind = kind;
    node.text = std::move(text);
    return node;
}

Node node_of(const toml::node& value)
{
    Node node = scalar(NodeKind::other);
    if (const auto* table = value.as_table()) node = table_of(*table);
    if (const auto* array = value.as_array()) node = list_of(*array);
    if (const auto* text = value.as_string()) node = scalar(NodeKind::text, text->get());
    if (const auto* integer = value.as_integer())
        node = scalar(NodeKind::whole_number, std::to_string(integer->get()));
    if (value.is_floating_point()) node = scalar(NodeKind::fraction);
    if (const auto* flag = value.as_boolean()) {
        node = scalar(NodeKind::flag);
        node.flag = flag->get();
    }
    if (const auto* date = value.as_date()) node = date_of(date->get());
    node.line = value.source().begin.line;
    node.column = value.source().begin.column;
    return node;
}

// What toml++ tells by nothing but its English, from the special to the general.
struct Complaint {
    std::string_view part;  // of the sentence
    FaultCode code;
    std::string_view rule;
};
constexpr Complaint complaints[] = {
    {"redefine", FaultCode::e_duplicate, "a key comes twice"},
    {"maximum nested", FaultCode::e_limit, "lists and tables nested too deep"},
    {"length limit", FaultCode::e_limit, "a number too long to read"},
    {"too long to identify", FaultCode::e_limit, "a number too long to read"},
    {"floating-point: '", FaultCode::e_number, "a number too large or too small to read"},
    {"not representable in 64 bits", FaultCode::e_range, "a whole number beyond 64 bits"},
    {"", FaultCode::e_parse, "not valid TOML here"},
};

Fault fault_of(Table table, const toml::parse_error& error)
{
    const auto* const complaint = std::find_if(
        std::begin(complaints), std::end(complaints),
        [&](const Complaint& each) { return error.description().find(each.part) != std::string_view::npos; });
    Fault fault = document_fault(table, complaint->code, {}, std::string(complaint->rule));
    fault.line = error.source().begin.line;
    fault.column = error.source().begin.column;
    return fault;
}

}  // namespace

std::optional<Node> read_toml(Table table, std::string_view text, std::vector<Fault>& faults)
{
    if (has_long_key(text)) {
        faults.push_back(document_fault(table, FaultCode::e_limit, {}, "a line with more than 64 points"));
        return std::nullopt;
    }
    const toml::parse_result result = toml::parse(text);
    if (result) return table_of(result.table());
    faults.push_back(fault_of(table, result.error()));
    return std::nullopt;
}

}  // namespace befriend::io
