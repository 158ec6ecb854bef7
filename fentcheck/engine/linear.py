"""What relations say as far as they are linear, taken all at once and exactly.

Intervals that are passed from relation to relation miss what goes round in a ring: a + b = c and
a - b = d say more together than one after the other. Here every relation becomes bounds on sums of
variables, and the simplex finds whether any values are left. A product or quotient of two variables
is bounded by taking one of them at the ends of what it can be, where the other has one sign. What
is not linear otherwise says less, or nothing; so what is excluded cannot be true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce

from fentcheck.engine.simplex import Simplex
from fentcheck.engine.system import Effort, Said
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import Compiled, Fixed, Node, Readings, Tree, Variable, variables
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.solve import bound, left_to, plain
from fentcheck.expressions.tree import Comparison, Operator
from fentcheck.interval import WHOLE_LINE, ZERO, Interval, above, below
from fentcheck.record import NamedTuple
from fentcheck.units.unit import NUMBER, Rational

Terms = dict[str, Fraction]
"""A sum: the factor of each variable in it."""


class Row(NamedTuple):
    """A sum that lies in an interval, because of a relation.

    `factor` is the name that stands in it as a mere interval, if one does; `used` are all variables
    whose intervals are in it.
    """

    relation: int
    terms: Terms
    within: Interval
    factor: str | None = None
    used: frozenset[str] = frozenset()


class Proof(NamedTuple):
    """Rows, each times a number, whose sum excludes what the intervals of `variables` are.

    A multiplier above zero takes the row's upper end, one below its lower. `relations` are those
    that the rows come from, and those whose own results have bounds in it.
    """

    rows: tuple[tuple[Fraction, Row], ...]
    variables: frozenset[str]

    @property
    def relations(self) -> frozenset[int]:
        return frozenset(row.relation for _, row in self.rows)


def refuted(
    relations: Iterable[Said], box: Mapping[str, Interval], which: int, effort: Effort
) -> Proof | None:
    """Why no values in a box satisfy the relations; None if some do, or none is known to fail."""
    return _System(relations, box, which, effort).proof()


def is_satisfied(
    relations: Iterable[Said], box: Mapping[str, Interval], which: int, effort: Effort
) -> bool:
    """Some values in a box are known to satisfy all relations, which are linear."""
    system = _System(relations, box, which, effort)
    return system.is_exact and system.proof() is None and effort.left > 0


def tightened(
    name: str, relations: Iterable[Said], box: Mapping[str, Interval], which: int, effort: Effort
) -> Interval | None:
    """What the relations leave to a variable, as far as they are linear; None if nothing."""
    system = _System(relations, box, which, effort)
    return None if system.proof() is not None else system.range_of(name)


class _System:
    def __init__(
        self, relations: Iterable[Said], box: Mapping[str, Interval], which: int, effort: Effort
    ) -> None:
        rows = _Rows(box, which)
        for one in relations:
            if not effort.left:
                break
            before = len(rows.found)
            rows.add(one)
            effort.taken(_TO_READ * sum(len(row.terms) for row in rows.found[before:]))
        self.is_exact = rows.is_exact
        self._rows = rows
        self._simplex = Simplex(effort)
        used = dict.fromkeys(name for row in rows.found for name in row.terms)
        self._numbers = {name: self._simplex.variable(rows.known(name)) for name in used}
        self._names = {number: name for name, number in self._numbers.items()}
        self._by_number: dict[int, Row] = {}
        for row in rows.found:
            terms = {self._numbers[name]: factor for name, factor in row.terms.items()}
            self._by_number[self._simplex.sum(terms, row.within)] = row

    def proof(self) -> Proof | None:
        multipliers = self._simplex.conflict()
        if multipliers is None:
            return None
        taken = [
            (multiplier, self._by_number[number])
            for number, multiplier in multipliers.items()
            if number in self._by_number
        ]
        names = [self._names[number] for number in multipliers if number in self._names]
        used: set[str] = set()
        for name in names:
            used |= self._rows.used.get(name, {name})
        return Proof(tuple(taken), frozenset(used.union(*(row.used for _, row in taken))))

    def range_of(self, name: str) -> Interval:
        number = self._numbers.get(name)
        if number is None:
            return WHOLE_LINE
        return Interval(self._simplex.most(number, -1), self._simplex.most(number, 1))


class _Form(NamedTuple):
    """A sum of variables, with a constant that lies in an interval."""

    terms: Terms
    constant: Interval

    def plus(self, other: _Form) -> _Form:
        terms = dict(self.terms)
        for name, factor in other.terms.items():
            total = terms.get(name, _NONE) + factor
            if total:
                terms[name] = total
            else:
                del terms[name]
        return _Form(terms, self.constant.plus(other.constant))

    def scaled(self, factor: Rational) -> _Form:
        if not factor:
            return _Form({}, ZERO)
        terms = {name: factor * each for name, each in self.terms.items()}
        return _Form(terms, self.constant.scaled(factor))

    def minus(self, other: _Form) -> _Form:
        return self.plus(other.scaled(-1))


_NONE = Fraction(0)
_TO_READ = 4
"""J: entries of a table that take as long to work out as one to make of a relation."""


class _Rows:
    """Makes rows of relations. `value` is a tree of what the rest of a relation leaves to one."""

    def __init__(self, box: Mapping[str, Interval], which: int) -> None:
        self.found: list[Row] = []
        self.used: dict[str, frozenset[str]] = {}
        """The variables whose intervals are in that of a result."""
        self.is_exact = True
        self._box = box
        self._table: dict[str, Readings] = {}
        self._results: dict[str, Interval] = {}
        self._which = which
        self._relation = 0

    def known(self, name: str) -> Interval:
        """What a variable or a result can be."""
        return self._results.get(name) or self._box.get(name, WHOLE_LINE)

    def add(self, said: Said) -> None:
        self._relation = said.number
        comparison = said.comparison
        if comparison is Comparison.NOT_EQUAL:
            self.is_exact = False
            return
        left, right = plain(said.left), plain(said.right)
        if comparison is Comparison.EQUAL:
            for one, other in ((left, right), (right, left)):
                if type(other) is Node and self._has_a_result(other):
                    self._equal(self._form(one, other), self._interval(one, other), other, one)
                    return
        form = self._form(left, bound(comparison, right))
        form = form.minus(self._form(right, bound(comparison.flipped, left)))
        self._say(form, _RANGES[comparison])

    def _say(
        self,
        form: _Form,
        allowed: Callable[[Interval], Interval],
        factor: str | None = None,
        used: frozenset[str] = frozenset(),
    ) -> None:
        """The sum is allowed to be where, with some value of its constant, it is as is said."""
        if not form.constant.is_empty:
            within = allowed(form.constant.negated())
            self.found.append(Row(self._relation, form.terms, within, factor, used))

    def _form(self, tree: Tree, value: Tree) -> _Form:
        if type(tree) is Variable:
            return _Form({tree.name: Fraction(1)}, ZERO)
        if type(tree) is Fixed:
            return _Form({}, tree.readings[self._which])
        assert type(tree) is Node
        match tree.operator:
            case Operator.SUM:
                return reduce(_Form.plus, self._operands(tree, value))
            case Operator.SUBTRACT:
                one, other = self._operands(tree, value)
                return one.minus(other)
            case Operator.NEGATE:
                (one,) = self._operands(tree, value)
                return one.scaled(-1)
            case Operator.MULTIPLY | Operator.QUOTIENT if not self._has_a_result(tree):
                first, last = tree.operands
                number = _number(last, self._which)
                if number is None:
                    return self._operand(tree, 1, value).scaled(_number(first, self._which) or 0)
                if tree.operator is Operator.QUOTIENT:
                    number = Fraction(1) / number
                return self._operand(tree, 0, value).scaled(number)
        name = f"{len(self._results)} of {self._relation}"
        within = self._interval(tree, value)
        self._results[name] = within
        self.used[name] = _names(tree, value)
        form = _Form({name: Fraction(1)}, ZERO)
        self._equal(form, within, tree, value)
        return form

    def _has_a_result(self, node: Node) -> bool:
        """It is no sum and no multiple: what it comes to has a name of its own."""
        if node.operator is Operator.MULTIPLY:
            return all(_number(one, self._which) is None for one in node.operands)
        if node.operator is Operator.QUOTIENT:
            return not _number(node.operands[1], self._which)
        return node.operator not in _SUMS

    def _operands(self, node: Node, value: Tree) -> Iterator[_Form]:
        return (self._operand(node, index, value) for index in range(len(node.operands)))

    def _operand(self, node: Node, index: int, value: Tree) -> _Form:
        return self._form(node.operands[index], left_to(node, index, value) or _ANYTHING)

    def _equal(self, result: _Form, within: Interval, node: Node, value: Tree) -> None:
        """A node that is no sum comes to a result that lies in an interval."""
        self.is_exact = False
        forms = list(self._operands(node, value))
        match node.operator:
            case Operator.MULTIPLY:
                one, other = self._factors(node, value)
                self._product(result, forms[0], one, forms[1], other)
            case Operator.QUOTIENT:
                _, divisor = self._factors(node, value)
                quotient = _Factor(within, _only(result), _names(node, value))
                self._product(forms[0], result, quotient, forms[1], divisor)
            case Operator.GREATEST | Operator.LEAST:
                way = 1 if node.operator is Operator.GREATEST else -1
                for form in forms:
                    self._say(form.minus(result).scaled(way), _up_to, _only(form))
            case Operator.MAGNITUDE:
                self._say(forms[0].minus(result), _up_to)
                self._say(forms[0].plus(result), _from)
            case _:
                pass

    def _factors(self, node: Node, value: Tree) -> Iterator[_Factor]:
        for index, operand in enumerate(node.operands):
            left = left_to(node, index, value) or _ANYTHING
            name = operand.name if type(operand) is Variable else None
            yield _Factor(self._interval(operand, left), name, _names(operand, left))

    def _product(
        self, result: _Form, one: _Form, factor: _Factor, other: _Form, last: _Factor
    ) -> None:
        """The result is one times the other: each in turn for what it can be at its ends."""
        self._at_ends(result, factor, other, last)
        self._at_ends(result, last, one, factor)

    def _at_ends(self, result: _Form, factor: _Factor, form: _Form, of: _Factor) -> None:
        low, high = factor.within
        used = factor.used
        if factor.within.is_empty:
            return
        if factor.within.is_point:
            assert not isinstance(low.value, float)
            self._say(result.minus(form.scaled(low.value)), _same, factor.name, used)
            return
        if of.within.is_empty:
            return
        is_positive = of.within.lower.value >= 0
        if not is_positive and of.within.upper.value > 0:
            return
        used |= of.used
        least, most = (low, high) if is_positive else (high, low)
        never_zero = not of.within.contains(0)
        for end, closed, strictly in ((least, _from, _over), (most, _up_to, _under)):
            if not isinstance(end.value, float):
                allowed = strictly if end.open and never_zero else closed
                self._say(result.minus(form.scaled(end.value)), allowed, factor.name, used)

    def _interval(self, tree: Tree, value: Tree) -> Interval:
        """What a tree can be, by its variables and by what is left to it."""
        own, left = self._evaluated(tree), self._evaluated(value)
        both = own.meet(left)
        return own if both.is_empty else both

    def _evaluated(self, tree: Tree) -> Interval:
        names = tuple(variables(tree))
        for name in names:
            if name not in self._table:
                self._table[name] = Readings(*[self._box.get(name, WHOLE_LINE)] * 3)
        return value_of(Compiled(tree, NUMBER, names), self._table, self._which)


class _Factor(NamedTuple):
    """What stands in a row as a mere interval, its name if it has one, and what it is from."""

    within: Interval
    name: str | None
    used: frozenset[str]


def _only(form: _Form) -> str | None:
    """The name of a form that is one variable."""
    return next(iter(form.terms)) if len(form.terms) == 1 else None


def _names(*trees: Tree) -> frozenset[str]:
    return frozenset(name for tree in trees for name in variables(tree))


def _number(tree: Tree, which: int) -> Rational | None:
    if type(tree) is not Fixed or not tree.readings[which].is_point:
        return None
    value = tree.readings[which].lower.value
    assert not isinstance(value, float)
    return value


def _same(constant: Interval) -> Interval:
    return constant


def _up_to(constant: Interval) -> Interval:
    return Interval(WHOLE_LINE.lower, constant.upper)


def _from(constant: Interval) -> Interval:
    return Interval(constant.lower, WHOLE_LINE.upper)


def _under(constant: Interval) -> Interval:
    return below(constant.upper.value)


def _over(constant: Interval) -> Interval:
    return above(constant.lower.value)


_RANGES = {
    Comparison.EQUAL: _same,
    Comparison.AT_MOST: _up_to,
    Comparison.LESS: _under,
    Comparison.AT_LEAST: _from,
    Comparison.MORE: _over,
}
_SUMS = (Operator.SUM, Operator.SUBTRACT, Operator.NEGATE)
_ANYTHING = Fixed(Readings(WHOLE_LINE, WHOLE_LINE, WHOLE_LINE))
