from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.claim import Claim
from fentcheck.book.subject import Subject
from fentcheck.expressions.tree import Comparison, Named
from fentcheck.rules.relation import Relation, Wording
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.rules.statements import side_of, statements


@rule("FC103", "reference-disagrees", Severity.BY_VERDICT)
def reference_disagrees(book: Book) -> Yields:
    """A figure is not the one of a reference that was known when the article was published.

    Why: the figure can be looked up, and readers will.
    Mend: correct the figure, or give it the scope or the period that it is really about. References
    are trusted: one counts from when it was certainly known until its successor may have been, and
    an article that agrees with any of those in force is right. Where a reference says
    “confirmed: false”, look it up first.
    Example:

        references:
          source: {publisher: Office of Rivers, known_from: 2023-02}
          claims:
            - id: salmon_2022
              measure: salmon counted
              of: {river: Tay}
              period: 2022
              value: 7,630 salmon
        article: {published: 2023-06}
        claims:
          - id: salmon
            measure: salmon counted
            of: {river: Tay}
            period: 2022
            value: 6,730 salmon   # expect: FC103 contradicted Office of Rivers
    """
    references = book.settings.references
    if not references:
        return
    quantities: dict[Subject, list[Claim]] = {}
    for claims in book.by_subject.values():
        subject = book.shared_subject(claims[0])
        if subject is not None:
            quantities.setdefault(subject, []).extend(claims)
    for subject, claims in quantities.items():
        trusted = references.about(subject, book.written)
        if trusted:
            yield from _relations(book, claims, trusted)


def _relations(book: Book, claims: list[Claim], trusted: tuple[Claim, ...]) -> Yields:
    names = {claim.name for claim in trusted}
    for group in statements([*trusted, *claims], book.kind(claims[0])):
        own = [claim for claim in group.claims if claim.name not in names]
        known = [claim for claim in group.claims if claim.name in names]
        if not own or not known:
            continue
        last = max(own, key=lambda claim: claim.place)
        yield Relation(
            code="FC103",
            stated=side_of(last, group.period),
            comparison=Comparison.EQUAL,
            computed=Named(known[0].name),
            claims=(*known, *own),
            path=last.path,
            at=last.span(),
            wording=Wording.REFERENCE,
            period=group.period,
            trusted=tuple(known),
        )
