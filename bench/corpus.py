"""Writes a corpus of invented claims files, the same every time for one seed.

    python -m bench.corpus FOLDER [--files 2000] [--seed 1]

Every file has 25 claims about one invented story, and the folder a vocabulary. Keys come in the
proportions of real files: id, value, measure, of and quote nearly always, a period, a source, a
whole with parts, a share, a change or a conversion now and then, and two checks at the end. Most
figures agree; about one file in eight holds a mistake of the kind that copy has.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

CLAIMS = 25
DEFAULT_FILES = 2000
MISTAKE = 0.02
"""The chance that a related figure is off."""


class Topic(NamedTuple):
    """What a kind of story counts: a measure of things, one of an amount, one of money."""

    stem: str
    title: str
    things: tuple[str, str]
    amount: tuple[str, str]
    money: str
    groups: tuple[str, ...]


TOPICS = (
    Topic("harbour", "Harbour traffic", ("containers handled", "containers"),
          ("cargo landed", "tons"), "harbour fees", ("grain", "timber", "fruit", "machinery")),
    Topic("ferry", "Island ferries", ("ferry passengers", "passengers"),
          ("fuel burned", "gallons"), "ferry revenue", ("north line", "south line", "night line")),
    Topic("orchard", "The orchard harvest", ("trees planted", "trees"),
          ("fruit picked", "pounds"), "orchard sales", ("apples", "pears", "plums", "cherries")),
    Topic("library", "Libraries reopen", ("books lent", "books"),
          ("books moved", "tons"), "library budget", ("novels", "children's books", "atlases")),
    Topic("reservoir", "The reservoir report", ("households supplied", "households"),
          ("water released", "gallons"), "repair costs", ("town", "farms", "mills")),
    Topic("tram", "The tram extension", ("tram riders", "riders"),
          ("track laid", "miles"), "building costs", ("line one", "line two", "line three")),
    Topic("salmon", "The salmon count", ("fish counted", "fish"),
          ("catch landed", "kilograms"), "catch value", ("sockeye", "coho", "chinook")),
    Topic("quarry", "Quarry blasts", ("truckloads hauled", "truckloads"),
          ("stone quarried", "metric tons"), "quarry sales", ("granite", "slate", "gravel")),
    Topic("bakery", "Bread prices", ("loaves sold", "loaves"),
          ("flour milled", "kilograms"), "bakery sales", ("rye", "wheat", "barley")),
    Topic("museum", "Museum crowds", ("museum visitors", "visitors"),
          ("exhibits shipped", "kilograms"), "ticket sales", ("east wing", "west wing", "garden")),
    Topic("wind", "Wind on the ridge", ("turbines inspected", "turbines"),
          ("steel recycled", "tons"), "turbine costs", ("ridge", "valley", "shore")),
    Topic("clinic", "Clinic waits", ("patients treated", "patients"),
          ("linen washed", "pounds"), "clinic spending", ("children", "adults", "retired")),
)  # fmt: skip
PLACES = (
    "Calderwick", "Northmark", "Vesper County", "Ostrava Bend", "Port Ellery", "Linden Falls",
    "Marrow Island", "Saltash Reach", "Tamber Valley", "Quillon", "Brantholm", "Eddering",
)  # fmt: skip
REGIONS = ("Westerlund", "Eastmere", "Sunder Coast")
SPEAKERS = (
    "Board of Trade", "Office of Figures", "Harbour Union", "Ellery Institute", "the mayor",
    "county auditors", "Society of Engineers",
)  # fmt: skip
PUBLISHERS = ("The Calder Courier", "Eastmere Post", "Ridge and Vale", "The Morning Ledger")
SHARES = {"half": 2, "a third": 3, "a quarter": 4, "a fifth": 5, "a tenth": 10}
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
HEDGES = (
    ("", 46), ("more than ", 12), ("about ", 9), ("nearly ", 7), ("at least ", 5), ("around ", 4),
    ("roughly ", 3), ("some ", 2), ("over ", 3), ("almost ", 2), ("just under ", 2),
    ("an estimated ", 1), ("fewer than ", 1), ("up to ", 1), ("just over ", 1), ("exactly ", 1),
)  # fmt: skip
_HEDGE_WORDS = tuple(words for words, _ in HEDGES)
_HEDGE_WEIGHTS = tuple(weight for _, weight in HEDGES)


# Numbers as copy prints them


def rounded(value: float, figures: int) -> float:
    """The value to so many significant figures."""
    return float(f"{value:.{figures}g}")


def printed(value: float) -> str:
    """The value as copy prints it: 4,200, 3.75 million, 0.4, seven."""
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if value >= size and len(f"{value / size:.6g}") <= 5:
            return f"{value / size:.6g} {name}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:.6g}"


class Story:
    """One file while it is being written: what it is about, and the claims so far."""

    def __init__(self, random: Random, number: int) -> None:
        self.random = random
        self.number = number
        self.topic = random.choice(TOPICS)
        self.place, self.other_place = random.sample(PLACES, 2)
        self.year = random.randint(2012, 2024)
        self.claims: list[dict[str, str]] = []
        self.checks: list[tuple[str, str]] = []
        self._taken: dict[str, int] = {}
        self._singles: set[tuple[str, str]] = set()

    def add(self, name: str, measure: str, scope: dict[str, str], value: str, **more: str) -> str:
        """One more claim; gives its id."""
        count = self._taken.get(name, 0) + 1
        self._taken[name] = count
        claim_id = name if count == 1 else f"{name}_{count}"
        random = self.random
        claim = {"id": claim_id}
        if random.random() < 0.92:
            claim["quote"] = _quote_of(value)
        claim["measure"] = measure
        claim["of"] = "{" + ", ".join(f"{key}: {term}" for key, term in scope.items()) + "}"
        claim.update(more)
        if random.random() < 0.3:
            claim["by"] = random.choice(SPEAKERS)
        claim["value"] = value
        self.claims.append(claim)
        return claim_id

    def is_new(self, measure: str, place: str) -> bool:
        """Nothing was said of this measure at this place; from now on something is."""
        key = (measure, place)
        if key in self._singles:
            return False
        self._singles.add(key)
        return True

    @property
    def room(self) -> int:
        """How many claims are still to come."""
        return CLAIMS - len(self.claims)

    def number_between(self, low: float, high: float, figures: int | None = None) -> float:
        """A number of any size in between, to two to four figures."""
        value = low * (high / low) ** self.random.random()
        return max(2.0, rounded(value, figures or self.random.choice((2, 2, 3, 3, 4))))

    def hedge(self) -> str:
        return self.random.choices(_HEDGE_WORDS, _HEDGE_WEIGHTS)[0]

    def slip(self, value: float) -> float:
        """The value, or once in a while a value that a slip has made of it."""
        if self.random.random() >= MISTAKE * 2:
            return value
        return rounded(value * self.random.choice((10, 0.1, 1000, 2.2, 0.45, 1.8)), 3)


def _quote_of(value: str) -> str:
    """The phrase as the article has it: a slash is spoken."""
    return value.replace("/", " a ") if "/" in value else value


# The parts of a story. Each adds claims about one relation.


def add_whole(story: Story) -> None:
    """A total with its parts, exhaustive or not."""
    measure, noun = story.random.choice((story.topic.things, story.topic.amount))
    groups = story.topic.groups
    scope = {"place": story.place}
    period = str(story.year + story.random.randint(-1, 0))
    amounts = [story.number_between(1_000, 90_000, 3) for _ in groups]
    exact = sum(amounts)
    is_exhaustive = story.random.random() < 0.5
    total = exact if is_exhaustive else rounded(exact * story.random.uniform(1.1, 1.6), 3)
    stem = noun.split()[-1].lower()
    more = {"parts": "exhaustive"} if is_exhaustive else {}
    hedge = story.random.choice(("", "", "about "))
    whole = story.add(
        f"{stem}_total", measure, scope, f"{hedge}{printed(story.slip(total))} {noun}",
        period=period, **more,
    )  # fmt: skip
    for group, amount in zip(groups, amounts, strict=True):
        story.add(
            f"{stem}_{_identifier(group)}", measure, {**scope, "group": group},
            f"{printed(amount)} {noun}", period=period, part_of=whole,
        )  # fmt: skip
    first = f"{stem}_{_identifier(groups[0])}"
    second = f"{stem}_{_identifier(groups[1])}"
    story.checks.append((f"{stem}_fit", f"sum({first}, {second}) <= {whole}"))


def add_rate(story: Story) -> None:
    """So many a day or month, and the total of the year."""
    measure, noun = story.topic.things
    scope = {"place": story.other_place}
    period = str(story.year)
    each, times = story.random.choice((("day", 365), ("month", 12), ("week", 52.1)))
    rate = story.number_between(40, 4_000, 2)
    total = rounded(story.slip(rate * times), 2)
    small = story.add(
        f"{noun}_per_{each}", measure, scope,
        f"about {printed(rate)} {noun}/{each}", period=period,
    )  # fmt: skip
    large = story.add(
        f"{noun}_in_year", measure, scope, f"around {printed(total)} {noun}", period=period
    )
    if story.random.random() < 0.5:
        story.checks.append(("year_of_rates", f'over({small}, "{period}") == {large}'))


def add_share(story: Story) -> None:
    """A count, a share of it in per cent or words, and what that comes to."""
    measure, noun = story.topic.things
    group = story.random.choice(story.topic.groups)
    scope = {"place": story.random.choice(REGIONS)}
    period = str(story.year - 2)
    total = story.number_between(5_000, 800_000, 2)
    whole = story.add("region_total", measure, scope, f"{printed(total)} {noun}", period=period)
    if story.random.random() < 0.3:
        words, among = story.random.choice(list(SHARES.items()))
        share = 1 / among
    else:
        percent = story.random.randint(4, 88)
        words, share = f"{percent}%", percent / 100
    part = rounded(story.slip(total * share), 3)
    part = part if part < 1_000 else float(round(part))
    narrow = {**scope, "group": group}
    story.add("region_share", measure, narrow, words, period=period, share_of=whole)
    count = story.add(
        "region_part",
        measure,
        narrow,
        f"about {printed(part)} {noun}",
        period=period,
        part_of=whole,
    )
    story.checks.append(("within", f'share({count}, {whole}) <= "exactly 100%"'))


def add_change(story: Story) -> None:
    """This year's figure, last year's, and the rise or fall between them."""
    measure, noun = story.random.choice((story.topic.things, story.topic.amount))
    measure = f"{measure} planned"
    scope = {"place": story.place, "season": story.random.choice(("spring", "summer", "autumn"))}
    old = story.number_between(600, 60_000, 3)
    factor = story.random.uniform(0.5, 1.9)
    new = rounded(old * factor, 3)
    percent = round(story.slip(abs(new / old - 1) * 100))
    verb = "up" if new >= old else "down"
    before = story.add("season_before", measure, scope, f"{printed(old)} {noun}",
                       period=str(story.year - 1))  # fmt: skip
    after = story.add("season_after", measure, scope, f"{printed(new)} {noun}",
                      period=str(story.year))  # fmt: skip
    story.add(
        "season_change", f"change of {measure}", scope, f"{verb} {max(1, percent)}%",
        change=f"{{from: {before}, to: {after}}}",
    )  # fmt: skip
    story.checks.append(("a_change", f"abs({after} - {before}) < {before} * 3"))


def add_conversion(story: Story) -> None:
    """A measure with its conversion in brackets."""
    measure, factor, unit, other = story.random.choice((
        ("weight of one load", 0.4536, "pounds", "kg"),
        ("distance covered", 1.609, "miles", "km"),
        ("height reached", 0.3048, "feet", "meters"),
        ("ground surveyed", 0.4047, "acres", "hectares"),
    ))  # fmt: skip
    value = story.number_between(15, 900, 2)
    also = rounded(story.slip(value * factor), 2)
    story.add(
        _identifier(measure), measure, {"place": story.place},
        f"{story.hedge()}{printed(value)} {unit}", also=f"{printed(also)} {other}",
    )  # fmt: skip


def add_restated(story: Story) -> None:
    """One figure printed twice, exactly and in round numbers."""
    measure = story.topic.money
    scope = {"place": story.place}
    sum_usd = story.number_between(2e5, 9e8, 4)
    period = f"FY{story.year}"
    first = story.add("sum_exact", measure, scope, f"${printed(sum_usd)}", period=period)
    story.add(
        "sum_round", measure, scope, f"about ${printed(rounded(story.slip(sum_usd), 2))}",
        period=period,
    )  # fmt: skip
    if story.random.random() < 0.5:
        story.checks.append(("worth_it", f'{first} > "$1,000"'))


def add_price(story: Story) -> None:
    """An amount, a price for each unit of it, and the sum, tied by a check."""
    measure, noun = story.topic.amount
    scope = {"place": story.other_place}
    amount = story.number_between(200, 50_000, 2)
    price = story.number_between(3, 400, 2)
    one = noun.removesuffix("s")
    first = story.add("sold_amount", f"{measure} for sale", scope, f"{printed(amount)} {noun}")
    each = story.add("sold_price", "price", scope, f"${printed(price)}/{one}")
    cost = story.add(
        "sold_sum", story.topic.money, scope,
        f"about ${printed(rounded(story.slip(amount * price), 2))}",
    )  # fmt: skip
    story.checks.append(("price_times_amount", f"{cost} == {first} * {each}"))


def add_single(story: Story) -> None:
    """A figure that stands alone."""
    random = story.random
    name, measure, value = random.choice(_SINGLES)(story)
    measure = f"{measure} {random.choice(_STAGES)}"
    more: dict[str, str] = {}
    if random.random() < 0.55:
        more["period"] = str(random.choice((
            story.year, f"{story.year}-{random.randint(1, 12):02}", "last year", f"FY{story.year}",
            f"{story.year - 1}-07/{story.year}-06",
        )))  # fmt: skip
    if random.random() < 0.05:
        more["hypothetical"] = "if the plan is passed"
    if random.random() < 0.06:
        more["note"] = "from the printed report, not its summary"
    scope = {"place": random.choice(PLACES)}
    if random.random() < 0.4:
        scope["group"] = random.choice(story.topic.groups)
    if story.is_new(measure, scope["place"]):
        story.add(name, measure, scope, value, **more)


def _things(story: Story) -> tuple[str, str, str]:
    measure, noun = story.topic.things
    count = float(round(story.number_between(12, 4e6)))
    return noun, measure, f"{story.hedge()}{printed(count)} {noun}"


def _amount(story: Story) -> tuple[str, str, str]:
    measure, noun = story.topic.amount
    value = f"{story.hedge()}{printed(story.number_between(12, 4e5))} {noun}"
    return "amount", measure, value


def _money(story: Story) -> tuple[str, str, str]:
    value = f"{story.hedge()}${printed(story.number_between(900, 7e9))}"
    return "money", story.topic.money, value


def _percent(story: Story) -> tuple[str, str, str]:
    number = story.random.choice(("{:.0f}%", "{:.1f}%", "{:.0f} percent"))
    return "rate", "approval", story.hedge() + number.format(story.random.uniform(21, 98))


def _range(story: Story) -> tuple[str, str, str]:
    low = story.number_between(5, 500, 2)
    high = rounded(low * story.random.uniform(1.3, 3), 2) + 1
    form = story.random.choice(("{}-{}", "{} to {}", "between {} and {}"))
    return "span", "waiting time", form.format(printed(low), printed(high)) + " days"


def _worded(story: Story) -> tuple[str, str, str]:
    one = story.random.choice(WORDS)
    value = story.random.choice((
        f"{one} bridges", f"{one} percentage points", "dozens of bridges", "a dozen bridges",
        f"one in {one}", f"{one} times as many", f"nearly {one} years", "half a million people",
        "two thirds", "several hundred people", f"{one} and a half miles", "most", "doubled",
        "hundreds of bridges", f"{one} million people",
    ))  # fmt: skip
    return "worded", "town survey", value


def _speed(story: Story) -> tuple[str, str, str]:
    value = f"{story.hedge()}{printed(story.number_between(6, 140, 2))}"
    return "speed", "top speed", value + story.random.choice((" mph", " km/h", " miles an hour"))


def _per_head(story: Story) -> tuple[str, str, str]:
    value = f"{story.random.uniform(0.4, 80):.1f} per 100,000 people"
    return "per_head", "accident rate", value


_SINGLES: tuple[Callable[[Story], tuple[str, str, str]], ...] = (
    _things, _things, _amount, _amount, _money, _money, _percent, _range, _worded, _speed,
    _per_head,
)  # fmt: skip
_STAGES = ("in all", "planned", "at the start", "at the close", "by night", "off season")
_PARTS: tuple[tuple[Callable[[Story], None], int], ...] = (
    (add_whole, 5),
    (add_rate, 2),
    (add_share, 3),
    (add_change, 3),
    (add_conversion, 1),
    (add_restated, 2),
    (add_price, 3),
)
"""Each part of a story with the most claims that it adds."""


def write_story(random: Random, number: int) -> tuple[str, str]:
    """The name and the text of one claims file."""
    story = Story(random, number)
    parts = list(_PARTS)
    random.shuffle(parts)
    for add, most in parts[: random.randint(3, 5)]:
        if story.room >= most:
            add(story)
    while story.room:
        add_single(story)
    return f"{story.topic.stem}_{number:04}", "".join(_lines(story))


def _lines(story: Story) -> Iterator[str]:
    topic, random = story.topic, story.random
    yield "article:\n"
    yield f"  title: {topic.title} in {story.place}\n"
    yield f"  publisher: {random.choice(PUBLISHERS)}\n"
    yield f"  published: {story.year + 1}-{random.randint(1, 12):02}-{random.randint(1, 28):02}\n"
    yield "  locale: en-US\n\nclaims:\n"
    for claim in story.claims:
        for index, (key, value) in enumerate(claim.items()):
            yield f"  {'  ' if index else '- '}{key}: {_scalar(key, value)}\n"
        yield "\n"
    yield "checks:\n"
    for name, that in story.checks[:2]:
        yield f"  - id: {name}\n    that: {_scalar('that', that)}\n"


def _scalar(key: str, value: str) -> str:
    """Plain where YAML allows it; a mapping is written as it is."""
    if key in ("of", "change"):
        return value
    return f"'{value}'" if value[0] in "\"'{[%&*@`>" or ": " in value or " #" in value else value


def _identifier(words: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in words.lower())


def vocabulary() -> str:
    """The vocabulary of all topics: measures with their kinds, and what lies inside what."""
    lines = ["measures:\n"]
    flows = [name for topic in TOPICS for name in (topic.things[0], topic.amount[0], topic.money)]
    singles = ("approval", "waiting time", "town survey", "top speed", "accident rate")
    for name in (*flows, *singles):
        lines.append(f"  {name}: {{kind: flow}}\n")
        lines += [f"  {name} {stage}: {{kind: flow}}\n" for stage in _STAGES]
    for topic in TOPICS:
        for name in (topic.things[0], topic.amount[0]):
            lines.append(f"  change of {name} planned: {{kind: share}}\n")
        lines.append(f"  {topic.amount[0]} for sale: {{kind: stock}}\n")
    for name in ("weight of one load", "distance covered", "height reached", "ground surveyed"):
        lines.append(f"  {name}: {{kind: constant}}\n")
    lines.append("  price: {kind: price, aliases: [asking price]}\n\ndimensions:\n  place:\n")
    lines += [
        f"    - {REGIONS[index % len(REGIONS)]} > {place}\n" for index, place in enumerate(PLACES)
    ]
    lines.append("  season:\n    - spring\n    - summer\n    - autumn\n  group:\n")
    groups = dict.fromkeys(group for topic in TOPICS for group in topic.groups)
    lines += [f"    - all > {group}\n" for group in groups]
    return "".join(lines)


def write_corpus(folder: Path, files: int = DEFAULT_FILES, seed: int = 1) -> None:
    """Writes the vocabulary and so many files; the first of two corpora of one seed are equal."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocabulary.yaml").write_text(vocabulary(), encoding="utf-8")
    for number in range(files):
        name, text = write_story(Random(f"{seed}/{number}"), number)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Writes a corpus into a folder."""
    parser = argparse.ArgumentParser(prog="bench.corpus", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=DEFAULT_FILES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    write_corpus(options.folder, options.files, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
