"""A range, and what is said to lie within it; a range that runs backwards."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from fentcheck.cues.alike import beside
from fentcheck.cues.closeness import size_of
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.dates import years_of
from fentcheck.cues.draft import Draft
from fentcheck.cues.quoted import quoted
from fentcheck.cues.same import head_of, same_kind, same_noun, stem, stems
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Expression
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.units.unit import NUMBER, Rational


@cue("within-range")
def within_range(draft: Draft) -> Iterator[Found]:
    """What is said to lie within a range does, and so does the mean or the least of what spans it.

    Words: "inside the range of 15 to 17"; "within that band"; "ranged from 14 to 22 minutes, with
        a mean of 18", "the youngest", "the dearest". A forecast, target or estimate binds nothing.
    Finding: The trips took from 14 to 22 minutes, with a mean of 37 minutes.
    Clean: The trips took from 14 to 22 minutes, with a mean of 17 minutes.
    Finding: They are paid on a band of £24,000 to £31,000. Within that band, cooks earn £36,500.
    Clean: Analysts had expected 400 to 600 tonnes. It shipped 640 tonnes.
    """
    for one in draft.figures:
        if isinstance(one.value, tuple) or one.value is None:
            continue
        spread = _range_of(draft, one)
        if spread is None:
            continue
        figures, (low, high) = spread
        text = " to ".join(figure.text for figure in figures)
        comparison, values = _bound(figures, one, low, high)
        yield Found(
            one,
            "FC202",
            draft.named(one),
            comparison,
            values,
            (*figures, one),
            Sure.SAID,
            told=f"{one.text} lies outside the range of {text}",
        )


def _bound(
    figures: tuple[Mention, ...], one: Mention, low: Rational, high: Rational
) -> tuple[Comparison, Expression]:
    """What a figure keeps to: the range, or the end of it that it lies beyond, as far as the finer
    of both ends is rounded.
    """
    assert one.phrase is not None
    unit = NUMBER if one.role is Role.COUNT else one.phrase.unit
    places = [
        number.place
        for figure in figures
        if figure.phrase is not None
        for number in (figure.phrase.low, figure.phrase.high)
        if number is not None
    ]
    half = Fraction(min(places)) / 2
    if one.phrase.low.value < low - half:
        return Comparison.AT_LEAST, quoted(low - half, unit=unit)
    if one.phrase.low.value > high + half:
        return Comparison.AT_MOST, quoted(high + half, unit=unit)
    return Comparison.EQUAL, quoted(low, high, unit)


@cue("backwards")
def backwards(draft: Draft) -> Iterator[Found]:
    """A range has its lower end first, and a run of years its earlier one.

    Words: "between 600 and 400 tonnes", "ranges from £31,000 to £24,000", "from 2019 to 2014".
    Finding: Pay ranges from £31,000 to £24,000 at the trust.
    Clean: Pay fell from £31,000 to £24,000 at the trust.
    Finding: The bridge was built between 1974 and 1971.
    Clean: Prices range from £31 down to £24, depending on the day.
    """
    for low in draft.figures:
        if isinstance(low.value, tuple):
            high_value = low.value[1]
            if low.value[0] > high_value and _RANGES.search(draft.before(low, 60) + low.text):
                yield _reversed(draft, low)
            continue
        high = draft.following(low)
        if high is None or high.sentence != low.sentence or isinstance(high.value, tuple):
            continue
        if low.value is None or high.value is None or not _is_pair(draft, low, high):
            continue
        if _BEFORE_CHRIST.match(draft.text, high.end) or _BEFORE_CHRIST.search(high.text):
            continue
        yield Found(
            high,
            "FC202",
            draft.named(high) if same_kind(low, high) else Exact(high.value),
            Comparison.AT_LEAST,
            draft.named(low) if same_kind(low, high) else Exact(low.value),
            (low, high),
            Sure.LIKELY,
            told=f"the range from {low.text} to {high.text} runs backwards",
        )
    yield from _low_above_high(draft)
    yield from _years_backwards(draft)


def _low_above_high(draft: Draft) -> Iterator[Found]:
    """ "a low of £410 for a stool … a high of £260 for a bed"; "the youngest was 47, the oldest
    26".
    """
    for low, high in draft.once(_named_ends):
        assert low.phrase is not None
        assert high.phrase is not None
        unit = low.phrase.unit if Role.COUNT is high.role is not low.role else high.phrase.unit
        first, last = sorted((low, high), key=lambda one: one.start)
        yield Found(
            last,
            "FC202",
            Exact(high.phrase.low.value * unit.size),
            Comparison.AT_LEAST,
            Exact(low.phrase.low.value * low.phrase.unit.size),
            (first, last),
            Sure.SAID,
            told=f"{low.text} is called the low, {high.text} the high",
        )


def _named_ends(draft: Draft) -> list[tuple[Mention, Mention]]:
    """The lower and the upper end of what the words call the least and the most of one scale."""
    named: list[tuple[str, bool, Mention]] = []
    words = (
        found
        for sentence in draft.with_figures()
        if len(draft.within(sentence.start, sentence.end)) > 1
        for found in _END_WORD.finditer(draft.lower, sentence.start, sentence.end)
    )
    for found in words:
        scale = found.lastgroup or ""
        figure = _figure_of_end(draft, found.start(), found.end())
        if figure is not None and _fits(scale[:-1], figure):
            named.append((scale[:-1], scale.endswith("1"), figure))
    pairs = []
    for (scale, is_high, one), (other_scale, is_other_high, other) in pairwise(named):
        if scale != other_scale or is_high is is_other_high or one is other:
            continue
        if other.sentence != one.sentence or other.start - one.end > _FAR // 2:
            continue
        if not (same_kind(one, other) or _is_elliptic(one, other)):
            continue
        if head_of(one) and head_of(other) and not same_noun(one, other):
            continue
        first, last = sorted((one, other), key=lambda each: each.start)
        if scale in ("bound", "denied") and _STUFF.search(draft.after(first, 20)):
            continue
        if scale == "denied" and not _are_denied(draft, first, last):
            continue
        if not _APART.search(draft.lower[first.end : last.start]):
            pairs.append((other, one) if is_high else (one, other))
    return pairs


def _are_denied(draft: Draft, first: Mention, last: Mention) -> bool:
    """ "No clinic should see fewer than 900 or more than 350"."""
    before = draft.lower[max(draft.sentence(first).start, first.start - 70) : first.figure_start]
    return bool(_NONE.search(before)) and bool(
        _NOR.search(draft.lower[first.end : last.figure_start])
    )


def _ends_by_sentence(draft: Draft) -> dict[int, list[tuple[Mention, Mention]]]:
    found: dict[int, list[tuple[Mention, Mention]]] = {}
    for pair in draft.once(_named_ends):
        found.setdefault(pair[0].sentence, []).append(pair)
    return found


def _is_elliptic(one: Mention, other: Mention) -> bool:
    """ "at least 15 minutes, at most eight": the second leaves out the unit or the noun."""
    bare = other.role is Role.COUNT and not other.noun and not other.per
    return bare and other.start > one.start and (bool(one.unit) or one.role is Role.COUNT)


def _figure_of_end(draft: Draft, start: int, end: int) -> Mention | None:
    """The figure that is called the youngest or the least: the next one, if no clause begins."""
    for one in draft.within(max(0, start - 12), end + 50):
        if one.end <= start or one.value is None or isinstance(one.value, tuple):
            continue
        gap = draft.lower[end : one.figure_start]
        if one.start >= end and _GROUP.search(gap):
            continue  # "the youngest of the 19 climbers"
        if draft.sentence_at(start) != draft.sentences[one.sentence] or _END_WORD.search(gap):
            return None
        return None if _OTHER_END.search(gap) else one
    return None


def _fits(scale: str, figure: Mention) -> bool:
    if figure.role is Role.COUNT and not figure.noun and not figure.per and scale != "price":
        return True  # "the shortest is 94 minutes and the longest 71"
    roles = _SCALES.get(scale)
    is_year = figure.noun in ("", "year") or figure.role is Role.AGE
    return (roles is None or figure.role in roles) and (scale != "age" or is_year)


def _years_backwards(draft: Draft) -> Iterator[Found]:
    years = years_of(draft, 0, len(draft.text))
    for first, last in pairwise(years):
        gap = draft.lower[first.end : last.start]
        before = draft.lower[max(0, first.start - 9) : first.start]
        between = gap == " and " and before.endswith("between ")
        run = gap in (" to ", " until ") and before.endswith("from ")
        if (between or run) and int(last.text) < int(first.text):
            yield Found(
                last,
                "FC202",
                Exact(int(last.text)),
                Comparison.AT_LEAST,
                Exact(int(first.text)),
                (first, last),
                told=f"the years from {first.text} to {last.text} run backwards",
            )


def _reversed(draft: Draft, spread: Mention) -> Found:
    assert isinstance(spread.value, tuple)
    low, high = spread.value
    return Found(
        spread,
        "FC202",
        Exact(high),
        Comparison.AT_LEAST,
        Exact(low),
        (spread,),
        told=f"the range {spread.text} runs backwards",
    )


def _is_pair(draft: Draft, low: Mention, high: Mention) -> bool:
    """Two figures are the ends of a range that the words call one."""
    gap = draft.lower[low.end : high.start]
    before = draft.before(low, 45)
    same = _comparable(low, high) or (low.role is Role.COUNT and not low.noun and not low.per)
    if not same:
        return False
    if gap == " and ":
        return before.endswith("between ")
    if gap == " " and high.text.lower().startswith(("up to ", "down to ")):
        return bool(_RANGING.search(before))
    return gap in (" to ", " up to ") and bool(_RANGING.search(before))


def _comparable(low: Mention, high: Mention) -> bool:
    """Of one kind; "from £640 to £900 a month" has its rate once, and so may what is beside it."""
    if same_kind(low, high):
        return True
    is_money = low.role is Role.MONEY and high.role is Role.MONEY and low.unit == high.unit
    return is_money and not (low.per and high.per)


def _range_of(
    draft: Draft, one: Mention
) -> tuple[tuple[Mention, ...], tuple[Rational, Rational]] | None:
    """The range that a figure is said to lie in: its figures, and its values."""
    before, after = draft.before(one, 70), draft.after(one, 70)
    sentences = draft.words(one)
    for spread in _ranges(draft, one):
        first, last = spread[0], spread[-1]
        gap = (
            draft.lower[one.end : first.start]
            if one.start < first.start
            else draft.lower[last.end : one.start]
        )
        if len(gap) > _FAR:
            continue
        if one.start < first.start:
            if one.sentence != first.sentence or not _is_inside(draft, one, first, gap):
                continue
        elif not _is_one_of(draft, spread, one, gap, before, sentences, after):
            continue
        return spread, _values(spread, one)
    return None


def _is_inside(draft: Draft, one: Mention, first: Mention, gap: str) -> bool:
    """ "falls comfortably inside the estimate of 15 to 17", "well within the 15 to 17 that …" """
    before = draft.before(one, 40)
    if _OUTSIDE.search(gap) or _DENIED.search(gap) or _LIKELY_YET.search(before + "\0" + gap):
        return False
    if any(
        same_kind(one, other) for other in draft.within(one.end, first.start) if other is not one
    ):
        return False
    return bool(_INSIDE.search(gap) or _LIES_IN.search(gap))


def _is_one_of(
    draft: Draft,
    spread: tuple[Mention, ...],
    one: Mention,
    gap: str,
    before: str,
    sentence: str,
    after: str,
) -> bool:
    """A figure behind a range is said to be within it, or is the mean or an end of what has it."""
    opening = draft.before(spread[0], 70) + spread[0].text.lower()
    if _OUTSIDE.search(gap):
        return False
    head = sentence[: max(0, one.start - draft.sentence(one).start)]
    if _IN_THAT.search(head) or _IN_THAT_BEHIND.match(after):
        return not _DENIED.search(head + after)
    if _NO_BOUND.search(opening) or _MOST_OF_THEM.search(draft.words(spread[0])):
        return False
    apart = one.sentence - spread[-1].sentence
    if _is_member(draft, spread, one):
        return True
    if _MEAN.search(one.text.lower()) or _MEAN.search(before) or _MEAN_BEHIND.match(after):
        if _OTHER_MEAN.search(sentence) or apart > _MEAN_APART:
            return False
        if _PLACED.match(draft.after(spread[-1], 20)) and _PLACED.match(after):
            return False  # "$4 to $7 at the market and average $9 in the shops"
        start = draft.sentence(one).start
        places = _PLACE.findall(draft.text[start : start + _OPENING])
        known = draft.text[draft.sentence(spread[0]).start : draft.sentence(spread[0]).end]
        return apart == 0 or all(place in known for place in places)
    if apart > 1 or not (_RANGED.search(opening) or _BAND.search(opening)):
        return False
    return bool(_END_OF_IT.search(before[-45:])) and not _THE_REST.search(before)


def _is_member(draft: Draft, spread: tuple[Mention, ...], one: Mention) -> bool:
    """The words call a figure behind a range one of those that it spans: "the stiffest, six and a
    half years", "one of the seven", "the winning offer" where all offers are spanned.
    """
    first, last = spread[0], spread[-1]
    if one.start < last.end or one.sentence - last.sentence > _MEAN_APART or one.hedge in "<>":
        return False
    own = draft.sentence(one)
    start = last.end if one.sentence == last.sentence else own.start
    before, after = draft.lower[start : one.start], draft.after(one, 60)
    around = f"{before[-90:]} \0 {after}"
    if _LIMITED.search(around) or _OTHER_MEAN.search(around):
        return False
    if not _is_slip_from(spread, one) or any(
        same_kind(one, other) for other in draft.within(last.end, one.start)
    ):
        return False
    known = stems(draft.lower[draft.sentence(first).start : last.end] + draft.after(last, 50))
    known |= {stem(name) for word in known for name in _ALSO_CALLED.get(word, "").split()}
    for found in _SUPERLATIVE.finditer(before[-70:]):
        behind = before[-70:][found.end() :]
        noun = _NOUN_BEHIND.match(behind)
        is_own = noun is None or stem(noun.group(1)) in known
        if is_own and not _OTHER_CLAUSE.search(behind):
            return True
    for found in _ONE_OF.finditer(around):
        many = found.group("many")
        if found.group("them") or (many and stem(many) in known):
            return True
        if found.group("who") and stem(found.group("who")) in known:
            return True
        if many and any(
            other.text.lower().startswith(f"{many} ") or other.text.lower() == many
            for other in draft.within(max(0, first.start - _FAR), first.start)
        ):
            return True
    is_all = _ALL_OF_THEM.search(draft.lower[draft.sentence(first).start : first.start])
    if is_all is None or not _THE.search(before[-40:]):
        return False
    thing = _NOUN_BEHIND.match(after[1:] if after[:1] == " " else after)
    named = {stem(thing.group(1))} if thing else set()
    subject = before.split(",")[0].split(" of ")[0]
    verb = _BE.search(subject)
    if verb:
        named |= {stem(word) for word in subject[: verb.start()].split()[-1:]}
    return bool(named & stems(is_all.group()))


def _is_slip_from(spread: tuple[Mention, ...], one: Mention) -> bool:
    """J: no further from the range than three times its end."""
    low, high = _values(spread, one)
    value = one.value
    assert value is not None
    assert not isinstance(value, tuple)
    return low < high and low <= 3 * value and value <= 3 * high


def _ranges(draft: Draft, one: Mention) -> Iterator[tuple[Mention, ...]]:
    """The ranges round a figure, in its own unit, the nearest first: "14 to 22 minutes", or two
    figures: "from £24,000 to £31,000".
    """
    near = beside(draft, one, 3)
    spreads = draft.once(_spreads)
    found: list[tuple[Mention, ...]] = [
        (low, high)
        for sentence in range(one.sentence - _MEAN_APART, one.sentence + 1)
        for low, high in draft.once(_ends_by_sentence).get(sentence, ())
        if low in near and high in near and one not in (low, high) and _is_below(low, high)
        if _is_in_unit(low, one) and low.start < high.start
    ]
    for other in near:
        spread = spreads.get(other.start)
        if spread is not None and one is not spread[-1] and _is_in_unit(spread[-1], one):
            found.append(spread)
    found.sort(key=lambda spread: abs(spread[0].start - one.start))
    return iter(found)


def _is_below(low: Mention, high: Mention) -> bool:
    sizes = size_of(low), size_of(high)
    return sizes[0] is not None and sizes[1] is not None and sizes[0] < sizes[1]


def _spreads(draft: Draft) -> dict[int, tuple[Mention, ...]]:
    """Every range of a draft by where it begins: one figure, or the two that are its ends."""
    found: dict[int, tuple[Mention, ...]] = {}
    for low, high in pairwise((*draft.figures, None)):
        assert low is not None
        if isinstance(low.value, tuple):
            if low.value[0] < low.value[1]:
                found[low.start] = (low,)
        elif high is not None and (_is_pair(draft, low, high) or _spans(draft, low, high)):
            found[low.start] = (low, high)
    return found


def _spans(draft: Draft, low: Mention, high: Mention) -> bool:
    """ "anything from 32 to 48 hours", "aged nine to 15": no movement, and the lower end first."""
    if low.sentence != high.sentence or isinstance(high.value, tuple) or low.value is None:
        return False
    is_bare = low.role is Role.COUNT and not low.noun and not low.per
    if high.value is None or not (is_bare or _comparable(low, high)):
        return False
    before = draft.before(low, 45)
    joint = " and " if before.endswith("between ") else " to "
    if draft.between(low, high) != joint or _MOVES.search(before):
        return False
    if is_bare and high.role is not Role.COUNT:
        assert not isinstance(low.value, tuple)
        return low.value < high.value
    return _is_below(low, high)


def _is_in_unit(spread: Mention, one: Mention) -> bool:
    if one.role is Role.AGE and spread.role is Role.COUNT:
        return False  # marks of 38 to 71, a girl of 13
    if Role.AGE in (one.role, spread.role):
        return one.role in (Role.AGE, Role.COUNT) and spread.role in (Role.AGE, Role.COUNT)
    if one.role is Role.COUNT and not one.noun and not one.per:
        is_mean = _MEAN.search(one.text.lower())  # "with an average of 7.2"
        return is_mean is not None or (spread.role is Role.COUNT and same_kind(spread, one))
    if not _comparable(spread, one):
        return False
    if one.role is Role.COUNT and head_of(one) and head_of(spread):
        return same_noun(one, spread)
    return True


def _values(spread: tuple[Mention, ...], one: Mention) -> tuple[Rational, Rational]:
    """The ends of a range, in the unit of the figure that it is held against."""
    assert one.phrase is not None
    first, last = spread[0], spread[-1]
    scales = []
    for end in (first if same_kind(first, one) else last, last):
        scales.append(Fraction(1))
        if same_kind(end, one) and one.role is not Role.COUNT:
            assert end.phrase is not None
            scales[-1] = Fraction(end.phrase.unit.size) / Fraction(one.phrase.unit.size)
    low = first.value[0] if isinstance(first.value, tuple) else first.value
    high = last.value[1] if isinstance(last.value, tuple) else last.value
    assert low is not None
    assert high is not None
    return low * scales[0], high * scales[1]


_FAR = 260
_MEAN_APART = 2
_MOVES = regex(
    r"\b(?:rose|risen|ris(?:e|es|ing)|f[ae]ll\w*|up|down|cut\w*|gr[eo]w\w*|increas\w+|rais\w+"
    r"|dropp?\w*|climb\w*|mov\w+|extend\w*|widen\w*|reduc\w+|went|goes|going|gone|won|beat\w*"
    r"|lost|lead|led|score\w*|chang\w+|jump\w*|soar\w*|slid\w*|sank|lower\w*|doubl\w+|halv\w+"
    r"|improv\w+|shr[aiu]nk\w*|expand\w*|vot\w+|swell\w*|swollen|trim\w*|switch\w*|one|ratio)\b"
)
_SUPERLATIVE = regex(
    r"\b(?:the|its|their|his|her) (?:(?:very "
    r"|single )?[a-z]{2,}(?<!inter)(?<!for)(?<!r)est\b(?! of all)"
    r"|most [a-z]+|least [a-z]+|(?:top|bottom|upper|inner|outer)?most|senior|junior|winning|worst"
    r"|best|last|first|record)(?: one)?(?: of (?:all|them all|them|these|those|the lot))?"
)
_NOUN_BEHIND = regex(r" ?(?!of\b|at\b|was\b|is\b|were\b|went\b|came\b|being\b)([a-z][a-z’'-]+)")
_ONE_OF = regex(
    r"\b(?:one|two|another|some|any|each) of (?:(?P<them>them|these|those)\b|(?:the|its|their|those"
    r"|these) (?P<many>[a-z\d-]+))|\bamong (?:(?:those|these|the) (?P<who>[a-z]+)|(?:them"
    r"|those|these)\b)"
)
_OTHER_CLAUSE = regex(r"[.;:(]|\b(?:than|since|after|but|while|ever|when|if)\b")
_ALL_OF_THEM = regex(r"\b(?:all|every|each|none|both|no)\b[^.;,]*\Z")
_THE = regex(r"\b(?:the|its|their) [^.;]*\Z")
_BE = regex(r" (?:is|was|of|at|came|cost|paid|went|took|weighed|weighs|costs|has|had)\b")
_LIMITED = regex(
    r"\b(?:(?:in|of|across|on) the (?:county|country|world|city|state|region|nation|district|island"
    r"|town|province|market|league|industry|field)|outside|elsewhere|apart from|except\w*|ever"
    r"|belongs? to none|none of|not one of|not among|no longer|unlike|neither|if)\b"
)
_ALSO_CALLED = {
    stem(word): " ".join(other for other in family.split() if other != word)
    for family in (
        "offer bid tender quote proposal",
        "term sentence jailed imprisoned",
        "pay salary wage earn",
        "rent price fee cost charge fare",
        "trip journey ride crossing voyage run",
        "reading temperature high low mark",
        "child pupil student",
        "score mark point",
        "shift stint",
    )
    for word in family.split()
}
"""What those that a range spans may also be called."""
_MEAN_BEHIND = regex(r",? (?:the|their|its) (?:average|mean|median)\b|,? on average\b")
_PLACED = regex(r" (?:at|in|on) ")
_OPENING = 40
"""Where a sentence says that it is about another place: "In Lisbon the average passenger"."""
_PLACE = regex(r"\A\s*(?:In|At|On) (?:the )?([A-Z][\w’'-]+)")
_OTHER_MEAN = regex(
    r"\b(?:national|nationally|statewide|elsewhere|other|compared|against|previous|last"
    r"|earlier|than"
    r"|long-term|historic\w*|seasonal|usual|ever|career|world|global|industry|above|below|if)\b"
)
_SCALES: dict[str, tuple[Role, ...]] = {
    "age": (Role.AGE, Role.COUNT, Role.DURATION),
    "price": (Role.MONEY,),
    "weight": (Role.AMOUNT,),
    "heat": (Role.AMOUNT,),
    "length": (Role.AMOUNT, Role.DURATION),
    "size": (Role.AMOUNT, Role.COUNT),
}
"""What figures have a scale where its words name the ends; others have any."""
_ENDS_OF_SCALES = {
    "age": ("youngest", "oldest|eldest"),
    "price": ("cheapest|least expensive", "dearest|costliest|most expensive|priciest"),
    "weight": ("lightest", "heaviest"),
    "heat": ("coldest|coolest", "hottest|warmest"),
    "length": ("shortest|narrowest|shallowest", "longest|tallest|widest|deepest"),
    "size": ("smallest", "largest|biggest"),
    "height": ("lowest", "highest"),
    "bound": (
        r"at least|a minimum of|minimum of|the minimum is|a floor of|lower limit of"
        r"|(?:no|not|never|nor)(?: [a-z]+)? (?:less|fewer|lower|shorter|younger|lighter|smaller"
        r"|cheaper) than|(?:not|never|nor)(?: [a-z]+){0,2} (?:below|under)",
        r"at most|no more than|a maximum of|maximum of|the maximum is|a ceiling of|upper limit of"
        r"|(?:no|not|never|nor)(?: [a-z]+)? (?:more|higher|longer|older|heavier|larger|bigger"
        r"|dearer) than|(?:not|never|nor)(?: [a-z]+){0,2} (?:above|over)",
    ),
    "denied": (
        r"(?:less|fewer|lower|shorter|younger|lighter|smaller) than|below|under",
        r"(?:more|higher|longer|older|heavier|larger|bigger) than|above|over",
    ),
    "low": (
        r"(?:an?|its|their|the) (?:overnight |daily |record |winter |summer |all-time )?"
        r"(?:low|trough|bottom) (?:of|at)",
        r"(?:an?|its|their|the) (?:overnight |daily |record |winter |summer |all-time )?"
        r"(?:high|peak|top) (?:of|at)",
    ),
}
_END_WORD = regex(
    r"\b(?:"
    + "|".join(
        f"(?P<{scale}{high}>{words})"
        for scale, ends in _ENDS_OF_SCALES.items()
        for high, words in enumerate(ends)
    )
    + r")\b"
)
_GROUP = regex(r"\bof (?:the|its|their|all|all the|these|those|his|her) \Z")
_OTHER_END = regex(
    r"[.;:(]|\b(?:than|by|since|after|before|until|in|and|but|while|ever|which|who|when|if)\b"
)
_BEFORE_CHRIST = regex(r" ?(?:B\.?C\.?(?:E\.?)?|BP|[Yy]ears (?:ago|before)|ago|[Mm]ya|Ma)\b")
_NONE = regex(
    r"\b(?:no|not|nor|never|neither|nobody|none|nothing|cannot)\b[^.;:]*\Z|n[’']t [^.;:]*\Z"
)
_STUFF = regex(r"\A (?!or\b|and\b|nor\b|but\b|to\b|at\b|in\b|on\b|a\b|per\b|old\b|long\b)[a-z-]+,")
"""Of so much clay, and so much sand."""
_NOR = regex(r"\A[^.;:]{0,40}\b(?:or|nor)\b[^.;:]{0,40}\Z")
_APART = regex(r"[;]|\b(?:while|whereas|but|last|previous|whose)\b")
_DENIED = regex(r"\b(?:not|never|nor|no longer|barely|hardly|rarely|neither)\b|n[’']t\b")
_LIKELY_YET = regex(r"\b(?:should|would|could|might|if|must|unless|until|aims?|hopes?)\b")
_RANGES = regex(r"\b(?:rang(?:e|es|ed|ing)|between|band|bracket|aged|ages)\b|–|-")
_RANGING = regex(
    r"\b(?:rang(?:e|es|ed|ing)(?: in [a-z]+)?|runs?|running|var(?:y|ies|ied|ying)|scale|band"
    r"|bracket"
    r"|span(?:s|ned|ning)?|stretch(?:es|ing)?)(?: \w+){0,2} from \Z"
    r"|\b(?:have|has|holds?|costs?|takes?|sells? for|lasts?|weighs?|charges?|pays|earns?|measures?"
    r"|seats?|carry|carries) from \Z"
)
_RANGED = regex(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|runs?|running|ran|took|takes|taking|from"
    r"|between"
    r"|spanned|spans|spanning|aged|ages|weigh\w*|measur\w+|pay|pays|paid|cost\w*|earn\w*"
    r"|charg\w+|last(?:s|ed)?)\b"
)
_BAND = regex(r"\b(?:range|band|bracket|scale|spread|ages?)\b")
_INSIDE = regex(
    r"\b(?:inside|within|well within|comfortably within|in the middle of|squarely in|falls? in"
    r"|fell in"
    r"|in)\b[^.;]{0,30}\b(?:range|band|bracket|corridor|window|limits|bounds|spread)\b"
)
_RANGE_WORDS = (
    r"(?:range|band|bracket|corridor|scale|limits|bounds|spread|window|estimates?|guide price"
    r"|forecasts?|target|tolerance)\b"
)
_LIES_IN = regex(
    r"\b(?:(?:comfortably|well|easily|safely|squarely|neatly|just|still|firmly|right)"
    r"|(?:falls?|fell|falling|lies?|lay|lying|sits?|sat|is|was|are|were|came|comes?|stands?|stood"
    r"|stays?|stayed|remains?|remained|keeps?|kept|put))(?: it)? (?:inside|within)\b[^.;]{0,50}\Z"
)
_IN_THAT = regex(
    rf"\b(?:within|inside|in|on) (?:that|this|the|those|these|the same) (?:[a-z]+ )?"
    rf"(?:grade\b|{_RANGE_WORDS})"
)
_IN_THAT_BEHIND = regex(
    rf"(?: [a-z]+){{0,3}},? (?:[a-z]+ ){{0,5}}(?:within|inside|on) (?:(?:that|this|those|these|its"
    rf"|their) (?:[a-z]+ )?(?:grade\b|{_RANGE_WORDS})|(?:it|them|that|this)\b(?! [a-z]))"
)
_MOST_OF_THEM = regex(
    r"\b(?:(?<!the )most|many|ideal|normal|recommended|all but|nearly all|almost all|some|half of"
    r"|normally|generally|mostly|mainly|often|commonly|as a rule|majority|except)\b"
)
_MEAN = regex(
    r"\b(?:mean|average|averaged|averages|averaging|median|typical|typically|midpoint|on average)\b"
    r"[^.;]{0,30}\Z|\ba (?:mean|median) of"
)
_END_OF_IT = regex(
    r"\bthe (?:youngest|oldest|eldest|cheapest|dearest|highest|lowest|smallest|largest|biggest"
    r"|longest|shortest|fastest|slowest|heaviest|lightest|tallest|most expensive|most|least|best"
    r"|worst|top"
    r"|bottom)\b[^.;]{0,40}\Z"
)
_NO_BOUND = regex(
    r"\b(?:ideal\w*|comfortabl\w*|safe\w*|legal\w*|prefer\w*|expect\w*|forecast\w*|predict\w*"
    r"|target\w*|estimat\w*|project\w*|normal\w*|recommended"
    r"|guid\w*|usual\w*|typical\w*|hoped|planned|advised|suggested|previous\w*|last year|once"
    r"|used to"
    r"|rose|fell|up|down|cut|grew|increased|raised|dropped|climbed|moved|extended|widened)\b"
)
_OUTSIDE = regex(
    r"\b(?:outside|beyond|above|below|higher than|lower than|exceed\w*|except|apart from"
    r"|but one|outlier|over|under)\b"
)
_THE_REST = regex(r"\b(?:last year|previous|elsewhere|before|ever|record|since)\b")
