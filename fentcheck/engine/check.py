"""Checks one article: every rule over its book, every relation judged, every failure a finding."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from fentcheck.book.book import Book, FindArticle, Settings
from fentcheck.book.claim import Article, Claim, Waiver
from fentcheck.book.span import Problem
from fentcheck.engine.finding import Finding, Place, Side
from fentcheck.engine.judge import Judgement, Verdict, judge
from fentcheck.engine.mend import RelationsOf, mend
from fentcheck.engine.wording import about, differ_in_scope, figure, sentence, sides_shown
from fentcheck.rules.registry import BY_CODE, RULES
from fentcheck.rules.relation import Relation, Wording
from fentcheck.rules.rule import Rule, Severity


class Fault(Exception):
    """A bug of ours: the rule and the file in which it came up."""

    def __init__(self, code: str, path: str) -> None:
        super().__init__(f"{code} failed on {path}")
        self.code = code
        self.path = path


class Checked(NamedTuple):
    """One article with what was found in it; findings by position, relations by rule.

    `is_counted` is False of a file that nobody asked about: a reference beside the articles. What
    is found across articles has no path, and is of no file.
    """

    article: Article
    book: Book
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    is_counted: bool = True

    @property
    def is_across(self) -> bool:
        """It is what was found across articles."""
        return not self.article.path


class Source(NamedTuple):
    """A checked file with its text, for showing the lines that a finding is about."""

    checked: Checked
    text: str


def check_article(
    article: Article,
    settings: Settings,
    elsewhere: FindArticle,
    rules: Iterable[Rule] = RULES,
) -> Checked:
    """The findings and the judged relations of one article.

    Raises `Fault`, with the cause chained, if a rule of ours fails.
    """
    book = Book(article, settings, elsewhere)
    problems: list[Problem] = []
    judgements: list[Judgement] = []
    for rule in rules:
        try:
            for found in rule.check(book):
                if type(found) is Problem:
                    problems.append(found)
                    continue
                assert isinstance(found, Relation)
                judgement = judge(found, book)
                if judgement is not None:
                    judgements.append(judgement)
        except Exception as error:
            raise Fault(rule.code, article.path) from error
    findings = [_of_problem(problem, article, book) for problem in problems]
    findings += _of_judgements(judgements, book)
    findings = [waived(finding, article.waivers, settings.today) for finding in findings]
    findings = _once_a_quantity(findings, book)
    findings.sort(key=lambda finding: (finding.path, finding.span, finding.code))
    return Checked(article, book, tuple(findings), tuple(judgements))


def _once_a_quantity(findings: list[Finding], book: Book) -> list[Finding]:
    """Of a quantity that a reference disagrees about, the article's own discord is not told."""
    told = {
        book.subject(claim)
        for finding in findings
        if finding.code == "FC103" and not finding.waived
        for name in finding.claims
        if (claim := book.by_name.get(name)) is not None
    }
    return [
        finding
        for finding in findings
        if finding.code != "FC101" or book.subject(book.by_name[finding.claims[0]]) not in told
    ]


def waived(finding: Finding, waivers: Iterable[Waiver], today: int) -> Finding:
    """The finding, marked if a waiver of its code names some of its claims and is not expired."""
    for waiver in waivers:
        matches = waiver.code == finding.code and set(waiver.claims) <= set(finding.claims)
        if matches and (waiver.until is None or waiver.until >= today):
            return finding._replace(waived=True)
    return finding


def _of_problem(problem: Problem, article: Article, book: Book) -> Finding:
    rule = BY_CODE[problem.code]
    claims = [book.find(name) for name in problem.claims]
    return Finding(
        code=problem.code,
        rule=rule.name,
        severity=Severity.NOTE if problem.is_note else rule.severity,
        message=problem.message,
        path=article.path,
        span=problem.span,
        claims=problem.claims,
        figures=tuple(figure(claim) for claim in claims if claim is not None),
        related=tuple(Place(article.path, span, message) for span, message in problem.beside),
    )


def _of_judgements(judgements: list[Judgement], book: Book) -> list[Finding]:
    telling = [judgement for judgement in judgements if _is_told(judgement)]
    if not telling:
        return []
    relations: dict[str, list[Relation]] = {}
    for judgement in judgements:
        for claim in judgement.relation.claims:
            relations.setdefault(claim.name, []).append(judgement.relation)
    return [
        finding_of(judgement, book, lambda name: relations.get(name, [])) for judgement in telling
    ]


def _is_told(judgement: Judgement) -> bool:
    """It fails; or its author stated it as a check, and it checks nothing."""
    if judgement.verdict.fails:
        return True
    return judgement.verdict is Verdict.UNTESTABLE and judgement.relation.code == "FC202"


def _said_by(claim: Claim, scoped: bool) -> str:
    """The id and value of a claim; where the claims differ in scope or period, its own too."""
    scope = about(claim) if scoped else ""
    return f"{claim.id}: {figure(claim)}" + (f" ({scope})" if scope else "")


_BY_VERDICT = {
    Verdict.CONTRADICTED: Severity.ERROR,
    Verdict.STRAINED: Severity.WARNING,
    Verdict.UNTESTABLE: Severity.NOTE,
}


def finding_of(
    judgement: Judgement, book: Book, relations_of: RelationsOf | None = None
) -> Finding:
    """What is told of a judged relation. What would mend it needs all relations of its claims."""
    relation = judgement.relation
    rule = BY_CODE[relation.code]
    stated, computed, unit = sides_shown(judgement)
    path, span = relation.path, relation.at
    at_claim = relation.claims[-1].name if relation.claims else ""
    if judgement.odd is not None:
        odd = next(claim for claim in relation.claims if claim.name == judgement.odd)
        path, span, at_claim = odd.path, odd.span(), odd.name
    scoped = differ_in_scope(relation.claims)
    related = tuple(
        Place(claim.path, claim.span(), _said_by(claim, scoped))
        for claim in relation.claims
        if claim.name != at_claim or scoped or relation.code == "FC202"
    )
    if relation.wording is Wording.CONVERTED:
        claim = relation.claims[0]
        related = (*related, Place(claim.path, claim.span("also"), f"{claim.id}: its conversion"))
    mends = None
    if relations_of is not None and judgement.verdict.fails:
        mends = partial(mend, judgement, book, relations_of)
    return Finding(
        code=relation.code,
        rule=rule.name,
        severity=_BY_VERDICT[judgement.verdict],
        message=sentence(judgement, book),
        path=path,
        span=span,
        claims=tuple(claim.name for claim in relation.claims),
        figures=tuple(figure(claim) for claim in relation.claims),
        verdict=judgement.verdict,
        stated=None if stated is None else Side(stated, unit),
        computed=Side(computed, unit),
        judgement=judgement,
        mends=mends,
        related=related,
        reason=judgement.reason,
    )
