"""Proposals: whom befriend suggests, who keeps waiting, and why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from befriend import _core, _explain, _input
from befriend._table import Table

if TYPE_CHECKING:
    from befriend._round import Round

_COMPARED = {"child_id": "utf8", "change": "utf8", "volunteer_id": "utf8", "previous_volunteer_id": "utf8"}


class Summary(Mapping[str, Any]):
    """The figures of a proposal, by name, such as `proposed` and `waiting`; its text says the most important ones."""

    __slots__ = ("_figures", "_text")

    def __init__(self, figures: Mapping[str, Any], text: str) -> None:
        self._figures = dict(figures)
        self._text = text

    def __getitem__(self, name: str) -> Any:
        return self._figures[name]

    def __iter__(self) -> Any:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def __repr__(self) -> str:
        return self._text


class Proposal:
    """Whom befriend suggests, who keeps waiting, and why. Constant; may be shared between threads.

    befriend proposes: nobody is matched before people have agreed, and a child may always say no. Each table can be
    read as often as you like.
    """

    __slots__ = ("_core", "_summary", "round")

    round: Round
    """The round that was matched."""

    def __init__(self, core: _core.Proposal, round_: Round) -> None:
        self._core = core
        self._summary: Summary | None = None
        self.round = round_

    def _table(self, name: str, number: int) -> Table:
        return Table(name, lambda: self._core.arrow(number))

    @property
    def proposed(self) -> Table:
        """One row a proposed child: child_id, volunteer_id, state ("proposed", or "ask_first" if the child has not
        been asked), pinned, decided_by_tie, points (0 to 1000), low and high (what unknown answers could make of
        them), eligible (volunteers), the contribution of interests, background, age, travel and availability (null:
        not applicable; they add up to points), ask_about (codes of open questions)."""
        return self._table("proposed", _core.PROPOSALS)

    @property
    def waiting(self) -> Table:
        """One row a child who keeps waiting: child_id, reason, sentence, rules, volunteers (whom the rules keep
        away), eligible, needed_elsewhere, what_would_change_it."""
        return self._table("waiting", _core.WAITING)

    @property
    def unused(self) -> Table:
        """One row a volunteer who is not used: volunteer_id, reason, sentence, rules, eligible (children)."""
        return self._table("unused", _core.UNUSED)

    @property
    def reasons(self) -> Table:
        """One row a proposed child and criterion: child_id, volunteer_id, criterion, state ("known", "unknown",
        "not_applicable"), score (0 to 1000), weight, contribution, possible."""
        return self._table("reasons", _core.REASONS)

    @property
    def alternatives(self) -> Table:
        """One row a proposed child and next best volunteer: child_id, rank from 1, volunteer_id, points, has_room,
        proposed_to."""
        return self._table("alternatives", _core.ALTERNATIVES)

    @property
    def candidates(self) -> Table:
        """One row a pair that passes every hard rule and the minimum: child_id, volunteer_id, points, proposed."""
        return self._table("candidates", _core.CANDIDATES)

    @property
    def summary(self) -> Summary:
        """The figures of the proposal, those of its run record: children, proposed, ask_first (of the proposed),
        waiting, unused (volunteers), candidate_pairs, as_of, certified, and totals (of each objective, by name)."""
        if self._summary is None:
            self._summary = _summary(json.loads(self._core.json(_core.RUN_RECORD)))
        return self._summary

    def explain(self, child_id: str, volunteer_id: str | None = None) -> Table:
        """Why this child has this proposal or keeps waiting; with a volunteer, all about this pair, chosen or not.

        One row a reason: kind, reason (a word or a sentence), points, possible (points), rule (a code), volunteer_id.
        Kinds of a proposed child or a pair: "criterion" (points of `possible`), "rule" (a hard rule that the pair
        breaks), "ask_about" (an open question), "alternative" (the next best volunteers). Kinds of a child who keeps
        waiting: "main" (the main reason), "needed_elsewhere" (who is proposed to another child), "would_change"
        (a single change that would make a volunteer eligible).

        Raises InputError (E_UNKNOWN_ID) if the round has no such child or volunteer.
        """
        return _explain.table_of(json.loads(self.explain_json(child_id, volunteer_id)))

    def explain_json(self, child_id: str, volunteer_id: str | None = None) -> str:
        """The same in full, as the tool's `befriend explain --format json` writes it."""
        return self._core.explain(child_id, volunteer_id)

    def compare(self, previous: Proposal | Any) -> Table:
        """What is new against an earlier proposal, or any table with the columns child_id and volunteer_id.

        One row a child of either, by id: child_id, change, volunteer_id, previous_volunteer_id. Changes: "kept" (the
        same volunteer), "changed" (another one), "new" (had none), "ended" (has none now).
        """
        before = _volunteers(previous.proposed if isinstance(previous, Proposal) else previous)
        now = _volunteers(self.proposed)
        rows = []
        for child in sorted(before.keys() | now.keys()):
            earlier, later = before.get(child), now.get(child)
            rows.append((child, _change(earlier, later), later, earlier))
        return Table._built_of_rows("compared", _COMPARED, rows)

    def to_json(self) -> str:
        """The whole proposal but the proof, the same bytes through every interface of befriend."""
        return self._core.json(_core.PROPOSAL)

    def certificate(self) -> str:
        """The proof that nothing better is possible, as JSON. Always valid; another version may find another."""
        return self._core.json(_core.CERTIFICATE)

    def run_record(self) -> str:
        """What a replay needs, as JSON: versions, date, seed, counts, digests of the tables and the policy."""
        return self.round._with_digests(self._core.json(_core.RUN_RECORD))

    def report(self) -> str:
        """The report for a coordinator: one HTML page that fetches nothing. Write it to a file as UTF-8."""
        return self._core.report(_core.REPORT_HTML)

    def text(self) -> str:
        """The proposal as plain text for a terminal. It names children by id."""
        return self._core.report(_core.REPORT_TEXT)

    def __repr__(self) -> str:
        return f"<befriend.Proposal: {self.summary!r}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a befriend.Proposal cannot be pickled: it is about people, and copies should be made on purpose. "
            "Send its to_json() or its tables."
        )


_FIGURES = ("children", "proposed", "ask_first", "waiting", "unused", "candidate_pairs", "as_of", "certified")


def _summary(record: Mapping[str, Any]) -> Summary:
    totals = {total["objective"]: total["total"] for total in record["totals"]}
    text = f"proposed {record['proposed']:,}"
    if record["ask_first"]:
        text += f" ({record['ask_first']:,} to ask first)"
    text += f", still waiting {record['waiting']:,}"
    if "points" in totals:
        text += f", points {totals['points']:,}"
    if record["certified"]:
        text += ", certified"
    return Summary({name: record[name] for name in _FIGURES} | {"totals": totals}, text)


def _volunteers(table: Any) -> dict[str, str]:
    return {row["child_id"]: row["volunteer_id"] for row in _input.rows_of("previous", table)}


def _change(earlier: str | None, later: str | None) -> str:
    if earlier is None:
        return "new"
    if later is None:
        return "ended"
    return "kept" if earlier == later else "changed"
