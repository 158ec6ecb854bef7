from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.closeness import can_only_be, size_of, sizes_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.each import base_of, powers
from fentcheck.cues.fixed import fixed
from fentcheck.cues.same import same_noun
from fentcheck.cues.topic import around
from fentcheck.cues.totals import is_converted
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, operation
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex


@cue("length-and-breadth")
def length_and_breadth(draft: Draft) -> Iterator[Found]:
    """Length times breadth, and depth, are not the area or volume that is printed.

    Words: two or three sides ("60 metres by 40", "3 miles long and 2 miles wide", "12ft x 9ft"),
    then an area or volume said of the same thing ("that would give it", "it covers", "or"). Of
    what is no rectangle, and of sides that are "up to" so much, the product is a bound.
    Finding: The hall measures 30 metres by 20 metres, or 900 square metres of floor.
    Clean: The lake is 3 km long and 1 km wide. It covers 2.2 square kilometres.
    """
    for first in draft.figures:
        if powers(first) != {"length": 1}:
            continue
        yield from _over_an_area(draft, first)
        sides = _sides(draft, first)
        if len(sides) < 2 and (
            _SQUARE.search(draft.before(first, 60))
            or (
                _ON_EACH_SIDE.match(draft.after(first, 40))
                and _IS_SQUARE.search(draft.words(first))
            )
        ):
            sides = [first, first]
        if len(sides) < 2:
            continue
        yield from _per_area(draft, sides[:2])
        totals = list(_measured(draft, sides))
        surest = next((one for one in totals if _is_of_it(draft, sides, one)), None)
        for total in totals:
            yield _found(draft, sides, total, surest)


def _over_an_area(draft: Draft, depth: Mention) -> Iterator[Found]:
    """So deep over so large an area is a volume, where nothing else can be meant."""
    if not _DEEP.search(around(draft, depth)):
        return
    near = draft.beside(depth, 2)
    for area in near:
        for total in near:
            if (powers(area), powers(total)) != ({"length": 2}, {"length": 3}):
                continue
            figures = (depth, area, total)
            sizes = sizes_of(*figures)
            if sizes is None or not can_only_be(draft, sizes[0] * sizes[1], sizes[2], figures):
                continue
            product = operation(Operator.MULTIPLY, draft.named(depth), draft.named(area))
            yield Found(
                total, "FC202", draft.named(total), Comparison.EQUAL, product, figures, Sure.LIKELY
            )


def _found(draft: Draft, sides: list[Mention], total: Mention, surest: Mention | None) -> Found:
    many = powers(total)["length"]
    product = _times_sides(draft, sides[:many])
    start = draft.sentences[max(0, sides[0].sentence - 1)].start
    words = draft.lower[start : draft.sentence(total).end]
    is_bound = bool(_NOT_SQUARE.search(words)) or any(_is_most(draft, one) for one in sides)
    comparison = Comparison.AT_MOST if is_bound else Comparison.EQUAL
    return Found(
        surest or total, "FC202", draft.named(total), comparison, product, (*sides[:many], total),
        Sure.LIKELY if total is surest else Sure.GUESS,
    )  # fmt: skip


def _sides(draft: Draft, first: Mention) -> list[Mention]:
    """The two or three sides of one thing, "60 metres by 40", "3 miles long and 2 miles wide"."""
    sides = [first]
    while len(sides) < 3:
        last = sides[-1]
        side = draft.following(last)
        if side is None or side.sentence != first.sentence:
            break
        between = draft.between(last, side)
        by = _BY.fullmatch(between) is not None or (
            _PLAIN_AND.fullmatch(between) is not None
            and _OF_SIDES.search(draft.before(first, 60)) is not None
        )
        if not by and not _is_next_side(draft, last, side, between):
            break
        is_bare = side.role is Role.COUNT and not side.noun and not side.per
        if powers(side) != {"length": 1} and not is_bare:
            break
        sides.append(side)
    return sides


def _is_next_side(draft: Draft, last: Mention, side: Mention, between: str) -> bool:
    """Both say which side they are of: "long" of the one, "wide" of the other."""
    if not _AND.fullmatch(between):
        return False
    one, other = _which(draft, last), _which(draft, side)
    return one is not None and other is not None and one != other


def _which(draft: Draft, side: Mention) -> str | None:
    words = f"{side.text.lower()} {draft.after(side, 16)}"
    found = _SIDE.search(words) or _SIDE_BEFORE.search(draft.before(side, 24))
    return _NAMES[found.group(1)] if found else None


def _is_most(draft: Draft, side: Mention) -> bool:
    return (
        side.hedge == "<"
        or bool(_AT_MOST.search(draft.before(side, 30) + side.text.lower()))
        or (bool(_AT_MOST.match(draft.after(side, 30).lstrip())))
    )


def _measured(draft: Draft, sides: list[Mention]) -> Iterator[Mention]:
    """Areas, or volumes where there are three sides, in the sentence and the next two."""
    first = draft.sentence(sides[0])
    last = draft.sentences[min(len(draft.sentences) - 1, sides[0].sentence + 2)]
    for total in draft.within(first.start, last.end):
        power = powers(total)
        if len(power) == 1 and power.get("length") in range(2, len(sides) + 1):
            yield total


def _is_of_it(draft: Draft, sides: list[Mention], total: Mention) -> bool:
    """The words speak of the same thing: right behind, or of what it measures, holds or covers."""
    end = sides[-1].end
    if total.start < sides[0].start:
        return sides[0].start - total.end < _BESIDE and total.sentence == sides[0].sentence
    words = draft.lower[end : total.start]
    if is_converted(draft, total) and len(words) < _FAR and not _OTHER.search(words):
        return True
    if _OTHER.search(words):
        return False
    if _ROUND_IT.search(words):
        return False
    if _ITS.search(words) and len(words) < _FAR:
        return True
    if _AT_THAT.search(words) and _IT.match(draft.after(total, 20)):
        return True
    if _IT_COVERS.search(words) and len(words) < _FAR:
        return True
    many = powers(total)["length"]
    product, area = _product(sides), size_of(total)
    if many != len(sides) or product is None or area is None:
        return False
    measured = tuple(one for one in (*sides, total) if one.unit)
    return can_only_be(draft, product, area, measured)


def _product(sides: list[Mention]) -> Fraction | None:
    """The sides multiplied, in base units; one without a unit has that of the first."""
    unit = sides[0].phrase.unit.size if sides[0].phrase else 1
    sizes = sizes_of(*sides)
    if sizes is None:
        return None
    product = Fraction(1)
    for one, size in zip(sides, sizes, strict=True):
        product *= size if one.unit else size * unit
    return product


def _per_area(draft: Draft, sides: list[Mention]) -> Iterator[Found]:
    """Two sides, so many to the square metre, and how many that is on the whole of it."""
    product = _product(sides)
    near = draft.beside(sides[-1], 2)
    for rate in near:
        if base_of(rate) != (("length", 2),) or powers(rate) != {"length": -2}:
            continue
        for total in near:
            one, whole = size_of(rate), size_of(total)
            if total.role is not Role.COUNT or total.per or total in sides or product is None:
                continue
            if one is None or whole is None or same_noun(rate, total) is False:
                continue
            figures = (*sides, rate, total)
            if can_only_be(draft, product * one, whole, figures):
                area = _times_sides(draft, sides)
                yield Found(
                    total, "FC202", draft.named(total), Comparison.EQUAL,
                    operation(Operator.MULTIPLY, area, draft.named(rate)), figures, Sure.LIKELY,
                )  # fmt: skip


def _times_sides(draft: Draft, sides: list[Mention]) -> Expression:
    product: Expression = draft.named(sides[0])
    for side in sides[1:]:
        product = operation(Operator.MULTIPLY, product, draft.named(side))
        if not side.unit:
            product = operation(Operator.MULTIPLY, product, fixed(f"exactly 1 {sides[0].unit}"))
    return product


_DEEP = regex(r"\b(?:deep|depth|thick|thickness|of (?:rain|snow|water|concrete|soil|ice))\b")
_SQUARE = regex(r"\b(?:an?|the|is|are) square\b[^.;]{0,30}\b(?:sides?|edges?) of $")
_ITS = regex(r"\bits (?:about |some )?$")
_AT_THAT = regex(r"\. at (?:about |some |just over )?$")
_IT = regex(r",? (?:it|the)\b")
_ROUND_IT = regex(
    r"\b(?:the|an?) [a-z]+(?: [a-z]+)? (?:round|around|beside|behind|near|where|outside|opposite)\b"
)
_ON_EACH_SIDE = regex(
    r",? (?:on|along|down|to) (?:each|every|a|any|all (?:four|its))(?: of (?:its"
    r"|the)(?: four)?)? (?:sides?|edges?)"
)
_IS_SQUARE = regex(r"\bsquare\b(?! (?:met|mile|kilom|feet|foot|yard|inch))")
_PLAIN_AND = regex(r" and (?:of )?(?:about |some )?")
_OF_SIDES = regex(
    r"\b(?:(?:sides|edges|walls|dimensions) (?:of|are|were|being|measure|measuring)"
    r"|(?:rectang\w+|oblong)[^.;]{0,40})(?: about| some)? $"
)
_FAR = 160
_BESIDE = 40
_BY = regex(r" ?(?:by|x|×) ?(?:about |some |just over )?")
_AND = regex(
    r"(?:[ ,-]+(?:long|wide|high|tall|deep|thick|across|in (?:length|width|depth)))?,?"
    r"(?: and| by| but)?(?: is| a| some| about| only| just| its)? ?(?:up to )?(?:width of )?"
)
_SIDE = regex(r"\b(long|wide|broad|high|tall|deep|thick)\b|in (length|width|depth|height)\b")
_SIDE_BEFORE = regex(r"\b(length|width|breadth|depth|height) (?:of|is|was) $")
_NAMES = {
    "long": "long", "length": "long", "wide": "wide", "broad": "wide", "width": "wide",
    "breadth": "wide", "high": "deep", "tall": "deep", "deep": "deep", "thick": "deep",
    "depth": "deep", "height": "deep",
}  # fmt: skip
_AT_MOST = regex(r"(?:up to|at most|as much as|at (?:its|the) \w+est|at most|maximum)\b")
_NOT_SQUARE = regex(
    r"\b(?:oval|round|circular|triang\w+|taper\w*|narrow\w*|irregular|l-shaped|crescent|diamond"
    r"|ellip\w+"
    r"|lake|island|slick|crater|cone|curved|kidney|pyramid|fire|cloud|storm|patch|bay|lagoon)\b"
)
_OTHER = regex(
    r"\b(?:new|another|other|beside|next to|park|building|site|estate|surrounding|centre|center"
    r"|complex|district|neighbou?ring|former|whole|also)\b"
)
_IT_COVERS = regex(
    r"\b(?:it|its|which|that|they|together|the \w+|an?|whose|with|giving|for|will"
    r"|and|can|could)\b(?: [\w'’-]+){0,6}"
    r" ?\b(?:cover(?:s|ed|ing)?|area|surface|floor|hold(?:s|ing)?|contain(?:s|ed|ing)?|volume"
    r"|capacity|give|gives|giving|space|measur\w+|fill(?:s|ed)?|bring\w*|dug|digging|excavat\w+"
    r"|remov\w+|order\w*|needs?|needed|all|laid|lay|took|takes?|occup\w+|total|water"
    r"|concrete)\b"
)
