#!/usr/bin/env python3
"""Looks at the report in Chromium, as a coordinator would see it: wide, narrow, enlarged and printed.

    report_test.py TEMPLATE REPORT...

A fault is a sentence. A good report has none, and each of the small broken pages below has the one it is
made for, so a check that sees nothing does not pass. Exit code 77: there is no browser to look with.
"""

import base64
import html.parser
import json
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
except ImportError:
    print("skipped: no selenium (Debian: python3-selenium)")
    sys.exit(77)

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
VIEWS = {"desktop": (1280, 1), "tablet": (768, 1), "phone": (320, 2), "200 % zoom": (640, 2)}
A4_BETWEEN_MARGINS = (297 - 2 * 15) * 96 / 25.4  # pixels of CSS

# Every line of visible text with its box; two boxes overlap when they share more than two pixels both ways.
OVERLAPS = """
const boxes = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const text = walker.currentNode;
  if (!text.data.trim()) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  for (const box of range.getClientRects())
    if (box.width > 2 && box.height > 2 && box.right > 0) boxes.push([box, text.data.trim()]);
}
boxes.sort((a, b) => a[0].top - b[0].top);
const found = [];
for (let i = 0; i < boxes.length; ++i)
  for (let j = i + 1; j < boxes.length && boxes[j][0].top < boxes[i][0].bottom - 2; ++j) {
    const [a, b] = [boxes[i][0], boxes[j][0]];
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
      found.push(boxes[i][1].slice(0, 30) + ' / ' + boxes[j][1].slice(0, 30));
  }
return found;
"""
TOO_WIDE = """
const width = document.documentElement.clientWidth;
const found = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1);
return document.documentElement.scrollWidth > width ? ['the page'].concat(found.map(e => e.tagName)) : [];
"""
# Ids that are broken over two lines.
BROKEN_IDS = """
const found = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const text = walker.currentNode;
  for (const id of text.data.matchAll(/[A-Z]-[0-9]+/g)) {
    const range = document.createRange();
    range.setStart(text, id.index);
    range.setEnd(text, id.index + id[0].length);
    if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(id[0]);
  }
}
return found;
"""
TORN_CARDS = """
return [...document.querySelectorAll('#proposals article')].filter(
  card => getComputedStyle(card).breakInside != 'avoid' || card.getBoundingClientRect().height > arguments[0]
).map(card => card.id);
"""


class Elements(html.parser.HTMLParser):
    """The names of the elements and attributes of a page."""

    def __init__(self, text):
        super().__init__()
        self.names = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.names.update(f"{tag} {name}" for name, _ in attrs)


class Browser:
    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        options = Options()
        options.binary_location = CHROMIUM
        for argument in ("headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run",
                         "disable-background-networking", "disable-component-update", "disable-sync",
                         "hide-scrollbars", "user-data-dir=" + self.profile.name):
            options.add_argument("--" + argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service(DRIVER), options=options)
        # Scripts of the page are off; those of this test still run.
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})

    def close(self):
        self.driver.quit()
        self.profile.cleanup()

    def open(self, page, width, scale):
        self.driver.get_log("performance")
        self.driver.get_log("browser")
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 900, "deviceScaleFactor": scale, "mobile": False})
        self.driver.get(page.as_uri())

    def requests_beyond(self, page):
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        return [url for url in asked if url.split("#")[0] != page.as_uri()]

    def faults(self, page):
        found = []
        for view, (width, scale) in VIEWS.items():
            self.open(page, width, scale)
            found += [f"{view}: text overlaps: {what}" for what in self.driver.execute_script(OVERLAPS)]
            found += [f"{view}: too wide: {what}" for what in self.driver.execute_script(TOO_WIDE)]
            found += [f"{view}: id broken: {what}" for what in self.driver.execute_script(BROKEN_IDS)]
            found += [f"{view}: asks for {url}" for url in self.requests_beyond(page)]
            found += [f"{view}: console: {line['message']}" for line in self.driver.get_log("browser")]
        return found + self.faults_in_print(page)

    def faults_in_print(self, page):
        self.open(page, 680, 1)  # A4 between the margins
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        torn = self.driver.execute_script(TORN_CARDS, A4_BETWEEN_MARGINS)
        wide = self.driver.execute_script(TOO_WIDE)
        overlaps = self.driver.execute_script(OVERLAPS)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        return ([f"print: a card may break: {card}" for card in torn] +
                [f"print: too wide: {what}" for what in wide] +
                [f"print: text overlaps: {what}" for what in overlaps])

    def keep_pictures(self, page):
        """Leaves beside the report what a person should look at: the first screens, and the printed pages."""
        for view, (width, scale) in VIEWS.items():
            self.open(page, width, scale)
            shot = self.driver.execute_cdp_cmd(
                "Page.captureScreenshot", {"captureBeyondViewport": True, "clip": {
                    "x": 0, "y": 0, "width": width, "height": 3600, "scale": 1 / scale}})
            name = f"{page.stem}-{view.split()[0]}.png"
            page.with_name(name).write_bytes(base64.b64decode(shot["data"]))
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        page.with_suffix(".pdf").write_bytes(base64.b64decode(printed["data"]))


BROKEN = {
    "asks for": "<img src='https://befriend.invalid/a.png' alt=''>",
    "console: ": "<meta http-equiv=Content-Security-Policy content=\"style-src 'none'\"><p style='color:red'>a",
    "text overlaps": "<p style='position:absolute;top:9px'>one<p style='position:absolute;top:12px'>two",
    "too wide": "<p style='width:2000px'>wide",
    "id broken": "<div style='width:3rem'>for C-0123",
    "a card may break": "<section id=proposals><article id=c-1>a</article></section>",
}


class ReportTest(unittest.TestCase):
    template = None
    reports = []

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def test_reports_have_no_fault(self):
        for report in self.reports:
            with self.subTest(report.name):
                self.assertEqual([], self.browser.faults(report))

    def test_each_broken_page_has_its_fault(self):
        with tempfile.TemporaryDirectory() as folder:
            for fault, body in BROKEN.items():
                with self.subTest(fault):
                    page = pathlib.Path(folder, "broken.html")
                    page.write_text(f"<!DOCTYPE html><html lang=en><title>broken</title><body>{body}", encoding="utf-8")
                    found = self.browser.faults(page)
                    self.assertTrue(any(fault in line for line in found), found)

    def test_scripts_are_off(self):
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder, "script.html")
            page.write_text("<!DOCTYPE html><title>a</title><script>document.title='ran'</script>", encoding="utf-8")
            self.browser.open(page, 1280, 1)
            self.assertEqual("a", self.browser.driver.title)

    def test_elements_are_those_of_the_template(self):
        known = Elements(re.sub("{{.*?}}+", "", self.template.read_text(encoding="utf-8"))).names
        for report in self.reports:
            with self.subTest(report.name):
                text = report.read_text(encoding="utf-8")
                self.assertEqual(set(), Elements(text).names - known)
                self.assertIn("b onclick", Elements(text + "<b onclick=x>").names - known)

    def test_pictures_are_kept(self):
        for report in self.reports[:1]:
            self.browser.keep_pictures(report)
            self.assertTrue(report.with_suffix(".pdf").read_bytes().startswith(b"%PDF-"))


if __name__ == "__main__":
    if not CHROMIUM or not DRIVER:
        print("skipped: no browser (Debian: chromium, chromium-driver)")
        sys.exit(77)
    ReportTest.template = pathlib.Path(sys.argv[1])
    ReportTest.reports = [pathlib.Path(name).resolve() for name in sys.argv[2:]]
    unittest.main(argv=sys.argv[:1], verbosity=2)
