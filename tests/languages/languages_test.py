"""One example, by the commands that examples/README.md shows: the bytes of the tool, and every fault at once.

    languages_test.py LANGUAGE INSTALLED TOOL FOLDER

LANGUAGE is the name of a block of commands, INSTALLED the prefix that befriend is installed below, TOOL the tool of any
build, FOLDER a place for what the commands write. Prints "Not run: ..." if there is no compiler for the language.
"""

import glob
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
LIST = "examples/rounds/county-json"
CHILD = "C-0001"


def block(name):
    text = (SOURCE / "examples/README.md").read_text(encoding="utf-8")
    return re.search(rf"<!-- {name} -->\n```bash\n(.*?)```", text, re.DOTALL)[1]


def java_homes():
    """Every JDK here, with its version."""
    found = shutil.which("java")
    homes = [os.environ.get("JAVA_HOME", ""), os.path.realpath(found)[: -len("/bin/java")] if found else ""]
    for home in dict.fromkeys(homes + sorted(glob.glob("/usr/lib/jvm/*"))):
        if home and os.access(f"{home}/bin/javac", os.X_OK):
            told = subprocess.run([f"{home}/bin/java", "-version"], text=True, capture_output=True).stderr
            version = re.search(r'version "(\d+)', told)
            if version:
                yield int(version[1]), home


def compiler_for(language):
    """The folder of the compiler that the commands should find, or why there is none."""
    if language.startswith("java"):
        least = 22 if language == "java-ffm" else 11
        fitting = sorted((version, home) for version, home in java_homes() if version >= least)
        if not fitting:
            return None, f"no JDK of version {least} or later"
        if language == "java-jna" and not os.path.exists("/usr/share/java/jna.jar"):
            return None, "no JNA (libjna-java)"
        return f"{fitting[-1 if least == 22 else 0][1]}/bin", ""
    found = shutil.which("cc" if language == "c" else language)
    return (os.path.dirname(found), "") if found else (None, f"no compiler for {language}")


class Example(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        shutil.rmtree(FOLDER, ignore_errors=True)
        shutil.copytree(SOURCE / "examples", FOLDER / "examples")
        (FOLDER / "build").mkdir()
        libraries = glob.glob(f"{INSTALLED}/lib/**/libbefriend.so", recursive=True)
        folder = os.path.dirname(libraries[0])
        cls.environment = dict(
            os.environ, PATH=f"{COMPILER}:{os.environ['PATH']}", LD_LIBRARY_PATH=folder,
            PKG_CONFIG_PATH=f"{folder}/pkgconfig", GOTOOLCHAIN="local", GOFLAGS="-mod=readonly",
            GOCACHE=str(FOLDER.parent / "go-cache"), GOPATH=str(FOLDER.parent / "go"))
        cls.built = False

    def commands(self):
        """The commands of the README, of which the last runs the program; what was built stays built."""
        *build, run = block(LANGUAGE).splitlines()
        self.assertIn(f"$round --explain {CHILD}", run)
        return "\n".join(build), run

    def run_program(self, change=lambda line: line, setting=""):
        build, run = self.commands()
        script = "\n".join(["set -e", block("round"), setting, "" if type(self).built else build, change(run)])
        ended = subprocess.run(["bash", "-c", script], cwd=FOLDER, env=self.environment, capture_output=True)
        type(self).built = True
        return ended

    def by_the_tool(self, command, *arguments):
        tables = [f"{LIST}/children.json", f"{LIST}/volunteers.json", "--coordinators", f"{LIST}/coordinators.json",
                  "--blocks", f"{LIST}/blocks.json", "--policy", f"{LIST}/policy.toml"]
        child = [CHILD] if command == "explain" else []
        return subprocess.run([TOOL, command, *child, *tables, *arguments], cwd=FOLDER, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def test_the_lists_and_all_about_one_child_have_the_bytes_of_the_tool(self):
        ended = self.run_program()
        self.assertEqual(ended.returncode, 0, ended.stderr.decode())
        self.assertEqual(ended.stdout, self.by_the_tool("propose", "--format", "table") +
                         self.by_the_tool("explain", "--format", "json"))

    def test_the_proposal_has_the_bytes_of_the_tool(self):
        ended = self.run_program(lambda line: line.replace(f" --explain {CHILD}", ""))
        self.assertEqual(ended.returncode, 0, ended.stderr.decode())
        self.by_the_tool("propose", "--out", "proposal", "--force")
        self.assertEqual(ended.stdout, (FOLDER / "proposal/proposal.json").read_bytes())

    def refused(self, setting="", change=lambda line: line):
        ended = self.run_program(change, setting)
        self.assertEqual(ended.returncode, 1)
        self.assertNotIn(b"{", ended.stdout)
        return ended.stderr.decode()

    def test_every_fault_of_every_table_is_printed(self):
        told = self.refused(f"round='{LIST}/policy.toml children={LIST}/volunteers.json volunteers={LIST}/children.json'")
        self.assertRegex(told, r"(?m)^E_SCHEMA children\[0\]\.child_id: ")
        self.assertRegex(told, r"(?m)^E_SCHEMA volunteers\[0\]\.volunteer_id: ")

    def test_an_unknown_child_a_faulty_policy_and_what_is_no_table_are_told(self):
        self.assertIn("E_UNKNOWN_ID child_id", self.refused(change=lambda line: line.replace(CHILD, "C-9999")))
        self.assertIn("E_", self.refused(f"round={LIST}/children.json"))
        self.assertIn("pets: not of the form TABLE=FILE", self.refused('round="$round pets"'))
        self.assertIn("E_ARG", self.refused(f'round="$round pets={LIST}/blocks.json"'))

    def test_the_program_is_short(self):
        folder, _, kind = LANGUAGE.partition("-")
        files = [path for path in (SOURCE / "examples" / folder / kind).rglob("*") if path.suffix in (".c", ".go", ".java")]
        self.assertEqual(len(files), 1)
        self.assertLess(len(files[0].read_text(encoding="utf-8").splitlines()), 150)


if __name__ == "__main__":
    LANGUAGE, INSTALLED, TOOL, FOLDER = sys.argv[1:3] + [sys.argv[3], pathlib.Path(sys.argv[4])]
    COMPILER, missing = compiler_for(LANGUAGE)
    if not COMPILER:
        print(f"Not run: the example {LANGUAGE}: {missing}")
        sys.exit()
    unittest.main(argv=sys.argv[:1])
