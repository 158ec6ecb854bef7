"""The HTML report as text: what is on it, how it is put together, that nothing gets out of it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from html_page import Page, faults
from hypothesis import given
from hypothesis import strategies as st
from strategies import intervals

from fentcheck.cli.main import status_of
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import Readings
from fentcheck.expressions.tree import Comparison
from fentcheck.interval import (
    EMPTY,
    WHOLE_LINE,
    End,
    Interval,
    above,
    at_least,
    at_most,
    closed,
    point,
)
from fentcheck.output.html.markup import filled, later, shown, tag
from fentcheck.output.html.picture import Drawn, picture, words
from fentcheck.output.html.scale import Scale, scale_of, ticks
from fentcheck.output.html.style import STYLE
from fentcheck.units.unit import NUMBER, PERCENT, Unit

ROOT = Path(__file__).parent.parent
PEOPLE = Unit("people", 1, (("#people", 1),))

CLAIMS = """
article: {title: Roads, publisher: Courier, published: 2024-02}
claims:
  - id: per_day
    quote: 150 a day
    measure: road deaths
    value: 150 people/day
  - id: per_year
    quote: 75,000 a year
    measure: road deaths
    value: 75,000 people/year
  - id: per_year_again
    measure: road deaths
    value: about 75,000 people/year
  - id: alone
    measure: road length
    value: 1,200 miles
"""
HOSTILE = (
    "</script><script>window.hit=1</script>",
    "]]> --> <!--",
    "<img src=x onerror=window.hit=1>",
    "\" onfocus=window.hit=1 autofocus x='",
    "::error:: %0A [red]",
    "\x1b[31m\x1b]0;t\x07 \u202egnp",
    "javascript:window.hit=1",
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "fentcheck.toml").write_text("")
    return tmp_path


def page_of(*words: str) -> Page:
    """The page that a call writes, read; its structure is sound."""
    status_of([*words, "--format", "html", "--output", "report.html"])
    page = Page(Path("report.html").read_text(encoding="utf-8"))
    assert faults(page) == []
    return page


def test_a_finding_has_its_arithmetic_picture_mends_and_claims(here: Path) -> None:
    (here / "roads.yaml").write_text(CLAIMS.partition("  - id: per_year_again")[0])
    page = page_of("verify", "roads.yaml")
    assert page.all("h1")[0].text == "1 error"
    card = next(one for one in page.all("article", "card") if "FC201" in one.text)
    assert card.attributes["data-verdict"] == "contradicted"
    assert "150 people/day × 365 is 54,750 people/year, not 75,000" in card.text
    assert "stated" in card.text
    assert "as worded" in card.text
    assert "The nearest figure that fits" in card.text
    assert "line 11" in card.text
    pictures = [one for one in page.all("svg", "iv") if one.attributes.get("role") == "img"]
    titles = {one.attributes["id"] for one in page.all("title")[1:]}
    assert {one.attributes["aria-labelledby"] for one in pictures} == titles
    described = next(one.text for one in page.all("desc"))
    assert described.startswith("Stated: as read 74,500 to 75,500 people/year.")


def test_claims_are_marked_in_file_order_by_what_is_told_of_them(here: Path) -> None:
    (here / "roads.yaml").write_text(CLAIMS)
    page = page_of("verify", "roads.yaml")
    marks = [(one.text, one.classes[1:]) for one in page.elements if "fig" in one.classes]
    assert marks == [
        ("150 a day✗ (error, contradicted)", ["error"]),
        ("75,000 a year✗ (error, contradicted)", ["error"]),
        ("about 75,000 people/year~ (warning, strained)", ["warning"]),
        ("1,200 miles", []),
    ]


def test_the_text_of_an_article_is_marked_in_place(here: Path) -> None:
    (here / "roads.md").write_text(
        "# Roads\n\nThere are 150 a day, and\n75,000 a year, on 9 bridges.\n\n12 towns have none.\n"
    )
    claims = CLAIMS.replace("published: 2024-02", "published: 2024-02, text: roads.md")
    (here / "roads.yaml").write_text(claims)
    page = page_of("verify", "roads.yaml")
    (prose,) = page.all("div", "prose")
    assert "150 a day✗" in prose.text
    marks = [(one.text, one.classes[1:]) for one in page.elements if "fig" in one.classes]
    assert marks[:4] == [
        ("150 a day✗ (error, contradicted)", ["error"]),
        ("75,000 a year✗ (error, contradicted)", ["error"]),
        ("9 bridgesi (note)", ["note"]),
        ("12 townsi (note)", ["note"]),
    ]
    assert "Claims that quote nothing in the text" in page.shown


def test_a_draft_is_shown_with_its_figures(here: Path) -> None:
    (here / "draft.md").write_text(
        "# Homes\n\n- Of 250 homes, 41 percent, or 150, are let.\n\n| a | b |\n|-|-|\n| x | 7 |\n"
    )
    page = page_of("audit", "draft.md")
    (prose,) = page.all("div", "prose")
    assert "Of 250 homes✗ (error, contradicted), 41 percent✗" in prose.text
    assert [one.text for one in page.all("td") if one.text.startswith("7")]
    (card,) = page.all("article", "card")
    assert "line 3" in card.text
    assert "150, are let.line 3" in card.text


def test_a_clean_run_says_so(here: Path) -> None:
    (here / "roads.yaml").write_text(CLAIMS.replace("75,000", "55,000"))
    page = page_of("verify", "roads.yaml")
    assert page.all("h1")[0].text == "Nothing to mend"
    assert not page.all("article", "card")
    rows = page.all("tr", "item")
    assert len(rows) == 3
    assert "would catch" not in " ".join(one.text.lower() for one in rows)
    page = page_of("verify", "roads.yaml", "--all")
    assert len(page.all("li", "relation")) == 3
    assert "Would catch" in page.shown
    assert not page.all("tr", "item")


def test_nothing_found_at_all(here: Path) -> None:
    (here / "empty.md").write_text("No figures here.\n")
    page = page_of("audit", "empty.md")
    assert page.all("h1")[0].text == "Nothing to mend"
    assert not page.all("button")
    (here / "none.yaml").write_text("article: {title: T}\nclaims: []\n")
    page_of("verify", "none.yaml")


def test_look_alikes_are_a_dot_plot(here: Path) -> None:
    (here / "a.yaml").write_text(
        "article: {title: A, published: 2023-02}\nclaims:\n"
        "  - {id: one, measure: homes sold, of: {place: Leeds}, period: 2022, value: 4100 homes}\n"
        "  - {id: two, measure: homes sold, of: {place: York}, period: 2022, value: 5200 homes}\n"
        "  - {id: three, measure: homes sold, of: {place: Hull}, period: 2022,"
        " value: more than 13 homes/day}\n"
    )
    page = page_of("verify", "a.yaml")
    card = next(one for one in page.all("article", "card") if "FC501" in one.text)
    assert "Leeds" in card.text
    assert "A ring is a rate, taken over 365 days." in card.text
    strips = [one for one in page.all("circle") if one.attributes["r"] == "4.5"]
    assert [one.attributes["class"] for one in strips] == ["dot", "dot", "ring"]
    places = [float(one.attributes["cx"].rstrip("%")) for one in strips]
    assert places[0] < places[2] < places[1]
    named = [one for one in page.elements if "named" in one.classes]
    assert any("3 figures for “homes sold”" in one.text for one in named)


def test_two_drafts_have_their_own_figures(here: Path) -> None:
    for name in ("one.md", "two.md"):
        (here / name).write_text("Of 250 homes, 41 percent, or 150, are let.\n")
    page = page_of("audit", "one.md", "two.md")
    marks = [one.attributes["href"] for one in page.elements if "fig" in one.classes]
    assert marks == ["#f1"] * 3 + ["#f2"] * 3


def test_the_same_input_makes_the_same_bytes(here: Path) -> None:
    (here / "roads.yaml").write_text(CLAIMS)
    page_of("verify", "roads.yaml", "--all")
    first = Path("report.html").read_bytes()
    page_of("verify", "roads.yaml", "--all")
    assert Path("report.html").read_bytes() == first


def test_the_policy_allows_this_style_and_this_script_alone(here: Path) -> None:
    (here / "roads.yaml").write_text(CLAIMS)
    page = page_of("verify", "roads.yaml")
    (policy,) = [
        one.attributes["content"]
        for one in page.all("meta")
        if one.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none';")
    for name in ("style", "script"):
        (element,) = page.all(name)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    text = Path("report.html").read_text()
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_shown_as_text(here: Path, hostile: str) -> None:
    (here / "bad.yaml").write_text(hostile_claims(hostile), encoding="utf-8")
    (here / "draft.md").write_text(
        f"# {hostile}\n\nOf 250 homes {hostile} 41 percent, or 150, are let.\n", encoding="utf-8"
    )
    claims = page_of("verify", "bad.yaml", "--all")
    allowed = {one.name for one in claims.elements}
    assert not allowed & {"img", "iframe", "object", "embed", "form", "base"}
    assert len(claims.all("script")) == 1
    seen = "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in hostile)
    assert claims.shown.count(seen) >= 8
    draft = page_of("audit", "draft.md")
    assert len(draft.all("script")) == 1
    assert not draft.all("img")
    text = Path("report.html").read_text(encoding="utf-8")
    assert not set(text) & set("\x1b\x07\0\u202e")


def hostile_claims(text: str) -> str:
    """A claims file with a text in every field that takes one."""
    quoted = "'" + "".join(one for one in text if one >= " ").replace("'", "''") + "'"
    escaped = "".join(one if one >= " " else f"\\x{ord(one):02x}" for one in text)
    doubled = '"' + escaped.replace('"', '\\"') + '"' if escaped != text else quoted
    return f"""
article: {{title: {doubled}, publisher: {doubled}, published: 2024-02}}
claims:
  - id: per_day
    quote: {doubled}
    measure: {doubled}
    of: {{place: {doubled}}}
    by: {doubled}
    note: {doubled}
    value: 150 people/day
  - id: per_year
    quote: {doubled}
    measure: {doubled}
    of: {{place: {doubled}}}
    value: 75,000 people/year
  - id: other_year
    measure: {doubled}
    of: {{place: Elsewhere}}
    period: {doubled}
    value: 60,000 people/year
  - id: unread
    value: {doubled}
    {doubled}: unknown key
checks:
  - id: check
    that: {doubled}
waivers:
  - code: {doubled}
    claims: [{doubled}]
    reason: {doubled}
"""


def test_a_file_name_is_shown_as_text(here: Path) -> None:
    name = 'a"><svg onload=window.hit=1> \u202e.yaml'
    (here / name).write_text(CLAIMS)
    page = page_of("verify", name)
    assert 'a"><svg onload=window.hit=1> \\u202e.yaml' in page.shown


def test_every_case_makes_a_sound_page(here: Path) -> None:
    page_of("verify", str(ROOT / "tests" / "cases"), "--all", "--today", "2026-01-01")
    page_of("verify", str(ROOT / "claims"), "--all", "--statistics")
    page_of("audit", *map(str, sorted((ROOT / "tests" / "prose" / "drafts").glob("*.md"))))


@given(st.text())
def test_shown_text_is_read_back(text: str) -> None:
    class _Reader(HTMLParser):
        found = ""

        def handle_data(self, data: str) -> None:
            self.found += data

        def handle_starttag(self, name: str, attrs: Iterable[tuple[str, str | None]]) -> None:
            for _, value in attrs:
                self.found += value or ""

    reader = _Reader()
    reader.feed(tag("p", text, title=text))
    reader.close()
    assert reader.found.startswith(reader.found[: len(reader.found) // 2] * 2)
    assert "\0" not in shown(text)


def test_what_is_left_open_is_filled_in() -> None:
    assert filled(tag("p", later(1), " ", later(0)), ["b", "a"]) == "<p>a b</p>"


FIRST = """
article: {title: First, published: 2024-02}
claims:
  - {id: north, value: 120 homes}
  - {id: south, value: 80 homes}
  - {id: total, value: 500 homes}
  - {id: old, value: 100 homes}
checks:
  - {id: sum, that: total == north + south}
  - {id: twice, that: total == 2 * old}
  - {id: low, that: total == 200}
waivers:
  - {code: FC202, claims: [total, old], reason: an editor's reason}
"""


def test_the_figure_to_look_at_first_and_what_is_waived(here: Path) -> None:
    (here / "first.yaml").write_text(FIRST)
    page = page_of("verify", "first.yaml", "--statistics")
    (first,) = page.all("p", "first")
    assert first.text.endswith("first.total. Another value for it clears 2 of 2 findings.")
    assert page.all("p", "deck")[0].text.endswith("3 relations checked. 1 waived.")
    (waived,) = [one for one in page.all("details") if "1 waived" in one.text]
    assert "an editor's reason" in waived.text
    (row,) = [one for one in page.all("tr", "item") if "contradicted, waived" in one.text]
    assert "idle" in row.classes
    mark = next(one for one in page.elements if "fig" in one.classes and "100 homes" in one.text)
    assert "error" not in mark.classes
    assert "FC202 stated-check" in next(
        one.text for one in page.all("section") if "by-rule" in one.classes
    )


def test_of_many_articles_those_without_findings_are_folded(here: Path) -> None:
    (here / "claims").mkdir()
    for number in range(14):
        text = CLAIMS if number == 3 else CLAIMS.replace("75,000", "55,000")
        text = text.replace("road deaths", f"deaths on road {number}").replace("title: Roads, ", "")
        (here / "claims" / f"road_{number:02}.yaml").write_text(text)
    page = page_of("verify")
    (contents,) = page.all("nav")
    assert contents.text.startswith("Articlesroad_03.yaml")
    (folded,) = [one for one in page.all("details") if "13 more articles" in one.text]
    assert "road_13.yaml" in folded.text


def test_what_goes_on_for_pages_is_cut(here: Path) -> None:
    parts = "".join(
        f"  - {{id: p{n}, part_of: [whole], value: {n + 1} homes}}\n" for n in range(40)
    )
    (here / "many.yaml").write_text(
        f"article: {{title: Many}}\nclaims:\n  - {{id: whole, value: 9 homes}}\n{parts}"
    )
    page = page_of("verify", "many.yaml")
    (card,) = page.all("article", "card")
    assert "29 more" in card.text


# Scales


def ends(low: int | Fraction, high: int | Fraction) -> Scale:
    scale = scale_of([closed(low, high)])
    assert scale is not None
    return scale


def test_a_scale_is_logarithmic_where_ends_are_far_apart_and_above_zero() -> None:
    assert not ends(10, 200).is_log
    assert ends(10, 201).is_log
    assert not ends(0, 10**6).is_log
    assert not ends(-1, 10**6).is_log
    assert scale_of([WHOLE_LINE, EMPTY]) is None


@pytest.mark.parametrize(
    ("interval", "labels"),
    [
        (closed(52_925, 70_601), ["55,000", "60,000", "65,000", "70,000"]),
        (closed(1, 1000), ["1", "10", "100", "1,000"]),
        (closed(10**6, 10**6 + 10), ["1 million", "1.000005 million", "1.00001 million"]),
        (closed(1, 10**30), ["1", "1 billion", "10¹⁸", "10²⁷"]),
        (point(0), ["0", "0.02", "0.04", "0.06"]),
    ],
)
def test_ticks_are_round_and_distinct(interval: Interval, labels: list[str]) -> None:
    scale = scale_of([interval])
    assert scale is not None
    assert [one.label for one in ticks(scale, NUMBER)] == labels


@given(st.integers(-(10**40), 10**40), st.integers(0, 10**40))
def test_a_scale_holds_its_ends_and_ticks(low: int, width: int) -> None:
    scale = ends(low, low + width)
    made = ticks(scale, PERCENT)
    assert 1 <= len(made) <= 12
    assert len({one.label for one in made}) == len(made)
    places = [scale.at(low), scale.at(low + width), *(one.at for one in made)]
    assert all(0 <= one <= 1 for one in places)
    assert [one.at for one in made] == sorted(one.at for one in made)


# Pictures


def drawn(stated: Interval, computed: Interval, unit: Unit = PEOPLE) -> Page:
    sides = (Readings(one, one, one) for one in (stated, computed))
    return Page(picture(Drawn(next(sides), next(sides), unit, gap=Fraction(2), fails=True), "x"))


def test_open_ends_are_rings_and_what_is_unbounded_has_an_arrow() -> None:
    page = drawn(Interval(End(10, True), End(20, False)), at_least(40))
    assert len(page.all("circle", "ring")) == 1
    assert len(page.all("line", "stop")) == 2
    assert len(page.all("path", "arrow")) == 1
    assert len(page.all("rect", "apart")) == 1
    assert "2 times apart" in page.all("text", "gap")[0].text


def test_both_readings_are_drawn_where_they_differ() -> None:
    side = Readings(at_least(10), closed(10, 12), point(10))
    page = Page(picture(Drawn(side, side, PEOPLE), "x"))
    assert len(page.all("rect", "read")) == 2
    assert len(page.all("line", "thin")) == 2
    assert len(page.all("rect", "shared")) == 1


def test_a_relation_with_nothing_left_still_has_its_table() -> None:
    page = drawn(closed(1, 2), EMPTY)
    assert "no figure is left" in page.all("svg")[0].text
    assert "no figure at all" in page.all("table")[0].text
    assert not drawn(WHOLE_LINE, WHOLE_LINE).all("svg")


@given(
    st.tuples(intervals(), intervals(), intervals(), intervals()),
    st.sampled_from(list(Comparison)),
    st.booleans(),
)
def test_any_two_sides_have_a_sound_picture(
    four: tuple[Interval, Interval, Interval, Interval], comparison: Comparison, fails: bool
) -> None:
    one, other, third, fourth = four
    sides = (
        Readings(literal, literal.meet(pragmatic), literal)
        for literal, pragmatic in ((one, other), (third, fourth))
    )
    page = Page(picture(Drawn(next(sides), next(sides), PERCENT, comparison, fails=fails), "x"))
    assert faults(page) == []
    for element in page.elements:
        for name in ("x", "x1", "x2", "cx", "width"):
            value = element.attributes.get(name, "0")
            assert 0 <= float(value.rstrip("%")) <= 100


def test_an_order_is_said() -> None:
    side = Readings(point(1), point(1), point(1))
    page = Page(picture(Drawn(side, side, PEOPLE, Comparison.AT_MOST), "x"))
    assert page.all("figcaption")[0].text == "Expected: stated at most computed."


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (closed(1, 2), "1 to 2 people"),
        (point(7), "7 people"),
        (above(54_750), "more than 54,750 people"),
        (at_most(5), "at most 5 people"),
        (closed(0, 5), "at most 5 people"),
        (Interval(End(3, True), End(5, False)), "more than 3, at most 5 people"),
        (closed(10**9, 10**9 + 1), "about 1 billion people"),
        (WHOLE_LINE, "any figure"),
        (EMPTY, "no figure at all"),
    ],
)
def test_an_interval_in_words(interval: Interval, said: str) -> None:
    assert words(interval, PEOPLE) == said


# Colours


def test_every_colour_can_be_read_in_both_schemes() -> None:
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6})", part)) for part in schemes())
    for colours in (light, dark):
        for accent in ("error", "warning", "note", "holds", "idle"):
            for ground in ("paper", "card", "faint", f"{accent}-wash"):
                assert contrast(colours[accent], colours[ground]) >= 4.5, (accent, ground)
            assert contrast(colours["ink"], colours[f"{accent}-wash"]) >= 7
        for text in ("ink", "dim", "link"):
            for ground in ("paper", "card", "faint"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        assert contrast(colours["ink"], colours["found"]) >= 4.5
        assert contrast(colours["focus"], colours["paper"]) >= 3


def schemes() -> tuple[str, str]:
    light, _, rest = STYLE.partition("@media screen and (prefers-color-scheme: dark)")
    return light, rest.partition("*, *::before")[0]


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2."""
    dark, light = sorted(luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
