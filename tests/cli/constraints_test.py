"""Constraints: rows F01 to F14 of the catalogue of bad input, from the files to the exit code."""

import json
import unittest

from tool import CANARY, CHILDREN, VOLUNTEERS, ToolTest, child, children, csv, volunteer, volunteers

PAIR = "child_id,volunteer_id,by\n"


def pair(child_number, volunteer_number):
    return f"{CANARY}-C{child_number},{CANARY}-V{volunteer_number},manager\n"


class Constraints(ToolTest):
    def conflict(self, *names, pins="", blocks="", existing="", arguments=(), exit_code=4):
        options = []
        for table, text in (("pins", pins), ("blocks", blocks), ("existing", existing)):
            header = PAIR if table != "existing" else "child_id,volunteer_id,type\n"
            if text:
                self.write(f"{table}.csv", header + text)
                options += [f"--{table}", f"{table}.csv"]
        return self.refused("E_CONFLICT", *names, arguments=(*options, *arguments), exit_code=exit_code)

    def test_f01_pin_and_block_on_one_pair(self):
        self.round()
        self.conflict("pins.csv:3 and blocks.csv line 2", pins=pair(2, 2) + pair(1, 1), blocks=pair(1, 1))

    def test_f02_two_pins_for_one_child(self):
        self.round()
        self.conflict("pins.csv:3 and line 2", pins=pair(1, 1) + pair(1, 2))

    def test_f03_more_pins_than_capacity(self):
        self.round()
        result = self.conflict("pins.csv:2 and volunteers.csv line 2", "2 pins for a volunteer with room for 1",
                               pins=pair(1, 1) + pair(2, 1))
        self.assertIn(b"pins.csv:3", result.err)

    def test_f04_pin_on_a_volunteer_who_is_not_eligible(self):
        for cells, rule in (({"dbs_on": "2015-01-01"}, "dbs"), ({"state": "paused"}, "not_available"),
                            ({"panel_approved_until": "2025-05-31"}, "panel"), ({"references_ok": "no"}, "references"),
                            ({"independent": "no"}, "independence")):
            with self.subTest(rule=rule):
                self.round(None, volunteers(2, **cells))
                self.conflict("pins.csv:2", rule, pins=pair(1, 1))
                self.write("policy.toml", f'soft_limits = ["{rule}"]\n')
                self.refused("E_SCHEMA", 'policy.toml:1 column 15 field "soft_limits"', arguments=("--policy", "policy.toml"))

    def test_f05_pin_on_a_child_who_objects(self):
        self.round(csv(CHILDREN, [child(1, consent="objects")]))
        self.conflict("pins.csv:2", "objection", pins=pair(1, 1))
        self.round(csv((*CHILDREN, "not_with"), [child(1, not_with=f"{CANARY}-V1")]))
        self.conflict("pins.csv:2", "excluded", pins=pair(1, 1))

    def test_f06_pin_over_a_limit_that_the_policy_may_soften(self):
        columns = (*VOLUNTEERS, "max_travel_m")
        self.round(children(1), csv(columns, [volunteer(1, max_travel_m="10")]))
        self.conflict("pins.csv:2", "distance", pins=pair(1, 1))
        self.write("policy.toml", 'soft_limits = ["distance"]\n')
        proposal = json.loads(self.accepted("--pins", "pins.csv", "--policy", "policy.toml",
                                            warning="W_POLICY pins.csv:2"))
        self.assertTrue(proposal["proposed"][0]["pinned"])

    def test_f07_every_pair_blocked(self):
        self.round()
        self.write("blocks.csv", PAIR + "".join(pair(c, v) for c in (1, 2, 3) for v in (1, 2)))
        proposal = json.loads(self.accepted("--blocks", "blocks.csv"))
        self.assertEqual(proposal["proposed"], [])
        self.assertEqual([[rule["code"] for rule in record["rules"]] for record in proposal["waiting"]],
                         [["excluded"]] * 3)

    def test_f08_siblings_to_share_a_volunteer_are_refused_for_now(self):
        columns = (*CHILDREN, "unit_id", "unit_mode")
        self.round(csv(columns, [child(number, unit_id="s1", unit_mode="same_adult") for number in (1, 2)]))
        result = self.refused("E_UNSUPPORTED", 'children.csv:2 field "unit_mode"')
        self.assertIn(b'children.csv:3 field "unit_mode"', result.err)

    def test_f09_together_and_apart(self):
        columns = (*CHILDREN, "unit_id", "unit_mode")
        self.round(csv(columns, [child(1, unit_id="s1", unit_mode="same_adult"),
                                 child(2, unit_id="s1", unit_mode="separate_adults")]))
        self.conflict("children.csv:3 and line 2", 'field "unit_mode"')

    def test_f11_minimum_above_what_any_pair_reaches(self):
        self.round(None, volunteers(2, interests="football:-2"))
        self.write("policy.toml", "minimum_points = 1000\n")
        proposal = json.loads(self.accepted("--policy", "policy.toml"))
        self.assertEqual(proposal["proposed"], [])
        self.assertEqual({record["reason"]["code"] for record in proposal["waiting"]}, {"below_minimum"})

    def test_f13_running_match_that_is_offered_anew(self):
        self.round()
        self.conflict("existing.csv:2", "children.csv line 2", existing=f"{CANARY}-C1,{CANARY}-V1,iv\n")

    def test_f14_volunteer_tied_to_the_authority(self):
        connected = csv(VOLUNTEERS, [volunteer(1, independent="no")])
        self.round(children(1), connected)
        proposal = json.loads(self.accepted())
        self.assertEqual([rule["code"] for rule in proposal["unused"][0]["rules"]], ["independence"])
        self.write("policy.toml", "[clearance]\nallow_connected = true\n")
        self.assertEqual(len(json.loads(self.accepted("--policy", "policy.toml"))["proposed"]), 1)
        self.assertIn("Lifted by the policy: trusted adults", (self.folder / "out" / "report.html").read_text())


if __name__ == "__main__":
    unittest.main()
