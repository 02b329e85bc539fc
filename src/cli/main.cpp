#include "cli/output_files.hpp"
#include "cli/process.hpp"
#include "cli/verbs.hpp"
#include <befriend/proposal/propose.hpp>

#include <exception>
#include <memory>
#include <new>
#include <string>

namespace befriend::cli {
namespace {

constexpr auto verbs = {add_check, add_propose, add_explain, add_report, add_assign,
                        add_bench, add_synth,   add_schema,  add_help};

ExitCode run(int argc, char** argv)
{
    CommandLine line(
        "Proposes which volunteer could visit which child, and shows why. People decide.",
        {"befriend propose children.csv volunteers.csv --out proposal", "befriend synth county --out list"});
    for (const auto add : verbs)
        add(line);
    return line.run(argc, argv);
}

// Nothing of an exception that nobody expected is shown: it could hold what a file said.
int guarded(int argc, char** argv)
{
    try {
        return static_cast<int>(run(argc, argv));
    } catch (const Failure& failure) {
        write_standard_error(std::string(failure.what()) + "\n");
        return static_cast<int>(failure.exit());
    } catch (const std::bad_alloc&) {
        write_standard_error("E_MEMORY: not enough memory; nothing was written\n");
        return static_cast<int>(ExitCode::memory);
    } catch (const CertificateError&) {
        write_standard_error("E_CERTIFICATE: the proof of the proposal does not hold; nothing was written\n");
        return static_cast<int>(ExitCode::internal);
    } catch (const std::exception&) {
        write_standard_error("E_INTERNAL: a mistake of befriend's own; nothing was written\n");
        return static_cast<int>(ExitCode::internal);
    }
}

}  // namespace

void add_help(CommandLine& line)
{
    auto name = std::make_shared<std::string>();
    const Verb verb =
        line.add("help", "The complete help of a verb.", {"befriend help propose", "befriend help synth"});
    verb.text("VERB", *name, "the verb; without it, the help of the tool");
    verb.does([&line, name] {
        const auto help = line.complete_help(*name);
        if (!help) throw usage_failure("VERB", "no such verb; befriend --help lists them");
        write_standard_output(*help);
        return ExitCode::done;
    });
}

}  // namespace befriend::cli

int main(int argc, char** argv)
{
    befriend::cli::harden_process();
    return befriend::cli::guarded(argc, argv);
}
