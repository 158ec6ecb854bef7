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
from fentcheck.phrases.hedges import Direction
from fentcheck.phrases.numbers import Number, decimal
from fentcheck.phrases.phrase import Form, Mention, Phrase, find_mentions, lowered, read_phrase
from fentcheck.units.names import Complaint, Lexicon
from fentcheck.units.unit import Kind

LEXICON = Lexicon("en-US")


def _rows(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("# ")]


def shown(phrase: Phrase) -> str:
    parts = [phrase.direction.value] if phrase.direction is not None else []
    parts.append(_figure(phrase))
    parts += [phrase.unit.name] if phrase.unit.name else []
    more = [
        *([phrase.superlative.value] if phrase.superlative is not None else []),
        *([phrase.statistic.value] if phrase.statistic is not None else []),
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
    number = _number(one.low) + (f"–{_number(one.high)}" if one.high is not None else "")
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
    assert type(phrase.multiple) is type(phrase.exact) is bool
    assert shown(phrase) == meaning


@pytest.mark.parametrize("row", [row for row in _rows("parts.txt") if " -> " in row])
def test_what_a_refusal_says(row: str) -> None:
    text, _, expected = row.partition(" -> ")
    complaint = read_phrase(text, LEXICON)
    assert isinstance(complaint, Complaint), complaint
    suggestion = f" ({complaint.suggestion})" if complaint.suggestion else ""
    assert f"{complaint.word}: {complaint.message}{suggestion}" == expected


DOWN = (
    "fewer less lower smaller shorter lighter colder cooler slower down decrease fall drop decline "
    "reduction cut plunge loss"
).split()
UP = (
    "more higher greater larger bigger longer heavier taller warmer hotter faster up increase rise "
    "gain jump growth surge"
).split()


@pytest.mark.parametrize("word", [*DOWN, *UP])
def test_words_behind_a_number_that_make_it_a_change(word: str) -> None:
    """At the end, and where it is said since when; in a quote they turn a factor round."""
    for words in (word, f"{word} than before", f"{word} since May", f"{word} over the year"):
        for unit in ("%", " kg"):
            phrase = read_phrase(f"5{unit} {words}", LEXICON)
            assert isinstance(phrase, Phrase)
            assert phrase.direction is (Direction.DOWN if word in DOWN else Direction.UP)
            assert phrase.low.value == 5
    (mention,) = find_mentions(f"a tenfold {word} in crime", LEXICON)
    assert mention.form is (Form.TIMES_FEWER if word in DOWN else Form.TIMES)


@pytest.mark.parametrize("word", "the that those what its their his her last as in of".split())
def test_what_is_doubled(word: str) -> None:
    phrase = read_phrase(f"double {word} figure", LEXICON)
    assert isinstance(phrase, Phrase)
    assert (phrase.form, phrase.low.value) == (Form.TIMES, 2)


@pytest.mark.parametrize("word", "no all most few both single double pair".split())
def test_half_a_word_is_no_number(word: str) -> None:
    assert find_mentions(f"{word}- or other-than-these", LEXICON) == []


@pytest.mark.parametrize("digit", "0123456789")
def test_an_article_before_digits_is_no_number(digit: str) -> None:
    for words in (f"a {digit}-mile run", f"an {digit} mile run", f"a £{digit} note"):
        phrase = read_phrase(words, LEXICON)
        assert isinstance(phrase, Phrase)
        assert phrase.low.value == int(digit)


@pytest.mark.parametrize(
    ("text", "meaning", "numbers"),
    [
        ("1.500 people", "1500 people", ["1500"]),
        ("1,5-2,5 kg", "[range] 3/2–5/2 kg", ["[range] 3/2–5/2"]),
        ("from 1,5 to 2 kg", "[range] 3/2–2 kg", ["[range] 3/2–2"]),
        ("between 1,5 and 2,5 kg", "[range] 3/2–5/2 kg", ["[range] 3/2–5/2"]),
        (
            "more than 1,5 but less than 2,5 kg",
            "more than less than [two bounds] 3/2–5/2 kg",
            ["more than less than [two bounds] 3/2–5/2"],
        ),
        ("5 ft 1,5 in", "123/2 in", ["123/2"]),
        ("1 in 2.000", "[one in k] 1–2000 of the whole, ratio", ["[one in k] 1–2000"]),
        ("€1,5 million", "1500000 €", ["1500000"]),
        ("more than -1,50 kg", "more than -3/2 to 1/100 kg", ["more than -3/2 to 1/100"]),
    ],
)
def test_with_a_comma_for_the_point(text: str, meaning: str, numbers: list[str]) -> None:
    lexicon = Lexicon("de-DE")
    phrase = read_phrase(text, lexicon)
    assert isinstance(phrase, Phrase)
    assert shown(phrase) == meaning
    assert [_figure(one) for one in find_mentions(text, lexicon)] == numbers


def test_what_is_not_said_of_a_phrase() -> None:
    """Made of a number and a unit alone, it is like “5 kg” as read."""
    read_so = read_phrase("5 kg", LEXICON)
    assert isinstance(read_so, Phrase)
    made = Phrase("5 kg", Form.NUMBER, read_so.low, read_so.unit)
    assert made._replace(figure="5") == read_so
    assert (made.figure, made.is_change) == ("", False)


def test_lower_case_keeps_every_position() -> None:
    """The dotted capital I is two characters in lower case; it stays, and all else is lowered."""
    assert lowered("Over 5 KM") == "over 5 km"
    assert lowered("İ 5 KM ÀSS") == "İ 5 km àss"


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
    assert _mentions(f"{words}12345 6") == _mentions(f"{words}12345") == ["12345 = 12345"]
    assert _mentions(f"{words}1234567") == ["12345 = 12345"]
    assert _mentions(f"{words}word 12") == []
