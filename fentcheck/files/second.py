"""What is left of a claims file once it has been checked, and what is made of that at the end."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.book.book import Settings
from fentcheck.book.claim import Article, Waiver
from fentcheck.book.filed import Entry
from fentcheck.engine.across import check_across, unused_waivers
from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding
from fentcheck.files.disk import text_of
from fentcheck.files.shelf import MOST_IN_MEMORY, Shelf
from fentcheck.record import NamedTuple
from fentcheck.rules.rule import Rule


class Looked(NamedTuple):
    """A claims file that was checked by itself, with what it adds to the look across files.

    `filed` are the records of its claims, by what brings them together with others; `together` the
    pairs of claims elsewhere that its checks name; `idle` those of its waivers that only a finding
    across files can use. `others` are the files that it was checked with, an empty path for one
    that is not there.
    """

    source: Source
    filed: tuple[tuple[str, Entry], ...] = ()
    together: tuple[frozenset[str], ...] = ()
    idle: tuple[Waiver, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    others: tuple[str, ...] = ()
    is_reference: bool = False


class Across:
    """Collects what files add to the look across them, and takes that look."""

    def __init__(
        self, rules: tuple[Rule, ...], settings: Settings, most_in_memory: int = MOST_IN_MEMORY
    ) -> None:
        self._rules = rules
        self._settings = settings
        self._shelf = Shelf(most_in_memory)
        self._together: set[frozenset[str]] = set()
        self._waivers: dict[str, tuple[Waiver, ...]] = {}
        self._idle: list[tuple[Article, Waiver]] = []

    def add(self, looked: Looked) -> None:
        for key, entry in looked.filed:
            self._shelf.add(key, entry)
        self._together.update(looked.together)
        article = looked.source.checked.article
        if looked.waivers:
            self._waivers[article.path] = looked.waivers
        if looked.idle:
            slim = article._replace(claims=(), checks=(), problems=())
            self._idle += [(slim, one) for one in looked.idle]

    def sources(self) -> Iterator[Source]:
        """What is found across the files, and then the waivers that nothing was found for."""
        accepted: list[Finding] = []
        for checked in check_across(
            self._shelf.groups(),
            self._rules,
            self._settings,
            lambda path: self._waivers.get(path, ()),
            frozenset(self._together),
        ):
            accepted += [one for one in checked.findings if one.waived]
            yield Source(checked, "")
        for checked in unused_waivers(self._idle, accepted, self._settings):
            yield Source(checked, text_of(checked.article.path)[0])
