"""Runs every block of code on a page, and compares what the page shows as printed.

Usage: run_page.py [--write] PAGE

Blocks run in order, in one folder of their own that looks like a clone with a release in it, its tool `befriend` on the path.

- `sh`: commands, all of which must work.
- `console`: commands after `$ ` with what each prints on a terminal, compared. A command that fails is followed by
  `$ echo $?`. `...` as a line stands for any lines, in a line for any text.
- `text`: what the block before it prints, compared in the same way.
- `c`, `cpp`: a program, or a piece of one inside tests/docs/frames; compiled without a warning, linked with befriend, run.
- `python`: a cell of a notebook, in the environment that has the package.
- `toml`: a part of a policy, which the tool accepts.
- A block under a comment `<!-- NAME -->` is saved as the file NAME, and something else on the page must use it; under
  `<!-- a/path -->` it is that file of the project, to the byte. `csv`, `json` and `cmake` are always such files.

Any other block is a fault. With --write the page is given what is printed now.
"""

import difflib
import pathlib
import re
import sys

from blocks import PageError, blocks_of, indented
from scratch import HERE, SOURCE, STAND_INS, Scratch

FILES_ONLY = ("csv", "json", "cmake")


def is_shown(printed, shown):
    """Whether `shown` is what was printed, but for what `...` stands for."""
    lines = ["(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + "\n"
             for line in shown.splitlines()]
    return re.fullmatch("".join(lines), printed) is not None


def difference(shown, printed):
    return "".join(difflib.unified_diff(shown.splitlines(True), printed.splitlines(True), "the page", "printed"))


class Runner:
    """The blocks of one page, run one by one."""

    def __init__(self, scratch):
        self.scratch = scratch
        self.printed = None  # by the block before, if it was run and nothing was shown of it yet
        self.compiled = 0

    def run(self, block):
        """Runs a block and gives its text as it should be."""
        if block.name:
            return self.save(block)
        if block.language in FILES_ONLY:
            raise PageError(block.line, f"{block.language} without <!-- NAME --> before it, so that nothing can use it")
        action = getattr(self, "run_" + block.language, None) if block.language else None
        if action is None:
            raise PageError(block.line, f"no way to run a block of the language \"{block.language}\"")
        return action(block)

    def save(self, block):
        self.printed = None
        if is_path(block.name):
            return text_of(block)
        if not re.fullmatch(r"[\w.-]+", block.name) or (self.scratch.folder / block.name).exists():
            raise PageError(block.line, f"{block.name} is no name for a new file")
        (self.scratch.folder / block.name).write_text(block.text, encoding="utf-8")
        return block.text

    def run_sh(self, block):
        ending, self.printed = self.scratch.run("set -euo pipefail\n" + block.text)
        if ending != 0:
            raise PageError(block.line, f"ended with {ending}:\n{self.printed}")
        return block.text

    def run_console(self, block):
        self.printed = None
        commands = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
        if commands.pop(0) or not commands:
            raise PageError(block.line, "a console block begins with \"$ \" and a command")
        ending, told, result = 0, True, ""
        for part in commands:
            command, shown = re.fullmatch(r"((?:[^\n]*\\\n)*[^\n]*\n)(.*)", part, re.DOTALL).groups()
            if not told and command != "echo $?\n":
                break
            ending, printed = self.scratch.run(command, ending)
            told = ending == 0
            result += f"$ {command}{shown if is_shown(printed, shown) else printed}"
        if not told:
            raise PageError(block.line, f"ended with {ending}, which the page does not tell:\n{result}")
        return result

    def run_text(self, block):
        if self.printed is None:
            raise PageError(block.line, "shows what nothing before it prints")
        printed, self.printed = self.printed, None
        return block.text if is_shown(printed, block.text) else printed

    def run_c(self, block):
        return self.compile_and_run(block, "c", "cc -std=c99 -Wall -Wextra -Wpedantic -Werror {0}.c -o {0} "
                                                "$(pkg-config --cflags --libs befriend)")

    def run_cpp(self, block):
        archive = next(self.scratch.installed.rglob("libbefriend-cpp.a"))
        return self.compile_and_run(block, "cpp", "c++ -std=c++20 -Wall -Wextra -Wpedantic -Werror "
                                                  f"-I{self.scratch.installed}/include {{0}}.cpp -o {{0}} "
                                                  f"{archive} -lutf8proc -pthread")

    def compile_and_run(self, block, kind, command):
        self.compiled += 1
        name = f"block_{self.compiled}"
        program = block.text if "int main(" in block.text else framed(block.text, kind)
        (self.scratch.folder / f"{name}.{kind}").write_text(program, encoding="utf-8")
        ending, self.printed = self.scratch.run(command.format(name) + f" && ./{name}")
        if ending != 0:
            raise PageError(block.line, f"ended with {ending}:\n{self.printed}")
        return block.text

    def run_python(self, block):
        if not (self.scratch.venv / "bin" / "python").exists():
            raise PageError(block.line, f"cannot be run: nothing is in {self.scratch.venv}; "
                                        "bindings/python/tests/run installs the package there")
        failed, self.printed = self.scratch.run_cell(block.text)
        if failed:
            raise PageError(block.line, self.printed)
        return block.text

    def run_toml(self, block):
        self.printed = None
        (self.scratch.folder / "part_of_policy.toml").write_text(block.text, encoding="utf-8")
        county = "examples/rounds/county"
        ending, printed = self.scratch.run(f"befriend check {county}/children.csv {county}/volunteers.csv "
                                           "--policy part_of_policy.toml --as-of 2026-11-02")
        if ending != 0:
            raise PageError(block.line, printed)
        return block.text


def is_path(name):
    return "/" in name


def text_of(block):
    """The text of the file of the project that a block shows."""
    file = SOURCE / block.name
    if not file.is_file():
        raise PageError(block.line, f"the project has no file {block.name}")
    return file.read_text(encoding="utf-8")


def framed(piece, kind):
    """A piece of a program in its frame: functions that start with `static` go before `main`, all else inside."""
    frame = (HERE / "frames" / f"frame.{kind}.in").read_text(encoding="utf-8")
    definition = re.compile(r"^(?:#include .*|static [^;=]*?\n\{.*?^\})\n", re.MULTILINE | re.DOTALL)
    definitions = "".join(found[0] for found in definition.finditer(piece))
    return frame.replace("/* DEFINITIONS */", definitions).replace("/* STATEMENTS */", definition.sub("", piece))


def faults_of_form(page, blocks):
    """What is wrong with a page before anything is run: code without a fence, and files that nothing uses."""
    faults = []
    for number, line in indented(page):
        word = line.split()[0]
        if word in STAND_INS + ("befriend", "python", "python3") or word.startswith("build/") or (SOURCE / word).is_file():
            faults.append(PageError(number, "a command without a fence, which nothing runs"))
    for block in blocks:
        if block.name and not is_path(block.name):
            use = "cmake " if block.language == "cmake" else block.name
            if not any(use in other.text for other in blocks if other is not block and other.language != "text"):
                faults.append(PageError(block.line, f"{block.name} is saved, and nothing on the page uses it"))
    return faults


def check(page, scratch):
    """The faults of the text of a page, and the text as it should be."""
    try:
        blocks = blocks_of(page)
    except PageError as error:
        return [error], page
    faults = faults_of_form(page, blocks)
    runner = Runner(scratch)
    lines = page.splitlines(True)
    for block in reversed(run_all(blocks, runner, faults)):
        old, new = block
        lines[old.line:old.line + old.text.count("\n")] = [new]
    return faults, "".join(lines)


def run_all(blocks, runner, faults):
    """Runs the blocks and gives those, with their new text, that should be other than they are."""
    changed = []
    for block in blocks:
        try:
            text = runner.run(block)
        except PageError as error:
            faults.append(error)
            runner.printed = None
            continue
        if text != block.text:
            faults.append(PageError(block.line, "not what it should be:\n" + difference(block.text, text)))
            changed.append((block, text))
    return changed


def main():
    path = pathlib.Path(sys.argv[-1])
    page = path.read_text(encoding="utf-8")
    scratch = Scratch()
    try:
        faults, text = check(page, scratch)
    finally:
        scratch.close()
    if "--write" in sys.argv[1:-1]:
        path.write_text(text, encoding="utf-8")
    for fault in faults:
        print(f"{path.name}, {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
