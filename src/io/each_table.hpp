#pragma once

#include "io/column.hpp"
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/round.hpp>

namespace befriend::io {

// Calls `act` with the columns of a table of records; not at all for the other inputs.
template <class Act>
void with_columns(Table table, Act act)
{
    switch (table) {
        case Table::children:
            return act(column_table<Referral>());
        case Table::volunteers:
            return act(column_table<Volunteer>());
        case Table::coordinators:
            return act(column_table<Coordinator>());
        case Table::existing:
            return act(column_table<ExistingMatch>());
        case Table::pins:
        case Table::blocks:
            return act(column_table<PairDecision>());
        case Table::earlier:
            return act(column_table<EarlierPair>());
        case Table::policy:
        case Table::vocabulary:
        case Table::areas:
            return;
    }
}

// Calls `act` with the records of a table and their columns.
template <class Act>
void with_records(Table table, const Tables& tables, Act act)
{
    switch (table) {
        case Table::children:
            return act(tables.children, column_table<Referral>());
        case Table::volunteers:
            return act(tables.volunteers, column_table<Volunteer>());
        case Table::coordinators:
            return act(tables.coordinators, column_table<Coordinator>());
        case Table::existing:
            return act(tables.existing, column_table<ExistingMatch>());
        case Table::pins:
            return act(tables.pins, column_table<PairDecision>());
        case Table::blocks:
            return act(tables.blocks, column_table<PairDecision>());
        case Table::earlier:
            return act(tables.earlier, column_table<EarlierPair>());
        case Table::policy:
        case Table::vocabulary:
        case Table::areas:
            return;
    }
}

}  // namespace befriend::io
