"""A count and the list of what is counted; a rank and those who came before."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft, Sentence
from fentcheck.cues.lists import MORE_NAMES, NAMES, WHEN, WHENS, Listed, list_at, names_in
from fentcheck.cues.quoted import quoted
from fentcheck.cues.same import head_of, is_another, is_definite, rank_of, stem, stems
from fentcheck.expressions.tree import Comparison, Exact
from fentcheck.phrases.display import inside
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
from fentcheck.units.nouns import PERSONS, singular
from fentcheck.units.unit import NUMBER, Unit


@cue("listed")
def listed(draft: Draft) -> Iterator[Found]:
    """So many of something, and a list that names them all.

    Words: "four bodies will merge: A, B, C and D"; "three towns, Corve, Linford and Marl,";
        "three times, in 1988, 1997 and 2006"; "five towns will share it … the money goes to A, B,
        C, D and E"; "four men were charged … They are A, B, C and D". A list of some of them
        ("including", "among them") says nothing.
    Finding: They have won the cup three times, in 1988, 1997, 2006 and 2014.
    Clean: They have won the cup four times, in 1988, 1997, 2006 and 2014.
    Finding: Five towns will share the prize. The money goes to Ashby Vale, Corve and Linford.
    Clean: Five towns, including Ashby Vale, Corve and Linford, will share the prize.
    Clean: Three bodies will merge: Hale and Wolds council, Marlow council, and the Fens board.
    """
    for count in draft.figures:
        if not isinstance(count.value, int):
            continue
        if not (count.noun or count.unit in _TIMES or _THE_ONES.match(draft.after(count, 70))):
            continue
        if count.role not in (Role.COUNT, Role.DURATION):
            continue
        if not 1 < count.value <= _MOST or count.hedge != "=" or count.per:
            continue
        for found in _lists_of(draft, count):
            yield _items(draft, count, found)
            break


@cue("listed-in-words")
def listed_in_words(draft: Draft) -> Iterator[Found]:
    """A number that is no figure: "twice", "both", "a trio of", and the list that it counts.

    Words: "won it twice, in 2009, 2012 and 2018"; "both countries, Peru, Chile and Bolivia".
    Finding: The club has won the cup twice, in 2009, 2012 and 2018.
    Clean: The club has won the cup twice, in 2009 and 2012.
    """
    for match in _IN_WORDS.finditer(draft.lower):
        word = match.lastindex or 1
        many = _WORDS_FOR[match.group(word)]
        found = (WHENS if word == 1 else NAMES).match(draft.text, match.end())
        if found is None or not _ENDS.match(draft.lower, found.end()):
            continue
        named = _how_many(found.group())
        if named != many and (
            " and " not in found.group()[:-1] or found.group().count(" and ") > 1
        ):
            continue
        count, items = draft.made(*match.span(word)), draft.made(*found.span())
        yield Found(
            count, "FC202", Exact(many), Comparison.EQUAL, Exact(named), (count, items),
            told=f"the list names {named} ({items.text}), not {inside(count.text)}",
        )  # fmt: skip


@cue("ranked")
def ranked(draft: Draft) -> Iterator[Found]:
    """A place in a race or table, and those who were ahead.

    Words: "came third, behind Joy Adeyemi and Freya Holm"; "second only to".
    Finding: Ines Calder came second, behind Joy Adeyemi and Freya Holm.
    Clean: Ines Calder came third, behind Joy Adeyemi and Freya Holm.
    Clean: Ines Calder came third, well behind the winner, Joy Adeyemi.
    """
    for place in draft.others:
        rank = rank_of(place.text) if place.role is Role.ORDINAL else None
        if rank is None or rank < 2:
            continue
        for ahead in _ahead(draft, place):
            many = _how_many(ahead.text)
            if abs(many + 1 - rank) <= _OUT_BY:
                yield Found(
                    place, "FC202", Exact(rank), Comparison.EQUAL, Exact(many + 1),
                    (place, ahead), Sure.SAID,
                    told=f"behind {ahead.text}, {many} of them, is not {place.text}",
                )  # fmt: skip
            break


def _ahead(draft: Draft, place: Mention) -> Iterator[Mention]:
    """Those who were before a place: behind "behind", or said to be ahead, or to have done more."""
    text, end = draft.text, draft.sentence(place).end
    plainly = _BEHIND.match(text, place.end)
    if plainly is None and not _RANKED.match(draft.lower, place.end):
        if not _CAME.search(draft.before(place, 40)):
            return
    elif plainly is not None and not _CAME.search(draft.before(place, 40)):
        plainly = None
    links = [plainly] if plainly else []
    links += _PASSED_BY.finditer(text, place.end, min(end, place.end + _REACH))
    for link in links:
        if any(one.role is Role.ORDINAL for one in draft.others_within(place.end, link.start())):
            break  # "second in the 400m and third in the 800m, behind"
        found = NAMES.match(text, link.end()) or WHENS.match(text, link.end())
        if found and (link is plainly or _ENDS.match(draft.lower, found.end())):
            yield draft.made(found.start(), found.end() - found.group().endswith("."))
    for only in _THE_ONLY.finditer(draft.lower, place.end, min(end, place.end + 2 * _REACH)):
        for found in NAMES.finditer(text, place.end, only.start()):
            if found.end() == only.start():
                yield draft.made(found.start(), found.end())
    following = draft.sentences[min(place.sentence + 1, len(draft.sentences) - 1)]
    stop = min(following.end, place.end + 2 * _REACH)
    for only in _ONLY.finditer(text, place.end, stop):
        found = NAMES.match(text, only.end())
        if found and _WERE_AHEAD.match(draft.lower, found.end()):
            yield draft.made(found.start(), found.end())


def _how_many(names: str) -> int:
    return len(WHEN.findall(names)) if WHENS.fullmatch(names) else names_in(names)


def _items(draft: Draft, count: Mention, found: Listed) -> Found:
    items = draft.made(found.start, found.end)
    said = str(found.fewest) if found.fewest == found.most else f"{found.fewest} or {found.most}"
    return Found(
        count,
        "FC202",
        draft.named(count),
        Comparison.EQUAL,
        quoted(found.fewest, found.most, _unit(count)),
        (count, items),
        Sure.SAID,
        told=f"the list names {said} ({items.text}), not {inside(count.text)}",
    )


def _unit(count: Mention) -> Unit:
    assert count.phrase is not None
    return count.phrase.unit if count.role is Role.DURATION else NUMBER


def _lists_of(draft: Draft, count: Mention) -> Iterator[Listed]:
    """The lists that name all that is counted, the nearest first."""
    sentence = draft.sentence(count)
    text = draft.text
    behind = text[count.end : sentence.end]
    if _SOME.search(draft.lower, count.end, sentence.end) or _SOME_OF.search(
        draft.before(count, 40)
    ):
        return
    whens = _IN_WHENS.match(behind)
    if whens and (count.unit in _TIMES or count.noun in _TIMES or count.noun in _WINS):
        found = WHENS.match(text, count.end + whens.end())
        if found:
            many = len(WHEN.findall(found.group()))
            yield Listed(found.start(), found.end(), many, many)
            return
    apposed = _APPOSED.match(behind)
    if apposed:
        start = count.end + apposed.end()
        end = _end_of_names(text, start)
        if (
            end
            and _APPOSED_END.match(text, end)
            and (text.count(", ", start, end) or text.startswith("the ", start))
        ):
            found_list = list_at(text, start, end)
            if found_list:
                yield found_list
                return
    colon = _COLON.search(behind[:_UP_TO_COLON])
    if colon and not any(
        one.role is Role.COUNT and isinstance(one.value, int) and 1 < one.value <= _MOST
        for one in draft.within(count.end, count.end + colon.start())
    ):
        start, end = count.end + colon.end(), sentence.end
        if colon.group().strip() in ("–", "—", "-"):
            closing = _DASH.search(text, start, end)
            end = closing.start() if closing else end
        if text[start] == "(":
            start, end = start + 1, max(text.find(")", start, end), start + 1)
            if _KINDS.search(text, start, end):
                return
        found_list = list_at(text, start, end)
        if found_list:
            yield found_list
        return
    namely = _NAMELY.search(draft.lower, count.end, min(sentence.end, count.end + _UP_TO_COLON))
    if namely:
        end = _end_of_names(text, namely.end())
        found_list = list_at(text, namely.end(), end) if end else None
        if found_list:
            yield found_list
        return
    were = _THE_ONES.match(draft.lower, count.end, sentence.end)
    if were and is_definite(draft, count):
        end = _end_of_names(text, were.end())
        found_list = list_at(text, were.end(), end) if _LIST_END.match(text, end) else None
        if found_list and _is_near(count, found_list):
            yield found_list
        return
    ahead = _MADE_UP.search(draft.lower, max(sentence.start, count.start - 40), count.start)
    if ahead and " and " in _CLAUSE_END.split(behind, maxsplit=1)[0]:
        return
    if ahead:
        every = NAMES.finditer(text, sentence.start, ahead.start())
        names = next((one for one in every if one.end() == ahead.start()), None)
        if names and names.group().count(", "):
            found_list = list_at(text, names.start(), names.end())
            if found_list:
                yield found_list
        return
    is_new = bool(_MORE.search(count.text.lower()) or _MORE.search(draft.before(count, 6)))
    if is_another(draft, count) and not is_new:
        return
    if not draft.after(count, 4).startswith(" of "):
        yield from _in_a_sentence_behind(draft, count, is_new)


def _end_of_names(text: str, start: int) -> int:
    """Where the names that begin there end; 0 without any."""
    names = NAMES.match(text, start)
    if names is None:
        return 0
    more = MORE_NAMES.match(text, names.end())
    return more.end() if more else names.end()


def _under_a_label(draft: Draft, count: Mention, here: Sentence) -> Listed | None:
    """ "The full list: St Anthony's, Biddick Academy and Farringdon, plus Grangetown Primary." """
    label = _LABEL.match(draft.lower, here.start, here.end)
    if label is None or not (
        _ALL_LISTED.search(label.group()) or stem(head_of(count)) in stems(label.group())
    ):
        return None
    own = draft.within(here.start, label.end())
    if any(one.value != count.value for one in own) or not _is_alone(draft, count, here):
        return None
    found = list_at(draft.text, label.end(), here.end)
    return found if found and _is_near(count, found) else None


def _in_a_sentence_behind(draft: Draft, count: Mention, is_new: bool) -> Iterator[Listed]:
    """ "Five towns will share the fund … The money goes to Ashby Vale, Corve and Linford." """
    shares = _SHARES.search(draft.words(count)) is not None
    for index in range(count.sentence + 1, min(count.sentence + 3, len(draft.sentences))):
        here = draft.sentences[index]
        words = draft.lower[here.start : here.end]
        if _SOME.search(words):
            return
        labelled = None if is_new else _under_a_label(draft, count, here)
        if labelled:
            yield labelled
            return
        for link in _LINK.finditer(words):
            if link.group("goes") and not shares:
                continue
            noun = link.group("noun")
            is_of_new = link.group("new") is not None
            if is_new and not is_of_new:
                continue
            by_other_name = bool(noun) and stem(noun) != stem(head_of(count))
            is_strange = by_other_name and not (is_new and is_of_new)
            if is_strange and not (
                _may_be_called(draft, count, noun) and _is_alone(draft, count, here)
            ):
                continue
            if link.group().startswith("those ") and not (
                stems(link.group()) & (stems(draft.words(count)) | _CHOSEN)
            ):
                continue
            if link.group("visit") and not (
                index == count.sentence + 1 and head_of(count) in _PLACES
            ):
                continue
            start = here.start + link.end()
            names = NAMES.match(draft.text, start)
            if names is None or not _LIST_END.match(draft.text, names.end()):
                continue
            found = list_at(draft.text, names.start(), names.end())
            if by_other_name and found and not _is_near(count, found):
                continue
            if found:
                yield found
                return


def _may_be_called(draft: Draft, count: Mention, noun: str) -> bool:
    """ "Four orchards … the winners are": a role, what they did, or persons by another name."""
    one = singular(noun)
    if one in _ROLES or (one in PERSONS and head_of(count) in PERSONS):
        return True
    return stem(noun) in stems(draft.words(count))


def _is_alone(draft: Draft, count: Mention, here: Sentence) -> bool:
    """No other number of things up to the sentence could be what is listed by another name."""
    between = draft.within(draft.sentence(count).start, here.end)
    return not any(
        one is not count
        and one.role is Role.COUNT
        and isinstance(one.value, int)
        and 1 < one.value <= _MOST
        for one in between
    )


def _is_near(count: Mention, found: Listed) -> bool:
    assert isinstance(count.value, int)
    return found.fewest - _OUT_BY <= count.value <= found.most + _OUT_BY


_MOST = 15
_UP_TO_COLON = 150
_TIMES = frozenset(("time", "occasion", "year", "month", "day"))
_WINS = frozenset(
    "win title cup championship trophy medal victory final election term crown visit game "
    "olympics tour edition season defeat attempt".split()
)
_SOME = regex(
    r"\b(?:including|includes?|included|among (?:them|those|whom)|such as|notably|for example"
    r"|most of|some of|one of (?:them|which|whom)|two of (?:them|which|whom)|the others?|besides"
    r"|led by|apart from|other than|except)\b|[a-z] (?:as well as|along with|plus)\b"
)
_SOME_OF = regex(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|most|many|several|half"
    r"|none|both"
    r"|each|any) of (?:the|its|their|those|these|his|her) \Z"
)
_THE_ONES = regex(
    r" (?:who|that|which|to)\b[^.;:,\d]{1,60}? (?:were|are|will be)(?: named as| identified as"
    r"| in)?:? "
)
_DASH = regex(r" [–—-] |—")
_KINDS = regex(r"(?:[a-z-]+s, )*[a-z-]+s,? and (?:[a-z-]+ )?[a-z-]+s\Z")
"""Of "four vehicles (cars and vans)": what kinds they are, and not which."""
_LABEL = regex(r"[^.;:,]{0,60}: ?(?=\S)")
_ALL_LISTED = regex(
    r"\b(?:list|full|all|they|them|these|those|following|complete|line-?up|order|roll|here|named"
    r"|names|in short|every|who|which|where)\b"
)
_IN_WHENS = regex(r"[,:]? ?(?:[–—-] ?|\()?(?:in|on|:)? ?(?=[A-Z12])")
_APPOSED = regex(r"(?:,| [–—-]|—| \() ?(?=(?:the )?[A-Z])")
_APPOSED_END = regex(r",? ?[–—)-]|[,.;]")
_COLON = regex(r"(?::| [–—-]|—| (?=\()) ?(?=\S)")
_SHARES = regex(r"\b(?:shar|split|receiv|win|won|get|benefit|divid|award|grant|fund)\w*")
_CHOSEN = stems("left leave chosen named picked involved concerned going")
_CLAUSE_END = regex(r"[,.;]")
_NAMELY = regex(
    r"(?:,| [–—-]|—|,? \() ?(?:(?:namely|that is|to wit|viz\.?|specifically|being"
    r"|(?:who|which)(?: [a-z]+){0,3} (?:are|were|will be)(?: called| named)?),?) (?:in )?(?:the )?"
)
_MADE_UP = regex(
    r" (?:are|were|make up|made up|became|have been) (?:the|its|all|their)(?: only| last)? \Z"
    r"|(?:,| [–—-]|—) ?(?:the|all|those|these) \Z"
)
_MORE = regex(r"\b(?:more|new|additional|extra|further)\b")
_PLACES = frozenset("city town country village island port state province club venue".split())
_LINK = regex(
    r"(?:\b(?:they|these|those) (?:are|were|will be)|\bthe (?:(?P<new>new|additional|extra) "
    r"|\w+ )?(?P<noun>\w+)"
    r" (?:are|were|will be)(?: named as| identified as| to| in| at| from)?"
    r"|\bthose (?:who|that|to) [a-z ]{1,30}(?<! )(?: will be| are| were)"
    r"|\b(?:it|he|she|they) (?:will|is to|are to) (?P<visit>visit|tour|(?:play|stop|sing|speak"
    r"|perform|land) in|(?:go|fly|travel|head|sail"
    r"|drive) to|(?:call|dock|stop) at)"
    r"|\b(?:named|identified)(?: by [\w ]{1,30})? as|(?P<goes>\b(?:goes|went|go|will go"
    r"|is going)) to"
    r"|\bnamely|\bthe (?:winners|recipients|victims|dead|successful bids) (?:are|were)):? (?:in )?"
)
_LIST_END = regex(
    r"[.;]|\s*\Z|, (?:the|a|an|he|she|it|according|officials|ministers|police|but"
    r"|while|with|where|which|and (?!the\b|an?\b|in\b|to\b|at\b)[a-z\d]+)\b"
)
_CAME = regex(
    r"\b(?:came|finished|placed|was|is|ranked|ranks|came home|ended|stood|stands|lies|lay|sits"
    r"|coming|finishing|took)(?: in| up| a| the| home| only| joint| \w+ly)? \Z"
)
_ROLES = frozenset(
    "winner recipient finalist victim nominee candidate contender bidder entrant beneficiary host"
    " destination stop venue site location place name one qualifier".split()
)
_OUT_BY = 2
"""J: who counts on fingers is not out by more."""
_REACH = 110
_RANKED = regex(r"-[a-z]+\b|[- ](?:most|best|worst|place|spot|largest|biggest|highest)\b")
_PASSED_BY = regex(
    r"[ ,(](?:behind|after|trailing|beaten by|second only to|outdone by)"
    r"(?: only| just| both)? (?=[A-Z12]|the [A-Z])"
)
_ENDS = regex(r"[.,;:)]|\s*\Z| [–—-] |—| (?:in|on|at|by|with|and (?:has|is|was|have|are))\b")
_ONLY = regex(r"\b(?:[Oo]nly|[Jj]ust|with(?: only| just)?) (?=[A-Z])")
_THE_ONLY = regex(
    r" (?:were|are|was) the only (?:[a-z]+ ){0,2}(?:above|ahead|in front|higher|faster|before"
    r"|to beat)\b"
)
_WERE_AHEAD = regex(
    r"(?:, [a-z ]{0,30},)? (?:(?:were|was|are|is|being|finished|came|stood|still|had|have|has|did"
    r"|ran|jumped|swam|threw|rode|scored|went|sold|made|earned|lost|won|rank|ranked) )?"
    r"(?:ahead|in front|above|better|faster|quicker|higher|further|farther|longer|lower|more|"
    r"before|larger|bigger|worse|heavier|older)\b"
)
_WORDS_FOR = {
    "twice": 2, "thrice": 3, "both": 2, "duo": 2, "pair": 2, "trio": 3, "quartet": 4, "quintet": 5,
}  # fmt: skip
_IN_WORDS = regex(
    r"\b(?:(twice|thrice)(?: (?:before|already|running|in a row|in the past|since then))?"
    r"(?:,|:| [–—-]|—| \()? ?(?:in )?(?=[a-z12])"
    r"|(both|duo|pair|trio|quartet|quintet)(?: (?:of )?(?:[a-z]+ )?[a-z]+)?(?:,|:| [–—-]|—| \() ?)"
)
_BEHIND = regex(
    r"(?: place| overall| spot| in (?:the|a|an) (?:[\w-]+ ){0,4}[\w-]+)?,? (?:only )?(?:behind"
    r"|after|to) "
)
