"""The charts: every one is drawn as a PNG, and shows the figures of the tables."""

import befriend as bf
import pytest
from befriend.plot import _rows

PNG = b"\x89PNG\r\n\x1a\n"
PALETTE = {"#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"}


def charts(proposal):
    child = proposal.proposed.to_dicts()[0]["child_id"]
    return {
        "contributions": bf.plot.contributions(proposal, child),
        "contributions of a pair": bf.plot.contributions(proposal, "C-0001", "V-0003"),
        "candidates": bf.plot.candidates(proposal, child),
        "waiting list": bf.plot.waiting_list(proposal.round),
        "keep waiting": bf.plot.waiting_list(proposal),
        "map": bf.plot.proposals_map(proposal),
    }


def test_every_chart_is_drawn(tmp_path, county_proposal):
    for name, chart in charts(county_proposal).items():
        file = tmp_path / f"{name}.png"
        chart.save(str(file), scale_factor=1.5)
        assert file.read_bytes().startswith(PNG)
        assert file.stat().st_size > 5000


def colours(value):
    if isinstance(value, dict):
        return set().union(*(colours(part) for part in value.values()), set())
    if isinstance(value, list):
        return set().union(*(colours(part) for part in value), set())
    return {value} if isinstance(value, str) and value.startswith("#") else set()


@pytest.mark.parametrize("name", ["contributions", "candidates", "waiting_list", "proposals_map", "config"])
def test_colours_are_those_of_the_palette(name):
    from befriend.plot import _definition

    greys = {"#E6E6E6", "#FFFFFF", "#F2F5F8"}
    assert colours(_definition(name)) <= PALETTE | greys


def test_steps_add_up(county_proposal):
    match = county_proposal.proposed.to_dicts()[0]
    rows, title = _rows.contributions(county_proposal, match["child_id"], None)
    assert title == f"{match['child_id']} and {match['volunteer_id']}: {match['points']} of 1,000 points"
    steps = [row for row in rows if row["state"] != "sum"]
    assert [row["from"] for row in steps] == [0, *(row["to"] for row in steps[:-1])]
    assert steps[-1]["to"] == rows[-1]["to"] == match["points"]


def test_candidates_are_the_best_first(county_proposal):
    child = county_proposal.proposed.to_dicts()[0]["child_id"]
    rows, total = _rows.candidates(county_proposal, child)
    points = [row["points"] for row in county_proposal.candidates if row["child_id"] == child]
    assert [row["points"] for row in rows] == sorted(points, reverse=True)
    assert total == len(points)
    assert [row["state"] for row in rows].count("proposed to this child") == 1


def test_everybody_is_counted_once(county_proposal):
    rows, children, as_of = _rows.waiting_list(county_proposal.round)
    assert (sum(row["children"] for row in rows), children, as_of) == (40, 40, "2024-03-31")
    rows, children, _ = _rows.waiting_list(county_proposal)
    assert sum(row["children"] for row in rows) == children == 24


def test_bands_and_ages():
    import datetime

    day = datetime.date(2026, 11, 2)
    assert _rows._age({"birth_month": "2015-11"}, day) == 11
    assert _rows._age({"birth_month": "2015-12"}, day) == 10
    assert _rows._months_waited({"referred_on": "2026-08-03"}, day) == 2
    assert (
        _rows._months_waited({"referred_on": "2026-08-03", "waiting_since": datetime.date(2026, 8, 2)}, day)
        == 3
    )
    assert [_rows._band(months, _rows._MONTHS) for months in (0, 2, 3, 24, 99)] == [
        "0 to 2",
        "0 to 2",
        "3 to 5",
        "24 or more",
        "24 or more",
    ]


def test_places_are_rounded(county_proposal):
    rows, left_out = _rows.proposals_map(county_proposal)
    assert len(rows) + left_out == 40 + len({row["volunteer_id"] for row in county_proposal.proposed})
    assert left_out == sum(child["easting"] is None for child in county_proposal.round.children)
    assert all(row[name] % 1 == 0.5 for row in rows for name in ("east", "north"))


def test_people_without_a_place(children, volunteers):
    proposal = bf.Round(children, volunteers, as_of="2026-11-02").propose()
    with pytest.raises(ValueError, match="easting"):
        bf.plot.proposals_map(proposal)
    placed = [children[0] | {"easting": 400000, "northing": 300000}, children[1]]
    rows, left_out = _rows.proposals_map(bf.Round(placed, volunteers, as_of="2026-11-02").propose())
    assert (len(rows), left_out) == (1, 2)
    bf.plot.proposals_map(bf.Round(placed, volunteers, as_of="2026-11-02").propose())


def test_what_cannot_be_drawn(children, volunteers, county_proposal):
    with pytest.raises(ValueError, match="keeps waiting"):
        bf.plot.contributions(county_proposal, "C-0001")
    for chart in (bf.plot.contributions, bf.plot.candidates):
        with pytest.raises(bf.InputError):
            chart(county_proposal, "C-9999")
    nobody = bf.Round(children, [], as_of="2026-11-02").propose()
    with pytest.raises(ValueError, match="nobody could visit"):
        bf.plot.candidates(nobody, "C-1")
    with pytest.raises(ValueError, match="no date"):
        bf.plot.waiting_list(bf.Round(children, volunteers))
