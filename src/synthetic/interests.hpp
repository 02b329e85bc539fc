#pragma once

#include "synthetic/draws.hpp"
#include "synthetic/shares.hpp"
#include <befriend/model/interests.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace befriend::synthetic {

/// What somebody likes and dislikes, and will not do.
struct Tastes {
    std::vector<GradedInterest> interests;
    std::vector<std::string> activities_no;
};

/// The interests that people are given, with how popular they are by age.
///
/// Where the vocabulary has most of the tags that the table of weights names, those; else all of its leaf
/// terms alike. Popularity is an assumption. Borrows the vocabulary.
class InterestMenu {
public:
    explicit InterestMenu(const Vocabulary& vocabulary);

    enum class Age : std::uint8_t { under12, teenage, adult };

    /// Four to eight different interests, graded, or fewer if there are not so many; now and then one that is
    /// out of the question. 10 in 100 people have not been asked.
    [[nodiscard]] Tastes tastes(Age age, Draws& draws) const;

private:
    std::array<std::vector<Share<std::string_view>>, 3> by_age_;
};

}  // namespace befriend::synthetic
