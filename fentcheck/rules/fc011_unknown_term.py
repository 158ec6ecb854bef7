from __future__ import annotations

from fentcheck.book.book import Book
from fentcheck.book.document import Mapping, Scalar, span_of
from fentcheck.book.span import Problem
from fentcheck.book.vocabulary import folded
from fentcheck.rules.rule import Severity, Yields, rule
from fentcheck.units.names import nearest_name


@rule("FC011", "unknown-term", Severity.NOTE)
def unknown_term(book: Book) -> Yields:
    """A measure or a term of a scope is not in the project's vocabulary.

    Why: two spellings of one thing are two things, and their figures never meet.
    Mend: use the vocabulary's word, or add this one to vocabulary.yaml.
    Example:

        vocabulary:
          measures: {overdose deaths: {kind: flow}}
        claims:
          - id: deaths
            measure: overdose death   # expect: FC011 overdose deaths
            value: 12 people
    """
    vocabulary = book.vocabulary
    if vocabulary.is_empty:
        return
    for claim in book.article.claims:
        if vocabulary.has(claim.measure, claim.scope):
            continue
        measure = claim.node.get("measure")
        if isinstance(measure, Scalar) and folded(measure.value) not in vocabulary.names:
            meant = nearest_name(measure.value, vocabulary.names)
            yield _unknown(measure, f"the measure “{measure.value}”", meant, claim.name)
        scope = claim.node.get("of")
        if not isinstance(scope, Mapping):
            continue
        for dimension, (key, term) in scope.entries.items():
            terms = vocabulary.wider.get(folded(dimension))
            if terms is None:
                meant = nearest_name(dimension, vocabulary.wider)
                yield _unknown(key, f"the dimension “{dimension}”", meant, claim.name)
            elif isinstance(term, Scalar) and folded(term.value) not in terms:
                meant = nearest_name(term.value, terms)
                yield _unknown(term, f"the {dimension} “{term.value}”", meant, claim.name)


def _unknown(node: Scalar, what: str, meant: str | None, claim: str) -> Problem:
    hint = f"; did you mean “{meant}”?" if meant else ""
    return Problem("FC011", span_of(node), f"{what} is not in the vocabulary{hint}", (claim,))
