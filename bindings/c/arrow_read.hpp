#pragma once

// A table from an Arrow C stream.

#include "nanoarrow.hpp"
#include <befriend/io/table_reader.hpp>
#include <befriend/model/invalid_input.hpp>

#include <vector>

namespace befriend::c {

// Reads the stream to its end. What is wrong with the content is added to `found`; a stream that fails, holds
// no table or breaks the rules of Arrow is a Misuse.
void read_arrow(Table table, ArrowArrayStream& stream, const ReadOptions& options, Tables& into,
                std::vector<Fault>& found);

}  // namespace befriend::c
