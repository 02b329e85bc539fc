"""Invented waiting lists, to try things on. Nobody in them exists."""

from __future__ import annotations

from befriend import _core
from befriend._round import Round


def synthetic(
    preset: str, *, seed: int = 1, children: int | None = None, volunteers: int | None = None
) -> Round:
    """An invented round: its tables, and a policy with its date.

    `preset` is a name of `presets()`, for instance "county". The same preset, seed (from 0) and counts (from 0) give
    the same round on every machine; without counts it has the preset's own.

    Raises UsageError if no preset has this name; InputError for a count out of range.
    """
    return Round._invented(
        _core.invent(
            preset,
            seed,
            -1 if children is None else _count("children", children),
            -1 if volunteers is None else _count("volunteers", volunteers),
        )
    )


def presets() -> list[str]:
    """The names that `synthetic` knows; docs/methods/synthetic.md says what each is like."""
    return _core.presets()


def _count(name: str, count: int) -> int:
    if isinstance(count, bool) or not isinstance(count, int):
        raise TypeError(f"{name}: {type(count).__name__} is not a whole number")
    if not 0 <= count < 2**31:
        raise ValueError(f"{name}: not from 0 to 2^31 - 1")
    return count
