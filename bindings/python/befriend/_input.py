"""Tables in: the Arrow C stream of an object that has one, else one that is built here."""

from __future__ import annotations

import datetime
import decimal
import math
from collections.abc import Iterable, Mapping
from typing import Any

from befriend import _core

_TOO_LONG = (
    "9" * 30
)  # for a longer number: refused like every other of more than 64 bits, and Python can write it


def add_table(round_: _core.Round, name: str, number: int, table: Any) -> None:
    """Gives one table to a round of the C library."""
    capsule = stream_in(table)
    if capsule is None:
        columns = _columns(name, table)
        if not columns:  # an empty list has no columns, and is a table of nobody
            round_.add_json(number, b"[]")
            return
        capsule = _built(name, columns)
    round_.add_arrow(number, capsule)


def stream_in(table: Any) -> object | None:
    """The Arrow stream of an object that has one. pandas has the method but cannot do it without pyarrow."""
    if not hasattr(table, "__arrow_c_stream__") or isinstance(table, type):
        return None
    try:
        capsule: object = _with_empty_columns(table).__arrow_c_stream__()
    except ImportError:
        return None
    return capsule


def _with_empty_columns(table: Any) -> Any:
    """pandas makes a column of floats of one without any value; here it becomes one of nothing."""
    if type(table).__module__.partition(".")[0] != "pandas":
        return table
    empty = [
        name
        for name, kind in table.dtypes.items()
        if getattr(kind, "kind", "") == "f" and table[name].isna().all()
    ]
    return table.astype(dict.fromkeys(empty, object))


def rows_of(name: str, table: Any) -> list[dict[str, Any]]:
    """Any table as a list of dicts."""
    capsule = stream_in(table)
    names, values = _core.columns_of(_built(name, _columns(name, table)) if capsule is None else capsule)
    return [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]


def _built(name: str, given: Mapping[str, list[Any]]) -> object:
    """Columns of Python values as an Arrow stream."""
    columns = {
        column: [_cell(cell, name, record, column) for record, cell in enumerate(cells)]
        for column, cells in given.items()
    }
    kinds = {column: _kind(cells, name, column) for column, cells in columns.items()}
    values: list[list[object]] = [
        [_text(cell) for cell in cells] if kinds[column] == "utf8" else list(cells)
        for column, cells in columns.items()
    ]
    return _core.stream_of(list(kinds), list(kinds.values()), values)


def _columns(name: str, table: Any) -> dict[str, list[Any]]:
    if isinstance(table, (str, bytes, bytearray)):
        raise TypeError(
            f"{name}: a text is no table; read the file first, for instance with befriend.read_table"
        )
    if isinstance(table, Mapping):
        return _columns_of_mapping(name, table)
    frame = _frame_columns(table)
    if frame is not None:
        return _columns_of_mapping(name, frame)
    if isinstance(table, Iterable):
        return _columns_of_rows(name, table)
    raise TypeError(
        f"{name}: {type(table).__name__} is no table; give a data frame, a dict of lists or a list of dicts"
    )


def _frame_columns(table: Any) -> Mapping[str, Any] | None:
    """What narwhals makes of a data frame; None if it knows no such frame."""
    if isinstance(table, (list, tuple)):
        return None
    import narwhals

    frame = narwhals.from_native(table, pass_through=True)
    if isinstance(frame, narwhals.LazyFrame):
        frame = frame.collect()
    return frame.to_dict(as_series=False) if isinstance(frame, narwhals.DataFrame) else None


def _columns_of_mapping(name: str, table: Mapping[Any, Any]) -> dict[str, list[Any]]:
    columns = {}
    for column, cells in table.items():
        if isinstance(cells, (str, bytes)) or not isinstance(cells, Iterable):
            raise TypeError(f"{name}.{column}: {type(cells).__name__} is no list of cells")
        columns[_column_name(name, column)] = list(cells)
    if len({len(cells) for cells in columns.values()}) > 1:
        raise ValueError(f"{name}: columns of different lengths")
    return columns


def _columns_of_rows(name: str, rows: Iterable[Any]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {}
    record = 0
    for record, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise TypeError(f"{name}[{record - 1}]: {type(row).__name__} is no dict")
        for column, cell in row.items():
            cells = columns.setdefault(_column_name(name, column), [])
            cells.extend([None] * (record - 1 - len(cells)))
            cells.append(cell)
    for cells in columns.values():
        cells.extend([None] * (record - len(cells)))
    return columns


def _column_name(name: str, column: Any) -> str:
    if not isinstance(column, str):
        raise TypeError(f"{name}: a column's name is {type(column).__name__}, not str")
    return column


Cell = bool | int | float | str | list[str] | None


def _cell(value: Any, name: str, record: int, column: str) -> Cell:
    """A cell as one of few types; what is missing is None."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return None if math.isnan(value) else value
    if isinstance(value, datetime.datetime):
        return _day(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, decimal.Decimal):
        return None if value.is_nan() else str(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return [_text(_cell(item, name, record, column)) or "" for item in items]
    if type(value).__name__ == "datetime64":  # of NumPy; nanoseconds would become a number
        return _cell(value.astype("datetime64[us]").tolist(), name, record, column)
    if hasattr(value, "tolist"):  # a scalar or an array of NumPy
        return _cell(value.tolist(), name, record, column)
    if type(value).__name__ in ("NAType", "NaTType"):  # of pandas
        return None
    raise TypeError(f"{name}[{record}].{column}: {type(value).__name__} is no kind of cell")


def _day(value: datetime.datetime) -> str | None:
    if value != value:  # pandas.NaT
        return None
    if value.time() == datetime.time() and value.tzinfo is None:
        return value.date().isoformat()
    return value.isoformat()  # a time of day is no date; refused with its place


def _kind(cells: list[Cell], name: str, column: str) -> str:
    """The Arrow type that holds every cell; cells of several types become texts, as in a CSV file."""
    types = {type(cell) for cell in cells if cell is not None}
    if types == {bool}:
        return "bool"
    if types == {list}:
        return "list"
    if list in types and types != {list, str}:
        raise TypeError(f"{name}.{column}: lists and numbers in one column")
    if types == {float}:
        return "float64"
    if types == {int}:
        return "int64" if all(-(2**63) <= cell < 2**63 for cell in cells if isinstance(cell, int)) else "utf8"
    return "utf8"


def _text(cell: Cell) -> str | None:
    """A cell as a CSV file has it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, list):
        return ";".join(cell) or "none"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 2.0**53 else repr(cell)
    if isinstance(cell, int):
        return str(cell) if abs(cell) < 1 << 64 else _TOO_LONG
    return cell
