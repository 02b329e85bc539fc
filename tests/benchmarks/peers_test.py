"""The harness of benchmarks/peers finds who is wrong and who is slow, makes the same instances everywhere, and all
solvers that are installed agree on small ones.

BEFRIEND_PEERS is the folder of the built workers; BEFRIEND_PYTHON_TESTS, if it is there, has an environment with some
of PyPI's solvers.
"""

import contextlib
import dataclasses
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

HERE = pathlib.Path(__file__).parent
BUILT = pathlib.Path(os.environ["BEFRIEND_PEERS"])
sys.path.append(str(HERE.parents[1] / "benchmarks" / "peers"))

import measure
import report
from catalogue import INSTANCES, Instance, Role, Size, Solver, solvers
from comparison import Comparison, wrong_solvers
from measure import Measurement
from worker import Answer, Outcome
from workers import instance as instance_file

REGION = "authorities=3 radius=20 spread=6 width=40 height=40 imbalance=0.5"
# Digests of small instances: another number means another instance, with which old results do not compare.
DIGESTS = {
    f"domain children=40 volunteers=30 {REGION} seed=1": "dfd93f7af5e59083",
    f"domain children=40 volunteers=30 {REGION} seed=1 degree=5 most_capacity=3": "7dfb3c459afcbea9",
    "sparse rows=30 columns=30 degree=4 highest=1000 seed=1 perfect=1": "e77d0b046c54b4bc",
    "sparse rows=30 columns=33 degree=4 highest=1000 seed=1": "74c7e1af1a8aa8b8",
    "dense size=12 highest=1000 seed=1": "bdfe363156eb2fb6",
    "euclidean size=12 seed=1": "85e599cc5a741c90",
    "machol-wien size=12": "f841944d35f2f494",
    "layered rows=30 degree=6 seed=1": "09cdc760abcde713",
    "constant-weight rows=30 degree=4 seed=1": "1993ebc7749887b0",
    "geometric rows=30 degree=4 seed=1": "a3192a03ea9e7191",
    "one-column rows=30 degree=4 seed=1": "cc411dace4eb6ae6",
    "all-ties rows=30 degree=4 seed=1": "dc66424d8ae1e714",
    "duplicate-rows rows=30 degree=6 seed=1": "ff0c2b635c8e3837",
}
# What the study found that the instances come from: rows, columns, edges.
SIZES = {"council": (80, 60, 1_240), "waiting": (1_202, 1_500, 144_165), "eng20k": (20_000, 16_000, 577_140)}


@contextlib.contextmanager
def made(recipe: str):
    """The file of a small instance, by family and numbers."""
    family, *numbers = recipe.split()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "instance"
        subprocess.run([BUILT / "generate_instance", family, file, *numbers], check=True)
        yield file


def python_with_solvers() -> str:
    """The interpreter of the environment with solvers, else this one."""
    environments = pathlib.Path(os.environ.get("BEFRIEND_PYTHON_TESTS", "/")).glob("*/venv/bin/python")
    return next((str(python) for python in sorted(environments)), sys.executable)


def fake(name: str) -> Solver:
    """A worker that does not do what it should."""
    return Solver(name, Role.PEER, (sys.executable, str(HERE / "fake_worker.py"), name))


def compared(recipe: str, others: list[Solver], name: str = "small") -> Comparison:
    """Befriend against others on a small instance; the slow are stopped soon."""
    with made(recipe) as file, mock.patch.object(measure, "LEAST_LIMIT", 1.0):
        facts = instance_file.load(str(file))
        measurements = measure.measure([solvers(BUILT)[0], *others], file, facts.edges, 60)
    instance = Instance(name, "small", recipe.split()[0], Size.QUICK, {})
    return Comparison(instance, facts.rows, facts.columns, facts.edges, facts.maximise, measurements)


def measurement(name: str, *seconds: float, outcome: Outcome = Outcome.SOLVED) -> Measurement:
    """Answers as if a solver had taken so long."""
    answers = [Answer(outcome, seconds=one, matched=3, total=7, memory_mib=one) for one in seconds]
    role = Role.OURS if name == "befriend" else Role.PEER
    return Measurement(Solver(name, role, ()), "1", answers)


def comparison_of(*measurements: Measurement) -> Comparison:
    """As if these had been measured, the first ours."""
    return Comparison(Instance("made-up", "small", "dense", Size.QUICK, {}), 3, 3, 9, False, list(measurements))


class Instances(unittest.TestCase):
    def test_each_family_is_the_same_bytes_on_every_machine(self):
        for recipe, digest in DIGESTS.items():
            with self.subTest(recipe), made(recipe) as file:
                self.assertEqual(hashlib.sha256(file.read_bytes()).hexdigest()[:16], digest)

    def test_every_family_of_the_catalogue_has_a_digest(self):
        self.assertLessEqual({instance.family for instance in INSTANCES}, {recipe.split()[0] for recipe in DIGESTS})

    def test_they_have_the_sizes_of_the_study(self):
        for instance in INSTANCES:
            if instance.name in SIZES:
                numbers = " ".join(f"{name}={number}" for name, number in instance.numbers.items())
                with self.subTest(instance.name), made(f"{instance.family} {numbers}") as file:
                    facts = instance_file.load(str(file))
                    self.assertEqual((facts.rows, facts.columns, facts.edges), SIZES[instance.name])

    def test_a_number_too_many_or_too_few_is_refused(self):
        for recipe in ("machol-wien size=3 seed=1", "machol-wien", "machol-wien size=x", "no-such-family"):
            with self.subTest(recipe), self.assertRaises(subprocess.CalledProcessError), made(recipe):
                pass

    def test_another_file_is_refused(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"not an instance" * 100)
            file.flush()
            with self.assertRaises(ValueError):
                instance_file.load(file.name)


class Judging(unittest.TestCase):
    recipe = "sparse rows=30 columns=33 degree=4 highest=1000 seed=1"

    def test_a_worse_total_is_wrong_and_no_peer_anywhere(self):
        first = compared(self.recipe, [fake("greedy")], "first")
        second = compared("machol-wien size=1", [fake("greedy")], "second")  # where it is right
        self.assertEqual(wrong_solvers([first, second]), {"greedy": ["first"]})
        self.assertFalse(second.is_wrong(second.measurements[1]))
        self.assertEqual(second.ratio(set()), f"{second.measurements[1].seconds / second.ours.seconds:.2f}")
        self.assertEqual(second.ratio(set(wrong_solvers([first, second]))), "")
        page = report.markdown([first, second])
        self.assertIn("**wrong**", page)
        self.assertIn("wrong, so no peer anywhere: greedy on first", page)

    def test_pairs_that_are_none_are_wrong(self):
        reasons = {
            "twice": "a column above its capacity",
            "elsewhere": "a pair without an edge",
            "dies": "out of patience",
        }
        comparison = compared(self.recipe, [fake(name) for name in reasons])
        for one in comparison.measurements[1:]:
            with self.subTest(one.solver.name):
                self.assertTrue(comparison.is_wrong(one))
                self.assertIn(reasons[one.solver.name], one.reason)

    def test_ours_would_be_found_wrong_too(self):
        ours, better = measurement("befriend", 1.0), measurement("other", 1.0)
        better.answers = [Answer(Outcome.SOLVED, seconds=1.0, matched=3, total=6)]
        comparison = comparison_of(ours, better)
        self.assertTrue(comparison.is_wrong(ours))
        self.assertEqual(comparison.ratio(set()), "")

    def test_who_is_slow_is_stopped_and_shown_above_100(self):
        comparison = compared(self.recipe, [fake("slow")])
        slow = comparison.measurements[1]
        self.assertEqual((slow.outcome, len(slow.answers)), (Outcome.STOPPED, 1))
        self.assertEqual(comparison.ratio(set()), "> 100")
        self.assertIn("| slow | > 100 |", report.markdown([comparison]))
        self.assertEqual(len(comparison.ours.answers), 6)

    def test_who_cannot_or_is_absent_says_so_and_is_not_wrong(self):
        absent = Solver("absent", Role.PEER, ("/nowhere/such_worker",))
        comparison = compared(self.recipe, [fake("refuses"), absent])
        self.assertEqual([one.outcome for one in comparison.measurements[1:]], [Outcome.CANNOT, Outcome.ABSENT])
        self.assertEqual(wrong_solvers([comparison]), {})
        self.assertEqual(comparison.ratio(set()), "")
        page = report.markdown([comparison])
        self.assertIn("cannot: refuses, anything (small)", page)
        self.assertIn("absent: absent, such_worker was not built", page)

    def test_nobody_is_asked_more_than_their_size(self):
        small = dataclasses.replace(fake("slow"), most_edges=10)
        comparison = compared(self.recipe, [small])
        self.assertEqual(comparison.measurements[1].outcome, Outcome.NOT_ASKED)
        self.assertIn("| slow | not asked |", report.markdown([comparison]))

    def test_a_version_is_named_though_the_solver_was_not_asked_last(self):
        ours, asked, not_asked = measurement("befriend", 1.0), measurement("a", 1.0), measurement("a")
        not_asked.version = ""
        not_asked.answers = [Answer(Outcome.NOT_ASKED, "above 8 edges")]
        page = report.markdown([comparison_of(ours, asked), comparison_of(ours, not_asked)])
        self.assertIn("versions: befriend 1, a 1\n", page)

    def test_what_a_solver_prints_is_no_answer(self):
        comparison = compared("machol-wien size=1", [fake("chatters")])
        self.assertEqual(comparison.measurements[1].outcome, Outcome.SOLVED)


class Timing(unittest.TestCase):
    def test_a_short_run_counts_five_times_after_the_first_a_long_one_once(self):
        for first, runs in ((0.1, 6), (1.9, 6), (2.1, 4), (9.9, 4), (10.1, 1)):
            with self.subTest(first):
                one = measurement("any", first)
                while one.wants_more():
                    one.answers.append(Answer(Outcome.SOLVED, seconds=first))
                self.assertEqual(len(one.answers), runs)

    def test_the_median_leaves_the_first_run_out_and_the_memory_does_not(self):
        one = measurement("any", 9.0, 1.0, 3.0, 2.0, 5.0, 4.0)
        self.assertEqual((one.seconds, one.memory_mib), (3.0, 9.0))
        self.assertEqual(measurement("any", 11.0).seconds, 11.0)

    def test_the_ratio_is_the_best_peers_time_by_ours(self):
        comparison = comparison_of(measurement("befriend", 9, 2.0), measurement("a", 9, 8.0), measurement("b", 9, 6.0))
        self.assertEqual(comparison.ratio(set()), "3.00")
        self.assertEqual(comparison.ratio({"b"}), "4.00")
        self.assertEqual(comparison.best_peer({"b"}).solver.name, "a")

    def test_a_peer_is_given_100_times_our_time_and_no_more_than_the_most(self):
        peer, ours = fake("slow"), Answer(Outcome.SOLVED, seconds=0.5)
        self.assertEqual(measure.limit_of(peer, ours, 60), 50)
        self.assertEqual(measure.limit_of(peer, ours, 20), 20)
        self.assertEqual(measure.limit_of(peer, Answer(Outcome.SOLVED, seconds=1e-6), 60), measure.LEAST_LIMIT)

    def test_who_was_stopped_sooner_took_so_many_times_our_time_at_least(self):
        comparison = comparison_of(measurement("befriend", 9, 2.0), measurement("a", 50.0, outcome=Outcome.STOPPED))
        self.assertEqual(comparison.ratio(set()), "> 25")


class Agreement(unittest.TestCase):
    recipes = (
        f"domain children=40 volunteers=30 {REGION} seed=1",
        f"domain children=40 volunteers=30 {REGION} seed=2 degree=5 most_capacity=3",
        "sparse rows=30 columns=33 degree=3 highest=1000 seed=3",
        "layered rows=30 degree=6 seed=4",
        "dense size=20 highest=50 seed=5",
    )

    def test_all_who_are_installed_find_the_same(self):
        everyone = solvers(BUILT, python_with_solvers())
        for recipe in self.recipes:
            with self.subTest(recipe):
                comparison = compared(recipe, everyone[1:])
                self.assertEqual(wrong_solvers([comparison]), {})
                outcomes = {one.solver.name: one.outcome for one in comparison.measurements}
                self.assertLessEqual(set(outcomes.values()), {Outcome.SOLVED, Outcome.CANNOT, Outcome.ABSENT})
                for name in ("befriend", "befriend portable", "Boost.Graph shortest paths"):
                    self.assertEqual(outcomes[name], Outcome.SOLVED)
        print("asked:", ", ".join(name for name, outcome in outcomes.items() if outcome != Outcome.ABSENT))


if __name__ == "__main__":
    unittest.main()
