"""The structure of a CSV file: rows B01 to B23 of the catalogue of bad input."""

import json
import unittest

from tool import AS_OF, CANARY, CHILDREN, VOLUNTEERS, ToolTest, child, children, csv, volunteer, volunteers


class Structure(ToolTest):
    def refused_children(self, content, code, *names, **options):
        self.round(content)
        return self.refused(code, *names, **options)

    def test_b01_header_only(self):
        self.round(children(0))
        self.accepted(warning="W_EMPTY children.csv")

    def test_b02_too_few_fields_and_the_rows_below_are_read(self):
        lines = children(3).splitlines()
        lines[2] = lines[2].rsplit(",", 1)[0]
        lines[3] = lines[3].replace(",12,", ",twelve,")
        result = self.refused_children("\n".join(lines) + "\n", "E_SCHEMA", "children.csv:3", "8 cells", "9 columns")
        self.assertIn(b'E_NUMBER children.csv:4 field "age_years"', result.err)
        self.assertEqual(result.err.count(b"\n"), 2, result.err)

    def test_b03_too_many_fields(self):
        lines = children(2).splitlines()
        lines[1] += f",{CANARY}"
        self.refused_children("\n".join(lines), "E_SCHEMA", "children.csv:2", "10 cells", "9 columns")

    def test_b04_quote_that_is_never_closed(self):
        lines = children(3).splitlines()
        lines[2] = lines[2].replace(",agrees,", ',"agrees,')
        column = lines[2].index('"') + 1
        self.refused_children("\n".join(lines) + "\n", "E_PARSE", f"children.csv:3 column {column}:", "never closed")

    def test_b05_text_after_a_closing_quote(self):
        lines = children(2).splitlines()
        lines[2] = lines[2].replace(",agrees,", ',"agrees"s,')
        column = lines[2].index('"s') + 2
        self.refused_children("\n".join(lines), "E_PARSE", f"children.csv:3 column {column}:", "after a closing quote")

    def test_b06_quote_inside_an_unquoted_field(self):
        lines = children(2).splitlines()
        lines[1] = lines[1].replace(",agrees,", ',agr"ees,')
        column = lines[1].index('"') + 1
        self.refused_children("\n".join(lines), "E_PARSE", f"children.csv:2 column {column}:", "not quoted")

    def test_b07_quoted_empty_last_field(self):
        empty = [child(number, northing="", easting="") for number in (1, 2)]
        self.round(csv(CHILDREN, empty))
        plain = self.accepted()
        quoted = [child(number, northing='""', easting="") for number in (1, 2)]
        for end in ("\n", ""):
            self.round(csv(CHILDREN, quoted).rstrip("\n") + end)
            self.assertEqual(self.accepted(), plain)

    def test_b08_trailing_delimiter(self):
        lines = children(2).splitlines()
        lines[2] += ","
        self.refused_children("\n".join(lines), "E_SCHEMA", "children.csv:3", "10 cells", "9 columns")

    def test_b09_bare_carriage_returns(self):
        self.refused_children(children().replace("\n", "\r"), "E_PARSE", "children.csv:1", "carriage return")
        self.refused_children(children().replace("\n", "\n\r"), "E_PARSE", "children.csv:2", "carriage return")

    def test_b09_mixed_line_ends(self):
        self.round()
        plain = self.accepted()
        self.round(children().replace("\n", "\r\n", 2))
        self.assertEqual(self.accepted(), plain)

    def test_b10_newlines_inside_quotes(self):
        pins = (f'child_id,volunteer_id,by,reason\n{CANARY}-C1,{CANARY}-V1,manager,"one\ntwo\r\nthree"\n'
                f"{CANARY}-C2,{CANARY}-V9,manager,x\n")
        self.round()
        self.write("pins.csv", pins)
        self.refused("E_UNKNOWN_ID", "pins.csv:5", arguments=("--pins", "pins.csv"))
        self.write("pins.csv", pins.replace("-V9", "-V2"))
        self.accepted("--pins", "pins.csv")

    def test_b11_blank_line_in_the_middle(self):
        for end in ("\n", "\r\n"):
            lines = children(3).splitlines()
            lines.insert(2, "")
            result = self.refused_children(end.join(lines) + end, "E_SCHEMA", "children.csv:3", "blank line")
            self.assertEqual(result.err.count(b"\n"), 1, result.err)

    def test_b11_blank_lines_at_the_end(self):
        self.round()
        plain = self.accepted()
        self.round(children() + "\n\r\n\n")
        self.assertEqual(self.accepted(), plain)

    def test_b12_other_delimiters(self):
        for sign, name in ((";", ";"), ("\t", "tab")):
            with self.subTest(delimiter=name):
                text = children(2).replace("sat_morning;sun_morning", "sat_morning").replace("football:2;art:1", "art")
                self.refused_children(text.replace(",", sign), "E_SCHEMA", "children.csv:1",
                                      f"delimiter looks like {name}")

    def test_b12_semicolon_when_asked_for(self):
        plain_cells = {"slots": "sat_morning", "interests": "art"}
        self.round(children(3, **plain_cells), volunteers(2, **plain_cells))
        plain = self.accepted()
        self.round(children(3, **plain_cells).replace(",", ";"), volunteers(2, **plain_cells).replace(",", ";"))
        self.assertEqual(self.accepted("--delimiter", ";"), plain)

    def test_b13_line_that_names_the_delimiter(self):
        self.refused_children("sep=;\n" + children(), "E_SCHEMA", "children.csv:1", "--delimiter")

    def test_b14_required_header_missing(self):
        columns = [name for name in CHILDREN if name != "referred_on"]
        self.refused_children(csv(columns, [child(1)]), "E_SCHEMA", 'field "referred_on"', "missing")

    def test_b15_header_twice(self):
        self.refused_children(csv((*CHILDREN, "consent"), [child(1)]), "E_DUPLICATE", 'field "consent"', "4", "10")

    def test_b16_unknown_header(self):
        text = csv((*CHILDREN, "shoe_size"), [child(1, shoe_size=CANARY)])
        self.refused_children(text, "E_SCHEMA", 'field "shoe_size"')
        self.accepted("--ignore-column", "shoe_size")

    def test_b16_header_with_control_characters_is_shown_escaped(self):
        text = csv((*CHILDREN, "shoe\x1b[2Jsize"), [{**child(1), "shoe\x1b[2Jsize": ""}])
        result = self.refused_children(text, "E_SCHEMA", "shoe")
        self.assertNotIn(b"\x1b", result.err)

    def test_b17_header_that_differs_by_case_or_blanks(self):
        result = self.refused_children(children().replace("child_id", " Child_ID", 1), "E_SCHEMA")
        self.assertIn(b"did you mean child_id", result.err)

    def test_b18_columns_in_another_order(self):
        self.round()
        plain = self.accepted()
        self.round(csv(tuple(reversed(CHILDREN)), [child(number) for number in (1, 2, 3)]))
        self.assertEqual(self.accepted(), plain)

    def test_b19_title_or_comment_above_the_header(self):
        for line in (f"Waiting list of {CANARY}", f"# made by {CANARY}", f"{CANARY},,,"):
            with self.subTest(line=line):
                result = self.refused_children(line + "\n" + children(), "E_SCHEMA", "children.csv:1", "no header")
                self.assertEqual(result.err.count(b"\n"), 1, result.err)

    def test_b20_line_of_totals(self):
        self.refused_children(children() + "Total,24\n", "E_SCHEMA", "children.csv:5")
        self.refused_children(children() + "Total,,24,,,,,,\n", "E_SCHEMA", "children.csv:5")

    def test_b21_as_many_lines_as_a_spreadsheet_holds(self):
        few = ("child_id", "referred_on", "age_years")
        text = csv(few, [child(1, child_id=f"C{number}") for number in range(65_535)])
        self.write("children.csv", text)
        self.write("volunteers.csv", volunteers(1))
        check = ("check", "children.csv", "volunteers.csv", *AS_OF)
        result = self.run_tool(*check)
        self.assertEqual(result.exit, 0, result.err)
        self.assertIn(b"W_TRUNCATED children.csv: exactly 65536 lines", result.err)
        self.assertEqual(self.run_tool(*check, "--strict").exit, 3)
        self.write("children.csv", text + text.splitlines()[1].replace("C0,", "C65535,") + "\n")
        result = self.run_tool(*check, "--strict")
        self.assertEqual((result.exit, result.err.count(b"W_TRUNCATED")), (0, 0))

    def counts(self, *inputs, **more):
        self.write("counts.json", json.dumps({"inputs": inputs, **more}))
        return ("--counts", "counts.json")

    def test_b22_fewer_records_than_the_run_file_says(self):
        self.round(children(4))
        self.accepted()
        (self.folder / "run.json").write_bytes((self.folder / "out" / "run.json").read_bytes())
        self.accepted("--counts", "run.json")
        self.round(children(3))
        result = self.refused("E_SCHEMA", "children.csv: 3 records, and the counts say 4",
                              arguments=("--counts", "run.json"))
        self.assertIn(b'E_SCHEMA children.csv field "age_years": adds up to 36, and the counts say 48\n', result.err)
        self.round(children(5))
        self.refused("E_SCHEMA", "children.csv: 5 records, and the counts say 4", arguments=("--counts", "run.json"))
        checked = self.run_tool("check", "children.csv", "volunteers.csv", *AS_OF, "--counts", "run.json")
        self.assertEqual(checked.exit, 3)

    def test_b22_counts_by_hand(self):
        self.round(None, volunteers(2, capacity="3"))
        self.accepted(*self.counts({"role": "children", "records": 3},
                                   {"role": "volunteers", "control_totals": {"capacity": 6}}))
        self.refused("E_SCHEMA", 'volunteers.csv field "capacity": adds up to 6, and the counts say 7',
                     arguments=self.counts({"role": "volunteers", "control_totals": {"capacity": 7}}))
        self.refused("E_SCHEMA", "pins: not given, and the counts say 2 records",
                     arguments=self.counts({"role": "pins", "records": 2}))
        self.accepted(*self.counts({"role": "pins", "records": 0}))
        record = json.loads((self.folder / "out" / "run.json").read_bytes())
        self.assertEqual([entry["role"] for entry in record["inputs"]], ["counts", "children", "volunteers"])

    def test_b22_counts_beside_other_faults(self):
        self.round(children(2, age_years="x"))
        result = self.refused("E_SCHEMA", "children.csv: 2 records, and the counts say 3", arguments=self.counts(
            {"role": "children", "records": 3, "control_totals": {"age_years": 36}}))
        self.assertEqual(result.err.count(b"\n"), 3, result.err)

    def test_b22_file_of_counts_that_is_none(self):
        self.round()
        for text, code in (("{", "E_PARSE"), ("[]", "E_SCHEMA"), ("{}", "E_SCHEMA"), ('{"inputs": 1}', "E_SCHEMA"),
                           ('{"inputs": []}', "E_SCHEMA"), ('{"inputs": [1]}', "E_SCHEMA"),
                           (f'{{"inputs": [{{"role": "{CANARY}"}}]}}', "E_SCHEMA"),
                           ('{"inputs": [{"role": "children", "records": -1}]}', "E_NUMBER"),
                           (f'{{"inputs": [{{"role": "children", "records": "{CANARY}"}}]}}', "E_NUMBER"),
                           ('{"inputs": [{"role": "children", "records": 18446744073709551615}]}', "E_NUMBER"),
                           ('{"inputs": [{"role": "children", "records": 1.5}]}', "E_NUMBER"),
                           ('{"inputs": [{"role": "children", "control_totals": []}]}', "E_SCHEMA"),
                           ('{"inputs": [{"role": "children", "control_totals": {"x": null}}]}', "E_NUMBER"),
                           ('{"inputs": [{"role": "pins"}, {"role": "pins"}]}', "E_DUPLICATE")):
            with self.subTest(text=text):
                self.write("counts.json", text)
                self.refused(code, "counts.json", arguments=("--counts", "counts.json"))

    def test_b23_column_that_looks_like_a_rank(self):
        ranks = [volunteer(number, capacity=str(13 - number)) for number in range(1, 13)]
        self.round(children(), csv(VOLUNTEERS, ranks))
        self.accepted(warning='W_RANKLIKE volunteers.csv field "capacity"')
        self.refused("W_RANKLIKE", 'volunteers.csv field "capacity"', arguments=("--strict", "--force"))

    def test_faults_of_all_files_are_sorted_and_counted(self):
        bad = csv(CHILDREN, [child(number, age_years="x") for number in range(1, 151)])
        self.round(bad, volunteers(1, capacity="many"))
        lines = self.refused("E_NUMBER", "children.csv:2").err.decode().splitlines()
        self.assertEqual(len(lines), 101)
        self.assertEqual([int(line.split(":")[1].split()[0]) for line in lines[:100]], list(range(2, 102)))
        self.assertEqual(lines[-1], "and 51 more")
        for form in ("json", "ndjson"):
            faults = json.loads(self.propose("--format", form).err)
            self.assertEqual((len(faults["faults"]), faults["more"], faults["errors"]), (100, 51, 151))


if __name__ == "__main__":
    unittest.main()
