"""What a value phrase is taken apart into, and what is said where it is refused.

The rows are in parts.txt. The bar stands where the figure ends, as it is shown in findings. Behind
the sign " = " are the direction, the hedges, the form if it is more than a number, the number with
its place where its value does not say it, the unit, and what else the phrase says. Behind " -> "
are the word at fault, the message, and in brackets what is suggested.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from fentcheck.limits import DEFAULTS
from fentcheck.phrases.numbers import Number, decimal
from fentcheck.phrases.phrase import Form, Mention, Phrase, find_mentions, read_phrase
from fentcheck.units.names import Complaint, Lexicon
from fentcheck.units.unit import Kind

LEXICON = Lexicon("en-US")


def _rows(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("# ")]


def shown(phrase: Phrase) -> str:
    parts = [phrase.direction.value] if phrase.direction else []
    parts.append(_figure(phrase))
    parts += [phrase.unit.name] if phrase.unit.name else []
    more = [
        *([phrase.superlative.value] if phrase.superlative else []),
        *([phrase.statistic.value] if phrase.statistic else []),
        *(["multiple"] if phrase.multiple else []),
        *(["exact"] if phrase.exact else []),
        *([f"doubt about {phrase.doubt.word}"] if phrase.doubt else []),
        *(["change"] if phrase.is_change else []),
        *([phrase.unit.kind.value] if phrase.unit.kind is not Kind.AMOUNT else []),
    ]
    return ", ".join([" ".join(parts), *more])


def _figure(one: Phrase | Mention) -> str:
    parts = [hedge.name.lower().replace("_", " ") for hedge in one.hedges]
    parts += [] if one.form is Form.NUMBER else [f"[{one.form.value}]"]
    number = _number(one.low) + (f"–{_number(one.high)}" if one.high else "")
    return " ".join([*parts, number])


def _number(number: Number) -> str:
    value, place = number
    return f"{value}" if decimal(value).place == place else f"{value} to {place}"


@pytest.mark.parametrize("row", [row for row in _rows("parts.txt") if " = " in row])
def test_the_parts_of_a_phrase(row: str) -> None:
    text, _, meaning = row.partition(" = ")
    figure, _, rest = text.partition("|")
    phrase = read_phrase(figure + rest, LEXICON)
    assert isinstance(phrase, Phrase), phrase
    assert (phrase.text, phrase.figure) == (figure + rest, figure)
    assert shown(phrase) == meaning


@pytest.mark.parametrize("row", [row for row in _rows("parts.txt") if " -> " in row])
def test_what_a_refusal_says(row: str) -> None:
    text, _, expected = row.partition(" -> ")
    complaint = read_phrase(text, LEXICON)
    assert isinstance(complaint, Complaint), complaint
    suggestion = f" ({complaint.suggestion})" if complaint.suggestion else ""
    assert f"{complaint.word}: {complaint.message}{suggestion}" == expected


def test_no_words_at_all() -> None:
    assert read_phrase("", LEXICON) == Complaint("", "there is no value here", "12 people")


def test_how_long_a_value_may_be() -> None:
    """As long as the limit says, and no longer: told with the limit and the first words."""
    words = "12 " + "very " * 37 + "big homes "
    longest = words + "x" * (200 - len(words))
    assert "at most" not in getattr(read_phrase(longest, LEXICON), "message", "")
    for text in (longest + "x", "1" * 9 + " " + "people " * 40):
        complaint = read_phrase(text, LEXICON)
        assert isinstance(complaint, Complaint)
        assert complaint.word == text[:20]
        assert complaint.message.startswith("a value has at most 200 characters: ")
        assert "value-length" in complaint.message
    short = Lexicon("en-US", limits=DEFAULTS._replace(value_length=9))
    assert isinstance(read_phrase("12 people", short), Phrase)
    assert isinstance(read_phrase("123 people", short), Complaint)
    assert isinstance(read_phrase("  12   people  ", short), Phrase)


def _quotes() -> list[tuple[str, list[str]]]:
    quotes: list[tuple[str, list[str]]] = []
    for line in _rows("quotes.txt"):
        if line.startswith(" "):
            quotes[-1][1].append(line.strip())
        else:
            quotes.append((line, []))
    return quotes


@pytest.mark.parametrize(("quote", "numbers"), _quotes())
def test_the_numbers_of_a_quote(quote: str, numbers: list[str]) -> None:
    """Also behind other words, and with white space that is none of one character."""
    assert _mentions(quote) == numbers
    assert _mentions(f"So: “{quote}".replace(" ", "\u00a0 ")) == numbers


def _mentions(quote: str) -> list[str]:
    folded = " ".join(quote.split())
    return [
        f"{folded[one.start : one.end].strip()} = {_figure(one)}"
        for one in find_mentions(quote, LEXICON)
    ]


def test_the_end_of_a_long_quote_is_not_read() -> None:
    words = "word " * 119  # 595 characters
    assert _mentions(f"{words}12345 6") == ["12345 = 12345"]
    assert _mentions(f"{words}word 12") == []
