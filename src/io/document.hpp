#pragma once

#include <befriend/model/date.hpp>
#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::io {

inline constexpr std::size_t most_document_bytes = std::size_t{1} << 20;

enum class NodeKind { null, flag, whole_number, fraction, text, date, list, table, other };

struct NodeMember;

// A small text of keys and values, read from TOML or JSON: what the two have in common.
struct Node {
    NodeKind kind = NodeKind::null;
    bool flag = false;
    std::string text;  // of a text; of a whole number, its digits
    std::optional<Date> date;
    std::vector<Node> items;
    std::vector<NodeMember> members;  // in the order of the text for JSON, of the names for TOML
    std::optional<std::size_t> line;  // of TOML only, from 1
    std::optional<std::size_t> column;
};

// A key of a table and what stands under it.
struct NodeMember {
    std::string name;
    Node node;
};

// What a node is, in a few words.
[[nodiscard]] std::string_view to_words(NodeKind kind) noexcept;

// Reads JSON if the first character that is no blank is `{`, else TOML. Nothing, and a fault, if it cannot be
// read.
[[nodiscard]] std::optional<Node> read_document(Table table, std::string_view text,
                                                std::vector<Fault>& faults);

// The two grammars: toml_document.cpp and json_document.cpp. Precondition: UTF-8, at most 1 MiB.
[[nodiscard]] std::optional<Node> read_toml(Table table, std::string_view text, std::vector<Fault>& faults);
[[nodiscard]] std::optional<Node> read_json_document(Table table, std::string_view text,
                                                     std::vector<Fault>& faults);

// A fault in a text of keys and values.
[[nodiscard]] Fault document_fault(Table table, FaultCode code, std::string_view field, std::string rule);

}  // namespace befriend::io
