#pragma once

/// All of befriend, step by step. The one public header that is not here is `candidates/boost_graph.hpp`, because it
/// needs Boost.

#include <befriend/version.hpp>

#include <befriend/model/age.hpp>
#include <befriend/model/answer.hpp>
#include <befriend/model/availability.hpp>
#include <befriend/model/background.hpp>
#include <befriend/model/date.hpp>
#include <befriend/model/ids.hpp>
#include <befriend/model/interests.hpp>
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/location.hpp>
#include <befriend/model/policy.hpp>
#include <befriend/model/policy_keys.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/relations.hpp>
#include <befriend/model/round.hpp>
#include <befriend/model/rule.hpp>
#include <befriend/model/tag_set.hpp>
#include <befriend/model/volunteer.hpp>
#include <befriend/model/words.hpp>

#include <befriend/scoring/age_preference.hpp>
#include <befriend/scoring/eligibility.hpp>
#include <befriend/scoring/open_questions.hpp>
#include <befriend/scoring/points.hpp>
#include <befriend/scoring/rules.hpp>
#include <befriend/scoring/scorer.hpp>
#include <befriend/scoring/shared_availability.hpp>
#include <befriend/scoring/shared_background.hpp>
#include <befriend/scoring/shared_interests.hpp>
#include <befriend/scoring/travel.hpp>

#include <befriend/candidates/candidate_graph.hpp>
#include <befriend/candidates/components.hpp>
#include <befriend/candidates/find_candidates.hpp>

#include <befriend/assignment/assign.hpp>
#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/pair_source.hpp>
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/solve.hpp>
#include <befriend/assignment/streamed_problem.hpp>
#include <befriend/assignment/weighted_pairs.hpp>

#include <befriend/proposal/explanation.hpp>
#include <befriend/proposal/proposal.hpp>
#include <befriend/proposal/propose.hpp>
#include <befriend/proposal/run_record.hpp>

#include <befriend/reporting/html.hpp>
#include <befriend/reporting/sentences.hpp>
#include <befriend/reporting/summary.hpp>
#include <befriend/reporting/text.hpp>

#include <befriend/io/area_table.hpp>
#include <befriend/io/column_figures.hpp>
#include <befriend/io/columns.hpp>
#include <befriend/io/json_events.hpp>
#include <befriend/io/json_schema.hpp>
#include <befriend/io/nearest_name.hpp>
#include <befriend/io/read_area_table.hpp>
#include <befriend/io/read_json_table.hpp>
#include <befriend/io/read_policy.hpp>
#include <befriend/io/read_round.hpp>
#include <befriend/io/read_vocabulary.hpp>
#include <befriend/io/table_reader.hpp>
#include <befriend/io/utf8.hpp>
#include <befriend/io/write_faults.hpp>
#include <befriend/io/write_policy.hpp>
#include <befriend/io/write_proposal.hpp>
#include <befriend/io/write_table.hpp>

#include <befriend/synthetic/waiting_list.hpp>
