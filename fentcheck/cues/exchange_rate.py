from __future__ import annotations

from collections.abc import Iterator, Sequence

from fentcheck.cues.closeness import nearness, size_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import NEAR, Draft
from fentcheck.cues.each import powers
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Expression, Operator, Quoted, operation
from fentcheck.phrases.phrase import Form
from fentcheck.prose.mention import Mention, Role
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
                for bare in _other_rates(draft, rate):
                    yield _found(draft, bare, one, other, Sure.GUESS)
                yield _found(
                    draft, rate, one, other, _sureness(draft, rate, rates, ones, others, one, other)
                )


def _other_rates(draft: Draft, rate: _Rate) -> Iterator[_Rate]:
    """Bare numbers of about its size: what the rate was at another time, "at 84"."""
    size = size_of(rate.mention)
    for one in draft.beside(rate.mention, 1):
        if one.role is Role.COUNT and not one.noun and not one.per and size:
            other = size_of(one)
            if other is not None and size <= 2 * other and other <= 2 * size:
                yield rate._replace(mention=one)


def _found(draft: Draft, rate: _Rate, one: Mention, other: Mention, sure: Sure) -> Found:
    """The later of the two sums is what the rate made of the earlier one."""
    phrase = rate.mention.phrase
    assert phrase is not None
    dimensions = [(f"¤{rate.quote}", 1), (f"¤{rate.base}", -1)]
    unit = Unit(
        f"{_unit(other).name}/{_unit(one).name}",
        phrase.unit.size if powers(rate.mention) == {f"¤{rate.quote}": 1} else 1,
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
    if any(_comes_out(rate, one, each) for each in others) or any(
        _comes_out(rate, each, other) for each in ones
    ):
        return Sure.GUESS
    is_alone = len(ones) == len(others) == len(alike) == 1
    if not is_alone and not _are_neighbours(draft, first, second):
        return Sure.GUESS
    is_turned = _is_turned(rate, one, other)
    is_said = bool(_MAKES.search(link) or _AS_MUCH.search(draft.after(second, 60)))
    if is_said and (is_alone or is_turned):
        return Sure.LIKELY
    if _APART.search(link) or any(
        _CHARGED.search(draft.words(each)) for each in (one, other, rate.mention)
    ):
        return Sure.GUESS
    if is_turned:
        return Sure.LIKELY
    if not nearness(_size(one) * _of_one(rate), _size(other), (one, other, rate.mention)):
        return Sure.GUESS
    if is_alone:
        is_close = max(abs(one.sentence - other.sentence), _distance(rate.mention, one, other)[0])
        return Sure.LIKELY if is_close <= 1 else Sure.GUESS
    return Sure.LIKELY if is_said and one.sentence == other.sentence else Sure.GUESS


def _of_one(rate: _Rate) -> Fraction:
    """What one of the base costs, in the main unit of the other currency."""
    assert rate.mention.phrase is not None
    size = rate.mention.phrase.unit.size if powers(rate.mention) == {f"¤{rate.quote}": 1} else 1
    value: Fraction = Fraction(rate.mention.phrase.low.value) * size
    return value


def _comes_out(rate: _Rate, one: Mention, other: Mention) -> bool:
    return _is_about(_size(one) * _of_one(rate), _size(other))


def _is_turned(rate: _Rate, one: Mention, other: Mention) -> bool:
    """It was divided where it should have been multiplied: no two sums do so by chance."""
    factor = _of_one(rate)
    return not _is_about(factor, Fraction(1)) and _is_about(_size(other) * factor, _size(one))


def _is_about(one: Fraction, other: Fraction) -> bool:
    return bool(abs(one - other) * _WITHIN <= max(one, other))


def _are_neighbours(draft: Draft, first: Mention, second: Mention) -> bool:
    """No sum stands between two, but for what one of a currency costs."""
    return not any(
        one.role is Role.MONEY and not one.per and size_of(one) not in (None, 0)
        and _currency(one) in (_currency(first), _currency(second))
        and not _is_small(one, first, second)
        for one in draft.within(first.end, second.start)
    )  # fmt: skip


def _is_small(one: Mention, first: Mention, second: Mention) -> bool:
    return bool(_size(one) * _PART < min(_size(first), _size(second)))


def _size(mention: Mention) -> Fraction:
    """A sum in its main unit, whatever it is paid for."""
    assert mention.phrase is not None
    size: Fraction = Fraction(mention.phrase.low.value) * _unit(mention).size
    return size


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
        elif not base and quote and len(known - {quote, ""}) == 1 and _RATE_OF.search(before):
            (base,) = known - {quote, ""}
        if not base and not quote and _RATE_OF.search(before):
            base, quote = _by_size(mention, sums)
        if not base:
            continue
        if not quote and behind:  # "84 to the dollar": the other one is named before it
            named = [_code(name, known, draft.locale) for name in _NAME.findall(before)]
            others = [each for each in named if each and each != base]
            remaining = known - {base, ""}
            quote = others[-1] if others else remaining.pop() if len(remaining) == 1 else ""
        if quote and base != quote:
            yield _Rate(mention, base, quote)


def _by_size(rate: Mention, sums: Sequence[Mention]) -> tuple[str, str]:
    """The dearer and the cheaper of the two currencies beside a rate that names neither."""
    near = [one for one in sums if abs(one.sentence - rate.sentence) <= 1 and one is not rate]
    if len(near) != 2 or _currency(near[0]) == _currency(near[1]):
        return "", ""
    sizes = [size_of(one) or 0 for one in (rate, *near)]
    ranks = [_DEAREST.find(_currency(one)) for one in near]
    if -1 not in ranks:
        dearer, cheaper = near if (ranks[0] < ranks[1]) is (sizes[0] > 1) else near[::-1]
        return _currency(dearer), _currency(cheaper)
    dearer, cheaper = near if (sizes[1] < sizes[2]) is (sizes[0] > 1) else near[::-1]
    return _currency(dearer), _currency(cheaper)


def _base_in(draft: Draft, mention: Mention) -> str:
    """The currency of the one in "£1 = $1.27", "one euro bought 1.08 dollars", "$1.27/euro"."""
    assert mention.phrase is not None
    if _TO_A_POUND.search(mention.text.lower()):  # of sterling, and no pound of anything
        return "GBP" if _currency(mention) != "GBP" else ""
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
_DEAREST = "KWD GBP EUR USD SGD CAD AUD NZD BRL CNY SEK NOK ZAR MXN TWD INR RUB JPY KRW IDR VND"
"""What is dearer comes first; currencies that were worth much the same are left out."""
_WITHIN = 40
"""J: sums that are converted are rounded, but seldom by more than one in so many."""
_PART = 1000
"""J: a sum so many times smaller is a rate, or a fare, and takes no part."""
_TO_A_POUND = regex(r"[\d.](?:[a-z ]*)? (?:to|for|against) (?:the|a|one|each|every) pound\b")
_CHARGED = regex(
    r"\b(?:commission|handling|kept|keeps|deduct\w*|(?:after|less|minus|plus|before) (?:an? "
    r"|the |its )?"
    r"(?:[a-z]+ )?(?:tax|costs?|fees?|charges?)|(?:fee|charge)s? of|spread|on top|deposit"
    r"|instal\w+|up to)\b"
)
"""Not all of a sum is changed."""
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
    r"(?:dollar|greenback|loonie|pound|euro|yen|yuan|renminbi|rupee|franc|krona|krone|peso|lira"
    r"|real|"
    r"shilling|rand|rouble|ruble|won|zloty|forint|shekel|baht|ringgit|naira|hryvnia|dirham|dinar|"
    r"rial|riyal|rupiah|taka|sterling)"
)
_NAME = regex(r"\b((?:[a-z.]+ )?" + _CURRENCIES + r")s?\b")
_TO_ONE = regex(
    r"(?: (?!with|when|as|while|and|at|of|for)[a-z]+){0,3} "
    r"(?:per|(?:to |for |against )?(?:the|a|an|one|each|every)) "
    r"((?:[a-z.]+ )?" + _CURRENCIES + r")\b"
)
_ONE_IS = regex(
    r"(?:\b(?:an?|one|each|every|the|per|with|when|while|as|if|since|because|that|its) |\A[\"“]?"
    r"|[,;:—–] )"
    r"((?:[a-z.]+ )?" + _CURRENCIES + r") "
    r"(?:[a-z]+ ){0,6}$"
)
_RATE_OF = regex(r"\b(?:rate|exchange|exchanged|converted|changed)\b[^,;.]{0,25}$")
_IS_WORTH = regex(
    r" ?(?:=|is|was|being|to|for|at|buys|bought|cost|costs|equals|fetched|is worth|was worth|worth|"
    r"bought you|would buy|gets you|got you) ?"
)
_RESTATES = regex(
    r",? ?[(\[](?:or |about |some |worth |that is |= ?)?|,? or |, (?:about |some |roughly )?|"
    r",? (?:that is|equal to|equivalent to|the equivalent of|worth|i\.e\.) | ?/ ?| ?= ?"
)
_LONG_AGO = regex(r"\b(?:ago|earlier|previous|last year|in (?:19|20)\d\d)\b")
_AS_MUCH = regex(
    r"\b(?:same (?:thing|sum|money|amount)|equivalent|equals?|convert\w*"
    r"|chang(?:ed|ing)|at (?:that|today's) rate)\b"
)
_APART = regex(
    r"\b(?:owes?|owed|owing|while|but|whereas|compared|than|elsewhere|against|plus|another)\b"
    r"|\band (?:about |some |just )?$"
)
_MAKES = regex(
    r"\b(?:mak(?:es?|ing)|comes? to|came to|equivalent|works? out|worked out|worth|convert\w*|"
    r"so|thus|therefore|meaning|means|mean|valued|values|turned|swapped|booked|which is|equals?"
    r"|equal to|translat\w+|in (?:dollars|euros|pounds|sterling)|that is|or|"
    r"amount\w* to|at that rate|at today's rate)\b"
)
