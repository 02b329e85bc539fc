#pragma once

#include <befriend/proposal/proposal.hpp>

#include <string>

namespace befriend::test {

/// Every field of a proposal as text, one line a record, so that two proposals can be compared whole. People
/// are numbers: their positions in the round.
[[nodiscard]] std::string text_of(const Proposal& proposal);

/// The same without `certificate`: what people see.
[[nodiscard]] std::string text_without_certificate(const Proposal& proposal);

}  // namespace befriend::test
