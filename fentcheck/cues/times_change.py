from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fentcheck.cues.before_after import pairs_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.fit import is_slip
from fentcheck.cues.operands import Operand, may_be_one_thing, operands_of
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, Quoted, operation
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.unit import Kind


@cue("times-change")
def times_change(draft: Draft) -> Iterator[Found]:
    """What doubled, tripled, halved or is so many times another figure is that many times as much.

    Words: doubled from A to B, three times the A, twice as many as A, a tenfold rise to B.
    Finding: The list has doubled. It was a list of 340 names when the year began and has 470 now.
    Clean: The choir has nearly quadrupled to 104. It had 27 singers in 2022.
    """
    for mention in draft.figures:
        phrase = mention.phrase
        if phrase is None or mention.per:
            continue
        if mention.role is Role.PERCENT and _OF_THEN.match(draft.after(mention)):
            yield from _of_then(draft, mention)
        if phrase.unit.kind is not Kind.FACTOR:
            continue
        factor = Fraction(phrase.low.value)
        if factor <= 0 or _AGAIN.match(draft.after(mention)):
            continue
        is_one_of_two = any(
            one.phrase and one.phrase.unit.kind is Kind.FACTOR for one in draft.beside(mention)
        )
        expected = 1 / factor if phrase.form is Form.TIMES_FEWER else factor

        def fits(old: Fraction, new: Fraction, factor: Fraction = expected) -> bool:
            return is_slip(
                new / old, factor, max(_MOST, min(max(factor, 1 / factor) / 2, _MOST * 2))
            )

        for old, new, sure in pairs_of(draft, mention, expected, fits):
            yield _found(draft, mention, old, new, Sure.GUESS if is_one_of_two else sure)
        yield from _with_added(draft, mention)


def _found(draft: Draft, mention: Mention, old: Operand, new: Operand, sure: Sure) -> Found:
    computed = operation(Operator.DIVIDE, new.expression, old.expression)
    figures = tuple(dict.fromkeys((old.mention, new.mention, mention)))
    stated = draft.named(mention)
    return Found(
        mention, "FC401", stated, Comparison.EQUAL, computed, figures, sure, Wording.CHANGE
    )


def _of_then(draft: Draft, mention: Mention) -> Iterator[Found]:
    """ "A third of what it was", "half the water it held a year ago": of what came before."""
    assert mention.phrase is not None
    share = Fraction(mention.phrase.low.value) * Fraction(mention.phrase.unit.size)
    if mention.phrase.unit.kind is not Kind.RATIO or share <= 0:
        return

    def fits(old: Fraction, new: Fraction) -> bool:
        return is_slip(new / old, share)

    for old, new, sure in pairs_of(draft, mention, share, fits):
        yield _found(draft, mention, old, new, sure)


def _with_added(draft: Draft, mention: Mention) -> Iterator[Found]:
    """ "They had seized 20 kilograms; then came 30 more, more than doubling the haul."

    What came was added, and it is the sum that is so many times the first.
    """
    if not mention.text.endswith("ing"):
        return
    earlier = [one for one in draft.beside(mention, 1) if one.start < mention.start]
    for first, second in combinations(earlier[-_MOST_ADDED:], 2):
        for one in operands_of(draft, first):
            added = _like(draft, second, one)
            if added is None:
                continue
            total = operation(Operator.ADD, one.expression, added)
            yield Found(
                mention,
                "FC401",
                draft.named(mention),
                Comparison.EQUAL,
                operation(Operator.DIVIDE, total, one.expression),
                (first, second, mention),
                Sure.GUESS,
                Wording.CHANGE,
            )


def _like(draft: Draft, mention: Mention, one: Operand) -> Expression | None:
    """A figure in the unit of another that it is added to; "30 more" has it from there."""
    for added in operands_of(draft, mention):
        if may_be_one_thing(one, added):
            return added.expression
        phrase = mention.phrase
        if (
            phrase is not None
            and added.unit.kind is Kind.PLAIN
            and _ADDS.match(draft.after(mention))
        ):
            return Quoted(phrase._replace(unit=one.unit))
    return None


_OF_THEN = regex(
    r" (?:of )?(?:what (?:it|they|there|he|she|we) (?:was|were|had|did|used|once)"
    r"|(?:the|as many|as much) (?:[a-z]+ )?(?:as )?(?:it|they|there|he|she) (?:was|were|had"
    r"|did|held)"
    r"|(?:its|their) (?:[a-z0-9]+ )?(?:level|peak|value|size|price|number|total)\b)"
)
_MOST = Fraction(3)
"""J: how many times off a factor is; twice that of a large one."""
_AGAIN = regex(r" again\b")
"""Half as many again are one and a half times as many."""
_MOST_ADDED = 6
"""J: so many figures before the factor can be what was added up."""
_ADDS = regex(r" more\b")
