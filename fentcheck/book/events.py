"""Builds the nodes of a YAML text from the events of PyYAML's parser.

The builder is bounded in depth, nodes and aliases. Scalars stay text:
`1.10` keeps its zero and `no` is a word. Two equal keys are a problem, not the last of them.
After a syntax error the nodes before it are kept.
"""

from __future__ import annotations

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

from fentcheck.book.document import Document, too_many_mistakes
from fentcheck.book.nodes import Entries, Mapping, Node, Scalar, Sequence, span_of
from fentcheck.book.span import START, Problem, Span
from fentcheck.limits import DEFAULTS, Limits
from fentcheck.record import TYPE_CHECKING
from fentcheck.regex import regex

if TYPE_CHECKING:
    from typing import Any

    from fentcheck.book.nodes import Mark

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # a PyYAML that was built without libyaml
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]


def read_events(text: str, limits: Limits = DEFAULTS) -> Document:
    """The nodes of one YAML document and what is wrong with it."""
    built = _Built(limits)
    try:
        _build(text, built)
    except _Full:
        pass
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and error.context and _OPENED.search(error.context):
            mark = error.context_mark  # where the bracket or the quote was opened
        words = error.problem or error.context or "it cannot be read"
        built.complain(_at(mark) if mark else START, f"this is not YAML: {words}")
    except YAMLError as error:
        words = str(error).splitlines()[0]
        built.complain(START, f"this is not YAML: {words}")
    is_whole = not any(problem.code == "FC001" for problem in built.problems)
    return Document(built.root, tuple(built.problems), is_whole)


_OPENED = regex("flow|quoted")


class _Built:
    """What is built so far. It outlives a syntax error, so nothing readable is lost."""

    __slots__ = ("limits", "problems", "root")

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.root: Node | None = None
        self.problems: list[Problem] = []

    def complain(self, span: Span, message: str, code: str = "FC001") -> None:
        if len(self.problems) >= self.limits.mistakes:
            self.problems.append(too_many_mistakes(span, self.limits))
            raise _Full
        self.problems.append(Problem(code, span, message))


class _Full(Exception):
    """There are more mistakes than are told."""


def _build(text: str, built: _Built) -> None:
    """Links every container to its parent where it starts, so that a stop leaves a whole tree.

    The innermost container is `entries`, with the key that waits for its value, or `items`.
    """
    next_event = _Parser(text).get_event
    limits = built.limits
    deepest, most_nodes, most_aliases = limits.yaml_depth, limits.yaml_values, limits.yaml_aliases
    outer: list[_Frame] = []
    entries: Entries | None = None
    items: list[Node] = []
    key: Scalar | None = None
    anchors: dict[str, Node] = {}
    nodes = aliases = 0
    is_plain = "&" not in text and "!" not in text
    node: Node
    while True:
        event: Any = next_event()
        kind = type(event)
        if kind is ScalarEvent:
            node = Scalar(event.value, event.start_mark, event.end_mark)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            entries, items, key = outer.pop()
            continue
        elif kind is MappingStartEvent:
            node = Mapping({}, event.start_mark, event.end_mark)
        elif kind is SequenceStartEvent:
            node = Sequence([], event.start_mark, event.end_mark)
        elif kind is AliasEvent:
            aliases += 1
            span = _span(event.start_mark, event.end_mark)
            known = anchors.get(event.anchor)
            if known is None or _is_open(known, [(entries, items, key), *outer]):
                built.complain(span, f"the alias *{event.anchor} names nothing that is complete")
                key = None
                continue
            nodes += _size(known, most_nodes)
            if aliases > most_aliases:
                most = limits.most("yaml_aliases")
                built.complain(span, f"more than {most_aliases:,} aliases: {most}")
                return
            if nodes > most_nodes:
                most = limits.most("yaml_values")
                built.complain(span, f"too much behind the aliases: {most}")
                return
            node = known
        elif kind is StreamEndEvent:
            return
        else:
            if kind is DocumentStartEvent and built.root is not None:
                built.complain(_at(event.start_mark), _ONE_DOCUMENT)
                return
            continue
        nodes += 1
        if nodes > most_nodes:
            most = limits.most("yaml_values")
            message = f"more than {most_nodes:,} values in one file: {most}"
            built.complain(_at(event.start_mark), message)
            return
        if entries is None:
            items.append(node)
            if not outer:
                built.root = node
        elif key is None:
            if type(node) is Scalar:
                key = node
            else:
                built.complain(span_of(node), "a key is plain text, not a list or a mapping")
                key = Scalar("", event.start_mark, event.end_mark)
        else:
            name = key.value
            if name in entries:
                built.complain(span_of(key), f"the key “{name}” stands here twice", "FC003")
            else:
                entries[name] = (key, node)
            key = None
        if kind is AliasEvent or (is_plain and kind is ScalarEvent):
            continue
        if event.anchor is not None:
            anchors[event.anchor] = node
        if event.tag is not None and event.tag != "!":
            built.complain(_at(event.start_mark), f"tags such as {event.tag} are not read")
        if kind is not ScalarEvent:
            outer.append((entries, items, key))
            if len(outer) > deepest:
                message = f"nested deeper than {deepest} levels: {limits.most('yaml_depth')}"
                built.complain(_at(event.start_mark), message)
                return
            entries, key = (node.entries, None) if type(node) is Mapping else (None, None)
            items = node.items if type(node) is Sequence else []


_ONE_DOCUMENT = "a file is one document: “---” starts another"


_Frame = tuple[Entries | None, list[Node], Scalar | None]


def _is_open(node: Node, frames: list[_Frame]) -> bool:
    """The node is a container that is still being read."""
    if isinstance(node, Mapping):
        return any(entries is node.entries for entries, _, _ in frames)
    return isinstance(node, Sequence) and any(items is node.items for _, items, _ in frames)


def _size(node: Node, enough: int) -> int:
    """How many nodes are in it, counting again what aliases repeat; stops once past `enough`."""
    count = 0
    waiting = [node]
    while waiting and count <= enough:
        one = waiting.pop()
        count += 1
        if isinstance(one, Sequence):
            waiting.extend(one.items)
        elif isinstance(one, Mapping):
            waiting.extend(value for _, value in one.entries.values())
    return count


def _span(start: Mark, end: Mark) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _at(mark: Mark) -> Span:
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
