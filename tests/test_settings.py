"""Settings: what they do, in every command, and what is said of those that cannot be used."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fentcheck.api import audit, audit_files, verify
from fentcheck.cli.main import status_of
from fentcheck.files.config import ConfigError, find_config
from fentcheck.files.patterned import fits
from fentcheck.files.toml_lines import key_lines, line_of
from fentcheck.phrases.constants import Constants
from fentcheck.rules.registry import RULES

BRIDGES = """\
article: {title: Bridges, publisher: Courier, published: 2024-02, text: ../drafts/bridges.md}
claims:
  - id: per_day
    quote: 150 cars a day
    measure: cars on the bridge
    value: 150 cars/day
  - id: per_year
    measure: cars on the bridge
    value: 75,000 cars/year
"""
DRAFT = "The bridge carries 150 cars a day, and 75,000 a year. It has 12 lamps.\n"
FEE = "The fee rose 12% from £40 to £52.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    for folder in ("claims", "claims/archive", "drafts"):
        (tmp_path / folder).mkdir()
    (tmp_path / "claims" / "bridges.yaml").write_text(BRIDGES, encoding="utf-8")
    (tmp_path / "drafts" / "bridges.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "drafts" / "fee.md").write_text(FEE, encoding="utf-8")
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, str]]:
    """The exit status of a call, and each code with its severity."""
    status = status_of([*words, "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert sum(report["summary"]["findings"].values()) == len(report["findings"])
    return status, {one["code"]: one["severity"] for one in report["findings"]}


def settings(here: Path, text: str) -> None:
    (here / "fentcheck.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "words", "status", "codes"),
    [
        ("", (), 1, {"FC201": "error", "FC010": "note"}),
        ('ignore = ["fc2"]', (), 0, {"FC010": "note"}),
        ('select = ["FC201"]', (), 1, {"FC201": "error"}),
        ('severity.FC201 = "warning"', (), 0, {"FC201": "warning", "FC010": "note"}),
        ('severity.FC201 = "warning"', ("--strict",), 1, {"FC201": "warning", "FC010": "note"}),
        ('severity = {FC2 = "off", FC010 = "error"}', (), 1, {"FC010": "error"}),
        (
            'severity = {FC0 = "off", FC010 = "warning"}',
            (), 1, {"FC201": "error", "FC010": "warning"},
        ),
        ('severity.FC201 = "off"', ("--select", "FC2"), 0, {}),
        ('severity.FC201 = "off"', ("--select", "FC201"), 1, {"FC201": "error"}),
        ('ignore = ["FC010"]', ("--select", "FC010,FC201"), 1, {"FC201": "error", "FC010": "note"}),
        ('ignore = ["FC010"]', ("--ignore", "FC201"), 0, {}),
        ('fail-on = "note"', ("--ignore", "FC201"), 1, {"FC010": "note"}),
        ('[per-path."claims/b*"]\nignore = ["FC2"]', (), 0, {"FC010": "note"}),
        ('[per-path."claims"]\nselect = ["FC2"]', (), 1, {"FC201": "error"}),
        ('[per-path."drafts/*.md"]\nignore = ["FC010"]', (), 1, {"FC201": "error"}),
        ('[per-path."archive/"]\nignore = ["FC2"]', (), 1, {"FC201": "error", "FC010": "note"}),
        (
            '[severity]\nFC201 = "note"\n[per-path."*.yaml".severity]\nFC2 = "warning"',
            ("--strict",), 1, {"FC201": "warning", "FC010": "note"},
        ),
        (
            '[per-path."*.yaml".severity]\nFC2 = "warning"\n'
            '[per-path."bridges.*"]\nseverity = {FC201 = "off", FC010 = "off"}',
            ("--strict",), 0, {},
        ),
    ],
)  # fmt: skip
def test_what_is_told_of_claims(
    here: Path,
    text: str,
    words: tuple[str, ...],
    status: int,
    codes: dict[str, str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings(here, text)
    assert found(capsys, "verify", "claims", *words) == (status, codes)


@pytest.mark.parametrize(
    ("text", "status", "codes"),
    [
        ("", 1, {"FC401": "error"}),
        ('severity.FC4 = "note"', 0, {"FC401": "note"}),
        ('[per-path."drafts/*"]\nignore = ["FC4"]', 0, {}),
        ('[per-path."claims"]\nignore = ["FC4"]', 1, {"FC401": "error"}),
    ],
)
def test_what_is_told_of_drafts(
    here: Path, text: str, status: int, codes: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    settings(here, text)
    assert found(capsys, "audit", "drafts/fee.md") == (status, codes)


def test_text_and_concise_have_the_severity_that_is_set(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(here, 'severity.FC201 = "note"\nignore = ["FC010"]')
    for form in ("text", "concise"):
        assert status_of(["verify", "--format", form]) == 0
        assert "note FC201" in capsys.readouterr().out


def test_programs_get_the_same(here: Path) -> None:
    settings(here, 'severity.FC201 = "note"\nseverity.FC401 = "warning"\nignore = ["FC010"]')
    (finding,) = verify(["claims"]).findings
    assert (finding.code, finding.severity.value) == ("FC201", "note")
    for report in (audit_files(["drafts/fee.md"]), audit(FEE, config=find_config("."))):
        (finding,) = report.findings
        assert (finding.code, finding.severity.value) == ("FC401", "warning")


def test_a_relation_that_checks_nothing_stays_a_note(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(here, 'severity.FC2 = "error"\nignore = ["FC010", "FC201"]')
    (here / "claims" / "bridges.yaml").write_text(
        BRIDGES + 'checks:\n  - that: per_day > "more than 5 cars/day" - "more than 5 cars/day"\n',
        encoding="utf-8",
    )
    assert found(capsys, "verify") == (0, {"FC202": "note"})


def test_what_is_off_at_a_path_tells_of_no_discord_across(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An article's own discord hides one across articles, but not where it is not told."""
    one = "claims:\n  - {id: a, measure: oaks, period: 2023, value: 12 trees}\n"
    for name, rest in (
        ("first", ""),
        ("second", "  - {id: b, measure: oaks, period: 2023, value: 14 trees}\n"),
    ):
        (here / "claims" / f"{name}.yaml").write_text(one + rest, encoding="utf-8")
    words = ("verify", "claims/first.yaml", "claims/second.yaml", "--select", "FC1")
    assert found(capsys, *words)[1] == {"FC101": "error"}
    settings(here, '[per-path."second.yaml"]\nignore = ["FC101"]')
    assert found(capsys, *words)[1] == {"FC102": "error"}


def test_an_unreadable_file_is_told_whatever_is_set(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(here, 'severity.FC = "off"\n[per-path."*"]\nignore = ["FC"]\nselect = ["FC2"]')
    (here / "claims" / "bridges.yaml").write_bytes(b"\xff")
    assert found(capsys, "verify") == (1, {"FC001": "error"})


def test_a_locale_for_files_that_name_none(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(here, 'locale = "en-GB"')
    status_of(["calc", '"exactly 1 gallon" / "exactly 1 litre"'])
    assert capsys.readouterr().out.startswith("4.55")
    status_of(["calc", '"exactly 1 gallon" / "exactly 1 litre"', "--locale", "en-US"])
    assert capsys.readouterr().out.startswith("3.79")
    tank = "claims:\n  - {id: a, measure: tank, value: exactly 1 gallon, also: 4.5 litres}\n"
    (here / "claims" / "tank.yaml").write_text(tank, encoding="utf-8")
    assert found(capsys, "verify", "claims/tank.yaml") == (0, {})
    (here / "claims" / "tank.yaml").write_text("article: {locale: en-US}\n" + tank)
    assert found(capsys, "verify", "claims/tank.yaml")[1] == {"FC104": "error"}
    assert status_of(["extract", "drafts/fee.md", "--locale", "en-US"]) == 0
    assert "locale: en-US" in capsys.readouterr().out


def test_the_month_in_which_a_fiscal_year_starts(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "claims:\n  - {id: a, measure: grants, period: FY2024, value: 12 grants}\n"
        "  - {id: b, measure: grants, period: 2023-07/2024-06, value: 14 grants}\n"
    )
    (here / "claims" / "bridges.yaml").write_text(text, encoding="utf-8")
    assert "FC101" not in found(capsys, "verify")[1]
    settings(here, "fiscal-year-starts = 7")
    assert found(capsys, "verify")[1] == {"FC101": "error"}
    status_of(["explain", "a"])
    assert "FC101" in capsys.readouterr().out


def test_a_vocabulary_and_references_in_other_places(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "claims" / "words.yaml").write_text("measures: {lorries: {kind: flow}}\n")
    claim = "  - {id: in_2023, measure: cars, period: 2023, value: '75,000 cars'}\n"
    (here / "claims" / "bridges.yaml").write_text(BRIDGES + claim)
    (here / "claims" / "trusted").mkdir()
    (here / "claims" / "trusted" / "counts.yaml").write_text(
        "source: {publisher: Roads Office, known_from: 2023}\n"
        "claims:\n  - {id: a, measure: cars, period: 2023, value: '90,000 cars'}\n"
    )
    settings(here, 'vocabulary = "claims/words.yaml"\nreferences = "claims/trusted"')
    status, codes = found(capsys, "verify", "claims")
    assert status == 1
    assert set(codes) == {"FC010", "FC011", "FC103", "FC201"}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('\nfail_on = "error"', 2, "there is no setting “fail_on”; did you mean “fail-on”?"),
        ("colour = 1", 1, "there is no setting “colour”; there are select, ignore"),
        ('[tool.fentcheck]\nselect = ["FC2"]', 1, "stand without [tool.fentcheck]"),
        ('fail-on = "erorr"', 1, "not “erorr”; did you mean “error”?"),
        ("fail-on = 3", 1, "fail-on is error, warning, note or never, not “3”"),
        ('ignore = [\n  "FC2",\n]\nselect = "FC2"', 4, "select is a list of codes"),
        ('ignore = ["FC2", "FC9"]', 1, "ignore: there is no rule FC9"),
        ('ignore = ["FC2O1"]', 1, "did you mean FC201?"),
        ('[severity]\n\nrate-and-totl = "off"', 3, "did you mean FC201?"),
        ('[severity]\nFC201 = "fatal"', 2, "FC201 is error, warning, note or off"),
        ('[severity]\nFC001 = "off"', 2, "FC001 stays an error"),
        ("severity = 3", 1, "severity is a table"),
        ('[per-path]\nignore = ["FC2"]', 2, 'per-path has a table for each pattern: [per-path."'),
        ('[per-path."old/*"]\nignroe = ["FC2"]', 2, "did you mean “ignore”?"),
        ('[per-path."old/*"]\nignore = ["FC7"]', 2, "no rule FC7"),
        ('[per-path."old/*"]\nseverity.FC5 = "of"', 2, "did you mean “off”?"),
        ('[per-path." "]\nignore = []', 1, "a pattern"),
        ("[thresholds]\nabout-smal = 1", 2, "did you mean “about-small”?"),
        ("[thresholds]\ngap = 'wide'", 2, "a number above zero"),
        ("[thresholds]\ngap = 0", 2, "a number above zero"),
        ("[thresholds]\ngap = nan", 2, "a number above zero"),
        ("[thresholds]\ngap = true", 2, "a number above zero"),
        ("[thresholds]\ngap = [1]", 2, "a number above zero"),
        ('locale = "en-UK"', 1, "the locale “en-UK” is not known; did you mean “en-GB”?"),
        ('locale = "tlh"', 1, "there are en-AU, en-CA, en-GB"),
        ("per-path = {" + ", ".join(f"x{n} = {{}}" for n in range(201)) + "}", 1, "200 patterns"),
        ("fiscal-year-starts = 13", 1, "a month from 1 to 12"),
        ('[units]\n# ours\npitch = "7 * nonsense"', 3, "the unit “pitch”"),
        ('units = "pitch"', 1, "units is a table"),
        ('vocabulary = "words.yaml"', 1, "there is no vocabulary file “words.yaml”"),
        ('vocabulary = "../words.yaml"', 1, "lies outside the project"),
        ('references = "/etc"', 1, "lies outside the project"),
        ('references = "sources"', 1, "there is no folder “sources”"),
        ('references = "a\\u0000b"', 1, "references is a path"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(
    here: Path, text: str, line: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(here, text)
    for command in (["verify", "claims"], ["audit", "drafts/fee.md"], ["config"], ["calc", "1"]):
        assert status_of(command) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.startswith(f"fentcheck: fentcheck.toml:{line}: ")
        assert words in printed.err


@pytest.mark.parametrize(
    "text",
    [
        b"gap",
        b"\xff",
        b"[thresholds]\ngap = " + b"9" * 5000,
        b"x = " + b"[" * 100_000,
        b"#" * (1 << 20) + b"\n",
        b'"\\u001b[31m" = 1',
    ],
    ids=["no TOML", "no UTF-8", "digits", "deep", "large", "escapes"],
)
def test_a_hostile_file_ends_the_call(
    here: Path, text: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "fentcheck.toml").write_bytes(text)
    assert status_of(["verify"]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("fentcheck: fentcheck.toml")
    assert "\x1b" not in printed


def test_a_named_file_has_to_say_something(here: Path) -> None:
    (here / "pyproject.toml").write_text("[project]\nname = 'desk'\n")
    with pytest.raises(ConfigError, match="says nothing of fentcheck"):
        find_config(".", "pyproject.toml")
    assert find_config("claims").path is None


def test_lines_in_pyproject(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "pyproject.toml").write_text("[project]\nname = 'x'\n[tool.fentcheck]\nignroe = []\n")
    assert status_of(["verify"]) == 2
    assert "pyproject.toml:4: " in capsys.readouterr().err


# Patterns


@pytest.mark.parametrize(
    ("pattern", "path", "is_named"),
    [
        ("archive/*", "archive/x.yaml", True),
        ("archive/*", "archive/2020/x.yaml", True),
        ("archive/*", "claims/archive/x.yaml", False),
        ("/archive", "archive/x.yaml", True),
        ("/archive", "claims/archive/x.yaml", False),
        ("archive", "claims/archive/x.yaml", True),
        ("archive/", "claims/archive/x.yaml", True),
        ("claims/*.yaml", "claims/x.yaml", True),
        ("claims/*.yaml", "claims/archive/x.yaml", False),
        ("claims/**/*.yaml", "claims/archive/x.yaml", True),
        ("claims/**/*.yaml", "claims/x.yaml", True),
        ("**/old/**", "a/b/old/c/d.yaml", True),
        ("**", "x.yaml", True),
        ("*.yaml", "claims/x.yaml", True),
        ("x?.yaml", "claims/x1.yaml", True),
        ("X.yaml", "claims/x.yaml", False),
        ("./claims/x.yaml", "claims/x.yaml", True),
    ],
)
def test_patterns(pattern: str, path: str, is_named: bool) -> None:
    assert fits(path, pattern) is is_named


def test_a_pattern_that_could_take_for_ever_does_not() -> None:
    assert not fits("/".join("a" * 200), "/".join(["**", "a"] * 200) + "/b")
    assert not fits("a" * 5_000, "*a" * 300 + "b")


# Lines


_KEY = st.sampled_from(["gap", "a-b", "'it # is'", '"x\\"y"', "per.path", '"a.b" . c'])
_VALUE = st.sampled_from(
    [
        "1",
        "'#'",
        '"]"',
        '"""\nkey = 1\n[no]\n\\""" x"""',
        "'''\n[no]\n'''",
        "[\n1, # [\n2,\n]",
        "{a = [1, 2]}",
        "[[1], ['[']]",
        "1 # x = 2",
    ]
)


@given(
    st.lists(st.tuples(_KEY, _VALUE, st.sampled_from(["", "\n", "# key = 1\n", "  "])), max_size=6),
    st.sampled_from(["", "[tool.x]\n", "[[many]]\n", "[ 'a b' . c ] # [no]\n"]),
)
def test_keys_stand_where_they_are_said_to(
    statements: list[tuple[str, str, str]], heading: str
) -> None:
    text, wanted = heading, {}
    base = tuple(_path(heading.strip("\n").partition("#")[0].strip(" []"))) if heading else ()
    for key, value, before in {one[0]: one for one in statements}.values():
        text += before
        wanted[(*base, *_path(key))] = text.count("\n") + 1
        text += f"{key} = {value}\n"
    tomllib.loads(text)
    lines = key_lines(text)
    assert {keys: lines[keys] for keys in wanted} == wanted
    assert len(lines) == len(wanted) + bool(heading)


def _path(dotted: str) -> list[str]:
    keys, table = [], tomllib.loads(f"{dotted} = 1")
    while isinstance(table, dict):
        ((key, table),) = table.items()
        keys.append(key)
    return keys


def test_the_line_of_what_has_none_is_that_of_its_table() -> None:
    lines = key_lines("\n[units]\na = {b = 1}\n[x.y]\n")
    assert line_of(lines, ("units", "a", "b")) == 3
    assert line_of(lines, ("units", "zz")) == 2
    assert line_of(lines, ("x",)) == 4
    assert line_of(lines, ("none",)) is None


def test_every_threshold_can_be_set(here: Path) -> None:
    names = [name.replace("_", "-") for name in Constants._fields]
    settings(here, "[thresholds]\n" + "".join(f"{name} = 0.5\n" for name in names))
    assert set(find_config(".").constants) == {find_config(".").constants.gap}


# config


def shown(
    capsys: pytest.CaptureFixture[str], *words: str
) -> dict[str, dict[str, tuple[object, str]]]:
    """The values of all settings with where they come from, by section and name."""
    assert status_of(["config", *words, "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == 1
    return {
        section: {one["name"]: (one["value"], one["from"]) for one in settings}
        for section, settings in report.items()
        if isinstance(settings, list) and section != "per-path"
    }


def test_config_shows_what_applies_without_any_settings(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = shown(capsys)
    assert report["settings"] == {
        "select": ([], "default"),
        "ignore": ([], "default"),
        "fail-on": ("error", "default"),
        "locale": ("en-US", "default"),
        "fiscal-year-starts": (10, "default"),
        "vocabulary": (None, "default"),
        "references": (None, "default"),
    }
    assert set(report["thresholds"]) == {one.replace("_", "-") for one in Constants._fields}
    assert report["thresholds"]["gap"] == (1.5, "default")
    assert report["rules"]["FC201"] == ("by verdict", "default")
    assert len(report["rules"]) == len(RULES)


THRESHOLDS = """
  about-small      0.4   default  half-width of “about n” over s, for n below 20 (F)
  about-middle     0.2   default  half-width of “about n” over s, from 20 to 999 (F)
  about-large      0.1   default  half-width of “about n” over s, from 1,000 (F)
  beyond-small     0.7   default  reach of “more than n” over s, for n below 20 (F)
  beyond-middle    0.35  default  reach of “more than n” over s, from 20 to 999 (F)
  beyond-large     0.17  default  reach of “more than n” over s, from 1,000 (F)
  slightly         0.15  default  where “just over n” ends and “well over n” begins, over s (J)
  cap              0.25  default  granularity and place value count for at most this share of n (J)
  fraction-spread  0.2   default  spread of a hedged fraction, over the way to its neighbour (F)
  factor-spread    0.2   default  half-width of “m times” over s(m) (J)
  order-literal    10    default  “on the order of n” leaves n over this to n times this (J)
  order-pragmatic  5     default  “on the order of n” is taken for n over 2 to n times this (J)
  gap              1.5   default  pragmatic readings this far apart contradict each other (J)
  look-alike-gap   3     default  figures of one measure this far apart are not look-alikes (J)
  price-gap        1.25  default  implied prices of the same goods this far apart get a note (J)
"""
"""Also tested by what each changes, in tests/phrases/test_constants.py."""


def test_config_says_what_each_threshold_is(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["config"]) == 0
    assert f"thresholds{THRESHOLDS}  (F: " in capsys.readouterr().out


def test_config_shows_where_each_setting_comes_from(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(
        here,
        'fail-on = "note"\nselect = ["FC1", "FC2"]\nignore = ["FC103"]\nlocale = "en-AU"\n'
        '[severity]\nFC1 = "note"\nfc101 = "off"\n[thresholds]\nlook_alike_gap = 2\n'
        '[units]\nspan = "7 * meter"\n'
        '[per-path."claims/b*"]\nignore = ["FC104"]\nseverity.FC201 = "warning"\n',
    )
    report = shown(capsys, "claims/bridges.yaml")
    assert report["settings"]["fail-on"] == ("note", "fentcheck.toml:1")
    assert report["settings"]["select"] == (["FC1", "FC2"], "fentcheck.toml:2")
    assert report["settings"]["fiscal-year-starts"] == (7, "default")
    assert report["severity"] == {
        "FC1": ("note", "fentcheck.toml:6"),
        "FC101": ("off", "fentcheck.toml:7"),
    }
    assert report["thresholds"]["look-alike-gap"] == (2, "fentcheck.toml:9")
    assert report["units"] == {"span": ("7 * meter", "fentcheck.toml:11")}
    rules = report["rules"]
    assert rules["FC001"] == ("error", "default")
    assert rules["FC101"] == ("off", "fentcheck.toml:7")
    assert rules["FC102"] == ("note", "fentcheck.toml:6")
    assert rules["FC103"] == ("off", "fentcheck.toml:3")
    assert rules["FC104"] == ("off", "fentcheck.toml:13")
    assert rules["FC201"] == ("warning", "fentcheck.toml:14")
    assert rules["FC301"] == ("off", "fentcheck.toml:2")
    assert shown(capsys, "drafts")["rules"]["FC104"] == ("note", "fentcheck.toml:6")


def test_config_shows_what_the_call_sets(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(here, 'fail-on = "note"\nignore = ["FC2"]\nlocale = "en-AU"\n')
    words = ("--strict", "--locale", "en-GB", "--select", "FC2,FC201", "--ignore", "FC202")
    report = shown(capsys, ".", *words)
    assert report["settings"]["fail-on"] == ("warning", "command line")
    assert report["settings"]["locale"] == ("en-GB", "command line")
    assert report["settings"]["select"] == (["FC2", "FC201"], "command line")
    rules = report["rules"]
    assert rules["FC201"] == ("by verdict", "default")
    assert rules["FC202"] == ("off", "command line")
    assert rules["FC203"] == ("off", "fentcheck.toml:2")
    assert rules["FC301"] == ("off", "command line")


def test_config_in_words(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(here, 'ignore = ["FC5"]\n[thresholds]\ngap = 1.4\n[per-path."old*"]\nselect = ["FC2"]')
    assert status_of(["config", "claims"]) == 0
    printed = capsys.readouterr().out
    for line in (
        "file     fentcheck.toml",
        "  ignore              FC5         fentcheck.toml:1",
        "  fail-on             error       default",
        "per-path “old*”, which does not apply to claims",
        "rules: 28 of 30 run",
        "  FC502  subset-exceeds-whole  off      fentcheck.toml:1",
    ):
        assert f"\n{line}\n" in printed
    assert "  gap              1.4   fentcheck.toml:3  pragmatic readings" in printed


def test_config_of_what_is_not_there(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["config", "nowhere"]) == 2
    assert "there is no file or folder nowhere" in capsys.readouterr().err


def test_config_shows_control_codes_as_text(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(here, '[per-path."\\u001b[31m*"]\nignore = ["FC2"]')
    assert status_of(["config"]) == 0
    assert "\x1b" not in capsys.readouterr().out
