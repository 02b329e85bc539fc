"""A solver's worker: a process that has loaded one instance and solves it when asked."""

import dataclasses
import enum
import json
import os
import pathlib
import select
import subprocess
import tempfile
import time

from catalogue import Solver

# One thread each, and none of them waiting for another by spinning.
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


class Outcome(enum.Enum):
    """What came of asking a solver."""

    SOLVED = "solved"
    CANNOT = "cannot"  # it says that it cannot do such an instance
    STOPPED = "stopped"  # it took longer than it was given
    INVALID = "invalid"  # its pairs are none of the instance, or it failed
    ABSENT = "absent"  # it is not installed
    NOT_ASKED = "not asked"  # the instance is larger than it is asked


@dataclasses.dataclass(frozen=True)
class Answer:
    """One answer. The numbers are those of a solved instance; the seconds of one that was stopped are its limit."""

    outcome: Outcome
    reason: str = ""
    seconds: float = 0
    matched: int = 0
    total: int = 0
    memory_mib: float = 0


class Worker:
    """The process of one solver on one instance. Leave it as a context: it then ends, whatever it is doing."""

    def __init__(self, solver: Solver, instance: pathlib.Path, edges: int) -> None:
        self.solver = solver
        self.version = ""
        self._only_answer: Answer | None = None  # if there is no process to ask
        self._unread = b""
        self._errors = tempfile.TemporaryFile()
        self._process: subprocess.Popen[bytes] | None = None
        if solver.most_edges and edges > solver.most_edges:
            self._only_answer = Answer(Outcome.NOT_ASKED, f"above {solver.most_edges:,} edges")
        else:
            self._start([*solver.command, str(instance)])

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
        self._errors.close()

    def ask(self, limit: float) -> Answer:
        """Solves the instance once. After `limit` seconds the process is ended, and cannot be asked again."""
        if self._only_answer:
            return self._only_answer
        assert self._process and self._process.stdin
        self._process.stdin.write(b"solve\n")
        self._process.stdin.flush()
        line = self._read_line(limit)
        if line is None:
            self._process.kill()
            return Answer(Outcome.STOPPED, f"after {limit:,.3g} s", seconds=limit)
        if not line:
            return Answer(Outcome.INVALID, self._last_words())
        said = json.loads(line)
        for outcome in (Outcome.CANNOT, Outcome.INVALID):
            if outcome.value in said:
                return Answer(outcome, said[outcome.value])
        return Answer(Outcome.SOLVED, **said)

    def _start(self, command: list[str]) -> None:
        """Starts the process and waits until it has loaded the instance."""
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=os.environ | ENVIRONMENT,
            )
        except FileNotFoundError as error:
            self._only_answer = Answer(Outcome.ABSENT, f"{pathlib.Path(error.filename).name} was not built")
            return
        first = self._read_line(None)
        if first:
            self.version = json.loads(first)["version"]
        else:
            self._only_answer = Answer(Outcome.ABSENT, self._last_words())

    def _read_line(self, limit: float | None) -> bytes | None:
        """The next line; empty if the process has ended, None if it took longer than `limit` seconds."""
        assert self._process and self._process.stdout
        output = self._process.stdout.fileno()
        end = None if limit is None else time.monotonic() + limit
        while b"\n" not in self._unread:
            if end is not None and not select.select([output], [], [], max(0.0, end - time.monotonic()))[0]:
                return None
            read = os.read(output, 65536)
            if not read:
                return b""
            self._unread += read
        line, _, self._unread = self._unread.partition(b"\n")
        return line

    def _last_words(self) -> str:
        """What a process that has ended left behind: the last line of its errors, else its status."""
        assert self._process
        status = self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"ended with status {status}"
