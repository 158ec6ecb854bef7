"""`quantities`: every quantity of a draft, a line each, for a person or for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from fentcheck.cli.table import Call
from fentcheck.exact import Fraction
from fentcheck.files.config import Config, Lexicons
from fentcheck.output.terminal import safe
from fentcheck.phrases.display import plain
from fentcheck.prose.document import Document
from fentcheck.prose.mention import Mention, Rational
from fentcheck.prose.scan import Stop, find_quantities


def show_quantities(call: Call, config: Config, draft: Document) -> int:
    """Prints what is found, as it is found. The exit status is 0 however many there are."""
    lexicon = Lexicons(config)(config.locale_of(call.text("locale")))
    stops: list[Stop] = []
    mentions = find_quantities(draft.text, lexicon, call.flag("all_roles"), stops)
    make = _json_lines if call.text("format") == "jsonl" else _rows
    lines = make(mentions, draft)
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
    if not stops and draft.full is not None:
        stops.append(Stop(len(draft.text), 0, draft.full, "lines and pieces of text"))
    for stop in stops:
        at = draft.place(stop.start, stop.start)[0]
        sys.stderr.write(f"fentcheck: line {at}: {stop.message}\n")
    return 0


def _json_lines(mentions: Iterator[Mention], draft: Document) -> Iterator[str]:
    """Objects; places are those in the file, in a Word document in its paragraphs, one a line."""
    for one in mentions:
        start, end = draft.original(one.start, one.end)
        yield json.dumps(
            {
                "line": draft.place(one.start, one.end)[0],
                "start": start,
                "end": end,
                "text": one.text,
                "value": _json_value(one),
                "hedge": one.hedge,
                "trend": one.trend.value if one.trend else None,
                "unit": one.unit,
                "unit_name": one.unit_name,
                "noun": one.noun,
                "noun_phrase": one.noun_phrase,
                "per": one.per,
                "role": one.role.value,
            },
            ensure_ascii=False,
        )


def _json_value(mention: Mention) -> int | float | list[int | float] | None:
    value = mention.value
    if value is None:
        return None
    return [_json_number(one) for one in value] if isinstance(value, tuple) else _json_number(value)


def _json_number(value: Rational) -> int | float:
    if isinstance(value, Fraction) and value.denominator > 1:
        return float(value)
    return int(value)


def _rows(mentions: Iterator[Mention], draft: Document) -> Iterator[str]:
    """Aligned columns: place, text, value, unit, noun, role."""
    rows = [
        (
            "{}:{}".format(*draft.place(one.start, one.end)[:2]),
            safe(" ".join(one.text.split())),
            _value_words(one),
            safe(one.unit + (f"/{one.per}" if one.per else "")),
            safe(one.noun),
            one.role.value,
        )
        for one in mentions
    ]
    widths = [min(_WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _value_words(mention: Mention) -> str:
    value = mention.value
    if value is None:
        return ""
    number = "–".join(map(plain, value)) if isinstance(value, tuple) else plain(value)
    sign = "" if mention.hedge == "=" else mention.hedge
    trend = f" {mention.trend.value}" if mention.trend else ""
    return f"{sign}{number}{trend}"


_WIDEST = 40
