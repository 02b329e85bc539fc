"""Files into data frames, by polars or pandas."""

from __future__ import annotations

import os
from typing import Any

_READERS = {
    ".csv": "read_csv",
    ".parquet": "read_parquet",
    ".xlsx": "read_excel",
    ".xls": "read_excel",
}


def read_table(path: str | os.PathLike[str], *, sheet: str | None = None) -> Any:
    """Reads a CSV, Parquet or Excel file into a data frame that `Round` takes: of polars if it is installed, else of
    pandas. Cells stay texts where a file has texts; an empty cell is missing.

    `sheet` names the sheet of an Excel file; without it the first is read. Excel needs what polars or pandas needs
    for it: fastexcel or openpyxl.

    Raises ImportError if neither library is there, ValueError for another kind of file, OSError.
    """
    import pathlib  # not before it is needed: it takes a while to load

    file = pathlib.Path(path)
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        raise ValueError(f"no reader for files named *{file.suffix}; there is one for {', '.join(_READERS)}")
    if sheet is not None and reader != "read_excel":
        raise ValueError("sheet: only an Excel file has sheets")
    if not file.exists():
        raise FileNotFoundError(2, "No such file", str(file))
    try:
        import polars
    except ImportError:
        return _by_pandas(file, reader, sheet)
    if reader == "read_csv":
        return polars.read_csv(file, infer_schema=False)
    if reader == "read_excel":
        return polars.read_excel(file, sheet_name=sheet) if sheet else polars.read_excel(file)
    return polars.read_parquet(file)


def _by_pandas(file: os.PathLike[str], reader: str, sheet: str | None) -> Any:
    try:
        import pandas
    except ImportError:
        raise ImportError(
            "befriend.read_table needs polars or pandas: pip install 'befriend[polars]' or 'befriend[pandas]'"
        ) from None
    if reader == "read_csv":
        return pandas.read_csv(file, dtype=str, keep_default_na=False, na_values=[""])
    if reader == "read_excel":
        return pandas.read_excel(file, sheet_name=sheet or 0, keep_default_na=False, na_values=[""])
    return pandas.read_parquet(file)
