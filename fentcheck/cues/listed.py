"""A count and the list of what is counted; a rank and those who came before."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.lists import NAMES, WHEN, WHENS, Listed, list_at, names_in
from fentcheck.cues.quoted import quoted
from fentcheck.cues.same import head_of, is_another, rank_of, stem, stems
from fentcheck.expressions.tree import Comparison, Exact
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex
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
        if not isinstance(count.value, int) or not (count.noun or count.unit in _TIMES):
            continue
        if count.role not in (Role.COUNT, Role.DURATION):
            continue
        if not 1 < count.value <= _MOST or count.hedge != "=" or count.per:
            continue
        for found in _lists_of(draft, count):
            yield _items(draft, count, found)
            break


@cue("ranked")
def ranked(draft: Draft) -> Iterator[Found]:
    """A place in a race or table, and those who were ahead.

    Words: "came third, behind Joy Adeyemi and Freya Holm"; "second only to".
    Finding: Ines Calder came second, behind Joy Adeyemi and Freya Holm.
    Clean: Ines Calder came third, behind Joy Adeyemi and Freya Holm.
    Clean: Ines Calder came third, well behind the winner, Joy Adeyemi.
    """
    for place in draft.others:
        if place.role is not Role.ORDINAL:
            continue
        rank = rank_of(place.text)
        plainly = _BEHIND.match(draft.text, place.end)
        behind = plainly or _WITH_AHEAD.match(draft.text, place.end)
        if rank is None or behind is None or not _CAME.search(draft.before(place, 40)):
            continue
        names = NAMES.match(draft.text, behind.end())
        if names is None:
            continue
        if not plainly and not _AHEAD.match(draft.text, names.end()):
            continue
        ahead = draft.made(names.start(), names.end() - names.group().endswith("."))
        many = names_in(ahead.text)
        if many == rank - 1:
            continue
        yield Found(
            place,
            "FC202",
            Exact(rank),
            Comparison.EQUAL,
            Exact(many + 1),
            (place, ahead),
            told=f"behind {ahead.text}, {many} of them, is not {place.text}",
        )


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
        told=f"the list names {said} ({items.text}), not {count.text}",
    )


def _unit(count: Mention) -> Unit:
    assert count.phrase is not None
    return count.phrase.unit if count.role is Role.DURATION else NUMBER


def _lists_of(draft: Draft, count: Mention) -> Iterator[Listed]:
    """The lists that name all that is counted, the nearest first."""
    sentence = draft.sentence(count)
    text = draft.text
    behind = text[count.end : sentence.end]
    if _SOME.search(draft.lower, count.end, sentence.end):
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
        names = NAMES.match(text, count.end + apposed.end())
        if names and _APPOSED_END.match(text, names.end()) and names.group().count(", "):
            found_list = list_at(text, names.start(), names.end())
            if found_list:
                yield found_list
                return
    colon = _COLON.search(behind[:_UP_TO_COLON])
    if colon and not any(
        one.role is Role.COUNT and isinstance(one.value, int) and 1 < one.value <= _MOST
        for one in draft.within(count.end, count.end + colon.start())
    ):
        start, end = count.end + colon.end(), sentence.end
        if text[start] == "(":
            start, end = start + 1, max(text.find(")", start, end), start + 1)
        found_list = list_at(text, start, end)
        if found_list:
            yield found_list
        return
    namely = _NAMELY.search(draft.lower, count.end, min(sentence.end, count.end + _UP_TO_COLON))
    if namely:
        names = NAMES.match(text, namely.end())
        found_list = list_at(text, names.start(), names.end()) if names else None
        if found_list:
            yield found_list
        return
    ahead = _MADE_UP.search(draft.lower, max(sentence.start, count.start - 40), count.start)
    if ahead and " and " in _CLAUSE_END.split(behind, maxsplit=1)[0]:
        return
    if ahead:
        names = NAMES.match(text, sentence.start)
        if names and names.end() == ahead.start() and names.group().count(", "):
            found_list = list_at(text, names.start(), names.end())
            if found_list:
                yield found_list
        return
    is_new = bool(_MORE.search(count.text.lower()) or _MORE.search(draft.before(count, 6)))
    if is_another(draft, count) and not is_new:
        return
    if not draft.after(count, 4).startswith(" of "):
        yield from _in_a_sentence_behind(draft, count, is_new)


def _in_a_sentence_behind(draft: Draft, count: Mention, is_new: bool) -> Iterator[Listed]:
    """ "Five towns will share the fund … The money goes to Ashby Vale, Corve and Linford." """
    shares = _SHARES.search(draft.words(count)) is not None
    for index in range(count.sentence + 1, min(count.sentence + 3, len(draft.sentences))):
        here = draft.sentences[index]
        words = draft.lower[here.start : here.end]
        if _SOME.search(words):
            return
        for link in _LINK.finditer(words):
            if link.group("goes") and not shares:
                continue
            noun = link.group("noun")
            is_of_new = link.group("new") is not None
            if is_new and not is_of_new:
                continue
            if noun and stem(noun) != stem(head_of(count)) and not (is_new and is_of_new):
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
            if found:
                yield found
                return


_MOST = 15
_UP_TO_COLON = 90
_TIMES = frozenset(("time", "occasion", "year", "month", "day"))
_WINS = frozenset(
    "win title cup championship trophy medal victory final election term crown visit game "
    "olympics tour edition season defeat attempt".split()
)
_SOME = regex(
    r"\b(?:including|includes?|included|among (?:them|those|whom)|such as|notably|for example"
    r"|most of|some of|one of (?:them|which|whom)|two of (?:them|which|whom)|the others?|besides"
    r"|led by|as well as|along with|apart from|other than|except|plus)\b"
)
_IN_WHENS = regex(r"[,:]? ?(?:[–—-] ?|\()?(?:in|on|:)? ?(?=[A-Z12])")
_APPOSED = regex(r"(?:,| [–—-]|—| \() ?(?=(?:the )?[A-Z])")
_APPOSED_END = regex(r",? ?[–—)-]|[,.;]")
_COLON = regex(r"(?::| [–—-]|—| (?=\()) ?(?=\S)")
_SHARES = regex(r"\b(?:shar|split|receiv|win|won|get|benefit|divid|award|grant|fund)\w*")
_CHOSEN = stems("left leave chosen named picked involved concerned going")
_CLAUSE_END = regex(r"[,.;]")
_NAMELY = regex(r"(?:,| [–—-]) (?:namely|that is|to wit),? (?:in )?(?:the )?")
_MADE_UP = regex(
    r" (?:are|were|make up|made up|became|have been) (?:the|its|all|their)(?: only| last)? \Z"
)
_MORE = regex(r"\b(?:more|new|additional|extra|further)\b")
_PLACES = frozenset("city town country village island port state province club venue".split())
_LINK = regex(
    r"(?:\bthey (?:are|were)|\bthe (?:(?P<new>new|additional|extra) |\w+ )?(?P<noun>\w+)"
    r" (?:are|were|will be)(?: named as| identified as| to| in| at| from)?"
    r"|\bthose (?:who|that|to) [a-z ]{1,30}(?<! )(?: will be| are| were)"
    r"|\b(?:it|he|she|they) (?:will|is to|are to) (?P<visit>visit|play in|go to|call at|stop in)"
    r"|\b(?:named|identified)(?: by [\w ]{1,30})? as|(?P<goes>\b(?:goes|went|go|will go"
    r"|is going)) to"
    r"|\bnamely|\bthe (?:winners|recipients|victims|dead|successful bids) (?:are|were)):? (?:in )?"
)
_LIST_END = regex(
    r"[.;]|\s*\Z|, (?:the|a|an|he|she|it|according|officials|ministers|police|but"
    r"|while|with|where|which|and (?!the\b|an?\b|in\b|to\b|at\b)[a-z]+)\b"
)
_CAME = regex(
    r"\b(?:came|finished|placed|was|is|ranked|ranks|came home|ended|stood|stands|lies|lay|sits"
    r"|coming|finishing|took)(?: in| up| a| the| home| only| joint| \w+ly)? \Z"
)
_WITH_AHEAD = regex(r"(?: place| overall)?,? with (?=[A-Z])")
_AHEAD = regex(r" (?:ahead|in front)\b")
_BEHIND = regex(
    r"(?: place| overall| spot| in (?:the|a|an) (?:[\w-]+ ){0,4}[\w-]+)?,? (?:only )?(?:behind"
    r"|after|to) "
)
