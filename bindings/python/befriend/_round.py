"""Rounds: a waiting list, its volunteers and a policy."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from befriend import _core, _errors, _input
from befriend._policy import Policy
from befriend._progress import ProgressFunction, milliseconds, reporting
from befriend._proposal import Proposal
from befriend._table import Table

_NUMBERS = {
    "children": _core.CHILDREN,
    "volunteers": _core.VOLUNTEERS,
    "coordinators": _core.COORDINATORS,
    "existing": _core.EXISTING,
    "pins": _core.PINS,
    "blocks": _core.BLOCKS,
    "earlier": _core.EARLIER,
}


class Round:
    """One run over a waiting list and its volunteers.

    Each table is one of: an object with `__arrow_c_stream__` (polars, pyarrow, pandas with pyarrow, a DuckDB
    relation, a befriend.Table), any other data frame that narwhals knows, a dict of lists, a list of dicts. Columns
    are those of docs/data-dictionary.md, in any order; None, NaN and an empty text mean unknown. The tables are
    copied: what happens to yours afterwards changes nothing.

    - `children`, `volunteers`: the waiting list, and who could visit.
    - `coordinators`, `existing`, `pins`, `blocks`: further tables.
    - `earlier`: the pairs of an earlier proposal, for the objective `continuity`: a table of child_id and
      volunteer_id, or that Proposal.
    - `policy`: a Policy; without one the built-in policy.
    - `as_of`: the date that ages and expiries are taken at, a date or "YYYY-MM-DD". befriend never reads the clock:
      the policy, the round or `propose` gives the date.
    - `seed`: of the tie-break, 0 to 2**63 - 1; without one the policy's.
    - `vocabulary`: path of a TOML file of interests, in place of the built-in one.
    - `areas`: where outcodes lie, for records with an `area` and no coordinates: {"M1": (easting, northing)}, or a
      table with the columns outcode, easting and northing.
    - `ignore_columns`: names of columns that are left unread; any other unknown column is a fault.

    What is wrong with the content is not told here but by `check` and `propose`, all of it at once.

    A round belongs to one thread at a time, UsageError otherwise, and cannot be pickled.
    """

    __slots__ = ("_as_of", "_core", "_digests", "_seed", "_set", "policy")

    policy: Policy
    """The policy of the round."""
    _as_of: str | None
    _seed: int

    def __init__(
        self,
        children: Any,
        volunteers: Any,
        *,
        coordinators: Any = None,
        existing: Any = None,
        pins: Any = None,
        blocks: Any = None,
        earlier: Any = None,
        policy: Policy | None = None,
        as_of: str | datetime.date | None = None,
        seed: int | None = None,
        vocabulary: str | os.PathLike[str] | None = None,
        areas: Any = None,
        ignore_columns: Iterable[str] = (),
    ) -> None:
        if policy is not None and not isinstance(policy, Policy):
            raise TypeError(f"policy: {type(policy).__name__} is not befriend.Policy")
        given = {
            "children": children,
            "volunteers": volunteers,
            "coordinators": coordinators,
            "existing": existing,
            "pins": pins,
            "blocks": blocks,
            "earlier": _pairs_of(earlier) if isinstance(earlier, Proposal) else earlier,
        }
        if children is None or volunteers is None:
            raise TypeError(
                "children and volunteers: both tables are needed; one without records is an empty list"
            )
        tables = {name: table for name, table in given.items() if table is not None}
        under = Policy() if policy is None else policy
        core = _core.Round(under._core)
        if vocabulary is not None:
            with open(os.fspath(vocabulary), "rb") as file:
                core.set_text("vocabulary", file.read())
        if areas is not None:
            core.set_text("areas", _areas_json(areas))
        if names := _column_names(ignore_columns):
            core.set_text("ignore_columns", ";".join(names).encode())
        for name, table in tables.items():
            _input.add_table(core, name, _NUMBERS[name], table)
        self._begin(core, under)
        self._as_of = _day(as_of) or self._as_of
        self._seed = self._seed if seed is None else _seed(seed)
        self._override(None, None)

    @classmethod
    def _invented(cls, core: _core.Round) -> Round:
        round_ = cls.__new__(cls)
        round_._begin(core, Policy._of(core.policy()))
        return round_

    def _begin(self, core: _core.Round, policy: Policy) -> None:
        values = policy.to_dict()
        self._core = core
        self.policy = policy
        self._as_of = values.get("as_of")
        self._seed = values["seed"]
        self._set = self._as_of, self._seed  # what the C library has
        self._digests: dict[str, str] = {}
        core.set_text("interface", b"Python")
        core.set_text("sha256.policy", _sha256(policy.to_json()).encode("ascii"))

    def _override(self, as_of: str | datetime.date | None, seed: int | None) -> None:
        """Sets what differs from the last call, so that the run record tells an option from the policy."""
        day = _day(as_of) or self._as_of
        number = self._seed if seed is None else _seed(seed)
        if day is not None and day != self._set[0]:
            self._core.set_text("as_of", day.encode("utf-8", "surrogatepass"))
            self._set = day, self._set[1]
        if number != self._set[1]:
            self._core.set_text("seed", str(number).encode())
            self._set = self._set[0], number

    def _with_digests(self, record: str) -> str:
        """The run record with the SHA-256 of each table, in the JSON that `table_json` gives: taken only when a record
        is asked for, since it takes as long as the rest of a short round."""
        for name in _NUMBERS:
            unknown = f'"role":"{name}","sha256":""'
            if unknown in record:
                if name not in self._digests:
                    self._digests[name] = _sha256(self.table_json(name))
                record = record.replace(unknown, f'"role":"{name}","sha256":"{self._digests[name]}"')
        return record

    def check(self, *, as_of: str | datetime.date | None = None) -> Table:
        """Checks everything and proposes nothing.

        Every fault of every table and of the round as a whole, warnings too: code, severity ("error" or "warning"),
        table, record (counted from 0), field, rule, line and column (of a policy's text), other_table, other_record.
        No rows: nothing is odd. Only values of the input are judged here; a wrong call still raises. Ctrl-C ends the
        check with KeyboardInterrupt.
        """
        self._override(as_of, None)
        try:
            return _errors.fault_table(_errors.records_of(self._core.check()))
        except _errors.InputError as refused:
            return refused.faults

    def propose(
        self,
        *,
        as_of: str | datetime.date | None = None,
        seed: int | None = None,
        time_limit: float | None = None,
        max_bytes: int | None = None,
        progress: bool | ProgressFunction | None = None,
    ) -> Proposal:
        """Matches the round: eligible pairs, points, one exact assignment with its proof, and the reasons.

        - `as_of`, `seed`: for this call, in place of the round's. A round without a date of its own keeps the last.
        - `time_limit`: seconds; then TimeLimitError.
        - `max_bytes`: LimitError rather than more memory than this, by a forecast.
        - `progress`: True writes to standard error; a function is called as progress(phase, done, total), at most
          ten times a second and on this thread, and stops the work by returning False (CancelledError) or raising.
          Phases are "check" (unless `check` went before), "candidates", "assignment" and "explanation".

        Same tables in any order, same policy, date and seed: same proposal. A round in which nobody can be proposed
        is a proposal, no error. The work runs on the calling thread without the lock of the interpreter, and Ctrl-C
        ends it with KeyboardInterrupt.

        Raises InputError with every fault, which `check` gives too; LimitError; CancelledError.
        """
        limit = milliseconds(time_limit)
        self._override(as_of, seed)
        self._core.set_int("time_limit_ms", limit)
        self._core.set_int("max_bytes", 0 if max_bytes is None else _positive("max_bytes", max_bytes))
        with reporting(progress) as function:
            return Proposal(self._core.propose(function), self)

    def table_json(self, name: str) -> str:
        """A table as befriend writes it in JSON, and as the digests of the run record take it. `name` is
        "children", "volunteers", "coordinators", "existing", "pins", "blocks" or "earlier"."""
        return self._core.json(_NUMBERS[name])

    def _table(self, name: str) -> Table:
        return Table(name, lambda: self._core.arrow(_NUMBERS[name]))

    @property
    def children(self) -> Table:
        """The waiting list as it was given."""
        return self._table("children")

    @property
    def volunteers(self) -> Table:
        """The volunteers as they were given."""
        return self._table("volunteers")

    @property
    def coordinators(self) -> Table:
        """The coordinators as they were given; without rows if they were not."""
        return self._table("coordinators")

    @property
    def existing(self) -> Table:
        """The running matches as they were given; without rows if they were not."""
        return self._table("existing")

    @property
    def pins(self) -> Table:
        """The pins as they were given; without rows if they were not."""
        return self._table("pins")

    @property
    def blocks(self) -> Table:
        """The blocks as they were given; without rows if they were not."""
        return self._table("blocks")

    @property
    def earlier(self) -> Table:
        """The pairs of the earlier proposal as they were given; without rows if they were not."""
        return self._table("earlier")

    @property
    def as_of(self) -> str | None:
        """The date of the round, "YYYY-MM-DD", or None if only `propose` will give one."""
        return self._as_of

    def __repr__(self) -> str:
        date = f", as of {self._as_of}" if self._as_of else ""
        return (
            f"<befriend.Round: {len(self.children):,} children, {len(self.volunteers):,} volunteers"
            f"{date}, policy {self.policy.to_dict()['version']!r}>"
        )

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a befriend.Round cannot be pickled: it holds records of people, and copies of those should be made on "
            "purpose. Send the tables and the policy, and make the round where it is needed."
        )


def _pairs_of(proposal: Proposal) -> list[dict[str, Any]]:
    return [{name: row[name] for name in ("child_id", "volunteer_id")} for row in proposal.proposed]


def _day(day: str | datetime.date | None) -> str | None:
    if day is None or isinstance(day, str):
        return day
    if isinstance(day, datetime.date) and not isinstance(day, datetime.datetime):
        return day.isoformat()
    raise TypeError(f'as_of: {type(day).__name__} is neither a date nor a text "YYYY-MM-DD"')


def _seed(seed: int) -> int:
    if isinstance(seed, bool) or not hasattr(seed, "__index__"):
        raise TypeError(f"seed: {type(seed).__name__} is not a whole number")
    whole = seed.__index__()
    if not 0 <= whole < 2**63:
        raise _errors.refused("E_RANGE", "seed", "not from 0 to 2^63 - 1")
    return whole


def _positive(name: str, value: int) -> int:
    if not isinstance(value, int) or not 0 < value < 2**63:
        raise ValueError(f"{name}: not a whole number above 0")
    return value


def _column_names(names: Iterable[str]) -> list[str]:
    listed = [names] if isinstance(names, str) else list(names)
    for name in listed:
        if not isinstance(name, str) or ";" in name:
            raise ValueError("ignore_columns: a name is a text without ';'")
    return listed


def _areas_json(areas: Any) -> bytes:
    if not isinstance(areas, Mapping) or "outcode" in areas:
        rows = _input.rows_of("areas", areas)
        missing = {"outcode", "easting", "northing"} - set(
            rows[0] if rows else {"outcode", "easting", "northing"}
        )
        if missing:
            raise ValueError(f"areas: no column {', '.join(sorted(missing))}")
        areas = {row["outcode"]: (row["easting"], row["northing"]) for row in rows}
    return json.dumps({outcode: list(place) for outcode, place in areas.items()}).encode("ascii")


def _sha256(text: str) -> str:
    import hashlib  # not before it is needed: it takes a while to load

    return hashlib.sha256(text.encode()).hexdigest()
