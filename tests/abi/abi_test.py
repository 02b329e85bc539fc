"""The C library keeps the ABI of abi/befriend.abi, and the gate that says so sees what it should see.

    abi_test.py ABIDIFF DESCRIBED        DESCRIBED is befriend.abi as this build writes it
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

SOURCE = pathlib.Path(__file__).resolve().parents[2]
ABI = SOURCE / "abi"
ERROR, USAGE, CHANGED, INCOMPATIBLE = 1, 2, 4, 8  # the bits of abidiff's exit status


def refused(baseline, now, changes):
    """What of the library `now` is not to be released after the library `baseline`, when abi/CHANGES.md says
    `changes`."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("before", baseline), ("now", now)):
            pathlib.Path(folder, name).write_text(text)
        run = subprocess.run([ABIDIFF, "--no-default-suppression", "--redundant", "before", "now"],
                             cwd=folder, text=True, capture_output=True)
    report = run.stdout + run.stderr
    if run.returncode & (ERROR | USAGE | INCOMPATIBLE):
        return report or f"abidiff ended with {run.returncode}"
    if not run.returncode & CHANGED:
        return ""
    touched = re.findall(r"^ *\[[AC]\] 'function [^']*?\b(befriend_\w+)\(", report, re.MULTILINE)
    missing = [name for name in touched if not re.search(rf"\b{name}\b", changes)]
    if touched and not missing:
        return ""
    return f"not named in abi/CHANGES.md: {', '.join(missing) or 'a change of no single function'}\n{report}"


def without(baseline, name):
    """The text as it was before function `name` was added."""
    shorter = re.sub(rf" *<elf-symbol name='{name}' [^\n]*\n", "", baseline)
    shorter = re.sub(rf" *<function-decl name='{name}' .*?</function-decl>\n", "", shorter, flags=re.DOTALL)
    assert shorter != baseline
    return shorter


class Gate(unittest.TestCase):
    def setUp(self):
        self.now = DESCRIBED.read_text()

    def test_the_library_is_what_was_released_and_what_changes_says(self):
        self.assertEqual(refused((ABI / "befriend.abi").read_text(), self.now, (ABI / "CHANGES.md").read_text()), "")

    def test_a_function_that_went_away_is_refused_even_if_it_is_listed(self):
        self.assertIn("befriend_version", refused(self.now, without(self.now, "befriend_version"), "befriend_version"))

    def test_a_function_that_came_is_refused_until_it_is_listed(self):
        earlier = without(self.now, "befriend_version")
        self.assertIn("not named in abi/CHANGES.md: befriend_version\n", refused(earlier, self.now, "befriend_versions"))
        self.assertEqual(refused(earlier, self.now, "- `befriend_version`: new"), "")

    def test_a_parameter_of_another_type_is_refused_until_it_is_listed(self):
        status = re.search(r"<typedef-decl name='befriend_status'[^>]* id='(\w+)'", self.now)[1]
        earlier = re.sub(r"(<function-decl name='befriend_error_code'.*?type-id=')\w+(' name='i')", rf"\g<1>{status}\2",
                         self.now, count=1, flags=re.DOTALL)
        self.assertIn("befriend_error_code", refused(earlier, self.now, ""))

    def test_a_member_elsewhere_is_refused_until_it_is_listed(self):
        earlier = self.now.replace("layout-offset-in-bits='32'", "layout-offset-in-bits='48'", 1)
        self.assertIn("befriend_propose", refused(earlier, self.now, ""))

    def test_another_soname_is_refused(self):
        earlier = self.now.replace("soname='libbefriend.so.", "soname='libbefriend.so.9", 1)
        self.assertIn("SONAME", refused(earlier, self.now, ""))

    def test_the_text_shows_no_content_of_a_handle_and_no_folder(self):
        shown = re.findall(r"<class-decl name='([^']*)'(?![^>]*is-declaration-only)", self.now)
        self.assertEqual(shown, ["befriend_progress"])
        self.assertNotRegex(self.now, r"path='/|std::")

    def test_every_number_and_member_is_locked(self):
        """abidiff sees no #define and takes a member that moves for compatible; layout_lock.c holds both."""
        header = (SOURCE / "bindings/c/include/befriend/befriend.h").read_text()
        locked = (SOURCE / "tests/c/layout_lock.c").read_text()
        numbers = re.findall(r"^#define (BEFRIEND_\w+) (\d+)", header, re.MULTILINE)
        progress = re.search(r"struct befriend_progress \{(.*?)\}", header, re.DOTALL)[1]
        members = re.findall(r"^ *\w+ (\w+);", progress, re.MULTILINE)
        self.assertGreater(len(numbers), 30)
        self.assertGreaterEqual(len(members), 4)
        wanted = [f"LOCK_NUMBER({name}, {number});" for name, number in numbers]
        self.assertEqual([line for line in wanted if line not in locked], [])
        self.assertEqual([name for name in members if f"LOCK_MEMBER({name}, " not in locked], [])


if __name__ == "__main__":
    ABIDIFF, DESCRIBED = sys.argv[1], pathlib.Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
