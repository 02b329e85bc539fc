"""The comparison as tables in Markdown and as lines of CSV."""

import csv
import pathlib
import platform
from collections.abc import Callable, Iterable, Sequence

from comparison import Comparison, wrong_solvers
from measure import Measurement
from worker import Outcome

FIELDS = (
    "instance", "group", "rows", "columns", "edges", "solver", "version", "outcome", "seconds", "runs",
    "times_ours", "memory_mib", "matched", "total", "note",
)  # fmt: skip


def processor() -> str:
    """The processor's name."""
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def duration(seconds: float) -> str:
    """Three digits in the unit that fits."""
    for unit, size in (("s", 1), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:,.3g} {unit}" if seconds < 1000 * size else f"{seconds / size:,.0f} {unit}"
    return f"{seconds * 1e6:,.0f} µs"


def time(measurement: Measurement) -> str:
    """The median time."""
    return duration(measurement.seconds)


def memory(measurement: Measurement) -> str:
    """The peak beyond the instance, in MiB."""
    return f"{measurement.memory_mib:,.0f}" if measurement.memory_mib >= 10 else f"{measurement.memory_mib:.1f}"


def cell(comparison: Comparison, measurement: Measurement, shown: Callable[[Measurement], str]) -> str:
    """One solver's figure on one instance, or why there is none."""
    if comparison.is_wrong(measurement):
        return "**wrong**"
    if measurement.outcome == Outcome.SOLVED:
        return shown(measurement)
    if measurement.outcome == Outcome.STOPPED and shown is time and comparison.ours.outcome == Outcome.SOLVED:
        return comparison.at_least(measurement)
    return str(measurement.outcome.value)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Markdown; the first column of words, the others of numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def summary(comparisons: list[Comparison]) -> str:
    """A line an instance: ours against the best peer."""
    excluded = set(wrong_solvers(comparisons))
    rows = []
    for comparison in comparisons:
        best, ours = comparison.best_peer(excluded), comparison.ours
        rows.append([
            comparison.instance.name,
            f"{comparison.rows:,} x {comparison.columns:,}",
            f"{comparison.edges:,}",
            cell(comparison, ours, time),
            duration(best.seconds) if best else "-",
            comparison.ratio(excluded) or "-",
            cell(comparison, ours, memory),
            memory(best) if best else "-",
            best.solver.name if best else "-",
        ])  # fmt: skip
    head = (
        "instance",
        "rows x columns",
        "edges",
        "befriend",
        "best peer",
        "ratio",
        "MiB",
        "its MiB",
        "best peer's name",
    )
    return table(head, rows)


def everyone(comparisons: list[Comparison], title: str, shown: Callable[[Measurement], str]) -> str:
    """A line a solver, a column an instance."""
    rows = [
        [one.solver.name, *(cell(comparison, comparison.measurements[at], shown) for comparison in comparisons)]
        for at, one in enumerate(comparisons[0].measurements)
    ]
    return table([title, *(comparison.instance.name for comparison in comparisons)], rows)


def notes(comparisons: list[Comparison]) -> str:
    """Who was wrong, who could not and why, who is absent, and every version."""
    lines = [
        f"- wrong, so no peer anywhere: {name} on {', '.join(on)}" for name, on in wrong_solvers(comparisons).items()
    ]
    reasons: dict[tuple[str, str, str], list[str]] = {}
    versions: dict[str, str] = {}
    for comparison in comparisons:
        for measurement in comparison.measurements:
            name = measurement.solver.name
            versions[name] = measurement.version or versions.get(name, "")
            if measurement.outcome not in (Outcome.SOLVED, Outcome.STOPPED):
                key = name, measurement.outcome.value, measurement.reason
                reasons.setdefault(key, []).append(comparison.instance.name)
    lines += [
        f"- {outcome}: {name}, {reason}" + (f" ({', '.join(on)})" if outcome != Outcome.ABSENT.value else "")
        for (name, outcome, reason), on in reasons.items()
    ]
    known = [f"{name} {version}" for name, version in versions.items() if version]
    return "\n".join([*lines, f"- versions: {', '.join(known)}", f"- processor: {processor()}, one core"])


def markdown(comparisons: list[Comparison]) -> str:
    """All of it: a summary, the time and the memory of everyone, and notes."""
    tables = (
        everyone(comparisons, "time; > is times ours", time),
        everyone(comparisons, "MiB beyond the instance", memory),
    )
    return "\n\n".join([summary(comparisons), *tables, notes(comparisons)]) + "\n"


def record(comparison: Comparison, measurement: Measurement) -> list[object]:
    """One line of the CSV."""
    wrong = comparison.is_wrong(measurement)
    line: list[object] = [
        comparison.instance.name, comparison.instance.group, comparison.rows, comparison.columns, comparison.edges,
        measurement.solver.name, measurement.version, "wrong" if wrong else measurement.outcome.value,
    ]  # fmt: skip
    if measurement.outcome != Outcome.SOLVED:
        return [*line, "", "", "", "", "", "", measurement.reason]
    ours = comparison.ours
    times_ours = f"{measurement.seconds / ours.seconds:.3f}" if ours.outcome == Outcome.SOLVED else ""
    last = measurement.answers[-1]
    return [
        *line, f"{measurement.seconds:.6g}", len(measurement.timed), times_ours, f"{measurement.memory_mib:.1f}",
        last.matched, last.total, "",
    ]  # fmt: skip


def write_csv(comparisons: list[Comparison], path: pathlib.Path) -> None:
    """A line an instance and solver."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        for comparison in comparisons:
            writer.writerows(record(comparison, measurement) for measurement in comparison.measurements)
