"""The bytes of a CSV file: rows A01 to A15 of the catalogue of bad input."""

import gzip
import unittest

from tool import CANARY, CHILDREN, ToolTest, child, children, csv

ROW = children(1).encode()


class Bytes(ToolTest):
    def refused_children(self, content, code, *names, **options):
        self.round(content)
        return self.refused(code, "children.csv", *names, **options)

    def with_bytes(self, value):
        """A list of two children; the second one's provider holds `value`. Its line is 3."""
        text = csv(CHILDREN, [child(1), child(2, provider_id="HERE")]).encode()
        return text.replace(b"HERE", value)

    def test_a01_empty_file(self):
        self.refused_children(b"", "E_SCHEMA", "no header")

    def test_a02_only_a_byte_order_mark(self):
        self.refused_children(b"\xef\xbb\xbf", "E_SCHEMA", "no header")

    def test_a03_byte_order_mark_is_no_part_of_the_first_header(self):
        self.round()
        plain = self.accepted()
        self.round(b"\xef\xbb\xbf" + children().encode())
        self.assertEqual(self.accepted(), plain)

    def test_a04_utf_16_with_and_without_mark(self):
        for codec, mark in (("utf-16-le", b""), ("utf-16-be", b""), ("utf-16-le", b"\xff\xfe"),
                            ("utf-16-be", b"\xfe\xff")):
            with self.subTest(codec=codec, mark=mark):
                self.refused_children(mark + children().encode(codec), "E_ENCODING", "looks like UTF-16")

    def test_a05_windows_1252_is_never_guessed(self):
        for byte in (b"\x92", b"\xe9"):
            with self.subTest(byte=byte):
                content = self.with_bytes(byte)
                place = f"at byte {content.index(byte) + 1} of the file"
                self.refused_children(content, "E_ENCODING", ":3", place)

    def test_a05_windows_1252_when_asked_for(self):
        pins = "child_id,volunteer_id,by,reason\n{0}-C1,{0}-V1,manager,Ren\xe9e asked\u2019s\n".format(CANARY)
        self.round()
        self.write("pins.csv", pins.encode("windows-1252"))
        self.refused("E_ENCODING", "pins.csv:2", arguments=("--pins", "pins.csv"))
        self.accepted("--pins", "pins.csv", "--encoding", "windows-1252")
        self.write("pins.csv", pins.encode("windows-1252") + b"\x81")
        self.refused("E_ENCODING", "pins.csv:3", "not Windows-1252",
                     arguments=("--pins", "pins.csv", "--encoding", "windows-1252", "--force"))

    def test_a06_overlong_forms(self):
        for value in (b"\xc0\xaf", b"\xe0\x80\x80"):
            with self.subTest(value=value):
                self.refused_children(self.with_bytes(value), "E_ENCODING", ":3", "at byte ")

    def test_a07_surrogates_and_beyond_the_last_character(self):
        for value in (b"\xed\xa0\x80", b"\xf4\x90\x80\x80"):
            with self.subTest(value=value):
                self.refused_children(self.with_bytes(value), "E_ENCODING", ":3", "at byte ")

    def test_a08_sequence_cut_off_at_the_end(self):
        content = ROW.rstrip(b"\n") + b"\xe2\x82"
        self.refused_children(content, "E_ENCODING", ":2", "at byte ")

    def test_a09_nul_inside_a_field(self):
        self.refused_children(self.with_bytes(b"P\0Q"), "E_ENCODING", ":3", 'field "provider_id"')

    def test_a10_control_characters_in_ids_and_codes(self):
        for value in (b"P\x01Q", b"P\x1fQ", b"P\x7fQ", b"P\xc2\x85Q"):
            with self.subTest(value=value):
                self.refused_children(self.with_bytes(value), "E_ENCODING", ":3", 'field "provider_id"')

    def test_a10_control_characters_in_free_text_are_kept(self):
        self.round()
        self.write("pins.csv", "child_id,volunteer_id,by,reason\n{0}-C1,{0}-V1,manager,a\x01b\x7fc\n".format(CANARY))
        self.accepted("--pins", "pins.csv")

    def test_a11_direction_controls_warn(self):
        self.round()
        self.write("pins.csv", "child_id,volunteer_id,by,reason\n{0}-C1,{0}-V1,manager,a\u202eb\n".format(CANARY))
        self.accepted("--pins", "pins.csv", warning='W_TEXT pins.csv:2 field "reason"')

    def test_a12_one_id_in_two_normal_forms(self):
        for value in ("\u00e9", "e\u0301"):
            with self.subTest(value=value.encode()):
                self.refused_children(csv(CHILDREN, [child(1, child_id=f"C{value}")]), "E_SCHEMA", ":2",
                                      'field "child_id"')

    def test_a13_ids_that_look_alike(self):
        self.refused_children(csv(CHILDREN, [child(1, child_id="\u0430-1")]), "E_SCHEMA", ":2", 'field "child_id"')

    def test_a14_archives_and_documents(self):
        for content in (gzip.compress(ROW), b"PK\x03\x04" + ROW, b"%PDF-1.7\n" + ROW, b"\xd0\xcf\x11\xe0" + ROW):
            with self.subTest(start=content[:4]):
                self.refused_children(content, "E_ENCODING",
                                      "looks like a spreadsheet or archive: save as CSV")

    def test_a15_partial_last_line(self):
        content = children(3).encode()
        cut = content[:content.rindex(b",", 0, content.rindex(b","))]
        self.refused_children(cut, "E_SCHEMA", ":4")


if __name__ == "__main__":
    unittest.main()
