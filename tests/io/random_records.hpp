#pragma once

#include <befriend/model/round.hpp>

#include <cstdint>

namespace befriend::test {

// Numbers from a seed, the same on every machine. Source: S. Vigna, splitmix64.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : state_(seed) {}

    // From `least` to `most`, both included. A remainder is biased by less than the tests can see.
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(most - least + 1));
    }

    bool flip() { return next() % 2 == 0; }

private:
    std::uint64_t next()
    {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }

    std::uint64_t state_;
};

// Records whose fields hold anything that the data dictionary allows, each also unknown. What Round would
// refuse because two fields disagree may occur.
Referral random_child(Draw& draw);
Volunteer random_volunteer(Draw& draw);
Coordinator random_coordinator(Draw& draw);
ExistingMatch random_match(Draw& draw);
PairDecision random_decision(Draw& draw);

// A few records in every table.
Tables random_tables(Draw& draw);

}  // namespace befriend::test
