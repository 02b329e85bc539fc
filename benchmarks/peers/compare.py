"""Compares befriend's engine with other exact solvers; benchmarks/peers/run prepares everything and calls this.

Example: `benchmarks/peers/run eng20k sparse --solvers LEMON SciPy` takes the instance eng20k and the group sparse.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

import report
from catalogue import INSTANCES, Instance, Role, Size, Solver, solvers
from comparison import Comparison, wrong_solvers
from measure import measure
from worker import Outcome
from workers import instance as instance_file

MOST_SECONDS = {Size.QUICK: 10.0, Size.DEFAULT: 60.0, Size.ALL: 1800.0}
RESULTS = pathlib.Path(__file__).parent.with_name("results")


def arguments() -> argparse.Namespace:
    """What the user asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help="an instance or a group; default: what its size says")
    parser.add_argument("--quick", dest="size", action="store_const", const=Size.QUICK, help="small instances only")
    parser.add_argument("--all", dest="size", action="store_const", const=Size.ALL, help="the largest ones too")
    parser.add_argument(
        "--solvers", nargs="+", metavar="START", help="only solvers whose names start so; befriend always"
    )
    parser.add_argument(
        "--limit", type=float, metavar="S", help="most seconds a peer is given; 60, --quick 10, --all 1800"
    )
    parser.add_argument("--list", action="store_true", help="print the instances and stop")
    parser.add_argument("--built", type=pathlib.Path, required=True, help="folder of the workers in C++")
    parser.add_argument("--results", type=pathlib.Path, default=RESULTS, help="folder of what is written")
    parser.set_defaults(size=Size.DEFAULT)
    return parser.parse_args()


def chosen_instances(names: list[str], size: Size) -> list[Instance]:
    """Those named, or all up to a size. Ends the program for a name that is none."""
    known = {name for instance in INSTANCES for name in (instance.name, instance.group)}
    if unknown := set(names) - known:
        sys.exit(f"no instance or group is called {', '.join(sorted(unknown))}; --list prints them")
    if names:
        return [instance for instance in INSTANCES if instance.name in names or instance.group in names]
    return [instance for instance in INSTANCES if instance.size <= size]


def chosen_solvers(everyone: list[Solver], starts: list[str] | None) -> list[Solver]:
    """Ours, and those whose names start with one of `starts`."""
    return [
        solver
        for solver in everyone
        if starts is None or solver.role == Role.OURS or solver.name.startswith(tuple(starts))
    ]


def generate(instance: Instance, generator: pathlib.Path, file: pathlib.Path) -> None:
    """Makes the file of an instance."""
    numbers = [f"{name}={number}" for name, number in instance.numbers.items()]
    subprocess.run([generator, instance.family, file, *numbers], check=True)


def compare(instance: Instance, everyone: list[Solver], generator: pathlib.Path, most: float) -> Comparison:
    """Makes one instance, measures everyone on it, and forgets it."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "instance"
        generate(instance, generator, file)
        facts = instance_file.load(str(file))
        measurements = measure(everyone, file, facts.edges, most)
    return Comparison(instance, facts.rows, facts.columns, facts.edges, facts.maximise, measurements)


def progress(comparison: Comparison) -> str:
    """One line while the others are still running."""
    solved = [one for one in comparison.measurements if one.outcome == Outcome.SOLVED]
    figures = ", ".join(f"{one.solver.name} {report.duration(one.seconds)}" for one in solved)
    return f"{comparison.instance.name}: {figures}"


def write(comparisons: list[Comparison], folder: pathlib.Path) -> list[pathlib.Path]:
    """The table, its figures as CSV, and the plots if there is a library that draws; the files."""
    folder.mkdir(exist_ok=True)
    table, page = folder / "peers.csv", folder / "peers.md"
    report.write_csv(comparisons, table)
    page.write_text(report.markdown(comparisons), encoding="utf-8")
    try:
        from plots import draw
    except ModuleNotFoundError:
        return [table, page]
    drawn = draw(table, "seconds", "seconds", folder / "peers-time")
    return [table, page, *drawn, *draw(table, "memory_mib", "MiB beyond the instance", folder / "peers-memory")]


def main() -> int:
    """Measures, prints and writes. 1 if befriend was wrong or did not solve an instance."""
    asked = arguments()
    instances = chosen_instances(asked.names, asked.size)
    if asked.list:
        for instance in instances:
            print(f"{instance.name:16} {instance.group:12} {instance.size.name.lower()}")
        return 0
    everyone = chosen_solvers(solvers(asked.built), asked.solvers)
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # for the workers too: one solves while the others wait
    most = asked.limit or MOST_SECONDS[asked.size]
    comparisons = []
    for instance in instances:
        comparisons.append(compare(instance, everyone, asked.built / "generate_instance", most))
        print(progress(comparisons[-1]), file=sys.stderr, flush=True)
    files = write(comparisons, asked.results)
    print(report.markdown(comparisons))
    print("Written to", ", ".join(os.path.relpath(file) for file in files))
    ours = {solver.name for solver in everyone if solver.role == Role.OURS}
    solved = all(comparison.ours.outcome == Outcome.SOLVED for comparison in comparisons)
    return 0 if solved and not ours & set(wrong_solvers(comparisons)) else 1


if __name__ == "__main__":
    sys.exit(main())
