"""Runs the tool as a person does: what it says, how it ends, and what it leaves behind."""

import contextlib
import ctypes
import os
import pathlib
import subprocess
import tempfile
import unittest

TOOL = os.environ.get("BEFRIEND_TOOL", "befriend")

# Stands in every record of a bad file, in places where a valid file may have it too. It must never be repeated.
CANARY = "Kanarie7"

CHILDREN = ("child_id", "referred_on", "age_years", "consent", "provider_id", "interests", "slots", "easting",
            "northing")
VOLUNTEERS = ("volunteer_id", "state", "dbs_on", "references_ok", "panel_approved_until", "age_years", "independent",
              "capacity", "interests", "slots", "easting", "northing")
AS_OF = ("--as-of", "2025-06-01")


def child(number, **cells):
    record = {"child_id": f"{CANARY}-C{number}", "referred_on": f"2024-0{number % 9 + 1}-15", "age_years": "12",
              "consent": "agrees", "provider_id": "", "interests": "football:2;art:1", "slots": "sat_morning;sun_morning",
              "easting": str(400000 + 1000 * number), "northing": "400000"}
    return {**record, **cells}


def volunteer(number, **cells):
    record = {"volunteer_id": f"{CANARY}-V{number}", "state": "available", "dbs_on": "2024-01-10",
              "references_ok": "yes", "panel_approved_until": "2026-01-01", "age_years": "40", "independent": "yes",
              "capacity": "1", "interests": "football:2", "slots": "sat_morning;sun_morning",
              "easting": str(400500 + 1000 * number), "northing": "400000"}
    return {**record, **cells}


def csv(columns, records, end="\n"):
    """Plain CSV; the cells must not need quotes."""
    lines = [",".join(columns)] + [",".join(record[name] for name in columns) for record in records]
    return end.join(lines) + end


def quoted(text):
    """A cell of CSV that may hold anything."""
    return '"' + text.replace('"', '""') + '"'


def children(count=3, **cells):
    return csv(CHILDREN, [child(number, **cells) for number in range(1, count + 1)])


def volunteers(count=2, **cells):
    return csv(VOLUNTEERS, [volunteer(number, **cells) for number in range(1, count + 1)])


LIBC = ctypes.CDLL(None)


def as_if_not_root():
    """To be run in a new process: root may read and write everything by two capabilities, and loses them here."""
    drop_from_bounding_set = 24  # PR_CAPBSET_DROP
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        if os.geteuid() == 0 and LIBC.prctl(drop_from_bounding_set, capability, 0, 0, 0) != 0:
            os._exit(99)


def preloaded(module, **variables):
    """The environment in which a shared object comes between the tool and the system, also under sanitizers."""
    sanitizer = ":".join([*filter(None, [os.environ.get("ASAN_OPTIONS")]), "verify_asan_link_order=0"])
    return {**os.environ, "LD_PRELOAD": module, "ASAN_OPTIONS": sanitizer, **variables}


@contextlib.contextmanager
def running(*arguments, **options):
    """The tool while it runs. One that has not ended when the test is done with it is killed."""
    with subprocess.Popen([TOOL, *arguments], **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}) as process:
        try:
            yield process
        finally:
            process.kill()


class Result:
    def __init__(self, done):
        self.exit = done.returncode
        self.out = done.stdout
        self.err = done.stderr

    def said(self):
        return self.out + self.err


class ToolTest(unittest.TestCase):
    """Each test has an empty folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def contents(self):
        """Every file below the folder of the test, with its bytes; a pipe or a folder without."""
        return {str(path.relative_to(self.folder)): path.read_bytes() if path.is_file() else None
                for path in self.folder.rglob("*")}

    def run_tool(self, *arguments, **options):
        done = subprocess.run([TOOL, *map(str, arguments)], cwd=self.folder, timeout=120, check=False,
                              **{"capture_output": True, "stdin": subprocess.DEVNULL, **options})
        return Result(done)

    def round(self, children_text=None, volunteers_text=None):
        self.write("children.csv", children() if children_text is None else children_text)
        self.write("volunteers.csv", volunteers() if volunteers_text is None else volunteers_text)

    def propose(self, *arguments, **options):
        return self.run_tool("propose", "children.csv", "volunteers.csv", *AS_OF, *arguments, **options)

    def accepted(self, *arguments, warning=None):
        """The round is solved; returns the bytes of the proposal."""
        result = self.propose("--out", "out", "--force", *arguments)
        self.assertEqual(result.exit, 0, result.err)
        if warning:
            self.assertIn(warning.encode(), result.err)
        return (self.folder / "out" / "proposal.json").read_bytes()

    def refused(self, code, *names, arguments=(), exit_code=3):
        """The round is refused with a code that names a place, no value of it is repeated, and no file is made or
        changed."""
        before = self.contents()
        force = () if "--force" in arguments else ("--force",)  # it must save no earlier proposal either
        result = self.propose("--out", "out", *force, *arguments)
        self.assertEqual(result.exit, exit_code, result.err)
        first = next((line for line in result.err.decode().splitlines() if line.startswith(code + " ")), None)
        self.assertIsNotNone(first, result.err)
        for name in names:
            self.assertIn(name, first)
        self.assertNotIn(CANARY.encode(), result.said())
        self.assertEqual(result.out, b"")
        self.assertEqual(self.contents(), before)
        return result
