"""Beginnings for the fuzzer, from what the project's own tests and documents hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha1
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
FOUND = ROOT / "tests" / "fuzz"
"""What earlier runs have found, and a choice of what they grew, by target."""


def write_seeds(target: str, folder: Path) -> int:
    """Writes the seeds of a target into a folder, each named by its text; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = {text.encode() for text in _SEEDS[target]() if text.strip()}
    texts |= {path.read_bytes() for path in sorted((FOUND / target).glob("*"))}
    for text in texts:
        (folder / sha1(text).hexdigest()).write_bytes(text)
    return len(texts)


def _claims_files() -> Iterator[str]:
    for folder in ("claims", "tests/cases", "tests/certificates"):
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            text = path.read_text(encoding="utf-8", errors="replace")
            if len(text) < 4000:
                yield text


def _phrases() -> Iterator[str]:
    for path in (*sorted((ROOT / "tests/phrases").glob("*.yaml")), ROOT / "docs/phrases.md"):
        text = path.read_text(encoding="utf-8")
        yield from _PHRASE.findall(text)
        yield from (words for words in _QUOTED.findall(text) if any(map(str.isdigit, words)))
    for text in _claims_files():
        yield from (value.strip("'\"") for value in _VALUE.findall(text))


def _expressions() -> Iterator[str]:
    for text in _claims_files():
        values = dict(_CLAIM.findall(text))
        for check in _CHECK.findall(text):
            names = [name for name in values if re.search(rf"\b{name}\b", check)]
            given = "".join(f"\n{name} = {values[name]}" for name in names)
            yield check.strip("'") + given
    for text in ("tests/expressions/test_parse.py", "tests/expressions/test_compile.py"):
        yield from _CODE.findall((ROOT / text).read_text(encoding="utf-8"))


def _prose() -> Iterator[str]:
    for path in sorted((ROOT / "tests/prose/drafts").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        yield from (f".md\n{part}" for part in _parts(text, 1500))
    for folder in ("tests/prose/passages", "tests/cues"):
        for path in sorted((ROOT / folder).glob("*.yaml")):
            texts = [*_texts(yaml.safe_load(path.read_text(encoding="utf-8")))]
            yield from texts[::4]  # to read all of them takes the fuzzer minutes at each start
    for path in (ROOT / "README.md", ROOT / "docs/verdicts.md"):
        yield from (f".md\n{part}" for part in _parts(path.read_text(encoding="utf-8"), 1500))
    yield ".html\n<h1>Roads</h1><p>Of 12 people, 5 died &amp; 8 lived.</p>"
    yield ".html\n<table><tr><th>A</th><th>B</th></tr><tr><td>12</td><td>30%</td></tr></table>"


def _parts(text: str, length: int) -> Iterator[str]:
    part = ""
    for paragraph in text.split("\n\n"):
        if len(part) + len(paragraph) > length and part:
            yield part
            part = ""
        part += paragraph + "\n\n"
    yield part


def _texts(found: object) -> Iterable[str]:
    """The longer texts of a file of cases, however it lists them."""
    if isinstance(found, str):
        yield from (line for line in [found] if len(line) > 30)
    elif isinstance(found, dict):
        for key, value in found.items():
            if key not in ("note", "relation", "check", "id", "kind"):
                yield from _texts(value)
    elif isinstance(found, list):
        for value in found:
            yield from _texts(value)


_PHRASE = re.compile(r"phrase: \"?([^\",}]+(?:,\d[^\",}]*)?)")
_QUOTED = re.compile(r"[“`\"]([^”`\"\n]{2,80})[”`\"]")
_VALUE = re.compile(r"^ +value: ([^#\n]+?) *(?:#.*)?$", re.MULTILINE)
_CLAIM = re.compile(r"- id: (\w+)\n(?:    .*\n)*?    value: ([^#\n]+?) *(?:#.*)?\n")
_CHECK = re.compile(r"- that: ([^#\n]+?) *(?:#.*)?$", re.MULTILINE)
_CODE = re.compile(r"[\"']([^\"'\n]*[-+*/<>=(][^\"'\n]*)[\"']")
_SEEDS = {
    "yaml": _claims_files,
    "phrases": _phrases,
    "expressions": _expressions,
    "prose": _prose,
    "claims": _claims_files,
}
