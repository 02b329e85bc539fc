// A streamed problem on several threads, for the thread sanitizer.

#include "streamed.hpp"

#include <befriend/assignment/certificate.hpp>
#include <befriend/assignment/solve.hpp>

#include <vector>

namespace {

// Invented weights of all pairs, some of them near violating whatever the duals are.
class Weights : public befriend::PairSource {
public:
    explicit Weights(std::uint32_t columns)
    {
        for (std::uint32_t column = 0; column < columns; ++column)
            columns_.push_back(column);
    }

    void pairs_of(std::uint32_t row, const befriend::TakePairs& take) const override
    {
        std::vector<std::int64_t> weight;
        for (const std::uint32_t column : columns_)
            weight.push_back((row * 7919LL + column * 104'729LL) % 997 + column % 7);
        befriend::PairBatch batch{columns_};
        batch.weight[1] = weight;
        take(batch);
    }

private:
    std::vector<std::uint32_t> columns_;
};

}  // namespace

bool streamed_is_the_same_on_threads()
{
    const Weights source(80);
    const std::vector<std::int32_t> capacity(80, 3);
    befriend::StreamedProblem problem{source, 300, capacity, {{.each = 1}, {.edge = true}}};
    const befriend::Solution alone = befriend::solve(problem);
    problem.threads = 3;
    const befriend::Solution together = befriend::solve(problem);
    return alone.status == befriend::SolveStatus::optimal && together.status == alone.status &&
           together.column_of_row == alone.column_of_row && !befriend::first_fault(problem) &&
           !befriend::first_violation(problem, alone);
}
