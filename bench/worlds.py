"""Small worlds in which everything is true: the figures are drawn first, and then printed.

A world is a claims file whose every figure is a rounding or a hedge that its true value meets on
both readings. Nothing in it can be wrong, so nothing in it may be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from fentcheck.exact import Fraction
from fentcheck.files.config import Config, Lexicons
from fentcheck.interval import absolute
from fentcheck.phrases.hedges import Statistic
from fentcheck.phrases.numbers import leading_place
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.phrases.reading import Domain, Reading, read
from fentcheck.units.unit import Rational

LEXICONS = Lexicons(Config("."))
_LEXICON = LEXICONS("en-US")


class Figure(NamedTuple):
    """A claim: its true value in the unit printed, and how it is printed.

    `shape` has a # where the number stands; `keys` are further lines of the claim.
    """

    id: str
    value: Rational
    shape: str
    printed: str
    keys: tuple[str, ...] = ()

    @property
    def lines(self) -> Iterator[str]:
        yield f"  - id: {self.id}"
        yield from (f"    {key}" for key in self.keys)
        yield f"    value: '{self.printed}'"


class World(NamedTuple):
    """Figures and checks that are true together; `kind` says what ties them."""

    kind: str
    figures: tuple[Figure, ...]
    checks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The claims file."""
        lines = ["claims:"]
        for figure in self.figures:
            lines += figure.lines
        if self.checks:
            lines += ["checks:", *(f"  - that: '{check}'" for check in self.checks)]
        return "\n".join(lines) + "\n"

    def with_printed(self, figure_id: str, printed: str) -> World:
        """The same world with one figure printed otherwise."""
        figures = tuple(
            one._replace(printed=printed) if one.id == figure_id else one for one in self.figures
        )
        return self._replace(figures=figures)


def world(random: Random, loosely: bool = False) -> World:
    """One world of some kind; loosely, what is printed is only true as it is worded."""
    (kind,) = random.choices(_NAMES, _WEIGHTS)
    return KINDS[kind](_Maker(random, kind, loosely))


# Printing


class Truth(NamedTuple):
    """What a phrase has to be true of: a value in the unit of its shape."""

    value: Rational
    shape: str
    domain: Domain | None = None
    loosely: bool = False
    statistic: Statistic = Statistic.TOTAL

    def meets(self, text: str) -> bool:
        """The phrase can be read, and is true."""
        phrase = read_phrase(text, _LEXICON)
        return isinstance(phrase, Phrase) and self.is_in(read(phrase, self.domain, self.statistic))

    def is_in(self, reading: Reading) -> bool:
        """The value lies in both readings; loosely, in the literal one."""
        value = self.value
        if self.shape.endswith(("%", "% of")):
            value = Fraction(value, 100) / reading.unit.size
        return reading.literal.contains(value) and (
            self.loosely or reading.pragmatic.contains(value)
        )


def printed(random: Random, true: Truth) -> str:
    """A phrase for a true value: rounded, hedged or in full, as it comes."""
    value, shape = true.value, true.shape
    size = absolute(value)
    if random.random() < _WORDY:
        text = _in_words(random, size, shape)
        if text and true.meets(text):
            return text
    for _ in range(8):
        hedge, way = random.choice(_HEDGES)
        number = _rounded(size, random.randint(1, 4), way)
        text = _joined(hedge, shape, _number(number))
        if true.meets(text):
            return text
    for figures in range(4, 13):
        text = shape.replace("#", _number(_rounded(size, figures, 0)))
        if true.meets(text):
            return text
    low, high = _rounded(size, 4, -1), _rounded(size, 4, 1)
    return shape.replace("#", f"{_number(low)} to {_number(high)}")


def _in_words(random: Random, size: Rational, shape: str) -> str:
    """A word or a spread for the number, which may or may not be true; empty if none is usual."""
    if shape.endswith("#%"):
        word = random.choice(_SHARE_WORDS)
        return random.choice(_WORD_HEDGES) + word if shape == "#%" else ""
    if shape.startswith("# times"):
        return random.choice(_TIMES_WORDS)
    low, high = _rounded(size, random.randint(1, 3), -1), _rounded(size, random.randint(1, 3), 1)
    spreads = [f"{_number(low)} to {_number(high)}", f"between {_number(low)} and {_number(high)}"]
    if shape in _COUNTED:
        spreads = [shape.replace("#", spread) for spread in spreads]
        spreads += [f"{word} {shape[2:]}" for word in random.sample(_COUNT_WORDS, 3)]
        return random.choice(spreads)
    return shape.replace("#", spreads[0]) if "$" not in shape else ""


def _joined(hedge: str, shape: str, number: str) -> str:
    """ "more than # kg"; "up #%" has its hedge behind the direction."""
    direction, is_change, rest = shape.partition(" #")
    if is_change:
        return f"{direction} {hedge}{number}{rest}"
    return hedge + shape.replace("#", number)


def _rounded(size: Rational, figures: int, way: int) -> Rational:
    """A value to so many figures: down for −1, up for 1, else to the nearest."""
    if size == 0:
        return 0
    step = Fraction(10) ** (leading_place(size) - figures + 1)
    steps = Fraction(size) / step
    whole = steps // 1 if way < 0 else -(-steps // 1) if way > 0 else round(steps)
    return _reduced(whole * step)


def _number(value: Rational) -> str:
    """Plain digits with commas; millions in words where they are short."""
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if value >= size and (value * 10) % size == 0:
            return f"{_plain(_reduced(Fraction(value) / size))} {word}"
    return _plain(value)


def _plain(value: Rational) -> str:
    fraction = Fraction(value)
    for decimals in range(13):
        scaled = fraction * 10**decimals
        if scaled.denominator == 1:
            digits = str(scaled.numerator).rjust(decimals + 1, "0")
            if not decimals:
                return f"{int(digits):,}"
            return f"{int(digits[:-decimals]):,}.{digits[-decimals:]}"
    return f"{float(fraction):.12f}"


def _reduced(value: Rational) -> Rational:
    return int(value) if Fraction(value).denominator == 1 else value


_HEDGES: tuple[tuple[str, int], ...] = (
    ("", 0),
    ("", 0),
    ("", 0),
    ("about ", 0),
    ("around ", 0),
    ("exactly ", 0),
    ("more than ", -1),
    ("over ", -1),
    ("at least ", -1),
    ("just over ", -1),
    ("well over ", -1),
    ("nearly ", 1),
    ("almost ", 1),
    ("fewer than ", 1),
    ("at most ", 1),
    ("up to ", 1),
    ("just under ", 1),
    ("on the order of ", 0),
)
"""A hedge and the way in which a number is rounded for it."""


_WORDY = 0.25
_WORD_HEDGES = ("", "", "about ", "nearly ", "more than ", "just over ", "at least ")
_SHARE_WORDS = (
    *("half", "a third", "two thirds", "a quarter", "three quarters", "a fifth", "a tenth"),
    *("one in five", "one in ten", "two in three", "most", "a majority", "a minority"),
    *("nearly all", "the vast majority"),
)
_TIMES_WORDS = (
    "doubled",
    "more than doubled",
    "tripled",
    "nearly tripled",
    "tenfold",
    "quadrupled",
)
_COUNT_WORDS = (
    *("dozens of", "hundreds of", "thousands of", "tens of thousands of", "several", "a few"),
    *("a dozen", "half a dozen", "a couple of", "two or three", "200-odd", "millions of"),
)

# Kinds of worlds


class _Maker:
    """Draws true values and prints them, one claim after the other."""

    def __init__(self, random: Random, kind: str, loosely: bool) -> None:
        self.random = random
        self.kind = kind
        self.loosely = loosely
        self.noun = random.choice(_NOUNS)
        self._figures: list[Figure] = []

    def claim(self, value: Rational, shape: str, *keys: str, domain: Domain | None = None) -> str:
        """Adds a claim of a true value, and gives its id."""
        name = f"c{len(self._figures) + 1}"
        value = _reduced(value)
        statistic = Statistic.MEAN if "statistic: mean" in keys else Statistic.TOTAL
        text = printed(self.random, Truth(value, shape, domain, self.loosely, statistic))
        self._figures.append(Figure(name, value, shape, text, keys))
        return name

    def count(self, value: int, *keys: str) -> str:
        return self.claim(value, f"# {self.noun}", *keys)

    def shuffled(self, *checks: str) -> World:
        """The world, its claims in any order."""
        figures = list(self._figures)
        self.random.shuffle(figures)
        return World(self.kind, tuple(figures), checks)

    def size(self, least: int = 3, most: int = 10**7) -> int:
        """A whole number, every magnitude as likely."""
        high = len(str(most)) - 1
        power = self.random.randint(0, high)
        return max(least, min(most, self.random.randint(10**power, 10 ** (power + 1))))

    def decimal(self, most: int = 10**4) -> Rational:
        return _reduced(Fraction(self.size(30, most * 100), self.random.choice((1, 10, 100))))

    def unit(self) -> str:
        return self.random.choice(_MEASURES)


def _sums(maker: _Maker) -> World:
    """Parts of a whole, all of it or some, one of them perhaps in parts itself."""
    values = [maker.size(most=10**5) for _ in range(maker.random.randint(2, 4))]
    complete = maker.random.random() < 0.6
    rest = 0 if complete else maker.size(most=10**5)
    keys = ("parts: exhaustive",) if complete else ()
    if maker.random.random() < 0.5:
        whole = maker.count(sum(values) + rest, *keys)
        names = [maker.count(value, f"part_of: {whole}") for value in values]
    else:
        shape = f"# {maker.unit()}"
        whole = maker.claim(sum(values) + rest, shape, *keys)
        names = [maker.claim(value, shape, f"part_of: {whole}") for value in values]
    if values[0] > 20 and maker.random.random() < 0.3:
        shape = maker._figures[1].shape
        inside = maker.random.randint(3, values[0])
        maker.claim(inside, shape, f"part_of: {names[0]}")
    return maker.shuffled()


def _overlapping(maker: _Maker) -> World:
    whole_value = maker.size(10, 10**5)
    values = [maker.random.randint(1, whole_value) for _ in range(2)]
    if sum(values) < whole_value:
        values.append(whole_value - min(values))
    whole = maker.count(whole_value, "overlapping: true", "parts: exhaustive")
    for value in values:
        maker.count(value, f"part_of: {whole}")
    return maker.shuffled()


def _shares(maker: _Maker) -> World:
    """Shares of a whole, with the part that one of them speaks of."""
    whole_value = maker.size(50, 10**6)
    many = maker.random.randint(1, 3)
    marks = sorted(maker.random.randint(1, whole_value) for _ in range(many))
    values = [high - low for low, high in zip([0, *marks], [*marks, whole_value], strict=False)]
    values = [value for value in values if value]
    complete = maker.random.random() < 0.4
    whole = maker.count(whole_value, *(("parts: exhaustive",) if complete else ()))
    for value in values if complete else values[:-1] or values:
        percent = Fraction(value * 100, whole_value)
        maker.claim(percent, "#%", f"share_of: {whole}", domain=Domain.SHARE)
    if len(values) == 2 and not complete:
        maker.count(values[0], f"part_of: {whole}")
    return maker.shuffled()


def _rates(maker: _Maker) -> World:
    """A total over a period and its rates per several times, all of one quantity."""
    period, days, months = maker.random.choice(_PERIODS)
    total = maker.size(200, 10**7)
    keys = ("measure: arrivals", f"period: {period}")
    noun = maker.noun
    per = {
        f"# {noun}/day": Fraction(total, days),
        f"# {noun}/week": Fraction(total * 7, days),
        f"# {noun}/hour": Fraction(total, days * 24),
    }
    if months:
        per[f"# {noun}/month"] = Fraction(total, months)
    maker.count(total, *keys)
    for shape in maker.random.sample(tuple(per), maker.random.randint(1, 2)):
        maker.claim(per[shape], shape, *keys)
    return maker.shuffled()


def _clocks(maker: _Maker) -> World:
    """Rates per day, month and year, of no period: a year has 365 days or 366, or between."""
    per_day = maker.decimal()
    per_year = per_day * (365 + Fraction(maker.random.randint(0, 100), 100))
    every = {"day": per_day, "year": per_year, "month": Fraction(per_year) / 12}
    for time in maker.random.sample(tuple(every), maker.random.randint(2, 3)):
        maker.claim(every[time], f"# {maker.noun}/{time}", "measure: arrivals")
    return maker.shuffled()


def _changes(maker: _Maker) -> World:
    """Two figures and what lies between them, put in one way or two."""
    random = maker.random
    if random.random() < 0.3:
        old_value, new_value = (Fraction(random.randint(10, 999), 10) for _ in range(2))
        shape = "#%"
    else:
        old_value, new_value = (Fraction(maker.decimal()) for _ in range(2))
        shape = f"# {maker.unit()}"
    old, new = maker.claim(old_value, shape), maker.claim(new_value, shape)
    link = f"change: {{from: {old}, to: {new}}}"
    change = new_value / old_value - 1
    up = "up" if change >= 0 else "down"
    ways: list[tuple[Rational, str]] = [(change * 100, f"{up} #%")]
    if new_value > old_value * Fraction(3, 2):
        ways += [
            (new_value / old_value, "# times as many"),
            (new_value / old_value, "# times more"),
        ]
        ways.append((new_value / old_value * 100, "#% of"))
    if shape == "#%":
        ways.append((new_value - old_value, f"{up} # percentage points"))
    else:
        ways.append((new_value - old_value, shape.replace("#", f"{up} #")))
    for value, how in random.sample(ways, random.randint(1, 2)):
        if value:
            maker.claim(value, how, link, domain=Domain.ANY)
    return maker.shuffled()


def _chains(maker: _Maker) -> World:
    """A product, a quotient and a difference, each worked out from the one before."""
    mass, dose = maker.decimal(), maker.decimal(50)
    price = maker.decimal(100)
    a = maker.claim(mass, "# kg")
    b = maker.claim(dose, "# g/portion")
    portions = Fraction(mass) * 1000 / dose
    c = maker.claim(portions, "# portions/kg", domain=Domain.NON_NEGATIVE)
    checks = [f'{c} * "exactly 1 kg" == {a} / {b}']
    d = maker.claim(price, "$#/kg")
    takings = Fraction(price) * mass
    e = maker.claim(takings, "$#")
    checks.append(f"{e} == {a} * {d}")
    spent = maker.decimal()
    f = maker.claim(spent, "$#")
    g = maker.claim(takings + spent, "$#")
    checks += [f"{g} - {f} == {e}", f"{g} >= {f}", f"max({e}, {f}) <= {g}"]
    keep = maker.random.sample(checks, maker.random.randint(2, len(checks)))
    return maker.shuffled(*keep)


def _repeated(maker: _Maker) -> World:
    """Checks in which one claim stands more than once."""
    one, other, third = (maker.decimal() for _ in range(3))
    a, b, c = (maker.claim(value, "# kg") for value in (one, other, third))
    total = Fraction(one) + other + third
    share = maker.claim(Fraction(one) * 100 / total, "#%", domain=Domain.NON_NEGATIVE)
    mean = maker.claim(total / 3, "# kg")
    spread = maker.claim(max(one, other, third) - min(one, other, third) + Fraction(1, 10), "# kg")
    checks = (
        f"{share} == share({a}, {a} + {b} + {c})",
        f"{mean} == mean({a}, {b}, {c})",
        f"{spread} >= max({a}, {b}, {c}) - min({a}, {b}, {c})",
        f"{a} - {b} == {a} + {c} - ({b} + {c})",
        f"{share} == {a} / (3 * {mean})",
        f"abs({a} - {b}) <= {spread}",
        f"{a} ** 2 <= ({a} + {b}) ** 2",
    )
    return maker.shuffled(*maker.random.sample(checks, 3))


def _restated(maker: _Maker) -> World:
    """One quantity in several places, and in two units."""
    value = Fraction(maker.decimal())
    shapes = {"# kg": value, "# pounds": value / _POUND, "# tonnes": value / 1000}
    for _ in range(maker.random.randint(2, 4)):
        shape = maker.random.choice(tuple(shapes))
        maker.claim(shapes[shape], shape, "measure: load landed", "of: {port: Ellery}")
    return maker.shuffled()


def _conversions(maker: _Maker) -> World:
    """A figure with its conversion, each rounded for itself; the hedge stands before both."""
    value = Fraction(maker.decimal())
    one, other, ratio = maker.random.choice(_CONVERSIONS)
    converted = Truth(value * ratio, f"exactly # {other}")
    also = printed(maker.random, converted)
    keys = (f"also: '{also}'",) if converted.meets(also) else ()
    maker.claim(value, f"# {one}", *keys)
    degrees = Fraction(maker.random.randint(-200, 400), 10)
    fahrenheit = degrees * Fraction(9, 5) + 32
    if degrees > 0:
        warm = maker.claim(degrees, "# °C")
        noon = maker.claim(fahrenheit, "# °F")
        return maker.shuffled(f"{warm} == {noon}")
    return maker.shuffled()


def _within(maker: _Maker) -> World:
    """Months of a year, and towns of a country."""
    year = maker.size(20, 10**6)
    month = maker.random.randint(1, year)
    keys = ("measure: homes sold",)
    maker.count(year, *keys, "period: 2023", "of: {place: Calder}")
    maker.count(month, *keys, "period: 2023-04", "of: {place: Calder}")
    maker.count(maker.random.randint(1, month), *keys, "period: 2023-04-02", "of: {place: Calder}")
    maker.count(
        maker.random.randint(1, year), *keys, "period: 2023", "of: {place: Calder, kind: new}"
    )
    return maker.shuffled()


def _signed(maker: _Maker) -> World:
    """Money and temperatures on either side of nothing."""
    random = maker.random
    takings, costs = maker.decimal(), maker.decimal()
    result = Fraction(takings) - costs
    a, b = maker.claim(takings, "$#"), maker.claim(costs, "$#")
    c = maker.claim(result, "-$#" if result < 0 else "$#")
    dawn, noon = (Fraction(random.randint(-300, 400), 10) for _ in range(2))
    colder = "-# °C" if dawn < 0 else "# °C"
    d = maker.claim(dawn, colder)
    e = maker.claim(noon, "-# °C" if noon < 0 else "# °C")
    way = "up # °C" if noon >= dawn else "down # °C"
    if noon != dawn:
        maker.claim(noon - dawn, way, f"change: {{from: {d}, to: {e}}}")
    return maker.shuffled(f"{c} == {a} - {b}", f"{a} == {c} + {b}", f"{e} - {d} <= {e} - {d}")


def _averages(maker: _Maker) -> World:
    """A mean over some years, and the total it comes from; heads and what each of them has."""
    years = maker.random.randint(2, 5)
    values = [maker.size(20, 10**6) for _ in range(years)]
    names = [maker.count(value) for value in values]
    mean = maker.claim(Fraction(sum(values), years), f"# {maker.noun}", "statistic: mean")
    heads = maker.size(20, 10**6)
    people = maker.claim(heads, "# people")
    each = maker.claim(Fraction(values[0], heads), f"# {maker.noun}/person")
    rate = maker.claim(Fraction(values[0] * 10**5, heads), "# per 100,000")
    checks = (
        f"{mean} == mean({', '.join(names)})",
        f"{mean} * {years} == {' + '.join(names)}",
        f"{each} == {names[0]} / {people}",
        f"{rate} == {names[0]} / {people}",
        f"min({', '.join(names)}) <= {mean}",
    )
    return maker.shuffled(*checks)


def _tangled(maker: _Maker) -> World:
    """Sums of every sort over three masses, claims repeated as it comes."""
    values = [Fraction(maker.decimal()) for _ in range(3)]
    names = [maker.claim(value, "# kg") for value in values]
    checks = []
    for _ in range(2):
        text, value = _expression(maker.random, names, values, 2)
        if 0 < value < 10**12:
            checks.append(f"{maker.claim(value, '# kg')} == {text}")
        other, other_value = _expression(maker.random, names, values, 1)
        checks.append(f"{text} {'<=' if value <= other_value else '>='} {other}")
    return maker.shuffled(*checks)


def _expression(
    random: Random, names: list[str], values: list[Fraction], depth: int
) -> tuple[str, Fraction]:
    """An expression over some masses that is a mass, with its true value."""
    if depth == 0 or random.random() < 0.2:
        index = random.randrange(len(names))
        return names[index], values[index]
    one, x = _expression(random, names, values, depth - 1)
    other, y = _expression(random, names, values, depth - 1)
    number = random.randint(2, 9)
    choices = [
        (f"({one} + {other})", x + y),
        (f"({one} - {other})", x - y),
        (f"({one} * {number})", x * number),
        (f"({one} / {number})", x / number),
        (f"max({one}, {other})", max(x, y)),
        (f"min({one}, {other})", min(x, y)),
        (f"mean({one}, {other})", (x + y) / 2),
        (f"abs({one} - {other})", abs(x - y)),
        (f"sum({one}, {other}, {one})", x + y + x),
    ]
    if y:
        choices.append((f"({one} / {other} * {names[0]})", x / y * values[0]))
    if y > 0 and 0 <= x <= y:
        choices.append((f"(share({one}, {other}) * {names[1]})", x / y * values[1]))
    if x:
        choices.append((f"(change({one}, {other}) * {names[2]})", (y / x - 1) * values[2]))
    return random.choice(choices)


KINDS: dict[str, Callable[[_Maker], World]] = {
    "parts and total": _sums,
    "overlapping parts": _overlapping,
    "shares": _shares,
    "rate and total": _rates,
    "rates by the clock": _clocks,
    "changes": _changes,
    "chains of checks": _chains,
    "one claim twice in a check": _repeated,
    "restated": _restated,
    "conversions": _conversions,
    "subset and whole": _within,
    "signed": _signed,
    "averages": _averages,
    "tangled": _tangled,
}
_NAMES = tuple(KINDS)
_WEIGHTS = tuple(1 if name == "tangled" else 5 for name in KINDS)
"""What is tangled takes long."""
_NOUNS = ("ferries", "visitors", "homes", "trees", "tickets", "parcels")
_COUNTED = frozenset(f"# {noun}" for noun in (*_NOUNS, "people"))
_MEASURES = ("kg", "pounds", "tonnes", "miles", "hours", "hectares", "litres")
_POUND = Fraction(45359237, 100000000)
_CONVERSIONS = (
    ("pounds", "kg", _POUND),
    ("kg", "pounds", 1 / _POUND),
    ("miles", "km", Fraction(1609344, 1000000)),
    ("km", "miles", Fraction(1000000, 1609344)),
    ("hours", "minutes", Fraction(60)),
    ("tonnes", "kg", Fraction(1000)),
)
_PERIODS = (
    ("2023", 365, 12),
    ("2024", 366, 12),
    ("FY2024", 366, 12),
    ("2023-06", 30, 1),
    ("2023-02", 28, 1),
    ("2020-06/2021-05", 365, 12),
    ("2023-03-06/2023-03-19", 14, 0),
)
"""A period, its days, and its months where it is made of whole ones."""
