"""`python -m befriend` is the command-line tool that the package holds."""

from __future__ import annotations

import os
import pathlib
import sys


def main() -> None:
    """Becomes the tool, with the arguments of this process."""
    tool = pathlib.Path(__file__).with_name("bin") / "befriend"
    os.execv(tool, ["befriend", *sys.argv[1:]])


if __name__ == "__main__":
    main()
