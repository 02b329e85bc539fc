"""Runs cells of Python as a notebook does: one after the other, in one module.

Reads a cell as a line of JSON, and writes what it prints, and the value of its last line unless that is None, as a line of
JSON: {"printed": ..., "failed": true or false}.
"""

import ast
import contextlib
import io
import json
import sys
import traceback

CELL = "<the page>"


def run(cell, names):
    tree = ast.parse(cell, CELL)
    last = None
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, CELL, "exec"), names)
    if last is not None:
        value = eval(compile(last, CELL, "eval"), names)
        if value is not None:
            print(repr(value))


def main():
    answers = sys.stdout
    names = {"__name__": "__main__"}
    for line in sys.stdin:
        printed = io.StringIO()
        failed = False
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            try:
                run(json.loads(line), names)
            except BaseException:
                failed = True
                traceback.print_exc()
        print(json.dumps({"printed": printed.getvalue(), "failed": failed}), file=answers, flush=True)


if __name__ == "__main__":
    main()
