"""Confirms a certificate: cuts intervals by every relation until one has nothing left.

An end is (value, side): 1 just above the value, -1 just below it, 0 at it. So ends compare as
tuples, and an interval (lower, upper) is empty where lower > upper.
"""

from fractions import Fraction
from math import inf

LOW, HIGH, ZERO = (-inf, 1), (inf, -1), (Fraction(0), 0)
LINE = LOW, HIGH
ROUNDS, HALVINGS, LONGEST = 15, 6, 2**300  # where to give up: then nothing is confirmed


def confirms(certificate):
    """No values fit all relations; where there is a gap, the two sides miss by that factor too."""
    gap, box, ties, compared = certificate["gap"], {}, [], []
    for one in certificate["relations"]:
        sides = [part(one[side], box, ties) for side in ("stated", "computed")]
        compared.append((one["comparison"], *sides))
    used = [name for _, *names in ties + compared for name in names]
    repeated = [name for name in box if isinstance(name, str) and used.count(name) > 1]
    said = [("==", part(one["variable"], box), part(one, box)) for one in certificate["values"]]
    known = cut(box, said + ties)
    if known is None or (gap and len(compared) > 1):
        return not gap
    boxes = [one for piece in halved(known, repeated) if (one := cut(piece, ties))]
    if gap and not apart(boxes, sides) >= Fraction(gap):
        return False
    left = cut(known, ties + compared)
    return left is None or all(cut(one, ties + compared) is None for one in halved(left, repeated))


def apart(boxes, sides):
    """The factor between the nearer ends of two sides; 0 where there is none."""
    low = min(max((one[side][1] for one in boxes), default=HIGH) for side in sides)[0]
    high = max(min((one[side][0] for one in boxes), default=LOW) for side in sides)[0]
    return high / low if 0 < low < inf and high > low else 0


def part(data, box, ties=()):
    """The name in the box of what a tree can be; its operations become ties: z is x with y."""
    if isinstance(data, str):
        box.setdefault(data, LINE)
        return data
    if not isinstance(data, list):
        box[name := len(box)] = read(data["interval"] if isinstance(data, dict) else data)
        return name
    if data[0] in SIMPLER:
        return part(SIMPLER[data[0]](*data[1:]), box, ties)
    first, *others = (part(one, box, ties) for one in data[1:])
    for other in others:
        box[name := len(box)] = LINE
        ties.append((data[0], name, first, other))
        first = name
    return first


def read(text):
    low, high = text[1:-1].split(", ") if isinstance(text, str) else (text, text)
    lower = LOW if low == "-∞" else (Fraction(low), int(str(text)[0] == "("))
    upper = HIGH if high == "∞" else (Fraction(high), -int(str(text)[-1] == ")"))
    if lower > upper:
        raise ValueError(f"{text} is no interval")
    return lower, upper


def halved(box, names, times=HALVINGS):
    """The box in pieces, cut at the names by turns; where one has no end it stays whole."""
    wide = [name for name in names if -inf < box[name][0][0] < box[name][1][0] < inf]
    if not wide or not times:
        return [box]
    lower, upper = box[name := wide[times % len(wide)]]
    middle = ((lower[0] + upper[0]) / 2, 0)
    halves = {**box, name: (lower, middle)}, {**box, name: (middle, upper)}
    return [piece for half in halves for piece in halved(half, names, times - 1)]


def cut(box, ties):
    """The box without values that some tie rules out; None if that leaves nothing of one."""
    for _ in range(ROUNDS):
        before, box = box, dict(box)
        for operator, *names in [*ties, *ties[::-1]]:
            for name, left in zip(names, LEFT[operator](*map(box.get, names)), strict=True):
                ends = lower, upper = meet(box[name], left)
                if lower > upper:
                    return None
                box[name] = tuple(map(shorter, ends, box[name]))
        if box == before:
            break
    return box


def shorter(end, old):
    is_long = abs(end[0]) < inf and max(abs(end[0].numerator), end[0].denominator) > LONGEST
    return old if is_long else end


def meet(x, y):
    return max(x[0], y[0]), min(x[1], y[1])


def plus(x, y):
    return tuple((v + w, s or t) for (v, s), (w, t) in zip(x, y, strict=True))


def minus(x, y):
    return plus(x, [(-value, -side) for value, side in y[::-1]])


def corner(one, other):
    """The product of two ends, and 1 if it is not reached; a zero that is reached is."""
    (v, s), (w, t) = one, other
    return (v * w, abs(s or t)) if v and w else (ZERO[0], int(ZERO not in (one, other)))


def times(x, y):
    corners = [corner(one, other) for one in x for other in y]
    return min(corners), max((value, -is_open) for value, is_open in corners)


def over(x, y):
    """Quotients by what is not zero in y; anything if it has zero inside it, or nothing else."""
    (low, above), (high, below) = y
    if low < 0 < high or low == high == 0:
        return LINE
    lower = (1 / high or ZERO[0], -below) if high else LOW
    upper = (1 / low or ZERO[0], -above) if low else HIGH
    return times(x, (lower, upper))


def solved(z, y):
    """Every x with x * y = z."""
    return LINE if all(one[0] <= ZERO <= one[1] for one in (z, y)) else over(z, y)


def divided(x, y, z, quotient):
    """Of a division by zero alone nothing is known."""
    return (LINE,) * 3 if y == (ZERO, ZERO) else (quotient, times(z, y), solved(x, z))


def share(quotient):
    """At most the whole; a part that can only be more is left so."""
    within = meet(quotient, (ZERO, (Fraction(1), 0)))
    return within if within[0] <= within[1] else quotient


SIMPLER = {
    "neg": lambda x: ["-", 0, x],
    "abs": lambda x: ["max", x, ["-", 0, x], 0],
    "sum": lambda *operands: ["+", *operands],
    "mean": lambda *operands: ["/", ["+", *operands], len(operands)],
    "over": lambda rate, time: ["*", rate, time],
    "change": lambda old, new: ["-", ["/", new, old], 1],
    "points": lambda old, new: ["*", ["-", new, old], 100],
    "**": lambda x, n: (
        ["*", 1, *[x if n % 2 else ["abs", x]] * n] if n >= 0 else ["/", 1, ["**", x, -n]]
    ),
}
LEFT = {
    "+": lambda z, x, y: (plus(x, y), minus(z, y), minus(z, x)),
    "-": lambda z, x, y: (minus(x, y), plus(z, y), minus(x, z)),
    "*": lambda z, x, y: (times(x, y), solved(z, y), solved(z, x)),
    "/": lambda z, x, y: divided(x, y, z, over(x, y)),
    "share": lambda z, x, y: divided(x, y, z, share(over(x, y))),
    "min": lambda z, x, y: ((min(x[0], y[0]), min(x[1], y[1])), (z[0], HIGH), (z[0], HIGH)),
    "max": lambda z, x, y: ((max(x[0], y[0]), max(x[1], y[1])), (LOW, z[1]), (LOW, z[1])),
    "meet": lambda z, x, y: (meet(x, y), z, z),
    "==": lambda x, y: (y, x),
    "!=": lambda x, y: ((HIGH, LOW) if x == y and x[0] == x[1] else LINE, LINE),
    "<=": lambda x, y: ((LOW, y[1]), (x[0], HIGH)),
    "<": lambda x, y: ((LOW, (y[1][0], -1)), ((x[0][0], 1), HIGH)),
    ">=": lambda x, y: LEFT["<="](y, x)[::-1],
    ">": lambda x, y: LEFT["<"](y, x)[::-1],
}
