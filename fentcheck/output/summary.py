"""What a whole run comes to: counts that every format shows."""

from __future__ import annotations

from fentcheck.engine.check import Checked
from fentcheck.engine.judge import Verdict
from fentcheck.engine.trial import relations_in
from fentcheck.engine.wording import figure
from fentcheck.rules.rule import Severity


class Summary:
    """Counts over the files of a run; grows as files are checked."""

    def __init__(self) -> None:
        self.files = 0
        self.claims = 0
        self.drafts = 0
        self.related = 0
        self.relations = dict.fromkeys(Verdict, 0)
        self.findings = {Severity.ERROR: 0, Severity.WARNING: 0, Severity.NOTE: 0}
        self.waived = 0
        self.known = 0
        """Findings that a baseline knows."""
        self.gone = 0
        """Findings of the baseline that are there no more."""
        self.codes: dict[str, int] = {}
        self.first: tuple[str, int] | None = None
        self.first_figure = ""
        """The claim for which another value would clear the most findings, and how many; of a
        draft, also its figure.
        """

    def add(self, checked: Checked) -> None:
        if checked.is_counted:
            self.files += 1
            self.claims += sum(
                claim.phrase is not None or not checked.is_draft for claim in checked.article.claims
            )
        if checked.is_draft:
            self.drafts += 1
            self.related += len(
                {
                    claim.name
                    for one in checked.judgements
                    for claim in one.relation.claims
                    if claim.phrase is not None
                }
            )
        for judgement in checked.judgements:
            self.relations[judgement.verdict] += 1
        for finding in checked.findings:
            if finding.waived:
                self.waived += 1
            else:
                self.findings[finding.severity] += 1
                self.codes[finding.code] = self.codes.get(finding.code, 0) + 1

    def look_first(self, checked: Checked) -> None:
        """Looks in one more file for the claim to look at first, for formats that show it."""
        failing = [
            finding.judgement
            for finding in checked.findings
            if finding.judgement is not None and finding.mends is not None and not finding.waived
        ]
        if len(failing) < 2:
            return
        from fentcheck.engine.mend import first_to_mend  # few runs get here

        found = first_to_mend(failing, checked.book, relations_in(checked.judgements))
        if found is not None and (self.first is None or found[1] > self.first[1]):
            self.first = found
            self.first_figure = figure(checked.book.by_name[found[0]]) if checked.is_draft else ""

    def reaches(self, fail_on: str) -> bool:
        """Some finding is at or above the severity that fails a run; "never" none does."""
        order = ("error", "warning", "note")
        if fail_on not in order:
            return False
        failing = order[: order.index(fail_on) + 1]
        return any(count and severity.value in failing for severity, count in self.findings.items())
