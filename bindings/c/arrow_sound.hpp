#pragma once

// Whether an array that somebody else made may be read.

#include "nanoarrow.hpp"

namespace befriend::c {

// Sets `view`, which was made from the schema, to `array`. False unless all counts, offsets, indices and
// pointers of it go together. The sizes of its buffers are the maker's word: nothing tells them.
[[nodiscard]] bool set_sound(ArrowArrayView& view, const ArrowArray& array);

}  // namespace befriend::c
