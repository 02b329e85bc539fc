#pragma once

// The parts of the report as values for the template report.mustache, one function a section.

#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>
#include <befriend/proposal/run_record.hpp>
#include <befriend/reporting/summary.hpp>

#include <kainjow/mustache.hpp>

#include <cstddef>
#include <vector>

namespace befriend {

using Values = kainjow::mustache::data;

/// The cases that the report shows, by time waiting, longest first: positions in the proposal's lists.
struct Cases {
    std::vector<std::size_t> proposed;
    std::vector<std::size_t> waiting;
    bool shortened = false;
    std::size_t ties = 0;  ///< shown although they are not among the longest waiting
};
[[nodiscard]] Cases cases_of(const Round& round, const Proposal& proposal);

/// All that the sections read.
struct Page {
    const Round& round;
    const Proposal& proposal;
    const RunRecord& record;
    const Summary& summary;
    const Cases& cases;
};

// Each adds the values of its section to `values`.
void add_headline(const Page& page, Values& values);
void add_today(const Page& page, Values& values);
void add_proposals(const Page& page, Values& values);
void add_waiting(const Page& page, Values& values);
void add_unused(const Page& page, Values& values);
void add_map(const Page& page, Values& values);
void add_figures(const Page& page, Values& values);
void add_groups(const Page& page, Values& values);
void add_method(const Page& page, Values& values);
void add_record(const Page& page, Values& values);

}  // namespace befriend
