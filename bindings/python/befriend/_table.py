"""Tables out: anything that reads Arrow C streams reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from befriend import _core

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_ROWS_SHOWN = 10


class Table:
    """A table that can be read as often as you like.

    polars, pandas, pyarrow, DuckDB and others take it as it is, by the Arrow PyCapsule interface:
    `polars.DataFrame(table)`, `pandas.DataFrame.from_arrow(table)`, `pyarrow.table(table)`. Its text in a notebook
    says how many rows and which columns there are, never what stands in them, since notebooks get mailed;
    `display_rows = True` shows the first ten.
    """

    __slots__ = ("_columns", "_length", "_source", "display_rows", "name")

    def __init__(self, name: str, source: Callable[[], object]) -> None:
        self.name = name
        self.display_rows = False
        self._source = source
        self._columns: list[str] | None = None
        self._length = 0

    @classmethod
    def _built(cls, name: str, kinds: Mapping[str, str], columns: Mapping[str, Sequence[Any]]) -> Table:
        names = list(kinds)
        values = [list(columns[column]) for column in names]
        return cls(name, lambda: _core.stream_of(names, list(kinds.values()), values))

    @classmethod
    def _built_of_rows(cls, name: str, kinds: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> Table:
        columns: list[list[Any]] = [[] for _ in kinds]
        for row in rows:
            for column, value in zip(columns, row, strict=True):
                column.append(value)
        return cls._built(name, kinds, dict(zip(kinds, columns, strict=True)))

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """A new Arrow C stream of the table, in a PyCapsule. Another schema than its own is not offered."""
        return self._source()

    def _measure(self) -> list[str]:
        if self._columns is None:
            self._columns, self._length = _core.shape_of(self._source())
        return self._columns

    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
        return list(self._measure())

    def __len__(self) -> int:
        self._measure()
        return self._length

    def to_dict(self) -> dict[str, list[Any]]:
        """A list of Python values for each column. Needs no other library."""
        names, values = _core.columns_of(self._source())
        return dict(zip(names, values, strict=True))

    def to_dicts(self) -> list[dict[str, Any]]:
        """A dict for each row. Needs no other library."""
        names, values = _core.columns_of(self._source())
        return [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_dicts())

    def to_polars(self) -> polars.DataFrame:
        """As a polars DataFrame."""
        import polars

        return polars.DataFrame(self)

    def to_arrow(self) -> pyarrow.Table:
        """As a pyarrow Table."""
        import pyarrow

        return pyarrow.table(self)

    def to_pandas(self) -> pandas.DataFrame:
        """As a pandas DataFrame: by pyarrow where it is installed, else from lists of Python values."""
        import pandas

        try:
            import pyarrow
        except ImportError:
            return pandas.DataFrame(self.to_dict())
        return pyarrow.table(self).to_pandas()

    def __repr__(self) -> str:
        text = f"<befriend.Table {self.name}: {len(self):,} rows, columns {', '.join(self._measure())}>"
        if not self.display_rows:
            return text
        return "\n".join([text, *(repr(row) for row in self.to_dicts()[:_ROWS_SHOWN])])

    def _repr_html_(self) -> str:
        import html  # not before it is needed: it takes a while to load

        names = self._measure()
        text = f"<p>{html.escape(self.name)}: {len(self):,} rows"
        if not self.display_rows:
            return f"{text}, columns {html.escape(', '.join(names))}</p>"
        head = "".join(f"<th>{html.escape(name)}</th>" for name in names)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(_cell(value))}</td>" for value in row.values()) + "</tr>"
            for row in self.to_dicts()[:_ROWS_SHOWN]
        )
        return f"{text}</p><table><tr>{head}</tr>{body}</table>"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
