"""Measures what it takes to look at the claims of a book together (FC203).

    python -m bench.joint [--quick]

Books of growing size, invented and consistent, and the same with one planted conflict: chains of
checks, wholes with parts and shares, and one whole with thousands of parts. The growth of the time
is given as the ratio of the time a claim from the smallest book to the others, in one run. A last
book is tangled on purpose: dense sums, and rings that narrow by a millionth in every round.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from fentcheck.engine.check import Checked
from fentcheck.engine.finding import Finding
from fentcheck.engine.impossible import joint_findings
from fentcheck.engine.joint import conflicts
from fentcheck.engine.judge import Judgement, judge
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.limits import DEFAULTS
from fentcheck.rules.registry import RULES
from fentcheck.rules.relation import Relation

SIZES = (10, 100, 1_000, 10_000)
QUICK = (10, 100, 1_000)
TABLES = (2, 4, 8)
LIMITS = DEFAULTS._replace(
    yaml_values=10**6,
    claims=20_000,
    checks=20_000,
    checks_length=10**7,
    relations=10**6,
    joint_work=10**6,
)
"""More than a file may usually ask for: ten thousand claims."""
BOUND_S = 10
"""The tangled book must be done with, or given up, within this time."""

Book = Callable[[int, bool], str]
"""The text of a claims file with so many claims, and one planted conflict if asked."""


def chains(claims: int, planted: bool) -> str:
    """Chains of ten quantities, each one more than the one before; all tied by their ends."""
    lines, checks = ["claims:\n"], ["checks:\n"]
    for index in range(claims):
        place = index % 10
        number = 100 + place + (5 if planted and index == 9 else 0)
        value = f"exactly {number} units" if place in (0, 9) else "up to 900 units"
        lines.append(f"  - {{id: q{index}, value: {value}}}\n")
        if place:
            checks.append(f'  - that: q{index} == q{index - 1} + "exactly 1 unit"\n')
        elif index:
            checks.append(f"  - that: q{index} < q{index - 1}\n")
    return "".join(lines + checks)


def shares(claims: int, planted: bool) -> str:
    """Wholes with three parts and a share, and the part again in a check; all tied loosely."""
    lines, checks = ["claims:\n"], ["checks:\n"]
    for index in range(0, claims, 5):
        number = 65 if planted and not index else 40
        lines.append(
            f"  - {{id: all{index}, value: exactly 200 units}}\n"
            f"  - {{id: a{index}, part_of: all{index}, value: exactly 90 units}}\n"
            f"  - {{id: b{index}, part_of: all{index}, value: up to 900 units}}\n"
            f"  - {{id: c{index}, value: exactly {number} units}}\n"
            f"  - {{id: s{index}, value: 25%}}\n"
        )
        checks.append(f"  - that: b{index} == c{index} + s{index} * all{index}\n")
        if index:
            checks.append(f"  - that: all{index} < c{index - 5} * 100\n")
    return "".join(lines + checks)


def one_whole(claims: int, planted: bool) -> str:
    """One whole with all other claims as its parts, and the whole again in a check."""
    parts = claims - 2
    stated = 10 * parts + (-1 if planted else 1)
    lines = [
        "claims:\n",
        f"  - {{id: limit, value: 'exactly {stated:,} units'}}\n",
        "  - {id: all, value: 'up to 900,000 units'}\n",
    ]
    lines += (
        f"  - {{id: p{index}, part_of: all, value: exactly 10 units}}\n" for index in range(parts)
    )
    return "".join(lines) + "checks:\n  - that: all <= limit\n"


def tangled(claims: int) -> str:
    """Every third claim is a sum of all others of its kind; the rest go round in rings."""
    lines, checks = ["claims:\n"], ["checks:\n"]
    sums = [f"q{index}" for index in range(0, claims, 3)]
    for index in range(claims):
        lines.append(f"  - {{id: q{index}, value: 'at least 10 units'}}\n")
        others = [name for name in sums if name != f"q{index}"][:60]
        if index % 3 == 0:
            checks.append(f"  - that: q{index} <= {' + '.join(others)}\n")
            checks.append(f"  - that: q{index} == q{(index + 1) % claims} * 1.000001\n")
        else:
            checks.append(f"  - that: q{index} == q{(index + 1) % claims} * 1.01\n")
    return "".join(lines + checks)


def table(side: int, planted: bool) -> str:
    """A table of so many rows and columns, of which the sums are printed and no cell is.

    If a conflict is asked for, the rows come to one more than the columns.
    """
    cells = [[f"c{row}_{column}" for column in range(side)] for row in range(side)]
    lines, checks = ["claims:\n"], ["checks:\n"]
    lines += (f"  - {{id: {one}, value: up to 900 units}}\n" for row in cells for one in row)
    for kind, groups in (("row", cells), ("column", list(zip(*cells, strict=True)))):
        for index, group in enumerate(groups):
            number = 10 * side + (planted and kind == "row" and not index)
            lines.append(f"  - {{id: {kind}{index}, value: 'exactly {number:,} units'}}\n")
            checks.append(f"  - that: {kind}{index} == {' + '.join(group)}\n")
    return "".join(lines + checks)


BOOKS: tuple[tuple[str, Book], ...] = (
    ("chains of checks", chains),
    ("parts and shares", shares),
    ("one whole", one_whole),
)


def read(text: str) -> tuple[Checked, list[Judgement]]:
    """A claims file, checked, with its judged relations."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.yaml"
        path.write_text(text, encoding="utf-8")
        library = Library([str(path)], Config(folder, limits=LIMITS), today=0)
        checked = next(iter(library.check(BY_THEMSELVES))).checked
    found = (one for rule in RULES for one in rule.check(checked.book))
    judged = (judge(one, checked.book) for one in found if isinstance(one, Relation))
    return checked, [one for one in judged if one is not None]


BY_THEMSELVES = tuple(rule for rule in RULES if rule.code != "FC203")


def timed(text: str, runs: int) -> tuple[float, list[Finding]]:
    """The median time to look at all claims of a text together, and what is found."""
    checked, judgements = read(text)
    times = []
    for _ in range(runs):
        before = perf_counter()
        found = joint_findings(*conflicts(checked.book, judgements), checked.book, judgements)
        times.append(perf_counter() - before)
    return median(times), found


def lines(sizes: tuple[int, ...]) -> Iterator[str]:
    """The tables, a line of Markdown as soon as it is known."""
    yield "## Claims taken together (FC203)"
    yield ""
    yield "| book | claims | consistent | a claim | growth | one conflict | a claim | growth |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|"
    for name, book in BOOKS:
        first: list[float] = []
        for size in sizes:
            cells = [name, f"{size:,}"]
            for index, planted in enumerate((False, True)):
                taken_s, found = timed(book(size, planted), 3 if size < 5_000 else 1)
                if len(found) != planted:
                    raise SystemExit(f"{name}, {size}: {[one.message for one in found]}")
                each_s = taken_s / size
                first += [each_s] if len(first) == index else []
                growth = each_s / first[index]
                cells += [_time(taken_s), f"{each_s * 1e6:.0f} µs", f"{growth:.2f}"]
            yield f"| {' | '.join(cells)} |"
    for side in TABLES:
        cells = [f"table, {side} by {side}", f"{side * (side + 2):,}"]
        for planted in (False, True):
            taken_s, found = timed(table(side, planted), 1)
            if len(found) != planted:
                raise SystemExit(f"table, {side}: {[one.message for one in found]}")
            cells += [_time(taken_s), f"{taken_s / (side * (side + 2)) * 1e6:.0f} µs", ""]
        yield f"| {' | '.join(cells)} |"
    yield ""
    taken_s, found = timed(tangled(200), 1)
    told = ", ".join(one.verdict.value if one.verdict else one.message for one in found)
    yield (
        f"A tangled book of 200 claims takes {_time(taken_s)} (bound: {BOUND_S} s) and is told as: "
        f"{told or 'nothing'}."
    )
    yield ""
    if taken_s > BOUND_S:
        raise SystemExit("the tangled book took too long")


def _time(seconds: float) -> str:
    return f"{seconds * 1e3:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


def main(arguments: list[str] | None = None) -> int:
    """Prints the tables as they grow."""
    parser = argparse.ArgumentParser(prog="bench.joint", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="no book of more than 1,000 claims")
    options = parser.parse_args(arguments)
    for line in lines(QUICK if options.quick else SIZES):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
