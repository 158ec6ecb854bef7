"""Some of a group are at most all of it: "of whom", "alone", "14 of the 12", "including"."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.cues.cue import Found, Sure, cue
from fentcheck.cues.draft import Draft
from fentcheck.cues.same import are_persons, head_of, same_kind, same_noun, stems
from fentcheck.expressions.tree import Comparison
from fentcheck.prose.mention import Mention, Rational, Role
from fentcheck.regex import regex


@cue("some-of-them")
def some_of_them(draft: Draft) -> Iterator[Found]:
    """So many of those just counted are at most all of them.

    Words: "2,100 adults, 1,600 of whom"; "60 firms, of which 12"; "Of these, 14"; "14 of the 20
        schools"; "84 people, including 12 children".
    Finding: The town has 2,100 adults, 3,600 of whom are registered to vote.
    Clean: The town has 2,100 adults, 1,600 of whom are registered to vote.
    Finding: The mayor has visited 14 of the 12 schools.
    Clean: They filed 5,200 applications for 180 places; of these, 900 came late.
    """
    for part in draft.figures:
        whole = _those(draft, part)
        if whole is not None and not isinstance(part.value, tuple):
            yield _at_most(draft, part, whole, f"{part.text} cannot be some of {whole.text}")


@cue("one-alone")
def one_alone(draft: Draft) -> Iterator[Found]:
    """One of a group, or one stretch of time, has at most what all have together.

    Words: "it alone", "in June alone", "one of them", with a figure for all: "between them",
        "together", "in all", "combined", "a total of", "nationwide".
    Finding: The 18 lakes hold 2.4 billion litres between them. The largest alone holds 3.1 billion
        litres.
    Clean: The 18 lakes hold 2.4 billion litres between them. The largest alone holds 1.1 billion
        litres.
    Clean: Ohio alone grew 31 tonnes, more than the 24 tonnes that all the others grew together.
    """
    for one in draft.figures:
        if one.role in (Role.PERCENT, Role.AGE) or isinstance(one.value, tuple):
            continue
        alone = _clause_before(draft, one) + "\0" + draft.after(one, 40)
        if not _ALONE.search(alone) or _COLLECTIVE.search(alone):
            continue
        together = [other for other in draft.beside(one, 4) if _is_for_all(draft, other, one)]
        if one.role is not Role.COUNT and not _PRONOUN.search(alone):
            own = stems(draft.before(one, 60).partition("alone")[0])
            together = [other for other in together if own & stems(draft.words(other))]
        if together:
            whole = max(together, key=_size)
            told = f"{one.text} for one alone is more than {whole.text} for all together"
            yield _at_most(draft, one, whole, told)


def _at_most(draft: Draft, part: Mention, whole: Mention, told: str) -> Found:
    return Found(
        part,
        "FC502",
        draft.named(part),
        Comparison.AT_MOST,
        draft.named(whole),
        (whole, part),
        Sure.SAID,
        told=told,
    )


def _clause_before(draft: Draft, one: Mention) -> str:
    before, previous = draft.before(one, 60), draft.previous(one)
    if previous is not None and previous.end > one.start - len(before):
        before = draft.lower[previous.end : one.start]
    return before.rpartition(";")[2]


def _those(draft: Draft, part: Mention) -> Mention | None:
    """The figure that a part is said to be some of."""
    if part.role is not Role.COUNT or part.per:
        return None
    after = draft.after(part, 30)
    following = draft.following(part)
    if following is not None and following.role is Role.COUNT and " of " in after[:8]:
        gap = draft.lower[part.figure_end : following.start]
        if _OF_THE.fullmatch(gap) and following.sentence == part.sentence and following.noun:
            return following
    previous = draft.previous(part)
    if _WHOM.search(draft.before(part, 25) + after):
        before = [one for one in draft.beside(part) if one.start < part.start]
        previous = next((one for one in reversed(before) if are_persons(one)), None)
    if previous is None or previous.role is not Role.COUNT or not previous.noun or previous.per:
        return None
    if isinstance(previous.value, tuple):
        return None
    gap = draft.between(previous, part)
    if previous.sentence == part.sentence:
        if _WHOM_BEHIND.match(after) and _ONLY_NAMES.fullmatch(gap):
            return previous
        if _WHOM_BEFORE.fullmatch(gap) or (not part.noun and _WHOM_FAR.fullmatch(gap)):
            return previous
        if _INCLUDING.fullmatch(gap) and (
            (are_persons(previous) and are_persons(part)) or same_noun(previous, part)
        ):
            return previous
        return None
    if previous.sentence == part.sentence - 1 and _OF_THESE.fullmatch(draft.before(part, 80)):
        alone = [
            one
            for one in draft.beside(previous)
            if one.role is Role.COUNT and head_of(one) and one.start < part.start
        ]
        return previous if not alone else None
    return None


def _is_for_all(draft: Draft, other: Mention, one: Mention) -> bool:
    if other.value is None or isinstance(other.value, tuple) or not same_kind(other, one):
        return False
    if one.role is Role.COUNT and one.noun and not same_noun(one, other):
        return False
    around = draft.before(other, 60) + "\0" + draft.after(other, 60)
    sentence = draft.words(other)
    return (
        bool(_COLLECTIVE.search(around))
        and not _ALONE.search(around)
        and not _THE_REST.search(sentence)
        and not _THE_REST.search(draft.words(one))
    )


def _size(one: Mention) -> Rational:
    assert one.value is not None
    assert not isinstance(one.value, tuple)
    return one.value


_WHOM = regex(r"\A of whom\b|\bof whom,? (?:only |just |some )?| of whom\b")
_WHOM_BEHIND = regex(r" (?:of|among) (?:whom|which|them|these|those)\b")
_WHOM_BEFORE = regex(r"[^.;]{0,50},? (?:and )?(?:of|among) (?:whom|which|these|them),? ")
_WHOM_FAR = regex(
    r"[^.;]{0,50}, (?:and )?of (?:whom|which),? (?:(?!(?:more|than|each|average)\b)[\w’'-]+ ){1,5}"
)
_ONLY_NAMES = regex(r"[^.;]{0,50}[,;(–—-] ?(?:and |but |with )?")
_INCLUDING = regex(r",? (?:including|among them|including some|which include) ")
_OF_THESE = regex(r"(?:and |but )?of (?:these|those|them),? (?:only |just |some |about )?")
_OF_THE = regex(
    r" (?:out )?of (?:the|its|their|his|her|all|our|those"
    r"|these)(?: [\w’'-]+){0,2} "
)
_PRONOUN = regex(
    r"\b(?:it|that|this|he|she|the (?:largest|biggest)|(?:january|february|march|april|may|june"
    r"|july"
    r"|august|september|october|november|december|day|week|month|year|night|weekend)) alone\b"
)
_ALONE = regex(r"\balone\b|\bone of (?:them|which|these|those)\b|\bby itself\b|\bon its own\b")
_COLLECTIVE = regex(
    r"\b(?:between them|together|in all|all told|altogether|combined|in total|a total of|overall"
    r"|nationwide|nationally|country-wide|countrywide|statewide|citywide|worldwide|globally"
    r"|across the (?:country|state|city|region|county|province|island|group|world|network|whole)"
    r"|for the (?:whole|full|entire) year|in the (?:whole|entire) \w+|over the (?:whole )?year"
    r"|the country[’']s|in the country|during the (?:whole )?year|all (?:\d+|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve)|the whole (?:country|group|region|state|city"
    r"|year))\b"
)
_THE_REST = regex(
    r"\b(?:rest|others?|elsewhere|outside|remaining|more than|excluding|without|apart from|than)\b"
)
