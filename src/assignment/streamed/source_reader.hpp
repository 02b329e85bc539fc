#pragma once

#include <befriend/assignment/streamed_problem.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

namespace befriend {

/// How many threads read the rows of `problem`.
[[nodiscard]] std::size_t reading_threads(const StreamedProblem& problem);

/// Asks a source for rows and holds it to its word: columns that exist and ascend, and as many weights as
/// asked for. What breaks it is not handed on.
class SourceReader {
public:
    using Take = std::function<void(std::uint32_t row, const PairBatch&)>;

    /// Borrows `problem`. `take` is called with the sound batches, none of them empty.
    SourceReader(const StreamedProblem& problem, Take take);
    SourceReader(const SourceReader&) = delete;
    SourceReader& operator=(const SourceReader&) = delete;

    /// Reads one row. Returns how many pairs it has.
    std::size_t read(std::uint32_t row);

    /// The first way in which the source broke its word, if it did: see `first_fault`.
    [[nodiscard]] const std::optional<ProblemFault>& fault() const { return fault_; }

private:
    void hand_on(const PairBatch& batch);
    [[nodiscard]] std::optional<ProblemRule> broken_rule(const PairBatch& batch) const;

    const StreamedProblem& problem_;
    Take take_;
    TakePairs hand_on_;
    std::uint32_t row_ = 0;
    std::size_t pairs_ = 0;          // of this row so far
    std::uint32_t last_column_ = 0;  // of these
    std::optional<ProblemFault> fault_;
};

}  // namespace befriend
