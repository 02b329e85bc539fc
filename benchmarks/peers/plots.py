"""Time and memory against the number of edges, both logarithmic: a panel a group of instances, a line a solver."""

import csv
import pathlib
from collections.abc import Iterator
from typing import Any

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot
from matplotlib.axes import Axes

matplotlib.rcParams["svg.hashsalt"] = "befriend"  # the same file for the same figures

Series = dict[str, dict[str, list[tuple[int, float]]]]  # group -> solver -> (edges, figure)
Style = dict[str, Any]
MARKERS = "o^svDP*X<>hp"


def read_series(table: pathlib.Path, figure: str) -> Series:
    """The figures of all who solved, by group; only groups whose sizes differ by a factor of two make a line."""
    series: Series = {}
    with table.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if line["outcome"] == "solved" and float(line[figure]) > 0:
                points = series.setdefault(line["group"], {}).setdefault(line["solver"], [])
                points.append((int(line["edges"]), float(line[figure])))
    return {group: lines for group, lines in series.items() if max(sizes_of(lines)) >= 2 * min(sizes_of(lines))}


def sizes_of(lines: dict[str, list[tuple[int, float]]]) -> set[int]:
    """The numbers of edges in a group."""
    return {edges for points in lines.values() for edges, _ in points}


def styles(series: Series) -> Iterator[tuple[str, Style]]:
    """How each solver is drawn, the same in every panel: ours black and thick."""
    names = dict.fromkeys(name for lines in series.values() for name in lines)
    colours = pyplot.colormaps["tab20"].colors
    for number, name in enumerate(names):
        ours = name.startswith("befriend")
        yield (
            name,
            {
                "color": "black" if ours else colours[number % len(colours)],
                "linewidth": 2.5 if name == "befriend" else 1.2,
                "linestyle": "--" if ours and name != "befriend" else "-",
                "marker": MARKERS[number % len(MARKERS)],
                "markersize": 4,
            },
        )


def draw_panel(axes: Axes, group: str, lines: dict[str, list[tuple[int, float]]], style: dict[str, Style]) -> None:
    """One group of instances."""
    for name, points in lines.items():
        edges, figures = zip(*sorted(points), strict=True)
        axes.plot(edges, figures, label=name, **style[name])
    axes.set(title=group, xscale="log", yscale="log", xlabel="edges")
    axes.grid(True, which="major", color="0.9")
    axes.spines[["top", "right"]].set_visible(False)


def draw(table: pathlib.Path, figure: str, unit: str, target: pathlib.Path) -> list[pathlib.Path]:
    """Draws a figure of the table and writes it as SVG and as PNG; the files."""
    series = read_series(table, figure)
    if not series:
        return []
    style = dict(styles(series))
    across = min(3, len(series))
    down = -(-len(series) // across)
    legend_inches = 0.3 + 0.2 * -(-len(style) // (across + 1))
    height = 3.4 * down + legend_inches
    drawing, panels = pyplot.subplots(down, across, figsize=(4.2 * across, height), squeeze=False)
    for axes in panels.flat[len(series) :]:
        axes.remove()
    for axes, (group, lines) in zip(panels.flat, series.items(), strict=False):
        draw_panel(axes, group, lines, style)
    for axes in panels[:, 0]:
        axes.set_ylabel(unit)
    names: dict[str, Any] = {}
    for axes in drawing.axes:
        lines_of_panel, names_of_panel = axes.get_legend_handles_labels()
        names.update(zip(names_of_panel, lines_of_panel, strict=True))
    drawing.legend(names.values(), names.keys(), loc="lower center", ncols=across + 1, frameon=False, fontsize=8)
    drawing.tight_layout(rect=(0, legend_inches / height, 1, 1))
    files = [target.with_suffix(".svg"), target.with_suffix(".png")]
    drawing.savefig(files[0], metadata={"Date": None})
    drawing.savefig(files[1], dpi=110)
    pyplot.close(drawing)
    return files
