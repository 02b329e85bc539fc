#include "io/document.hpp"

#include "io/place_in_text.hpp"
#include "io/text.hpp"
#include "model/formatted.hpp"

namespace befriend::io {

std::string_view to_words(NodeKind kind) noexcept
{
    switch (kind) {
        case NodeKind::null:
            return "null";
        case NodeKind::flag:
            return "true or false";
        case NodeKind::whole_number:
            return "a whole number";
        case NodeKind::fraction:
            return "a number with a point or an exponent";
        case NodeKind::text:
            return "text";
        case NodeKind::date:
            return "a date";
        case NodeKind::list:
            return "a list";
        case NodeKind::table:
            return "a table";
        case NodeKind::other:
            return "a time";
    }
    return {};
}

Fault document_fault(Table table, FaultCode code, std::string_view field, std::string rule)
{
    Fault fault;
    fault.code = code;
    fault.table = table;
    fault.field = field;
    fault.rule = std::move(rule);
    return fault;
}

std::optional<Node> read_document(Table table, std::string_view text, std::vector<Fault>& faults)
{
    const auto refuse = [&](FaultCode code, std::string rule) {
        faults.push_back(document_fault(table, code, {}, std::move(rule)));
    };
    if (text.size() > most_document_bytes) {
        refuse(FaultCode::e_limit, formatted("longer than {} bytes", most_document_bytes));
        return std::nullopt;
    }
    if (looks_like_utf16(text)) {
        refuse(FaultCode::e_encoding, "looks like UTF-16: save as UTF-8");
        return std::nullopt;
    }
    if (const auto invalid = first_invalid_byte(text)) {
        const LineAndColumn place = place_in_text(text, *invalid);
        refuse(FaultCode::e_encoding, "not UTF-8");
        faults.back().line = place.line;
        faults.back().column = place.column;
        return std::nullopt;
    }
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool is_json = first != text.npos && text[first] == '{';
    return is_json ? read_json_document(table, text, faults) : read_toml(table, text, faults);
}

}  // namespace befriend::io
