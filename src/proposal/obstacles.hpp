#pragma once

#include <befriend/model/tag_set.hpp>
#include <befriend/scoring/rules.hpp>

#include <array>
#include <cstddef>
#include <vector>

namespace befriend {

/// Counts what stands between one person and the others: how many are one rule away, and how many two.
class Obstacles {
public:
    static constexpr std::size_t most = 2;  ///< a person with more broken rules than this is not counted

    void add(TagSet<Rule> broken) noexcept;

    /// The rule that is the only obstacle for the most others; if none is one rule away, the two rules that
    /// are; if none is two away either, nothing. Ties in the fixed order of rules.
    struct Main {
        std::vector<Rule> rules;
        std::size_t others = 0;  ///< for how many that is all
    };
    [[nodiscard]] Main main() const;

private:
    std::array<std::size_t, rule_count> alone_{};
    std::array<std::array<std::size_t, rule_count>, rule_count> together_{};  // first rule below the second
};

/// The first rule of a set in their fixed order. Precondition: it is not empty.
[[nodiscard]] Rule first_rule(TagSet<Rule> rules) noexcept;

/// The rules of a set, in their fixed order.
[[nodiscard]] std::vector<Rule> rules_in(TagSet<Rule> rules);

}  // namespace befriend
