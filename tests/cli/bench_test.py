"""`befriend bench`: the steps of a proposal, their time and memory, and what twice the list would take."""

import json
import os
import pathlib
import re
import unittest

from tool import AS_OF, CANARY, ToolTest

LIST = pathlib.Path(os.environ.get("BEFRIEND_ROUNDS", "examples/rounds")) / "croydon-2021"
TABLES = (LIST / "children.csv", LIST / "volunteers.csv")
STEPS = ["read", "check", "scoring", "candidates", "assignment", "proposal", "reporting", "write"]


class Bench(ToolTest):
    def more_tables(self):
        return [part for name in ("coordinators", "existing", "pins", "blocks") if (LIST / f"{name}.csv").exists()
                for part in (f"--{name}", LIST / f"{name}.csv")] + ["--policy", LIST / "policy.toml"]

    def bench(self, *arguments):
        before = self.contents()
        result = self.run_tool("bench", *arguments)
        self.assertEqual(result.exit, 0, result.err)
        self.assertEqual(self.contents(), before)
        return result

    def test_every_step_with_the_counts_of_propose(self):
        document = json.loads(self.bench(*TABLES, *self.more_tables(), "--format", "json").out)
        done = self.run_tool("propose", *TABLES, *self.more_tables(), "--out", "out")
        self.assertEqual(done.exit, 0, done.err)
        record = json.loads((self.folder / "out" / "run.json").read_bytes())
        for name in ("children", "volunteers", "candidate_pairs", "proposed", "waiting", "unused", "befriend_version"):
            self.assertEqual(document[name], record[name])
        self.assertEqual([step["step"] for step in document["steps"]], STEPS)
        self.assertEqual((document["schema_version"], document["runs"] in range(1, 6)), (1, True))
        for step in document["steps"]:
            with self.subTest(step=step["step"]):
                self.assertGreater(step["time_us"], 0)
                self.assertGreater(step["resident_bytes"], 1_000_000)
                self.assertLessEqual(step["resident_bytes"], step["peak_bytes"] * 1.1)
                self.assertLessEqual(step["peak_bytes"], document["peak_bytes"])
                rate = document["children"] * 1e6 / step["time_us"]
                self.assertAlmostEqual(step["children_per_s"] / rate, 1, delta=0.05 + 1 / step["time_us"])
                self.assertEqual("pairs_per_s" in step, step["step"] in ("candidates", "assignment"))
                self.check_growth(step)
        self.assertLess(abs(sum(step["time_us"] for step in document["steps"]) - document["time_us"]), len(STEPS))

    def check_growth(self, step):
        """Reading doubles; any other step grows again as from half of the list to all of it, and never shrinks."""
        half = step.get("half_time_us", step["time_us"] / 2)
        self.assertEqual("half_time_us" in step, step["step"] != "read")
        expected = max(step["time_us"], step["time_us"] ** 2 / max(half, 1))
        self.assertAlmostEqual(step["twice_time_us"] / expected, 1, delta=0.05 + 4 / max(min(step["time_us"], half), 1))

    def test_half_and_twice_of_the_list(self):
        document = json.loads(self.bench(*TABLES, *self.more_tables(), "--format", "json").out)
        half, twice = document["half"], document["twice"]
        self.assertEqual((half["children"], half["volunteers"]),
                         ((document["children"] + 1) // 2, (document["volunteers"] + 1) // 2))
        self.assertLess(half["candidate_pairs"], document["candidate_pairs"])
        self.assertEqual((twice["children"], twice["volunteers"], twice["candidate_pairs"]),
                         (2 * document["children"], 2 * document["volunteers"], 4 * document["candidate_pairs"]))
        self.assertLess(abs(sum(step["twice_time_us"] for step in document["steps"]) - twice["time_us"]), len(STEPS))
        self.assertGreater(twice["peak_bytes"], document["peak_bytes"])

    def test_for_people_it_says_how_and_names_nobody(self):
        text = self.bench(*TABLES, *self.more_tables()).out.decode()
        lines = text.splitlines()
        self.assertRegex(lines[0], r"\A30 children, 30 volunteers, \d+ candidate pairs\Z")
        self.assertEqual([line.split()[0] for line in lines[4:12]], STEPS)
        self.assertRegex(text, r"\n  all  .* ms +[\d,]+ +\d+ MB +[\d,.]+ ms\n")
        self.assertIn("Each step is taken to grow again by as much as from half of the list (15 children, 15 volunteers)",
                      text)
        self.assertIsNone(re.search(r"[CV]-\d", text))
        self.assertLessEqual(max(map(len, lines)), 110)

    def test_lists_of_one_and_of_nobody(self):
        self.round("child_id,referred_on,age_years\n" + f"{CANARY},2024-01-15,11\n", "volunteer_id,state,age_years\n")
        document = json.loads(self.bench("children.csv", "volunteers.csv", *AS_OF, "--format", "json").out)
        self.assertEqual((document["children"], document["waiting"], document["half"]["children"]), (1, 1, 1))
        self.round("child_id,referred_on,age_years\n", "volunteer_id,state,age_years\n")
        document = json.loads(self.bench("children.csv", "volunteers.csv", *AS_OF, "--format", "json").out)
        self.assertEqual((document["children"], document["candidate_pairs"]), (0, 0))
        self.assertEqual([step["step"] for step in document["steps"]], STEPS)

    def test_what_is_wrong(self):
        self.round()
        for arguments, exit_code, says in ((("-", "volunteers.csv"), 2, b"E_ARG -: a list that is read again"),
                                           (("children.csv", "nobody.csv"), 6, b"E_IO nobody.csv: not there"),
                                           (("children.csv", "volunteers.csv", "--format", "csv"), 2, b"E_ARG --format")):
            result = self.run_tool("bench", *arguments, *AS_OF)
            self.assertEqual((result.exit, result.out), (exit_code, b""))
            self.assertTrue(result.err.startswith(says), result.err)
        self.round("child_id,referred_on,age_years\n" + f"{CANARY},2024-01-15,old\n")
        result = self.run_tool("bench", "children.csv", "volunteers.csv", *AS_OF)
        self.assertEqual((result.exit, result.out), (3, b""))
        self.assertNotIn(CANARY.encode(), result.err)


if __name__ == "__main__":
    unittest.main()
