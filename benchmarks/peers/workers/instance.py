"""The file of an instance, mapped, as instances/instance.hpp describes it. Needs the standard library only."""

import dataclasses
import itertools
import mmap
import struct

MAGIC = b"BEFPEER1"


class Cannot(Exception):
    """Raised by a solver that cannot do an instance; the text says why in a few words."""


@dataclasses.dataclass(frozen=True)
class Instance:
    """As many pairs as possible, and among those the best total weight; edges by compressed rows.

    The arrays are views of the mapped file: `numpy.asarray` makes them NumPy's without a copy.
    """

    rows: int
    columns: int
    edges: int
    maximise: bool
    every_row: bool  # some assignment is known to give every row a column
    row_begin: memoryview  # rows + 1, 64 bits
    weight: memoryview  # one an edge, 64 bits
    column: memoryview  # one an edge, 32 bits, ascending within a row
    capacity: memoryview  # one a column, 32 bits

    def edges_of(self, row: int) -> range:
        """The positions of a row's edges."""
        return range(self.row_begin[row], self.row_begin[row + 1])


def load(path: str) -> Instance:
    """Maps the file, all pages at once. Raises ValueError if it is none of ours."""
    with open(path, "rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, flags=mmap.MAP_PRIVATE | mmap.MAP_POPULATE, prot=mmap.PROT_READ)
    header = struct.Struct("=8s5Q")
    magic, rows, columns, edges, maximise, every_row = header.unpack_from(mapped)
    if magic != MAGIC:
        raise ValueError("not a file of an instance")
    lengths = (8 * (rows + 1), 8 * edges, 4 * edges, 4 * columns)
    begins = list(itertools.accumulate(lengths, initial=header.size))
    if begins.pop() != len(mapped):
        raise ValueError("a file of another length")
    parts = [memoryview(mapped)[at : at + length] for at, length in zip(begins, lengths, strict=True)]
    arrays = [part.cast("q") for part in parts[:2]] + [part.cast("i") for part in parts[2:]]
    return Instance(rows, columns, edges, maximise != 0, every_row != 0, *arrays)
