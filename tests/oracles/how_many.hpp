#pragma once

#include <cstdint>

namespace befriend::test {

/// How many random instances a test is to try: `usual`, as often as the environment variable BEFRIEND_PROOF
/// says (a whole number; 1 if it is not set). tests/prove sets it.
[[nodiscard]] std::uint64_t how_many(std::uint64_t usual);

}  // namespace befriend::test
