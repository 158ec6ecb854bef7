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

import fentcheck.output.text as text_report
import fentcheck.rules.fc501_look_alike_figures as fc501
from bench.hostile import Input, inputs
from fentcheck.book.filed import Filed
from fentcheck.book.span import START
from fentcheck.cli.main import status_of
from fentcheck.engine.trial import size_of
from fentcheck.expressions.tree import (
    Comparison,
    Expression,
    Named,
    Operation,
    Operator,
    operation,
)
from fentcheck.limits import ABOUT, DEFAULTS, LimitError, Limits, named
from fentcheck.rules.relation import Relation, Wording

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
    "checks_length": ("FC001", claims(1) + "checks:\n" + "  - that: c0 == c0\n" * 3, 20),
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
     ("figures_read", 3, "It has 5 boats. " * 5),
     ("draft_pieces", 3, "It has 5 boats.\n\n" * 5),
     ("draft_pieces", 3, "It has\n" * 5),
     ("relations", 1, "The fee rose by 20% from £40 to £48. It rose by 50% from £20 to £30.")],
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
    assert "line 3: more than 1 figure;" in told.err


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
    few = [one["mends"] for one in findings("claims", "--limit", "mend-work=70")]
    assert all(every)
    assert few[0] == every[0]
    assert not few[-1]


def test_the_rest_of_a_full_draft_is_not_read(here: Path) -> None:
    wrong = "The fee rose 12% from £40 to £52.\n\n"
    (here / "draft.md").write_text(wrong * 4)
    told = findings("draft.md", "--limit", "draft-pieces=4", command="audit")
    assert [one["code"] for one in told] == ["FC401", "FC401", "FC001"]
    assert len(findings("draft.md", command="audit")) == 4


def test_a_full_text_of_an_article_is_not_half_read(here: Path) -> None:
    (here / "draft.md").write_text("It has 5 boats.\n\n" * 5)
    (here / "claims/x.yaml").write_text(
        "article: {text: ../draft.md}\nclaims:\n  - {id: a, value: 5 kg, quote: 5 kg}\n"
    )
    (told,) = findings("claims", "--limit", "draft-pieces=3")
    assert told["code"] == "FC013"
    assert "the limit draft-pieces is 3" in told["message"]


# What counts for how much


def test_what_stands_before_a_limit_is_checked(here: Path) -> None:
    text = claims(2).replace("c1, value: 5 kg", "c1, value: 9 kg")
    (here / "claims/x.yaml").write_text(text + "checks:\n" + "  - that: c0 == c1\n" * 5)
    assert len([one for one in findings("claims") if one["code"] == "FC202"]) == 5
    few = findings("claims", "--limit", "relations=12")
    assert [one["code"] for one in few] == ["FC202", "FC202", "FC001"]


def test_claims_that_are_not_read_are_not_missed(here: Path) -> None:
    checks = "checks:\n  - that: c4 == c3\n  - that: other.c4 == c0\n"
    waivers = "waivers:\n  - {code: FC101, claims: [c4], reason: r}\n"
    linked = claims(5).replace("c1, ", "c1, part_of: c4, ")
    (here / "claims/x.yaml").write_text(linked + checks + waivers)
    told = findings("claims", "--limit", "claims=3")
    assert [one["code"] for one in told] == ["FC001", "FC006"]
    assert "other.c4" in told[1]["message"]


def test_a_long_relation_counts_for_several() -> None:
    few, many = (operation(Operator.SUM, *map(Named, names)) for names in ("ab", "ab" * 40))
    apart = operation(Operator.SUM, *(Named(f"c{index}") for index in range(80)))
    high = Operation(Operator.POWER, (Named("a"),), 60)
    sizes = [size_of(_relation(side)) for side in (few, high, apart, many)]
    assert sizes[0] == 1
    assert sizes == sorted(set(sizes))


def _relation(computed: Expression) -> Relation:
    return Relation(
        "FC202", Named("s"), Comparison.EQUAL, computed, (), "x.yaml", START, Wording.CHECK
    )


def test_figures_that_look_alike_are_not_tried_each_with_each(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []
    may_be = fc501._LookAlikes._may_be_confused

    def counted(self: fc501._LookAlikes, one: Filed, other: Filed) -> bool:
        tried.append(1)
        return may_be(self, one, other)

    monkeypatch.setattr(fc501._LookAlikes, "_may_be_confused", counted)
    lay(inputs(15_000)["claims/records by year"], here)
    told = findings("claims", "--limit", "pairs=5000")
    many = 15_000 // 90
    assert many < len(tried) <= many * fc501._FREELY + 500 < many * (many - 1) / 2
    assert [one["code"] for one in told if "pairs" in str(one["message"])] == ["FC001"]


def test_a_conflict_that_takes_too_much_work_names_the_limit(here: Path) -> None:
    lay(inputs(2_000)["claims/a ring of checks that cannot be"], here)
    (told,) = findings("claims")
    assert (told["code"], told["severity"]) == ("FC203", "error")
    (given_up,) = findings("claims", "--limit", "joint-work=50")
    assert (given_up["code"], given_up["severity"]) == ("FC203", "note")
    assert "the limit joint-work is 50" in given_up["message"]


def test_a_proof_of_many_steps_is_told_by_its_ends(here: Path) -> None:
    many = 90
    values = "".join(f"  - {{id: c{n}, value: up to 900 kg}}\n" for n in range(1, many))
    one_more = '"exactly 1 kg"'
    checks = "".join(f"  - that: c{n} == c{n - 1} + {one_more}\n" for n in range(1, many + 1))
    (here / "claims/x.yaml").write_text(
        f"{ARTICLE}claims:\n  - {{id: c0, value: exactly 1 kg}}\n{values}"
        f"  - {{id: c{many}, value: exactly 80 kg}}\nchecks:\n{checks}"
    )
    (told,) = findings("claims")
    assert told["code"] == "FC203"
    assert "… 50 more steps …" in told["message"]
    assert told["message"].endswith("not exactly 80 kg")
    assert told["message"].count("; ") == 40


def test_of_a_very_long_line_the_beginning_is_shown(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lengths: list[int] = []
    safe = text_report.safe
    monkeypatch.setattr(text_report, "safe", lambda one: lengths.append(len(one)) or safe(one))
    lay(inputs(30_000)["claims/one claim with unknown keys"], here)
    assert status_of(["verify", "claims"]) == 1
    assert "has no key “k0”" in capsys.readouterr().out
    assert 9_000 < max(lengths) <= 10_001


# Settings, vocabularies and documents


def test_a_vocabulary_of_too_many_steps_says_so(here: Path) -> None:
    (here / "claims/x.yaml").write_text(
        f"{ARTICLE}claims:\n"
        "  - {id: a, measure: m, of: {first: c}, value: 5 kg}\n"
        "  - {id: b, measure: m, of: {first: a}, value: 9 kg}\n"
    )
    vocabulary = "measures:\n  m: {kind: flow}\ndimensions:\n  first: c > b > a\n"
    rest = "  second: z > y > x > w > v\n"
    (here / "claims/vocabulary.yaml").write_text(vocabulary + rest)
    (subset,) = findings("claims")
    assert subset["code"] == "FC502"
    told = findings("claims", "--limit", "chain-steps=5")
    assert [one["code"] for one in told] == ["FC001", "FC502"]
    assert "the limit chain-steps is 5" in told[0]["message"]
    assert told[0]["path"].endswith("vocabulary.yaml")


def test_a_key_of_very_many_parts_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "claims/x.yaml").write_text(claims(1))
    for dot, quote in ((".", ""), (" . ", '"'), (".", "'")):
        part = f"{quote}a{quote}"
        (here / "fentcheck.toml").write_text(f"{dot.join([part] * 60)} = 1\n")
        assert status_of(["verify", "claims"]) == 2
        assert "fentcheck.toml: a key of more than 50 parts" in capsys.readouterr().err
    (here / "fentcheck.toml").write_text('locale = "en-US"\n[per-path."' + "a." * 30 + '"]\n')
    assert status_of(["verify", "claims"]) == 0


def test_a_cell_that_spans_very_many_columns(here: Path) -> None:
    pytest.importorskip("docx")
    lay(INPUTS["format/word spans"], here)
    (told,) = findings("draft.docx", command="audit")
    assert told["code"] == "FC001"
    assert "the limit word-paragraphs is 10,000" in told["message"]


def test_the_path_of_a_text_may_not_be_endless(here: Path) -> None:
    path = "../" * 3_000
    (here / "claims/x.yaml").write_text(
        f"article: {{text: {path}}}\nclaims:\n  - {{id: a, value: 5 kg, quote: 5 kg}}\n"
    )
    (told,) = findings("claims")
    assert told["code"] == "FC013"
    assert "too long" in told["message"]


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
