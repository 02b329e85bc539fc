"""The objectives that read more than the two lists, from the policy to the proposal; and an earlier proposal as a file."""

import json
import unittest

from tool import CANARY, CHILDREN, VOLUNTEERS, ToolTest, child, csv, volunteer

STEADY = 'tiers = ["most_children", "continuity", "points"]\n'


class Objectives(ToolTest):
    def setUp(self):
        super().setUp()
        # C1 lives near V1 and C2 near V2: points put them together.
        self.round(csv(CHILDREN, [child(1), child(2, easting="415000")]),
                   csv(VOLUNTEERS, [volunteer(1), volunteer(2, easting="415000")]))
        self.write("policy.toml", STEADY)

    def pairs(self, *arguments, warning=None):
        proposal = json.loads(self.accepted("--policy", "policy.toml", *arguments, warning=warning))
        return ["".join((match["child"], match["volunteer"])).replace(CANARY, "") for match in proposal["proposed"]]

    def earlier(self, *pairs):
        lines = "".join(f"{CANARY}-{child},{CANARY}-{volunteer}\n" for child, volunteer in pairs)
        self.write("earlier.csv", "child_id,volunteer_id\n" + lines)

    def test_pairs_of_the_earlier_proposal_stay(self):
        self.assertEqual(self.pairs(warning="W_POLICY policy"), ["-C1-V1", "-C2-V2"])
        self.earlier(("C1", "V2"), ("C9", "V1"))
        self.assertEqual(self.pairs("--earlier", "earlier.csv"), ["-C1-V2", "-C2-V1"])
        run = json.loads((self.folder / "out" / "run.json").read_bytes())
        self.assertEqual([total for total in run["totals"] if total["objective"] == "continuity"],
                         [{"objective": "continuity", "total": 1}])
        self.assertIn(("earlier", 2), [(given["role"], given["records"]) for given in run["inputs"]])
        self.assertIn("Fewest changes", (self.folder / "out" / "report.html").read_text(encoding="utf-8"))
        certificate = json.loads((self.folder / "out" / "certificate.json").read_bytes())
        self.assertEqual(certificate["objectives"], ["most_children", "continuity", "points", "ties"])
        self.assertEqual(certificate["value"][:2], [2, 1])

    def test_last_weeks_output_is_this_weeks_earlier_proposal(self):
        self.earlier(("C1", "V2"))
        self.pairs("--earlier", "earlier.csv")
        (self.folder / "out").rename(self.folder / "last")
        self.assertEqual(self.pairs("--earlier", "last/proposals.csv"), ["-C1-V2", "-C2-V1"])
        run = json.loads((self.folder / "out" / "run.json").read_bytes())
        self.assertIn({"objective": "continuity", "total": 2}, run["totals"])

    def test_the_table_in_json(self):
        pair = {"child_id": f"{CANARY}-C1", "volunteer_id": f"{CANARY}-V2"}
        self.write("earlier.json", json.dumps([pair]))
        self.assertEqual(self.pairs("--earlier", "earlier.json"), ["-C1-V2", "-C2-V1"])

    def test_a_table_that_nothing_counts_or_nobody_is_in_is_worth_a_warning(self):
        self.earlier(("C7", "V7"))
        self.pairs("--earlier", "earlier.csv", warning="W_UNKNOWN_ID earlier.csv")
        self.earlier(("C1", "V2"))
        self.write("policy.toml", "")
        self.assertEqual(self.pairs("--earlier", "earlier.csv", warning="continuity is not among the objectives"),
                         ["-C1-V1", "-C2-V2"])

    def test_faults_of_the_table(self):
        self.earlier(("C1", "V1"), ("C2", "V2"), ("C1", "V2"))
        self.refused("E_DUPLICATE", "earlier.csv:4 and line 2", arguments=("--earlier", "earlier.csv"))
        self.write("earlier.csv", f"child_id,volunteer_id\n{CANARY}-C1,\n")
        self.refused("E_SCHEMA", 'earlier.csv:2 field "volunteer_id"', arguments=("--earlier", "earlier.csv"))
        self.write("earlier.csv", f"child_id,volunteer_id,weight\n{CANARY}-C1,{CANARY}-V1,1\n")
        self.refused("E_SCHEMA", 'field "weight"', arguments=("--earlier", "earlier.csv"))

    def test_a_volunteers_wait_counts_once(self):
        columns = (*VOLUNTEERS, "waiting_since")
        self.round(csv(CHILDREN, [child(1), child(2)]),
                   csv(columns, [volunteer(1, capacity="2", waiting_since="2023-01-01"),
                                 volunteer(2, waiting_since="2024-06-01", easting="420000")]))
        self.write("policy.toml", 'tiers = ["most_children", "points"]\n')
        self.assertEqual(self.pairs(), ["-C1-V1", "-C2-V1"])
        self.write("policy.toml", 'tiers = ["most_children", "volunteers_waiting", "points"]\n')
        self.assertEqual(sorted(pair[-3:] for pair in self.pairs()), ["-V1", "-V2"])
        certificate = json.loads((self.folder / "out" / "certificate.json").read_bytes())
        self.assertEqual([price["volunteer"][-3:] for price in certificate["volunteers"]], ["-V1", "-V2", "-V1"])
        self.assertEqual(certificate["value"][1], 8 + 4)

    def test_an_objective_named_twice_or_not_solved_is_refused(self):
        self.write("policy.toml", 'tiers = ["continuity", "continuity"]\n')
        self.refused("E_SCHEMA", "an item is repeated", arguments=("--policy", "policy.toml"))
        self.write("policy.toml", 'tiers = ["worst_off"]\n')
        self.refused("E_UNSUPPORTED", "worst_off is not solved yet", arguments=("--policy", "policy.toml"))


if __name__ == "__main__":
    unittest.main()
