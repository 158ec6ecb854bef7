"""A relation as a picture: what is stated against what is computed, on one scale.

The thick bar is the figure as read, the thin line as it is worded. A closed end is full, an open
one hollow, and what goes on without end has an arrow. Places are percentages, so that a picture
grows with the page while its type does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.expressions.compile import Readings
from fentcheck.expressions.tree import Comparison
from fentcheck.interval import Interval
from fentcheck.output.html.markup import Markup, joined, tag
from fentcheck.output.html.scale import Scale, has_signs, scale_of, ticks
from fentcheck.phrases.display import amount, factor, number
from fentcheck.record import NamedTuple
from fentcheck.units.unit import Rational, Unit


class Drawn(NamedTuple):
    """What a picture shows: both sides in one unit, and how they should stand to each other."""

    stated: Readings | None
    computed: Readings
    unit: Unit
    comparison: Comparison = Comparison.EQUAL
    labels: tuple[str, str] = ("stated", "computed")
    gap: Rational | None = None
    fails: bool = False

    @property
    def sides(self) -> list[tuple[str, Readings]]:
        both = zip(self.labels, (self.stated, self.computed), strict=True)
        return [(label, side) for label, side in both if side is not None]


def picture(drawn: Drawn, name: str) -> Markup:
    """A figure with the picture and the same in words; the table alone where nothing is finite.

    `name` is an id of its own on the page.
    """
    readings = [one for _, side in drawn.sides for one in (side.literal, side.pragmatic)]
    scale = scale_of(readings)
    svg = None if scale is None else _svg(drawn, scale, name)
    order = _ORDERS.get(drawn.comparison)
    caption = None
    if order and len(drawn.sides) == 2:
        first, second = drawn.labels
        caption = tag("figcaption", f"Expected: {first} {order} {second}.")
    return tag("figure", svg, _table(drawn), caption, class_="pic")


def axis(scale: Scale, unit: Unit, top: int) -> Markup:
    """The line of an axis with its ticks and, below them, its unit."""
    parts = [tag("line", class_="axis", x1="0", x2="100%", y1=top, y2=top)]
    for tick in ticks(scale, unit):
        x, side = along(tick.at), _anchor(tick.at)
        extra = " minor" if tick.is_minor else ""
        parts.append(tag("line", class_="axis", x1=x, x2=x, y1=top, y2=top + 5))
        parts.append(
            tag("text", tick.label, class_=f"tick{extra}", x=x, y=top + 18, text_anchor=side)
        )
    names = [] if has_signs(unit) else [unit.name]
    names += ["logarithmic scale"] if scale.is_log else []
    if names:
        text = ", ".join(names)
        parts.append(tag("text", text, class_="unit", x="100%", y=top + 34, text_anchor="end"))
    return joined(parts)


def axis_height(scale: Scale, unit: Unit) -> int:
    return 22 if has_signs(unit) and not scale.is_log else 38


def along(at: float) -> str:
    """A place on a scale as a percentage of the picture's width."""
    return f"{_LEFT + at * (100 - 2 * _LEFT):.3f}".rstrip("0").rstrip(".") + "%"


def words(interval: Interval, unit: Unit) -> str:
    """An interval in an editor's words: "more than 54,750, at most 64,332 people"."""
    if interval.is_empty:
        return "no figure at all"
    (low, low_open), (high, high_open) = interval
    if isinstance(low, float) and isinstance(high, float):
        return "any figure"
    if isinstance(high, float):
        assert not isinstance(low, float)
        return f"{_ABOVE[low_open]} {amount(low, unit, _FIGURES)}"
    top = amount(high, unit, _FIGURES)
    if isinstance(low, float):
        return f"{_BELOW[high_open]} {top}"
    bottom = number(low, _FIGURES)
    if low == high:
        return top
    if bottom == number(high, _FIGURES):
        return f"about {top}"
    if low == 0 and not low_open:
        return f"{_BELOW[high_open]} {top}"
    if low_open or high_open:
        return f"{_ABOVE[low_open]} {bottom}, {_BELOW[high_open]} {top}"
    return f"{bottom} to {top}"


def _svg(drawn: Drawn, scale: Scale, name: str) -> Markup:
    lanes: list[Markup] = []
    top = 0
    for label, side in drawn.sides:
        kind = "stated" if side is drawn.stated else "computed"
        is_nothing = side.literal.is_empty
        text = f"{label}: no figure is left" if is_nothing else label
        parts = [tag("text", text, class_="lane", x="0", y=top + 11)]
        if side.literal.is_point:
            parts.append(_point(side.literal, scale, top + 22))
        elif not is_nothing:
            parts += _thick(side.pragmatic, scale, top + 17)
            if side.literal != side.pragmatic:
                parts += _thin(side.literal, scale, top + 35)
        lanes.append(tag("g", parts, class_=kind))
        top += _LANE
    bottom = top - 4
    height = bottom + axis_height(scale, drawn.unit)
    return tag(
        "svg",
        tag("title", _title(drawn), id=f"{name}t"),
        tag("desc", _described(drawn, scale), id=f"{name}d"),
        _between(drawn, scale, bottom),
        lanes,
        axis(scale, drawn.unit, bottom),
        class_="iv",
        role="img",
        width="100%",
        height=height,
        aria_labelledby=f"{name}t",
        aria_describedby=f"{name}d",
    )


def _thick(interval: Interval, scale: Scale, top: int) -> Iterator[Markup]:
    """The bar of a reading as read: closed ends are upright strokes, open ones rings."""
    if interval.is_empty:
        return
    (low, low_open), (high, high_open) = interval
    start, end = scale.at(low), scale.at(high)
    middle = top + _BAR // 2
    width = f"{(end - start) * (100 - 2 * _LEFT):.3f}%"
    if end > start:
        yield tag("rect", class_="read", x=along(start), y=top, width=width, height=_BAR)
    for value, is_open, step in ((low, low_open, -1), (high, high_open, 1)):
        x = along(scale.at(value))
        if isinstance(value, float):
            yield _arrow(x, middle, step, 8)
        elif is_open:
            yield tag("circle", class_="ring", cx=x, cy=middle, r=4.5)
        else:
            yield tag("line", class_="stop", x1=x, x2=x, y1=top - 3, y2=top + _BAR + 3)


def _thin(interval: Interval, scale: Scale, middle: int) -> Iterator[Markup]:
    """The line of a reading as worded: closed ends are dots, open ones rings."""
    (low, low_open), (high, high_open) = interval
    first, last = along(scale.at(low)), along(scale.at(high))
    yield tag("line", class_="thin", x1=first, x2=last, y1=middle, y2=middle)
    for value, is_open, step in ((low, low_open, -1), (high, high_open, 1)):
        x = along(scale.at(value))
        if isinstance(value, float):
            yield _arrow(x, middle, step, 4)
        else:
            yield tag("circle", class_="ring" if is_open else "dot", cx=x, cy=middle, r=3)


def _point(interval: Interval, scale: Scale, middle: int) -> Markup:
    """A single value, which both readings are: a lozenge."""
    head = tag("path", class_="arrow", d="M-6 0L0 -8L6 0L0 8Z")
    return tag("svg", head, x=along(scale.at(interval.lower.value)), y=middle, overflow="visible")


def _arrow(x: str, middle: int, step: int, size: int) -> Markup:
    """An arrow head: the interval goes on without end."""
    path = f"M0 {-size}L{step * size} 0L0 {size}Z"
    head = tag("path", class_="arrow", d=path)
    return tag("svg", head, x=x, y=middle, overflow="visible")


def _between(drawn: Drawn, scale: Scale, bottom: int) -> Iterator[Markup]:
    """The stretch between the sides where they miss each other, or that they share."""
    if drawn.stated is None:
        return
    one, other = drawn.stated.pragmatic, drawn.computed.pragmatic
    if one.is_empty or other.is_empty:
        return
    if one.is_below(other) or other.is_below(one):
        low, high = (one, other) if one.is_below(other) else (other, one)
        start, end, kind = scale.at(low.upper.value), scale.at(high.lower.value), "apart"
    elif drawn.comparison is Comparison.EQUAL:
        both = one.meet(other)
        start, end, kind = scale.at(both.lower.value), scale.at(both.upper.value), "shared"
    else:
        return
    if kind == "apart" and not drawn.fails:
        return
    width = f"{(end - start) * (100 - 2 * _LEFT):.3f}%"
    yield tag("rect", class_=kind, x=along(start), y=12, width=width, height=bottom - 12)
    if kind == "shared":
        return
    for x in (along(start), along(end)):
        yield tag("line", class_="edge", x1=x, x2=x, y1=12, y2=bottom)
    if drawn.gap is not None and factor(drawn.gap) != "1":
        middle = min(0.94, max(0.5 * (start + end), 0.3))
        text = f"{factor(drawn.gap)} times apart"
        yield tag(
            "text", text, class_="gap", x=along(middle), y=_LANE - 5, text_anchor=_anchor(middle)
        )


def _anchor(at: float) -> str:
    return "start" if at < _NEAR_EDGE else "end" if at > 1 - _NEAR_EDGE else "middle"


def _title(drawn: Drawn) -> str:
    return " against ".join(label for label, _ in drawn.sides).capitalize()


def _described(drawn: Drawn, scale: Scale) -> str:
    """The picture in words, for those who do not see it."""
    parts = []
    for label, side in drawn.sides:
        literal, pragmatic = words(side.literal, drawn.unit), words(side.pragmatic, drawn.unit)
        as_worded = "" if literal == pragmatic else f"; as worded {literal}"
        parts.append(f"{label.capitalize()}: as read {pragmatic}{as_worded}.")
    if drawn.gap is not None and drawn.fails:
        parts.append(f"The nearer ends are {factor(drawn.gap)} times apart.")
    if scale.is_log:
        parts.append("The scale is logarithmic.")
    return " ".join(parts)


def _table(drawn: Drawn) -> Markup:
    """Both readings of both sides."""
    head = tag(
        "tr",
        tag("td"),
        tag("th", tag("span", class_="key thick", aria_hidden="true"), "as read", scope="col"),
        tag("th", tag("span", class_="key", aria_hidden="true"), "as worded", scope="col"),
    )
    rows = []
    for label, side in drawn.sides:
        literal, pragmatic = words(side.literal, drawn.unit), words(side.pragmatic, drawn.unit)
        cells = [tag("td", pragmatic), tag("td", literal)]
        if literal == pragmatic:
            cells = [tag("td", pragmatic, colspan=2)]
        rows.append(tag("tr", tag("th", label, scope="row"), cells))
    return tag("table", tag("thead", head), tag("tbody", rows), class_="readings")


_LEFT = 2.5
"""The margin on either side, in percent: room for arrows and for half an end."""
_LANE = 58
_BAR = 10
_NEAR_EDGE = 0.12
_FIGURES = 4
_ABOVE, _BELOW = ("at least", "more than"), ("at most", "less than")
"""By whether the end is open."""
_ORDERS = {
    Comparison.NOT_EQUAL: "other than",
    Comparison.LESS: "below",
    Comparison.AT_MOST: "at most",
    Comparison.MORE: "above",
    Comparison.AT_LEAST: "at least",
}
