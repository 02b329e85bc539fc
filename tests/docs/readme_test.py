"""The README shows what examples/run and the tool print, and what it lets a reader paste works as it stands.

Usage: readme_test.py [--write], with the tool in BEFRIEND_TOOL; --write puts what it prints now into the README.
"""

import csv
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TOOL = pathlib.Path(os.environ["BEFRIEND_TOOL"]).resolve()
README = (SOURCE / "README.md").read_text(encoding="utf-8")


def fenced(name):
    """Finds the block of the README under the comment with this name; its text is the second group."""
    return re.compile(rf"(<!-- {re.escape(name)} -->\n```[a-z]*\n)(.*?)(?=```\n)", re.DOTALL)


def block(name):
    found = fenced(name).findall(README)
    assert len(found) == 1, f"{len(found)} blocks are named {name}"
    return found[0][1]


def run(command, folder):
    """What a command prints, both streams in the order of their lines, and how it ends."""
    done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=300, check=False)
    return done.returncode, done.stdout.decode()


def run_line(line, folder, *more):
    """Runs a command line of the README, with the tool that was built in place of `befriend`."""
    words = shlex.split(line, comments=True)
    assert words[0] == "befriend", line
    return run([TOOL, *words[1:], *more], folder)


def write_tables(folder):
    for name in ("children.csv", "volunteers.csv"):
        (folder / name).write_text(block(name), encoding="utf-8")


def run_examples(tree):
    """Runs examples/run itself in a tree where everything is installed and built already."""
    (tree / "build" / "release" / "bin").mkdir(parents=True)
    (tree / "build" / "release" / "bin" / "befriend").symlink_to(TOOL)
    (tree / "examples").mkdir()
    (tree / "examples" / "rounds").symlink_to(SOURCE / "examples" / "rounds")
    shutil.copy(SOURCE / "examples" / "run", tree / "examples" / "run")
    setup = (SOURCE / "cmake" / "setup.sh").read_text(encoding="utf-8")
    assert setup.endswith("\nrequire_supported_system\n")
    (tree / "cmake").mkdir()
    (tree / "cmake" / "setup.sh").write_text(
        setup.removesuffix("require_supported_system\n") + "install_packages() { :; }\nquietly() { :; }\n",
        encoding="utf-8")
    return run([tree / "examples" / "run"], tree)


def propose_as_on_a_terminal(folder):
    """The block `propose` as it should be: the command, and what it prints."""
    write_tables(folder)
    command = block("propose").splitlines()[0]
    ending, printed = run_line(command.removeprefix("$ "), folder, "--format", "table")
    return ending, f"{command}\n{printed}"


class Shown(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_examples_run_prints_what_the_readme_shows(self):
        ending, printed = run_examples(self.folder)
        self.assertEqual((ending, printed), (0, block("examples/run")))
        for name in ("croydon-2021", "county"):
            self.assertTrue((self.folder / "build" / "examples" / name / "report.html").exists())

    def test_the_two_files_give_the_table_that_the_readme_shows(self):
        self.assertEqual(propose_as_on_a_terminal(self.folder), (0, block("propose")))


class Pasted(unittest.TestCase):
    """The two files that a reader can paste, the commands beside them, and what it says of their columns."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        write_tables(self.folder)

    def test_every_command_works_and_writes_what_the_readme_names(self):
        commands = block("commands").splitlines()
        self.assertGreaterEqual(len(commands), 4)
        for command in commands:
            ending, printed = run_line(command, self.folder)
            self.assertEqual(ending, 0, printed)
        for written in (self.folder / "proposal").iterdir():
            self.assertIn(f"`{written.name}`", README)

    def columns(self, table):
        """The columns that the README lists for a table: name and whether it must be there."""
        text = README.split(f"| in `{table}` |")[1].split("\n\n")[0]
        columns = {}
        for names, must in re.findall(r"^\| (`\w+`(?:, `\w+`)*) \| ([a-z ]*)\|", text, re.MULTILINE):
            columns.update(dict.fromkeys(re.findall(r"\w+", names), must.strip()))
        return columns

    def proposed_without(self, table, column):
        """How a round ends without one column, and how many are proposed."""
        source = self.folder / table
        with source.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        names = [name for name in rows[0] if name != column]
        with (self.folder / "less.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        files = ["less.csv" if name == table else name for name in ("children.csv", "volunteers.csv")]
        command = block("propose").splitlines()[0].removeprefix("$ ")
        words = command.replace("children.csv volunteers.csv", " ".join(files))
        self.assertNotEqual(words, command)
        ending, printed = run_line(words, self.folder, "--format", "json")
        return ending, len(json.loads(printed)["proposed"]) if ending == 0 else None

    def test_a_column_must_be_there_where_the_readme_says_so(self):
        for table in ("children.csv", "volunteers.csv"):
            columns = self.columns(table)
            self.assertEqual(list(columns), block(table).splitlines()[0].split(","))
            for column, must in columns.items():
                if column in ("easting", "northing"):
                    continue  # one of the two without the other is refused
                with self.subTest(table=table, column=column):
                    ending, proposed = self.proposed_without(table, column)
                    if must == "yes":
                        self.assertEqual(ending, 3)
                    elif must == "to be proposed":
                        self.assertEqual((ending, proposed), (0, 0))
                    else:
                        self.assertEqual((ending, must), (0, ""))
                        self.assertGreater(proposed, 0)


def write():
    """Puts what the tool prints now into the README."""
    text = README
    with tempfile.TemporaryDirectory() as folder:
        shown = {"examples/run": run_examples(pathlib.Path(folder))}
    with tempfile.TemporaryDirectory() as folder:
        shown["propose"] = propose_as_on_a_terminal(pathlib.Path(folder))
    for name, (ending, printed) in shown.items():
        assert ending == 0, printed
        text = fenced(name).sub(lambda found, printed=printed: found[1] + printed, text)
    (SOURCE / "README.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write()
    else:
        unittest.main()
