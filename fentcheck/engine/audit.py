"""Checks a draft: its figures become claims, what its words say of them relations, as in a book."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from fentcheck.book.book import Book, Settings
from fentcheck.book.claim import Article, Claim
from fentcheck.book.nodes import Kept, Mapping
from fentcheck.book.span import START, Problem
from fentcheck.cues.cue import Cue, Found, Sure
from fentcheck.cues.draft import STEM, Draft
from fentcheck.cues.registry import CUES
from fentcheck.engine.check import Checked, Fault, finding_of_problem, findings_of
from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Judgement, Verdict, gap_factor, judge
from fentcheck.engine.plausible import was_meant
from fentcheck.exact import Fraction
from fentcheck.expressions.compile import PRAGMATIC, PRINTED
from fentcheck.expressions.tree import Comparison
from fentcheck.prose.document import Kind as BlockKind
from fentcheck.prose.mention import Mention
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.rules.relation import Relation
from fentcheck.units.unit import Kind, Unit


class Audit(NamedTuple):
    """A checked draft; `related` are the names of the figures that take part in a relation."""

    checked: Checked
    draft: Draft
    related: frozenset[str]

    def place(self, claim: Claim) -> tuple[int, int]:
        """Where the figure that became a claim stands in the text of the draft."""
        return claim.order, claim.order + len(claim.value)


def selected(found: Audit, codes: Container[str]) -> Audit:
    """The same with the findings and relations of some rules alone."""
    checked = found.checked
    findings = tuple(one for one in checked.findings if one.code in codes)
    judgements = tuple(one for one in checked.judgements if one.relation.code in codes)
    return found._replace(
        checked=checked._replace(findings=findings, judgements=judgements),
        related=_related(judgements),
    )


def audit(draft: Draft, path: str, settings: Settings, cues: Iterable[Cue] = CUES) -> Audit:
    """The findings and the judged relations of a draft.

    Raises `Fault`, with the cause chained, if a cue of ours fails.
    """
    every: list[tuple[str, Found]] = []
    left = settings.limits.relations
    for cue in cues:
        try:
            for found in cue.find(draft):
                left -= 1 + len(found.figures) // _LONG
                if left < 0:
                    break
                every.append((cue.name, found))
        except Exception as error:
            raise Fault(cue.name, path) from error
    beside = {one for _, found in every for one in found.figures}.difference(draft.figures)
    claims = tuple(
        _claim(draft, mention, path)
        for mention in sorted((*draft.figures, *beside), key=lambda one: one.start)
    )
    article = Article(path, STEM, locale=draft.locale, claims=claims)
    book = Book(article, settings, lambda stem: None)
    told: list[tuple[Found, Judgement]] = []
    for name, found in every:
        try:
            judgement = judge(_relation(found, draft, book), book)
        except Exception as error:
            raise Fault(name, path) from error
        if judgement is not None:
            told.append((found, judgement))
    judgements = _decided(told, draft, book)
    findings = [_in_figures(finding, book, draft) for finding in findings_of(judgements, book)]
    if draft.stop is not None:
        span = draft.span(draft.stop.start, draft.stop.start + 1)
        problem = Problem("FC001", span, draft.stop.message)
        findings.append(finding_of_problem(problem, article, book))
    if left < 0:
        findings.append(finding_of_problem(_too_many_relations(settings), article, book))
    findings.sort(key=lambda finding: (finding.span, finding.code))
    checked = Checked(article, book, tuple(findings), tuple(judgements), is_draft=True)
    return Audit(checked, draft, _related(judgements))


def _too_many_relations(settings: Settings) -> Problem:
    most = settings.limits.most("relations")
    message = f"more than {most.value:,} relations in one draft; the others are not checked: {most}"
    return Problem("FC001", START, message)


def _related(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The figures that take part in relations; dates and lists beside them are none."""
    claims = (claim for one in judgements for claim in one.relation.claims)
    return frozenset(claim.name for claim in claims if claim.phrase is not None)


def _in_figures(finding: Finding, book: Book, draft: Draft) -> Finding:
    """A finding that names figures as the draft has them, and not by their numbers in it."""
    related = tuple(
        place._replace(message=place.message.partition(": ")[2]) for place in finding.related
    )
    figures = _figures(finding.claims, book, draft)
    return finding._replace(figures=figures, related=related)


def _figures(names: Iterable[str], book: Book, draft: Draft) -> tuple[str, ...]:
    """The figures of some claims exactly as the file has them."""
    claims = (book.by_name[name] for name in names)
    spans = (
        draft.document.original(claim.order, claim.order + len(claim.value)) for claim in claims
    )
    return tuple(draft.document.source[start:end] for start, end in spans)


def _decided(told: Sequence[tuple[Found, Judgement]], draft: Draft, book: Book) -> list[Judgement]:
    """What holds; and of every figure that nothing explains, the surest relation that fails.

    A bound explains nothing: almost any figure would keep to it. A figure that is only said again
    explains no arithmetic: both may be wrong. Two relations over the same figures are told of once.
    """
    holding = [
        found
        for found, judgement in told
        if judgement.verdict is Verdict.HOLDS and found.comparison is Comparison.EQUAL
    ]
    explained = {found.about for found in holding if found.code != _RESTATED}
    repeated = {found.about for found in holding if found.code == _RESTATED}
    taken = {_others(found) for found in holding if found.code in _OF_TWO}
    kept: list[tuple[Found, Judgement]] = []
    failing: dict[Mention, tuple[Found, Judgement]] = {}
    for found, judgement in told:
        if not judgement.verdict.fails:
            kept.append((found, judgement))
        elif found.code == _RESTATED and (
            found.about in repeated
            or any(set(found.figures) <= set(other.figures) for other in holding)
        ):
            continue
        elif found.about not in explained and _is_sure(found, draft):
            if found.code in _OF_TWO and _others(found) in taken:
                continue
            known = failing.get(found.about)
            if known is not None and _weight(found, draft) <= _weight(known[0], draft):
                continue
            if was_meant(found, judgement, draft, book):
                failing[found.about] = (found, judgement)
    sums = [found for found, _ in failing.values() if found.code != _RESTATED]
    kept += (
        (found, judgement)
        for found, judgement in failing.values()
        if found.code != _RESTATED
        or not any(set(found.figures) < set(other.figures) for other in sums)
    )
    once: dict[frozenset[Mention], Judgement] = {}
    for found, judgement in sorted(kept, key=_rank):
        once.setdefault(frozenset(found.figures), judgement)
    return [_unless_coarse(judgement) for judgement in once.values()]


def _unless_coarse(judgement: Judgement) -> Judgement:
    """A change that only rounding could make true is nothing to sign off, and no mistake.

    "From $15 to $18, a 25% increase" is one of 20% as printed, and of 25% from $14.60 to $18.25.
    """
    if judgement.verdict is not Verdict.HOLDS or judgement.relation.code != "FC401":
        return judgement
    stated, computed = judgement.sides.stated_at(PRAGMATIC), judgement.sides.computed_at(PRINTED)
    if computed.upper.value <= 0:
        stated, computed = stated.negated(), computed.negated()
    off = gap_factor(judgement.unit, stated, computed)
    if off is None or off < _COARSE:
        return judgement
    return judgement._replace(verdict=Verdict.UNTESTABLE, reason=_ROUNDED)


def _weight(found: Found, draft: Draft) -> tuple[bool, Sure]:
    """What stands in one paragraph comes before what reaches for the figures of another."""
    ordered = sorted(found.figures, key=lambda one: one.start)
    return draft.are_of_one_paragraph(ordered[0], ordered[-1]), found.sure


def _others(found: Found) -> frozenset[Mention]:
    """What a share or a change is of: one pair of figures has one."""
    return frozenset(found.figures) - {found.about}


def _is_sure(found: Found, draft: Draft) -> bool:
    """It may be told of: what words only make likely, within a paragraph, or where the next one
    takes up what has just been told; and between a table, a list or a heading and the text.
    """
    if found.sure is not Sure.LIKELY or found.code == _RESTATED:
        return found.sure > Sure.GUESS
    starts = [one.start for one in found.figures]
    breaks = list(_NEW_PARAGRAPH.finditer(draft.text, min(starts), max(starts)))
    if not breaks:
        return True
    if len(breaks) == 1 and _TAKES_UP.match(draft.text, breaks[0].end()):
        opening = draft.sentence_at(breaks[0].end())
        return any(opening.start <= one < opening.end for one in starts)
    document = draft.document
    return any(
        document.blocks[document.index_at(one)].kind is not BlockKind.PARAGRAPH for one in starts
    )


def _rank(told: tuple[Found, Judgement]) -> tuple[int, int]:
    """What holds comes first, but for a bound, and then the surest."""
    found, judgement = told
    if judgement.verdict.fails:
        return 1, -found.sure
    return (0 if found.comparison is Comparison.EQUAL else 2), -found.sure


_LONG = 4
"""J: so many figures make a relation count for one more."""
_COARSE = Fraction(6, 5)
"""J: how far off a change is, as printed, that is no longer said to hold."""
_ROUNDED = "only by rounding could it be the change that is printed"
_RESTATED = "FC101"
_OF_TWO = ("FC303", "FC401")
_NEW_PARAGRAPH = regex(r"\n[ \t]*\n")
_TAKES_UP = regex(
    r"[\"“]?(?:(?:That|This|All told|In all|Altogether|Between them"
    r"|Of (?:th[eo]se|them|that)|On that|At that|With that)\b"
    r"|(?:The|That|This) (?:increase|rise|growth|gain|jump|decrease|fall|drop|decline|reduction|cut"
    r"|loss|total|sum|bill|difference|gap|change|swing|figure|number|average|rate|share|majority)\b)"
)
""" "That is better than", "The increase, of": the sentence goes on from the paragraph before."""


def _relation(found: Found, draft: Draft, book: Book) -> Relation:
    ordered = sorted(found.figures, key=lambda one: one.start)
    claims = tuple(book.by_name[draft.name(one)] for one in dict.fromkeys(ordered))
    last = claims[-1]
    return Relation(
        found.code,
        found.stated,
        found.comparison,
        found.computed,
        claims,
        last.path,
        last.span(),
        found.wording,
        told=found.told,
    )


# Figures as claims


def _claim(draft: Draft, mention: Mention, path: str) -> Claim:
    span = draft.span(mention.start, mention.end)
    node = Mapping.of_lines(Kept({"value": mention.text}, span, {}))
    phrase = mention.phrase
    if phrase is not None:
        phrase = phrase._replace(unit=uncounted(phrase.unit))
    return Claim(draft.name(mention), path, mention.start, node, phrase)


def uncounted(unit: Unit) -> Unit:
    """The unit without the nouns of what is counted: whether two figures count the same is for the
    cues to say, which know the words round them.
    """
    dimensions = tuple(one for one in unit.dimensions if not one[0].startswith("#"))
    if dimensions == unit.dimensions:
        return unit
    kind = Kind.PLAIN if not dimensions and unit.kind is Kind.AMOUNT else unit.kind
    return unit._replace(dimensions=dimensions, kind=kind)
