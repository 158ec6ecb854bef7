"""References: which are found, which were known when, and what is told of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from checking import all_findings, check_files

from fentcheck.engine.check import Source
from fentcheck.files.config import Config
from fentcheck.files.load import Library
from fentcheck.output.summary import Summary

ARTICLE = """\
article: {{published: {published}}}
claims:
  - {{id: goals, measure: goals, of: {{club: Ely}}, period: 2022, value: {value}}}
"""
SOURCE = """\
source: {publisher: League Office, known_from: 2023-02}
claims:
  - {id: first, measure: goals, of: {club: Ely}, period: 2022, value: 41 goals}
  - id: second
    measure: goals
    of: {club: Ely}
    period: 2022
    known_from: 2023-06-10
    supersedes: first
    value: 43 goals
"""


def _written(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _codes(folder: Path) -> list[str]:
    return [finding.code for finding in check_files(folder)]


@pytest.mark.parametrize(
    ("published", "value", "is_told"),
    [
        ("2023-01-31", "12 goals", False),
        ("2023-02-27", "12 goals", False),  # some day of February is not yet its last
        ("2023-02-28", "12 goals", True),
        ("2023-03", "12 goals", True),
        ("2023-03", "43 goals", True),
        ("2023-06-09", "41 goals", False),
        ("2023-06", "12 goals", False),  # the first may have been replaced, the second unknown
        ("2023-06-10", "41 goals", True),
        ("2023-06-10", "43 goals", False),
        ("2024", "43 goals", False),
        ("2024", "41 goals", True),
    ],
)
def test_a_reference_counts_while_it_was_the_one_known(
    tmp_path: Path, published: str, value: str, is_told: bool
) -> None:
    article = ARTICLE.format(published=published, value=value)
    _written(tmp_path, {"ely.yaml": article, "references/league.yaml": SOURCE})
    assert _codes(tmp_path) == ["FC103"] * is_told


def test_an_article_without_a_date_is_being_written_today(tmp_path: Path) -> None:
    article = "claims:\n" + ARTICLE.partition("claims:\n")[2].format(value="41 goals")
    _written(tmp_path, {"ely.yaml": article, "references/league.yaml": SOURCE})
    for today, codes in ((738_500, []), (738_700, ["FC103"]), (0, ["FC103"])):
        library = Library([str(tmp_path)], Config(str(tmp_path)), today)
        assert [one.code for s in library.check() for one in s.checked.findings] == codes


def test_references_beside_the_files_come_before_those_of_the_project(tmp_path: Path) -> None:
    article = ARTICLE.format(published="2023-03", value="12 goals")
    (tmp_path / "fentcheck.toml").touch()
    _written(
        tmp_path,
        {
            "claims/references/league.yaml": SOURCE,
            "drafts/far/ely.yaml": article,
            "drafts/near/ely.yaml": article,
            "drafts/near/references/club.yaml": "source: {publisher: Ely}\nclaims: []\n",
        },
    )
    config = Config(str(tmp_path))
    for folder, codes in (("far", ["FC103"]), ("near", [])):
        library = Library([str(tmp_path / "drafts" / folder)], config, today=0)
        assert [one.code for s in library.check() for one in s.checked.findings] == codes


def test_references_are_not_counted_unless_they_are_named(tmp_path: Path) -> None:
    article = ARTICLE.format(published="2023-03", value="41 goals")
    broken = SOURCE.replace("43 goals", "many")
    _written(tmp_path, {"ely.yaml": article, "references/league.yaml": broken})

    def counted(path: Path) -> tuple[Summary, list[Source]]:
        summary, sources = (
            Summary(),
            list(Library([str(path)], Config(str(tmp_path)), today=0).check()),
        )
        for source in sources:
            summary.add(source.checked)
        return summary, sources

    summary, sources = counted(tmp_path)
    assert (summary.files, summary.claims, summary.codes) == (1, 1, {"FC004": 1})
    assert Path(sources[0].checked.article.path).name == "league.yaml"
    summary, sources = counted(tmp_path / "references" / "league.yaml")
    assert (summary.files, summary.claims, summary.codes) == (1, 2, {"FC004": 1})


def test_a_reference_is_not_checked_as_an_article(tmp_path: Path) -> None:
    """It is trusted, so its figures are not judged; and not compared with themselves."""
    source = SOURCE + "checks:\n  - that: first == second\n"
    _written(tmp_path, {"references/league.yaml": source})
    assert _codes(tmp_path / "references" / "league.yaml") == []


def test_a_check_names_a_claim_of_a_reference(tmp_path: Path) -> None:
    article = ARTICLE.format(published="2023-03", value="41 goals")
    checks = "checks:\n  - that: goals == league.first\n  - that: goals == league.second\n"
    _written(tmp_path, {"ely.yaml": article + checks, "references/league.yaml": SOURCE})
    [finding] = check_files(tmp_path)
    assert (finding.code, finding.span.line) == ("FC202", 6)
    assert finding.claims == ("league.second", "ely.goals")


def test_a_waived_reference_leaves_the_article_to_its_own_discord(tmp_path: Path) -> None:
    article = (
        ARTICLE.format(published="2023-03", value="39 goals")
        + "  - {id: again, measure: goals, of: {club: Ely}, period: 2022, value: 38 goals}\n"
    )
    waiver = "waivers:\n  - {code: FC103, claims: [goals], reason: cup games count as well}\n"
    _written(tmp_path, {"ely.yaml": article, "references/league.yaml": SOURCE})
    assert _codes(tmp_path) == ["FC103"]
    _written(tmp_path, {"ely.yaml": article + waiver})
    assert [(one.code, one.waived) for one in all_findings(tmp_path)] == [
        ("FC101", False),
        ("FC103", True),
    ]


def test_the_mend_is_of_the_article(tmp_path: Path) -> None:
    article = ARTICLE.format(published="2023-03", value="14 goals")
    _written(tmp_path, {"ely.yaml": article, "references/league.yaml": SOURCE})
    [finding] = check_files(tmp_path)
    assert finding.claims == ("league.first", "ely.goals")
    assert Path(finding.path).name == "ely.yaml"
    assert finding.mend.slip == "transposed digits: 41 goals"
    assert (finding.mend.nearest, finding.mend.nearest_claim) == ("41 goals", "ely.goals")
    assert "League Office" in finding.message
