"""What can go wrong: one class for each group of codes of the C API."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from befriend._table import Table

_SHOWN = 10  # faults in the text of an exception; `faults` has all

_FAULT_COLUMNS = {
    "code": "utf8",
    "severity": "utf8",
    "table": "utf8",
    "record": "int64",
    "field": "utf8",
    "rule": "utf8",
    "line": "int64",
    "column": "int64",
    "other_table": "utf8",
    "other_record": "int64",
}

_TEXTS = ("policy", "vocabulary")  # the only inputs whose lines the caller has seen


class BefriendError(Exception):
    """Anything that befriend refuses or cannot do.

    `code` is the code of the first fault, for instance "E_RANGE"; `faults` is a table of all of them. No message
    holds a value of the input: faults name the table, the record (counted from 0), the field and the rule.
    """

    def __init__(self, message: str, code: str = "", records: Sequence[dict[str, Any]] = ()) -> None:
        super().__init__(message, code, tuple(records))
        self.code = code

    def __str__(self) -> str:
        return str(self.args[0])

    @property
    def faults(self) -> Table:
        """Every fault, in the order of the input: code, severity ("error" or "warning"), table, record, field, rule,
        line and column (of a policy's text), other_table and other_record (of the record that it clashes with)."""
        return fault_table(self.args[2])


class UsageError(BefriendError, ValueError):
    """A call that no input can make right, or not now: E_ARG, E_STATE, E_VERSION."""


class InputError(BefriendError, ValueError):
    """An input that is refused, with every fault of every table."""


class PolicyError(InputError):
    """A policy that is refused: every fault of its text, or values that do not go together (E_POLICY)."""


class ConflictError(InputError):
    """Pins and blocks that cannot all hold: E_CONFLICT."""


class LimitError(BefriendError):
    """Too long, too deep, or more memory than `max_bytes`: E_LIMIT, E_OVERFLOW."""


class TimeLimitError(LimitError):
    """Stopped by `time_limit`: E_TIME. The message has a bound on the best, as far as it is known."""


class CancelledError(BefriendError):
    """Stopped because a progress function returned False: E_CANCELLED."""


class SolverError(BefriendError):
    """A mistake of befriend's own: E_CERTIFICATE, E_INTERNAL. Please report it."""


# The numbers of befriend.h, from 1. E_MEMORY is Python's own MemoryError; files are the tool's, never the library's.
_CLASSES: dict[str, type[Exception]] = {
    "E_ARG": UsageError,
    "E_STATE": UsageError,
    "E_VERSION": UsageError,
    "E_ENCODING": InputError,
    "E_PARSE": InputError,
    "E_SCHEMA": InputError,
    "E_NUMBER": InputError,
    "E_RANGE": InputError,
    "E_DATE": InputError,
    "E_DUPLICATE": InputError,
    "E_UNKNOWN_ID": InputError,
    "E_CONFLICT": ConflictError,
    "E_POLICY": PolicyError,
    "E_LIMIT": LimitError,
    "E_OVERFLOW": LimitError,
    "E_IO": BefriendError,
    "E_EXISTS": BefriendError,
    "E_MEMORY": MemoryError,
    "E_CANCELLED": CancelledError,
    "E_TIME": TimeLimitError,
    "E_CERTIFICATE": SolverError,
    "E_INTERNAL": SolverError,
    "E_UNSUPPORTED": InputError,
}
_CODES = tuple(_CLASSES)


def records_of(faults_json: str) -> list[dict[str, Any]]:
    """The faults that the C API writes as JSON, as records of the fault table."""
    if not faults_json:
        return []
    return [_record(fault) for fault in json.loads(faults_json)["faults"]]


def _record(fault: dict[str, Any]) -> dict[str, Any]:
    record = {name: fault.get(name) for name in _FAULT_COLUMNS}
    record["severity"] = "warning" if fault["code"].startswith("W_") else "error"
    if "argument" in fault:  # of the call, not of a table
        record["field"], record["record"] = fault["argument"], fault.get("position")
    if record["table"] not in _TEXTS:
        record["line"] = record["column"] = None
    return record


def fault_table(records: Sequence[dict[str, Any]]) -> Table:
    """A table of faults."""
    from befriend._table import Table

    columns = {name: [record[name] for record in records] for name in _FAULT_COLUMNS}
    return Table._built("faults", _FAULT_COLUMNS, columns)


def _message(lines: Sequence[str]) -> str:
    shown = list(lines[:_SHOWN])
    if len(lines) > _SHOWN:
        shown.append(f"and {len(lines) - _SHOWN} more; `faults` has all")
    return "\n".join(shown)


def failure(status: int, lines: Sequence[str], faults_json: str) -> Exception:
    """The exception for a status of the C API. Called by befriend._core."""
    code = _CODES[status - 1] if 0 < status <= len(_CODES) else "E_INTERNAL"
    records = records_of(faults_json)
    kind = _CLASSES[code]
    errors = [record for record in records if record["severity"] == "error"]
    if kind is InputError and errors and all(record["table"] in _TEXTS for record in errors):
        kind = PolicyError
    return kind(_message(lines) or code, code, records)


def refused(code: str, field: str, rule: str, position: int | None = None) -> Exception:
    """The same for an argument that is refused before the C API is called."""
    place = field if position is None else f"{field}[{position}]"
    fault = dict.fromkeys(_FAULT_COLUMNS) | {
        "code": code,
        "severity": "error",
        "record": position,
        "field": field,
        "rule": rule,
    }
    return _CLASSES[code](f"{code} {place}: {rule}", code, [fault])
