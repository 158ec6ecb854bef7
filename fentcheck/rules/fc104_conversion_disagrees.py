from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.expressions.tree import Comparison, Named, Quoted
from fentcheck.phrases.hedges import Hedge
from fentcheck.phrases.phrase import Phrase
from fentcheck.rules.relation import Wording, over
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.unit import comparable, difference


@rule("FC104", "conversion-disagrees", Severity.BY_VERDICT)
def conversion_disagrees(book: Book) -> Yields:
    """A figure and its conversion to another unit cannot both be true.

    Why: the reader of one unit is told something else than the reader of the other.
    Mend: convert again. A hedge before the figure holds for its conversion too.
    Example:

        claims:
          - id: seized
            value: 22 pounds   # expect: FC104 contradicted 9.98
            also: 48 kg
    """
    for claim in book.linked:
        if claim.also is None or claim.phrase is None:
            continue
        also = carried(claim.phrase, claim.also)
        if not comparable(claim.phrase.unit, also.unit):
            continue
        value = Named(claim.name)
        yield over([claim], "FC104", Wording.CONVERTED, Quoted(also), Comparison.EQUAL, value)


def carried(value: Phrase, also: Phrase) -> Phrase:
    """The conversion with the hedge and the direction of the figure, where it has none."""
    if not also.hedges:
        hedges = tuple(hedge for hedge in value.hedges if hedge is not Hedge.EXACT)
        also = also._replace(hedges=hedges)
    if value.direction is not None and also.direction is None:
        also = also._replace(direction=value.direction, unit=difference(also.unit))
    return also
