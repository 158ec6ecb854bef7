"""Figures that say how many live somewhere."""

from __future__ import annotations

from fentcheck.cues.draft import Draft
from fentcheck.cues.topic import PEOPLE
from fentcheck.prose.mention import Mention, Role
from fentcheck.regex import regex


def is_population(draft: Draft, base: Mention) -> bool:
    """It says how many live somewhere: "a population of 1.2 million", "the city of 310,000"."""
    if base.role is not Role.COUNT or base.per or not isinstance(base.value, int):
        return False
    if base.value < _FEWEST:
        return False
    before = draft.before(base, 50)
    if not base.noun and _LIVING.search(before):
        return True
    if _POPULATION.search(before):
        return not base.noun or base.noun in PEOPLE
    return base.noun in PEOPLE and bool(
        _HAS.search(before) or _LIVE.match(draft.after(base, 40)) or base.noun != "person"
    )


_FEWEST = 1000
_LIVING = regex(r"\b(?:population|inhabitants|residents|people)\b[^,;.]{0,40}$")
_POPULATION = regex(
    r"\b(?:population(?:,|(?: [a-z]+){0,4})?|(?:city|town|county"
    r"|country"
    r"|state|district|province|region|island|borough|nation|village|area|territory|parish|capital"
    r"|municipality|republic|community|suburb)(?: of)?|inhabitants number|home to|populated by)"
    r"(?: just| some| about| around| nearly| almost)? $"
)
_HAS = regex(
    r"\b(?:home to|has|have|had|with|of|for|serves?|among|there are|population of|its|the)"
    r"(?: the| its)? $"
)
_LIVE = regex(r" (?:live|lived|living|who live|in the (?:city|town|county|district|region))\b")
