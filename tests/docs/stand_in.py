"""Stands in the path of a page's commands under the names below, for what a test can not do as it stands.

`cc` and `c++` are the compilers of the build, with its sanitizers. A preset of cmake or ctest, which would build
everything anew, is only looked up; so is what pip would build and install. `cmake --install build/release` lays down what
was installed for the tests. All else goes to the real program.
"""

import json
import os
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def look_up_preset(program, arguments):
    kind = "test" if program == "ctest" else "build" if "--build" in arguments else "configure"
    name = arguments[arguments.index("--preset") + 1]
    presets = json.loads((SOURCE / "CMakePresets.json").read_text(encoding="utf-8"))[kind + "Presets"]
    if name not in [preset["name"] for preset in presets if not preset.get("hidden")]:
        sys.exit(f"{program}: no {kind} preset {name}")


def install(arguments):
    if len(arguments) != 4 or arguments[:3] != ["--install", "build/release", "--prefix"]:
        sys.exit("cmake: only the release is installed here, and only under a prefix")
    os.symlink(os.environ["BEFRIEND_INSTALLED"], arguments[3])


def look_up_package(arguments):
    wanted = re.fullmatch(r"install \.(?:\[([a-z,]+)\])?", " ".join(arguments))
    if not wanted:
        sys.exit("pip: only `pip install .`, with extras or without, is known here")
    package = (SOURCE / "pyproject.toml").read_text(encoding="utf-8")
    for extra in (wanted[1] or "").split(","):
        if extra and not re.search(rf"^{extra} = \[", package, re.MULTILINE):
            sys.exit(f"pip: no extra {extra}")


def main():
    program, arguments = sys.argv[1], sys.argv[2:]
    if program == "pip":
        look_up_package(arguments)
    elif "--preset" in arguments:
        look_up_preset(program, arguments)
    elif "--install" in arguments:
        install(arguments)
    else:
        real = {"cc": "BEFRIEND_CC", "c++": "BEFRIEND_CXX", "cmake": "BEFRIEND_CMAKE", "ctest": "BEFRIEND_CTEST"}
        words = os.environ[real[program]].split()
        os.execvp(words[0], words + arguments)


if __name__ == "__main__":
    main()
