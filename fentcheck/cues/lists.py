"""How many items a list in running text has, where the words leave that open between bounds."""

from __future__ import annotations

import re

from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Listed(NamedTuple):
    """A list: where it stands, and the fewest and most items that it can be read to have."""

    start: int
    end: int
    fewest: int
    most: int


def list_at(text: str, start: int, end: int) -> Listed | None:
    """The list that is all of a stretch of text, or None where its items cannot be told.

    "Hale and Wolds council, Marlow council, and the Fens board": an "and" within an item may join
    two, but for the last. Items with verbs, or that begin with a number, are no items.
    """
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    end -= len(raw) - len(raw.rstrip(' .,;:!—–-\n”"'))
    if end - start > _LONGEST_LIST or "\n" in text[start:end]:
        return None
    words = _ENTITY.sub(" ", _BRACKETS.sub("", text[start:end]))
    words = _LAST_ALSO.sub(", and ", words)
    words = _ALSO.sub(", ", words)
    if ";" in words:
        parts = [part for part in words.split(";") if part.strip()]
        fits = len(parts) > 1 and all(len(part.split()) <= _IN_LONG_ITEM for part in parts)
        return Listed(start, end, len(parts), len(parts)) if fits else None
    segments = [part for part in _COMMA.split(words) if part and not _AGE.fullmatch(part)]
    if not segments:
        return None
    if not len(segments) + segments[-1].count(" and ") > 1 or len(segments) > _MOST:
        return None
    oxford = len(segments) > 1 and segments[-1].startswith("and ")
    segments[-1] = segments[-1].removeprefix("and ")
    are_names = segments[0].removeprefix("the ")[:1].isupper()
    for segment in segments:
        if not _is_item(segment, are_names):
            return None
    ands = sum(segment.count(" and ") for segment in segments)
    fewest = len(segments)
    if not oxford:
        if not segments[-1].count(" and "):
            return None
        fewest += len(segments) > 1
    return Listed(start, end, fewest, len(segments) + ands)


def names_in(text: str) -> int:
    """How many persons or places `NAMES` has matched; "and" joins the last to the others."""
    return text.count(", ") + (", and " not in text) + 1


def _is_item(segment: str, are_names: bool) -> bool:
    first = segment.removeprefix("the ").removeprefix("a ").removeprefix("an ")
    if are_names and not (first[:1].isupper() and not segment.startswith(("a ", "an "))):
        return False
    return (
        bool(segment)
        and len(segment.split()) <= (_LONGEST if are_names else _SHORT)
        and not _NO_ITEM.search(segment)
        and not any(_COUNTED.match(part) for part in segment.split(" and "))
    )


_MOST = 15
_LONGEST_LIST = 400
_IN_LONG_ITEM = 20
"""J: characters of a list; words of an item, where items end with semicolons."""
_LONGEST = 8
_SHORT = 5
"""Words of an item; of one that is no name."""
_BRACKETS = regex(r" ?\([^()]{0,80}\)")
_ENTITY = regex(r"&[a-z]+;")
_PLUS = (
    r",? (?:plus|as well as|along with|together with|and also|and finally|and lastly"
    r"|not forgetting) "
)
_ALSO = regex(_PLUS)
_LAST_ALSO = regex(rf"{_PLUS}(?=[^,]*\Z)")
"""What joins one item more: "Corve and Marl, plus Linford"."""
_COMMA = regex(r",\s+")
_AGE = regex(r"(?:aged )?\d{1,3}")
_NO_ITEM = regex(
    r"\b(?:is|was|are|were|has|have|had|will|would|said|says|who|which|that|whose|where|when|while"
    r"|but|because|including|among|such as|others?|etc|went|came|voted|won|lost|took|for example"
    r"|more|respectively|both|either|or)\b|[“”\"]"
)
_COUNTED = regex(
    r"\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many) ", re.I
)
_WORD = r"(?:[A-Z]\.|[A-Z][\w’'-]{1,30})"
_ONE_NAME = rf"(?:the )?{_WORD}(?: (?:of |de |the )?{_WORD}){{0,3}}"
NAMES = regex(rf"{_ONE_NAME}(?:, {_ONE_NAME}){{0,9}},? and {_ONE_NAME}")
"""Some names, as "Ashby Vale, Corve and Stoke Dennis"."""
_WHEN = (
    r"(?:(?:1[6-9]|20)\d\d|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)"
)
WHENS = regex(rf"{_WHEN}(?:, {_WHEN}){{0,11}},? and (?:again in |in )?{_WHEN}")
"""Years, months or week days, as "1988, 1997 and 2006"."""
WHEN = regex(_WHEN)
MORE_NAMES = regex(rf"(?:(?:,? and|,|{_PLUS.rstrip()}) {_ONE_NAME})+")
"""What some names go on with: "Upper and Lower Hale" with ", Corve and Marl"."""
