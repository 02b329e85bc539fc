// Prints the proposal for a policy and tables, given as POLICY TABLE=FILE..., by the C++ library.

#include <befriend/io/read_round.hpp>
#include <befriend/io/write_proposal.hpp>
#include <befriend/proposal/propose.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

namespace {

std::string read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv)
{
    std::map<std::string, std::string> tables;
    for (int i = 2; i < argc; ++i) {
        const std::string argument = argv[i];
        const std::size_t equals = argument.find('=');
        tables[argument.substr(0, equals)] = read(argument.substr(equals + 1));
    }
    const std::string policy = read(argv[1]);
    befriend::RoundText text;
    text.policy = policy;
    text.children = tables.at("children");
    text.volunteers = tables.at("volunteers");
    text.coordinators = tables.at("coordinators");
    text.blocks = tables.at("blocks");
    const befriend::Round round = befriend::read_round(text);
    std::cout << befriend::proposal_json(round, befriend::propose(round));
    return std::cout.flush() ? 0 : 1;
}
