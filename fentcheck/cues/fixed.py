"""Values that a relation brings with it and no draft prints: "200 to 366 days", "exactly 1 day"."""

from __future__ import annotations

from functools import lru_cache

from fentcheck.expressions.tree import Quoted
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.units.names import Lexicon


@lru_cache(maxsize=64)
def fixed(text: str) -> Quoted:
    """A value phrase of ours as an operand. It is read as the phrases of claims are."""
    phrase = read_phrase(text, Lexicon())
    assert isinstance(phrase, Phrase), text
    return Quoted(phrase)
