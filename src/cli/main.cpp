#include <string>

#include <CLI/CLI.hpp>

#include <befriend/version.hpp>

int main(int argc, char** argv)
{
    CLI::App app{"befriend proposes which volunteer could see which child, and shows why. People decide.", "befriend"};
    app.set_version_flag("--version", "befriend " + std::string(befriend::version()));
    CLI11_PARSE(app, argc, argv);
    return 0;
}
