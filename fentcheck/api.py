"""What a program uses: the same verbs as the command line, as functions of values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from fentcheck.book.book import Settings
from fentcheck.cues.draft import read_draft
from fentcheck.engine.audit import audit as audit_draft
from fentcheck.engine.audit import selected
from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Judgement
from fentcheck.files.combine import Combined, combine
from fentcheck.files.config import Config, Lexicons, find_config, folder_of
from fentcheck.files.drafts import audited
from fentcheck.files.load import Library
from fentcheck.files.selection import chosen, settled
from fentcheck.files.summarise import claims_files, summarise
from fentcheck.files.summarised import Summarised, SummaryError
from fentcheck.phrases.phrase import read_phrase
from fentcheck.phrases.reading import Reading, read
from fentcheck.prose.formats.registry import read_prose
from fentcheck.prose.mention import Mention
from fentcheck.prose.scan import find_quantities
from fentcheck.record import NamedTuple
from fentcheck.units.names import Complaint

__all__ = [
    "Combined",
    "Report",
    "Summarised",
    "SummaryError",
    "UnreadableValueError",
    "audit",
    "audit_files",
    "claims_files",
    "combine",
    "quantities",
    "read_value",
    "summarise",
    "verify",
]


class Report(NamedTuple):
    """Every finding and every judged relation of some claims files, file by file."""

    checked: tuple[Checked, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for one in self.checked for finding in one.findings)

    @property
    def relations(self) -> tuple[Judgement, ...]:
        return tuple(judgement for one in self.checked for judgement in one.judgements)


class UnreadableValueError(ValueError):
    """A phrase that has no reading; `complaint` names the word and suggests a better one."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


def verify(paths: Iterable[str], config: Config | None = None, today: date | None = None) -> Report:
    """Checks claims files, or folders of them, by the rules that the project has.

    `today` is the day by which waivers end, and in which an article without a date is read; today
    in UTC if none is given.
    Raises `fentcheck.files.disk.PathError` for a path that is not there.
    """
    paths = list(paths)
    config = config or find_config(folder_of(paths))
    library = Library(paths, config, None if today is None else today.toordinal())
    found = settled(library.check(chosen(config)), config)
    return Report(tuple(source.checked for source in found))


def read_value(phrase: str, locale: str = "en-US", config: Config | None = None) -> Reading:
    """Both readings of a value phrase, in its printed unit.

    Raises `UnreadableValueError` if the phrase cannot be read.
    """
    settings = config or Config(".")
    parsed = read_phrase(phrase, Lexicons(settings)(locale))
    if isinstance(parsed, Complaint):
        raise UnreadableValueError(parsed)
    return read(parsed, constants=settings.constants)


def quantities(
    text: str, locale: str = "en-US", all_roles: bool = False, config: Config | None = None
) -> tuple[Mention, ...]:
    """Every quantity of a running text, in order.

    With `all_roles` also the figures that are no quantities: dates, clock times, ordinals, scores,
    telephone, street, section and model numbers, and other identifiers.
    """
    return tuple(find_quantities(text, Lexicons(config or Config("."))(locale), all_roles))


def audit(text: str, locale: str | None = None, config: Config | None = None) -> Report:
    """Checks the figures of a draft in plain text against each other.

    Without a locale, that of the configuration holds.
    """
    config = config or Config(".")
    lexicons = Lexicons(config)
    settings = Settings(lexicons, constants=config.constants, limits=config.limits)
    locale = config.locale_of(locale)
    draft = read_draft(read_prose(text, limits=config.limits), lexicons(locale), locale)
    codes = frozenset(rule.code for rule in chosen(config))
    found = selected(audit_draft(draft, "draft", settings), codes)
    sources = settled((Source(found.checked, text, found),), config)
    return Report(tuple(source.checked for source in sources))


def audit_files(
    paths: Iterable[str], locale: str | None = None, config: Config | None = None
) -> Report:
    """Checks drafts: plain text, Markdown, HTML or Word, by the ending of a file's name.

    Without a locale, that of the project holds.
    Raises `fentcheck.files.disk.PathError` for a path that is not there.
    """
    paths = list(paths)
    config = config or find_config(folder_of(paths))
    codes = frozenset(rule.code for rule in chosen(config))
    found = settled(audited(paths, config, codes, config.locale_of(locale)), config)
    return Report(tuple(source.checked for source in found))
