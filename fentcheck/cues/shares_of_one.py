from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from fentcheck.cues.alike import (
    head,
    is_amount,
    is_compared,
    is_share,
    of_one_unit,
    same_head,
    size,
)
from fentcheck.cues.closing import closes, is_all, left_before
from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.fit import bare_percent
from fentcheck.exact import Fraction
from fentcheck.expressions.tree import Comparison, Exact, Expression, Operator, Quoted, operation
from fentcheck.phrases.hedges import Hedge
from fentcheck.phrases.numbers import Number
from fentcheck.phrases.phrase import Phrase
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.rules.relation import Wording
from fentcheck.units.nouns import PERSONS, singular
from fentcheck.units.unit import PERCENT


@cue("shares-of-one")
def shares_of_one(draft: Draft) -> Iterator[Found]:
    """Shares of one whole, listed as what it consists of.

    Words: a list of shares that ends with what is left ("the remaining 15%", "the other 5%") is
    all of the whole. One whose verb gives each thing to one share alone ("accounts for", "made
    up", "came top … followed by", "took 34% of the vote") is no more than all of it, and so is
    "of every pound, 42p". Not where answers may overlap ("could tick several", "both", "also").
    Finding: Coal made up 46% of the port's traffic, grain 33% and timber the remaining 31%.
    Clean: Coal made up 46% of the port's traffic, grain 33% and timber the remaining 21%.
    """
    for listed in _lists(draft):
        yield from _listed(draft, listed)
    yield from _of_every_pound(draft)
    yield from _out_of_every(draft)


def _lists(draft: Draft) -> Iterator[list[Mention]]:
    """Runs of shares that can be of one whole; a share of something else is passed over."""
    run: list[Mention] = []
    bases: list[str] = []
    for share in draft.figures:
        if run and bare_percent(draft, share, run[-1]) and _GOES_ON.search(draft.before(share, 60)):
            run.append(share)
            bases.append(_base(draft, share))
            continue
        if not is_share(share) or not _may_be_listed(draft, share):
            continue
        if left_before(draft, share) is not None:  # of another whole, and so may be what follows
            if len(run) > 1:
                yield run
            run = []
            continue
        if run and not _is_near(run[-1], share):
            if len(run) > 1:
                yield run
            run, bases = [], []
        base = _base(draft, share)
        if run and _restates(draft, run[-1], share):
            run[-1], bases[-1] = share, base
        elif (
            not run
            or _is_of_same(draft, run, share, base, next(filter(None, bases), ""))
            or _is_closed_by(draft, run, share)
        ):
            run.append(share)
            bases.append(base)
    if len(run) > 1:
        yield run


def _may_be_listed(draft: Draft, share: Mention) -> bool:
    """It is no change, no figure of another time, and no share of a share."""
    before = draft.before(share, 30)
    if is_compared(draft, share) or (_CHANGE.search(before) and not _HELD_BY.search(before)):
        return False
    if _OF_ITS_OWN.search(draft.before(share)) or _TOOK_PART.match(draft.lower, share.figure_end):
        return False
    return not _OTHER.match(draft.lower, share.end)


def _restates(draft: Draft, words: Mention, share: Mention) -> bool:
    """ "Nearly half of the budget, 48%,"."""
    return (
        words.unit == ""
        and share.unit == "%"
        and bool(_OR.fullmatch(draft.lower, words.figure_end, share.start))
        and draft.lower[share.end : share.end + 1] in ",)"
    )


def _is_near(last: Mention, share: Mention) -> bool:
    return share.sentence - last.sentence <= 2 and share.start - last.end <= _LONGEST_STEP


def _is_of_same(draft: Draft, run: Sequence[Mention], share: Mention, own: str, known: str) -> bool:
    """What it is of is left out, or said to be what the others of the list are of."""
    if not known:
        return not own or share.sentence == run[0].sentence
    if not own and share.sentence != run[-1].sentence:
        return bool(_GOES_ON_WITH.search(draft.words(share))) or closes(draft, share)
    return not own or same_head(known, own)


def _is_closed_by(draft: Draft, run: Sequence[Mention], share: Mention) -> bool:
    """It is what is left of them, or stands before what is: whatever they are called now."""
    following = draft.following(share)
    last = following if following is not None and is_share(following) else share
    return (
        closes(draft, last)
        and any(_base(draft, one) in _ASKED for one in run)
        and share.sentence - run[0].sentence <= 1
        and _may_be_all([*run, share] if last is share else [*run, share, last])
    )


def _base(draft: Draft, share: Mention) -> str:
    """The last word of what a share is said to be of; "" where that is left out."""
    if share.noun:
        return head(share) if _REACHED.match(draft.lower, share.figure_end) else ""
    match = _OF.match(draft.lower, share.figure_end)
    return singular(match.group(1).split()[-1]) if match else ""


def _listed(draft: Draft, run: Sequence[Mention]) -> Iterator[Found]:
    start = draft.sentence(run[0]).start
    end = draft.sentence(run[-1]).end
    parts = [_part(one) for one in run]
    if len(run) > 2 and 2 * max(parts) == sum(parts) < _LEAST_OF_ALL:
        return  # "8 per cent, of which 3 goes back and the remaining 5"
    if _OVERLAP.search(draft.lower, max(0, start - 200), end):
        return
    for index, share in enumerate(run):
        is_rest = _REST.search(draft.before(share, 60)) is not None
        if index and (is_rest or _is_closed(draft, run[: index + 1])):
            if _has_fraction(draft, run[0].figure_end, share.start):
                return
            yield from _with_the_rest(draft, run[: index + 1])
            return
    if len(run) > 2 and is_all(draft, run[0], run[-1]) and _may_be_all(run):
        yield from _with_the_rest(draft, run)
        return
    apart = sum(
        bool(_APART.match(draft.lower, share.end) or _PLACE.search(_tail(draft, share)))
        for share in run
    )
    is_said = apart < 2 and (
        _ALONE.search(draft.lower, start, end)
        or (len(run) > 2 and _NO_ONE_ELSE.search(draft.lower, start, end + 40))
    )
    is_whole = sum(map(_part, run)) <= _MOST_OF_ALL
    if (is_said and is_whole) or (not apart and _is_gapped(draft, run)):
        yield _sum(draft, run, Comparison.AT_LEAST, Sure.LIKELY)
    for one, other in pairwise(run):
        yield _sum(draft, (one, other), Comparison.EQUAL, Sure.GUESS)


def _is_closed(draft: Draft, run: Sequence[Mention]) -> bool:
    """Its last is called what is left, in words that may say it of another thing."""
    if not closes(draft, run[-1]) or _RATES.search(draft.words(run[-1])):
        return False
    own = [one for one in run if one.sentence == run[-1].sentence]
    return (len(own) > 1 and _may_be_all(own)) or _may_be_all(run)


def _may_be_all(run: Sequence[Mention]) -> bool:
    """What they add up to misses all of it as slips do."""
    return _LEAST_OF_ALL <= sum(map(_part, run)) <= _MOST_OF_ALL


def _part(share: Mention) -> Fraction:
    """A share as a fraction, of a bare number in per cent as well."""
    part: Fraction = Fraction(size(share)) / (100 if share.role is Role.COUNT else 1)
    return part


def _has_fraction(draft: Draft, start: int, end: int) -> bool:
    """A share in words that is not among the figures stands between."""
    found = _FRACTION.search(draft.lower, start, end)
    return found is not None and not draft.within(found.start(), found.end())


def _tail(draft: Draft, share: Mention) -> str:
    """The words behind a share up to the next comma or "and"."""
    return _TAIL_END.split(draft.text[share.figure_end : share.figure_end + 60])[0]


def _is_gapped(draft: Draft, run: Sequence[Mention]) -> bool:
    """ "Oil heats 55% of the homes, gas 30% and wood 25%": one verb, and one whole for all.

    Of people that is not enough, who may do two things; and what adds up to far more than all was
    never meant to add up.
    """
    if run[-1].sentence != run[0].sentence or sum(map(size, run)) > _MOST_OF_A_SLIP:
        return False
    words = [
        _ATTRIBUTED.sub(",", draft.lower[one.figure_end : other.start])
        for one, other in pairwise(run)
    ]
    if " and " not in words[-1] or _TWICE.search(_opening(draft, run)):
        return False
    start = max(0, draft.sentence(run[0]).start - 100)
    if not all(_GAP.fullmatch(gap) for gap in words):
        return len(run) > 2 and _are_parallel(draft, run, words)
    if _AMONG.search(draft.lower, start, run[0].start):
        return True
    opened = _OF_THE.search(draft.before(run[0], 40))
    base = _base(draft, run[0]) or (singular(opened.group(1)) if opened else "")
    if opened and base not in PERSONS and _IS.match(draft.lower, run[0].end):
        return True
    if not base or base in PERSONS or base == "people":
        return bool(_CONSISTS.search(draft.before(run[0], 30)))
    return True


def _opening(draft: Draft, run: Sequence[Mention]) -> str:
    """The words up to the second share, the verb of the list among them."""
    return draft.lower[max(draft.sentence(run[0]).start, run[0].start - 150) : run[1].start]


def _are_parallel(draft: Draft, run: Sequence[Mention], words: Sequence[str]) -> bool:
    """ "Half the flats are let to students, a third to nurses and a quarter to pensioners"."""
    tail = _TAIL_END.split(draft.lower[run[-1].figure_end : run[-1].figure_end + 60])[0]
    first = _TO_WHOM.search(words[0])
    if first is None or not words[0].rstrip().endswith((",", "and")):
        return False
    link = f" {first.group(1)} "
    signs = [_PERCENT.sub("", one, count=1) for one in (*words[1:], tail)]
    return all(one.startswith(link) and len(one) < _SHORT for one in signs)


def _with_the_rest(draft: Draft, run: Sequence[Mention]) -> Iterator[Found]:
    """ "The remaining 15%": with what is said before, as far back as the sentence goes, if it does.

    What stands further back may belong to it as well, and is asked too.
    """
    own = [share.sentence for share in run].index(run[-1].sentence)
    begins = own if own < len(run) - 1 else 0
    if own and not _may_be_all(run[begins:]):
        begins = next((at for at in range(own) if _may_be_all(run[at:])), begins)
    yield _sum(draft, run[begins:], Comparison.EQUAL, Sure.SAID)
    for start in range(len(run) - 1):
        if start != begins:
            yield _sum(draft, run[start:], Comparison.EQUAL, Sure.GUESS)


def _sum(draft: Draft, run: Sequence[Mention], comparison: Comparison, sure: Sure) -> Found:
    together = operation(Operator.SUM, *(_operand(draft, run[0], share) for share in run))
    return Found(run[-1], "FC302", Exact(1), comparison, together, tuple(run), sure, Wording.SHARES)


def _operand(draft: Draft, first: Mention, share: Mention) -> Expression:
    """A share; of "38 per cent … the Farmers' Union on 34" with the sign that the first has."""
    if share.role is Role.COUNT and share.phrase is not None:
        return Quoted(share.phrase._replace(unit=PERCENT))
    return draft.named(share)


def _of_every_pound(draft: Draft) -> Iterator[Found]:
    """ "Of every dollar, 71 cents goes to shelters, 24 cents to salaries"."""
    for opening in _EVERY.finditer(draft.lower):
        here = draft.sentence_at(opening.start())
        start, end = max(here.start, opening.start() - 250), opening.end() + 300
        cents = [one for one in draft.within(start, end) if _is_cents(draft, one)]
        inside = [one for one in cents if here.start <= one.start < here.end]
        if not inside:
            behind = draft.sentence_at(min(here.end, len(draft.text) - 1))
            inside = [one for one in cents if behind.start <= one.start < behind.end]
        if not inside:
            continue
        last = next(
            (
                one
                for one in cents
                if one.sentence == inside[-1].sentence + 1 and closes(draft, one)
            ),
            None,
        )
        listed = [*inside, last] if last else inside
        if len(listed) < 2 or sum(map(size, listed)) > 2 * _DOLLAR:
            continue
        is_whole = closes(draft, listed[-1]) and 2 * sum(map(size, listed)) > _DOLLAR
        yield _cents(draft, listed, Comparison.EQUAL if is_whole else Comparison.AT_LEAST)


def _is_cents(draft: Draft, one: Mention) -> bool:
    """So many of the hundred, and no price."""
    return (
        one.role is Role.MONEY
        and one.phrase is not None
        and one.phrase.unit.size < 1
        and not one.per
        and size(one) < _DOLLAR
        and not is_compared(draft, one)
    )


def _out_of_every(draft: Draft) -> Iterator[Found]:
    """ "Out of every 10 dollars four go to the owner, three to gas and four to repairs"."""
    for whole in draft.figures:
        if not is_amount(whole) or not _EVERY_NUMBER.search(draft.before(whole, 16)):
            continue
        end = min(draft.sentence(whole).end, whole.end + 300)
        parts = [
            one
            for one in draft.within(whole.end, end)
            if is_amount(one) and (one.role is Role.COUNT or of_one_unit(one, whole))
        ]
        parts = [one for one in parts if not one.noun or one.role is not Role.COUNT]
        if len(parts) < 2 or any(is_compared(draft, one) for one in parts):
            continue
        gaps = [draft.lower[one.figure_end : other.start] for one, other in pairwise(parts)]
        tail = _TAIL_END.split(draft.after(parts[-1], 60))[0]
        verb = _GOES.match(draft.lower, parts[0].end)
        if verb is None or " and " not in gaps[-1] or _OVERLAP.search(draft.words(whole)):
            continue
        if any(len(gap) > _SHORT or _NO_PART.search(gap) for gap in (*gaps[1:], tail)):
            continue
        if any(_VERB.search(gap) for gap in gaps[1:]):
            continue
        values = [Fraction(size(one)) for one in parts]
        most = Fraction(size(whole)) * _MOST_OF_A_SLIP
        if sum(values) <= most and all(value < size(whole) for value in values):
            together = operation(Operator.SUM, *(_exactly(one, whole) for one in parts))
            yield Found(
                whole, "FC301", _exactly(whole, whole), Comparison.AT_LEAST, together,
                (whole, *parts), Sure.LIKELY, Wording.PARTS,
            )  # fmt: skip


def _exactly(one: Mention, whole: Mention) -> Quoted:
    """A figure of "two in every ten", which nobody rounds, in the unit of the whole."""
    assert one.phrase is not None
    assert whole.phrase is not None
    return Quoted(one.phrase._replace(unit=whole.phrase.unit, hedges=(Hedge.EXACT,)))


def _cents(draft: Draft, cents: Sequence[Mention], comparison: Comparison) -> Found:
    one_coin = cents[0].phrase
    assert one_coin is not None
    together = operation(Operator.SUM, *(draft.named(one) for one in cents))
    return Found(
        cents[-1], "FC301", Quoted(_hundred(one_coin)), comparison, together, tuple(cents),
        Sure.LIKELY, Wording.PARTS,
    )  # fmt: skip


def _hundred(phrase: Phrase) -> Phrase:
    """A hundred of the coin that a phrase counts, exactly."""
    return phrase._replace(
        text=f"100 {phrase.unit.name}", low=Number(100, 1), high=None, hedges=(Hedge.EXACT,)
    )


_SHORT = 45
_RATES = regex(
    r"\b(?:rates?|interest|discounts?|dut(?:y|ies)|tariffs?|taxed|levied|charged|fees?)\b"
)
_ASKED = frozenset("quizzed asked polled surveyed questioned canvassed respondent voter".split())
_ATTRIBUTED = regex(
    r",[^,;]{0,50}\b(?:said|says|told|reported|reports|showed|shows|found|explained|added|noted"
    r"|estimates?|according)\b[^,;]{0,40},"
)
_FRACTION = regex(
    r"\b(?:half|an? (?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth))\b"
)
_AMONG = regex(
    r"\b(?:divided|split|shared|distributed|carved up) (?:up )?(?:among|between|by)\b"
    r"[^;0-9]{0,70}\Z"
)
_OF_THE = regex(r"\bof (?:the|its|their|all|his|her) (?:[a-z]+ )?([a-z]+), \Z")
_REACHED = regex(r"(?: ?%| per ?cent)? (?:of|the|its|their|his|her|our|all)\b")
_IS = regex(r" (?:is|are|was|were) ")
_TO_WHOM = regex(r" (to|from|for|on) [a-z' -]{1,30},? ?(?:and )?\Z")
_PERCENT = regex(r"^ ?(?:%|per ?cent)")
_EVERY_NUMBER = regex(r"\b(?:of|in|for|from) (?:every|each) \Z")
_GOES = regex(
    r" (?:go(?:es)? (?:to|on)|went (?:to|on)|are|is|were|was|come from|came from|end up|ended up)\b"
)
_NO_PART = regex(r"\b(?:who|which|while|but|than|old|years?|hours?|days?)\b")
_VERB = regex(r"\b(?:take|hire|visit|have|had|said|say|use|own|want|smoke|drive|like)\b")
_LONGEST_STEP = 220
_OF = regex(
    r"(?: ?%| per ?cent)? of (?:the |its |their |his |her |our |all |these |those |such )?"
    r"((?:[a-z][\w'’-]* )?[a-z][\w'’-]*)"
)
_OTHER = regex(
    r"[ -](?:more|less|fewer|higher|lower|rise|increase|gain|fall|drop|decline|cut|growth|swing"
    r"|discount|interest|off|chance|turnout|of (?:what (?:is|was|remain[a-z]*"
    r"|[a-z]* ?left)|that|the (?:rest|remainder|balance|others)|them|it)\b"
    r"|speak both|both)\b"
)
_OF_ITS_OWN = regex(
    r"\b(?:turn-?out|swing|approval|ratings?|margins? of error|margin|unemployment|joblessness"
    r"|jobless rate|inflation|interest|response rate|occupancy|literacy|threshold|quorum"
    r"|attendance|participation)\b"
    r"(?:(?! (?:and|but|while|as|when|with) )[^.;:,()\d]){0,50}?"
    r",? (?:is|was|were|of|at|to|stood at|stands at|reached|hit|topped|exceeded|averaged|being)"
    r"(?: (?:about|around|some|nearly|almost|just|only|over|under|more than|less than|roughly))*"
    r" \Z"
)
"""What is a share of all who could, or no share at all, and no part of what the others share."""
_TOOK_PART = regex(
    r"[^.;:,()\d]{0,40}\b(?:turned out|took part|taken part|participated|went to the polls"
    r"|cast (?:(?:a|their) )?(?:ballots?|votes?))\b(?! (?:for|against))"
)
_CHANGE = regex(
    r"\b(?:by|(?<!ma[dk]e )(?<!takes )(?<!makes )(?<!take )up|down|rose|rises|fell"
    r"|falls|grew|turnout (?:of|was)|threshold of|at least|to"
    r"|a further|interest of|rate of)"
    r"(?: (?:about|around|some|nearly|almost|just|only|over|more than))? \Z"
)
_MOST_OF_ALL = Fraction(3, 2)
"""J: shares whose words say that they are of one whole, and that add up to more, are of several."""
_LEAST_OF_ALL = Fraction(3, 5)
"""J: shares that add up to less are some of those that there are."""
_MOST_OF_A_SLIP = Fraction(13, 10)
"""J: a list of parts with a slip in it still adds up to no more than this."""
_GAP = regex(
    r"(?: ?%| ?per ?cent)?(?: (?:of|from|for|to|on|with)(?: [a-z'’-]+){1,5}| [a-z'’-]+){0,2}"
    r"(?:,|,? and|, with)(?: [a-z'’-]+){0,3} "
)
_CONSISTS = regex(r"\b(?:is|are|was|contains?|holds?|mix of|blend of|made of) \Z")
_TAIL_END = regex(r"[,;.]| and ")
_PLACE = regex(
    r"\bin (?:the )?(?:city|country|north|south|east|west|towns?|villages?|suburbs|capital)\b"
    r"|\bin (?!Jan|Feb|March|April|May\b|June|July|Aug|Sept|Oct|Nov|Dec|Spring|Autumn)[A-Z]"
)
_TWICE = regex(
    r"\b(?:\w+e[dn] by|reach(?:es|ed)?|us(?:e|es|ed)|spok(?:e|en)|speaks?|likes?|liked"
    r"|reads?|watch(?:es|ed)?|trust(?:s|ed)?|suffer(?:s|ed)?|serv(?:es|ed)|visit(?:s|ed)"
    r"|ha[ds]|have|show(?:s|ed)"
    r"|found in|affect(?:s|ed)|damag(?:es|ed)|hit|cut|cuts|lost|loses|rose|fell|survived|killed)\b"
)
_HELD_BY = regex(
    r"\b(?:opposed|backed|supported|favou?red|rejected|chosen|owned|held|named|led|run) by \Z"
)
_OR = regex(r"(?: of [a-z'’ ]{1,30})?(?:, (?:or )?| \(| – | — )")
_GOES_ON = regex(r"\b(?:on|at|with|to|took|won|got|and|polled|scored|had) \Z")
_REST = regex(
    r"\b(?:(?:the |its |their |a )?(?:remaining|final)|the other"
    r"|(?:what(?:ever)?(?: is|[’']s| was)? (?:left|remains|remained)|every(?:one|body|thing) else"
    r"|all (?:the )?(?:rest|others?)|none of (?:these|them|the above))(?: [a-z]+){0,2},?"
    r"|the (?:rest|remainder|balance|others)(?: of [a-z' ]{1,25})?,?"
    r"(?: (?:is|was|are|were|goes|went|comes|came|being|at|or|some|the))?)"
    r"(?: (?:about|around|some|nearly|almost|roughly|just|only|over|more than))? \Z"
)
_GOES_ON_WITH = regex(
    r"\b(?:account(?:s|ed)? for|ma(?:ke|kes|de) up|came|comes|follow(?:ed|s)|took|takes?|won|wins?"
    r"|polled|scored|held|holds?|got|gets?|shares?|went to|goes to|rest|remain(?:s|der|ing)"
    r"|others?|another|further|behind|ahead|only|just)\b"
)
"""What a list of shares goes on with in another sentence."""
_OVERLAP = regex(
    r"\b(?:both|more than one|several (?:boxes|answers|options)|multiple|as many as they|overlap"
    r"|also|as well|at the same time"
    r"|could (?:choose|pick|tick|name|give) (?:two|three|up to|any|all)"
    r"|free to (?:choose|tick|pick|name)|at least one)\b"
)
_NO_ONE_ELSE = regex(
    r"\b(?:no one|nobody|none of them|nothing)\b(?! (?:knows|knew|can|could|would|was hurt))"
)
"""Said behind a list, it closes it."""
_APART = regex(
    r" (?:(?:in|during|by) (?:jan|feb|march|april|may\b|june|july|aug|sept|oct|nov|dec|spring"
    r"|summer|autumn|winter|the|\d)|among|a year|last (?:year|month|week)|this (?:year|month|week)"
    r"|of what is left|of the rest)"
)
_ALONE = regex(
    r"\b(?:account(?:s|ed|ing)? for|ma(?:d|k)es? up|making up|made up|came (?:top|first|from)"
    r"|comes? from|followed by|suppli(?:ed|es)|generat(?:ed|es)|cover(?:s|ed)|(?:goes|went|go) to"
    r"|spent on|of (?:the|all) votes?|(?:single|only one|the one|the main|main|favou?rite) "
    r"|vot(?:ed|ing) for|undecided|no (?:view|opinion|answer)|don't know|did not know|unsure"
    r"|divided|split|abstain(?:ed|ing)|consists? of|composed of|made of"
    r"|belong(?:s|ed)? to|of the market)\b"
)
_DOLLAR = 1
_COIN = r"(?:pound|dollar|euro|quid|buck|rand|shilling|£1|\$1|€1)\b"
_EVERY = regex(
    rf"\b(?:(?:of|from|out of|does|how|where|on|with) (?:every|each|a|one|your|the)"
    rf"(?: (?:single|tax|council|charity))? {_COIN}(?! (?:sterling|coins?|notes?|bills?|shops?"
    r"|stores?|menu|signs?)\b)"
    rf"|(?:in|to) the {_COIN}(?! in circulation)"
    rf"|for (?:every|each) {_COIN}[^.;0-9]{{0,50}} (?:gets?|goes|receives?|keeps?|takes?)\b"
    rf"|(?:every|each) {_COIN} (?:of|in|that|you|spent|raised|given|they|we|it|paid|is|goes"
    r"|breaks?|was|divides?|splits?)\b)"
)
