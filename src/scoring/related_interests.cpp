#include "scoring/related_interests.hpp"

namespace befriend {

InterestMatrix relation_of(const Vocabulary& vocabulary, const InterestNumbers& numbers)
{
    const auto terms = static_cast<Eigen::Index>(vocabulary.terms().size());
    InterestMatrix relation = InterestMatrix::Zero(terms, terms);
    for (Eigen::Index a = 0; a < terms; ++a) {
        const auto broader_a = vocabulary.broader(static_cast<std::size_t>(a));
        for (Eigen::Index b = 0; b < terms; ++b) {
            const auto broader_b = vocabulary.broader(static_cast<std::size_t>(b));
            if (a == b) {
                relation(a, b) = 1000;
            } else if (broader_a == static_cast<std::size_t>(b) || broader_b == static_cast<std::size_t>(a)) {
                relation(a, b) = static_cast<std::int32_t>(numbers.broader_share);
            } else if (broader_a && broader_a == broader_b) {
                relation(a, b) = static_cast<std::int32_t>(numbers.sibling_share);
            }
        }
    }
    return relation;
}

InterestMatrix profiles_of(const InterestMatrix& grades, const InterestMatrix& stated,
                           const InterestMatrix& relation)
{
    const InterestMatrix suggested = (grades * relation).cwiseMax(-1000).cwiseMin(1000);
    return (stated.array() != 0).select(grades * 1000, suggested);
}

}  // namespace befriend
