"""Units of a project's own: `[tool.fentcheck.units]` in pint's syntax for definitions.

    football_pitch = "7140 * metre ** 2 = pitch"

A definition is written in units that fentcheck itself reads, or in other units of the same table,
so that "barrel" and "kilo" mean there what they mean in copy. pint works the expression out, in
a registry that holds nothing else; what it is given is bounded first, because a pull request
from a stranger can carry a configuration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.regex import regex
from fentcheck.units.table import LOCAL, NAMES, SYMBOLS, UNITS

if TYPE_CHECKING:
    import pint

Row = tuple[str, int, int, tuple[tuple[str, int], ...]]


class CustomUnits(NamedTuple):
    """Units of the project, shaped like `table.UNITS`, and their spellings in lower case.

    `problems` pairs the key of each definition that cannot be used with the reason; such a
    definition is in neither dict.
    """

    units: dict[str, Row]
    names: dict[str, str]
    problems: tuple[tuple[str, str], ...]


def read_custom_units(definitions: Mapping[str, object]) -> CustomUnits:
    """The units that these definitions add, with exact sizes; nothing raises.

    A key is the unit's name and a value its right-hand side: an expression, then after "=" a
    symbol ("_" for none) and after each further "=" an alias. Underscores stand for spaces, and
    regular plurals are added. Problems are in the order of the definitions.
    """
    waiting: dict[str, _Definition] = {}
    problems: dict[str, str] = {}
    for key, text in definitions.items():
        parsed = _parse_definition(key, text) if len(waiting) < _MOST_UNITS else _TOO_MANY
        if isinstance(parsed, str):
            problems[key] = parsed
        else:
            waiting[key] = parsed
    units: dict[str, Row] = {}
    names: dict[str, str] = {}
    ready = _ready(waiting, names)
    while ready:
        for key in ready:
            definition = waiting.pop(key)
            taken = next((name for name in definition.spellings if name in names), None)
            row = f"“{taken}” is defined twice" if taken else _row(definition, units, names)
            if isinstance(row, str):
                problems[key] = row
            else:
                units[definition.name] = row
                names.update(dict.fromkeys(definition.spellings, definition.name))
        ready = _ready(waiting, names)
    for key, definition in waiting.items():
        problems[key] = _unknown(next(_unresolved(definition, names)))
    in_order = tuple((key, problems[key]) for key in definitions if key in problems)
    return CustomUnits(units, names, in_order)


# Definitions


class _Definition(NamedTuple):
    """A definition that may be given to pint once all the units in its expression are known."""

    name: str
    display: str
    spellings: tuple[str, ...]
    tokens: tuple[str, ...]


def _parse_definition(key: str, text: object) -> _Definition | str:
    """The definition, or what is wrong with it."""
    if not isinstance(text, str):
        return 'a definition is a text in quotes, such as "7140 * metre ** 2"'
    if len(text) > _LONGEST:
        return f"a definition has {_LONGEST} characters at most"
    expression, *others = (part.strip() for part in text.split("="))
    symbol, *aliases = others or ["_"]
    written = [key, *([] if symbol == "_" else [symbol]), *aliases]
    for name in written:
        fault = _fault_of_name(name)
        if fault:
            return fault
    tokens = tuple(_TOKEN.findall(expression))
    fault = _fault_of_expression(expression, tokens)
    if fault:
        return fault
    names = [_spoken(name) for name in written]
    spellings = dict.fromkeys(form for name in names for form in _forms(name.lower()))
    known = next((form for form in spellings if _is_known(form)), None)
    if known is not None:
        return f"“{known}” is a unit already"
    display = names[0] if symbol == "_" else names[1]
    return _Definition(names[0], display, tuple(spellings), tokens)


def _fault_of_name(name: str) -> str | None:
    if 2 <= len(name) <= _LONGEST_NAME and _NAME.fullmatch(name):
        return None
    return (
        f"“{name[:_LONGEST_NAME]}” cannot be the name of a unit: letters, digits, underscores "
        f"and hyphens, 2 to {_LONGEST_NAME} of them, a letter first"
    )


def _fault_of_expression(expression: str, tokens: tuple[str, ...]) -> str | None:
    """Why pint is not to be given this, or None; nothing costly can pass."""
    if not tokens:
        return "there is no expression before the first “=”"
    strange = _TOKEN.sub("", expression).strip()
    if strange:
        return f"“{strange[0]}” has no place in a definition"
    fault = _fault_of_order(tokens) or _fault_of_powers(tokens)
    return fault or (None if any(map(_is_word, tokens)) else _MEASURES_NOTHING)


def _fault_of_order(tokens: tuple[str, ...]) -> str | None:
    """Why the tokens are no well-formed expression, or None.

    Two operands side by side are a product ("3 feet"), unless the second is a number.
    """
    depth = 0
    after_operand = False
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else ""
        if token in _BETWEEN:
            well_placed = after_operand
            after_operand = False
        elif token in _SIGNS:
            well_placed = before in _POWERS
        elif token == ")":
            depth -= 1
            well_placed = after_operand and depth >= 0
        elif token == "(":
            depth += 1
            well_placed = depth <= _DEEPEST and before not in _POWERS
            after_operand = False
        else:
            if _is_number(token) and (not _NUMBER.fullmatch(token) or _is_extreme(token)):
                return f"“{token}” is no number, or is longer than {_EXPONENT} digits"
            well_placed = not (after_operand and _is_number(token))
            after_operand = True
        if not well_placed:
            return f"“{token}” is misplaced in “{' '.join(tokens)}”"
    return None if after_operand and depth == 0 else f"“{' '.join(tokens)}” is unfinished"


def _fault_of_powers(tokens: tuple[str, ...]) -> str | None:
    """Why an exponent could grow out of bounds, or None; the expression is well formed."""
    follows_power = _after_groups_with_powers(tokens)
    for at, token in enumerate(tokens):
        if token in _POWERS:
            end = at + 2 if tokens[at + 1] in _SIGNS else at + 1
            if tokens[end] not in _EXPONENTS:
                return "an exponent is a whole number from 1 to 9"
            if follows_power[at] or tokens[end + 1 : end + 2] in (("**",), ("^",)):
                return "an exponent cannot stand on another"
    return None


def _after_groups_with_powers(tokens: tuple[str, ...]) -> tuple[bool, ...]:
    """For each token, whether it follows a group in brackets that has an exponent within."""
    result = []
    open_groups = [False]
    closed = False
    for token in tokens:
        result.append(closed)
        closed = False
        if token == "(":
            open_groups.append(False)
        elif token == ")" and len(open_groups) > 1:
            closed = open_groups.pop()
            open_groups[-1] |= closed
        elif token in _POWERS:
            open_groups[-1] = True
    return tuple(result)


def _is_extreme(number: str) -> bool:
    mantissa, _, exponent = number.lower().partition("e")
    return len(mantissa) > _EXPONENT or len(exponent) > 3 or abs(int(exponent or 0)) > _EXPONENT


# Names


def _forms(name: str) -> Iterator[str]:
    """The name, and its regular plural."""
    yield name
    if len(name) < 3:
        return
    if name.endswith(("ch", "sh", "x")):
        yield name + "es"
    elif name.endswith("y") and not name.endswith(("ay", "ey", "oy", "uy")):
        yield name[:-1] + "ies"
    elif not name.endswith("s"):
        yield name + "s"


def _spoken(name: str) -> str:
    return " ".join(name.replace("_", " ").split())


def _is_known(name: str) -> bool:
    return name in NAMES or name in SYMBOLS or name in LOCAL["en-US"]


def _ready(waiting: Mapping[str, _Definition], names: Mapping[str, str]) -> tuple[str, ...]:
    """Keys of the definitions whose units are all known by now."""
    return tuple(
        key
        for key, definition in waiting.items()
        if next(_unresolved(definition, names), None) is None
    )


def _unresolved(definition: _Definition, names: Mapping[str, str]) -> Iterator[str]:
    """The words in the expression that are no unit yet."""
    for token in definition.tokens:
        if _is_word(token) and _canonical(token, names) is None:
            yield token


def _canonical(word: str, names: Mapping[str, str]) -> str | None:
    name = _spoken(word)
    return names.get(name.lower()) or SYMBOLS.get(name) or NAMES.get(name.lower())


def _is_word(token: str) -> bool:
    return not _is_number(token) and token not in _OPERATORS


def _is_number(token: str) -> bool:
    return token[0] in "0123456789."


def _unknown(word: str) -> str:
    units = LOCAL["en-US"].get(_spoken(word).lower())
    if units is not None:
        return f"the size of “{word}” depends on the locale: say which, as in {_joined(units)}"
    return f"“{word}” is no unit that fentcheck reads, or is defined by way of itself"


def _joined(name: str) -> str:
    return name.replace(" ", "_")


# Sizes


def _row(definition: _Definition, units: Mapping[str, Row], names: Mapping[str, str]) -> Row | str:
    """The unit's row, or why its expression has no size."""
    import pint

    registry: pint.UnitRegistry[Fraction] = pint.UnitRegistry(None, non_int_type=Fraction)
    words = sorted({token for token in definition.tokens if _is_word(token)})
    stand_ins = {word: f"unit_{number}" for number, word in enumerate(words)}
    rows = [units.get(name) or UNITS[name] for name in _canonicals(words, names)]
    for base in sorted({base for row in rows for base, _ in row[3]}):
        registry.define(f"{base} = [{base}]")
    for stand_in, (_, numerator, denominator, dimensions) in zip(
        stand_ins.values(), rows, strict=True
    ):
        bases = "".join(f" * {base} ** {power}" for base, power in dimensions)
        registry.define(f"{stand_in} = {numerator} / {denominator}{bases}")
    expression = " ".join(stand_ins.get(token, token) for token in definition.tokens)
    try:
        quantity = registry.parse_expression(expression).to_base_units()
    except ZeroDivisionError:
        return "the definition divides by zero"
    powers = {
        base: power.numerator
        for base, power in quantity.unit_items()
        if isinstance(power, int | Fraction)
    }
    return _bounded_row(definition.display, Fraction(quantity.magnitude), powers)


def _canonicals(words: list[str], names: Mapping[str, str]) -> list[str]:
    found = [_canonical(word, names) for word in words]
    return [name for name in found if name is not None]


def _bounded_row(display: str, size: Fraction, powers: Mapping[str, int]) -> Row | str:
    if size == 0:
        return "a unit is larger than nothing"
    if max(size.numerator, size.denominator) > _LARGEST:
        return "the size is out of all proportion"
    if any(abs(power) > _MOST_POWER for power in powers.values()):
        return f"no dimension may have a power above {_MOST_POWER}"
    dimensions = tuple(sorted((base, power) for base, power in powers.items() if power))
    if not dimensions:
        return _MEASURES_NOTHING
    return display, size.numerator, size.denominator, dimensions


_MOST_UNITS = 200
_MEASURES_NOTHING = 'a unit is defined by another unit, as in "7140 * metre ** 2"'
_TOO_MANY = f"there are more than {_MOST_UNITS} definitions"
_LONGEST = 200
_LONGEST_NAME = 40
_EXPONENT = 30
_DEEPEST = 10
_MOST_POWER = 9
_LARGEST = 10**90

_NAME = regex(r"[^\W\d_][\w-]*(?: [\w-]+)*")
_TOKEN = regex(r"[0-9.][\w.]*(?:(?<=[eE])[+-][0-9]+)?|[^\W\d][\w°²³]*|\*\*|[*/^()+-]")
_NUMBER = regex(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_POWERS = ("**", "^")
_SIGNS = ("+", "-")
_BETWEEN = ("*", "/", *_POWERS)
_OPERATORS = frozenset(("(", ")", *_BETWEEN, *_SIGNS))
_EXPONENTS = frozenset("123456789")
