"""Which findings are waived, and which waivers waive nothing.

Decided once for an article, over all findings that stand in it, whichever phase found them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from fentcheck.book.book import Book
from fentcheck.book.claim import Waiver
from fentcheck.book.span import Problem
from fentcheck.engine.finding import Finding
from fentcheck.rules.fc012_waiver_unused import has_expired, unused
from fentcheck.rules.registry import BY_CODE


def waived(
    findings: Iterable[Finding], book: Book, selected: Collection[str]
) -> tuple[list[Finding], list[Problem]]:
    """The findings, the waived ones marked, and a problem for each waiver that is unused.

    `selected` are the codes of the rules that ran: what they did not look for proves nothing.
    """
    today = book.settings.today
    waivers = [one for one in book.article.waivers if not has_expired(one, today)]
    if not waivers:
        return list(findings), []
    used: set[int] = set()
    marked = []
    for finding in findings:
        matching = [index for index, one in enumerate(waivers) if _matches(one, finding)]
        used.update(matching)
        marked.append(finding._replace(waived=True) if matching else finding)
    idle = [one for index, one in enumerate(waivers) if index not in used]
    return marked, [unused(one, BY_CODE) for one in idle if _is_judged(one, book, selected)]


def _matches(waiver: Waiver, finding: Finding) -> bool:
    return waiver.code == finding.code and set(waiver.claims) <= set(finding.claims)


def _is_judged(waiver: Waiver, book: Book, selected: Collection[str]) -> bool:
    """Its rule has run, on claims that could all be read; a check of the file alone is no run."""
    if "FC012" not in selected or all(code.startswith(_FILE_RULES) for code in selected):
        return False
    if any(book.usable(name) is None for name in waiver.claims):
        return False
    return waiver.code in selected or waiver.code not in BY_CODE


_FILE_RULES = "FC0"
"""The rules that look at the file and not at its arithmetic."""
