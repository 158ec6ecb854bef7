"""Which scopes lie inside which others, and which spans others reach over.

Nothing is compared each with each: what is looked at is little more than what is found.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from fentcheck.book.vocabulary import Scope, Vocabulary

Span = tuple[float, float]
"""From where to where something reaches."""


class Nesting:
    """Which of some scopes lie round a scope of theirs.

    Each is looked for where a scope inside it would have to be: at the one of its terms that the
    fewest of them speak of, or of a term inside it.
    """

    def __init__(self, scopes: Iterable[Scope], vocabulary: Vocabulary) -> None:
        self._wider = vocabulary.wider
        self._all: Scope | None = None
        self._by_term: dict[tuple[str, str], list[Scope]] = {}
        each = dict.fromkeys(scopes)
        spoken_of = Counter(term for scope in each for term in self._terms(scope))
        for scope in each:
            if scope:
                rarest = min(scope, key=lambda term: spoken_of[term])
                self._by_term.setdefault(rarest, []).append(scope)
            else:
                self._all = scope

    def around(self, scope: Scope) -> Iterator[Scope]:
        """The other scopes that it lies inside of, each once."""
        if self._all is not None and scope:
            yield self._all
        terms = tuple(self._terms(scope))
        holds = set(terms).issuperset
        for term in terms:
            for wide in self._by_term.get(term, ()):
                if wide != scope and holds(wide):
                    yield wide

    def _terms(self, scope: Scope) -> Iterator[tuple[str, str]]:
        """Every term that a scope lies inside of, with its dimension; its own ones too."""
        for dimension, term in dict(scope).items():
            yield dimension, term
            for wider in self._wider.get(dimension, {}).get(term, ()):
                yield dimension, wider


def reaching_over(spans: Sequence[Span], asked: Sequence[Span]) -> Iterator[tuple[int, list[int]]]:
    """The place of each span asked about, with the places of those that reach over it.

    By where the spans asked about start. What begins no later is kept by where it ends, so that
    those meant lie side by side.
    """
    begun: list[tuple[float, int]] = []
    waiting = sorted(range(len(spans)), key=lambda place: spans[place][0], reverse=True)
    for place in sorted(range(len(asked)), key=lambda place: asked[place][0]):
        start, end = asked[place]
        while waiting and spans[waiting[-1]][0] <= start:
            one = waiting.pop()
            insort(begun, (spans[one][1], one))
        yield place, [one for _, one in begun[bisect_left(begun, (end, -1)) :]]
