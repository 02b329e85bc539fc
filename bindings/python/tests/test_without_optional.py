"""befriend without any of the optional packages: a process in which none of them can be imported."""

import subprocess
import sys
import textwrap

OPTIONAL = (
    "altair",
    "duckdb",
    "fastexcel",
    "nanoarrow",
    "numpy",
    "openpyxl",
    "pandas",
    "polars",
    "pyarrow",
    "scipy",
    "tqdm",
)


def run(program, absent=OPTIONAL):
    blocked = f"import sys; sys.modules.update(dict.fromkeys({absent!r}))\n"
    done = subprocess.run(
        [sys.executable, "-c", blocked + textwrap.dedent(program)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_whole_round():
    out = run("""
        import json
        import befriend as bf
        county = bf.synthetic("county")
        children, volunteers = county.children.to_dicts(), county.volunteers.to_dict()
        round_ = bf.Round(children, volunteers, blocks=county.blocks, policy=county.policy)
        proposal = round_.propose()
        assert proposal.to_json() == county.propose().to_json()
        assert len(proposal.proposed.to_dicts()) == len(json.loads(proposal.to_json())["proposed"])
        for table in (proposal.waiting, proposal.unused, proposal.reasons, proposal.alternatives, proposal.candidates,
                      proposal.compare(proposal), proposal.explain("C-0001"), round_.check()):
            table.to_dicts(), repr(table), len(table), table.columns
        print(proposal.summary)
    """)
    assert out.startswith("proposed ")


def test_what_needs_a_package_says_which():
    out = run("""
        import pathlib, tempfile
        import befriend as bf
        proposal = bf.synthetic("county").propose()
        child = proposal.proposed.to_dicts()[0]["child_id"]
        file = pathlib.Path(tempfile.mkdtemp()) / "a.csv"
        file.write_text("child_id")
        for call in (proposal.proposed.to_polars, proposal.proposed.to_pandas, proposal.proposed.to_arrow,
                     lambda: bf.plot.contributions(proposal, child), lambda: bf.read_table(file),
                     lambda: bf.assign([[1]]), lambda: bf.linear_sum_assignment([[1]])):
            try:
                call()
            except ImportError as missing:
                print(missing)
    """)
    lines = out.splitlines()
    assert len(lines) == 7
    assert "pip install 'befriend[plot]'" in lines[3]
    assert "pip install 'befriend[polars]'" in lines[4]
    assert "pip install 'befriend[assign]'" in lines[5]


def test_import_brings_nothing_heavy():
    loaded = run("import sys, befriend; print(*sys.modules)", absent=()).split()
    assert not set(loaded) & {*OPTIONAL, "narwhals"}


def test_polars_alone_and_pandas_alone():
    for library in ("polars", "pandas"):
        others = tuple(name for name in OPTIONAL if name not in (library, "numpy"))
        out = run(
            f"""
            import befriend as bf
            county = bf.synthetic("county")
            frames = [getattr(table, "to_{library}")() for table in (county.children, county.volunteers, county.blocks)]
            again = bf.Round(frames[0], frames[1], blocks=frames[2], policy=county.policy).propose()
            print(again.to_json() == county.propose().to_json())
        """,
            absent=others,
        )
        assert out.strip() == "True", library
