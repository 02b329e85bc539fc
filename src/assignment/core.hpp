#pragma once

#include "assignment/face.hpp"
#include "assignment/watch.hpp"

#include <cstdint>
#include <vector>

namespace befriend {

/// The edges of a face that its assignment is likely to use, one mark an edge of the problem.
class Core {
public:
    /// The `best_few` best edges of every row and of every column, and those of `column_of_row`, an
    /// assignment of the face. O(edges) when weights come in no particular order; memory for `best_few` edges
    /// a column.
    Core(const Face& face, const std::vector<std::uint32_t>& column_of_row, std::size_t best_few,
         Watch& watch);

    /// Adds the edges that the duals leave out wrongly, and raises the duals of their rows until none is.
    /// False when there were none: then the duals are feasible on the whole face.
    bool extend(Face& face, Watch& watch);

    /// Takes the whole face.
    void take_all(const Face& face) { marked_ = face.edges(); }

    [[nodiscard]] const std::vector<bool>& edges() const { return marked_; }

private:
    void mark_best_of_rows(const Face& face, std::size_t best_few, Watch& watch);
    void mark_best_of_columns(const Face& face, std::size_t best_few, Watch& watch);

    std::vector<bool> marked_;
};

}  // namespace befriend
