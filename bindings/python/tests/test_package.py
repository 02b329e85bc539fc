"""The package as it is installed: the tool, the stubs, the examples and what the wheel leaves out."""

import importlib.metadata
import pathlib
import re
import subprocess
import sys

import befriend as bf
import pytest
from conftest import SOURCE

PACKAGE = pathlib.Path(bf.__file__).parent
SOURCES = SOURCE / "bindings" / "python" / "befriend"


def test_the_tool_is_the_same_version(tool):
    assert bf.__version__ in tool("--version")
    assert importlib.metadata.version("befriend") == bf.__version__


def test_the_tool_gives_its_exit_code():
    done = subprocess.run([sys.executable, "-m", "befriend", "propose"], capture_output=True, timeout=60)
    assert done.returncode == 2


def test_the_command_is_installed(tool):
    command = pathlib.Path(sys.executable).with_name("befriend")
    done = subprocess.run([command, "--help"], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == tool("--help")


def test_the_wheel_has_no_headers_or_cmake_files():
    files = [str(file) for file in importlib.metadata.files("befriend")]
    assert any(file.startswith("befriend/_core") for file in files)
    assert {"befriend/py.typed", "befriend/_core.pyi", "befriend/bin/befriend"} <= set(files)
    assert [file for file in files if re.search(r"\.(h|hpp|cmake|a|pc|cpp)$", file)] == []


def test_the_wheel_is_small():
    import io
    import zipfile

    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as wheel:
        for file in importlib.metadata.files("befriend"):
            if "__pycache__" not in str(file):
                wheel.write(file.locate(), str(file))
    assert archive.tell() < 3_000_000


def test_the_committed_stub_is_that_of_the_build(tmp_path):
    stub = tmp_path / "_core.pyi"
    subprocess.run(
        [sys.executable, "-m", "nanobind.stubgen", "-m", "befriend._core", "-o", stub],
        check=True,
        timeout=60,
        capture_output=True,
    )
    assert (SOURCES / "_core.pyi").read_text(encoding="utf-8") == stub.read_text(encoding="utf-8")


def test_the_package_is_typed(tmp_path):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--config-file",
            SOURCE / "pyproject.toml",
            "--cache-dir",
            tmp_path,
            "-p",
            "befriend",
        ],
        capture_output=True,
        text=True,
        timeout=100,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stdout


def test_everything_public_is_documented():
    for name in bf.__all__:
        thing = getattr(bf, name)
        if name == "__version__":
            continue
        assert thing.__doc__, name
        for member, value in vars(thing).items() if isinstance(thing, type) else ():
            if not member.startswith("_") and (callable(value) or isinstance(value, property)):
                assert value.__doc__, f"{name}.{member}"


def test_the_tutorial_runs(tmp_path):
    done = subprocess.run(
        [sys.executable, SOURCE / "examples" / "python" / "tutorial.py", tmp_path],
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    assert "E_RANGE" in done.stdout
    assert {file.name for file in tmp_path.iterdir()} == {
        "contributions.html",
        "candidates.html",
        "waiting_list.html",
        "proposals_map.html",
        "report.html",
    }


def test_the_readme_runs(tmp_path):
    text = (SOURCE / "bindings" / "python" / "README.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, cwd=tmp_path
    )
    assert done.stdout.startswith("proposed "), done.stderr


@pytest.mark.parametrize("name", ["plot", "assign"])
def test_dir_shows_what_there_is(name):
    assert name in dir(bf)
    with pytest.raises(AttributeError):
        bf.absent  # noqa: B018
