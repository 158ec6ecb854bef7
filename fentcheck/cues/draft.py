"""A draft as the cues see it: its text, its sentences, and the figures in it.

Everything is found once and looked up from then on; a cue looks at a bounded stretch of text round
a figure, so that the whole stays linear.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from fentcheck.book.span import Span
from fentcheck.expressions.tree import Named, Quoted
from fentcheck.phrases.phrase import lowered
from fentcheck.prose.document import Document, whole
from fentcheck.prose.document import Kind as BlockKind
from fentcheck.prose.folded import fold
from fentcheck.prose.mention import Mention, Role
from fentcheck.prose.scan import Stop, quantities_of
from fentcheck.prose.sentences import sentence_starts
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.regex import regex
from fentcheck.units.names import Lexicon
from fentcheck.units.unit import NUMBER

if TYPE_CHECKING:
    from typing import Any, TypeVar

    _Found = TypeVar("_Found")

STEM = "draft"
"""What claims from a draft are filed under: their names are "draft.n1", "draft.n2"."""
NEAR = 3
"""J: figures so many sentences apart may be about the same thing without saying so."""
_LONGEST = 1000
"""J: characters before and behind a figure; a sentence that is longer is a list, or no prose."""
_MOST_BESIDE = 24
"""J: figures on either side that a reader can have in mind; more are a list, or a table."""


class Sentence(NamedTuple):
    """A sentence by its offsets in the text, its end exclusive, white space behind it included."""

    start: int
    end: int


class Draft:
    """A text with its sentences and figures, in order.

    `figures` are the mentions that are quantities; `others` are dates, ages, times, ordinals and
    whatever else has digits and is no quantity of its own. `stop` tells where reading ended, if
    there are more figures than are compared.
    """

    __slots__ = (
        "_begins",
        "_ends",
        "_found",
        "_indices",
        "_other_starts",
        "_starts",
        "document",
        "figures",
        "locale",
        "lower",
        "mentions",
        "others",
        "sentences",
        "stop",
        "text",
    )

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        locale: str = "en-US",
        stop: Stop | None = None,
    ) -> None:
        self.document = document
        self.stop = stop
        self.text = text = document.text
        self.locale = locale
        self.lower = _WHITE.sub(" ", lowered(text))
        self.sentences = tuple(sentences)
        self._begins = [one.start for one in self.sentences]
        self._ends = [one.end for one in self.sentences]
        self.mentions = tuple(mentions)
        self.figures = tuple(one for one in mentions if one.is_quantity)
        self.others = tuple(one for one in mentions if not one.is_quantity)
        self._starts = [one.start for one in self.figures]
        self._other_starts = [one.start for one in self.others]
        self._found: dict[object, Any] = {}
        self._indices = {start: index for index, start in enumerate(self._starts)}

    def name(self, mention: Mention) -> str:
        """The name of the claim that a figure becomes; of a date or a list, by where it stands."""
        index = self._indices.get(mention.start)
        if index is None or self.figures[index] != mention:
            return f"{STEM}.at{mention.start}"
        return f"{STEM}.n{index + 1}"

    def made(self, start: int, end: int) -> Mention:
        """A stretch of the text that is no figure as scanned but has its part in a relation: a
        list, a name, a year. It has no value of its own.
        """
        line = self.document.place(start, end)[0]
        sentence = bisect_right(self.sentences, (start, len(self.text) + 1)) - 1
        return Mention(
            line, start, end, self.text[start:end], Role.SECTION, None, "=", None, "", "", "", "",
            "", start, end, max(sentence, 0), "", None,
        )  # fmt: skip

    def named(self, mention: Mention) -> Named:
        """The figure as an operand."""
        return Named(self.name(mention))

    def named_as(self, mention: Mention, other: Mention) -> Named | Quoted:
        """The figure as an operand beside another, whose unit it has where it is printed with
        none of its own: the 310 of "from 310 to 480 tonnes", the £640 of "from £640 to £900 a
        month".
        """
        if mention.phrase is None or other.phrase is None:
            return self.named(mention)
        own, unit = mention.phrase.unit, other.phrase.unit
        if own.dimensions == unit.dimensions or Role.COUNT is mention.role is other.role:
            return self.named(mention)
        if other.role in (Role.COUNT, Role.AGE):
            unit = NUMBER
        return Quoted(mention.phrase._replace(unit=unit))

    def once(self, find: Callable[[Draft], _Found]) -> _Found:
        """What a function finds in this draft, found once."""
        found: _Found = self._found.get(find, _UNKNOWN)
        if found is _UNKNOWN:
            found = self._found[find] = find(self)
        return found

    # Where things stand

    def sentence(self, mention: Mention) -> Sentence:
        """The sentence of a figure; of one as long as a page, the stretch round the figure."""
        whole = self.sentences[mention.sentence]
        if whole[1] - whole[0] <= _LONGEST:
            return whole
        start = max(whole.start, mention.start - _LONGEST)
        return Sentence(start, min(whole.end, mention.end + _LONGEST))

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that an offset of the text lies in."""
        return self.sentences[max(bisect_right(self._begins, offset) - 1, 0)]

    def with_figures(self, also_before: int = 0) -> Iterator[Sentence]:
        """The sentences that hold figures, and so many before each."""
        done = -1
        for one in self.figures:
            for index in range(max(one.sentence - also_before, done + 1), one.sentence + 1):
                yield self.sentences[index]
            done = one.sentence

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The figures that begin in a stretch of the text."""
        return self.figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def beside(
        self, mention: Mention, sentences: int = 0, most: int = _MOST_BESIDE
    ) -> tuple[Mention, ...]:
        """The other figures of the same sentence, and of so many sentences before and after; of
        a sentence packed with figures those that stand nearest.
        """
        at = mention.sentence
        starts, ends = self._starts, self._ends
        middle = bisect_left(starts, mention.start)
        low = bisect_left(
            starts, self._begins[max(0, at - sentences)], max(0, middle - most), middle
        )
        last = ends[min(len(ends) - 1, at + sentences)]
        high = bisect_left(starts, last, middle, min(len(starts), middle + 1 + most))
        return tuple([one for one in self.figures[low:high] if one is not mention])

    def previous(self, mention: Mention) -> Mention | None:
        index = self._indices[mention.start]
        return self.figures[index - 1] if index else None

    def following(self, mention: Mention) -> Mention | None:
        index = self._indices[mention.start] + 1
        return self.figures[index] if index < len(self.figures) else None

    # The words round a figure, in lower case

    def before(self, mention: Mention, most: int = 80) -> str:
        """The words of its sentence before a figure, the nearest so many characters of them."""
        end = mention.start
        start = end - (most if most < _LONGEST else _LONGEST)
        begin = self._begins[mention.sentence]
        return self.lower[begin if begin > start else start : end]

    def after(self, mention: Mention, most: int = 80) -> str:
        """The words of its sentence behind a figure."""
        start = mention.end
        end = start + (most if most < _LONGEST else _LONGEST)
        stop = self._ends[mention.sentence]
        return self.lower[start : stop if stop < end else end]

    def between(self, one: Mention, other: Mention) -> str:
        """The words between two figures, whichever comes first."""
        first, second = (one, other) if one.start < other.start else (other, one)
        return self.lower[first.end : second.start]

    def are_of_one_paragraph(self, one: Mention, other: Mention) -> bool:
        """No blank line stands between two figures."""
        first, second = (one, other) if one.start < other.start else (other, one)
        return _BREAK.search(self.text, first.end, second.start) is None

    def are_of_one_section(self, one: Mention, other: Mention) -> bool:
        """No heading stands between two figures, but for one that is right under another."""
        sections = self.once(_sections)
        return bisect_right(sections, one.start) == bisect_right(sections, other.start)

    def words(self, mention: Mention) -> str:
        """The whole sentence of a figure."""
        sentence = self.sentence(mention)
        return self.lower[sentence.start : sentence.end]

    def others_within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Dates, ages, times and ordinals that begin in a stretch of the text."""
        starts = self._other_starts
        return self.others[bisect_left(starts, start) : bisect_left(starts, end)]

    def span(self, start: int, end: int) -> Span:
        """A stretch of the text by lines and columns of the draft's file."""
        return Span(*self.document.place(start, end))


def _sections(draft: Draft) -> list[int]:
    """Where headings begin that follow on text."""
    blocks = draft.document.blocks
    return [
        block.start
        for before, block in pairwise(blocks)
        if block.kind is BlockKind.HEADING and before.kind is not BlockKind.HEADING
    ]


def of_a_figure(find: Callable[[Draft, Mention], _Found]) -> Callable[[Draft, Mention], _Found]:
    """The same function, which works out what it says of a figure once in a draft."""

    def table(draft: Draft) -> dict[Mention, Any]:
        return {}

    def found(draft: Draft, mention: Mention) -> _Found:
        known: dict[Mention, Any] = draft.once(table)
        answer: _Found = known.get(mention, _UNKNOWN)
        if answer is _UNKNOWN:
            answer = known[mention] = find(draft, mention)
        return answer

    return found


_UNKNOWN: Any = object()
_BEHIND_STOP = 500
"""Characters that are still looked at behind the last figure that is compared."""
_BREAK = regex(r"\n[ \t]*\n")
_WHITE = regex(r"[^\S ]")


def read_draft(source: str | Document, lexicon: Lexicon, locale: str = "en-US") -> Draft:
    """The sentences and figures of a text, or of the prose of a document."""
    document = whole(source) if isinstance(source, str) else source
    text = document.text
    folded = fold(text)
    begins = sentence_starts(folded.text)
    starts = [folded.original(start) for start in begins]
    ends = [*starts[1:], len(text)]
    most, stops = lexicon.limits.most("figures"), list[Stop]()
    mentions = list(quantities_of(text, folded, begins, lexicon, True, stops, most))
    if stops:  # nothing is said of the words behind
        document = document.cut(stops[0].start + _BEHIND_STOP)
        end = len(document.text)
        starts = starts[: bisect_left(starts, end)]
        ends = [min(one, end) for one in ends[: len(starts)]]
    sentences = [Sentence(*both) for both in zip(starts, ends, strict=True)]
    if not stops and document.full is not None:
        stops.append(Stop(len(text), 0, document.full, "lines and pieces of text"))
    return Draft(document, sentences, mentions, locale, stops[0] if stops else None)
