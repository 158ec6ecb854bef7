from __future__ import annotations

from collections.abc import Iterator, Sequence

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.expressions.tree import Comparison, Expression, Operator, Quoted, operation
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.units import currency
from fentcheck.units.unit import Kind, Unit


class _Rate(NamedTuple):
    """A rate of exchange that the draft prints: one of `base` is so many of `quote`.

    Currencies go by their codes, those that have no code of their own ("pesos") by their names.
    """

    mention: Mention
    base: str
    quote: str


@cue("exchange-rate")
def exchange_rate(draft: Draft) -> Iterator[Found]:
    """A sum and the one that it is converted to differ by the rate that the draft prints.

    Words: €20m … a euro cost $1.21 … $24.2m; 84 to the dollar; with the pound at $1.27.
    Finding: It will invest ₹2,100 crore ($2.5 billion). The rupee was at 84 to the dollar.
    Clean: The fee is €20m ($24.2m); a euro costs $1.21. They had paid €5m ($4m) years ago.
    """
    sums = [one for one in draft.figures if _currency(one)]
    rates = list(_rates(draft, sums))
    quotes = {rate.mention for rate in rates}
    sums = [one for one in sums if one not in quotes and not _is_one(one)]
    for rate in rates:
        near = [one for one in sums if abs(one.sentence - rate.mention.sentence) <= NEAR]
        ones = [one for one in near if _currency(one) == rate.base]
        others = [one for one in near if _currency(one) == rate.quote]
        for one in ones:
            for other in others:
                yield _found(
                    draft, rate, one, other, _sureness(draft, rate, rates, ones, others, one, other)
                )


def _found(draft: Draft, rate: _Rate, one: Mention, other: Mention, sure: Sure) -> Found:
    """The later of the two sums is what the rate made of the earlier one."""
    phrase = rate.mention.phrase
    assert phrase is not None
    dimensions = [(f"¤{rate.quote}", 1), (f"¤{rate.base}", -1)]
    unit = Unit(
        f"{_unit(other).name}/{_unit(one).name}",
        1,
        tuple(sorted(each for each in dimensions if each[0][1:].isupper())),
    )
    factor = Quoted(phrase._replace(unit=unit, direction=None))
    if one.start < other.start:
        stated, computed = other, operation(Operator.MULTIPLY, _sum(one), factor)
    else:
        stated, computed = one, operation(Operator.DIVIDE, _sum(other), factor)
    figures = (one, other, rate.mention)
    return Found(stated, "FC104", _sum(stated), Comparison.EQUAL, computed, figures, sure)


def _sum(mention: Mention) -> Expression:
    """A sum without what it is paid for: "$70,000 a year" converts as $70,000 does."""
    assert mention.phrase is not None
    unit = _unit(mention)
    return Quoted(mention.phrase._replace(unit=unit, direction=None, text=mention.text))


def _unit(mention: Mention) -> Unit:
    assert mention.phrase is not None
    code = _currency(mention)
    unit = mention.phrase.unit
    name = unit.name.partition("/")[0]
    if not code.isupper():
        return Unit(name, 1, (), Kind.PLAIN)
    return Unit(name, unit.size if unit.is_money else 1, ((f"¤{code}", 1),))


def _is_one(mention: Mention) -> bool:
    return mention.phrase is not None and mention.phrase.low.value == 1


def _sureness(
    draft: Draft,
    rate: _Rate,
    rates: Sequence[_Rate],
    ones: Sequence[Mention],
    others: Sequence[Mention],
    one: Mention,
    other: Mention,
) -> Sure:
    """That the one sum is the other one converted, and at this rate of several."""
    alike = [each for each in rates if {each.base, each.quote} == {rate.base, rate.quote}]
    nearest = min(alike, key=lambda each: _distance(each.mention, one, other))
    if nearest is not rate:
        return Sure.GUESS
    first, second = sorted((one, other), key=lambda each: each.start)
    if first.sentence != rate.mention.sentence and _LONG_AGO.search(draft.words(first)):
        return Sure.GUESS
    link = draft.between(first, second)
    if _RESTATES.fullmatch(link):
        return Sure.SAID
    is_only = len(ones) == 1 and len(others) == 1 and len(alike) == 1
    if is_only and (_MAKES.search(link) or _MAKES.search(draft.after(second, 40))):
        return Sure.LIKELY
    return Sure.GUESS


def _distance(rate: Mention, one: Mention, other: Mention) -> tuple[int, int]:
    sentences = min(abs(rate.sentence - each.sentence) for each in (one, other))
    return sentences, min(abs(rate.start - each.start) for each in (one, other))


# The rates that are printed


def _rates(draft: Draft, sums: Sequence[Mention]) -> Iterator[_Rate]:
    """ "A euro cost $1.21", "$1.27 to the pound", "the rupee was trading at 84 to the dollar"."""
    known = {_currency(one) for one in sums}
    for mention in draft.figures:
        phrase = mention.phrase
        if phrase is None or phrase.form is not Form.NUMBER or phrase.low.value <= 0:
            continue
        before, after = draft.before(mention, _FAR), draft.after(mention, _FAR)
        base, quote = _base_in(draft, mention), _currency(mention)
        if behind := _TO_ONE.match(after):
            base = _code(behind.group(1), known, draft.locale)
        elif ahead := _ONE_IS.search(before):
            base = _code(ahead.group(1), known, draft.locale)
        if not base:
            continue
        if not quote and behind:  # "84 to the dollar": the other one is named before it
            named = [_code(name, known, draft.locale) for name in _NAME.findall(before)]
            others = [each for each in named if each and each != base]
            remaining = known - {base, ""}
            quote = others[-1] if others else remaining.pop() if len(remaining) == 1 else ""
        if quote and base != quote:
            yield _Rate(mention, base, quote)


def _base_in(draft: Draft, mention: Mention) -> str:
    """The currency of the one in "£1 = $1.27", "one euro bought 1.08 dollars", "$1.27/euro"."""
    assert mention.phrase is not None
    below = [base[1:] for base, power in mention.phrase.unit.dimensions if power == -1]
    if len(below) == 1 and below[0].isupper():
        return below[0]
    previous = draft.previous(mention)
    if previous is None or not _is_one(previous) or previous.sentence != mention.sentence:
        return ""
    if not _IS_WORTH.fullmatch(draft.between(previous, mention)):
        return ""
    return _currency(previous) or ("GBP" if previous.unit == "pound" else "")


def _code(name: str, known: set[str], locale: str) -> str:
    """The currency of a name; a dollar that is not said whose is the one that is printed."""
    words = name.split()
    for start in range(len(words)):
        code = currency.name_code(" ".join(words[start:]), locale)
        if code is None or (len(words) - start == 1 and words[-1] in _SHARED):
            continue
        return code
    head = words[-1]
    shared = _SHARED.get(head)
    if shared is None:
        return head if head in known else ""
    some = known.intersection(shared.split())
    if len(some) == 1:
        return some.pop()
    default = shared.split()[0]
    return default if not some or default in some else ""


def _currency(mention: Mention) -> str:
    """The currency of a sum or a price; empty for anything else."""
    phrase = mention.phrase
    if phrase is None or phrase.high is not None:
        return ""
    found = [base[1:] for base, power in phrase.unit.dimensions if base[0] == "¤" and power == 1]
    if found:
        return found[0]
    return _NAMED.get(mention.noun, "")


_FAR = 60
_SHARED = {
    "dollar": "USD CAD AUD NZD HKD SGD TWD",
    "greenback": "USD",
    "loonie": "CAD",
    "pound": "GBP EGP",
    "rupee": "INR PKR LKR NPR",
    "franc": "CHF XOF FRF",
    "krona": "SEK ISK krona",
    "krone": "NOK DKK krone",
    "peso": "peso MXN PHP ARS CLP COP",
    "lira": "lira TRY",
    "real": "BRL",
    "shilling": "shilling KES",
}
"""Names that several countries share: the usual one first, where none of them is printed."""
_NAMED = {
    **{name: name for name in "peso krona krone lira shilling dinar rial zloty naira".split()},
    "kronor": "krona",
    "kroner": "krone",
    "lire": "lira",
}
_CURRENCIES = (
    r"(?:dollar|greenback|loonie|pound|euro|yen|yuan|renminbi|rupee|franc|krona|krone|peso|lira|real|"
    r"shilling|rand|rouble|ruble|won|zloty|forint|shekel|baht|ringgit|naira|hryvnia|dirham|dinar|"
    r"rial|riyal|rupiah|taka|sterling)"
)
_NAME = regex(r"\b((?:[a-z.]+ )?" + _CURRENCIES + r")s?\b")
_TO_ONE = regex(
    r" (?:to|for|against|per|in exchange for|on) (?:the|a|an|one|each|every)? ?((?:[a-z.]+ )?"
    + _CURRENCIES
    + r")\b"
)
_ONE_IS = regex(
    r"\b(?:a|an|one|each|every|the|per|with) ((?:[a-z.]+ )?" + _CURRENCIES + r") "
    r"(?:(?:now|then|was|is|has been|had been|still|today|currently|itself) ){0,2}"
    r"(?:at|cost|costs|costing|buys|bought|buying|fetch\w*|worth|trad\w+ (?:at|for)|equals|"
    r"equal to|is|was|stood at|stands at|brought|brings|valued at|=)"
    r"(?: (?:just|only|about|around|some|roughly|nearly))? ?$"
)
_IS_WORTH = regex(
    r" ?(?:=|is|was|being|to|for|at|buys|bought|cost|costs|equals|fetched|is worth|was worth|worth|"
    r"bought you|would buy|gets you|got you) ?"
)
_RESTATES = regex(
    r",? ?[(\[](?:or |about |some |worth |that is |= ?)?|,? or |, (?:about |some |roughly )?|"
    r",? (?:that is|equal to|equivalent to|the equivalent of|worth|i\.e\.) | ?/ ?| ?= ?"
)
_LONG_AGO = regex(r"\b(?:ago|earlier|previous|last year|in (?:19|20)\d\d)\b")
_MAKES = regex(
    r"\b(?:mak(?:es?|ing)|comes? to|came to|equivalent|works? out|worked out|worth|convert\w*|"
    r"booked|which is|equals?|equal to|translat\w+|in (?:dollars|euros|pounds|sterling)|that is|or|"
    r"amount\w* to|at that rate|at today's rate)\b"
)
