"""Programs that misuse the package (rows J14 and J15): TypeError or a class of ours, never a crash."""

import gc
import resource
import subprocess
import sys
import textwrap

import befriend as bf
import polars as pl
import pytest
from befriend import _core


class BrokenLength(list):
    def __len__(self):
        raise ZeroDivisionError


class BrokenItems(dict):
    def items(self):
        raise ZeroDivisionError


class BrokenStream:
    def __arrow_c_stream__(self, requested_schema=None):
        raise ZeroDivisionError


class NoCapsule:
    def __arrow_c_stream__(self, requested_schema=None):
        return 3


def raising():
    yield {"child_id": "C-1"}
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("error", "table"),
    [
        (ZeroDivisionError, raising()),
        (ZeroDivisionError, BrokenItems(child_id=["C-1"])),
        (ZeroDivisionError, BrokenStream()),
        ((ValueError, TypeError), NoCapsule()),
    ],
)
def test_broken_tables(volunteers, error, table):
    with pytest.raises(error):
        bf.Round(table, volunteers, as_of="2026-11-02")


def test_a_broken_length_is_not_asked(children, volunteers):
    bf.Round(BrokenLength(children), volunteers, as_of="2026-11-02").propose()


def test_input_deleted_during_the_call():
    round_ = bf.synthetic("national-2019", children=1500, volunteers=900)
    frames = [round_.children.to_polars(), round_.volunteers.to_polars()]
    again = bf.Round(frames[0], frames[1], blocks=round_.blocks, policy=round_.policy)

    def delete(*_):
        frames.clear()
        gc.collect()

    assert again.propose(progress=delete).to_json() == round_.propose().to_json()


def test_a_table_lives_longer_than_its_proposal():
    table = bf.synthetic("county").propose().proposed
    gc.collect()
    frame = table.to_polars()
    capsule = table.__arrow_c_stream__()
    del table
    gc.collect()
    assert _core.columns_of(capsule)[1][0] == frame["child_id"].to_list()


def test_unused_capsules_are_freed():
    proposal = bf.synthetic("county").propose()
    for _ in range(3):
        proposal.candidates.__arrow_c_stream__()
    gc.collect()


def run(program):
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=60
    )
    return done.returncode, done.stdout, done.stderr


def test_fork_after_load():
    code, out, _ = run("""
        import os
        import befriend as bf
        round_ = bf.synthetic("county")
        expected = round_.propose().to_json()
        child = os.fork()
        if child == 0:
            os._exit(0 if round_.propose().to_json() == expected else 1)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """)
    assert (code, out.strip()) == (0, "0")


def test_the_interpreter_ends_during_a_solve():
    code, _, err = run("""
        import threading, time
        import befriend as bf
        round_ = bf.synthetic("county", children=9000, volunteers=7000)
        threading.Thread(target=round_.propose, daemon=True).start()
        time.sleep(0.3)
    """)
    assert code == 0, err


@pytest.mark.parametrize(
    "call",
    [
        lambda: _core.Round(None),
        lambda: _core.Round("policy"),
        lambda: _core.Policy("text"),
        lambda: _core.Proposal(),
        lambda: _core.Problem(1),
        lambda: _core.Problem("a", "b"),
        lambda: _core.Problem(2**70, 1),
        lambda: _core.columns_of(),
        lambda: _core.stream_of([], [], None),
        lambda: bf.Proposal(None),
        lambda: bf.Table(),
    ],
)
def test_the_extension_refuses_wrong_types(call):
    with pytest.raises(TypeError):
        call()


@pytest.mark.filterwarnings("ignore:nanobind")
def test_empty_handles_do_not_crash():
    for kind in (_core.Round, _core.Policy, _core.Problem, _core.Proposal, _core.Solution):
        with pytest.raises(TypeError):
            kind.__new__(kind).text(1) if kind is _core.Policy else kind.__new__(kind)("x")


def test_memory_does_not_grow():
    round_ = bf.synthetic("county")
    frame = round_.children.to_polars()

    def once():
        bf.Round(frame, round_.volunteers, policy=round_.policy).propose().proposed.to_dicts()
        bf.assign([[1, 2], [3, 4]])
        with pytest.raises(bf.InputError):
            bf.Round([{"child_id": 3}], [], as_of="2026-11-02").propose()

    for _ in range(30):
        once()
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(150):
        once()
    gc.collect()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 2048  # KiB


def test_read_only_and_foreign_buffers():
    frame = pl.DataFrame({"child_id": ["C-1"], "referred_on": ["2025-03-10"], "age_years": [11]})
    assert len(bf.Round(frame.head(1), [], as_of="2026-11-02").propose().waiting) == 1
