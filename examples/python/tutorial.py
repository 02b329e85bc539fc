"""From a waiting list to proposals, step by step. Nobody in it exists.

Usage: python examples/python/tutorial.py [FOLDER]; the charts go to FOLDER, by default the one you are in.
Needs: pip install '.[polars,plot]' from the top of the tree.
"""

import pathlib
import sys

import befriend as bf
import polars as pl

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")

# 1. A waiting list. Yours would be data frames with the columns of docs/data-dictionary.md, from
#    bf.read_table("children.csv") or from your database; here befriend invents one.
invented = bf.synthetic("county", seed=3)
children = invented.children.to_polars()
volunteers = invented.volunteers.to_polars()
policy = invented.policy
print(children.select("child_id", "age_years", "interests").head(3))

# 2. Check it: every fault of every row at once, by place and rule. Say we typed an age twice over.
mistyped = children.with_columns(
    age_years=pl.when(pl.col("child_id") == "C-0002").then(1313).otherwise(pl.col("age_years"))
)
faults = bf.Round(mistyped, volunteers, policy=policy).check().to_polars()
print(faults.filter(pl.col("severity") == "error").select("code", "table", "record", "field", "rule"))

# 3. Propose. The date that ages and expiries are taken at is in this policy; else give as_of="2026-11-02".
round_ = bf.Round(children, volunteers, blocks=invented.blocks, policy=policy)
proposal = round_.propose()
print(proposal.summary)
print(pl.DataFrame(proposal.proposed).select("child_id", "volunteer_id", "points").head(3))

# 4. Explain: why this volunteer, and why a child keeps waiting.
proposed = proposal.proposed.to_dicts()[0]["child_id"]
waiting = proposal.waiting.to_dicts()[0]["child_id"]
print(proposal.explain(proposed).to_polars().select("kind", "reason", "points", "possible"))
print(proposal.explain(waiting).to_polars().select("kind", "reason", "volunteer_id"))

# 5. Change a weight: what if a short way counted four times as much?
nearer = policy.replace(weights={"travel": 80})
again = bf.Round(children, volunteers, blocks=invented.blocks, policy=nearer).propose()

# 6. Compare: whom the change touches.
changes = again.compare(proposal).to_polars()
print(changes.group_by("change").len().sort("change"))
print(changes.filter(pl.col("change") != "kept"))

# 7. Draw.
bf.plot.contributions(proposal, proposed).save(str(folder / "contributions.html"))
bf.plot.candidates(proposal, proposed).save(str(folder / "candidates.html"))
bf.plot.waiting_list(round_).save(str(folder / "waiting_list.html"))
bf.plot.proposals_map(proposal).save(str(folder / "proposals_map.html"))

# 8. The page for a coordinator, to read and to print.
(folder / "report.html").write_text(proposal.report(), encoding="utf-8")
print(f"The charts and the report are in {folder.resolve()}")
