"""Every claims file under cases/ gives exactly the findings that it says beside its lines.

A case is a file, or a folder of files that belong together.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from checking import Expected, by_file, check, check_files, differences, expectations

from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Rule

CASES = Path(__file__).parent / "cases"


def _cases() -> list[Path]:
    """The files and folders that lie in a rule's folder, in order of their names."""
    return sorted(
        case
        for folder in CASES.iterdir()
        for case in folder.iterdir()
        if case.is_dir() or case.suffix == ".yaml"
    )


def _files(case: Path) -> list[Path]:
    """The claims files of a case, and the texts that they name."""
    return sorted([*case.rglob("*.yaml"), *case.rglob("*.md")]) if case.is_dir() else [case]


def _expected_in(file: Path) -> list[Expected]:
    """The expectations in a file, which may be one that is not UTF-8."""
    return expectations(file.read_text(encoding="utf-8", errors="replace"))


def _name(case: Path) -> str:
    return case.relative_to(CASES).as_posix()


@pytest.mark.parametrize("case", _cases(), ids=_name)
def test_case(case: Path) -> None:
    found = by_file(check_files(case))
    wrong = {
        _name(file): difference
        for file in _files(case)
        if (difference := differences(_expected_in(file), found.pop(file.resolve(), [])))
    }
    assert wrong == {}
    assert not found, "findings in a file that is not part of the case"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_flagged_and_clean_cases(rule: Rule) -> None:
    folder = CASES / rule.code.lower()
    codes = [
        {expected.code for file in _files(case) for expected in _expected_in(file)}
        for case in _cases()
        if case.parent == folder
    ]
    assert any(rule.code in of_case for of_case in codes), "no case is flagged"
    assert any(not of_case for of_case in codes), "no case is clean"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_documented(rule: Rule) -> None:
    headings = [line.partition(":")[0] for line in rule.documentation.splitlines()]
    assert rule.summary.endswith(".")
    assert [word for word in headings if word in _HEADINGS] == _HEADINGS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_of_every_rule_runs(rule: Rule) -> None:
    text, beside = _example(rule)
    expected = [one for written in (text, *beside.values()) for one in expectations(written)]
    assert [one.code for one in expected] == [rule.code]
    assert differences(expected, check(text, beside)) == []


def _example(rule: Rule) -> tuple[str, dict[str, str]]:
    """The claims file behind "Example:", and the files that may stand on top of it, by path."""
    lines = rule.documentation.partition("Example:\n")[2].splitlines(keepends=True)
    lines = dedent("".join(lines)).strip("\n").splitlines(keepends=True)
    beside: dict[str, str] = {}
    while lines and (path := _BESIDE.get(lines[0].strip())):
        end = next(
            (at for at, line in enumerate(lines) if at and not line.startswith((" ", "\n"))),
            len(lines),
        )
        beside[path] = dedent("".join(lines[1:end]))
        lines = lines[end:]
    return "".join(lines), beside


_BESIDE = {
    "vocabulary:": "vocabulary.yaml",
    "references:": "references/source.yaml",
    "another article:": "another.yaml",
    "the text:": "text.md",
}
_HEADINGS = ["Why", "Mend", "Example"]
