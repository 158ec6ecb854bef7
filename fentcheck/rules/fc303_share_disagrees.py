from __future__ import annotations

from collections.abc import Mapping, Sequence

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.wholes import Whole, wholes
from fentcheck.expressions.tree import Comparison, Expression, Named, Operator, operation
from fentcheck.rules.relation import Relation, Wording, over
from fentcheck.rules.rule import Severity, Yields, rule


@rule("FC303", "share-disagrees", Severity.BY_VERDICT)
def share_disagrees(book: Book) -> Yields:
    """A share of a whole is not the part over the whole.

    Why: with part and whole in print, the reader can work the percentage out.
    Mend: correct the share, the part or the whole; or give the part the scope it really has.
    Example:

        claims:
          - id: members
            value: 1,200 members
          - id: present
            part_of: members
            value: 732 members
          - id: turnout
            share_of: members
            value: nearly 70%   # expect: FC303 strained 61%
    """
    for whole in wholes(book):
        alike: dict[object, list[Claim]] = {}
        for part in whole.parts if whole.shares else ():
            if part.measure is not None:
                alike.setdefault(_about(book, part, part.measure), []).append(part)
        for share in whole.shares:
            parts = _parts(book, whole, share, alike)
            for part in parts:
                yield _share_and_part(whole.claim, share, part)
            if not parts:
                yield _implied(whole.claim, share)


def _parts(
    book: Book, whole: Whole, share: Claim, alike: Mapping[object, list[Claim]]
) -> Sequence[Claim]:
    """The parts that the share speaks of: of one subject with it, or the only part there is."""
    same = alike.get(_about(book, share, share.measure)) if share.measure else None
    if same is None and len(whole.parts) == 1 and len(whole.shares) == 1:
        return whole.parts
    return same or ()


def _about(book: Book, claim: Claim, measure: str) -> object:
    """The measure of a claim with its scope and period; equal for what is alike."""
    period = claim.period.key if claim.period else None
    return book.vocabulary.measure(measure), claim.scope, period


def _share_and_part(whole: Claim, share: Claim, part: Claim) -> Relation:
    computed = operation(Operator.SHARE, Named(part.name), Named(whole.name))
    return _relation(Named(share.name), computed, (whole, share, part))


def _implied(whole: Claim, share: Claim) -> Relation:
    """The part is not printed; what it would be is worth showing."""
    computed = operation(Operator.MULTIPLY, Named(share.name), Named(whole.name))
    return _relation(None, computed, (whole, share))


def _relation(
    stated: Expression | None, computed: Expression, claims: tuple[Claim, ...]
) -> Relation:
    return over(claims, "FC303", Wording.SHARE_OF, stated, Comparison.EQUAL, computed)
