#include "oracles/how_many.hpp"

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace befriend::test {

std::uint64_t how_many(std::uint64_t usual)
{
    const char* const times = std::getenv("BEFRIEND_PROOF");
    if (times == nullptr) return usual;
    const std::uint64_t factor = std::stoull(times);
    if (factor == 0) throw std::invalid_argument("BEFRIEND_PROOF must be at least 1");
    return usual * factor;
}

}  // namespace befriend::test
