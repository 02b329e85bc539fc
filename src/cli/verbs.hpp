#pragma once

#include "cli/failure.hpp"

#include <CLI/CLI.hpp>

#include <functional>

namespace befriend::cli {

// What the command line asks for, once it is understood.
using Action = std::function<ExitCode()>;

// Each adds a verb to the tool; when the command line names it, `action` becomes its work.
void add_check(CLI::App& app, Action& action);
void add_propose(CLI::App& app, Action& action);
void add_explain(CLI::App& app, Action& action);
void add_report(CLI::App& app, Action& action);
void add_bench(CLI::App& app, Action& action);
void add_synth(CLI::App& app, Action& action);
void add_assign(CLI::App& app, Action& action);
void add_schema(CLI::App& app, Action& action);
void add_help(CLI::App& app, Action& action);

}  // namespace befriend::cli
