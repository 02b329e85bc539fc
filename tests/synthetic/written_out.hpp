#pragma once

#include <befriend/model/round.hpp>

#include <string>

namespace befriend::test {

/// Every field of every record as text: equal only for equal tables.
std::string written_out(const Tables& tables);
std::string written_out(const Referral& child);
std::string written_out(const Volunteer& volunteer);

}  // namespace befriend::test
