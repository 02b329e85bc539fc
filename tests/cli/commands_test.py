"""The command line: help, exit codes, what it says about a wrong command (row H13), and the rules L1 to L17."""

import json
import os
import unittest

from tool import AS_OF, CANARY, ToolTest, child, children, csv, CHILDREN, volunteers

VERBS = ("check", "propose", "explain", "report", "assign", "bench", "synth", "schema", "help")


class Help(ToolTest):
    def test_help_fits_a_screen_and_starts_with_two_examples(self):
        for verb in (None, *VERBS):
            with self.subTest(verb=verb):
                result = self.run_tool(*([verb] if verb else []), "--help")
                lines = result.out.decode().splitlines()
                self.assertEqual((result.exit, result.err), (0, b""))
                self.assertLessEqual(len(lines), 24)
                self.assertLessEqual(max(map(len, lines)), 80)
                self.assertEqual(lines[0], "Examples:")
                self.assertTrue(lines[1].startswith("  befriend ") and lines[2].startswith("  befriend "), lines[:4])
                self.assertEqual(lines[3], "")

    def test_complete_help_names_what_the_short_one_leaves_out(self):
        short = self.run_tool("propose", "--help").out
        whole = self.run_tool("help", "propose").out
        for option in (b"--raw-csv", b"--delimiter", b"--show-config", b"--seed", b"--counts", b"--help"):
            self.assertNotIn(option, short)
            self.assertIn(option, whole)
        self.assertIn(b"Exit codes", whole)
        self.assertIn(b"All options: befriend help propose", short)

    def test_complete_help_is_no_wider_than_a_screen_and_names_every_preset(self):
        for verb in VERBS:
            lines = self.run_tool("help", verb).out.decode().splitlines()
            self.assertEqual(lines[0], "Examples:")
            self.assertLessEqual(max(map(len, lines)), 80, max(lines, key=len))
            self.assertNotIn("\n\n\n", "\n".join(lines))
        named = self.run_tool("synth", "nothing", "--out", "list").err.decode().split("one of ")[1].split(", ")
        self.assertEqual(len(named), 9)
        for form in (("synth", "--help"), ("help", "synth")):
            text = self.run_tool(*form).out.decode()
            self.assertEqual([name for name in map(str.strip, named) if name not in text], [])

    def test_help_says_how_explain_takes_its_arguments(self):
        text = self.run_tool("explain", "--help").out.decode()
        self.assertIn("Usage: befriend explain CHILD [VOLUNTEER] CHILDREN VOLUNTEERS [OPTIONS]\n", text)
        self.assertEqual(self.run_tool("help", "nothing").exit, 2)

    def test_version(self):
        self.assertRegex(self.run_tool("--version").out.decode(), r"\Abefriend \d+\.\d+\.\d+\n\Z")

    def test_schema_prints_json_schema_or_a_policy(self):
        for table in ("children", "volunteers", "coordinators", "existing", "pins", "blocks", "earlier", "policy"):
            schema = json.loads(self.run_tool("schema", table).out)
            self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")
        self.write("policy.toml", self.run_tool("schema", "policy", "--toml").out)
        self.round()
        self.accepted("--policy", "policy.toml")
        self.assertEqual(self.run_tool("schema", "pins", "--toml").exit, 2)


class Usage(ToolTest):
    """Row H13: exit 2, the option named, nothing of an argument repeated."""

    def wrong(self, *arguments, says):
        result = self.run_tool(*arguments)
        self.assertEqual((result.exit, result.out), (2, b""), result.err)
        self.assertTrue(result.err.startswith(b"E_ARG"), result.err)
        self.assertIn(says.encode(), result.err)
        self.assertNotIn(CANARY.encode(), result.err)

    def propose_with(self, *arguments, says):
        self.round()
        self.wrong("propose", "children.csv", "volunteers.csv", *arguments, says=says)

    def test_no_verb_and_unknown_verb(self):
        self.wrong(says="a verb is missing")
        self.wrong(CANARY, says="unknown verb")
        self.wrong("propsoe", "a", "b", says="did you mean propose")

    def test_unknown_option_suggests_the_nearest(self):
        self.propose_with("--polcy", CANARY, says="unknown option: did you mean --policy")
        self.propose_with("--polcy=" + CANARY, says="unknown option: did you mean --policy")
        self.propose_with("--" + CANARY, says="unknown option")

    def test_repeated_option(self):
        self.propose_with("--policy", CANARY, "--policy", CANARY, says="--policy")

    def test_option_without_its_value(self):
        self.propose_with("--policy", says="--policy")

    def test_empty_values(self):
        self.propose_with("--policy", "", says="--policy: an empty text")
        self.wrong("propose", "", "volunteers.csv", says="CHILDREN")

    def test_missing_and_superfluous_arguments(self):
        self.wrong("propose", CANARY, says="VOLUNTEERS: is required")
        self.propose_with(CANARY, says="more arguments")

    def test_values_that_no_option_knows(self):
        for option in ("--format", "--color", "--progress", "--delimiter", "--encoding", "--dates", "--as-of",
                       "--seed"):
            with self.subTest(option=option):
                self.propose_with(option, CANARY, says=f"E_ARG {option}: ")
        self.wrong("synth", CANARY, "--out", "list", says="E_ARG PRESET: one of ")
        self.wrong("synth", "county", "--children", CANARY, "--out", "list", says="E_ARG --children: a whole number")
        self.wrong("schema", CANARY, says="E_ARG NAME: one of children")

    def test_standard_input_for_two_files(self):
        self.wrong("check", "-", "-", *AS_OF, says="standard input")

    def test_value_of_a_flag(self):
        self.propose_with("--force=" + CANARY, says="--force")

    def test_arguments_of_1_mib_and_no_utf_8(self):
        long = b"--" + CANARY.encode() * 15_000
        result = self.run_tool("check", "a", "b", os.fsdecode(b"--as-of"), os.fsdecode(b"\xff\xfe" + CANARY.encode()))
        self.assertEqual(result.exit, 2)
        self.assertNotIn(CANARY.encode(), result.err)
        result = self.run_tool("check", "a", "b", long.decode())
        self.assertEqual((result.exit, len(result.err) < 200), (2, True))


class Rules(ToolTest):
    def test_waiting_children_are_no_error_unless_asked(self):
        self.round()
        self.assertEqual(self.propose().exit, 0)
        self.assertEqual(self.propose("--fail-on-waiting").exit, 1)
        self.round(children(1))
        self.assertEqual(self.propose("--fail-on-waiting").exit, 0)

    def test_exit_4_when_pins_and_blocks_cannot_all_hold(self):
        self.round()
        self.write("pairs.csv", f"child_id,volunteer_id,by\n{CANARY}-C1,{CANARY}-V1,manager\n")
        self.refused("E_CONFLICT", arguments=("--pins", "pairs.csv", "--blocks", "pairs.csv"), exit_code=4)

    def test_exit_4_when_a_pin_breaks_a_safeguarding_rule(self):
        self.round(None, volunteers(2, dbs_on="2015-01-01"))
        self.write("pins.csv", f"child_id,volunteer_id,by\n{CANARY}-C1,{CANARY}-V1,manager\n")
        self.refused("E_CONFLICT", "pins.csv:2", "dbs", arguments=("--pins", "pins.csv"), exit_code=4)

    def test_faults_as_json(self):
        self.round(children(2, age_years="old"))
        result = self.propose("--format", "json")
        faults = json.loads(result.err)
        self.assertEqual((faults["errors"], faults["warnings"], faults["more"]), (2, 0, 0))
        first = faults["faults"][0]
        self.assertEqual((first["code"], first["file"], first["line"], first["field"]),
                         ("E_NUMBER", "children.csv", 2, "age_years"))
        missing = json.loads(self.run_tool("check", "no.csv", "volunteers.csv", "--format", "json").err)
        self.assertEqual(missing["faults"][0]["code"], "E_IO")

    def test_ids_only_when_asked_for(self):
        self.round(children(2, age_years="old"))
        self.assertNotIn(CANARY.encode(), self.propose().err)
        self.assertIn(f"children.csv:3 id {CANARY}-C2 field".encode(), self.propose("--show-ids").err)

    def test_date_of_today_is_said_and_recorded(self):
        self.round()
        result = self.run_tool("propose", "children.csv", "volunteers.csv", "--out", "out")
        self.assertIn(b"today; --as-of names another date", result.err)
        self.assertEqual(json.loads((self.folder / "out" / "run.json").read_text())["as_of_source"], "today")

    def test_show_config_gives_every_key_with_its_source(self):
        self.round()
        self.write("policy.toml", "as_of = 2025-06-01\n[travel]\neasy_m = 4000\n")
        check = ("check", "children.csv", "volunteers.csv", "--policy", "policy.toml", "--show-config")
        lines = self.run_tool(*check, "--format", "table").out.decode().splitlines()
        self.assertIn("travel.easy_m = 4000  # policy", lines)
        self.assertIn("travel.furthest_m = 25000  # default", lines)
        self.assertIn('as_of = "2025-06-01"  # policy', lines)
        keys = json.loads(self.run_tool(*check, "--format", "json", "--seed", "9", "--as-of", "2025-01-01").out)["keys"]
        self.assertIn({"key": "seed", "value": 9, "source": "option"}, keys)
        self.assertIn({"key": "as_of", "value": "2025-01-01", "source": "option"}, keys)
        self.assertEqual(len(keys), len(lines))

    def test_dates_day_first(self):
        self.round()
        plain = self.accepted()
        dmy = [child(number, referred_on=f"15/0{number % 9 + 1}/2024") for number in (1, 2, 3)]
        self.round(csv(CHILDREN, dmy))
        self.refused("E_DATE", "children.csv:2", arguments=("--force",))
        self.assertEqual(self.accepted("--dates", "dmy"), plain)
        self.round(csv(CHILDREN, [child(1, referred_on="04/31/2024")]))
        self.refused("E_DATE", "children.csv:2", arguments=("--force", "--dates", "dmy"))

    def test_progress_and_colour_stay_away_from_files(self):
        self.round()
        for arguments in ((), ("--color", "never"), ("--progress", "never")):
            self.assertNotIn(b"\x1b", self.propose(*arguments).err)
        self.round(children(1, age_years="x"))
        self.assertIn(b"\x1b[31mE_NUMBER\x1b[0m", self.propose("--color", "always").err)
        without = {**os.environ, "NO_COLOR": "1"}
        done = self.run_tool("check", "children.csv", "volunteers.csv", *AS_OF, env=without)
        self.assertNotIn(b"\x1b", done.err)

    def test_areas(self):
        place = {"easting": "", "northing": ""}
        columns = tuple(name for name in CHILDREN if name not in place) + ("area",)
        self.round(csv(columns, [child(1, area="ab1 2cd")]))
        self.write("areas.csv", "outcode,easting,northing\nAB1,401500,400000\n")
        known = json.loads(self.accepted("--areas", "areas.csv"))["proposed"][0]
        unknown = json.loads(self.accepted())["proposed"][0]
        self.assertIn("distance", [question["code"] for question in unknown["ask_about"]])
        self.assertNotIn("distance", [question["code"] for question in known["ask_about"]])
        self.write("areas.csv", f"outcode,easting,northing\nAB1,{CANARY},1\n")
        self.refused("E_SCHEMA", "areas.csv:2", arguments=("--areas", "areas.csv", "--force"))

    def test_explain_answers_for_child_and_pair(self):
        self.round()
        ids = (f"{CANARY}-C1", f"{CANARY}-V2")
        files = ("children.csv", "volunteers.csv", *AS_OF)
        whole = self.run_tool("explain", ids[0], *files)
        self.assertEqual(whole.exit, 0, whole.err)
        self.assertIn(ids[0].encode(), whole.out)
        pair = json.loads(self.run_tool("explain", *ids, *files, "--format", "json").out)
        self.assertEqual((pair["child"], pair["volunteer"], pair["eligible"], pair["rules"]), (*ids, True, []))
        single = json.loads(self.run_tool("explain", ids[0], *files, "--format", "json").out)
        self.assertEqual((single["proposed"] is None) + (single["waiting"] is None), 1)
        unknown = self.run_tool("explain", CANARY, *files)
        self.assertEqual((unknown.exit, unknown.err.startswith(b"E_UNKNOWN_ID CHILD")), (2, True), unknown.err)
        self.assertNotIn(CANARY.encode(), unknown.err)


if __name__ == "__main__":
    unittest.main()
