"""Identity and references: rows E01 to E11 of the catalogue of bad input, from the files to the exit code."""

import json
import unittest

from tool import CANARY, CHILDREN, VOLUNTEERS, ToolTest, child, csv, volunteer

PAIR = "child_id,volunteer_id\n"


def pair(child_number, volunteer_number):
    return f"{CANARY}-C{child_number},{CANARY}-V{volunteer_number}\n"


class References(ToolTest):
    def refused_children(self, records, code, *names):
        self.round(csv(CHILDREN, records))
        return self.refused(code, *names)

    def refused_pairs(self, text, code, *names, table="blocks"):
        self.round()
        self.write(f"{table}.csv", PAIR + text)
        return self.refused(code, *names, arguments=(f"--{table}", f"{table}.csv"))

    def test_e01_same_id_twice_in_identical_rows(self):
        self.refused_children([child(1), child(2), child(1)], "E_DUPLICATE", "children.csv:4 and line 2",
                              'field "child_id"')
        self.round(None, csv(VOLUNTEERS, [volunteer(1), volunteer(1)]))
        self.refused("E_DUPLICATE", "volunteers.csv:3 and line 2", 'field "volunteer_id"')

    def test_e02_same_id_twice_in_different_rows(self):
        self.refused_children([child(1), child(1, age_years="9")], "E_DUPLICATE", "children.csv:3 and line 2")

    def test_e03_ids_equal_but_for_case(self):
        self.refused_children([child(1, child_id="abc"), child(2, child_id="aBc")], "E_DUPLICATE",
                              "children.csv:3 and line 2")

    def test_e04_one_id_for_a_child_and_a_volunteer(self):
        self.round(csv(CHILDREN, [child(1, child_id="one")]), csv(VOLUNTEERS, [volunteer(1, volunteer_id="one")]))
        match = json.loads(self.accepted())["proposed"][0]
        self.assertEqual((match["child"], match["volunteer"]), ("one", "one"))

    def test_e05_empty_id(self):
        self.refused_children([child(1), child(2, child_id="")], "E_SCHEMA", 'children.csv:3 field "child_id"')
        self.refused_pairs(f",{CANARY}-V1\n", "E_SCHEMA", 'blocks.csv:2 field "child_id"')

    def test_e06_id_of_10_000_characters(self):
        self.refused_children([child(1), child(2, child_id="x" * 10_000)], "E_LIMIT", 'children.csv:3 field "child_id"',
                              "64 characters")
        self.round(csv(CHILDREN, [child(1, child_id="x" * 64)]))
        self.accepted("--force")

    def test_e07_id_that_looks_like_a_path(self):
        for value in ("../../etc/passwd", "a/b", ".", ".."):
            with self.subTest(value=value):
                result = self.refused_children([child(1), child(2, child_id=value)], "E_SCHEMA",
                                               'children.csv:3 field "child_id"')
                self.assertNotIn(b"passwd", result.err)

    def test_e07_ids_never_become_file_names(self):
        self.round(csv(CHILDREN, [child(1, child_id="CON")]))
        self.accepted()
        self.assertFalse([name for name in self.contents() if "CON" in name or CANARY in name])

    def test_e08_pair_block_or_pin_of_an_unknown_id(self):
        for table in ("pins", "blocks"):
            with self.subTest(table=table):
                self.refused_pairs(pair(1, 1) + pair(9, 1), "E_UNKNOWN_ID", f'{table}.csv:3 field "child_id"',
                                   table=table)
                self.refused_pairs(pair(1, 9), "E_UNKNOWN_ID", f'{table}.csv:2 field "volunteer_id"', table=table)
        self.refused_pairs(pair(7, 9), "E_UNKNOWN_ID", 'existing.csv:2 field "volunteer_id"', table="existing")
        self.round(csv((*CHILDREN, "not_with"), [child(1, not_with=f"{CANARY}-V9")]))
        self.refused("E_UNKNOWN_ID", 'children.csv:2 field "not_with"')

    def test_e09_block_with_its_columns_swapped(self):
        result = self.refused_pairs(f"{CANARY}-V1,{CANARY}-C1\n", "E_UNKNOWN_ID", 'blocks.csv:2 field "child_id"',
                                    "exists on the other side")
        self.assertEqual(result.err.count(b"exists on the other side"), 2)

    def test_e10_pair_listed_twice(self):
        for table in ("pins", "blocks"):
            self.refused_pairs(pair(1, 1) + pair(2, 2) + pair(1, 1), "E_DUPLICATE", f"{table}.csv:4 and line 2",
                               table=table)
        self.round()
        self.write("blocks.csv", f"child_id,volunteer_id,reason\n{pair(1, 1).strip()},one\n{pair(1, 1).strip()},two\n")
        self.refused("E_DUPLICATE", "blocks.csv:3 and line 2", arguments=("--blocks", "blocks.csv"))

    def test_e11_100_000_repeats_of_one_pair(self):
        result = self.refused_pairs(pair(1, 1) * 100_000, "E_DUPLICATE")
        lines = result.err.decode().splitlines()
        self.assertLessEqual(len(lines), 102)
        self.assertTrue(any("blocks.csv:3 and line 2" in line for line in lines), lines[:3])
        self.assertTrue(any("99899 more" in line for line in lines), lines[-1])


if __name__ == "__main__":
    unittest.main()
