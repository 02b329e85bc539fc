"""Tables in: every kind of table gives the same proposal, byte for byte."""

import datetime
import decimal

import befriend as bf
import duckdb
import narwhals
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import county_table

TABLES = ("children", "volunteers", "coordinators", "blocks")


def columns_of(records):
    """A list of dicts as a dict of lists; a cell that a record does not have is None."""
    names = list(dict.fromkeys(name for record in records for name in record))
    return {name: [record.get(name) for record in records] for name in names}


def texts(records):
    """The same with every cell as CSV writes it."""

    def cell(value):
        if value is None:
            return None
        if isinstance(value, bool):
            return "yes" if value else "no"
        return ";".join(map(str, value)) or "none" if isinstance(value, list) else str(value)

    return {name: [cell(value) for value in cells] for name, cells in columns_of(records).items()}


def arrow(records):
    return pa.table(columns_of(records))


def cast(table, change):
    """Every column with the type that `change` gives for its own."""
    return table.cast(pa.schema([(field.name, change(field.type)) for field in table.schema]))


def large(kind):
    if pa.types.is_string(kind):
        return pa.large_string()
    return pa.large_list(pa.large_string()) if pa.types.is_list(kind) else kind


def with_views(table):
    return cast(table, lambda kind: pa.string_view() if pa.types.is_string(kind) else kind)


def with_dictionaries(table):
    for at, field in enumerate(table.schema):
        if pa.types.is_string(field.type):
            table = table.set_column(at, field.name, table.column(at).dictionary_encode())
    return table


def small_integers(table):
    fits = {
        "age_years": pa.uint8(),
        "previous_matches": pa.int8(),
        "capacity": pa.int16(),
        "easting": pa.int32(),
        "northing": pa.uint32(),
        "max_travel_m": pa.int32(),
    }
    for at, field in enumerate(table.schema):
        if field.name in fits:
            table = table.set_column(at, field.name, table.column(at).cast(fits[field.name]))
    return table


def with_dates(table):
    for at, field in enumerate(table.schema):
        if field.name in ("referred_on", "waiting_since", "dbs_on", "panel_approved_until", "available_from"):
            days = [day and datetime.date.fromisoformat(day) for day in table.column(at).to_pylist()]
            kind = pa.timestamp("us") if field.name == "referred_on" else pa.date32()
            table = table.set_column(at, field.name, pa.array(days).cast(kind))
    return table


def chunked(table):
    return pa.concat_tables([table.slice(at, 7) for at in range(0, len(table), 7)])


def sliced(table):
    padded = pa.concat_tables([table.slice(0, 3), table, table.slice(0, 2)])
    return padded.combine_chunks().slice(min(3, len(table)), len(table))


def duck(records):
    table = arrow(records)
    return duckdb.connect().from_arrow(table)


MAKERS = {
    "list of dicts": lambda records: records,
    "tuple of dicts": tuple,
    "generator": lambda records: (record for record in records),
    "dict of lists": columns_of,
    "dict of texts": texts,
    "polars": lambda records: pl.from_arrow(arrow(records)),
    "polars categoricals": lambda records: pl.DataFrame(texts(records)).with_columns(
        pl.all().cast(pl.Categorical)
    ),
    "polars lazy": lambda records: pl.from_arrow(arrow(records)).lazy(),
    "narwhals": lambda records: narwhals.from_native(pl.from_arrow(arrow(records))),
    "pandas": lambda records: pd.DataFrame(columns_of(records)),
    "pandas of arrow": lambda records: arrow(records).to_pandas(types_mapper=pd.ArrowDtype),
    "pandas objects": lambda records: pd.DataFrame(columns_of(records), dtype=object),
    "arrow": arrow,
    "arrow reader": lambda records: arrow(records).to_reader(max_chunksize=5),
    "arrow large types": lambda records: cast(arrow(records), large),
    "arrow string views": lambda records: with_views(arrow(records)),
    "arrow dictionaries": lambda records: with_dictionaries(arrow(records)),
    "arrow small integers": lambda records: small_integers(arrow(records)),
    "arrow dates": lambda records: with_dates(arrow(records)),
    "arrow in chunks": lambda records: chunked(arrow(records)),
    "arrow slice": lambda records: sliced(arrow(records)),
    "duckdb": duck,
}


@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_of_table_gives_the_same_bytes(kind, county_tables, county_policy, county_proposal):
    tables = {name: MAKERS[kind](county_tables[name]) for name in TABLES}
    proposal = bf.Round(**tables, policy=county_policy).propose()
    assert proposal.to_json() == county_proposal.to_json()


def test_a_table_of_befriend_goes_in_again(county, county_proposal):
    again = bf.Round(
        county.children,
        county.volunteers,
        coordinators=county.coordinators,
        blocks=county.blocks,
        policy=county.policy,
    )
    assert again.propose().to_json() == county_proposal.to_json()


@pytest.mark.parametrize(
    "kind",
    [
        lambda table: table,
        pl.DataFrame,
        with_views,
        with_dictionaries,
        lambda table: cast(table, large),
        lambda table: pa.concat_tables([table.slice(0, 9000), table.slice(9000)]),
        lambda table: pa.concat_tables([table.slice(0, 9), table]).slice(9),
    ],
    ids=["arrow", "polars", "views", "dictionaries", "large", "chunks", "offset"],
)
def test_a_long_table_of_any_kind_is_the_same(kind):
    round_ = bf.synthetic("national-2019", children=20_000, volunteers=300)
    again = bf.Round(kind(pa.table(round_.children)), round_.volunteers, policy=round_.policy)
    assert again.table_json("children") == round_.table_json("children")


def test_a_long_table_whose_last_record_is_wrong():
    children = pa.table(bf.synthetic("county", children=10_000).children)
    ids = children.column("child_id").to_pylist()
    ids[-1] = ids[0]
    children = children.set_column(children.schema.get_field_index("child_id"), "child_id", pa.array(ids))
    faults = bf.Round(children, []).check(as_of="2026-01-01").to_dicts()
    wrong = [fault for fault in faults if fault["code"] == "E_DUPLICATE"]
    assert [(fault["record"], fault["other_record"]) for fault in wrong] == [(9999, 0)]


def test_pandas_without_pyarrow(monkeypatch, county_tables, county_policy, county_proposal):
    def absent(self, requested_schema=None):
        raise ImportError("pyarrow is required")

    monkeypatch.setattr(pd.DataFrame, "__arrow_c_stream__", absent)
    tables = {name: pd.DataFrame(columns_of(county_tables[name])) for name in TABLES}
    assert bf.Round(**tables, policy=county_policy).propose().to_json() == county_proposal.to_json()


def test_gaps_of_every_kind_are_unknown(children, volunteers):
    def bytes_with(gap):
        given = [child | {"easting": gap, "northing": gap, "waiting_since": gap} for child in children]
        return bf.Round(given, volunteers, as_of="2026-11-02").propose().to_json()

    expected = bytes_with(None)
    for gap in (float("nan"), np.nan, np.float32("nan"), pd.NA, pd.NaT, "", decimal.Decimal("nan")):
        assert bytes_with(gap) == expected


@pytest.mark.parametrize(
    ("column", "cell", "text"),
    [
        ("referred_on", datetime.date(2025, 3, 10), "2025-03-10"),
        ("referred_on", datetime.datetime(2025, 3, 10), "2025-03-10"),
        ("referred_on", np.datetime64("2025-03-10"), "2025-03-10"),
        ("referred_on", np.datetime64("2025-03-10T00:00:00.000000000"), "2025-03-10"),
        ("referred_on", pd.Timestamp("2025-03-10"), "2025-03-10"),
        ("age_years", 11.0, "11"),
        ("age_years", np.int8(11), "11"),
        ("age_years", np.float64(11), "11"),
        ("visits_wanted_per_month", decimal.Decimal("1.25"), "1.25"),
        ("interests", {"football:2"}, "football:2"),
        ("interests", np.array(["football:2", "baking"]), "football:2;baking"),
        ("interests", (), None),
    ],
)
def test_cells_of_python(children, volunteers, column, cell, text):
    def bytes_with(value):
        return bf.Round([children[0] | {column: value}], volunteers, as_of="2026-11-02").propose().to_json()

    assert bytes_with(cell) == bytes_with(text)


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        pytest.param(10**1000, {"E_NUMBER", "E_RANGE"}, id="1,000 digits"),
        pytest.param(-(10**5000), {"E_NUMBER", "E_RANGE"}, id="5,000 digits"),
        (2**63, {"E_NUMBER", "E_RANGE"}),
        (float("inf"), {"E_NUMBER"}),
        (11.5, {"E_NUMBER"}),
        ("eleven", {"E_NUMBER"}),
        (-1, {"E_RANGE"}),
        (True, {"E_SCHEMA", "E_NUMBER"}),
    ],
)
def test_a_bad_number_is_refused_by_place(children, volunteers, cell, codes):
    with pytest.raises(bf.InputError) as refused:
        bf.Round([children[0], children[1] | {"age_years": cell}], volunteers, as_of="2026-11-02").propose()
    fault = refused.value.faults.to_dicts()[0]
    assert fault["code"] in codes
    assert (fault["table"], fault["record"], fault["field"], fault["line"]) == (
        "children",
        1,
        "age_years",
        None,
    )


def test_a_time_of_day_is_no_date(children, volunteers):
    bad = [children[0] | {"referred_on": datetime.datetime(2025, 3, 10, 8, 30)}]
    with pytest.raises(bf.InputError, match=r"E_DATE children\[0\]\.referred_on"):
        bf.Round(bad, volunteers, as_of="2026-11-02").propose()


@pytest.mark.parametrize(
    ("error", "table"),
    [
        (TypeError, None),
        (TypeError, 3),
        (TypeError, "children.csv"),
        (TypeError, b"[]"),
        (TypeError, [1, 2]),
        (TypeError, [["C-1"]]),
        (TypeError, [{3: "C-1"}]),
        (TypeError, {3: ["C-1"]}),
        (TypeError, {"child_id": "C-1"}),
        (TypeError, {"child_id": 3}),
        (TypeError, [{"child_id": object()}]),
        (TypeError, [{"age_years": 11}, {"age_years": [11]}]),
        (ValueError, {"child_id": ["C-1"], "age_years": []}),
    ],
)
def test_what_is_no_table(volunteers, error, table):
    with pytest.raises(error):
        bf.Round(table, volunteers, as_of="2026-11-02").propose()


def test_unknown_columns_and_ignored_ones(children, volunteers):
    extra = [child | {"hobby": "x"} for child in children]
    with pytest.raises(bf.InputError, match="E_SCHEMA children.*hobby"):
        bf.Round(extra, volunteers, as_of="2026-11-02").propose()
    for table in (extra, pl.DataFrame(extra)):
        for names in ("hobby", ["hobby", "other"]):
            bf.Round(table, volunteers, as_of="2026-11-02", ignore_columns=names).propose()
    with pytest.raises(ValueError, match="ignore_columns"):
        bf.Round(extra, volunteers, ignore_columns=["a;b"])


def test_columns_without_any_value(children, volunteers):
    expected = bf.Round(children, volunteers, as_of="2026-11-02").propose().to_json()
    table = arrow(children)
    nothing = {
        "polars": pl.from_arrow(table).with_columns(religion=pl.lit(None), easting=pl.lit(None)),
        "pandas": table.to_pandas().assign(religion=np.nan, easting=np.nan),
        "arrow": table.append_column("religion", pa.nulls(2)).append_column("easting", pa.nulls(2)),
        "dict": columns_of(children) | {"religion": [None, None], "easting": [None, None]},
    }
    for name, given in nothing.items():
        assert bf.Round(given, volunteers, as_of="2026-11-02").propose().to_json() == expected, name


def test_areas(children, volunteers):
    placed = [child | {"area": "M1"} for child in children]
    here = [volunteer | {"easting": 384000, "northing": 398000} for volunteer in volunteers]

    def travel(areas):
        return (
            bf.Round(placed, here, as_of="2026-11-02", areas=areas).propose().proposed.to_dicts()[0]["travel"]
        )

    near = travel({"M1": (384500, 397900)})
    assert near == travel(pl.DataFrame({"outcode": ["M1"], "easting": [384500], "northing": [397900]}))
    assert near == travel([{"outcode": "M1", "easting": 384500, "northing": 397900}])
    assert near > travel({"M1": (394500, 397900)})
    with pytest.raises(ValueError, match="areas: no column northing"):
        travel({"outcode": ["M1"], "easting": [384500]})
    with pytest.raises(bf.InputError):
        travel({"M1": (-5, 397900)})


def test_vocabulary(tmp_path, children, volunteers):
    words = tmp_path / "interests.toml"
    words.write_text("schema_version = 1\n", encoding="utf-8")
    with pytest.raises(bf.InputError):  # nobody may like football any more
        bf.Round(children, volunteers, as_of="2026-11-02", vocabulary=words).propose()
    with pytest.raises(OSError, match="absent"):
        bf.Round(children, volunteers, vocabulary=tmp_path / "absent.toml")


def test_the_table_may_change_afterwards(children, volunteers):
    round_ = bf.Round(children, volunteers, as_of="2026-11-02")
    first = round_.propose().to_json()
    children.clear()
    volunteers[0].clear()
    assert round_.propose().to_json() == first


def test_faults_of_an_arrow_table_name_record_and_field():
    table = pl.DataFrame(columns_of(county_table("children"))).with_columns(
        pl.when(pl.int_range(pl.len()) == 5).then(99).otherwise(pl.col("age_years")).alias("age_years")
    )
    faults = bf.Round(table, county_table("volunteers"), as_of="2024-03-31").check().to_dicts()
    errors = [fault for fault in faults if fault["severity"] == "error"]
    assert [(fault["table"], fault["record"], fault["field"]) for fault in errors] == [
        ("children", 5, "age_years")
    ]


@pytest.mark.parametrize(
    "column", [pa.array([b"C-1", b"C-2"]), pa.array([1.5, 2.5]), pa.array([{"a": 1}, {"a": 2}])]
)
def test_a_column_of_another_type(volunteers, column):
    table = pa.table({"child_id": column, "referred_on": ["2025-03-10"] * 2, "age_years": [11, 12]})
    faults = bf.Round(table, volunteers, as_of="2026-11-02").check().to_dicts()
    assert any(fault["field"] == "child_id" and fault["severity"] == "error" for fault in faults)


def test_arrow_that_is_no_table(volunteers):
    with pytest.raises((bf.BefriendError, TypeError, ValueError)):
        bf.Round(pa.chunked_array([["C-1"]]), volunteers, as_of="2026-11-02").propose()
