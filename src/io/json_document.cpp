#include "io/document.hpp"
#include "io/text.hpp"
#include <befriend/io/json_events.hpp>

#include <algorithm>

namespace befriend::io {
namespace {

// Builds the tree as the events come. The stack holds the open lists and tables; a text is at most 64 levels
// deep.
class Builder final : public JsonEvents {
public:
    Builder(Table table, std::vector<Fault>& faults) : table_(table), faults_(faults) {}

    void null() override { add(NodeKind::null); }
    void flag(bool value) override { add(NodeKind::flag).flag = value; }
    void text(std::string_view value) override { add(NodeKind::text).text = value; }
    void begin_object() override { open(NodeKind::table); }
    void begin_list() override { open(NodeKind::list); }
    void end_object() override { close(); }
    void end_list() override { close(); }

    void number(std::string_view digits) override
    {
        const bool is_whole = digits.find_first_of(".eE") == digits.npos;
        add(is_whole ? NodeKind::whole_number : NodeKind::fraction).text = digits;
    }

    void key(std::string_view name) override
    {
        auto& members = open_.back().members;
        const auto is_same = [&](const auto& member) { return member.name == name; };
        if (std::any_of(members.begin(), members.end(), is_same))
            faults_.push_back(document_fault(table_, FaultCode::e_duplicate, shown(name), "comes twice"));
        members.push_back({std::string(name), Node{}});
    }

    void stop(FaultCode code, std::string rule, std::size_t line, std::size_t column) override
    {
        Fault fault = document_fault(table_, code, {}, std::move(rule));
        fault.line = line;
        fault.column = column;
        faults_.push_back(std::move(fault));
        has_stopped_ = true;
    }

    std::optional<Node> result()
    {
        if (has_stopped_) return std::nullopt;
        return std::move(root_);
    }

private:
    Node& place(Node node)
    {
        if (open_.empty()) return root_ = std::move(node);
        Node& parent = open_.back();
        if (parent.kind == NodeKind::list) return parent.items.emplace_back(std::move(node));
        return parent.members.back().node = std::move(node);
    }

    Node& add(NodeKind kind)
    {
        Node node;
        node.kind = kind;
        return place(std::move(node));
    }

    void open(NodeKind kind)
    {
        Node node;
        node.kind = kind;
        open_.push_back(std::move(node));
    }

    void close()
    {
        Node node = std::move(open_.back());
        open_.pop_back();
        place(std::move(node));
    }

    Table table_;
    std::vector<Fault>& faults_;
    std::vector<Node> open_;
    Node root_;
    bool has_stopped_ = false;
};

}  // namespace

std::optional<Node> read_json_document(Table table, std::string_view text, std::vector<Fault>& faults)
{
    Builder builder(table, faults);
    read_json(text, builder);
    return builder.result();
}

}  // namespace befriend::io
