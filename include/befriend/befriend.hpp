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
#include <befriend/model/tag_set.hpp>
#include <befriend/model/volunteer.hpp>
#include <befriend/model/words.hpp>

#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/solve.hpp>
