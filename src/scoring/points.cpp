#include <befriend/scoring/points.hpp>

namespace befriend {

std::string_view to_text(Criterion criterion) noexcept
{
    constexpr PerCriterion<std::string_view> words{"interests", "background", "age", "travel",
                                                   "availability"};
    return words[static_cast<std::size_t>(criterion)];
}

}  // namespace befriend
