#pragma once

#include <befriend/model/interests.hpp>
#include <befriend/model/invalid_input.hpp>
#include <befriend/model/policy.hpp>
#include <befriend/model/referral.hpp>
#include <befriend/model/relations.hpp>
#include <befriend/model/volunteer.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace befriend {

/// The tables of a round, in the order they were read. A record's position is what a `Fault` calls its
/// record.
struct Tables {
    std::vector<Referral> children;
    std::vector<Volunteer> volunteers;
    std::vector<Coordinator> coordinators;
    std::vector<ExistingMatch> existing;
    std::vector<Pin> pins;
    std::vector<Block> blocks;
    std::vector<EarlierPair> earlier = {};
};

/// One run over a waiting list and its volunteers: checked once, then constant.
///
/// Every table is sorted by id, those of pairs by child, then volunteer, so nothing later can see the order
/// of a file. Interests are replaced by the tags of the vocabulary and sorted; expired pins and blocks are
/// left out.
///
/// Read and checked, and not solved yet (E_UNSUPPORTED, each record named): a unit of several children with
/// `same_adult` or `separate_adults`; `known_adult`; a coordinator's cap that this round could pass; the
/// tier `worst_off`.
class Round {
public:
    /// Checks everything and throws `InvalidInput` with all faults of all tables at once, warnings included:
    /// `found`, what a reader met on the way here, and what the tables themselves show. Where a reader found
    /// an error in a field, or in a whole record or table, no second one is reported there. A fault names the
    /// column of the data dictionary (`child_id`, `visits_wanted_per_month`); a conflict names both records.
    /// Of pairs and ids that occur again and again the first 100 are listed, then a count.
    ///
    /// Precondition: none; this is the door. O(n log n) for n records.
    Round(Tables tables, Policy policy, Vocabulary vocabulary, std::vector<Fault> found = {});

    /// The same round, and the same faults thrown, unless it was stopped: then none of either.
    ///
    /// `keep_going` is asked every thousand records or so, on the calling thread, with how many parts of the
    /// work are done; `false` stops it.
    [[nodiscard]] static std::optional<Round> checked(
        Tables tables, Policy policy, Vocabulary vocabulary, std::vector<Fault> found,
        const std::function<bool(std::size_t done, std::size_t total)>& keep_going);

    [[nodiscard]] const std::vector<Referral>& children() const noexcept { return tables_.children; }
    [[nodiscard]] const std::vector<Volunteer>& volunteers() const noexcept { return tables_.volunteers; }
    [[nodiscard]] const std::vector<Coordinator>& coordinators() const noexcept
    {
        return tables_.coordinators;
    }
    [[nodiscard]] const std::vector<ExistingMatch>& existing() const noexcept { return tables_.existing; }
    [[nodiscard]] const std::vector<Pin>& pins() const noexcept { return tables_.pins; }
    [[nodiscard]] const std::vector<Block>& blocks() const noexcept { return tables_.blocks; }
    [[nodiscard]] const std::vector<EarlierPair>& earlier() const noexcept { return tables_.earlier; }
    [[nodiscard]] const Policy& policy() const noexcept { return policy_; }
    [[nodiscard]] const Vocabulary& vocabulary() const noexcept { return vocabulary_; }

    /// The date of the round: the policy's `as_of`, which a round needs.
    [[nodiscard]] Date as_of() const noexcept { return *policy_.as_of; }

    /// What is odd but no reason to refuse; records count in the order as read.
    [[nodiscard]] const std::vector<Fault>& warnings() const noexcept { return warnings_; }

    /// The position of the child or volunteer with this id, if there is one. O(log n).
    [[nodiscard]] std::optional<std::size_t> find(const ReferralId& id) const noexcept;
    [[nodiscard]] std::optional<std::size_t> find(const VolunteerId& id) const noexcept;

private:
    Round() = default;  // not checked

    Tables tables_;
    Policy policy_;
    Vocabulary vocabulary_;
    std::vector<Fault> warnings_;
};

}  // namespace befriend
