"""Reads the nodes of a claims file as an `Article`.

Every mistake becomes a `Problem` with the text at fault; whatever else the file holds is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from fentcheck.book.claim import Article, Change, Claim, StatedCheck, Waiver
from fentcheck.book.document import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    part_of,
    read_document,
    span_of,
    too_many_mistakes,
)
from fentcheck.book.nodes import Pairs
from fentcheck.book.plain import read_plain
from fentcheck.book.span import START, Problem, Span
from fentcheck.book.vocabulary import Scope, folded
from fentcheck.expressions.parse import Context, Fault, parse_check
from fentcheck.expressions.tree import Named, named_claims
from fentcheck.phrases.hedges import Statistic, Superlative
from fentcheck.phrases.period import Period, read_period
from fentcheck.phrases.phrase import Phrase, as_change, read_phrase
from fentcheck.record import TYPE_CHECKING, NamedTuple
from fentcheck.regex import regex
from fentcheck.units.names import KNOWN_LOCALES, Complaint, Lexicon, is_known_locale, nearest_name

if TYPE_CHECKING:
    from typing import TypeVar

    _Choice = TypeVar("_Choice", Statistic, Superlative)

Lexicons = Callable[[str], Lexicon]
"""The unit names of a locale."""


def read_article(
    text: str,
    path: str,
    stem: str,
    lexicons: Lexicons,
    is_reference: bool = False,
    locale: str = "en-US",
) -> Article:
    """The article of a claims file's text; `path` and `stem` are how it is named in findings.

    A text with a source is a reference, and a reference has to have one. `locale` holds where the
    text names none.
    """
    limits = lexicons(locale).limits
    document = read_plain(text, limits) or read_document(text, limits)
    reader = _Reader(path, stem, lexicons, list(document.problems), document.is_whole, locale)
    return reader.article(document.root, is_reference)


class _Header(NamedTuple):
    title: str = ""
    publisher: str = ""
    published: Period | None = None
    published_text: str = ""
    text: str | None = None
    locale: str = "en-US"
    known_from: Period | None = None
    text_at: Span = START


class _Reader:
    """Reads one file; `problems` grows in file order."""

    def __init__(
        self,
        path: str,
        stem: str,
        lexicons: Lexicons,
        problems: list[Problem],
        is_whole: bool,
        locale: str,
    ) -> None:
        self.path = path
        self.stem = stem
        self.problems = problems
        self._lexicons = lexicons
        self._is_whole = is_whole
        self._header = _Header(locale=locale)
        self._claim_keys = CLAIM_KEYS
        self._lexicon = lexicons(self._header.locale)
        self._limits = self._lexicon.limits
        self._is_full = len(problems) > self._limits.mistakes
        """There are more mistakes than are told: nothing more is read."""
        self._has_all_claims = True
        self._published = 0

    def article(self, root: Node | None, is_reference: bool) -> Article:
        claims: list[Claim] = []
        checks: list[StatedCheck] = []
        waivers: list[Waiver] = []
        if not isinstance(root, Mapping):
            if root is not None or not self.problems:
                span = span_of(root) if root is not None else START
                message = "a claims file has “article” and “claims”"
                if root is None:
                    message = "this file is empty; a claims file lists its figures under “claims”"
                self._complain("FC002", span, message)
        else:
            is_reference = is_reference or root.get("source") is not None
            if is_reference:
                self._check_keys(root, _REFERENCE_FILE_KEYS, "a reference file")
                self._claim_keys = REFERENCE_CLAIM_KEYS
            else:
                self._check_keys(root, _FILE_KEYS, "a claims file")
            header_node = root.get("source" if is_reference else "article")
            if header_node is not None:
                read_header = self._read_source if is_reference else self._read_header
                self._header = read_header(header_node)
                self._lexicon = self._lexicons(self._header.locale)
                published = self._header.published
                self._published = (published.start or 0) if published else 0
            elif is_reference and self._is_whole:
                self._complain("FC002", span_of(root), "the key “source” is missing")
            if root.get("claims") is None and self._is_whole:
                self._complain("FC002", span_of(root), "the key “claims” is missing")
            claims = self._read_claims(root)
            checks = self._read_checks(root)
            waivers = [
                waiver
                for node in self._items(root, "waivers")
                if (waiver := self._read_waiver(node)) is not None
            ]
        header = self._header
        return Article(
            self.path,
            self.stem,
            header.title,
            header.publisher,
            header.published,
            header.published_text,
            header.text,
            header.locale,
            tuple(claims),
            tuple(checks),
            tuple(waivers),
            tuple(self.problems),
            is_reference,
            header.text_at,
            self._has_all_claims,
        )

    # The parts of a file

    def _read_header(self, node: Node) -> _Header:
        if not isinstance(node, Mapping):
            self._complain("FC002", span_of(node), "“article” has title, publisher and published")
            return self._header
        self._check_keys(node, HEADER_KEYS, "“article”")
        locale_text = self._locale(node)
        published_text = self._text(node, "published") or ""
        published = self._date(node, "published", locale_text)
        return _Header(
            self._text(node, "title") or "",
            self._text(node, "publisher") or "",
            published,
            published_text,
            self._text(node, "text"),
            locale_text,
            text_at=span_of(node.entries["text"][1]) if "text" in node.entries else START,
        )

    def _read_source(self, node: Node) -> _Header:
        if not isinstance(node, Mapping):
            message = "“source” has publisher, title, url, accessed and known_from"
            self._complain("FC002", span_of(node), message)
            return self._header
        self._check_keys(node, SOURCE_KEYS, "“source”")
        locale = self._locale(node)
        self._date(node, "accessed", locale)
        return _Header(
            self._text(node, "title") or "",
            self._text(node, "publisher") or "",
            locale=locale,
            known_from=self._date(node, "known_from", locale),
        )

    def _locale(self, node: Mapping) -> str:
        locale_text = self._text(node, "locale") or self._header.locale
        if not is_known_locale(locale_text):
            locale = node.get("locale")
            span = span_of(locale) if locale else span_of(node)
            message = (
                f"the locale “{locale_text}” is not known; there are {', '.join(KNOWN_LOCALES)}"
            )
            self._complain("FC004", span, message)
            return self._header.locale
        return locale_text

    def _date(self, node: Mapping, key: str, locale: str, name: str = "") -> Period | None:
        """The day, month or year under a key; None if there is none, or none that can be read."""
        text = self._text(node, key)
        if not text:
            return None
        period = read_period(text, None, locale)
        if period is None or period.days is None:
            span = span_of(node.entries[key][1])
            message = f"“{text}” is not a date; write one like 2024-02 or 2024-02-17"
            self._complain("FC004", span, message, name)
            return None
        return period

    def _read_claims(self, root: Mapping) -> list[Claim]:
        claims: list[Claim] = []
        names: set[str] = set()
        listed = root.get("claims")
        last = listed.items[-1] if isinstance(listed, Sequence) and listed.items else None
        for node in self._items(root, "claims"):
            is_cut_off = not self._is_whole and node is last
            claim = self._read_claim(node, len(claims), is_cut_off)
            if claim is None:
                continue
            if claim.name in names:
                span = claim.span("id")
                self._complain("FC003", span, f"the id “{claim.id}” stands here twice", claim.name)
            else:
                names.add(claim.name)
                claims.append(claim)
        return claims

    def _read_claim(self, node: Node, index: int, is_cut_off: bool) -> Claim | None:
        if not isinstance(node, Mapping):
            self._complain("FC002", span_of(node), "a claim has “id” and “value”")
            return None
        texts = node.texts
        id_text = texts.get("id")
        if id_text is None or not _IDENTIFIER.fullmatch(id_text):
            id_text = self._missing_id(node, self._text(node, "id"), index, is_cut_off)
        name = f"{self.stem}.{id_text}"
        # What is no text is complained of where it should be one; a scope has its own reader.
        text_of = texts.get if node.keys_of_no_text <= _SCOPE_ALONE else partial(self._text, node)
        is_linked = not node.has_only(_PLAIN_KEYS)
        split = False
        if is_linked and not node.has_only(self._claim_keys):
            split = self._check_split_numbers(node, name)
            if not split:
                self._check_keys(node, self._claim_keys, "a claim", name)
        phrase = None
        if "value" not in texts and not node.has("value"):
            if not is_cut_off:
                id_node = node.get("id") or node
                self._complain("FC002", span_of(id_node), "the claim has no “value”", name)
        elif not split:
            phrase = self._read_phrase(node, "value", name)
        links = self._read_links(node, name) if is_linked else _NO_LINKS
        if "at" in texts or node.has("at"):
            self._check_paragraph(node, name)
        statistic, superlative = links.statistic, links.superlative
        if phrase is not None:
            if links.change is not None:
                phrase = as_change(phrase)
            statistic = statistic or phrase.statistic
            superlative = superlative or phrase.superlative
        return Claim(
            name,
            self.path,
            index,
            node,
            phrase,
            text_of("measure"),
            self._read_scope(node, name),
            self._read_period(node, name),
            statistic or _TOTAL,
            text_of("quote"),
            text_of("by"),
            links.also,
            links.share_of,
            links.part_of,
            links.parts_exhaustive,
            links.overlapping,
            links.change,
            superlative,
            links.hypothetical,
            self._published,
            links.known_from or self._header.known_from,
            links.confirmed,
            links.supersedes,
        )

    def _check_split_numbers(self, node: Mapping, name: str) -> bool:
        """In {…} a comma ends a value: "2,900 people" without quotes is 2, and a key of its own."""
        before = ""
        for key, (scalar, value) in node.entries.items():
            if key[:1].isdecimal() and before and isinstance(value, Scalar) and not value.value:
                number = f"“{before},{key}”"
                message = f"inside {{…}} a number with a comma needs quotes: {number} as one value"
                self._complain("FC002", span_of(scalar), message, name)
                return True
            before = value.value if isinstance(value, Scalar) else ""
        return False

    def _check_paragraph(self, node: Mapping, name: str) -> None:
        at = self._text(node, "at")
        if at is not None and not (at.isdecimal() and len(at) < 7 and int(at)):
            span = node.span("at")
            self._complain("FC004", span, f"“at” is a paragraph's number from 1, not “{at}”", name)

    def _missing_id(self, node: Mapping, id_text: str | None, index: int, is_cut_off: bool) -> str:
        if id_text is None and is_cut_off:
            pass
        elif id_text is None:
            self._complain("FC002", span_of(node), "the claim has no “id”")
        else:
            span = node.span("id")
            plain = re.sub(r"\W+", "_", id_text).strip("_") or "figure"
            plain = f"n{plain}" if plain[0].isdigit() else plain
            message = f"an id is letters, digits and _, such as “{plain}”, not “{id_text}”"
            self._complain("FC002", span, message)
        return f"claim_{index + 1}"

    def _read_links(self, node: Mapping, name: str) -> _Links:
        """The keys that most claims do not have."""
        return _Links(
            self._choice(node, "statistic", Statistic, name),
            self._choice(node, "superlative", Superlative, name),
            self._read_phrase(node, "also", name) if node.has("also") else None,
            next(iter(self._references(node, "share_of", name)), None),
            self._references(node, "part_of", name),
            self._flag(node, "parts", {"exhaustive": True, "partial": False}, name),
            self._flag(node, "overlapping", _TRUTHS, name),
            self._read_change(node, name),
            self._text(node, "hypothetical"),
            self._date(node, "known_from", self._header.locale, name),
            self._flag(node, "confirmed", _TRUTHS, name, default=True),
            next(iter(self._references(node, "supersedes", name)), None),
        )

    def _read_change(self, node: Mapping, name: str) -> Change | None:
        change = node.get("change")
        if change is None:
            return None
        if not isinstance(change, Mapping):
            self._complain("FC002", span_of(change), "write change: {from: ID, to: ID}", name)
            return None
        self._check_keys(change, _CHANGE_KEYS, "“change”", name)
        old, new = self._text(change, "from"), self._text(change, "to")
        if not old or not new:
            missing = "from" if not old else "to"
            self._complain("FC002", span_of(change), f"“change” has no “{missing}”", name)
            return None
        return Change(self._full(old), self._full(new))

    def _read_checks(self, root: Mapping) -> list[StatedCheck]:
        checks: list[StatedCheck] = []
        names: set[str] = set()
        left = self._limits.checks_length
        for node in self._items(root, "checks"):
            left -= _length_of(node)
            if left < 0:
                most = self._limits.most("checks_length")
                message = f"checks of {most.of('characters')} in one file: {most}"
                self._complain("FC001", span_of(node), message)
                break
            check = self._read_check(node)
            if check is None:
                continue
            id_node = node.get("id") if isinstance(node, Mapping) else None
            if id_node is not None and check.name in names:
                check_id = check.name.rpartition(".")[2]
                message = f"the check “{check_id}” stands here twice"
                self._complain("FC003", span_of(id_node), message)
            names.add(check.name)
            checks.append(check)
        return checks

    def _read_check(self, node: Node) -> StatedCheck | None:
        if not isinstance(node, Mapping):
            self._complain("FC002", span_of(node), "a check has “id” and “that”")
            return None
        self._check_keys(node, _CHECK_KEYS, "a check")
        that = node.get("that")
        if not isinstance(that, Scalar):
            span = span_of(that) if that is not None else span_of(node.get("id") or node)
            self._complain("FC002", span, "the check has no “that”")
            return None
        context = Context(self._lexicon, self._full, self._header.published)
        parsed = parse_check(that.value, context)
        if isinstance(parsed, Fault):
            span = part_of(that, parsed.start, parsed.end)
            self._complain("FC004", span, parsed.message)
        check_id = self._text(node, "id") or ""
        named: tuple[Named, ...] = ()
        if not isinstance(parsed, Fault):
            named = (*named_claims(parsed.left), *named_claims(parsed.right))
        return StatedCheck(f"{self.stem}.{check_id}", that, parsed, named)

    def _read_waiver(self, node: Node) -> Waiver | None:
        if not isinstance(node, Mapping):
            self._complain("FC002", span_of(node), "a waiver has “code”, “claims” and “reason”")
            return None
        self._check_keys(node, _WAIVER_KEYS, "a waiver")
        code, reason = node.get("code"), self._text(node, "reason")
        missing = [key for key in ("code", "reason") if node.get(key) is None]
        if missing or not isinstance(code, Scalar):
            self._complain(
                "FC002", span_of(node), f"the waiver has no “{(missing or ['code'])[0]}”"
            )
            return None
        return Waiver(
            code.value.upper(),
            self._references(node, "claims", ""),
            reason or "",
            self._last_day(node),
            span_of(code),
            node.get("claims"),
        )

    def _last_day(self, node: Mapping) -> int | None:
        text = self._text(node, "until")
        if text is None:
            return None
        period = read_period(text, None, self._header.locale)
        if period is None or period.end is None:
            span = node.span("until")
            self._complain("FC004", span, f"“{text}” is no date; write one like 2027-01-01")
            return 0
        return period.end - 1

    # Single values

    def _read_phrase(self, node: Mapping, key: str, name: str) -> Phrase | None:
        text = node.texts.get(key)
        if text is None:
            self._complain("FC004", node.span(key), "a value is one line of text", name)
            return None
        phrase = read_phrase(text, self._lexicon)
        if isinstance(phrase, Complaint):
            self._complain_of(node, key, phrase, name)
            return None
        if phrase.doubt is not None:
            self._complain_of(node, key, phrase.doubt, name, is_note=True)
        return phrase

    def _complain_of(
        self, node: Mapping, key: str, complaint: Complaint, name: str, is_note: bool = False
    ) -> None:
        """A complaint about a word of the text under a key, at that word."""
        scalar = node.get(key)
        assert isinstance(scalar, Scalar)
        start = scalar.value.find(complaint.word) if complaint.word else -1
        end = start + len(complaint.word)
        span = span_of(scalar) if start < 0 else part_of(scalar, start, end)
        hint = f"; did you mean “{complaint.suggestion}”?" if complaint.suggestion else ""
        code = "FC005" if complaint.is_unknown_unit or is_note else "FC004"
        self._complain(code, span, complaint.message + hint, name, is_note)

    def _read_scope(self, claim: Mapping, name: str) -> Scope:
        pairs = claim.pairs("of")
        if pairs is not None:
            return _scope(pairs)
        node = claim.get("of")
        if node is None:
            return ()
        if not isinstance(node, Mapping):
            message = "write what it is of as {drug: fentanyl, place: US}"
            self._complain("FC002", span_of(node), message, name)
            return ()
        for dimension, (_, term) in node.entries.items():
            if not isinstance(term, Scalar):
                self._complain("FC002", span_of(term), f"“{dimension}” is one term", name)
        return _scope(tuple(node.texts.items()))

    def _read_period(self, node: Mapping, name: str) -> Period | None:
        text = node.texts.get("period")
        if text is None:
            if node.has("period"):
                span = node.span("period")
                self._complain("FC004", span, "a period is one line of text", name)
            return None
        # Only "last year" and its like count from the date, which would make every key its own.
        published = self._header.published if text[:1] in _BEGINS_SPOKEN else None
        fiscal_month = self._lexicon.fiscal_month
        period = read_period(text, published, self._header.locale, fiscal_month)
        if period is None:
            message = (
                f"“{text}” is no period; write one like 2021, 2021-06, FY2023, "
                "2020-06/2021-05 or, where the article has “published”, last year"
            )
            self._complain("FC004", node.span("period"), message, name)
        return period

    def _text(self, node: Mapping, key: str) -> str | None:
        text = node.texts.get(key)
        if text is None and node.has(key):
            self._complain("FC002", node.span(key), f"“{key}” is one line of text")
        return text

    def _choice(self, node: Mapping, key: str, choices: type[_Choice], name: str) -> _Choice | None:
        text = self._text(node, key)
        if text is None:
            return None
        by_value = {choice.value: choice for choice in choices}
        if text not in by_value:
            known = ", ".join(by_value)
            span = node.span(key)
            self._complain("FC004", span, f"“{key}” is one of {known}, not “{text}”", name)
        return by_value.get(text)

    def _flag(
        self, node: Mapping, key: str, meanings: dict[str, bool], name: str, default: bool = False
    ) -> bool:
        text = self._text(node, key)
        if text is None:
            return default
        if text.lower() not in meanings:
            known = " or ".join(meanings)
            span = node.span(key)
            self._complain("FC004", span, f"“{key}” is {known}, not “{text}”", name)
        return meanings.get(text.lower(), default)

    def _references(self, node: Mapping, key: str, name: str) -> tuple[str, ...]:
        """The claim ids under a key, one or a list, as full ids."""
        text = node.texts.get(key)
        if text:
            return (self._full(text),)
        value = node.get(key)
        if value is None:
            return ()
        items = value.items if isinstance(value, Sequence) else [value]
        found = []
        for item in items:
            if isinstance(item, Scalar) and item.value:
                found.append(self._full(item.value))
            else:
                self._complain("FC002", span_of(item), f"“{key}” names claims by their id", name)
        return tuple(found)

    def _items(self, root: Mapping, key: str) -> Iterator[Node]:
        """The items of a list, up to so many as are allowed, and to too many mistakes."""
        node = root.get(key)
        if isinstance(node, Sequence):
            most = self._limits.most("claims" if key == "claims" else "checks")
            for index, item in enumerate(node.items):
                if self._is_full:
                    return
                if index >= most.value:
                    message = f"{most.of(key)} in one file: {most}"
                    self._complain("FC001", span_of(item), message)
                    self._has_all_claims = self._has_all_claims and key != "claims"
                    return
                yield item
            return
        if node is not None and not (isinstance(node, Scalar) and not node.value):
            self._complain("FC002", span_of(node), f"“{key}” is a list: each item begins with “- ”")

    def _check_keys(self, node: Mapping, known: frozenset[str], owner: str, name: str = "") -> None:
        if node.has_only(known):
            return
        for key, (scalar, _) in node.entries.items():
            if key in known or not key:
                continue
            if self._is_full:
                return
            meant = nearest_name(key, known)
            hint = f"; did you mean “{meant}”?" if meant else f"; it has {', '.join(sorted(known))}"
            self._complain("FC002", span_of(scalar), f"{owner} has no key “{key}”{hint}", name)

    def _full(self, reference: str) -> str:
        return reference if "." in reference else f"{self.stem}.{reference}"

    def _complain(
        self, code: str, span: Span, message: str, name: str = "", is_note: bool = False
    ) -> None:
        if len(self.problems) < self._limits.mistakes:
            self.problems.append(Problem(code, span, message, (name,) if name else (), is_note))
        elif not self._is_full:
            self._is_full = True
            self.problems.append(too_many_mistakes(span, self._limits))


def _length_of(check: Node) -> int:
    """The characters of a check."""
    that = check.get("that") if isinstance(check, Mapping) else None
    return len(that.value) if isinstance(that, Scalar) else 0


@lru_cache(maxsize=4096)
def _scope(pairs: Pairs) -> Scope:
    return tuple(sorted((folded(dimension), folded(term)) for dimension, term in pairs))


class _Links(NamedTuple):
    statistic: Statistic | None = None
    superlative: Superlative | None = None
    also: Phrase | None = None
    share_of: str | None = None
    part_of: tuple[str, ...] = ()
    parts_exhaustive: bool = False
    overlapping: bool = False
    change: Change | None = None
    hypothetical: str | None = None
    known_from: Period | None = None
    confirmed: bool = True
    supersedes: str | None = None


_NO_LINKS = _Links()


_FILE_KEYS = frozenset(("article", "claims", "checks", "waivers"))
HEADER_KEYS = frozenset(
    ("title", "publisher", "published", "text", "locale", "url", "author", "note")
)
_REFERENCE_FILE_KEYS = frozenset(("source", "claims", "checks", "waivers"))
SOURCE_KEYS = frozenset(("publisher", "title", "url", "accessed", "known_from", "locale", "note"))
_TOTAL = Statistic.TOTAL
_SCOPE_ALONE = frozenset(("of",))
_PLAIN_KEYS = frozenset(("id", "value", "measure", "of", "period", "quote", "at", "by", "note"))
CLAIM_KEYS = _PLAIN_KEYS | {
    "statistic",
    "also",
    "share_of",
    "part_of",
    "parts",
    "overlapping",
    "change",
    "superlative",
    "hypothetical",
}
REFERENCE_CLAIM_KEYS = CLAIM_KEYS | {"known_from", "confirmed", "supersedes"}
_CHECK_KEYS = frozenset(("id", "that", "note"))
_WAIVER_KEYS = frozenset(("code", "claims", "reason", "until"))
_CHANGE_KEYS = frozenset(("from", "to"))
_TRUTHS = {"true": True, "false": False, "yes": True, "no": False}
_BEGINS_SPOKEN = frozenset("tTlLpP")
_IDENTIFIER = regex(r"[A-Za-z_]\w*")
