#pragma once

/// Whether a streamed problem has the same answer on one thread and on three, and its proof holds on three.
[[nodiscard]] bool streamed_is_the_same_on_threads();
