from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.change import change_between
from fentcheck.expressions.tree import Comparison, Named
from fentcheck.rules.fc402_impossible_change import is_impossible
from fentcheck.rules.relation import Wording, over
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC401", "change-disagrees", Severity.BY_VERDICT)
def change_disagrees(book: Book) -> Yields:
    """A rise or fall is not what lies between the two figures that it runs from and to.

    Why: the reader who has both figures works the change out, from the old one.
    Mend: work it out again: new over old, less one. From 40% to 50% is 10 percentage points,
    or a rise of 25%; “up 300%” is four times as much.
    Example:

        claims:
          - id: before
            value: 40%
          - id: after
            value: 50%
          - id: rise
            change: {from: before, to: after}
            value: a 10% increase   # expect: FC401 contradicted 25%
    """
    for claim in book.linked:
        if claim.phrase is None or claim.change is None or is_impossible(book, claim):
            continue
        old, new = book.usable(claim.change.old), book.usable(claim.change.new)
        if old is None or new is None or len({old.name, new.name, claim.name}) < 3:
            continue
        stated, computed = Named(claim.name), change_between(claim.phrase, old, new)
        claims = (old, new, claim)
        yield over(claims, "FC401", Wording.CHANGE, stated, Comparison.EQUAL, computed)
