#include <befriend/befriend.hpp>

#include <fstream>
#include <iostream>
#include <iterator>

std::string text_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int main(int argc, char** argv)
{
    const std::string list = argc > 1 ? argv[1] : "examples/rounds/county-json";
    const befriend::Round round = befriend::read_round({.children = text_of(list + "/children.json"),
                                                        .volunteers = text_of(list + "/volunteers.json"),
                                                        .blocks = text_of(list + "/blocks.json"),
                                                        .policy = text_of(list + "/policy.toml")});
    const befriend::Proposal proposal = befriend::propose(round);
    for (const befriend::ProposedMatch& match : proposal.proposed)
        std::cout << round.children()[match.child].id.text() << " could meet "
                  << round.volunteers()[match.volunteer].id.text() << '\n';
}
