"""The figures of running text: which there are, what they say, and what is none.

A row of a table is a sentence and the quantities in it, each as
`text = role hedge value unit of noun per rate, trend`, with the parts that it has. Rows with no
quantity hold figures that tempt.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fentcheck
from fentcheck.exact import Fraction
from fentcheck.phrases.phrase import Form, read_phrase
from fentcheck.prose.mention import Mention, Rational, Role
from fentcheck.units.names import Complaint, Lexicon


def shown(mention: Mention) -> str:
    """A mention as the tables have it."""
    parts = [f"{mention.text} = {mention.role.value}", _value(mention)]
    parts += [mention.unit] if mention.unit else []
    parts += [f"of {mention.noun}"] if mention.noun else []
    parts += [f"per {mention.per}"] if mention.per else []
    words = " ".join(parts)
    return f"{words}, {mention.trend.value}" if mention.trend else words


def _value(mention: Mention) -> str:
    value = mention.value
    assert value is not None
    number = "–".join(map(_plain, value)) if isinstance(value, tuple) else _plain(value)
    return number if mention.hedge == "=" else mention.hedge + number


def _plain(value: Rational) -> str:
    if isinstance(value, Fraction) and value.denominator not in (1, 2, 5, 10, 20, 25, 50, 100):
        return str(value)
    return str(int(value)) if int(value) == value else str(float(value))


def found(text: str, locale: str = "en-US", all_roles: bool = False) -> list[str]:
    return [shown(one) for one in fentcheck.quantities(text, locale, all_roles)]


def _rows(table: str) -> list[tuple[str, list[str]]]:
    """Sentences, each with the indented lines behind it."""
    rows: list[tuple[str, list[str]]] = []
    for line in table.strip("\n").splitlines():
        if line.startswith("    "):
            rows[-1][1].append(line.strip())
        elif line:
            rows.append((line, []))
    return rows


LENGTHS_AND_MILLIONS = """
She swam the 200m medley, and he ran the 400m hurdles final.
    200m = amount 200 metre
    400m = amount 400 metre of hurdle
The women's 800m was won in 118 seconds.
    800m = amount 800 metre
    118 seconds = duration 118 second
They lost the 1,500m race to a field of 12.
    1,500m = amount 1500 metre of race
    12 = count 12
The town wants a 25m pool.
    25m = amount 25 metre of pool
Divers reached a depth of more than 40m.
    more than 40m = amount >40 metre
A maximum height of 18m is allowed.
    18m = amount 18 metre
It burned behind a 30m-wide ditch.
    30m = amount 30 metre
The plan costs £50m, and 40m votes were cast.
    £50m = money 50000000 GBP
    40m votes = count 40000000 of vote
In the 10m households it lost 3m.
    10m households = count 10000000 of household
    3m = count 3000000, down
The altitude of 9m homes was worked out.
    9m homes = count 9000000 of home
"""

MONEY_IN_ACCOUNTS = """
The group owes 30-40 MEUR, or 35 EUR million.
    30-40 MEUR = money 30000000–40000000 EUR
    35 EUR million = money 35000000 EUR
It set aside MUSD 12 and kEUR 850.
    MUSD 12 = money 12000000 USD
    kEUR 850 = money 850000 EUR
Sales rose to Rupees 640 crore from dollar 70 million.
    Rupees 640 crore = money 6400000000 INR, up
    dollar 70 million = money 70000000 USD
Tickets are 25 US$ here and 30 C$ there.
    25 US$ = money 25 USD
    30 C$ = money 30 CAD
It sold for twelve dollars ninety-five.
    twelve dollars ninety-five = money 12.95 USD
Fares rose by 30 kopeks, and by 20 centimes.
    30 kopeks = money 30 RUB, up
    20 centimes = money 20 CHF
A bus to the coast is NT$ 210, a taxi Dh95 and a boat 60 Fijian dollars.
    NT$ 210 = money 210 TWD
    Dh95 = money 95 AED
    60 Fijian dollars = money 60 FJD
He paid usd 45 for it, and rmb 80 for the other.
    usd 45 = money 45 USD
    rmb 80 = money 80 CNY
"""

SMALL_PRINT = """
A 41 yo nurse and a 7yo boy were hurt; 2 yo-yos were not.
    41 yo = age 41 year
    7yo = age 7 year
    2 = count 2
They talked about more than 20 schemes.
    more than 20 schemes = count >20 of scheme
What about 30 of the ferries?
    30 of the ferries = count 30 of ferry
The snail does 50 metres/hour.
    50 metres/hour = amount 50 metre per hour
It may fall to <-30 at night.
    <-30 = count <-30, down
.45 of it is left.
    .45 = count 0.45
It moved -3/8 of an inch.
    -3/8 of an inch = amount -3/8 inch
The odds are above one quarter and below one half.
    above one quarter and below one half = percent >1/4–0.5
See pages 12,14,31 and rooms 8,9,11.
That one mile can be long.
    one mile = amount 1 mile
They made 5 millions dollars.
    5 millions dollars = money 5000000 USD
She bought 3 doz. buns and 40 percentage of the cake.
    3 doz = count ~36
    40 percentage = percent 40 % of cake
"""

COUNTS = """
They handed over 45,000 meals.
    45,000 meals = count 45000 of meal
The choir has 27 singers and two coaches.
    27 singers = count 27 of singer
    two coaches = count 2 of coach
Of the 120 looms, 74 stood idle and 61 were sold.
    120 looms = count 120 of loom
    74 = count 74
    61 = count 61
Sixty-two of the 900 trucks had worn brakes.
    Sixty-two = count 62 of truck
    900 trucks = count 900 of truck
Crews capped 17 of its 54 wells in May.
    17 = count 17 of well
    54 wells = count 54 of well
The dig found 46 painted clay figurines near the wall.
    46 painted clay figurines = count 46 of figurine
It bought 46 transport aircraft.
    46 transport aircraft = count 46 of aircraft
Another 400 were mended, and there were 22 in February.
    400 = count 400
    22 = count 22
Two dozen chicks hatched.
    Two dozen chicks = count ~24 of chick
Hundreds of swimmers came, and tens of thousands of gulls.
    Hundreds of swimmers = count >100 of swimmer
    tens of thousands of gulls = count >10000 of gull
About half a million people live there.
    About half a million people = count ~500000 of person
The band won the cup three times.
    three times = count 3 of time
He taps the drum 96 times a day.
    96 times a day = count 96 of time per day
A 96-page report came with a four-year plan.
    96-page = count 96 of page
    four-year = duration 4 year of plan
One driver and one part-time cook were there.
    One driver = count 1 of driver
    one part-time cook = count 1 of cook
She keeps more than 10 but fewer than 40 hens.
    more than 10 but fewer than 40 hens = count >10–40 of hen
He saw two or three herons.
    two or three herons = count ~2–3 of heron
They planted 500-600 elms.
    500-600 elms = count 500–600 of elm
Two or three hundred oaks stood there, and one to two and a half million pines.
    Two or three hundred oaks = count ~200–300 of oak
    one to two and a half million pines = count 1000000–2500000 of pine
He held one hundred one-hundred-dollar bills.
    one hundred one-hundred-dollar bills = count 100 of bill
There is zero rust, but zero boats sank.
    zero boats = count 0 of boat
"""

MEASURES = """
It ran at 40 m.p.h. on the flat.
    40 m.p.h = amount 40 mile per hour
A pitch is 0.7 of a hectare.
    0.7 of a hectare = amount 0.7 hectare
The machine has driven just under 3km of the tunnel.
    just under 3km = amount <3 kilometre of tunnel
It digs 15 metres a day.
    15 metres a day = amount 15 metre per day
The main loses 90 litres a minute, at 40 frames a second.
    90 litres a minute = amount 90 litre per minute
    40 frames a second = count 40 of frame per second
They won 10 medals a second time.
    10 medals = count 10 of medal
Five ewes to the hectare will do.
    Five ewes to the hectare = count 5 of ewe per hectare
He gives 10 milligrams of the sedative for each kilogram.
    10 milligrams of the sedative for each kilogram = amount 10 milligram of sedative per kilogram
It laid 640km of cable.
    640km = amount 640 kilometre of cable
The pot holds 0.02mg per kilogram.
    0.02mg per kilogram = amount 0.02 milligram per kilogram
Growers sold 14,000 bushels of wheat.
    14,000 bushels = amount 14000 bushel of wheat
The low touched -11F and the high 38C.
    -11F = amount -11 degree Fahrenheit
    38C = amount 38 degree Celsius
He is 6 ft 2 in and she 5 feet 4 inches.
    6 ft 2 in = amount 74 inch
    5 feet 4 inches = amount 64 inch
The slick was 3 miles long and up to 2 miles wide.
    3 miles long = amount 3 mile
    up to 2 miles wide = amount <2 mile
The pool is half a mile away and a tenth of a gram was lost.
    half a mile = amount 0.5 mile
    a tenth of a gram = amount 0.1 gram
Each weighs 10 1/2 pounds, and the stone ½ ton.
    10 1/2 pounds = amount 10.5 pound
    ½ ton = amount 0.5 short ton
It steamed for six hours at 20 knots.
    six hours = duration 6 hour
    20 knots = amount 20 knot
The film lasts seven and a half hours on average.
    seven and a half hours = duration 7.5 hour
It took over two years.
    over two years = duration >2 year
Sales rose over two years.
    two years = duration 2 year
The truck holds 250,000 litres or more.
    250,000 litres = amount 250000 litre
"""

MONEY = """
In all $94,000 was raised.
    $94,000 = money 94000 USD
The licence cost NKr64m at first.
    NKr64m = money 64000000 NOK
The fee has gone up to $240 a cord.
    $240 a cord = money 240 USD per cord
He was paid 3,000 cedis.
    3,000 cedis = money 3000 GHS
Rail will take £1.4bn of the grant.
    £1.4bn = money 1400000000 GBP of grant
Rent is $112,000 a month, fixed.
    $112,000 a month = money 112000 USD per month
Prime rents held at £62 a square foot.
    £62 a square foot = money 62 GBP per square foot
Of every pound, 42p goes on roads.
    42p = money 42 GBP
They pay £48 for each lamb.
    £48 for each lamb = money 48 GBP per lamb
A euro cost C$1.62 and US$1.08 then.
    C$1.62 = money 1.62 CAD
    US$1.08 = money 1.08 USD
The plant costs ₹2,100 crore ($2.5 billion).
    ₹2,100 crore = money 21000000000 INR
    $2.5 billion = money 2500000000 USD
Rs 500 buys little; USD 20 buys more, and 30 euros the lot.
    Rs 500 = money 500 INR
    USD 20 = money 20 USD
    30 euros = money 30 EUR
The band runs from £24,000 to £31,000.
    £24,000 to £31,000 = money 24000–31000 GBP
The haul fetched as much as $1.4 million.
    as much as $1.4 million = money <1400000 USD
"""

SHARES = """
Wind gave three quarters of the power and hydro 22 per cent.
    three quarters = percent 3/4 of power
    22 per cent = percent 22 %
A third of the 1,200 looms and nearly half of the mills stand still.
    A third = percent 1/3 of loom
    1,200 looms = count 1200 of loom
    nearly half = percent <0.5 of mill
1 in 12 people walked; nine out of 10 drove.
    1 in 12 = percent 1/12 of person
    nine out of 10 = percent 0.9
The rate was 6.1 per 1,000 in a town of 52,300.
    6.1 per 1,000 = count 6.1 per 1,000
    52,300 = count 52300
It edged up by 0.6 percentage points, from 4% to 5%.
    0.6 percentage points = percent 0.6 percentage point, up
    4% = percent 4 %
    5% = percent 5 %
Between 15% and 20% of bolts failed, a majority of them in March.
    Between 15% and 20% = percent 15–20 % of bolt
    a majority = percent >0.5
"""

CHANGES = """
Its income rose 40 per cent.
    40 per cent = percent 40 %, up
Unemployment fell to 9.8 per cent.
    9.8 per cent = percent 9.8 %, down
A fall of 4.2 percentage points was seen.
    4.2 percentage points = percent 4.2 percentage point, down
Prices gained 3%; wages dropped by 2%.
    3% = percent 3 %, up
    2% = percent 2 %, down
They answered 4 per cent more than a year before.
    4 per cent = percent 4 %, up
Fires have roughly doubled, from 62 to 97.
    roughly doubled = amount ~2 times, up
    62 = count 62
    97 = count 97
Output halved.
    halved = amount 0.5 times, down
The toll is about three times the 410 of 2019.
    about three times = amount ~3 times
    410 = count 410
Pupils picked up their bags 96 times.
    96 times = count 96 of time
Trade may go up to 50 tons.
    up to 50 tons = amount <50 short ton
"""

HEDGES = """
Over 150 boats sank. More than 90 were old.
    Over 150 boats = count >150 of boat
    More than 90 = count >90
Some 260 posts, roughly 30 desks and an estimated 40 lamps went.
    Some 260 posts = count ~260 of post
    roughly 30 desks = count ~30 of desk
    an estimated 40 lamps = count ~40 of lamp
At least 12 barges, no more than 9 tugs and nearly 30 skiffs came.
    At least 12 barges = count >12 of barge
    no more than 9 tugs = count <9 of tug
    nearly 30 skiffs = count <30 of skiff
It has 1,400-plus sites and 200 or so huts.
    1,400-plus sites = count >1400 of site
    200 or so huts = count ~200 of hut
It took two minutes longer than 20 did.
    two minutes = duration 2 minute, up
    20 = count 20
It stood well below the 83 of last year.
    83 = count 83
"""

AGES = """
Dana Polk, 47, spoke first.
    47 = age 47 year
A man of 39 walked out, and a boy of 12.
    39 = age 39 year
    12 = age 12 year
A four-year-old mastiff barked at Sixteen-year-olds.
    four-year-old = age 4 year
He died in 2023 at the age of 64.
    64 = age 64 year
Two men, 33 and 41, were held.
    Two men = count 2 of man
    33 = age 33 year
    41 = age 41 year
The bakery is 61 years old.
    61 years old = age 61 year
"""

NONE = """
It opened on 28 October, closes on March 3, 2025 and was built in 1994.
The season of 2022-23 and the 1990s were wet; so were 4 and 5 March.
It closed at 6.20pm, after the 9 a.m. talk; kick-off is at 15:30.
The vote failed 4-3, and the Rovers won 2-1.
They live at 31 Fenwick Road and 2250 Harbor Drive.
Call 0800 555 0199, 555-0188 or (212) 555-0123.
Take Highway 30, then Route 28 to Pier 3, and wait in Room 8 by Gate 12.
The A6, the F-16 and Covid-19 made news; so did the Boeing 737.
Read Chapter 4, page 12 and Section 3 of version 3.2.1.
Ines came third in the 11th heat, and second in May.
No one knew which one of them was the one.
The first half was dull, the second quarter worse.
Visit https://example.org/2023/05/12?q=30 or write to desk7@example.org.
Blood type O and vitamin B12 were checked by Local 417.
In fiscal year 2023 it drew no notice, nor in FY2024.
He wears number 9 and runs in lane 7.
"""

TABLES = {
    "counts": COUNTS, "measures": MEASURES, "money": MONEY, "shares": SHARES, "changes": CHANGES,
    "hedges": HEDGES, "ages": AGES, "lengths": LENGTHS_AND_MILLIONS,
    "accounts": MONEY_IN_ACCOUNTS, "small print": SMALL_PRINT, "none": NONE,
}  # fmt: skip
ROWS = [row for table in TABLES.values() for row in _rows(table)]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_quantities(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("It opened on 28 October at 6.20pm.", ["date", "time"]),
        ("The vote failed 4-3 in the third week.", ["score", "ordinal"]),
        ("They met at 31 Fenwick Road, off Highway 30.", ["address", "identifier"]),
        ("Call 0800 555 0199 about the F-16.", ["phone", "model"]),
        ("Chapter 4 is dull.", ["section"]),
    ],
)
def test_other_roles_are_there_when_asked_for(text: str, roles: list[str]) -> None:
    assert [one.role.value for one in fentcheck.quantities(text, all_roles=True)] == roles
    assert fentcheck.quantities(text) == ()


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en-US", "It cost $5.", "$5 = money 5 USD"),
        ("en-CA", "It cost $5.", "$5 = money 5 CAD"),
        ("en-AU", "It cost $5.", "$5 = money 5 AUD"),
        ("en-GB", "It holds 5 gallons.", "5 gallons = amount 5 imperial gallon"),
        ("en-US", "It holds 5 gallons.", "5 gallons = amount 5 US gallon"),
        ("en-IN", "It cost ₹2 lakh.", "₹2 lakh = money 200000 INR"),
        ("en-IN", "Some 1,20,000 looms stand.", "Some 1,20,000 looms = count ~120000 of loom"),
    ],
)
def test_styles_of_five_countries(locale: str, text: str, expected: str) -> None:
    assert found(text, locale) == [expected]


def test_lines_and_columns() -> None:
    text = "Two\r\nboats\r\n\r\nsank 👍 with  about\t3\u00a0tons\u0301 aboard."
    first, second = fentcheck.quantities(text)
    assert (first.line, first.text) == (1, "Two\r\nboats")
    assert (second.line, second.text[:8]) == (4, "about\t3\u00a0")
    assert text[second.figure_start : second.figure_end] == "3"


def test_sentences() -> None:
    text = "Mr. Hale sold 5 mules. No. 4 kept 12 hens in the U.S. at noon. Then 7 were lame."
    assert [one.sentence for one in fentcheck.quantities(text)] == [0, 1, 2]


def test_noun_phrases_are_as_printed() -> None:
    (one,) = fentcheck.quantities("The dig found 46 Roman Clay figurines.")
    assert (one.noun, one.noun_phrase) == ("figurine", "Roman Clay figurines")


def test_a_range_that_changes_is_one_figure() -> None:
    found = fentcheck.quantities(
        "Scans are to rise from 15-17% of lorries to 72%, and from 30 to 40 a day."
    )
    assert [one.value for one in found] == [(15, 17), 72, 30, 40]


@pytest.mark.parametrize(
    ("text", "change", "level"),
    [
        ("The waiting list fell by 3,400 to 41,200 in September.", "down 3,400", "41,200"),
        ("Sales fell by £3m to £12m.", "down £3m", "£12m"),
        ("Crowds fell 120 to 840 on average.", "down 120", "840"),
        ("The roll is up by 40 to 560 pupils.", "up 40", "560 pupils"),
        ("The lake rose 2 metres to 31 metres.", "up 2 metres", "31 metres"),
    ],
)
def test_a_change_and_its_level_are_two_figures(text: str, change: str, level: str) -> None:
    assert [one.value_text for one in fentcheck.quantities(text)] == [change, level]


@pytest.mark.parametrize(
    "text",
    [
        "Rates rose by 2 to 3 per cent.",
        "Jobs grow by 200 to 300 a year.",
        "Temperatures rose 2 to 9 degrees.",
        "Bills could rise by £20 to £120.",
        "Sales rose by between 3 and 41.",
        "Output fell by 3 to 41 million tonnes.",
    ],
)
def test_a_range_of_changes_is_one_figure(text: str) -> None:
    (one,) = fentcheck.quantities(text)
    assert isinstance(one.value, tuple)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The old one cost £250, the new one £350, a small one $3.", ["£250", "£350", "$3"]),
        ("Sole went for Rs 900 and the other one Rs 500.", ["Rs 900", "Rs 500"]),
        ("He found two £5 notes and 12 $20 bills.", ["two", "£5", "12", "$20"]),
        ("It cost 50 € 3 years ago.", ["50 €", "3 years"]),
    ],
)
def test_a_currency_sign_belongs_to_the_digits_behind_it(text: str, figures: list[str]) -> None:
    assert [one.text for one in fentcheck.quantities(text)] == figures


def test_a_change_is_a_change() -> None:
    (one,) = fentcheck.quantities("Its income has risen 40 per cent.")
    assert one.value_text == "up 40 per cent"
    assert one.phrase is not None
    assert one.phrase.is_change


def test_no_quantity_has_no_phrase() -> None:
    (one,) = fentcheck.quantities("It closed at 6.20pm.", all_roles=True)
    assert (one.role, one.value, one.phrase, one.is_quantity) == (Role.TIME, None, None, False)


LEXICON = Lexicon("en-US")


@pytest.mark.parametrize("table", [name for name in TABLES if name != "none"])
def test_the_value_of_a_claims_file_says_the_same(table: str) -> None:
    """`value_text` reads as a value, and as the number and the unit that were found."""
    for text, _ in _rows(TABLES[table]):
        for one in fentcheck.quantities(text):
            read = read_phrase(one.value_text, LEXICON)
            assert one.phrase is not None
            assert not isinstance(read, Complaint), (one.value_text, read)
            assert (read.low.value, read.hedges) == (one.phrase.low.value, one.phrase.hedges)
            if read.form is not Form.BOUNDS and one.role is not Role.AGE and one.noun != "time":
                assert read.unit.dimensions == one.phrase.unit.dimensions, one.value_text


PIECES = st.sampled_from(
    "one two half a the third 5 5.5 1,000 1994 $ £ Rs US$ % million bn km ft in people per day of "
    "and to from between more than about rose fell times - – . , ( ) ½ ² °C May 10pm 4-3 A6 No. "
    "é e\u0301 👍 İ 12/5 1e9 10in doubled dozen zero".split()
)
SPACES = st.sampled_from([" ", "", "  ", "\n", "\r\n", "\n\n", "\t", "\u00a0"])
PROSE = st.lists(st.tuples(PIECES, SPACES), max_size=24).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)


@given(st.one_of(PROSE, st.text(max_size=60)))
def test_places_are_right_and_nothing_overlaps(text: str) -> None:
    position = 0
    for one in fentcheck.quantities(text, all_roles=True):
        assert position <= one.start < one.end
        assert text[one.start : one.end] == one.text
        assert one.start <= one.figure_start < one.figure_end <= one.end
        assert one.line == text.count("\n", 0, one.start) + 1
        position = one.end


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The niece gets 60% of the estate, the church a quarter and a friend 15%.", "a quarter"),
        ("Rent takes 40% of his pay and the bus 10%.", "10%"),
        ("The 41-strong squad flew home.", "41-strong"),
        ("A third goes to the poor, half to the school, the remaining quarter home.", "quarter"),
    ],
)
def test_small_figures_of_lists(text: str, figures: str) -> None:
    assert figures in [one.text for one in fentcheck.quantities(text)]


def test_made_up_is_no_rise() -> None:
    coal = fentcheck.quantities("Coal made up 46% of the traffic.")[0]
    assert coal.trend is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices would double in ten years.", ["double", "ten years"]),
        ("The number of users doubles every month.", ["doubles every month"]),
        ("They won the mixed doubles in Paris.", []),
        ("It was a quarter less than the 20 tonnes.", ["a quarter", "20 tonnes"]),
        ("A third less salty cheese won.", []),
        ("There are a fifth more beds than before.", ["a fifth"]),
        ("Her winnings have quintupled.", ["quintupled"]),
        ("One child in four has asthma.", ["One child in four"]),
        ("One child in four years was too few.", ["One child", "four years"]),
        ("A driver with two years' service earns more.", ["two years"]),
    ],
)
def test_folds_and_parts_of_the_present(text: str, expected: list[str]) -> None:
    found = fentcheck.quantities(text)
    assert [one.text for one in found] == expected


@pytest.mark.parametrize("nothing", ["0", "00", "0 people", "0,000 km"])
def test_a_rate_per_nothing_is_no_rate(nothing: str) -> None:
    assert found(f"It cost 12 lives per {nothing}")[0] == "12 lives = count 12 of life"
    assert found(f"It cost $3 for every {nothing}")[0] == "$3 = money 3 USD"


def test_a_rate_per_a_number_of_many_digits_is_no_rate() -> None:
    assert found("12 deaths per 1" + ",000" * 1500)[0] == "12 deaths = count 12 of death"


def test_the_end_of_a_paragraph_ends_an_age() -> None:
    for text in ("Jo Adair, 40", "Jo Adair, 40\n\nThe mayor spoke."):
        assert found(text) == ["40 = age 40 year"]
