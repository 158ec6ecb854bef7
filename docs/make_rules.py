"""Writes docs/rules/: a page for each rule, from its own documentation, and a list of all.

    python docs/make_rules.py

A test compares the committed pages with what this gives. What a page's example prints is what
`fentcheck verify` says of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Rule, Severity

FOLDER = Path(__file__).with_name("rules")
_SEVERITIES = {
    Severity.ERROR: "always an error",
    Severity.WARNING: "always a warning",
    Severity.NOTE: "always a note",
}
_GROUPS = (
    ("FC0", "The file itself", "Keys, ids, units, quotes. `fentcheck lint` runs these alone."),
    ("FC1", "The same figure twice", "In one article, in two, and against the record."),
    ("FC2", "Arithmetic", "Rates and totals, what an author states, and several figures together."),
    ("FC3", "Parts and shares", ""),
    ("FC4", "Change and order", ""),
    ("FC5", "Look-alikes and subsets", ""),
    ("FC6", "What a figure can be at all", ""),
)


def pages() -> Iterator[tuple[str, str]]:
    """File names with their texts."""
    yield "index.md", _index()
    for rule in RULES:
        yield f"{rule.code}.md", _page(rule)


def _index() -> str:
    lines = [
        "# Rules",
        "",
        "Every finding carries a code. Choose rules with `--select` and `--ignore` (a code, or",
        "the beginning of one), or in the [settings](../configuration.md). `fentcheck rule FC201`",
        "shows a page in the terminal.",
    ]
    for prefix, heading, words in _GROUPS:
        lines += ["", f"## {heading}", ""]
        if words:
            lines += [words, ""]
        lines += ["| code | name | it is |", "|---|---|---|"]
        lines += [
            f"| [{rule.code}]({rule.code}.md) | {rule.name} | {_severity(rule)} |"
            for rule in RULES
            if rule.code.startswith(prefix)
        ]
    return "\n".join(lines) + "\n"


def _severity(rule: Rule) -> str:
    return _SEVERITIES.get(rule.severity, "an error if it cannot be true, a warning if it strains")


def _page(rule: Rule) -> str:
    text, _, example = rule.documentation.partition("\nExample:\n")
    text = re.sub(r"(?m)^(Why|Mend): ", r"\n**\1.** ", text).strip()
    text = re.sub(r"\n{3,}", "\n\n", text)
    lines = [f"# {rule.code} {rule.name}", "", f"*{_severity(rule).capitalize()}.*", "", text]
    if example.strip():
        lines += ["", "## Example", "", *_example(example)]
    return "\n".join(lines) + "\n"


def _example(example: str) -> Iterator[str]:
    """The code, with the finding's code where it stands."""
    yield "```yaml"
    for line in dedent(example.strip("\n")).split("\n"):
        yield re.sub(r" *# expect: (FC\d+).*", r"   # \1", line).rstrip()
    yield "```"


def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
