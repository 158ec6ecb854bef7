"""Checks one article: every rule over its book, every relation judged, every failure a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from fentcheck.book.book import Book, FindArticle, Settings
from fentcheck.book.claim import Article, Claim
from fentcheck.book.span import Problem
from fentcheck.engine.finding import Finding, Place, Side
from fentcheck.engine.judge import TOO_LONG, Judgement, Verdict, judge
from fentcheck.engine.offer import Mend
from fentcheck.engine.trial import relations_in, size_of
from fentcheck.engine.waivers import idle_waivers, waived
from fentcheck.engine.wording import about, differ_in_scope, figure, sentence, sides_shown
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.rules.registry import BY_CODE, RULES
from fentcheck.rules.relation import Relation, Wording
from fentcheck.rules.rule import Rule, Severity

if TYPE_CHECKING:
    from fentcheck.engine.audit import Audit
    from fentcheck.engine.mend import Mends


class Fault(Exception):
    """A bug of ours: the rule and the file in which it came up."""

    def __init__(self, code: str, path: str) -> None:
        super().__init__(f"{code} failed on {path}")
        self.code = code
        self.path = path

    def __reduce__(self) -> tuple[type[Fault], tuple[str, str]]:
        """It reaches the process that waits for it."""
        return Fault, (self.code, self.path)


class fault_of:  # noqa: N801
    """`with fault_of(code, path)`: what fails inside is a fault of ours, in this rule on this file.

    Raises `Fault`, with the cause chained.
    """

    __slots__ = ("_code", "_path")

    def __init__(self, code: str, path: str) -> None:
        self._code = code
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception):
            raise Fault(self._code, self._path) from error


class Checked(NamedTuple):
    """One article with what was found in it; findings by position, relations by rule.

    `is_counted` is False of a file that nobody asked about: a reference beside the articles. What
    is found across articles has no path, and is of no file. Of a draft the claims are its figures.
    """

    article: Article
    book: Book
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    is_counted: bool = True
    is_draft: bool = False

    @property
    def is_across(self) -> bool:
        """It is what was found across articles."""
        return not self.article.path


class Source(NamedTuple):
    """A checked file with its text, for showing the lines that a finding is about.

    Of a draft `audit` tells where its figures stand. `others` are the files that a claims file was
    checked with, as `files.second.Left` has them, and one that has taken its name.
    """

    checked: Checked
    text: str
    audit: Audit | None = None
    others: tuple[str, ...] = ()


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
    most = settings.limits.most("mistakes")
    judgements: list[Judgement] = []
    asked = {rule.code for rule in rules}
    running = (
        rules
        if _JOINT not in asked
        else [rule for rule in RULES if rule.code in asked or rule.severity is Severity.BY_VERDICT]
    )
    left = settings.limits.relations
    for rule in running:
        if left < 0:
            break
        told = len(problems)
        with fault_of(rule.code, article.path):
            for found in rule.check(book):
                if type(found) is Problem:
                    problems.append(found)
                    if len(problems) - told > most.value and rule.code != _UNREADABLE:
                        message = f"{most.of('such findings')} in one file: {most}"
                        problems[-1] = Problem(rule.code, found.span, message)
                        break
                    continue
                assert isinstance(found, Relation)
                size = size_of(found)
                left -= size
                if left < 0:
                    problems.append(_too_many_relations(found, settings))
                    break
                judgement = judge(found, book)
                if judgement is not None:
                    judgements.append(judgement)
                    left -= size * _TO_TELL if judgement.verdict.fails else 0
    together: list[Finding] = []
    if _JOINT in asked:
        with fault_of(_JOINT, article.path):
            together = _taken_together(judgements, book)
        judgements = [one for one in judgements if one.relation.code in asked - {_JOINT}]
    findings = [finding_of_problem(problem, article, book) for problem in problems]
    findings += findings_of(judgements, book)
    findings += together
    findings = waived(findings, article.waivers, settings.today)
    findings += [
        finding_of_problem(one, article, book) for one in idle_waivers(findings, book, asked)
    ]
    findings = _once_a_quantity(findings, book)
    findings.sort(key=lambda finding: (finding.path, finding.span, finding.code))
    return Checked(article, book, tuple(findings), tuple(judgements))


def _too_many_relations(relation: Relation, settings: Settings) -> Problem:
    most = settings.limits.most("relations")
    message = f"the relations from here on are not checked, there are too many in one file: {most}"
    return Problem(_UNREADABLE, relation.at, message)


# What only some articles need is imported when one of them does.


def _taken_together(judgements: list[Judgement], book: Book) -> list[Finding]:
    """What the relations, each of which holds, rule out between them."""
    if not judgements:
        return []
    from fentcheck.engine.joint import conflicts

    found, unsettled = conflicts(book, judgements)
    if not found and not unsettled:
        return []
    from fentcheck.engine.impossible import joint_findings

    return joint_findings(found, unsettled, book, judgements)


class _Mends:
    """What would mend the findings of a file, once one of them is asked for it."""

    __slots__ = ("_book", "_failing", "_found", "_judgements")

    def __init__(
        self, failing: Sequence[Judgement], judgements: Sequence[Judgement], book: Book
    ) -> None:
        self._failing = failing
        self._judgements = judgements
        self._book = book
        self._found: Mends | None = None

    def of(self, place: int) -> Mend:
        if self._found is None:
            from fentcheck.engine.mend import Mends

            self._found = Mends(self._failing, self._book, relations_in(self._judgements))
        return self._found.of(place)


_TO_TELL = 9
"""J: what it takes to tell that a relation fails, beside judging it."""
_JOINT = "FC203"
_UNREADABLE = "FC001"


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


def finding_of_problem(problem: Problem, article: Article, book: Book) -> Finding:
    """What is told of a mistake in the file itself."""
    rule = BY_CODE[problem.code]
    claims = [book.find(name) for name in problem.claims]
    return Finding(
        code=problem.code,
        rule=rule.name,
        severity=Severity.NOTE if problem.is_note else rule.severity,
        message=problem.message,
        path=problem.path or article.path,
        span=problem.span,
        claims=problem.claims,
        figures=tuple(figure(claim) for claim in claims if claim is not None),
        related=tuple(Place(article.path, span, message) for span, message in problem.beside),
        names=problem.names,
        essence=problem.essence,
    )


def findings_of(judgements: Sequence[Judgement], book: Book) -> list[Finding]:
    """A finding for each relation that fails."""
    telling = [judgement for judgement in judgements if _is_told(judgement)]
    if not telling:
        return []
    mends = _Mends(telling, judgements, book)
    return [
        finding_of(judgement, book, partial(mends.of, place))
        for place, judgement in enumerate(telling)
    ]


def _is_told(judgement: Judgement) -> bool:
    """It fails; or it was left out; or its author stated it as a check, and it checks nothing."""
    if judgement.verdict.fails or judgement.reason == TOO_LONG:
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
    judgement: Judgement, book: Book, mends: Callable[[], Mend] | None = None
) -> Finding:
    """What is told of a judged relation; `mends` works out what would mend it, if it fails."""
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
        mends=mends if judgement.verdict.fails else None,
        related=related,
        reason=judgement.reason,
        at_claim=at_claim,
    )
