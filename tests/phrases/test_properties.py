"""What is true of every phrase, whatever its hedge, number and unit; and of any text at all."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from time import perf_counter
from typing import NamedTuple

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fentcheck.interval import Interval
from fentcheck.phrases.phrase import Phrase, find_mentions, read_phrase
from fentcheck.phrases.reading import Domain, Reading, read
from fentcheck.units.names import Complaint, Lexicon

from .by_the_document import BOTTOMLESS, Bounds, bare, exact, hedged, whole
from .test_table import WORDINGS, agree

LEXICON = Lexicon("en-US")
unhurried = settings(deadline=None)
bounded = settings(deadline=timedelta(seconds=1), max_examples=300)


class Written(NamedTuple):
    """A number as copy prints it, with its value and the place of its last significant digit."""

    text: str
    value: Fraction
    place: Fraction


class Template(NamedTuple):
    """A wording with {} for the number, and the row of the table that it is in."""

    row: str
    wording: str


BARE = Template("bare", "{}")
TEMPLATES = (
    BARE,
    *(
        Template(row, wording)
        for row, wordings in WORDINGS.items()
        for wording in wordings.split("; ")
        if wording != "~ {}"
    ),
)
COUNTED = ("people", "doses", "homes", "cats")
MEASURED = ("km", "kg", "pounds", "hours", "people/day", "deaths a week")
SIGNED = ("%", "°C", "percentage points", "basis points")
UNITS = (*COUNTED, *MEASURED, *SIGNED)
MAGNITUDES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


def integers_written() -> SearchStrategy[Written]:
    return st.builds(_integer, st.integers(1, 9999), st.integers(0, 9))


def decimals_written() -> SearchStrategy[Written]:
    return st.builds(_decimal, st.integers(1, 99_999), st.integers(1, 3))


def magnitudes_written() -> SearchStrategy[Written]:
    plain = st.one_of(st.builds(_integer, st.integers(1, 999), st.just(0)), decimals_written())
    return st.builds(_with_magnitude, plain, st.sampled_from(sorted(MAGNITUDES)))


def numbers_written() -> SearchStrategy[Written]:
    return st.one_of(integers_written(), decimals_written(), magnitudes_written())


def _integer(significant: int, zeros: int) -> Written:
    value = significant * 10**zeros
    last = str(value).rstrip("0")
    return Written(f"{value:,}", Fraction(value), Fraction(10 ** (len(str(value)) - len(last))))


def _decimal(digits: int, decimals: int) -> Written:
    value = Fraction(digits, 10**decimals)
    return Written(f"{digits / 10**decimals:,.{decimals}f}", value, Fraction(1, 10**decimals))


def _with_magnitude(number: Written, magnitude: str) -> Written:
    size = MAGNITUDES[magnitude]
    return Written(f"{number.text} {magnitude}", number.value * size, number.place * size)


def texts(units: tuple[str, ...] = UNITS) -> SearchStrategy[str]:
    """Phrases of every hedge, number and unit."""
    return st.builds(_text, st.sampled_from(TEMPLATES), numbers_written(), st.sampled_from(units))


def _text(template: Template, number: Written, unit: str) -> str:
    return f"{template.wording.replace('{}', number.text)} {unit}"


def _read(text: str, domain: Domain | None = None) -> Reading:
    phrase = read_phrase(text, LEXICON)
    assert isinstance(phrase, Phrase), phrase
    return read(phrase, domain)


# The two readings


@given(texts(), st.sampled_from([None, *Domain]))
def test_the_pragmatic_reading_is_inside_the_literal(text: str, domain: Domain | None) -> None:
    assume(domain is not Domain.SHARE or text.endswith("%"))
    reading = _read(text, domain)
    assert not reading.pragmatic.is_empty
    assert reading.pragmatic.within(reading.literal)


@given(st.sampled_from(TEMPLATES), numbers_written(), st.sampled_from(UNITS))
def test_the_printed_number_is_in_the_literal_reading_or_its_open_end(
    template: Template, number: Written, unit: str
) -> None:
    reading = _read(_text(template, number, unit))
    for interval in (reading.unclipped, reading.printed):
        assert interval.lower.value <= number.value <= interval.upper.value


@given(texts(COUNTED))
def test_counts_have_whole_ends(text: str) -> None:
    for interval in _read(text)[:2]:
        for end in interval:
            assert isinstance(end.value, float) or (Fraction(end.value).denominator == 1)
            assert end.open == isinstance(end.value, float)


@given(texts((*COUNTED, *MEASURED)))
def test_what_cannot_be_negative_is_not(text: str) -> None:
    reading = _read(text)
    assert reading.literal.lower.value >= 0
    assert reading.pragmatic.lower.value >= 0


# Against the table, worked out a second time


@unhurried
@given(st.sampled_from(TEMPLATES), numbers_written(), st.sampled_from(MEASURED))
def test_measures_are_read_by_the_table(template: Template, number: Written, unit: str) -> None:
    literal, pragmatic = _by_the_table(template, number, is_count=False)
    reading = _read(_text(template, number, unit))
    assert agree(reading.literal, _from_zero(literal))
    assert agree(reading.pragmatic, _within(_from_zero(pragmatic), literal))


@unhurried
@given(st.sampled_from(TEMPLATES), numbers_written(), st.sampled_from(COUNTED))
def test_counts_are_read_by_the_table(template: Template, number: Written, unit: str) -> None:
    literal, pragmatic = _by_the_table(template, number, is_count=True)
    reading = _read(_text(template, number, unit))
    assert _agree_as_counts(reading.literal, _from_zero(literal))
    assert _agree_as_counts(reading.pragmatic, _within(_from_zero(pragmatic), literal))


def _agree_as_counts(interval: Interval, bounds: Bounds) -> bool:
    """The whole numbers inside; an irrational end may be one further out, for roots go outward.

    Where there is none, the reading is the nearest one, which table.yaml has cases of.
    """
    tightened = whole(bounds)
    if tightened is None:
        return True
    _, low, high, _ = tightened
    slack = [int(end.low != end.high) for end in bounds[1:3]]
    return (
        low.low - slack[0] <= interval.lower.value <= low.low
        and high.low <= interval.upper.value <= high.low + slack[1]
    )


@unhurried
@given(
    st.sampled_from(TEMPLATES).filter(lambda one: one.row not in ("bare", "up to")),
    numbers_written(),
    st.sampled_from(SIGNED),
)
def test_what_may_be_negative_reaches_down_without_end(
    template: Template, number: Written, unit: str
) -> None:
    literal, pragmatic = hedged(template.row, number.value, number.place, BOTTOMLESS)
    reading = _read(_text(template, number, unit))
    assert agree(reading.literal, literal)
    assert agree(reading.pragmatic, _within(pragmatic, literal))


def _by_the_table(template: Template, number: Written, is_count: bool) -> tuple[Bounds, Bounds]:
    if template == BARE:
        return bare(number.value, number.place, is_count)
    return hedged(template.row, number.value, number.place, exact(0))


def _from_zero(bounds: Bounds) -> Bounds:
    _, low, high, closing = bounds
    return ("[", exact(0), high, closing) if low.high < 0 else bounds


def _within(pragmatic: Bounds, literal: Bounds) -> Bounds:
    """The pragmatic bounds cut to the literal ones."""
    opening, low, high, closing = pragmatic
    literal_opening, literal_low, literal_high, literal_closing = literal
    if low.high < literal_low.low:
        opening, low = literal_opening, literal_low
    if high.low > literal_high.high:
        high, closing = literal_high, literal_closing
    return opening, low, high, closing


# The same number, put in another way


@given(
    st.sampled_from(TEMPLATES),
    st.one_of(st.builds(_integer, st.integers(1, 999), st.just(0)), decimals_written()),
    st.sampled_from(sorted(MAGNITUDES)),
    st.sampled_from(UNITS),
)
def test_a_magnitude_word_is_so_many_zeros(
    template: Template, number: Written, magnitude: str, unit: str
) -> None:
    scaled = _with_magnitude(number, magnitude)
    assume("." not in number.text or not number.text.endswith("0"))  # 25.0 keeps its zero
    in_digits = scaled._replace(text=f"{int(scaled.value):,}")
    assert _read(_text(template, scaled, unit))[:2] == _read(_text(template, in_digits, unit))[:2]


MIRRORED = {
    "about {}": "about {}",
    "{}": "{}",
    "on the order of {}": "on the order of {}",
    "more than {}": "less than {}",
    "less than {}": "more than {}",
    "at least {}": "at most {}",
    "at most {}": "at least {}",
}


@pytest.mark.parametrize("sign", ["−", "-", "minus "])
@given(numbers_written(), st.sampled_from(sorted(MIRRORED)), st.sampled_from(["°C", "%"]))
def test_a_negative_number_mirrors(sign: str, number: Written, wording: str, unit: str) -> None:
    """A one-sided hedge keeps its direction: "more than −5" mirrors "less than 5"."""
    negative = _read(f"{wording.replace('{}', sign + number.text)} {unit}")
    positive = _read(f"{MIRRORED[wording].replace('{}', number.text)} {unit}")
    assert negative.literal.negated() == positive.literal
    assert negative.pragmatic.negated() == positive.pragmatic


@given(texts(), st.sampled_from(["  ", "\t", "\n", "\u00a0", " \r\n "]), st.booleans())
def test_white_space_means_nothing(text: str, space: str, outside: bool) -> None:
    spaced = text.replace(" ", space)
    if outside:
        spaced = f"{space}{spaced}{space}"
    assert read_phrase(spaced, LEXICON) == read_phrase(text, LEXICON)


@given(texts())
def test_reading_is_deterministic(text: str) -> None:
    first, second = (read_phrase(text, Lexicon("en-US")) for _ in range(2))
    assert first == second
    assert isinstance(first, Phrase)
    assert read(first) == read(first)


@given(texts())
def test_a_phrase_read_again_from_its_own_text_is_the_same(text: str) -> None:
    phrase = read_phrase(text, LEXICON)
    assert isinstance(phrase, Phrase)
    assert read_phrase(phrase.text, LEXICON) == phrase


# Any text


WORDS = (
    *(word for wordings in WORDINGS.values() for word in wordings.replace("{}", "").split()),
    *"people km kg % °C $ £ € Rs per a an / each day year percent points x times fold".split(),
    *"1 12 1,000 2.5 1/2 ½ ١٢ １２ ² Ⅻ 10**10 1e9 1E9 0x1f 007 .5 5. 1,2345 12:30 -5 −5 –5".split(),
    *"one two twenty hundred thousand million k m bn lakh crore half third quarter dozen".split(),
    *"to and or in of out between from most all none up down doubled dozens several".split(),
    *"- – — ( ) [ ] { } \" ' “ ” , . ; : ! ? # & * + = \\ | ~ ^ @ İ ß ﬁ ŉ".split(),
)


def any_text() -> SearchStrategy[str]:
    """Whatever can be typed, and runs of the words that the grammar knows in senseless order."""
    words = st.lists(st.sampled_from(WORDS), max_size=40)
    separators = st.sampled_from([" ", "", "-", "\u00a0", "\n"])
    senseless = st.builds(lambda some, by: by.join(some)[:300], words, separators)
    return st.one_of(st.text(max_size=300), senseless, senseless, _digits_of_all_scripts())


def _digits_of_all_scripts() -> SearchStrategy[str]:
    letters = st.characters(categories=["Nd", "Nl", "No", "Cc", "Cf", "Sc", "Zs", "Pd"])
    return st.text(st.one_of(letters, st.sampled_from("0123456789,. ")), max_size=60)


@bounded
@given(any_text(), st.sampled_from(["en-US", "en-GB", "en-IN", "de-DE"]))
@example("1E3 people", "en-US")
@example("$100 MIL", "en-US")
def test_any_text_is_a_phrase_or_a_complaint_about_a_word_of_it(text: str, locale: str) -> None:
    found = read_phrase(text, Lexicon(locale))
    if isinstance(found, Complaint):
        assert found.word in " ".join(text.split())
        assert found.message
        return
    for domain in (None, *Domain):
        reading = read(found, domain)
        assert not reading.literal.is_empty
        assert not reading.pragmatic.is_empty
        assert reading.pragmatic.within(reading.literal)


@bounded
@given(any_text())
def test_any_text_has_its_mentions_in_order(text: str) -> None:
    folded = " ".join(text.split())
    end = 0
    for mention in find_mentions(text, LEXICON):
        assert end <= mention.start < mention.end <= len(folded)
        end = mention.end


@pytest.mark.parametrize(
    "piece",
    (
        "9;1,;5-;5 to ;a ;one ;and a half ;1/;-;of ;per ;$;more than ;in ;1 in ;k;million ;½;5 ft ;"
        ".;1.;about ;x;times more ;5%-"
    ).split(";"),
)
def test_a_repeated_piece_is_read_in_no_time(piece: str) -> None:
    """No pattern of the reader's is quadratic to a degree that shows."""
    for length in (200, 300, 20_000):
        text = (piece * length)[:length]
        assert isinstance(read_phrase(text, LEXICON), Phrase | Complaint)
    assert isinstance(find_mentions((piece * 300)[:300], LEXICON), list)


def test_mentions_of_a_long_text_take_no_time() -> None:
    """A quote can be as long as a file: the time grows with its length, not with the square."""
    before = perf_counter()
    assert find_mentions("of " * 2500, LEXICON) == []
    assert perf_counter() - before < 0.5


def test_an_interval_is_never_half_open_at_infinity() -> None:
    """An infinite end is always open, so that `∞` is never a value."""
    for wording in ("more than 5 km", "well over 5 km", "less than 5%", "up to 5 people"):
        reading = _read(wording)
        for interval in (reading.literal, reading.pragmatic):
            assert _open_where_infinite(interval)


def _open_where_infinite(interval: Interval) -> bool:
    return all(end.open for end in interval if isinstance(end.value, float))


BEFORE = (
    "",
    "about ",
    "more than ",
    "$",
    "up $",
    "a record ",
    "From ",
    "minus ",
    "by a factor of ",
)
BEHIND = (
    *("", "%", " people", " people/day", " per 100,000 people", " million", "m", "s", " ft", "x"),
    *(
        " ft ten",
        " dollars zero",
        " dozen",
        " or so",
        "-year-old",
        " and a half",
        "½",
        " times more",
    ),
    *(" fewer", " in all", " hundred and two", " but fewer than ninety", ", more", "k people", "e"),
)
DIGITS = ("0", "1", "7", "90", "100", "007", "1,000", "12,340", "0.5", "7.0", "10.00", "123456789")


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("before", BEFORE)
def test_words_read_alike_round_any_number(before: str, behind: str) -> None:
    """White space at the start is read by the long way, without a frame."""
    for digits in DIGITS:
        text = f"{before}{digits}{behind}"
        assert repr(read_phrase(text, LEXICON)) == repr(read_phrase(f"  {text}", LEXICON))
