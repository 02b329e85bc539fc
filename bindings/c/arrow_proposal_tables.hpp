#pragma once

#include "arrow_table.hpp"
#include "handles.hpp"

#include <memory>

namespace befriend::c {

// A table of a proposal by its number, BEFRIEND_PROPOSALS to BEFRIEND_CANDIDATES. Keeps what it needs of it.
[[nodiscard]] std::unique_ptr<const ArrowTable> arrow_table(const befriend_proposal& proposal,
                                                            befriend_table table);

}  // namespace befriend::c
