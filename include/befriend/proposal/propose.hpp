#pragma once

#include <befriend/assignment/solve.hpp>
#include <befriend/model/round.hpp>
#include <befriend/proposal/proposal.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <variant>
#include <vector>

namespace befriend {

/// The parts of the work, in order.
enum class Phase : std::uint8_t { candidates, assignment, explanation };

/// Asked now and then on the calling thread; `false` stops the work.
using ProgressFn = std::function<bool(Phase phase, std::size_t done, std::size_t total)>;

/// What is left of a run that was stopped: no proposal, only how far it came and what the best could have
/// been.
struct Stopped {
    Phase phase = Phase::candidates;
    std::vector<std::int64_t> bound;  ///< one a tier and, last, ties; empty before the assignment has one
};

/// The certificate of a solve does not hold: a mistake of ours. Nothing of the answer may be used.
class CertificateError : public std::logic_error {
public:
    CertificateError()
        : std::logic_error("the certificate of the assignment does not hold: nothing was proposed")
    {
    }
};

/// Every pin of the round that breaks a hard rule: an error, or a warning where the policy lists the rule
/// among `soft_limits`. Records are positions in the pins as read.
[[nodiscard]] std::vector<Fault> pin_faults(const Round& round);

/// The same, unless `keep_going` says no. It is asked every thousand people or pins.
[[nodiscard]] std::optional<std::vector<Fault>> pin_faults(const Round& round, const KeepGoing& keep_going);

/// Bytes that `propose` takes at its peak beyond the round itself, its result included, when `pairs` are
/// candidates: 1,425 a child, 1,100 a volunteer and 34 a pair. A fit to what allocations were seen to come
/// to; tests/proposal/forecast.cpp holds it to within 10 %.
[[nodiscard]] std::uint64_t forecast_bytes(std::size_t children, std::size_t volunteers,
                                           std::size_t pairs) noexcept;

/// What a run may take.
struct ProposeLimits {
    std::uint64_t max_bytes = 0;  ///< by `forecast_bytes`, and under `continuity` 8 more a pair; 0: no limit
};

/// Matches the round: eligible pairs, points, one exact assignment, and the reasons.
///
/// A round that is forecast to pass `limits` throws `InvalidInput` (E_LIMIT) as soon as its candidates show
/// that, before the assignment. Throws `InvalidInput` when `pin_faults` holds an error or a weight could
/// overflow, and `std::logic_error` if the certificate does not hold, which is a mistake of ours: no proposal
/// exists without a valid certificate. The same round gives the same proposal whatever the order of its
/// tables, compiler or machine.
[[nodiscard]] std::variant<Proposal, Stopped> propose(const Round& round, const ProgressFn& progress,
                                                      const ProposeLimits& limits = {});

/// The same, not to be stopped.
[[nodiscard]] Proposal propose(const Round& round);

}  // namespace befriend
