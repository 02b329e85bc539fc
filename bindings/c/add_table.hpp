#pragma once

// How a table gets into a round, by whichever door.

#include "handles.hpp"
#include <befriend/io/table_reader.hpp>
#include <befriend/model/invalid_input.hpp>

#include <functional>
#include <vector>

namespace befriend::c {

using TableRead = std::function<void(const ReadOptions& options, Tables& into, std::vector<Fault>& found)>;

// Adds a table that was not added yet: all that `read` finds or, if it throws, nothing.
void add_table(befriend_round& round, Table table, const TableRead& read);

}  // namespace befriend::c
