"""A claims file put in order says what it said before, and all else in it stays to the byte."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fentcheck.book.book import Settings
from fentcheck.book.read import CLAIM_KEYS, REFERENCE_CLAIM_KEYS, read_article
from fentcheck.book.tidy import ORDER, tidied
from fentcheck.engine.check import Checked, check_article
from fentcheck.files.config import Config, Lexicons
from fentcheck.files.drafts import extracted_from

LEXICONS = Lexicons(Config("."))


def test_the_order_has_every_key() -> None:
    assert set(ORDER) == REFERENCE_CLAIM_KEYS >= CLAIM_KEYS
    assert len(ORDER) == len(set(ORDER))


def in_order(text: str) -> str:
    """The text put in order, which once is enough for."""
    found = tidied(dedent(text))
    assert tidied(found.text).places == 0
    assert (found.places == 0) == (found.text == dedent(text))
    return found.text


def test_keys_with_their_comments() -> None:
    before = """\
        claims:
          # of the claim
          - value: 12 boats   # as printed
            # about the measure
            # in two lines
            measure: boats
            # the name
            id: boats
            # an afterword

          - {value: 13 nets, id: nets}   # in braces all stays
        """
    after = """\
        claims:
          # of the claim
            # the name
          - id: boats
            # about the measure
            # in two lines
            measure: boats
            value: 12 boats   # as printed
            # an afterword

          - {value: 13 nets, id: nets}   # in braces all stays
        """
    assert in_order(before) == dedent(after)


def test_values_of_several_lines() -> None:
    before = """\
        claims:
        -   note: |
              # of the text

              more
            part_of:
            - whole
            - other
            of:
                # where
                place: quay
            value: "12
              boats"
            id: boats
        -   {id: whole, value: 5}
        """
    after = """\
        claims:
        -   id: boats
            of:
                # where
                place: quay
            value: "12
              boats"
            part_of:
            - whole
            - other
            note: |
              # of the text

              more
        -   {id: whole, value: 5}
        """
    assert in_order(before) == dedent(after)


def test_a_key_that_is_not_known_stays_behind_its_neighbour() -> None:
    before = "claims:\n  - value: 5 boats\n    mesure: boats\n    id: boats\n"
    assert in_order(before) == "claims:\n  - id: boats\n    value: 5 boats\n    mesure: boats\n"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("is_ended", [True, False])
def test_line_breaks_stay(ending: str, is_ended: bool) -> None:
    lines = ["claims:", "  - value: 5 boats \t", "    id: boats", "  - value: 6 nets"]
    wanted = ["claims:", "  - id: boats", "    value: 5 boats", "  - id: figure"]
    wanted.append("    value: 6 nets")
    end = ending if is_ended else ""
    assert in_order(ending.join(lines) + end) == ending.join(wanted) + end


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        ("measure: Boats  in the “harbour”", "boats_in_the_harbour"),
        ("measure: Überfälle", "uberfalle"),
        ("measure: 船", "figure"),
        ("measure: share", "share_2"),
        ("quote: more than 150 Americans each day", "americans_each_day"),
        ("quote: 150", "figure"),
        ("measure: the very long name of what was measured", "the_very_long_name_of"),
        ("measure: taken", "taken_2"),
        ("measure: taken\n    period: FY2023", "taken_fy2023"),
        ("by: someone", "figure"),
    ],
)  # fmt: skip
def test_ids(claim: str, name: str) -> None:
    text = f"claims:\n  - {{id: taken, value: 5}}\n  - {claim}\n    value: 5\n"
    assert tidied(text).ids == (name,)
    one_line = claim.replace("\n    ", ", ")
    assert f"  - {{id: {name}, value: 5, {one_line}" in in_order(
        f"claims:\n  - {{id: taken, value: 5}}\n  - {{value: 5, {one_line}}}\n"
    )


def test_an_id_by_which_a_check_knows_a_claim_already() -> None:
    text = "claims:\n  - value: 5 boats\n  - value: 6 boats\nchecks:\n  - that: claim_2 > claim_1\n"
    assert tidied(text).ids == ("claim_1", "claim_2")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "claims:\n",
        "claims: 5\n",
        "claims: [5, [6]]\n",
        "- value: 5\n  id: a \n",
        "claims:\n  - value: 5 \n    id: [\n",  # no YAML
        "claims:\n  - {}\n",
        "claims:\n  - value: 5\u2028    id: a\n",
        "claims:\n  - value: 5\r    id: a \r\n",
        "claims:\n  - ? value\n    : 5\n    ? id\n    : a\n",
        "claims:\n  - &a {value: 5}\n  - *a\n",
        "claims:\n  - &a\n    value: &v 5\n    id: x\n  - *a\n",
        "claims:\n  - value: 5\n    id: a\n    value: 6\n",  # the first of two counts
        'claims:\n  - value: "5\n  boats"\n    id: a\n',
        'claims:\n  - value: "5\n    # boats"\n    id: a\n',
        "claims:\n  - - value: 5\n",
        "claims:\n  - value: 5\n    id: !!str a\n",
    ],
)
def test_what_is_left_as_it_is(text: str) -> None:
    assert tidied(text) == (text, (), 0, 0)


def test_blanks_inside_values_are_of_the_value() -> None:
    before = """\
        claims:
          - note: |
              text__
            value: 5__
          - {id: b, value: '5__
            boats'}
        """
    after = """\
        claims:
          - id: figure
            value: 5
            note: |
              text__
          - {id: b, value: '5__
            boats'}
        """
    assert in_order(before.replace("_", " ")) == dedent(after).replace("_", " ")


DRAFTS = sorted((Path(__file__).parent.parent / "prose" / "drafts").glob("*.md"))


@pytest.mark.parametrize("draft", DRAFTS[:6], ids=lambda draft: draft.stem)
def test_what_is_extracted_is_in_order(draft: Path) -> None:
    made = extracted_from(str(draft), Config(str(draft.parent)), "en-US", None).text
    assert tidied(made).places == 0


# Any file


_VALUES = {
    "quote": ["12 boats", "'more than  5'", '"a # b"'],
    "at": ["1"],
    "measure": ["boats", "road deaths", "  fees"],
    "of": ["{place: quay}", "\n        place: a\n        # where\n        drug: tea", "{}"],
    "period": ["2021", "FY2023", '"2021"'],
    "value": ["12 people", "150 people/day", "about 55,000 people/year", "5%", "|-\n      7"],
    "also": ["10 kg", "'5\n      kg'"],
    "by": ["a desk", "&b x"],
    "part_of": ["[a, c]", "\n    - a\n    - c", "a"],
    "share_of": ["a"],
    "note": ["|\n      # text  \n\n      more", ">\n      folded\n      text\n", '"a\n      b  "'],
    "mesure": ["typo"],
    "value ": ["5"],
}  # fmt: skip


@st.composite
def claims_files(draw: st.DrawFn) -> str:
    """Claims files of every layout, most of which can be read."""
    dash = draw(st.sampled_from(["- ", "  - ", " -   "]))
    margin = " " * len(dash)
    lines = [draw(st.sampled_from(["claims:", "article: {title: T}\nclaims:", "# top\nclaims: "]))]
    for name in draw(st.permutations("abcd")):
        keys = draw(st.lists(st.sampled_from(sorted(_VALUES)), max_size=5, unique=True))
        if draw(st.booleans()):
            keys = draw(st.permutations([*keys, "id"]))
        if not keys:
            continue
        if draw(st.integers(0, 5)) == 0:
            pairs = [
                f"{key}: {name if key == 'id' else _VALUES[key][0]}" for key in keys if key != "of"
            ]
            lines.append(f"{dash}{{{', '.join(pairs)}}}")
            continue
        start = dash
        for key in keys:
            value = name if key == "id" else draw(st.sampled_from(_VALUES[key]))
            value = value.replace("\n    ", f"\n{margin}")
            rest = (
                draw(st.sampled_from(["", "", " ", "\t", "   # why  "]))
                if "\n" not in value
                else ""
            )
            lines.append(f"{start}{key}: {value}{rest}")
            start = margin
            above = ["", "", "", f"\n{margin}# word", "\n  ", "\n\n# low", f"\n{margin}  # deep "]
            lines[-1] += draw(st.sampled_from(above))
    if draw(st.booleans()):
        lines.append("checks:\n  - id: z\n    that: a < c  ")
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def _checked(text: str) -> Checked:
    article = read_article(text, "x.yaml", "x", LEXICONS)
    return check_article(article, Settings(LEXICONS), lambda stem: None)


def _book(text: str, ids: tuple[str, ...]) -> tuple[object, object, object]:
    """The claims, relations with verdicts, and findings, whatever was added or moved."""
    checked = _checked(text)
    claims = [
        {key: value for key, value in one.node.texts.items() if key != "id" or value not in ids}
        for one in checked.article.claims
    ]
    relations = [
        (one.relation.code, one.verdict, [claim.value for claim in one.relation.claims])
        for one in checked.judgements
    ]
    findings = Counter(
        (one.code, one.verdict, one.figures)
        for one in checked.findings
        if one.message != "the claim has no “id”"
    )
    return claims, relations, findings


def _bare(text: str, ids: tuple[str, ...]) -> Counter[str]:
    """The lines of a file without dashes, margins and the ids that were added."""
    for name in ids:
        text = text.replace(f"id: {name}, ", "", 1) if f"{{id: {name}, " in text else text
    lines = (line.strip(" \t\r").removeprefix("-").lstrip() for line in text.split("\n"))
    return Counter(line for line in lines if line.partition("id: ")[2] not in ids or not line)


@settings(max_examples=400, deadline=None)
@given(claims_files())
def test_a_file_in_order_is_the_same_book(text: str) -> None:
    found = tidied(text)
    assert _book(found.text, found.ids) == _book(text, ())
    assert _bare(found.text, found.ids) == _bare(text, ())
    assert tidied(found.text) == (found.text, (), 0, 0)
    breaks = found.text.count("\n") - text.count("\n")
    assert breaks == sum(f"{{id: {name}, " not in found.text for name in found.ids)
    assert ("\r\n" in found.text) == ("\r\n" in text)
    assert found.text.count("\r") == found.text.count("\n") or "\r" not in found.text


@given(st.text(alphabet=" -#:|>&*'\"{}[],\n\r\tabid:value"))
def test_any_text_comes_through(text: str) -> None:
    found = tidied(f"claims:\n{text}")
    assert tidied(found.text) == (found.text, (), 0, 0)
