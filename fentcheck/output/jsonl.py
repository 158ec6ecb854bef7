"""One JSON object a line, as files are checked: findings, relations, and a summary at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Source
from fentcheck.output.json import encoded, finding_object, relation_object, summary_object
from fentcheck.output.options import Options
from fentcheck.output.parts import Part, Parted, counted
from fentcheck.output.rows import rows
from fentcheck.output.summary import Summary
from fentcheck.version import VERSION


def _said(source: Source, options: Options) -> str:
    """The lines of one file."""
    checked = source.checked
    lines = [
        _line("finding", finding_object(one, options.root, options.here))
        for one in checked.findings
    ]
    lines += [_line("relation", relation_object(row)) for row in rows(checked)]
    return "".join(lines)


def _whole(parts: Iterable[Part], summary: Summary, options: Options) -> Iterator[str]:
    for part in counted(parts, summary):
        if part.said:
            yield part.said
    yield _line("summary", {"schema": 1, "fentcheck": VERSION, **summary_object(summary)})


JSONL = Parted(_said, _whole)


def jsonl(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The objects of the JSON format, each with its "type"; nothing is held back."""
    return JSONL.report(sources, summary, options)


def _line(kind: str, content: dict[str, object]) -> str:
    return encoded({"type": kind, **content}) + "\n"
