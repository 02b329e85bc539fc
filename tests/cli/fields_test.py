"""Fields and values: rows D01 to D24 of the catalogue of bad input, from the files to the exit code."""

import csv as csv_reader
import io
import json
import os
import unittest

from tool import AS_OF, CANARY, CHILDREN, VOLUNTEERS, ToolTest, child, csv, quoted, volunteer, volunteers

NAUGHTY = ('=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\uff1d1", "<script>", '" onload=', "</title>",
           "&lt;", "javascript:")


class Fields(ToolTest):
    def bad_child(self, code, column, *values, columns=CHILDREN):
        """Each value in the second of two children is refused at its line and field, and not repeated."""
        columns = columns if column in columns else (*columns, column)
        for value in values:
            with self.subTest(column=column, value=value[:40]):
                plain = {name: "" for name in columns if name not in CHILDREN}
                records = [{**child(1), **plain}, {**child(2), **plain, column: quoted(value)}]
                self.round(csv(columns, records))
                self.said_nothing_of(value, self.refused(code, f'children.csv:3 field "{column}"'))

    def bad_volunteer(self, code, column, *values):
        columns = VOLUNTEERS if column in VOLUNTEERS else (*VOLUNTEERS, column)
        for value in values:
            with self.subTest(column=column, value=value[:40]):
                records = [{column: "", **volunteer(1)}, {**volunteer(2), column: quoted(value)}]
                self.round(None, csv(columns, records))
                self.said_nothing_of(value, self.refused(code, f'volunteers.csv:3 field "{column}"'))

    def bad_policy(self, code, key, *values):
        self.round()
        table, name = key.split(".")
        for value in values:
            with self.subTest(key=key, value=value):
                self.write("policy.toml", f"[{table}]\n{name} = {value}\n")
                self.refused(code, f'policy.toml:2 column {len(name) + 4} field "{key}"',
                             arguments=("--policy", "policy.toml"))

    def said_nothing_of(self, value, result):
        if len(value) >= 4:
            self.assertNotIn(value.encode(), result.err)

    def rules_of(self, *arguments, volunteers_text=None):
        """The hard rules that the first child and the first volunteer break."""
        self.round(None, volunteers_text)
        result = self.run_tool("explain", f"{CANARY}-C1", f"{CANARY}-V1", "children.csv", "volunteers.csv", *AS_OF,
                               "--format", "json", *arguments)
        self.assertEqual(result.exit, 0, result.err)
        return [rule["code"] for rule in json.loads(result.out)["rules"]]

    def test_d01_no_number(self):
        self.bad_volunteer("E_NUMBER", "capacity", "n/a", "-", "12 km", "1,5", "1 000", "\uff11\uff12")
        self.bad_child("E_NUMBER", "age_years", "n/a", "12 years", "1,5")
        self.bad_child("E_SCHEMA", "age_years", "")

    def test_d02_too_large_for_any_number(self):
        self.bad_volunteer("E_RANGE", "capacity", "99999999999999999999")
        self.bad_child("E_RANGE", "age_years", "99999999999999999999")

    def test_d03_negative_distance_capacity_or_age(self):
        self.bad_volunteer("E_RANGE", "max_travel_m", "-1")
        self.bad_volunteer("E_RANGE", "capacity", "-1")
        self.bad_child("E_RANGE", "age_years", "-1")

    def test_d04_no_capacity_is_a_volunteer_without_room(self):
        self.round(None, csv(VOLUNTEERS, [volunteer(1, capacity="0"), volunteer(2)]))
        unused = json.loads(self.accepted())["unused"]
        self.assertEqual([(record["volunteer"], record["reason"]["code"], [rule["code"] for rule in record["rules"]])
                          for record in unused],
                         [(f"{CANARY}-V1", "not_ready", ["no_room"])])

    def test_d05_another_spelling_of_a_whole_number(self):
        self.bad_volunteer("E_NUMBER", "capacity", "0x10", "1e3", "+5", "007")

    def test_d05_an_id_keeps_its_zeros(self):
        self.round(csv(CHILDREN, [child(1, child_id="007"), child(2, child_id="7")]))
        proposal = json.loads(self.accepted())
        self.assertEqual(sorted(record["child"] for record in proposal["proposed"] + proposal["waiting"]), ["007", "7"])

    def test_d06_decimal_comma_of_the_machine(self):
        columns = (*CHILDREN, "visits_wanted_per_month")
        self.round(csv(columns, [child(number, visits_wanted_per_month="1.5") for number in (1, 2, 3)]))
        plain = self.accepted()
        first = self.contents()
        comma = {**os.environ, "LC_ALL": "de_DE.UTF-8", "LOCPATH": os.environ["BEFRIEND_LOCALES"]}
        result = self.run_tool("propose", "children.csv", "volunteers.csv", *AS_OF, "--out", "out", "--force", env=comma)
        self.assertEqual((result.exit, self.contents()), (0, first))
        self.assertIn(b'"points"', plain)
        self.bad_child("E_NUMBER", "visits_wanted_per_month", "1,5")

    def test_d07_weight_that_is_no_whole_number(self):
        self.bad_policy("E_NUMBER", "weights.travel", "nan", "inf", "1e308", "1.5")
        self.write("policy.toml", "[weights]\ntravel = 1e-400\n")
        self.refused("E_NUMBER", "policy.toml:2 column 16", arguments=("--policy", "policy.toml"))
        self.write("policy.json", '{"weights": {"travel": 1e309}}')
        self.refused("E_NUMBER", "policy.json", arguments=("--policy", "policy.json"))

    def test_d08_weights_all_zero_tie_everybody(self):
        self.round()
        self.write("policy.toml",
                   "[weights]\ninterests = 0\nbackground = 0\nage = 0\ntravel = 0\navailability = 0\n")
        proposal = json.loads(self.accepted("--policy", "policy.toml", warning="W_FLAT policy.toml"))
        self.assertEqual(len(proposal["proposed"]), 2)
        self.assertEqual({match["points"] for match in proposal["proposed"]}, {500})

    def test_d09_weight_outside_its_range(self):
        self.bad_policy("E_RANGE", "weights.travel", "-1", "1001", "9223372036854775807")

    def test_d10_no_date(self):
        self.bad_child("E_DATE", "referred_on", "2025-02-29", "31/04/2025", "00/00/0000", "12/11/10", "45292",
                       "2025-13-01")

    def test_d11_born_later_or_too_old(self):
        columns = tuple(name for name in CHILDREN if name != "age_years")
        self.bad_child("E_RANGE", "birth_month", "2025-07", columns=columns)
        self.bad_child("E_RANGE", "age_years", "126")
        self.bad_volunteer("E_RANGE", "age_years", "126")

    def test_d12_child_over_the_age_of_the_service(self):
        self.round(csv(CHILDREN, [child(1), child(2, age_years="19")]))
        self.accepted(warning='W_POLICY children.csv:3 field "age_years"')
        columns = (*CHILDREN, "cohort")
        self.round(csv(columns, [child(1, cohort="care_leaver", age_years="19")]))
        result = self.propose("--out", "out", "--force")
        self.assertEqual((result.exit, result.err.count(b"W_POLICY")), (0, 0), result.err)

    def test_d13_birthday_on_the_first_of_the_month_of_birth(self):
        columns = tuple("birth_month" if name == "age_years" else name for name in CHILDREN)
        for month, years in (("2013-06", b"Age 12,"), ("2013-07", b"Age 11,")):
            self.round(csv(columns, [child(1, birth_month=month)]))
            result = self.run_tool("explain", f"{CANARY}-C1", "children.csv", "volunteers.csv", *AS_OF)
            self.assertIn(years, result.out, result.err)

    def test_d14_expiry_before_on_and_after_the_day(self):
        for column, rule, before, on, after in (
                ("dbs_on", "dbs", "2022-05-31", "2022-06-01", "2022-06-02"),
                ("panel_approved_until", "panel", "2025-05-31", "2025-06-01", "2025-06-02")):
            with self.subTest(column=column):
                self.assertEqual(self.rules_of(volunteers_text=volunteers(1, **{column: before})), [rule])
                self.assertEqual(self.rules_of(volunteers_text=volunteers(1, **{column: on})), [])
                self.assertEqual(self.rules_of(volunteers_text=volunteers(1, **{column: after})), [])
                self.assertEqual(self.rules_of(volunteers_text=volunteers(1, **{column: ""})), [rule])
        self.write("policy.toml", '[clearance]\nrequired_training = ["trauma_trained"]\n')
        with_training = (*VOLUNTEERS, "training")
        for day, rules in (("2022-05-31", ["training"]), ("2022-06-01", []), ("2022-06-02", [])):
            text = csv(with_training, [volunteer(1, training=f"trauma_trained:{day}")])
            self.assertEqual(self.rules_of("--policy", "policy.toml", volunteers_text=text), rules, day)
        self.assertEqual(self.rules_of("--policy", "policy.toml"), ["training"])

    def test_d15_word_of_another_case_with_blanks_or_unknown(self):
        self.bad_child("E_SCHEMA", "consent", "Agrees", " agrees", "maybe")
        self.bad_volunteer("E_SCHEMA", "state", "Availabel", "AVAILABLE")
        self.round(csv(CHILDREN, [child(1, consent="Agreed")]))
        self.refused("E_SCHEMA", "not one of agrees, objects, not_yet_asked")

    def test_d16_list_with_an_empty_a_repeated_or_an_unknown_item(self):
        self.bad_child("E_SCHEMA", "home_conditions", "dog;;cat", "dog;dog", "dog;dragon", ";")
        self.bad_child("E_SCHEMA", "interests", "football:2;football:1", "dragon taming")
        self.bad_volunteer("E_SCHEMA", "slots", "sat_morning;;sun_morning", "sat_morning;sat_midnight")

    def test_d17_postcode_malformed_or_unknown(self):
        columns = tuple(name for name in CHILDREN if name not in ("easting", "northing"))
        self.bad_child("E_SCHEMA", "area", "1M", "M1 1A", "Manchester", "M1-1AA", columns=columns)
        self.write("areas.csv", "outcode,easting,northing\nM1,385000,398000\n")
        for area, known in (("M1 1AA", True), ("M11AA", True), ("M1", True), ("ZE1", False)):
            self.round(csv((*columns, "area"), [child(1, area=area)]))
            result = self.propose("--areas", "areas.csv")
            place = b'W_PLACE children.csv:2 field "area"'
            self.assertEqual((result.exit, place in result.err), (0, not known), result.err)

    def test_d18_degrees_or_swapped_coordinates(self):
        for easting, northing in (("0", "0"), ("51", "0"), ("-2", "53"), ("398000", "1385000"), ("700001", "1")):
            with self.subTest(easting=easting):
                self.round(csv(CHILDREN, [child(1), child(2, easting=easting, northing=northing)]))
                self.refused("E_RANGE", "children.csv:3")
        self.round(csv(CHILDREN, [child(1, easting="-0.1276", northing="51.5072")]))
        self.refused("E_NUMBER", 'children.csv:2 field "easting"', "looks like degrees")

    def test_d19_id_that_a_spreadsheet_rewrote(self):
        self.bad_child("E_SCHEMA", "child_id", "1.23E+10")
        self.round(csv(CHILDREN, [child(1, child_id="1.23E10"), child(2)]))
        self.accepted(warning='W_ID children.csv:2 field "child_id"')
        self.round(csv(CHILDREN, [child(1, child_id="3-Mar")]))
        self.write("pins.csv", f"child_id,volunteer_id\n3-3,{CANARY}-V1\n")
        self.refused("E_UNKNOWN_ID", 'pins.csv:2 field "child_id"', arguments=("--pins", "pins.csv"))

    def test_d20_blanks_around_a_value(self):
        for column, value in (("child_id", "C-9"), ("provider_id", "north"), ("consent", "agrees"), ("age_years", "12")):
            self.bad_child("E_SCHEMA", column, f" {value}", f"{value} ", f"\u00a0{value}", f"{value}\u2007")

    def test_d21_free_text_of_1_mib(self):
        self.round()
        self.write("pins.csv", f"child_id,volunteer_id,reason\n{CANARY}-C1,{CANARY}-V1,{CANARY * 131_072}\n")
        self.refused("E_LIMIT", 'pins.csv:2 field "reason"', "4096 bytes", arguments=("--pins", "pins.csv"))

    def test_d22_d23_free_text_that_formats_trip_over(self):
        self.round()
        plain = ("=HYPERLINK", "<script", "onload=", "</title>", "javascript:")
        for text in NAUGHTY:
            with self.subTest(text=text):
                self.write("pins.csv",
                           f"child_id,volunteer_id,by,reason\n{CANARY}-C1,{CANARY}-V1,manager,{quoted(text)}\n")
                self.accepted("--pins", "pins.csv")
                for path in (self.folder / "out").iterdir():
                    said = path.read_text(encoding="utf-8-sig")
                    if path.suffix != ".html":
                        self.assertFalse([word for word in plain if word in said], path.name)
                with open(self.folder / "out" / "proposals.csv", encoding="utf-8-sig", newline="") as lines:
                    for row in csv_reader.reader(io.StringIO(lines.read(), newline=""), strict=True):
                        self.assertFalse([cell for cell in row if cell[:1] in ("=", "+", "@", "\t", "\r")], row)

    def test_d24_special_category_without_a_purpose(self):
        self.write("policy.toml", '[purposes]\nchild_wish = ""\nequality_monitoring = ""\n')
        for column, cells in (("religion_wanted", {"religion_wanted": "sikh", "religion_strength": "prefer"}),
                              ("ethnic_group", {"ethnic_group": "roma"})):
            with self.subTest(column=column):
                self.round(csv((*CHILDREN, *cells), [child(1, **cells)]))
                self.refused("E_POLICY", f'children.csv field "{column}"', arguments=("--policy", "policy.toml"))
                self.accepted("--force")


if __name__ == "__main__":
    unittest.main()
