"""`befriend assign`: the engine alone on files, held against every assignment there is and against its duals."""

import csv as csv_reader
import io
import itertools
import json
import random
import unittest

from tool import ToolTest

OBJECTIVES = ("most_pairs", "best_total")


class Problem:
    """Rows and columns by name, and the weight of each pair."""

    def __init__(self, rows, columns, weights, capacities=None, pins=None):
        self.rows, self.columns, self.weights = rows, columns, weights
        self.capacities, self.pins = capacities or {}, pins or {}

    def records(self, shuffled):
        lists = {"weights": [{"row": row, "column": column, "weight": weight}
                             for (row, column), weight in self.weights.items()],
                 "capacities": [{"column": column, "capacity": room} for column, room in self.capacities.items()],
                 "pins": [{"row": row, "column": column} for row, column in self.pins.items()]}
        lists["weights"] += [{"row": row} for row in self.rows] + [{"column": column} for column in self.columns]
        for records in lists.values():
            shuffled.shuffle(records)
        return lists

    def csv(self, shuffled):
        fields = {"weights": ["row", "column", "weight"], "capacities": ["column", "capacity"], "pins": ["row", "column"]}
        files = {}
        for name, records in self.records(shuffled).items():
            columns = shuffled.sample(fields[name], len(fields[name]))
            text = io.StringIO()
            writer = csv_reader.DictWriter(text, columns, lineterminator=shuffled.choice(["\n", "\r\n"]))
            writer.writeheader()
            writer.writerows(records)
            files[name] = text.getvalue()
        return files

    def json(self, shuffled):
        members = [*self.records(shuffled).items(), ("schema_version", 1)]
        shuffled.shuffle(members)
        return json.dumps(dict(members))

    def dimacs(self, shuffled):
        """Of a problem whose names are the numbers from 1 on."""
        nodes = [f"n {row}" for row in self.rows]
        arcs = [f"a {row}\t {column}  {weight}" for (row, column), weight in self.weights.items()]
        shuffled.shuffle(nodes)
        shuffled.shuffle(arcs)
        head = f"p asn {len(self.rows) + len(self.columns)} {len(arcs)}"
        return "\n".join(["c made for a test", head, *nodes, "c", *arcs]) + "\n"

    def room(self):
        return {column: self.capacities.get(column, 1) for column in self.columns}

    def best(self, objective, maximize, require_all, exactly=None):
        """The most pairs and the best total among all assignments; none if there is none as is asked for."""
        sign = 1 if maximize else -1
        found = []

        def go_on(at, room, pairs, total):
            if at == len(self.rows):
                if (not require_all or pairs == at) and exactly in (None, pairs):
                    found.append((pairs if objective == "most_pairs" else 0, sign * total, pairs))
                return
            row = self.rows[at]
            if row not in self.pins:
                go_on(at + 1, room, pairs, total)
            for column in [self.pins[row]] if row in self.pins else self.columns:
                if (row, column) in self.weights and room[column] > 0:
                    go_on(at + 1, {**room, column: room[column] - 1}, pairs + 1, total + self.weights[row, column])

        go_on(0, self.room(), 0, 0)
        if not found:
            return None
        _, total, pairs = max(found)
        return (pairs if objective == "most_pairs" or require_all or exactly is not None else None), sign * total


def random_problem(seed, rows=5, columns=5, density=0.6, with_pins=True):
    draw = random.Random(seed)
    row_names = [str(at + 1) for at in range(draw.randint(0, rows))]
    column_names = [str(len(row_names) + at + 1) for at in range(draw.randint(0, columns))]
    spread = draw.choice([1, 3, 1000])
    weights = {(row, column): draw.randint(-spread, spread) for row in row_names for column in column_names
               if draw.random() < density}
    problem = Problem(row_names, column_names, weights)
    if with_pins and draw.random() < 0.5:
        problem.capacities = {column: draw.randint(0, 3) for column in column_names if draw.random() < 0.7}
        room = problem.room()
        for row, column in draw.sample(sorted(weights), min(len(weights), 2)):
            if row not in problem.pins and room[column] > 0:
                problem.pins[row] = column
                room[column] -= 1
    return problem


class AssignTest(ToolTest):
    def answer(self, *arguments, exit_code=0, **options):
        result = self.run_tool("assign", *arguments, "--format", "json", **options)
        self.assertEqual((result.exit, result.err), (exit_code, b""), result.err)
        return json.loads(result.out), result.out

    def solve(self, problem, form, shuffled, *arguments, **options):
        if form == "dimacs":
            self.write("problem.asn", problem.dimacs(shuffled))
            return self.answer("problem.asn", *arguments, **options)
        if form == "json":
            self.write("problem.json", problem.json(shuffled))
            return self.answer("problem.json", *arguments, **options)
        for name, text in problem.csv(shuffled).items():
            self.write(name + ".csv", text)
        return self.answer("weights.csv", "--capacities", "capacities.csv", "--pins", "pins.csv", *arguments, **options)

    def check_proof(self, problem, answer):
        """The pairs are an assignment with the total that is stated, and the duals show that none is better."""
        self.assertTrue(answer["certified"])
        self.assertEqual((answer["rows"], answer["columns"]), (problem.rows, problem.columns))
        column_of = {pair["row"]: pair["column"] for pair in answer["pairs"]}
        used = [column_of[row] for row in column_of]
        self.assertEqual(len(column_of), answer["matched"])
        self.assertEqual(answer["total"], sum(problem.weights[pair] for pair in column_of.items()))
        for pair in answer["pairs"]:
            self.assertEqual(pair["weight"], problem.weights[pair["row"], pair["column"]])
        self.assertEqual({row: column_of.get(row) for row in problem.pins}, problem.pins)
        room = {column: room - used.count(column) for column, room in problem.room().items()}
        self.assertGreaterEqual(min(room.values(), default=0), 0)

        sign = 1 if answer["maximize"] else -1
        counts = "row_count_duals" in answer
        self.assertEqual(counts, answer["objective"] == "most_pairs" or answer["require_all"] or "exactly" in answer)
        each_count, each = answer.get("each_count", int(counts)), answer.get("each", 0)
        price = {}
        for side, names in (("row", problem.rows), ("column", problem.columns)):
            count_duals = answer[f"{side}_count_duals"] if counts else [0] * len(names)
            for name, count, dual in zip(names, count_duals, answer[f"{side}_duals"], strict=True):
                price[side, name] = (count, sign * dual)
        free = {column for column in problem.columns if room[column] > 0}
        pinned_full = set(problem.pins.values()) - free
        for (row, column), weight in problem.weights.items():
            sums = tuple(map(sum, zip(price["row", row], price["column", column])))
            if row not in problem.pins and column not in pinned_full:
                self.assertGreaterEqual(sums, (each_count, sign * (weight + each)))
                if column_of.get(row) == column:
                    self.assertEqual(sums, (each_count, sign * (weight + each)))
        for row in problem.rows:
            self.assertGreaterEqual(price["row", row], (0, 0))
            if row not in column_of:
                self.assertEqual(price["row", row], (0, 0))
        for column in problem.columns:
            self.assertGreaterEqual(price["column", column], (0, 0))
            if column in free:
                self.assertEqual(price["column", column], (0, 0))


class BruteForce(AssignTest):
    def test_the_answer_is_the_best_of_all(self):
        forms = itertools.cycle(["csv", "json", "dimacs"])
        infeasible = 0
        for seed in range(24):
            form = next(forms)
            problem = random_problem(seed, with_pins=form != "dimacs")
            for objective, maximize, require_all in itertools.product(OBJECTIVES, (False, True), (False, True)):
                with self.subTest(seed=seed, objective=objective, maximize=maximize, require_all=require_all):
                    arguments = ["--objective", objective, *["--maximize"] * maximize, *["--require-all"] * require_all]
                    best = problem.best(objective, maximize, require_all)
                    answer, _ = self.solve(problem, form, random.Random(seed), *arguments,
                                           exit_code=4 if best is None else 0)
                    if best is None:
                        infeasible += 1
                        most = problem.best("most_pairs", False, False)[0]
                        self.assertEqual((answer["status"], answer["matched"], answer["pairs"], answer["certified"]),
                                         ("infeasible", most, [], False))
                        continue
                    self.assertEqual((answer["status"], answer["total"]), ("optimal", best[1]))
                    if best[0] is not None:
                        self.assertEqual(answer["matched"], best[0])
                    self.check_proof(problem, answer)
        self.assertGreater(infeasible, 5)

    def test_exactly_so_many_pairs_are_the_best_of_all_with_so_many(self):
        for seed in range(6):
            problem = random_problem(seed)
            for exactly in range(len(problem.pins), len(problem.rows) + 2):
                maximize = (seed + exactly) % 2 == 1
                with self.subTest(seed=seed, exactly=exactly):
                    best = problem.best("best_total", maximize, False, exactly)
                    answer, _ = self.solve(problem, "csv", random.Random(seed), "--exactly", str(exactly),
                                           *["--maximize"] * maximize, exit_code=4 if best is None else 0)
                    self.assertEqual(answer["exactly"], exactly)
                    if best is None:
                        self.assertEqual((answer["status"], answer["pairs"]), ("infeasible", []))
                        continue
                    self.assertEqual((answer["status"], answer["matched"], answer["total"]), ("optimal", *best))
                    self.check_proof(problem, answer)

    def test_a_number_of_pairs_that_cannot_be_meant(self):
        self.write("weights.csv", "row,column,weight\na,x,1\n")
        self.write("pins.csv", "row,column\na,x\n")
        result = self.run_tool("assign", "weights.csv", "--exactly", "-1")
        self.assertEqual(result.exit, 2, result.err)
        result = self.run_tool("assign", "weights.csv", "--pins", "pins.csv", "--exactly", "0")
        self.assertEqual((result.exit, result.err),
                         (4, b"E_CONFLICT weights.csv: there are more pins than --exactly allows\n"))

    def test_larger_problems_prove_themselves(self):
        for seed, maximize in ((1, False), (2, True)):
            problem = random_problem(seed, rows=120, columns=100, density=0.1)
            answer, _ = self.solve(problem, "csv", random.Random(seed), *["--maximize"] * maximize)
            self.check_proof(problem, answer)


class SameAnswer(AssignTest):
    def test_the_order_of_lines_changes_nothing_and_every_form_says_the_same(self):
        for seed in range(6):
            problem = random_problem(seed, rows=9, columns=9, with_pins=False)
            draw = random.Random(seed)
            outputs = {self.solve(problem, form, draw)[1] for form in ("dimacs", "csv", "json") for _ in range(3)}
            with self.subTest(seed=seed):
                self.assertEqual(len(outputs), 1)

    def test_equals_are_told_apart_by_their_names_and_the_seed(self):
        names = [f"r{at}" for at in range(8)]
        problem = Problem(names, ["x", "y"], {(row, column): 1 for row in names for column in "xy"})
        chosen = set()
        for seed in ("0", "1", "2", "3"):
            answers = {self.solve(problem, "csv", random.Random(order), "--seed", seed)[1] for order in range(4)}
            self.assertEqual(len(answers), 1)
            chosen |= answers
        self.assertGreater(len(chosen), 1)
        self.assertEqual(self.solve(problem, "csv", random.Random(9))[1],
                         self.solve(problem, "csv", random.Random(9), "--seed", "0")[1])

    def test_names_stand_in_one_order_whole_numbers_first(self):
        rows = ["2", "10", "007", "Ann", "ann", "été"]
        problem = Problem(rows, ["x"], {(row, "x"): 1 for row in rows})
        self.assertEqual(self.solve(problem, "json", random.Random(3))[0]["rows"], rows)

    def test_a_number_as_a_name_is_its_digits(self):
        self.write("a.json", '{"schema_version": 1, "weights": [{"row": 1, "column": "2", "weight": 3}], "rows": [4]}')
        self.write("b.json", '{"schema_version": 1, "weights": [{"row": "1", "column": 2, "weight": 3}], "rows": ["4"]}')
        self.assertEqual(self.answer("a.json")[1], self.answer("b.json")[1])
        self.assertEqual(self.answer("a.json")[0]["rows"], ["1", "4"])

    def test_the_pairs_of_an_answer_can_be_pins(self):
        problem = random_problem(5, rows=9, columns=9, with_pins=False)
        for name, text in problem.csv(random.Random(5)).items():
            self.write(name + ".csv", text)
        first = self.run_tool("assign", "weights.csv", "--out", "pairs.csv")
        self.assertEqual(first.exit, 0, first.err)
        pinned, _ = self.answer("weights.csv", "--pins", "pairs.csv", "--maximize")
        pairs = list(csv_reader.DictReader(io.StringIO((self.folder / "pairs.csv").read_text("utf-8-sig"))))
        self.assertEqual([{**pair, "weight": int(pair["weight"])} for pair in pairs], pinned["pairs"])
        self.assertGreater(len(pairs), 3)


if __name__ == "__main__":
    unittest.main()
