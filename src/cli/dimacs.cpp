// The format: "The First DIMACS International Algorithm Implementation Challenge: Problem Definitions and
// Specifications", DIMACS, 1991.

#include "cli/dimacs.hpp"

#include "cli/csv_bytes.hpp"

#include <algorithm>
#include <cstring>

namespace befriend::cli {
namespace {

constexpr std::int64_t most_nodes = 5'000'000;
constexpr std::int64_t most_arcs = std::int64_t{1} << 40;

bool is_blank(char letter) noexcept
{
    return letter == ' ' || letter == '\t';
}

// The fields of a line, between blanks.
class Fields {
public:
    explicit Fields(std::string_view line) : rest_(line) {}

    // The next one; empty when there is none.
    std::string_view next() noexcept
    {
        std::size_t begin = 0;
        while (begin < rest_.size() && is_blank(rest_[begin]))
            ++begin;
        std::size_t end = begin;
        while (end < rest_.size() && !is_blank(rest_[end]))
            ++end;
        const std::string_view field = rest_.substr(begin, end - begin);
        rest_.remove_prefix(end);
        return field;
    }

private:
    std::string_view rest_;
};

class Reader {
public:
    Reader(const std::string& file, ProblemFaults& faults) : file_(file), faults_(faults) {}

    void read(std::string_view text)
    {
        while (!text.empty() && !gave_up_) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            std::string_view line = text.substr(0, end);
            if (line.ends_with('\r')) line.remove_suffix(1);
            ++line_;
            take_line(line);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        if (!problem_line_ && !gave_up_) refuse_file(FaultCode::e_schema, "no problem line p asn NODES ARCS");
        if (problem_line_ && !gave_up_ && arc_lines_ != arcs_) {
            line_ = *problem_line_;
            refuse(FaultCode::e_schema, "ARCS",
                   std::to_string(arcs_) + " arcs by this line, and " + std::to_string(arc_lines_) +
                       " arc lines below it");
        }
    }

    NamedProblem problem() &&
    {
        NamedProblem result;
        std::vector<std::int64_t> index(listed_.size());  // of each node among the rows or the columns
        for (std::size_t node = 1; node < listed_.size(); ++node) {
            std::vector<std::string>& names = listed_[node] != unlisted ? result.rows : result.columns;
            index[node] = static_cast<std::int64_t>(names.size());
            names.push_back(std::to_string(node));
        }
        for (std::vector<std::int64_t>* nodes : {&source_, &sink_})
            for (std::int64_t& node : *nodes)
                node = index[static_cast<std::size_t>(node)];
        PairFaults found;
        result.pairs =
            pairs_of_coordinates(result.rows.size(), result.columns.size(), source_, sink_, cost_, found);
        for (const PairFault& twice : found.listed) {
            line_ = lines_.line_of(twice.at);
            refuse_repeat("the same arc", lines_.line_of(*twice.other));
        }
        faults_.leave_out(found.count - found.listed.size());
        return result;
    }

private:
    static constexpr std::uint32_t unlisted = 0xFFFFFFFF;

    void take_line(std::string_view line)
    {
        if (line.empty() || line.front() == 'c') return;
        const bool is_marked = line.size() == 1 || is_blank(line[1]);
        Fields fields(line.substr(1));
        if (is_marked && line.front() == 'a') return take_arc(fields);
        if (is_marked && line.front() == 'n') return take_node(fields);
        if (is_marked && line.front() == 'p') return take_problem(fields);
        if (std::all_of(line.begin(), line.end(), is_blank)) return;
        refuse(FaultCode::e_schema, {}, "a line starts with one of c, p, n, a, and a blank");
    }

    void take_problem(Fields& fields)
    {
        if (problem_line_) return refuse(FaultCode::e_schema, {}, "a second problem line");
        problem_line_ = line_;
        if (fields.next() != "asn") {
            refuse(FaultCode::e_schema, {}, "not p asn: another kind of problem");
            return give_up();
        }
        const auto nodes = number(fields, "NODES", 0, std::int64_t{1} << 40);
        const auto arcs = number(fields, "ARCS", 0, most_arcs);
        need_end(fields, "p asn NODES ARCS");
        if (nodes && *nodes > most_nodes)
            refuse(FaultCode::e_limit, "NODES", "more than " + std::to_string(most_nodes) + " nodes");
        if (!nodes || !arcs || *nodes > most_nodes) return give_up();
        arcs_ = *arcs;
        listed_.assign(static_cast<std::size_t>(*nodes) + 1, unlisted);
    }

    void take_node(Fields& fields)
    {
        if (!problem_line_) return refuse_order("a node line above the problem line");
        if (arc_lines_ > 0) return refuse_order("a node line below an arc line");
        const auto node = number(fields, "ID", 1, last_node());
        need_end(fields, "n ID");
        if (!node) return;
        std::uint32_t& listed = listed_[static_cast<std::size_t>(*node)];
        if (listed != unlisted) return refuse_repeat("the same node", node_lines_.line_of(listed));
        listed = static_cast<std::uint32_t>(node_lines_.size());
        node_lines_.add(line_);
    }

    void take_arc(Fields& fields)
    {
        if (!problem_line_) return refuse_order("an arc line above the problem line");
        ++arc_lines_;
        const auto source = number(fields, "SRC", 1, last_node());
        const auto sink = number(fields, "DST", 1, last_node());
        const auto cost = number(fields, "COST", -largest_weight, largest_weight);
        need_end(fields, "a SRC DST COST");
        const bool from_source = !source || is_source(*source);
        const bool to_source = sink && is_source(*sink);
        if (!from_source) refuse(FaultCode::e_schema, "SRC", "no source: no node line names it");
        if (to_source) refuse(FaultCode::e_schema, "DST", "a source: a node line names it");
        if (!source || !sink || !cost || !from_source || to_source) return;
        source_.push_back(*source);
        sink_.push_back(*sink);
        cost_.push_back(*cost);
        lines_.add(line_);
    }

    [[nodiscard]] bool is_source(std::int64_t node) const noexcept
    {
        return listed_[static_cast<std::size_t>(node)] != unlisted;
    }

    [[nodiscard]] std::int64_t last_node() const noexcept
    {
        return static_cast<std::int64_t>(listed_.size()) - 1;
    }

    std::optional<std::int64_t> number(Fields& fields, const char* name, std::int64_t least,
                                       std::int64_t most)
    {
        const std::string_view field = fields.next();
        if (field.empty()) {
            refuse(FaultCode::e_schema, name, "missing");
            return std::nullopt;
        }
        const WholeNumber number = whole_number_in(field, least, most);
        if (!number.flaw) return number.value;
        refuse(*number.flaw, name, rule_of_number(*number.flaw, least, most));
        return std::nullopt;
    }

    void need_end(Fields& fields, const char* form)
    {
        if (!fields.next().empty()) refuse(FaultCode::e_schema, {}, "more fields than " + std::string(form));
    }

    // What follows a line in a wrong place would be wrong with it.
    void refuse_order(const char* rule)
    {
        refuse(FaultCode::e_schema, {}, rule);
        give_up();
    }

    void give_up() { gave_up_ = true; }

    void refuse_repeat(const char* what, std::size_t other_line)
    {
        PlacedFault fault = fault_of(FaultCode::e_duplicate, std::string(what) + " twice");
        fault.line = line_;
        fault.other_line = other_line;
        faults_.add(std::move(fault));
    }

    void refuse(FaultCode code, const char* field, std::string rule)
    {
        PlacedFault fault = fault_of(code, std::move(rule));
        fault.line = line_;
        fault.field = field == nullptr ? "" : field;
        faults_.add(std::move(fault));
    }

    void refuse_file(FaultCode code, std::string rule) { faults_.add(fault_of(code, std::move(rule))); }

    [[nodiscard]] PlacedFault fault_of(FaultCode code, std::string rule) const
    {
        PlacedFault fault;
        fault.code = code;
        fault.file = file_;
        fault.rule = std::move(rule);
        return fault;
    }

    const std::string& file_;
    ProblemFaults& faults_;
    std::size_t line_ = 0;
    bool gave_up_ = false;
    std::optional<std::size_t> problem_line_;
    std::int64_t arcs_ = 0;
    std::int64_t arc_lines_ = 0;
    std::vector<std::uint32_t> listed_;  // of each node: which of the node lines names it, or `unlisted`
    LinesOfItems node_lines_;
    std::vector<std::int64_t> source_;  // of each arc
    std::vector<std::int64_t> sink_;
    std::vector<std::int64_t> cost_;
    LinesOfItems lines_;
};

// What makes bytes unfit for any line; empty if nothing does.
bool are_unfit(std::string_view bytes, const std::string& file, ProblemFaults& faults)
{
    PlacedFault fault;
    fault.code = FaultCode::e_encoding;
    fault.file = file;
    if (const std::string_view looks = what_it_looks_like(bytes); !looks.empty())
        fault.rule = "looks like " + std::string(looks);
    if (const std::size_t at = bytes.find('\0'); fault.rule.empty() && at != bytes.npos) {
        fault.rule = "a NUL byte, at byte " + std::to_string(at + 1) + " of the file";
        fault.line = line_at(bytes, at);
    }
    const bool unfit = !fault.rule.empty();
    if (unfit) faults.add(std::move(fault));
    return unfit;
}

}  // namespace

NamedProblem read_dimacs(std::string_view text, const std::string& file, ProblemFaults& faults)
{
    if (are_unfit(text, file, faults)) return {};
    const std::size_t before = faults.count();
    Reader reader(file, faults);
    reader.read(without_mark(text));
    NamedProblem problem = std::move(reader).problem();
    if (faults.count() > before) return {};
    return problem;
}

}  // namespace befriend::cli
