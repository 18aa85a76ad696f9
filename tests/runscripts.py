# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs scripts in one process: what NAME.py prints comes into NAME.csv, its errors into NAME.err."""
import contextlib
import pathlib
import sys
import traceback

for path in map(pathlib.Path, sys.argv[1:]):
    with open(path.with_suffix(".csv"), "w") as out, open(path.with_suffix(".err"), "w") as err, \
            contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            exec(compile(path.read_bytes(), path, "exec"), {"__name__": "__main__"})
        except Exception:
            traceback.print_exc()
