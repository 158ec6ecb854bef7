"""What an editor asks about a place in a file, in the program's own terms."""

from __future__ import annotations

import os
from collections.abc import Iterator

from fentcheck.book.anchors import anchors
from fentcheck.book.claim import Article, Claim
from fentcheck.book.span import Span
from fentcheck.engine.check import Checked, Source
from fentcheck.engine.explain import explain
from fentcheck.engine.finding import Finding
from fentcheck.engine.offer import NEAREST, Offer
from fentcheck.lsp.mentions import Mention, mentions, spelled
from fentcheck.lsp.project import Project, Result, files_beside
from fentcheck.output.replacement import replacements
from fentcheck.output.rows import rows
from fentcheck.output.words import readings_words
from fentcheck.phrases.display import interval_text, with_unit
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Edit(NamedTuple):
    """Text in place of a stretch of a file."""

    path: str
    span: Span
    text: str


class Fix(NamedTuple):
    """One way to mend a finding."""

    title: str
    edits: tuple[Edit, ...]
    finding: Finding


class Symbol(NamedTuple):
    """A part of a file for an outline."""

    name: str
    detail: str
    kind: str
    span: Span


class RenameError(Exception):
    """A name that cannot be given, and why."""


# Hover


def hover(result: Result, line: int) -> str | None:
    """What is known of the claim or check at a line, 1-based, as lines of plain text."""
    checked = result.checked
    if checked is None:
        return None
    row_lines = [
        f"{row.judgement.verdict.value}: {row.text}"
        for row in rows(checked)
        if row.path == checked.article.path and _check_at(checked, row.line) and row.line == line
    ]
    if row_lines:
        return "\n".join(row_lines)
    claim = claim_at(checked.article, line)
    if claim is None or claim.phrase is None:
        return None
    return "\n".join(_about(checked, claim))


def _check_at(checked: Checked, line: int) -> bool:
    return any(check.span.line == line for check in checked.article.checks)


def claim_at(article: Article, line: int) -> Claim | None:
    """The claim whose lines a line is one of."""
    found = None
    for claim in article.claims:
        if claim.node.start_mark.line + 1 <= line:
            found = claim
    if found is None:
        return None
    behind = [check.span.line for check in article.checks]
    behind += [waiver.span.line for waiver in article.waivers]
    start = found.node.start_mark.line + 1
    return None if any(start < one <= line for one in behind) else found


def _about(checked: Checked, claim: Claim) -> Iterator[str]:
    found = explain(checked, claim)
    yield f"{claim.name}: {claim.value}"
    for name, text in readings_words(found.stated, found.unit):
        yield f"{name}: {text}"
    told = [row for row in rows(checked) if claim.name in row.claims]
    for row in told:
        yield f"{row.judgement.verdict.value}: {row.text}"
    if found.implied is not None:
        left = with_unit(interval_text(found.implied.literal), found.unit)
        yield f"the other figures leave to it: {left}"
        for line in found.lines:
            yield f"  {line}"


# Where things are


def mention_at(path: str, text: str, line: int, column: int) -> Mention | None:
    """The claim's id at a place, 1-based."""
    for one in mentions(path, text):
        if one.span.line == line and one.span.column <= column <= one.span.end_column:
            return one
    return None


def every_mention(project: Project, path: str, of: Mention) -> Iterator[tuple[str, Mention]]:
    """Where a claim is named in its file and in those beside it."""
    for other in files_beside(path):
        for one in mentions(other, project.text(other)):
            if one.is_of(of):
                yield other, one


def definition(
    project: Project, result: Result, path: str, line: int, column: int
) -> tuple[str, Span] | None:
    """The claim that is named at a place; of a quote, where it stands in the article's text."""
    here = mention_at(path, project.text(path), line, column)
    if here is not None and not here.is_definition:
        for other, one in every_mention(project, path, here):
            if one.is_definition:
                return other, one.span
        return None
    checked = result.checked
    claim = claim_at(checked.article, line) if checked is not None else None
    if checked is None or claim is None or checked.book.text is None:
        return None
    document = checked.book.text.document
    for anchor in anchors(checked.book):
        if document is not None and anchor.claim.name == claim.name and anchor.meant:
            return checked.book.text.path, Span(*document.place(*anchor.meant[0]))
    return None


def claim_of_text(project: Project, draft: str, line: int, column: int) -> tuple[str, Span] | None:
    """The claim whose quote stands at a place of a draft that a claims file names."""
    for checked, claim in project.claims_on(draft):
        text = checked.book.text
        if text is None or text.document is None:
            continue
        for anchor in anchors(checked.book):
            if anchor.claim.name != claim.name:
                continue
            for place in anchor.meant:
                span = Span(*text.document.place(*place))
                if (span.line, span.column) <= (line, column) <= (span.end_line, span.end_column):
                    return checked.article.path, claim.span("quote")
    return None


def renamed(project: Project, path: str, line: int, column: int, name: str) -> list[Edit]:
    """The edits that give a claim another id. Raises `RenameError` for one that it cannot have."""
    here = mention_at(path, project.text(path), line, column)
    if here is None:
        raise RenameError("there is no claim's id at this place")
    if not _ID.fullmatch(name):
        raise RenameError(f"an id is letters, digits and underscores; “{name}” is not")
    taken = Mention(here.stem, name, here.span)
    if any(one.is_definition for _, one in every_mention(project, path, taken)):
        raise RenameError(f"there is a claim “{name}” in {here.stem} already")
    found = list(every_mention(project, path, here))
    if not any(one.is_definition for _, one in found):
        raise RenameError(f"there is no claim “{here.id}” in {here.stem}")
    return [Edit(other, one.span, name) for other, one in found]


def symbols(result: Result) -> list[Symbol]:
    """The outline of a claims file: its claims with their values, its checks, its waivers."""
    if result.checked is None:
        return []
    article = result.checked.article
    found = [Symbol(one.id, one.value, "claim", one.span("id")) for one in article.claims]
    found += [
        Symbol(one.name.rpartition(".")[2] or "check", one.text, "check", one.span)
        for one in article.checks
    ]
    found += [Symbol(one.code, one.reason, "waiver", one.span) for one in article.waivers]
    return sorted(found, key=lambda one: one.span)


# Fixes


def fixes(project: Project, path: str, result: Result, first: int, last: int) -> Iterator[Fix]:
    """What would mend the findings on some lines; each figure was tried."""
    text = project.text(path)
    for finding in result.findings:
        if finding.span.end_line < first or finding.span.line > last:
            continue
        meant = _MEANT.search(finding.message)
        if meant and _stretch(text, finding.span):
            edit = Edit(path, finding.span, meant.group(1))
            yield Fix(f"Write “{meant.group(1)}”", (edit,), finding)
        for offer in finding.mend.offers:
            claim = _claim_named(result, offer.claim)
            if claim is None or os.path.realpath(claim.path) != os.path.realpath(path):
                continue
            for edits in _ways(result, text, claim, offer):
                if project.is_mended(path, _applied(project, edits), finding, result):
                    why = "" if offer.kind == NEAREST else f" ({offer.kind})"
                    yield Fix(f"Write “{edits[0].text}”{why}", edits, finding)
                    break


def _ways(result: Result, text: str, claim: Claim, offer: Offer) -> Iterator[tuple[Edit, ...]]:
    """Edits with the figure of an offer: number for number, in the value, its quote and the text;
    else the figure behind the words that stood before it, or alone.
    """
    checked = result.checked
    assert checked is not None
    without_text = checked._replace(article=checked.article._replace(text=None))
    found = replacements(offer, Source(without_text, text), text.split("\n"))
    if found:
        edits = [Edit(claim.path, one.span, one.text) for one in found]
        if len(found) > 1 and checked.book.text is not None:
            edits += _in_text(checked, claim, found[1].text.strip("'\""))
        yield tuple(edits)
    span = claim.span()
    said = _stretch(text, span)
    if said is None:
        return
    quote = said[0] if said[0] in "'\"" and said[-1] == said[0] else ""
    inner = said[1:-1] if quote else said
    number = _NUMBER.search(inner)
    hedge = inner[: number.start()] if number else ""
    for words in dict.fromkeys((hedge + offer.text, offer.text)):
        yield (Edit(claim.path, span, f"{quote}{words}{quote}"),)


def _in_text(checked: Checked, claim: Claim, quote: str) -> Iterator[Edit]:
    """The quote as it is to be, where it stands in the article's text."""
    text = checked.book.text
    if text is None or text.document is None:
        return
    for anchor in anchors(checked.book):
        if anchor.claim.name == claim.name and len(anchor.meant) == 1:
            yield Edit(text.path, Span(*text.document.place(*anchor.meant[0])), quote)


def _applied(project: Project, edits: tuple[Edit, ...]) -> dict[str, str]:
    """The texts of files with some edits, the last place first."""
    texts: dict[str, str] = {}
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        texts[edit.path] = applied(texts.get(edit.path) or project.text(edit.path), edit)
    return texts


def applied(text: str, edit: Edit) -> str:
    """A text with one edit."""
    lines = text.split("\n")
    span = edit.span
    start = sum(len(one) + 1 for one in lines[: span.line - 1]) + span.column - 1
    end = sum(len(one) + 1 for one in lines[: span.end_line - 1]) + span.end_column - 1
    return text[:start] + edit.text + text[end:]


def _stretch(text: str, span: Span) -> str | None:
    """What stands in a span of one line."""
    lines = text.split("\n")
    if span.line != span.end_line or span.line > len(lines):
        return None
    return lines[span.line - 1][span.column - 1 : span.end_column - 1] or None


def _claim_named(result: Result, name: str | None) -> Claim | None:
    if name is None or result.checked is None:
        return None
    return result.checked.book.by_name.get(name)


def ids_for(result: Result, path: str) -> list[str]:
    """Ids that a claims file can name: its own, then those of others with their file's name."""
    own, others = [], []
    for checked in result.articles:
        article = checked.article
        if os.path.realpath(article.path) == os.path.realpath(path):
            own += [claim.id for claim in article.claims]
        else:
            others += [f"{spelled(article.path)}.{claim.id}" for claim in article.claims]
    return [*own, *others]


_ID = regex(r"[A-Za-z_]\w{0,60}")
_MEANT = regex(r"did you mean “([^”]{1,80})”")
_NUMBER = regex(r"[-−]?[$£€₹¥]?\d")
