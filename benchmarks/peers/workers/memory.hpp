#pragma once

namespace befriend::peers {

/// The most memory that this process has held since this was made, beyond what it held then. Linux.
class PeakMemory {
public:
    PeakMemory();
    [[nodiscard]] double extra_mib() const;

private:
    double before_kib_;
};

}  // namespace befriend::peers
