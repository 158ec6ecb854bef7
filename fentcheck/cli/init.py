"""`init`: a starter, and what to do with it."""

from __future__ import annotations

import os
import shlex
import sys

from fentcheck.cli.table import Call
from fentcheck.files.starter import make_starter
from fentcheck.output.terminal import safe


def init(call: Call) -> int:
    """Makes the starter in the folder of a call and says what comes next."""
    folder = call.arguments[0]
    made = make_starter(folder)
    sys.stdout.write(f"Made {safe(', '.join(made))}.\n\n")
    claims, draft = (_word(folder, *name) for name in (("claims",), ("drafts", "example.md")))
    steps = (
        (f"fentcheck verify {claims}", "one figure of the example is wrong: mend it, verify again"),
        (f"fentcheck audit {draft}", "what a draft tells without a claims file"),
        (
            f"fentcheck extract DRAFT -o {_word(folder, 'claims', 'NAME.yaml')}",
            "a claims file from a draft of your own",
        ),
    )
    width = max(len(command) for command, _ in steps)
    for number, (command, words) in enumerate(steps, 1):
        sys.stdout.write(f"{number}. {safe(command.ljust(width))}   {words}\n")
    return 0


def _word(folder: str, *names: str) -> str:
    """A path as a word of a command."""
    return shlex.quote(os.path.normpath(os.path.join(folder, *names)))
