"""What is left of a claims file once it has been checked, and what is made of that at the end."""

from __future__ import annotations

from collections.abc import Iterator

from fentcheck.book.book import Settings
from fentcheck.book.claim import Article, Waiver
from fentcheck.book.filed import Entry, Filed
from fentcheck.book.span import Span
from fentcheck.engine.across import check_across, unused_waivers
from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding
from fentcheck.files.disk import text_of
from fentcheck.files.shelf import MOST_IN_MEMORY, Shelf
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.rules.rule import Rule

if TYPE_CHECKING:
    from typing import Any

    Plain = tuple[Any, ...]


class Left(NamedTuple):
    """What is left of a checked file for the look across files.

    Of its `article` only the head. `filed` are the records of its claims, by what brings them
    together with others; `together` the pairs of claims elsewhere that its checks name; `idle`
    those of its waivers that only a finding across files can use. `others` are the files that it
    was checked with, an empty path for one that is not there.
    """

    article: Article
    filed: tuple[tuple[str, Entry], ...] = ()
    together: tuple[frozenset[str], ...] = ()
    idle: tuple[Waiver, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def plain(self) -> Plain:
        """The same as strings, numbers and tuples of them, for another process or for later."""
        head = self.article
        known: dict[int, Plain] = {}  # most records are filed several times

        def record(one: Filed) -> Plain:
            if id(one) not in known:
                known[id(one)] = (*one,)
            return known[id(one)]

        return (
            (head.path, head.stem, head.title, head.publisher, head.published_text),
            head.is_reference,
            tuple((key, tuple(map(record, entry))) for key, entry in self.filed),
            tuple(tuple(sorted(pair)) for pair in self.together),
            tuple(map(_plain, self.idle)),
            tuple(map(_plain, self.waivers)),
            self.others,
        )

    @classmethod
    def of(cls, plain: Plain) -> Left:
        """What `plain` gave."""
        (path, stem, title, publisher, published), is_reference, filed, together, *rest = plain
        idle, waivers, others = rest
        known: dict[int, Filed] = {}

        def record(one: Plain) -> Filed:
            if id(one) not in known:
                known[id(one)] = Filed._make(one)
            return known[id(one)]

        return cls(
            Article(
                path, stem, title, publisher, published_text=published, is_reference=is_reference
            ),
            tuple((key, tuple(map(record, entry))) for key, entry in filed),
            tuple(map(frozenset, together)),
            tuple(map(_waiver, idle)),
            tuple(map(_waiver, waivers)),
            others,
        )


def _plain(waiver: Waiver) -> tuple[object, ...]:
    return waiver.code, waiver.claims, waiver.reason, waiver.until, (*waiver.span,)


def _waiver(plain: tuple[Any, ...]) -> Waiver:
    code, claims, reason, until, span = plain
    return Waiver(code, claims, reason, until, Span(*span))


class Across:
    """Collects what is left of files, and takes the look across them."""

    def __init__(
        self, rules: tuple[Rule, ...], settings: Settings, most_in_memory: int = MOST_IN_MEMORY
    ) -> None:
        self._rules = rules
        self._settings = settings
        self._shelf = Shelf(most_in_memory)
        self._together: set[frozenset[str]] = set()
        self._waivers: dict[str, tuple[Waiver, ...]] = {}
        self._idle: list[tuple[Article, Waiver]] = []

    def add(self, left: Left) -> None:
        for key, entry in left.filed:
            self._shelf.add(key, entry)
        self._together.update(left.together)
        if left.waivers:
            self._waivers[left.article.path] = left.waivers
        self._idle += [(left.article, one) for one in left.idle]

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
