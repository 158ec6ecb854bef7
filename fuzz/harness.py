"""Targets for any bytes at all. Each reads them as a part of the program would, and says what
has to hold of every input; where it does not, an AssertionError or whatever was raised is the find.

Nothing here needs a fuzzer: the tests replay what was found through the same functions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import inf
from random import Random
from zlib import crc32

from fentcheck.book.book import Settings
from fentcheck.book.document import Document
from fentcheck.book.events import _size, read_events
from fentcheck.book.nodes import Mapping as Entries
from fentcheck.book.nodes import Node, Scalar, Sequence, part_of, span_of
from fentcheck.book.plain import read_plain
from fentcheck.book.read import read_article
from fentcheck.book.span import Problem, Span
from fentcheck.cues.draft import read_draft
from fentcheck.engine.audit import audit
from fentcheck.engine.check import Source, check_article
from fentcheck.exact import Fraction as Exact
from fentcheck.expressions.compile import (
    LITERAL,
    PRAGMATIC,
    Compiled,
    Fixed,
    Mismatch,
    Tree,
    Values,
    Variable,
    compile_expression,
    compile_pair,
)
from fentcheck.expressions.evaluate import readings_of, value_of
from fentcheck.expressions.parse import (
    Check,
    Context,
    Fault,
    parse_check,
    parse_expression,
)
from fentcheck.expressions.solve import plain, solutions
from fentcheck.expressions.tree import Comparison, Expression, Operation, Operator, named_claims
from fentcheck.files.config import Config, Lexicons
from fentcheck.interval import Interval
from fentcheck.limits import DEFAULTS
from fentcheck.output.json import json as json_report
from fentcheck.output.options import Options
from fentcheck.output.summary import Summary
from fentcheck.phrases import phrase as grammar
from fentcheck.phrases.display import exact_interval, interval_text
from fentcheck.phrases.period import read_period
from fentcheck.phrases.phrase import Phrase, find_mentions, read_phrase
from fentcheck.phrases.reading import Domain, Reading, read
from fentcheck.prose.document import Document as Draft
from fentcheck.prose.formats.registry import read_prose
from fentcheck.prose.mention import Mention
from fentcheck.prose.scan import find_quantities
from fentcheck.rules.registry import BY_CODE
from fentcheck.units.names import KNOWN_LOCALES, Complaint, Lexicon
from fentcheck.units.unit import NUMBER, Unit

LEXICONS = Lexicons(Config("."))
_SETTINGS = Settings(LEXICONS)
LONGEST = 20_000
"""Bytes of an input that are read; more shows nothing that fewer do not."""


def text_of(data: bytes) -> str:
    """The text of an input, read as a file's is."""
    return data[:LONGEST].decode("utf-8", "replace")


# YAML


def yaml(data: bytes) -> None:
    """Both readers of claims files, and the article that they make."""
    text = text_of(data)
    document = read_events(text)
    assert _tree(document) == _tree(read_events(text)), "two readings differ"
    _check_problems(document.problems, text)
    if document.root is not None:
        _check_nodes(document.root, text)
    agrees(text)
    article = read_article(text, "article.yaml", "article", LEXICONS)
    _check_problems(article.problems, text)
    names = [claim.name for claim in article.claims]
    assert len(names) == len(set(names)), "one name twice"
    for claim in article.claims:
        _check_span(claim.span(), text)
    for check in article.checks:
        _check_span(check.span, text)
        if isinstance(check.parsed, Fault):
            _check_span(part_of(check.node, check.parsed.start, check.parsed.end), text)


def claims(data: bytes) -> None:
    """A claims file, from its text to the report on it."""
    text = text_of(data)
    first, second = _checked(text), _checked(text)
    for finding in first.checked.findings:
        _check_span(finding.span, text)
        assert finding.message.strip(), "a finding that says nothing"
        assert finding.code in BY_CODE, "a finding of no rule"
        for place in finding.related:
            _check_span(place.span, text)
    for judgement in first.checked.judgements:
        for readings in (judgement.stated, judgement.computed):
            if readings is not None:
                for interval in readings:
                    _check_interval(interval)
    report = _report(first)
    assert report == _report(second), "two reports differ"
    said = json.loads(report)
    assert len(said["findings"]) == len(first.checked.findings)
    assert len(said["relations"]) == len(first.checked.judgements)


def _checked(text: str) -> Source:
    article = read_article(text, "article.yaml", "article", LEXICONS)
    return Source(check_article(article, _SETTINGS, lambda stem: None), text)


def agrees(text: str) -> bool:
    """The text is read plainly, and then as the parser reads it; False if it is not plain."""
    plain = read_plain(text)
    if plain is None:
        return False
    whole = read_events(text)
    assert whole.problems == plain.problems == ()
    assert plain.root is not None
    assert whole.root is not None
    mine, theirs = _mappings(plain.root), _mappings(whole.root)
    assert [_asked(one) for one in mine] == [_asked(one) for one in theirs]
    assert seen(plain.root) == seen(whole.root)
    return True


def seen(node: Node) -> object:
    """All that a node says and where, its keys in order."""
    if isinstance(node, Entries):
        entries = [(key, seen(own), seen(value)) for key, (own, value) in node.entries.items()]
        return span_of(node), entries
    if isinstance(node, Sequence):
        return span_of(node), [seen(item) for item in node.items]
    return span_of(node), node.value


_KEYS = ("id", "value", "of", "note", "part_of", "change", "drug", "nothing")


def _asked(mapping: Entries) -> object:
    """What a mapping answers before its nodes are made, and then of them."""
    keys = (*_KEYS, *mapping.texts)
    answers: list[object] = [mapping.texts, span_of(mapping), set(mapping.keys_of_no_text)]
    for key in keys:
        value = mapping.get(key)
        answers += [mapping.has(key), mapping.pairs(key), mapping.span(key)]
        answers += [None if value is None else seen(value), mapping.has_only(frozenset(keys[1:]))]
    return answers


def _mappings(node: Node) -> list[Entries]:
    """The mappings that lists and sections are, in file order."""
    if isinstance(node, Sequence):
        return [found for item in node.items for found in _mappings(item)]
    if isinstance(node, Entries):
        return [node, *(one for _, value in node.entries.values() for one in _mappings(value))]
    return []


def _tree(document: Document) -> object:
    root = document.root
    is_small = root is not None and _size(root, _MOST_SEEN) <= _MOST_SEEN
    return document.problems, document.is_whole, seen(root) if root and is_small else None


_MOST_SEEN = 2000
"""Nodes that are looked at; aliases may repeat a great many."""


def _check_nodes(root: Node, text: str) -> None:
    waiting = [root]
    many = 0
    while waiting and many < _MOST_SEEN:
        node = waiting.pop()
        many += 1
        _check_span(span_of(node), text)
        if isinstance(node, Entries):
            for key, (own, value) in node.entries.items():
                assert own.value == key
                waiting += [own, value]
        elif isinstance(node, Sequence):
            waiting += node.items
        elif isinstance(node, Scalar):
            _check_span(part_of(node, 0, len(node.value)), text)


def _check_problems(problems: tuple[Problem, ...], text: str) -> None:
    for problem in problems:
        assert problem.message.strip(), "a problem that says nothing"
        _check_span(problem.span, text)
        for span, _ in problem.beside:
            _check_span(span, text)


def _check_span(span: Span, text: str) -> None:
    """A stretch of the text, or the place right behind its end or that of a line."""
    widths = _widths(text)
    assert span.line >= 1, f"{span} begins before the text"
    assert span.column >= 1, f"{span} begins before its line"
    assert span[:2] <= span[2:], f"{span} ends before it begins"
    for line, column in (span[:2], span[2:]):
        assert line <= len(widths) + 1, f"{span} is below the text"
        width = widths[line - 1] if line <= len(widths) else 0
        assert column <= width + 2, f"{span} is right of its line"


@lru_cache(maxsize=4)
def _widths(text: str) -> list[int]:
    """The length of every line, as YAML ends lines; drafts have fewer ends, and longer lines."""
    return [len(line) for line in _LINE_END.split(text)]


_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


# Phrases


def phrases(data: bytes) -> None:
    """The grammar of value phrases; a first line may name a locale."""
    text = text_of(data)
    first, _, rest = text.partition("\n")
    locale = first.removeprefix("locale: ")
    if locale in KNOWN_LOCALES:
        text = rest
    else:
        locale = "en-US"
    lexicon = LEXICONS(locale)
    found = read_phrase(text, lexicon)
    again = grammar._read_phrase.__wrapped__(text, Lexicon(locale))
    if isinstance(found, Complaint):
        assert found == again, "the quick reading differs, or one after others"
        assert found.message.strip(), "a complaint that says nothing"
        words = " ".join(text.split())
        assert (
            found.word.lower() in words.lower()
            or len(words) > DEFAULTS.value_length
            or not (found.word.isascii() and words.isascii())
        ), f"it complains of {found.word!r}, which is not there"
    else:
        assert not isinstance(again, Complaint)
        assert found._replace(text="") == again._replace(text=""), (
            "the quick reading differs, or one after others"
        )
        assert "#" not in dict(found.unit.dimensions), "it counts things that have no name"
        assert found.figure in " ".join(text.split()), "the figure is not in the phrase"
        _check_phrase(found)
    for other in (_PER_CENT.sub("percent", text), text.replace(" ", "  "), f" {text}\n"):
        if other != text and len(other) <= DEFAULTS.value_length:
            assert _said(read_phrase(other, lexicon)) == _said(found), "it is read as it is spelt"
    _check_quoted(text, find_mentions(text, lexicon))
    period = read_period(text, read_period("2024-02"), lexicon.locale, lexicon.fiscal_month)
    if period is not None:
        assert period.days is None or period.days > 0, "a period of no days"


_PER_CENT = re.compile(r"\bper cent\b")


def _said(found: Phrase | Complaint) -> object:
    """What a phrase says, whatever the spelling of its unit."""
    if isinstance(found, Complaint):
        return None
    return found._replace(text="", figure="", doubt=None, unit=found.unit._replace(name=""))


def _check_quoted(text: str, mentions: list[grammar.Mention]) -> None:
    words = " ".join(text.split())
    for one in mentions:
        assert 0 <= one.start < one.end <= len(words), "a mention outside the text"
    for before, behind in pairwise(mentions):
        is_end = before.high is not None and behind.end <= before.end  # "up 3 to 5": or a level
        assert before.end <= behind.start or is_end, "two mentions overlap"


def _check_phrase(phrase: Phrase) -> None:
    for domain in (None, *Domain):
        _check_reading(read(phrase, domain))


def _check_reading(reading: Reading) -> None:
    for interval in reading[:3]:
        _check_interval(interval)
        assert interval_text(interval)
        assert exact_interval(interval)
    assert not reading.literal.is_empty, "nothing is left of a phrase"
    assert not reading.pragmatic.is_empty, "nothing is read in a phrase"
    assert reading.pragmatic.within(reading.literal), "it is read beyond its words"


def _check_interval(interval: Interval) -> None:
    for end in interval:
        if isinstance(end.value, float):
            assert end.value in (inf, -inf), "an end is rounded"
            assert end.open, "infinity is a value"


# Expressions


def expressions(data: bytes) -> None:
    """The first line is a check; each of the others gives a claim that it may name, “a = 12 km”."""
    text, _, rest = text_of(data).partition("\n")
    lexicon = LEXICONS("en-US")
    values: dict[str, Values] = {}
    units: dict[str, Unit] = {}

    def give(name: str, phrase: Phrase | Complaint) -> None:
        if isinstance(phrase, Phrase):
            reading = read(phrase)
            values[name], units[name] = Values(reading), reading.unit

    for line in rest.splitlines()[:20]:
        name, _, words = line.partition(" = ")
        give(name.strip(), read_phrase(words, lexicon))
    context = Context(lexicon, str, read_period("2024-02"))
    check = parse_check(text, context)
    assert check == parse_check(text, context), "two readings differ"
    if isinstance(check, Fault):
        _check_fault(check, text)
        alone = parse_expression(text, context)
        if isinstance(alone, Fault):
            _check_fault(alone, text)
            return
        check = Check(alone, Comparison.EQUAL, alone)
    for side in check[::2]:
        _check_stretches(side, text)
        for named in named_claims(side):
            if named.name not in units:
                words = _UNKNOWN[crc32(named.name.encode()) % len(_UNKNOWN)]
                give(named.name, read_phrase(words, lexicon))
    pair = compile_pair(check.left, check.right, units.__getitem__)
    if isinstance(pair, Mismatch):
        assert pair.message.strip(), "a mismatch that says nothing"
        sides = [compile_expression(side, units.__getitem__) for side in check[::2]]
    else:
        sides = [*pair]
    for compiled in sides:
        if isinstance(compiled, Compiled):
            _check_values(compiled, values, Random(crc32(text.encode())))
    if not isinstance(pair, Mismatch):
        _check_solutions(pair, check.comparison, values)


_UNKNOWN = ("12", "about 400 people", "more than 27,000 pounds", "5%", "3 km", "150 people/day")
"""What a name stands for that no line gives."""


def _check_fault(fault: Fault, text: str) -> None:
    assert fault.message.strip(), "a fault that says nothing"
    assert 0 <= fault.start <= fault.end <= len(text), "a fault outside the text"


def _check_stretches(expression: Expression, text: str) -> None:
    assert 0 <= expression.start < expression.end <= len(text), "an operand outside the text"
    if isinstance(expression, Operation):
        for operand in expression.operands:
            assert expression.start <= operand.start, "an operand begins before its operator"
            assert operand.end <= expression.end, "an operand ends behind its operator"
            _check_stretches(operand, text)


def _check_values(side: Compiled, values: Mapping[str, Values], dice: Random) -> None:
    literal, pragmatic, printed = found = readings_of(side, values)
    for interval in found:
        _check_interval(interval)
    for interval in (literal, pragmatic, printed):
        assert interval_text(interval)
    if len(set(side.names)) == len(side.names):
        assert pragmatic.within(literal), "it is worked out beyond its words"
    for which, whole in ((LITERAL, literal), (PRAGMATIC, pragmatic)):
        for _ in range(4):
            point = {name: _one_of(values[name][which], dice) for name in sorted(set(side.names))}
            value = _at(side.tree, point, which, dice)
            inside = value is None or whole.contains(Exact(value.numerator, value.denominator))
            assert inside, f"{value} is left out of {whole}"


def _one_of(interval: Interval, dice: Random) -> Fraction:
    """A value inside an interval: at an end that is taken in, near it, or between."""
    (low, low_open), (high, high_open) = interval
    assert not interval.is_empty, "nothing is left of a phrase"
    if isinstance(low, float):
        low = 0 if isinstance(high, float) else high - 10 ** dice.randint(0, 9)
        low_open = False
    if isinstance(high, float):
        high, high_open = low + 10 ** dice.randint(0, 9), False
    share = Fraction(dice.choice((0, 0, 1, 1, dice.random())))
    if (share == 0 and low_open) or (share == 1 and high_open):
        share = abs(share - Fraction(1, 1000))
    return Fraction(low) + Fraction(high - low) * share


def _at(tree: Tree, point: Mapping[str, Fraction], which: int, dice: Random) -> Fraction | None:
    """The value of a tree where its claims have these, by plain arithmetic; None if it has none."""
    if isinstance(tree, Variable):
        return point[tree.name]
    if isinstance(tree, Fixed):
        return _one_of(tree.readings[which], dice)
    operands = []
    for operand in tree.operands:
        value = _at(operand, point, which, dice)
        if value is None:
            return None
        operands.append(value)
    first, last = operands[0], operands[-1]
    try:
        match tree.operator:
            case Operator.POWER:
                return first**tree.exponent
            case Operator.SHARE:
                return first / last if 0 <= first / last <= 1 else None
            case _:
                return _RESULTS[tree.operator](operands, first, last)
    except ZeroDivisionError:
        return None


_RESULTS: Mapping[Operator, Callable[[list[Fraction], Fraction, Fraction], Fraction]] = {
    Operator.ADD: lambda every, x, y: x + y,
    Operator.SUBTRACT: lambda every, x, y: x - y,
    Operator.MULTIPLY: lambda every, x, y: x * y,
    Operator.OVER: lambda every, x, y: x * y,
    Operator.DIVIDE: lambda every, x, y: x / y,
    Operator.NEGATE: lambda every, x, y: -x,
    Operator.SUM: lambda every, x, y: sum(every, Fraction()),
    Operator.MEAN: lambda every, x, y: sum(every, Fraction()) / len(every),
    Operator.LEAST: lambda every, x, y: min(every),
    Operator.GREATEST: lambda every, x, y: max(every),
    Operator.MAGNITUDE: lambda every, x, y: abs(x),
    Operator.CHANGE: lambda every, x, y: y / x - 1,
    Operator.POINTS: lambda every, x, y: (y - x) * 100,
}


def _check_solutions(
    pair: tuple[Compiled, Compiled], comparison: Comparison, values: Mapping[str, Values]
) -> None:
    """Turned round, an equation leaves every claim what it has where both sides are one."""
    left, right = (plain(side.tree) for side in pair)
    for solution in solutions(left, comparison, right)[:6]:
        solved = Compiled(solution.tree, NUMBER, solution.names)
        _check_interval(value_of(solved, values, LITERAL))


# Prose


def prose(data: bytes) -> None:
    """A draft, its figures, and what its audit finds. A first line “.md” or “.html” names a format,
    and may name a locale behind it.
    """
    text = text_of(data)
    first, _, rest = text.partition("\n")
    ending, _, locale = first.partition(" ")
    if ending in (".txt", ".md", ".html"):
        text = rest
    else:
        ending = ""
    locale = locale if locale in KNOWN_LOCALES and ending else "en-US"
    lexicon = LEXICONS(locale)
    document = read_prose(text, ending)
    _check_places(document)
    mentions = list(find_quantities(document.text, lexicon, all_roles=True))
    assert mentions == list(find_quantities(document.text, lexicon, all_roles=True))
    quantities = [one for one in mentions if one.is_quantity]
    assert quantities == list(find_quantities(document.text, lexicon)), "other roles change figures"
    for before, behind in pairwise(mentions):
        assert before.end <= behind.start, "two mentions overlap"
    if not ending and text == text.strip() and text.replace("\n", "").isprintable():
        _check_apart(text, mentions, lexicon)
    for mention in mentions:
        _check_mention(mention, document.text)
    draft = read_draft(document, lexicon, locale)
    found = audit(draft, "draft", _SETTINGS)
    for finding in found.checked.findings:
        _check_span(finding.span, text)
        assert finding.message.strip(), "a finding that says nothing"
        assert all(figure.strip() for figure in finding.figures), "a figure without text"
    for claim in found.checked.article.claims:
        start, end = found.place(claim)
        assert 0 <= start < end <= len(document.text), "a figure outside the draft"
    if found.checked.judgements:
        report = _report(Source(found.checked, text, found))
        again = audit(read_draft(read_prose(text, ending), lexicon, locale), "draft", _SETTINGS)
        assert report == _report(Source(again.checked, text, again)), "two reports differ"
        assert len(json.loads(report)["findings"]) == len(found.checked.findings)


def _report(source: Source) -> str:
    return "".join(json_report([source], Summary(), Options(show_all=True)))


def _check_places(document: Draft) -> None:
    """Every block stands in the text, and every character of the text in the source."""
    for before, behind in pairwise(document.blocks):
        assert before.end <= behind.start, "two blocks overlap"
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text), "a block outside the text"
        start, end = document.original(block.start, block.end)
        assert 0 <= start <= end <= len(document.source), "a block outside the source"


def _check_apart(text: str, mentions: list[Mention], lexicon: Lexicon) -> None:
    """Paragraphs without a figure, before and behind, change nothing but places."""
    among = f"{_NO_FIGURE}\n\n{text}\n\n{_NO_FIGURE}"
    moved = [
        one._replace(
            line=one.line + 2,
            sentence=0,
            **{
                key: getattr(one, key) + len(_NO_FIGURE) + 2
                for key in ("start", "end", "figure_start", "figure_end")
            },
        )
        for one in mentions
    ]
    found = [one._replace(sentence=0) for one in find_quantities(among, lexicon, all_roles=True)]
    assert found == moved, "a paragraph beside it changes a figure"


_NO_FIGURE = "Nothing was said."


def _check_mention(mention: Mention, text: str) -> None:
    assert 0 <= mention.start < mention.end <= len(text), "a mention outside the text"
    assert mention.text == text[mention.start : mention.end], "a mention of other words"
    start, end = mention.figure_start, mention.figure_end
    assert mention.start <= start < end <= mention.end, "the figure is not in its mention"
    if mention.phrase is not None:
        assert mention.is_quantity, "no quantity, and it has a value"
        assert mention.hedge in "=~<>", "an unknown hedge"
        _check_reading(read(mention.phrase))
    if isinstance(mention.value, tuple):
        assert mention.value[0] <= mention.value[1], "a range from the higher end"


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "yaml": yaml,
    "phrases": phrases,
    "expressions": expressions,
    "prose": prose,
    "claims": claims,
}
