"""Who is right and how the times compare, once all instances have been measured."""

import dataclasses

from catalogue import Instance, Role
from measure import STOPPED_AT, Measurement
from worker import Outcome


@dataclasses.dataclass
class Comparison:
    """One instance with what every solver did on it; the first is ours."""

    instance: Instance
    rows: int
    columns: int
    edges: int
    maximise: bool
    measurements: list[Measurement]

    @property
    def ours(self) -> Measurement:
        """The one that all are compared with."""
        return self.measurements[0]

    @property
    def optimum(self) -> tuple[int, int] | None:
        """The best pairs and total that anyone has found. Every worker counts pairs that are proved to be there."""
        found = set().union(*(measurement.values for measurement in self.measurements))
        sign = 1 if self.maximise else -1
        return max(found, key=lambda value: (value[0], sign * value[1]), default=None)

    def is_wrong(self, measurement: Measurement) -> bool:
        """True if a run ended with anything but the optimum."""
        wrong_value = any(value != self.optimum for value in measurement.values)
        return measurement.outcome == Outcome.INVALID or wrong_value

    def peers(self, excluded: set[str]) -> list[Measurement]:
        """The peers that may be compared, but for those whose names are `excluded`."""
        return [
            measurement
            for measurement in self.measurements
            if measurement.solver.role == Role.PEER and measurement.solver.name not in excluded
        ]

    def best_peer(self, excluded: set[str]) -> Measurement | None:
        """The fastest peer that solved it."""
        solved = [peer for peer in self.peers(excluded) if peer.outcome == Outcome.SOLVED]
        return min(solved, key=lambda peer: peer.seconds, default=None)

    def at_least(self, stopped: Measurement) -> str:
        """How many times our time a solver took at least that was stopped."""
        return f"> {min(STOPPED_AT, int(stopped.answers[-1].seconds / self.ours.seconds))}"

    def ratio(self, excluded: set[str]) -> str:
        """The best peer's time by ours; what it is at least if all were stopped who could; empty if nobody could."""
        if self.ours.outcome != Outcome.SOLVED or self.is_wrong(self.ours):
            return ""
        best = self.best_peer(excluded)
        if best:
            return f"{best.seconds / self.ours.seconds:.2f}"
        stopped = [peer for peer in self.peers(excluded) if peer.outcome == Outcome.STOPPED]
        return self.at_least(stopped[0]) if stopped else ""


def wrong_solvers(comparisons: list[Comparison]) -> dict[str, list[str]]:
    """The instances on which each solver was wrong. Such a solver is no peer anywhere in the run."""
    wrong: dict[str, list[str]] = {}
    for comparison in comparisons:
        for measurement in comparison.measurements:
            if comparison.is_wrong(measurement):
                wrong.setdefault(measurement.solver.name, []).append(comparison.instance.name)
    return wrong
