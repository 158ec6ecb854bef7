"""Where a claims file names claims: where each is, and every mention of it."""

from __future__ import annotations

import os
from collections.abc import Iterator

from fentcheck.book.document import Mapping, Node, Scalar, Sequence, part_of, read_document, span_of
from fentcheck.book.plain import read_plain
from fentcheck.book.span import Span
from fentcheck.record import NamedTuple
from fentcheck.regex import regex


class Mention(NamedTuple):
    """An id in a file; `span` is that of the id alone, without the name of a file before it."""

    stem: str
    id: str
    span: Span
    is_definition: bool = False

    def is_of(self, other: Mention) -> bool:
        """Both mean the same claim."""
        return (self.stem, self.id) == (other.stem, other.id)


def spelled(path: str) -> str:
    """The name of a file as checks spell it."""
    return os.path.splitext(os.path.basename(path))[0].replace("-", "_")


def mentions(path: str, text: str) -> Iterator[Mention]:
    """Every id of a claim in a file, in no particular order."""
    root = (read_plain(text) or read_document(text)).root
    if not isinstance(root, Mapping):
        return
    stem = spelled(path)
    for claim in _items(root.get("claims")):
        own = claim.get("id")
        if isinstance(own, Scalar):
            yield Mention(stem, own.value, span_of(own), is_definition=True)
        for key in ("share_of", "part_of", "supersedes"):
            yield from _named(claim.get(key), stem)
        change = claim.get("change")
        if isinstance(change, Mapping):
            for key in ("from", "to"):
                yield from _named(change.get(key), stem)
    for waiver in _items(root.get("waivers")):
        yield from _named(waiver.get("claims"), stem)
    for check in _items(root.get("checks")):
        that = check.get("that")
        if isinstance(that, Scalar):
            yield from _in_check(that, stem)


def _items(node: Node | None) -> Iterator[Mapping]:
    if isinstance(node, Sequence):
        yield from (one for one in node.items if isinstance(one, Mapping))


def _named(node: Node | None, stem: str) -> Iterator[Mention]:
    """The ids in a scalar or a list of them."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _named(item, stem)
    elif isinstance(node, Scalar) and _NAME.fullmatch(node.value):
        yield _mention(node, 0, node.value, stem)


def _in_check(node: Scalar, stem: str) -> Iterator[Mention]:
    for found in _IN_CHECK.finditer(node.value):
        name = found["name"]
        if name and not found["call"]:
            yield _mention(node, found.start("name"), name, stem)


def _mention(node: Scalar, start: int, name: str, stem: str) -> Mention:
    before, dot, own = name.rpartition(".")
    first = start + len(before) + len(dot)
    return Mention(before.replace("-", "_") or stem, own, part_of(node, first, first + len(own)))


_NAME = regex(r"(?:[A-Za-z_][\w-]*\.)?[A-Za-z_]\w*")
_IN_CHECK = regex(r"\"[^\"]*\"|\d[\w.]*|(?P<name>(?:[A-Za-z_]\w*\.)?[A-Za-z_]\w*)(?P<call>\s*\()?")
