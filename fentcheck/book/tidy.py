"""A claims file put in order, as text: what it says stays the same, and so does all other layout.

Claims without an id get one, the keys of a claim come in one order, and no line ends in blanks. A
comment of its own line goes with the key below it. What cannot be moved without doubt is left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from unicodedata import normalize

from fentcheck.book.document import Document, Mapping, Node, Scalar, Sequence, read_document
from fentcheck.limits import DEFAULTS, Limits
from fentcheck.record import NamedTuple

ORDER = (
    "id",
    "quote",
    "at",
    "measure",
    "of",
    "period",
    "statistic",
    "value",
    "also",
    "by",
    "part_of",
    "share_of",
    "parts",
    "overlapping",
    "change",
    "superlative",
    "hypothetical",
    "known_from",
    "confirmed",
    "supersedes",
    "note",
)
"""The keys of a claim: what it is found by, what it is about, what it says, what it hangs on."""


class Tidied(NamedTuple):
    """The text in order: the ids that were added, and how many claims and lines were changed."""

    text: str
    ids: tuple[str, ...] = ()
    claims: int = 0
    lines: int = 0

    @property
    def places(self) -> int:
        return len(self.ids) + self.claims + self.lines


def tidied(text: str, limits: Limits = DEFAULTS) -> Tidied:
    """The text of a claims file in order; as it is where it cannot all be read."""
    document = _read(text, limits)
    if document is None:
        return Tidied(text)
    with_ids, ids = _with_ids(text, document)
    if ids:
        again = _read(with_ids, limits)
        if again is None or _data(again.root, frozenset(ids)) != _data(document.root):
            with_ids, ids, again = text, (), document
        text, document = with_ids, again
    ordered, claims = _in_order(text, document)
    if claims and not _says_the_same(ordered, document, limits):
        ordered, claims = text, 0
    bare, lines = _without_blanks(ordered, document if not claims else _read(ordered, limits))
    if lines and not _says_the_same(bare, document, limits):
        bare, lines = ordered, 0
    return Tidied(bare, ids, claims, lines)


def _read(text: str, limits: Limits) -> Document | None:
    """The nodes of a text that can be read throughout, and whose lines are those of an editor."""
    if _ODD_BREAK.search(text):
        return None
    document = read_document(text, limits)
    is_sound = not any(problem.code == "FC001" for problem in document.problems)
    return document if is_sound and isinstance(document.root, Mapping) else None


def _says_the_same(text: str, document: Document, limits: Limits) -> bool:
    other = _read(text, limits)
    return (
        other is not None
        and _data(other.root) == _data(document.root)
        and Counter(one.code for one in other.problems)
        == Counter(one.code for one in document.problems)
    )


def _data(node: Node | None, without: frozenset[str] = frozenset()) -> object:
    """What a node says, whatever the order of its keys; the claims without some ids."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [_data(one, without) for one in node.items]
    if node is None:
        return None
    return {
        key: _data(value, without)
        for key, (_, value) in node.entries.items()
        if key != "id" or not isinstance(value, Scalar) or value.value not in without
    }


def _claims(document: Document) -> Iterator[Mapping]:
    """The claims that are mappings, but for those that stand twice by an alias."""
    root = document.root
    assert isinstance(root, Mapping)
    listed = root.get("claims")
    items = listed.items if isinstance(listed, Sequence) else []
    times = Counter(map(id, items))
    for item in items:
        if isinstance(item, Mapping) and item.entries and times[id(item)] == 1:
            yield item


# Lines


class _Lines:
    """The lines of a text, parted from their breaks, which stay where they are."""

    def __init__(self, text: str) -> None:
        whole = text.split("\n")
        self.bodies = [line.removesuffix("\r") for line in whole]
        self._breaks = [line[len(body) :] for line, body in zip(whole, self.bodies, strict=True)]

    def text(self) -> str:
        lines = zip(self.bodies, self._breaks, strict=True)
        return "\n".join(f"{body}{ending}" for body, ending in lines)

    def insert(self, above: dict[int, str]) -> None:
        """Puts lines above others, by the places of those."""
        bodies, breaks = [], []
        for at, (body, ending) in enumerate(zip(self.bodies, self._breaks, strict=True)):
            if at in above:
                bodies.append(above[at])
                breaks.append(ending or self._breaks[at - 1])
            bodies.append(body)
            breaks.append(ending)
        self.bodies, self._breaks = bodies, breaks


def _indent(body: str) -> int:
    return len(body) - len(body.lstrip(" "))


def _is_comment(body: str) -> bool:
    return body.lstrip(" \t").startswith("#")


def _is_blank(body: str) -> bool:
    return not body.strip(" \t")


# Ids


def _with_ids(text: str, document: Document) -> tuple[str, tuple[str, ...]]:
    """The text with an id for every claim that has none, and those ids."""
    root = document.root
    assert isinstance(root, Mapping)
    listed = root.get("claims")
    items = listed.items if isinstance(listed, Sequence) else []
    taken = {one.texts.get("id", "") for one in items if isinstance(one, Mapping)} | _RESERVED
    names = _Names(taken, frozenset(_NUMBERED.findall(text)))
    lines = _Lines(text)
    inside: list[tuple[int, int, str]] = []
    above: dict[int, str] = {}
    added: list[str] = []
    sound = {id(claim) for claim in _claims(document)}
    for number, claim in enumerate(items, 1):
        if not isinstance(claim, Mapping) or id(claim) not in sound or claim.has("id"):
            continue
        start = claim.start_mark
        first = next(iter(claim.entries.values()))[0].start_mark
        body = lines.bodies[first.line]
        if lines.bodies[start.line][start.column : start.column + 1] == "{":
            added.append(names.name_for(claim, number))
            inside.append((start.line, start.column + 1, f"id: {added[-1]}, "))
        elif _DASH.fullmatch(body[: first.column]):
            added.append(names.name_for(claim, number))
            above[first.line] = f"{body[: first.column]}id: {added[-1]}"
            lines.bodies[first.line] = " " * first.column + body[first.column :]
    for line, column, words in reversed(inside):
        body = lines.bodies[line]
        lines.bodies[line] = body[:column] + words + body[column:]
    lines.insert(above)
    return lines.text(), tuple(added)


class _Names:
    """Ids for claims, from the measure or the quote; each that is given is taken from then on.

    `numbered` are such as “claim_3” that stand in the file: by these it knows claims without one.
    """

    def __init__(self, taken: set[str], numbered: frozenset[str]) -> None:
        self._taken = taken
        self._numbered = numbered
        self._last: dict[str, int] = {}

    def name_for(self, claim: Mapping, number: int) -> str:
        name = next(one for one in self._choices(claim, number) if one not in self._taken)
        self._taken.add(name)
        return name

    def _choices(self, claim: Mapping, number: int) -> Iterator[str]:
        if f"claim_{number}" in self._numbered:
            yield f"claim_{number}"
        texts = claim.texts
        base = _slug(texts.get("measure", "")) or _slug(texts.get("quote", ""), _LITTLE)
        base = base or "figure"
        yield base
        period = re.sub(r"\W+", "_", texts.get("period", "")).strip("_").lower()
        if period and period.isascii():
            yield f"{base}_{period}"
        while True:
            self._last[base] = self._last.get(base, 1) + 1
            yield f"{base}_{self._last[base]}"


def _slug(text: str, little: frozenset[str] = frozenset()) -> str:
    """The words of a text as an id: letters and digits, a letter first, a few words at most."""
    plain = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z][a-z0-9]*", plain) if word not in little]
    return "_".join(words[:_MOST_WORDS])[:_LONGEST].strip("_")


# The order of keys


def _in_order(text: str, document: Document) -> tuple[str, int]:
    """The text with the keys of its claims in order, and in how many of them they were not."""
    lines = _Lines(text)
    count = sum(_put_in_order(claim, lines.bodies) for claim in _claims(document))
    return lines.text(), count


def _put_in_order(claim: Mapping, bodies: list[str]) -> bool:
    """Puts the keys of one claim in order, each with its lines; False if there is nothing to do."""
    keys = [key for key, _ in claim.entries.values()]
    order = _sorted([key.value for key in keys])
    if order == list(range(len(keys))):
        return False
    starts = [key.start_mark.line for key in keys]
    column = keys[0].start_mark.column
    prefix = bodies[starts[0]][:column]
    if (
        len({key.start_mark.column for key in keys}) > 1
        or sorted(set(starts)) != starts
        or not _DASH.fullmatch(prefix)
        or any(not _is_blank(bodies[start][:column]) for start in starts[1:])
    ):
        return False
    parts = _parts_of(claim, starts, column, bodies)
    if parts is None:
        return False
    first, end = starts[0], parts[-1].end
    moved: list[str] = []
    for place, at in enumerate(order):
        part = parts[at]
        own = bodies[part.key : part.end]
        own[0] = (" " * column if place else prefix) + own[0][column:]
        moved += (*bodies[part.start : part.key], *own)
    bodies[first:end] = moved
    return True


class _Part(NamedTuple):
    """The lines of one key: comments above it, the key, and the rest of its value."""

    start: int
    key: int
    end: int


def _parts_of(
    claim: Mapping, starts: list[int], column: int, bodies: list[str]
) -> list[_Part] | None:
    """The lines of each key of a claim; None if a line is not clearly of one of them."""
    values = [value for _, value in claim.entries.values()]
    ends = [*starts[1:], _end_of(starts[-1] + 1, column, bodies)]
    known = set(starts)
    for at in range(starts[0] + 1, ends[-1]):
        body = bodies[at]
        if at in known or _is_blank(body) or _is_comment(body):
            continue
        if _indent(body) <= column and not f"{body[column:]} ".startswith("- "):
            return None
    parts: list[_Part] = []
    above = starts[0]
    for value, start, end in zip(values, starts, ends, strict=True):
        first = _value_text(value, bodies)
        stop = end
        while stop > start + 1 and _is_beside(bodies[stop - 1], column, first):
            stop -= 1
        while stop < end and _is_blank(bodies[stop]) and end != ends[-1]:
            stop += 1  # blank lines stay below the value
        if first in ("'", '"') and value.end_mark.line >= stop:
            return None
        parts.append(_Part(above, start, stop))
        above = stop
    return parts


def _end_of(at: int, column: int, bodies: list[str]) -> int:
    """The first line from here on that is of no key at this column."""
    while at < len(bodies):
        body = bodies[at]
        if not _is_blank(body) and not _is_comment(body) and _indent(body) < column:
            break
        at += 1
    return at


def _is_beside(body: str, column: int, first: str) -> bool:
    """A line that is no part of the value above it; in a text block a # may be of the text."""
    if _is_blank(body):
        return True
    return _is_comment(body) and (first not in ("|", ">") or _indent(body) <= column)


def _value_text(value: Node, bodies: list[str]) -> str:
    """The character that a value begins with."""
    start = value.start_mark
    return bodies[start.line][start.column : start.column + 1] if start.line < len(bodies) else ""


def _sorted(keys: list[str]) -> list[int]:
    """The places of the keys in order; one that is not known stays behind the one before it."""
    ranks: list[int] = []
    for key in keys:
        known = ORDER.index(key) if key in ORDER else None
        ranks.append(known if known is not None else ranks[-1] if ranks else -1)
    return sorted(range(len(keys)), key=ranks.__getitem__)


# Blanks


def _without_blanks(text: str, document: Document | None) -> tuple[str, int]:
    """The text with no blanks at the ends of lines, but within values, and how many had some."""
    if document is None or document.root is None:
        return text, 0
    within: set[int] = set()
    _each_scalar(document.root, lambda one: within.update(_all_but_last(one)))
    lines = _Lines(text)
    count = 0
    for at, body in enumerate(lines.bodies):
        bare = body.rstrip(" \t")
        if bare != body and at not in within:
            lines.bodies[at] = bare
            count += 1
    return lines.text(), count


def _all_but_last(scalar: Scalar) -> range:
    return range(scalar.start_mark.line, scalar.end_mark.line)


def _each_scalar(node: Node, do: Callable[[Scalar], None]) -> None:
    if isinstance(node, Scalar):
        do(node)
    elif isinstance(node, Sequence):
        for one in node.items:
            _each_scalar(one, do)
    else:
        for key, value in node.entries.values():
            do(key)
            _each_scalar(value, do)


_ODD_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
"""Line breaks of YAML that editors do not count as lines."""
_DASH = re.compile(" *(?:- +)?")
_NUMBERED = re.compile(r"\bclaim_\d+\b")
_MOST_WORDS = 5
_LONGEST = 40
_LITTLE = frozenset(
    "a an the of in on at to for and or by more than less fewer about around nearly almost over "
    "under up just some roughly approximately at least most only exactly".split()
)
_RESERVED = {"sum", "min", "max", "abs", "mean", "over", "share", "change", "points"}
"""What checks call their functions."""
