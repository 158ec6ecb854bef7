"""Puts the slips of newsrooms into worlds where everything is true, and counts what is caught.

    python -m bench.mutations [--worlds 3000] [--seed 1]

One figure of a world is printed wrong in one way. It is caught if a relation then fails. Of what
is missed, the table tells how much was out of reach: no relation of the figure, by the power that
it has (`fentcheck.engine.power`), could have told of an error of that size. The few that lie
within reach and are missed all the same are figures whose wrong print is read more widely than
the right one was ("up to", a rounder number).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

from bench.worlds import LEXICONS, Figure, World, world
from fentcheck.book.book import Settings
from fentcheck.book.read import read_article
from fentcheck.engine.check import Checked, check_article
from fentcheck.engine.judge import Judgement
from fentcheck.engine.power import power, reaches
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import PRINTED, Readings
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.tree import Exact
from fentcheck.interval import absolute

DEFAULT_WORLDS = 3000
_SETTINGS = Settings(LEXICONS)
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)( (?:million|billion))?")


class Mutation(NamedTuple):
    """A slip: its name here, the names under which it would be told, and how it is made.

    `made` gives the wrong phrase for a figure, or None where the slip cannot be made.
    """

    name: str
    told: tuple[str, ...]
    made: Callable[[Random, Figure], str | None]


class Tally:
    """What became of the mutations of one kind."""

    def __init__(self) -> None:
        self.all = self.caught = self.named = self.misnamed = self.reachless = 0


# The slips


def _scaled(factor: Fraction) -> Callable[[Random, Figure], str | None]:
    """The printed number times a factor, as round as it was."""

    def made(random: Random, figure: Figure) -> str | None:
        found = _NUMBER.search(figure.printed)
        if found is None or len(_NUMBER.findall(figure.printed)) != 1:
            return None
        value = Fraction(found[1].replace(",", "")) * factor
        digits = 0 if value >= 1000 else 3
        shown = f"{float(round(value, digits)):,.{digits}f}"
        shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
        return _with_number(figure.printed, shown + (found[2] or "")) if shown != "0" else None

    return made


def _worded(one: str, other: str) -> Callable[[Random, Figure], str | None]:
    """One word for another."""

    def made(random: Random, figure: Figure) -> str | None:
        return figure.printed.replace(one, other) if one in figure.printed else None

    return made


def _transposed(random: Random, figure: Figure) -> str | None:
    def change(digits: str) -> str | None:
        pairs = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
        pairs = [i for i in pairs if i or digits[1] != "0"]
        if not pairs:
            return None
        at = random.choice(pairs)
        return digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]

    return _with_digits(figure, change)


def _one_digit(random: Random, figure: Figure) -> str | None:
    def change(digits: str) -> str:
        at = random.randrange(len(digits))
        others = [one for one in "0123456789" if one != digits[at] and (at or one != "0")]
        return digits[:at] + random.choice(others) + digits[at + 1 :]

    return _with_digits(figure, change)


def _with_digits(figure: Figure, change: Callable[[str], str | None]) -> str | None:
    """The phrase with the digits that are meant changed, its zeros and commas where they were."""
    found = _NUMBER.search(figure.printed)
    if found is None or len(_NUMBER.findall(figure.printed)) != 1:
        return None
    digits = found[1].replace(",", "").replace(".", "")
    meant = digits.rstrip("0") if "." not in found[1] else digits
    changed = change(meant) if len(meant) > 1 else None
    if changed is None:
        return None
    rest = iter(changed + digits[len(meant) :])
    shown = "".join(next(rest) if one.isdigit() else one for one in found[1])
    return _with_number(figure.printed, shown + (found[2] or ""))


def _from_the_new(random: Random, figure: Figure) -> str | None:
    """A change that is worked out from the new value."""
    if not figure.shape.endswith(" #%"):
        return None
    change = Fraction(figure.value) / 100
    if change in (0, -1):
        return None
    wrong = absolute(change / (1 + change)) * 100
    return figure.shape.replace("#", f"{float(wrong):.3g}") if wrong < 1000 else None


def _one_time_more(random: Random, figure: Figure) -> str | None:
    """ "Up 300%" for three times as many, and back."""
    if figure.shape == "# times as many":
        return f"{max(2, round(figure.value) - 1)} times as many"
    if figure.shape == "up #%":
        return f"up {float(figure.value + 100):.4g}%"
    return None


def _with_number(phrase: str, number: str) -> str:
    found = _NUMBER.search(phrase)
    assert found is not None
    return phrase[: found.start()] + number + phrase[found.end() :]


def _only(condition: Callable[[Figure], bool], mutation: Mutation) -> Mutation:
    """The mutation, of figures of one sort alone."""

    def made(random: Random, figure: Figure) -> str | None:
        return mutation.made(random, figure) if condition(figure) else None

    return mutation._replace(made=made)


MUTATIONS: tuple[Mutation, ...] = (
    Mutation("million for billion", ("million/billion",), _worded("billion", "million")),
    Mutation("billion for million", ("billion/million",), _worded("million", "billion")),
    Mutation("ten times too high", ("×10",), _scaled(Fraction(10))),
    Mutation("ten times too low", ("×10",), _scaled(Fraction(1, 10))),
    Mutation("pounds for kg", ("kilograms/pounds",), _worded(" kg", " pounds")),
    Mutation("kg for pounds", ("pounds/kilograms",), _worded(" pounds", " kg")),
    Mutation("percent for points", ("percent/points",), _worded(" percentage points", "%")),
    Mutation("worked out from the new value", ("wrong base",), _from_the_new),
    Mutation("m for m + 1", ("m against m+1",), _one_time_more),
    _only(
        lambda figure: "/month" in figure.shape,
        Mutation("a year for a month", ("×12",), _scaled(Fraction(12))),
    ),
    _only(
        lambda figure: "/day" in figure.shape,
        Mutation("a year for a day", ("×365",), _scaled(Fraction(365))),
    ),
    Mutation("digits transposed", ("transposed digits",), _transposed),
    Mutation("one wrong digit", ("one wrong digit",), _one_digit),
)


# Counting


def tallies(worlds: int, seed: int) -> dict[str, Tally]:
    """What is caught of each kind of slip; each is tried once in every world that allows it."""
    counts = {mutation.name: Tally() for mutation in MUTATIONS}
    for index in range(worlds):
        random = Random(seed * 1_000_003 + index)
        made = world(random)
        before = checked(made)
        for mutation in MUTATIONS:
            wrong = _mutated(random, made, mutation)
            if wrong is not None:
                _count(counts[mutation.name], mutation, before, *wrong)
    return counts


def checked(made: World) -> Checked:
    article = read_article(made.text, "world.yaml", "world", LEXICONS)
    return check_article(article, _SETTINGS, lambda stem: None)


def _mutated(random: Random, made: World, mutation: Mutation) -> tuple[Figure, World] | None:
    """The world with one figure printed wrong, and which; None where none can be."""
    options = [
        (figure, phrase)
        for figure in made.figures
        if (phrase := mutation.made(random, figure)) is not None and phrase != figure.printed
    ]
    if not options:
        return None
    figure, phrase = random.choice(options)
    return figure, made.with_printed(figure.id, phrase)


def _count(tally: Tally, mutation: Mutation, before: Checked, figure: Figure, wrong: World) -> None:
    """Counts one mutation of a figure that some relation checks."""
    name = f"world.{figure.id}"
    concerned = [
        one for one in before.judgements if any(claim.name == name for claim in one.relation.claims)
    ]
    after = checked(wrong)
    if not concerned or after.article.problems:
        return
    tally.all += 1
    failing = [one for one in after.findings if one.verdict is not None and one.verdict.fails]
    if failing or any(one.severity.value == "error" for one in after.findings):
        tally.caught += 1
        slips = [(one.mend.slip or "", one.mend.slip_claim) for one in failing]
        is_named = any(slip.startswith(mutation.told) and claim == name for slip, claim in slips)
        tally.named += is_named
        tally.misnamed += not is_named and any(slip for slip, _ in slips)
    elif not any(_would_tell(one, name, after) for one in concerned):
        tally.reachless += 1


def _would_tell(judgement: Judgement, name: str, after: Checked) -> bool:
    """The relation has the power to tell of the error that the wrong figure makes in it.

    The error of a claim on the computed side is what it makes of that side.
    """
    sides = judgement.sides
    if name not in sides.values or sides.stated is None:
        return False
    wrong = after.book.values(name)[PRINTED]
    values = {**sides.values, name: Readings(wrong, wrong, wrong)}
    is_stated = name in sides.stated.names
    is_of_shares = isinstance(judgement.relation.stated, Exact)  # the power is that of the shares
    side = sides.stated if is_stated else sides.computed
    was, now = (value_of(side, table, PRINTED).lower.value for table in (sides.values, values))
    if isinstance(was, float) or isinstance(now, float) or was == 0 or now == 0:
        return False
    error = Fraction(now) / was
    return reaches(power(judgement), error if is_stated or is_of_shares else 1 / error)


# The table


def lines(worlds: int, seed: int) -> Iterator[str]:
    """The table in Markdown, with a line above it."""
    yield f"{worlds:,} worlds that are true, seed {seed}; each slip once where it can be made."
    yield "Named is of those caught: the first slip that a finding names is the one that was made."
    yield ""
    yield "| slip | made | caught | named first | another named | missed: out of reach | within |"
    yield "|---|--:|--:|--:|--:|--:|--:|"
    total = Tally()
    for name, tally in tallies(worlds, seed).items():
        yield _row(name, tally)
        for field, value in vars(tally).items():
            setattr(total, field, getattr(total, field) + value)
    yield _row("all", total)


def _row(name: str, tally: Tally) -> str:
    missed = tally.all - tally.caught
    return (
        f"| {name} | {tally.all:,} | {_percent(tally.caught, tally.all)} "
        f"| {_percent(tally.named, tally.caught)} | {_percent(tally.misnamed, tally.caught)} "
        f"| {tally.reachless:,} "
        f"| {missed - tally.reachless:,} |"
    )


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="bench.mutations", description=__doc__.splitlines()[0])
    parser.add_argument("--worlds", type=int, default=DEFAULT_WORLDS, help="how many worlds")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other worlds")
    options = parser.parse_args(arguments)
    for line in lines(options.worlds, options.seed):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
