#pragma once

#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace befriend::io {

// Where the faults of one record go, or of a text without records. It knows table, record and column, so that
// what reads a cell knows only the rule; and it never sees a value.
class CellFaults {
public:
    CellFaults(Table table, std::optional<std::size_t> record, std::vector<Fault>& faults)
        : table_(table), record_(record), faults_(&faults)
    {
    }

    // The same record, another column.
    [[nodiscard]] CellFaults in(std::string_view field) const
    {
        CellFaults moved = *this;
        moved.field_ = field;
        return moved;
    }

    void add(FaultCode code, std::string rule)
    {
        Fault fault;
        fault.code = code;
        fault.table = table_;
        fault.record = record_;
        fault.field = field_;
        fault.rule = std::move(rule);
        faults_->push_back(std::move(fault));
    }

private:
    Table table_;
    std::optional<std::size_t> record_;
    std::string_view field_;
    std::vector<Fault>* faults_;
};

}  // namespace befriend::io
