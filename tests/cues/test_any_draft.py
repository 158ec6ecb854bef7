"""Whatever a draft says, an audit of it ends, and no cue fails."""

from __future__ import annotations

from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fentcheck.book.book import Settings
from fentcheck.cues.draft import read_draft
from fentcheck.engine.audit import audit
from fentcheck.files.config import Config, Lexicons
from fentcheck.prose.formats.registry import read_prose


def _texts(found: object) -> list[str]:
    """The texts of a file of cases, however it lists them."""
    if isinstance(found, str):
        return [line for line in found.splitlines() if line.strip()]
    if isinstance(found, dict):
        return [text for value in found.values() for text in _texts(value)]
    if isinstance(found, list):
        return [text for value in found for text in _texts(value)]
    return []


SENTENCES = sorted(
    {
        text
        for path in Path(__file__).parent.glob("*.yaml")
        for text in _texts(yaml.safe_load(path.read_text(encoding="utf-8")))
    }
)
ODD = [
    "a third",
    "1/3",
    "⅔ of it",
    "0",
    "0%",
    "-3",
    "£0",
    "1e9",
    "no. 7",
    "½",
    "10^6",
    "nil",
    "“",
    "…",
]
CELLS = st.one_of(
    st.sampled_from(("Total", "Share", "%", "", "2019", "All", "Height")),
    st.integers(-5, 10**7).map(str),
    st.sampled_from(ODD),
)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=2, max_size=5).map(
    lambda rows: "\n".join(
        ["", *(f"| {' | '.join(row)} |" for row in rows[:1]), "|" + "---|" * len(rows[0])]
        + [f"| {' | '.join(row)} |" for row in rows[1:]]
        + [""]
    )
)
PIECES = st.one_of(
    st.sampled_from(SENTENCES),
    st.sampled_from(SENTENCES).map(lambda text: f"# {text.rstrip('.')}\n"),
    st.sampled_from(SENTENCES).map(lambda text: f"- {text}"),
    st.sampled_from(ODD),
    TABLES,
    st.text(max_size=30),
)
ENDS = st.sampled_from((" ", "\n", "\n\n"))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(PIECES, ENDS), max_size=25), st.sampled_from((".txt", ".md")))
def test_no_draft_makes_a_cue_fail(pieces: list[tuple[str, str]], ending: str) -> None:
    text = "".join(piece + end for piece, end in pieces)
    document = read_prose(text, ending)
    config = Config(".")
    lexicons = Lexicons(config)
    audit(read_draft(document, lexicons("en-US")), "draft", Settings(lexicons))
