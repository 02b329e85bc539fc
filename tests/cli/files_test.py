"""Files and their surroundings: rows H01 to H09 of the catalogue of bad input, signals and atomic outputs."""

import hashlib
import json
import os
import signal
import subprocess
import time
import unittest

from tool import AS_OF, CANARY, TOOL, ToolTest, children, volunteers

OUTPUTS = ["certificate.json", "proposal.json", "proposals.csv", "report.html", "run.json", "unused.csv",
           "waiting.csv"]


class Files(ToolTest):
    def setUp(self):
        super().setUp()
        self.round()

    def trouble(self, code, *names, arguments, exit_code=6):
        result = self.run_tool(*arguments)
        self.assertEqual(result.exit, exit_code, result.err)
        self.assertTrue(result.err.startswith(code.encode()), result.err)
        for name in names:
            self.assertIn(name.encode(), result.err)
        self.assertNotIn(CANARY.encode(), result.said())
        self.assertEqual(result.out, b"")
        return result

    def names(self, folder="out"):
        return sorted(path.name for path in (self.folder / folder).iterdir())

    def propose_from(self, *arguments):
        return ("propose", "children.csv", *arguments, *AS_OF)

    def test_h01_input_missing(self):
        self.trouble("E_IO nobody.csv", "not there", arguments=self.propose_from("folder/../nobody.csv", "--out", "out"))
        self.assertFalse((self.folder / "out").exists())

    def test_h01_input_is_a_folder(self):
        (self.folder / "box.csv").mkdir()
        self.trouble("E_IO box.csv", "a folder", arguments=self.propose_from("box.csv"))

    def test_h01_input_is_a_link_to_nothing(self):
        (self.folder / "link.csv").symlink_to("gone.csv")
        self.trouble("E_IO link.csv", "not there", arguments=self.propose_from("link.csv"))

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_h01_input_may_not_be_read(self):
        (self.folder / "volunteers.csv").chmod(0)
        self.trouble("E_IO volunteers.csv", "no permission", arguments=self.propose_from("volunteers.csv"))

    def test_h02_input_has_another_size_than_it_said(self):
        # A file whose size is 0 before and that has bytes when read: what a file that grows meanwhile looks like.
        self.trouble("E_IO version", "changed while it was read", arguments=self.propose_from("/proc/version"))

    def test_h03_output_exists(self):
        (self.folder / "out").mkdir()
        self.write("out/waiting.csv", "mine")
        self.trouble("E_EXISTS waiting.csv", arguments=self.propose_from("nobody.csv", "--out", "out"))
        self.assertEqual(self.names(), ["waiting.csv"])
        self.assertEqual((self.folder / "out" / "waiting.csv").read_text(), "mine")

    def test_h03_force_replaces_whole_files(self):
        (self.folder / "out").mkdir()
        elsewhere = self.write("elsewhere.csv", "untouched")
        (self.folder / "out" / "waiting.csv").symlink_to(elsewhere)
        self.assertEqual(self.propose("--out", "out", "--force").exit, 0)
        self.assertEqual(self.names(), OUTPUTS)
        self.assertEqual(elsewhere.read_text(), "untouched")
        self.assertFalse((self.folder / "out" / "waiting.csv").is_symlink())

    def test_h03_refused_input_changes_nothing_even_with_force(self):
        self.assertEqual(self.propose("--out", "out").exit, 0)
        before = {name: (self.folder / "out" / name).read_bytes() for name in OUTPUTS}
        self.round(children(1, age_years="x"))
        self.assertEqual(self.propose("--out", "out", "--force").exit, 3)
        self.assertEqual({name: (self.folder / "out" / name).read_bytes() for name in self.names()}, before)

    def test_h04_output_folder_missing(self):
        self.trouble("E_IO --out", "not there", arguments=self.propose_from("nobody.csv", "--out", "no/such/out"))

    def test_h04_output_folder_is_a_file(self):
        self.trouble("E_IO --out", "not a folder", arguments=self.propose_from("nobody.csv", "--out", "children.csv"))

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_h04_output_folder_is_read_only(self):
        (self.folder / "out").mkdir(mode=0o500)
        self.trouble("E_IO --out", "no permission", arguments=self.propose_from("nobody.csv", "--out", "out"))

    def test_h06_full_device(self):
        with open("/dev/full", "wb") as full:
            for arguments in (self.propose_from("volunteers.csv"), ("--help",), ("schema", "pins")):
                result = self.run_tool(*arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
                self.assertEqual(result.exit, 6, arguments)
                self.assertIn(b"E_IO standard output: no space left", result.err)

    def test_h06_closed_pipe(self):
        reader, writer = os.pipe()
        os.close(reader)
        result = self.run_tool(*self.propose_from("volunteers.csv"), capture_output=False, stdout=writer,
                               stderr=subprocess.PIPE)
        os.close(writer)
        self.assertEqual(result.exit, 6)
        self.assertIn(b"E_IO standard output", result.err)

    def test_h07_output_is_an_input(self):
        (self.folder / "link.html").symlink_to("children.csv")
        os.link(self.folder / "volunteers.csv", self.folder / "hard.html")
        for out in ("children.csv", "./volunteers.csv", "link.html", "hard.html"):
            with self.subTest(out=out):
                arguments = ("report", "children.csv", "volunteers.csv", *AS_OF, "--force", "--out", out)
                self.trouble("E_ARG --out", "the same file as the input", arguments=arguments, exit_code=2)
        self.assertEqual((self.folder / "children.csv").read_text(), children())

    def test_h07_a_list_of_a_run_is_an_input(self):
        self.assertEqual(self.propose("--out", "out").exit, 0)
        result = self.propose("--pins", "out/proposals.csv", "--out", "out", "--force")
        self.assertEqual(result.exit, 2, result.err)

    def test_h09_umask_000_gives_private_files(self):
        self.run_tool(*self.propose_from("volunteers.csv", "--out", "out"), preexec_fn=lambda: os.umask(0))
        self.run_tool("synth", "county", "--out", "list", preexec_fn=lambda: os.umask(0))
        for folder in ("out", "list"):
            self.assertEqual((self.folder / folder).stat().st_mode & 0o777, 0o700)
            for path in (self.folder / folder).iterdir():
                self.assertEqual(path.stat().st_mode & 0o777, 0o600, path.name)

    def test_outputs_are_complete_and_the_record_says_what_was_read(self):
        self.assertEqual(self.propose("--out", "out").exit, 0)
        self.assertEqual(self.names(), OUTPUTS)
        text = (self.folder / "out" / "run.json").read_text()
        self.assertNotIn(CANARY, text)
        record = json.loads(text)
        for entry in record["inputs"]:
            content = (self.folder / entry["file"]).read_bytes()
            self.assertEqual(entry["sha256"], hashlib.sha256(content).hexdigest())
            self.assertEqual(entry["bytes"], len(content))
        self.assertEqual([entry["records"] for entry in record["inputs"]], [3, 2])
        self.assertEqual(record["inputs"][0]["control_totals"]["age_years"], 36)
        self.assertEqual(record["as_of_source"], "option")
        self.assertTrue(record["certified"])

    def test_standard_input_is_read(self):
        result = self.run_tool("check", "-", "volunteers.csv", *AS_OF, stdin=None, input=children().encode())
        self.assertEqual(result.exit, 0, result.err)
        result = self.run_tool("check", "-", "volunteers.csv", *AS_OF, stdin=None, input=b"")
        self.assertIn(b"E_SCHEMA standard input: no header", result.err)

    def test_h10_interrupt_while_reading(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(signal=number):
                os.mkfifo(self.folder / f"{number}.csv")
                with subprocess.Popen([TOOL, "propose", f"{number}.csv", "volunteers.csv", *AS_OF, "--out", "out"],
                                      cwd=self.folder, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
                    with open(self.folder / f"{number}.csv", "wb") as pipe:  # opens once the tool waits for it
                        pipe.write(b"child")
                        pipe.flush()
                        time.sleep(0.1)
                        process.send_signal(number)
                        out, err = process.communicate(timeout=20)
                self.assertEqual((process.returncode, out), (5, b""))
                self.assertIn(b"E_CANCELLED: stopped while reading; nothing was written", err)
                self.assertFalse((self.folder / "out").exists())


    def test_h10_interrupt_while_solving_and_progress_for_programs(self):
        self.assertEqual(self.run_tool("synth", "national-2019", "--children", "8000", "--out", "list").exit, 0)
        with subprocess.Popen([TOOL, "propose", "list/children.csv", "list/volunteers.csv", "--policy",
                               "list/policy.toml", "--progress", "json", "--out", "out"], cwd=self.folder,
                              stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            state = json.loads(process.stderr.readline())
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        self.assertIn(state["phase"], ("candidates", "assignment", "explanation"))
        self.assertEqual((process.returncode, out), (5, b""), err)
        self.assertIn(b"E_CANCELLED: stopped ", err)
        self.assertIn(b"nothing was written", err)
        self.assertFalse((self.folder / "out").exists())

    def test_no_core_and_no_look_from_outside(self):
        os.mkfifo(self.folder / "slow.csv")
        with subprocess.Popen([TOOL, "check", "slow.csv", "volunteers.csv", *AS_OF], cwd=self.folder,
                              stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            with open(self.folder / "slow.csv", "wb"):
                with open(f"/proc/{process.pid}/limits", encoding="ascii") as limits:
                    core = next(line for line in limits if line.startswith("Max core file size"))
                self.assertEqual(core.split()[4:6], ["0", "0"])
                self.assertEqual(os.stat(f"/proc/{process.pid}/environ").st_uid, 0)  # of root: it is not dumpable
            process.communicate(timeout=20)


if __name__ == "__main__":
    unittest.main()
