"""What is left of a claims file once it has been checked, and what is made of that at the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from fentcheck.book.book import Settings
from fentcheck.book.claim import Article, Waiver
from fentcheck.book.filed import Entry, Filed, Together
from fentcheck.book.span import Span
from fentcheck.engine.across import check_across, is_used, unused_waiver
from fentcheck.engine.check import Source
from fentcheck.engine.finding import Finding
from fentcheck.files.disk import text_of
from fentcheck.files.shelf import MOST_IN_MEMORY, Shelf
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.rules.rule import Rule

if TYPE_CHECKING:
    from typing import Any

    Plain = tuple[Any, ...]


MISSING = "\0"


class Left(NamedTuple):
    """What is left of a checked file for the look across files.

    Of its `article` only the head. `filed` are the records of its claims, by what brings them
    together with others; `together` the claims elsewhere that each of its checks names; `idle`
    those of its waivers that only a finding across files can use. `others` are the files that it
    was checked with; the name of one that is not there comes behind `MISSING`. What
    `hangs_on_the_day` may come to something else on another.
    """

    article: Article
    filed: tuple[tuple[str, Entry], ...] = ()
    together: tuple[frozenset[str], ...] = ()
    idle: tuple[Waiver, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    others: tuple[str, ...] = ()
    hangs_on_the_day: bool = False

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
            tuple(tuple(sorted(names)) for names in self.together),
            tuple(map(_plain, self.idle)),
            tuple(map(_plain, self.waivers)),
            self.others,
            self.hangs_on_the_day,
        )

    @classmethod
    def of(cls, plain: Plain) -> Left:
        """What `plain` gave."""
        (path, stem, title, publisher, published), is_reference, filed, together, *rest = plain
        idle, waivers, others, hangs_on_the_day = rest
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
            hangs_on_the_day,
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
        self._together = Together()
        self._waivers: dict[str, tuple[Waiver, ...]] = {}
        self._idle: list[tuple[Article, Waiver]] = []
        self._accepted: list[Finding] = []

    def add(self, left: Left) -> None:
        for key, entry in left.filed:
            self._shelf.add(key, entry)
        for names in left.together:
            self._together.add(names)
        if left.waivers:
            self._waivers[left.article.path] = left.waivers
        self._idle += [(left.article, one) for one in left.idle]

    def sources(self) -> Iterator[Source]:
        """What is found across the files, and then the waivers that nothing was found for."""
        yield from self.found()
        most = self._settings.limits.most("file_size")
        for article, waiver in compress(self._idle, self.unused()):
            checked = unused_waiver(waiver, article, self._settings)
            yield Source(checked, text_of(article.path, most)[0])

    def found(self) -> Iterator[Source]:
        """What is found across the files."""
        for checked in check_across(
            self._shelf.groups(),
            self._rules,
            self._settings,
            lambda path: self._waivers.get(path, ()),
            self._together,
        ):
            self._accepted += [one for one in checked.findings if one.waived]
            yield Source(checked, "")

    def unused(self) -> Iterator[bool]:
        """Of each idle waiver, in the order of the files: nothing was `found` for it either."""
        for article, waiver in self._idle:
            yield not is_used(waiver, article.path, self._accepted)
