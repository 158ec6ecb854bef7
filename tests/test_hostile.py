"""Files that mean it ill: each is answered soon, by a status and never by a fault.

The inputs are those of `bench/hostile.py`, smaller. What is read where has tests of its own: YAML
in `book/test_document.py`, numbers in `phrases/test_refusals.py`, expressions in
`expressions/test_parse.py`, units in `units/test_custom.py`, what is shown in `test_html.py`.
"""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.hostile import Input, inputs
from fentcheck.cli.main import status_of
from fentcheck.limits import ABOUT, DEFAULTS, LimitError, Limits, named

SMALL = 3_000
SECONDS = 20
INPUTS = inputs(SMALL)
ARTICLE = "article: {title: T, publisher: P, published: 2024-02-02}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FENTCHECK_LIMITS", raising=False)
    (tmp_path / ".git").mkdir()
    (tmp_path / "claims").mkdir()
    return tmp_path


@contextmanager
def in_time() -> Iterator[None]:
    """Whatever takes ten times as long as any of it should is stopped."""

    def stop(*_: object) -> None:
        raise AssertionError(f"no answer in {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def lay(one: Input, at: Path) -> None:
    for path, data in one.files.items():
        (at / path).parent.mkdir(parents=True, exist_ok=True)
        (at / path).write_bytes(data)
    if one.make is not None:
        one.make(at)


@pytest.mark.parametrize("name", INPUTS)
def test_it_is_answered(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = INPUTS[name]
    lay(one, here)
    with in_time():
        status = status_of(list(one.arguments))
    told = capsys.readouterr()
    assert status in (0, 1, 2), told.err
    assert "Traceback" not in told.err
    assert "a fault of ours" not in told.err
    assert "\x1b" not in told.out + told.err
    if status == 2:
        assert told.err.startswith("fentcheck: ")


def findings(path: str, *more: str, command: str = "verify") -> list[dict[str, str]]:
    status_of([command, path, "--format", "json", "--output", "said.json", *more])
    found: list[dict[str, str]] = json.loads(Path("said.json").read_text("utf-8"))["findings"]
    return found


def claims(many: int) -> str:
    return ARTICLE + "claims:\n" + "".join(f"  - {{id: c{n}, value: 5 kg}}\n" for n in range(many))


BEYOND: dict[str, tuple[str, str, int]] = {
    "file_size": ("FC001", "#" * 3000 + "\nclaims: []\n", 2000),
    "yaml_depth": ("FC001", "[" * 9 + "]" * 9, 8),
    "yaml_values": ("FC001", "a: [1, 2, 3, 4, 5]\n", 5),
    "yaml_aliases": ("FC001", "a: &x 1\nb: [*x, *x, *x]\n", 2),
    "claims": ("FC001", claims(4), 3),
    "checks": ("FC001", claims(1) + "checks:\n" + "  - that: c0 == c0\n" * 3, 2),
    "mistakes": ("FC001", ARTICLE + "claims:\n" + "  - {value: 5 kg, x: 1}\n" * 5, 3),
    "relations": ("FC001", claims(2) + "checks:\n" + "  - that: c0 == c1\n" * 5, 3),
    "number_length": ("FC004", claims(1).replace("5 kg", "1" * 25 + " kg"), 20),
    "value_length": ("FC004", claims(1).replace("5 kg", "about 5 kg of it"), 9),
    "check_length": ("FC004", claims(1) + "checks:\n  - that: c0 + c0 + c0 == c0\n", 15),
    "check_depth": ("FC004", claims(1) + "checks:\n  - that: ((c0)) == c0\n", 1),
    "check_signs": ("FC004", claims(1) + "checks:\n  - that: c0 + c0 + c0 == c0\n", 1),
    "power": ("FC004", claims(1) + "checks:\n  - that: c0 ** 3 == c0 ** 3\n", 2),
}


@pytest.mark.parametrize("field", BEYOND)
def test_what_goes_beyond_a_limit_says_which(field: str, here: Path) -> None:
    code, text, most = BEYOND[field]
    (here / "claims/x.yaml").write_text(text)
    name = named(field)
    lowered = findings("claims", "--limit", f"{name}={most}")
    told = [one for one in lowered if f"the limit {name} is {most:,}" in one["message"]]
    assert [one["code"] for one in told] == [code], lowered
    assert f"--limit {name}=" in told[0]["message"]
    assert not any("the limit" in one["message"] for one in findings("claims"))


@pytest.mark.parametrize(
    ("field", "most", "text"),
    [("draft_size", 50, "It has 5 boats. " * 5), ("figures", 3, "It has 5 boats. " * 5),
     ("figures_read", 3, "It has 5 boats. " * 5)],
)  # fmt: skip
def test_what_goes_beyond_a_limit_of_a_draft_says_which(
    field: str, most: int, text: str, here: Path
) -> None:
    (here / "draft.txt").write_text(text)
    name = named(field)
    (told,) = findings("draft.txt", "--limit", f"{name}={most}", command="audit")
    assert told["code"] == "FC001"
    assert f"the limit {name} is {most}" in told["message"]
    assert findings("draft.txt", command="audit") == []


def test_quantities_says_where_it_stopped(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "draft.txt").write_text("It has 5 boats.\n\nIt has 6 cats.\n")
    assert status_of(["quantities", "draft.txt", "--limit", "figures-read=1"]) == 0
    told = capsys.readouterr()
    assert "5 boats" in told.out
    assert "6 cats" not in told.out
    assert "line 3: more than 1 figures" in told.err


def test_quotes_that_may_stand_in_too_many_places_are_left_out(here: Path) -> None:
    (here / "draft.txt").write_text("11 a 111 b 11111 c. The fee was 13 dollars and 14 dollars.\n")
    quotes = "".join(
        f"  - {{id: c{n}, value: {quote}, quote: '{quote}'}}\n"
        for n, quote in enumerate(("11", "11", "111", "99", "13 dollars"))
    )
    (here / "claims/x.yaml").write_text(f"article: {{text: ../draft.txt}}\nclaims:\n{quotes}")
    told = findings("claims", "--limit", "quote-tries=7")
    assert [(one["code"], one["claims"]) for one in told] == [("FC009", ["x.c2"])]
    assert "the limit quote-tries is 7" in told[0]["message"]
    every = findings("claims")
    assert [one["claims"] for one in every if one["code"] == "FC009"] == [["x.c3"]]
    assert "FC010" in {one["code"] for one in every}


def test_a_bomb_in_a_word_document(here: Path) -> None:
    pytest.importorskip("docx")
    lay(INPUTS["format/word bomb"], here)
    (told,) = findings("draft.docx", "--limit", "word-text=100000", command="audit")
    assert "the limit word-text is 100,000" in told["message"]


def test_a_size_in_the_archive_that_is_a_lie(here: Path) -> None:
    pytest.importorskip("docx")
    lay(INPUTS["format/word that lies of its size"], here)
    (told,) = findings("draft.docx", command="audit")
    assert told["code"] == "FC001"


def test_mends_stop_where_the_work_is_done(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = "  - {id: a, value: 50 kg}\n  - {id: b, value: 60 kg}\nchecks:\n"
    checks = "".join(f"  - that: a == b * {n}\n" for n in range(2, 12))
    (here / "claims/x.yaml").write_text(f"{ARTICLE}claims:\n{values}{checks}")
    assert status_of(["verify", "claims", "--limit", "mend-work=40"]) == 1
    told = capsys.readouterr().out
    assert "what would mend it: not looked for: the limit mend-work is 40" in told
    assert "error FC202" in told
    assert status_of(["verify", "claims"]) == 1
    assert "not looked for" not in capsys.readouterr().out


def test_mends_are_the_same_whatever_is_shown(here: Path) -> None:
    values = "".join(f"  - {{id: a{n}, value: {n + 50} kg}}\n" for n in range(8))
    checks = "".join(f"  - that: a{n} == c\n" for n in range(8))
    text = f"{ARTICLE}claims:\n{values}  - {{id: c, value: exactly 90 kg}}\nchecks:\n{checks}"
    (here / "claims/x.yaml").write_text(text)
    every = [one["mends"] for one in findings("claims")]
    few = [one["mends"] for one in findings("claims", "--limit", "mend-work=150")]
    assert all(every)
    assert few[0] == every[0]
    assert not few[-1]


# How limits are set


def test_the_environment_sets_limits_and_the_call_counts_for_more(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "claims/x.yaml").write_text(claims(4))
    monkeypatch.setenv("FENTCHECK_LIMITS", "claims=3, yaml-depth=10")
    assert "the limit claims is 3" in findings("claims")[0]["message"]
    assert findings("claims", "--limit", "claims=5") == []


def test_a_project_lowers_a_limit(here: Path) -> None:
    (here / "claims/x.yaml").write_text(claims(4))
    (here / "fentcheck.toml").write_text("[limits]\nclaims = 3\n")
    assert "the limit claims is 3" in findings("claims")[0]["message"]
    assert findings("claims", "--limit", "claims=4") == []


def test_a_project_cannot_raise_a_limit(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "claims/x.yaml").write_text(claims(1))
    (here / "fentcheck.toml").write_text("ignore = []\n[limits]\nfile-size = 99999999\n")
    assert status_of(["verify", "claims"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("fentcheck: fentcheck.toml:3: a project's settings may lower the limit")
    assert "--limit file-size=99999999 does" in told
    assert "FENTCHECK_LIMITS" in told


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("claims", "a limit is set like"),
        ("claim=5", "there is no limit “claim”; there are file-size, "),
        ("claims=0", "a whole number from 1 to 10,000,000"),
        ("claims=-1", "a whole number from 1"),
        ("claims=1e9", "a whole number from 1"),
        ("claims=" + "9" * 5000, "a whole number from 1"),
        ("check-depth=61", "a whole number from 1 to 60"),
        ("check-depth=٣", "a whole number from 1 to 60"),
    ],
)
def test_a_limit_that_cannot_be(
    given: str, words: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "claims/x.yaml").write_text(claims(1))
    assert status_of(["verify", "claims", f"--limit={given}"]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("field", Limits._fields)
def test_config_shows_every_limit_and_its_origin(
    field: str, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, value = named(field), getattr(DEFAULTS, field)
    shown: Callable[[], str] = lambda: next(  # noqa: E731
        line for line in capsys.readouterr().out.splitlines() if line.startswith(f"  {name} ")
    )
    status_of(["config"])
    assert shown().split()[1:3] == [str(value), "default"]
    monkeypatch.setenv("FENTCHECK_LIMITS", f"{name}=7")
    status_of(["config"])
    assert shown().split()[1:3] == ["7", "FENTCHECK_LIMITS"]
    status_of(["config", "--limit", f"{name}=8"])
    assert shown().split()[1:4] == ["8", "command", "line"]
    assert ABOUT[field][0] in {ABOUT[known][0] for known in ABOUT}


def test_every_limit_can_be_raised_as_far_as_it_says() -> None:
    assert set(ABOUT) == set(Limits._fields)
    for field, (_, highest) in ABOUT.items():
        assert getattr(DEFAULTS, field) <= highest
        assert getattr(DEFAULTS.with_values(f"{named(field)}={highest}"), field) == highest
        with pytest.raises(LimitError):
            DEFAULTS.with_values(f"{field}={highest + 1}")


def test_the_deepest_checks_that_can_be_allowed_are_read(here: Path) -> None:
    deep = ABOUT["check_depth"][1]
    that = "(" * deep + "c0" + ")" * deep
    (here / "claims/x.yaml").write_text(claims(1) + f"checks:\n  - that: {that} == c0\n")
    assert findings("claims", "--limit", f"check-depth={deep}") == []
