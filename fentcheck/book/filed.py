"""A claim as a light record, kept when its article has been let go, and made a claim again.

What is compared across articles is many times what fits into memory: a record holds plain values
only, so that it can lie in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf
from typing import NamedTuple

from fentcheck.book.book import Book, Settings
from fentcheck.book.claim import Article, Change, Claim
from fentcheck.book.nodes import Mapping, scalar_at
from fentcheck.book.read import Lexicons
from fentcheck.book.span import Span
from fentcheck.book.subject import shared_manner, statistic_of
from fentcheck.book.vocabulary import MeasureKind, Scope, Vocabulary
from fentcheck.expressions.compile import PRAGMATIC
from fentcheck.interval import Real
from fentcheck.phrases.hedges import Statistic, Superlative
from fentcheck.phrases.period import Period
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.units.unit import Dimensions, Kind, Unit, is_wage, untimed


class Filed(NamedTuple):
    """A claim of some article, as strings, numbers and tuples of them.

    `subject` is what it is about; `is_shared` tells that another article can be about the same.
    `low` and `high` are the ends of the pragmatic reading in base units, to the precision of a
    float; of a rate that adds up to totals `per` says by what it counts time, and the dimensions
    are those of the total. `implied` is the amount that a share of another figure of its measure
    comes to: in words, its ends, its unit's kind and dimensions. `links` are the claims that a
    relation or a check names together with it, `wholes` those that it is a part or a share of;
    `is_told` marks what a finding about its quantity names.
    """

    name: str
    path: str
    order: int
    published: int
    span: tuple[int, int, int, int]
    article: str
    locale: str
    value: str
    measure: str
    kind: str
    scope: Scope
    scope_text: str
    period: tuple[int | None, int | None, str] | None
    statistic: str
    manner: str
    subject: tuple[object, ...]
    is_shared: bool
    share_of: str | None
    change: tuple[str, str] | None
    superlative: str | None
    low: float
    high: float
    unit_kind: str
    dimensions: Dimensions
    per: str
    implied: tuple[str, float, float, str, Dimensions] | None
    links: tuple[str, ...]
    wholes: tuple[str, ...]
    is_told: bool

    @property
    def place(self) -> tuple[int, str, int]:
        """Sorts records as a reader meets the claims."""
        return self.published, self.path, self.order

    def is_of_period(self, other: Filed) -> bool:
        """Both are of one period. Where none is given, only one article means the same."""
        mine, theirs = self.period, other.period
        if mine is None or theirs is None:
            return mine is theirs and (self.path == other.path or self.is_shared)
        return mine[:2] == theirs[:2] if mine[:2] != (None, None) else mine == theirs


Entry = tuple[Filed, ...]
"""What lies together: a claim, or the claims that give a price together."""


def filed(
    claim: Claim, book: Book, links: Iterable[str] = (), is_told: bool = False
) -> Filed | None:
    """The record of a claim that has a measure and could be read.

    None if it cannot be compared with another article's: it is linked to what is not there.
    """
    vocabulary = book.vocabulary
    manner = shared_manner(claim, vocabulary, book.find)
    if manner is None or claim.measure is None or claim.phrase is None:
        return None
    measure = vocabulary.measure(claim.measure)
    kind, unit = vocabulary.kind(measure), claim.phrase.unit
    adds_up = kind is MeasureKind.FLOW and unit.is_rate and not is_wage(unit)
    per = _clock(unit) if adds_up else ""
    shared = book.shared_subject(claim)
    own = book.subject(claim) if shared is None else shared
    reading = book.values(claim.name)[PRAGMATIC]
    article = book.article
    span = claim.span()
    published = ", ".join(part for part in (article.publisher, article.published_text) if part)
    return Filed(
        claim.name,
        claim.path,
        claim.order,
        claim.published,
        (span.line, span.column, span.end_line, span.end_column),
        published or article.stem,
        article.locale,
        claim.value,
        measure,
        kind.value,
        claim.scope,
        ", ".join(claim.terms),
        None if claim.period is None else (*claim.period,),
        statistic_of(claim).value,
        str(manner[0]),
        _plain(own) if shared is not None else (claim.path, *_plain(own)),
        shared is not None,
        claim.share_of,
        None if claim.change is None else (*claim.change,),
        None if claim.superlative is None else claim.superlative.value,
        _float(reading.lower.value),
        _float(reading.upper.value),
        unit.kind.value,
        untimed(unit.dimensions) if per else unit.dimensions,
        per,
        _implied(claim, book) if claim.share_of is not None else None,
        tuple(links),
        (*claim.part_of, *((claim.share_of,) if claim.share_of else ())),
        is_told,
    )


class Group:
    """Records that a rule looks at together, and the claims that are made of them again.

    `together` are pairs of claims that a third article's relation names.
    """

    def __init__(
        self,
        key: str,
        entries: Iterable[Entry],
        settings: Settings,
        together: frozenset[frozenset[str]] = frozenset(),
    ) -> None:
        self.key = key
        self._together = together
        self.entries = list(entries)
        self._settings = settings
        kinds = {one.measure: MeasureKind(one.kind) for one in self.records()}
        settings = settings._replace(vocabulary=Vocabulary({}, kinds, {}))
        self.book = Book(Article("", ""), settings, lambda stem: None)

    def are_linked(self, one: Filed, other: Filed) -> bool:
        """A relation or a check names both, or they are parts or shares of one whole."""
        return (
            other.name in one.links
            or one.name in other.links
            or other.name in one.wholes
            or one.name in other.wholes
            or bool(one.wholes and other.wholes and set(one.wholes) & set(other.wholes))
            or bool(self._together and frozenset((one.name, other.name)) in self._together)
        )

    def records(self) -> Iterator[Filed]:
        """Every record, in the order in which they were filed."""
        return (one for entry in self.entries for one in entry)

    def claim(self, record: Filed) -> Claim:
        """The claim of a record; its value is read again. The book knows it from then on."""
        known = self.book.by_name.get(record.name)
        if known is None:
            known = self.book.by_name[record.name] = _claim(record, self._settings.lexicons)
        return known

    def alone(self, entry: Entry) -> Group:
        """An entry by itself, whose claims are let go with it."""
        return Group(self.key, [entry], self._settings)


def _claim(record: Filed, lexicons: Lexicons) -> Claim:
    span = Span(*record.span)
    value = scalar_at(record.value, span)
    scope = scalar_at(record.scope_text, span)
    about = Mapping({"": (scope, scope)} if record.scope else {}, value.start_mark, value.end_mark)
    node = Mapping(
        {"value": (value, value), "of": (scope, about)}, value.start_mark, value.end_mark
    )
    phrase = read_phrase(record.value, lexicons(record.locale))
    assert isinstance(phrase, Phrase)
    return Claim(
        record.name,
        record.path,
        record.order,
        node,
        phrase,
        record.measure,
        record.scope,
        None if record.period is None else Period(*record.period),
        Statistic(record.statistic),
        share_of=record.share_of,
        change=None if record.change is None else Change(*record.change),
        superlative=None if record.superlative is None else Superlative(record.superlative),
        published=record.published,
    )


def span_in(record: Filed) -> Span:
    """Where the value of a record's claim stands in its file."""
    return Span(*record.span)


def _implied(claim: Claim, book: Book) -> tuple[str, float, float, str, Dimensions] | None:
    """What a share comes to, where it is of another figure of the same measure."""
    whole = book.usable(claim.share_of or "")
    if whole is None or whole.phrase is None or whole.measure is None or claim.measure is None:
        return None
    measure, unit = book.vocabulary.measure, whole.phrase.unit
    if measure(whole.measure) != measure(claim.measure) or unit.kind is Kind.RATIO or unit.is_rate:
        return None
    amount = book.values(claim.name)[PRAGMATIC].times(book.values(whole.name)[PRAGMATIC])
    low, high = (_float(end.value) for end in amount)
    return f"{claim.value} of {whole.value}", low, high, unit.kind.value, unit.dimensions


def _clock(unit: Unit) -> str:
    """By what a rate counts time: the clock, or the calendar's years or months."""
    if not unit.months:
        return "clock"
    return "month" if unit.months % 12 else "year"


def _float(value: Real) -> float:
    try:
        return float(value)
    except OverflowError:
        return inf if value > 0 else -inf


def _plain(value: tuple[object, ...]) -> tuple[object, ...]:
    """A subject with its statistics by name and its periods as tuples."""
    if len(value) == 5 and type(value[2]) is not Period:
        measure, scope, period, statistic, manner = value
        if isinstance(statistic, Statistic) and (
            type(manner) is bool or (isinstance(manner, tuple) and len(manner) == 1)
        ):
            return (measure, scope, period, statistic.value, manner)  # nearly always
    return tuple(
        _plain(one) if isinstance(one, tuple) else one.value if isinstance(one, Statistic) else one
        for one in value
    )
