"""What is compared: the instances with the numbers they are made from, and the solvers with their commands."""

import dataclasses
import enum
import pathlib
import sys

WORKERS = pathlib.Path(__file__).with_name("workers")


class Size(enum.IntEnum):
    """The smallest run that an instance is part of."""

    QUICK = 0  # a minute or two
    DEFAULT = 1  # about a quarter of an hour
    ALL = 2  # an hour or more


@dataclasses.dataclass(frozen=True)
class Instance:
    """One instance, that `generate_instance FAMILY FILE NAME=NUMBER...` makes."""

    name: str
    group: str
    family: str
    size: Size
    numbers: dict[str, float]


Region = dict[str, float]


def domain(
    name: str, children: int, volunteers: int, region: Region, size: Size = Size.DEFAULT, **numbers: float
) -> Instance:
    """Children and volunteers of a region: most pairs, then the best total score."""
    group = "capacities" if "most_capacity" in numbers else "domain"
    people = {"children": children, "volunteers": volunteers}
    return Instance(name, group, "domain", size, people | region | numbers)


def sparse(name: str, columns: int, degree: int, **numbers: float) -> Instance:
    """100,000 rows with random costs to a million on `degree` columns each."""
    group = "sparse" if "perfect" in numbers else "rectangular"
    sizes = {"rows": 100_000, "columns": columns, "degree": degree, "highest": 1_000_000, "seed": 7}
    return Instance(name, group, "sparse", Size.DEFAULT, {**sizes, **numbers})


def square(letter: str, group: str, family: str, sides: dict[int, Size], **numbers: float) -> list[Instance]:
    """Full matrices of several sizes."""
    return [Instance(f"{letter}{side}", group, family, size, {"size": side, **numbers}) for side, size in sides.items()]


# Kilometres; all children in care of England are 75,400.
COUNCIL: Region = {"authorities": 1, "radius": 20, "spread": 6, "width": 30, "height": 30}
NATIONAL: Region = {"authorities": 12, "radius": 25, "spread": 8, "width": 90, "height": 90, "imbalance": 0.5}
ENGLAND: Region = {"authorities": 152, "radius": 20, "spread": 9, "width": 380, "height": 500, "imbalance": 0.5}
TWO_SIDES = {1000: Size.QUICK, 3000: Size.DEFAULT}
THREE_SIDES = TWO_SIDES | {5000: Size.DEFAULT}
ADVERSARIAL = ("layered", "constant-weight", "geometric", "one-column", "all-ties", "duplicate-rows")

INSTANCES = [
    domain("council", 80, 60, COUNCIL, Size.QUICK, seed=11),
    domain("council_r", 60, 80, COUNCIL, Size.QUICK, seed=12),
    domain("waiting", 1202, 1500, NATIONAL, Size.QUICK, seed=13),
    domain("eng20k", 20_000, 16_000, ENGLAND, Size.QUICK, degree=30, seed=19),
    domain("eng50", 75_400, 60_000, ENGLAND, degree=50, seed=14),
    domain("eng50v", 60_000, 75_400, ENGLAND, degree=50, seed=15),
    domain("eng50c", 75_400, 60_000, ENGLAND, degree=50, seed=14, most_capacity=3),
    domain("eng50full", 75_400, 60_000, ENGLAND, Size.ALL, seed=14),
    domain("eng300", 75_400, 60_000, ENGLAND, Size.ALL, radius=30, degree=300, seed=16),
    domain("mil30", 1_000_000, 1_000_000, ENGLAND, Size.ALL, radius=5, imbalance=0.3, degree=30, seed=18),
    sparse("s16", 100_000, 16, perfect=1),
    sparse("s64", 100_000, 64, perfect=1),
    sparse("r16", 105_000, 16),
    sparse("r16b", 101_000, 16),
    *square("d", "dense", "dense", THREE_SIDES | {10_000: Size.ALL}, highest=1_000_000, seed=7),
    *square("t", "ties", "dense", THREE_SIDES, highest=100, seed=7),
    *square("g", "euclidean", "euclidean", TWO_SIDES, seed=7),
    *square("m", "machol-wien", "machol-wien", TWO_SIDES),
    # Families on which some solver is known to be slow, of the size of s16.
    *(
        Instance(family, "adversarial", family, Size.DEFAULT, {"rows": 100_000, "degree": 16, "seed": 7})
        for family in ADVERSARIAL
    ),
]


class Role(enum.Enum):
    """What a solver's time is for."""

    OURS = "ours"
    PEER = "peer"  # the best of those that are right is what we are compared with
    CHECK = "check"  # says what the optimum is, in its own time


@dataclasses.dataclass(frozen=True)
class Solver:
    """One solver: its worker is run as `COMMAND FILE`, a process of its own."""

    name: str
    role: Role
    command: tuple[str, ...]
    most_edges: int = 0  # of an instance that it is asked; 0 is any


def solvers(built: pathlib.Path, python: str = sys.executable) -> list[Solver]:
    """The solvers; the first is the one that all are compared with.

    `built` is the folder with the workers in C++. They are built for this machine, but for befriend as it is shipped.
    """

    def worker(name: str, role: Role, program: str, solver: str, most_edges: int = 0) -> Solver:
        start = (python, str(WORKERS / program)) if program.endswith(".py") else (str(built / program),)
        return Solver(name, role, (*start, solver), most_edges)

    return [
        worker("befriend", Role.OURS, "befriend_worker", "any-best"),
        worker("befriend with ties", Role.OURS, "befriend_worker", "ties"),
        worker("befriend portable", Role.OURS, "befriend_portable_worker", "any-best"),
        worker("LEMON network simplex", Role.PEER, "lemon_worker", "network-simplex"),
        worker("LEMON cost scaling", Role.PEER, "lemon_worker", "cost-scaling"),
        worker("Boost.Graph shortest paths", Role.PEER, "boost_worker", "successive-shortest-paths", 200_000),
        worker("Boost.Graph cycle cancelling", Role.PEER, "boost_worker", "cycle-canceling", 200_000),
        worker("Boost.Graph weighted matching", Role.PEER, "boost_worker", "weighted-matching", 200_000),
        worker("SciPy dense", Role.PEER, "scipy_worker.py", "dense"),
        worker("SciPy sparse", Role.PEER, "scipy_worker.py", "sparse"),
        worker("lapx lapjv", Role.PEER, "lapx_worker.py", "lapjv"),
        worker("lapx lapjvr", Role.PEER, "lapx_worker.py", "lapjvr"),
        worker("OR-Tools linear assignment", Role.PEER, "ortools_worker.py", "linear-assignment"),
        worker("OR-Tools min-cost flow", Role.PEER, "ortools_worker.py", "min-cost-flow"),
        worker("HiGHS", Role.CHECK, "highs_worker.py", "linear-programming", 200_000),
    ]
