"""What a pattern's matches can begin with, told to the search beforehand, changes no match."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import fentcheck
from fentcheck.regex import _Later, regex

_DRAFTS = Path(__file__).parent / "prose" / "drafts"
_ODD = "É à l’étage\n\n½ of 3½, ‘twice’ — $5m… A\t1.\r\n\x85İı ſ K zero-fold 4,000 -3 x" + "a" * 70


def _patterns() -> list[_Later]:
    """Every pattern of the program that its modules have by a name."""
    modules = [
        importlib.import_module(one.name)
        for one in pkgutil.walk_packages(fentcheck.__path__, "fentcheck.")
        if not one.name.endswith(("__main__", ".lsp", ".app")) and ".lsp." not in one.name
    ]
    named = (value for module in modules for value in vars(module).values())
    return list({id(one): one for one in named if isinstance(one, _Later)}.values())


def test_every_pattern_of_the_program_finds_what_it_would_without() -> None:
    text = "\n\n".join(path.read_text() for path in sorted(_DRAFTS.glob("*.md"))[:4])[:12_000]
    lower = text.lower() + _ODD
    patterns = _patterns()
    assert len(patterns) > 500
    for one in patterns:
        own, plain = one.finditer, re.compile(one._source, one._flags)
        for given in (text, lower):
            found = [match.span() for match in own(given)]
            assert found == [match.span() for match in plain.finditer(given)], one._source


@pytest.mark.parametrize(
    "source",
    [
        r"\bapples?\b", r"\b(?:a|b)c*", r"(?<=x)y|\bz", r"\b[a-f]?[^x]", r"\b(?i:A)b", r"^\w+",
        r"\b(?:\d+|[–—])", r"\b(?:x|)", r"(?!a)[a-c]", r"\b(?:é|½)+", r"\b(a)\1", r"\b(?:a|[^b])c",
        r"\ba*?b", r"\bа", r"(?:\b|x)y", r"\b.", r"(?=a)", r"\b(?P<n>a+)(?:b|c)?$",
    ],
)  # fmt: skip
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.ASCII, re.MULTILINE])
def test_a_pattern_finds_what_it_would_without(source: str, flags: int) -> None:
    text = "apple Apples xy z ab AB aab bc ac é½½ ½c –5 12 —7 aa xaa а\nb a ac\n ccx yz" + _ODD
    own = [match.span() for match in regex(source, flags).finditer(text)]
    assert own == [match.span() for match in re.compile(source, flags).finditer(text)]
