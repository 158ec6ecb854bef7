"""What formats for people say in the same words. Nothing here is escaped yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fentcheck.engine.check import Checked
from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Verdict
from fentcheck.engine.offer import NEAREST, Offer
from fentcheck.engine.wording import figure
from fentcheck.expressions.compile import Readings
from fentcheck.output.rows import Row
from fentcheck.output.summary import Summary
from fentcheck.phrases.display import factor, interval_text, plain, rounded_up, with_unit
from fentcheck.units.unit import Rational, Unit


def readings_words(readings: Readings, unit: Unit) -> Iterator[tuple[str, str]]:
    """Both readings with what each is called: "as worded", "[54,500, 55,500) people"."""
    yield "as worded", with_unit(interval_text(readings.literal), unit)
    yield "as read", with_unit(interval_text(readings.pragmatic), unit)


def verdict_words(finding: Finding) -> str:
    """ "cannot be true, 1.31 times apart"; empty for rules of fixed severity."""
    if finding.verdict is None:
        return ""
    judgement = finding.judgement
    gap = judgement.gap if judgement is not None else None
    apart = f", {factor(gap)} times apart" if gap is not None and factor(gap) != "1" else ""
    words = {
        Verdict.CONTRADICTED: f"cannot be true{apart}",
        Verdict.STRAINED: f"only if a hedge is stretched{apart}",
        Verdict.UNTESTABLE: "checks nothing",
    }
    return words.get(finding.verdict, "")


def has_sides(finding: Finding, checked: Checked) -> bool:
    """The readings of both sides say something; of exact figures in a draft the message has all."""
    stated, computed = finding.stated, finding.computed
    if finding.verdict is None or stated is None or computed is None:
        return False
    if computed.readings.literal.is_empty:
        return False
    sides = (stated.readings, computed.readings)
    return not checked.is_draft or any(one.literal != one.pragmatic for one in sides)


def mends_of(finding: Finding, checked: Checked) -> Iterator[tuple[str, str]]:
    """What would mend it, the likeliest first: what each offer is, and its figure."""
    mend = finding.mend
    yield from offered(mend.offers, finding, checked)
    if not mend.is_looked_for:
        yield (
            "what would mend it",
            f"not looked for: {checked.book.settings.limits.most('mend_work')}",
        )


def offered(
    offers: Iterable[Offer], finding: Finding, checked: Checked
) -> Iterator[tuple[str, str]]:
    """The same of offers that are known already: to find them is work."""
    for offer in offers:
        label, words = offer_words(offer)
        if offer.claim is not None and len(finding.claims) > 1:
            label += f" ({name_of(offer.claim, checked)})"
        yield label, words


def offer_words(offer: Offer) -> tuple[str, str]:
    """What an offer is, and its figure, with the slip that it undoes."""
    if offer.kind == NEAREST:
        return "the nearest figure that fits", offer.text
    return "a likely slip", f"{offer.kind}: {offer.text}"


def name_of(claim: str, checked: Checked) -> str:
    """A claim as its file names it; of a draft, the figure."""
    if checked.is_draft:
        return f"“{figure(checked.book.by_name[claim])}”"
    return claim.rpartition(".")[2]


def table_lines(finding: Finding, most: int) -> Iterator[str]:
    """The figures of several articles that it lists, a line each: what, of what, in which."""
    for row in finding.table[:most]:
        yield "; ".join(cell for cell in row if cell)
    if len(finding.table) > most:
        yield f"… and {len(finding.table) - most:,} more"


def power_words(row: Row) -> str:
    """Which errors the relation would have caught, as a sentence behind another."""
    found = row.power
    sizes = (found.too_high, found.too_low) if found is not None else ()
    least = found is not None and found.is_factor  # a factor of one is no error
    if len(sizes) == 2 and all(size is not None and (size - least) * 1000 < 1 for size in sizes):
        return " Would catch any error."
    errors = [
        f"{_error(size, row.unit, least)} too {way}"
        for size, way in zip(sizes, ("high", "low"), strict=False)
        if size is not None
    ]
    return f" Would catch a figure {' or '.join(errors)}." if errors else ""


def _error(size: Rational, unit: Unit, is_factor: bool) -> str:
    if (size - is_factor) * 1000 < 1:
        return "anything"
    shown = plain(rounded_up(size))
    return f"{shown} times" if is_factor else with_unit(shown, unit)


def run_words(summary: Summary) -> str:
    """ "5 files, 92 claims, 37 relations checked"."""
    checked = sum(summary.relations.values())
    if summary.drafts or summary.is_of_drafts:
        base = f"{count(summary.drafts, 'draft')}, {count(summary.claims, 'figure')}, "
        return base + f"{summary.related:,} of them in {count(checked, 'relation')}"
    base = f"{count(summary.files, 'file')}, {count(summary.claims, 'claim')}"
    return base if summary.is_of_files else f"{base}, {count(checked, 'relation')} checked"


def checked_words(summary: Summary) -> str:
    """ "5 files, 92 claims, 37 relations checked: 26 hold, 2 strained"."""
    verdicts = ", ".join(
        f"{number} {'holds' if verdict is Verdict.HOLDS and number == 1 else _VERDICTS[verdict]}"
        for verdict, number in summary.relations.items()
        if number and not summary.is_of_files
    )
    return run_words(summary) + (f": {verdicts}" if verdicts else "")


def found_words(summary: Summary) -> str:
    """ "2 errors, 3 warnings, 1 waived"; "nothing to mend"."""
    counts = [
        count(number, severity.value) for severity, number in summary.findings.items() if number
    ]
    counts += besides(summary)
    return ", ".join(counts) if counts else "nothing to mend"


def besides(summary: Summary) -> list[str]:
    """What was found and does not count: waived, or known to a baseline; and what is gone."""
    counts = [
        (summary.waived, "waived"),
        (summary.known, "known and left out"),
        (summary.gone, "of the baseline gone"),
    ]
    return [f"{number:,} {words}" for number, words in counts if number]


def first_words(summary: Summary) -> str:
    """The one figure that is worth a look before the others; empty where there is none."""
    if summary.first is None:
        return ""
    name, clears = summary.first
    told = sum(summary.findings.values())
    return (
        f"One figure to look at first: {summary.first_figure or name}; "
        f"another value for it clears {clears} of {count(told, 'finding')}."
    )


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def ended(message: str) -> str:
    """A message as a sentence."""
    return capital(message) + ("" if message.endswith("?") else ".")


def capital(message: str) -> str:
    return message[:1].upper() + message[1:]


def shortened(text: str, most: int) -> str:
    """At most so many characters of a text."""
    return text if len(text) <= most else text[: most - 1] + "…"


_VERDICTS = {
    Verdict.HOLDS: "hold",
    Verdict.STRAINED: "strained",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.UNTESTABLE: "untestable",
}
