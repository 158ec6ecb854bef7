"""A claims file made from an audited draft, for an editor to finish.

Every figure is a claim; what the audit found is a link between claims or a check. The file is read
back by the rules before it is given out: what they would complain of is put more simply, or said
in a comment.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from fentcheck.book.book import ArticleText, Settings
from fentcheck.book.read import read_article
from fentcheck.book.tidy import ORDER
from fentcheck.cues.draft import Draft
from fentcheck.engine.audit import Audit, uncounted
from fentcheck.engine.check import Checked, check_article
from fentcheck.engine.judge import Judgement, Verdict
from fentcheck.engine.links import Link, as_check, as_link
from fentcheck.engine.wording import sentence
from fentcheck.phrases.phrase import Phrase, read_phrase
from fentcheck.prose.document import Kind
from fentcheck.prose.mention import Mention, Role
from fentcheck.record import NamedTuple
from fentcheck.regex import regex
from fentcheck.rules.rule import Severity
from fentcheck.units.names import Lexicon

_STEM = "extracted"


class Extracted(NamedTuple):
    """The YAML of a claims file, and how many claims it has."""

    text: str
    claims: int


def extracted(
    audit: Audit, settings: Settings, text_path: str | None, usual_locale: str = "en-US"
) -> Extracted:
    """A claims file with the figures and relations of a draft.

    `text_path` is how the file names its draft; None where it has none. `usual_locale` is that of
    files which name none.
    """
    plan = _Plan(audit, settings, text_path, usual_locale)
    for _ in range(_MOST_ROUNDS):
        if not plan.mend():
            break
    else:
        plan.say_less()
    return Extracted(plan.written(), len(plan.told()))


class _Entry:
    """One figure on its way into the file: of each list the first that does is taken."""

    __slots__ = ("id", "is_left_out", "measure", "mention", "name", "period", "quotes", "values")

    def __init__(self, name: str, mention: Mention) -> None:
        self.name = name
        self.mention = mention
        self.id = ""
        self.values: list[str] = []
        self.quotes: list[tuple[str, int | None]] = []
        self.measure = ""
        self.period = ""
        self.is_left_out = False


class _Tie:
    """A judged relation of the audit: a link if it can be, else a check, else a comment."""

    __slots__ = ("check", "judgement", "link", "names")

    def __init__(self, judgement: Judgement, link: Link | None, check: str | None) -> None:
        self.judgement = judgement
        self.link = link
        self.check = check
        self.names = frozenset(claim.name for claim in judgement.relation.claims)

    @property
    def is_stated(self) -> bool:
        return self.link is not None or self.check is not None

    def say_less(self) -> bool:
        """The next simpler form; False if it is a comment already."""
        if self.link is not None:
            self.link = None
        elif self.check is not None:
            self.check = None
        else:
            return False
        return True


class _Plan:
    """What goes into the file; `mend` looks at it as the rules would and puts it right."""

    def __init__(
        self, audit: Audit, settings: Settings, text_path: str | None, usual_locale: str
    ) -> None:
        self._audit = audit
        self._usual_locale = usual_locale
        self._text_path = text_path
        draft = audit.draft
        text = ArticleText(text_path or "", draft.document)
        self._settings = settings._replace(
            find_text=lambda article: text if article.text is not None else None
        )
        self._entries = list(_entries(audit, settings.lexicons(draft.locale)))
        ids = {entry.name: entry.id for entry in self._entries}
        self._ties = [
            _Tie(one, as_link(one.relation), as_check(one.relation, ids))
            for one in audit.checked.judgements
            if one.verdict is not Verdict.UNTESTABLE
        ]
        self._share_measures()

    def _share_measures(self) -> None:
        """Two figures that the audit takes for one quantity have one measure."""
        by_name = {entry.name: entry for entry in self._entries}
        for tie in self._ties:
            link = tie.link
            if link is None or not link.same:
                continue
            entries = [by_name[name] for name in link.same if name in by_name]
            measure = next((one.measure for one in entries if one.measure), "")
            for entry in entries:
                entry.measure = measure or f"{entries[0].id.replace('_', ' ')}"
                entry.period = ""

    def mend(self) -> bool:
        """Puts right what the rules complain of; True if there was something."""
        checked = self._checked()
        by_id = {entry.id: entry for entry in self._entries}
        has_changed = False
        for finding in checked.findings:
            names = [name.rpartition(".")[2] for name in finding.claims]
            entries = [by_id[name] for name in names if name in by_id]
            if finding.code in ("FC008", "FC009"):
                for entry in entries:
                    has_changed |= _next(entry.quotes)
            elif finding.code in _OF_VALUES and finding.severity is not Severity.NOTE:
                for entry in entries:
                    has_changed |= _next(entry.values)
                    entry.is_left_out = not entry.values
        return has_changed or self._mend_ties(checked, by_id)

    def _mend_ties(self, checked: Checked, by_id: Mapping[str, _Entry]) -> bool:
        """The relations of the file are those of the audit, and no others fail."""
        found: dict[frozenset[str], set[Verdict]] = {}
        for one in checked.judgements:
            ids = frozenset(claim.id for claim in one.relation.claims)
            found.setdefault(ids, set()).add(one.verdict)
        ids_of = {entry.name: entry.id for entry in self._entries if not entry.is_left_out}
        has_changed = False
        wanted = set()
        for tie in self._ties:
            ids = frozenset(ids_of[name] for name in tie.names if name in ids_of)
            wanted.add(ids)
            if tie.is_stated and tie.judgement.verdict not in found.get(ids, ()):
                has_changed |= tie.say_less()
        for finding in checked.findings:
            ids = frozenset(name.rpartition(".")[2] for name in finding.claims)
            if finding.verdict is None or not finding.verdict.fails or ids in wanted:
                continue
            if finding.code == "FC203":  # what is found only of all of them together
                continue
            for claim_id in ids:
                entry = by_id.get(claim_id)
                if entry is not None and (entry.measure or entry.period):
                    entry.measure = entry.period = ""
                    has_changed = True
        return has_changed

    def say_less(self) -> None:
        """The figures alone, where rounds of mending have come to no end."""
        for entry in self._entries:
            entry.measure = entry.period = ""
        for tie in self._ties:
            tie.link = tie.check = None

    def _checked(self) -> Checked:
        article = read_article(self.written(), f"{_STEM}.yaml", _STEM, self._settings.lexicons)
        return check_article(article, self._settings, lambda stem: None)

    # The file

    def told(self) -> list[_Entry]:
        """The figures that become claims."""
        return [entry for entry in self._entries if not entry.is_left_out]

    def written(self) -> str:
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        draft = self._audit.draft
        yield "# Made from a draft. Read every claim against it, and give measures and scopes."
        yield "article:"
        yield f"  title: {quoted(draft.document.title or _NO_TITLE)}"
        if self._text_path is not None:
            yield f"  text: {quoted(self._text_path)}"
        if {draft.locale, self._usual_locale} != {"en-US"}:
            yield f"  locale: {draft.locale}"
        links = self._links()
        entries = self.told()
        yield "" if entries else "# There are no figures that a claim could hold."
        yield "claims:" if entries else "claims: []"
        measures = Counter(entry.measure for entry in entries)
        for entry in entries:
            yield f"  - id: {entry.id}"
            if entry.quotes:
                quote, at = entry.quotes[0]
                yield f"    quote: {quoted(quote)}"
                if at is not None:
                    yield f"    at: {at}"
            noun = " ".join(entry.mention.noun_phrase.split())
            if entry.measure and (measures[entry.measure] == 1 or self._is_shared(entry)):
                yield f"    measure: {quoted(entry.measure)}"
            elif noun:
                yield f"    # measure: {_comment(noun)}?"
            if entry.period:
                yield f"    period: {quoted(entry.period)}"
            yield f"    value: {quoted(entry.values[0])}"
            yield from (f"    {line}" for line in links.get(entry.name, ()))
        for entry in self._entries:
            if entry.is_left_out:
                words = " ".join(entry.mention.text.split())
                yield f"  # no value could be made of: {_comment(words)}"
        yield from self._checks()

    def _is_shared(self, entry: _Entry) -> bool:
        return any(tie.link is not None and entry.name in tie.link.same for tie in self._ties)

    def _links(self) -> dict[str, list[str]]:
        """The lines that tie a claim to others, by its name."""
        ids = {entry.name: entry.id for entry in self._entries if not entry.is_left_out}
        lines: dict[str, list[str]] = {}
        wholes: dict[str, list[str]] = {}
        for tie in self._ties:
            if tie.link is None or not tie.names <= ids.keys():
                continue
            for name, key, other in tie.link.keys:
                if key == "part_of":
                    wholes.setdefault(name, []).append(ids[other])
                else:
                    value = re.sub(r"draft\.\w+", lambda found: ids[found.group()], other)
                    line = f"{key}: {value}"
                    if line not in lines.setdefault(name, []):
                        lines[name].append(line)
        for name, owners in wholes.items():
            owners = list(dict.fromkeys(owners))
            value = owners[0] if len(owners) == 1 else f"[{', '.join(owners)}]"
            lines.setdefault(name, []).append(f"part_of: {value}")
        return {
            name: sorted(some, key=lambda line: ORDER.index(line.partition(":")[0]))
            for name, some in lines.items()
        }

    def _checks(self) -> Iterator[str]:
        book = self._audit.checked.book
        ids = {entry.name for entry in self._entries if not entry.is_left_out}
        usable = [tie for tie in self._ties if tie.names <= ids]
        checks = [tie for tie in usable if tie.link is None and tie.check is not None]
        rest = [tie for tie in self._ties if tie not in usable or not tie.is_stated]
        if checks:
            yield ""
            yield "checks:"
        for number, tie in enumerate(checks, 1):
            words = _comment(sentence(tie.judgement, book))
            yield f"  # {words}"
            yield f"  - id: check_{number}"
            yield f"    that: {quoted(tie.check or '')}"
        if rest:
            yield ""
            yield "# Found in the draft too, and not put as a check:"
        for tie in rest:
            yield f"# {_comment(sentence(tie.judgement, book))}"


# Figures as entries


def _entries(audit: Audit, lexicon: Lexicon) -> Iterator[_Entry]:
    draft = audit.draft
    taken: set[str] = set()
    # Words of the copy, however often they stand in it.
    folded = " ".join(draft.text.split())
    measures = Counter(_noun(mention) for mention in draft.figures)
    for mention in draft.figures:
        entry = _Entry(draft.name(mention), mention)
        entry.id = _unique(_labelled(mention, draft) or _slug(mention), taken)
        entry.values = list(_values(mention, lexicon, entry.name in audit.related))
        entry.is_left_out = not entry.values
        entry.quotes = list(_quotes(mention, draft, folded))
        noun = _noun(mention)
        entry.measure = noun if noun and measures[noun] == 1 else ""
        entry.period = _year(mention, draft)
        yield entry


def _noun(mention: Mention) -> str:
    return " ".join(mention.noun_phrase.lower().split())[:_LONGEST]


def _labelled(mention: Mention, draft: Draft) -> str:
    """An id from the labels of a cell of a table, or of a line of a box."""
    blocks, text = draft.document.blocks, draft.lower
    index = draft.document.index_at(mention.start)
    block = blocks[index]
    labels: list[str] = []
    if block.table and block.column > 1:
        while index >= 0 and blocks[index].table == block.table:
            one = blocks[index]
            if (one.row, one.column) in ((block.row, 1), (1, block.column)):
                labels.append(text[one.start : one.end])
            index -= 1
    elif block.kind is Kind.ITEM:
        label, colon, _ = text[block.start : mention.start].partition(":")
        labels = [label] if colon else []
    words = [word for label in labels for word in re.findall(r"[a-z]+", label)[:3]]
    slug = "_".join(words)
    return f"{slug}_figure" if slug in _TAKEN else slug


def _slug(mention: Mention) -> str:
    """A readable id: what is counted, and over what."""
    words = re.findall(r"[a-z]+", mention.noun_phrase.lower())[-3:]
    if mention.role is Role.PERCENT:
        words = ["percent", *(["change"] if mention.trend else words)]
    elif mention.role is Role.MONEY:
        words = ["cost" if mention.per else "money", *words]
    elif not words:
        words = re.findall(r"[a-z]+", mention.unit.lower()) or [mention.role.value]
    per = re.findall(r"[a-z]+", mention.per.lower())[:2]
    slug = "_".join([*words, *(["per", *per] if per else [])])
    return f"{slug}_figure" if slug in _TAKEN else slug


def _unique(slug: str, taken: set[str]) -> str:
    name, number = slug, 1
    while name in taken:
        number += 1
        name = f"{slug}_{number}"
    taken.add(name)
    return name


def _values(mention: Mention, lexicon: Lexicon, is_related: bool) -> Iterator[str]:
    """What the file may give as value, each of which reads as the mention does.

    Of figures that are related the noun is left out: in a draft it is for the words to say what
    counts the same, in a claims file for the units.
    """
    full = " ".join(mention.value_text.split())
    head, rate = full, ""
    if mention.per and "/" in full:
        head, _, rate = full.rpartition("/")
    noun = " ".join(mention.noun_phrase.split())
    bare = head.removesuffix(f" {noun}") if noun else head
    bare = f"{bare}/{rate}" if rate else bare
    figure = " ".join(mention.text[: mention.figure_end - mention.start].split())
    for value in dict.fromkeys([bare, full, figure] if is_related else [full, bare, figure]):
        phrase = read_phrase(value, lexicon)
        if isinstance(phrase, Phrase) and phrase.doubt is None and _reads_as(phrase, mention):
            yield value


def _reads_as(phrase: Phrase, mention: Mention) -> bool:
    meant = mention.phrase
    return (
        meant is not None
        and phrase.low.value == meant.low.value
        and (phrase.high and phrase.high.value) == (meant.high and meant.high.value)
        and phrase.form is meant.form
        and set(phrase.hedges) == set(meant.hedges)
        and phrase.direction is meant.direction
        and uncounted(phrase.unit).dimensions == uncounted(meant.unit).dimensions
    )


def _quotes(mention: Mention, draft: Draft, folded: str) -> Iterator[tuple[str, int | None]]:
    """Words that hold the figure, the fewest first, with a paragraph where they stand twice."""
    block = draft.document.blocks[draft.document.index_at(mention.start)]
    sentence = draft.sentence(mention)
    begin, stop = max(block.start, sentence.start), min(block.end, sentence.end)
    behind = [found.end() for found in _WORD.finditer(draft.text, mention.end, stop)][:3]
    before = [found.start() for found in _WORD.finditer(draft.text, begin, mention.start)][-3:]
    stretches = [
        (mention.start, mention.end),
        *((mention.start, end) for end in behind),
        *((start, mention.end) for start in reversed(before)),
        (mention.figure_start, mention.figure_end),
    ]
    for start, end in stretches:
        quote = " ".join(draft.text[start:end].split())
        if quote:
            yield quote, block.paragraph if folded.count(quote) > 1 else None


def _year(mention: Mention, draft: Draft) -> str:
    """The year of a figure where its sentence names one, as “in 2021”."""
    sentence = draft.sentence(mention)
    dates = [
        one for one in draft.others_within(sentence.start, sentence.end) if one.role is Role.DATE
    ]
    if len(dates) != 1 or not _YEAR.fullmatch(dates[0].text):
        return ""
    before = draft.lower[max(sentence.start, dates[0].start - 8) : dates[0].start]
    return dates[0].text if before.endswith(("in ", "during ")) else ""


def _next(choices: list[tuple[str, int | None]] | list[str]) -> bool:
    """Drops the first choice, if there is one."""
    has_one = bool(choices)
    del choices[:1]
    return has_one


# YAML


def quoted(text: str) -> str:
    """A text as a YAML scalar: as it is where that is plain, else in double quotes, escaped."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    return '"' + "".join(_escaped(one) for one in text) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    code = ord(character)
    if character.isprintable() and not 0xD800 <= code < 0xE000:
        return character
    if 0xD800 <= code < 0xE000:
        return "\\uFFFD"
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def _comment(text: str) -> str:
    """A text that stays on the line of a comment."""
    words = " ".join(text.split())[:_LONGEST_COMMENT]
    return "".join(one if one.isprintable() else "\ufffd" for one in words)


_MOST_ROUNDS = 12
_LONGEST = 60
_LONGEST_COMMENT = 300
_NO_TITLE = "Untitled"
_OF_VALUES = frozenset(("FC002", "FC003", "FC004", "FC005", "FC601"))
_TAKEN = frozenset("sum min max abs mean over share change points article claims checks".split())
_WORD = regex(r"\S+")
_YEAR = regex(r"(?:19|20)\d\d")
_PLAIN = regex(r"(?:[A-Za-z0-9$£€][\w $£€%,./'()+-]{0,300})?[\w%)]", re.A)
_WORDS = frozenset("null true false yes no on off ~".split())
