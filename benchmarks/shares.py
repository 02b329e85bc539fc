#!/usr/bin/env python3
"""Each step's time and its share of a round, at five sizes, and the whole tool beside them.

Usage: shares.py BUILD. Runs the benchmarks of the build folder, prints a table in Markdown and writes
benchmarks/results/<machine>.csv. A time is the best of three runs, one thread; a step's share is of the steps' sum. The
tool is timed as a process, from CSV files to all outputs.
"""

import csv
import json
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import time

RESULTS = pathlib.Path(__file__).with_name("results")
RUNS = 3
SIZES = (30, 150, 1200, 20000, 83630)
# In the order of the pipeline: the step as shown, the program that measures it, the names whose times add up.
STEPS = [
    ("io: read JSON", "io", ["read_tables"]),
    ("model: check", "model", ["check_round"]),
    ("scoring: prepare", "scoring", ["prepare_rules", "prepare_criteria"]),
    ("candidates", "candidates", ["find_pairs"]),
    ("assignment", "assignment", ["solve_round"]),
    ("proposal: reasons", "proposal", ["explain_round"]),
    ("reporting: page", "reporting", ["write_report"]),
    ("io: write JSON", "io", ["write_proposal"]),
]
TOOL = "the tool, CSV to all outputs"


def machine():
    """The processor's name as a file name."""
    cpu = platform.processor() or platform.machine()
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            cpu = line.split(":", 1)[1]
            break
    return re.sub(r"[^a-z0-9]+", "-", cpu.lower()).strip("-")


def milliseconds(build, program, names):
    """The best time of each of the named benchmarks at each size: {(name, size): ms}."""
    sizes = "|".join(str(size) for size in SIZES)
    command = [build / "benchmarks" / f"{program}_benchmark", f"--benchmark_filter=^({'|'.join(names)})/children:({sizes})(/|$)",
               f"--benchmark_repetitions={RUNS}", "--benchmark_min_time=0.05", "--benchmark_format=json"]
    output = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    best = {}
    for run in output["benchmarks"]:
        if run["run_type"] != "iteration":
            continue
        if run.get("error_occurred"):
            raise SystemExit(f"{run['name']}: {run['error_message']}")
        name, size = re.match(r"(\w+)/children:(\d+)", run["name"]).groups()
        key = name, int(size)
        best[key] = min(best.get(key, float("inf")), run["real_time"])
    return best


def run_tool(command):
    """Wall milliseconds and peak mebibytes of one process."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{command[1]} failed: wait status {status}")
    return (time.monotonic() - begin) * 1000, usage.ru_maxrss / 1024


def whole_process(tool, size):
    volunteers = (size * 25000 + 83629) // 83630
    with tempfile.TemporaryDirectory() as scratch:
        made = pathlib.Path(scratch) / "list"
        run_tool([tool, "synth", "national-2019", "--children", str(size), "--volunteers", str(volunteers),
                  "--out", made])
        command = [tool, "propose", made / "children.csv", made / "volunteers.csv", "--policy", made / "policy.toml",
                   "--out", pathlib.Path(scratch) / "out", "--force"]
        for table in ("coordinators", "existing", "pins", "blocks"):
            if (made / f"{table}.csv").exists():
                command += [f"--{table}", made / f"{table}.csv"]
        return min(run_tool(command) for _ in range(RUNS))


def measure(build):
    """Rows (children, step, ms, percent of the steps, peak MiB or empty)."""
    times = {}
    for program in {program for _, program, _ in STEPS}:
        names = [name for _, of, group in STEPS if of == program for name in group]
        times.update(milliseconds(build, program, names))
    rows = []
    for size in SIZES:
        steps = [(step, sum(times[name, size] for name in group)) for step, _, group in STEPS]
        total = sum(ms for _, ms in steps)
        rows += [(size, step, ms, 100 * ms / total, "") for step, ms in steps]
        ms, mebibytes = whole_process(build / "bin" / "befriend", size)
        rows.append((size, TOOL, ms, "", round(mebibytes)))
    return rows


def shown(ms):
    return f"{ms:,.2f} ms" if ms < 10 else f"{ms:,.0f} ms"


def print_table(rows):
    print("| step | " + " | ".join(f"{size:,} children" for size in SIZES) + " |")
    print("|---|" + "---:|" * len(SIZES))
    by_step = {}
    for _, step, ms, percent, mebibytes in rows:
        by_step.setdefault(step, []).append(f"{shown(ms)}, " + (f"{percent:.0f} %" if percent != "" else f"{mebibytes} MiB"))
    for step, cells in by_step.items():
        print(f"| {step} | " + " | ".join(cells) + " |")


def main():
    rows = measure(pathlib.Path(sys.argv[1]).resolve())
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{machine()}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("children", "step", "ms", "percent_of_steps", "peak_mib"))
        for size, step, ms, percent, mebibytes in rows:
            writer.writerow((size, step, f"{ms:.3f}", f"{percent:.1f}" if percent != "" else "", mebibytes))
    print_table(rows)
    print(f"\nWritten to {path.relative_to(pathlib.Path.cwd())}" if path.is_relative_to(pathlib.Path.cwd()) else path)


if __name__ == "__main__":
    main()
