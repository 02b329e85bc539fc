#pragma once

#include <befriend/model/round.hpp>
#include <befriend/model/tag_set.hpp>
#include <befriend/scoring/open_questions.hpp>
#include <befriend/scoring/rules.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace befriend {

/// The hard rules of a round. Unknown never excludes, but for what must be known: clearances, and a `must`
/// wish.
///
/// Children and volunteers are positions in the round's sorted tables. Borrows the round. Const calls may run
/// together. Making it takes O(children + volunteers) plus the exclusions.
class Eligibility {
public:
    explicit Eligibility(const Round& round);

    /// The same, unless `keep_going` says no. It is asked every thousand people or so, with how many parts of
    /// the work are done.
    [[nodiscard]] static std::optional<Eligibility> prepared(
        const Round& round, const std::function<bool(std::size_t done, std::size_t total)>& keep_going);

    ~Eligibility();
    Eligibility(Eligibility&&) noexcept;
    Eligibility& operator=(Eligibility&&) noexcept;

    /// Every rule that excludes the pair; empty when it is eligible. Constant time but for list lengths.
    [[nodiscard]] TagSet<Rule> broken(std::size_t child, std::size_t volunteer) const noexcept;

    /// The same if at most `most` rules exclude the pair, else any `most` + 1 of them or more: quicker when
    /// only the near misses are of interest.
    [[nodiscard]] TagSet<Rule> broken_but_few(std::size_t child, std::size_t volunteer,
                                              std::size_t most) const noexcept;

    /// Whether no rule excludes the pair.
    [[nodiscard]] bool eligible(std::size_t child, std::size_t volunteer) const noexcept;

    /// The rules that exclude a child from every volunteer, or a volunteer from every child.
    [[nodiscard]] TagSet<Rule> of_child(std::size_t child) const noexcept;
    [[nodiscard]] TagSet<Rule> of_volunteer(std::size_t volunteer) const noexcept;

    /// What to ask about the pair before anybody meets.
    [[nodiscard]] TagSet<OpenQuestion> open_questions(std::size_t child,
                                                      std::size_t volunteer) const noexcept;

    /// The furthest that the pair may live apart, in metres: the volunteer's limit or the policy's, widened
    /// when both accept contact online or by phone.
    [[nodiscard]] std::int64_t limit_m(std::size_t child, std::size_t volunteer) const noexcept;

    /// The largest `limit_m` that the volunteer has with any child.
    [[nodiscard]] std::int64_t widest_limit_m(std::size_t volunteer) const noexcept;

    /// The number of the pool a provider's children and volunteers belong to: providers that are joined by
    /// sharing, directly or through others, are in one pool, so a pair of two pools always breaks `sharing`.
    [[nodiscard]] std::uint32_t pool_of_child(std::size_t child) const noexcept;
    [[nodiscard]] std::uint32_t pool_of_volunteer(std::size_t volunteer) const noexcept;

private:
    friend class RuleBlocks;  // compares a child with many volunteers at once

    struct Facts;
    explicit Eligibility(std::unique_ptr<const Facts> facts) noexcept;

    std::unique_ptr<const Facts> facts_;
};

}  // namespace befriend
