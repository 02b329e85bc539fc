"""What the packages for Debian hold and need, and what lintian says of them.

    packages_test.py FOLDER VERSION SOVERSION DPKG_DEB LINTIAN
"""

import pathlib
import re
import subprocess
import sys
import unittest


def output_of(*command):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.files = {path.name.split("_")[0]: path for path in FOLDER.glob("*.deb")}
        cls.library = f"libbefriend{SOVERSION}"

    def field(self, package, name):
        return output_of(DPKG_DEB, "--field", self.files[package], name).strip()

    def depends(self, package):
        """The names of the packages that this one depends on."""
        return {part.split()[0] for part in self.field(package, "Depends").split(", ")}

    def contents(self, package):
        """The paths that it holds, without folders and the leading dot."""
        lines = output_of(DPKG_DEB, "--contents", self.files[package]).splitlines()
        return {re.split(r" \.", line, maxsplit=1)[1].split(" -> ")[0] for line in lines if not line.startswith("d")}

    def test_there_are_four_and_the_library_has_the_name_of_its_soname(self):
        self.assertEqual(sorted(self.files), ["befriend-doc", "befriend-tools", "libbefriend-dev", self.library])
        soname = rf"/usr/lib/[a-z0-9_]+-linux-gnu\w*/libbefriend\.so\.{re.escape(SOVERSION)}"
        self.assertEqual(len([path for path in self.contents(self.library) if re.fullmatch(soname, path)]), 1)

    def test_every_one_has_version_section_maintainer_and_description(self):
        for package, section in ((self.library, "libs"), ("libbefriend-dev", "libdevel"), ("befriend-tools", "utils"),
                                 ("befriend-doc", "doc")):
            self.assertEqual(self.field(package, "Version"), f"{VERSION}-1")
            self.assertEqual(self.field(package, "Section"), section)
            self.assertRegex(self.field(package, "Maintainer"), r"\w <\S+@\S+>$")
            self.assertRegex(self.field(package, "Description"), r"^matching volunteers with children in care - .+\n ")

    def test_the_changelog_begins_with_this_version(self):
        changelog = pathlib.Path(__file__).resolve().parents[2] / "packaging/deb/changelog"
        self.assertTrue(changelog.read_text().startswith(f"befriend ({VERSION}-1) "))

    def test_the_library_needs_the_c_and_cpp_libraries_only(self):
        self.assertEqual(self.depends(self.library), {"libc6", "libgcc-s1", "libstdc++6"})

    def test_the_tool_needs_two_more_and_not_our_library(self):
        more = self.depends("befriend-tools") - self.depends(self.library)
        self.assertEqual(sorted(re.sub(r"\d.*", "", name) for name in more), ["libcsv", "libssl"])

    def test_the_development_files_belong_to_one_library(self):
        self.assertEqual(self.field("libbefriend-dev", "Depends"), f"libutf8proc-dev, {self.library} (= {VERSION}-1)")

    def test_a_program_that_was_linked_with_the_library_is_told_its_package(self):
        self.assertEqual(output_of(DPKG_DEB, "--info", self.files[self.library], "shlibs"),
                         f"libbefriend {SOVERSION} {self.library} (>= {VERSION}-1)\n")

    def test_each_file_is_where_it_belongs(self):
        where = {
            self.library: r"/usr/lib/[^/]+/libbefriend\.so\.[0-9.]+",
            "libbefriend-dev": r"/usr/include/befriend/.+\.(h|hpp)|/usr/lib/[^/]+/(libbefriend\.so|libbefriend-cpp\.a|"
                               r"pkgconfig/befriend\.pc|cmake/befriend/\w+(-\w+)?\.cmake)",
            "befriend-tools": r"/usr/bin/befriend",
            "befriend-doc": r"/usr/share/doc/befriend/.+",
        }
        for package, places in where.items():
            own = rf"/usr/share/(doc/{re.escape(package)}/(copyright|changelog(\.Debian)?\.gz)|lintian/overrides/{re.escape(package)})"
            contents = self.contents(package)
            self.assertEqual(len([path for path in contents if re.fullmatch(own, path)]), 4, package)
            self.assertEqual([path for path in contents if not re.fullmatch(f"{places}|{own}", path)], [], package)
            self.assertGreater(len(contents), 4, package)

    def test_the_documents_come_with_the_examples_and_their_waiting_list(self):
        held = self.contents("befriend-doc")
        for file in ("README.md", "docs/data-dictionary.md", "examples/c/propose.c", "examples/rounds/county-json/children.json"):
            self.assertIn(f"/usr/share/doc/befriend/{file}", held)

    def test_lintian_finds_nothing_but_what_is_explained(self):
        """lintian-overrides of packaging/deb explains the rest; a line there that nothing needs is found as well."""
        run = subprocess.run([LINTIAN, "--fail-on", "error,warning", "--tag-display-limit", "0", "--display-info",
                              *self.files.values()], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertNotIn("unused-override", run.stdout)


if __name__ == "__main__":
    FOLDER = pathlib.Path(sys.argv[1])
    VERSION, SOVERSION, DPKG_DEB, LINTIAN = sys.argv[2:]
    unittest.main(argv=sys.argv[:1])
