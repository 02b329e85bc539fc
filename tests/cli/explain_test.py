"""`befriend explain` says of any child and of any pair why or why not."""

import concurrent.futures
import csv as csv_reader
import json
import os
import pathlib
import unittest

from tool import AS_OF, CANARY, CHILDREN, ToolTest, child, csv, volunteers

ROUNDS = pathlib.Path(os.environ.get("BEFRIEND_ROUNDS", "examples/rounds"))


def ids_in(path):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        return [row[0] for row in csv_reader.reader(lines)][1:]


class BundledLists(ToolTest):
    """Every child, and every volunteer with a child or two. All pairs, in one program: reporting/explain_test.cpp."""

    def answers(self, name):
        folder = ROUNDS / name
        files = [folder / "children.csv", folder / "volunteers.csv", "--policy", folder / "policy.toml", "--coordinators",
                 folder / "coordinators.csv", "--blocks", folder / "blocks.csv"]
        children, people = ids_in(files[0]), ids_in(files[1])
        asked = [(one,) for one in children]
        asked += [(one, people[at % len(people)]) for at, one in enumerate(children)]
        runs = [(ids, form) for ids in asked for form in ("table", "json")]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            done = pool.map(lambda run: self.run_tool("explain", *run[0], *files, "--format", run[1]), runs)
            for (ids, form), result in zip(runs, done):
                with self.subTest(ids=ids, form=form):
                    self.assertEqual((result.exit, result.err), (0, b""))
                    yield ids, form, result.out.decode()

    def check_child(self, form, text):
        if form == "table":
            self.assertRegex(text, r"\n(Proposed: volunteer \S+, |Keeps waiting\n  \S+)")
            return
        record = json.loads(text)
        self.assertEqual((record["proposed"] is None) + (record["waiting"] is None), 1)
        if record["waiting"]:
            self.assertGreater(len(record["waiting"]["reason"]["sentence"]), 10)

    def check_pair(self, form, text):
        if form == "table":
            self.assertRegex(text, r"\n(Not eligible\. \w+ rules? stands? in the way:\n  \w+: [A-Z][^\n]+|"
                                   r"Eligible\. No rule stands in the way\.\n\n(Proposed\.|Not proposed\.\n  The ))")
            return
        record = json.loads(text)
        self.assertEqual(record["eligible"], not record["rules"])
        for rule in record["rules"]:
            self.assertTrue(rule["code"])
            self.assertGreater(len(rule["sentence"]), 10)

    def test_every_answer_has_a_reason(self):
        for name in ("croydon-2021", "county"):
            for ids, form, text in self.answers(name):
                for one in ids:
                    self.assertIn(one, text)
                (self.check_child if len(ids) == 1 else self.check_pair)(form, text)


class Pairs(ToolTest):
    def explain(self, *arguments):
        return self.run_tool("explain", *arguments[:-1], "children.csv", "volunteers.csv", *AS_OF, *arguments[-1])

    def text(self, *ids, options=()):
        result = self.explain(*(f"{CANARY}-{one}" for one in ids), options)
        self.assertEqual((result.exit, result.err), (0, b""))
        return result.out.decode()

    def unknown(self, *ids, place, options=()):
        result = self.explain(*ids, options)
        self.assertEqual((result.exit, result.out), (2, b""))
        self.assertTrue(result.err.startswith(f"E_UNKNOWN_ID {place}: ".encode()), result.err)
        self.assertNotIn(CANARY.encode(), result.err)
        return result.err

    def test_pair_that_is_proposed(self):
        self.round(csv(CHILDREN, [child(1)]), volunteers(1))
        self.assertIn("\nEligible. No rule stands in the way.\n\nProposed.\n", self.text("C1", "V1"))
        self.round(csv(CHILDREN, [child(1, consent="not_yet_asked")]), volunteers(1))
        self.assertIn("\nProposed.\n  Ask the child first.\n", self.text("C1", "V1"))

    def test_eligible_pair_of_a_child_who_waits(self):
        self.round(csv(CHILDREN, [child(1, referred_on="2020-01-15"), child(2)]), volunteers(1))
        self.assertRegex(self.text("C2", "V1"), r"\nNot proposed\.\n  The child keeps waiting\.\n"
                                                r"  Kanarie7-V1 would earn \d+ points, and is proposed to Kanarie7-C1 ")

    def test_eligible_pair_of_a_child_with_another_proposal(self):
        self.round(csv(CHILDREN, [child(1)]), volunteers(2))
        proposed = "V1" if "\nProposed.\n" in self.text("C1", "V1") else "V2"
        other = "V2" if proposed == "V1" else "V1"
        self.assertIn(f"\nNot proposed.\n  The child is proposed to {CANARY}-{proposed}, with ", self.text("C1", other))
        self.assertIn("\n  The volunteer is unused.\n", self.text("C1", other))

    def test_pair_below_the_minimum(self):
        self.round(None, volunteers(1, interests="football:-2"))
        self.write("policy.toml", "minimum_points = 1000\n")
        text = self.text("C1", "V1", options=("--policy", "policy.toml"))
        self.assertIn("\nNot proposed.\n  The pair cannot earn the 1,000 points that the policy asks for.\n", text)

    def test_pinned_pair(self):
        self.round()
        self.write("pins.csv", f"child_id,volunteer_id\n{CANARY}-C1,{CANARY}-V2\n")
        self.assertIn("\nProposed.\n  A person asked for this pair.\n", self.text("C1", "V2", options=("--pins", "pins.csv")))

    def test_blocked_pair(self):
        self.round()
        self.write("blocks.csv", f"child_id,volunteer_id\n{CANARY}-C1,{CANARY}-V2\n")
        text = self.text("C1", "V2", options=("--blocks", "blocks.csv"))
        self.assertIn("\nNot eligible. 1 rule stands in the way:\n  excluded: This pair is excluded on record.\n\n", text)
        record = json.loads(self.text("C1", "V2", options=("--blocks", "blocks.csv", "--format", "json")))
        self.assertEqual([rule["code"] for rule in record["rules"]], ["excluded"])

    def test_volunteer_who_is_not_ready(self):
        self.round(None, volunteers(2, state="paused", dbs_on=""))
        text = self.text("C1", "V1")
        self.assertIn("\nNot eligible. 2 rules stand in the way:\n  not_available: ", text)
        self.assertIn("\n  dbs: The volunteer's enhanced DBS check is missing or too old.\n", text)

    def test_unknown_ids(self):
        self.round()
        self.unknown(f"{CANARY}-C9", place="CHILD")
        self.unknown(f"{CANARY}-C9", f"{CANARY}-V9", place="CHILD")
        self.unknown(f"{CANARY}-C1", f"{CANARY}-V9", place="VOLUNTEER")
        self.unknown(f"{CANARY}-V1", f"{CANARY}-C1", place="CHILD")

    def test_child_whose_match_is_running(self):
        self.round()
        self.write("existing.csv", f"child_id,volunteer_id,type\n{CANARY}-C7,{CANARY}-V1,iv\n")
        said = self.unknown(f"{CANARY}-C7", place="CHILD", options=("--existing", "existing.csv"))
        self.assertIn(b"not on the waiting list: a match of this child is running", said)
        self.unknown(f"{CANARY}-C8", place="CHILD", options=("--existing", "existing.csv"))

    def test_formats_that_an_explanation_does_not_have(self):
        self.round()
        for form in ("csv", "ndjson"):
            result = self.explain(f"{CANARY}-C1", ("--format", form))
            self.assertEqual((result.exit, result.err[:5]), (2, b"E_ARG" if form == "csv" else b'{"err'))


if __name__ == "__main__":
    unittest.main()
