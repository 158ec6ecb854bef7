"""Chains of links: what belongs together, and how far a stretch reaches.

In a list every place holds another place, and the last of a chain itself; names are linked in a
dictionary.
"""

from __future__ import annotations


def end_of(links: list[int], place: int) -> int:
    """Where a chain of links ends; it is shortened on the way."""
    end = place
    while links[end] != end:
        end = links[end]
    while links[place] != end:
        links[place], place = end, links[place]
    return end


def join(links: list[int], one: int, other: int) -> None:
    """Lets the chains of two places end at one place, the first of both."""
    mine, theirs = end_of(links, one), end_of(links, other)
    links[max(mine, theirs)] = min(mine, theirs)


def top_of(links: dict[str, str], name: str) -> str:
    """Where the chain of a name ends, shortened on the way; a new name is its own end."""
    while name != links.setdefault(name, name):
        links[name] = name = links[links[name]]
    return name
