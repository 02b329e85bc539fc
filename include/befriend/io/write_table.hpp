#pragma once

#include <befriend/model/invalid_input.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/relations.hpp>
#include <befriend/model/round.hpp>
#include <befriend/model/volunteer.hpp>

#include <string>
#include <vector>

namespace befriend {

/// The cells of one record in the order of `columns_of`; reading them gives the same record back. A place is
/// written as coordinates, a limit of travel in metres.
[[nodiscard]] std::vector<std::string> cells_of(const Referral& child);
[[nodiscard]] std::vector<std::string> cells_of(const Volunteer& volunteer);
[[nodiscard]] std::vector<std::string> cells_of(const Coordinator& coordinator);
[[nodiscard]] std::vector<std::string> cells_of(const ExistingMatch& match);
[[nodiscard]] std::vector<std::string> cells_of(const PairDecision& decision);
[[nodiscard]] std::vector<std::string> cells_of(const EarlierPair& pair);

/// One table as JSON that `read_json_table` reads back: an object with `schema_version` and `records`, one
/// record a line, members in the order of `columns_of`, unknown values left out.
[[nodiscard]] std::string write_json_table(Table table, const Tables& tables);

}  // namespace befriend
