"""Policies: how a round is matched, as a text that people approve."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any

from befriend import _core


class Policy:
    """How a round is matched: objectives in order, weights, hard rules, minimum points. Constant.

    `Policy()` is the built-in one, with every default. docs/policy.md lists the keys; the commented text of
    `to_toml(comments=True)` explains each. Two policies are equal when their numbers are.
    """

    __slots__ = ("_core", "_toml")

    def __init__(self) -> None:
        self._core = _core.Policy(b"")
        self._toml = self._core.text(_core.TOML)

    @classmethod
    def _of(cls, core: _core.Policy) -> Policy:
        policy = cls.__new__(cls)
        policy._core = core
        policy._toml = core.text(_core.TOML)
        return policy

    @classmethod
    def from_toml(cls, path: str | os.PathLike[str]) -> Policy:
        """Reads a policy from a file: TOML, or JSON with the same keys. Keys that are left out keep their defaults.

        Raises PolicyError with every fault, by line and column; OSError.
        """
        with open(os.fspath(path), "rb") as file:
            return cls._of(_core.Policy(file.read()))

    @classmethod
    def from_text(cls, text: str) -> Policy:
        """The same from the text itself."""
        if not isinstance(text, str):
            raise TypeError(f"text: {type(text).__name__} is not str")
        return cls._of(_core.Policy(text.encode("utf-8", "surrogatepass")))

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Policy:
        """The same from nested dicts, for instance {"weights": {"travel": 40}}."""
        return cls._of(_core.Policy(json.dumps(dict(values), default=str, allow_nan=False).encode("ascii")))

    def replace(self, changes: Mapping[str, Any] | None = None, /, **more: Any) -> Policy:
        """Another policy with some keys changed: `policy.replace(weights={"travel": 40}, minimum_points=300)`.

        Tables are merged key by key; None takes a key back to its default. Raises PolicyError.
        """
        return Policy.from_dict(_merged(self.to_dict(), {**(changes or {}), **more}))

    def to_toml(self, *, comments: bool = False) -> str:
        """The policy as TOML, which `from_text` reads back; with `comments`, every key explained."""
        return self._core.text(_core.COMMENTED_TOML) if comments else self._toml

    def to_json(self) -> str:
        """The policy as canonical JSON, keys sorted, which `from_text` reads back; digests are taken of this."""
        return self._core.text(_core.JSON)

    def to_dict(self) -> dict[str, Any]:
        """The policy as nested dicts, every key with its value."""
        values: dict[str, Any] = json.loads(self.to_json())
        return values

    def __eq__(self, other: object) -> bool:
        return self._toml == other._toml if isinstance(other, Policy) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._toml)

    def __reduce__(self) -> tuple[Any, ...]:
        return Policy.from_text, (self._toml,)

    def __repr__(self) -> str:
        values = self.to_dict()
        weights = ", ".join(f"{name} {weight}" for name, weight in values["weights"].items())
        return f"<befriend.Policy {values['version']!r}: {' > '.join(values['tiers'])}; weights {weights}>"


def _merged(values: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(values)
    for key, change in changes.items():
        if change is None:
            merged.pop(key, None)
        elif isinstance(change, Mapping) and isinstance(merged.get(key), Mapping):
            merged[key] = _merged(merged[key], change)
        else:
            merged[key] = change
    return merged
