"""Text for a terminal: safe to print, coloured where that is wanted, cut to its width."""

from __future__ import annotations

import unicodedata


class Style:
    """Wraps text in colour, or leaves it as it is."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, *names: str) -> str:
        if not self._colour or not names:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"


_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}


def safe(text: str) -> str:
    """Text from input with control codes and direction overrides made visible."""
    if text.isprintable():
        return text
    return "".join(one if _is_harmless(one) else f"\\u{ord(one):04x}" for one in text)


def _is_harmless(character: str) -> bool:
    if character.isprintable():
        return True
    return unicodedata.category(character) == "Zs"


def wrapped(text: str, width: int, indent: str) -> str:
    """Text in lines of at most `width` characters, each with the indent."""
    room = max(20, width - len(indent))
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > room:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return "\n".join(indent + one for one in lines)
