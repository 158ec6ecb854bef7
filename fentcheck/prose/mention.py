"""A quantity as it stands in running text: where, how much, of what."""

from __future__ import annotations

from enum import Enum

from fentcheck.exact import Fraction
from fentcheck.phrases.hedges import Direction
from fentcheck.phrases.phrase import Phrase
from fentcheck.record import NamedTuple

Rational = int | Fraction


class Role(Enum):
    """What a figure says. All from `DATE` on are no quantities."""

    AMOUNT = "amount"
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    AGE = "age"
    DURATION = "duration"
    DATE = "date"
    TIME = "time"
    ORDINAL = "ordinal"
    SCORE = "score"
    PHONE = "phone"
    ADDRESS = "address"
    IDENTIFIER = "identifier"
    SECTION = "section"
    MODEL = "model"

    __hash__ = object.__hash__


QUANTITIES = frozenset((Role.AMOUNT, Role.COUNT, Role.MONEY, Role.PERCENT, Role.AGE, Role.DURATION))


class Mention(NamedTuple):
    """One figure of a text.

    `start` and `end` are offsets in code points, `line` counts from 1, `text` is what stands
    between them: hedge, number, unit or noun phrase, rate. `figure_start` and `figure_end` hold
    the bare figure, with a currency sign and a magnitude.

    `value` is in the printed unit, a pair for a range, None for what is no quantity. `hedge` is
    one of = ~ > <. `unit` is canonical ("kilogram", "USD", "%"), "" for a count; `unit_name` is
    the unit as printed. `noun` is what is counted or measured, singular, "" where the sentence
    leaves it out; `noun_phrase` has it as printed, with its modifiers. `per` is what a rate is
    taken over.

    `phrase` is the value as the reader of phrases has it, with the unit found here; `value_text`
    is what a claims file would say. Both are empty for what is no quantity.
    """

    line: int
    start: int
    end: int
    text: str
    role: Role
    value: Rational | tuple[Rational, Rational] | None
    hedge: str
    trend: Direction | None
    unit: str
    unit_name: str
    noun: str
    noun_phrase: str
    per: str
    figure_start: int
    figure_end: int
    sentence: int
    value_text: str
    phrase: Phrase | None

    def __hash__(self) -> int:
        """By its place: mentions are keys of many tables, and have eighteen parts."""
        return self.start

    @property
    def is_quantity(self) -> bool:
        return self.role in QUANTITIES
