#!/usr/bin/env python3
"""Writes quantile_tables.hpp: the distributions of the generator as whole numbers.

    python3 src/synthetic/make_quantiles.py > src/synthetic/quantile_tables.hpp

A table holds the quantiles at k/256 for k = 0 to 256; the two ends, which would be 0 and infinite, stand at
1/1024 and 1023/1024. The generator draws a place in the table and goes straight from one knot to the next.
"""

import math
from statistics import NormalDist

KNOTS = 256
DAYS_A_MONTH = 365.25 / 12


def shares():
    end = 1 / (4 * KNOTS)
    return [min(max(k / KNOTS, end), 1 - end) for k in range(KNOTS + 1)]


def log_normal(median, ninth_decile, most):
    """Whole-number quantiles of the log-normal with this median and 90th centile, cut at `most`."""
    normal = NormalDist()
    sigma = math.log(ninth_decile / median) / normal.inv_cdf(0.9)
    return [round(min(most, median * math.exp(sigma * normal.inv_cdf(p)))) for p in shares()]


def exponential(mean):
    return [round(-mean * math.log(1 - p)) for p in shares()]


TABLES = [
    ("waiting_days",
     "Days a child has waited: log-normal, median 6 months, 90th centile 20, at most 48.",
     log_normal(6 * DAYS_A_MONTH, 20 * DAYS_A_MONTH, 48 * DAYS_A_MONTH)),
    ("travel_seconds",
     "Seconds a volunteer will travel: log-normal, median 30 minutes, 90th centile 60, at most 120.",
     log_normal(30 * 60, 60 * 60, 120 * 60)),
    ("ready_days",
     "Days a volunteer has been ready: exponential, mean 90.",
     exponential(90)),
]


def main():
    print("#pragma once\n\n// Written by make_quantiles.py; do not edit.\n// clang-format off\n")
    print('#include "synthetic/quantiles.hpp"\n')
    print("namespace befriend::synthetic {")
    for name, comment, values in TABLES:
        print(f"\n/// {comment}")
        print(f"inline constexpr Quantiles {name}{{{{")
        for at in range(0, len(values), 16):
            print("    " + " ".join(f"{value}," for value in values[at:at + 16]))
        print("}};")
    print("\n}  // namespace befriend::synthetic")


if __name__ == "__main__":
    main()
