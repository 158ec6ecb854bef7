"""Nested scopes and spans are those that a look at each with each finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fentcheck.book.nested import Nesting, reaching_over
from fentcheck.book.vocabulary import Scope, Vocabulary, read_vocabulary

WORDS, _ = read_vocabulary(
    "dimensions:\n"
    "  place: [world > uk > york, world > us, ring > round > ring]\n"
    "  age: old > oldest\n"
)
TERMS = {
    "place": ("world", "uk", "york", "us", "ring", "round", "elsewhere"),
    "age": ("old", "oldest", "young"),
    "sex": ("f", "m"),
}
NO_WORDS = Vocabulary({}, {}, {})


@st.composite
def scopes(draw: st.DrawFn) -> Scope:
    names = draw(st.sets(st.sampled_from(sorted(TERMS))))
    return tuple((name, draw(st.sampled_from(TERMS[name]))) for name in sorted(names))


@given(st.lists(scopes(), max_size=30), st.sampled_from([WORDS, NO_WORDS]))
def test_scopes_are_found_once_and_all(some: list[Scope], words: Vocabulary) -> None:
    nesting = Nesting(some, words)
    for scope in some:
        expected = {one for one in some if one != scope and words.is_within(scope, one)}
        assert sorted(nesting.around(scope)) == sorted(expected)


ends = st.integers(0, 9) | st.sampled_from([float("-inf"), float("inf")])
spans = st.lists(st.tuples(ends, ends), max_size=30)


@given(spans, spans)
def test_spans_are_found_once_and_all(
    some: list[tuple[float, float]], asked: list[tuple[float, float]]
) -> None:
    found = dict(reaching_over(some, asked))
    assert sorted(found) == list(range(len(asked)))
    for place, (start, end) in enumerate(asked):
        expected = [one for one, (begin, last) in enumerate(some) if begin <= start and last >= end]
        assert sorted(found[place]) == expected
