"""Reads the plain part of YAML, in which most claims files are written, line by line.

A file of sections, of lists whose items are lines with a key and a value. What it reads it reads
as the parser would, places included; of any other text it reads nothing, and the parser does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fentcheck.book.document import Document
from fentcheck.book.nodes import (
    COMMENT,
    PLAIN,
    TERM,
    Entries,
    Lines,
    Mapping,
    Node,
    Place,
    Scalar,
    Sequence,
    fields_of,
    has_equal_keys,
    place_of,
    unquoted,
)
from fentcheck.limits import DEFAULTS, Limits
from fentcheck.regex import regex


def read_plain(text: str, limits: Limits = DEFAULTS) -> Document | None:
    """The nodes of a text that is written plainly throughout; None of any other."""
    text = "\n" + text
    entries: Entries = {}
    for heading, end in _sections(text, _HEADING, limits.yaml_values):
        key = heading.group(1)
        node = _section(text, heading.end(), end)
        if node is None or key in entries:
            return None
        line = text.count("\n", 0, heading.start())
        entries[key] = Scalar(key, Place(line, 0), Place(line, len(key))), node
    if not entries:
        return None
    start = next(iter(entries.values()))[0].start_mark
    return Document(Mapping(entries, start, start), ())


def _sections(text: str, heading: re.Pattern[str], most: int) -> list[tuple[re.Match[str], int]]:
    """The headings of a text, which begins with a line break, with where the next one is.

    None of a text that has more before them than comments, or what no plain text has.
    """
    if "\t" in text or (len(text) > most and _most_values(text) > most):
        return []
    if not (text.isascii() or text.replace("\n", "").isprintable()):
        return []
    found = list(heading.finditer(text))
    if not found or not _NOTHING.fullmatch(text, 0, found[0].start()):
        return []
    ends = [one.start() for one in found[1:]]
    return list(zip(found, [*ends, len(text)], strict=True))


def _most_values(text: str) -> int:
    """There are no more keys and values in a plain text than that."""
    return 2 * text.count(":") + text.count("- ") + text.count(",") + text.count("[")


def _section(text: str, start: int, end: int) -> Node | None:
    """The list or the mapping of a section."""
    first = _FIRST.match(text, start, end)
    if first is None:
        return None
    indent, dash = first.groups()
    if not dash:
        lines = text[first.end() : end]
        line = text.count("\n", 0, first.end())
        return _mapping(lines, text, first.end(), "\n" + indent, line) if indent else None
    items = _items(text, first.end(), end, indent)
    at = place_of(text, first.start(2))
    after = Place(at.line, at.column + (0 if indent else 1))
    return None if items is None else Sequence(items, at, after)


def _items(text: str, start: int, end: int, indent: str) -> list[Node] | None:
    """The mappings of a list."""
    dash, margin = f"\n{indent}- ", f"\n{indent}  "
    items: list[Node] = []
    line = text.count("\n", 0, start)
    for item in text[start:end].split(dash):
        mapping = _mapping(item, text, start, margin, line)
        if mapping is None:
            return None
        items.append(mapping)
        start += len(item) + len(dash)
        line += item.count("\n") + 1
    return items


def _mapping(lines: str, text: str, start: int, margin: str, line: int) -> Mapping | None:
    """The mapping of some lines; None if one of them is not plain, or a key stands there twice.

    The lines stand in the text from `start` on, the first of them in `line`.
    """
    ended = lines.rstrip("\n ")
    found = fields_of(ended, margin)
    many = ended.count("\n") + 1
    if len(found) < many and len(found) + len(_EMPTY.findall(ended)) < many:
        return None
    texts: dict[str, str] = dict(found)
    if not found or len(texts) < len(found):
        return None
    flows = {}
    for key, value in [field for field in found if field[1][0] in _MARKS]:
        if value[0] in "'\"":
            texts[key] = unquoted(value)
            continue
        flows[key] = texts.pop(key)
        if has_equal_keys(value):
            return None
    about = text, start, start + len(lines), margin, texts, flows, line
    return Mapping.of_lines(_new(Lines, about))


_new = tuple.__new__
"""Makes a record as its class would, without the call in between."""


# The words of a project

Measures = list[tuple[str, str, list[str]]]
"""Measures with their kinds and aliases."""

Chains = dict[str, list[str]]
"""Dimensions with their chains of terms."""


def read_plain_words(
    text: str, kinds: Iterable[str], limits: Limits = DEFAULTS
) -> tuple[Measures, Chains] | None:
    """What a vocabulary says that is written plainly and has no mistake in it; None of any other.

    Two blanks before a name, four before the dash of a chain, as in the documentation.
    """
    text = "\n" + text
    found: dict[str, Measures | Chains | None] = {}
    for heading, end in _sections(text, _WORDS, limits.yaml_values):
        key, lines = heading.group(1), text[heading.end() : end].rstrip("\n ")
        if key in found:
            return None
        found[key] = _measures(lines, kinds) if key == "measures" else _chains(lines)
        if not found[key]:
            return None
    measures, chains = found.get("measures") or [], found.get("dimensions") or {}
    assert isinstance(measures, list)
    assert isinstance(chains, dict)
    return (measures, chains) if found else None


def _measures(lines: str, kinds: Iterable[str]) -> Measures | None:
    found = _MEASURE.findall(lines)
    if not _are_all(lines, len(found)) or len({name for name, _, _ in found}) < len(found):
        return None
    if not {kind for _, kind, _ in found}.issubset(kinds):
        return None
    return [(name, kind, aliases.split(", ") if aliases else []) for name, kind, aliases in found]


def _chains(lines: str) -> Chains | None:
    found = _CHAIN.findall(lines)
    if not _are_all(lines, len(found)):
        return None
    chains: Chains = {}
    is_list = False
    for name, alone, item in found:
        if name:
            if name in chains:
                return None
            chains[name] = below = [alone] if alone else []
            is_list = not alone
        elif not is_list:
            return None
        else:
            below.append(item)
    return chains if all(chains.values()) else None


def _are_all(lines: str, found: int) -> bool:
    """So many lines, and the empty ones, are all there are."""
    return found + len(_EMPTY.findall(lines)) == lines.count("\n")


_MARKS = frozenset("'\"{[")
_HEADING = regex(rf"\n(article|source|claims|checks|waivers):(?: *|{COMMENT})(?=\n|\Z)")
_WORDS = regex(rf"\n(measures|dimensions):(?: *|{COMMENT})(?=\n|\Z)")
_NAME = r"[A-Za-z][^\x00-\x1f\x7f:#?,\[\]{}]{0,200}(?<! )"
_END = rf"(?: *|{COMMENT})(?=\n|\Z)"
_MEASURE = regex(
    rf"\n  ({_NAME}): \{{kind: ([a-z]+)(?:, aliases: \[((?:{TERM}(?:, {TERM})*)?)\])?\}}{_END}"
)
_CHAIN = regex(rf"\n  ({_NAME}):(?: ({PLAIN}))?{_END}|\n    - ({PLAIN}){_END}")
_EMPTY_LINE = r"\n *(?:#[^\x00-\x1f\x7f]*)?(?=\n|\Z)"
_NOTHING = regex(rf"(?:{_EMPTY_LINE})*")
_EMPTY = regex(_EMPTY_LINE)
_FIRST = regex(rf"(?:{_EMPTY_LINE})*\n( *)(- )?(?=[A-Za-z_])")
