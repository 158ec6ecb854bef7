"""A claim as a light record, kept when its article has been let go, and made a claim again.

What is compared across articles is many times what fits into memory: a record holds plain values
only, so that it can lie in a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from math import inf

from fentcheck.book.book import Book, Settings
from fentcheck.book.claim import Article, Change, Claim
from fentcheck.book.nodes import Kept, Mapping
from fentcheck.book.read import Lexicons
from fentcheck.book.span import Span
from fentcheck.book.subject import is_shared, shared_manner, statistic_of
from fentcheck.book.vocabulary import MeasureKind, Scope, Vocabulary
from fentcheck.expressions.compile import PRAGMATIC
from fentcheck.interval import Real
from fentcheck.phrases.hedges import Statistic, Superlative
from fentcheck.phrases.period import Period
from fentcheck.phrases.phrase import Phrase, as_change, read_phrase
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Dimensions, Kind, Unit, is_wage, untimed


class Filed(NamedTuple):
    """A claim of some article, as strings, numbers and tuples of them.

    `home` is what all claims of its article have in common: path, day of publication, name and
    locale. `scope_text` are the terms of its scope as their author wrote them. `own` is what it is
    about within its article; None where another article's claim can be about the same, which its
    `manner` then says. `low` and `high` are the ends of the pragmatic reading in base units, to the
    precision of a float, and `measured` says of what: the kind of the unit, its dimensions, and of
    a rate that adds up to totals by what it counts time; the dimensions are then those of the
    total. `implied` is the amount that a share of another figure of its measure comes to: in words,
    its ends, its unit's kind and dimensions. `links` are the claims that a relation or a check
    names together with it, `wholes` those that it is a part or a share of; `is_told` marks what a
    finding about its quantity names.
    """

    home: Home
    name: str
    order: int
    span: tuple[int, int, int, int]
    value: str
    measure: str
    kind: str
    scope: Scope
    scope_text: str
    period: tuple[int | None, int | None, str] | None
    statistic: str
    manner: tuple[object, ...]
    own: object
    share_of: str | None
    change: tuple[str, str] | None
    superlative: str | None
    low: float
    high: float
    measured: tuple[str, Dimensions, str]
    implied: tuple[str, float, float, str, Dimensions] | None
    links: tuple[str, ...]
    wholes: tuple[str, ...]
    is_told: bool

    @property
    def path(self) -> str:
        return self.home[0]

    @property
    def article(self) -> str:
        """Who published it and when, or the name of its file."""
        return self.home[2]

    @property
    def place(self) -> tuple[int, str, int]:
        """Sorts records as a reader meets the claims."""
        return self.home[1], self.home[0], self.order

    @property
    def is_shared(self) -> bool:
        """Another article can be about the same."""
        return self.own is None

    @property
    def subject(self) -> tuple[object, ...]:
        """What it is about, among records of one measure."""
        if self.own is None:
            if self.kind == _CONSTANT:
                return (self.scope,)
            return self.scope, _days(self.period), self.statistic, self.manner
        return self.home[0], self.scope, _days(self.period), self.statistic, self.own

    def is_of_period(self, other: Filed) -> bool:
        """Both are of one period. Where none is given, only one article means the same."""
        mine, theirs = self.period, other.period
        if mine is None or theirs is None:
            return mine is theirs and (self.home[0] == other.home[0] or self.own is None)
        return _days(mine) == _days(theirs)


Home = tuple[str, int, str, str]
"""The path of an article, its day of publication, its name and its locale."""

Entry = tuple[Filed, ...]
"""What lies together: a claim, or the claims that give a price together."""


def home_of(article: Article) -> Home:
    about = ", ".join(part for part in (article.publisher, article.published_text) if part)
    published = article.claims[0].published if article.claims else 0
    return article.path, published, about or article.stem, article.locale


def filed(
    claim: Claim, book: Book, home: Home, links: Iterable[str] = (), is_told: bool = False
) -> Filed | None:
    """The record of a claim that has a measure and could be read.

    None if it cannot be compared with another article's: it is linked to what is not there.
    """
    name, _, order, node, phrase, measure, scope, period, *_ = claim
    vocabulary = book.vocabulary
    manner = shared_manner(claim, vocabulary, book.find)
    if manner is None or measure is None or phrase is None:
        return None
    measure = vocabulary.measure(measure)
    kind, unit = vocabulary.kind(measure), phrase.unit
    subject = book.subject(claim)
    low, high = _ends(claim, book)
    share_of, change, superlative = claim.share_of, claim.change, claim.superlative
    adds_up = unit.is_rate and kind is _FLOW and not is_wage(unit)
    return _new(
        Filed,
        (
            home,
            name,
            order,
            (*node.span("value"),),
            node.texts["value"],
            measure,
            _NAMES[kind],
            scope,
            _joined(claim.terms) if scope else "",
            None if period is None else (*period,),
            _NAMES[statistic_of(claim)],
            manner if len(manner) == 1 else _plain(manner),
            None if is_shared(subject) else _plain(subject[-1:])[0],
            share_of,
            None if change is None else (*change,),
            None if superlative is None else superlative.value,
            low,
            high,
            _measured(unit, _clock(unit) if adds_up else ""),
            None if share_of is None else _implied(claim, book),
            (*links,),
            claim.part_of if share_of is None else (*claim.part_of, share_of),
            is_told,
        ),
    )


@lru_cache(maxsize=4096)
def _joined(terms: tuple[str, ...]) -> str:
    return ", ".join(terms)


ALL_OF = "\0"
"""What the mark of a relation of many claims begins with, in place of their names."""


def _marks(one: Filed) -> set[str]:
    return {link for link in one.links if link.startswith(ALL_OF)}


class Together:
    """Claims that checks of other articles name together, by the checks that name each of them."""

    def __init__(self, checks: Iterable[frozenset[str]] = ()) -> None:
        self._checks: dict[frozenset[str], int] = {}
        self._by_name: dict[str, set[int]] = {}
        for names in checks:
            self.add(names)

    def add(self, names: frozenset[str]) -> None:
        """Adds the claims that one check names."""
        if names in self._checks:
            return
        check = self._checks[names] = len(self._checks)
        for name in names:
            self._by_name.setdefault(name, set()).add(check)

    def are_named(self, one: str, other: str) -> bool:
        """Some check names both."""
        checks = self._by_name.get(one)
        return checks is not None and not checks.isdisjoint(self._by_name.get(other, ()))


class Group:
    """Records that a rule looks at together, and the claims that are made of them again.

    `together` are claims that a third article's checks name.
    """

    def __init__(
        self,
        key: str,
        entries: Iterable[Entry],
        settings: Settings,
        together: Together | None = None,
    ) -> None:
        self.key = key
        self._together = together
        self.entries = list(entries)
        self._settings = settings
        kinds = {one.measure: _KINDS[one.kind] for one in self.records()}
        self._words = Vocabulary({}, kinds, {})
        self.let_go()

    def let_go(self) -> None:
        """Forgets the claims that have been made of records."""
        settings = self._settings._replace(vocabulary=self._words)
        self.book = Book(_NO_ARTICLE, settings, _no_file)

    def know(self, claims: Iterable[Claim]) -> None:
        """The book finds these claims of the group by their names."""
        self.book.by_name.update((claim.name, claim) for claim in claims)

    def are_linked(self, one: Filed, other: Filed) -> bool:
        """A relation or a check names both, or they are parts or shares of one whole."""
        return (
            other.name in one.links
            or one.name in other.links
            or other.name in one.wholes
            or one.name in other.wholes
            or bool(one.wholes and other.wholes and set(one.wholes) & set(other.wholes))
            or bool(_marks(one) & _marks(other))
            or (self._together is not None and self._together.are_named(one.name, other.name))
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


def _no_file(stem: str) -> None:
    """No other file is looked for: all that is compared has been filed."""


def _claim(record: Filed, lexicons: Lexicons) -> Claim:
    of = {"of": {"": record.scope_text}} if record.scope else {}
    node = Mapping.of_lines(Kept({"value": record.value}, Span(*record.span), of))
    phrase = read_phrase(record.value, lexicons(record.home[3]))
    assert isinstance(phrase, Phrase)
    if record.change is not None:
        phrase = as_change(phrase)
    return Claim(
        record.name,
        record.path,
        record.order,
        node,
        phrase,
        record.measure,
        record.scope,
        None if record.period is None else Period(*record.period),
        _STATISTICS[record.statistic],
        share_of=record.share_of,
        change=None if record.change is None else Change(*record.change),
        superlative=None if record.superlative is None else Superlative(record.superlative),
        published=record.home[1],
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
    low, high = (as_float(end.value) for end in amount)
    return f"{claim.value} of {whole.value}", low, high, unit.kind.value, unit.dimensions


def _ends(claim: Claim, book: Book) -> tuple[float, float]:
    """The ends of the pragmatic reading in base units, as floats."""
    reading = book.reading(claim)
    unit = reading.unit
    if unit.size_to is not None or unit.offset:
        lower, upper = book.values(claim.name)[PRAGMATIC]
        return as_float(lower.value), as_float(upper.value)
    lower, upper = reading.pragmatic
    if unit.size == 1:
        return as_float(lower.value), as_float(upper.value)
    size = as_float(unit.size)
    return as_float(lower.value) * size, as_float(upper.value) * size


def _clock(unit: Unit) -> str:
    """By what a rate counts time: the clock, or the calendar's years or months."""
    if not unit.months:
        return "clock"
    return "month" if unit.months % 12 else "year"


def as_float(value: Real) -> float:
    """The nearest float; infinite where there is none."""
    try:
        return float(value)
    except OverflowError:
        return inf if value > 0 else -inf


def _plain(value: tuple[object, ...]) -> tuple[object, ...]:
    """A subject with its statistics by name and its periods as tuples."""
    return tuple(
        _plain(one) if isinstance(one, tuple) else one.value if isinstance(one, Statistic) else one
        for one in value
    )


def _days(period: tuple[int | None, int | None, str] | None) -> tuple[object, ...] | None:
    """Equal for equal periods: the days, or all of a season."""
    if period is None or (period[0] is None and period[1] is None):
        return period
    return period[:2]


def _measured(unit: Unit, per: str) -> tuple[str, Dimensions, str]:
    return _NAMES[unit.kind], untimed(unit) if per else unit.dimensions, per


_new = tuple.__new__
"""Makes a record as its class would, without the call in between."""
_NO_ARTICLE = Article("", "")
_KINDS = {kind.value: kind for kind in MeasureKind}
_STATISTICS = {statistic.value: statistic for statistic in Statistic}
_FLOW, _CONSTANT = MeasureKind.FLOW, MeasureKind.CONSTANT.value
_NAMES: dict[Enum, str] = {
    one: one.value for names in (Kind, MeasureKind, Statistic) for one in names
}
"""The names of members, for which Python 3.11 calls a function each time."""
