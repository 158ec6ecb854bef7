"""JUnit's XML: a suite a file, a test case for every relation and every other finding.

A test case fails where its finding fails the run (`--fail-on`); what is found below that, what is
waived and what could not be tested is skipped, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Verdict
from fentcheck.output.options import Options
from fentcheck.output.places import shown_from_root
from fentcheck.output.rows import Row, rows
from fentcheck.output.summary import Summary, reaches
from fentcheck.output.terminal import safe
from fentcheck.output.words import ended, mends_of, shortened, table_lines, verdict_words
from fentcheck.record import NamedTuple


class _Case(NamedTuple):
    """A test case as XML, and how it went: "" for passed, "failure" or "skipped"."""

    xml: str
    outcome: str


def junit(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The suites as files are checked; what is found across articles is the last."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="fentcheck">\n'
    across: list[_Case] = []
    for source in sources:
        checked = source.checked
        summary.add(checked)
        cases = list(_cases(checked, options))
        if checked.is_across:
            across += cases
        else:
            yield _suite(shown_from_root(checked.article.path, options.root), cases)
    if across:
        yield _suite("across articles", across)
    yield "</testsuites>\n"


def _suite(name: str, cases: list[_Case]) -> str:
    outcomes = [case.outcome for case in cases]
    counts = (
        f'tests="{len(cases)}" failures="{outcomes.count(_FAILURE)}" errors="0" '
        f'skipped="{outcomes.count(_SKIPPED)}" time="0"'
    )
    inside = "".join(case.xml for case in cases)
    return f'  <testsuite name="{_attribute(name)}" {counts}>\n{inside}  </testsuite>\n'


def _cases(checked: Checked, options: Options) -> Iterator[_Case]:
    """The relations in the order of their rules, and then what is found besides."""
    by_judgement = {
        id(finding.judgement): finding
        for finding in checked.findings
        if finding.judgement is not None
    }
    for row in rows(checked):
        finding = by_judgement.pop(id(row.judgement), None)
        yield _of_row(row, finding, checked, options)
    for finding in checked.findings:
        if finding.judgement is None or id(finding.judgement) in by_judgement:
            about = ", ".join(finding.claims) or f"line {finding.span.line}"
            name = shortened(f"{finding.code} {finding.rule}: {about}", _LONGEST_NAME)
            outcome = _of_finding(finding, checked, options)
            yield _case(name, finding.path, finding.span.line, outcome, options)


def _of_row(row: Row, finding: Finding | None, checked: Checked, options: Options) -> _Case:
    verdict = row.judgement.verdict
    if finding is not None:
        outcome = _of_finding(finding, checked, options)
    elif verdict is Verdict.UNTESTABLE:
        outcome = _Case(_skipped(f"untestable: {row.judgement.reason}"), _SKIPPED)
    elif verdict.fails:  # told of the same figures already
        outcome = _Case(_skipped(f"{verdict.value}: {ended(row.text)}"), _SKIPPED)
    else:
        outcome = _Case("", "")
    # The figures of a draft have no names of their own that would say anything.
    name = f"{row.code}: {row.text}" if checked.is_draft else row.id
    return _case(shortened(name, _LONGEST_NAME), row.path, row.line, outcome, options)


def _of_finding(finding: Finding, checked: Checked, options: Options) -> _Case:
    message = shortened(ended(finding.message), _LONGEST)
    kind = finding.verdict.value if finding.verdict is not None else finding.severity.value
    if finding.waived:
        return _Case(_skipped(f"waived: {finding.excuse}"), _SKIPPED)
    if finding.verdict is Verdict.UNTESTABLE:
        return _Case(_skipped(f"untestable: {finding.reason}"), _SKIPPED)
    if not reaches(finding.severity, options.fail_on):
        return _Case(_skipped(f"{kind}: {message}"), _SKIPPED)
    words = verdict_words(finding)
    place = f"{shown_from_root(finding.path, options.root)}:{finding.span.line}"
    lines = [f"{place}:{finding.span.column}: {finding.code} {finding.rule}", message]
    lines += [ended(words)] if words else []
    lines += [f"{label}: {text}" for label, text in mends_of(finding, checked)]
    lines += table_lines(finding, _MOST_FIGURES)
    body = "\n".join(_text(line) for line in lines)
    return _Case(
        f'      <failure type="{kind}" message="{_attribute(message)}">{body}</failure>\n',
        _FAILURE,
    )


def _case(name: str, path: str, line: int, outcome: _Case, options: Options) -> _Case:
    shown = _attribute(shown_from_root(path, options.root))
    head = f'    <testcase classname="{shown}" name="{_attribute(name)}" file="{shown}"'
    head += f' line="{line}" time="0"'
    xml = f"{head}>\n{outcome.xml}    </testcase>\n" if outcome.xml else f"{head}/>\n"
    return _Case(xml, outcome.outcome)


def _skipped(why: str) -> str:
    return f'      <skipped message="{_attribute(shortened(why, _LONGEST))}"/>\n'


def _text(text: str) -> str:
    """Text between tags: what XML cannot hold is shown as an escape, `>` ends no section."""
    return safe(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return _text(text).replace('"', "&quot;")


_FAILURE, _SKIPPED = "failure", "skipped"
_LONGEST, _LONGEST_NAME, _MOST_FIGURES = 2_000, 300, 30
