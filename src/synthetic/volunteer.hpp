#pragma once

#include "synthetic/setting.hpp"
#include <befriend/model/volunteer.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace befriend::synthetic {

/// How far each volunteer has come. The funnel's weights are exact in every run of volunteers as long as
/// their sum, in an order drawn for that run: 8 of each 30 are ready, not 8 on average.
class Stages {
public:
    explicit Stages(const Setting& setting) : setting_(setting) {}

    /// Constant time when positions ascend; else that of one run.
    [[nodiscard]] Stage at(std::size_t position);

private:
    const Setting& setting_;
    std::optional<std::size_t> run_;
    std::vector<Stage> stages_;  // of the run
};

/// The volunteer at a position, without what concerns single children.
[[nodiscard]] Volunteer invented_volunteer(const Setting& setting, std::size_t position, Stage stage);

/// The invented coordinator of an authority: K-001 and so on. Without caps.
[[nodiscard]] CoordinatorId coordinator_of(std::size_t authority);

}  // namespace befriend::synthetic
