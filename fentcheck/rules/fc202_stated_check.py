from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim, StatedCheck
from fentcheck.expressions.parse import Fault
from fentcheck.expressions.tree import Expression, Named, Operation, Operator, operation
from fentcheck.rules.relation import Relation, Wording
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.unit import Kind


@rule("FC202", "stated-check", Severity.BY_VERDICT)
def stated_check(book: Book) -> Yields:
    """A relation that the file itself states under “checks” cannot be true.

    Why: the author of the file knows how the figures hang together; here they do not.
    Mend: correct the figure, or the check.
    Example:

        claims:
          - id: seized
            value: more than 27,000 pounds
          - id: dose
            value: exactly 2 mg/dose
          - id: doses
            value: 6 million doses
        checks:
          - that: doses == seized / dose   # expect: FC202 contradicted 6.12 billion
    """
    for check in book.article.checks:
        relation = _relation(book, check)
        if relation is not None:
            yield relation


def _relation(book: Book, check: StatedCheck) -> Relation | None:
    if isinstance(check.parsed, Fault):
        return None
    left, comparison, right = check.parsed
    claims: dict[str, Claim] = {}
    for named in check.named:
        claim = book.usable(named.name)
        if claim is None:
            return None
        claims[claim.name] = claim
    pair = None
    as_factor = _as_factor(book, left, right) or _as_factor(book, right, left)
    if as_factor is not None:
        left, right = (left, as_factor) if _is_change(right) else (as_factor, right)
    if isinstance(right, Named) and not isinstance(left, Named):
        left, comparison, right = right, comparison.flipped, left
    elif as_factor is None:
        pair = book.compiled(check)
    return Relation(
        code="FC202",
        stated=left,
        comparison=comparison,
        computed=right,
        claims=tuple(sorted(claims.values(), key=lambda claim: claim.place)),
        path=book.article.path,
        at=check.span,
        wording=Wording.CHECK,
        name=check.name,
        pair=pair,
    )


def _is_change(side: Expression) -> bool:
    return isinstance(side, Operation) and side.operator is Operator.CHANGE


def _as_factor(book: Book, stated: Expression, computed: Expression) -> Expression | None:
    """ "Doubled" is new over old, not the rise: the change put so, where a factor is stated."""
    if not isinstance(stated, Named) or not isinstance(computed, Operation):
        return None
    claim = book.usable(stated.name)
    if claim is None or claim.phrase is None or not _is_change(computed):
        return None
    if claim.phrase.unit.kind is not Kind.FACTOR and not claim.phrase.multiple:
        return None
    old, new = computed.operands
    return operation(Operator.DIVIDE, new, old)
