"""Runs the program on files that mean it ill, and measures what each costs.

    python -m bench.hostile [NAME…] [--size BYTES] [--seconds N] [--output FILE]

Every input is written to a folder of its own and given to the command that reads it, in a process
of its own. The table says how many bytes it has, the processor time and the largest memory that
the process took, its exit status, and the first line of what it told. A call that goes on for
longer than is allowed is ended, and said to be.

Where others use the machine too, a processor shared with them takes longer for the same. Before and
after each call some loops are timed; “alone” is the processor time divided by how much longer they
took than the fastest of the run.
"""

from __future__ import annotations

import argparse
import compileall
import io
import os
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from time import process_time
from types import MappingProxyType
from typing import NamedTuple

SIZE = 1_000_000
_ROOT = Path(__file__).resolve().parent.parent
_HEAD = "article: {title: T, publisher: P, published: 2024-02-02"


class Input(NamedTuple):
    """Files by their paths, and the call that reads them; `make` does what is no plain file."""

    arguments: tuple[str, ...]
    files: Mapping[str, bytes]
    make: Callable[[Path], object] | None = None


class Cost(NamedTuple):
    """What a call took, how it ended and what it told; the status is None if it was ended.

    `pace` is what a loop took meanwhile.
    """

    seconds: float
    pace: float
    mib: float
    status: int | None
    output: str

    @property
    def first_line(self) -> str:
        """What it told first, without the places; what it was to say at all, if nothing."""
        lines = [line.strip() for line in self.output.splitlines() if line.strip()]
        told = [line for line in lines if " FC" in line or "fentcheck:" in line]
        return " ".join((told or lines or ["nothing"])[-1 if not told else 0].split())


def inputs(size: int = SIZE) -> dict[str, Input]:
    """Every input by its name; the large ones have about so many bytes."""
    found: dict[str, Input] = {}
    for name, text in claims_texts(size):
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        found[f"claims/{name}"] = Input(("verify", "claims"), {"claims/x.yaml": data})
    for name, unit in _WORDS.items():
        data = _filled(unit, size).encode()
        found[f"prose/{name}"] = Input(("audit", "draft.txt"), {"draft.txt": data})
        found[f"list/{name}"] = Input(("quantities", "draft.txt"), {"draft.txt": data})
    for name, path, data in formats(size):
        found[f"format/{name}"] = Input(("audit", path), {path: data})
    for name, one in projects(size):
        found[f"project/{name}"] = one
    return found


def _filled(unit: str, size: int) -> str:
    """So many bytes of one thing, said again and again; what counts up is told apart."""
    if "{}" not in unit:
        return (unit * (size // len(unit.encode()) + 1))[:size]
    parts, length, number = [], 0, 0
    while length < size:
        part = unit.replace("{}", str(number))
        parts.append(part)
        length += len(part)
        number += 1
    return "".join(parts)


_WORDS = {
    "letters": "a",
    "digits": "7",
    "spaces": " ",
    "tabs": "\t",
    "newlines": "\n",
    "carriage returns": "\r",
    "brackets": "(",
    "square brackets": "[",
    "both brackets": "()",
    "quotes": '"',
    "curly quotes": "“",
    "apostrophes": "'",
    "commas": ",",
    "digits and commas": "1,",
    "thousands": ",000",
    "points": ".",
    "digits and points": "1.",
    "hyphens": "-",
    "hyphenated": "two-",
    "words and hyphens": "a-",
    "dashes": "–",
    "number words": "one hundred ",
    "hundreds": "hundred",
    "ands": "one and ",
    "of": "one of ",
    "per cent": "%",
    "percents": "5% ",
    "fractions in signs": "½",
    "seats": "Of the 60 seats, Labour won 31, the Tories 18, ",
    "shares of a vote": "Turnout was 55%, with 51% and 47% and 30% taking the rest. ",
    "so much for each": "5 men at $5 each, ",
    "per": "per ",
    "a percent": "per cent ",
    "pounds": "£",
    "money": "£5m ",
    "the": "the the the ",
    "than": "more than ",
    "up to": "up to ",
    "half": "half a ",
    "times": "10:30 ",
    "dates": "1 May 2020 ",
    "years": "2020-",
    "all figures": "5 {} 17% $3m ",
    "figures of people": "{} people ",
    "figures in one sentence": "{} people and ",
    "figures in sentences": "There were {} people. ",
    "shares": "{} per cent of them, ",
    "rises": "It rose {}% from 40 to 52. ",
    "wrong rises": "The fee of {} rose 12% from £40 to £52. ",
    "wrong rises in paragraphs": "The fee of {} rose 12% from £40 to £52.\n\n",
    "totals": "Of the 120 boats {} are sail and 61 are motor. ",
    "one total": "{} are blue, ",
    "a list": "1 a; 2 b; ",
    "conversions": "{} miles (70 km) ",
    "ranges": "{} to 7 ",
    "fractions": "1/2",
    "slashes": "/",
    "powers": "10^",
    "exponents": "1e9",
    "plus": "+",
    "stars": "*",
    "underscores": "_",
    "hashes": "#",
    "pipes": "|",
    "backticks": "`",
    "back slashes": "\\",
    "angles": "<",
    "ampersands": "&",
    "emoji": "\U0001f4a5",
    "wide digits": "７",
    "combining": "e\u0301\u0301",
    "bidi": "5\u202e people\u202c ",
    "soft hyphens": "1\u00ad",
    "no-break spaces": "1\u00a0",
    "thin spaces": "1\u2009",
    "zero width": "1\u200b",
    "NUL": "5\0 ",
    "escapes": "\x1b[31m5 people\x1b[0m ",
    "capitals": "Mr. A. ",
    "votes": "voted {} to 3, ",
    "ordinals": "{}th ",
    "addresses": "{} Main Street ",
    "phones": "+44 20 7946 0{} ",
    "superlatives": "the largest of the {} was 5 metres. The next largest 7 metres. ",
    "names": "Ann Lee has {} of the 9 seats. ",
}


def claims_texts(size: int) -> Iterator[tuple[str, str | bytes]]:
    """Claims files that ask for much, or are not what they should be."""
    head = _HEAD + "}\nclaims:\n"

    def many(lines: str, before: str = "", after: str = "") -> str:
        return head + before + _filled(lines, size) + after

    one = "  - {id: a, value: 5 people, measure: m}\n"
    whole = "  - {id: whole, value: 50 people, measure: m}\n"
    yield "claims of one quantity", many("  - {id: c{}, value: 5 people, measure: m}\n")
    yield (
        "claims of one quantity that differ",
        many("  - {id: c{}, value: {} people, measure: m}\n"),
    )
    yield (
        "an honest file",
        _HEAD.replace("article: {", "article:\n  ").replace(", ", "\n  ")
        + "\nclaims:\n"
        + _filled(
            "  - id: sold_{}\n    measure: homes sold\n    of: {place: town {}}\n"
            "    period: 2023\n    quote: some {} homes were sold in the town\n"
            "    value: some {} homes\n    by: the council\n",
            size,
        ),
    )
    yield "claims with one id", many(one)
    yield "claims with no id", many("  - value: 5 people\n")
    yield "claims with nothing", many("  - {}\n")
    yield "claims of many quantities", many("  - {id: c{}, value: 5 people, measure: m{}}\n")
    yield (
        "a whole with many parts",
        many(
            "  - {id: c{}, value: 5 people, measure: m, of: {p: q{}}, part_of: whole}\n",
            whole.replace("50 people", '"exactly 1,000,000 people", parts: exhaustive'),
        ),
    )
    yield (
        "a whole with parts that are too many",
        many("  - {id: c{}, value: 5 people, measure: m, of: {p: q{}}, part_of: whole}\n", whole),
    )
    yield (
        "a whole with parts that overlap",
        many(
            "  - {id: c{}, value: 500 people, measure: m, of: {p: q{}}, part_of: whole}\n",
            whole.replace("measure", "overlapping: true, measure"),
        ),
    )
    yield "a whole with many shares", many("  - {id: c{}, value: 5%, share_of: whole}\n", whole)
    yield (
        "parts and shares",
        many(
            "  - {id: p{}, value: 5 people, measure: m, of: {p: q{}}, part_of: whole}\n"
            "  - {id: s{}, value: 50%, measure: m, of: {p: q{}}, share_of: whole}\n",
            whole,
        ),
    )
    yield (
        "a chain of parts",
        head
        + "".join(
            f"  - {{id: c{n}, value: {n} people, measure: m, of: {{p: q{n}}}, part_of: c{n + 1}}}\n"
            for n in range(size // 80)
        ),
    )
    yield (
        "a ring of parts",
        head
        + "".join(
            f"  - {{id: c{n}, value: 5 people, part_of: c{(n + 1) % (size // 45)}}}\n"
            for n in range(size // 45)
        ),
    )
    yield "a part of itself", many("  - {id: c{}, value: 5 people, part_of: c{}}\n")
    yield (
        "parts of two that are parts of each other",
        head
        + ("  - {id: a, value: 5 people, part_of: b}\n  - {id: b, value: 6 people, part_of: a}\n"),
    )
    yield (
        "changes",
        many(
            "  - {id: c{}, value: up 40%, change: {from: a, to: b}}\n",
            "  - {id: a, value: 5 people}\n  - {id: b, value: 6 people}\n",
        ),
    )
    yield (
        "a chain of changes",
        head
        + "  - {id: c0, value: 5 people}\n"
        + "".join(
            f"  - {{id: c{n}, value: 7 people}}\n"
            f"  - {{id: r{n}, value: up 90%, change: {{from: c{n - 1}, to: c{n}}}}}\n"
            for n in range(1, size // 90)
        ),
    )
    yield (
        "rates and totals",
        many(
            "  - {id: r{}, value: {} people/day, measure: m{}}\n"
            "  - {id: t{}, value: {}00 people/year, measure: m{}}\n"
        ),
    )
    yield (
        "rates of one quantity",
        many(
            "  - {id: r{}, value: 5 people/day, measure: m}\n"
            "  - {id: t{}, value: 5000 people/year, measure: m}\n"
        ),
    )
    yield "records", many("  - {id: c{}, value: 5 people, measure: m, superlative: highest}\n")
    yield (
        "records that are none",
        many("  - {id: c{}, value: {} people, measure: m, period: 2{}, superlative: highest}\n"),
    )
    yield (
        "records by year",
        head
        + "".join(
            f"  - {{id: c{n}, value: {n} people, measure: m, period: {1000 + n % 3000},"
            f" of: {{p: q{n // 3000}}}, superlative: highest}}\n"
            for n in range(size // 90)
        ),
    )
    yield "look-alikes", many("  - {id: c{}, value: 5 people, measure: m, of: {place: p{}}}\n")
    yield (
        "look-alikes that differ",
        many("  - {id: c{}, value: {} people, measure: m, of: {place: p{}}}\n"),
    )
    yield "subsets", many("  - {id: c{}, value: {} people, measure: m, of: {k{}: v}}\n", one)
    yield (
        "one scope with many keys",
        head
        + "  - {id: a, value: 5 people, measure: m, of: {"
        + (_filled("k{}: v, ", size) + "}}\n"),
    )
    yield (
        "prices",
        many(
            "  - {id: a{}, value: 5 kg, measure: m, of: {p: q}}\n"
            "  - {id: b{}, value: $5, measure: n, of: {p: q}}\n"
        ),
    )
    yield (
        "prices that differ",
        many(
            "  - {id: a{}, value: {} kg, measure: m, of: {p: q{}}}\n"
            "  - {id: b{}, value: $5, measure: n, of: {p: q{}}}\n"
        ),
    )
    yield "conversions", many("  - {id: c{}, value: 5 miles, also: 70 km}\n")
    yield "quotes that disagree", many("  - {id: c{}, value: 5 people, quote: 6 people}\n")
    yield "values that cannot be read", many("  - {id: c{}, value: about peolpe {}}\n")
    yield "units that are not known", many("  - {id: c{}, value: 5 xyz{}/qqq{}}\n")
    yield "unknown keys", many("  - {id: c{}, value: 5 people, vlaue: 4}\n")
    yield (
        "one claim with unknown keys",
        head + "  - {id: a, value: 5 people, " + (_filled("k{}: v, ", size) + "}\n"),
    )
    yield (
        "one claim with one key",
        head + "  - {id: a, " + _filled("value: 5 people, ", size) + "}\n",
    )
    checks = head + one + "  - {id: b, value: 6 people}\n  - {id: r, value: 50%}\nchecks:\n"
    yield "checks that fail", checks + _filled("  - {id: k{}, that: a == b}\n", size)
    yield "checks that hold", checks + _filled("  - {id: k{}, that: a < b}\n", size)
    yield "checks of names that are not there", checks + _filled("  - that: aa{} == bb{}\n", size)
    yield "checks of other files", checks + _filled("  - that: other{}.a == a\n", size)
    yield "long checks", checks + _filled(f"  - that: {'+'.join('a' * 60)} == b\n", size)
    yield "long sums", checks + _filled(f"  - that: sum({','.join('a' * 480)}) == b\n", size)
    reciprocals = " + ".join(f"1/{10**28 + n * n + 1}" for n in range(25))
    yield (
        "powers of sums of quotients",
        checks + _filled(f"  - that: a == ({reciprocals})**30\n", size),
    )
    yield (
        "parts per numbers that share nothing",
        head
        + "  - {id: whole, value: 'exactly 1 kg per 9,999,999 people', measure: m}\n"
        + "".join(
            f"  - {{id: c{n}, value: '1 kg per {10**14 + n * n + 1:,} people', measure: m,"
            f" of: {{p: q{n}}}, part_of: whole}}\n"
            for n in range(size // 90)
        ),
    )
    yield (
        "days at the end of the calendar",
        many(
            "  - {id: r{}, value: {} people/month, measure: m{}, period: 2024/9999-12-31}\n"
            "  - {id: t{}, value: {} people, measure: m{}, period: 2024/9999-12-31}\n"
        ),
    )
    yield "high powers", checks + _filled("  - that: a ** 60 == b ** 59\n", size)
    yield "powers that cancel", checks + _filled("  - that: (a-b) ** 20 == (b-a) ** 20 * 3\n", size)
    yield "deep checks", checks + _filled(f"  - that: {'(' * 19}a{')' * 19} == b\n", size)
    yield "divisions", checks + _filled("  - that: a / (b - a - 1) / (b - a - 1) == b\n", size)
    yield "one long check", checks + "  - that: " + _filled("a + ", size) + "a == b\n"
    yield "one check of brackets", checks + "  - that: " + "(" * size + "\n"
    yield "one check of signs", checks + "  - that: " + "-" * size + "a == b\n"
    yield "towers of powers", checks + "  - that: a == 10**10**10\n"
    yield "great numbers", checks + '  - that: a == "1e999999"\n  - that: a == 1e999999\n'
    yield (
        "a ring of checks",
        head
        + "".join(f"  - {{id: c{n}, value: {n} kg}}\n" for n in range(size // 60))
        + "checks:\n"
        + "".join(f"  - that: c{n} == c{(n + 1) % (size // 60)} + 1\n" for n in range(size // 60)),
    )
    yield (
        "a ring of checks that cannot be",
        head
        + "".join(f"  - {{id: c{n}, value: about 500 kg}}\n" for n in range(size // 60))
        + "checks:\n"
        + "".join(
            f'  - that: c{n} == c{(n + 1) % (size // 60)} + "1 kg"\n' for n in range(size // 60)
        ),
    )
    yield (
        "sums of all with all",
        head
        + "".join(f"  - {{id: c{n}, value: about 50 kg}}\n" for n in range(100))
        + "checks:\n"
        + "".join(
            f"  - that: sum({','.join(f'c{n * k % 100}' for k in range(1, 90))}) == c{n % 100}\n"
            for n in range(size // 450)
        ),
    )
    rings = size // 60
    yield (
        "products in rings",
        head
        + "".join(f"  - {{id: c{n}, value: about 50}}\n" for n in range(rings))
        + "checks:\n"
        + "".join(
            f"  - that: c{n} * c{(n * 7 + 1) % rings} == c{(n * 3 + 2) % rings} * 50\n"
            for n in range(rings)
        ),
    )
    waivers = head + one + "waivers:\n"
    yield "waivers", waivers + _filled("  - {code: FC101, claims: [a], reason: r}\n", size)
    yield (
        "waivers of nothing",
        waivers + _filled("  - {code: FC{}, claims: [z{}], reason: r}\n", size),
    )
    yield (
        "a waiver of many",
        waivers + "  - {code: FC101, reason: r, claims: [" + (_filled("a{}, ", size) + "]}\n"),
    )
    yield (
        "findings with waivers",
        many("  - {id: c{}, value: {} people, measure: m}\n", "", "")[: size // 2]
        + "\nwaivers:\n"
        + _filled("  - {code: FC101, claims: [c{}], reason: r}\n", size // 2),
    )
    for name, word in _LONG.items():
        for key in ("id", "value", "measure", "quote", "period", "of", "note"):
            if key in ("value", "period") or name == "letters":
                yield f"a {key} of {name}", head + _claim_with(key, _filled(word, size))
    yield (
        "a title of words",
        "article: {title: " + _filled("five people ", size) + "}\nclaims: []\n",
    )
    yield "a date of digits", "article: {published: " + _filled("2", size) + "}\nclaims: []\n"
    yield "a locale of letters", "article: {locale: " + _filled("e", size) + "}\nclaims: []\n"
    yield "deep lists", "[" * size
    yield "deep mappings", "{a: " * (size // 4)
    yield "deep dashes", "- " * (size // 2)
    yield "deep lines", "".join(" " * n + "a:\n" for n in range(int((2 * size) ** 0.5)))
    yield "an open quote", 'claims: "' + "x" * size
    yield "quotes", '"' * size
    yield "brackets closed", "]" * size
    yield "question marks", "? " * (size // 2)
    yield "colons", ":" * size
    yield "colons and blanks", ": " * (size // 2)
    yield "tags", "!" * size
    yield "tags of python", "claims: !!python/object/apply:os.system [exit]\n"
    yield "anchors", "claims:\n" + _filled("- &a{} x\n", size)
    yield "anchors of one name", "claims:\n" + _filled("- &a x\n", size)
    yield "aliases", "a: &a x\nclaims:\n" + _filled("- *a\n", size)
    yield "aliases of nothing", "claims:\n" + _filled("- *a{}\n", size)
    yield "an alias in itself", "claims: &a [*a, *a]\n"
    yield (
        "an alias bomb",
        "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
        + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 60)),
    )
    yield (
        "a bomb of merges",
        "a0: &a0 {k: v}\n"
        + "".join(f"a{n}: &a{n} {{<<: [{','.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 60)),
    )
    yield "documents", "---\n" * (size // 4)
    yield "directives", "%YAML 1.1\n" * (size // 10)
    yield "comments", "#" * size
    yield "lines of comments", "#\n" * (size // 2)
    yield "blanks", " " * size
    yield "newlines", "\n" * size
    yield "tabs", "\t" * size
    yield "a block of text", "claims: |\n" + "  x\n" * (size // 4)
    yield "folded text", "claims: >\n" + "  x\n\n" * (size // 5)
    yield "escapes", 'claims: "' + "\\x41" * (size // 4) + '"\n'
    yield "escapes of surrogates", 'claims: ["\\ud800", "\\udc00"]\n' + head
    yield "surrogates", head + "  - {id: a, value: 5 \ud800}\n"
    yield "NUL", b"\0" * size
    yield "NUL in a value", head + "  - {id: a, value: 5\0 people}\n"
    yield "not UTF-8", b"claims: \xff\xfe\n" + b"\xe9" * size
    yield "not UTF-8 at the end", b"claims: []\n#" + b"x" * size + b"\xff"
    yield "UTF-16", (head + one).encode("utf-16")
    yield "UTF-16 without a mark", (head + one).encode("utf-16-le")
    yield "UTF-32", (head + one).encode("utf-32")
    yield "marks of order", "\ufeff" * (size // 3)
    yield "carriage returns", (head + one * (size // 50)).replace("\n", "\r")
    yield "separators of lines", (head + one * (size // 50)).replace("\n", "\u2028")
    yield "controls", head + "  - {id: a, value: 5 \x07\x1b[31m people}\n"
    yield "bidi", head + '  - {id: a, value: "5 \u202epeople\u2066"}\n'
    yield "emoji", "\U0001f4a5" * (size // 4)
    yield "nothing", ""


_LONG = {
    "letters": "a",
    "digits": "7",
    "number words": "one hundred ",
    "hyphens": "two-",
    "than": "more than ",
    "per": "5 people per ",
    "slashes": "5/",
    "brackets": "(",
}


def _claim_with(key: str, text: str) -> str:
    node = {"id": "a", "value": "5 people", "measure": "m"}
    given = "{p: '" + text + "'}" if key == "of" else f"'{text}'"
    node[key] = given
    return "  - {" + ", ".join(f"{name}: {value}" for name, value in node.items()) + "}\n"


def formats(size: int) -> Iterator[tuple[str, str, bytes]]:
    """Drafts in Markdown, HTML and Word: name, path and bytes."""
    for name, unit in {
        "columns": "| 5 ",
        "rows": "| 5 people | 6 |\n",
        "rows under a head": "| a | b |\n|---|---|\n| {} people | 6 |\n",
        "rules of tables": "|---",
        "quotes": "> ",
        "lists": "- ",
        "numbered lists": "1. ",
        "indented": "    ",
        "code": "```\n",
        "links": "[a](b) 5 ",
        "open links": "[a](",
        "open images": "![",
        "footnotes": "[^1]",
        "stars": "*a ",
        "open code": "`a``b",
        "front matter": "---\na: 5\n",
        "comments": "<!-- ",
        "headings": "# 5\n",
        "setext": "5\n=\n",
        "entities": "&#53;",
        "long entities": "&#" + "5" * 50 + ";",
        "escapes": "\\*",
        "shares in a table": "| x{} | 5 | 50% |\n",
    }.items():
        data = _filled(unit, size).encode()
        if name in ("rows", "shares in a table"):
            data = b"| a | b | c |\n|---|---|---|\n" + data
        if name == "columns":
            data = data + b"|\n" + b"|---" * (len(data) // 4) + b"|\n" + data[: size // 8]
        yield f"markdown {name}", "draft.md", data
    for name, unit in {
        "divs": "<div>",
        "closed divs": "</div>",
        "divs of text": "<div>5 people",
        "spans": "<span>5",
        "tables": "<table><tr><td>5",
        "cells": "<td>5",
        "columns": "<td colspan=99999999>5</td>",
        "rows": "<tr>",
        "lists": "<ul><li>5",
        "open tags": "<a ",
        "attributes": "<a b='c' ",
        "open attributes": "<a b='",
        "angles": "<",
        "comments": "<!-- ",
        "declarations": "<!",
        "instructions": "<?",
        "cdata": "<![CDATA[",
        "scripts": "<script>",
        "closed scripts": "</script>",
        "styles": "<style>5",
        "entities": "&amp;",
        "entities without end": "&ampampamp",
        "numbers of entities": "&#x110000;",
        "great entities": "&#" + "9" * 5000 + ";",
        "paragraphs": "<p>5 people",
        "breaks": "5<br>",
        "slashes": "</",
    }.items():
        data = _filled(unit, size).encode()
        if name in ("cells", "columns", "rows"):
            data = b"<table>" + data
        yield f"html {name}", "draft.html", data
    for name, text in _documents(size):
        yield f"word {name}", "draft.docx", _docx(text)
    yield "word that is no zip", "draft.docx", b"PK" + b"x" * size
    yield "word that is empty", "draft.docx", b""
    yield "word with nothing in it", "draft.docx", _zip({})
    yield "word bomb", "draft.docx", _docx(b"<w:p/>" * (200 * size // 6))
    yield "word bomb beside", "draft.docx", _docx(b"", {"word/media/x.bin": b"\0" * 200 * size})
    yield "word that lies of its size", "draft.docx", _lying(_docx(b"<w:p/>" * (100 * size // 6)))
    yield (
        "word with many parts",
        "draft.docx",
        _docx(b"", {f"word/x{n}.xml": b"" for n in range(size // 110)}),
    )
    yield "word with parts outside", "draft.docx", _docx(b"", {"../../../evil.xml": b"x"})
    yield "word cut short", "draft.docx", _docx(b"<w:p/>")[:-30]


def _documents(size: int) -> Iterator[tuple[str, bytes]]:
    figure = b"<w:p><w:r><w:t>5 people</w:t></w:r></w:p>"
    yield "paragraphs", figure * (size // len(figure))
    yield "one paragraph", b"<w:p><w:r><w:t>" + b"5 people " * (size // 9) + b"</w:t></w:r></w:p>"
    run = b"<w:r><w:t>5</w:t></w:r>"
    yield "runs", b"<w:p>" + run * (size // len(run)) + b"</w:p>"
    cell = b"<w:tc>" + figure + b"</w:tc>"
    row = b"<w:tr>" + cell * 5 + b"</w:tr>"
    yield "rows", b"<w:tbl><w:tblPr/><w:tblGrid/>" + row * (size // len(row)) + b"</w:tbl>"
    cells = b"<w:tr>" + cell * (size // len(cell)) + b"</w:tr>"
    yield "cells", b"<w:tbl><w:tblPr/><w:tblGrid/>" + cells + b"</w:tbl>"
    opened, closed = b"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>", b"<w:p/></w:tc></w:tr></w:tbl>"
    for deep in (200, 20_000):
        yield f"tables in tables, {deep}", opened * deep + b"<w:p/>" + closed * deep
    yield (
        "spans",
        (
            b"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>"
            + b'<w:tcPr><w:gridSpan w:val="9999999"/></w:tcPr>'
            + figure
            + b"</w:tc></w:tr></w:tbl>"
        ),
    )
    yield "deep elements", b"<w:p>" * (size // 10) + b"</w:p>" * (size // 10)
    yield "broken", b"<w:p><w:r>" * (size // 10)


_TYPES = b"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/\
content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default \
Extension="bin" ContentType="application/octet-stream"/><Override PartName="/word/document.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
</Types>"""
_RELATIONS = b"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/\
package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/\
officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
_BOMB = b"""<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">%s]>""" % b"".join(
    b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 10) for n in range(1, 10)
)


def _docx(body: bytes, more: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    document = (
        b'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
        b'wordprocessingml/2006/main"><w:body>' + body + b"</w:body></w:document>"
    )
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS}
    return _zip({**parts, "word/document.xml": document, **more})


def _zip(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return made.getvalue()


def _lying(data: bytes) -> bytes:
    """The same archive, in whose list every part has a size of ten bytes."""
    made, at = bytearray(data), 0
    while (at := data.find(b"PK\1\2", at)) >= 0:
        made[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at += 4
    return bytes(made)


_GOOD = (_HEAD + "}\nclaims:\n  - {id: a, value: 5 people}\n").encode()


def projects(size: int) -> Iterator[tuple[str, Input]]:
    """Settings, vocabularies, references, baselines and folders that mean it ill."""

    def verify(files: Mapping[str, bytes], *more: str) -> Input:
        return Input(("verify", *more, "claims"), {"claims/x.yaml": _GOOD, **files})

    most = size // 45
    sums = (",".join(f"other.c{(n + m) % most}" for m in range(70)) for n in range(0, size, 900))
    named = "".join(f"  - that: sum({one}) > a\n" for one in sums)
    checks = "claims:\n  - {id: a, value: 5 people}\nchecks:\n" + named
    others = "claims:\n" + _filled("  - {id: c{}, value: 5 people}\n", size)
    large = {"claims/x.yaml": checks.encode(), "claims/other.yaml": others.encode()}
    yield "checks of a large file", Input(("verify", "claims/x.yaml"), large)
    yield "checks of claims that are not there", verify({"claims/x.yaml": checks.encode()})
    quotes = "article: {text: ../t.txt}\nclaims:\n" + "".join(
        f"  - {{id: c{n}, value: 11, quote: '{'1' * (n % 50 + 1)}'}}\n" for n in range(size // 45)
    )
    for name, text in {"one run": "1" * size, "words": "111 " * (size // 4)}.items():
        files = {"claims/x.yaml": quotes.encode(), "t.txt": text.encode()}
        yield f"quotes in a text of {name}", verify(files)
    for name, text in {
        "letters": "a" * size,
        "brackets": "a = " + "[" * size,
        "tables": "[a]\n" * (size // 4),
        "deep keys": ".".join("a" * (size // 2)) + " = 1",
        "deep tables": "a = " + "{a = " * (size // 5),
        "digits": "fail-on = " + "7" * size,
        "a great number": "[thresholds]\ngap = 1e999999999",
        "infinity": "[thresholds]\ngap = inf",
        "unit of powers": '[units]\nq = "10**10**10 m"',
        "unit of itself": '[units]\nq = "2 r"\nr = "2 q"',
        "many units": "[units]\n" + _filled('q{} = "2 m"\n', size),
        "many patterns": _filled('[per-path."a{}"]\nignore = []\n', size),
        "a pattern of stars": '[per-path."' + "*a" * 5000 + 'b"]\nignore = ["FC1"]',
        "codes": "ignore = [" + '"FC1",' * (size // 6) + "]",
        "paths outside": 'vocabulary = "../../../../etc/passwd"',
        "NUL": "\0" * size,
        "limits that are raised": "[limits]\nfile-size = 999999999",
    }.items():
        yield f"settings of {name}", verify({"fentcheck.toml": text.encode()})
    for name, text in {
        "letters": "a" * size,
        "measures": "measures:\n" + _filled("  m{}: {kind: flow}\n", size),
        "aliases": "measures:\n  m: {kind: flow, aliases: [" + _filled("a{}, ", size) + "]}\n",
        "one chain": "dimensions:\n  d: " + " > ".join(f"t{n}" for n in range(size // 9)) + "\n",
        "chains": "dimensions:\n  d:\n" + _filled("    - a{} > b{} > c\n", size),
        "a ring": "dimensions:\n  d: [a > b > c, c > a]\n",
        "a lattice": "dimensions:\n  d:\n"
        + "".join(
            f"    - x{n} > {word}{n} > x{n + 1}\n" for n in range(size // 60) for word in "yz"
        ),
        "signs": "dimensions:\n  d: " + ">" * size + "\n",
    }.items():
        yield f"vocabulary of {name}", verify({"claims/vocabulary.yaml": text.encode()})
    reference = "source: {publisher: P, title: T, url: u, accessed: 2024-01-01}\nclaims:\n"
    conflicting = reference + _filled("  - {id: r{}, value: {}0 people, measure: m}\n", size // 2)
    claims = (
        _HEAD + "}\nclaims:\n" + _filled("  - {id: c{}, value: 7 people, measure: m}\n", size // 2)
    )
    yield (
        "references that disagree",
        verify(
            {"claims/references/r.yaml": conflicting.encode(), "claims/x.yaml": claims.encode()}
        ),
    )
    ring = reference + "".join(
        f"  - {{id: r{n}, value: {n} people, measure: m, supersedes: r{(n + 1) % (size // 70)}}}\n"
        for n in range(size // 70)
    )
    yield "references in a ring", verify({"claims/references/r.yaml": ring.encode()})
    yield (
        "many references",
        verify(
            {
                f"claims/references/r{n}.yaml": (reference + "  - {id: r, value: 5 m}\n").encode()
                for n in range(size // 2000)
            }
        ),
    )
    yield (
        "files that ask for each other",
        Input(
            ("verify", "claims"),
            {
                f"claims/f{n}.yaml": _GOOD
                + f"checks:\n  - that: a == f{(n + 1) % 100}.a\n".encode()
                for n in range(100)
            },
        ),
    )
    yield (
        "files with one stem",
        Input(
            ("verify", "claims"),
            {f"claims/{n}/x.yaml": _GOOD for n in range(max(10, size // 10_000))},
        ),
    )
    yield (
        "articles that disagree",
        Input(
            ("verify", "claims"),
            {
                f"claims/f{n}.yaml": (
                    _HEAD
                    + "}\nclaims:\n"
                    + _filled(
                        f"  - {{id: c{{}}, value: {n + 5} people, measure: m, period: 2020}}\n",
                        size // 20,
                    )
                ).encode()
                for n in range(20)
            },
        ),
    )
    for name, data in {
        "letters": b"a" * size,
        "brackets": b"[" * size,
        "nothing": b"{}",
        "digits": b'{"schema": ' + b"7" * size + b"}",
        "surrogates": b'{"schema": 1, "findings": ["\\ud800"]}',
        "bytes": b"\xff" * size,
    }.items():
        yield f"baseline of {name}", verify({"b.json": data}, "--baseline", "b.json")
    for name, path in {
        "outside": "../../../../etc/passwd",
        "at the root": "/etc/passwd",
        "of a device": "/dev/zero",
        "of a folder": ".",
        "with escapes": "\\x1b[31m.md",
        "with NUL": "\\0",
        "of letters": "a" * size,
        "of dots": "../" * (size // 3),
    }.items():
        head = _HEAD + f', text: "{path}"' + "}\nclaims:\n  - {id: a, value: 5 people}\n"
        yield f"text {name}", verify({"claims/x.yaml": head.encode()})
    long = _HEAD + ", text: ../draft.md}\nclaims:\n"
    for name, draft in {
        "all figures": "5 {} 17% $3m ",
        "figures in paragraphs": "{} people\n\n",
        "letters": "a",
        "quotes": '"',
    }.items():
        claims = long + _filled("  - {id: c{}, quote: 5 people, value: 5 people}\n", size // 4)
        yield (
            f"a draft of {name} with quotes",
            verify(
                {
                    "claims/x.yaml": claims.encode(),
                    "draft.md": _filled(draft, 3 * size // 4).encode(),
                }
            ),
        )
    for name, make in {
        "a link to itself": lambda at: (at / "claims/y.yaml").symlink_to("y.yaml"),
        "a link to nothing": lambda at: (at / "claims/y.yaml").symlink_to("nowhere"),
        "a link outside": lambda at: (at / "claims/y.yaml").symlink_to("/etc/passwd"),
        "a link to a device": lambda at: (at / "claims/y.yaml").symlink_to("/dev/zero"),
        "a folder in itself": lambda at: (at / "claims/deep").symlink_to("."),
        "a pipe": lambda at: os.mkfifo(at / "claims/y.yaml"),
        "a folder that is named a file": lambda at: (at / "claims/y.yaml").mkdir(),
        "a newline in its name": lambda at: (at / "claims/y\nz.yaml").write_bytes(_GOOD),
        "escapes in its name": lambda at: (at / "claims/\x1b[31my.yaml").write_bytes(b"["),
        "bytes in its name": _bytes_named,
        "a workflow command in its name": lambda at: (at / "claims/::error::y.yaml").write_bytes(
            b"["
        ),
        "a settings folder": lambda at: (at / "fentcheck.toml").mkdir(),
        "a settings pipe": lambda at: os.mkfifo(at / "fentcheck.toml"),
        "a vocabulary pipe": lambda at: os.mkfifo(at / "claims/vocabulary.yaml"),
        "a vocabulary folder": lambda at: (at / "claims/vocabulary.yaml").mkdir(),
        "references that are a file": lambda at: (at / "claims/references").write_bytes(b"x"),
        "a file that cannot be read": lambda at: _unreadable(at / "claims/y.yaml"),
        "deep folders": lambda at: (at / "claims" / "/".join("d" * 400)).mkdir(parents=True),
    }.items():
        yield f"with {name}", Input(("verify", "claims"), {"claims/x.yaml": _GOOD}, make)
    for name, target in {
        "pipe": None,
        "device": "/dev/zero",
        "folder": "/",
        "link": "d.md",
    }.items():
        yield (
            f"a draft that is a {name}",
            Input(
                ("audit", "d.md"),
                {},
                (lambda at: os.mkfifo(at / "d.md"))
                if target is None
                else (lambda at, to=target: (at / "d.md").symlink_to(to)),  # type: ignore[misc]
            ),
        )


def _bytes_named(at: Path) -> None:
    path = os.path.join(os.fsencode(at / "claims"), b"y\xff.yaml")
    with open(path, "wb") as file:
        file.write(b"[")


def _unreadable(path: Path) -> None:
    path.write_bytes(_GOOD)
    path.chmod(0)


# Running


def cost(one: Input, seconds: float) -> Cost:
    """What a call on an input takes, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        (at / ".git").mkdir()
        for path, data in one.files.items():
            (at / path).parent.mkdir(parents=True, exist_ok=True)
            (at / path).write_bytes(data)
        if one.make is not None:
            one.make(at)
        return _run(one.arguments, at, seconds)


def _run(arguments: tuple[str, ...], at: Path, seconds: float) -> Cost:
    said = at / ".said"
    command = [sys.executable, "-ISc", _LAUNCH, str(seconds), str(said), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    before = _pace()
    done = subprocess.run(command, cwd=at, env=environment, check=True, capture_output=True)
    pace = (before + _pace()) / 2
    status, taken, largest = done.stdout.split()
    output = said.read_text("utf-8", "replace")
    ended = int(status) in (-signal.SIGKILL, -signal.SIGXCPU)
    status_or_none = None if ended else int(status)
    return Cost(float(taken), pace, int(largest) / 1024, status_or_none, output)


def _pace() -> float:
    """The processor time that a loop takes, on average over some."""
    start = process_time()
    for _ in range(_LOOPS):
        sum(number * number for number in range(5_000))
    return (process_time() - start) / _LOOPS


_LOOPS = 20


# A process begins as large as the one that made it: this one is small.
_LAUNCH = """
import os, resource, signal, sys
seconds, said, *words = sys.argv[1:]
most = int(float(seconds)) + 1
resource.setrlimit(resource.RLIMIT_CPU, (most, most))
child = os.posix_spawn(
    sys.executable, [sys.executable, "-m", "fentcheck", *words], os.environ,
    file_actions=[
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ],
)
signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
signal.setitimer(signal.ITIMER_REAL, 10 * most)
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""


def main() -> int:
    """Prints a row for each input. The exit status is 1 if one was ended or failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of the names of inputs; all, if none")
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    compileall.compile_dir(_ROOT / "fentcheck", quiet=2)
    rows = [
        "| input | bytes | seconds | alone | MiB | status | told |",
        "|---|--:|--:|--:|--:|--:|---|",
    ]
    print("\n".join(rows))
    bad = 0
    best = min(_pace() for _ in range(50))
    for name, one in inputs(options.size).items():
        if options.names and not any(part in name for part in options.names):
            continue
        found = cost(one, options.seconds)
        bad += found.status not in (0, 1, 2)
        size = sum(map(len, one.files.values()))
        told = found.first_line.replace("|", "\\|")[:100]
        best = min(best, found.pace)
        slower = found.pace / best
        ended = "ended" if found.status is None else found.status
        rows.append(
            f"| {name} | {size:,} | {found.seconds:.2f} | {found.seconds / slower:.2f} "
            f"| {found.mib:.0f} | {ended} | {told} |"
        )
        print(rows[-1], flush=True)
    if options.output:
        options.output.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
