"""Which findings are waived, and which waivers waive nothing.

Decided over all findings that stand in an article: those of the article itself, and for the rules
that look across articles, those of the second phase.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from fentcheck.book.book import Book
from fentcheck.book.claim import Waiver
from fentcheck.book.span import Problem
from fentcheck.engine.finding import Finding
from fentcheck.rules.fc012_waiver_unused import NEVER_WAIVED, has_expired, unused
from fentcheck.rules.registry import BY_CODE


def waived(findings: Iterable[Finding], waivers: Iterable[Waiver], today: int) -> list[Finding]:
    """The findings of one file, those marked that a waiver of the file accepts."""
    in_force = [one for one in waivers if not has_expired(one, today)]
    return [_accepted(finding, in_force) for finding in findings]


def _accepted(finding: Finding, waivers: Iterable[Waiver]) -> Finding:
    waiver = next((one for one in waivers if matches(one, finding)), None)
    return finding if waiver is None else finding._replace(waived=True, excuse=waiver.reason)


def matches(waiver: Waiver, finding: Finding) -> bool:
    """The finding is of the waiver's rule, which can be waived, and names all of its claims."""
    if waiver.code != finding.code or waiver.code == NEVER_WAIVED:
        return False
    return set(waiver.claims) <= set(finding.claims)


def idle_waivers(
    findings: Collection[Finding], book: Book, selected: Collection[str]
) -> list[Problem]:
    """The waivers of an article that match none of its findings.

    `selected` are the codes of the rules that ran: what they did not look for proves nothing.
    Waivers of rules that look across articles are left for later.
    """
    return [
        unused(waiver, BY_CODE)
        for waiver in _judged(book, selected)
        if not looks_across(waiver) and not any(matches(waiver, one) for one in findings)
    ]


def idle_so_far(
    findings: Collection[Finding], book: Book, selected: Collection[str]
) -> list[Waiver]:
    """The waivers of rules that look across articles that nothing in their own article matches."""
    return [
        waiver
        for waiver in _judged(book, selected)
        if looks_across(waiver) and not any(matches(waiver, one) for one in findings)
    ]


def looks_across(waiver: Waiver) -> bool:
    """Its rule compares articles with each other."""
    return waiver.code in BY_CODE and BY_CODE[waiver.code].across is not None


def _judged(book: Book, selected: Collection[str]) -> list[Waiver]:
    """The waivers whose rules have run, on claims that could all be read.

    A check of the file alone is no run; a waiver that is expired, or of what cannot be waived, has
    a finding of its own.
    """
    waivers = book.article.waivers
    if not waivers or "FC012" not in selected:
        return []
    if all(code.startswith(_FILE_RULES) for code in selected):
        return []
    return [
        waiver
        for waiver in waivers
        if waiver.code != NEVER_WAIVED
        and not has_expired(waiver, book.settings.today)
        and (waiver.code in selected or waiver.code not in BY_CODE)
        and all(book.usable(name) is not None for name in waiver.claims)
    ]


_FILE_RULES = "FC0"
"""The rules that look at the file and not at its arithmetic."""
