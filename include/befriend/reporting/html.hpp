#pragma once

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>
#include <befriend/proposal/run_record.hpp>

#include <cstddef>
#include <string>

namespace befriend {

/// Above this many children the report shows the figures, the `most_cases` who wait longest and the proposals
/// that a tie-break decided; the tool's CSV files hold everybody.
inline constexpr std::size_t most_children_in_full = 1000;
inline constexpr std::size_t most_cases = 200;

/// The report for a coordinator: one HTML file that needs nothing else, runs no script and fetches nothing.
///
/// Cases stand by time waiting, longest first, never by points. Shows ids, ages and 1 km squares; no name, no
/// free text of a pin or block. Counts under 5 are hidden in the tables that compare groups, and on the
/// map with its table. The same input gives the same bytes. Precondition: `proposal` and `record` are of
/// `round`.
[[nodiscard]] std::string html_report(const Round& round, const Proposal& proposal, const RunRecord& record);

}  // namespace befriend
