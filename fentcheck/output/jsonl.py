"""One JSON object a line, as files are checked: findings, relations, and a summary at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Source
from fentcheck.output.json import encoded, finding_object, relation_object, summary_object
from fentcheck.output.options import Options
from fentcheck.output.rows import rows
from fentcheck.output.summary import Summary
from fentcheck.version import VERSION


def jsonl(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The objects of the JSON format, each with its "type"; nothing is held back."""
    for source in sources:
        summary.add(source.checked)
        summary.look_first(source.checked)
        for finding in source.checked.findings:
            yield _line("finding", finding_object(finding, options.root))
        for row in rows(source.checked):
            yield _line("relation", relation_object(row))
    yield _line("summary", {"schema": 1, "fentcheck": VERSION, **summary_object(summary)})


def _line(kind: str, content: dict[str, object]) -> str:
    return encoded({"type": kind, **content}) + "\n"
