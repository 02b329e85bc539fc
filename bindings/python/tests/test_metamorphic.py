"""What must stay, or change in a known way, when a round is changed: the properties M1 to M43 that a caller can see."""

import random

import befriend as bf
import polars as pl
from hypothesis import assume, given
from hypothesis import strategies as st

PRESETS = ("county", "croydon-2021", "tilted", "uasc", "boys-wait")


class Lists:
    """The tables of an invented round as polars frames, to change and to propose again."""

    def __init__(self, preset, seed):
        round_ = bf.synthetic(preset, seed=seed, children=18, volunteers=14)
        self.tables = {name: getattr(round_, name).to_polars() for name in ("children", "volunteers")}
        self.blocks = round_.blocks
        self.policy = round_.policy

    def propose(self, policy=None, pins=None, blocks=None, seed=None, **tables):
        given_tables = self.tables | tables
        return bf.Round(
            given_tables["children"],
            given_tables["volunteers"],
            policy=policy or self.policy,
            pins=pins,
            blocks=self.blocks if blocks is None else blocks,
        ).propose(seed=seed)

    def propose_without(self, name, key, gone):
        """Without one person, and without what others say of them."""
        tables = {}
        for other, table in self.tables.items():
            naming = [column for column in ("not_with", "declined_before") if column in table.columns]
            tables[other] = table.with_columns(
                pl.col(column).list.filter(pl.element().str.split(":").list.first() != gone)
                for column in naming
            )
        tables[name] = tables[name].filter(pl.col(key) != gone)
        return self.propose(blocks=[row for row in self.blocks if row[key] != gone], **tables)


lists = st.builds(Lists, st.sampled_from(PRESETS), st.integers(1, 10**6))


def pairs(proposal):
    return {(row["child_id"], row["volunteer_id"]) for row in proposal.proposed}


def totals(proposal):
    return list(proposal.summary["totals"].values())


def table_of(*chosen):
    return [{"child_id": child, "volunteer_id": volunteer} for child, volunteer in chosen]


def blocks_with(given_lists, pair):
    return [
        {name: row[name] for name in ("child_id", "volunteer_id")} for row in given_lists.blocks
    ] + table_of(pair)


@given(lists, st.integers(0, 2**31))
def test_m1_m39_order_does_not_matter(given_lists, seed):
    first = given_lists.propose()
    shuffled = {}
    for name, table in given_lists.tables.items():
        columns = random.Random(seed).sample(table.columns, table.width)
        lists_turned = pl.col(pl.List(pl.String)).list.reverse()
        shuffled[name] = (
            table.sample(fraction=1, shuffle=True, seed=seed).select(columns).with_columns(lists_turned)
        )
    assert given_lists.propose(**shuffled).to_json() == first.to_json()


@given(lists)
def test_m8_without_who_is_not_used(given_lists):
    first = given_lists.propose()
    waiting, unused = first.waiting.to_dicts(), first.unused.to_dicts()
    if waiting:
        assert pairs(given_lists.propose_without("children", "child_id", waiting[0]["child_id"])) == pairs(
            first
        )
    if unused:
        assert pairs(
            given_lists.propose_without("volunteers", "volunteer_id", unused[0]["volunteer_id"])
        ) == pairs(first)


@given(lists)
def test_m9_m11_a_child_or_a_pair_less(given_lists):
    first = given_lists.propose()
    assume(pairs(first))
    pair = min(pairs(first))
    fewer = given_lists.propose(blocks=blocks_with(given_lists, pair))
    assert totals(fewer) <= totals(first)
    assert len(pairs(first)) - 1 <= len(pairs(fewer)) <= len(pairs(first))
    assert pair not in pairs(fewer)


@given(lists)
def test_m10_m12_m14_what_was_so_anyway(given_lists):
    first = given_lists.propose()
    others = [(row["child_id"], row["volunteer_id"]) for row in first.candidates if not row["proposed"]]
    if others:
        assert pairs(given_lists.propose(blocks=blocks_with(given_lists, others[0]))) == pairs(first)
    assert pairs(given_lists.propose(pins=table_of(*pairs(first)))) == pairs(first)
    assert given_lists.propose().to_json() == first.to_json()


@given(lists)
def test_m13_a_pin_holds(given_lists):
    first = given_lists.propose()
    others = [(row["child_id"], row["volunteer_id"]) for row in first.candidates if not row["proposed"]]
    assume(others)
    pinned = given_lists.propose(pins=table_of(others[0]))
    assert others[0] in pairs(pinned)
    assert totals(pinned) <= totals(first)


@given(lists)
def test_m27_the_minimum(given_lists):
    first = given_lists.propose()
    highest = given_lists.propose(policy=given_lists.policy.replace(minimum_points=1000))
    assert totals(highest) <= totals(first)
    assert all(row["high"] == 1000 for row in highest.proposed)
    assert pairs(given_lists.propose(policy=given_lists.policy.replace(minimum_points=1))) == pairs(
        first
    ) or any(row["points"] == 0 for row in first.candidates)


@given(lists, st.integers(0, 2**63 - 1))
def test_m28_another_seed(given_lists, seed):
    assert totals(given_lists.propose(seed=seed)) == totals(given_lists.propose())


@given(lists)
def test_m33_m36_m37_points(given_lists):
    first = given_lists.propose()
    points = {(row["child_id"], row["volunteer_id"]): row["points"] for row in first.candidates}
    doubled = {name: 2 * weight for name, weight in given_lists.policy.to_dict()["weights"].items()}
    again = given_lists.propose(policy=given_lists.policy.replace(weights=doubled))
    assert {(row["child_id"], row["volunteer_id"]): row["points"] for row in again.candidates} == points
    for row in first.reasons.to_polars().group_by("child_id").agg(pl.col("contribution").sum()).to_dicts():
        (match,) = (match for match in first.proposed if match["child_id"] == row["child_id"])
        assert row["contribution"] == match["points"]
    assume(first.waiting.to_dicts())
    gone = first.waiting.to_dicts()[0]["child_id"]
    left = given_lists.propose_without("children", "child_id", gone)
    kept = {pair: value for pair, value in points.items() if pair[0] != gone}
    assert {(row["child_id"], row["volunteer_id"]): row["points"] for row in left.candidates} == kept


@given(lists)
def test_m35_a_criterion_that_does_not_count(given_lists):
    policy = given_lists.policy.replace(weights={"interests": 0})
    nothing = {
        name: table.with_columns(interests=pl.lit(None, pl.List(pl.String)))
        for name, table in given_lists.tables.items()
    }
    first, second = given_lists.propose(policy=policy), given_lists.propose(policy=policy, **nothing)
    assert pairs(first) == pairs(second)
    assert totals(first) == totals(second)


@given(lists)
def test_m40_a_hard_rule_is_never_bought_off(given_lists):
    policy = given_lists.policy.replace(weights={"travel": 1000}, tiers=["points"])
    proposal = given_lists.propose(policy=policy)
    objects = {
        row["child_id"] for row in given_lists.tables["children"].to_dicts() if row["consent"] == "objects"
    }
    blocked = {(row["child_id"], row["volunteer_id"]) for row in given_lists.blocks}
    assert not {child for child, _ in pairs(proposal)} & objects
    assert not pairs(proposal) & blocked
    for child, volunteer in sorted(pairs(proposal))[:3]:
        assert all(row["kind"] != "rule" for row in proposal.explain(child, volunteer))
