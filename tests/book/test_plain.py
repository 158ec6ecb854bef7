"""Plain lines: read as the YAML parser reads them, places included, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fentcheck.book.document import read_document
from fentcheck.book.plain import read_plain, read_plain_words
from fentcheck.book.vocabulary import MeasureKind, read_vocabulary, vocabulary_of
from fuzz.harness import agrees

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "claims").glob("*.yaml"), *(ROOT / "tests/cases").rglob("*.yaml")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_read_alike(path: Path) -> None:
    is_plain = agrees(path.read_bytes().decode("utf-8", "replace"))
    if path.parent.name == "claims" and path.name != "vocabulary.yaml":
        assert is_plain


_KEYS = ("id", "value", "of", "note", "part_of", "change")
_WORDS = ["x", "12 people", "a: b", "a:b", "a #b", "a#b", "-1", "- 1", "", "'q'", '"q: #"', "it's"]
_WORDS += [
    "'it''s'",
    '"a\\n"',
    "|",
    ">",
    "*a",
    "&a b",
    "!t a",
    "~",
    "?",
    "? a",
    "@",
    "`",
    "%5",
    "a\tb",
]
_WORDS += [
    "{drug: a}",
    "{drug: a b, of: c}",
    "{ drug: a }",
    "{drug: a, drug: b}",
    "{drug: 2,900}",
    "{}",
]
_WORDS += [
    '{drug: "a, b: c"}',
    "{drug: a:b}",
    "{drug: a#b}",
    "{drug: 'x'y}",
    "{a}",
    "{drug: -1}",
    "[]",
]
_WORDS += [
    "[a, b]",
    "[a b]",
    "[a,b]",
    "['a']",
    "[a: b]",
    "{drug: [a]}",
    "a {b}",
    "é “x”",
    "a\u00a0b",
    "a\u2028b",
]
_ENDS = [
    "",
    "",
    "",
    "",
    " ",
    "  # why",
    "#",
    " #",
    "\n",
    "\n    # c",
    "\n# c",
    "\n      more",
    "\n\n",
]
_STARTS = [
    "    ",
    "    ",
    "    ",
    "    ",
    "  - ",
    "  - ",
    "  -",
    "- ",
    "  ",
    "",
    "   ",
    "      ",
    "\t",
]
_HEADS = [
    "claims:",
    "claims:",
    "article:",
    "source:",
    "checks:",
    "waivers: # c",
    "claims: []",
    "other:",
    "---",
    "",
]


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Texts that are nearly plain: mostly good lines, now and then a line of another kind."""
    lines = []
    for _ in range(draw(st.integers(1, 2))):
        lines.append(draw(st.sampled_from(_HEADS)))
        lines.append("  - id: a" if draw(st.booleans()) else "  id: a")
        margin = "    " if "-" in lines[-1] else "  "
        for _ in range(draw(st.integers(0, 4))):
            start = draw(st.sampled_from(_STARTS)) if draw(st.integers(0, 3)) == 0 else margin
            key, word = draw(st.sampled_from(_KEYS)), draw(st.sampled_from(_WORDS))
            lines.append(f"{start}{key}: {word}{draw(st.sampled_from(_ENDS))}")
    return "\n".join(lines) + draw(st.sampled_from(["\n", "", "\n\n"]))


@settings(max_examples=1500, deadline=None)
@given(texts())
def test_what_is_read_is_what_the_parser_reads(text: str) -> None:
    agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "claims:\n  - id: a\n    value: 12 people # so many\n\n  # c\n  - id: 'b'\n",
        '# c\narticle:\n  title: a\nclaims:\n- id: a\n  of: {drug: a, place: "b, c"}\n',
        "claims:\n  - id: a\n    part_of: [a, b]\n  - value: x:y #1\n",
    ],
)
def test_plain(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "claims: []\n", "claims:\n", "claims:\n  - id: a\n  - id\n", "claims:\n  - id:\n",
        "claims:\n  - id: a\n    id: b\n", "claims:\n  - id: a\n      b: c\n",
        "claims:\n  - id: a\n    note: b\n      c\n", "claims:\n  - id: a\nclaims:\n  - id: b\n",
        "claims:\n  - id: {drug: a, drug: b}\n", "claims:\n  - id: a: b\n",
        "---\nclaims:\n- id: a\n",
        "claims:\n  - id: a\u2028b\n", "claims:\n  - id: a\r\n", "other:\n  - id: a\n",
        "claims:\n" + "  - id: a\n" * 30_000,
    ],
)  # fmt: skip
def test_not_plain(text: str) -> None:
    assert read_plain(text) is None


# The words of a project


def words_agree(text: str) -> bool:
    """The vocabulary is read plainly, and then as of the parser's nodes; False if it is not."""
    if read_plain_words(text, [kind.value for kind in MeasureKind]) is None:
        return False
    mine, problems = read_vocabulary(text)
    theirs, more = vocabulary_of(read_document(text))
    assert problems == more == ()
    assert mine == theirs
    assert list(mine.names) == list(theirs.names)
    return True


WORDS = sorted([*(ROOT / "tests/cases").rglob("vocabulary.yaml"), ROOT / "claims/vocabulary.yaml"])


@pytest.mark.parametrize("path", WORDS, ids=lambda path: str(path.relative_to(ROOT)))
def test_words_are_read_alike(path: Path) -> None:
    is_plain = words_agree(path.read_text(encoding="utf-8"))
    if path.parent.name == "claims":
        assert is_plain


_WORD_HEADS = ["measures:", "measures:", "dimensions:", "dimensions: # c", "claims:", "# c", ""]
_WORD_LINES = [
    "  homes: {kind: stock}",
    "  homes built: {kind: flow, aliases: [houses built, new homes]}  # why",
    "  Homes: {kind: flow, aliases: []}",
    "  a b: {kind: price, aliases: [a, b]}",
    "  a: b: {kind: flow}",
    "  'a': {kind: flow}",
    "  a: {kind: fluid}",
    "  a: {aliases: [b], kind: flow}",
    "  a: {kind: flow, kind: stock}",
    "  a: {kind: flow, aliases: [b, 'c']}",
    "  a: {kind: flow, aliases: b}",
    "  children's: {kind: flow}",
    "  a: {}",
    "  place:",
    "  place: world > US",
    "  place: [a, b]",
    "  drug: # c",
    "    - world > US > El Paso, Laredo",
    "    - world > US: north",
    "    - 'a' > b",
    "    - é > b # c",
    "    - - a",
    "  - a",
    "      more",
    "    # c",
    "# c",
    "",
    "---",
]


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_WORD_HEADS), st.lists(st.sampled_from(_WORD_LINES)))))
def test_words_are_what_the_parser_reads(sections: list[tuple[str, list[str]]]) -> None:
    words_agree("\n".join(line for head, lines in sections for line in (head, *lines)))


@pytest.mark.parametrize(
    "text",
    [
        "measures:\n  homes: {kind: stock}\n  Homes: {kind: flow, aliases: [houses]} # c\n",
        "# c\n\ndimensions:\n  place:\n    - a > b # c\n\n    - c, d\n  drug: tea > green\n",
        "measures: # c\n  a b: {kind: flow, aliases: []}\ndimensions:\n  d:\n    # c\n    - it's\n",
    ],
)
def test_plain_words(text: str) -> None:
    assert words_agree(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "measures:\n", "measures: {}\n", "measures:\n  a: {kind: fluid}\n",
        "measures:\n  a: {kind: flow}\n  a: {kind: flow}\n", "measures:\n  a:\n",
        "measures:\n  a: {kind: flow}\nmeasures:\n  b: {kind: flow}\n", "x: y\n",
        "measures:\n  a: {kind: flow}\nother:\n  b: c\n", "dimensions:\n  d:\n",
        "dimensions:\n  d:\n    - a\n  d:\n    - b\n", "dimensions:\n  d: a\n    - b\n",
        "dimensions:\n    - b\n", "dimensions:\n  d:\n    - a\n      b\n",
        "---\ndimensions:\n  d: a\n", "dimensions:\n  d: a\u2028b\n", "dimensions:\n  d:\ta\n",
    ],
)  # fmt: skip
def test_words_that_are_not_plain(text: str) -> None:
    assert read_plain_words(text, ["flow"]) is None
