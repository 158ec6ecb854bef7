"""`value` and `calc`: a phrase or an expression from the command line, on both readings."""

from __future__ import annotations

import json
import sys

from fentcheck.cli.table import Call
from fentcheck.engine.wording import value_words
from fentcheck.expressions.compile import Compiled, Mismatch, Readings, compile_expression, in_unit
from fentcheck.expressions.evaluate import readings_of
from fentcheck.expressions.parse import Context, Fault, parse_expression
from fentcheck.expressions.tree import named_claims
from fentcheck.files.config import Config, Lexicons
from fentcheck.interval import Interval
from fentcheck.output.terminal import safe
from fentcheck.output.words import readings_words
from fentcheck.phrases.display import exact_interval
from fentcheck.phrases.phrase import Form, Phrase, read_phrase
from fentcheck.phrases.reading import Reading, read
from fentcheck.units.names import Complaint
from fentcheck.units.unit import NUMBER, PERCENT, Kind, Unit


def show_value(call: Call, config: Config) -> int:
    """Prints both readings of a phrase. Exit status 2 if it cannot be read."""
    text = call.arguments[0]
    phrase = read_phrase(text, Lexicons(config)(config.locale_of(call.text("locale"))))
    if isinstance(phrase, Complaint):
        return _refuse_phrase(text, phrase)
    reading = read(phrase, constants=config.constants)
    if call.text("format") == "json":
        _print_json(reading.literal, reading.pragmatic, reading.unit, phrase)
        return 0
    shown, unit = _in_percent(reading)
    _write_readings(shown, unit)
    sys.stdout.write(f"read as    {_class_of(phrase)}\n")
    if phrase.doubt is not None:
        hint = f"; did you mean “{phrase.doubt.suggestion}”?"
        sys.stdout.write(f"note       {safe(phrase.doubt.message)}{hint}\n")
    return 0


def show_calculation(call: Call, config: Config) -> int:
    """Prints the value of an expression on both readings. Exit status 2 if it has none."""
    text = call.arguments[0]
    lexicon = Lexicons(config)(config.locale_of(call.text("locale")))
    expression = parse_expression(text, Context(lexicon, lambda name: name))
    if isinstance(expression, Fault):
        return _refuse_expression(text, expression)
    named = next(named_claims(expression), None)
    if named is not None:
        message = "calc knows no claims; put a phrase in double quotes"
        return _refuse_expression(text, Fault(message, named.start, named.end))
    compiled = compile_expression(expression, lambda name: NUMBER, config.constants)
    if isinstance(compiled, Mismatch):
        fault = Fault(compiled.message, compiled.right.start, compiled.right.end)
        return _refuse_expression(text, fault)
    readings = _evaluated(compiled)
    if readings.literal.is_empty:
        return _refuse_expression(text, Fault("this divides by zero", 0, len(text)))
    if call.text("format") == "json":
        _print_json(readings.literal, readings.pragmatic, compiled.unit, None)
        return 0
    unit = compiled.unit
    sys.stdout.write(f"{value_words(readings, unit)}\n")
    _write_readings(readings, unit)
    return 0


def _write_readings(readings: Readings, unit: Unit) -> None:
    for name, text in readings_words(readings, unit):
        sys.stdout.write(f"{name:<9}  {text}\n")


def _evaluated(compiled: Compiled) -> Readings:
    return Readings(*(in_unit(one, compiled.unit) for one in readings_of(compiled, {})))


def _in_percent(reading: Reading) -> tuple[Readings, Unit]:
    """Fractions are shown as percentages."""
    readings = Readings(reading.literal, reading.pragmatic, reading.printed)
    if reading.unit.kind is Kind.RATIO and reading.unit.size == 1:
        return Readings(*(one.scaled(100) for one in readings)), PERCENT
    return readings, reading.unit


def _class_of(phrase: Phrase) -> str:
    """The row of the phrase table that was used."""
    if phrase.hedges:
        hedges = " and ".join(hedge.value for hedge in phrase.hedges)
        return hedges if phrase.form is Form.NUMBER else f"{hedges}, {phrase.form.value}"
    return "bare number" if phrase.form is Form.NUMBER else phrase.form.value


def _print_json(literal: Interval, pragmatic: Interval, unit: Unit, phrase: Phrase | None) -> None:
    shown: dict[str, object] = {
        "schema": 1,
        "literal": exact_interval(literal),
        "pragmatic": exact_interval(pragmatic),
        "unit": unit.name,
    }
    if phrase is not None:
        shown["class"] = _class_of(phrase)
    sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")


def _refuse_phrase(text: str, complaint: Complaint) -> int:
    hint = f"; did you mean “{complaint.suggestion}”?" if complaint.suggestion else ""
    folded = " ".join(text.split())
    start = folded.find(complaint.word) if complaint.word else 0
    _point(folded, max(start, 0), max(start, 0) + max(1, len(complaint.word)))
    sys.stderr.write(f"fentcheck: {safe(complaint.message + hint)}\n")
    return 2


def _refuse_expression(text: str, fault: Fault) -> int:
    _point(text, fault.start, fault.end)
    sys.stderr.write(f"fentcheck: {safe(fault.message)}\n")
    return 2


def _point(text: str, start: int, end: int) -> None:
    """The text with the part at fault marked below it."""
    if len(text) <= 200 and "\n" not in text:
        sys.stderr.write(f"{safe(text)}\n{' ' * start}{'~' * max(1, end - start)}\n")
