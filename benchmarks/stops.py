"""Measures how long a call goes on after somebody has asked it to stop; benchmarks/run_stops prepares everything.

Prints a line an instance; those of benchmarks/peers come from its catalogue.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).with_name("peers")))
from catalogue import INSTANCES

# What is asked of an instance, as stop_benchmark reads it, and how often it is stopped.
CASES = [
    ("d5000", ["ties=0"], 200),
    ("d5000", [], 200),
    ("d5000", ["waiting=1"], 200),
    ("d5000", ["exactly=4000"], 50),
    ("t5000", [], 200),
    ("m3000", [], 100),
    ("eng50", [], 200),
    ("eng50c", ["waiting=1"], 200),
    ("s16", [], 100),
    ("layered", [], 50),
    ("one-column", [], 50),
    ("mil30", [], 20),
]
ROUNDS = [(5_000, 200), (20_000, 100), (83_630, 50)]  # children, stops


def main() -> None:
    """Makes each instance, measures it, and forgets it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("built", type=pathlib.Path, help="folder of stop_benchmark")
    parser.add_argument("names", nargs="*", metavar="NAME", help="an instance, or propose; default: all")
    parser.add_argument("--processor", action="store_true", help="processor time: for a machine that does other work")
    given = parser.parse_args()
    catalogue = {instance.name: instance for instance in INSTANCES}
    program = given.built / "stop_benchmark"
    clock = ["processor=1"] if given.processor else []

    def measure(*words: str | pathlib.Path) -> None:
        subprocess.run([program, *words, *clock], check=True)

    print("| what | solve | questions | longest between two | to the return, 99th percentile | longest |", flush=True)
    print("|---|---:|---:|---:|---:|---:|", flush=True)
    for name, options, stops in CASES:
        if given.names and name not in given.names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / name
            numbers = [f"{key}={number}" for key, number in catalogue[name].numbers.items()]
            generator = given.built / "peers" / "generate_instance"
            subprocess.run([generator, catalogue[name].family, file, *numbers], check=True)
            measure(file, *options, f"stops={stops}")
    for children, stops in ROUNDS:
        if not given.names or "propose" in given.names:
            measure(f"children={children}", f"stops={stops}")


if __name__ == "__main__":
    main()
