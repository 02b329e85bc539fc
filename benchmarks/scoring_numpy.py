"""Scores blocks of pairs with NumPy by the formulas of docs/methods/scoring.md, and compares with befriend.

Usage: python benchmarks/scoring_numpy.py BUILD, where BUILD holds the benchmarks; benchmarks/run_scoring does all.

`scoring_arrays` writes the arrays of one child in a hundred and all volunteers of an invented list of 20,000
children. NumPy scores each child against every volunteer; its points must be befriend's. Beside it, NumPy first
leaves out whom the volunteer does not reach or has no time in common with, and scores the others. Then
`scoring_benchmark` scores the same pairs with every kernel that the machine runs. Times are of one core: the
best of several turns, NumPy and befriend one after the other.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[threads] = "1"

import numpy as np  # noqa: E402

FULL = 1000
TURNS = 5
ASPECT_TOPS = (2, 3, 4, 5)  # what a child says who names gender, culture, faith or language


def read(folder):
    """The arrays of a folder by their names."""
    return {file.stem: np.fromfile(file, dtype=file.suffix[1:]) for file in folder.iterdir()}


class Policy:
    """The numbers of the built-in policy that scoring reads."""

    neutral, base, gain = 500, 400, 1500
    not_met, lost_a_year = 100, 200
    easy_m, furthest_m, slots_for_one_visit = 5_000, 25_000, 4


class Pairs:
    """One child against volunteers, an array a field. Volunteers are all, or those picked."""

    def __init__(self, arrays, policy):
        self.policy = policy
        self.child = {name[6:]: array for name, array in arrays.items() if name.startswith("child_")}
        self.volunteer = {name[10:]: array for name, array in arrays.items() if name.startswith("volunteer_")}
        self.volunteers = len(self.volunteer["age"])
        self.children = len(self.child["age"])
        self.weights = arrays["weights"].reshape(self.children, 5)
        self.most = arrays["most"]
        self.met = arrays["met"].reshape(self.children, 4, self.volunteers)
        terms = len(arrays["grades"]) // self.volunteers
        # Single precision holds every product exactly, and its matrix product is NumPy's fastest.
        self.grades = np.ascontiguousarray(arrays["grades"].reshape(-1, terms).T.astype(np.float32))
        self.profiles = arrays["profiles"].reshape(self.children, terms).astype(np.float32)
        self.prepare()

    def prepare(self):
        """What is the same for every child."""
        volunteer = self.volunteer
        volunteer["place_known"] = volunteer["easting"] >= 0
        volunteer["visits_known"] = volunteer["visits"] >= 0
        self.reach_squared = (volunteer["reach"].astype(np.float32) + 1) ** 2
        for name in ("prefers_known", "slots_known", "interests_known"):
            volunteer[name] = volunteer[name].astype(bool)

    def score(self, child, pick=None):
        """The points and the highest points with each volunteer, or with those of `pick`."""
        take = (lambda array: array) if pick is None else (lambda array: array[pick])
        parts = [self.interests(child, pick, take), self.background(child, take), self.age(child, take),
                 self.travel(child, take), self.availability(child, take)]
        weights = self.weights[child]
        whole = int(weights.sum())
        sums = [whole, whole]
        for weight, part in zip(weights, parts):
            if weight and part is not None:
                for at in (0, 1):
                    sums[at] = sums[at] + 2 * weight * part[at]
        return [total // (2 * whole) for total in sums]

    def score_near(self, child):
        """The same for those alone whom a first look does not rule out."""
        volunteer = self.volunteer
        met = np.ones(self.volunteers, bool)
        if self.child["easting"][child] >= 0:
            east = (volunteer["easting"] - self.child["easting"][child]).astype(np.float32)
            north = (volunteer["northing"] - self.child["northing"][child]).astype(np.float32)
            met = (east * east + north * north <= self.reach_squared) | ~volunteer["place_known"]
        if self.child["slots_known"][child]:
            met &= ((volunteer["slots"] & self.child["slots"][child]) != 0) | ~volunteer["slots_known"]
        return self.score(child, np.nonzero(met)[0])

    def unless_unknown(self, known, points):
        return np.where(known, points, self.policy.neutral), np.where(known, points, FULL)

    def interests(self, child, pick, take):
        most = self.most[child]
        if most == 0:
            return self.policy.neutral, FULL
        grades = self.grades if pick is None else self.grades[:, pick]
        product = (self.profiles[child] @ grades).astype(np.int32)
        gained = (2 * self.policy.gain * product + most) // (2 * most)
        points = np.clip(self.policy.base + gained, 0, FULL)
        return self.unless_unknown(take(self.volunteer["interests_known"]), points)

    def background(self, child, take):
        earned = np.array([self.policy.not_met, FULL, self.policy.neutral], np.int32)
        highest = np.array([self.policy.not_met, FULL, FULL], np.int32)
        value = high = whole = 0
        for aspect in range(4):
            if self.met[child, aspect, 0] < 0:
                continue
            met = take(self.met[child, aspect])
            weight = 2 if self.child["top"][child] == ASPECT_TOPS[aspect] else 1
            value = value + weight * earned[met]
            high = high + weight * highest[met]
            whole += weight
        if whole == 0:
            return None
        return (2 * value + whole) // (2 * whole), (2 * high + whole) // (2 * whole)

    def age_part(self, least, most, years):
        outside = np.maximum(np.maximum(least - years, years - most), 0)
        return np.maximum(FULL - outside * self.policy.lost_a_year, 0)

    def age(self, child, take):
        known = take(self.volunteer["prefers_known"])
        own = self.age_part(take(self.volunteer["prefers_least"]), take(self.volunteer["prefers_most"]),
                            self.child["age"][child])
        if not self.child["wants_known"][child]:
            return self.unless_unknown(known, own)
        other = self.age_part(self.child["wants_least"][child], self.child["wants_most"][child],
                              take(self.volunteer["age"]))
        both = np.where(known, (own + other + 1) // 2, other)
        return both, both

    def travel(self, child, take):
        if self.child["easting"][child] < 0:
            return self.policy.neutral, FULL
        east = (take(self.volunteer["easting"]) - self.child["easting"][child]).astype(np.float64)
        north = (take(self.volunteer["northing"]) - self.child["northing"][child]).astype(np.float64)
        metres = np.sqrt(east * east + north * north).astype(np.int32)
        stretch = self.policy.furthest_m - self.policy.easy_m
        left = np.clip(self.policy.furthest_m - metres, 0, stretch)
        points = (2 * FULL * left + stretch) // (2 * stretch)
        return self.unless_unknown(take(self.volunteer["place_known"]), points)

    def availability(self, child, take):
        wanted = self.child["visits"][child]
        needed = (wanted * self.policy.slots_for_one_visit + 99) // 100
        visits = np.minimum(FULL * take(self.volunteer["visits"]) // wanted, FULL)
        visits = self.unless_unknown(take(self.volunteer["visits_known"]), visits)
        if not self.child["slots_known"][child]:
            return np.minimum(visits[0], self.policy.neutral), visits[1]
        common = np.bitwise_count(take(self.volunteer["slots"]) & self.child["slots"][child]).astype(np.int32)
        slots = np.minimum(FULL * common // needed, FULL)
        slots = self.unless_unknown(take(self.volunteer["slots_known"]), slots)
        return np.minimum(slots[0], visits[0]), np.minimum(slots[1], visits[1])


def check(pairs, briefs):
    """Stops unless NumPy gives befriend's points for every pair."""
    for child in range(pairs.children):
        for at, points in enumerate(pairs.score(child)):
            if not np.array_equal(points, briefs[child, :, at]):
                sys.exit(f"NumPy and befriend differ for child {child}")


def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def befriend_rates(program):
    """Pairs a second by kernel: the better of two runs."""
    text = subprocess.run([program, "--benchmark_filter=score_blocks", "--benchmark_format=json",
                           "--benchmark_repetitions=2"], check=True, capture_output=True, text=True).stdout
    rates = {}
    for run in json.loads(text)["benchmarks"]:
        if run["run_type"] == "iteration":
            rates[run["run_name"]] = max(rates.get(run["run_name"], 0), run["items_per_second"])
    return rates


def main():
    build = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([build / "scoring_arrays", folder], check=True)
        arrays = read(Path(folder))
    pairs = Pairs(arrays, Policy())
    check(pairs, arrays["briefs"].reshape(pairs.children, pairs.volunteers, 2))
    everyone = pairs.children * pairs.volunteers
    times = {pairs.score: [], pairs.score_near: []}
    rates = {}
    for _ in range(TURNS):
        for way, taken in times.items():
            taken.append(seconds(lambda way=way: [way(child) for child in range(pairs.children)]))
        for kernel, rate in befriend_rates(build / "scoring_benchmark").items():
            rates[kernel] = max(rates.get(kernel, 0), rate)
    all_pairs, filtered = (everyone / min(taken) for taken in times.values())
    print(f"{pairs.children} children x {pairs.volunteers} volunteers, NumPy {np.__version__}")
    print("million pairs a second on one core, and how many times NumPy on all pairs and filtering first")
    print(f"{'NumPy, all pairs':36} {all_pairs / 1e6:9.1f}")
    print(f"{'NumPy, filtering first':36} {filtered / 1e6:9.1f}")
    for kernel, rate in rates.items():
        print(f"{'befriend, ' + kernel:36} {rate / 1e6:9.1f} {rate / all_pairs:8.1f} {rate / filtered:8.1f}")


if __name__ == "__main__":
    main()
