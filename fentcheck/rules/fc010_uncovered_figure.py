from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from fentcheck.book.anchors import anchors, left_out
from fentcheck.book.book import Book
from fentcheck.book.span import Problem, Span
from fentcheck.phrases.phrase import Phrase
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.unit import Rational


@rule("FC010", "uncovered-figure", Severity.NOTE)
def uncovered_figure(book: Book) -> Yields:
    """A quantity in the article's text is quoted by no claim.

    Why: what is in no claim is checked against nothing.
    Mend: give it a claim with its quote. Dates, ages, ordinals and the numbers of telephones,
    rooms, routes, models and bills want none; nor does a figure that a claim has already.
    Example:

        the text:
          On 3 May the harbour lost 14 boats and
          21 nets.   <!-- expect: FC010 21 nets -->
        article: {text: text.md}
        claims:
          - id: boats_lost
            quote: 14 boats
            value: 14 boats
    """
    text = book.text
    if text is None or text.document is None or left_out(book) is not None:
        return
    # What reads prose costs as much as a whole run on claims alone.
    from fentcheck.prose.mention import Role
    from fentcheck.prose.scan import Stop, find_quantities

    document = text.document
    covered = _joined(place for anchor in anchors(book) for place in anchor.meant)
    starts = [start for start, _ in covered]
    said: dict[Rational, list[Phrase]] = defaultdict(list)
    for claim in book.article.claims:
        if claim.phrase is not None:
            said[claim.phrase.low.value].append(claim.phrase)
    stops: list[Stop] = []
    for mention in find_quantities(document.text, book.lexicon, stops=stops):
        if mention.role is Role.AGE:
            continue
        at = bisect_right(starts, mention.figure_end - 1) - 1
        if at >= 0 and covered[at][1] > mention.figure_start:
            continue
        phrase = mention.phrase
        if phrase and any(_is_same(phrase, one) for one in said.get(phrase.low.value, ())):
            continue
        span = Span(*document.place(mention.start, mention.end))
        words = " ".join(mention.text.split())
        yield Problem("FC010", span, f"no claim covers “{words}”", path=text.path)
    for stop in stops:
        span = Span(*document.place(stop.start, stop.start + 1))
        yield Problem("FC010", span, stop.message, path=text.path)


def _is_same(printed: Phrase, claimed: Phrase) -> bool:
    """One number in one unit; either may leave out what it counts."""
    if (printed.high and printed.high.value) != (claimed.high and claimed.high.value):
        return False
    one, other = printed.unit.dimensions, claimed.unit.dimensions
    nouns = [{base for base, _ in unit if base[0] == "#"} for unit in (one, other)]
    if all(nouns):
        return one == other
    return [base for base in one if base[0][0] != "#"] == [
        base for base in other if base[0][0] != "#"
    ]


def _joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined
