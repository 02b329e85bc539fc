#pragma once

#include "arrow_table.hpp"
#include <befriend/model/round.hpp>

#include <memory>

namespace befriend::c {

// A table of a round in the columns of the data dictionary. Keeps `tables`.
[[nodiscard]] std::unique_ptr<const ArrowTable> arrow_table(Table table,
                                                            std::shared_ptr<const Tables> tables);

}  // namespace befriend::c
