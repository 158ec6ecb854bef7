"""Reads the plain part of YAML, in which most claims files are written, line by line.

A file of sections, of lists whose items are lines with a key and a value. What it reads it reads
as the parser would, places included; of any other text it reads nothing, and the parser does.
"""

from __future__ import annotations

from fentcheck.book.document import Document
from fentcheck.book.nodes import (
    COMMENT,
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
    if len(text) > limits.yaml_values or "\t" in text:
        return None
    if not (text.isascii() or text.replace("\n", "").isprintable()):
        return None
    text = "\n" + text
    headings = list(_HEADING.finditer(text))
    if not headings or not _NOTHING.fullmatch(text, 0, headings[0].start()):
        return None
    entries: Entries = {}
    ends = [heading.start() for heading in headings[1:]]
    for heading, end in zip(headings, [*ends, len(text)], strict=True):
        key = heading.group(1)
        node = _section(text, heading.end(), end)
        if node is None or key in entries:
            return None
        line = text.count("\n", 0, heading.start())
        entries[key] = Scalar(key, Place(line, 0), Place(line, len(key))), node
    start = next(iter(entries.values()))[0].start_mark
    return Document(Mapping(entries, start, start), ())


def _section(text: str, start: int, end: int) -> Node | None:
    """The list or the mapping of a section."""
    first = _FIRST.match(text, start, end)
    if first is None:
        return None
    indent, dash = first.groups()
    if not dash:
        lines = text[first.end() : end]
        return _mapping(lines, text, first.end(), "\n" + indent) if indent else None
    items = _items(text, first.end(), end, indent)
    at = place_of(text, first.start(2))
    after = Place(at.line, at.column + (0 if indent else 1))
    return None if items is None else Sequence(items, at, after)


def _items(text: str, start: int, end: int, indent: str) -> list[Node] | None:
    """The mappings of a list."""
    dash, margin = f"\n{indent}- ", f"\n{indent}  "
    items: list[Node] = []
    for item in text[start:end].split(dash):
        mapping = _mapping(item, text, start, margin)
        if mapping is None:
            return None
        items.append(mapping)
        start += len(item) + len(dash)
    return items


def _mapping(lines: str, text: str, start: int, margin: str) -> Mapping | None:
    """The mapping of some lines; None if one of them is not plain, or a key stands there twice.

    The lines stand in the text from `start` on.
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
    return Mapping.of_lines(Lines(text, start, start + len(lines), margin, texts, flows))


_MARKS = frozenset("'\"{[")
_HEADING = regex(rf"\n(article|claims|checks|waivers):(?: *|{COMMENT})(?=\n|\Z)")
_NOTHING = regex(r"(?:\n *(?:#[^\x00-\x1f\x7f]*)?(?=\n|\Z))*")
_EMPTY = regex(r"\n *(?:#[^\x00-\x1f\x7f]*)?(?=\n|\Z)")
_FIRST = regex(rf"{_NOTHING.pattern}\n( *)(- )?(?=[A-Za-z_])")
