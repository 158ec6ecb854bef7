from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement

from fentcheck.book.book import Book, is_total
from fentcheck.book.claim import Claim
from fentcheck.book.filed import Entry, Group
from fentcheck.book.vocabulary import Scope
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import PRAGMATIC, PRINTED, Mismatch, compile_expression
from fentcheck.expressions.evaluate import value_of
from fentcheck.expressions.tree import Expression, Named, Operator, operation
from fentcheck.interval import Interval
from fentcheck.phrases import display
from fentcheck.phrases.numbers import leading_place
from fentcheck.record import NamedTuple
from fentcheck.rules.joined import end_of, join
from fentcheck.rules.looks import Looks
from fentcheck.rules.rule import Remark, Remarks, Severity, rule_across
from fentcheck.units.unit import Dimensions, Kind, Rational, Unit


def by_price(book: Book) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """The prices of an article by currency and amount: those printed, and those implied.

    A price is implied by one sum and one amount of equal scope and period; with several of
    either it is unclear which belong together.
    """
    sums: dict[object, list[Claim]] = {}
    amounts: dict[object, list[Claim]] = {}
    for claims in book.by_subject.values():
        claim = claims[0]
        assert claim.phrase is not None
        unit = claim.phrase.unit
        if not claim.scope or not is_total(claim) or claim.share_of or claim.phrase.is_change:
            continue
        about: object = (claim.scope, claim.period.key if claim.period is not None else None)
        if unit.is_money:
            sums.setdefault(about, []).append(claim)
        elif _is_amount(unit):
            amounts.setdefault(about, []).append(claim)
        elif _is_price(unit):
            yield _key(unit.dimensions), (claim,)
    for about, paid in sums.items():
        goods = amounts.get(about, [])
        if len(paid) == len(goods) == 1:
            one, other = paid[0].phrase, goods[0].phrase
            assert one is not None
            assert other is not None
            unit = one.unit.over(other.unit)
            yield _key(unit.dimensions), (paid[0], goods[0])


def _key(dimensions: Dimensions) -> str:
    return " ".join(f"{base}^{power}" for base, power in dimensions)


def _is_amount(unit: Unit) -> bool:
    return unit.kind is Kind.AMOUNT and (
        unit.dimensions in _AMOUNTS or (len(unit.dimensions) == 1 and unit.is_count)
    )


def _is_price(unit: Unit) -> bool:
    """So much money for one unit of an amount."""
    money = [base for base, power in unit.dimensions if base[0] == "¤" and power == 1]
    rest = tuple((base, -power) for base, power in unit.dimensions if base[0] != "¤")
    is_counted = len(rest) == 1 and rest[0][0][0] == "#" and rest[0][1] == 1
    return len(money) == 1 and (tuple(sorted(rest)) in _AMOUNTS or is_counted)


@rule_across("FC602", "implied-ratio-differs", Severity.NOTE, keep=by_price)
def implied_ratio_differs(group: Group) -> Remarks:
    """An amount and what it is worth give a price, and the same goods have another price elsewhere.

    Why: a seizure at $11,100 a pound beside one at $15,500 asks which of them was valued how.
    Mend: check the amount and the sum, or say why the price is another. The goods are the same if
    their scopes have a term in common and disagree in nothing but the place. What is compared are
    the printed figures, which must be a quarter apart: hedges on both sides would hide nearly any
    difference, since a price has those of two figures. The pragmatic readings must miss each other
    as well, so that no hedge explains it all.
    Example:

        claims:
          - {id: load, measure: cargo, of: {goods: tea, port: Ely}, value: 40 tonnes}
          - {id: worth, measure: cargo value, of: {goods: tea, port: Ely}, value: "£120,000"}
          - id: rate
            measure: price of tea
            of: {goods: tea}
            value: £5,000/tonne   # expect: FC602 £3,000 and £5,000 per tonne
    """
    prices = [price for entry in group.entries if (price := _price(group.alone(entry))) is not None]
    looks = Looks(group.book.settings.limits)
    for together in _apart(prices, group.book.settings.constants.price_gap, looks):
        unit = together[0].unit
        terms = dict.fromkeys(term for price in together for _, term in price.goods)
        goods = ", ".join(terms) or together[0].entry[-1].measure
        low, high = (_shown(price, unit) for price in (together[0], together[-1]))
        message = f"the same goods ({goods}) at about {low} and {high} per {_one_of(unit)}"
        entries = tuple(one for price in together for one in price.entry)
        yield Remark("FC602", message, entries)
    if looks.are_over:
        yield Remark("FC001", looks.told("FC602"), prices[-1].entry)


class _Price(NamedTuple):
    """A price as printed and as read, in base units, with its unit, and what it is the price of."""

    low: Rational
    high: Rational
    pragmatic: Interval
    unit: Unit
    scope: Scope
    entry: Entry

    @property
    def goods(self) -> Scope:
        """What it is the price of, wherever that was."""
        return tuple(item for item in self.scope if item[0] != _WHERE)

    def differs(self, other: _Price, gap: Rational) -> bool:
        """The printed figures are this far apart, and the pragmatic readings do not meet."""
        lower, higher = (self, other) if self.high < other.low else (other, self)
        if higher.low <= lower.high * gap:
            return False
        return not self.pragmatic.overlaps(other.pragmatic)


def _price(group: Group) -> _Price | None:
    """The price that a single entry gives."""
    [entry] = group.entries
    claims = [group.claim(record) for record in entry]
    price: Expression = Named(claims[0].name)
    if len(claims) == 2:
        price = operation(Operator.DIVIDE, price, Named(claims[1].name))
    compiled = compile_expression(price, group.book.unit)
    if isinstance(compiled, Mismatch):
        return None
    values = {name: group.book.values(name) for name in compiled.names}
    printed, pragmatic = (value_of(compiled, values, which) for which in (PRINTED, PRAGMATIC))
    low, high = printed.lower.value, printed.upper.value
    if isinstance(low, float) or isinstance(high, float) or low <= 0:
        return None
    return _Price(low, high, pragmatic, compiled.unit, entry[0].scope, entry)


def _apart(prices: list[_Price], gap: Rational, looks: Looks) -> Iterator[list[_Price]]:
    """The prices of the same goods that differ, each with all that are joined so, lowest first.

    Of the same goods, whatever differs from any price differs from the lowest or the highest.
    """
    prices.sort(key=lambda price: price.low)
    kinds: dict[object, list[int]] = {}
    for index, price in enumerate(prices):
        measures = tuple(record.measure for record in price.entry)
        kinds.setdefault((price.scope, measures), []).append(index)
    above = list(range(len(prices)))
    for mine, theirs in _same_goods(prices, list(kinds.values()), looks):
        for some, others in ((mine, theirs), (theirs, mine)):
            ends = others[0], others[-1]
            for index in some:
                for end in ends:
                    if end_of(above, index) != end_of(above, end) and prices[index].differs(
                        prices[end], gap
                    ):
                        join(above, index, end)
    together: dict[int, list[_Price]] = {}
    for index, price in enumerate(prices):
        together.setdefault(end_of(above, index), []).append(price)
    yield from (found for found in together.values() if len(found) > 1)


def _same_goods(
    prices: list[_Price], kinds: list[list[int]], looks: Looks
) -> Iterator[tuple[list[int], list[int]]]:
    """Pairs of kinds of goods that are the same, each with itself too.

    Kinds that speak of one set of dimensions meet those of another by the terms of what both speak
    of; where that is nothing, by place and measure.
    """
    by_names: dict[tuple[str, ...], list[list[int]]] = {}
    for kind in kinds:
        by_names.setdefault(tuple(dict(prices[kind[0]].goods)), []).append(kind)
    for names, others in combinations_with_replacement(by_names, 2):
        if not looks.taken():
            return
        common = sorted(set(names).intersection(others))
        theirs: dict[object, list[list[int]]] = {}
        for kind in by_names[others]:
            theirs.setdefault(_terms_of(prices[kind[0]], common), []).append(kind)
        for kind in by_names[names]:
            for other in theirs.get(_terms_of(prices[kind[0]], common), ()):
                if names == others and other[0] < kind[0]:
                    continue
                if not looks.taken():
                    return
                if _are_same_goods(prices[kind[0]], prices[other[0]]):
                    yield kind, other


def _terms_of(price: _Price, names: list[str]) -> object:
    """Equal for the same goods that have these dimensions in common, and perhaps the place."""
    terms = dict(price.scope)
    if names:
        return tuple(terms[name] for name in names)
    return terms.get(_WHERE), tuple(record.measure for record in price.entry)


def _are_same_goods(one: _Price, other: _Price) -> bool:
    """They have a term in common, and disagree in nothing but the place.

    Where that term is a place, it does not say what the goods are; then the measures do.
    """
    mine, theirs = dict(one.scope), dict(other.scope)
    common = [name for name in mine if mine[name] == theirs.get(name)]
    differ = [name for name in mine if name in theirs and mine[name] != theirs[name]]
    if not common or any(name != _WHERE for name in differ):
        return False
    return common != [_WHERE] or [record.measure for record in one.entry] == [
        record.measure for record in other.entry
    ]


def _shown(price: _Price, unit: Unit) -> str:
    """The sum for one unit of the goods, to three figures: $11,100."""
    value = Fraction(price.low) / unit.size
    step = Fraction(10) ** (leading_place(value) - 2)
    sum_unit = unit._replace(name=unit.name.partition("/")[0])
    return display.amount(((value / step + Fraction(1, 2)) // 1) * step, sum_unit)


def _one_of(unit: Unit) -> str:
    """The unit of the goods, of which there is one."""
    name = unit.name.partition("/")[2]
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name


_WHERE = "place"
_MASS, _LENGTH, _TIME = "mass", "length", "time"
_AMOUNTS = (
    ((_MASS, 1),),
    *(((_LENGTH, power),) for power in (1, 2, 3)),
    ((_LENGTH, 2), (_MASS, 1), (_TIME, -2)),
)
"""The dimensions of mass, length, area, volume and energy."""
