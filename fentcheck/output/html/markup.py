"""HTML and SVG as values: whatever is not markup already is escaped where it is put in."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from fentcheck.output.terminal import safe
from fentcheck.record import TYPE_CHECKING

if TYPE_CHECKING:
    Child = str | None | Iterable["Child"]
    Value = str | float | bool | None


class Markup(str):
    """Text that is HTML already. Only this module makes it of other text."""

    __slots__ = ()


def shown(text: str) -> Markup:
    """Text from anywhere, for the content of an element or a quoted attribute, of HTML or SVG.

    Control codes and direction overrides are made visible.
    """
    return Markup(escape(safe(text), quote=True))


def joined(*children: Child) -> Markup:
    """Several pieces as one; what is no markup is escaped."""
    return Markup("".join(_pieces(children)))


def tag(name: str, /, *children: Child, **attributes: Value) -> Markup:
    """An element. `class_` is class, `aria_label` is aria-label; None and False are left out."""
    opened = f"<{name}{_attributes(attributes)}>"
    if name in _VOID:
        return Markup(opened)
    return Markup(f"{opened}{joined(*children)}</{name}>")


def later(number: int) -> Markup:
    """A place to be filled once the whole report is known. No input can look like one."""
    return Markup(f"{_LATER}{number}{_LATER}")


def filled(piece: str, fill: list[str]) -> str:
    """A piece with every `later` replaced."""
    if _LATER not in piece:
        return piece
    parts = piece.split(_LATER)
    parts[1::2] = (fill[int(number)] for number in parts[1::2])
    return "".join(parts)


def _pieces(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, Markup):
            yield child
        elif isinstance(child, str):
            yield shown(child)
        else:
            yield from _pieces(child)


def _attributes(attributes: dict[str, Value]) -> str:
    parts = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        spelled = name if name in _CAMEL else name.rstrip("_").replace("_", "-")
        parts.append(f" {spelled}" if value is True else f' {spelled}="{shown(str(value))}"')
    return "".join(parts)


_VOID = frozenset(("br", "input", "link", "meta", "col"))
_CAMEL = frozenset(("viewBox",))
_LATER = "\0"
"""Shown text never holds it: it is a control code."""
