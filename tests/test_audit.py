"""`audit` and `extract` from the outside, on drafts in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from checking import all_findings

import fentcheck
from fentcheck.book.document import Mapping, Scalar, read_document
from fentcheck.cli.main import status_of
from fentcheck.engine.extract import quoted
from fentcheck.phrases.display import inside

DRAFT = """# Boats of *Loch Ard*

The loch has 3 moorings. In 2021 a storm sank
more than 40 boats and took 12 jetties.

| Boats   | North | South | Total |
|---------|-------|-------|-------|
| Dinghies| 21    | 33    | 64    |
| Launches| 4     | 5     | 9     |
| Total   | 25    | 38    | 73    |

- Rope: 40
- Tar: 30
- Total: 110
"""
WRONG = [("21", "33", "64"), ("40", "30", "110")]


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "drafts" / "loch.md"
    path.parent.mkdir()
    path.write_text(DRAFT, encoding="utf-8")
    (tmp_path / "fentcheck.toml").write_text("", encoding="utf-8")
    return Path("drafts/loch.md")


def output(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = status_of([str(word) for word in words])
    return status, capsys.readouterr().out


def test_the_text_shows_rows_and_figures(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, shown = output(capsys, "audit", draft, "--color", "never")
    assert status == 1
    assert "8:29" in shown
    assert "21 + 33 is 54, not 64." in shown
    row = next(line for line in shown.splitlines() if "Dinghies | 21 | 33 | 64" in line)
    marks = shown.splitlines()[shown.splitlines().index(row) + 1]
    assert [row[at] for at, mark in enumerate(marks) if mark == "~"] == list("213364")
    assert "1 draft, 15 figures, 12 of them in 6 relations: 4 hold, 2 contradicted." in shown


def test_all_lists_what_holds(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "4 + 5 is 9" in output(capsys, "audit", draft, "--all")[1]
    assert "4 + 5 is 9" not in output(capsys, "audit", draft)[1]
    assert "4 + 5 is 9" in output(capsys, "audit", draft, "--all", "--format", "concise")[1]


def test_the_json_points_into_the_draft(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, shown = output(capsys, "audit", draft, "--format", "json")
    report = json.loads(shown)
    assert status == 1
    assert (report["schema"], report["summary"]["files"], report["summary"]["claims"]) == (1, 1, 15)
    assert [tuple(one["figures"]) for one in report["findings"]] == WRONG
    first = report["findings"][0]
    assert (first["path"], first["line"], first["column"]) == ("drafts/loch.md", 8, 29)
    assert (first["end_line"], first["end_column"]) == (8, 31)
    lines = DRAFT.splitlines()
    for one in report["findings"]:
        assert lines[one["line"] - 1][one["column"] - 1 :].startswith(one["figures"][-1])


def test_selection_and_exit_status(
    draft: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert output(capsys, "audit", draft, "--ignore", "FC301")[0] == 0
    assert output(capsys, "audit", draft, "--fail-on", "never")[0] == 0
    assert output(capsys, "audit", draft, "--select", "FC9")[0] == 2
    assert output(capsys, "audit", "nowhere.txt")[0] == 2
    assert output(capsys, "audit", "drafts")[0] == 2
    assert output(capsys, "audit", draft, "--locale", "tlh")[0] == 2
    assert output(capsys, "audit", draft, "--output", "report.txt") == (1, "")
    assert "21 + 33" in (tmp_path / "report.txt").read_text(encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(b"12 caf\xe9s")
    status, shown = output(capsys, "audit", "latin.txt", draft, "--format", "concise")
    assert status == 1
    assert "latin.txt:1:7: error FC001" in shown
    assert "drafts/loch.md:8:29: error FC301" in shown


def test_the_functions(draft: Path) -> None:
    assert [one.figures for one in fentcheck.audit_files([str(draft)]).findings] == WRONG
    text = "Eggs\n\nBrown: 12\nWhite: 30\nTotal: 52\n"
    report = fentcheck.audit(text)
    assert [one.figures for one in report.findings] == [("12", "30", "52")]
    assert fentcheck.audit("").findings == ()


def test_a_long_sentence_is_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Eggs\n\nBrown: 12\nWhite: 30\nTotal: 52\n" + "word " * 5000, encoding="utf-8")
    shown = output(capsys, "audit", path)[1]
    assert len(shown) < 3_000


# The claims file


def test_a_figure_of_the_text_is_shown_without_lines_of_the_claims_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.md").write_text("Nine otters ate 14 eels.", encoding="utf-8")
    claims = tmp_path / "otters.yaml"
    claims.write_text(
        "article: {title: Otters, text: text.md}\nclaims:\n  - id: otters\n"
        "    quote: Nine otters\n    value: nine otters\n",
        encoding="utf-8",
    )
    status, shown = output(capsys, "verify", claims)
    assert status == 0
    assert "No claim covers “14 eels”." in shown
    assert "│" not in shown


def test_an_extracted_file_repeats_the_audit(
    draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert output(capsys, "extract", draft, "-o", "loch.yaml") == (0, "")
    made = Path("loch.yaml").read_text(encoding="utf-8")
    assert "title: Boats of Loch Ard" in made
    assert "text: drafts/loch.md" in made
    assert "measure: jetties" in made
    assert output(capsys, "verify", "loch.yaml", "--select", "FC0") == (
        0,
        "1 file, 15 claims, 0 relations checked.\nNothing to mend.\n",
    )
    findings = [one for one in all_findings(Path("loch.yaml")) if one.code != "FC010"]
    assert [(one.code, set(one.figures)) for one in findings] == [
        ("FC301", set(WRONG[0])),
        ("FC301", set(WRONG[1])),
    ]


HOSTILE = (
    "# “Fish: chips” #1 \\ \x07 {x} [y] *b* & !tag 'q' \"r\" \ud7ff💧\n\n"
    "He said: \"12 cods' heads\", 3% of # 40 'eels' – {7: fish} - [9 crabs] & *30 rays* @ 8 | 2.\n"
    "null: 12 nulls\n--- 5 dashes\n%TAG 4 tags\n\t6 tabs\n"
)


@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "",
        "12",
        "He had 5 cats, 5 cats and 5 cats.",
        "It fell 12% to 3,400 tonnes in 2021, from about 3,900 tonnes a year before.",
        "Some 732 of more than 1,200 members, about 60%, came; 2½ times as many as in 1990.",
        "Two or three of the dozen men paid $4-$5 a day each, between 10 and 20 times.",
    ],
)
def test_an_extracted_file_passes_its_own_rules(text: str, ending: str, tmp_path: Path) -> None:
    (tmp_path / f"draft{ending}").write_text(text, encoding="utf-8")
    made = tmp_path / "made.yaml"
    source = tmp_path / f"draft{ending}"
    assert status_of(["extract", str(source), "-o", str(made)]) == 0
    findings = [one for one in all_findings(made) if one.code not in ("FC010", "FC501")]
    assert findings == []


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "a: b",
        "- a",
        "#",
        "",
        " a",
        "yes",
        "1.10",
        "a #b",
        "\u2028",
        "\U0001f4a7",
        "'",
        '"',
    ],
)
def test_quoted_text_is_read_back(text: str) -> None:
    root = read_document(f"key: {quoted(text)}\n").root
    assert isinstance(root, Mapping)
    value = root.get("key")
    assert isinstance(value, Scalar)
    assert value.value == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The tower is 1,050 feet (520 metres) tall.", "1,050 feet is 320 metres, not 520 metres"),
        ("A dog of 90lb (72kg) was hauled out.", "90 lb is 40.8 kg, not 72kg"),
        ("The fund has ₹2 lakh crore (₹3 trillion).", "₹2 trillion, not ₹3 trillion"),
    ],
)
def test_a_conversion_is_told_with_what_it_comes_to(text: str, message: str) -> None:
    (finding,) = fentcheck.audit(text, "en-GB").findings
    assert (finding.code, finding.message) == ("FC104", message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Some 62% of the 200 staff, 90 people, left.", "is 45%, not some 62%"),
        ("Three quarters of the 200 staff, 90 people, left.", "is 45%, not three quarters"),
    ],
)
def test_a_figure_that_begins_a_sentence_is_told_inside_one(text: str, message: str) -> None:
    assert message in " ".join(one.message for one in fentcheck.audit(text).findings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than three quarters", "more than three quarters"),
        ("Twenty-five boats", "twenty-five boats"),
        ("A record 5 kg", "a record 5 kg"),
        ("Rs 500", "Rs 500"),
        ("USD 5", "USD 5"),
        ("62%", "62%"),
        ("", ""),
    ],
)
def test_the_words_of_a_figure_inside_a_sentence(text: str, expected: str) -> None:
    assert inside(text) == expected
