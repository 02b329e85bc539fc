// What stands around a piece of C++ on a page: the texts of a round, the round, and its proposal.
#include <befriend/befriend.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

std::string text_of(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/* DEFINITIONS */

int main()
{
    const std::string list = "examples/rounds/county-json";
    const std::string children = text_of(list + "/children.json");
    const std::string volunteers = text_of(list + "/volunteers.json");
    const std::string policy = text_of(list + "/policy.toml");
    const befriend::Round round = befriend::read_round(
        {.children = children, .volunteers = volunteers, .policy = policy});
    const befriend::Proposal proposal = befriend::propose(round);
    {
/* STATEMENTS */
    }
}
