"""What to write in a file so that a mend takes effect: for tools that edit it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fentcheck.book.claim import Claim
from fentcheck.book.span import Span
from fentcheck.engine.check import Source
from fentcheck.engine.offer import Offer
from fentcheck.engine.slips import shown
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.record import NamedTuple


class Replacement(NamedTuple):
    """What takes the place of a stretch of the file."""

    span: Span
    text: str


def replacements(offer: Offer, source: Source, lines: Sequence[str]) -> tuple[Replacement, ...]:
    """The edits of a file, whose lines are given, that make an offer good; empty if there are none.

    The number alone is replaced, in the value and in the quote that repeats it; hedge and unit
    stay. There is no edit where the offer changes more than a number, where the number does not
    stand in the file as it is read, or where the article's text would have to follow.
    """
    checked = source.checked
    claim = checked.book.by_name.get(offer.claim or "")
    if claim is None or claim.path != checked.article.path or checked.article.text is not None:
        return ()
    value = _mended(claim, offer, source)
    if value is None:
        return ()
    edits = [_edit(lines, claim.span(), claim.value, value)]
    words = claim.node.texts.get("quote")
    if words is not None:
        old, new = _difference(claim.value, value)
        if words.count(old) != 1:
            return ()
        edits.append(_edit(lines, claim.span("quote"), words, words.replace(old, new)))
    return tuple(edit for edit in edits if edit is not None) if None not in edits else ()


def _mended(claim: Claim, offer: Offer, source: Source) -> str | None:
    """The claim's value with the number of the offer; it reads as before but for the number."""
    number = _NUMBER.match(offer.text)
    if number is None or claim.phrase is None:
        return None
    book = source.checked.book
    lexicon = book.settings.lexicons(source.checked.article.locale)
    before = read_phrase(claim.value, lexicon)
    if not isinstance(before, Phrase):
        return None
    for found in _NUMBER.finditer(claim.value):
        for new in _ways(number[0], found[0]):
            value = claim.value[: found.start()] + new + claim.value[found.end() :]
            after = read_phrase(value, lexicon)
            if not isinstance(after, Phrase):
                continue
            is_alike = before == after._replace(
                text=before.text, low=before.low, figure=before.figure
            )
            if is_alike and shown(after._replace(unit=claim.phrase.unit)) == offer.text:
                return value
    return None


def _ways(number: str, old: str) -> Iterator[str]:
    """A number as it is displayed, if the old one has such commas, and in digits alone.

    Between braces YAML ends a value at a comma.
    """
    if "," in old:
        yield number
    yield number.replace(",", "").replace("−", "-")


def _difference(old: str, new: str) -> tuple[str, str]:
    """The numbers in which two texts differ."""
    olds, news = _NUMBER.findall(old), _NUMBER.findall(new)
    pairs = zip(olds, news, strict=False)
    return next(((one, other) for one, other in pairs if one != other), (old, new))


def _edit(lines: Sequence[str], span: Span, old: str, new: str) -> Replacement | None:
    """The edit of one value, in the quotes that it stands in; None if it stands there otherwise."""
    if span.line != span.end_line or span.line > len(lines):
        return None
    line = lines[span.line - 1]
    raw = line[span.column - 1 : span.end_column - 1]
    mark = raw[:1] if raw[:1] in _QUOTES and raw[-1:] == raw[:1] else ""
    if raw != f"{mark}{old}{mark}":
        return None
    return Replacement(span, f"{mark}{new}{mark}")


_NUMBER = re.compile(
    r"[-−]?\d[\d,]*(?:\.\d+)?(?: (?:hundred|thousand|million|billion|trillion)\b)?"
)
_QUOTES = ("'", '"')
