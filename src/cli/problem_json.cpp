#include "cli/problem_json.hpp"

#include "cli/problem_records.hpp"
#include "cli/shown.hpp"
#include <befriend/io/json_events.hpp>
#include <befriend/io/nearest_name.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace befriend::cli {
namespace {

enum class Kind : std::uint8_t { null, flag, number, text, list, object };

std::string words_of(Kind kind)
{
    constexpr std::array<const char*, 6> words{"null",   "true or false", "a number",
                                               "a text", "a list",        "an object"};
    return words[static_cast<std::size_t>(kind)];
}

constexpr std::array lists{ProblemList::weights, ProblemList::capacities, ProblemList::pins,
                           ProblemList::rows, ProblemList::columns};

class Reader final : public JsonEvents {
public:
    Reader(const std::string& file, ProblemFaults& faults)
        : file_(file), faults_(faults), records_({{file, file, file, file, file}, false}, faults)
    {
    }

    void null() override { scalar(Kind::null, {}); }
    void flag(bool) override { scalar(Kind::flag, {}); }
    void number(std::string_view digits) override { scalar(Kind::number, digits); }
    void text(std::string_view value) override { scalar(Kind::text, value); }
    void begin_object() override { open(Kind::object); }
    void begin_list() override { open(Kind::list); }
    void end_object() override { close(); }
    void end_list() override { close(); }

    void key(std::string_view name) override
    {
        if (skipped_ > 0) return;
        if (where_ == Where::record) return record_key(name);
        key_ = name;
        std::vector<std::string_view> known{"schema_version"};
        for (const ProblemList list : lists)
            known.push_back(to_text(list));
        const auto found = std::find(known.begin(), known.end(), name);
        is_known_ = found != known.end();
        if (!is_known_)
            return refuse(FaultCode::e_schema, shown(name), "unknown" + did_you_mean(name, known));
        if (std::find(seen_.begin(), seen_.end(), name) != seen_.end()) {
            refuse(FaultCode::e_duplicate, name, "comes twice");
            is_known_ = false;
        }
        seen_.emplace_back(name);
        if (is_known_ && name != "schema_version")
            list_ = lists[static_cast<std::size_t>(found - known.begin()) - 1];
    }

    void stop(FaultCode code, std::string rule, std::size_t line, std::size_t column) override
    {
        PlacedFault fault;
        fault.code = code;
        fault.file = file_;
        fault.line = line;
        fault.column = column;
        fault.rule = std::move(rule);
        faults_.add(std::move(fault));
        has_stopped_ = true;
    }

    NamedProblem problem() &&
    {
        const auto is_seen = [this](std::string_view name) {
            return std::find(seen_.begin(), seen_.end(), name) != seen_.end();
        };
        if (!has_stopped_ && is_object_) {
            if (!is_seen("schema_version"))
                refuse(FaultCode::e_version, "schema_version", "missing: it is 1");
            if (!is_seen("weights")) refuse(FaultCode::e_schema, "weights", "missing");
        }
        return std::move(records_).finish();
    }

private:
    enum class Where : std::uint8_t { start, frame, list, record };

    [[nodiscard]] bool holds_names() const noexcept
    {
        return list_ == ProblemList::rows || list_ == ProblemList::columns;
    }

    void scalar(Kind kind, std::string_view value)
    {
        if (skipped_ > 0) return;
        if (where_ == Where::record) {
            cell(kind, value);
        } else if (where_ == Where::list && holds_names()) {
            const bool is_name = is_fit(kind, value, "name", {});
            const std::string_view cells[] = {value};
            if (is_name) records_.add(list_, at_, cells);
            ++at_;
        } else if (where_ == Where::frame && is_known_ && key_ == "schema_version") {
            if (kind != Kind::number || value != "1")
                refuse(FaultCode::e_version, key_, "another version than 1");
        } else {
            refuse_value(kind);
        }
    }

    void open(Kind kind)
    {
        if (skipped_ > 0) {
            ++skipped_;
        } else if (where_ == Where::start && kind == Kind::object) {
            where_ = Where::frame;
            is_object_ = true;
        } else if (where_ == Where::frame && kind == Kind::list && is_known_ && key_ != "schema_version") {
            where_ = Where::list;
            at_ = 0;
        } else if (where_ == Where::list && kind == Kind::object && !holds_names()) {
            where_ = Where::record;
            cells_.fill(std::nullopt);
            is_sound_ = true;
        } else {
            if (where_ == Where::record)
                cell(kind, {});
            else
                refuse_value(kind);
            skipped_ = 1;
        }
    }

    void close()
    {
        if (skipped_ > 0) {
            --skipped_;
        } else if (where_ == Where::record) {
            take_record();
            where_ = Where::list;
        } else {
            where_ = Where::frame;
        }
    }

    void record_key(std::string_view name)
    {
        const std::vector<std::string_view>& known = columns_of(list_);
        const auto found = std::find(known.begin(), known.end(), name);
        column_ = static_cast<std::size_t>(found - known.begin());
        if (found == known.end()) {
            refuse_cell(FaultCode::e_schema, shown(name), "unknown" + did_you_mean(name, known));
        } else if (cells_[column_]) {
            refuse_cell(FaultCode::e_duplicate, name, "comes twice");
        }
    }

    // A value of the member `column_` of a record; null is as if it were left out.
    void cell(Kind kind, std::string_view value)
    {
        const std::vector<std::string_view>& known = columns_of(list_);
        if (column_ >= known.size()) return;
        const bool is_name = known[column_] == "row" || known[column_] == "column";
        const bool fits =
            kind == Kind::null || is_fit(kind, value, is_name ? "name" : "whole number", known[column_]);
        cells_[column_] = fits ? value : std::string_view();
    }

    // Whether a value may be a name or, of another column, a number.
    bool is_fit(Kind kind, std::string_view value, std::string_view due, std::string_view field)
    {
        const bool is_name = due == "name";
        const bool is_fraction = kind == Kind::number && value.find_first_of(".eE") != value.npos;
        if (kind == Kind::number && (!is_name || !is_fraction)) return true;
        if (kind == Kind::text && is_name) return true;
        refuse_cell(FaultCode::e_schema, field, words_of(kind) + " where a " + std::string(due) + " is due");
        return false;
    }

    void take_record()
    {
        const std::size_t size = columns_of(list_).size();
        std::array<std::string_view, 3> record{};
        for (std::size_t i = 0; i < size; ++i)
            if (cells_[i]) record[i] = *cells_[i];
        if (is_sound_) records_.add(list_, at_, std::span(record).first(size));
        ++at_;
    }

    void refuse_cell(FaultCode code, std::string_view field, std::string rule)
    {
        records_.refuse(list_, at_, code, field, std::move(rule));
        is_sound_ = false;
    }

    // A value where the object, a list of it, or a record is due.
    void refuse_value(Kind kind)
    {
        if (where_ == Where::start)
            return refuse(FaultCode::e_schema, {}, words_of(kind) + " where an object is due");
        if (where_ == Where::list) {
            const char* const due = holds_names() ? " where a name is due" : " where an object is due";
            records_.refuse(list_, at_++, FaultCode::e_schema, {}, words_of(kind) + due);
        } else if (is_known_ && key_ == "schema_version") {
            refuse(FaultCode::e_version, key_, "another version than 1");
        } else if (is_known_) {
            refuse(FaultCode::e_schema, key_, words_of(kind) + " where a list is due");
        }
    }

    void refuse(FaultCode code, std::string_view field, std::string rule)
    {
        PlacedFault fault;
        fault.code = code;
        fault.file = file_;
        fault.field = field;
        fault.rule = std::move(rule);
        faults_.add(std::move(fault));
    }

    const std::string& file_;
    ProblemFaults& faults_;
    ProblemRecords records_;
    Where where_ = Where::start;
    bool is_object_ = false;
    bool has_stopped_ = false;
    std::string key_;                // of the object
    bool is_known_ = false;          // and its value is looked at
    std::vector<std::string> seen_;  // the known keys so far
    ProblemList list_ = ProblemList::weights;
    std::size_t at_ = 0;      // of the record under way in its list
    std::size_t column_ = 0;  // of the member under way in its record
    std::array<std::optional<std::string>, 3> cells_;
    bool is_sound_ = true;     // the record under way
    std::size_t skipped_ = 0;  // open lists and objects that are passed over
};

}  // namespace

NamedProblem read_problem_json(std::string_view text, const std::string& file, ProblemFaults& faults)
{
    Reader reader(file, faults);
    read_json(text, reader);
    return std::move(reader).problem();
}

}  // namespace befriend::cli
