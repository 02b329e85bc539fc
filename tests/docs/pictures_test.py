"""The pictures of the methods are those that their script draws; the page shows each, and the problem drawn."""

import pathlib
import runpy
import subprocess
import sys
import tempfile
import unittest

from scratch import SOURCE

METHODS = SOURCE / "docs" / "methods"
PICTURES = METHODS / "pictures"
PAGE = (METHODS / "assignment.md").read_text(encoding="utf-8")


def pictures_in(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*.svg")}


class Pictures(unittest.TestCase):
    def test_they_are_what_the_script_draws(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, PICTURES / "draw.py", folder], check=True)
            drawn = pictures_in(pathlib.Path(folder))
        self.assertGreater(len(drawn), 0)
        self.assertEqual(drawn, pictures_in(PICTURES))

    def test_each_stands_on_the_page(self):
        for name in pictures_in(PICTURES):
            self.assertIn(f"](pictures/{name})", PAGE)

    def test_the_page_has_the_points_that_they_show(self):
        script = runpy.run_path(str(PICTURES / "draw.py"))
        rows = [[row, *(str(script["POINTS"].get(row + column, "")) for column in script["COLUMNS"])]
                for row in script["ROWS"]]
        head = "\n| | " + " | ".join(script["COLUMNS"]) + " |\n"
        shown = PAGE.split(head)[1].split("\n\n")[0].splitlines()[1:]
        self.assertEqual([[cell.strip() for cell in row.split("|")[1:-1]] for row in shown], rows)


if __name__ == "__main__":
    unittest.main()
