"""Written numbers: what they come to, to which place they are meant, and where their text ends."""

from __future__ import annotations

from unicodedata import numeric

import pytest

from fentcheck.exact import Fraction
from fentcheck.limits import DEFAULTS
from fentcheck.phrases.numbers import (
    Found,
    Number,
    Unreadable,
    decimal,
    in_digits,
    integer,
    leading_place,
    power_of_ten,
    read_number,
    read_share,
    share_behind_minus,
)


def _rows(table: str) -> list[tuple[str, str]]:
    """The lines of a table, each cut at " = "."""
    rows = (line.strip().partition(" = ") for line in table.strip().splitlines())
    return [(text, meaning) for text, _, meaning in rows]


def shown(found: Found) -> str:
    """A number as the tables have it: its value, its place, the magnitude that it was put with."""
    value, place = found.number
    assert isinstance(value, int) or value.denominator > 1  # a whole number is no fraction
    words = f"{value} to {place}" if isinstance(value, int) else f"{Fraction(value)} to {place}"
    return words if found.magnitude == 1 else f"{words}, in {found.magnitude}"


def check(text: str, meaning: str, joins_and: bool = True, decimal_comma: bool = False) -> None:
    """The number ends at the bar, wherever in a text it stands; without a bar there is none."""
    words, bar, rest = text.partition("|")
    for before in ("", "in 3 ", "xx"):
        found = read_number(before + words + rest, len(before), decimal_comma, joins_and)
        if not bar:
            assert found is None, found
            continue
        assert isinstance(found, Found), found
        assert (found.end - len(before), shown(found)) == (len(words), meaning)


DIGITS = """
    5| = 5 to 1
    5| people = 5 to 1
    0| kg = 0 to 1
    007| = 7 to 1
    10| = 10 to 10
    1,250| people = 1250 to 10
    55,000| = 55000 to 1000
    2.0| = 2 to 1/10
    2.50| km = 5/2 to 1/100
    1,250.75| = 5003/4 to 1/100
    .5| = 1/2 to 1/10
    .05| = 1/20 to 1/100
    5|. = 5 to 1
    5|. then = 5 to 1
    5|, then = 5 to 1
    5| eggs = 5 to 1
    5|e eggs = 5 to 1
    5|x = 5 to 1
    1,234,567| = 1234567 to 1
    1,50,000| = 150000 to 10000
    12,34,567| = 1234567 to 1
    1 000| = 1000 to 1000
    12 345 678| people = 12345678 to 1
    1'000'000| = 1000000 to 1000000
    1’250| = 1250 to 10
    1 250.5| = 2501/2 to 1/10
    3| 45 = 3 to 1
    3| 4567 = 3 to 1
    . = none
    .x = none
    - = none
    people = none
"""
FRACTIONS = """
    ½| = 1/2 to 1/10
    ¼| mile = 1/4 to 1/100
    ½ million| = 500000 to 100000, in 1000000
    ½-million| = 500000 to 100000, in 1000000
    2½| = 5/2 to 1/10
    2 ½| miles = 5/2 to 1/10
    2-½| = 5/2 to 1/10
    2½ million| = 2500000 to 100000, in 1000000
    3¾| = 15/4 to 1/100
    10 1/2| pounds = 21/2 to 1/10
    10-1/2| pounds = 21/2 to 1/10
    10 3/4| = 43/4 to 1/100
    10 11/12| = 131/12 to 1/12
    10 1/16| = 161/16 to 1/10000
    10 1/32| = 321/32 to 1/32
    10| 1/0 = 10 to 10
    10| 1/2/3 = 10 to 10
    10|/12 = 10 to 10
    10| 1 = 10 to 10
    10| - 1/2 = 10 to 10
    1.5| 1/2 = 3/2 to 1/10
    1.5|½ = 3/2 to 1/10
    2 and a half| = 5/2 to 1/10
    2 and a half| people = 5/2 to 1/10
    2 and a half million| = 2500000 to 100000, in 1000000
    2 and 3/4| = 11/4 to 1/100
    2 and ½| = 5/2 to 1/10
    2 and three quarters| = 11/4 to 1/100
    2|-and a half = 2 to 1
    2| and a = 2 to 1
    2| and 3 = 2 to 1
    2| and two halves = 2 to 1
    2| a half = 2 to 1
    2| half = 2 to 1
"""
MAGNITUDES = """
    5 million| = 5000000 to 1000000, in 1000000
    5-million| = 5000000 to 1000000, in 1000000
    5million| = 5000000 to 1000000, in 1000000
    5 million|, he = 5000000 to 1000000, in 1000000
    2.3 million| people = 2300000 to 100000, in 1000000
    2.50 million| people = 2500000 to 10000, in 1000000
    5 hundred| = 500 to 100, in 100
    5 thousand| = 5000 to 1000, in 1000
    5k| = 5000 to 1000, in 1000
    5m| = 5000000 to 1000000, in 1000000
    5mn| = 5000000 to 1000000, in 1000000
    5 mn| = 5000000 to 1000000, in 1000000
    5mln| = 5000000 to 1000000, in 1000000
    5 mln| = 5000000 to 1000000, in 1000000
    5mil| = 5000000 to 1000000, in 1000000
    5 billion| = 5000000000 to 1000000000, in 1000000000
    5bn| = 5000000000 to 1000000000, in 1000000000
    5 bn| = 5000000000 to 1000000000, in 1000000000
    5bln| = 5000000000 to 1000000000, in 1000000000
    5 bln| = 5000000000 to 1000000000, in 1000000000
    5b| = 5000000000 to 1000000000, in 1000000000
    5 trillion| = 5000000000000 to 1000000000000, in 1000000000000
    5tn| = 5000000000000 to 1000000000000, in 1000000000000
    5 tn| = 5000000000000 to 1000000000000, in 1000000000000
    5 trn| = 5000000000000 to 1000000000000, in 1000000000000
    5 tln| = 5000000000000 to 1000000000000, in 1000000000000
    5trln| = 5000000000000 to 1000000000000, in 1000000000000
    5 trln| = 5000000000000 to 1000000000000, in 1000000000000
    5 quadrillion| = 5000000000000000 to 1000000000000000, in 1000000000000000
    5 lac| = 500000 to 100000, in 100000
    5 lakh| = 500000 to 100000, in 100000
    5 lakhs| = 500000 to 100000, in 100000
    5 crore| = 50000000 to 10000000, in 10000000
    5 crores| = 50000000 to 10000000, in 10000000
    5 thousands| = 5000 to 1000, in 1000
    5 millions| = 5000000 to 1000000, in 1000000
    5 billions| = 5000000000 to 1000000000, in 1000000000
    5 trillions| = 5000000000000 to 1000000000000, in 1000000000000
    5 lakh crore| = 5000000000000 to 1000000000000, in 1000000000000
    5 hundred-thousand million| = 500000000000 to 100000000000, in 100000000000
    5| millionaires = 5 to 1
    5| hundreds = 5 to 1
    5| m = 5 to 1
    5| mil = 5 to 1
    5| k = 5 to 1
    5| b = 5 to 1
    5|m/s = 5 to 1
    5|m² = 5 to 1
    5|m³ = 5 to 1
    5|m^2 = 5 to 1
    5|m_ = 5 to 1
    5|m2 = 5 to 1
    5|b0 = 5 to 1
    5|k9 = 5 to 1
    5m| people = 5000000 to 1000000, in 1000000
    5|m pool = 5 to 1
    5|m-wide gap = 5 to 1
    5k| race = 5000 to 1000, in 1000
"""
SMALLER_PARTS = """
    2 million 300 thousand| = 2300000 to 100000
    2 million 300 thousand| people = 2300000 to 100000
    2 million and 300 thousand| = 2300000 to 100000
    2 million 3 hundred and 21| = 2000321 to 1
    4 thousand 3 hundred and 21| = 4321 to 1
    4 thousand 3 hundred 21| = 4321 to 1
    4 thousand and three hundred| = 4300 to 100
    4 thousand and one hundred| = 4100 to 100
    4 hundred and three| = 403 to 1
    4 hundred and ninety-nine| = 499 to 1
    4 hundred and 3| = 403 to 1
    4 hundred 3| = 403 to 1
    4 million and a half| = 4500000 to 100000
    4 million and a quarter| = 4250000 to 10000
    4 million and a half thousand| = 4000500 to 100
    4 million and a half| million = 4500000 to 100000
    2 million 300 thousand and two hundred| = 2300200 to 100
    2 million 300 thousand 2 hundred and 12| people = 2300212 to 1
    2 crore 30 lakh| = 23000000 to 1000000
    2 million| 300 = 2000000 to 1000000, in 1000000
    2 million| 3 million = 2000000 to 1000000, in 1000000
    2 thousand| 3 million = 2000 to 1000, in 1000
    2 million| 1000 thousand = 2000000 to 1000000, in 1000000
    2 million 999 thousand| = 2999000 to 1000
    2 million| 300 thousand, = 2000000 to 1000000, in 1000000
    2 million| 0 thousand = 2000000 to 1000000, in 1000000
    2 million| .5 thousand = 2000000 to 1000000, in 1000000
    2 million|, 300 thousand = 2000000 to 1000000, in 1000000
    2 million| and two cars = 2000000 to 1000000, in 1000000
    2 million| and zero = 2000000 to 1000000, in 1000000
    2 million| and three halves = 2000000 to 1000000, in 1000000
    2 million| two hundred = 2000000 to 1000000, in 1000000
    4 thousand| 321 = 4000 to 1000, in 1000
    4 thousand| and 321 = 4000 to 1000, in 1000
    4 thousand| and three = 4000 to 1000, in 1000
    4 thousand| and ninety-nine = 4000 to 1000, in 1000
    4 hundred| 300 = 400 to 100, in 100
    4 hundred| and 100 = 400 to 100, in 100
    4 hundred| 99th = 400 to 100, in 100
"""
WORDS = """
    zero| = 0 to 1
    nought| = 0 to 1
    naught| = 0 to 1
    seven| people = 7 to 1
    ten| = 10 to 10
    nineteen| = 19 to 1
    twenty| = 20 to 10
    twenty-one| = 21 to 1
    twenty one| = 21 to 1
    twenty-one|-two = 21 to 1
    ninety-nine| = 99 to 1
    twenty| ten = 20 to 10
    twenty| zero = 20 to 10
    ten| five = 10 to 10
    seventeen| two = 17 to 1
    zero| five = 0 to 1
    hundred| = 100 to 100, in 100
    one hundred| = 100 to 100, in 100
    a hundred| people = 100 to 100, in 100
    an hundred| = 100 to 100, in 100
    hundred and five| = 105 to 1
    one hundred five| = 105 to 1
    one hundred and ninety-nine| = 199 to 1
    one hundred| zero = 100 to 100, in 100
    one hundred| and zero = 100 to 100, in 100
    one hundred| and people = 100 to 100, in 100
    one hundred| and = 100 to 100, in 100
    twelve hundred| = 1200 to 100, in 100
    ninety-nine hundred| = 9900 to 100, in 100
    nine hundreds| = 900 to 100, in 100
    seven hundreds and two| = 702 to 1
    nineteen| hundreds = 19 to 1
    ten| hundreds = 10 to 10
    hundreds = none
    thousands = none
    thousand| = 1000 to 1000, in 1000
    a thousand| = 1000 to 1000, in 1000
    one thousand| = 1000 to 1000, in 1000
    two thousands| = 2000 to 1000, in 1000
    a thousand and one| = 1001 to 1
    a thousand one hundred| = 1100 to 100
    one thousand one| = 1001 to 1
    thousand five hundred| = 1500 to 100
    three millions| = 3000000 to 1000000, in 1000000
    three lakh| = 300000 to 100000, in 100000
    five lakh thirty thousand| = 530000 to 10000, in 1000
    one million two hundred thousand| = 1200000 to 100000, in 1000
    one million two hundred thousand and five| = 1200005 to 1
    two million three thousand four hundred and fifty-six| = 2003456 to 1
    one million and five| = 1000005 to 1
    one thousand million| = 1000000000 to 1000000000, in 1000000
    one thousand two hundred million| = 1200000000 to 100000000, in 1000000
    two hundred thousand million| = 200000000000 to 100000000000, in 1000000
    two million million| = 2000000000000 to 1000000000000, in 1000000
    two lakh crore| = 2000000000000 to 1000000000000, in 10000000
    two thousand thousand| = 2000000 to 1000000, in 1000
    five-hundred-thousand| = 500000 to 100000, in 1000
    ninety-nine thousand nine hundred and ninety-nine| = 99999 to 1
    two bn| people = 2000000000 to 1000000000, in 1000000000
    two hundred mn| = 200000000 to 100000000, in 1000000
    two| k = 2 to 1
    two| m = 2 to 1
    one hundred| hundred = 100 to 100, in 100
    one hundred| one-hundred-dollar bills = 100 to 100, in 100
    two hundred| one hundred = 200 to 100, in 100
    two thousand| hundred = 2000 to 1000, in 1000
    two thousand one hundred| = 2100 to 100
    twenty-one hundred| = 2100 to 100, in 100
    zero million = none
    a = none
    an = none
    a five = none
    a few = none
    and five = none
    point five = none
"""
WORDS_AND_FRACTIONS = """
    two and a half| = 5/2 to 1/10
    two-and-a-half| = 5/2 to 1/10
    two and a half| people = 5/2 to 1/10
    two and a half million| = 2500000 to 100000, in 1000000
    ten and a half-thousand| = 10500 to 100, in 1000
    two and a half hundred| = 250 to 10
    two and three quarters| = 11/4 to 1/100
    two and five eighths| = 21/8 to 1/1000
    one and a third| = 4/3 to 1/3
    twenty-two and a half| = 45/2 to 1/10
    one hundred and a half| = 201/2 to 1/10
    two| and three = 2 to 1
    two| and three halves = 2 to 1
    one million and a half| = 1500000 to 100000
    one million and a quarter| = 1250000 to 10000
    two million and three quarters| = 2750000 to 10000
    two million and a half| people = 2500000 to 100000
    two million and a half thousand| = 2000500 to 100, in 1000
    half a million| people = 500000 to 100000
    half million| = 500000 to 100000
    half-a-million| = 500000 to 100000
    half of a million| = 500000 to 100000
    half a hundred| = 50 to 10
    half an hundred| = 50 to 10
    half a lakh| = 50000 to 10000
    half a lakh crore| = 500000000000 to 100000000000, in 10000000
    quarter million| = 250000 to 10000
    a quarter of a million| = 250000 to 10000
    one half million| = 500000 to 100000
    three-quarters of a billion| = 750000000 to 10000000
    four fifths of a billion| = 800000000 to 100000000
    an eighth of a million| = 125000 to 1000
    nine tenths of a crore| = 9000000 to 1000000
    seven eighths of a thousand| = 875 to 1
    two thirds of a million| = 2000000/3 to 1/3
    half a mile = none
    half a m = none
    half = none
    third of a million = none
"""
WORDS_AND_POINT = """
    two point five| = 5/2 to 1/10
    two point five| people = 5/2 to 1/10
    two point five million| = 2500000 to 100000, in 1000000
    two point five-million| = 2500000 to 100000, in 1000000
    two point five bn| = 2500000000 to 100000000, in 1000000000
    two point one two| = 53/25 to 1/100
    two point zero| = 2 to 1/10
    nought point nought five| = 1/20 to 1/100
    zero point zero zero five| = 1/200 to 1/1000
    two point two zero five| = 441/200 to 1/1000
    twenty-one point seven| = 217/10 to 1/10
    two point seventy-one| = 271/100 to 1/100
    two point seventy one| km = 271/100 to 1/100
    two point twenty| = 11/5 to 1/100
    two point one twenty-five| = 17/8 to 1/1000
    two point ten five| = 421/200 to 1/1000
    two point twenty zero| = 11/5 to 1/1000
    two point twenty ten| = 2201/1000 to 1/10000
    one hundred point five| = 201/2 to 1/10
    one thousand and twenty point five| = 2041/2 to 1/10
    two| point = 2 to 1
    two| point people = 2 to 1
    one thousand| point two = 1000 to 1000, in 1000
"""
TABLES = (
    DIGITS,
    FRACTIONS,
    MAGNITUDES,
    SMALLER_PARTS,
    WORDS,
    WORDS_AND_FRACTIONS,
    WORDS_AND_POINT,
)


@pytest.mark.parametrize(("text", "meaning"), [row for table in TABLES for row in _rows(table)])
def test_what_is_read_and_where_it_ends(text: str, meaning: str) -> None:
    check(text, meaning)


@pytest.mark.parametrize(
    ("text", "meaning"),
    _rows("""
        one hundred| and two hundred = 100 to 100, in 100
        one hundred| and fifty and two hundred = 100 to 100, in 100
        a thousand| and one = 1000 to 1000, in 1000
        two| and a half and three = 2 to 1
        one million| and a half = 1000000 to 1000000, in 1000000
        2| and a half = 2 to 1
        2½| and 3 = 5/2 to 1/10
        2 1/2| and 3 = 5/2 to 1/10
        4 million| and a half = 4000000 to 1000000, in 1000000
        2 million| and 300 thousand = 2000000 to 1000000, in 1000000
        2 million 300 thousand| and 5 hundred = 2300000 to 100000
        4 hundred| and 3 = 400 to 100, in 100
        4 hundred 3| and 5 = 403 to 1
    """),
)
def test_without_an_and(text: str, meaning: str) -> None:
    """As between the numbers of "between … and …"."""
    check(text, meaning, joins_and=False)


@pytest.mark.parametrize(
    ("text", "meaning"),
    _rows("""
        1,5| = 3/2 to 1/10
        1,5 million| = 1500000 to 100000, in 1000000
        1.500| = 1500 to 100
        1,500| = 3/2 to 1/1000
        1.500,25| = 6001/4 to 1/100
        1.500.000| = 1500000 to 100000
        1.50.000| = 150000 to 10000
        1 000| = 1000 to 1000
        1'000| = 1000 to 1000
        2 1/2| = 5/2 to 1/10
        5|, then = 5 to 1
        ,5 = none
    """),
)
def test_with_a_comma_for_the_point(text: str, meaning: str) -> None:
    check(text, meaning, decimal_comma=True)


@pytest.mark.parametrize(
    ("text", "shown", "suggestion"),
    [
        ("1,2345 people", "1,2345", "12,345"),
        ("12,34 people", "12,34", "1,234"),
        ("1,23,45", "1,23,45", "12,345"),
        ("1234,567", "1234,567", "1,234,567"),
        ("1.2.3 kg", "1.2.3", None),
        ("1,000.5.5", "1,000.5.5", None),
        ("1e9", "1e9", None),
        ("1e+5", "1e+5", None),
        ("5e-3 g", "5e-3", None),
        ("1,5e3", "1,5e3", None),
    ],
)
def test_digits_that_are_no_number(text: str, shown: str, suggestion: str | None) -> None:
    message = f"“{shown}” is not a number"
    assert read_number(text, 0) == Unreadable(shown, message, suggestion)
    assert read_number(f"in 3 {text}", 5) == Unreadable(shown, message, suggestion)


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("1.5", "15"), ("12.34", "1.234"), ("1.50.00", "15.000"), ("1,5,5", None), ("1,5e3", None)],
)
def test_digits_that_are_no_number_with_a_comma_for_the_point(
    text: str, suggestion: str | None
) -> None:
    expected = Unreadable(text, f"“{text}” is not a number", suggestion)
    assert read_number(text, 0, decimal_comma=True) == expected


@pytest.mark.parametrize(
    "text", ["1" * 41, "1" * 41 + " people", "1" + " 000" * 11, "1." + "0" * 40]
)
def test_a_number_too_long(text: str) -> None:
    """So is one that is grouped by spaces; one of as many characters as may be is read."""
    found = read_number(text, 0)
    assert isinstance(found, Unreadable)
    assert found.text == text[:20]
    assert found.message.startswith("a number has at most 40 characters: ")
    assert "number-length" in found.message
    assert found.suggestion is None
    assert isinstance(read_number("1" * 40, 0), Found)
    few = DEFAULTS._replace(number_length=5)
    assert isinstance(read_number("12345", 0, limits=few), Found)
    short = read_number("123456", 0, limits=few)
    assert isinstance(short, Unreadable)
    assert short.message.startswith("a number has at most 5 characters")


def test_what_is_not_said_of_a_number_is_as_in_english() -> None:
    for text, value in (("1,500", 1500), ("two and a half", Fraction(5, 2))):
        found = read_number(text, 0)
        assert isinstance(found, Found)
        assert found.number.value == value


@pytest.mark.parametrize("sign", "½¼¾⅓⅔⅕⅖⅗⅘⅙⅛⅜⅝⅞")
def test_fractions_of_one_character(sign: str) -> None:
    exact = Fraction(numeric(sign)).limit_denominator(100)
    for text, value in ((sign, exact), (f"7{sign}", 7 + exact), (f"7 {sign}", 7 + exact)):
        found = read_number(text, 0)
        assert isinstance(found, Found)
        assert (found.number.value, found.end) == (value, len(text))


# What a number is


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("0", "1"),
        ("7", "1"),
        ("10", "10"),
        ("1050", "10"),
        ("55000", "1000"),
        ("1/2", "1/10"),
        ("1/4", "1/100"),
        ("5/8", "1/1000"),
        ("1/16", "1/10000"),
        ("1/32", "1/32"),
        ("4/3", "1/3"),
        ("6/2", "1"),
    ],
)
def test_the_place_of_a_value_alone(value: str, place: str) -> None:
    """As many decimals as it needs, up to four; other fractions are meant to their own part."""
    number = decimal(Fraction(value))
    assert number == (Fraction(value), Fraction(place))
    assert isinstance(number.value, int) == (number.value.denominator == 1)
    if isinstance(number.value, int):
        assert decimal(number.value) == number == integer(number.value)


@pytest.mark.parametrize("factor", [1, 2, 10, 1000, Fraction(1, 2)])
@pytest.mark.parametrize("text", ["5", "1,250", "2.0", "2.5", "2.50", ".05"])
def test_a_number_so_many_times(text: str, factor: int | Fraction) -> None:
    """Both terms are multiplied, and stay whole numbers where they are some."""
    found = read_number(text, 0)
    assert isinstance(found, Found)
    number, more = found.number, found.number.scaled(factor)
    assert more == (number.value * factor, number.place * factor)
    for term in more:
        assert isinstance(term, int) == (term.denominator == 1)
    assert more.negated() == (-more.value, more.place)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        *(("20", True), ("100", True), ("0", True), ("2.0", True), ("2.50", True), ("10.0", True)),
        *(("2.3 million", True), ("22", False), ("101", False), ("2.4", False), ("10.1", False)),
        *(("1", False), ("0.1", False)),
    ],
)
def test_whether_the_last_digit_in_full_is_zero(text: str, does: bool) -> None:
    found = read_number(text, 0)
    assert isinstance(found, Found)
    assert found.number.ends_in_zero is does


@pytest.mark.parametrize("exponent", [-30, -9, -1, 0, 1, 2, 9, 15, 22, 30])
def test_the_place_of_the_first_digit(exponent: int) -> None:
    """Exact also where a logarithm is a float next to a whole number."""
    power = power_of_ten(exponent)
    assert power == Fraction(10) ** exponent
    assert isinstance(power, int) == (exponent >= 0)
    step = Fraction(1, 10**60)
    for value in (Fraction(power), Fraction(power) + step, 2 * Fraction(power), 9 * power + step):
        assert leading_place(value) == exponent
    assert leading_place(power - step) == exponent - 1
    if isinstance(power, int):
        assert leading_place(power) == leading_place(power * 9) == exponent
        assert leading_place(power * 10 - 1) == exponent


@pytest.mark.parametrize(
    ("whole", "decimals", "value", "place"),
    [
        ("7", "", "7", "1"),
        ("1,250", "", "1250", "10"),
        ("1,234,567", "", "1234567", "1"),
        ("1.500", "", "1500", "100"),
        ("1 000", "", "1000", "1000"),
        ("1’000", "", "1000", "1000"),
        ("1'000", "", "1000", "1000"),
        ("", "5", "1/2", "1/10"),
        ("2", "50", "5/2", "1/100"),
        ("1,000", "25", "4001/4", "1/100"),
        ("2", "0", "2", "1/10"),
    ],
)
def test_the_digits_of_a_number(whole: str, decimals: str, value: str, place: str) -> None:
    number = in_digits(whole, decimals)
    assert number == Number(Fraction(value), Fraction(place))
    assert isinstance(number.value, int) == (number.value.denominator == 1)


# Fractions


@pytest.mark.parametrize(
    ("text", "above", "below"),
    [
        ("half|", 1, 2),
        ("half| of it", 1, 2),
        ("quarter| of it", 1, 4),
        ("a half|", 1, 2),
        ("a third|", 1, 3),
        ("an eighth|", 1, 8),
        ("one-third|", 1, 3),
        ("two thirds| of them", 2, 3),
        ("three-quarters|", 3, 4),
        ("nine tenths|", 9, 10),
        ("two quarters|", 2, 4),
        ("five halves|", 5, 2),
    ],
)
def test_a_fraction_in_words(text: str, above: int, below: int) -> None:
    words, _, rest = text.partition("|")
    for before in ("", "all of "):
        share = read_share(before + words + rest, len(before))
        assert share == (above, below, len(before + words))
        assert share is not None
        assert share.value == Fraction(above, below)
        assert share.is_proper == (above < below and (above, below) != (2, 4))


@pytest.mark.parametrize(
    "text",
    [
        *("third", "fifth of May", "quarters", "halves", "a", "a mile", "two", "two men", "5"),
        *("ten thirds", "zero thirds", "", "the half"),
    ],
)
def test_what_is_no_fraction_in_words(text: str) -> None:
    """An ordinal alone is none, nor are plurals without a number."""
    assert read_share(text, 0) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4/5|", "4/5"),
        ("11/12| of it", "11/12"),
        ("two thirds|", "2/3"),
        ("half| of it", "1/2"),
        ("0/5", None),
        ("1/1", None),
        ("5/4", None),
        ("2/4", None),
        ("1/0", None),
        ("1/2/2020", None),
        ("1/100", None),
        ("two quarters", None),
        ("three halves", None),
        ("5", None),
    ],
)
def test_a_fraction_below_one_in_lowest_terms(text: str, value: str | None) -> None:
    words, _, rest = text.partition("|")
    for before in ("", "minus "):
        expected = (Fraction(value), len(before + words)) if value else None
        assert share_behind_minus(before + words + rest, len(before)) == expected
