"""Gives an expression its units: the same tree in base units, or the two parts that do not fit.

Wherever calendar and clock meet, the factor between them (a year is [365, 366] days) goes in as
a node of its own, so evaluation needs no units at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fentcheck.expressions.tree import (
    Exact,
    Expression,
    Named,
    Operation,
    Operator,
    Quoted,
    Span,
)
from fentcheck.interval import ONE, Interval, point
from fentcheck.phrases.constants import DEFAULTS, Constants
from fentcheck.phrases.reading import Reading, read
from fentcheck.record import NamedTuple
from fentcheck.units.unit import (
    DAY_S,
    FRACTION,
    NUMBER,
    POINTS,
    Kind,
    Rational,
    Unit,
    bridge,
    comparable,
    described,
    difference,
)


class Readings(NamedTuple):
    """The same quantity as it is read three ways, in base units."""

    literal: Interval
    pragmatic: Interval
    printed: Interval


class Values:
    """The readings of a claim, each taken to base units when it is first asked for.

    Most relations hold on the pragmatic reading, and then need no other.
    """

    __slots__ = ("_found", "_reading")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._found: list[Interval | None] = [None, None, None]

    def __getitem__(self, which: int) -> Interval:
        found = self._found[which]
        if found is None:
            unit = self._reading.unit
            interval = self._reading[:3][which]
            found = _to_base(interval, unit, exactly=which == PRINTED)
            self._found[which] = found
        return found


class Variable(NamedTuple):
    """The value of a claim."""

    name: str


class Fixed(NamedTuple):
    """A value that the relation itself brings."""

    readings: Readings | Values


class Node(NamedTuple):
    operator: Operator
    operands: tuple[Tree, ...]
    exponent: int = 1


Tree = Variable | Fixed | Node


class Compiled(NamedTuple):
    """A tree whose values are in base units of `unit`.

    `names` are the claims of its variables, left to right, repeated ones too.
    """

    tree: Tree
    unit: Unit
    names: tuple[str, ...] = ()


class Mismatch(NamedTuple):
    """Two operands that do not fit, and why; `kinds` says what each of them is."""

    left: Expression
    right: Expression
    message: str
    kinds: tuple[str, str] | None = None


LITERAL, PRAGMATIC, PRINTED = 0, 1, 2
"""The readings, by their place in `Readings` and in `Reading`."""

UnitOf = Callable[[str], Unit]


def in_base_units(reading: Reading) -> Readings:
    """The readings of a phrase in the base units of its unit."""
    return Readings(
        _to_base(reading.literal, reading.unit),
        _to_base(reading.pragmatic, reading.unit),
        _to_base(reading.printed, reading.unit, exactly=True),
    )


def in_unit(interval: Interval, unit: Unit) -> Interval:
    """An interval in base units, in the unit as printed."""
    if unit.offset:
        interval = interval.minus(point(unit.offset))
    return interval if unit.size == 1 else interval.over(point(unit.size))


def compile_expression(
    expression: Expression, unit_of: UnitOf, constants: Constants = DEFAULTS
) -> Compiled | Mismatch:
    """The expression in base units. `unit_of` gives the unit of each claim by its full id."""
    try:
        return _with_names(_Compiler(unit_of, constants).compile(expression))
    except _Stop as stop:
        return stop.mismatch


def compile_pair(
    left: Expression, right: Expression, unit_of: UnitOf, constants: Constants = DEFAULTS
) -> tuple[Compiled, Compiled] | Mismatch:
    """Two sides that are to be compared, the right one bridged to base units of the left."""
    if type(left) is Named and type(right) is Named:
        unit = unit_of(left.name)
        if unit.dimensions == unit_of(right.name).dimensions:
            return _claim_in(left.name, unit), _claim_in(right.name, unit)
    compiler = _Compiler(unit_of, constants)
    try:
        one, other = compiler.compile(left), compiler.compile(right)
        return _with_names(one), _with_names(compiler.fitted(other, one, left, right))
    except _Stop as stop:
        return stop.mismatch


def variables(tree: Tree) -> tuple[str, ...]:
    """The claim of every variable, left to right, repeated ones too."""
    if type(tree) is Variable:
        return (tree.name,)
    names: tuple[str, ...] = ()
    if type(tree) is Node:
        for operand in tree.operands:
            names += variables(operand)
    return names


def renamed(side: Compiled, names: Mapping[str, str]) -> Compiled:
    """The side with some claims by other names, so that two of them are one variable."""
    return _with_names(side._replace(tree=_renamed(side.tree, names)))


def _renamed(tree: Tree, names: Mapping[str, str]) -> Tree:
    if type(tree) is Variable:
        return Variable(names.get(tree.name, tree.name))
    if type(tree) is Node:
        return tree._replace(operands=tuple(_renamed(one, names) for one in tree.operands))
    return tree


def _claim_in(name: str, unit: Unit) -> Compiled:
    """A claim by itself."""
    return _new(Compiled, (_new(Variable, (name,)), unit, (name,)))


_new = tuple.__new__
"""Makes a record as its class would, without the call in between."""


def _with_names(compiled: Compiled) -> Compiled:
    tree, unit, _ = compiled
    return _new(Compiled, (tree, unit, variables(tree)))


class _Stop(Exception):
    """Carries a mismatch out of the descent; it never leaves this module."""

    def __init__(self, mismatch: Mismatch) -> None:
        super().__init__(mismatch.message)
        self.mismatch = mismatch


class _Compiler:
    def __init__(self, unit_of: UnitOf, constants: Constants) -> None:
        self._unit_of = unit_of
        self._constants = constants

    def compile(self, expression: Expression) -> Compiled:
        if isinstance(expression, Named):
            return _claim_in(expression.name, self._unit_of(expression.name))
        if isinstance(expression, Quoted):
            reading = read(expression.phrase, constants=self._constants)
            return Compiled(Fixed(Values(reading)), reading.unit)
        if isinstance(expression, Exact):
            return Compiled(_fixed(point(expression.value)), NUMBER)
        if isinstance(expression, Span):
            return Compiled(_fixed(point((expression.period.days or 0) * DAY_S)), _DAYS)
        return self._operation(expression)

    def fitted(
        self, value: Compiled, target: Compiled, left: Expression, right: Expression
    ) -> Compiled:
        """`value` in base units of `target`, with which it is to be added or compared."""
        if not comparable(value.unit, target.unit):
            kinds = described(target.unit), described(value.unit)
            message = f"the one side is {kinds[0]}, the other {kinds[1]}"
            raise _Stop(Mismatch(left, right, message, kinds))
        return Compiled(_bridged(value, target.unit), target.unit)

    def _fitted_tree(
        self, value: Compiled, target: Compiled, left: Expression, right: Expression
    ) -> Tree:
        """The tree of `fitted`, at once where the two have one unit already."""
        if value.unit.dimensions == target.unit.dimensions:
            return value.tree
        return self.fitted(value, target, left, right).tree

    def _operation(self, expression: Operation) -> Compiled:
        operator, operands = expression.operator, expression.operands
        if operator is Operator.OVER and isinstance(operands[1], Span):
            return self._over_period(operands[0], operands[1])
        values = [self.compile(operand) for operand in operands]
        first = values[0]
        if operator in _KEEPS_UNIT:
            if operator is Operator.ADD:
                values, operands = _absolute_first(values, operands)
                first = values[0]
            trees = [first.tree]
            may_shift = operator in _MAY_SHIFT
            for operand, value in zip(operands[1:], values[1:], strict=True):
                if may_shift:
                    value, first = self._shifted(value, first)
                trees.append(self._fitted_tree(value, first, operands[0], operand))
            unit = first.unit
            if unit.kind is not _TEMPERATURE:
                pass
            elif operator is Operator.SUBTRACT:
                if values[1].unit.kind is _TEMPERATURE:
                    unit = difference(unit)
            elif operator in (Operator.SUM, Operator.NEGATE) or (
                operator is Operator.ADD and values[1].unit.kind is _TEMPERATURE
            ):
                self._refuse_temperature(values, operands)
            return Compiled(Node(operator, tuple(trees)), unit)
        self._refuse_temperature(values, operands)
        trees = [value.tree for value in values]
        tree: Tree
        if operator is Operator.POWER:
            tree = Node(operator, tuple(trees), expression.exponent)
            return Compiled(tree, first.unit.power(expression.exponent))
        second = values[1]
        if operator in (Operator.SHARE, Operator.CHANGE):
            tree = self._fitted_tree(second, first, operands[0], operands[1])
            return Compiled(Node(operator, (first.tree, tree)), FRACTION)
        if operator is Operator.POINTS:
            for value, operand in zip(values, operands, strict=True):
                if value.unit.kind not in (Kind.RATIO, Kind.PLAIN):
                    message = f"points are between two shares; this is {described(value.unit)}"
                    raise _Stop(Mismatch(operand, operand, message))
            return Compiled(Node(operator, tuple(trees)), POINTS)
        if operator is Operator.DIVIDE:
            other = _clocked(second, first.unit, -1)
            return Compiled(Node(operator, (first.tree, other.tree)), first.unit.over(other.unit))
        other = _clocked(second, first.unit, 1)
        unit = first.unit.times(other.unit)
        for value, operand in ((first, operands[1]), (other, operands[0])):
            if value.unit.kind is Kind.RATIO and isinstance(operand, Exact):
                unit = value.unit  # half of "140" is 70, but 20% taken 2 times is 40%
        return Compiled(Node(Operator.MULTIPLY, (first.tree, other.tree)), unit)

    def _over_period(self, rate_side: Expression, span: Span) -> Compiled:
        """A rate over a period: by its days, or by its months where the rate is by the calendar."""
        rate = self.compile(rate_side)
        self._refuse_temperature([rate], (rate_side,))
        months = span.period.months
        if months is not None and dict(rate.unit.dimensions).get("calendar"):
            length = Compiled(_fixed(point(months)), _MONTHS)
        else:
            length = _clocked(self.compile(span), rate.unit, 1)
        unit = rate.unit.times(length.unit)
        return Compiled(Node(Operator.MULTIPLY, (rate.tree, length.tree)), unit)

    def _shifted(self, value: Compiled, first: Compiled) -> tuple[Compiled, Compiled]:
        """Lets a difference of temperatures be added to an absolute one."""
        is_difference = value.unit.dimensions == _DIFFERENCE and value.unit.kind is not _TEMPERATURE
        if is_difference and first.unit.kind is _TEMPERATURE:
            return Compiled(value.tree, first.unit), first
        return value, first

    def _refuse_temperature(self, values: list[Compiled], operands: tuple[Expression, ...]) -> None:
        for value, operand in zip(values, operands, strict=True):
            if value.unit.kind is _TEMPERATURE:
                message = "an absolute temperature has no sums, products or ratios"
                raise _Stop(Mismatch(operands[0], operand, message))


_DAYS = Unit("days", DAY_S, (("time", 1),))
_MONTHS = Unit("months", 1, (("calendar", 1),), months=1)
_TEMPERATURE = Kind.TEMPERATURE  # see `units.unit` for why
_DIFFERENCE = (("temperature", 1),)
_MAY_SHIFT = frozenset((Operator.ADD, Operator.SUBTRACT))
_KEEPS_UNIT = frozenset(
    (
        Operator.ADD,
        Operator.SUBTRACT,
        Operator.SUM,
        Operator.LEAST,
        Operator.GREATEST,
        Operator.MEAN,
        Operator.MAGNITUDE,
        Operator.NEGATE,
        Operator.MEET,
        Operator.FROM,
        Operator.UP_TO,
    )
)


def _absolute_first(
    values: list[Compiled], operands: tuple[Expression, ...]
) -> tuple[list[Compiled], tuple[Expression, ...]]:
    """A rise plus a temperature is the temperature plus the rise."""
    if values[1].unit.kind is Kind.TEMPERATURE and values[0].unit.kind is not Kind.TEMPERATURE:
        return values[::-1], operands[::-1]
    return values, operands


def _fixed(interval: Interval) -> Fixed:
    return Fixed(Readings(interval, interval, interval))


def _bridged(value: Compiled, unit: Unit) -> Tree:
    factor, ordinary = bridge(value.unit, unit)
    if factor == ONE:
        return value.tree
    return Node(Operator.MULTIPLY, (value.tree, _between_clocks(factor, ordinary)))


def _between_clocks(factor: Interval, ordinary: Rational) -> Fixed:
    return Fixed(Readings(factor, factor, point(ordinary)))


def _clocked(value: Compiled, other: Unit, sign: int) -> Compiled:
    """`value` with its time counted as `other` counts it, where the two would cancel."""
    if not value.unit.months and not other.months:
        return value
    mine, theirs = dict(value.unit.dimensions), dict(other.dimensions)
    for mine_base, theirs_base in (("calendar", "time"), ("time", "calendar")):
        power = mine.get(mine_base, 0)
        cancels = theirs.get(theirs_base, 0) * sign * power < 0
        if power and cancels and not theirs.get(mine_base):
            dimensions = {**mine, theirs_base: mine.get(theirs_base, 0) + power}
            del dimensions[mine_base]
            unit = value.unit._replace(
                dimensions=tuple(sorted(item for item in dimensions.items() if item[1])),
                months=other.months if theirs_base == "calendar" else 0,
            )
            factor, ordinary = bridge(value.unit, unit)
            tree = Node(Operator.MULTIPLY, (value.tree, _between_clocks(factor, ordinary)))
            return Compiled(tree, unit)
    return value


def _to_base(interval: Interval, unit: Unit, exactly: bool = False) -> Interval:
    if unit.size_to is not None and not exactly:
        interval = interval.times(unit.sizes)
    elif unit.size != 1:
        interval = interval.scaled(unit.size)
    return interval.plus(point(unit.offset)) if unit.offset else interval
