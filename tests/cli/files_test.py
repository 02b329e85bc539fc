"""Files and their surroundings: rows H01 to H09 of the catalogue of bad input, signals and atomic outputs."""

import hashlib
import json
import os
import signal
import subprocess
import time
import unittest

from tool import AS_OF, CANARY, ToolTest, as_if_not_root, children, preloaded, running, volunteers

OUTPUTS = ["certificate.json", "proposal.json", "proposals.csv", "report.html", "run.json", "unused.csv",
           "waiting.csv"]


class Files(ToolTest):
    def setUp(self):
        super().setUp()
        self.round()

    def trouble(self, code, *names, arguments, exit_code=6, **options):
        before = self.contents()
        result = self.run_tool(*arguments, **options)
        self.assertEqual(result.exit, exit_code, result.err)
        self.assertTrue(result.err.startswith(code.encode()), result.err)
        for name in names:
            self.assertIn(name.encode(), result.err)
        self.assertNotIn(CANARY.encode(), result.said())
        self.assertEqual(result.out, b"")
        self.assertEqual(self.contents(), before)
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

    def test_the_name_of_a_file_need_not_be_utf8(self):
        name = os.fsdecode(b"list\xe9.csv")
        self.write(name, children())
        checked = self.run_tool("check", name, "volunteers.csv", "--format", "json", *AS_OF)
        self.assertEqual(checked.exit, 0, checked.err)
        self.assertIn("list\ufffd.csv", [entry["file"] for entry in json.loads(checked.out)["inputs"]])
        lines = self.run_tool("check", name, "volunteers.csv", "--format", "ndjson", *AS_OF)
        self.assertEqual(lines.exit, 0, lines.err)
        self.assertIn("list\ufffd.csv", [json.loads(line)["file"] for line in lines.out.splitlines()])
        self.assertEqual(self.run_tool("propose", name, "volunteers.csv", "--out", "out", *AS_OF).exit, 0)
        run = json.loads((self.folder / "out" / "run.json").read_bytes())
        self.assertIn("list\ufffd.csv", [entry["file"] for entry in run["inputs"]])

        self.write(name, children(age_years="old"))
        refused = self.run_tool("check", name, "volunteers.csv", "--format", "json", *AS_OF)
        self.assertEqual((refused.exit, json.loads(refused.err)["faults"][0]["file"]), (3, "list\ufffd.csv"))
        (self.folder / name).unlink()
        missing = self.run_tool("check", name, "volunteers.csv", "--format", "json", *AS_OF)
        self.assertEqual((missing.exit, json.loads(missing.err)["faults"][0]["file"]), (6, "list\ufffd.csv"))

    def test_h01_input_may_not_be_read(self):
        self.write("closed.csv", "x").chmod(0)
        (self.folder / "closed").mkdir(mode=0)
        for name, place in (("closed.csv", "closed.csv"), ("closed/volunteers.csv", "volunteers.csv")):
            result = self.run_tool(*self.propose_from(name, "--out", "out"), preexec_fn=as_if_not_root)
            self.assertEqual((result.exit, result.out, result.err.decode()),
                             (6, b"", f"E_IO {place}: no permission\n"))
            self.assertFalse((self.folder / "out").exists())

    def test_h02_input_changes_while_it_is_read(self):
        module = os.environ["BEFRIEND_PRELOAD_CHANGE"]
        long = children(5000, easting="400000")
        for how, bytes_after in (("grow", len(long) + 1), ("shrink", len(long) // 2), ("rewrite", len(long))):
            with self.subTest(how=how):
                path = self.write("children.csv", long)
                os.utime(path, (1_000_000_000, 1_000_000_000))
                env = preloaded(module, BEFRIEND_CHANGED=str(path), BEFRIEND_CHANGE=how)
                result = self.run_tool(*self.propose_from("volunteers.csv", "--out", "out"), env=env)
                self.assertEqual(path.stat().st_size, bytes_after)
                self.assertEqual((result.exit, result.out), (6, b""), result.err)
                self.assertTrue(result.err.startswith(b"E_IO children.csv: it changed while it was read"), result.err)
                self.assertNotIn(CANARY.encode(), result.err)
                self.assertFalse((self.folder / "out").exists())
        unchanged = self.run_tool("check", "children.csv", "volunteers.csv", *AS_OF, env=preloaded(module))
        self.assertEqual(unchanged.exit, 0, unchanged.err)

    def test_h02_input_has_another_size_than_it_said(self):
        # A file whose size is 0 before and that has bytes when read.
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

    def test_h04_output_folder_is_read_only(self):
        (self.folder / "out").mkdir(mode=0o500)
        self.trouble("E_IO --out", "no permission", arguments=self.propose_from("nobody.csv", "--out", "out"),
                     preexec_fn=as_if_not_root)

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
        self.write("policy.toml", "")
        self.trouble("E_ARG --out", "policy.toml is the same file as the input policy.toml", exit_code=2,
                     arguments=("synth", "county", "--out", ".", "--force", "--vocabulary", "policy.toml"))

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
                with running("propose", f"{number}.csv", "volunteers.csv", *AS_OF, "--out", "out",
                             cwd=self.folder) as process:
                    with open(self.folder / f"{number}.csv", "wb") as pipe:  # opens once the tool waits for it
                        pipe.write(b"child")
                        pipe.flush()
                        time.sleep(0.1)
                        process.send_signal(number)
                        out, err = process.communicate(timeout=120)
                self.assertEqual((process.returncode, out), (5, b""))
                self.assertIn(b"E_CANCELLED: stopped while reading; nothing was written", err)
                self.assertFalse((self.folder / "out").exists())

    def test_h10_second_interrupt_ends_at_once(self):
        os.mkfifo(self.folder / "slow.csv")
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        with self.assertRaises(BlockingIOError):
            while True:
                os.write(writer, b"x" * 4096)  # standard error is full: the tool waits where it says that it stopped
        os.set_blocking(writer, True)
        with running("check", "slow.csv", "volunteers.csv", *AS_OF, cwd=self.folder, stderr=writer) as process:
            with open(self.folder / "slow.csv", "wb"):
                self.wait_for(lambda: self.catches_interrupts(process.pid))
                process.send_signal(signal.SIGINT)
                self.wait_for(lambda: not self.catches_interrupts(process.pid))
                self.assertIsNone(process.poll())
                process.send_signal(signal.SIGINT)
                out, _ = process.communicate(timeout=120)
        os.close(reader)
        os.close(writer)
        self.assertEqual((process.returncode, out), (-signal.SIGINT, b""))

    def test_h10_interrupt_while_printing(self):
        self.round(children(2000, easting="400000"))
        reader, writer = os.pipe()
        with running("propose", "children.csv", "volunteers.csv", *AS_OF, "--format", "json", cwd=self.folder,
                     stdout=writer) as process:
            os.close(writer)
            self.assertTrue(os.read(reader, 1))  # it prints, and the pipe fills up
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=120)
        os.close(reader)
        self.assertEqual(process.returncode, 5, err)
        fault = json.loads(err)["faults"][0]
        self.assertEqual(fault, {"code": "E_CANCELLED", "rule": "stopped while printing; what was printed is not whole"})

    def catches_interrupts(self, pid):
        with open(f"/proc/{pid}/status", encoding="ascii") as status:
            mask = next(line for line in status if line.startswith("SigCgt"))
        return bool(int(mask.split()[1], 16) & 1 << (signal.SIGINT - 1))

    def wait_for(self, condition):
        for _ in range(6000):
            if condition():
                return
            time.sleep(0.01)
        self.fail("it did not come to that")

    def test_h10_interrupt_while_solving_and_progress_for_programs(self):
        self.assertEqual(self.run_tool("synth", "national-2019", "--children", "8000", "--out", "list").exit, 0)
        with running("propose", "list/children.csv", "list/volunteers.csv", "--policy", "list/policy.toml", "--progress",
                     "json", "--out", "out", cwd=self.folder) as process:
            state = json.loads(process.stderr.readline())
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=120)
        self.assertIn(state["phase"], ("check", "candidates", "assignment", "explanation"))
        self.assertEqual((process.returncode, out), (5, b""), err)
        said = err.decode().splitlines()[-1]
        self.assertRegex(said, r"\AE_CANCELLED: stopped during (check|candidates|assignment|explanation), at [\d,]+ of "
                               r"[\d,]+; nothing was written(; no bound is known yet|; at best: most_children [\d,]+.*)?\Z")
        self.assertFalse((self.folder / "out").exists())

    def test_h10_interrupt_while_checking(self):
        self.assertEqual(self.run_tool("synth", "national-2019", "--children", "20000", "--out", "list").exit, 0)
        for verb in ("check", "propose"):
            with self.subTest(verb=verb):
                with running(verb, "list/children.csv", "list/volunteers.csv", "--policy", "list/policy.toml", "--progress",
                             "json", cwd=self.folder) as process:
                    state = json.loads(process.stderr.readline())
                    process.send_signal(signal.SIGINT)
                    out, err = process.communicate(timeout=120)
                self.assertEqual(state["phase"], "check")
                self.assertLessEqual(state["done"], state["total"])
                self.assertEqual((process.returncode, out), (5, b""), err)
                self.assertRegex(err.decode().splitlines()[-1],
                                 r"\AE_CANCELLED: stopped during check, at \d of \d; nothing was written\Z")

    def test_no_core_and_no_look_from_outside(self):
        os.mkfifo(self.folder / "slow.csv")
        with running("check", "slow.csv", "volunteers.csv", *AS_OF, cwd=self.folder) as process:
            with open(self.folder / "slow.csv", "wb"):
                with open(f"/proc/{process.pid}/limits", encoding="ascii") as limits:
                    core = next(line for line in limits if line.startswith("Max core file size"))
                self.assertEqual(core.split()[4:6], ["0", "0"])
                self.assertEqual(os.stat(f"/proc/{process.pid}/environ").st_uid, 0)  # of root: it is not dumpable
            process.communicate(timeout=120)


if __name__ == "__main__":
    unittest.main()
