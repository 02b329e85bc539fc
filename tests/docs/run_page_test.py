"""The runner of the pages finds what is wrong with a page, and nothing on a good one."""

import re
import unittest

import run_page
from blocks import blocks_of
from scratch import SOURCE, Scratch

GOOD = """
# A page

    a drawing -> of something

```sh
echo one > kept
printf 'two\\nthree\\nfour\\n'
```

It prints:

```text
two
...
four
```

```console
$ cat kept \\
    kept
one
one
$ false
$ echo $?
1
$ befriend synth nowhere --out list
E_ARG ...PRESET: ...
$ echo $?
2
```

<!-- policy.toml -->
```toml
minimum_points = 300
```

```sh
befriend check examples/rounds/county/children.csv examples/rounds/county/volunteers.csv \\
    --policy policy.toml --as-of 2026-11-02
cmake --preset release && cmake --build --preset release && ctest --preset dev
```

```toml
[weights]
travel = 40
```

```c
static int twice(int number)
{
    return 2 * number;
}

status = befriend_round_check(round, NULL, NULL, NULL, NULL, &err);
printf("%d %d\\n", (int)status, twice(4));
```

```text
0 8
```

```cpp
std::cout << befriend::version().empty() << '\\n';
```

```text
0
```
"""

# What is wrong with each page, and how the runner says so.
BAD = {
    "```sh\nfalse\n```\n": "ended with 1",
    "```sh\necho one\nfalse\necho two\n```\n": "ended with 1",
    "```sh\necho one\n```\n\n```text\ntwo\n```\n": "+one",
    "```sh\necho one\n```\n\n```text\none\n```\n\n```text\none\n```\n": "shows what nothing before it prints",
    "```text\none\n```\n": "shows what nothing before it prints",
    "```console\n$ echo one\ntwo\n```\n": "+one",
    "```console\n$ echo one\n```\n": "+one",
    "```console\n$ printf 'one\\ntwo\\n'\none\n...\nthree\n```\n": "+two",
    "```console\n$ false\n```\n": "which the page does not tell",
    "```console\n$ false\n$ echo one\none\n```\n": "which the page does not tell",
    "```console\necho one\n```\n": "begins with",
    "```\none\n```\n": "no way to run",
    "```rust\nfn main() {}\n```\n": "no way to run",
    "```json\n{}\n```\n": "nothing can use it",
    "<!-- a.csv -->\n```csv\na\n```\n": "nothing on the page uses it",
    "<!-- CMakeLists.txt -->\n```cmake\nproject(a)\n```\n": "nothing on the page uses it",
    "<!-- cmake/Install.cmake -->\n```cmake\nproject(a)\n```\n": "not what it should be",
    "<!-- cmake/nothing.cmake -->\n```cmake\nproject(a)\n```\n": "no file cmake/nothing.cmake",
    "<!-- CMakePresets.json -->\n```json\n{}\n```\n\n```sh\ncat CMakePresets.json\n```\n": "no name for a new file",
    "```toml\n[weights]\ntravle = 40\n```\n": "travle",
    "```c\nint unused;\n```\n": "unused",
    "```c\n#include <stdlib.h>\nint main(void)\n{\n    abort();\n}\n```\n": "ended with",
    "```cpp\nround.nothing();\n```\n": "nothing",
    "```sh\ncmake --install build/nowhere\n```\n": "only the release is installed",
    "```sh\ncmake --preset nowhere\n```\n": "no configure preset nowhere",
    "```sh\npip install somebody-elses\n```\n": "only `pip install .`",
    "```sh\ntrue\n": "never closed",
    "x\n\n    befriend propose a.csv b.csv\n": "without a fence",
    "x\n\n    examples/run\n": "without a fence",
    "<pre>befriend</pre>\n": "code in HTML",
}


class Pages(unittest.TestCase):
    def check(self, page):
        scratch = Scratch()
        self.addCleanup(scratch.close)
        return run_page.check(page, scratch)

    def test_a_good_page_has_no_fault_and_stays_as_it_is(self):
        self.assertEqual(self.check(GOOD), ([], GOOD))

    def test_each_bad_page_has_one_fault_that_says_what_is_wrong(self):
        for page, said in BAD.items():
            with self.subTest(page=page):
                faults, _ = self.check(page)
                self.assertEqual(len(faults), 1, faults)
                self.assertIn(said, str(faults[0]))

    def test_what_is_printed_now_can_be_written_into_the_page(self):
        page = "```sh\necho one\n```\n\n```text\ntwo\n```\n\n```console\n$ echo three\n$ echo four\nfive\n```\nend\n"
        _, written = self.check(page)
        self.assertEqual(self.check(written), ([], written))
        self.assertIn("$ echo three\nthree\n$ echo four\nfour\n```\nend\n", written)


class Examples(unittest.TestCase):
    """The page of examples, whose blocks tests/languages runs."""

    def setUp(self):
        self.blocks = blocks_of((SOURCE / "examples" / "README.md").read_text(encoding="utf-8"))

    def test_every_block_is_run_by_the_test_of_languages_or_here(self):
        tests = (SOURCE / "tests" / "languages" / "CMakeLists.txt").read_text(encoding="utf-8")
        languages = re.search(r"foreach\(language (.*)\)", tests)[1].split()
        self.assertEqual([block.name for block in self.blocks], ["once", "round", *languages])
        self.assertEqual({block.language for block in self.blocks}, {"bash"})

    def test_what_is_done_once_makes_the_library_known(self):
        scratch = Scratch()
        self.addCleanup(scratch.close)
        known = 'pkg-config --exists befriend\ntest -e "$LD_LIBRARY_PATH/libbefriend.so"\n'
        ending, printed = scratch.run(f"set -e\nunset PKG_CONFIG_PATH\n{self.blocks[0].text}{known}")
        self.assertEqual(ending, 0, printed)


if __name__ == "__main__":
    unittest.main()
