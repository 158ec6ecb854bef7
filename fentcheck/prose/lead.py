"""What stands before a number in running text: hedges, and the verb that says which way it went.

The wordings are those of `phrases.hedges`; here they are found by their last word, going back.
"""

from __future__ import annotations

from fentcheck.phrases.hedges import (
    LOWER_BOUNDS,
    SENSES,
    UPPER_BOUNDS,
    Direction,
    Hedge,
    Plain,
    Sense,
    Statistic,
    Superlative,
)
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Lead(NamedTuple):
    """Where the hedges before a number begin (at the number, if there are none).

    `direction` is set where a verb of change takes the number for its own size: "rose 5%".
    """

    start: int
    hedges: tuple[Hedge, ...] = ()
    direction: Direction | None = None
    statistic: Statistic | None = None
    superlative: Superlative | None = None
    is_factor: bool = False
    is_loss: bool = False
    """The verb is of winning or losing: the number is what is lost, and no change of a share."""


def lead_before(lower: str, at: int, earliest: int, previous: int) -> Lead:
    """The lead of the number at `at`; what belongs to it stands from `earliest` on.

    The figure before it ended at `previous`: what follows that at once compares the two.
    """
    lead = Lead(at)
    position = at
    while position > earliest:
        end = position - 1 if lower[position - 1] == " " else position
        found = _wording_before(lower, end, earliest)
        if found is None:
            break
        sense, start = found
        position = start
        if isinstance(sense, Hedge):
            if previous and start == previous + 1 and sense in _COMPARING:
                break  # "two minutes longer than 20": how far from 20, and no bound
            is_span = lower.startswith("over ", start) and _IS_SPAN.match(lower, at)
            if is_span and not _LASTED.search(lower, max(earliest, start - 16), start):
                break  # "over three days": while they went by
            if lower.startswith("over ", start) and _OVER_TO.search(
                lower, max(earliest, start - 12), start
            ):
                break  # "handed over 45,000 meals"
            if lower.startswith("over ", start) and _MEAN.search(
                lower, max(earliest, start - 40), start
            ):
                break  # "the average crowd over 18 games"
            if lower.startswith("up to ", start) and _GONE.search(
                lower, max(earliest, start - 12), start
            ):
                break  # "has gone up to $240 a cord"
            if lower.startswith("about ", start) and (
                not _OUTER.isdisjoint(lead.hedges)
                or _ASKING.search(lower, max(earliest, start - 6), start)
            ):
                break  # "talked about more than 20 cases", "how about 20?"
            lead = lead._replace(start=start, hedges=(sense, *lead.hedges))
        elif isinstance(sense, Direction):
            if not _PARTICLE.search(lower, max(earliest, end - _VERB_LENGTH), end):
                is_loss = lower.startswith(("lost", "gained"), start)
                lead = lead._replace(direction=sense, is_loss=is_loss)
            break
        elif isinstance(sense, Statistic):
            lead = lead._replace(start=start, statistic=sense)
        elif isinstance(sense, Superlative):
            lead = lead._replace(start=start, superlative=sense)
        elif sense is Plain.FACTOR:
            lead = lead._replace(start=start, is_factor=True)
    return lead


class Trend(NamedTuple):
    """The verb of change before a number; `is_size` if the number is how much it changed by."""

    direction: Direction
    is_size: bool


def trend_before(lower: str, at: int, earliest: int) -> Trend | None:
    """The last verb of change in the same clause, if the number is its size, start or end."""
    end = at - (lower[at - 1 : at] == " ")
    start = max(earliest, lower.rfind(" ", max(0, end - 20), end) + 1)
    last = lower[start:end]
    if last == "up" and _PARTICLE.search(lower, max(earliest, end - _VERB_LENGTH), end):
        return None
    if last in _TRENDS:
        return Trend(_TRENDS[last], True)
    if last not in _TREND_LINKS:
        return None
    trend: Direction | None = None
    for match in _TREND.finditer(lower, max(earliest, at - _CLAUSE), at):
        if not _PARTICLE.search(lower, max(earliest, match.start() - _VERB_LENGTH), match.end()):
            trend = _TRENDS.get(match.group())
    return Trend(trend, last == "by") if trend else None


def _wording_before(lower: str, end: int, earliest: int) -> tuple[Sense, int] | None:
    key_start = lower.rfind(" ", max(earliest, end - 24), end) + 1
    key = lower[max(key_start, earliest) : end]
    for wording, sense in _BY_LAST_WORD.get(key, ()) or _BY_LAST_WORD.get(key[-1:], ()):
        start = end - len(wording)
        if start < earliest or not lower.startswith(wording, start):
            continue
        is_sign = not wording[0].isalpha()
        if start == 0 or is_sign or not (lower[start - 1].isalnum() or lower[start - 1] in "-’'"):
            return sense, start
    return None


def _by_last_word() -> dict[str, tuple[tuple[str, Sense], ...]]:
    groups: dict[str, list[tuple[str, Sense]]] = {}
    for wording in sorted(SENSES, key=len, reverse=True):
        sense = SENSES[wording]
        if wording in _NOT_IN_PROSE or (sense is Plain.NOTHING and wording not in _PASSED_OVER):
            continue
        key = wording.rpartition(" ")[2] if wording[-1].isalpha() or wording[-1] == "." else wording
        groups.setdefault(key if wording[-1].isalpha() else wording[-1], []).append(
            (wording, sense)
        )
        if wording[-1] == ".":
            groups.setdefault(key, []).append((wording, sense))
    return {key: tuple(group) for key, group in groups.items()}


_CLAUSE = 50
_VERB_LENGTH = 20
_PARTICLE = regex(
    r"\b(?:ma[dk]e|mak(?:es|ing)|tak(?:es?|ing)|took|used?|us(?:es|ing)|brought|brings?|picks?|picked"
    r"|gave|gives?|set|buys?|bought|signs?|signed|dug|digs?|rounded|lined|opened|handed) up\Z"
)
"""In "made up 46%" nothing goes up."""
_IS_SPAN = regex(r"\S+ (?:days?|weeks?|months?|years?|decades?|seasons?)\b")
_LASTED = regex(
    r"\b(?:for|lasted|last|lasting|took|take|takes|taking|spent|of|well|just|was|is) \Z"
)
_OVER_TO = regex(r"\b(?:hand|turn|sign|carr)(?:s|ed|ing|ies|ied)? \Z")
_MEAN = regex(r"\b(?:averag(?:e[sd]?|ing)|mean|spread)(?: [a-z]+){0,3} \Z")
_GONE = regex(r"\b(?:gone|went|goes|going|moved|put|adds|add|added|adding) \Z")
_ASKING = regex(r"\b(?:how|what) \Z")
_OUTER = frozenset((*LOWER_BOUNDS, *UPPER_BOUNDS, Hedge.NEARLY, Hedge.EXACT))
_COMPARING = frozenset((Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.WELL_OVER, Hedge.WELL_UNDER))
_PASSED_OVER = frozenset(
    "just,only,a mere,mere,merely,a whopping,whopping,a staggering,fully,a full,another,"
    "an additional,additional,an extra,a further,a combined,a massive,a paltry,even,by,extra,"
    "further,totalling,totaling".split(",")
)
_NOT_IN_PROSE = frozenset("plus,c.,ca,mean,gains,record,<,>".split(",")) - {"<", ">", "record"}
_BY_LAST_WORD = _by_last_word()
_UPWARD = (
    "rose rise rises rising risen grew grow grows growing grown increased increase increases "
    "increasing climbed climb climbs climbing gained gain gains gaining jumped jump jumps jumping "
    "surged surge surges surging soared soar soars soaring up gone-up raised hiked doubled tripled "
    "quadrupled"
)
_DOWNWARD = (
    "fell fall falls falling fallen dropped drop drops dropping declined decline declines "
    "declining "
    "decreased decrease decreases decreasing slid slide slides sank sink sinks sunk plunged plunge "
    "plunges plunging slumped slump slumps shrank shrink shrinks dipped dip dips tumbled tumble "
    "tumbles down cut cuts reduced reduces reducing lowered halved shed eased trimmed"
)
_TRENDS: dict[str, Direction] = {
    **dict.fromkeys(_UPWARD.split(), Direction.UP),
    **dict.fromkeys(_DOWNWARD.split(), Direction.DOWN),
}
_TREND_LINKS = frozenset(("to", "by", "of", "from", "at"))
_TREND = regex(
    r"\bup to\b|\b(?:" + "|".join(sorted(_TRENDS, key=len, reverse=True)) + r")\b|[,;:\n()]|\. "
    r"| but "
)
