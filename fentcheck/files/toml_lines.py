"""Where the tables and keys of a TOML text stand: the standard reader does not say.

Keys inside an inline table, which have a line of their own in no valid text, are not looked for.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

Keys = tuple[str, ...]


@lru_cache(maxsize=1)
def key_lines(text: str) -> dict[Keys, int]:
    """The line of every table and every key of a text that the standard reader takes."""
    lines: dict[Keys, int] = {}
    table: Keys = ()
    line = 1
    at = 0
    while at < len(text):
        skipped = _SPACE.match(text, at)
        assert skipped is not None
        line += skipped.group().count("\n")
        at = skipped.end()
        heading = _HEADING.match(text, at)
        if heading is not None:
            table = _parts(heading.group(1))
            lines.setdefault(table, line)
            at = heading.end()
            continue
        statement = _STATEMENT.match(text, at)
        if statement is None:
            break
        lines.setdefault((*table, *_parts(statement.group(1))), line)
        end = _end_of_value(text, statement.end())
        line += text.count("\n", at, end)
        at = end
    return lines


def line_of(lines: dict[Keys, int], keys: Keys) -> int | None:
    """The line of a key, or of the innermost table round it that has one."""
    while keys:
        if keys in lines:
            return lines[keys]
        below = [line for known, line in lines.items() if known[: len(keys)] == keys]
        if below:
            return min(below)
        keys = keys[:-1]
    return None


def _parts(dotted: str) -> Keys:
    return tuple(
        part if part[0] not in "\"'" else str(tomllib.loads(f"key = {part}")["key"])
        for part in _PART.findall(dotted)
    )


def _end_of_value(text: str, at: int) -> int:
    """Where the line ends on which a value does."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        first = token.group()[0]
        if first in "[{":
            depth += 1
        elif first in "]}":
            depth -= 1
        elif first == "\n" and depth <= 0:
            return token.start()
    return len(text)


_KEY = r"(?:[A-Za-z0-9_-]+|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')"
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_PART = re.compile(_KEY)
_SPACE = re.compile(r"(?:\s|#[^\n]*)*")
_HEADING = re.compile(rf"\[\[?[ \t]*({_DOTTED})[ \t]*\]\]?")
_STATEMENT = re.compile(rf"({_DOTTED})[ \t]*=")
_TOKEN = re.compile(
    r'"""(?:\\[\s\S]|(?!""")[\s\S])*"{3,5}|'
    r"'''(?:(?!''')[\s\S])*'{3,5}|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*|\n|[\[\]{}]|[^\n\"'#\[\]{}]+"
)
