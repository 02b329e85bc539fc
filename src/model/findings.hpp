#pragma once

#include "model/record_watch.hpp"
#include <befriend/model/invalid_input.hpp>

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace befriend {

/// Where a fault lies: a field of a record; without a record, of the whole table.
struct Place {
    Table table = Table::children;
    std::optional<std::size_t> record;
    std::string_view field;
};

/// The faults of a round while it is checked: what a reader found before, and what the checks add.
class Findings {
public:
    Findings(std::vector<Fault> found, RecordWatch& watch);

    /// Notes a fault, unless a reader's error covers the place.
    void add(FaultCode code, Place place, std::string_view rule);

    /// Notes a fault that concerns a second record as well.
    void add(FaultCode code, Place place, Place other, std::string_view rule);

    /// Notes faults that stand for themselves, with the same exception.
    void add(const std::vector<Fault>& faults);

    /// Whether a reader could not make sense of the place: an error in this field, in this field of the whole
    /// table, or in the whole record or table. What is there now is only a default, and says nothing.
    [[nodiscard]] bool unread(Place place) const;

    /// Whether a reader found an error anywhere in the table.
    [[nodiscard]] bool has_unread(Table table) const;

    /// Everything, sorted. Of no use once `watch` is stopped.
    [[nodiscard]] std::vector<Fault> all(RecordWatch& watch) &&;

private:
    void note(Fault fault) { faults_.insert(faults_.end(), std::move(fault)); }  // most come in order

    std::set<std::tuple<Table, std::optional<std::size_t>, std::string>> unread_;
    std::set<Fault> faults_;
};

}  // namespace befriend
