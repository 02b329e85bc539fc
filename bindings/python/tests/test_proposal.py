"""befriend.Round and befriend.Proposal: what they answer."""

import hashlib
import json
import pickle
import threading

import befriend as bf
import pytest
from conftest import COUNTY


def test_the_same_bytes_as_the_tool(tmp_path, county_proposal, tool):
    tool(
        "propose",
        COUNTY / "children.json",
        COUNTY / "volunteers.json",
        "--coordinators",
        COUNTY / "coordinators.json",
        "--blocks",
        COUNTY / "blocks.json",
        "--policy",
        COUNTY / "policy.toml",
        "--out",
        tmp_path / "out",
    )
    for name, text in (
        ("proposal.json", county_proposal.to_json()),
        ("certificate.json", county_proposal.certificate()),
    ):
        assert (tmp_path / "out" / name).read_text(encoding="utf-8") == text


def test_explanations_are_those_of_the_tool(county_proposal, tool):
    given = [
        COUNTY / "children.json",
        COUNTY / "volunteers.json",
        "--coordinators",
        COUNTY / "coordinators.json",
        "--blocks",
        COUNTY / "blocks.json",
        "--policy",
        COUNTY / "policy.toml",
        "--format",
        "json",
    ]
    assert tool("explain", "C-0001", *given) == county_proposal.explain_json("C-0001")
    assert tool("explain", "C-0001", "V-0003", *given) == county_proposal.explain_json("C-0001", "V-0003")


def test_the_summary(county_proposal):
    summary = county_proposal.summary
    assert repr(summary) == "proposed 16, still waiting 24, points 7,924, certified"
    assert (summary["proposed"], summary["waiting"], summary["unused"], summary["children"]) == (
        16,
        24,
        13,
        40,
    )
    assert summary["totals"] == {"most_children": 16, "waiting": 52, "points": 7924}
    record = json.loads(county_proposal.run_record())
    assert summary["certified"] is True
    for name in ("children", "proposed", "ask_first", "waiting", "unused", "candidate_pairs", "as_of", "certified"):
        assert summary[name] == record[name]
    assert set(summary) == set(dict(summary))
    assert len(summary) == len(list(summary))


def test_explain_a_proposed_child(county_proposal):
    match = county_proposal.proposed.to_dicts()[0]
    rows = county_proposal.explain(match["child_id"]).to_dicts()
    assert list(rows[0]) == ["kind", "reason", "points", "possible", "rule", "volunteer_id"]
    criteria = [row for row in rows if row["kind"] == "criterion"]
    assert sum(row["points"] for row in criteria) == match["points"]
    assert sum(row["possible"] for row in criteria) == 1000
    assert {row["volunteer_id"] for row in criteria} == {match["volunteer_id"]}


def test_explain_a_waiting_child(county_proposal):
    rows = county_proposal.explain("C-0001").to_dicts()
    assert rows[0]["kind"] == "main"
    assert rows[0]["reason"] == "2 volunteers could visit, and all of them are proposed to other children."
    kinds = {row["kind"] for row in rows}
    assert kinds == {"main", "needed_elsewhere", "would_change"}
    assert all(row["rule"] for row in rows if row["kind"] == "would_change")


def test_explain_a_pair_that_was_not_chosen(county_proposal):
    rows = county_proposal.explain("C-0001", "V-0003").to_dicts()
    assert [row["rule"] for row in rows if row["kind"] == "rule"] == ["not_available", "panel", "distance"]
    assert sum(row["points"] for row in rows if row["kind"] == "criterion") == 384


@pytest.mark.parametrize("ids", [("C-9999",), ("C-0001", "V-9999"), ("",), ("C-0001", "C-0001"), ("\ud800",)])
def test_explain_nobody(county_proposal, ids):
    with pytest.raises((bf.InputError, TypeError)):
        county_proposal.explain(*ids)


def test_compare(county, county_proposal):
    same = county_proposal.compare(county_proposal)
    assert set(same.to_dict()["change"]) == {"kept"}
    assert len(same) == len(county_proposal.proposed)
    pairs = {row["child_id"]: row["volunteer_id"] for row in county_proposal.proposed}
    first, second, third = sorted(pairs)[:3]
    waits = county_proposal.waiting.to_dicts()[0]["child_id"]
    earlier = [
        {"child_id": first, "volunteer_id": pairs[first]},
        {"child_id": second, "volunteer_id": pairs[third]},
        {"child_id": waits, "volunteer_id": pairs[second]},
    ]
    changes = {row["child_id"]: row for row in county_proposal.compare(earlier)}
    assert changes[first]["change"] == "kept"
    assert changes[second] == {
        "child_id": second,
        "change": "changed",
        "volunteer_id": pairs[second],
        "previous_volunteer_id": pairs[third],
    }
    assert changes[third]["change"] == "new"
    assert changes[waits] == {
        "child_id": waits,
        "change": "ended",
        "volunteer_id": None,
        "previous_volunteer_id": pairs[second],
    }
    assert county_proposal.compare(county_proposal.proposed.to_polars()).to_dicts() == same.to_dicts()


def test_check(county, children, volunteers):
    assert {fault["severity"] for fault in county.check()} <= {"warning"}
    bad = bf.Round([children[0] | {"age_years": 99}, {"child_id": "C-1"}], [volunteers[0] | {"capacity": -1}])
    faults = bad.check(as_of="2026-11-02").to_dicts()
    errors = {
        (fault["table"], fault["record"], fault["field"]) for fault in faults if fault["severity"] == "error"
    }
    assert {
        ("children", 0, "age_years"),
        ("children", 1, "referred_on"),
        ("volunteers", 0, "capacity"),
    } <= errors
    with pytest.raises(bf.InputError) as refused:
        bad.propose(as_of="2026-11-02")
    assert refused.value.faults.to_dicts() == faults
    assert "C-1" not in str(refused.value)
    assert "99" not in str(refused.value).replace("25", "")


def test_a_round_needs_a_date(children, volunteers):
    round_ = bf.Round(children, volunteers)
    assert round_.as_of is None
    with pytest.raises(bf.InputError, match="as_of"):
        round_.propose()
    import datetime

    expected = round_.propose(as_of="2026-11-02").to_json()
    assert round_.propose(as_of=datetime.date(2026, 11, 2)).to_json() == expected
    assert bf.Round(children, volunteers, as_of="2026-11-02").propose().to_json() == expected
    for wrong, error in (
        (datetime.datetime(2026, 11, 2), TypeError),
        (20261102, TypeError),
        ("02.11.2026", bf.InputError),
        ("\ud800", bf.InputError),
    ):
        with pytest.raises(error):
            round_.propose(as_of=wrong)


def test_an_override_is_for_one_call(county):
    first = county.propose().to_json()
    assert json.loads(county.propose(seed=5).to_json())["seed"] == 5
    assert json.loads(county.propose(as_of="2024-04-01").to_json())["as_of"] == "2024-04-01"
    assert county.propose().to_json() == first
    with pytest.raises(bf.TimeLimitError):
        bf.synthetic("national-2019", children=4000, volunteers=2500).propose(time_limit=0.001)
    assert county.propose(time_limit=3600).to_json() == first


@pytest.mark.parametrize(
    ("error", "options"),
    [
        (TypeError, {"seed": "1"}),
        (TypeError, {"seed": 1.5}),
        (TypeError, {"seed": True}),
        (bf.InputError, {"seed": -1}),
        (bf.InputError, {"seed": 2**63}),
        (bf.InputError, {"seed": 10**1000}),
        (ValueError, {"time_limit": 0}),
        (ValueError, {"time_limit": float("nan")}),
        (TypeError, {"time_limit": "1"}),
        (ValueError, {"max_bytes": 0}),
        (TypeError, {"progress": "yes"}),
        (TypeError, {"threads": 2}),
    ],
)
def test_wrong_options(county, error, options):
    with pytest.raises(error):
        county.propose(**options)


def test_options_are_named(children, volunteers, county):
    with pytest.raises(TypeError):
        bf.Round(children, volunteers, None)
    with pytest.raises(TypeError):
        county.propose("2024-03-31")
    with pytest.raises(TypeError, match="policy: str is not"):
        bf.Round(children, volunteers, policy="policy.toml")


def test_a_memory_limit(county):
    with pytest.raises(bf.LimitError) as refused:
        county.propose(max_bytes=1)
    assert refused.value.code == "E_LIMIT"
    county.propose(max_bytes=2**40)


def test_the_run_record(county, county_proposal):
    record = json.loads(county_proposal.run_record())
    assert (record["interface"], record["certified"], record["proposed"]) == ("Python", True, 16)
    assert record["as_of_source"] == "policy"
    assert json.loads(county.propose(as_of="2024-04-01").run_record())["as_of_source"] == "option"
    assert record["policy_sha256"] == hashlib.sha256(county.policy.to_json().encode()).hexdigest()
    digests = {given["role"]: given["sha256"] for given in record["inputs"]}
    assert digests["children"] == hashlib.sha256(county.table_json("children").encode()).hexdigest()
    assert "C-0001" not in county_proposal.run_record()
    import polars as pl

    tables = {
        name: pl.from_dicts(getattr(county, name).to_dicts(), infer_schema_length=None)
        for name in ("children", "volunteers", "blocks")
    }
    again = bf.Round(**tables, policy=county.policy).propose()
    assert {given["role"]: given["sha256"] for given in json.loads(again.run_record())["inputs"]}[
        "children"
    ] == digests["children"]


def test_the_report(county_proposal):
    page = county_proposal.report()
    assert page.startswith("<!DOCTYPE html>")
    assert "<script" not in page
    assert "Proposed: 16 of 40 children" in county_proposal.text()


def test_the_earlier_proposal_changes_no_more_than_it_must(tmp_path, county_tables, county_policy, tool):
    heavier = county_policy.replace(tiers=["most_children", "points"], weights={"travel": 1000})
    steady = heavier.replace(tiers=["most_children", "continuity", "volunteers_waiting", "points"])
    last = bf.Round(**county_tables, policy=county_policy).propose()
    free = bf.Round(**county_tables, policy=heavier).propose()
    kept = bf.Round(**county_tables, policy=steady, earlier=last).propose()

    def changes(proposal):
        return len(last.proposed) - proposal.compare(last).to_dict()["change"].count("kept")

    assert changes(kept) < changes(free)
    assert kept.summary["totals"]["continuity"] == len(last.proposed) - changes(kept)
    pairs = [{"child_id": row["child_id"], "volunteer_id": row["volunteer_id"]} for row in last.proposed]
    assert kept.round.earlier.to_dicts() == pairs
    assert bf.Round(**county_tables, policy=steady, earlier=pairs).propose().to_json() == kept.to_json()

    tables = []
    for name in ("coordinators", "blocks"):
        tables += [f"--{name}", COUNTY / f"{name}.json"]
    (tmp_path / "policy.toml").write_text(steady.to_toml(), encoding="utf-8")
    (tmp_path / "earlier.json").write_text(json.dumps(pairs), encoding="utf-8")
    out = ["--policy", tmp_path / "policy.toml", "--earlier", tmp_path / "earlier.json", "--format", "json"]
    lists = [COUNTY / "children.json", COUNTY / "volunteers.json"]
    assert tool("propose", *lists, *tables, *out) == kept.to_json()


def test_pins_come_back_as_they_were_proposed(county, county_tables, county_proposal):  # M43
    pins = county_proposal.proposed.to_polars().select("child_id", "volunteer_id")
    pinned = bf.Round(**county_tables, pins=pins, policy=county.policy).propose()
    assert set(pinned.compare(county_proposal).to_dict()["change"]) == {"kept"}
    assert all(pinned.proposed.to_dict()["pinned"])


def test_what_is_not_pickled(county, county_proposal):
    for thing in (county, county_proposal):
        with pytest.raises(TypeError, match="on purpose"):
            pickle.dumps(thing)


def test_progress(county_tables, county_policy, capfd):
    round_ = bf.synthetic("national-2019", children=2500, volunteers=1500)
    seen = []
    expected = round_.propose(progress=lambda *far: seen.append((*far, threading.get_ident()))).to_json()
    assert {phase for phase, _, _, _ in seen} <= {"check", "candidates", "assignment", "explanation"}
    assert seen
    assert all(0 <= done <= total and thread == threading.get_ident() for _, done, total, thread in seen)
    assert capfd.readouterr().err == ""
    assert round_.propose(progress=True).to_json() == expected
    assert capfd.readouterr().err
    with pytest.raises(bf.CancelledError):
        round_.propose(progress=lambda *far: False)
    with pytest.raises(KeyError):
        round_.propose(progress=lambda *far: {}["absent"])
    assert round_.propose(progress=False).to_json() == expected


def test_progress_cannot_use_the_round(county):
    round_ = bf.synthetic("national-2019", children=2500, volunteers=1500)
    with pytest.raises(bf.UsageError) as refused:
        round_.propose(progress=lambda *far: round_.propose())
    assert refused.value.code == "E_STATE"


def test_progress_without_tqdm(monkeypatch, capfd):
    import sys

    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    bf.synthetic("national-2019", children=1500, volunteers=900).propose(progress=True)
    assert "%" in capfd.readouterr().err


def test_synthetic():
    assert "county" in bf.presets()
    county = bf.synthetic("county")
    assert (len(county.children), len(county.volunteers)) == (40, 24)
    assert county.propose().to_json() == bf.synthetic("county", seed=1).propose().to_json()
    assert county.propose().to_json() != bf.synthetic("county", seed=2).propose().to_json()
    assert len(bf.synthetic("county", children=7, volunteers=3).children) == 7
    assert bf.synthetic("county").policy.to_dict()["version"] == "county"
    for preset in bf.presets():
        bf.synthetic(preset, children=20, volunteers=10).propose()


@pytest.mark.parametrize(
    ("error", "call"),
    [
        (bf.UsageError, lambda: bf.synthetic("shire")),
        (TypeError, lambda: bf.synthetic(3)),
        (ValueError, lambda: bf.synthetic("county", children=-1)),
        (TypeError, lambda: bf.synthetic("county", volunteers=2.5)),
        (TypeError, lambda: bf.synthetic("county", 7)),
        (bf.BefriendError, lambda: bf.synthetic("county", seed=-1)),
    ],
)
def test_synthetic_that_is_not_there(error, call):
    with pytest.raises(error):
        call()


def test_nobody_to_propose(children):
    proposal = bf.Round(children, [], as_of="2026-11-02").propose()
    assert (len(proposal.proposed), len(proposal.waiting)) == (0, 2)
    assert proposal.proposed.to_dicts() == []
    assert "points" in proposal.proposed.columns
