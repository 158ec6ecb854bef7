"""Writes docs/phrases.md: what number phrases mean, with readings computed by fentcheck itself.

    python docs/make_phrases.py

A test compares the committed page with what this gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from fentcheck.interval import Interval
from fentcheck.phrases.constants import DEFAULTS, FRACTION_SCALE
from fentcheck.phrases.display import interval_text, number
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.phrases.reading import Domain, read
from fentcheck.units.names import Lexicon
from fentcheck.units.unit import FRACTION

PAGE = Path(__file__).with_name("phrases.md")


class Rule(NamedTuple):
    """A class of phrases: what it leaves possible, what it is taken to mean, and by what source."""

    name: str
    wordings: str
    literal: str
    pragmatic: str
    source: str


class Section(NamedTuple):
    """Examples under one heading, by class: phrases parted by semicolons."""

    heading: str
    text: str
    examples: tuple[tuple[str, str], ...]
    locale: str = "en-US"
    domain: Domain | None = None


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join([INTRODUCTION, TERMS, _rules(), _sources(), *map(_section, SECTIONS)])


def _rules() -> str:
    rows = [
        f"| {rule.name} | {rule.wordings} | {rule.literal} | {rule.pragmatic} | {rule.source} |"
        for rule in RULES
    ]
    head = "| class | wordings | as worded | as read | source |\n|---|---|---|---|---|"
    return "\n".join(["## The rules", "", head, *rows, "", AFTER_THE_RULES])


def _sources() -> str:
    items = (_wrapped(f"- **{key}**: {text}", indent="  ") for key, text in SOURCES)
    return "\n".join(["## Sources", "", *items, ""])


def _section(section: Section) -> str:
    lines = [f"## {section.heading}", "", _wrapped(section.text), ""]
    lines += ["| phrase | class | as worded | as read |", "|---|---|---|---|"]
    lines += _examples(section)
    return "\n".join([*lines, ""])


def _examples(section: Section) -> Iterator[str]:
    lexicon = Lexicon(section.locale)
    for row, phrases in section.examples:
        for text in phrases.split("; "):
            phrase = read_phrase(text, lexicon)
            if not isinstance(phrase, Phrase):
                raise SystemExit(f"“{text}” cannot be read: {phrase.message}")
            reading = read(phrase, section.domain)
            is_share = reading.unit == FRACTION
            literal, pragmatic = (_shown(one, is_share) for one in reading[:2])
            yield f"| {text} | {row} | {literal} | {pragmatic} |"


def _wrapped(text: str, indent: str = "") -> str:
    return fill(text, 100, subsequent_indent=indent, break_on_hyphens=False)


def _shown(interval: Interval, is_share: bool) -> str:
    return f"{interval_text(interval.scaled(100))}%" if is_share else interval_text(interval)


INTRODUCTION = f"""\
# What a number phrase means

Made by `docs/make_phrases.py`; every interval in the examples is computed by fentcheck.

A figure in copy is seldom one number. “More than 27,000 pounds” leaves a great deal possible, and
yet a reader takes it to mean something near 27,000. So each phrase has two readings, the second
inside the first:

- **as worded** (literal): what the sentence leaves possible, if every word is taken at its word;
- **as read** (pragmatic): what about half of competent readers take it to mean.

Figures that cannot agree as worded are an error, and so are figures that agree as worded alone and
are {number(DEFAULTS.gap)} times apart as read. Where they are nearer than that, a hedge is only
stretched past what readers accept, and it is a warning.

In an interval, `[` and `]` take the end in, `(` and `)` leave it out, `∞` is no end at all, and
`{{12}}` is 12 and nothing else. Ends are rounded outward.
"""

TERMS = f"""\
## Terms

- **n** is the number with its magnitude word, in the unit printed: 70 for “70%”, 2,300,000 for
  “2.3 million”. A number below zero is read without its sign and mirrored.
- **p** is the place of its last significant digit: 1,000 for 55,000; 0.1 for 2.0. No more than
  n × {number(DEFAULTS.cap)} counts where a bound reaches out by it.
- **q** is p, or the place of the second figure where that is smaller: at least two figures are
  meant, so “6 billion” is 6.0 billion.
- **g** is the grain of the number: the largest of 1, 2 and 5 times a power of ten that divides it,
  and no more than n × {number(DEFAULTS.cap)}. It is 1,000 for 27,000 and 5,000 for 55,000.
- **s** is the square root of n × g: how far a hedge on n can be stretched at all.
- **k** is how much of s “about” takes up: {number(DEFAULTS.about_small)} below 20, \
{number(DEFAULTS.about_middle)} from 20, {number(DEFAULTS.about_large)} from 1,000.
- **k'** is how much of s “more than” and “less than” take up: {number(DEFAULTS.beyond_small)}, \
{number(DEFAULTS.beyond_middle)} and {number(DEFAULTS.beyond_large)} in the same bands.
"""

_SCALE = ", ".join(str(step) for step in FRACTION_SCALE)

_MAJORITIES = "(½, 0.65]; [0.55, 1); [0.75, 1); [0.9, 1)"

RULES = (
    Rule("exact", "exactly, precisely, a total of", "n", "n", "F"),
    Rule(
        "approximator",
        "about, around, roughly, some, circa, an estimated, n or so, give or take, ~",
        "n ± s",
        "n ± the larger of k·s and q/2",
        "F, J",
    ),
    Rule(
        "from below",
        "nearly, almost, approaching, just under, just shy of, close to",
        "[n − s, n]",
        "[n − the larger of k·s and q, n)",
        "F, J",
    ),
    Rule(
        "strict lower",
        "more than, over, above, upwards of, topping, in excess of",
        "(n, ∞)",
        "(n, n + the larger of p and k'·s]",
        "F, C",
    ),
    Rule(
        "closed lower",
        "at least, no fewer than, a minimum of, n or more, n-plus",
        "[n, ∞)",
        "[n, n + the larger of p and k'·s]",
        "F",
    ),
    Rule(
        "slightly above",
        "just over, slightly more than, a little over",
        "(n, n + s]",
        f"(n, n + the larger of q/2 and {number(DEFAULTS.slightly)}·s]",
        "F, J",
    ),
    Rule(
        "well above",
        "well over, far more than",
        "(n, ∞)",
        f"(n + {number(DEFAULTS.slightly)}·s, ∞)",
        "J",
    ),
    Rule("odd", "200-odd", "[n, n + p)", "(n, n + p)", "J"),
    Rule(
        "strict upper",
        "fewer than, less than, under, below",
        "[0, n)",
        "[n − the larger of p and k'·s, n)",
        "F",
    ),
    Rule(
        "closed upper",
        "at most, no more than, a maximum of, n or fewer",
        "[0, n]",
        "[n − the larger of p and k'·s, n]",
        "F",
    ),
    Rule("up to", "up to, as many as, as much as", "[0, ∞)", "(0, n]", "experiments"),
    Rule("evaluative", "just, only, a mere, as few as, a whopping", "n, bare", "n, bare", "J"),
    Rule("range", "n to m, n–m, between n and m", "[n − q/2, m + q/2]", "[n, m]", "X, J"),
    Rule("two bounds", "more than n but fewer than m", "from bound to bound", "the same", "J"),
    Rule("pair", "two or three", "as far again on either side", "[n, m]", "J"),
    Rule("dozen", "a dozen; half a dozen", "[10, 15); [5, 7]", "[11, 13]; 6", "J"),
    Rule(
        "plural magnitude",
        "dozens, scores, hundreds, thousands, millions",
        "two of them or more",
        "two of them, up to the next unit",
        "COB, J",
    ),
    Rule(
        "small vague",
        "a couple, a few, several, a handful",
        "two or more",
        "2–3; 3–6; 3–9; 3–9",
        "J",
    ),
    Rule("order of", "on the order of", "[n/10, 10n]", "[n/2, 5n]", "J"),
    Rule(
        "fraction",
        "half, a third, three quarters",
        f"half the way to the neighbours on {_SCALE}",
        "half of that",
        "J",
    ),
    Rule(
        "hedged fraction",
        "nearly a third, about half, more than a quarter",
        "the hedge's row, s being the way to the neighbour",
        f"the same, with k and k' {number(DEFAULTS.fraction_spread)} and no rounding",
        "J",
    ),
    Rule("one in k", "one in five", "1/(k ± ½)", "1/(k ± ¼)", "J"),
    Rule("majority", "a majority, most, the vast majority, nearly all", "(½, 1]", _MAJORITIES, "J"),
    Rule("minority", "a minority, less than half", "[0, ½)", "[0, ½)", "J"),
    Rule(
        "factor",
        "doubled, m times as many, m-fold",
        "m ± ½; halved: the reciprocals",
        f"m ± {number(DEFAULTS.factor_spread)}·s of m",
        "J",
    ),
    Rule(
        "bare number",
        "20 km, 2.3 million people",
        "n ± p/2; a lone 1 and zeros reaches down by p/20",
        "n ± q/2",
        "X, J",
    ),
)

AFTER_THE_RULES = """\
Both readings are then cut to what the quantity can be: masses, lengths, volumes, prices and counts
are not below zero, a share of a whole is from 0% to 100%. A count is whole numbers only: “more
than 12 people” is 13 or more. Whether a number is in figures or in words says nothing (AP).
"""

SOURCES = (
    (
        "F",
        "Ferson and others, 2015, “Natural language of uncertainty: numeric hedge words”, "
        "International Journal of Approximate Reasoning. People were asked what hedged numbers "
        "cover; the widths here are fitted to the 8,922 answers.",
    ),
    (
        "X",
        "XBRL Calculations 1.1, 2023: a reported number stands for every value that rounds to it, "
        "and a sum is consistent if the intervals meet.",
    ),
    ("I", "IEEE 1788-2015: arithmetic with intervals."),
    (
        "C",
        "Cummins, Sauerland and Solt, 2012, on granularity and scalar implicature: “more than n” "
        "is taken to stop short of the next round number.",
    ),
    ("JP", "Jansen and Pollmann, 2001, on which numbers count as round."),
    ("AP", "AP style on numerals and percentages: house style picks figures or words."),
    ("COB", "Collins COBUILD: “dozens” and its like are two of them or more."),
    ("J", "a judgement of this project."),
)

SECTIONS = (
    Section(
        "Plain numbers",
        "A count under 20, or one that does not end in zero, is exact. So are votes and ages. Any "
        "other number stands for what rounds to it.",
        (
            ("bare count", "12 people; 22 people; 150 people; 1,000 people; 2.3 million people"),
            ("bare count", "333 million people; 6 billion doses; 200 votes"),
            ("bare measure", "22 pounds; 20 km; 10 km; 10.0 km; 2.4 miles; 100 mg"),
            ("bare measure", "half a mile; twenty miles"),
            ("exact", "exactly 12 people; a total of 4,000 arrests; precisely 2 mg"),
            ("evaluative", "just 20 km; as few as 300 voters; a whopping 40%"),
            ("compound, in the smaller unit", "5 ft 11 in; 2 hours 25 minutes"),
        ),
    ),
    Section(
        "About",
        "The rounder the number, the more room it has.",
        (
            ("approximator", "about 5 people; around 55,000 people; approximately 150 miles"),
            ("approximator", "some 400 homes; 50 or so protesters; roughly 74,000 people"),
            ("order of", "on the order of 100 people"),
        ),
    ),
    Section(
        "Nearly",
        "The figure itself is not reached, or just so.",
        (
            ("from below", "nearly 108,000 people; almost 20 years; just under 40 mph"),
            ("from below", "close to 600 jobs; just shy of $5 million"),
        ),
    ),
    Section(
        "More than",
        "Anything above is possible; a reader expects the figure to be the last round one passed.",
        (
            ("strict lower", "more than 12 people; more than 150 people/day"),
            ("strict lower", "more than 27,000 pounds; over 100 km; more than 6 billion doses"),
            ("closed lower", "at least 12 people; 200 or more people; 1,400-plus cases"),
            ("slightly above", "just over 1,000 people; a little over 2 miles"),
            ("well above", "well over 1,000 people; far more than 60 km"),
            ("odd", "200-odd people"),
        ),
    ),
    Section(
        "Less than, and up to",
        "“Up to” is a bound that copy takes back as often as not, so as worded it rules nothing "
        "out.",
        (
            ("strict upper", "fewer than 500 homes; less than 3 kg; under 40 minutes"),
            ("closed upper", "no more than 80 miles; at most 12 people"),
            ("up to", "up to 40 homes; as many as 3,000 people; as much as 5 kg"),
        ),
    ),
    Section(
        "Ranges and vague words",
        "A word such as “dozens” says two of them at the least, and less than the next such word.",
        (
            ("range", "8 to 10 inches; 5,000 to 6,000 people; between 20 and 30 km; $3-5 billion"),
            ("two bounds", "more than 10 but fewer than 40 people"),
            ("pair", "two or three people"),
            ("dozen", "a dozen people; half a dozen people"),
            ("plural magnitude", "dozens of people; scores of agencies; hundreds of homes"),
            ("plural magnitude", "thousands of people; tens of thousands of people"),
            ("small vague", "a couple of people; a few people"),
            ("small vague", "several people; a handful of people"),
        ),
    ),
    Section(
        "Fractions",
        "Shares of a whole, shown in percent.",
        (
            ("fraction", "half; a third; two thirds; a quarter; three quarters"),
            ("hedged fraction", "nearly a third; about half; more than a quarter; just over half"),
            ("one in k", "one in five; 1 in 20"),
            ("majority", "a majority; more than half; most; the vast majority; nearly all"),
            ("minority", "a minority; less than half"),
        ),
        domain=Domain.SHARE,
    ),
    Section(
        "Percentages, points and rates",
        "A percentage stands for half of its last place on either side, round or not. Percent and "
        "percentage points are never taken for each other. A rate is measured, not counted.",
        (
            ("percentage", "40%; 86.3%; 100%; nearly 70%; more than 40%"),
            ("points", "10 percentage points; 25 basis points"),
            ("rate", "12 people/day; $80 a barrel; 3.2 per 100,000; 2 mg/dose"),
        ),
    ),
    Section(
        "Changes and factors",
        "“Up 300%” is four times as much, “300% of” three times, “up to 300%” a bound. “Three "
        "times more” may be three or four times as much, and is mostly three.",
        (
            ("change", "up 12%; a 10% increase; fell 12%; down 3 °C; up 300%"),
            ("multiple", "300% of"),
            ("factor", "doubled; halved; four times as many; threefold; more than doubled"),
            ("times more, times fewer", "three times more; three times fewer"),
        ),
    ),
    Section(
        "Money, and numbers below zero",
        "Money may be negative unless it is a price. A hedge on a number below zero keeps its "
        "direction.",
        (
            ("bare measure", "$20; £3.2bn; $1 million; -$3 million"),
            ("bare measure", "30 °C; −20 °C"),
            ("hedged", "about −20 °C; below −5 °C; above −5 °C"),
        ),
        locale="en-GB",
    ),
    Section(
        "Indian numbers",
        "In `locale: en-IN`, as elsewhere, a lakh is 100,000 and a crore 10 million.",
        (("bare", "1,50,000 people; 2.5 lakh people; ₹500 crore; Rs 1.5 lakh crore"),),
        locale="en-IN",
    ),
)

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
