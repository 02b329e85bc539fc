#pragma once

#include "scoring/block_kernel.hpp"
#include "scoring/kernel_levels.hpp"
#include <befriend/model/tag_set.hpp>
#include <befriend/scoring/eligibility.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace befriend {

/// A volunteer, and every rule that keeps the volunteer from some child.
struct NearMiss {
    std::uint32_t volunteer;
    TagSet<Rule> broken;
};

/// Volunteers in blocks of 64, so that a child is compared with all of a block at once: the same answers as
/// `Eligibility::broken_but_few`, by the kernels of the machine, and for many pairs a twentieth of the time.
class RuleBlocks {
public:
    /// The most volunteers of a block.
    static constexpr std::size_t size = block::rule_lanes;

    /// The fastest kernel; none if no kernel runs here, and pairs are looked at one by one.
    [[nodiscard]] static const block::Kernel* fastest_kernel() noexcept;

    /// Borrows `eligibility`.
    explicit RuleBlocks(const Eligibility& eligibility, const block::Kernel* kernel = fastest_kernel())
        : facts_(eligibility.facts_.get()), kernel_(kernel)
    {
    }

    /// Makes room for so many blocks, and no more.
    void reserve(std::size_t blocks);

    /// Adds a block. Precondition: at most `size` volunteers.
    void add(std::span<const std::uint32_t> volunteers);

    /// A child, ready to be compared.
    class Child {
    public:
        Child(const RuleBlocks& blocks, std::size_t child) noexcept;

    private:
        friend class RuleBlocks;

        std::size_t position_;
        block::ChildRules numbers_;
        std::span<const std::uint32_t> sharing_;  // the providers that share with the own
        bool has_lists_;                          // some rule of this child looks through lists
    };

    /// Adds the volunteers of the block `number` who break at most `most` rules with the child and are not
    /// known to live further away than twice the limit of the pair, in the order of the block. Returns how
    /// many of the block are not known to, whatever they break.
    std::size_t add_few(const Child& child, std::size_t number, std::size_t most,
                        std::vector<NearMiss>& found) const;

private:
    using Facts = Eligibility::Facts;

    std::size_t add_few_one_by_one(const Child& child, std::size_t number, std::size_t most,
                                   std::vector<NearMiss>& found) const;

    const Facts* facts_;
    const block::Kernel* kernel_;
    std::vector<block::RuleBlock> blocks_;
    std::vector<std::uint32_t> volunteers_;  // `size` a block; those at the end of a block may be nobody
    std::vector<std::size_t> filled_;        // how many of a block are somebody
};

}  // namespace befriend
