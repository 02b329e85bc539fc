#include "io/json_record.hpp"
#include "io/record_reader.hpp"
#include "io/schema_version.hpp"
#include "io/text.hpp"
#include "model/formatted.hpp"
#include <befriend/io/json_events.hpp>
#include <befriend/io/read_json_table.hpp>

#include <memory>
#include <set>
#include <string>
#include <utility>

namespace befriend {
namespace {

using io::JsonKind;

// The frame around the records: a list of them, or an object with the list and the version.
class JsonTable final : public JsonEvents {
public:
    JsonTable(Table table, const ReadOptions& options, Tables& into, std::vector<Fault>& faults)
        : table_(table),
          faults_(faults),
          records_(io::record_reader(table, options, into, faults)),
          record_(*records_, options.ignore_columns)
    {
    }

    void null() override { scalar(JsonKind::null, {}); }
    void flag(bool value) override { scalar(JsonKind::flag, value ? "yes" : "no"); }
    void number(std::string_view digits) override { scalar(JsonKind::number, digits); }
    void text(std::string_view value) override { scalar(JsonKind::text, value); }
    void begin_list() override { open(JsonKind::list); }
    void begin_object() override { open(JsonKind::object); }
    void end_list() override { close(); }
    void end_object() override { close(); }

    void key(std::string_view name) override
    {
        if (record_.is_open()) return record_.key(name);
        if (skipped_ > 0) return;
        key_ = name;
        if (name != "schema_version" && name != "records") {
            unknown_.insert(key_);
        } else if (!keys_.insert(key_).second) {
            refuse(FaultCode::e_duplicate, name, "comes twice");
            key_.clear();
        }
    }

    void stop(FaultCode code, std::string rule, std::size_t line, std::size_t column) override
    {
        refuse_unknown();
        Fault fault;
        fault.code = code;
        fault.table = table_;
        if (record_.is_open()) fault.record = records_->position();
        fault.field = record_.field();
        fault.rule = std::move(rule);
        fault.line = line;
        fault.column = column;
        faults_.push_back(std::move(fault));
    }

private:
    enum class Place { start, frame, records };

    void scalar(JsonKind kind, std::string_view cell)
    {
        if (record_.is_open()) return record_.scalar(kind, cell);
        if (skipped_ > 0) return;
        if (place_ == Place::records) return record_.refuse(kind);
        if (place_ == Place::frame && key_ == "schema_version") {
            check_version(kind == JsonKind::number ? cell : std::string_view());
        } else {
            refuse_value(kind);
        }
    }

    void open(JsonKind kind)
    {
        if (record_.is_open()) return record_.open(kind);
        if (skipped_ > 0) {
            ++skipped_;
        } else if (place_ == Place::records && kind == JsonKind::object) {
            record_.begin();
        } else if (place_ == Place::start && kind == JsonKind::object) {
            place_ = Place::frame;
            has_frame_ = true;
        } else if (kind == JsonKind::list && (place_ == Place::start || key_ == "records")) {
            place_ = Place::records;
        } else {
            if (place_ == Place::records) {
                record_.refuse(kind);
            } else {
                refuse_value(kind);
            }
            skipped_ = 1;
        }
    }

    void close()
    {
        if (record_.is_open()) return record_.close();
        if (skipped_ > 0) {
            --skipped_;
        } else if (place_ == Place::records) {
            place_ = has_frame_ ? Place::frame : Place::start;
            key_.clear();
        } else {
            refuse_unknown();
            if (keys_.count("schema_version") == 0) check_version({});
            if (keys_.count("records") == 0) refuse(FaultCode::e_schema, "records", "missing");
        }
    }

    void check_version(std::string_view digits)
    {
        if (auto fault = io::version_fault(table_, digits)) faults_.push_back(std::move(*fault));
    }

    // An object without a member that we know may be records by name: none of its names may be repeated.
    void refuse_unknown()
    {
        if (keys_.empty()) return;
        for (const std::string& name : std::exchange(unknown_, {}))
            refuse(FaultCode::e_schema, name, "unknown: a table as an object has schema_version and records");
    }

    // A value where the list of records is due. What is wrong with another member is told at the end.
    void refuse_value(JsonKind kind)
    {
        if (place_ == Place::frame && key_ == "schema_version") return check_version({});
        if (place_ == Place::frame && key_ != "records") return;
        refuse(FaultCode::e_schema, key_, formatted("{} where a list of objects is due", io::to_words(kind)));
    }

    void refuse(FaultCode code, std::string_view field, std::string rule)
    {
        Fault fault;
        fault.code = code;
        fault.table = table_;
        fault.field = io::shown(field);
        fault.rule = std::move(rule);
        faults_.push_back(std::move(fault));
    }

    Table table_;
    std::vector<Fault>& faults_;
    std::unique_ptr<io::RecordReader> records_;
    io::JsonRecord record_;
    Place place_ = Place::start;
    bool has_frame_ = false;
    std::string key_;             // the member of the frame under way
    std::set<std::string> keys_;  // of the frame so far
    std::set<std::string> unknown_;
    std::size_t skipped_ = 0;  // open lists and objects that are passed over
};

}  // namespace

void read_json_table(Table table, std::string_view json, const ReadOptions& options, Tables& into,
                     std::vector<Fault>& faults)
{
    JsonTable reader(table, options, into, faults);
    read_json(json, reader);
}

}  // namespace befriend
