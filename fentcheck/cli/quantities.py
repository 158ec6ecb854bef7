"""`quantities`: every quantity of a text, a line each, for a person or for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from fentcheck.cli.table import Call
from fentcheck.exact import Fraction
from fentcheck.files.config import Config, Lexicons
from fentcheck.output.terminal import safe
from fentcheck.phrases.display import plain
from fentcheck.prose.mention import Mention, Rational
from fentcheck.prose.scan import Stop, find_quantities


def show_quantities(call: Call, config: Config, text: str) -> int:
    """Prints what is found, as it is found. The exit status is 0 however many there are."""
    lexicon = Lexicons(config)(config.locale_of(call.text("locale")))
    stops: list[Stop] = []
    mentions = find_quantities(text, lexicon, call.flag("all_roles"), stops)
    lines = _json_lines(mentions) if call.text("format") == "jsonl" else _rows(mentions, text)
    for line in lines:
        sys.stdout.write(line + "\n")
    sys.stdout.flush()
    for stop in stops:
        sys.stderr.write(f"fentcheck: line {stop.line}: {stop.message}\n")
    return 0


def _json_lines(mentions: Iterator[Mention]) -> Iterator[str]:
    for one in mentions:
        yield json.dumps(
            {
                "line": one.line,
                "start": one.start,
                "end": one.end,
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


def _rows(mentions: Iterator[Mention], text: str) -> Iterator[str]:
    """Aligned columns: place, text, value, unit, noun, role."""
    rows = [
        (
            f"{one.line}:{one.start - text.rfind(chr(10), 0, one.start)}",
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
