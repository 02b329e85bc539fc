"""On a terminal and elsewhere: the rules L5, L6 and L7, with a terminal that the test makes."""

import json
import os
import pty
import re
import signal
import subprocess
import threading
import unittest

from tool import AS_OF, ToolTest, children, running


class Terminal:
    """One end is a terminal for the tool; what is written to it is collected."""

    def __init__(self):
        self.reader, self.writer = pty.openpty()
        self.said = b""
        self.heard = threading.Condition()
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self):
        while True:
            try:
                part = os.read(self.reader, 65536)
            except OSError:  # the other end is closed
                part = b""
            with self.heard:
                self.said += part
                self.heard.notify_all()
            if not part:
                return

    def wait_for(self, part):
        with self.heard:
            return self.heard.wait_for(lambda: part in self.said, timeout=120)

    def close(self):
        os.close(self.writer)
        self.thread.join()
        os.close(self.reader)
        return self.said


class OnTerminal(ToolTest):
    def run_on_terminal(self, *arguments, stream, env=None):
        """What a run writes to standard output or error when that is a terminal."""
        terminal = Terminal()
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: terminal.writer}
        self.run_tool(*arguments, capture_output=False, env=env, **streams)
        return terminal.close()

    def test_l5_table_on_a_terminal_and_csv_elsewhere(self):
        self.round()
        propose = ("propose", "children.csv", "volunteers.csv", *AS_OF)
        self.assertTrue(self.run_on_terminal(*propose, stream="stdout").startswith(b"Proposals for 1 June 2025\r\n"))
        self.assertTrue(self.run_tool(*propose).out.startswith(b"\xef\xbb\xbfchild_id,volunteer_id,"))
        self.assertTrue(self.run_tool(*propose, "--format", "table").out.startswith(b"Proposals for"))
        forced = self.run_on_terminal(*propose, "--format", "csv", stream="stdout")
        self.assertTrue(forced.startswith(b"\xef\xbb\xbfchild_id,volunteer_id,"))

    def test_l5_check_and_its_four_formats(self):
        self.round()
        check = ("check", "children.csv", "volunteers.csv", *AS_OF, "--format")
        self.assertIn(b"children: children.csv, 3 records\n", self.run_tool(*check, "table").out)
        self.assertIn(b"children,children.csv,3\r\n", self.run_tool(*check, "csv").out)
        document = json.loads(self.run_tool(*check, "json").out)
        self.assertEqual(document["schema_version"], 1)
        lines = [json.loads(line) for line in self.run_tool(*check, "ndjson").out.splitlines()]
        self.assertEqual(lines, document["inputs"])
        self.assertEqual(lines[0], {"role": "children", "file": "children.csv", "records": 3})

    def test_l6_progress_on_a_terminal_is_one_line_that_goes_away(self):
        self.assertEqual(self.run_tool("synth", "national-2019", "--children", "8000", "--out", "list").exit, 0)
        terminal = Terminal()
        with running("propose", "list/children.csv", "list/volunteers.csv", "--policy", "list/policy.toml", "--out", "out",
                     cwd=self.folder, stderr=terminal.writer) as process:
            self.assertTrue(terminal.wait_for(b"\r\x1b[K"))
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=120)
        said = terminal.close()
        self.assertRegex(said, rb"\r\x1b\[K(check|candidates|assignment|explanation) [\d,]+ of [\d,]+\r\x1b\[K")
        self.assertRegex(said, rb"\r\x1b\[KE_CANCELLED: stopped during [^\r]+\r\n\Z")

    def test_l6_progress_elsewhere_only_when_asked_for(self):
        self.assertEqual(self.run_tool("synth", "national-2019", "--children", "4000", "--out", "list").exit, 0)
        propose = ("propose", "list/children.csv", "list/volunteers.csv", "--policy", "list/policy.toml", "--out", "out",
                   "--force", "--progress")
        for mode in ("auto", "never"):
            self.assertRegex(self.run_tool(*propose, mode).err, rb"\A[\d,]+ children: [^\r\n]+\n\Z")
        always = self.run_tool(*propose, "always").err
        self.assertIn(b"\r\x1b[K", always)
        self.assertNotRegex(always.split(b"\r\x1b[K")[-1], rb" of [\d,]+\r")
        *states, last = self.run_tool(*propose, "json").err.splitlines()
        self.assertTrue(states)
        for state in map(json.loads, states):
            self.assertEqual(sorted(state), ["done", "phase", "total"])
            self.assertLessEqual(state["done"], state["total"])
        self.assertRegex(last, rb" children: ")

    def test_l7_colour_on_a_terminal_only_and_as_asked_for(self):
        self.round(children(1, age_years="x"))
        check = ("check", "children.csv", "volunteers.csv", *AS_OF)
        red = re.compile(rb"\A\x1b\[31mE_NUMBER\x1b\[0m children\.csv:2 ")
        plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        for arguments, env, coloured in (((), plain, True), ((), {**plain, "NO_COLOR": "1"}, False),
                                         ((), {**plain, "NO_COLOR": ""}, True), (("--color", "never"), plain, False),
                                         (("--color", "always"), {**plain, "NO_COLOR": "1"}, True)):
            with self.subTest(arguments=arguments, no_color=env.get("NO_COLOR")):
                said = self.run_on_terminal(*check, *arguments, stream="stderr", env=env)
                self.assertEqual(bool(red.match(said)), coloured, said)
                self.assertEqual(b"\x1b" in said, coloured, said)
        self.assertNotIn(b"\x1b", self.run_tool(*check, env=plain).err)


if __name__ == "__main__":
    unittest.main()
