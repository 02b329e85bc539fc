"""The blocks of code on a page in Markdown.

A page shows code between fences only. What is indented in place of that is a drawing or a formula.
"""

import dataclasses
import re


@dataclasses.dataclass(frozen=True)
class Block:
    line: int  # of the opening fence, from 1
    language: str
    name: str  # of the comment `<!-- NAME -->` right before the fence; empty without one
    text: str


class PageError(Exception):
    """What is wrong with a page, with the line that it is about."""

    def __init__(self, line, message):
        super().__init__(f"line {line}: {message}")


def blocks_of(page):
    """Every fenced block of the text of a page, in order."""
    blocks = []
    lines = page.splitlines()
    opened = None
    for number, line in enumerate(lines, 1):
        fence = re.match(r"( *)(```+|~~~+)(.*)", line)
        if opened is None:
            if re.search(r"<pre|<code", line):
                raise PageError(number, "code in HTML, which nothing runs: use a fence")
            if fence:
                before = lines[number - 2] if number > 1 else ""
                name = re.fullmatch(r" *<!-- (.*) -->", before)
                opened = number, fence, name[1] if name else "", []
        elif fence and not fence[3].strip() and fence[2].startswith(opened[1][2]):
            start, opening, name, inside = opened
            blocks.append(Block(start, opening[3].strip(), name, "".join(inside)))
            opened = None
        else:
            opened[3].append(line.removeprefix(opened[1][1]) + "\n")
    if opened:
        raise PageError(opened[0], "a fence that is never closed")
    return blocks


def indented(page):
    """The first line of every indented block, with its number: Markdown shows these as code, too."""
    outside = re.sub(r"^( *)(```+|~~~+).*?^ *\2$", lambda found: "x\n" * found[0].count("\n") + "x",
                     page, flags=re.MULTILINE | re.DOTALL)
    lines = outside.splitlines()
    return [(number, line.strip()) for number, line in enumerate(lines, 1)
            if line.startswith("    ") and line.strip() and not lines[number - 2].strip()]
