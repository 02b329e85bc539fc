#pragma once

#include <befriend/model/date.hpp>
#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace befriend {

/// One input of a run. Digests are computed by the caller: the library hashes no file.
struct InputRecord {
    std::string role;  ///< `children`, `volunteers`, `policy` and so on
    std::string file;  ///< the base name as given; empty when it was no file
    std::uint64_t bytes = 0;
    std::string sha256;                                  ///< 64 hexadecimal digits; empty when unknown
    std::uint64_t records = 0;                           ///< read; a table that is accepted is accepted whole
    std::map<std::string, std::int64_t> control_totals;  ///< sum of each whole-number column, by name
};

/// What a later reader needs to replay a run or to hold somebody to it. No personal data: counts, codes and
/// digests.
///
/// A plain struct that the caller fills; `reporting` prints it, `io` writes it.
struct RunRecord {
    std::string befriend_version;
    std::string interface;  ///< `command line`, `C`, `C++`, `Python`
    std::vector<InputRecord> inputs;
    std::map<std::string, std::string> options;  ///< name and value as in force, file names left out
    std::string policy_version;
    std::string policy_sha256;  ///< of the policy's canonical JSON
    std::string approved_by;
    Date as_of{};
    std::string as_of_source;  ///< `option`, `policy` or `today`
    std::int64_t seed = 0;
    std::uint64_t children = 0;
    std::uint64_t volunteers = 0;
    std::uint64_t volunteers_ready = 0;  ///< with every clearance and room
    std::uint64_t candidate_pairs = 0;
    std::uint64_t proposed = 0;
    std::uint64_t ask_first = 0;  ///< of those proposed
    std::uint64_t waiting = 0;
    std::uint64_t unused = 0;
    std::vector<std::pair<std::string, std::int64_t>> totals;  ///< objective and sum, in the policy's order
    std::string status;                                        ///< `optimal`
    bool certified = false;
    std::map<std::string, std::uint64_t> warnings;  ///< by code
};

/// Fills in what the round and its proposal tell: version of befriend, policy, date, seed, counts, totals,
/// status and warnings. Inputs, options, interface, `as_of_source` and the policy's digest stay as they are.
/// O(children + volunteers).
void add_outcomes(const Round& round, const Proposal& proposal, RunRecord& record);

}  // namespace befriend
