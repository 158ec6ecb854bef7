"""One page for an editor: the articles with their figures marked, every finding with a picture.

It is one file that loads nothing, reads without a script, and prints. Nothing on it is of the
moment: the same input makes the same bytes. What comes first on the page is known last, so the
articles wait as text until all are checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Verdict
from fentcheck.output.html import page
from fentcheck.output.html.cards import (
    figures_of,
    finding_card,
    relation_card,
    relation_row,
    waived_row,
)
from fentcheck.output.html.markup import Markup, filled, tag
from fentcheck.output.html.places import Figure, Places, look_of
from fentcheck.output.html.story import Story, story
from fentcheck.output.options import Options
from fentcheck.output.places import file_name
from fentcheck.output.rows import Row, rows
from fentcheck.output.summary import Summary
from fentcheck.output.words import ended
from fentcheck.rules.rule import Severity


def html(sources: Iterable[Source], summary: Summary, options: Options) -> Iterator[str]:
    """The whole page, piece by piece; with `show_all` every relation has its picture."""
    report = _Report(options)
    for source in sources:
        before = summary.first
        summary.add(source.checked, looks_first=True)
        if summary.first is not before:
            report.first_path = source.checked.article.path
        report.add(source)
    yield from report.pieces(summary)


class _Section:
    """An article as its parts come in."""

    def __init__(self, name: str, title: str, path: str, byline: str) -> None:
        self.name = name
        self.title = title
        self.path = path
        self.byline = byline
        self.story = Story(None, None)
        self.findings: list[tuple[Severity, Markup]] = []
        self.relations: list[Markup] = []
        self.waived: list[Markup] = []
        self.named_in: dict[str, str] = {}
        """What is found across articles of its figures: the message by its id on the page."""

    @property
    def counts(self) -> tuple[tuple[Severity, int], ...]:
        severities = [severity for severity, _ in self.findings]
        return tuple((one, severities.count(one)) for one in _SEVERITIES)


class _Report:
    """The parts of the page, in the order in which they are found."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._places = Places()
        self._sections: dict[str, _Section] = {}
        self._glances: list[page.Glance] = []
        self._verdicts: set[Verdict] = set()
        self._findings = 0
        self._relations = 0
        self.first_path = ""

    def add(self, source: Source) -> None:
        """One more checked file, or what is found across articles."""
        checked = source.checked
        section = self._section(source)
        told, waived = set(), set()
        for finding in checked.findings:
            if finding.waived:
                waived.add(id(finding.judgement))
                section.waived.append(waived_row(finding, checked, self._places))
                continue
            if finding.judgement is not None:
                told.add(id(finding.judgement))
            self._add_finding(finding, source, section)
        for row in rows(checked):
            if id(row.judgement) not in told:
                section.relations.append(self._relation(row, id(row.judgement) in waived))

    def _section(self, source: Source) -> _Section:
        checked = source.checked
        path = checked.article.path
        section = self._sections.get(path)
        if section is None:
            name = f"a{len(self._sections) + 1}"
            section = _Section(name, _title(source), path, _byline(checked))
            self._sections[path] = section
            section.story = story(source, self._places)
        return section

    def _add_finding(self, finding: Finding, source: Source, section: _Section) -> None:
        self._findings += 1
        name = f"f{self._findings}"
        card = finding_card(finding, source, self._places, name)
        section.findings.append((finding.severity, card))
        if finding.verdict is not None:
            self._verdicts.add(finding.verdict)
        look = look_of(finding.verdict, finding.severity)
        where = f"{finding.path}:{finding.span.line} · {finding.code} {finding.rule}"
        self._glances.append(page.Glance(look, ended(finding.message), where, name))
        if section.path:
            return
        for figure in figures_of(finding, source.checked):
            if (other := self._sections.get(figure.path)) is not None:
                other.named_in[name] = ended(finding.message)

    def _relation(self, row: Row, is_waived: bool) -> Markup:
        self._relations += 1
        name = f"r{self._relations}"
        self._verdicts.add(row.judgement.verdict)
        make = relation_card if self._options.show_all else relation_row
        return make(row, self._places, name, is_waived)

    def pieces(self, summary: Summary) -> Iterator[str]:
        """The page from its beginning, once everything is known."""
        sections = [one for one in self._sections.values() if one.path] + [
            one for one in self._sections.values() if not one.path
        ]
        first = None
        if summary.first is not None:
            name = summary.first[0]
            first = self._places.link(Figure(self.first_path, name), summary.first_figure or name)
        made = [
            page.masthead(summary, first),
            *(self._made(section) for section in sections),
        ]
        fill = self._places.filling()
        yield page.head(summary)
        yield "<body>\n"
        yield tag("a", "Skip to the findings", class_="skip", href="#findings") + "\n"
        yield '<div class="page">\n'
        yield filled(made[0], fill) + "\n"
        yield self._lead(summary, sections) + "\n"
        if self._options.statistics:
            yield page.statistics(summary) + "\n"
        yield page.controls(summary, self._verdicts) + "\n"
        yield '<main id="findings" tabindex="-1">\n'
        for part in made[1:]:
            yield filled(part, fill) + "\n"
        yield "</main>\n"
        yield page.legend() + "\n</div>\n"
        yield page.script() + "</body>\n</html>\n"

    def _lead(self, summary: Summary, sections: list[_Section]) -> Markup:
        order = {"error": 0, "warning": 1, "note": 2}
        glances = sorted(self._glances, key=lambda one: order[one.look.kind])
        entries = [page.Entry(one.title, one.path, one.name, one.counts) for one in sections]
        return page.lead(glances, entries, summary)

    def _made(self, section: _Section) -> Markup:
        findings = [card for _, card in section.findings]
        told: list[Markup | None] = []
        if findings:
            told.append(_group("Findings", findings, "findings"))
        elif section.path:
            where = "in this article by itself" if section.named_in else "here"
            told.append(tag("p", f"✓ Nothing to mend {where}.", class_="clean"))
        if section.named_in:
            links = [
                tag("li", tag("a", message, href=f"#{name}"))
                for name, message in section.named_in.items()
            ]
            told.append(tag("p", "Across articles its figures are in:", class_="named"))
            told.append(tag("ul", links, class_="named"))
        told += (self._relations_of(section), _waived_of(section))
        text = section.story.text
        read = [
            _group("The text", [text]) if text is not None else None,
            _group(
                "The claims" if text is None else "Claims that quote nothing in the text",
                [section.story.claims],
            )
            if section.story.claims is not None
            else None,
        ]
        has_reading = any(part is not None for part in read)
        is_one = len(findings) == 1 and bool(section.path)
        columns = [tag("div", told, class_="tell one" if is_one else "tell")]
        kind = "columns"
        if has_reading:
            columns.insert(0 if text is not None else 1, tag("div", read, class_="read"))
            kind += " told" if text is not None else ""
        return tag(
            "section",
            tag(
                "header",
                tag("h2", section.title, id=section.name, tabindex=-1),
                tag("p", section.byline, class_="byline") if section.byline else None,
            ),
            tag("div", columns, class_=kind),
            class_="story",
            aria_labelledby=section.name,
        )

    def _relations_of(self, section: _Section) -> Markup | None:
        if not section.relations:
            return None
        count = len(section.relations)
        words = f"{count:,} {'more ' * bool(section.findings)}relation{'s' * (count != 1)} checked"
        if self._options.show_all:
            return tag(
                "section",
                tag("h3", words[:1].upper() + words[1:]),
                tag("ul", section.relations, class_="cards"),
                class_="checked group",
            )
        heads = [tag("th", label, scope="col") for label in ("verdict", "rule", "arithmetic")]
        table = tag(
            "table",
            tag("thead", tag("tr", heads)),
            tag("tbody", section.relations),
            class_="rels",
        )
        return tag("details", tag("summary", words), table, class_="checked group")


def _group(heading: str, parts: Iterable[Markup | None], kind: str | None = None) -> Markup:
    body = tag("div", parts, class_=kind)
    return tag("section", tag("h3", heading), body, class_="group" if kind else None)


def _waived_of(section: _Section) -> Markup | None:
    if not section.waived:
        return None
    words = f"{len(section.waived):,} waived"
    items = tag("ul", section.waived, class_="of")
    return tag("details", tag("summary", words), items, class_="checked")


def _title(source: Source) -> str:
    """The title of an article; of a draft its first heading; else the name of the file."""
    checked = source.checked
    if checked.is_across:
        return "Across articles"
    if source.audit is not None and source.audit.draft.document.title:
        return source.audit.draft.document.title
    return checked.article.title or file_name(checked.article.path)


def _byline(checked: Checked) -> str:
    article = checked.article
    parts = (article.publisher, article.published_text, article.path)
    return " · ".join(part for part in parts if part)


_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
