#pragma once

/// All of befriend, step by step. The one public header that is not here is `candidates/boost_graph.hpp`, because it
/// needs Boost.

#include <befriend/version.hpp>

#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/problem.hpp>
#include <befriend/assignment/solution.hpp>
#include <befriend/assignment/solve.hpp>
