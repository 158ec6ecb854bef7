"""The claims of one article, arranged for the rules: by quantity, by measure, by whole.

Claims about one quantity share a key. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from fentcheck.book.claim import Article, Claim, StatedCheck
from fentcheck.book.read import Lexicons
from fentcheck.book.references import NO_REFERENCES, References
from fentcheck.book.subject import Subject, shared_subject, subject_of
from fentcheck.book.vocabulary import NO_VOCABULARY, MeasureKind, Vocabulary
from fentcheck.expressions.compile import Compiled, Mismatch, Values, compile_pair
from fentcheck.expressions.parse import Fault
from fentcheck.limits import DEFAULTS as LIMITS
from fentcheck.limits import Limits
from fentcheck.phrases.constants import DEFAULTS, Constants
from fentcheck.phrases.hedges import Statistic
from fentcheck.phrases.period import Period
from fentcheck.phrases.reading import Domain, Reading, bounds_of, natural_domain, read
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.units.names import Lexicon
from fentcheck.units.unit import NUMBER, Kind, Unit

if TYPE_CHECKING:
    from typing import Any, TypeVar

    from fentcheck.prose.document import Document

    _T = TypeVar("_T")

FindArticle = Callable[[str], Article | None]
"""The article of another file, by its stem; None if there is no such file."""


class ArticleText(NamedTuple):
    """The prose of an article, with the path that findings in it name; or why there is none, once
    more in `essence` without that path.
    """

    path: str
    document: Document | None
    trouble: str = ""
    essence: str = ""


FindText = Callable[[Article], ArticleText | None]
"""The text that an article names, read when it is asked for; None if it names none."""


def _no_text(article: Article) -> ArticleText | None:
    return None


class Settings(NamedTuple):
    """What the project has set, beside the claims themselves."""

    lexicons: Lexicons
    vocabulary: Vocabulary = NO_VOCABULARY
    constants: Constants = DEFAULTS
    today: int = 0
    """The day by which waivers expire, as an ordinal; 0 before all of them."""
    references: References = NO_REFERENCES
    find_text: FindText = _no_text
    limits: Limits = LIMITS


class Book:
    """One article's claims by name and by what they are about, with their readings.

    Claims of other files are found by name where a check refers to them. Everything is derived
    from the article once; readings are computed when they are first asked for. `restated` are
    the subjects that more than one claim is about, `linked` the claims that name others.
    """

    __slots__ = (
        "_elsewhere",
        "_found_elsewhere",
        "_readings",
        "_remembered",
        "_subjects",
        "_values",
        "article",
        "by_name",
        "by_subject",
        "linked",
        "names_of_restated",
        "parts",
        "restated",
        "settings",
        "shares",
        "unread_links",
    )

    def __init__(self, article: Article, settings: Settings, elsewhere: FindArticle) -> None:
        self.article = article
        self.settings = settings
        self._elsewhere = elsewhere
        self._found_elsewhere: dict[str, Claim | None] = {}
        self._readings: dict[str, Reading] = {}
        self._values: dict[str, Values] = {}
        self._remembered: dict[str, Any] = {}
        self._subjects: dict[str, Subject] = {}
        self.by_name: dict[str, Claim] = {}
        self.linked: list[Claim] = []
        self.unread_links: set[str] = set()
        self.by_subject: dict[Subject, list[Claim]] = {}
        self.parts: dict[str, list[Claim]] = {}
        self.shares: dict[str, list[Claim]] = {}
        for claim in article.claims:
            self.by_name[claim.name] = claim
            if claim.phrase is None:
                if claim.is_linked:
                    self.linked.append(claim)
                    self.unread_links.update(claim.part_of)
                    self.unread_links.update((claim.share_of,) if claim.share_of else ())
                continue
            if claim.measure is not None and claim.hypothetical is None:
                self.by_subject.setdefault(self.subject(claim), []).append(claim)
            if claim.is_linked:
                self.linked.append(claim)
                for whole in claim.part_of:
                    self.parts.setdefault(whole, []).append(claim)
                if claim.share_of is not None:
                    self.shares.setdefault(claim.share_of, []).append(claim)
        self.restated = [claims for claims in self.by_subject.values() if len(claims) > 1]
        self.names_of_restated = {claim.name for claims in self.restated for claim in claims}

    @property
    def lexicon(self) -> Lexicon:
        return self.settings.lexicons(self.article.locale)

    @property
    def written(self) -> Period | None:
        """When the article was published, or today if it does not say; None if that is unknown."""
        today = self.settings.today
        return self.article.published or (Period(today, today + 1, "") if today else None)

    @property
    def text(self) -> ArticleText | None:
        """The article's text, if it names one."""
        return self.remembered("text", lambda: self.settings.find_text(self.article))

    @property
    def vocabulary(self) -> Vocabulary:
        return self.settings.vocabulary

    def remembered(self, key: str, made: Callable[[], _T]) -> _T:
        """What `made` gives, computed once for the book."""
        if key not in self._remembered:
            self._remembered[key] = made()
        found: _T = self._remembered[key]
        return found

    def find(self, name: str) -> Claim | None:
        """The claim of a full id, in this file or another; None if there is none."""
        claim = self.by_name.get(name)
        if claim is not None:
            return claim
        claim = self.settings.references.find(name)
        if claim is not None:
            return claim
        if name.rpartition(".")[0] == self.article.stem:
            return None
        if name not in self._found_elsewhere:
            self._look_elsewhere([name] if self._found_elsewhere else [name, *self._named()])
        return self._found_elsewhere[name]

    def _named(self) -> Iterator[str]:
        """What the checks and the waivers of the file name."""
        for check in self.article.checks:
            yield from (named.name for named in check.named)
        for waiver in self.article.waivers:
            yield from waiver.claims

    def _look_elsewhere(self, names: Iterable[str]) -> None:
        """Finds claims of other files, so that each of these is read and gone through once."""
        by_stem: dict[str, set[str]] = {}
        for name in names:
            stem = name.rpartition(".")[0]
            if stem != self.article.stem and self.settings.references.find(name) is None:
                by_stem.setdefault(stem, set()).add(name)
        for stem, some in by_stem.items():
            article = self._elsewhere(stem)
            self._found_elsewhere.update(dict.fromkeys(some))
            for claim in article.claims if article is not None else ():
                name = f"{stem}.{claim.id}"
                if name in some and self._found_elsewhere[name] is None:
                    self._found_elsewhere[name] = claim

    def usable(self, name: str) -> Claim | None:
        """The claim of a full id if its value could be read."""
        claim = self.find(name)
        return claim if claim is not None and claim.phrase is not None else None

    def kind(self, claim: Claim) -> MeasureKind:
        """The kind of the claim's measure; flow where it has none."""
        if claim.measure is None:
            return _FLOW
        return self.vocabulary.kind(self.vocabulary.measure(claim.measure))

    def subject(self, claim: Claim) -> Subject:
        """What a claim is about. Two claims with one subject and one unit are one quantity."""
        known = self._subjects.get(claim.name)
        if known is None:
            known = self._subjects[claim.name] = subject_of(claim, self.vocabulary)
        return known

    def shared_subject(self, claim: Claim) -> Subject | None:
        """What a claim is about across articles; None if none other can be about the same."""
        return shared_subject(claim, self.subject(claim), self.vocabulary, self.find)

    def unit(self, name: str) -> Unit:
        """The unit of a claim by its full id; of one that cannot be read, a plain number."""
        claim = self.usable(name)
        return claim.phrase.unit if claim is not None and claim.phrase is not None else NUMBER

    def domain(self, claim: Claim) -> Domain:
        """What values the claim's quantity can have."""
        assert claim.phrase is not None
        if claim.share_of is not None and claim.phrase.unit.kind in (Kind.RATIO, Kind.PLAIN):
            return Domain.SHARE
        if claim.change is not None:
            return _ANY
        if self.kind(claim) is _PRICE:
            return Domain.NON_NEGATIVE
        return natural_domain(claim.phrase)

    def is_outside(self, claim: Claim) -> bool:
        """The literal reading, before it is cut to the domain, lies wholly outside it."""
        domain = self.domain(claim)
        if domain is _ANY:
            return False
        reading = self.reading(claim)
        return not reading.unclipped.overlaps(bounds_of(domain, reading.unit))

    def reading(self, claim: Claim) -> Reading:
        """Both readings of a claim in its printed unit. The claim is one that could be read."""
        known = self._readings.get(claim.name)
        if known is None:
            assert claim.phrase is not None
            known = read(claim.phrase, self.domain(claim), claim.statistic, self.settings.constants)
            self._readings[claim.name] = known
        return known

    def values(self, name: str) -> Values:
        """The readings of a claim in base units, by its full id. It is one that could be read."""
        known = self._values.get(name)
        if known is None:
            claim = self.find(name)
            assert claim is not None
            known = self._values[name] = Values(self.reading(claim))
        return known

    def compiled(self, check: StatedCheck) -> tuple[Compiled, Compiled] | Mismatch:
        """The sides of a check in base units, or why they do not fit. Its claims can be read."""
        assert not isinstance(check.parsed, Fault)
        left, _, right = check.parsed
        return self.remembered(
            f"check at {check.span.line}:{check.span.column}",
            lambda: compile_pair(left, right, self.unit, self.settings.constants),
        )


def is_total(claim: Claim) -> bool:
    """The claim is a total, not a mean, a median or an extreme."""
    return claim.statistic is _TOTAL


# See `units.unit` for why.
_FLOW, _CONSTANT, _PRICE = MeasureKind.FLOW, MeasureKind.CONSTANT, MeasureKind.PRICE
_TOTAL, _MEAN = Statistic.TOTAL, Statistic.MEAN
_ANY = Domain.ANY
