"""Hypothesis strategies for intervals, shared by the property tests."""

from __future__ import annotations

from fractions import Fraction
from math import inf

import portion  # type: ignore[import-untyped]
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fentcheck.interval import EMPTY, WHOLE_LINE, End, Interval, Real, point

Rational = int | Fraction

GRID: tuple[Rational, ...] = (-2, -1, Fraction(-1, 2), 0, Fraction(1, 3), 1, 2)
"""Few values, so that the ends of two intervals often coincide."""

EXTREMES: tuple[Rational, ...] = (
    -(10**400),
    Fraction(-(10**400), 3),
    Fraction(-1, 10**400),
    0,
    Fraction(1, 10**400),
    1,
    10**400,
)
"""Values that a float cannot hold; a detour through one would show."""


def rationals() -> SearchStrategy[Rational]:
    """Integers and fractions from -100 to 100, with denominators up to 60."""
    return st.one_of(
        st.sampled_from(GRID),
        st.integers(-100, 100),
        st.builds(Fraction, st.integers(-100, 100), st.integers(1, 60)),
    )


def intervals(finite: SearchStrategy[Rational] | None = None) -> SearchStrategy[Interval]:
    """Intervals with ends from `finite` (`rationals`) or infinite; sometimes points or `EMPTY`."""
    reals: SearchStrategy[Real] = st.one_of(
        rationals() if finite is None else finite, st.sampled_from([-inf, inf])
    )
    spans = st.builds(spanning, reals, reals, st.booleans(), st.booleans())
    return st.one_of(spans, spans, spans, spans, st.just(EMPTY))


def nonempty_intervals() -> SearchStrategy[Interval]:
    return intervals().filter(lambda interval: not interval.is_empty)


def values_of(interval: Interval) -> SearchStrategy[Rational]:
    """Values inside a nonempty interval, its closed ends among them."""
    (low, low_open), (high, high_open) = interval
    if isinstance(low, float):
        if isinstance(high, float):
            return rationals()
        return st.integers(int(high_open), 10**6).map(lambda steps: high - Fraction(steps, 60))
    if isinstance(high, float):
        return st.integers(int(low_open), 10**6).map(lambda steps: low + Fraction(steps, 60))
    shares = st.integers(int(low_open), 1000 - int(high_open))
    return shares.map(lambda share: low + (high - low) * Fraction(share, 1000))


def spanning(one: Real, other: Real, low_open: bool, high_open: bool) -> Interval:
    """The interval from the smaller value to the larger; the point or the line if they are one."""
    if one == other:
        return WHOLE_LINE if isinstance(one, float) else point(one)
    low, high = min(one, other), max(one, other)
    return Interval(End(low, low_open or low == -inf), End(high, high_open or high == inf))


# The same intervals in `portion`


def portion_value(value: Real) -> object:
    if isinstance(value, float):
        return portion.inf if value > 0 else -portion.inf
    return value


def as_portion(interval: Interval) -> portion.Interval:
    if interval.is_empty:
        return portion.empty()
    (low, low_open), (high, high_open) = interval
    return portion.Interval.from_atomic(
        portion.OPEN if low_open else portion.CLOSED,
        portion_value(low),
        portion_value(high),
        portion.OPEN if high_open else portion.CLOSED,
    )


# What people write, and what they may write by mistake

HEDGES = tuple(
    "about ;around ;some ;nearly ;almost ;over ;more than ;at least ;up to ;just under ;well over ;"
    "exactly ;no more than ;a record ;up ;down ;an average of ;between ;from ;minus ;−;~;$;£;Rs ;"
    "USD ;a further ;dozens of ;one in ;half ;two thirds of ;not ;as many as ".split(";")
)
FIGURES = tuple(
    "0;1;12;-3;400;1,000;27,000;2.3;0.50;1e9;2.3 million;6bn;10k;½;1/3;3⅔;1,2;12,34,567;twelve;"
    "twenty-five;a dozen;2019;2024-02;10-12;3 to 5;10 or 12;several;most;doubled;00;1.2.3;٣".split(
        ";"
    )
)
UNITS = tuple(
    ";%; per cent; percentage points; people; homes; km; km/h; kg; people/day; a week;"
    " per cent a year; per 100,000 people; per 0; of them; pounds; °C; ft 2 in; months; times;"
    " times more;-fold; USD;m; years old; votes;/;.; or so; or more; cubits; #1".split(";")
)
ODD_TEXTS = (
    *("", " ", "\u00a0", "\u202e", "\ufeff", "\x00", "’", "“”"),
    *("{", "*a", "&a b", "!t", "…", "\ud7ff"),
)


def phrases() -> SearchStrategy[str]:
    """Value phrases, most of which can be read, and some that cannot."""
    parts = st.tuples(
        st.sampled_from(("", "", *HEDGES)),
        st.sampled_from(FIGURES) | st.integers(-(10**6), 10**12).map("{:,}".format),
        st.sampled_from(UNITS),
        st.sampled_from(("", "", "", *HEDGES, *FIGURES, *ODD_TEXTS)),
    )
    return parts.map("".join) | st.text(max_size=40) | st.tuples(parts, parts).map(_joined)


def _joined(pair: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    return " and ".join("".join(parts) for parts in pair)


def checks(names: tuple[str, ...] = ("a", "b", "c", "other.d")) -> SearchStrategy[str]:
    """Comparisons of expressions over some claims; now and then with a sign too many."""
    leaves = st.one_of(
        st.sampled_from(names),
        st.sampled_from(names),
        st.sampled_from(("0", "1", "0.5", "100", "1.", "x", '""')),
        phrases().filter(lambda text: '"' not in text).map('"{}"'.format),
    )
    sides = st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from(" + ; - ; * ; / ".split(";")), inner).map("".join),
            inner.map("({})".format),
            inner.map("-{}".format),
            st.tuples(inner, st.sampled_from(("2", "-1", "0", "60", "x"))).map(" ** ".join),
            st.tuples(
                st.sampled_from("sum min max mean abs share change points over nothing".split()),
                st.lists(inner, min_size=1, max_size=3).map(", ".join),
            ).map(lambda call: f"{call[0]}({call[1]})"),
        ),
        max_leaves=8,
    )
    signs = st.sampled_from((" == ", " == ", " <= ", " > ", " != ", " = ", " "))
    return st.tuples(sides, signs, sides).map("".join)


_CLAIM_KEYS: dict[str, SearchStrategy[str]] = {
    "measure": st.sampled_from(("road deaths", "homes", "\u202e", "")),
    "of": st.sampled_from(("{place: Vesper}", "{place: Vesper, age: old}", "{place: [a]}", "x")),
    "period": st.sampled_from(("2023", "last year", "2024-02", "FY2023", "2023/2020", "soon")),
    "statistic": st.sampled_from(("mean", "median", "maximum", "range")),
    "share_of": st.sampled_from(("a", "b", "other.d", "nobody")),
    "part_of": st.sampled_from(("a", "b", "[a, b]", "c")),
    "parts": st.sampled_from(("exhaustive", "some")),
    "change": st.sampled_from(("{from: a, to: b}", "{from: b, to: b}", "{from: a}", "a")),
    "superlative": st.sampled_from(("highest", "lowest", "best")),
    "quote": phrases(),
    "also": phrases(),
    "value": phrases(),
    "overlapping": st.sampled_from(("true", "maybe")),
    "hypothetical": st.just("if all went well"),
    "by": st.just("the mayor"),
    "colour": st.just("red"),
}


@st.composite
def claims_files(draw: st.DrawFn) -> str:
    """Claims files: mostly good ones, whose claims name each other; some hold anything."""
    lines = ["article:", f"  locale: {draw(st.sampled_from(('en-US', 'en-GB', 'en-IN', 'xx')))}"]
    lines += ["  published: 2024-02", "claims:"]
    for name in draw(st.lists(st.sampled_from("abcde"), min_size=1, max_size=5)):
        lines.append(f"  - id: {name}")
        lines.append(f"    value: {draw(_written(phrases()))}")
        keys = draw(st.lists(st.sampled_from(sorted(_CLAIM_KEYS)), max_size=4))
        for key in keys:
            value = draw(_CLAIM_KEYS[key])
            is_flow = value[:1] in ("{", "[") and key in ("of", "part_of", "change")
            lines.append(f"    {key}: {value if is_flow else draw(_written(st.just(value)))}")
    stated = draw(st.lists(checks(), max_size=3))
    if stated:
        lines.append("checks:")
        lines += [f"  - that: {_quoted(check)}" for check in stated]
    if draw(st.booleans()):
        lines += ["waivers:", "  - code: FC201", "    claims: [a, b]", "    reason: known"]
    if draw(st.integers(0, 5)) == 0:
        lines.insert(draw(st.integers(0, len(lines))), draw(st.text(max_size=20)))
    return "\n".join(lines) + "\n"


def _written(texts: SearchStrategy[str]) -> SearchStrategy[str]:
    """Texts as YAML has them: in quotes, or as they are and perhaps something else then."""
    return st.tuples(texts, st.integers(0, 3)).map(
        lambda pair: _quoted(pair[0]) if pair[1] else pair[0]
    )


def _quoted(text: str) -> str:
    inside = text.replace("'", "''").replace("\n", " ")
    return f"'{inside}'"


_SENTENCES = (
    "Of {} in the county, {} were late, or {}.",
    "The budget rose from {} to {}, an increase of {}.",
    "The council has {}: {} and {}.",
    "They walked {} in {}, at {}.",
    "{} of the {} were sold, which leaves {}.",
    "{} each for {}, {} in all",
    "In 2019 there were {}; by 2023 it was {}, {} a year.",
    "Anna Reyes, {}, and Luis Prado, {}",
    "| A | {} |\n|---|---|\n| B | {} |",
    "# {}\n\n- {}\n- {}",
    "{}",
)


def prose() -> SearchStrategy[str]:
    """Drafts of sentences that tie figures, and of anything between them."""
    figures = phrases()
    sentences = st.tuples(
        st.sampled_from(_SENTENCES), figures, figures, figures, st.sampled_from((" ", "\n", "\n\n"))
    ).map(lambda parts: _filled(parts[0], parts[1:4]) + parts[4])
    pieces = sentences | sentences | sentences | st.sampled_from(ODD_TEXTS) | st.text(max_size=20)
    return st.lists(pieces, max_size=8).map("".join)


def _filled(sentence: str, figures: tuple[str, ...]) -> str:
    for figure in figures:
        sentence = sentence.replace("{}", figure, 1)
    return sentence.replace("{}", "12")
