"""Totals of tables and boxes: what is told of, and what only looks like it."""

from __future__ import annotations

from textwrap import dedent

import pytest

import fentcheck
from fentcheck.book.book import Settings
from fentcheck.cues.draft import read_draft
from fentcheck.cues.tables import tables
from fentcheck.engine.audit import Audit, audit
from fentcheck.files.config import Config, Lexicons
from fentcheck.prose.formats.registry import read_prose


def audited(text: str, ending: str = ".md") -> Audit:
    lexicons = Lexicons(Config("."))
    draft = read_draft(read_prose(text, ending), lexicons("en-US"))
    return audit(draft, "draft", Settings(lexicons), (tables,))


def told(text: str, ending: str = ".md") -> list[tuple[str, str]]:
    """The code and the last figure of every finding."""
    return [(one.code, one.figures[-1]) for one in audited(text, ending).checked.findings]


def table(head: str, *rows: str) -> str:
    return "\n".join([head, "|".join(["---"] * (head.count("|") + 1)), *rows])


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        (table("Ward|Beds", "North|21", "South|33", "Total|64"), [("FC301", "64")]),
        (table("Ward|Beds", "Total|64", "North|21", "South|33"), [("FC301", "33")]),
        (table("Ward|Men|Women|Total", "North|21|14|45", "South|3|4|7"), [("FC301", "45")]),
        (table("Ward|Cost", "North|£2.1m", "South|£3.4m", "All told|£5m", "Total|£11m"), []),
        (table("Ward|Cost", "North|£2.1m", "South|£3.4m", "Total|£8.5m"), [("FC301", "£8.5m")]),
        (table("Ward|Share", "North|41%", "South|73%", "Total|100%"), [("FC302", "73%")]),
        (table("Ward|Share of total", "North|61%", "South|53%"), [("FC302", "53%")]),
        ("Figures\n\nTrout: 41\nPerch: 22\nTotal: 73\n", [("FC301", "73")]),
    ],
)
def test_what_is_told(text: str, findings: list[tuple[str, str]]) -> None:
    assert [one for one in told(text) if one] == findings


@pytest.mark.parametrize(
    "text",
    [
        table("Ward|Beds", "North|21", "South|33", "Total|54"),
        table("Ward|Mean stay (days)", "North|21", "South|33", "Total|26"),
        table("Ward|Beds|Rank", "North|21|2", "South|33|1", "Total|54|4"),
        table("Ward|Beds", "North|21", "South|–", "Total|54"),
        table("Ward|Beds", "North|21", "of which cots|4", "South|33", "Total|54"),
        table("Ward|Beds", "North|21", "Subtotal|21", "South|33", "Total|54"),
        table("Ward|Visits (thousands)", "North|12", "South|15", "East|31", "Total|59"),
        table("Ward|Tonnes", "North|12.3 t", "South|15.4 t", "Total|27.8 t"),
        table("Year|Beds|Change", "2019|21|3%", "2020|33|57%", "Total|54|9%"),
        table("Pupils who speak|Share", "French|61%", "German|53%"),
        table("Share|Share", "North|33.3%", "South|33.3%", "West|33.3%", "Total|100%"),
        table("Item|Cost", "Total cost per bed|£40", "Rent|£12", "Food|£9"),
        table("Ward|Beds", "North|21", "South|33"),
        "Key figures\n\nOpened: 1990\nPupils: 300\nTeachers: 14\nTotal cost: £3m\n",
        "Key figures\n\nPupils: 300 children\nTeachers: 14 adults\nTotal: 200 rooms\n",
    ],
)
def test_what_is_clean(text: str) -> None:
    assert told(text) == []


def test_cells_that_span_others_are_no_rows() -> None:
    text = (
        "<table><tr><th>Ward<th>Beds</tr><tr><td rowspan=2>North<td>21</tr>"
        "<tr><td>33</tr><tr><td>Total<td>94</tr></table>"
    )
    assert told(text, ".html") == []
    assert told(text.replace(" rowspan=2", "").replace("<tr><td>33", "<tr><td>S<td>33"), ".html")


def test_the_examples_of_the_documentation_run() -> None:
    lines = tables.documentation.splitlines()
    finding, clean = (
        dedent("\n".join(part)).strip("\n")
        for part in (lines[lines.index("    Finding:") + 1 : lines.index("    Clean:")],
                     lines[lines.index("    Clean:") + 1 :])
    )  # fmt: skip
    assert told(finding, ".txt") == [("FC301", "52")]
    assert told(clean, ".txt") == []
    assert fentcheck.audit(finding).findings
