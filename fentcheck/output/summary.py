"""What a whole run comes to: counts that every format shows."""

from __future__ import annotations

from fentcheck.engine.check import Checked
from fentcheck.engine.judge import Verdict
from fentcheck.engine.trial import relations_in
from fentcheck.engine.wording import figure
from fentcheck.record import NamedTuple
from fentcheck.rules.rule import Severity


class Tally(NamedTuple):
    """The counts of one checked file, as plain data: by verdict and severity in their order."""

    files: int
    claims: int
    drafts: int
    related: int
    relations: tuple[int, ...]
    findings: tuple[int, ...]
    waived: int
    codes: tuple[tuple[str, int], ...]
    first: tuple[str, int] | None = None
    """The claim for which another value would clear the most findings, and how many."""
    first_figure: str = ""
    """Of a draft, also its figure."""


def tally(checked: Checked, looks_first: bool = False) -> Tally:
    """What a file adds to the counts; the claim to look at first where it is asked for."""
    is_draft, is_counted = checked.is_draft, checked.is_counted
    claims = related = 0
    if is_counted:
        claims = sum(claim.phrase is not None or not is_draft for claim in checked.article.claims)
    if is_draft:
        related = len(
            {
                claim.name
                for one in checked.judgements
                for claim in one.relation.claims
                if claim.phrase is not None
            }
        )
    relations = dict.fromkeys(Verdict, 0)
    for judgement in checked.judgements:
        relations[judgement.verdict] += 1
    findings = dict.fromkeys(_SEVERITIES, 0)
    codes: dict[str, int] = {}
    waived = 0
    for finding in checked.findings:
        if finding.waived:
            waived += 1
        else:
            findings[finding.severity] += 1
            codes[finding.code] = codes.get(finding.code, 0) + 1
    first, figure = _first(checked) if looks_first else (None, "")
    return Tally(
        int(is_counted), claims, int(is_draft), related, (*relations.values(),),
        (*findings.values(),), waived, (*codes.items(),), first, figure,
    )  # fmt: skip


def _first(checked: Checked) -> tuple[tuple[str, int] | None, str]:
    """The claim of a file to look at first, and of a draft its figure."""
    failing = [
        finding.judgement
        for finding in checked.findings
        if finding.judgement is not None and finding.mends is not None and not finding.waived
    ]
    if len(failing) < 2:
        return None, ""
    from fentcheck.engine.mend import first_to_mend  # few runs get here

    found = first_to_mend(failing, checked.book, relations_in(checked.judgements))
    if found is None or not checked.is_draft:
        return found, ""
    return found, figure(checked.book.by_name[found[0]])


class Summary:
    """Counts over the files of a run; grows as files are checked."""

    def __init__(self) -> None:
        self.files = 0
        self.claims = 0
        self.drafts = 0
        self.related = 0
        self.relations = dict.fromkeys(Verdict, 0)
        self.findings = dict.fromkeys(_SEVERITIES, 0)
        self.waived = 0
        self.known = 0
        """Findings that a baseline knows."""
        self.gone = 0
        """Findings of the baseline that are there no more."""
        self.codes: dict[str, int] = {}
        self.first: tuple[str, int] | None = None
        self.is_of_files = False  # no relations were looked for
        self.is_of_drafts = False  # of an audit, even where there are none
        self.first_figure = ""

    def add(self, checked: Checked, looks_first: bool = False) -> None:
        """Counts one more file; `looks_first` for formats that show the claim to look at first."""
        self.take(tally(checked, looks_first))

    @property
    def tally(self) -> Tally:
        """All that was counted, to be taken as if it were of one file."""
        return Tally(
            self.files, self.claims, self.drafts, self.related, (*self.relations.values(),),
            (*self.findings.values(),), self.waived, (*self.codes.items(),), self.first,
            self.first_figure,
        )  # fmt: skip

    def take(self, one: Tally) -> None:
        """Counts one more file by its tally. Of two claims to look at first the earlier counts."""
        self.files += one.files
        self.claims += one.claims
        self.drafts += one.drafts
        self.related += one.related
        for verdict, number in zip(self.relations, one.relations, strict=True):
            self.relations[verdict] += number
        for severity, number in zip(self.findings, one.findings, strict=True):
            self.findings[severity] += number
        self.waived += one.waived
        for code, number in one.codes:
            self.codes[code] = self.codes.get(code, 0) + number
        if one.first is not None and (self.first is None or one.first[1] > self.first[1]):
            self.first, self.first_figure = one.first, one.first_figure

    def reaches(self, fail_on: str) -> bool:
        """Some finding is at or above the severity that fails a run; "never" none does."""
        return any(
            count and reaches(severity, fail_on) for severity, count in self.findings.items()
        )


def reaches(severity: Severity, fail_on: str) -> bool:
    """A finding of this severity fails a run that is to fail on another; "never" none does."""
    order = ("error", "warning", "note")
    return fail_on in order and severity.value in order[: order.index(fail_on) + 1]


_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
