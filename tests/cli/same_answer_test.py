"""The same data gives the same bytes however it is written: properties M41 to M43, and what the JSON files promise."""

import csv
import io
import json
import random
import unittest

from tool import AS_OF, ToolTest

LISTS = ("croydon-2021", "county")


def read_csv(path):
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def written(rows, end="\n", quoting=csv.QUOTE_MINIMAL):
    text = io.StringIO()
    csv.writer(text, lineterminator=end, quoting=quoting).writerows(rows)
    return text.getvalue().encode()


def strict(text):
    """Python's json, refusing whatever RFC 8259 leaves open, numbers that are no integers, and unsorted members."""

    def members(pairs):
        names = [name for name, _ in pairs]
        if names != sorted(set(names)):
            raise ValueError(f"members not sorted, or repeated: {names}")
        return dict(pairs)

    def no_such_number(value):
        raise ValueError(f"no integer: {value}")

    return json.loads(text, object_pairs_hook=members, parse_float=no_such_number, parse_constant=no_such_number)


class SameAnswer(ToolTest):
    def synth(self, preset, *arguments, folder="list"):
        result = self.run_tool("synth", preset, "--out", folder, "--force", *arguments)
        self.assertEqual(result.exit, 0, result.err)

    def options_for(self, names):
        return [part for name in names for part in (f"--{name.split('.')[0].split('/')[-1]}", name)]

    def solve(self, folder="list", extension="csv", *arguments):
        """The proposal of the list in a folder, with every table it has."""
        options = []
        for name in ("coordinators", "existing", "pins", "blocks"):
            if (self.folder / folder / f"{name}.{extension}").exists() and f"--{name}" not in arguments:
                options += [f"--{name}", f"{folder}/{name}.{extension}"]
        result = self.run_tool("propose", f"{folder}/children.{extension}", f"{folder}/volunteers.{extension}",
                               "--policy", f"{folder}/policy.toml", "--out", "out", "--force", *options, *arguments)
        self.assertEqual(result.exit, 0, result.err)
        return (self.folder / "out" / "proposal.json").read_bytes()

    def pairs(self, proposal):
        return [(match["child"], match["volunteer"]) for match in json.loads(proposal)["proposed"]]

    def rewrite(self, change):
        """Writes every CSV table anew, with `change(rows)` in place of its rows."""
        for path in (self.folder / "list").glob("*.csv"):
            path.write_bytes(change(read_csv(path)))

    def test_m41_csv_against_json(self):
        for preset in LISTS:
            with self.subTest(preset=preset):
                self.synth(preset)
                self.synth(preset, "--format", "json", folder="json")
                self.assertEqual(self.solve(), self.solve("json", "json"))

    def test_m42_line_ends_marks_quotes_and_final_newline(self):
        self.synth("county")
        plain = self.solve()
        self.assertGreater(len(self.pairs(plain)), 5)
        for name, change in (("LF, no mark", written), ("CR LF", lambda rows: written(rows, "\r\n")),
                             ("all quoted", lambda rows: written(rows, quoting=csv.QUOTE_ALL)),
                             ("no final newline", lambda rows: written(rows)[:-1]),
                             ("mark", lambda rows: b"\xef\xbb\xbf" + written(rows))):
            with self.subTest(name):
                self.rewrite(change)
                self.assertEqual(self.solve(), plain)

    def test_m42_order_of_columns_and_of_rows(self):
        self.synth("county")
        plain = self.solve()
        for seed in range(3):
            chance = random.Random(seed)

            def shuffled(rows, chance=chance):
                order = chance.sample(range(len(rows[0])), len(rows[0]))
                body = chance.sample(rows[1:], len(rows) - 1)
                return written([[row[column] for column in order] for row in [rows[0], *body]])

            with self.subTest(seed=seed):
                self.rewrite(shuffled)
                self.assertEqual(self.solve(), plain)

    def test_m43_proposals_read_back_as_pins(self):
        self.synth("county")
        plain = self.solve()
        (self.folder / "kept.csv").write_bytes((self.folder / "out" / "proposals.csv").read_bytes())
        again = self.solve("list", "csv", "--pins", "kept.csv")
        self.assertEqual(self.pairs(again), self.pairs(plain))
        self.assertTrue(all(match["pinned"] for match in json.loads(again)["proposed"]))

    def test_the_same_run_twice_gives_the_same_files(self):
        self.synth("county")
        self.solve()
        first = {path.name: path.read_bytes() for path in (self.folder / "out").iterdir()}
        self.solve()
        self.assertEqual({path.name: path.read_bytes() for path in (self.folder / "out").iterdir()}, first)

    def test_synth_is_the_same_for_the_same_seed_only(self):
        for folder, seed in (("list", "7"), ("again", "7"), ("other", "8")):
            self.synth("county", "--seed", seed, "--children", "20", "--volunteers", "15", folder=folder)
        children = [(self.folder / folder / "children.csv").read_bytes() for folder in ("list", "again", "other")]
        self.assertEqual(children[0], children[1])
        self.assertNotEqual(children[0], children[2])
        self.assertEqual(len(read_csv(self.folder / "list" / "children.csv")), 21)

    def test_every_child_and_volunteer_is_in_the_result_once(self):
        self.synth("croydon-2021")
        proposal = json.loads(self.solve())
        ids = sorted(row[0] for row in read_csv(self.folder / "list" / "children.csv")[1:])
        self.assertEqual(sorted(record["child"] for record in proposal["proposed"] + proposal["waiting"]), ids)
        used = {record["volunteer"] for record in proposal["proposed"]}
        unused = [record["volunteer"] for record in proposal["unused"]]
        volunteers = sorted(row[0] for row in read_csv(self.folder / "list" / "volunteers.csv")[1:])
        self.assertEqual(sorted([*used, *unused]), volunteers)
        self.assertEqual(read_csv(self.folder / "out" / "waiting.csv")[1:][0][0], proposal["waiting"][0]["child"])
        for match in proposal["proposed"]:
            parts = [part for part in match["criteria"].values() if part]
            self.assertEqual(sum(part["contribution"] for part in parts), match["points"])

    def test_json_files_are_canonical_and_strict(self):
        self.synth("county")
        self.solve()
        for name in ("proposal.json", "certificate.json", "run.json"):
            with self.subTest(name):
                text = (self.folder / "out" / name).read_bytes().decode()
                self.assertEqual(strict(text)["schema_version"], 1)
                self.assertNotIn("\r", text)
                self.assertTrue(text.endswith("}\n"))
        printed = self.run_tool("propose", "list/children.csv", "list/volunteers.csv", "--format", "json", *AS_OF)
        self.assertEqual(strict(printed.out)["as_of"], "2025-06-01")

    def test_certificate_proves_the_value(self):
        self.synth("county")
        proposal = strict(self.solve())
        certificate = strict((self.folder / "out" / "certificate.json").read_bytes())
        self.assertEqual(certificate["value"], certificate["bound"])
        self.assertEqual(certificate["objectives"], [total["objective"] for total in proposal["totals"]] + ["ties"])
        prices = {record["child"]: record["prices"] for record in certificate["children"]}
        for record in proposal["waiting"]:
            self.assertEqual(set(prices[record["child"]]), {0})
        self.assertTrue(all(price >= [0] * len(price) for price in prices.values()))

    def test_ndjson_is_the_proposal_line_by_line(self):
        self.synth("county")
        proposal = json.loads(self.solve())
        options = self.options_for([f"list/{name}.csv" for name in ("coordinators", "existing", "pins", "blocks")
                                    if (self.folder / "list" / f"{name}.csv").exists()])
        result = self.run_tool("propose", "list/children.csv", "list/volunteers.csv", "--policy", "list/policy.toml",
                               *options, "--format", "ndjson")
        records = [json.loads(line) for line in result.out.splitlines()]
        for name in ("proposed", "waiting", "unused"):
            kept = [{key: value for key, value in record.items() if key != "list"} for record in records
                    if record["list"] == name]
            self.assertEqual(kept, proposal[name])


if __name__ == "__main__":
    unittest.main()
