"""The C API of befriend. Private: use the package befriend."""

from typing import Annotated

import numpy
from numpy.typing import NDArray


def version() -> str:
    """The version of the library."""

def shape_of(capsule: object) -> tuple[list[str], int]:
    """The names of the columns of an Arrow stream, and how many rows it has."""

def columns_of(capsule: object) -> tuple[list[str], list[list[object]]]:
    """
    The names of the columns of an Arrow stream, and a list of Python values for each.
    """

def stream_of(names: list[str], kinds: list[str], columns: list[list[object]]) -> object:
    """
    A PyCapsule with an Arrow stream of one batch. Kinds: utf8, int32, int64, float64, bool, date32, list (of utf8); None is null.
    """

TOML: int = 1

COMMENTED_TOML: int = 2

JSON: int = 3

class Policy:
    """A policy of the C library."""

    def __init__(self, text: bytes) -> None:
        """Reads TOML, or JSON that begins with '{'."""

    def text(self, form: int) -> str:
        """The policy as text: TOML, COMMENTED_TOML or JSON."""

PROPOSALS: int = 11

WAITING: int = 12

UNUSED: int = 13

REASONS: int = 14

ALTERNATIVES: int = 15

CANDIDATES: int = 16

PROPOSAL: int = 1

CERTIFICATE: int = 2

RUN_RECORD: int = 3

REPORT_HTML: int = 1

REPORT_TEXT: int = 2

class Proposal:
    """A proposal of the C library."""

    def json(self, part: int) -> str:
        """PROPOSAL, CERTIFICATE or RUN_RECORD as JSON."""

    def report(self, form: int) -> str:
        """REPORT_HTML or REPORT_TEXT."""

    def explain(self, child_id: str, volunteer_id: str | None) -> str:
        """All about a child or a pair as JSON."""

    def arrow(self, table: int) -> object:
        """The table as a PyCapsule with an Arrow stream."""

CHILDREN: int = 1

VOLUNTEERS: int = 2

COORDINATORS: int = 3

EXISTING: int = 4

PINS: int = 5

BLOCKS: int = 6

EARLIER: int = 7

class Round:
    """A round of the C library; one thread at a time."""

    def __init__(self, policy: Policy) -> None: ...

    def add_json(self, table: int, json: bytes) -> None: ...

    def add_arrow(self, table: int, capsule: object) -> None: ...

    def set_text(self, key: str, text: bytes) -> None: ...

    def set_int(self, key: str, value: int) -> None: ...

    def check(self) -> str:
        """The warnings as JSON, or an empty text; raises the errors."""

    def propose(self, progress: object | None) -> Proposal:
        """Calls progress(phase, done, total)."""

    def policy(self) -> Policy: ...

    def json(self, table: int) -> str: ...

    def arrow(self, table: int) -> object:
        """The table as a PyCapsule with an Arrow stream."""

def invent(preset: str, seed: int, children: int, volunteers: int) -> Round:
    """An invented round; -1 is the preset's own number."""

def presets() -> list[str]:
    """The names that `invent` knows."""

def schema(table: int) -> str:
    """The JSON Schema of a table; 0 is the policy."""

OPTIMAL: int = 0

INFEASIBLE: int = 1

class Problem:
    """An assignment problem of the C library; one thread at a time."""

    def __init__(self, rows: int, columns: int) -> None: ...

    def add_pairs(self, row: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], column: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)], weight: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> None: ...

    def add_matrix(self, weight: Annotated[NDArray[numpy.int64], dict(shape=(None, None), device='cpu', writable=False)], allowed: Annotated[NDArray[numpy.uint8], dict(shape=(None, None), order='C', device='cpu', writable=False)] | None) -> None: ...

    def set_array(self, key: str, values: Annotated[NDArray[numpy.int64], dict(shape=(None,), order='C', device='cpu', writable=False)]) -> None: ...

    def set_text(self, key: str, text: str) -> None: ...

    def set_int(self, key: str, value: int) -> None: ...

    def solve(self, progress: object | None) -> Solution:
        """Calls progress(phase, done, total)."""

class Solution:
    """A solution of the C library."""

    def number(self, key: str) -> int: ...

    def numbers(self, key: str) -> Annotated[NDArray[numpy.int64], dict(shape=(None,))]: ...
