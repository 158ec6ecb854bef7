"""The prose of drafts: which blocks there are, and where every character stands in the file."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fentcheck.limits import DEFAULTS
from fentcheck.prose.document import Document
from fentcheck.prose.formats.registry import read_prose

MARKDOWN = """---
title: 12 secrets
---
# The *ferry* carried 1,200

It sailed **14 times** a day[^1], the [harbour](https://x.org/2019/55 "t") said
on `90` Monday.<!-- 77 -->
> She lost 3&nbsp;boats.

1. Rope: 40 m
2. Tar

[x]: https://x.org/100
![Quay 9](q.png)

| Pier | Ships |
|------|------:|
| A    | 12    |
| Total | ~~13~~ 14 |

[^1]: Since 1990.

    code 99

```
88
```
"""


def blocks(text: str, ending: str) -> list[tuple[str, str]]:
    document = read_prose(text, ending)
    return [
        (block.kind.value, " ".join(document.text[block.start : block.end].split()))
        for block in document.blocks
    ]


def test_markdown() -> None:
    assert blocks(MARKDOWN, ".md") == [
        ("heading", "The ferry carried 1,200"),
        ("paragraph", "It sailed 14 times a day, the harbour said on Monday."),
        ("quote", "She lost 3 boats."),
        ("item", "Rope: 40 m"),
        ("item", "Tar"),
        ("caption", "Quay 9"),
        ("cell", "Pier"),
        ("cell", "Ships"),
        ("cell", "A"),
        ("cell", "12"),
        ("cell", "Total"),
        ("cell", "14"),
        ("paragraph", "Since 1990."),
    ]


HTML = """<!doctype html><html><head><title>9 lives</title><style>p{margin:3px}</style></head>
<body class="a>b"><h1>Owls &amp; mice</h1>
<p>The owls ate <b>1,200</b>

mice<br>in 3&#160;weeks.</p><script>var x = 7;</script><!-- 5 -->
<ul><li>2 nests<li>4 eggs</ul><blockquote><p>Ten left.</p></blockquote>
<table><caption>Owls</caption><tr><th>Wood<th>Owls</tr><tr><td>East<td>12</tr></table>
<p>a < b"""


def test_html() -> None:
    assert blocks(HTML, ".html") == [
        ("heading", "Owls & mice"),
        ("paragraph", "The owls ate 1,200 mice in 3 weeks."),
        ("item", "2 nests"),
        ("item", "4 eggs"),
        ("quote", "Ten left."),
        ("caption", "Owls"),
        ("cell", "Wood"),
        ("cell", "Owls"),
        ("cell", "East"),
        ("cell", "12"),
        ("paragraph", "a < b"),
    ]
    cells = [block for block in read_prose(HTML, ".html").blocks if block.table]
    assert [block[4:] for block in cells] == [(1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2)]


PLAIN = """Harvest of a hundred farms

The farms sent 1,290 lambs
to market. See https://x.org/44/5.

Lambs: 1,290
Ewes: about 300

- 12 rams
- 3 dogs

Farm\tLambs
Hill\t12
"""


def test_plain_text() -> None:
    assert blocks(PLAIN, ".txt") == [
        ("heading", "Harvest of a hundred farms"),
        ("paragraph", "The farms sent 1,290 lambs to market. See ."),
        ("item", "Lambs: 1,290"),
        ("item", "Ewes: about 300"),
        ("item", "12 rams"),
        ("item", "3 dogs"),
        ("cell", "Farm"),
        ("cell", "Lambs"),
        ("cell", "Hill"),
        ("cell", "12"),
    ]
    assert [block.paragraph for block in read_prose(PLAIN).blocks] == [1, 2, 3, 3, 4, 4, 5, 5, 5, 5]


def test_a_document_of_word() -> None:
    docx = pytest.importorskip("docx")
    from fentcheck.prose.formats.docx import docx as read

    made = docx.Document()
    made.add_heading("Bees", 1)
    made.add_paragraph("The hives gave 1,200 jars.")
    made.add_paragraph("40 hives", style="List Bullet")
    table = made.add_table(2, 2)
    for place, words in zip(
        ((0, 0), (0, 1), (1, 0), (1, 1)), ("Hive", "Jars", "A", "12"), strict=True
    ):
        table.cell(*place).text = words
    data = io.BytesIO()
    made.save(data)
    document = read(data.getvalue())
    assert [block.kind.value for block in document.blocks] == [
        *("heading", "paragraph", "item"),
        *["cell"] * 4,
    ]
    start = document.text.index("1,200")
    assert document.place(start, start + 5) == (2, 16, 2, 21)
    with pytest.raises(ValueError, match="not a Word document"):
        read(b"PK\x03\x04 nonsense")
    with pytest.raises(ValueError, match="larger"):
        read(data.getvalue(), DEFAULTS._replace(unpacked_size=100))


@pytest.mark.parametrize(
    ("text", "ending", "figure", "place"),
    [
        (MARKDOWN, ".md", "14 times", (6, 13, 6, 21)),
        (MARKDOWN, ".md", "3\xa0boats", (8, 12, 8, 24)),
        (MARKDOWN, ".md", "Since 1990", (21, 7, 21, 17)),
        (HTML, ".html", "1,200 mice", (3, 20, 5, 5)),
        (HTML, ".html", "3\xa0weeks", (5, 12, 5, 24)),
        ("a\r\nb 12\rc 13", ".txt", "13", (3, 3, 3, 5)),
        ("* **12**\n  ewes", ".md", "12\n  ewes", (1, 5, 2, 7)),
    ],
)
def test_a_place_in_the_file(
    text: str, ending: str, figure: str, place: tuple[int, int, int, int]
) -> None:
    document = read_prose(text, ending)
    start = document.text.index(figure)
    assert document.place(start, start + len(figure)) == place


ENDINGS = (".txt", ".md", ".html")
_MARKS = (
    "a 12 <p> </p> <td <!-- --> `` ` * ** _ [ ] ( ) | |-| > - 1. # &amp; &#12; \" ' ~~ ``` --- : "
    "<script> </script> <table> <tr> <td> \\ ! 💧 é"
).split()
_PIECES = st.lists(
    st.sampled_from([*_MARKS, "\n", "\n\n", "\r\n", "\t", " ", "    "]), max_size=60
).map("".join)


@pytest.mark.parametrize("ending", ENDINGS)
@given(text=_PIECES | st.text(max_size=200))
def test_every_character_has_its_place(ending: str, text: str) -> None:
    _check(read_prose(text, ending), text)


def _check(document: Document, text: str) -> None:
    last = 0
    for block in document.blocks:
        assert block.start < block.end <= len(document.text)
        for offset in range(block.start, block.end):
            start, end = document.original(offset, offset + 1)
            assert last <= start <= end <= len(text)
            if end - start == 1 and text[start].isalnum():
                assert document.text[offset] == text[start]
            last = start
    places = [block.start for block in document.blocks]
    assert places == sorted(places)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "piece",
    [
        *("[", "[a](", "<a", "<!--", "`", "<td ", "**", "> ", "- ", "|", "\t", "   ", "(", "&"),
        *("<a '", "~~x", "<script>", "www.", "1. ", "# ", "\n", "a: 1\n", "``x ", "<", "![", "_"),
        *("a | b\n", "--|--\n", "\\", "https://", "<p>a", "<table><tr><td>"),
    ],
)
def test_hostile_text_takes_no_longer(ending: str, piece: str) -> None:
    before = time.process_time()
    read_prose(piece * (50_000 // len(piece)), ending)
    assert time.process_time() - before < 2
