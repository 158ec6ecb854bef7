"""A comment on a pull request: what was found in a table, its arithmetic folded under it.

GitHub takes 65,536 characters; what is more than 65,000 is left out, notes before errors, and the
last line says so. Text from input is escaped so that it can be nothing but text: no markup, no
HTML, no link, no mention, and no command of GitLab's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding, Side
from fentcheck.engine.judge import Verdict
from fentcheck.output.kept import Kept
from fentcheck.output.options import Options
from fentcheck.output.places import from_root
from fentcheck.output.rows import Row, rows
from fentcheck.output.summary import Summary
from fentcheck.output.terminal import safe
from fentcheck.output.words import (
    checked_words,
    count,
    ended,
    first_words,
    found_words,
    has_sides,
    mends_of,
    power_words,
    shortened,
    verdict_words,
)
from fentcheck.phrases.display import interval_text, with_unit
from fentcheck.rules.rule import Severity


def markdown(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The whole comment, once everything is checked."""
    comment = Comment(options)
    for source in comment.watching(sources):
        summary.add(source.checked, looks_first=True)
    yield from comment.text(summary)


class Comment:
    """What is found, gathered while it goes by; of too much, the most telling part."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._lines = Kept(_MOST_IN_TABLE, len(_RANKS), _length)
        self._details = Kept(_MOST_IN_DETAILS, len(_RANKS), _length)
        self._relations = Kept(_LONGEST, 1, _length)

    def watching(self, sources: Iterable[Source]) -> Iterator[Source]:
        """The same files, each looked at when it is asked for."""
        for source in sources:
            for finding in source.checked.findings:
                if not finding.waived:
                    self._add(finding, source.checked)
            if self._options.show_all:
                for row in rows(source.checked):
                    self._relations.add(0, self._relation(row, source.checked))
            yield source

    def text(self, summary: Summary) -> Iterator[str]:
        """The comment in pieces, of at most `_LONGEST` characters in all."""
        first = shortened(first_words(summary), _LONGEST_CELL)
        head = f"### fentcheck: {found_words(summary)}\n\n{checked_words(summary)}.\n"
        head += f"\n{escaped(first)}\n" if first else ""
        yield head
        yield from _table(self._lines, _HEADINGS)
        yield from _folded("The arithmetic, and what would mend it", self._details)
        room = _LONGEST - _MOST_AROUND - _length(head) - self._lines.size - self._details.size
        relations = Kept(room, 1, _length)
        for line in self._relations:
            relations.add(0, line)
        relations.left_out += self._relations.left_out
        if relations.size:
            yield f"\n<details><summary>{count(_lines(relations), 'relation')}</summary>\n"
            yield from _table(relations, _RELATION_HEADINGS)
            yield "\n</details>\n"
        yield from self._left_out(relations)

    def _left_out(self, relations: Kept) -> Iterator[str]:
        parts = [
            count(self._lines.left_out, "finding") if self._lines.left_out else "",
            f"the arithmetic of {count(self._details.left_out, 'finding')}"
            if self._details.left_out
            else "",
            count(relations.left_out, "relation") if relations.left_out else "",
        ]
        told = " and ".join(part for part in parts if part)
        if told:
            yield (
                f"\nLeft out, because a comment may not be longer: {told}. "
                f"`fentcheck {self._options.command}` in a terminal shows everything.\n"
            )

    def _add(self, finding: Finding, checked: Checked) -> None:
        rank = _RANKS.index(finding.severity)
        place = self._link(finding.path, finding.span.line)
        message = escaped(shortened(ended(finding.message), _LONGEST_CELL))
        if self._lines.takes(rank):
            kind = f"{_MARKS[finding.severity]} {finding.severity.value}"
            self._lines.add(rank, f"| {kind} | {finding.code} | {place} | {message} |\n")
        says_more = finding.related or finding.table or finding.mends or finding.stated
        if says_more and self._details.takes(rank):
            words = verdict_words(finding)
            head = f"\n**{finding.code} {finding.rule}** {place}" + (f" · {words}" if words else "")
            details = "".join(self._detail(finding, checked))
            self._details.add(rank, f"{head}\n\n> {message}\n{details}")

    def _detail(self, finding: Finding, checked: Checked) -> Iterator[str]:
        stated, computed = finding.stated, finding.computed
        if stated is not None and computed is not None and has_sides(finding, checked):
            yield f"\n| | as worded | as read |\n|---|---|---|\n{_side('stated', stated)}"
            yield _side("computed", computed)
        if finding.table:
            yield "\n| figure | scope | period | article |\n|---|---|---|---|\n"
            for row in finding.table[:_MOST_FIGURES]:
                cells = " | ".join(escaped(shortened(cell, _LONGEST_CELL)) for cell in row)
                yield f"| {cells} |\n"
            if len(finding.table) > _MOST_FIGURES:
                yield f"\n… and {len(finding.table) - _MOST_FIGURES:,} more\n"
        lines = [
            f"- {escaped(label)}: **{escaped(text)}**\n"
            for label, text in mends_of(finding, checked)
        ]
        if not finding.table:
            lines += [
                f"- {self._link(place.path, place.span.line)} "
                f"{escaped(shortened(place.message, _LONGEST_CELL))}\n"
                for place in finding.related[:_MOST_PLACES]
            ]
        if lines:
            yield "\n" + "".join(lines)

    def _relation(self, row: Row, checked: Checked) -> str:
        verdict = row.judgement.verdict
        kind = f"{_VERDICT_MARKS[verdict]} {verdict.value}"
        text = shortened(ended(row.text) + power_words(row), _LONGEST_CELL)
        return f"| {kind} | {row.code} | {self._link(row.path, row.line)} | {escaped(text)} |\n"

    def _link(self, path: str, line: int) -> str:
        """A line of a file, as a link where it is a file of the repository."""
        found = from_root(path, self._options.root)
        if found is None:
            return f"{escaped(path)}:{line}"
        links = self._options.links
        plain = "?plain=1" if links and found.endswith((".md", ".markdown")) else ""
        target = f"{links}{quote(os.fsencode(found), safe='/')}{plain}#L{line}"
        return f"[{escaped(found)}:{line}]({target})"


def _side(label: str, side: Side) -> str:
    shown = (
        escaped(with_unit(interval_text(reading), side.unit))
        for reading in (side.readings.literal, side.readings.pragmatic)
    )
    return f"| {label} | {' | '.join(shown)} |\n"


def _table(lines: Kept, headings: str) -> Iterator[str]:
    if lines.size:
        yield f"\n{headings}\n{'|---' * headings.count(' | ')}|---|\n"
        yield from lines


def _folded(title: str, pieces: Kept) -> Iterator[str]:
    if pieces.size:
        yield f"\n<details><summary>{title}</summary>\n"
        yield from pieces
        yield "\n</details>\n"


def _lines(kept: Kept) -> int:
    return sum(1 for _ in kept)


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, anywhere but at the beginning of a line.

    Control codes and direction overrides become visible. Mentions, issue numbers and emoji are
    looked for once the Markdown is rendered, so that a space of no width has to break them.
    """
    return _APART.sub("\\g<0>\u200b", _SPECIAL.sub(_as_text, safe(text)))


def _as_text(match: re.Match[str]) -> str:
    found = match[0]
    return _ENTITIES.get(found) or f"\\{found}"


def _length(text: str) -> int:
    """As GitHub counts: in units of UTF-16."""
    return len(text) + sum(character > "\uffff" for character in text)


_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_SPECIAL = re.compile(
    r"[\\`*\[\]~$|&<>@]|(?<![^\W_])_|_(?![^\W_])|:(?=//)|(?<=mailto):|(?<=www)\.", re.IGNORECASE
)
_APART = re.compile(r"@|[#!](?=\d)|:(?=[\w+-]+:)")
_RANKS = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_MARKS = {Severity.ERROR: "✗", Severity.WARNING: "~", Severity.NOTE: "·"}
_VERDICT_MARKS = {
    Verdict.HOLDS: "✓",
    Verdict.STRAINED: "~",
    Verdict.CONTRADICTED: "✗",
    Verdict.UNTESTABLE: "?",
}
_HEADINGS = "| | Rule | Where | What does not fit |"
_RELATION_HEADINGS = "| | Rule | Where | What was checked |"
_LONGEST = 65_000
_MOST_IN_TABLE, _MOST_IN_DETAILS = 25_000, 35_000
_MOST_AROUND = 1_500
"""Headings, what folds, and what is said of what is left out."""
_LONGEST_CELL = 500
_MOST_FIGURES, _MOST_PLACES = 30, 20
