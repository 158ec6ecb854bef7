"""The frame of the page: its head, what the run came to, the controls, and how to read it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence

from fentcheck.engine.judge import Verdict
from fentcheck.output.html.markup import Markup, joined, tag
from fentcheck.output.html.places import Look, look_of
from fentcheck.output.html.script import SCRIPT
from fentcheck.output.html.style import STYLE
from fentcheck.output.summary import Summary
from fentcheck.output.words import besides, count, run_words
from fentcheck.record import NamedTuple
from fentcheck.rules.registry import BY_CODE
from fentcheck.rules.rule import Severity
from fentcheck.version import VERSION


class Glance(NamedTuple):
    """A finding in one line, for the list at the top."""

    look: Look
    message: str
    where: str
    target: str


class Entry(NamedTuple):
    """An article in the contents."""

    title: str
    path: str
    target: str
    counts: tuple[tuple[Severity, int], ...]


def head(summary: Summary) -> Markup:
    """Everything before the body. Nothing on the page may load anything, or run but the script."""
    policy = (
        f"default-src 'none'; style-src '{_hash(STYLE)}'; script-src '{_hash(SCRIPT)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return joined(
        Markup("<!doctype html>\n"),
        Markup('<html lang="en">\n'),
        tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("meta", name="generator", content=f"fentcheck {VERSION}"),
            tag("title", f"{headline(summary)} · fentcheck"),
            tag("link", rel="icon", href=_ICON),
            Markup(f"<style>{STYLE}</style>"),
        ),
        Markup("\n"),
    )


def script() -> Markup:
    return Markup(f"<script>{SCRIPT}</script>\n")


def headline(summary: Summary) -> str:
    """ "2 errors, 3 warnings and 1 note"."""
    counts = [count(number, one.value) for one, number in summary.findings.items() if number]
    if not counts:
        return "Nothing to mend"
    return " and ".join([", ".join(counts[:-1]), counts[-1]] if counts[1:] else counts)


def masthead(summary: Summary, first: Markup | None) -> Markup:
    """What the run came to, with the figure to look at first."""
    told = headline(summary)
    of_claims = "a check of the files" if summary.is_of_files else "a check of the claims"
    kind = "an audit of the prose" if summary.drafts or summary.is_of_drafts else of_claims
    base = run_words(summary)  # the verdicts stand below
    left_out = besides(summary)
    base += f". {', '.join(left_out)}" if left_out else ""
    clears = summary.first[1] if summary.first is not None else 0
    of = count(sum(summary.findings.values()), "finding")
    return tag(
        "header",
        tag("p", tag("b", "fentcheck"), tag("span", f"{kind} · version {VERSION}"), class_="brand"),
        tag("h1", told),
        tag("p", f"{base}.", class_="deck"),
        _tally(summary),
        None
        if first is None
        else tag(
            "p",
            "One figure to look at first: ",
            tag("b", first),
            f". Another value for it clears {clears} of {of}.",
            class_="first",
        ),
        class_="mast",
    )


def _tally(summary: Summary) -> Markup | None:
    """The relations by verdict, as a bar and as a list."""
    total = sum(summary.relations.values())
    if not total:
        return None
    order = (Verdict.CONTRADICTED, Verdict.STRAINED, Verdict.UNTESTABLE, Verdict.HOLDS)
    parts, keys = [], []
    at = 0.0
    for verdict in order:
        count = summary.relations[verdict]
        if not count:
            continue
        look = look_of(verdict, None)
        width = 100 * count / total
        bar = tag("rect", x=f"{at:.3f}%", y=0, width=f"{width:.3f}%", height=8)
        parts.append(tag("g", bar, class_=look.kind))
        at += width
        symbol = tag("span", look.symbol, aria_hidden="true")
        words = f" {count:,} {_COUNTED[verdict] if count > 1 else verdict.value}"
        keys.append(tag("li", symbol, words, class_=look.kind))
    svg = tag("svg", parts, class_="tally", width="100%", height=8, aria_hidden="true")
    return joined(svg, tag("ul", keys, class_="keys", aria_label="Relations by verdict"))


def lead(glances: Sequence[Glance], entries: Sequence[Entry], summary: Summary) -> Markup:
    """The findings in a line each, and the articles with theirs."""
    columns = []
    pressing = [one for one in glances if one.look.kind != "note"]
    if len(glances) <= _MOST_AT_A_GLANCE:
        pressing = list(glances)
    if glances:
        lines = [
            tag(
                "li",
                tag("span", one.look.symbol, aria_hidden="true"),
                tag(
                    "a",
                    tag("span", f"{one.look.words}: ", class_="vh"),
                    one.message,
                    href=f"#{one.target}",
                ),
                tag("small", one.where),
                class_=one.look.kind,
            )
            for one in (pressing or glances)[:_MOST_AT_A_GLANCE]
        ]
        more = len(glances) - len(lines)
        rest = tag("p", f"And {more:,} more below.", class_="about") if more > 0 else None
        columns.append(
            tag(
                "section",
                tag("h2", "At a glance", id="glance"),
                tag("ul", lines, class_="glance"),
                rest,
                aria_labelledby="glance",
            )
        )
    if len(entries) > 1:
        columns.append(_contents(entries))
    return tag("div", columns, class_="lead") if columns else joined()


def statistics(summary: Summary) -> Markup:
    """How often each rule found something."""
    rows = [
        tag("tr", tag("th", f"{code} {BY_CODE[code].name}", scope="row"), tag("td", f"{count:,}"))
        for code, count in sorted(summary.codes.items())
    ]
    if not rows:
        return joined()
    return tag(
        "section",
        tag("h2", "Findings by rule", id="by-rule"),
        tag("table", tag("tbody", rows), class_="contents"),
        aria_labelledby="by-rule",
        class_="by-rule",
    )


def _contents(entries: Sequence[Entry]) -> Markup:
    """The articles; of many those with findings, and the others folded."""
    first, rest = list(entries), []
    if len(entries) > _MOST_AT_A_GLANCE:
        first = [one for one in entries if any(count for _, count in one.counts)]
        first = first[:_MOST_AT_A_GLANCE]
        rest = [one for one in entries if one not in first]
    more = None
    if rest:
        words = count(len(rest), "more article" if first else "article")
        more = tag("details", tag("summary", words), _entries(rest))
    return tag(
        "nav",
        tag("h2", "Articles", id="articles"),
        _entries(first) if first else None,
        more,
        aria_labelledby="articles",
    )


def _entries(entries: Iterable[Entry]) -> Markup:
    nothing = tag("span", " nothing to mend", class_="vh")
    calm = tag("span", tag("span", "✓", aria_hidden="true"), nothing, class_="holds")
    rows = []
    for entry in entries:
        counts = [
            tag(
                "span",
                f"{look_of(None, severity).symbol} {count:,}",
                tag("span", f" {severity.value}{'s' * (count != 1)}", class_="vh"),
                class_=severity.value,
            )
            for severity, count in entry.counts
            if count
        ]
        name = tag("a", entry.title, href=f"#{entry.target}")
        rows.append(
            tag(
                "tr",
                tag("th", name, tag("small", entry.path) if entry.path else None, scope="row"),
                tag("td", counts or calm),
            )
        )
    return tag("table", tag("tbody", rows), class_="contents")


def controls(summary: Summary, verdicts: Iterable[Verdict]) -> Markup:
    """Filters and search; without a script they are not there."""
    severities = [
        _button("severity", one.value, look_of(None, one), count)
        for one, count in summary.findings.items()
        if count
    ]
    present = set(verdicts)
    by_verdict = [
        _button("verdict", one.value, look_of(one, None), summary.relations[one])
        for one in (Verdict.CONTRADICTED, Verdict.STRAINED, Verdict.UNTESTABLE, Verdict.HOLDS)
        if one in present
    ]
    groups = [
        tag("fieldset", tag("legend", legend), buttons)
        for legend, buttons in (("Severity", severities), ("Verdict", by_verdict))
        if buttons
    ]
    if not groups:
        return joined()  # there is nothing to choose from
    return tag(
        "div",
        groups,
        tag("label", "Search", tag("input", type="search", id="search", autocomplete="off")),
        tag("button", "Show all", type="button", id="clear", hidden=True),
        tag("p", id="shown", role="status", aria_live="polite"),
        class_="bar",
        id="bar",
        role="search",
        aria_label="Filter the findings and relations",
        hidden=True,
    )


def _button(of: str, name: str, look: Look, count: int) -> Markup:
    return tag(
        "button",
        tag("span", look.symbol, aria_hidden="true"),
        f" {name.capitalize()} ",
        tag("small", f"{count:,}"),
        type="button",
        class_=look.kind,
        aria_pressed="false",
        data_of=of,
        data_is=name,
    )


def legend() -> Markup:
    """How to read the report."""
    items = [
        tag(
            "div",
            tag("dt", tag("span", f"{look.symbol} ", aria_hidden="true"), term, class_=look.kind),
            tag("dd", f" {words}"),
        )
        for look, term, words in (
            (look_of(Verdict.CONTRADICTED, None), "contradicted", _CONTRADICTED),
            (look_of(Verdict.STRAINED, None), "strained", _STRAINED),
            (look_of(Verdict.HOLDS, None), "holds", _HOLDS),
            (look_of(Verdict.UNTESTABLE, None), "untestable", _UNTESTABLE),
        )
    ]
    items += [
        tag("div", tag("dt", term), tag("dd", f" {words}"))
        for term, words in (
            ("as read", _AS_READ),
            ("as worded", _AS_WORDED),
            ("ends", _ENDS),
            ("a figure without a colour", _PLAIN),
        )
    ]
    return tag(
        "footer",
        tag("h2", "How to read this"),
        tag("dl", items),
        class_="legend",
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


_MOST_AT_A_GLANCE = 10
_COUNTED = {
    Verdict.CONTRADICTED: "contradicted",
    Verdict.STRAINED: "strained",
    Verdict.UNTESTABLE: "untestable",
    Verdict.HOLDS: "hold",
}
_CONTRADICTED = "The figures cannot all be true, however their words are taken."
_STRAINED = "They can, but only if a hedge such as “about” is stretched."
_HOLDS = "They can be true together as a careful reader reads them."
_UNTESTABLE = "No figure that could be printed there would have been found out."
_AS_READ = "What a careful reader takes the words to mean: the thick bar."
_AS_WORDED = "All that the words allow, taken to the letter: the thin line, where that is more."
_ENDS = "A full end belongs to the range and an open ring does not; an arrow goes on without end."
_PLAIN = "Underlined with dots: nothing else that is printed could be compared with it."
_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Crect width='16' height='16' rx='3' fill='%231d4e89'/%3E"
    "%3Cpath d='M3 6h10M3 10h10M10 3L6 13' stroke='white' stroke-width='1.6'/%3E%3C/svg%3E"
)
