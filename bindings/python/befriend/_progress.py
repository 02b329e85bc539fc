"""Progress of a long call: a function of the caller's, or a line of our own."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator

ProgressFunction = Callable[[str, int, int], object]


@contextlib.contextmanager
def reporting(progress: bool | ProgressFunction | None) -> Iterator[ProgressFunction | None]:
    """The function to call during the work: None and False say nothing, True writes to standard error, by tqdm
    where it is installed."""
    if progress is None or progress is False:
        yield None
    elif progress is True:
        with _shown() as function:
            yield function
    elif callable(progress):
        yield progress
    else:
        raise TypeError(f"progress: {type(progress).__name__} is neither a bool nor callable")


@contextlib.contextmanager
def _shown() -> Iterator[ProgressFunction]:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        try:
            yield _write_line
        finally:
            print(file=sys.stderr)
        return
    with tqdm() as bar:

        def update(phase: str, done: int, total: int) -> None:
            bar.desc, bar.n, bar.total = phase, done, total
            bar.refresh()

        yield update


def _write_line(phase: str, done: int, total: int) -> None:
    print(f"\r{phase:<12} {100 * done // max(total, 1):3} %", end="", file=sys.stderr, flush=True)


def milliseconds(time_limit: float | None) -> int:
    """A limit in seconds as the C API takes it: 0 is none."""
    if time_limit is None:
        return 0
    if not 0 < time_limit < 1e9:
        raise ValueError("time_limit: not a number of seconds above 0")
    return max(1, round(time_limit * 1000))
