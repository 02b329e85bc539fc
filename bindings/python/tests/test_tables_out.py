"""Tables out: every library reads them, as often as it likes, and none is needed."""

import datetime

import befriend as bf
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from befriend import _core
from befriend._table import Table

NAMES = ("proposed", "waiting", "unused", "reasons", "alternatives", "candidates")


@pytest.mark.parametrize("name", NAMES)
def test_every_reader_sees_the_same(county_proposal, name):
    table = getattr(county_proposal, name)
    rows = table.to_dicts()
    assert len(table) == len(rows) > 0
    assert table.columns == list(rows[0]) == list(table.to_dict())
    assert table.to_polars().to_dicts() == rows
    assert table.to_arrow().to_pylist() == rows
    assert list(table) == rows
    assert (
        pl.DataFrame(table).to_dicts() == pa.table(table).to_pylist() == rows
    )  # the capsule is enough, again and again
    assert duckdb.sql(
        "select count(*) from found", connection=_connection(found=pa.table(table))
    ).fetchall() == [(len(rows),)]


def _connection(**tables):
    connection = duckdb.connect()
    for name, table in tables.items():
        connection.register(name, table)
    return connection


@pytest.mark.parametrize("name", NAMES)
def test_pandas(county_proposal, name):
    table = getattr(county_proposal, name)
    frame = table.to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert list(frame.columns) == table.columns
    assert len(frame) == len(table)
    first = table.columns[0]
    assert frame[first].tolist() == table.to_dict()[first]


def test_the_rows_are_those_of_the_json(county_proposal):
    import json

    whole = json.loads(county_proposal.to_json())
    assert [row["child_id"] for row in county_proposal.proposed] == [
        match["child"] for match in whole["proposed"]
    ]
    assert [row["points"] for row in county_proposal.proposed] == [
        match["points"] for match in whole["proposed"]
    ]
    assert [row["reason"] for row in county_proposal.waiting] == [
        child["reason"]["code"] for child in whole["waiting"]
    ]
    assert [row["volunteer_id"] for row in county_proposal.unused] == [
        unused["volunteer"] for unused in whole["unused"]
    ]
    assert len(county_proposal.candidates) == whole["candidate_pairs"]
    for row in county_proposal.proposed:
        parts = [row[name] for name in ("interests", "background", "age", "travel", "availability")]
        assert sum(part for part in parts if part is not None) == row["points"]  # M37


def test_the_tables_of_a_round_are_what_was_given(county, county_tables):
    for name in ("children", "volunteers", "blocks"):
        rows = getattr(county, name).to_dicts()
        assert len(rows) == len(county_tables[name])
        key = "child_id" if name == "blocks" else {"children": "child_id", "volunteers": "volunteer_id"}[name]
        assert [row[key] for row in rows] == [row[key] for row in county_tables[name]]
    assert (len(county.pins), county.pins.columns[:2]) == (0, ["child_id", "volunteer_id"])
    assert county.children.to_dicts()[0]["referred_on"] in (datetime.date(2023, 10, 1), "2023-10-01")


KINDS = {
    "text": ("utf8", ["a", None, "é\0b"]),
    "small": ("int32", [1, None, -(2**31)]),
    "big": ("int64", [2**63 - 1, None, -(2**63)]),
    "real": ("float64", [0.5, None, -1e300]),
    "flag": ("bool", [True, None, False]),
    "day": ("date32", [datetime.date(1, 1, 1), None, datetime.date(9999, 12, 31)]),
    "several": ("list", [["a", "b"], None, []]),
}


def test_every_kind_of_column_there_and_back():
    kinds = {name: kind for name, (kind, _) in KINDS.items()}
    columns = {name: values for name, (_, values) in KINDS.items()}
    table = Table._built("kinds", kinds, columns)
    assert table.to_dict() == columns
    assert table.to_polars().to_dict(as_series=False) == columns
    assert table.to_arrow().to_pydict() == columns
    again = pa.table(table).slice(1, 2)  # offsets, and a stream that is not ours
    assert _core.columns_of(again.__arrow_c_stream__())[1] == [values[1:] for values in columns.values()]


def test_values_that_do_not_fit():
    for kind, value in (
        ("int32", 2**31),
        ("int64", 2**63),
        ("utf8", 3),
        ("utf8", "\ud800"),
        ("date32", "today"),
        ("list", [3]),
        ("other", 1),
    ):
        with pytest.raises((TypeError, ValueError, RuntimeError, AttributeError, OverflowError)):
            Table._built("bad", {"column": kind}, {"column": [value]}).to_dicts()


def test_streams_that_are_not_read():
    with pytest.raises(TypeError, match="no table"):
        _core.columns_of(pa.chunked_array([["a"]]).__arrow_c_stream__())
    with pytest.raises(TypeError, match="column 0"):
        _core.columns_of(pa.table({"a": [{"b": 1}]}).__arrow_c_stream__())
    consumed = pa.table({"a": [1]}).__arrow_c_stream__()
    _core.columns_of(consumed)
    with pytest.raises(ValueError, match="consumed already"):
        _core.columns_of(consumed)
    for wrong in (None, 3, object()):
        with pytest.raises((TypeError, ValueError)):
            _core.columns_of(wrong)


def test_a_stream_that_breaks_off():
    def batches():
        yield pa.record_batch({"a": [1]})
        raise OSError("gone")

    reader = pa.RecordBatchReader.from_batches(pa.schema([("a", pa.int64())]), batches())
    with pytest.raises(ValueError, match="cannot be read"):
        _core.columns_of(reader.__arrow_c_stream__())


def test_texts_show_no_rows_unless_asked(county, county_proposal):
    ids = [row["child_id"] for row in county.children] + [row["volunteer_id"] for row in county.volunteers]
    shown = [
        county,
        county.policy,
        county_proposal,
        county_proposal.summary,
        county.children,
        county_proposal.waiting,
        county_proposal.explain(ids[0]),
        county.check(),
    ]
    for thing in shown:
        texts = [repr(thing), str(thing)] + ([thing._repr_html_()] if hasattr(thing, "_repr_html_") else [])
        assert not [text for text in texts for one in ids if one in text]
    table = county_proposal.waiting
    table.display_rows = True
    first = table.to_dicts()[0]["child_id"]
    assert first in repr(table)
    assert first in table._repr_html_()
    assert repr(county) == "<befriend.Round: 40 children, 24 volunteers, as of 2024-03-31, policy 'county'>"
    assert (
        repr(county_proposal) == "<befriend.Proposal: proposed 16, still waiting 24, points 7,924, certified>"
    )


def test_html_is_escaped():
    table = Table._built("<b>", {"<i>": "utf8"}, {"<i>": ["<script>", None]})
    table.display_rows = True
    assert "<script>" not in table._repr_html_()
    assert "<i>" not in table._repr_html_()
    assert isinstance(bf.synthetic("county").children, bf.Table)
