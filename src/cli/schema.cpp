#include "cli/options.hpp"
#include "cli/output_files.hpp"
#include "cli/session.hpp"
#include "cli/verbs.hpp"
#include <befriend/io/json_schema.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/model/policy.hpp>

#include <memory>
#include <string>

namespace befriend::cli {
namespace {

struct SchemaOptions {
    std::string name;
    bool toml = false;
};

ExitCode run(const SchemaOptions& options)
{
    const auto table = chosen<Table>("NAME", options.name,
                                     {{"children", Table::children},
                                      {"volunteers", Table::volunteers},
                                      {"coordinators", Table::coordinators},
                                      {"existing", Table::existing},
                                      {"pins", Table::pins},
                                      {"blocks", Table::blocks},
                                      {"earlier", Table::earlier},
                                      {"policy", Table::policy}});
    if (options.toml && table != Table::policy) throw usage_failure("--toml", "only the policy is TOML");
    write_standard_output(options.toml ? write_policy_toml(Policy{}, true) : json_schema(table));
    return ExitCode::done;
}

}  // namespace

void add_schema(CommandLine& line)
{
    auto options = std::make_shared<SchemaOptions>();
    const Verb verb = line.add("schema", "Prints what a table or a policy may hold.",
                               {"befriend schema children", "befriend schema policy --toml > policy.toml"});
    verb.text("NAME", options->name,
              "children, volunteers, coordinators, existing, pins,\n"
              "blocks, earlier or policy")
        .required();
    verb.flag("--toml", options->toml, "the built-in policy as a commented file");
    verb.does([options] { return with_messages({}, [&] { return run(*options); }); });
}

}  // namespace befriend::cli
