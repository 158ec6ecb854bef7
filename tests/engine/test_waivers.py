"""Waivers over time and by what was looked for; the cases hold the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from fentcheck.cli.main import status_of
from fentcheck.engine.finding import Finding
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.limits import Limits
from fentcheck.rules.registry import RULES

TEXT = """
claims:
  - {id: lead, measure: homes flooded, value: about 9000 homes}
  - {id: box, measure: homes flooded, value: 4000 homes}
waivers:
  - {code: FC101, claims: [lead, box], reason: two counts, until: 2027-01-31}
  - {code: FC201, claims: [lead], reason: no rate}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "article.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def found(path: Path, today: str, *select: str) -> list[Finding]:
    library = Library([str(path)], Config(str(path.parent)), date.fromisoformat(today).toordinal())
    rules = tuple(rule for rule in RULES if not select or rule.code.startswith(select))
    (source,) = library.check(rules)
    return list(source.checked.findings)


def test_the_last_day_is_included(path: Path) -> None:
    assert [(one.code, one.waived) for one in found(path, "2027-01-31")] == [
        ("FC101", True),
        ("FC012", False),
    ]


def test_an_expired_waiver_waives_nothing_and_is_told_once(path: Path) -> None:
    findings = found(path, "2027-02-01")
    assert [(one.code, one.span.line, one.waived) for one in findings] == [
        ("FC101", 4, False),
        ("FC012", 6, False),
        ("FC012", 7, False),
    ]
    assert "ended on 2027-01-31" in findings[1].message
    assert findings[1].claims == ("article.lead", "article.box")
    assert findings[1].severity.value == "warning"


def test_an_unused_waiver_is_judged_only_where_its_rule_ran(path: Path) -> None:
    codes = [one.code for one in found(path, "2027-01-01", "FC012", "FC101")]
    assert codes == ["FC101"]
    assert [one.code for one in found(path, "2027-01-01", "FC101", "FC201")] == ["FC101"]


def test_the_file_alone_tells_what_is_expired_and_not_what_is_unused(path: Path) -> None:
    assert found(path, "2027-01-01", "FC0") == []
    assert [one.span.line for one in found(path, "2027-02-01", "FC0")] == [6]


def test_today_is_an_option(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["verify", str(path), "--today", "2027-01-31"]) == 0
    assert "1 warning, 1 waived" in capsys.readouterr().out
    assert status_of(["verify", str(path), "--today=2027-02-01"]) == 1
    assert status_of(["verify", str(path), "--today", "tomorrow"]) == 2
    assert "--today" in capsys.readouterr().err


def test_an_unreadable_file_is_never_waived(tmp_path: Path) -> None:
    file = tmp_path / "article.yaml"
    file.write_text(
        "waivers:\n  - {code: FC001, reason: old}\n"
        "claims:\n  - id: box\n    value: 40 homes\n    note: [unclosed\n"
    )
    for today in ("2020-01-01", "2027-02-01"):
        findings = found(file, today, "FC0")
        assert [(one.code, one.waived) for one in findings] == [("FC012", False), ("FC001", False)]
    assert status_of(["lint", str(file)]) == 1


def test_neither_are_relations_beyond_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "article.yaml"
    shares = "".join(f"  - {{id: s{n}, share_of: all, value: 1%}}\n" for n in range(30))
    file.write_text(
        "claims:\n  - {id: all, value: 400 homes}\n"
        + shares
        + "checks:\n"
        + "".join(f'  - that: s{n} <= "2%"\n' for n in range(30))
        + "waivers:\n  - {code: FC001, reason: too many to check}\n"
    )
    config = Config(str(tmp_path), limits=Limits(relations=10))
    (source,) = Library([str(file)], config, today=0).check()
    assert [one.waived for one in source.checked.findings if one.code == "FC001"] == [False]
