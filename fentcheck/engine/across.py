"""The second phase: what is compared across articles, once each has been checked by itself.

The first phase files a light record of every claim; here they come back in groups. Nothing is
compared each with each, and one group is let go before the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from fentcheck.book.book import Book, Settings
from fentcheck.book.claim import Article, Waiver
from fentcheck.book.filed import ALL_OF, Entry, Filed, Group, Together, filed, home_of, span_in
from fentcheck.engine.check import Checked, fault_of, finding_of, finding_of_problem
from fentcheck.engine.finding import Finding, Made, Place, Row
from fentcheck.engine.judge import Judgement, judge
from fentcheck.engine.waivers import matches, waived
from fentcheck.record import NamedTuple
from fentcheck.rules.fc012_waiver_unused import unused
from fentcheck.rules.registry import BY_CODE, RULES
from fentcheck.rules.relation import Relation
from fentcheck.rules.rule import Keep, Remark, Rule, Severity

WaiversOf = Callable[[str], tuple[Waiver, ...]]
"""The waivers of a file, by its path."""


def keepers(rules: Iterable[Rule]) -> tuple[Keep, ...]:
    """What the rules keep of each article, each way once."""
    return tuple(dict.fromkeys(rule.across.keep for rule in rules if rule.across is not None))


def to_file(checked: Checked, rules: tuple[Rule, ...]) -> Iterator[tuple[str, Entry]]:
    """The records of an article for the rules that look across, by what brings them together."""
    book = checked.book
    records: dict[str, Filed | None] = {}
    links: dict[str, set[str]] | None = None
    told = _told(checked)
    home = home_of(checked.article)
    for keep in keepers(rules):
        for key, claims in keep(book):
            if links is None:
                links = _links(checked, rules)
            entry = []
            for claim in claims:
                name = claim.name
                if name in records:
                    record = records[name]
                else:
                    record = filed(claim, book, home, links.get(name, ()), name in told)
                    records[name] = record
                if record is not None:
                    entry.append(record)
            if len(entry) == len(claims):
                yield f"{keep.__name__} {key}", (*entry,)


def check_across(
    groups: Iterable[tuple[str, Iterable[Entry]]],
    rules: Iterable[Rule],
    settings: Settings,
    waivers_of: WaiversOf,
    together: Together | None = None,
) -> Iterator[Checked]:
    """The findings and judged relations of each group of which there is anything to say.

    Of a large group they come in several parts, of which only one is held at a time.

    `together` are the claims that a third article's checks name.
    Raises `Fault`, with the cause chained, if a rule of ours fails.
    """
    looking = [rule for rule in rules if rule.across is not None]
    for key, entries in groups:
        group = Group(key, entries, settings, together)
        told = {one.name for one in group.records() if one.is_told}
        some = _Some([], [])
        for found in _found(group, looking):
            if isinstance(found, Remark):
                some.findings.append(_of_remark(found))
                continue
            judgement = _judged(found, group)
            if judgement is None:
                continue
            some.judgements.append(judgement)
            if judgement.verdict.fails and not _is_told(found, told):
                some.findings.append(finding_of(judgement, group.book))
            if len(some.judgements) == _MOST_JUDGED:
                yield some.checked(group, waivers_of, settings.today)
                some = _Some([], [])
                group.let_go()
        if some.findings or some.judgements:
            yield some.checked(group, waivers_of, settings.today)


class _Some(NamedTuple):
    """Some of what was found in a group."""

    findings: list[Finding]
    judgements: list[Judgement]

    def checked(self, group: Group, waivers_of: WaiversOf, today: int) -> Checked:
        findings = [
            marked
            for one in self.findings
            for marked in waived((one,), waivers_of(one.path), today)
        ]
        findings.sort(key=lambda one: (one.path, one.span, one.code))
        return Checked(_NONE, group.book, tuple(findings), tuple(self.judgements), False)


def _found(group: Group, looking: Iterable[Rule]) -> Iterator[Relation | Remark]:
    """What the rules see in a group, each in those that it keeps."""
    for rule in looking:
        assert rule.across is not None
        if not group.key.startswith(f"{rule.across.keep.__name__} "):
            continue
        with fault_of(rule.code, _claims_of(group)):
            yield from rule.across.compare(group)


def _judged(relation: Relation, group: Group) -> Judgement | None:
    group.know(relation.claims)
    with fault_of(relation.code, _claims_of(group)):
        return judge(relation, group.book)


def _claims_of(group: Group) -> str:
    return f"claims of {group.key.partition(' ')[2]}"


def is_used(waiver: Waiver, path: str, accepted: Iterable[Finding]) -> bool:
    """The waiver of a file matches one of the findings that were accepted across articles."""
    return any(one.path == path and matches(waiver, one) for one in accepted)


def unused_waiver(waiver: Waiver, article: Article, settings: Settings) -> Checked:
    """What is told of an article's waiver that nothing across articles matches."""
    book = Book(article, settings, lambda stem: None)
    finding = finding_of_problem(unused(waiver, BY_CODE), article, book)
    return Checked(article, book, (finding,), (), False)


def named_together(checked: Checked) -> Iterator[frozenset[str]]:
    """Other articles' claims, of each check that names two or more of them."""
    own = checked.book.by_name
    for check in checked.article.checks:
        others = frozenset(named.name for named in check.named if named.name not in own)
        if 1 < len(others) <= _MOST_NAMED:
            yield others


def _told(checked: Checked) -> set[str]:
    """The claims whose quantity a finding of their own article is about."""
    return {
        name
        for finding in checked.findings
        if finding.code in _OF_ONE_QUANTITY and not finding.waived
        for name in finding.claims
    }


def _is_told(relation: Relation, told: set[str]) -> bool:
    """An article's own finding tells of the quantity already: one is enough."""
    return relation.code == "FC102" and any(claim.name in told for claim in relation.claims)


def _links(checked: Checked, rules: tuple[Rule, ...]) -> dict[str, set[str]]:
    """The claims that each claim stands in a relation with, by full ids; or the same mark as all of
    them, where they are many.

    Whatever rules are selected: those that are not are asked for their relations all the same.
    """
    relations = [judgement.relation for judgement in checked.judgements]
    selected = {rule.code for rule in rules}
    for rule in RULES:
        if rule.severity is Severity.BY_VERDICT and rule.code not in selected:
            with fault_of(rule.code, checked.article.path):
                found = (one for one in rule.check(checked.book) if isinstance(one, Relation))
                relations += islice(found, checked.book.settings.limits.relations)
    links: dict[str, set[str]] = {}
    for relation in relations:
        if relation.code in _OF_ONE_QUANTITY or len(relation.claims) < 2:
            continue
        names = [claim.name for claim in relation.claims]
        linked = names if len(names) <= _MANY else [f"{ALL_OF}{len(links)} {names[0]}"]
        for name in names:
            links.setdefault(name, set()).update(linked)
    for same in checked.book.restated:  # what names one statement of a quantity, names the others
        every = set().union(*(links.get(claim.name, ()) for claim in same))
        if every:
            links.update((claim.name, every) for claim in same)
    return links


def _of_remark(remark: Remark) -> Finding:
    rule = BY_CODE[remark.code]
    claims = sorted(remark.claims, key=lambda one: one.place)
    last = claims[-1]
    return Finding(
        code=remark.code,
        rule=rule.name,
        severity=rule.severity,
        message=remark.message,
        path=last.path,
        span=span_in(last),
        claims=tuple(one.name for one in claims),
        figures=tuple(_figure(one) for one in claims),
        related=Made(claims[-_MOST:], _place),
        table=Made(claims[-_MOST:], _row),
        compared=claims[-_MOST:],
    )


def _place(record: Filed) -> Place:
    return Place(record.path, span_in(record), _said_by(record))


def _row(record: Filed) -> Row:
    period = record.period[2] if record.period else ""
    return _figure(record), record.scope_text, period, record.article


def _figure(record: Filed) -> str:
    return " ".join(record.value.split())


def _said_by(record: Filed) -> str:
    """The id and value of a claim, with its scope, its period and its article."""
    about = [record.scope_text, record.period[2] if record.period else "no period"]
    terms = ", ".join(part for part in about if part)
    return f"{record.name.rpartition('.')[2]}: {_figure(record)} ({terms}; {record.article})"


_NONE = Article("", "")
_MOST_NAMED = 100
_MOST_JUDGED = 1_000
"""Relations of a group that are judged before what was found is given out, and let go."""
_MANY = 30
"""J: of more claims of one relation each has a mark in place of the names of all."""
_MOST = 1_000
"""Figures that one finding lists, the latest of them."""
_OF_ONE_QUANTITY = frozenset(("FC101", "FC102", "FC103"))
