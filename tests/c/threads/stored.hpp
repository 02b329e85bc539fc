#pragma once

/// Whether a stored problem has the same answer on one thread and on three, and its proof holds on three.
[[nodiscard]] bool stored_is_the_same_on_threads();
