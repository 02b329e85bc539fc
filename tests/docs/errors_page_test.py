"""The page of errors has every code with its number, and every way the tool ends: as the code has them, in its order."""

import re
import unittest

from scratch import SOURCE


def text(path):
    return (SOURCE / path).read_text(encoding="utf-8")


def rows_under(head):
    """The rows of every table of the page whose head begins with `head`, each as a list of cells."""
    found = re.findall(rf"\n\| {head} .*\n\|[-| ]*\n((?:\|.*\n)+)", text("docs/errors.md"))
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for rows in found for row in rows.splitlines()]


class Page(unittest.TestCase):
    def test_every_code_stands_there_with_its_number(self):
        shown = [(code.strip("`"), int(number)) for code, number, *_ in rows_under("Code")]
        in_c = re.findall(r"^#define BEFRIEND_([EW]_\w+) (\d+)", text("bindings/c/include/befriend/befriend.h"), re.M)
        in_cpp = re.findall(r"^    ([ew]_\w+) = (\d+)", text("include/befriend/model/invalid_input.hpp"), re.M)
        self.assertGreater(len(in_c), 30)
        self.assertEqual(shown, [(name, int(number)) for name, number in in_c])
        self.assertEqual(shown, [(name.upper(), int(number)) for name, number in in_cpp])

    def test_every_code_says_what_it_means_and_what_to_do(self):
        for code, _, means, to_do, *_ in rows_under("Code"):
            self.assertTrue(means and to_do, code)

    def test_every_way_the_tool_ends_stands_there(self):
        shown = [int(row[0]) for row in rows_under("Exit code")]
        codes = text("src/cli/failure.hpp").split("enum class ExitCode")[1].split("}")[0]
        self.assertEqual(shown, [int(number) for number in re.findall(r" = (\d+)", codes)])
        self.assertGreater(len(shown), 7)

    def test_the_guide_to_python_has_the_class_of_every_code(self):
        source = text("bindings/python/befriend/_errors.py")
        in_python = dict(re.findall(r'^    "(E_\w+)": (\w+),$', source, re.M))
        codes = [code for code, _ in re.findall(r"\| `(E_\w+)` \| (\d+) ", text("docs/errors.md"))]
        self.assertEqual(list(in_python), codes)
        shown = {}
        for row in re.findall(r"^\| `(\w+)` \| (.*E_.*) \| .* \|$", text("docs/guides/python.md"), re.M):
            shown.update(dict.fromkeys(re.findall(r"`(E_\w+)`", row[1]), row[0]))
        outside = {code for code, name in in_python.items() if name in ("BefriendError", "MemoryError")}
        self.assertEqual(outside, {"E_IO", "E_EXISTS", "E_MEMORY"})
        self.assertEqual(shown, {code: name for code, name in in_python.items() if code not in outside})


if __name__ == "__main__":
    unittest.main()
