"""What is refused, at which word and with which suggestion; and what only looks refusable."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.phrases.reading import read
from fentcheck.units.names import Complaint, Lexicon
from fentcheck.units.unit import Kind, Unit

GALLON_L = Fraction(3785411784, 10**9)


def found(text: str, locale: str = "en-US") -> Phrase | Complaint:
    return read_phrase(text, Lexicon(locale))


def phrase_of(text: str, locale: str = "en-US") -> Phrase:
    phrase = found(text, locale)
    assert isinstance(phrase, Phrase), phrase
    return phrase


def unit_of(text: str, locale: str = "en-US") -> Unit:
    return phrase_of(text, locale).unit


# Refused


@pytest.mark.parametrize(
    ("text", "word", "suggestion"),
    [
        # no number at all
        ("", "", "12 people"),
        ("   ", "", "12 people"),
        ("lots of", "lots", None),
        ("lots of people", "lots", None),
        ("many people", "many", None),
        ("countless", "countless", None),
        ("people", "people", None),
        ("more than", "more than", None),
        ("∞", "∞", None),
        ("NaN", "NaN", None),
        # two ends of two kinds
        ("$5 to €6", "€", None),
        ("5 feet to 6 kg", "feet", None),
        ("more than 10 km but less than 40 kg", "km", None),
        ("more than $10 but less than €40", "€40", None),
        ("more than 40 but less than 10 km", "more than 40 but less than 10 km", None),
        ("3/0 people", "3/0", None),
        # digits that are no number
        ("10**10**10", "**10**10", None),
        ("1e999999", "1e999999", None),
        ("1E999999", "1E999999", None),
        ("5e3 people", "5e3", None),
        ("0x1f", "1", None),
        ("1,2345", "1,2345", "12,345"),
        ("1,2345 people", "1,2345", "12,345"),
        ("12,34 people", "12,34", "1,234"),
        ("1,23,45", "1,23,45", "12,345"),
        ("1.2.3 kg", "1.2.3", None),
        ("1" * 41, "1" * 20, None),
        ("5²", "²", None),
        ("12:30", ":30", None),
        ("1:59:40", ":59:40", None),
        ("1/0", "1/0", None),
        # a unit that is unfinished or out of place
        ("5 km/", "/", None),
        ("12 people per", "per", None),
        ("5%%", "%%", None),
        ("5 k", "k", "thousand"),
        ("3 people per 0", "0", None),
        # a range that is none
        ("between 5", "between 5", "between 5 and 10"),
        ("10 to 5", "10 to 5", None),
        ("5-5", "5-5", None),
        ("5 kg to 10 pounds", "kg", None),
        # a change and what it led to
        ("fell by 3,400 to 41,200", "3,400 to 41,200", None),
        ("fell by £3m to £12m", "£3m to £12m", None),
        ("rose by 200 to 1,400 people", "200 to 1,400", None),
        ("fell 120 to 840", "120 to 840", None),
        ("up by 40 to 560", "40 to 560", None),
        # words out of order
        ("abuot 5 people", "abuot", "about"),
        ("atleast 5", "atleast", "at least"),
        ("5 people about", "about", None),
    ],
)
def test_refused(text: str, word: str, suggestion: str | None) -> None:
    complaint = found(text)
    assert isinstance(complaint, Complaint), complaint
    assert complaint.word == word
    assert complaint.word in text
    assert complaint.message
    assert complaint.suggestion == suggestion


@pytest.mark.parametrize(
    "text",
    [
        "5 people and 6 cats",
        "5 people 6 cats",
        "2 dead and 5 injured",
        "10 of 12 jurors",
        "7 of 10 voters",
        "40% of 5,000 people",
        "40 percent of the 5,000 people",
        "two thirds of 108,000 people",
        "half of the 5,000 people",
        "3 boxes of 12 eggs",
        "more than 732,000 of more than 1.2 million",
        "$5 million over 10 years",
        "22 pounds (10 kg)",
        "100 meters in 9.58 seconds",
        "5 kg 6 kg",
        "one in five of 300 people",
        "doubled to 5,000",
        "from 40% to 50% in 2 years",
    ],
)
def test_two_figures_in_one_value_are_refused(text: str) -> None:
    """A value is one figure; the second one is never dropped in silence."""
    complaint = found(text)
    assert isinstance(complaint, Complaint), complaint
    assert complaint.word in text


def test_a_value_too_long_is_refused() -> None:
    complaint = found("12 " + "very " * 60 + "people")
    assert isinstance(complaint, Complaint)
    assert "200 characters" in complaint.message


@pytest.mark.parametrize(
    ("text", "word", "suggestion"),
    [
        ("5 kilogrmas", "kilogrmas", "kilograms"),
        ("5 killograms", "killograms", "kilograms"),
        ("5 millograms of fentanyl", "millograms", "milligrams"),
        ("5 kilometrse", "kilometrse", "kilometre"),
        ("5 gigawats", "gigawats", "gigawatt"),
        ("12 deaths per kilometrr", "kilometrr", "kilometer"),
    ],
)
def test_a_misspelt_long_unit_is_unknown(text: str, word: str, suggestion: str) -> None:
    """FC005: within two letters of the name of a unit of eight letters or more."""
    complaint = found(text)
    assert isinstance(complaint, Complaint), complaint
    assert complaint.is_unknown_unit
    assert complaint.word == word
    assert complaint.suggestion is not None
    assert complaint.suggestion.removesuffix("s") == suggestion.removesuffix("s")


@pytest.mark.parametrize("noun", ["meals", "lecturers", "litters", "pints", "miners"])
def test_a_noun_near_a_unit_is_no_misspelling(noun: str) -> None:
    assert phrase_of(f"5 {noun}").doubt is None


def test_a_word_near_a_short_unit_is_read_with_a_doubt() -> None:
    """Near a name of fewer than eight letters it is a counted thing, with a did-you-mean."""
    phrase = phrase_of("5 metrs")
    assert phrase.unit.dimensions == (("#metr", 1),)
    assert phrase.doubt is not None
    assert phrase.doubt.word == "metrs"
    assert phrase.doubt.suggestion is not None


# Read, and not as something else


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_a_space_groups_thousands(space: str) -> None:
    phrase = phrase_of(f"1{space}000 kg")
    assert phrase.low.value == 1000
    assert phrase.unit.dimensions == (("mass", 1),)
    assert phrase_of(f"12{space}345{space}678 people").low.value == 12_345_678


def test_a_barrel_is_42_us_gallons() -> None:
    for locale in ("en-US", "en-GB", "en-IN"):
        barrel, litre = unit_of("1 barrel", locale), unit_of("1 litre", locale)
        assert barrel.dimensions == litre.dimensions
        assert Fraction(barrel.size) / litre.size == 42 * GALLON_L


def test_a_gallon_and_a_ton_are_the_locales_own() -> None:
    us, uk = unit_of("1 gallon"), unit_of("1 gallon", "en-GB")
    litre = unit_of("1 litre")
    assert Fraction(us.size) / litre.size == GALLON_L
    assert Fraction(uk.size) / litre.size == Fraction(454609, 100_000)
    ton, british = unit_of("1 ton"), unit_of("1 ton", "en-GB")
    kg, pound = unit_of("1 kg"), unit_of("1 pound")
    assert Fraction(ton.size) == 2000 * Fraction(pound.size)
    assert british.sizes.lower.value == 1000 * Fraction(kg.size)
    upper = british.sizes.upper.value
    assert not isinstance(upper, float)
    assert abs(Fraction(upper) / kg.size - Fraction("1016.05")) < Fraction(1, 100)


@pytest.mark.parametrize("word", ["kilos", "kilo", "kg", "KG", "kgs", "kilograms", "kilogrammes"])
def test_kilos_are_kilograms(word: str) -> None:
    unit = unit_of(f"5 {word}")
    assert unit.dimensions == (("mass", 1),)
    assert unit.size == unit_of("5 kilograms").size


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5k", 5000),
        ("5K", 5000),
        ("5M", 5_000_000),
        ("5m people", 5_000_000),
        ("5bn", 5 * 10**9),
        ("1.5tn", 15 * 10**11),
        ("five lakh", 500_000),
        ("2 million", 2_000_000),
    ],
)
def test_a_magnitude_is_no_unit(text: str, value: int) -> None:
    phrase = phrase_of(text)
    assert phrase.low.value == value
    assert phrase.unit.dimensions in ((), (("#people", 1),))


def test_what_looks_like_a_magnitude_is_a_unit() -> None:
    assert unit_of("5 m").dimensions == (("length", 1),)
    assert unit_of("5m/s").dimensions == (("length", 1), ("time", -1))
    assert unit_of("5mm").dimensions == (("length", 1),)
    assert unit_of("5km").dimensions == (("length", 1),)


@pytest.mark.parametrize("text", ["30C", "30 C", "30°C", "30 °C", "30 degrees Celsius"])
def test_a_temperature(text: str) -> None:
    assert unit_of(text).kind is Kind.TEMPERATURE
    assert unit_of(f"{text} warmer").kind is Kind.AMOUNT


@pytest.mark.parametrize("text", ["25 bps", "25bps", "25 basis points", "0.25 percentage points"])
def test_basis_points_are_points(text: str) -> None:
    phrase = phrase_of(text)
    assert phrase.unit.kind is Kind.POINTS
    assert phrase.low.value * Fraction(phrase.unit.size) == Fraction(1, 4)


def test_a_quarter_is_a_share_and_three_quarters_of_a_year_are_months() -> None:
    assert unit_of("a quarter").kind is Kind.RATIO
    assert unit_of("3 quarters").dimensions == (("calendar", 1),)
    assert unit_of("a quarter of a mile").dimensions == (("length", 1),)


@pytest.mark.parametrize("noun", ["cat", "bag", "lot", "kit", "key", "meal", "brick", "pill press"])
def test_a_counted_thing(noun: str) -> None:
    plural = f"{noun}es" if noun.endswith("s") else f"{noun}s"
    unit = unit_of(f"3 {plural}")
    assert unit.is_count
    assert unit.dimensions == unit_of(f"1 {noun}").dimensions
    assert phrase_of(f"3 {plural}").doubt is None


def test_persons_are_interchangeable() -> None:
    for noun in ("people", "Americans", "patients", "deaths", "police officers", "voters"):
        assert unit_of(f"12 {noun}").dimensions == (("#people", 1),)


def test_up_and_of_and_up_to_are_three_classes() -> None:
    """ "up 300%" is a rise, "300% of" a multiple, "up to 300%" a bound."""
    rise, multiple, bound = (phrase_of(text) for text in ("up 300%", "300% of", "up to 300%"))
    assert rise.is_change
    assert not rise.multiple
    assert multiple.multiple
    assert not multiple.is_change
    assert not bound.is_change
    assert not bound.multiple
    assert read(bound).literal.upper.value == float("inf")


SAME = {
    # a magnitude joined to a currency's code, or behind it
    "14 MGBP": "£14 million",
    "2.5 MEUR or more": "€2.5 million or more",
    "kEUR 85": "€85,000",
    "USDm 9.5": "$9.5 million",
    "7 EURbn": "€7 billion",
    "40 EUR million": "€40 million",
    # a currency's name, or a code in other letters, before the sum
    "rupees 30 crore": "INR 300 million",
    "Dollars 3.4m": "$3.4 million",
    "cad$ 80": "C$80",
    "NT$640": "TWD 640",
    "J$85 million": "JMD 85 million",
    "RM4.5m": "MYR 4.5 million",
    "Rp 75,000": "IDR 75,000",
    "120 zł": "PLN 120",
    "66 Kuwaiti dinars": "KWD 66",
    "7,500 Ugandan shillings": "UGX 7,500",
    "9 million dong": "VND 9 million",
    "30 lei": "RON 30",
    # parts of a currency
    "35 kopeks": "0.35 RUB",
    "60 centimes": "0.6 CHF",
    "4 jiao": "0.4 yuan",
    "8 euro cents": "€0.08",
    # negative fractions
    "-3/8": "-0.375",
    "minus three quarters": "-0.75",
    "negative half": "-0.5",
    # magnitudes and dozens in other spellings
    "3 tln": "3 trillion",
    "4 millions": "4 million",
    "seven hundreds": "700",
    "6 doz": "6 dozen",
    "two dzs": "two dozen",
    # ages in short
    "a 41 yo nurse": "41 years old",
    "62 y/o": "62 years old",
    "age 19": "19 years old",
    "aged under 12": "under 12 years old",
    # other names of units
    "45 percentage": "45%",
    "130 picometers": "0.13 nanometres",
    # a race is of metres
    "a 400m hurdles final": "400 metres",
    "the 1,500m freestyle": "1,500 metres",
    "a 50m pool": "50 metres",
    "an 8m-wide gap": "8 metres",
}
"""Phrases that say the same in another way."""


@pytest.mark.parametrize("text", SAME)
def test_read_as_the_same(text: str) -> None:
    mine, plain = phrase_of(text), phrase_of(SAME[text])
    sizes = [Fraction(one.low.value) * one.unit.size for one in (mine, plain)]
    assert sizes[0] == sizes[1]
    assert (mine.unit.dimensions, mine.hedges) == (plain.unit.dimensions, plain.hedges)
    assert (mine.form, mine.exact) == (plain.form, plain.exact)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("100m votes", 10**8),
        ("$50m pool", 5 * 10**7),
        ("20m runs", 2 * 10**7),
        ("9m finally", None),
    ],
)
def test_an_m_that_touches_the_number_is_millions(text: str, value: int | None) -> None:
    if value is not None:
        assert phrase_of(text).low.value == value
    assert ("length", 1) not in getattr(getattr(found(text), "unit", None), "dimensions", ())


# Phrases that copy prints and that were misread once: each with a plainer one that says the same,
# or None where only a refusal is right. Refused or read so, but never read as something else.

MISREAD: dict[str, str | None] = {
    # what stands behind "of" is dropped, figures too
    "a high of 35C": "35C",
    "a loss of $3 million": "-$3 million",
    "an annual rate of 3.1%": "3.1% a year",
    "a blood alcohol level of 0.08": "0.08",
    "a number of people": None,
    # the words behind a sum of money are not looked at
    "$100 mil": "$100 million",
    "$5 M": "$5 million",
    "$5 k": "$5,000",
    "$80-a-barrel": "$80 a barrel",
    "£45,000-a-year": "£45,000 a year",
    "$5 million a year in damages": "$5 million a year",
    # a noun, or any word at all, behind a unit swallows the unit
    "a 90-minute film": "90 minutes",
    "a 180-pound man": "180 pounds",
    "70mph winds": "70 mph",
    "15 years in prison": "15 years",
    "66 million years ago": "66 million years",
    "10 degrees below zero": None,
    "7.8-magnitude": None,
    "1.5C above pre-industrial levels": "up 1.5C",
    "3 points ahead": "3 points",
    "5 people in total": "5 people",
    "12 people were killed": "12 people",
    # a fraction of a unit of more than one word is a share
    "half a square mile": "0.5 square miles",
    "half a percentage point": "0.5 percentage points",
    "half-a-million people": "half a million people",
    "a third fewer": "down a third",
    # a hyphen between two words is a minus
    "over-65s": None,
    "under-18s": None,
    # a number or magnitude that is misspelt or out of order becomes a counted thing
    "5 millon people": "5 million people",
    "5 bilion dollars": "5 billion dollars",
    "3 dozen eggs": "three dozen eggs",
    "nineteen eighty four": None,
    # digits run into letters, or into a slash
    "the 2010s": None,
    "5th": None,
    "5pm": None,
    "140/90": None,
    "1/1/2020": None,
    # others
    "double digits": None,
    "a factor of 10": "10 times",
    "up 3.4p to 156p": None,
    "twice a week": "2 times a week",
    "--5": None,
    "500 approx.": "about 500",
}


@pytest.mark.parametrize("text", MISREAD)
def test_refused_or_read_as_meant(text: str) -> None:
    phrase, meant = found(text), MISREAD[text]
    if isinstance(phrase, Complaint):
        return
    assert meant is not None
    mine, theirs = read(phrase), read(phrase_of(meant))
    assert mine.unit.dimensions == theirs.unit.dimensions
    assert mine.unit.kind is theirs.unit.kind
    assert mine.literal.scaled(mine.unit.size) == theirs.literal.scaled(theirs.unit.size)


# What the answer may not hang on


def test_a_phrase_is_read_the_same_after_any_other() -> None:
    """The words “$0” behind a number are not the word “0” behind a sum in dollars."""
    lexicon = Lexicon("en-US")
    assert lexicon.read("$0") != lexicon.read("0", "$")
    assert lexicon.read("0", "$") == Lexicon("en-US").read("0", "$")


@pytest.mark.parametrize("tail", ["a year", "per year", "/month", "of GDP a year", "points a year"])
def test_per_cent_in_two_words_is_no_rate_by_the_cent(tail: str) -> None:
    british, american = unit_of(f"3 per cent {tail}", "en-GB"), unit_of(f"3 percent {tail}")
    assert british.dimensions == american.dimensions
    assert british.size == american.size


@pytest.mark.parametrize("text", ["7.", "7 ☃", "7 ."])
def test_what_has_no_letter_is_no_counted_thing(text: str) -> None:
    assert isinstance(found(text), Complaint)


def test_renminbi_however_it_is_written() -> None:
    assert unit_of("Rmb9bn") == unit_of("RMB 9bn") == unit_of("rmb 9bn")


@pytest.mark.parametrize(
    "text",
    [
        "up <0%",
        "down fewer than 0 people",
        "up well under 0 kg",
        "more than 3 but fewer than 4 men",
    ],
)
def test_what_no_value_can_be_is_refused(text: str) -> None:
    assert isinstance(found(text), Complaint)


def test_the_nearest_to_it_is_not() -> None:
    for text in ("up 0%", "up no more than 0%", "more than 3 but fewer than 5 men"):
        assert isinstance(found(text), Phrase), text
