// Whom does befriend propose to whom? Reads a waiting list and says so, a line a child.

#include <befriend/befriend.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

std::string read(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int main(int argc, char** argv)
try {
    const std::string list = argc > 1 ? argv[1] : "examples/rounds/county-json";
    const befriend::Round round = befriend::read_round({.children = read(list + "/children.json"),
                                                        .volunteers = read(list + "/volunteers.json"),
                                                        .coordinators = read(list + "/coordinators.json"),
                                                        .blocks = read(list + "/blocks.json"),
                                                        .policy = read(list + "/policy.toml")});
    const befriend::Proposal proposal = befriend::propose(round);
    for (const befriend::ProposedMatch& match : proposal.proposed) {
        std::cout << round.children()[match.child].id.text() << " could meet "
                  << round.volunteers()[match.volunteer].id.text() << '\n';
    }
} catch (const befriend::InvalidInput& refused) {
    for (const befriend::Fault& fault : refused.faults())
        std::cerr << to_text(fault) << '\n';
    return 1;
}
