#pragma once

#include "cli/command_line.hpp"

namespace befriend::cli {

// Each adds a verb to the tool.
void add_check(CommandLine& line);
void add_propose(CommandLine& line);
void add_explain(CommandLine& line);
void add_report(CommandLine& line);
void add_bench(CommandLine& line);
void add_synth(CommandLine& line);
void add_assign(CommandLine& line);
void add_schema(CommandLine& line);
void add_help(CommandLine& line);

}  // namespace befriend::cli
