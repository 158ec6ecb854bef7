"""The simplex finds what Fourier and Motzkin's elimination finds; so does the check of a file."""

from __future__ import annotations

from fractions import Fraction
from math import inf
from random import Random

import pytest
from elimination import Bound, bounds_of_claim, can_all_hold, checked, of_claims, system

from fentcheck.engine.judge import Verdict
from fentcheck.engine.simplex import Simplex
from fentcheck.engine.system import Effort
from fentcheck.exact import Fraction as Exact
from fentcheck.interval import End, Interval

SYSTEMS = 300
BOOKS = 40
PORTIONS = 4

# Systems of bounds on sums


def _interval(random: Random) -> Interval:
    low, high = sorted(random.choices(range(-4, 5), k=2))
    kind = random.choice(("both", "both", "point", "lower", "upper", "none"))
    if kind == "point":
        return Interval(End(low, False), End(low, False))
    is_open = random.random() < 0.3 and low < high
    lower = End(low, is_open) if kind in ("both", "lower") else End(-inf, True)
    upper = End(high, is_open) if kind in ("both", "upper") else End(inf, True)
    return Interval(lower, upper)


Sums = list[tuple[dict[str, Fraction], Interval]]


def _system(random: Random) -> tuple[dict[str, Interval], Sums]:
    names = "abcd"[: random.randint(1, 4)]
    boxes = {name: _interval(random) for name in names}
    sums: Sums = []
    for _ in range(random.randint(1, 3)):
        chosen = random.sample(names, random.randint(1, len(names)))
        terms = {name: Fraction(random.choice((-3, -2, -1, 1, 1, 2)), 2) for name in chosen}
        sums.append((terms, _interval(random)))
    return boxes, sums


def _as_bounds(boxes: dict[str, Interval], sums: Sums) -> list[Bound]:
    found = [bound for name, box in boxes.items() for bound in bounds_of_claim(name, box)]
    for terms, within in sums:
        for bound, is_open in bounds_of_claim("sum", within):
            way, number = bound["sum"], bound.get("", Fraction(0))
            found.append(
                ({**{name: way * factor for name, factor in terms.items()}, "": number}, is_open)
            )
    return found


def _simplex(boxes: dict[str, Interval], sums: Sums) -> tuple[Simplex, dict[str, int]]:
    simplex = Simplex(Effort(10**6))
    numbers = {name: simplex.variable(box) for name, box in boxes.items()}
    for terms, within in sums:
        exact = {numbers[name]: Exact(factor) for name, factor in terms.items()}
        simplex.sum(exact, within)
    return simplex, numbers


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_the_simplex_finds_what_elimination_does(portion: int) -> None:
    impossible = 0
    for number in range(SYSTEMS):
        boxes, sums = _system(Random(f"{portion} {number}"))
        multipliers = _simplex(boxes, sums)[0].conflict()
        assert (multipliers is None) == can_all_hold(_as_bounds(boxes, sums)), (boxes, sums)
        if multipliers is not None:
            impossible += 1
            _assert_proven(multipliers, boxes, sums)
    assert SYSTEMS / 10 < impossible < SYSTEMS * 9 / 10


def _assert_proven(multipliers: dict[int, Exact], boxes: dict[str, Interval], sums: Sums) -> None:
    """Times these, all variables cancel, and what is left of the ends is below zero."""
    names = list(boxes)
    within = [*boxes.values(), *(one for _, one in sums)]
    left = dict.fromkeys(names, Fraction(0))
    total, is_open = Fraction(0), False
    for number, times in multipliers.items():
        end = within[number].upper if times > 0 else within[number].lower
        total += times * end.value
        is_open |= end.open and times != 0
        terms = {names[number]: 1} if number < len(names) else sums[number - len(names)][0]
        for name, factor in terms.items():
            left[name] += times * factor
    assert not any(left.values())
    assert total < 0 or (total == 0 and is_open)


def test_the_ends_that_the_simplex_finds_are_those_of_elimination() -> None:
    for number in range(SYSTEMS):
        boxes, sums = _system(Random(number))
        simplex, numbers = _simplex(boxes, sums)
        if simplex.conflict() is not None:
            continue
        bounds = _as_bounds(boxes, sums)
        name = next(iter(boxes))
        for way in (1, -1):
            end = simplex.most(numbers[name], way)
            beyond = {name: Fraction(-way), "": Fraction(way) * _number(end)}
            if end.value in (inf, -inf):
                far = {name: Fraction(-way), "": Fraction(10**6)}
                assert can_all_hold([*bounds, (far, False)])
            else:
                assert not can_all_hold([*bounds, (beyond, not end.open)])
                near = {**beyond, "": beyond[""] - Fraction(1, 10**6)}
                assert can_all_hold([*bounds, (near, False)])


def _number(end: End) -> Fraction:
    return Fraction(0) if isinstance(end.value, float) else Fraction(end.value)


# Files in which relations go round

_VALUES = ("exactly {0}", "exactly {0}", "at most {0}", "at least {0}", "between {0} and {1}")
_CHECKS = (
    "{0} {s} {1} + {2}",
    "{0} {s} {1} - {2}",
    "{0} + {1} {s} {2} + {3}",
    "{0} {s} 2 * {1} + {2}",
    "{0} {s} {1} + {2} + {3}",
)


def _book(random: Random) -> str:
    ids = "abcde"[: random.randint(4, 5)]
    lines = ["claims:\n"]
    for one in ids:
        number = random.randint(0, 19)
        value = random.choice(_VALUES).format(number, number + random.randint(1, 9))
        lines.append(f"  - {{id: {one}, value: {value} units}}\n")
    lines.append("checks:\n")
    for _ in range(random.randint(2, 4)):
        sign = random.choice(("==", "==", "==", "<=", ">=", "<"))
        check = random.choice(_CHECKS).format(*random.sample(ids, 4), s=sign)
        lines.append(f"  - that: {check}\n")
    return "".join(lines)


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_every_conflict_of_a_ring_is_told_by_sets_without_a_claim_too_many(portion: int) -> None:
    for number in range(BOOKS):
        text = _book(Random(f"{portion} {number}"))
        found = checked(text)
        if any(one.verdict is Verdict.UNTESTABLE for one in found.judgements):
            continue  # whether such a relation takes part is another question
        relations, claims = system(found)
        told = [set(one.claims) for one in found.findings if one.code == "FC203"]
        if not can_all_hold(relations):
            assert told, text
            continue
        explained = [
            {claim.name for claim in one.relation.claims}
            for one in found.judgements
            if one.verdict.fails
        ]
        everything = relations + of_claims(claims, list(claims))
        assert told or explained or can_all_hold(everything), text
        for one in told:
            assert not can_all_hold(relations + of_claims(claims, sorted(one))), text
            for name in one:
                assert can_all_hold(relations + of_claims(claims, sorted(one - {name}))), text
