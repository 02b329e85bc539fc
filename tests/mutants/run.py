#!/usr/bin/env python3
"""Makes each deliberate mistake of mutants.txt in turn and expects the tests to notice.

Usage: run.py BUILD [TESTS] [--only TEXT]: BUILD is a configured build folder with the target befriend_tests,
TESTS a filter of Catch2 (default "[model],[scoring],[assignment]"), TEXT a part of a file's name. A file is put
back after its mistake, also when the run is stopped. Exit 1 if a mistake passed unnoticed. Takes a build for each
mistake, so it is no part of tests/run.
"""

import argparse
import pathlib
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
MUTANTS = pathlib.Path(__file__).with_name("mutants.txt")


def mutants():
    """Triples of file, text and replacement; a text must stand in its file exactly once."""
    for paragraph in MUTANTS.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
        if not lines:
            continue
        name, text, replacement = lines[0], lines[1].removeprefix("- "), lines[2].removeprefix("+ ")
        if (SOURCE / name).read_text(encoding="utf-8").count(text) != 1:
            sys.exit(f"{name}: {text!r} does not stand there once")
        yield name, text, replacement


def outcome(build, tests):
    """What becomes of the sources as they are: 'killed', 'does not compile' or 'SURVIVES'."""
    ninja = subprocess.run(["cmake", "--build", build, "--target", "befriend_tests"], capture_output=True)
    if ninja.returncode != 0:
        return "does not compile"
    try:
        program = pathlib.Path(build) / "tests" / "befriend_tests"
        run = subprocess.run([program, tests, "--abort"], capture_output=True, timeout=900)
    except subprocess.TimeoutExpired:
        return "killed"
    return "SURVIVES" if run.returncode == 0 else "killed"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("build")
    arguments.add_argument("tests", nargs="?", default="[model],[scoring],[assignment]")
    arguments.add_argument("--only", default="")
    given = arguments.parse_args()
    listed = [mutant for mutant in mutants() if given.only in mutant[0]]
    if outcome(given.build, given.tests) != "SURVIVES":
        sys.exit("the tests must pass before anything is changed")
    noticed = True
    for name, text, replacement in listed:
        path = SOURCE / name
        sound = path.read_text(encoding="utf-8")
        try:
            path.write_text(sound.replace(text, replacement), encoding="utf-8")
            result = outcome(given.build, given.tests)
        finally:
            path.write_text(sound, encoding="utf-8")
        print(f"{result}: {name}: {replacement}", flush=True)
        noticed = noticed and result == "killed"
    return 0 if noticed else 1


if __name__ == "__main__":
    sys.exit(main())
