"""Measures all solvers on one instance, in turn, so that a slow minute of the machine is slow for all."""

import contextlib
import dataclasses
import pathlib
import statistics

from catalogue import Role, Solver
from worker import Answer, Outcome, Worker

STOPPED_AT = 100  # times our time
LEAST_LIMIT = 3.0  # seconds: nobody is stopped before
CHECK_LIMIT = 60.0  # seconds, for a solver that only checks
OUR_LIMIT = 600.0  # seconds


@dataclasses.dataclass
class Measurement:
    """What one solver did on one instance."""

    solver: Solver
    version: str
    answers: list[Answer] = dataclasses.field(default_factory=list)

    @property
    def outcome(self) -> Outcome:
        """Solved only if every run was."""
        return next((answer.outcome for answer in self.answers if answer.outcome != Outcome.SOLVED), Outcome.SOLVED)

    @property
    def reason(self) -> str:
        """Why it did not solve."""
        return next((answer.reason for answer in self.answers if answer.outcome != Outcome.SOLVED), "")

    @property
    def timed(self) -> list[Answer]:
        """The runs that count: without the first, unless it is so long that it is the only one."""
        return self.answers[1:] or self.answers

    @property
    def seconds(self) -> float:
        """The median."""
        return statistics.median(answer.seconds for answer in self.timed)

    @property
    def memory_mib(self) -> float:
        """The peak of any run: later ones find memory that the first has left them."""
        return max(answer.memory_mib for answer in self.answers)

    @property
    def values(self) -> set[tuple[int, int]]:
        """The pairs and totals that were found; one, if it is the same at every run."""
        return {(answer.matched, answer.total) for answer in self.answers if answer.outcome == Outcome.SOLVED}

    def wants_more(self) -> bool:
        """One run if the first took above 10 s or only checks; else, after it, 3 above 2 s and 5 below."""
        if self.outcome != Outcome.SOLVED:
            return False
        first = self.answers[0].seconds
        if first > 10 or self.solver.role == Role.CHECK:
            return False
        return len(self.answers) < 1 + (3 if first > 2 else 5)


def limit_of(solver: Solver, ours: Answer | None, most: float) -> float:
    """How many seconds a solver is given: a peer 100 times ours, but no more than `most`."""
    if solver.role == Role.CHECK:
        return CHECK_LIMIT
    if solver.role == Role.OURS:
        return OUR_LIMIT
    if ours is None or ours.outcome != Outcome.SOLVED:
        return most
    return min(most, max(LEAST_LIMIT, STOPPED_AT * ours.seconds))


def measure(solvers: list[Solver], instance: pathlib.Path, edges: int, most: float) -> list[Measurement]:
    """Asks the solvers in turn, round after round. The first is ours: its first answer sets the others' limit."""
    with contextlib.ExitStack() as stack:
        workers = [stack.enter_context(Worker(solver, instance, edges)) for solver in solvers]
        measurements = [Measurement(worker.solver, worker.version) for worker in workers]
        active = list(zip(workers, measurements, strict=True))
        while active:
            for worker, measurement in active:
                ours = measurements[0].answers[0] if measurements[0].answers else None
                measurement.answers.append(worker.ask(limit_of(worker.solver, ours, most)))
            active = [(worker, measurement) for worker, measurement in active if measurement.wants_more()]
    return measurements
