"""Every figure of a running text, left to right, in one pass.

A regular expression names the places where a figure may begin. At each the role is settled first
(`shapes`): most figures of copy that count nothing look the part. What is left is read by `figure`.
Nothing looks further than a bounded number of characters, so that the time grows with the length
of the text alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.limits import Most
from fentcheck.prose.figure import Figure, figure_at
from fentcheck.prose.folded import Folded, fold
from fentcheck.prose.mention import Mention, Role
from fentcheck.prose.sentences import sentence_starts
from fentcheck.prose.shapes import Shape, shape_at
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units.names import Lexicon
from fentcheck.units.unit import Kind, Unit


class Stop(NamedTuple):
    """Where reading ended before the end of a text, and the limit that it had come to."""

    start: int
    line: int
    most: Most
    what: str = "figures"

    @property
    def message(self) -> str:
        return f"{self.most.of(self.what)}; from here on they are not read: {self.most}"


def find_quantities(
    text: str, lexicon: Lexicon, all_roles: bool = False, stops: list[Stop] | None = None
) -> Iterator[Mention]:
    """The quantities of a text; with `all_roles` also the figures that are none.

    Where there are more than are read, `stops` is told of it.
    """
    folded = fold(text)
    starts = sentence_starts(folded.text)
    return quantities_of(text, folded, starts, lexicon, all_roles, stops)


def quantities_of(
    text: str,
    folded: Folded,
    starts: list[int],
    lexicon: Lexicon,
    all_roles: bool = False,
    stops: list[Stop] | None = None,
    most: Most | None = None,
) -> Iterator[Mention]:
    """The same, at `most` so many quantities, of a text that has been folded, and whose sentences
    begin where they do in that.
    """
    place = _Places(text, folded, starts)
    position = 0
    before: Figure | None = None
    left = lexicon.limits.figures_read
    wanted = most.value if most is not None else left
    for candidate in _CANDIDATE.finditer(folded.lower):
        start = candidate.start()
        if start < position:
            continue
        if not left or not wanted:
            if stops is not None:
                met = most if not wanted and most else lexicon.limits.most("figures_read")
                stops.append(place.stop(start, met))
            return
        left -= 1
        sentence = place.sentence_of(start)
        earliest = max(position, starts[sentence])
        if candidate.lastgroup == "ordinal":
            shape: Shape | None = Shape(Role.ORDINAL, start, candidate.end())
            figure = None
        else:
            is_word = candidate.lastgroup == "word"
            shape = None if is_word else shape_at(folded.text, start)
            if shape and shape.start < earliest:
                shape = shape._replace(start=start)
            figure = None
            if shape is None:
                figure = figure_at(folded, start, earliest, before, lexicon, is_word)
        if shape is not None:
            position = shape.end
            if all_roles:
                yield place.other(shape, sentence)
        elif figure is not None:
            position, before = max(figure.end, figure.figure_end), figure
            wanted -= 1
            yield place.mention(figure, sentence, lexicon)
        elif candidate.lastgroup == "figure":
            digits = _DIGITS.match(folded.lower, start)
            position = digits.end() if digits else candidate.end()


class _Places:
    """Turns what is found in the folded text into mentions; places are asked for in order."""

    __slots__ = ("_counted_to", "_folded", "_line", "_sentence", "_starts", "_text")

    def __init__(self, text: str, folded: Folded, starts: list[int]) -> None:
        self._text = text
        self._folded = folded
        self._starts = starts
        self._sentence = 0
        self._line = 1
        self._counted_to = 0

    def sentence_of(self, offset: int) -> int:
        starts = self._starts
        while self._sentence + 1 < len(starts) and starts[self._sentence + 1] <= offset:
            self._sentence += 1
        return self._sentence

    def stop(self, start: int, most: Most) -> Stop:
        place = self._folded.original(start)
        return Stop(place, self._line_of(place), most)

    def _line_of(self, start: int) -> int:
        if start >= self._counted_to:
            self._line += self._text.count("\n", self._counted_to, start)
            self._counted_to = start
        return self._line

    def other(self, shape: Shape, sentence: int) -> Mention:
        start, end = self._folded.original(shape.start), self._folded.original(shape.end)
        text = self._text[start:end]
        return Mention(
            self._line_of(start), start, end, text, shape.role, None, "=", None, "", "", "", "", "",
            start, end, sentence, "", None,
        )  # fmt: skip

    def mention(self, figure: Figure, sentence: int, lexicon: Lexicon) -> Mention:
        start, end = self._folded.original(figure.start), self._folded.original(figure.end)
        unit, name = figure.unit, figure.unit.name
        is_count = figure.role is Role.COUNT
        noun = figure.noun
        return Mention(
            self._line_of(start),
            start,
            end,
            self._text[start:end],
            figure.role,
            figure.value,
            figure.hedge,
            figure.trend,
            "" if is_count else canonical(unit, name, lexicon),
            "" if is_count else name,
            noun.noun if noun else "",
            noun.phrase if noun else "",
            figure.per,
            self._folded.original(figure.figure_start),
            self._folded.original(figure.figure_end),
            sentence,
            figure.value_text,
            figure.phrase,
        )


def canonical(unit: Unit, name: str, lexicon: Lexicon) -> str:
    """One name for a unit however it is printed: "kilogram", "USD", "%", "percentage point"."""
    for base, power in unit.dimensions:
        if base[0] == "¤" and power > 0:
            return base[1:]
    if unit.kind is Kind.RATIO:
        return "%" if unit.size != 1 else ""
    if unit.kind is Kind.POINTS:
        return "percentage point" if unit.size == 1 else "basis point"
    if unit.kind is Kind.FACTOR:
        return "times"
    return lexicon.canonical(name)


_NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety one"
)
_PLURALS = "tens|dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores"
_FOLDS = (
    "doubled doubling tripled tripling trebled trebling quadrupled quadrupling "
    "quintupled quintupling halved halving halve"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth twentieth"
)
_MAGNITUDES = "dozen|hundred|thousand|million|billion|trillion|lakh|crore"
_PARTS = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth"
# Matched at every place of the text: the set of digits first, then what a word may begin with.
_CANDIDATE = regex(
    r"(?P<figure>[0-9½¼¾⅓⅔⅕⅖⅗⅘⅙⅛⅜⅝⅞])"
    rf"|\b(?=[abcdefhilmnoqstz])(?:(?P<word>(?:{'|'.join(_NUMBER_WORDS.split())})(?:-?fold)?\b"
    rf"|an? (?:half[ -])?(?:{_MAGNITUDES}|{_PARTS})\b"
    rf"|(?:{_PLURALS})(?: of (?:{_PLURALS}))?\b"
    rf"|(?:a few|several|a couple of) (?=hundred|thousand|million|billion|dozen)"
    rf"|(?:(?<=other )|(?<=remaining ))quarter\b(?! of\b)"
    rf"|half\b|{'|'.join(_FOLDS.split())}|double (?=the\b|that\b|what\b)"
    rf"|(?:doubl|tripl|trebl|quadrupl|halv)es?(?= (?:(?:in|its|their|the) [a-z]+ )?(?:every"
    rf"|each) |(?: in value| in size)? in "
    rf"(?:\d|an? |{'|'.join(_NUMBER_WORDS.split())}))|twice (?=as\b|the\b)"
    rf"|(?:(?<=to )|(?<=will )|(?<=would )|(?<=it )|(?<=than )|(?<=nearly )|(?<=almost )"
    rf"|(?<=numbers )|(?<=price )|(?<=cost )|(?<=prices )|(?<=costs ))"
    rf"(?:double|triple|treble|quadruple)\b(?=[,.;:]| (?:in|since|over|by|between|from|its|their"
    rf"|within|during|under|to|on|after|as)\b)"
    rf"|an? (?:vast |overwhelming )?majority of(?! \d)|zero\b|(?:nought|naught)(?= point\b)"
    rf"|(?:hundred|thousand|million) (?=and\b)"
    rf"|hundred (?=thousand|million|billion)|quarter[ -](?=million|billion))"
    rf"|(?<!-)(?P<ordinal>{'|'.join(_ORDINALS.split())})\b)"
)
_DIGITS = regex(r"[0-9][0-9.,]*")
