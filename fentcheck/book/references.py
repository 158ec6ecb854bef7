"""The figures that a project trusts, by what they are about and when they were known.

A reference file is a claims file with a source in place of an article.
"""

from __future__ import annotations

from collections.abc import Iterable

from fentcheck.book.claim import Article, Claim
from fentcheck.book.subject import Find, Subject, shared_manner, shared_subject, subject_of
from fentcheck.book.vocabulary import NO_VOCABULARY, Vocabulary
from fentcheck.phrases.period import Period
from fentcheck.record import NamedTuple


class Reference(NamedTuple):
    """A trusted claim: who published it, and the days on which it was the figure to go by.

    `since` is the first day on which it was certainly known, 0 if it always was; `until` the first
    on which its successor may have been, None if it has none.
    """

    claim: Claim
    publisher: str
    since: int
    until: int | None

    def was_known(self, written: Period | None) -> bool:
        """It was certainly known on the first day on which an article can have been written.

        And no successor can have been, even on the last. No date is a day after all of these.
        """
        if written is None or written.start is None or written.end is None:
            return self.until is None
        return self.since <= written.start and (self.until is None or self.until >= written.end)


class References:
    """The references of a project, read with one vocabulary."""

    __slots__ = ("_by_name", "_by_series", "_by_subject")

    def __init__(self, articles: Iterable[Article], vocabulary: Vocabulary) -> None:
        self._by_name: dict[str, Reference] = {}
        self._by_subject: dict[Subject, list[Reference]] = {}
        self._by_series: dict[Subject, list[Reference]] = {}
        articles = list(articles)
        until = _successions(articles)
        references = [
            Reference(claim, article.publisher, _last_day(claim), until.get(claim.name))
            for article in articles
            for claim in article.claims
        ]
        for reference in references:
            name = reference.claim.name
            self._by_name.setdefault(name.replace("-", "_"), reference)  # as a check spells it
            self._by_name[name] = reference
        for reference in references:
            self._file(reference, vocabulary)

    def _file(self, reference: Reference, vocabulary: Vocabulary) -> None:
        claim = reference.claim
        if claim.phrase is None or claim.measure is None or claim.hypothetical is not None:
            return
        own = subject_of(claim, vocabulary)
        subject = shared_subject(claim, own, vocabulary, self.find)
        if subject is not None:
            self._by_subject.setdefault(subject, []).append(reference)
        series = series_of(claim, own, vocabulary, self.find)
        if series is not None and claim.period is not None:
            self._by_series.setdefault(series, []).append(reference)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def find(self, name: str) -> Claim | None:
        """The claim of a full id; None if no reference has it."""
        reference = self._by_name.get(name)
        return reference.claim if reference is not None else None

    def publisher(self, name: str) -> str:
        """Who published the reference of a full id, or its file's name."""
        reference = self._by_name[name]
        return reference.publisher or name.partition(".")[0]

    def about(self, subject: Subject, written: Period | None) -> tuple[Claim, ...]:
        """The claims about a subject across articles that were in force when one was written."""
        return _in_force(self._by_subject.get(subject, ()), written)

    def series(self, series: Subject, written: Period | None) -> tuple[Claim, ...]:
        """The claims about all but the period of a subject, in force when an article was written.

        They are those of any period that is known.
        """
        return _in_force(self._by_series.get(series, ()), written)


def series_of(claim: Claim, subject: Subject, vocabulary: Vocabulary, find: Find) -> Subject | None:
    """What a claim is about but for its period: what a record is the highest of."""
    if len(subject) == 2:
        return None
    manner = shared_manner(claim, vocabulary, find)
    return None if manner is None else (subject[0], subject[1], subject[3], manner[0])


def _in_force(references: Iterable[Reference], written: Period | None) -> tuple[Claim, ...]:
    return tuple(one.claim for one in references if one.was_known(written))


def _last_day(claim: Claim) -> int:
    """The day on which a claim was known for certain; 0 if it always was."""
    known = claim.known_from
    return known.end - 1 if known is not None and known.end is not None else 0


def _successions(articles: Iterable[Article]) -> dict[str, int]:
    """From which day on each claim that has a successor may have been out of date."""
    until: dict[str, int] = {}
    for article in articles:
        for claim in article.claims:
            if claim.supersedes is not None:
                known = claim.known_from
                day = known.start if known is not None and known.start is not None else 0
                until[claim.supersedes] = min(day, until.get(claim.supersedes, day))
    return until


NO_REFERENCES = References((), NO_VOCABULARY)
