#include "memory.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace befriend::peers {
namespace {

double status_kib(const std::string& key)
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        double kib = 0;
        if (word == key && status >> kib) return kib;
    }
    return 0;
}

}  // namespace

PeakMemory::PeakMemory()
{
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak starts again from what is held now
    before_kib_ = status_kib("VmRSS:");
}

double PeakMemory::extra_mib() const
{
    return std::max(0.0, status_kib("VmHWM:") - before_kib_) / 1024;
}

}  // namespace befriend::peers
