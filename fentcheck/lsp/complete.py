"""What may be written at a place of a claims file, by the line up to it: half a file is enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.book.read import CLAIM_KEYS, HEADER_KEYS
from fentcheck.book.vocabulary import Vocabulary
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.rules.registry import RULES
from fentcheck.units.table import NAMES, UNITS

MOST = 200


class Choice(NamedTuple):
    """A word that fits, with what it stands in place of: that many characters before the place."""

    text: str
    kind: str
    detail: str
    replaces: int


def choices(
    lines: list[str], line: int, column: int, vocabulary: Vocabulary, ids: Iterable[str]
) -> list[Choice]:
    """The words for a place, 0-based, in code points."""
    before = lines[line][:column] if line < len(lines) else ""
    found = list(_choices(lines, line, before, vocabulary, list(ids)))
    return found[:MOST]


def _choices(
    lines: list[str], line: int, before: str, vocabulary: Vocabulary, ids: list[str]
) -> Iterator[Choice]:
    section = _section(lines, line)
    key = _KEY.fullmatch(before)
    if key:
        used = _used(lines, line, len(key["margin"]))
        for name in _KEYS.get(section, ()):
            if name not in used and name.startswith(key["word"]):
                yield Choice(f"{name}: ", "key", "", len(key["word"]))
        return
    begun = _VALUE.match(before)
    if begun is None:
        return
    name, value = begun["key"], before[begun.end() :]
    word = _LAST_WORD.search(before)
    typed = word.group() if word else ""
    if name in ("part_of", "share_of", "change", "claims") and section != "article":
        yield from _matching(ids, typed, "claim")
    elif name == "that":
        if value.count('"') % 2 == 0:
            yield from _matching(ids, typed, "claim")
            yield from _matching(_FUNCTIONS, typed, "function")
    elif name == "code":
        for rule in RULES:
            if rule.code.startswith(value.strip().upper()):
                yield Choice(rule.code, "rule", rule.name, len(value.lstrip()))
    elif name == "measure":
        for measure in sorted(vocabulary.names):
            if measure.startswith(value.strip().lower()):
                yield Choice(measure, "measure", "", len(value.lstrip()))
    elif name == "of":
        yield from _scope(value, typed, vocabulary)
    elif name in _WORDS_OF:
        yield from _matching(_WORDS_OF[name], typed, "word")
    elif name in ("value", "also"):
        behind = _UNIT.search(value)
        if behind:
            yield from _units(behind["unit"])


def _scope(value: str, typed: str, vocabulary: Vocabulary) -> Iterator[Choice]:
    in_pair = value.rpartition("{")[2].rpartition(",")[2]
    dimension, colon, term = in_pair.partition(":")
    if not colon:
        for one in sorted(vocabulary.wider):
            if one.startswith(dimension.strip()):
                yield Choice(f"{one}: ", "dimension", "", len(dimension.lstrip()))
        return
    for one in sorted(vocabulary.wider.get(dimension.strip(), ())):
        if one.startswith(term.strip().lower()):
            yield Choice(one, "term", dimension.strip(), len(term.lstrip()))


def _units(begun: str) -> Iterator[Choice]:
    names = (name for name in NAMES if name.startswith(begun.lower()) and name.isascii())
    for name in sorted(names, key=lambda one: (len(one), one)):
        canonical = NAMES[name]
        if canonical in UNITS:
            detail = "" if canonical == name else canonical
            yield Choice(name, "unit", detail, len(begun))


def _matching(words: Iterable[str], typed: str, kind: str) -> Iterator[Choice]:
    for word in words:
        if word.startswith(typed):
            yield Choice(word, kind, "", len(typed))


def _section(lines: list[str], line: int) -> str:
    """The part of the file that a line lies in: the last key at the margin before it."""
    for number in range(min(line, len(lines) - 1), -1, -1):
        found = _HEADING.match(lines[number])
        if found and number < line:
            return found["key"]
    return ""


def _used(lines: list[str], line: int, margin: int) -> set[str]:
    """The keys of the same mapping: the lines around with the same margin, up to a dash."""
    found: set[str] = set()
    for step in (-1, 1):
        number = line if step == -1 else line + 1
        while 0 <= number < len(lines):
            entry = _ENTRY.match(lines[number])
            if lines[number].strip() and entry is None:
                break
            if entry:
                width = len(entry["margin"])
                if width < margin or (step == 1 and entry["dash"] and width == margin):
                    break
                if width == margin and number != line:
                    found.add(entry["key"])
                if entry["dash"] and width == margin and step == -1:
                    break
            number += step
    return found


_HEADING = regex(r"(?P<key>[a-z]+):")
_KEY = regex(r"(?P<margin>[ ]*(?:- )?)(?P<word>[a-z_]*)")
_ENTRY = regex(r"(?P<margin>[ ]*(?P<dash>- )?)(?P<key>[a-z_]+):")
_VALUE = regex(r"[ ]*(?:- )?(?P<key>[a-z_]+):\s")
_LAST_WORD = regex(r"[A-Za-z_][\w.]*$")
_UNIT = regex(r"(?:[\d.,]+|million|billion|thousand|dozen) ?/?(?P<unit>[A-Za-z]*)$")
_ORDER = (
    "id", "quote", "at", "measure", "of", "period", "statistic", "value", "also", "by", "part_of",
    "share_of", "parts", "overlapping", "change", "superlative", "hypothetical", "note",
)  # fmt: skip
assert set(_ORDER) == CLAIM_KEYS
_KEYS = {
    "": ("article", "claims", "checks", "waivers"),
    "article": tuple(sorted(HEADER_KEYS)),
    "claims": _ORDER,
    "checks": ("id", "that", "note"),
    "waivers": ("code", "claims", "reason", "until"),
}
_FUNCTIONS = ("sum(", "min(", "max(", "abs(", "mean(", "over(", "share(", "change(", "points(")
_WORDS_OF = {
    "statistic": ("total", "mean", "median", "maximum", "minimum"),
    "parts": ("exhaustive",),
    "overlapping": ("true",),
    "superlative": ("highest", "lowest"),
    "locale": ("en-US", "en-GB", "en-CA", "en-AU", "en-IN"),
}
