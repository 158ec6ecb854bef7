"""Confirms a certificate: cuts intervals by every tie until one has nothing left; or adds up."""

from fractions import Fraction
from functools import reduce
from math import inf
LINE = LOW, HIGH = (-inf, 1), (inf, -1)  # an end: its value, and 1 just above, -1 below, 0 at it
ZERO, LONGEST = (Fraction(0), 0), 2**300
def confirms(certificate):
    """No values fit all ties; and if there is a gap, the sides miss each other by that factor."""
    ties, gap, sides, total = map(certificate.get, ("ties", "gap", "sides", "sum"))
    box = {name: LINE for tie in ties for name in (tie[0], *tie[2:])}
    for one in certificate["values"]:
        box[one["variable"]] = meet(box.get(one["variable"], LINE), read(one["interval"]))
    if gap is None: return impossible(box, ties, total or ())
    box |= {"gap": read(f"[{gap}, {gap}]"), "zero": (ZERO, ZERO), "far": LINE}
    free = [tie for tie in ties if sorted((tie[0], *tie[2:])) != sorted(sides)]
    return impossible(box, ties) and any(
        impossible(box, [*free, (high, "<=", "zero")])
        and impossible(box, [*free, ("far", "*", low, "gap"), (high, "<", "far")])
        for low, high in (sides, sides[::-1]))
def impossible(box, ties, total=(), depth=6):
    """Nothing is left of the box, or of both halves of it, cut by turns at what occurs twice."""
    if (box := cut(box, ties)) is None or is_above_zero(total, ties, box): return True
    used = [name for tie in set(map(tuple, map(sorted, ties))) for name in tie]  # a = b is two ties
    wide = [name for name, (low, high) in box.items()
            if used.count(name) > 1 and -inf < low[0] < high[0] < inf]
    if not wide or not depth: return False
    lower, upper = box[name := wide[depth % len(wide)]]
    middle = ((lower[0] + upper[0]) / 2, 0)
    return all(impossible({**box, name: half}, ties, total, depth - 1)
               for half in ((lower, middle), (middle, upper)))
def is_above_zero(total, ties, box):
    """Ties times numbers, added up: as ties they are at most zero, but more wherever the box is."""
    weights, least = dict.fromkeys(box, (ZERO, ZERO)), (0, 1)
    for number, place, factor in total:
        (name, sign, *others), many = ties[place], Fraction(number)
        share = weight = (many, 0), (many, 0)
        fits = {"+": True, "*": factor in others, "<=": many > 0, "<": many > 0}
        if not fits.get(sign): return False
        if sign == "*": share = times(weight, box[others.pop(others.index(factor))])
        for one, much in (name, weight), *((other, minus((ZERO, ZERO), share)) for other in others):
            weights[one] = plus(weights[one], much)
        least = ZERO if sign == "<" else least
    return reduce(plus, map(times, weights.values(), box.values()), (ZERO, ZERO))[0] >= least
def cut(box, ties, rounds=15):
    """The box without values that some tie rules out; None if that leaves nothing of one."""
    left = dict(box)
    for name, operator, *others in [*ties, *ties[::-1]]:
        names = name, *others
        for one, ends in zip(names, CUTS[operator](*map(left.get, names)), strict=True):
            lower, upper = meet(left[one], ends)
            if all(abs(v) == inf or v.denominator < LONGEST > abs(v) for v, _ in (lower, upper)):
                left[one] = lower, upper
    if any(lower > upper for lower, upper in left.values()): return None
    return cut(left, ties, rounds - 1) if rounds and left != box else left
def read(text):
    low, high = text[1:-1].split(", ")
    lower = LOW if low == "-∞" else (Fraction(low), int(text[0] == "("))
    upper = HIGH if high == "∞" else (Fraction(high), -int(text[-1] == ")"))
    return (lower, upper) if lower <= upper else LINE  # the wrong way round it says nothing
def meet(x, y): return max(x[0], y[0]), min(x[1], y[1])
def plus(x, y): return tuple((v + w, s or t) for (v, s), (w, t) in zip(x, y, strict=True))
def minus(x, y): return plus(x, [(-value, -side) for value, side in y[::-1]])
def times(x, y):
    ends = [(v * w, abs(s or t)) if v and w else (ZERO[0], int(ZERO not in ((v, s), (w, t))))
            for v, s in x for w, t in y]
    return min(ends), max((value, -is_open) for value, is_open in ends)
def over(z, y):
    (low, above), (high, below) = y  # any x, if y has zero inside it or both can be zero
    if low < 0 < high or all(lower <= ZERO <= upper for lower, upper in (z, y)): return LINE
    lower = (1 / high or ZERO[0], -below) if high else LOW
    return times(z, (lower, (1 / low or ZERO[0], -above) if low else HIGH))
CUTS = {"+": lambda z, x, y: (plus(x, y), minus(z, y), minus(z, x)),
        "*": lambda z, x, y: (times(x, y), over(z, y), over(z, x)),
        "max": lambda z, x, y: (tuple(map(max, x, y)), (LOW, z[1]), (LOW, z[1])),
        "!=": lambda x, y: ([(end[0], way) if y == (end, end) else end
                             for end, way in ((x[0], 1), (x[1], -1))], y),
        "<=": lambda x, y: ((LOW, y[1]), (x[0], HIGH)),
        "<": lambda x, y: ((LOW, (y[1][0], -1)), ((x[0][0], 1), HIGH))}
