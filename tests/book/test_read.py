"""Claims files and vocabularies: what is read, and each mistake with its code and its place."""

from __future__ import annotations

from datetime import date

import pytest

from fentcheck.book.claim import Article, Change
from fentcheck.book.read import read_article
from fentcheck.book.span import Problem
from fentcheck.book.vocabulary import MeasureKind, Vocabulary, read_vocabulary
from fentcheck.expressions.parse import Check, Fault
from fentcheck.files.config import Config, Lexicons
from fentcheck.phrases.hedges import Statistic, Superlative

LEXICONS = Lexicons(Config("."))


def article(text: str) -> Article:
    return read_article(text, "claims/storm.yaml", "storm", LEXICONS)


def clean(text: str) -> Article:
    found = article(text)
    assert found.problems == ()
    return found


def at(problem: Problem, text: str) -> str:
    """The stretch of a text that a problem is at; of several lines, the first."""
    span = problem.span
    line = text.split("\n")[span.line - 1]
    end = span.end_column if span.end_line == span.line else len(line) + 1
    return line[span.column - 1 : end - 1]


def told(text: str) -> list[tuple[str, str]]:
    """The code of each problem with the stretch that it is at."""
    return [(found.code, at(found, text)) for found in article(text).problems]


WHOLE = """\
article:
  title: The storm
  publisher: Gazette
  published: 2024-02-17
  text: ../drafts/storm.md
  locale: en-GB
  url: https://example.org
claims:
  - id: homes
    quote: 9,000 homes
    at: 2
    by: the council
    measure: Homes flooded
    of: {Place: Kent, cause: Rain}
    period: last year
    value: "9,000 homes"
    parts: exhaustive
    overlapping: yes
    note: so they say
  - id: part
    part_of: [homes, other.homes]
    value: 300 homes
    statistic: mean
  - id: share
    share_of: homes
    value: 3%
    superlative: highest
    hypothetical: if it rained again
  - id: rise
    value: up 3%
    change: {from: homes, to: other.homes}
  - id: load
    value: 22 pounds
    also: 10 kg
checks:
  - id: sum
    that: homes == part / share
    note: as printed
waivers:
  - code: FC501
    claims: [homes, part]
    reason: another count
    until: 2027-01-01
"""


def test_a_whole_file() -> None:
    found = clean(WHOLE)
    assert (found.title, found.publisher, found.text, found.locale) == (
        "The storm", "Gazette", "../drafts/storm.md", "en-GB",
    )  # fmt: skip
    assert found.published is not None
    assert found.published.days == 1
    homes, part, share, rise, load = found.claims
    assert (homes.name, homes.id, homes.order, homes.value) == (
        "storm.homes", "homes", 0, "9,000 homes",
    )  # fmt: skip
    assert (homes.measure, homes.scope) == (
        "Homes flooded", (("cause", "rain"), ("place", "kent")),
    )  # fmt: skip
    assert homes.period is not None
    assert homes.period.days == 365
    assert (homes.quote, homes.by, homes.parts_exhaustive, homes.overlapping) == (
        "9,000 homes", "the council", True, True,
    )  # fmt: skip
    assert (part.part_of, part.statistic) == (("storm.homes", "other.homes"), Statistic.MEAN)
    assert (share.share_of, share.superlative, share.hypothetical) == (
        "storm.homes", Superlative.HIGHEST, "if it rained again",
    )  # fmt: skip
    assert rise.change == Change("storm.homes", "other.homes")
    assert load.also is not None
    assert [claim.is_linked for claim in found.claims] == [False, True, True, True, True]
    (check,) = found.checks
    assert (check.name, check.text) == ("storm.sum", "homes == part / share")
    assert isinstance(check.parsed, Check)
    assert [named.name for named in check.named] == ["storm.homes", "storm.part", "storm.share"]
    (waiver,) = found.waivers
    assert (waiver.code, waiver.claims, waiver.reason, waiver.until) == (
        "FC501", ("storm.homes", "storm.part"), "another count", date(2027, 1, 1).toordinal(),
    )  # fmt: skip


def test_a_span_of_a_claim() -> None:
    homes = clean(WHOLE).claims[0]
    assert homes.span("id").line == 9
    assert homes.span().line == 16
    assert homes.span("also")[:2] == (9, 5)


def test_the_locale_decides_units_and_fiscal_years() -> None:
    text = "article: {{locale: {}}}\nclaims:\n  - {{id: a, period: FY2024, value: 5 tons}}\n"
    sizes, starts = set(), set()
    for locale in ("en-US", "en-GB"):
        (claim,) = clean(text.format(locale)).claims
        assert claim.phrase is not None
        assert claim.period is not None
        sizes.add(claim.phrase.unit.size)
        starts.add(claim.period.start)
    assert len(sizes) == len(starts) == 2


# Mistakes


def claims(*rows: str) -> str:
    return "claims:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the file
        ("", [("FC002", "")]),
        ("just text", [("FC002", "just text")]),
        ("- a\n", [("FC002", None)]),
        ("article: {title: x}\n", [("FC002", None)]),
        ("claims: []\nclaim: 5\n", [("FC002", "claim")]),
        ("claims: {a: 5}\n", [("FC002", "{")]),
        ("claims: five\n", [("FC002", "five")]),
        ("claims:\n", []),
        ("claims:\n  - five\n", [("FC002", "five")]),
        ("claims: []\nchecks: five\n", [("FC002", "five")]),
        ("claims: []\nwaivers: {a: b}\n", [("FC002", "{")]),
        # the header
        ("article: x\nclaims: []\n", [("FC002", "x")]),
        ("article: {titel: x}\nclaims: []\n", [("FC002", "titel")]),
        ("article: {title: [x]}\nclaims: []\n", [("FC002", "[")]),
        ("article: {locale: english}\nclaims: []\n", [("FC004", "english")]),
        ("article: {published: soon}\nclaims: []\n", [("FC004", "soon")]),
        ("article: {published: 2024-02-30}\nclaims: []\n", [("FC004", "2024-02-30")]),
        ("article: {published: 2024/..}\nclaims: []\n", [("FC004", "2024/..")]),
        # ids
        (claims("value: 5 kg"), [("FC002", "{")]),
        (claims("id: 5kg, value: 5 kg"), [("FC002", "5kg")]),
        (claims("id: a b, value: 5 kg"), [("FC002", "a b")]),
        (claims("id: '', value: 5 kg"), [("FC002", "''")]),
        (claims("id: [a], value: 5 kg"), [("FC002", "["), ("FC002", "{")]),
        (claims("id: a, value: 5 kg", "id: a, value: 6 kg"), [("FC003", "a")]),
        # values
        (claims("id: a"), [("FC002", "a")]),
        (claims("id: a, value: [5]"), [("FC004", "[")]),
        (claims("id: a, value: hardly anything"), [("FC004", None)]),
        (claims("id: a, value: 5 kilogrmas"), [("FC005", "kilogrmas")]),
        (claims("id: a, value: 5 kg, also: {b: c}"), [("FC004", "{")]),
        # other keys
        (claims("id: a, value: 5 kg, valeu: 6"), [("FC002", "valeu")]),
        (claims("id: a, value: 5 kg, at: 0"), [("FC004", "0")]),
        (claims("id: a, value: 5 kg, at: first"), [("FC004", "first")]),
        (claims("id: a, value: 5 kg, at: -1"), [("FC004", "-1")]),
        (claims("id: a, value: 5 kg, at: ²"), [("FC004", "²")]),
        (claims("id: a, value: 5 kg, at: 12345678"), [("FC004", "12345678")]),
        (claims("id: a, value: 5 kg, statistic: average"), [("FC004", "average")]),
        (claims("id: a, value: 5 kg, superlative: most"), [("FC004", "most")]),
        (claims("id: a, value: 5 kg, parts: all"), [("FC004", "all")]),
        (claims("id: a, value: 5 kg, overlapping: maybe"), [("FC004", "maybe")]),
        (claims("id: a, value: 5 kg, of: Kent"), [("FC002", "Kent")]),
        (claims("id: a, value: 5 kg, of: {place: [Kent]}"), [("FC002", "[")]),
        (claims("id: a, value: 5 kg, period: whenever"), [("FC004", "whenever")]),
        (claims("id: a, value: 5 kg, period: last year"), [("FC004", "last year")]),
        (claims("id: a, value: 5 kg, period: [2021]"), [("FC004", "[")]),
        (claims("id: a, value: 5 kg, part_of: [[b]]"), [("FC002", "[")]),
        (claims("id: a, value: 5 kg, part_of: ''"), [("FC002", "''")]),
        (claims("id: a, value: 5 kg, share_of: {b: c}"), [("FC002", "{")]),
        (claims("id: a, value: 5%, change: b"), [("FC002", "b")]),
        (claims("id: a, value: 5%, change: {from: b}"), [("FC002", "{")]),
        (claims("id: a, value: 5%, change: {to: b}"), [("FC002", "{")]),
        (claims("id: a, value: 5%, change: {from: b, to: c, by: d}"), [("FC002", "by")]),
        (claims("id: a, value: 5 kg, quote: {b: c}"), [("FC002", "{")]),
        # checks and waivers
        ("claims: []\nchecks:\n  - five\n", [("FC002", "five")]),
        ("claims: []\nchecks:\n  - {id: a}\n", [("FC002", "a")]),
        ("claims: []\nchecks:\n  - {note: a}\n", [("FC002", "{")]),
        ("claims: []\nchecks:\n  - {that: [a]}\n", [("FC002", "[")]),
        ("claims: []\nchecks:\n  - {that: a == b, than: c}\n", [("FC002", "than")]),
        ("claims: []\nchecks:\n  - that: a = b\n", [("FC004", "=")]),
        ("claims: []\nchecks:\n  - that: 'a = b'\n", [("FC004", "=")]),
        ("claims: []\nchecks:\n  - {id: x, that: a == b}\n  - {id: x, that: a == c}\n",
         [("FC003", "x")]),
        ("claims: []\nchecks:\n  - that: a == b\n  - that: a == c\n", []),
        ("claims: []\nwaivers:\n  - five\n", [("FC002", "five")]),
        ("claims: []\nwaivers:\n  - {reason: x}\n", [("FC002", "{")]),
        ("claims: []\nwaivers:\n  - {code: FC501}\n", [("FC002", "{")]),
        ("claims: []\nwaivers:\n  - {code: [FC501], reason: x}\n", [("FC002", "{")]),
        ("claims: []\nwaivers:\n  - {code: FC501, reason: x, untill: 2027}\n",
         [("FC002", "untill")]),
        ("claims: []\nwaivers:\n  - {code: FC501, reason: x, claims: [{a: b}]}\n",
         [("FC002", "{")]),
    ],
)  # fmt: skip
def test_a_mistake(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = told(text)
    assert [code for code, _ in found] == [code for code, _ in expected]
    for (_, stretch), (_, wanted) in zip(found, expected, strict=True):
        if wanted is not None:
            assert stretch.startswith(wanted[:1]) if wanted == "{" else stretch[:60] == wanted[:60]


def test_a_mistake_says_what_is_meant() -> None:
    messages = [
        found.message
        for found in article(
            claims("id: 5 kg!, value: 5 kg", "id: b, valeu: 5", "id: '!', value: 6 kg")
        ).problems
    ]
    assert "“n5_kg”" in messages[0]
    assert "did you mean “value”?" in messages[1]
    assert "figure" in messages[-1]


def test_a_claim_that_cannot_be_read_is_kept_without_its_value() -> None:
    found = article(claims("id: a, value: hardly anything", "id: b, value: 5 kg"))
    assert [claim.phrase is None for claim in found.claims] == [True, False]
    assert found.claims[0].value == "hardly anything"


def test_a_value_that_is_no_text_is_shown_as_nothing() -> None:
    assert article(claims("id: a, value: [5]")).claims[0].value == ""


def test_an_unnamed_claim_has_a_name_of_its_own() -> None:
    found = article(claims("id: a, value: 5 kg", "value: 6 kg"))
    assert [claim.id for claim in found.claims] == ["a", "claim_2"]


def test_a_check_that_cannot_be_read_is_kept() -> None:
    (check,) = article("claims: []\nchecks:\n  - {id: x, that: a = b}\n").checks
    assert isinstance(check.parsed, Fault)
    assert check.named == ()


def test_a_file_that_stops_early_misses_nothing() -> None:
    """What was not reached is not said to be missing."""
    for text in (
        "article: {title: x\n",
        "claims:\n  - id: a\n    value: 5 kg\n  - id: b\n    value: [\n",
        'claims:\n  - id: a\n    value: 5 kg\n  - note: "x\n',
        'claims:\n  - id: a\n    value: 5 kg\n  - id: "x\n',
    ):
        assert [code for code, _ in told(text) if code == "FC002"] == []


def test_problems_name_their_claim() -> None:
    (found,) = article(claims("id: a, value: 5 kg, at: first")).problems
    assert found.claims == ("storm.a",)


def test_a_doubtful_unit_is_a_note() -> None:
    """“laods” is near “loads”? A noun near a short name of a unit is only noted."""
    found = article(claims("id: a, value: 5 metrs"))
    assert all(problem.is_note for problem in found.problems if problem.code == "FC005")
    assert found.claims[0].phrase is not None


# The vocabulary


VOCABULARY = """\
measures:
  Drug seized: {kind: flow, aliases: [seizures, Drugs Seized]}
  drug price: {kind: price}
  lethal dose: {kind: constant}
  homes:
dimensions:
  drug:
    - any drug > opioids > synthetic opioids > Fentanyl
    - any drug > stimulants
  place: world > US > US border
"""


def vocabulary(text: str) -> Vocabulary:
    found, problems = read_vocabulary(text)
    assert problems == ()
    return found


def test_a_vocabulary() -> None:
    found = vocabulary(VOCABULARY)
    assert found.measure("Seizures") == found.measure("DRUGS SEIZED") == "drug seized"
    assert found.measure("Unknown") == "unknown"
    assert found.kind("drug price") is MeasureKind.PRICE
    assert found.kind("lethal dose") is MeasureKind.CONSTANT
    assert found.kind("homes") is found.kind("unknown") is MeasureKind.FLOW
    assert not found.is_empty


@pytest.mark.parametrize(
    ("narrow", "wide", "within"),
    [
        ({"drug": "fentanyl"}, {"drug": "fentanyl"}, True),
        ({"drug": "fentanyl"}, {"drug": "opioids"}, True),
        ({"drug": "fentanyl"}, {"drug": "any drug"}, True),
        ({"drug": "opioids"}, {"drug": "fentanyl"}, False),
        ({"drug": "stimulants"}, {"drug": "opioids"}, False),
        ({"drug": "fentanyl"}, {}, True),
        ({}, {"drug": "fentanyl"}, False),
        ({"drug": "fentanyl", "place": "us border"}, {"drug": "opioids"}, True),
        ({"drug": "fentanyl", "place": "us border"}, {"drug": "opioids", "place": "us"}, True),
        ({"drug": "fentanyl"}, {"place": "us"}, False),
        ({"crop": "rye"}, {"crop": "wheat"}, False),
        ({"crop": "rye"}, {"crop": "rye"}, True),
    ],
)
def test_scopes_lie_within(narrow: dict[str, str], wide: dict[str, str], within: bool) -> None:
    found = vocabulary(VOCABULARY)
    scopes = [tuple(sorted(scope.items())) for scope in (narrow, wide)]
    assert found.is_within(*scopes) is within


def test_what_is_outside_the_vocabulary() -> None:
    found = vocabulary(VOCABULARY)
    assert found.has("Seizures", (("drug", "fentanyl"),))
    assert found.has(None, ())
    assert not found.has("rainfall", ())
    assert not found.has("homes", (("drug", "tea"),))
    assert not found.has("homes", (("crop", "rye"),))


def test_chains_join_and_a_circle_ends() -> None:
    joined = vocabulary("dimensions:\n  d: [a > b, b > c]\n")
    assert joined.is_within((("d", "c"),), (("d", "a"),))
    circle = vocabulary("dimensions:\n  d: [a > b, b > a]\n")
    assert circle.is_within((("d", "a"),), (("d", "b"),))


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("", []),
        ("just text", ["just text"]),
        ("measure: {}\n", ["measure"]),
        ("measures: text\n", ["text"]),
        ("measures: {a: flow}\n", ["flow"]),
        ("measures: {a: [flow]}\n", ["[flow]}"]),
        ("measures: {a: {kind: fluid}}\n", ["fluid"]),
        ("measures: {a: {kind: [flow]}}\n", ["[flow]}}"]),
        ("measures: {a: {colour: red}}\n", ["colour"]),
        ("measures: {a: {aliases: b}}\n", ["aliases"]),
        ("dimensions: text\n", ["text"]),
        ("dimensions: {a: {b: c}}\n", ["{b: c}}"]),
        ("dimensions: {a: [[b]]}\n", ["[b]]}"]),
    ],
)
def test_a_mistake_in_the_vocabulary(text: str, stretches: list[str]) -> None:
    _, problems = read_vocabulary(text)
    assert [problem.code for problem in problems] == ["FC002"] * len(stretches)
    for problem, stretch in zip(problems, stretches, strict=True):
        assert text.split("\n")[0][problem.span.column - 1 :].startswith(stretch[:1])
        if stretch[0] not in "[{":
            assert at(problem, text) == stretch


def test_a_vocabulary_that_is_no_yaml() -> None:
    _, problems = read_vocabulary("measures: {a: {kind: flow}\n")
    assert [problem.code for problem in problems] == ["FC001"]
