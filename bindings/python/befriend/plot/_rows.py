"""What the charts show, as rows."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

from befriend._round import Round

if TYPE_CHECKING:
    from befriend._proposal import Proposal

Rows = list[dict[str, Any]]
Place = tuple[float | None, float | None]

_CRITERIA = ("interests", "background", "age", "travel", "availability")
_MONTHS = (0, 3, 6, 12, 18, 24)  # the bands of the report
_AGES = (0, 5, 8, 10, 13, 16, 18)
_LONG_SIDE, _SHORT_SIDE = 480, 240  # of a map, in pixels


def contributions(proposal: Proposal, child_id: str, volunteer_id: str | None) -> tuple[Rows, str]:
    """One row a criterion, one for the sum; and the title."""
    record = json.loads(proposal.explain_json(child_id, volunteer_id))
    if volunteer_id is None:
        match = record["proposed"]
        if match is None:
            raise ValueError(
                f"{child_id} keeps waiting; name a volunteer to see how the points of that pair come together"
            )
        volunteer_id, criteria, points = match["volunteer"], match["criteria"], match["points"]
    else:
        criteria, points = record["score"]["criteria"], record["score"]["points"]
    rows: Rows = []
    reached = 0
    for name in _CRITERIA:
        part = criteria[name]
        if part is None:
            continue
        known = part["low"] == part["high"]
        rows.append(
            _step(
                name, reached, part["contribution"], part["possible"], "known" if known else "not known yet"
            )
        )
        reached += part["contribution"]
    rows.append(_step("sum", 0, points, 1000, "sum"))
    return rows, f"{child_id} and {volunteer_id}: {points:,} of 1,000 points"


def _step(name: str, reached: int, points: int, possible: int, state: str) -> dict[str, Any]:
    end = reached + max(points, possible)
    beside_bar = end <= 850  # else the label would leave the chart
    return {
        "criterion": name,
        "from": reached,
        "to": reached + points,
        "possible_to": end,
        "points": points,
        "possible": possible,
        "state": state,
        "label": f"{points:,} of {possible:,}",
        "label_at": end if beside_bar else 1000,
    }


def candidates(proposal: Proposal, child_id: str) -> tuple[Rows, int]:
    """One row a volunteer, the best first; and how many there are."""
    proposal.explain_json(child_id)  # refuses an unknown id
    elsewhere = {row["volunteer_id"] for row in proposal.proposed}
    rows = [
        {"volunteer_id": row["volunteer_id"], "points": row["points"], "state": _state(row, elsewhere)}
        for row in proposal.candidates
        if row["child_id"] == child_id
    ]
    if not rows:
        raise ValueError(f"nobody could visit {child_id}; `explain` says why")
    rows.sort(key=lambda row: (-row["points"], row["volunteer_id"]))
    return rows, len(rows)


def _state(row: dict[str, Any], elsewhere: set[str]) -> str:
    if row["proposed"]:
        return "proposed to this child"
    return "proposed to another child" if row["volunteer_id"] in elsewhere else "not proposed"


def waiting_list(of: Round | Proposal) -> tuple[Rows, int, str]:
    """One row a band of age and of waiting, empty ones too; how many children; the date."""
    if isinstance(of, Round):
        children, as_of = of.children.to_dicts(), of.as_of
    else:
        left = {row["child_id"] for row in of.waiting}
        children = [row for row in of.round.children if row["child_id"] in left]
        as_of = json.loads(of.to_json())["as_of"]
    if as_of is None:
        raise ValueError("the round has no date to count ages and waiting from; give as_of")
    day = datetime.date.fromisoformat(as_of)
    counts = {(age, waited): 0 for age in _labels(_AGES) for waited in _labels(_MONTHS)}
    for child in children:
        counts[_band(_age(child, day), _AGES), _band(_months_waited(child, day), _MONTHS)] += 1
    most = max(counts.values(), default=0)
    rows = [
        {
            "age": age,
            "waited": waited,
            "children": count,
            "label": str(count) if count else "",
            "dark": 2 * count > most,
        }
        for (age, waited), count in counts.items()
    ]
    return rows, len(children), as_of


def _labels(bands: tuple[int, ...]) -> list[str]:
    labels = [f"{start} to {end - 1}" for start, end in zip(bands, bands[1:], strict=False)]
    return [*labels, f"{bands[-1]} or more"]


def _band(value: int, bands: tuple[int, ...]) -> str:
    return _labels(bands)[max(at for at, start in enumerate(bands) if value >= start)]


def _day_of(value: Any) -> datetime.date:
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)


def _months_waited(child: dict[str, Any], day: datetime.date) -> int:
    since = _day_of(child.get("waiting_since") or child["referred_on"])
    months = 12 * (day.year - since.year) + day.month - since.month
    return max(0, months - (day.day < since.day))


def _age(child: dict[str, Any], day: datetime.date) -> int:
    if child.get("age_years") is not None:
        return int(child["age_years"])
    year, month = map(int, str(child["birth_month"])[:7].split("-"))
    return max(0, day.year - year - (day.month < month))  # the birthday counts from the first of the month


def proposals_map(proposal: Proposal) -> tuple[Rows, int]:
    """One row a child or volunteer with a place, a proposed child with the place of the volunteer too; and how many
    have none."""
    children = {row["child_id"]: _square(row) for row in proposal.round.children}
    volunteers = {row["volunteer_id"]: _square(row) for row in proposal.round.volunteers}
    people = [
        _point(
            match["child_id"],
            "child, proposed",
            children[match["child_id"]],
            match["points"],
            volunteers[match["volunteer_id"]],
        )
        for match in proposal.proposed
    ]
    used = dict.fromkeys(match["volunteer_id"] for match in proposal.proposed)
    people += [_point(volunteer, "volunteer, proposed", volunteers[volunteer]) for volunteer in used]
    people += [
        _point(row["child_id"], "child, keeps waiting", children[row["child_id"]]) for row in proposal.waiting
    ]
    rows = [row for row in people if row["east"] is not None]
    if not rows:
        raise ValueError("nobody of the round has an easting and a northing")
    return rows, len(people) - len(rows)


def _square(row: dict[str, Any]) -> Place:
    """The middle of the 1 km square."""
    if row.get("easting") is None or row.get("northing") is None:
        return None, None
    return row["easting"] // 1000 + 0.5, row["northing"] // 1000 + 0.5


def _point(
    who: str, what: str, place: Place, points: int | None = None, to: Place = (None, None)
) -> dict[str, Any]:
    return {
        "id": who,
        "who": what,
        "points": points,
        "east": place[0],
        "north": place[1],
        "to_east": to[0],
        "to_north": to[1],
    }


def frame_of(rows: Rows) -> dict[str, Any]:
    """The size of a map in pixels, and the kilometres at its edges: the same scale both ways."""
    edges = {}
    for name in ("east", "north"):
        values = [row[end] for row in rows for end in (name, f"to_{name}") if row[end] is not None]
        edges[name] = [min(values) - 2, max(values) + 2]
    scale = _LONG_SIDE / max(high - low for low, high in edges.values())
    sizes = {name: max(_SHORT_SIDE, round((high - low) * scale)) for name, (low, high) in edges.items()}
    for name, (low, high) in edges.items():  # a narrow map is as wide as its title needs
        more = (sizes[name] / scale - (high - low)) / 2
        edges[name] = [low - more, high + more]
    return {"width": sizes["east"], "height": sizes["north"], "edges": edges}
