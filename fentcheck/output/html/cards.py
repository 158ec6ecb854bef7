"""A finding, or a relation that was checked, as a card: what it says, its picture, its mends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fentcheck.book.claim import Claim
from fentcheck.engine.certificate import Certificate
from fentcheck.engine.check import Checked, Source
from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Judgement, Verdict
from fentcheck.engine.offer import NEAREST
from fentcheck.engine.waivers import matches
from fentcheck.engine.wording import about, figure
from fentcheck.output.html.dots import dot_plot
from fentcheck.output.html.markup import Markup, joined, tag
from fentcheck.output.html.picture import Drawn, picture
from fentcheck.output.html.places import Figure, Look, Places, look_of
from fentcheck.output.html.story import at_span
from fentcheck.output.rows import Row
from fentcheck.output.words import ended, power_words, verdict_words
from fentcheck.rules.relation import Wording


def finding_card(finding: Finding, source: Source, places: Places, name: str) -> Markup:
    """One finding; `name` is its id on the page."""
    checked = source.checked
    look = look_of(finding.verdict, finding.severity)
    figures = figures_of(finding, checked)
    if not finding.waived:
        for one in figures:
            places.tell(one, look, name)
        if not figures:
            places.tell(at_span(finding.path, finding.span), look, name)
    verdict = verdict_words(finding)
    kicker = tag(
        "p",
        tag("span", tag("span", look.symbol, aria_hidden="true"), _severity(finding), class_="tag"),
        tag("span", finding.code, class_="code"),
        tag("span", finding.rule, class_="rule"),
        class_="kicker",
    )
    drawn = _drawn(finding, checked)
    small = " small" if drawn is None and not finding.claims else ""
    body = [
        kicker,
        tag("h4", ended(finding.message), id=f"{name}h"),
        tag("p", f"{verdict[:1].upper()}{verdict[1:]}.", class_="verdict") if verdict else None,
        None if drawn is None else picture(drawn, name),
        _mends(finding, checked, places),
        _evidence(finding, source, figures, places),
        _proof(finding, checked),
    ]
    return tag(
        "article",
        body,
        class_=f"card item {look.kind}{' wide' * bool(finding.table)}{small}",
        id=name,
        aria_labelledby=f"{name}h",
        tabindex=-1,
        data_severity=finding.severity.value,
        data_verdict=finding.verdict.value if finding.verdict is not None else None,
    )


def relation_card(row: Row, places: Places, name: str, is_waived: bool = False) -> Markup:
    """One relation with its picture."""
    look = _tell_relation(row, places, name, is_waived)
    body = [
        tag("p", _verdict_tag(row, look), tag("span", row.code, class_="code"), class_="kicker"),
        tag("p", ended(row.text), class_="says"),
        picture(_drawn_of_row(row), name),
        tag("p", power, class_="power") if (power := power_words(row).strip()) else None,
        tag("p", "Figures: ", _listed(row, places), class_="names"),
    ]
    return tag(
        "li",
        body,
        class_=f"card item relation {look.kind}",
        id=name,
        tabindex=-1,
        data_verdict=row.judgement.verdict.value,
    )


def relation_row(row: Row, places: Places, name: str, is_waived: bool = False) -> Markup:
    """One relation as a row of a table."""
    look = _tell_relation(row, places, name, is_waived)
    return tag(
        "tr",
        tag("td", _verdict_tag(row, look)),
        tag("td", row.code, class_="code"),
        tag("td", ended(row.text), tag("span", _listed(row, places), class_="names")),
        class_=f"item {look.kind}",
        id=name,
        tabindex=-1,
        data_verdict=row.judgement.verdict.value,
    )


def waived_row(finding: Finding, checked: Checked, places: Places) -> Markup:
    """A finding that an editor has accepted."""
    names = [
        places.link(one, text)
        for one, text in zip(figures_of(finding, checked), finding.figures, strict=False)
    ]
    waivers = (one for one in checked.article.waivers if matches(one, finding))
    reason = next((one.reason for one in waivers if one.reason), "")
    return tag(
        "li",
        tag("span", finding.code, class_="code"),
        f" {ended(finding.message)}",
        tag("span", reason, class_="printed") if reason else None,
        tag("span", _comma(names[:_MOST_NAMED]), class_="names"),
    )


def _severity(finding: Finding) -> str:
    return f" {finding.severity.value}"


def _verdict_tag(row: Row, look: Look) -> Markup:
    entailed = ", entailed" if row.judgement.entailed else ""
    symbol = tag("span", look.symbol, aria_hidden="true")
    return tag("span", symbol, f" {look.words}{entailed}", class_="tag")


def _tell_relation(row: Row, places: Places, name: str, is_waived: bool) -> Look:
    look = look_of(row.judgement.verdict, None)
    if is_waived:
        look = Look("idle", look.symbol, f"{look.words}, waived")
    for claim in row.judgement.relation.claims:
        places.tell(Figure(claim.path, claim.name), look, name)
    return look


def _listed(row: Row, places: Places) -> Markup:
    claims = list(dict.fromkeys(row.judgement.relation.claims))
    names = [places.link(Figure(one.path, one.name), _name_of(one)) for one in claims]
    more = len(names) - _MOST_NAMED
    return joined(_comma(names[:_MOST_NAMED]), f" and {more:,} more" if more > 0 else None)


def _name_of(claim: Claim) -> str:
    """The id of a claim; of a figure of a draft what is printed."""
    return f"“{figure(claim)}”" if claim.measure is None and _is_of_draft(claim) else claim.id


def _is_of_draft(claim: Claim) -> bool:
    return claim.name.startswith("draft.") and claim.node.get("id") is None


def _comma(pieces: Sequence[Markup]) -> Markup:
    parts: list[str] = []
    for piece in pieces:
        parts += (", ", piece) if parts else (piece,)
    return joined(parts)


def figures_of(finding: Finding, checked: Checked) -> list[Figure]:
    """The figures that a finding is about, each with the file that it is in."""
    paths = {record.name: record.path for record in finding.compared}
    if finding.judgement is not None:
        paths.update((one.name, one.path) for one in finding.judgement.relation.claims)
    found = []
    for name in finding.claims:
        claim = None if name in paths else checked.book.find(name)
        path = paths.get(name) or (claim.path if claim is not None else finding.path)
        found.append(Figure(path, name))
    return found


def _drawn(finding: Finding, checked: Checked) -> Drawn | None:
    """The picture of a finding, if it is about two sides."""
    stated, computed = finding.stated, finding.computed
    if computed is None or (stated is None and computed.readings.literal.is_empty):
        return None
    judgement = finding.judgement
    if judgement is None:
        return Drawn(
            None if stated is None else stated.readings,
            computed.readings,
            computed.unit,
            labels=("stated", "left by the others"),
            fails=True,
        )
    return Drawn(
        None if stated is None else stated.readings,
        computed.readings,
        computed.unit,
        judgement.relation.comparison,
        _labels(judgement),
        judgement.gap,
        judgement.verdict.fails,
    )


def _drawn_of_row(row: Row) -> Drawn:
    return Drawn(
        row.stated,
        row.computed,
        row.unit,
        row.judgement.relation.comparison,
        _labels(row.judgement),
        row.judgement.gap,
        row.judgement.verdict.fails,
    )


def _labels(judgement: Judgement) -> tuple[str, str]:
    match judgement.relation.wording:
        case Wording.RESTATED:
            return "stated here", "stated elsewhere"
        case Wording.REFERENCE:
            return "stated", "reference"
        case Wording.RECORD:
            return "the record", "the other figure"
        case _:
            return "stated", "computed"


def _mends(finding: Finding, checked: Checked, places: Places) -> Markup | None:
    offers = finding.mend.offers
    items = []
    for offer in offers:
        is_nearest = offer.kind == NEAREST
        label = "The nearest figure that fits" if is_nearest else "A likely slip"
        text = offer.text if is_nearest else f"{offer.kind}: {offer.text}"
        where = None
        if offer.claim is not None and len(finding.claims) > 1:
            claim = checked.book.by_name[offer.claim]
            where = joined(" for ", places.link(Figure(claim.path, claim.name), _name_of(claim)))
        items.append(tag("div", tag("dt", label, where), tag("dd", text)))
    return tag("dl", items, class_="mends") if items else None


def _evidence(
    finding: Finding, source: Source, figures: Sequence[Figure], places: Places
) -> Markup | None:
    """What the finding is about: sentences of a draft, figures of an article, or a line."""
    if finding.table:
        texts = [row[0] for row in finding.table]
        known = figures[-len(texts) :]
        named = [places.link(*both) for both in zip(known, texts, strict=False)]
        if finding.code == "FC501":
            book = source.checked.book
            return dot_plot(finding.table, finding.compared, named, book)
        return dot_plot(finding.table, (), named, source.checked.book)
    if not finding.claims:
        return _line(finding, source, places)
    if source.audit is not None:
        return joined(list(_sentences(finding, source, places)))
    return joined(_claims_of(finding, source, figures, places), _line(finding, source, places))


def _sentences(finding: Finding, source: Source, places: Places) -> Iterator[Markup]:
    """The sentences of a draft, with links at their figures."""
    from fentcheck.output.passage import sentences_of  # it brings all that reads prose

    audit = source.audit
    assert audit is not None
    text, book = audit.draft.text, audit.checked.book
    claims = {audit.place(book.by_name[name]): book.by_name[name] for name in finding.claims}
    for sentence in sentences_of(audit, sorted(claims)):
        words = text[sentence.start : sentence.end]
        begin, stop = sentence.end - len(words.lstrip()), sentence.start + len(words.rstrip())
        line = audit.draft.document.place(begin, stop)[0]
        pieces: list[Markup] = []
        at = begin
        for (start, end), claim in sorted(claims.items()):
            if start < at or start >= stop:
                continue
            pieces.append(_words(text[at:start], start - at > 2 * _AROUND))
            link = places.link(Figure(claim.path, claim.name), " ".join(text[start:end].split()))
            pieces.append(tag("mark", link))
            at = end
        pieces.append(_words(text[at:stop], stop - at > 2 * _AROUND))
        number = tag("span", f"line {line}", class_="line")
        yield tag("blockquote", tag("p", pieces, dir="auto"), number, class_="sentence")


def _words(text: str, is_long: bool) -> Markup:
    """Running text, of a long stretch its two ends."""
    if is_long:
        text = f"{text[:_AROUND]} … {text[-_AROUND:]}"
    text = text.replace("\n\n", " | ")  # the next cell of a row
    start, end = " " * text[:1].isspace(), " " * text[-1:].isspace()
    words = " ".join(text.split())
    return joined(f"{start}{words}{end}" if words else start)


def _claims_of(
    finding: Finding, source: Source, figures: Sequence[Figure], places: Places
) -> Markup:
    """The claims of a finding: id, figure, scope, and where each stands."""
    book = source.checked.book
    items = []
    known = {
        claim.name: claim
        for claim in (finding.judgement.relation.claims if finding.judgement else ())
    }
    at = finding.at_claim or (finding.claims[-1] if finding.claims else "")
    for one, printed in zip(figures, finding.figures, strict=False):
        claim = known.get(one.name) or book.find(one.name)
        own = one.name.rpartition(".")[2]
        is_here = one.path == source.checked.article.path
        where = one.path if not is_here else ""
        line = f"{where}:{claim.span().line}".lstrip(":") if claim is not None else where
        scope = about(claim) if claim is not None else ""
        items.append(
            tag(
                "li",
                tag("span", places.link(one, own), class_="id"),
                tag("span", printed, class_="printed"),
                tag("span", scope, class_="scope") if scope else None,
                tag("span", f"line {line}" if is_here else line, class_="line"),
                class_="at" if one.name == at else None,
            )
        )
    more = len(items) - _MOST_CLAIMS
    if more > 0:
        rest = tag("details", tag("summary", f"{more:,} more"), tag("ul", items[_MOST_CLAIMS:]))
        items = [*items[:_MOST_CLAIMS], tag("li", rest)]
    return tag("ul", items, class_="of")


def _line(finding: Finding, source: Source, places: Places) -> Markup | None:
    """The line of the file that a finding stands at, where it is about the line itself."""
    is_of_line = finding.verdict is None and finding.judgement is None and finding.stated is None
    if not is_of_line and finding.code != "FC202":
        return None
    span = finding.span
    where = f"{finding.path}:{span.line}:{span.column}"
    place = tag("span", places.link(at_span(finding.path, span), where), class_="line")
    if finding.path != source.checked.article.path or not source.text:
        return tag("p", place, class_="where")
    lines = source.text.split("\n")
    if not 1 <= span.line <= len(lines):
        return tag("p", place, class_="where")
    line = lines[span.line - 1].rstrip("\r")
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1 if span.end_line == span.line else len(line), len(line))
    marked = tag("mark", line[start:end]) if end > start else None
    code = tag("code", line[:start].lstrip()[-_AROUND:], marked, line[end:][:_AROUND])
    return tag("p", code, place, class_="where")


def _proof(finding: Finding, checked: Checked) -> Markup | None:
    """The exact values and the inequality that fails, for whoever wants to check it."""
    certificate = _certificate(finding, checked)
    if certificate is None:
        return None
    values = []
    for one in certificate.values[:_MOST_NAMED]:
        claim = checked.book.by_name.get(one.claim or "")
        name = (
            _name_of(claim)
            if claim is not None
            else "a constant"
            if one.variable[0] == "#"
            else one.variable
        )
        values.append(tag("tr", tag("th", name, scope="row"), tag("td", tag("code", one.interval))))
    # a draft's figures have no names that would say anything
    used = [tag("li", text) for text in certificate.relations if not checked.is_draft]
    return tag(
        "details",
        tag("summary", "The proof"),
        tag("ul", used, class_="used") if used else None,
        tag("p", "Exact values, ", f"{certificate.reading} reading, in base units:"),
        tag("div", tag("table", tag("tbody", values)), class_="scroll"),
        tag("p", tag("code", certificate.inequality)),
        class_="proof",
    )


def _certificate(finding: Finding, checked: Checked) -> Certificate | None:
    if finding.certificate is not None or finding.judgement is None:
        return finding.certificate
    if finding.verdict is not Verdict.CONTRADICTED:
        return None
    from fentcheck.engine.certificate import of_judgement

    return of_judgement(finding.judgement, checked.book)


_MOST_NAMED = 12
_MOST_CLAIMS = 12
_AROUND = 240
"""Characters that are shown on either side of what a long line or sentence is about."""
