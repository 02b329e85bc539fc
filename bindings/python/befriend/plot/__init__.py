"""Charts by altair (the extra `plot`), from the definitions in the JSON files beside this one.

Each function returns an altair chart, to show in a notebook, to change, or to save: `chart.save("chart.html")`,
and with vl-convert-python also as PNG or SVG. What a chart shows is in the tables of the proposal too. Charts
name children and volunteers by id; places are rounded to 1 km.
"""

from __future__ import annotations

import importlib.resources
import json
from typing import TYPE_CHECKING, Any

from befriend.plot import _rows

if TYPE_CHECKING:
    import altair

    from befriend._proposal import Proposal
    from befriend._round import Round

__all__ = ["candidates", "contributions", "proposals_map", "waiting_list"]


def contributions(proposal: Proposal, child_id: str, volunteer_id: str | None = None) -> altair.TopLevelMixin:
    """How the points of a pair come together, one step a criterion: of the proposed pair of this child, or of any pair.

    The grey part of a bar is what the criterion could have given. Raises InputError for an unknown id, ValueError for a
    child who keeps waiting, without a volunteer.
    """
    rows, title = _rows.contributions(proposal, child_id, volunteer_id)
    return _chart(
        _definition("contributions"), rows, title, "A grey bar is what the criterion could have given"
    )


def candidates(proposal: Proposal, child_id: str, *, most: int = 30) -> altair.TopLevelMixin:
    """The points of every volunteer who could visit this child, the best first, at most `most` of them.

    Raises InputError for an unknown id, ValueError if nobody could visit.
    """
    rows, total = _rows.candidates(proposal, child_id)
    shown = rows[:most]
    subtitle = f"{total:,} eligible" if total <= most else f"The best {len(shown):,} of {total:,} eligible"
    return _chart(_definition("candidates"), shown, f"Volunteers who could visit {child_id}", subtitle)


def waiting_list(of: Round | Proposal) -> altair.TopLevelMixin:
    """How many children wait, by age and by months of waiting: of a round's whole list, or those whom a proposal leaves
    waiting. Raises ValueError for a round without a date."""
    rows, children, as_of = _rows.waiting_list(of)
    return _chart(
        _definition("waiting_list"),
        rows,
        f"{children:,} children waiting",
        f"By age and time of waiting on {as_of}",
    )


def proposals_map(proposal: Proposal) -> altair.TopLevelMixin:
    """Where the proposed children and volunteers live, joined by a line, and the children who keep waiting.

    Places are the middle of 1 km squares. Who has no easting and northing is left out and counted in the subtitle.
    Raises ValueError if nobody has.
    """
    rows, left_out = _rows.proposals_map(proposal)
    frame = _rows.frame_of(rows)
    subtitle = "Places are rounded to 1 km" + (f"; {left_out:,} without a known place" if left_out else "")
    definition = _definition("proposals_map") | {"width": frame["width"], "height": frame["height"]}
    first = definition["layer"][0]["encoding"]
    first["x"]["scale"]["domain"], first["y"]["scale"]["domain"] = (
        frame["edges"]["east"],
        frame["edges"]["north"],
    )
    return _chart(definition, rows, "Proposals on the map", subtitle)


def _definition(name: str) -> dict[str, Any]:
    file = importlib.resources.files("befriend.plot") / f"{name}.json"
    definition: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return definition


def _chart(
    definition: dict[str, Any], rows: list[dict[str, Any]], title: str, subtitle: str
) -> altair.TopLevelMixin:
    try:
        import altair
    except ImportError:
        raise ImportError("befriend.plot needs altair: pip install 'befriend[plot]'") from None
    definition["title"] = {"text": title, "subtitle": subtitle}
    definition["data"] = {"values": rows}
    definition["config"] = _definition("config")
    chart: altair.TopLevelMixin = altair.Chart.from_dict(definition)
    return chart
