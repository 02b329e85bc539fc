"""Whether the kernels of scoring are vectorised, and keep their instructions to themselves.

Usage: python3 kernel_test.py BUILD [COMPILER...]

For every kernel in the compile_commands.json of the folder BUILD: each loop of its code must be vectorised, by
the word of the compiler that built it and of the others named; and its object may define no symbol but the
kernel, for the linker could take one that others use from a kernel that their processor cannot run.
"""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

CODE = ("block_kernel_code.hpp", "rule_kernel_code.hpp")
LOOP = re.compile(r"for \(std::size_t i = 0; i < (groups \* group|lanes|rule_lanes); \+\+i\)")
REPORTED = re.compile(r"(\w+_kernel_code\.hpp):(\d+):\d+: (?:optimized: loop vectorized|remark: vectorized loop)")
KERNEL = re.compile(r"befriend::block::\w+::kernel")
KEPT = re.compile(r"-(std=|O|m|f|I|D)")  # of the flags: those that decide the code and that all compilers know


def kernels(build):
    """The commands that compile a kernel, one a level."""
    commands = json.loads((build / "compile_commands.json").read_text())
    found = {}
    for command in commands:
        name = Path(command["file"]).stem
        if name.startswith("block_kernel_") and "befriend_objects" in command["command"]:
            found[name] = command
    return found


def loops(source):
    """The file and line of every loop over the lanes."""
    found = set()
    for name in CODE:
        lines = (Path(source).parent / name).read_text().splitlines()
        found |= {(name, number) for number, line in enumerate(lines, 1) if LOOP.search(line)}
    return found


def vectorised_by(compiler, command):
    """The file and line of the loops that the compiler says it vectorised."""
    flags = [flag for flag in shlex.split(command["command"]) if KEPT.match(flag) and not flag.startswith("-fdiag")]
    version = subprocess.run([compiler, "--version"], check=True, capture_output=True, text=True).stdout
    report = "-Rpass=loop-vectorize" if "clang" in version else "-fopt-info-vec-optimized"
    run = subprocess.run([compiler, *flags, report, "-c", command["file"], "-o", "/dev/null"], check=True,
                         capture_output=True, text=True, cwd=command["directory"])
    return {(name, int(line)) for name, line in REPORTED.findall(run.stderr)}


def defined_symbols(command):
    """The symbols that the object defines for others."""
    words = shlex.split(command["command"])
    target = Path(command["directory"]) / words[words.index("-o") + 1]
    names = subprocess.run(["nm", "--demangle", "--defined-only", "--extern-only", target], check=True,
                           capture_output=True, text=True).stdout
    return [line.split(maxsplit=2)[2] for line in names.splitlines()]


def faults_of(name, command, compilers):
    """What is wrong with one kernel."""
    own = next(word for word in shlex.split(command["command"]) if re.search(r"\+\+[-\d.]*$", word))
    expected = loops(command["file"])
    for compiler in [own, *compilers]:
        for file, line in sorted(expected - vectorised_by(compiler, command)):
            yield f"{name}: {compiler} does not vectorise the loop of {file}:{line}"
    for symbol in defined_symbols(command):
        if not KERNEL.fullmatch(symbol):
            yield f"{name}: defines {symbol} for others"


def main():
    build, *compilers = sys.argv[1:]
    # Of the levels, those that are of this build's processor define a kernel.
    built = {name: command for name, command in kernels(Path(build)).items() if defined_symbols(command)}
    faults = [fault for name, command in built.items() for fault in faults_of(name, command, compilers)]
    if not built:
        faults.append("no kernel found")
    print("\n".join(faults or [f"vectorised: {', '.join(built)}"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
