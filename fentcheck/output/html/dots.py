"""Figures that look alike, as a table with a dot for each on one scale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf, isfinite, isinf, isnan

from fentcheck.book.book import Book
from fentcheck.book.filed import Filed
from fentcheck.engine.finding import Row
from fentcheck.exact import Fraction
from fentcheck.interval import End, Interval
from fentcheck.output.html.markup import Markup, tag
from fentcheck.output.html.picture import along, axis, axis_height
from fentcheck.output.html.scale import Scale, scale_of
from fentcheck.phrases.period import Period
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.record import NamedTuple
from fentcheck.units.unit import DAY_S, Rational, Unit


class Dot(NamedTuple):
    """A figure in the unit of the axis: where it is printed, and as it is read."""

    at: float
    low: float
    high: float
    is_over: bool = False
    """It is a rate, taken over the period of the others."""


def dot_plot(
    rows: Sequence[Row], records: Sequence[Filed], named: Sequence[Markup], book: Book
) -> Markup:
    """A table of the figures. Those that share a dimension have a dot on a common scale."""
    rows, records = rows[:_MOST], records[:_MOST]
    unit, days, dots = _dots(records, book)
    drawn = [dot for dot in dots if dot is not None]
    scale = scale_of(_interval(dot) for dot in drawn) if len(drawn) > 1 else None
    if scale is None or unit is None:
        unit, dots = None, [None] * len(rows)
    body = []
    for row, name, dot in zip(rows, named, dots, strict=False):
        cells = [tag("th", name, scope="row", data_label="figure")]
        cells += [
            tag("td", text or "–", data_label=label)
            for label, text in zip(_LABELS[1:], row[1:], strict=True)
        ]
        if scale is not None:
            strip = None if dot is None else tag("div", _strip(dot, scale))
            cells.append(tag("td", strip, class_="strip", aria_hidden="true"))
        body.append(tag("tr", cells))
    heads = [tag("th", label, scope="col") for label in _LABELS]
    foot = None
    if scale is not None and unit is not None:
        heads.append(tag("th", "on one scale, with its range as read", scope="col"))
        svg = tag(
            "svg",
            axis(scale, unit, 2),
            class_="iv",
            width="100%",
            height=2 + axis_height(scale, unit),
        )
        foot = tag(
            "tfoot",
            tag(
                "tr",
                tag("td", colspan=4, class_="filler"),
                tag("td", tag("div", svg), class_="strip"),
                aria_hidden="true",
            ),
        )
    over = any(dot is not None and dot.is_over for dot in dots)
    more = len(named) - len(rows)
    notes = [f"A ring is a rate, taken over {days:,} days."] if over else []
    notes += [f"And {more:,} more."] if more > 0 else []
    return tag(
        "figure",
        tag("table", tag("thead", tag("tr", heads)), tag("tbody", body), foot, class_="dots"),
        tag("figcaption", " ".join(notes)) if notes else None,
        class_="plot",
    )


def _dots(records: Sequence[Filed], book: Book) -> tuple[Unit | None, int, list[Dot | None]]:
    """A dot for each record of the commonest dimension; the unit, and what rates are taken over."""
    phrases = [read_phrase(one.value, book.settings.lexicons(one.home[3])) for one in records]
    units = [one.unit if isinstance(one, Phrase) else None for one in phrases]
    totals = [
        (unit.name, unit)
        for unit, record in zip(units, records, strict=True)
        if unit is not None and not record.measured[2]
    ]
    of_rates = not totals
    if of_rates:
        totals = [(unit.name, unit) for unit in units if unit is not None]
    if not totals:
        return None, 0, []
    commonest = Counter(name for name, _ in totals).most_common(1)[0][0]
    unit = dict(totals)[commonest]
    days = _days(records)
    dots: list[Dot | None] = []
    for record, phrase in zip(records, phrases, strict=True):
        rate = record.measured[2]
        factor = _times(rate, days) if rate and not of_rates else 1.0
        factor /= _float(unit.size)
        low, high = record.low * factor, record.high * factor
        printed = (low + high) / 2 if not isinf(low + high) else low if isinf(high) else high
        if isinstance(phrase, Phrase):
            printed = _float(phrase.low.value) * _float(phrase.unit.size) * factor
        is_drawn = isfinite(printed) and not isnan(low + high)
        over = bool(rate) and not of_rates
        dots.append(Dot(printed, low, high, over) if is_drawn else None)
    return unit, days, dots


def _days(records: Sequence[Filed]) -> int:
    """The commonest length of the periods that totals have; a year where none has any."""
    periods = [
        Period(*one.period).days
        for one in records
        if one.period is not None and not one.measured[2]
    ]
    lengths = Counter(days for days in periods if days is not None)
    return lengths.most_common(1)[0][0] if lengths else _YEAR


def _float(value: Rational) -> float:
    try:
        return float(value)
    except OverflowError:
        return inf if value > 0 else -inf


def _times(rate: str, days: int) -> float:
    """What a rate in base units is multiplied by: base units count seconds, or months."""
    return float(days * DAY_S) if rate == "clock" else days * 12 / _YEAR


def _interval(dot: Dot) -> Interval:
    low = -inf if isinf(dot.low) else Fraction(min(dot.low, dot.at))
    high = inf if isinf(dot.high) else Fraction(max(dot.high, dot.at))
    return Interval(End(low, isinf(dot.low)), End(high, isinf(dot.high)))


def _strip(dot: Dot, scale: Scale) -> Markup:
    low, high, at = (_at(value, scale) for value in (dot.low, dot.high, dot.at))
    return tag(
        "svg",
        tag("line", class_="guide", x1="0", x2="100%", y1=9, y2=9),
        tag("line", class_="thin", x1=low, x2=high, y1=9, y2=9),
        tag("circle", class_="ring" if dot.is_over else "dot", cx=at, cy=9, r=4.5),
        class_="iv",
        width="100%",
        height=18,
    )


def _at(value: float, scale: Scale) -> str:
    return along(scale.at(value if isinf(value) else Fraction(value)))


_LABELS = ("figure", "scope", "period", "article")
_MOST = 200
_YEAR = 365
