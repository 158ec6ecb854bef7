"""The nodes of a YAML text, which know where they stand.

Scalars stay text: `1.10` keeps its zero and `no` is a word.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache

from fentcheck.book.span import Span
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.regex import regex

if TYPE_CHECKING:
    from typing import Protocol

    class Mark(Protocol):
        """A position as PyYAML gives it: 0-based, columns in code points."""

        @property
        def line(self) -> int: ...

        @property
        def column(self) -> int: ...


class Scalar(NamedTuple):
    """A plain or quoted text; `value` is what it says."""

    value: str
    start_mark: Mark
    end_mark: Mark


Entries = dict[str, tuple[Scalar, "Node"]]
"""The keys of a mapping, each as a node with its value."""

Pairs = tuple[tuple[str, str], ...]
"""Keys with the texts of their values."""


class Mapping:
    """Keys with their values, in file order; of two equal keys the first is kept.

    `texts` are the values that are scalars, by key. A mapping that was read from plain lines has
    no nodes at first: most claims are never spoken of, so they are made when asked for.
    """

    __slots__ = ("_end", "_entries", "_lines", "_start", "_texts")

    def __init__(self, entries: Entries, start_mark: Mark, end_mark: Mark) -> None:
        self._entries: Entries | None = entries
        self._start = start_mark
        self._end = end_mark
        self._lines: Lines | Kept | None = None
        self._texts: dict[str, str] | None = None

    @classmethod
    def of_lines(cls, lines: Lines | Kept) -> Mapping:
        made: Mapping = cls.__new__(cls)
        made._entries = None
        made._lines = lines
        made._texts = lines.texts
        return made

    @property
    def entries(self) -> Entries:
        if self._entries is None:
            assert self._lines is not None
            self._entries = self._lines.entries()
        return self._entries

    @property
    def texts(self) -> dict[str, str]:
        if self._texts is None:
            self._texts = {
                key: value.value
                for key, (_, value) in self.entries.items()
                if type(value) is Scalar
            }
        return self._texts

    @property
    def keys_of_no_text(self) -> Set[str]:
        """The keys whose values are lists or mappings."""
        if self._lines is not None:
            return self._lines.flows.keys()
        return self.entries.keys() - self.texts.keys()

    @property
    def start_mark(self) -> Mark:
        return self._start if self._lines is None else self._lines.mark(self._lines.start)

    @property
    def end_mark(self) -> Mark:
        return self._end if self._lines is None else self.start_mark

    def has(self, key: str) -> bool:
        if self._lines is not None:
            return key in self._lines.texts or key in self._lines.flows
        return key in self.entries

    def has_only(self, known: frozenset[str]) -> bool:
        """Every key is one of these."""
        if self._lines is not None:
            return self._lines.texts.keys() <= known and self._lines.flows.keys() <= known
        return self.entries.keys() <= known

    def get(self, key: str) -> Node | None:
        """The value of a key as a node."""
        if self._lines is not None:
            return self._lines.value(key)
        entry = self.entries.get(key)
        return entry[1] if entry else None

    def pairs(self, key: str) -> Pairs | None:
        """What the mapping under a key says; None if it is anything but a mapping of texts."""
        if self._lines is not None:
            flow = self._lines.flows.get(key, "")
            return pairs_of(flow) if flow[:1] == "{" else None
        node = self.get(key)
        if not isinstance(node, Mapping) or len(node.texts) < len(node.entries):
            return None
        return tuple(node.texts.items())

    def span(self, key: str) -> Span:
        """Where the value of a key stands; the mapping's start if it has no such key."""
        if self._lines is not None and key in self._lines.texts:
            return self._lines.span(key)
        return span_of(self.get(key) or self)


class Sequence(NamedTuple):
    items: list[Node]
    start_mark: Mark
    end_mark: Mark


Node = Scalar | Mapping | Sequence


def span_of(node: Node) -> Span:
    """Where a node stands; of a mapping or a list, where it begins."""
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def part_of(node: Scalar, start: int, end: int) -> Span:
    """Where a stretch of a scalar's text stands; all of it, if the text was folded or escaped."""
    whole = span_of(node)
    width = whole.end_column - whole.column
    if whole.line != whole.end_line or width not in (len(node.value), len(node.value) + 2):
        return whole
    first = whole.column + (width - len(node.value)) // 2
    return Span(whole.line, first + start, whole.line, first + end)


# Nodes of plain lines

_KEY = r"[A-Za-z_][A-Za-z0-9_]{0,60}"
_FIRST = r"[^\x00-\x20\x7f\-?:,\[\]{}#&*!|>'\"%@`]"
PLAIN = rf"{_FIRST}[^\x00-\x1f\x7f:#]*(?:(?::(?=[^\s])|(?<! )#)[^\x00-\x1f\x7f:#]*)*(?<! )"
_QUOTED = r"'[^\x00-\x1f\x7f']*'|\"[^\x00-\x1f\x7f\"\\]*\""
TERM = rf"{_FIRST}[^\x00-\x1f\x7f:#?,\[\]{{}}]*(?<! )"
_PAIR = rf"{_KEY}: (?:{TERM}|{_QUOTED})"
_FLOW = rf"\{{{_PAIR}(?:, {_PAIR})*\}}|\[{TERM}(?:, {TERM})*\]"
COMMENT = r" +#[^\x00-\x1f\x7f]*"
_FIELD = regex(rf"\n\t({_KEY}): ({PLAIN}|{_FLOW}|{_QUOTED})(?: *|{COMMENT})(?=\n|\Z)")
_IN_QUOTES = frozenset("'\"")


def fields_of(lines: str, margin: str) -> list[tuple[str, str]]:
    """The key and the value, as it is written, of every line that is plain.

    The lines begin behind their first margin, which is a line break and some blanks, and hold no
    tab. This is the part of YAML in which a line means the same wherever it stands: a value is
    plain or quoted text without escapes, or a list or mapping of plain texts in brackets.
    """
    return _FIELD.findall("\n\t" + lines.replace(margin, "\n\t"))


@lru_cache(maxsize=4096)
def pairs_of(flow: str) -> Pairs:
    """The keys and texts of a mapping in brackets."""
    return tuple((key, unquoted(value)) for key, value in _written_pairs(flow))


@lru_cache(maxsize=4096)
def has_equal_keys(flow: str) -> bool:
    """A key stands twice in a mapping in brackets."""
    return flow[0] == "{" and len(dict(pairs_of(flow))) < len(pairs_of(flow))


def _written_pairs(flow: str) -> list[tuple[str, str]]:
    if _IN_QUOTES.isdisjoint(flow):
        pairs = (pair.partition(": ") for pair in flow[1:-1].split(", "))
        return [(key, value) for key, _, value in pairs]
    return _quoted_pairs().findall(flow)


@cache
def _quoted_pairs() -> re.Pattern[str]:
    return re.compile(rf"({_KEY}): ({TERM}|{_QUOTED})")


def unquoted(text: str) -> str:
    """The text that a value is, without the quotes it may stand in."""
    return text[1:-1] if text[0] in _IN_QUOTES else text


class Place(NamedTuple):
    """A mark of our own."""

    line: int
    column: int


_new = tuple.__new__
"""Makes a record as its class would, without the call in between."""


def place_of(text: str, at: int) -> Place:
    """Where a character of a text stands that begins with a line break of its own."""
    return Place(text.count("\n", 0, at) - 1, at - text.rfind("\n", 0, at) - 1)


class Lines(NamedTuple):
    """The stretch of a text that holds one mapping, from its first key on, and what it says.

    `text` begins with a line break of its own, so that every line has one before it; `margin` is
    that line break with the blanks before each key. `flows` are the values in brackets. `line` is
    the line, from 1, of the first key.
    """

    text: str
    start: int
    end: int
    margin: str
    texts: dict[str, str]
    flows: dict[str, str]
    line: int

    def mark(self, at: int) -> Place:
        text, start, _, _, _, _, line = self
        line += text.count("\n", start, at) - 1
        return _new(Place, (line, at - text.rfind("\n", 0, at) - 1))

    def entries(self) -> Entries:
        """The nodes of all keys and values."""
        found: Entries = {}
        for key, value in fields_of(self.text[self.start : self.end], self.margin):
            at = self._behind(key)
            found[key] = self._scalar(key, at - len(key) - 2), self._node(value, at)
        return found

    def value(self, key: str) -> Node | None:
        """The node of the value of a key."""
        flow = self.flows.get(key)
        if flow is not None:
            return self._node(flow, self._behind(key))
        text = self.texts.get(key)
        if text is None:
            return None
        at = self._behind(key)
        quote = self.text[at] if self.text[at] in _IN_QUOTES else ""
        return self._scalar(f"{quote}{text}{quote}", at)

    def span(self, key: str) -> Span:
        """Where the text of a key stands."""
        text, start, _, _, texts, _, line = self
        at = self._behind(key)
        line += text.count("\n", start, at)
        column = at - text.rfind("\n", 0, at)
        end = column + len(texts[key]) + (2 if text[at] in _IN_QUOTES else 0)
        return _new(Span, (line, column, line, end))

    def _behind(self, key: str) -> int:
        """Where the value of a key begins; only the first key has no margin before it."""
        text, start, end, margin, *_ = self
        found = text.find(f"{margin}{key}: ", start, end)
        return (start if found < 0 else found + len(margin)) + len(key) + 2

    def _scalar(self, value: str, at: int) -> Scalar:
        start = self.mark(at)
        return Scalar(unquoted(value), start, Place(start.line, start.column + len(value)))

    def _node(self, value: str, at: int) -> Node:
        if value[0] not in "{[":
            return self._scalar(value, at)
        start = self.mark(at)
        end = Place(start.line, start.column + 1)
        at += 1
        if value[0] == "[":
            items: list[Node] = []
            for item in value[1:-1].split(", "):
                items.append(self._scalar(item, at))
                at += len(item) + 2
            return Sequence(items, start, end)
        entries: Entries = {}
        for key, term in _written_pairs(value):
            behind = at + len(key) + 2
            entries[key] = self._scalar(key, at), self._scalar(term, behind)
            at = behind + len(term) + 2
        return Mapping(entries, start, end)


class Kept(NamedTuple):
    """What is kept of a mapping when its file has been let go: texts, and mappings of texts.

    All of it is said to stand at one place.
    """

    texts: dict[str, str]
    place: Span
    mappings: dict[str, dict[str, str]]
    flows: dict[str, str] = {}  # noqa: RUF012
    start: int = 0

    def mark(self, at: int) -> Place:
        return Place(self.place.line - 1, self.place.column - 1)

    def entries(self) -> Entries:
        """The nodes of all keys and values."""
        found: Entries = {}
        for key in (*self.texts, *self.mappings):
            node = self.value(key)
            assert node is not None
            found[key] = self._scalar(key), node
        return found

    def value(self, key: str) -> Node | None:
        """The node of the value of a key."""
        inner = self.mappings.get(key)
        if inner is not None:
            return Mapping.of_lines(Kept(inner, self.place, {}))
        text = self.texts.get(key)
        return None if text is None else self._scalar(text)

    def span(self, key: str) -> Span:
        """Where the text of a key stands."""
        return self.place

    def _scalar(self, text: str) -> Scalar:
        end = Place(self.place.end_line - 1, self.place.end_column - 1)
        return Scalar(text, self.mark(0), end)
