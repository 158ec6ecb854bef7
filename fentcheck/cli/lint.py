"""`lint`: claims files by the rules of the file alone, and put in order where that is safe."""

from __future__ import annotations

import sys

from fentcheck.cli.table import Call
from fentcheck.files.config import Config, ConfigError
from fentcheck.files.fix import Fixed, to_fix
from fentcheck.files.load import Library
from fentcheck.files.selection import ALWAYS, chosen
from fentcheck.output.terminal import safe
from fentcheck.output.words import count
from fentcheck.rules.rule import Rule

_RULES_OF_FILES = "FC0"


def lint_rules(call: Call, config: Config) -> tuple[Rule, ...]:
    """The rules of the file alone that the call has.

    Raises `ConfigError` if the call selects none of them.
    """
    select = call.codes("select")
    rules = tuple(
        rule
        for rule in chosen(config, select, call.codes("ignore"))
        if rule.code.startswith(_RULES_OF_FILES)
    )
    if select and not ALWAYS.startswith(select) and len(rules) == 1:
        named = ", ".join(select)
        raise ConfigError(f"lint runs the FC0 rules alone; verify runs {named}")
    return rules


def fixes(config: Config, library: Library) -> list[Fixed]:
    """What is to be put in order. Raises `ConfigError` for standard input, which is no file."""
    if "-" in library.files:
        raise ConfigError("--fix puts files in order; give the path of one in place of -")
    found = (to_fix(path, config.limits) for path in library.files)
    return [one for one in found if one is not None]


def show_diffs(found: list[Fixed]) -> None:
    """Prints the patches; on a terminal so that nothing in them steers it."""
    is_terminal = sys.stdout.isatty()
    for one in found:
        text = one.diff()
        if is_terminal:
            text = "".join(f"{safe(line)}\n" for line in text.split("\n")[:-1])
        sys.stdout.write(text)
    sys.stdout.flush()


def told(found: list[Fixed], verb: str) -> str:
    """What was or would be put in order, in all and file by file."""
    if not found:
        return "nothing to fix\n"
    places = sum(one.after.places for one in found)
    lines = [f"{verb} {count(places, 'place')} in {count(len(found), 'file')}"]
    for one in found:
        after = one.after
        parts = []
        if after.ids:
            parts.append(f"added the id{'s' if len(after.ids) > 1 else ''} {', '.join(after.ids)}")
        if after.claims:
            parts.append(f"put the keys of {count(after.claims, 'claim')} in order")
        if after.lines:
            parts.append(f"took the blanks off the end of {count(after.lines, 'line')}")
        lines.append(f"  {safe(one.path)}: {', '.join(parts)}")
    return "\n".join(lines) + "\n"
