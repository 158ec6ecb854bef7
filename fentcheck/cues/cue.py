"""What a cue is: words that tie figures of a draft, and the relation that they say.

A cue is one file of this package, a function from a draft to what it finds there; its docstring is
its documentation: what words it reads, an example of a finding and a tempting one that is clean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum

from fentcheck.cues.draft import Draft
from fentcheck.expressions.tree import Comparison, Expression
from fentcheck.prose.mention import Mention
from fentcheck.record import NamedTuple
from fentcheck.rules.relation import Wording


class Sure(IntEnum):
    """How sure it is that the words say this.

    A guess explains a figure where it holds, and is never told of where it fails.
    """

    GUESS = 0
    LIKELY = 1
    SAID = 2


class Found(NamedTuple):
    """A relation that the words of a draft say, or may say, of some of its figures.

    `about` is the figure that it would explain. Of several relations about one figure one that
    holds is enough: the figure is explained, and the others were misread. Where all fail, the
    surest is told of. `code` is the rule that it is told under.

    `figures` may hold dates and what `Draft.made` has made, too. `told` is what an editor reads
    where it fails; without it, the arithmetic.
    """

    about: Mention
    code: str
    stated: Expression | None
    comparison: Comparison
    computed: Expression
    figures: tuple[Mention, ...]
    sure: Sure = Sure.SAID
    wording: Wording = Wording.CHECK
    told: str = ""


class Cue(NamedTuple):
    """One cue, with its name and what it finds."""

    name: str
    find: Callable[[Draft], Iterator[Found]]

    @property
    def documentation(self) -> str:
        return self.find.__doc__ or ""


def cue(name: str) -> Callable[[Callable[[Draft], Iterator[Found]]], Cue]:
    """Makes a function a cue. It is registered by its line in `registry`."""

    def made(find: Callable[[Draft], Iterator[Found]]) -> Cue:
        return Cue(name, find)

    return made
