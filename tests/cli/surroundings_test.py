"""What the tool leaves alone: rules L11 and L19. No environment, no file of the home folder, no network, no program."""

import os
import subprocess
import sys
import unittest

from tool import AS_OF, TOOL, ToolTest, preloaded

NO_NETWORK = os.environ.get("BEFRIEND_PRELOAD_NO_NETWORK", "")


class Surroundings(ToolTest):
    def test_l11_l19_neither_the_environment_nor_the_home_folder_changes_a_run(self):
        self.round()
        self.accepted()
        plain = self.contents()
        home = self.folder / "home"
        for name in (".befriend.toml", ".befriendrc", ".config/befriend/policy.toml", ".config/befriend.toml"):
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            (home / name).write_text("no policy at all")
        before = self.contents()
        env = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "TZ": "Pacific/Kiritimati",
               "BEFRIEND_POLICY": "none.toml", "BEFRIEND_AS_OF": "1999-01-01", "BEFRIEND_SEED": "9", "LANG": "tr_TR.UTF-8",
               "POLICY": "none.toml", "SEED": "9"}
        self.assertEqual(self.propose("--out", "out", "--force", env=env).exit, 0)
        self.assertEqual(self.contents(), before)
        self.assertEqual({name: text for name, text in before.items() if name in plain}, plain)
        bare = self.run_tool("propose", "children.csv", "volunteers.csv", *AS_OF, "--out", "out", "--force", env={})
        self.assertEqual((bare.exit, self.contents()), (0, before), bare.err)

    def test_l19_no_network_and_no_other_program(self):
        for line in ("import socket; socket.socket()", "import socket; socket.getaddrinfo('localhost', 1)",
                     "import os; os.execve('/bin/true', ['true'], {})"):
            caught = subprocess.run([sys.executable, "-c", line], env=preloaded(NO_NETWORK), check=False,
                                    capture_output=True)
            self.assertEqual(caught.returncode, -6, line)  # the module sees what it is there for
        self.round()
        for arguments in (("check", "children.csv", "volunteers.csv", *AS_OF),
                          ("propose", "children.csv", "volunteers.csv", *AS_OF, "--out", "out"),
                          ("report", "children.csv", "volunteers.csv", *AS_OF, "--out", "report.html"),
                          ("explain", "Kanarie7-C1", "children.csv", "volunteers.csv", *AS_OF),
                          ("synth", "county", "--out", "list"), ("schema", "children"), ("--version",)):
            done = subprocess.run([TOOL, *arguments], cwd=self.folder, env=preloaded(NO_NETWORK), check=False,
                                  capture_output=True)
            self.assertEqual(done.returncode, 0, (arguments, done.stderr))


if __name__ == "__main__":
    unittest.main()
