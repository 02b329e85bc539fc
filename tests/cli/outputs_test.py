"""Outputs as attack: rows I01 to I06 of the catalogue that CSV, JSON and the terminal can meet."""

import csv
import html.parser
import io
import json
import unittest

from tool import AS_OF, CHILDREN, VOLUNTEERS, ToolTest, child, csv as csv_text, volunteer


class Outputs(ToolTest):
    def solve(self, *arguments):
        result = self.propose("--out", "out", "--force", *arguments)
        self.assertEqual(result.exit, 0, result.err)
        text = (self.folder / "out" / "proposals.csv").read_bytes().decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def test_i01_ids_that_a_spreadsheet_takes_for_formulas(self):
        self.round(csv_text(CHILDREN, [child(1, child_id="-1"), child(2, child_id="C2")]),
                   csv_text(VOLUNTEERS, [volunteer(1, volunteer_id="-V1"), volunteer(2, volunteer_id="V-2")]))
        rows = self.solve()
        self.assertEqual(sorted(row["child_id"] for row in rows), ["'-1", "C2"])
        self.assertEqual(sorted(row["volunteer_id"] for row in rows), ["'-V1", "V-2"])
        for row in rows:
            self.assertRegex(row["points"], r"\A\d+\Z")
        proposal = json.loads((self.folder / "out" / "proposal.json").read_bytes())
        self.assertEqual(sorted(match["child"] for match in proposal["proposed"]), ["-1", "C2"])
        self.assertEqual(sorted(row["child_id"] for row in self.solve("--raw-csv")), ["-1", "C2"])

    def test_i02_lists_are_rfc_4180(self):
        self.round()
        self.solve()
        for name in ("proposals.csv", "waiting.csv", "unused.csv"):
            content = (self.folder / "out" / name).read_bytes()
            self.assertTrue(content.startswith(b"\xef\xbb\xbf"), name)
            self.assertEqual(content.count(b"\n"), content.count(b"\r\n"), name)
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, name)

    def test_i03_texts_of_the_policy_are_text_in_the_report(self):
        hostile = "<script>x</script><img src=x onerror=y>\"'&`</title></style>\u2028 \u0301\u202e"
        self.round()
        self.write("policy.json", json.dumps({"version": hostile, "approved_by": hostile,
                                              "purposes": {"child_wish": hostile, "equality_monitoring": hostile}}))
        self.solve("--policy", "policy.json")
        tags = []
        attributes = set()
        texts = []
        reader = html.parser.HTMLParser()
        reader.handle_starttag = lambda tag, attrs: (tags.append(tag), attributes.update(name for name, _ in attrs))
        reader.handle_data = texts.append
        reader.feed((self.folder / "out" / "report.html").read_text(encoding="utf-8"))
        self.assertNotIn("script", tags)
        self.assertNotIn("img", tags)
        self.assertEqual((tags.count("title"), tags.count("style")), (2, 1))  # the page's and the map's
        self.assertFalse([name for name in attributes if name.startswith("on") or name == "src"])
        text = "".join(texts)
        self.assertEqual(text.count("<script>x</script><img src=x onerror=y>\"'&`</title></style>\\u{2028} "), 4)
        self.assertNotIn("\u202e", text)
        record = json.loads((self.folder / "out" / "run.json").read_bytes())
        self.assertEqual(record["policy_version"], hostile)

    def test_i04_free_text_of_a_pin_stays_out_of_every_output(self):
        self.round()
        ids = (child(1)["child_id"], volunteer(1)["volunteer_id"])
        self.write("pins.csv", "child_id,volunteer_id,by,reason\n{},{},manager,=Geheim()<script>\n".format(*ids))
        self.solve("--pins", "pins.csv")
        for path in (self.folder / "out").iterdir():
            self.assertNotIn(b"Geheim", path.read_bytes(), path.name)

    def test_i06_escape_codes_of_an_argument_stay_off_the_terminal(self):
        self.round()
        self.write("\x1b[2J.csv", "x\n")
        result = self.run_tool("check", "\x1b[2J.csv", "volunteers.csv", *AS_OF)
        self.assertEqual(result.exit, 3)
        self.assertNotIn(b"\x1b", result.err)
        missing = self.run_tool("check", "\x1b[3J.csv", "volunteers.csv", *AS_OF)
        self.assertEqual(missing.exit, 6)
        self.assertNotIn(b"\x1b", missing.err)

    def test_i06_escape_codes_of_the_policy_stay_off_the_terminal(self):
        self.round()
        hostile = "\x1b[2J\x1b]0;x\x07\u009b31m"
        self.write("policy.json", json.dumps({"version": hostile, "approved_by": hostile}))
        for arguments in (("check",), ("propose",), ("propose", "--format", "table"), ("propose", "--show-config"),
                          ("explain", child(1)["child_id"])):
            result = self.run_tool(*arguments, "children.csv", "volunteers.csv", "--policy", "policy.json", *AS_OF)
            self.assertEqual(result.exit, 0, result.err)
            for stream in (result.out, result.err):
                self.assertNotIn(b"\x1b", stream, arguments)
                self.assertNotIn(b"\xc2\x9b", stream, arguments)


if __name__ == "__main__":
    unittest.main()
