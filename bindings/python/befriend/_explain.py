"""Explanations as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from befriend._table import Table

_COLUMNS = {
    "kind": "utf8",
    "reason": "utf8",
    "points": "int32",
    "possible": "int32",
    "rule": "utf8",
    "volunteer_id": "utf8",
}

_CRITERIA = ("interests", "background", "age", "travel", "availability")  # in the order of the policy

Row = tuple[str, str, int | None, int | None, str | None, str | None]


def table_of(record: Mapping[str, Any]) -> Table:
    """The table for what `explain_json` gives, about a child or a pair."""
    return Table._built_of_rows("explanation", _COLUMNS, _rows(record))


def _rows(record: Mapping[str, Any]) -> Iterator[Row]:
    if "volunteer" in record:
        yield from _pair(record)
    elif record["proposed"] is not None:
        yield from _proposed(record["proposed"])
    else:
        yield from _waiting(record["waiting"])


def _criteria(criteria: Mapping[str, Any], volunteer: str) -> Iterator[Row]:
    for name in _CRITERIA:
        part = criteria[name]
        if part is not None:  # not applicable to this child
            yield "criterion", name, part["contribution"], part["possible"], None, volunteer


def _proposed(match: Mapping[str, Any]) -> Iterator[Row]:
    yield from _criteria(match["criteria"], match["volunteer"])
    for question in match["ask_about"]:
        yield "ask_about", question["sentence"], None, None, None, match["volunteer"]
    for other in match["next_best"]:
        room = "has room" if other["has_room"] else "proposed to " + ", ".join(other["proposed_to"])
        yield "alternative", room, other["points"], None, None, other["volunteer"]


def _pair(pair: Mapping[str, Any]) -> Iterator[Row]:
    for rule in pair["rules"]:
        yield "rule", rule["sentence"], None, None, rule["code"], pair["volunteer"]
    yield from _criteria(pair["score"]["criteria"], pair["volunteer"])
    for question in pair["ask_about"]:
        yield "ask_about", question["sentence"], None, None, None, pair["volunteer"]


def _waiting(child: Mapping[str, Any]) -> Iterator[Row]:
    rules = ";".join(rule["code"] for rule in child["rules"]) or None
    yield "main", child["reason"]["sentence"], None, None, rules, None
    for other in child["needed_elsewhere"]:
        ahead = "; ".join(
            f"proposed to {to['child']}, ahead on {to['ahead_on']}" for to in other["proposed_to"]
        )
        yield "needed_elsewhere", ahead, other["points"], None, None, other["volunteer"]
    for change in child["what_would_change_it"]:
        yield "would_change", change["sentence"], None, None, change["rule"], change["volunteer"]
