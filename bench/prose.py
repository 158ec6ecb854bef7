"""Measures how fast `quantities` and `audit` read running text, and how the time grows with it.

    python -m bench.prose [--peer PYTHON]

The text is made: news sentences, three in ten with figures, which are eight in a thousand
characters. With `--peer` the same text, cut short, is read by quantulum3 in that interpreter's
environment.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time

import fentcheck
from fentcheck.files.config import Config
from fentcheck.limits import DEFAULTS
from fentcheck.prose.scan import find_quantities
from fentcheck.units.names import Lexicon

SIZES_MB = (1, 2, 4, 8)
ALL = DEFAULTS._replace(figures=10**7, figures_read=10**7)
"""Limits beyond which no text is cut short: what is measured is the whole of it."""
PEER_CHARACTERS = 20_000

_PLACES = "Norland Corve Almar Saltby Tarrow Linford Marlow Deeping".split()
_THINGS = "looms barges elms schools ferries burglaries patients lorries panels figurines".split()
_PLAIN = (
    "The council is to meet again before the summer, and the mayor said that talks would go on.",
    "Officials in {place} declined to comment, but a spokesman said the review was under way.",
    "Residents of {place} have long complained about the noise, which starts before dawn.",
    "It was not clear on Friday who would pay for the repairs, or when they would begin.",
)
_FIGURES = (
    "The region had {n} {things} last year, up {p} per cent on {year}, according to {place}.",
    "About {n} {things} were counted near {place}, where {m} people live.",
    "The plan will cost ${p} million a year, and the fund has already paid out £{n}.",
    "It covers {p} square kilometres off Highway {k}, and opens on {k} March {year}.",
    "More than {n} {things} were sold, a third of them within {k} hours, said Ann Hale, {k}.",
    "The deal, first signed in {year}, gives {place} some {m} tonnes of grain each month.",
    "Turnout fell from {k} per cent to {p} per cent, and the motion was lost {k}-{k}.",
    "Two of the {k} {things} will close by June, with the loss of {m} jobs.",
)


def news(characters: int, seed: int = 7) -> str:
    """Paragraphs of made news, the same for the same seed."""
    chance = random.Random(seed)
    pieces: list[str] = []
    length = 0
    while length < characters:
        template = chance.choice(_PLAIN if chance.random() < 0.7 else _FIGURES)
        sentence = template.format(
            n=f"{chance.randrange(1000, 90000):,}",
            m=f"{chance.randrange(100, 9000):,}",
            p=chance.choice(("4.5", "12", "38.2", "7", "61")),
            k=chance.randrange(13, 29),
            year=chance.randrange(1985, 2024),
            place=chance.choice(_PLACES),
            things=chance.choice(_THINGS),
        )
        pieces += (sentence, "\n\n" if chance.random() < 0.25 else " ")
        length += len(sentence) + 1
    return "".join(pieces)[:characters]


def seconds(text: str) -> tuple[float, int]:
    """The processor time that one pass takes, and how many quantities it finds."""
    lexicon = Lexicon("en-US", limits=ALL)
    begin = time.process_time()
    count = sum(1 for _ in find_quantities(text, lexicon))
    return time.process_time() - begin, count


def audit_seconds(text: str) -> tuple[float, int]:
    """The same of a whole audit, and how many relations it judges."""
    begin = time.process_time()
    report = fentcheck.audit(text, config=Config(".", limits=ALL))
    return time.process_time() - begin, len(report.relations)


_PEER = """
import sys, time
from quantulum3 import parser
text = sys.stdin.read()
parser.parse("5 kg")
begin = time.process_time()
found = parser.parse(text)
print(time.process_time() - begin, len(found))
"""


def peer_seconds(python: str, text: str) -> tuple[float, int]:
    """The same of quantulum3, in the environment of another interpreter, after a first call."""
    done = subprocess.run(
        [python, "-c", _PEER], input=text, capture_output=True, text=True, check=True
    )
    taken, count = done.stdout.split()
    return float(taken), int(count)


def main(arguments: list[str] | None = None) -> int:
    """Prints a line for each size."""
    options = argparse.ArgumentParser(prog="bench.prose", description=__doc__.splitlines()[0])
    options.add_argument("--peer", metavar="PYTHON", help="an interpreter that has quantulum3")
    options.add_argument("--sizes", type=int, nargs="*", default=SIZES_MB, metavar="MB")
    chosen = options.parse_args(arguments)
    for measure, found in ((seconds, "quantities"), (audit_seconds, "relations")):
        measure(news(100_000))
        before = 0.0
        for size in chosen.sizes:
            taken, count = measure(news(size * 1_000_000))
            growth = f", {taken / before:.2f} times the time before" if before else ""
            print(f"{size} MB: {taken:.2f} s, {size / taken:.2f} MB/s, {count:,} {found}{growth}")
            before = taken
    if not chosen.peer:
        print("quantulum3: not measured; --peer names an interpreter that has it")
    else:
        text = news(PEER_CHARACTERS)
        ours, mine = min(seconds(text) for _ in range(3))
        theirs, others = peer_seconds(chosen.peer, text)
        print(
            f"{PEER_CHARACTERS:,} characters: ours {ours:.3f} s ({mine} found), "
            f"quantulum3 {theirs:.3f} s ({others} found), {theirs / ours:.0f} times as long"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
