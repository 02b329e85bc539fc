"""`befriend assign`: files that are wrong, by the rows of the catalogue that apply, outputs, limits and signals."""

import gzip
import json
import os
import random
import signal
import unittest

from tool import CANARY, ToolTest, running

DIMACS = "c made for a test\np asn 5 4\nn 1\nn 2\na 1 3 5\na 1 4 -2\na 2 3 0\na 2 5 7\n"
CSV = "row,column,weight\nann,x,5\nann,y,-2\nben,x,0\nben,z,7\n"
JSON = {"schema_version": 1, "weights": [{"row": "ann", "column": "x", "weight": 5}]}


class AssignTest(ToolTest):
    def refused(self, name, content, code, *says, arguments=(), exit_code=3):
        """The file is refused with a code and a place, nothing of it is repeated, and no file is made or changed."""
        self.write(name, content)
        before = self.contents()
        result = self.run_tool("assign", name, "--out", "answer.json", *arguments)
        self.assertEqual((result.exit, result.out), (exit_code, b""), result.err)
        lines = [line for line in result.err.decode().splitlines() if line.startswith(code + " ")]
        self.assertTrue([line for line in lines if all(text in line for text in says)], result.err)
        self.assertNotIn(CANARY.encode(), result.err)
        self.assertEqual(self.contents(), before)
        return result

    def accepted(self, name, content, *arguments):
        self.write(name, content)
        result = self.run_tool("assign", name, "--format", "json", *arguments)
        self.assertEqual((result.exit, result.err), (0, b""), result.err)
        return json.loads(result.out)


class Dimacs(AssignTest):
    def bad(self, old, new, code, *says, **options):
        self.assertIn(old, DIMACS)
        return self.refused("problem.asn", DIMACS.replace(old, new, 1), code, *says, **options)

    def test_a01_empty_files(self):
        for content in (b"", b"\xef\xbb\xbf", b"\n\n", b"c nothing\n"):
            self.refused("problem.asn", content, "E_SCHEMA", "problem.asn: no problem line")

    def test_a03_b09_mark_line_ends_and_blank_lines_change_nothing(self):
        plain = self.accepted("problem.asn", DIMACS)
        self.assertEqual(plain["total"], -2)
        for content in (DIMACS.replace("\n", "\r\n"), DIMACS.rstrip("\n"), "\ufeff" + DIMACS,
                        DIMACS.replace("\n", "\n\n \t\n"), DIMACS.replace("p asn", "p \t asn").replace("\n", " \n")):
            self.assertEqual(self.accepted("problem.asn", content), plain)

    def test_a04_a09_a14_bytes(self):
        self.refused("problem.asn", DIMACS.encode("utf-16"), "E_ENCODING", "looks like UTF-16")
        self.refused("problem.asn", gzip.compress(DIMACS.encode()), "E_ENCODING", "looks like a spreadsheet or archive")
        self.bad("n 2\n", "n 2\0\n", "E_ENCODING", "problem.asn:4: a NUL byte, at byte ")
        self.bad("a 2 3 0", "a 2 3 0\u0660", "E_NUMBER", 'problem.asn:7 field "COST"')
        self.assertEqual(self.accepted("problem.asn", DIMACS.encode().replace(b"made", b"\xe9\xff"))["total"], -2)

    def test_problem_line(self):
        self.bad("p asn 5 4\n", "", "E_SCHEMA", "problem.asn:2: a node line above the problem line")
        self.bad("p asn 5 4\nn 1\nn 2\n", "", "E_SCHEMA", "problem.asn:2: an arc line above the problem line")
        self.bad("p asn", f"p {CANARY}", "E_SCHEMA", "problem.asn:2: not p asn")
        self.bad("5 4\n", "5 4\np asn 5 4\n", "E_SCHEMA", "problem.asn:3: a second problem line")
        self.bad("5 4\n", "5\n", "E_SCHEMA", 'problem.asn:2 field "ARCS": missing')
        self.bad("5 4\n", "5 4 3\n", "E_SCHEMA", "problem.asn:2: more fields than p asn NODES ARCS")
        self.bad("asn 5", f"asn {CANARY}", "E_NUMBER", 'problem.asn:2 field "NODES"')
        self.bad("asn 5", "asn -5", "E_RANGE", 'problem.asn:2 field "NODES"')

    def test_wrong_counts(self):
        self.bad("5 4\n", "5 5\n", "E_SCHEMA", 'problem.asn:2 field "ARCS": 5 arcs by this line, and 4 arc lines below')
        self.bad("5 4\n", "5 3\n", "E_SCHEMA", "3 arcs by this line, and 4 ")
        self.bad("asn 5", "asn 4", "E_RANGE", 'problem.asn:8 field "DST": allowed are 1 to 4')

    def test_node_lines(self):
        self.bad("n 2\n", "n 6\n", "E_RANGE", 'problem.asn:4 field "ID": allowed are 1 to 5')
        self.bad("n 2\n", "n 0\n", "E_RANGE", "problem.asn:4")
        self.bad("n 2\n", "n 1\n", "E_DUPLICATE", "problem.asn:4 and line 3: the same node twice")
        self.bad("n 2\n", "n\n", "E_SCHEMA", 'problem.asn:4 field "ID": missing')
        self.bad("n 2\n", "n 2 1\n", "E_SCHEMA", "problem.asn:4: more fields than n ID")
        self.bad("a 1 3 5\n", "a 1 3 5\nn 5\n", "E_SCHEMA", "problem.asn:6: a node line below an arc line")

    def test_arc_lines(self):
        self.bad("a 2 3 0", "a 2 6 0", "E_RANGE", 'problem.asn:7 field "DST": allowed are 1 to 5')
        self.bad("a 2 3 0", "a 3 4 0", "E_SCHEMA", 'problem.asn:7 field "SRC": no source')
        self.bad("a 2 3 0", "a 2 1 0", "E_SCHEMA", 'problem.asn:7 field "DST": a source')
        self.bad("a 2 3 0", "a 2 5 0", "E_DUPLICATE", "problem.asn:8 and line 7: the same arc twice")
        self.bad("a 2 3 0", "a 2 3", "E_SCHEMA", 'problem.asn:7 field "COST": missing')
        self.bad("a 2 3 0", "a 2 3 0 0", "E_SCHEMA", "problem.asn:7: more fields than a SRC DST COST")
        for cost in ("1e3", "+5", "0x10", "007", "1.0", "1,5", "--5", "-", CANARY):
            self.bad("a 2 3 0", f"a 2 3 {cost}", "E_NUMBER", 'problem.asn:7 field "COST": not a whole number')
        for cost in ("99999999999999999999", "-99999999999999999999", str(2**60), str(-2**60)):
            self.bad("a 2 3 0", f"a 2 3 {cost}", "E_RANGE", 'problem.asn:7 field "COST"')
        self.assertEqual(self.accepted("problem.asn", DIMACS.replace("a 2 3 0", "a 2 3 -0"))["total"], -2)

    def test_lines_of_another_kind(self):
        for line in ("x 1 2", "arc 1 3 5", " a 1 3 5", CANARY, "A 1 3 5"):
            self.bad("c made for a test\n", line + "\n", "E_SCHEMA", "problem.asn:1: a line starts with one of c, p, n, a")

    def test_every_fault_at_once(self):
        text = DIMACS.replace("n 2", "n 9").replace("a 1 4 -2", "a 1 4 x").replace("a 2 5 7", "b 2 5 7")
        lines = self.refused("problem.asn", text, "E_SCHEMA").err.decode().splitlines()
        self.assertEqual([line.split()[1].rstrip(":") for line in lines],
                         ["problem.asn:2", "problem.asn:4", "problem.asn:6", "problem.asn:7", "problem.asn:8"])

    def test_e11_of_many_repeats_the_first_hundred_and_a_count(self):
        repeats = DIMACS.replace("5 4\n", "5 50004\n") + "a 1 3 5\n" * 50_000
        lines = self.refused("problem.asn", repeats, "E_DUPLICATE").err.decode().splitlines()
        self.assertEqual((len(lines), lines[-1]), (101, "and 49900 more"))
        self.assertTrue(lines[0].startswith("E_DUPLICATE problem.asn:9 and line 5: "), lines[0])
        bad = DIMACS.replace("5 4\n", "5 50004\n") + "a 1 3 x\n" * 50_000
        lines = self.refused("problem.asn", bad, "E_NUMBER").err.decode().splitlines()
        self.assertEqual((len(lines), lines[-1]), (101, "and 49900 more"))

    def test_g01_very_long_lines(self):
        self.accepted("problem.asn", DIMACS.replace("made", "m" * 2**20))
        self.refused("problem.asn", DIMACS.replace("made", "m" * (2**24 + 2**20)), "E_LIMIT", "a line of more than 16 MiB")

    def test_g03_many_nodes_are_refused_before_there_is_room_for_them(self):
        self.write("problem.asn", "p asn 4000000000 0\n")
        result = self.run_tool("assign", "problem.asn")
        self.assertEqual(result.exit, 3)
        self.assertIn(b'E_LIMIT problem.asn:1 field "NODES": more than 5000000 nodes', result.err)

    def test_g05_sums_that_could_overflow(self):
        text = DIMACS.replace("a 2 3 0", f"a 2 3 {2**60 - 1}")
        self.refused("problem.asn", text, "E_OVERFLOW", "problem.asn: sums of the weights could overflow")

    def test_g07_nothing_at_all(self):
        self.assertEqual(self.accepted("problem.asn", "p asn 0 0\n")["pairs"], [])
        self.assertEqual(self.accepted("problem.asn", "p asn 2 0\nn 1\n")["rows"], ["1"])
        self.assertEqual(self.accepted("problem.csv", "row,column,weight\n")["matched"], 0)


class Csv(AssignTest):
    def bad(self, old, new, code, *says, **options):
        self.assertIn(old, CSV)
        return self.refused("w.csv", CSV.replace(old, new, 1), code, *says, **options)

    def test_headers(self):
        self.refused("w.csv", "", "E_SCHEMA", "w.csv: no header")
        self.bad("weight", "wieght", "E_SCHEMA", "did you mean weight?")
        self.bad("row,", "row,row,", "E_DUPLICATE", 'w.csv:1 field "row": comes twice')
        self.bad("row,column,weight", "row;column;weight", "E_SCHEMA", "w.csv:1: delimiter looks like ;")
        self.assertEqual(self.accepted("w.csv", CSV.replace(",", ";"), "--delimiter", ";")["total"], -2)

    def test_bytes(self):
        self.bad("ann", "a\0nn", "E_ENCODING", 'w.csv:2 field "row": control characters')
        self.refused("w.csv", CSV.encode().replace(b"ann", b"\xe9"), "E_ENCODING", "w.csv:2: not UTF-8, at byte 19")
        answer = self.accepted("w.csv", CSV.encode().replace(b"ann", b"\xe9"), "--encoding", "windows-1252")
        self.assertEqual(answer["rows"], ["ben", "\u00e9"])
        self.assertEqual(self.accepted("w.csv", "\ufeff" + CSV.replace("\n", "\r\n"))["total"], -2)

    def test_records(self):
        self.bad("ann,y,-2", "ann,y", "E_SCHEMA", "w.csv:3: 2 cells, and the header has 3")
        self.bad("ann,y,-2", "ann,y,-2,", "E_SCHEMA", "w.csv:3: 4 cells, and the header has 3")
        self.bad("ann,y,-2", "ann,y,", "E_SCHEMA", 'w.csv:3 field "weight": missing')
        self.bad("ann,y,-2", ",y,-2", "E_SCHEMA", 'w.csv:3 field "row": missing')
        self.bad("ann,y,-2", ",,", "E_SCHEMA", 'w.csv:3 field "row": missing')
        self.bad("ann,y,-2", "ann,x,-2", "E_DUPLICATE", "w.csv:3 and line 2: the same pair twice")
        self.bad("ann,y,-2", '"ann,y,-2', "E_PARSE", "w.csv:3 column 1: a quote that is never closed")
        self.bad("ann,y,-2", f"ann,y,{CANARY}", "E_NUMBER", 'w.csv:3 field "weight": not a whole number')
        self.bad("ann,y,-2", f"ann,y,{2**60}", "E_RANGE", 'w.csv:3 field "weight"')

    def test_names(self):
        self.bad("ann,y,-2", f"{'n' * 65},y,-2", "E_LIMIT", 'w.csv:3 field "row"')
        self.bad("ann,y,-2", "ann, y,-2", "E_SCHEMA", 'w.csv:3 field "column": blanks')
        self.bad("ann,y,-2", "ann,y\u00a0,-2", "E_SCHEMA", 'w.csv:3 field "column": blanks')
        self.bad("ann,y,-2", "ann,\u0085y,-2", "E_ENCODING", 'w.csv:3 field "column": control characters')

    def with_file(self, option, content, code, *says, exit_code=3):
        self.write("more.csv", content)
        self.refused("w.csv", CSV, code, *says, arguments=(option, "more.csv"), exit_code=exit_code)

    def test_capacities(self):
        refused = lambda *arguments: self.with_file("--capacities", *arguments)
        refused("column,capacity\nx,-1\n", "E_RANGE", 'more.csv:2 field "capacity": allowed are 0 to 2147483647')
        refused("column,capacity\nx,2147483648\n", "E_RANGE", "more.csv:2")
        refused("column,capacity\nx,\n", "E_SCHEMA", 'more.csv:2 field "capacity": missing')
        refused("column,capacity\nx,2\nx,2\n", "E_DUPLICATE", 'more.csv:3 and line 2 field "column": the same column twice')
        refused(f"column,capacity\n{CANARY},2\n", "E_UNKNOWN_ID", 'more.csv:2 field "column"')
        self.write("more.csv", "column,capacity\nx,2147483647\nz,0\n")
        answer = self.accepted("w.csv", CSV, "--capacities", "more.csv", "--maximize")
        self.assertEqual([pair["column"] for pair in answer["pairs"]], ["x", "x"])

    def test_f02_f03_pins_that_cannot_hold(self):
        conflict = lambda text, *says: self.with_file("--pins", text, "E_CONFLICT", *says, exit_code=4)
        conflict("row,column\nann,x\nann,y\n", 'more.csv:3 and line 2 field "row": the same row pinned twice')
        conflict("row,column\nann,x\nben,x\n", 'more.csv:3 field "column": more pins than the column has room for')
        conflict("row,column\nann,z\n", "more.csv:2: no pair of the weights")
        self.with_file("--pins", f"row,column\n{CANARY},x\n", "E_UNKNOWN_ID", 'more.csv:2 field "row"')
        self.with_file("--pins", f"row,column\nann,{CANARY}\nann,z\n", "E_UNKNOWN_ID", 'more.csv:2 field "column"')

    def test_faults_of_every_file_at_once(self):
        self.write("capacities.csv", "column,capacity\nx,many\n")
        self.write("pins.csv", "row,column\nzoe,x\n")
        result = self.refused("w.csv", CSV.replace("-2", "two"), "E_NUMBER",
                              arguments=("--capacities", "capacities.csv", "--pins", "pins.csv"))
        self.assertEqual([line.split()[1].rstrip(":") for line in result.err.decode().splitlines()],
                         ["capacities.csv:2", "pins.csv:2", "w.csv:3"])

    def test_i01_names_that_a_spreadsheet_takes_for_formulas(self):
        self.write("w.csv", "row,column,weight\n=1+1,@x,-3\n")
        self.assertIn(b"\r\n\"'=1+1\",\"'@x\",-3\r\n", self.run_tool("assign", "w.csv", "--format", "csv").out)
        self.assertIn(b"\r\n=1+1,@x,-3\r\n", self.run_tool("assign", "w.csv", "--format", "csv", "--raw-csv").out)


class Json(AssignTest):
    def bad(self, code, *says, exit_code=3, **members):
        document = {key: value for key, value in {**JSON, **members}.items() if value is not ...}
        return self.refused("p.json", json.dumps(document), code, *says, exit_code=exit_code)

    def test_c01_to_c14(self):
        for text in ("{", "[1,]", '{"a": NaN}', "{} {}", "'x'"):
            self.refused("p.json", text, "E_PARSE", "p.json:1 column ")
        self.refused("p.json", "[]", "E_SCHEMA", "p.json: a list where an object is due")
        self.refused("p.json", "3", "E_SCHEMA", "p.json: a number where an object is due")
        self.refused("p.json", "[" * 100_000, "E_LIMIT", "p.json:1 column ")
        self.refused("p.json", json.dumps(JSON)[:-1] + ', "weights": []}', "E_DUPLICATE", 'field "weights": comes twice')
        self.bad("E_SCHEMA", 'field "weight": unknown: did you mean weights?', weight=3)
        self.bad("E_VERSION", 'field "schema_version"', schema_version=2)
        self.bad("E_VERSION", 'field "schema_version"', schema_version=...)
        self.bad("E_VERSION", 'field "schema_version"', schema_version=[1])
        self.bad("E_SCHEMA", 'field "weights": missing', weights=...)
        self.bad("E_SCHEMA", 'field "weights": an object where a list is due', weights={})

    def record(self, code, says, **members):
        wrong = {key: value for key, value in {**JSON["weights"][0], "row": "ben", **members}.items() if value is not ...}
        self.bad(code, f'field "weights[1]{says}', weights=[*JSON["weights"], wrong])

    def test_records(self):
        self.record("E_NUMBER", '.weight": not a whole number', weight=1.0)
        self.record("E_RANGE", '.weight": allowed are', weight=99999999999999999999)
        self.record("E_SCHEMA", '.weight": a text where a whole number is due', weight=CANARY)
        self.record("E_SCHEMA", '.weight": missing', weight=...)
        self.record("E_SCHEMA", '.row": missing', row=None)
        self.record("E_SCHEMA", '.row": a number where a name is due', row=1.5)
        self.record("E_SCHEMA", '.column": a list where a name is due', column=["x"])
        self.record("E_SCHEMA", '.kolumn": unknown: did you mean column?', kolumn={"x": [1]})
        self.bad("E_SCHEMA", 'field "weights[0]": a list where an object is due', weights=[["ann", "x", 5]])
        self.bad("E_DUPLICATE", 'field "weights[1]": the same pair twice, as in weights[0]', weights=JSON["weights"] * 2)
        self.bad("E_SCHEMA", 'field "rows[1]": an object where a name is due', rows=["a", {}])
        self.bad("E_SCHEMA", 'field "columns[0]": missing', columns=[""])
        self.bad("E_UNKNOWN_ID", 'field "capacities[0].column"', capacities=[{"column": "y", "capacity": 1}])
        self.bad("E_CONFLICT", 'field "pins[1].row": the same row pinned twice, as in pins[0]',
                 pins=[{"row": "ann", "column": "x"}] * 2, exit_code=4)
        self.refused("p.json", '{"schema_version": 1, "weights": [{"row": 1, "row": 2, "column": 3, "weight": 4}]}',
                     "E_DUPLICATE", 'field "weights[0].row": comes twice')

    def test_faults_for_programs(self):
        self.write("p.json", json.dumps({**JSON, "weights": JSON["weights"] * 3}))
        result = self.run_tool("assign", "p.json", "--format", "json")
        faults = json.loads(result.err)
        self.assertEqual((result.exit, faults["errors"], faults["warnings"], faults["more"]), (3, 2, 0, 0))
        self.assertEqual(faults["faults"][0], {"code": "E_DUPLICATE", "field": "weights[1]", "file": "p.json",
                                               "rule": "the same pair twice, as in weights[0]"})


class Command(AssignTest):
    def wrong(self, *arguments, says):
        self.write("w.csv", CSV)
        self.write("p.asn", DIMACS)
        result = self.run_tool("assign", *arguments)
        self.assertEqual((result.exit, result.out), (2, b""), result.err)
        self.assertTrue(result.err.startswith(f"E_ARG {says}".encode()), result.err)
        self.assertNotIn(CANARY.encode(), result.err)

    def test_wrong_options(self):
        self.wrong(says="FILE: is required")
        for option in ("--from", "--objective", "--format", "--seed", "--delimiter", "--encoding", "--progress", "--color",
                       "--time-limit-ms"):
            self.wrong("w.csv", option, CANARY, says=f"{option}: ")
        for_programs = self.run_tool("assign", "w.csv", "--format", "ndjson")
        self.assertEqual((for_programs.exit, json.loads(for_programs.err)["faults"]),
                         (2, [{"code": "E_ARG", "file": "--format", "rule": "one of table, csv, json"}]))
        self.wrong("w.csv", "--seed", "-1", says="--seed: ")
        self.wrong("p.asn", "--pins", "w.csv", says="--pins: only beside CSV")
        self.wrong("p.asn", "--capacities", "w.csv", says="--capacities: only beside CSV")
        self.wrong("-", "--from", "csv", "--pins", "-", says="-: only one file can come from standard input")
        self.wrong("w.csv", "--out", "w.csv", "--force", says="--out: w.csv is the same file as the input w.csv")

    def test_standard_input_and_the_form(self):
        for form, text in (("dimacs", DIMACS), ("csv", CSV), ("json", json.dumps(JSON))):
            result = self.run_tool("assign", "-", "--from", form, "--format", "json", stdin=None, input=text.encode())
            self.assertEqual(result.exit, 0, result.err)
            self.assertTrue(json.loads(result.out)["certified"])
        by_default = self.run_tool("assign", "-", "--format", "json", stdin=None, input=DIMACS.encode())
        self.assertEqual(json.loads(by_default.out)["total"], -2)
        bad = self.run_tool("assign", "-", stdin=None, input=b"z\n")
        self.assertIn(b"E_SCHEMA standard input:1: ", bad.err)

    def test_output_files(self):
        self.write("p.asn", DIMACS)
        for name, begin in (("a.csv", b"\xef\xbb\xbfrow,column,weight\r\n"), ("a.json", b'{"certified":true')):
            result = self.run_tool("assign", "p.asn", "--out", name)
            self.assertEqual((result.exit, result.out), (0, b""))
            self.assertEqual(result.err, b"2 of 2 rows have a column, least total -2, certified\n")
            path = self.folder / name
            self.assertTrue(path.read_bytes().startswith(begin))
            self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        again = self.run_tool("assign", "p.asn", "--out", "a.csv")
        self.assertEqual((again.exit, again.err), (6, b"E_EXISTS a.csv: it is there already; --force replaces it\n"))
        self.assertEqual(self.run_tool("assign", "p.asn", "--out", "a.csv", "--force", "--format", "table").exit, 0)
        self.assertIn(b"Duals that are not 0", (self.folder / "a.csv").read_bytes())
        missing = self.run_tool("assign", "nobody.asn")
        self.assertEqual((missing.exit, missing.err), (6, b"E_IO nobody.asn: not there\n"))

    def test_infeasible_is_a_status(self):
        self.write("w.csv", "row,column,weight\nann,x,1\nben,x,1\n")
        result = self.run_tool("assign", "w.csv", "--require-all")
        self.assertEqual((result.exit, result.out), (4, b"\xef\xbb\xbfrow,column,weight\r\n"))
        self.assertEqual(result.err, b"infeasible: at most 1 of 2 rows can have a column\n")
        table = self.run_tool("assign", "w.csv", "--require-all", "--format", "table")
        self.assertEqual((table.exit, table.out), (4, result.err))

    def large(self, size):
        draw = random.Random(1)
        arcs = [f"a {row} {column} {draw.randint(0, 10**6)}" for row in range(1, size + 1)
                for column in range(size + 1, 2 * size + 1)]
        self.write("large.asn", "\n".join([f"p asn {2 * size} {len(arcs)}", *(f"n {row}" for row in range(1, size + 1)), *arcs]))

    def test_time_limit(self):
        self.large(300)
        result = self.run_tool("assign", "large.asn", "--time-limit-ms", "0", "--out", "a.csv")
        self.assertEqual((result.exit, result.out), (5, b""), result.err)
        self.assertRegex(result.err, rb"\AE_TIME: stopped during assignment(, at [^;]+)?; nothing was written; "
                                     rb"(no bound is known yet|at best: pairs \d+(, total -?\d+)?)\n\Z")
        self.assertFalse((self.folder / "a.csv").exists())
        self.assertEqual(self.run_tool("assign", "large.asn", "--time-limit-ms", "100000").exit, 0)

    def test_h10_interrupt(self):
        os.mkfifo(self.folder / "slow.asn")
        with running("assign", "slow.asn", "--out", "a.csv", cwd=self.folder) as process:
            with open(self.folder / "slow.asn", "wb") as pipe:  # opens once the tool waits for it
                pipe.write(DIMACS.encode())
                pipe.flush()
                process.send_signal(signal.SIGINT)
                out, err = process.communicate(timeout=120)
        self.assertEqual((process.returncode, out), (5, b""))
        self.assertIn(b"E_CANCELLED: stopped while reading; nothing was written", err)
        self.assertFalse((self.folder / "a.csv").exists())


if __name__ == "__main__":
    unittest.main()
