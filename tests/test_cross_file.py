"""Claims files that name each other, and names that two files share."""

from __future__ import annotations

import io
import os
import sys
from itertools import permutations
from pathlib import Path

import pytest
from checking import check_files, differences, expectations, shown

from fentcheck import combine, summarise
from fentcheck.book.claim import Article
from fentcheck.cli.main import status_of
from fentcheck.engine.finding import Finding
from fentcheck.engine.judge import Verdict
from fentcheck.files.config import Config
from fentcheck.files.load import Library

BUDGET = """\
article:
  published: 2024-03-01
  locale: en-GB
claims:
  - id: total
    value: £86 million
"""
ROADS = """\
article:
  published: 2024-02-01
  locale: en-GB
claims:
  - id: repairs
    value: £51 million
  - id: bridges
    value: £47 million
checks:
  - that: repairs <= budget.total
  - that: repairs + bridges == budget.total   # expect: FC202 contradicted £98 million
"""


def _written(folder: Path, **texts: str) -> list[Path]:
    """The files of these names with these texts, in the order given."""
    files = []
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        files.append(path)
    return files


def _places(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """The findings with their files, in one order whatever they came in."""
    return sorted((finding.path, shown(finding)) for finding in findings)


def test_a_check_names_a_claim_of_another_file(tmp_path: Path) -> None:
    _written(tmp_path, budget=BUDGET, roads=ROADS)
    findings = check_files(tmp_path)
    assert differences(expectations(ROADS), findings) == []
    [finding] = findings
    assert Path(finding.path) == tmp_path / "roads.yaml"
    assert set(finding.claims) == {"budget.total", "roads.repairs", "roads.bridges"}


def test_the_finding_points_at_the_claim_in_the_other_file(tmp_path: Path) -> None:
    budget, _ = _written(tmp_path, budget=BUDGET, roads=ROADS)
    [finding] = check_files(tmp_path)
    assert (str(budget), 6) in [(place.path, place.span.line) for place in finding.related]


def test_a_part_may_have_its_whole_in_another_file(tmp_path: Path) -> None:
    """The finding stands at the last claim: the later file's, and that goes by date before path."""
    part = (
        "article: {{published: {date}}}\n"
        "claims:\n"
        "  - {{id: repairs, part_of: budget.total, value: £91 million}}\n"
    )
    for date, last in (("2024-02-01", "budget.yaml"), ("2024-04-01", "roads.yaml")):
        _written(tmp_path, budget=BUDGET, roads=part.format(date=date))
        [finding] = check_files(tmp_path)
        assert (finding.code, finding.verdict) == ("FC301", Verdict.CONTRADICTED)
        assert Path(finding.path).name == last


def test_a_claim_is_read_in_the_locale_of_its_own_file(tmp_path: Path) -> None:
    tank = "article: {locale: en-GB}\nclaims:\n  - {id: tank, value: exactly 10 gallons}\n"
    car = (
        "article: {locale: en-US}\n"
        "claims:\n"
        "  - {id: tank, value: exactly 10 gallons}\n"
        "checks:\n"
        '  - that: british.tank == "exactly 45.4609 litres"\n'
        '  - that: tank == "exactly 37.85411784 litres"\n'
        "  - that: tank == british.tank   # expect: FC202 contradicted\n"
    )
    _written(tmp_path, british=tank, american=car)
    assert differences(expectations(car), check_files(tmp_path)) == []


def test_an_id_alone_is_never_one_of_another_file(tmp_path: Path) -> None:
    text = (
        "claims:\n"
        "  - {id: spent, value: £40 million}\n"
        "checks:\n"
        "  - that: spent <= total   # expect: FC006 total\n"
    )
    _written(tmp_path, budget=BUDGET, roads=text)
    assert differences(expectations(text), check_files(tmp_path)) == []


def test_a_claim_that_the_other_file_has_not(tmp_path: Path) -> None:
    text = (
        "claims:\n"
        "  - {id: spent, value: £40 million}\n"
        "checks:\n"
        "  - that: spent <= budget.totl   # expect: FC006 budget.totl\n"
    )
    _written(tmp_path, budget=BUDGET, roads=text)
    assert differences(expectations(text), check_files(tmp_path)) == []


def test_a_claim_that_the_other_file_cannot_read(tmp_path: Path) -> None:
    """It is there, so it is not unknown; its own file says what is wrong with it."""
    broken = BUDGET.replace("£86 million", "lots of money")
    budget, _ = _written(tmp_path, budget=broken, roads=ROADS)
    [finding] = check_files(tmp_path)
    assert (finding.code, Path(finding.path), finding.span.line) == ("FC004", budget, 6)


def test_two_files_may_name_each_other(tmp_path: Path) -> None:
    home = "claims:\n  - {id: goals, value: 3 goals}\nchecks:\n  - that: goals > away.goals\n"
    away = "claims:\n  - {id: goals, value: 2 goals}\nchecks:\n  - that: goals < home.goals\n"
    _written(tmp_path, home=home, away=away)
    assert check_files(tmp_path) == ()


def test_the_order_of_the_files_changes_nothing(tmp_path: Path) -> None:
    rail = ROADS.replace("£51 million", "£31 million").replace("£98 million", "£78 million")
    files = _written(tmp_path, budget=BUDGET, roads=ROADS, rail=rail)
    found = {tuple(_places(check_files(*order))) for order in permutations(files)}
    assert len(found) == 1
    assert [Path(path).name for path, _ in found.pop()] == ["rail.yaml", "roads.yaml"]


def test_a_name_used_twice_stands_at_the_later_path(tmp_path: Path) -> None:
    first, second = _written(tmp_path, leeds__rent=BUDGET, york__rent=BUDGET)
    for order in ([first, second], [second, first], [tmp_path]):
        [finding] = check_files(*order)
        assert finding.code == "FC003"
        assert Path(finding.path) == second
        assert finding.span.line == 1
        assert finding.verdict is None


def test_a_name_used_three_times_is_found_at_both_later_paths(tmp_path: Path) -> None:
    _, *later = _written(tmp_path, a__rent=BUDGET, b__rent=BUDGET, c__rent=BUDGET)
    findings = check_files(tmp_path)
    assert [finding.code for finding in findings] == ["FC003", "FC003"]
    assert [Path(finding.path) for finding in findings] == later


def test_two_endings_are_one_name(tmp_path: Path) -> None:
    (tmp_path / "rent.yaml").write_text(BUDGET, encoding="utf-8")
    (tmp_path / "rent.yml").write_text(BUDGET, encoding="utf-8")
    [finding] = check_files(tmp_path)
    assert (finding.code, Path(finding.path).name) == ("FC003", "rent.yml")


def test_a_file_of_a_name_used_twice_is_still_checked(tmp_path: Path) -> None:
    wrong = "claims:\n  - {id: homes, value: -40 homes}\n"
    _written(tmp_path, leeds__rent=BUDGET, york__rent=wrong)
    assert [finding.code for finding in check_files(tmp_path)] == ["FC003", "FC601"]


def test_a_file_given_twice_is_checked_once(tmp_path: Path) -> None:
    budget, roads = _written(tmp_path, budget=BUDGET, roads=ROADS)
    [finding] = check_files(tmp_path, roads, budget, roads)
    assert finding.verdict is Verdict.CONTRADICTED


def test_a_folder_has_its_own_vocabulary(tmp_path: Path) -> None:
    claims = "claims:\n  - {id: homes, measure: homes bulit, value: 40 homes}\n"
    _written(tmp_path, leeds__homes=claims, york__flats=claims)
    (tmp_path / "york" / "vocabulary.yaml").write_text("measures:\n  homes built: {}\n")
    [finding] = check_files(tmp_path)
    assert (finding.code, Path(finding.path)) == ("FC011", tmp_path / "york" / "flats.yaml")


# Odd shapes of folders, in which one file must not end the run


def _told(capsys: pytest.CaptureFixture[str], *paths: str) -> tuple[int, str]:
    status = status_of(["verify", *paths, "--format", "concise", "--no-cache"])
    captured = capsys.readouterr()
    assert captured.err == ""
    return status, captured.out


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _written(tmp_path, claims__budget=BUDGET)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_reference_that_leads_nowhere(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    references = desk / "claims" / "references"
    references.mkdir()
    (references / "budget.yaml").symlink_to("nowhere")
    told = "claims/references/budget.yaml:1:1: error FC001 No such file or directory\n"
    assert _told(capsys, "claims") == (1, told)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_reference_of_the_name_of_standard_input(
    is_there: bool,
    desk: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BUDGET.encode())))
    (desk / "references").mkdir()
    reference = desk / "references" / "stdin.yaml"
    if is_there:
        reference.write_text(f"source: {{publisher: Office}}\n{BUDGET.partition('GB')[2]}")
        told = "FC003 the name stdin is taken by -; ids are known by file name"
    else:
        reference.symlink_to("nowhere")
        told = "FC001 No such file or directory"
    assert _told(capsys, "-") == (1, f"references/stdin.yaml:1:1: error {told}\n")


def test_a_file_in_two_spellings_is_one(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alone = _told(capsys, "claims")
    assert alone == (0, "")
    (desk / "linked").symlink_to("claims")
    for paths in (("claims", f"{desk}/claims"), ("linked", "claims"), (f"{desk}/linked", "claims")):
        assert _told(capsys, *paths) == alone
        summary = combine([summarise(paths, paths)]).summary
        assert summary.files == 1


def test_another_file_of_the_name_is_told_still(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _written(desk, more__budget=BUDGET)
    told = "more/budget.yaml:1:1: error FC003 the name budget is taken by claims/budget.yaml"
    assert _told(capsys, "claims", "more") == (1, f"{told}; ids are known by file name\n")


def test_folders_that_lie_deep(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    depth = sys.getrecursionlimit() + 200
    for _ in range(depth):  # a step at a time: the path would be too long for some systems
        os.mkdir("d")
        os.chdir("d")
    Path("roads.yaml").write_text(ROADS, encoding="utf-8")
    os.chdir(desk)
    try:
        status, told = _told(capsys, "claims", "d")
        assert status == 1
        assert "FC202 contradicted" in told
        assert combine([summarise(["claims", "d"])]).summary.files == 2
    finally:
        _remove(desk, depth)


def _remove(top: Path, depth: int) -> None:
    """Step by step, since shutil.rmtree goes no deeper than calls can."""
    for _ in range(depth):
        os.chdir("d")
    os.unlink("roads.yaml")
    for _ in range(depth):
        os.chdir("..")
        os.rmdir("d")
    os.chdir(top)


def test_however_many_claims_checks_name_a_file_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = 40  # more than are remembered
    for n in range(many):
        claims = "".join(f"  - {{id: c{m}, value: exactly {m} kg}}\n" for m in range(3))
        (tmp_path / f"o{n}.yaml").write_text(f"claims:\n{claims}", encoding="utf-8")
    checks = "".join(
        f"  - that: c < {' + '.join(f'o{n}.c{m}' for n in range(many))}\n" for m in range(4)
    )
    text = f"claims:\n  - {{id: c, value: exactly 9 kg}}\nchecks:\n{checks}"
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    read: list[str] = []
    article = Library.article

    def counted(self: Library, path: str) -> Article:
        read.append(Path(path).name)
        return article(self, path)

    monkeypatch.setattr(Library, "article", counted)
    library = Library([str(tmp_path / "x.yaml")], Config(str(tmp_path)))
    (source,) = library.check()
    assert sorted(read) == sorted(f"o{n}.yaml" for n in range(many))
    told = [(one.code, one.message) for one in source.checked.findings]
    assert [code for code, _ in told] == ["FC202", *["FC006"] * many]
    assert "c3" in told[1][1]
