"""The guide to the command line names the columns that a list needs: no more and no fewer.

Its two lists are matched again, each time without one of their columns.
"""

import csv
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from blocks import blocks_of
from scratch import SOURCE

TOOL = pathlib.Path(os.environ["BEFRIEND_INSTALLED"]).resolve() / "bin" / "befriend"
GUIDE = (SOURCE / "docs" / "guides" / "command-line.md").read_text(encoding="utf-8")
LISTS = {block.name: block.text for block in blocks_of(GUIDE) if block.name in ("children.csv", "volunteers.csv")}


def columns(table):
    """The columns that the guide lists for a table: name and whether it must be there."""
    text = GUIDE.split(f"| in `{table}` |")[1].split("\n\n")[0]
    found = {}
    for names, must in re.findall(r"^\| (`\w+`(?:, `\w+`)*) \| ([a-z ]*)\|", text, re.MULTILINE):
        found.update(dict.fromkeys(re.findall(r"\w+", names), must.strip()))
    return found


def without(table, column):
    """The table of the guide without one of its columns."""
    rows = list(csv.DictReader(LISTS[table].splitlines()))
    names = [name for name in rows[0] if name != column]
    return "\n".join(",".join(row[name] for name in names) for row in [dict(zip(names, names)), *rows]) + "\n"


def proposed(lists):
    """How a round with these lists ends, and how many children are proposed."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in lists.items():
            (pathlib.Path(folder) / name).write_text(text, encoding="utf-8")
        done = subprocess.run([TOOL, "propose", *lists, "--as-of", "2026-11-02", "--format", "json"], cwd=folder,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.returncode, len(json.loads(done.stdout)["proposed"]) if done.returncode == 0 else None


class Columns(unittest.TestCase):
    def test_the_lists_have_the_columns_that_the_guide_names(self):
        for table, text in LISTS.items():
            self.assertEqual(list(columns(table)), text.splitlines()[0].split(","))
        self.assertEqual(proposed(LISTS), (0, 2))

    def test_a_column_must_be_there_where_the_guide_says_so(self):
        for table in LISTS:
            for column, must in columns(table).items():
                if column in ("easting", "northing"):
                    continue  # one of the two without the other is refused
                with self.subTest(table=table, column=column):
                    ending, pairs = proposed({**LISTS, table: without(table, column)})
                    if must == "yes":
                        self.assertEqual(ending, 3)
                    elif must == "to be proposed":
                        self.assertEqual((ending, pairs), (0, 0))
                    else:
                        self.assertEqual((ending, must), (0, ""))
                        self.assertGreater(pairs, 0)


if __name__ == "__main__":
    unittest.main()
