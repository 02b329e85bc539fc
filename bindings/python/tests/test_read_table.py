"""befriend.read_table: files into frames that a round takes."""

import subprocess
import sys
import textwrap

import befriend as bf
import polars as pl
import pytest
from conftest import COUNTY, SOURCE

CSV = SOURCE / "examples" / "rounds" / "county"


def test_csv_as_the_tool_reads_it(county_policy, county_proposal):
    tables = {
        name: bf.read_table(CSV / f"{name}.csv")
        for name in ("children", "volunteers", "coordinators", "blocks")
    }
    assert all(isinstance(table, pl.DataFrame) for table in tables.values())
    assert bf.Round(**tables, policy=county_policy).propose().to_json() == county_proposal.to_json()  # M41


def write_excel(path):
    """The bundled volunteers as a sheet, with numbers as numbers and an empty column."""
    table = bf.read_table(CSV / "volunteers.csv").with_columns(pl.col("age_years", "capacity").cast(pl.Int64))
    table.with_columns(area=pl.lit(None)).to_pandas().to_excel(path, index=False, sheet_name="approved")


def test_parquet_and_excel(tmp_path, county, county_policy, county_proposal):
    parquet = tmp_path / "children.parquet"
    county.children.to_polars().write_parquet(parquet)
    write_excel(tmp_path / "volunteers.xlsx")
    for sheet in (None, "approved"):
        again = bf.Round(
            bf.read_table(parquet),
            bf.read_table(tmp_path / "volunteers.xlsx", sheet=sheet),
            blocks=county.blocks,
            coordinators=county.coordinators,
            policy=county_policy,
        )
        assert again.propose().to_json() == county_proposal.to_json()


def test_pandas_where_polars_is_absent(tmp_path, county):
    county.children.to_polars().write_parquet(tmp_path / "children.parquet")
    write_excel(tmp_path / "volunteers.xlsx")
    program = f"""
        import sys; sys.modules["polars"] = None
        import pathlib
        import befriend as bf
        folder, county = pathlib.Path({str(tmp_path)!r}), pathlib.Path({str(COUNTY)!r})
        policy = bf.Policy.from_toml(county / "policy.toml")
        def json_of(children, volunteers):
            tables = [bf.read_table(file) for file in (children, volunteers)]
            assert all(type(table).__module__.startswith("pandas") for table in tables)
            return bf.Round(*tables, policy=policy).propose().to_json()
        csv = pathlib.Path({str(CSV)!r})
        print(json_of(csv / "children.csv", csv / "volunteers.csv")
              == json_of(folder / "children.parquet", folder / "volunteers.xlsx"))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "True", done.stderr


def test_empty_cells_are_missing(tmp_path):
    file = tmp_path / "children.csv"
    file.write_text(
        'child_id,referred_on,age_years,religion\nC-1,2025-03-10,11,none\nC-2,2025-03-10,,""\n',
        encoding="utf-8",
    )
    table = bf.read_table(file)
    assert [religion or None for religion in table["religion"]] == ["none", None]
    assert table["age_years"].to_list() == ["11", None]


@pytest.mark.parametrize(
    ("error", "call"),
    [
        (FileNotFoundError, lambda folder: bf.read_table(folder / "absent.csv")),
        (ValueError, lambda folder: bf.read_table(folder / "children.ods")),
        (ValueError, lambda folder: bf.read_table(folder / "children.csv", sheet="one")),
        (TypeError, lambda folder: bf.read_table(3)),
        (TypeError, lambda folder: bf.read_table(folder / "children.csv", "one")),
    ],
)
def test_what_is_not_read(tmp_path, error, call):
    with pytest.raises(error):
        call(tmp_path)
