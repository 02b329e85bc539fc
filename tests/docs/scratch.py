"""A folder for the commands of one page: it looks like a clone of befriend in which a release was built."""

import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
STAND_INS = ("cc", "c++", "cmake", "ctest", "pip")
LINKED = ("CMakePresets.json", "benchmarks", "data", "docs", "examples", "tests")

# Sets up a machine and builds befriend; here both are done.
SETUP_DONE = "install_packages() { :; }\nfetch_nanoarrow() { :; }\nquietly() { :; }\n"


class Scratch:
    """Made anew for each page. `BEFRIEND_INSTALLED` is where befriend was installed; CMakeLists.txt has the others."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="befriend-page-")
        self.folder = pathlib.Path(self.temporary.name)
        self.installed = pathlib.Path(os.environ["BEFRIEND_INSTALLED"]).resolve()
        self.venv = newest_venv(pathlib.Path(os.environ["BEFRIEND_PYTHON_TESTS"]))
        self.notebook = None
        self.fill()
        self.environment = self.settings()

    def close(self):
        if self.notebook:
            self.notebook.stdin.close()
            self.notebook.wait()
            self.notebook.stdout.close()
        self.temporary.cleanup()

    def fill(self):
        for name in LINKED:
            (self.folder / name).symlink_to(SOURCE / name)
        python_tests = self.folder / "bindings" / "python" / "tests" / "run"  # they build the package; CTest does not
        assert os.access(SOURCE / python_tests.relative_to(self.folder), os.X_OK)
        python_tests.parent.mkdir(parents=True)
        python_tests.write_text("#!/bin/sh\n", encoding="utf-8")
        python_tests.chmod(0o755)
        for preset in ("release", "dev"):
            (self.folder / "build" / preset / "bin").mkdir(parents=True)
            (self.folder / "build" / preset / "bin" / "befriend").symlink_to(self.installed / "bin" / "befriend")
        (self.folder / "build" / "dev" / "tests").mkdir()
        (self.folder / "build" / "dev" / "tests" / "befriend_tests").symlink_to(os.environ["BEFRIEND_TESTS"])
        (self.folder / "cmake").mkdir()
        setup = (SOURCE / "cmake" / "setup.sh").read_text(encoding="utf-8")
        last = "\nrequire_supported_system\n"
        assert setup.endswith(last), "the last line of cmake/setup.sh is another"
        (self.folder / "cmake" / "setup.sh").write_text(setup.removesuffix(last) + "\n" + SETUP_DONE,
                                                        encoding="utf-8")
        self.stand_ins = self.folder / ".stand_ins"
        self.stand_ins.mkdir()
        for name in STAND_INS:
            call = [sys.executable, str(HERE / "stand_in.py"), name]
            (self.stand_ins / name).write_text(f"#!/bin/sh\nexec {shlex.join(call)} \"$@\"\n", encoding="utf-8")
            (self.stand_ins / name).chmod(0o755)

    def settings(self):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")}
        libraries = next(self.installed.rglob("pkgconfig"))
        path = [str(self.stand_ins), str(self.installed / "bin"), str(self.venv / "bin"), os.environ["PATH"]]
        environment.update(
            PATH=os.pathsep.join(path), LC_ALL="C.UTF-8", NO_COLOR="1", TERM="dumb", TZ="UTC",
            CMAKE_PREFIX_PATH=str(self.installed), PKG_CONFIG_PATH=str(libraries),
            LD_LIBRARY_PATH=str(libraries.parent), PYTHONDONTWRITEBYTECODE="1")
        return environment

    def run(self, command, before=0):
        """What bash prints on a terminal for `command`, and how it ends; `before` is what it finds as `$?`."""
        ours, theirs = os.openpty()
        with subprocess.Popen(["bash", "-c", f"(exit {before})\n{command}"], cwd=self.folder, env=self.environment,
                              stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs) as process:
            os.close(theirs)
            printed = bytearray()
            while True:
                try:
                    some = os.read(ours, 65536)
                except OSError:  # Linux says so when the last writer is gone
                    break
                if not some:
                    break
                printed += some
            os.close(ours)
            ending = process.wait()
        return ending, as_left_on_screen(printed.decode())

    def run_cell(self, cell):
        """What a cell of Python prints in the notebook of the page, and whether it failed."""
        if self.notebook is None:
            python = self.venv / "bin" / "python"
            self.notebook = subprocess.Popen([python, HERE / "notebook.py"], cwd=self.folder, text=True,
                                             env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.notebook.stdin.write(json.dumps(cell) + "\n")
        self.notebook.stdin.flush()
        answer = json.loads(self.notebook.stdout.readline())
        return answer["failed"], answer["printed"]


def newest_venv(folder):
    """Where bindings/python/tests/run has installed the package; the latest, if it did so for several Pythons."""
    return max(folder.glob("cp*/venv"), key=lambda venv: venv.stat().st_mtime, default=folder / "venv")


def as_left_on_screen(text):
    """Without lines of progress, which the tool clears away."""
    return re.sub(r"[^\n]*\r\x1b\[K", "", text.replace("\r\n", "\n"))
