"""The functions for programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import fentcheck
from fentcheck.api import Report, UnreadableValueError, read_value, verify
from fentcheck.engine.judge import Verdict
from fentcheck.files.config import Config
from fentcheck.files.disk import PathError
from fentcheck.interval import End, Interval, closed, point
from fentcheck.lsp.project import Project
from fentcheck.phrases.constants import DEFAULTS

FLAGGED = """
claims:
  - {id: day, measure: deaths, value: exactly 150 people/day}
  - {id: year, measure: deaths, value: "75,000 people/year"}
"""
CLEAN = "claims:\n  - {id: a, measure: load, value: 5 kg}\n  - {id: b, value: 6 kg}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clean.yaml").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "flagged.yaml").write_text(FLAGGED, encoding="utf-8")
    return tmp_path


def test_verify_checks_every_file_of_a_folder(folder: Path) -> None:
    report = verify([str(folder)], Config(str(folder)))
    assert [Path(one.article.path).name for one in report.checked] == [
        "clean.yaml",
        "flagged.yaml",
    ]
    assert [finding.code for finding in report.findings] == ["FC201"]
    assert [judgement.verdict for judgement in report.relations] == [Verdict.CONTRADICTED]


def test_verify_finds_the_settings_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "fentcheck.toml").write_text("[thresholds]\nabout-middle = 0.4\n", encoding="utf-8")
    report = verify(["flagged.yaml"])
    assert [finding.code for finding in report.findings] == ["FC201"]


def test_settings_hold(folder: Path) -> None:
    """The gap is 75,000's nearer end over 54,900, below 1.5: contradicted as it is exact."""
    constants = DEFAULTS._replace(gap=DEFAULTS.gap * 10)
    report = verify([str(folder)], Config(str(folder), constants=constants))
    assert [finding.verdict for finding in report.findings] == [Verdict.CONTRADICTED]


def test_nothing_to_verify_is_an_empty_report(tmp_path: Path) -> None:
    report = verify([str(tmp_path)], Config(str(tmp_path)))
    assert report == Report(())
    assert (report.findings, report.relations) == ((), ())


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PathError, match="nowhere"):
        verify([str(tmp_path / "nowhere")], Config(str(tmp_path)))


def test_read_value() -> None:
    reading = read_value("more than 150 kg")
    assert reading.literal == Interval(End(150, True), End(float("inf"), True))
    assert reading.printed == point(150)
    assert reading.unit.name == "kg"


def test_read_value_by_locale() -> None:
    assert read_value("exactly 1 ton").unit.size != read_value("exactly 1 ton", "en-GB").unit.size


def test_read_value_by_configuration() -> None:
    wide = Config(".", constants=DEFAULTS._replace(about_middle=DEFAULTS.about_middle * 2))
    assert read_value("about 100 kg").pragmatic == closed(90, 110)
    assert read_value("about 100 kg", config=wide).pragmatic == closed(80, 120)


def test_a_phrase_that_cannot_be_read() -> None:
    with pytest.raises(UnreadableValueError) as caught:
        read_value("hardly anything")
    assert caught.value.complaint.message == str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_a_misspelt_unit_has_a_suggestion() -> None:
    with pytest.raises(UnreadableValueError) as caught:
        read_value("5 kilogrmas")
    assert caught.value.complaint.suggestion is not None


def test_the_package_offers_them() -> None:
    assert fentcheck.verify is verify
    assert fentcheck.read_value is read_value


ENDED = """
article: {title: Boats}
claims:
  - {id: lost, value: 14 boats}
checks:
  - that: lost == 20
waivers:
  - {code: FC202, claims: [lost], reason: they count otherwise, until: 2020-06-30}
"""


@pytest.fixture
def ended(tmp_path: Path) -> Path:
    (tmp_path / "claims").mkdir()
    file = tmp_path / "claims" / "ended.yaml"
    file.write_text(ENDED, encoding="utf-8")
    return file


def test_a_waiver_ends_by_the_day_in_utc_unless_another_is_given(
    ended: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(today: date | None = None) -> list[tuple[str, bool]]:
        report = verify([str(ended)], Config(str(ended.parent)), today=today)
        return [(one.code, one.waived) for one in report.findings]

    told = [("FC202", False), ("FC012", False)]
    assert found() == told
    assert found(date(2020, 7, 1)) == told
    assert found(date(2020, 6, 30)) == [("FC202", True)]
    monkeypatch.setattr("time.time", lambda: 1593561599.0)  # 2020-06-30 23:59:59 in UTC
    assert found() == [("FC202", True)]
    monkeypatch.setattr("time.time", lambda: 1593561600.0)
    assert found() == told


def test_it_ends_in_an_editor_too(ended: Path) -> None:
    result = Project().check(str(ended))
    assert [one.code for one in result.findings] == ["FC202", "FC012"]
