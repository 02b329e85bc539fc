"""Matches volunteers ("Independent Visitors") with children in care: exact, explained, certified.

befriend proposes; people decide. Three nouns:

    import befriend as bf

    policy = bf.Policy.from_toml("policy.toml")
    round_ = bf.Round(children, volunteers, policy=policy)
    proposal = round_.propose(as_of="2026-11-02")

Tables come in as polars, pandas, pyarrow or DuckDB, as a dict of lists or as a list of dicts, and go out as a
`Table`, which those libraries take without a copy. Columns are those of the data dictionary
(docs/data-dictionary.md). `befriend.assign` is the engine alone, for scores of your own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from befriend._assign import Assignment, assign, linear_sum_assignment
from befriend._core import version as _version
from befriend._errors import (
    BefriendError,
    CancelledError,
    ConflictError,
    InputError,
    LimitError,
    PolicyError,
    SolverError,
    TimeLimitError,
    UsageError,
)
from befriend._policy import Policy
from befriend._proposal import Proposal, Summary
from befriend._read import read_table
from befriend._round import Round
from befriend._synthetic import presets, synthetic
from befriend._table import Table

if TYPE_CHECKING:
    from befriend import plot

__version__ = _version()

__all__ = [
    "Assignment",
    "BefriendError",
    "CancelledError",
    "ConflictError",
    "InputError",
    "LimitError",
    "Policy",
    "PolicyError",
    "Proposal",
    "Round",
    "SolverError",
    "Summary",
    "Table",
    "TimeLimitError",
    "UsageError",
    "__version__",
    "assign",
    "linear_sum_assignment",
    "plot",
    "presets",
    "read_table",
    "synthetic",
]


def __getattr__(name: str) -> Any:
    if name == "plot":  # only who draws needs altair
        import importlib

        return importlib.import_module("befriend.plot")
    raise AttributeError(f"module 'befriend' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
