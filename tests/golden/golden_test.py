"""The same bytes everywhere: each bundled list, in five row orders, gives the digest in digests.json.

Usage: golden_test.py TOOL [--write]. Run for every compiler and optimisation level that the build has; --write makes
digests.json anew, which is right only when a change of the answer is meant and explained in CHANGELOG.md.
"""

import csv
import hashlib
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = SOURCE / "examples" / "rounds"
DIGESTS = pathlib.Path(__file__).with_name("digests.json")
ROW_ORDERS = 5
TOOL = ""


def bundled():
    """The bundled rounds in CSV."""
    return sorted(folder for folder in ROUNDS.iterdir() if (folder / "children.csv").exists())


def tables_of(folder):
    """The tables of a round, by the option that names them; children and volunteers come first, without one."""
    optional = ("coordinators", "existing", "pins", "blocks")
    return {name: folder / f"{name}.csv"
            for name in ("children", "volunteers", *optional) if (folder / f"{name}.csv").exists()}


def shuffled(source, target, seed):
    """Writes the rows of a CSV file in another order; order 0 is the file as it is."""
    if seed == 0:
        target.write_bytes(source.read_bytes())
        return
    with source.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    random.Random(seed).shuffle(rows)
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def digests_of(folder, seed, environment):
    """SHA-256 of what `befriend propose` says of the round, in one row order."""
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        command = [TOOL, "propose"]
        for name, source in tables_of(folder).items():
            shuffled(source, scratch / source.name, seed)
            command += [] if name in ("children", "volunteers") else [f"--{name}"]
            command.append(str(scratch / source.name))
        command += ["--policy", str(folder / "policy.toml"), "--out", str(scratch / "out")]
        subprocess.run(command, check=True, env={**os.environ, **environment}, capture_output=True)
        return {name: hashlib.sha256((scratch / "out" / name).read_bytes()).hexdigest()
                for name in ("proposal.json", "proposals.csv", "waiting.csv", "unused.csv")}


class Golden(unittest.TestCase):
    def test_every_bundled_list_gives_its_digest_in_every_row_order(self):
        golden = json.loads(DIGESTS.read_text(encoding="utf-8"))
        rounds = [folder.name for folder in bundled()]
        self.assertEqual(rounds, sorted(golden))
        for name in rounds:
            for seed in range(ROW_ORDERS):
                with self.subTest(round=name, row_order=seed):
                    self.assertEqual(digests_of(ROUNDS / name, seed, {}), golden[name])

    def test_time_zone_and_locale_change_nothing(self):
        golden = json.loads(DIGESTS.read_text(encoding="utf-8"))
        name = sorted(golden)[0]
        for environment in ({"TZ": "Pacific/Kiritimati"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "de_DE.UTF-8"}):
            with self.subTest(**environment):
                self.assertEqual(digests_of(ROUNDS / name, 0, environment), golden[name])

    def test_the_county_in_json_gives_the_same_proposal(self):
        folder = ROUNDS / "county-json"
        with tempfile.TemporaryDirectory() as scratch:
            out = pathlib.Path(scratch) / "out"
            command = [TOOL, "propose", str(folder / "children.json"), str(folder / "volunteers.json")]
            for name in ("coordinators", "existing", "pins", "blocks"):
                if (folder / f"{name}.json").exists():
                    command += [f"--{name}", str(folder / f"{name}.json")]
            subprocess.run([*command, "--policy", str(folder / "policy.toml"), "--out", str(out)],
                           check=True, capture_output=True)
            found = hashlib.sha256((out / "proposal.json").read_bytes()).hexdigest()
        self.assertEqual(found, json.loads(DIGESTS.read_text(encoding="utf-8"))["county"]["proposal.json"])

    def test_the_bundled_lists_are_what_synth_writes(self):
        for folder in bundled():
            with self.subTest(round=folder.name), tempfile.TemporaryDirectory() as scratch:
                out = pathlib.Path(scratch) / "out"
                subprocess.run([TOOL, "synth", folder.name, "--out", str(out)], check=True, capture_output=True)
                self.assertEqual(sorted(file.name for file in out.iterdir()),
                                 sorted(file.name for file in folder.iterdir()))
                for file in out.iterdir():
                    self.assertEqual(file.read_bytes(), (folder / file.name).read_bytes(), file.name)


def write():
    golden = {folder.name: digests_of(folder, 0, {}) for folder in bundled()}
    DIGESTS.write_text(json.dumps(golden, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    TOOL = str(pathlib.Path(sys.argv.pop(1)).resolve())
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        unittest.main()
