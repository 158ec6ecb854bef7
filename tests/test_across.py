"""What goes across articles: both ways of keeping records, waivers, and what is told once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from checking import all_findings, check_files

from fentcheck.book.book import Book
from fentcheck.cli.main import status_of
from fentcheck.engine import across
from fentcheck.engine.finding import Finding
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.output.json import finding_object, relation_object
from fentcheck.output.rows import rows
from fentcheck.rules.registry import RULES
from fentcheck.rules.rule import Yields

HERE = Path(__file__).parent
FOLDERS = [
    HERE.parent / "claims",
    *sorted(
        case
        for rule in RULES
        if rule.across is not None
        for case in (HERE / "cases" / rule.code.lower()).iterdir()
        if case.is_dir()
    ),
]
BOOKS = """\
article: {{published: 2024-0{month}}}
claims:
  - {{id: books, measure: books lent, of: {{town: Ely}}, period: 2023, value: "{value}"}}
"""


def _all_told(folder: Path, most_in_memory: int) -> list[object]:
    """Every finding and every relation of a run, in full, but for what would mend it."""
    library = Library([str(folder)], Config(str(folder)), 0, most_in_memory=most_in_memory)
    told: list[object] = []
    for source in library.check():
        told += [finding_object(one) for one in source.checked.findings]
        told += [relation_object(row) for row in rows(source.checked)]
    return told


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_makes_no_difference_where_records_are_kept(folder: Path) -> None:
    in_memory = _all_told(folder, 20_000)
    assert _all_told(folder, 0) == in_memory
    assert _all_told(folder, 3) == in_memory


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_makes_no_difference_how_much_is_held_at_a_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = _all_told(folder, 20_000)
    monkeypatch.setattr("fentcheck.engine.across._MOST_JUDGED", 1)
    by_one = _all_told(folder, 20_000)
    assert sorted(map(repr, by_one)) == sorted(map(repr, at_once))


def _written(folder: Path, *values: str, more: str = "") -> None:
    for month, value in enumerate(values, 1):
        text = BOOKS.format(month=month, value=value) + (more if month == len(values) else "")
        (folder / f"n{month}.yaml").write_text(text, encoding="utf-8")


def _across(folder: Path, code: str) -> list[Finding]:
    return [finding for finding in all_findings(folder) if finding.code == code]


def test_the_waivers_are_those_of_the_file_where_a_finding_stands(tmp_path: Path) -> None:
    waiver = "waivers:\n  - {code: FC102, claims: [books], reason: the branch is counted too}\n"
    _written(tmp_path, "41,300 books", "61,300 books", more=waiver)
    assert [finding.waived for finding in _across(tmp_path, "FC102")] == [True]
    _written(tmp_path, "41,300 books", "61,300 books", "61,300 books")
    (tmp_path / "n2.yaml").write_text(BOOKS.format(month=2, value="61,300 books") + waiver)
    [finding] = _across(tmp_path, "FC102")
    assert (Path(finding.path).name, finding.waived) == ("n1.yaml", False)


def test_an_article_on_standard_input_has_its_waivers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io

    waiver = "waivers:\n  - {code: FC102, claims: [books], reason: the branch is counted too}\n"
    given = (BOOKS.format(month=9, value="61,300 books") + waiver).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    _written(tmp_path, "41,300 books")
    assert status_of(["verify", str(tmp_path), "-", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [(one["code"], one["waived"]) for one in report["findings"]] == [("FC102", True)]
    assert report["summary"]["files"] == 2


def test_one_quantity_is_told_of_once(tmp_path: Path) -> None:
    again = (
        '  - {id: again, measure: books lent, of: {town: Ely}, period: 2023, value: "9 books"}\n'
    )
    _written(tmp_path, "41,300 books", "61,300 books", more=again)
    assert [finding.code for finding in check_files(tmp_path)] == ["FC101"]
    library = Library([str(tmp_path)], Config(str(tmp_path)), today=0)
    rules = tuple(rule for rule in RULES if rule.code != "FC101")
    assert [f.code for s in library.check(rules) for f in s.checked.findings] == ["FC102"]


def test_a_run_that_asks_for_no_such_rule_keeps_nothing(tmp_path: Path) -> None:
    _written(tmp_path, "41,300 books", "61,300 books")
    library = Library([str(tmp_path)], Config(str(tmp_path)), today=0)
    rules = tuple(rule for rule in RULES if rule.across is None)
    assert not any(source.checked.is_across for source in library.check(rules))


def test_the_findings_of_the_json_are_sorted_by_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _written(tmp_path, "61,300 books", "61,300 books", "41,300 books")
    (tmp_path / "n4.yaml").write_text("claims:\n  - {id: homes, value: -40 homes}\n")
    (tmp_path / "n0.yaml").write_text("claims:\n  - {id: homes, value: -40 homes}\n")
    status_of(["verify", str(tmp_path), "--format", "json"])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [Path(one["path"]).stem for one in found] == ["n0", "n3", "n4"]


def test_the_text_puts_them_at_the_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _written(tmp_path, "61,300 books", "41,300 books")
    status_of(["verify", str(tmp_path), "--all"])
    shown = capsys.readouterr().out
    assert shown.count("Across articles") == 1
    assert "n1.yaml:3: books: 61,300 books" in shown
    assert "n2.books" in shown.partition("Across articles")[2]


def test_a_waiver_that_nothing_across_matches_is_unused(tmp_path: Path) -> None:
    waiver = "waivers:\n  - {code: FC102, claims: [books], reason: the branch is counted too}\n"
    _written(tmp_path, "41,300 books", "41,300 books", more=waiver)
    [finding] = all_findings(tmp_path)
    assert (finding.code, Path(finding.path).name) == ("FC012", "n2.yaml")
    assert all_findings(tmp_path / "n2.yaml") == ()  # by itself there is nothing to compare


def test_a_fault_in_a_rule_that_is_not_selected_names_it_and_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked for its relations all the same."""

    def fail(book: Book) -> Yields:
        raise ZeroDivisionError("by us")

    broken = tuple(one._replace(check=fail) if one.code == "FC201" else one for one in RULES)
    monkeypatch.setattr(across, "RULES", broken)
    (tmp_path / "one.yaml").write_text(BOOKS.format(month=1, value="41 books"))
    assert status_of(["verify", str(tmp_path), "--select", "FC102"]) == 3
    told = capsys.readouterr().err
    assert f"rule FC201 failed on {tmp_path}/one.yaml (ZeroDivisionError: by us)" in told


def test_figures_that_a_third_article_checks_together_are_not_confused(tmp_path: Path) -> None:
    for name, town, value in (("a", "Ely", 4100), ("b", "York", 5200), ("c", "Leeds", 4700)):
        (tmp_path / f"{name}.yaml").write_text(
            "article: {published: 2024-01}\nclaims:\n  - {id: homes, measure: homes sold,"
            f" of: {{town: {town}}}, period: 2022, value: '{value:,} homes'}}\n",
            encoding="utf-8",
        )

    def confused(checks: str) -> list[tuple[str, ...]]:
        (tmp_path / "d.yaml").write_text(
            "article: {published: 2024-02}\nclaims:\n  - {id: one, value: 9 homes}\n"
            f"checks:\n{checks}",
            encoding="utf-8",
        )
        return [one.claims for one in _across(tmp_path, "FC501")]

    every = ("a.homes", "b.homes", "c.homes")
    assert confused("  - that: a.homes > one\n  - that: b.homes > one\n") == [every]
    assert confused("  - that: a.homes < b.homes\n") == [every]  # each of them with the third
    two = "  - that: a.homes < b.homes\n  - that: a.homes < c.homes\n"
    assert confused(two) == [("b.homes", "c.homes")]
    assert confused(two + "  - that: max(c.homes, one, b.homes) < 9000 * one\n") == []


def test_what_a_check_names_elsewhere_is_kept_by_name(tmp_path: Path) -> None:
    names = ",".join(f"o.{letter}{n}" for letter in "abc" for n in range(30))
    text = f"claims:\n  - {{id: a, value: 5}}\nchecks:\n  - that: sum({names}) > a\n"
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    library = Library([str(tmp_path)], Config(str(tmp_path)))
    _, left = library.look(str(tmp_path / "x.yaml"), RULES)
    assert left.together == (frozenset(names.split(",")),)
