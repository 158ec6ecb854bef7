"""`summarise` and `combine` come to what one run over the whole archive prints."""

from __future__ import annotations

import io
import json
import multiprocessing
import pickle
import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir, redirect_stdout
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fentcheck
from fentcheck import Summarised, SummaryError, claims_files, combine, summarise
from fentcheck.cli.main import status_of
from fentcheck.engine.check import Fault
from fentcheck.files import summarise as step
from fentcheck.files.config import Config, ConfigError
from fentcheck.files.disk import PathError
from fentcheck.limits import Limits
from fentcheck.output.options import Options
from fentcheck.output.registry import PARTED

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def _printed(within: Sequence[str], form: str, *options: str) -> tuple[str, int]:
    """What the command prints, and its exit status."""
    with redirect_stdout(io.StringIO()) as out:
        call = ["verify", *within, "--format", form, "--today", str(TODAY), "--no-cache"]
        status = status_of([*call, *options])
    return out.getvalue(), status


def _sent(summary: Summarised, by: int) -> Summarised:
    """The same, once it has been away."""
    return pickle.loads(pickle.dumps(summary)) if by else Summarised.from_json(summary.to_json())


# Small archives with all that goes across files

_SCOPES = ("{town: Ely}", "{town: Bath}", "{town: Ely, branch: East}", "{town: Atlantis}")
_VALUES = (
    "41,300 books",
    "61,300 books",
    "at least 40,000 books",
    "-3 books",
    "many",
    "61.3 tomes",
)


@st.composite
def _claims(draw: st.DrawFn, name: str, others: Sequence[str]) -> str:
    month = draw(st.integers(1, 9))
    lines = [f"article: {{published: 2024-0{month}}}"] if draw(st.booleans()) else []
    lines.append("claims:")
    for own in ("books", "more")[: draw(st.integers(1, 2))]:
        scope, value = draw(st.sampled_from(_SCOPES)), draw(st.sampled_from(_VALUES))
        measure = draw(st.sampled_from(("books lent", "boks lent")))
        lines.append(f"  - id: {own}\n    measure: {measure}\n    of: {scope}\n    period: 2023")
        lines.append(f"    value: {value}")
        if own == "more" and draw(st.booleans()):
            lines.append(f"    part_of: {draw(st.sampled_from(others))}.books")
    if draw(st.booleans()):
        one, other = draw(st.sampled_from(others)), draw(st.sampled_from(others))
        lines.append(f"checks:\n  - that: {one}.books >= {other}.books")
    if draw(st.booleans()):
        code = draw(st.sampled_from(("FC102", "FC501", "FC103", "FC011", "FC999")))
        until = draw(st.sampled_from(("", "\n    until: 2025-01-01", "\n    until: 2027-01-01")))
        lines.append(
            f"waivers:\n  - code: {code}\n    claims: [books]\n    reason: both counts{until}"
        )
    return "\n".join(lines) + "\n"


_REFERENCE = """\
source: {{publisher: Library Office, known_from: 2023-02}}
claims:
  - {{id: lent, measure: {measure}, of: {{town: Ely}}, period: 2023, value: {value}}}
"""
_VOCABULARIES = (
    "measures: {books lent: {}}\ndimensions: {town: county > Ely}\n",
    "measures: {books lent: {kind: floe}}\n",
    "measures: [\n",
)
_SETTINGS = (
    "",
    '[severity]\nFC102 = "note"\nFC012 = "error"\n',
    '[per-path."claims/n/*"]\nignore = ["FC102", "FC012"]\n',
    '[per-path."b.yaml"]\nseverity = {FC501 = "error", FC102 = "warning"}\n',
    'fail-on = "note"\nignore = ["FC501"]\n[thresholds]\ngap = 1.4\nlook-alike-gap = 2\n',
    'references = "facts"\nvocabulary = "words.yaml"\n',
    'locale = "en-GB"\nfiscal-year-starts = 4\n[units]\ntome = "3 * meter"\n',
)
_STEMS = ("a", "b", "c", "d-é")


@st.composite
def _archives(draw: st.DrawFn) -> dict[str, str]:
    """Texts by path, below a project's folder."""
    files = {"fentcheck.toml": draw(st.sampled_from(_SETTINGS))}
    if "facts" in files["fentcheck.toml"]:
        files["words.yaml"] = draw(st.sampled_from(_VOCABULARIES[:2]))
        files["facts/league.yaml"] = _REFERENCE.format(measure="boks lent", value="41,300 books")
    for folder in ("claims", "claims/n", "claims/n/deep", "claims/m"):
        for stem in draw(st.sets(st.sampled_from(_STEMS), max_size=3)):
            ending = draw(st.sampled_from(("yaml", "yml")))
            files[f"{folder}/{stem}.{ending}"] = draw(_claims(stem, (*_STEMS, "league")))
        if draw(st.booleans()):
            files[f"{folder}/vocabulary.yaml"] = draw(st.sampled_from(_VOCABULARIES))
        for stem in draw(st.sets(st.sampled_from(("league", "a")), max_size=2)):
            measure = draw(st.sampled_from(("books lent", "boks lent")))
            value = draw(st.sampled_from(("41,300 books", "lots")))
            text = _REFERENCE.format(measure=measure, value=value)
            files[f"{folder}/references/{stem}.yaml"] = text
    if draw(st.booleans()):
        files["claims/n/e.yaml"] = draw(st.sampled_from(("claims: [\n", "", "\0", "claims: {}\n")))
    files["claims/last.yaml"] = draw(_claims("last", ("a", "b")))
    return files


_WITHIN = (
    ("claims",),
    ("claims/n", "claims"),
    ("claims", "claims/references"),
    ("claims/n/references", "claims"),
    ("claims/last.yaml", "claims/n", "claims/vocabulary.yaml"),
    ("claims/n/", "claims/last.yaml"),
)


@settings(max_examples=120, deadline=None)
@given(
    _archives(),
    st.sampled_from(_WITHIN),
    st.sampled_from(PARTED),
    st.randoms(use_true_random=False),
    st.booleans(),
)
def test_the_report_is_that_of_one_run(
    files: dict[str, str],
    within: tuple[str, ...],
    form: str,
    chance: random.Random,
    show_all: bool,
) -> None:
    with TemporaryDirectory() as folder, TemporaryDirectory() as elsewhere:
        project = Path(folder) / "desk"
        for name, text in files.items():
            path = project / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        with chdir(project):
            within = tuple(one for one in within if Path(one).exists())
            wanted = _printed(within, form, *(["--all"] if show_all else []))
            options = Options(show_all=show_all, fail_on="note") if show_all else None
            summaries = []
            for batch in _parted(claims_files(within), chance):
                if chance.random() < 0.3:
                    step._here.__dict__.clear()  # as another process would
                one = summarise(batch, within, form, today=TODAY, options=options)
                summaries.append(_sent(one, chance.randint(0, 1)))
        shutil.rmtree(project)
        chance.shuffle(summaries)
        with chdir(elsewhere):
            found = combine(iter(summaries))
    assert found.text == wanted[0]
    if not show_all:
        assert found.status == wanted[1]


def _parted(files: Sequence[str], chance: random.Random) -> Iterator[list[str]]:
    """Batches that hold all of the files, some of them twice."""
    left = [*files, *chance.sample(files, chance.randint(0, min(2, len(files))))]
    chance.shuffle(left)
    while left:
        size = chance.randint(1, 4)
        yield left[:size]
        left = left[size:]


# The archive of all cases of the rules, which has every kind of finding


@pytest.fixture(scope="module")
def cases() -> Iterator[str]:
    with chdir(HERE):
        yield "cases"


@pytest.mark.parametrize("form", PARTED)
def test_folders_that_were_sent_about(cases: str, form: str) -> None:
    parts = [*map(str, sorted(Path(cases).iterdir(), reverse=True))]
    summaries = [_sent(summarise(part, cases, form, today=TODAY), 0) for part in parts]
    found = combine(summaries)
    assert (found.text, found.status) == _printed([cases], form)


def test_the_archive_as_one_summary(cases: str) -> None:
    whole = summarise(cases, form="jsonl", today=TODAY)
    pieces: list[str] = []
    found = combine([whole, whole], into=pieces.append)
    assert found.text == ""
    assert "".join(pieces) == _printed([cases], "jsonl")[0]
    assert [path for _, path, *_ in whole.files] == [*claims_files(cases)]


def test_a_summary_is_plain_data(cases: str) -> None:
    def kinds(value: object) -> set[type]:
        if isinstance(value, tuple):
            return set().union(*map(kinds, value)) if value else set()
        return {type(value)}

    summary = summarise(cases, today=TODAY)
    assert kinds(summary) <= {str, int, float, bool, type(None)}
    line = summary.to_json()
    assert line.isascii()
    assert "\n" not in line
    assert "Infinity" not in line
    assert Summarised.from_json(json.dumps(json.loads(line), indent=1, sort_keys=True)) == summary


def test_it_makes_no_difference_where_summaries_wait(
    cases: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = combine([summarise(cases, today=TODAY)])
    monkeypatch.setattr("fentcheck.files.combine._MOST_IN_MEMORY", 1)
    assert combine([summarise(cases, today=TODAY)]).text == wanted.text


def test_each_summary_is_let_go(cases: str) -> None:
    folders = sorted(map(str, Path(cases).iterdir()))

    def made() -> Iterator[Summarised]:
        for folder in folders:
            # two lists, the name `each` and the question itself
            held.update(sys.getrefcount(each) - 4 for each in alive[:-1])
            one = summarise(folder, cases, today=TODAY)
            alive.append(one)
            yield one

    alive: list[Summarised] = []
    held: set[int] = set()
    combine(made())
    assert len(alive) == len(folders)
    assert held == {0}


# Other threads, processes and machines


def _summarised(batch: tuple[str, ...]) -> bytes:
    return pickle.dumps(summarise(batch, "cases", today=TODAY))


def test_threads(cases: str) -> None:
    files = claims_files(cases)
    batches = [files[at::5] for at in range(5)]
    with ThreadPoolExecutor(4) as pool:
        found = combine(map(pickle.loads, pool.map(_summarised, batches)))
    assert found.text == _printed([cases], "json")[0]


def test_processes_that_begin_anew(cases: str) -> None:
    files = claims_files(cases)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        sent = pool.map(_summarised, [files[1::2], files[::2]])
    assert combine(map(pickle.loads, sent)).text == _printed([cases], "json")[0]


def test_machines_that_have_the_project_in_different_places(tmp_path: Path) -> None:
    places = [tmp_path / "one" / "desk", tmp_path / "other" / "far" / "desk"]
    for place in places:
        shutil.copytree(HERE / "cases" / "fc102", place / "copy" / "claims")
        (place / ".git").mkdir()
        (place / "copy" / "fentcheck.toml").write_text(
            '[per-path."claims/told_already/*"]\nseverity = {FC1 = "note"}\n'
        )
    summaries = []
    for at, place in enumerate(places):
        with chdir(place / "copy"):
            batch = claims_files("claims")[at::2]
            summaries.append(summarise(batch, "claims", today=TODAY))
            wanted = _printed(["claims"], "json")[0]
    with chdir(tmp_path):
        assert combine(summaries).text == combine(summaries[::-1]).text == wanted
    assert '"severity": "note"' in wanted


def test_a_fault_of_ours_reaches_who_waits_for_it() -> None:
    fault = pickle.loads(pickle.dumps(Fault("FC101", "claims/x.yaml")))
    assert (fault.code, fault.path, str(fault)) == (
        "FC101",
        "claims/x.yaml",
        "FC101 failed on claims/x.yaml",
    )


# What a process keeps is asked after


ONE = 'claims:\n  - {id: books, measure: books lent, period: 2023, value: "41 books"}\n'
OTHER = ONE.replace("41", "71")


def _desk(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.yaml").write_text(ONE)
    (folder / "b.yaml").write_text(OTHER)
    return folder


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return _desk(tmp_path / "claims")


def _told(*paths: str) -> list[str]:
    found = json.loads(combine([summarise(one, "claims", today=TODAY) for one in paths]).text)
    return sorted(one["code"] for one in found["findings"])


def test_what_changed_since_the_last_call_is_seen(desk: Path) -> None:
    assert _told("claims") == ["FC102"]
    (desk / "vocabulary.yaml").write_text("measures: {books: {}}\n")
    assert _told("claims") == ["FC011", "FC011", "FC102"]
    (desk / "vocabulary.yaml").write_text("measures: {books lent: {}}\n")
    assert _told("claims") == ["FC102"]
    (desk / "references").mkdir()
    (desk / "references" / "x.yaml").write_text("source: {title: x}\nclaims: 1\n")
    assert _told("claims") == ["FC002", "FC102"]
    (desk / "n").mkdir()
    (desk / "n" / "a.yaml").write_text(ONE)
    assert "FC003" in _told("claims")
    (desk / "n" / "a.yaml").unlink()
    (desk / "b.yaml").write_text(ONE)
    assert _told("claims") == ["FC002"]
    (desk / "b.yaml").write_text(ONE + "checks:\n  - that: books > a.books\n")
    assert _told("claims") == ["FC002", "FC202"]
    (desk / "a.yaml").write_text(ONE.replace("41", "11"))
    assert _told("claims") == ["FC002", "FC102"]
    (desk.parent / "fentcheck.toml").write_text('ignore = ["FC1"]\n')
    assert _told("claims") == ["FC002"]


# What cannot be done


@pytest.mark.parametrize(
    ("path", "within", "says"),
    [
        ("claims/x.yaml", "claims", "no file or folder claims/x.yaml"),
        ("claims", "nowhere", "no file or folder nowhere"),
        ("other/a.yaml", "claims", "other/a.yaml is none of the claims files in claims"),
        ("other", "claims", "other is none of the claims files in claims"),
        (".", "claims", "none of the claims files"),
        ("claims/words.txt", "claims", "none of the claims files"),
        ("claims", "empty", "there are no claims files in empty"),
        ("-", "-", "standard input"),
    ],
)
def test_paths_that_cannot_be(desk: Path, path: str, within: str, says: str) -> None:
    _desk(desk.parent / "other")
    (desk.parent / "empty").mkdir()
    (desk / "words.txt").touch()
    with pytest.raises(PathError, match=says):
        summarise(path, within, today=TODAY)


def test_a_folder_of_the_archive_without_claims_files_adds_nothing(desk: Path) -> None:
    (desk / "notes").mkdir()
    assert summarise("claims/notes", "claims", today=TODAY).files == ()
    assert _told("claims/notes", "claims") == ["FC102"]


def test_a_path_may_be_spelled_otherwise(desk: Path) -> None:
    given = summarise([desk / "a.yaml", "./claims//b.yaml"], "claims", today=TODAY)  # type: ignore[list-item]
    assert combine([given]).text == _printed(["claims"], "json")[0]


def test_a_form_that_is_not_put_together(desk: Path) -> None:
    with pytest.raises(ConfigError, match="as html; it can as text, concise, json, jsonl"):
        summarise("claims", form="html")


def _of(path: str, **more: object) -> Summarised:
    return summarise(path, **{"within": "claims", "today": TODAY, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"form": "jsonl"}, "two forms: json and jsonl"),
        ({"today": date(2026, 11, 23)}, "two days; give `today` for all of them: 2026-11-22 and"),
        ({"config": Config("."), "options": Options(fail_on="note")}, "different options"),
        ({"config": Config(".", ignore=("FC102",))}, "different rules"),
        ({"config": Config(".", severity={"FC102": "note"})}, "different settings"),
        ({"config": Config(".", limits=Limits(mistakes=10))}, "different settings"),
        ({"within": ("claims", "other")}, "not of one archive"),
        ({"within": ("claims/b.yaml", "claims")}, "not of one archive"),
    ],
)
def test_summaries_that_are_not_of_one_run(desk: Path, more: dict[str, object], says: str) -> None:
    _desk(desk.parent / "other")
    with pytest.raises(SummaryError, match=says):
        combine([_of("claims/a.yaml"), _of("claims/b.yaml", **more)])


@pytest.mark.parametrize("by", [0, 1])
def test_figures_that_only_a_raised_limit_lets_through(desk: Path, by: int) -> None:
    for stem, number in (("a", "1." + "0" * 50), ("b", "2." + "0" * 50)):
        path = desk / f"{stem}.yaml"
        path.write_text(ONE.replace("41", number))
    config = Config(".", limits=Limits(number_length=100))
    summaries = [_of(f"claims/{stem}.yaml", config=config) for stem in ("a", "b")]
    found = combine(_sent(one, by) for one in summaries)
    printed, _ = _printed(["claims"], "json", "--limit", "number-length=100")
    assert '"code": "FC102"' in printed
    assert found.text == printed


def test_a_file_that_is_missing(desk: Path) -> None:
    for there, where in (("a", "the one after claims/a.yaml"), ("b", "the first")):
        with pytest.raises(SummaryError, match=f"of 1 of the 2 claims files; {where} is missing"):
            combine([_of(f"claims/{there}.yaml")])
    with pytest.raises(SummaryError, match="no summaries"):
        combine([])


def test_a_file_that_changed_in_between(desk: Path) -> None:
    whole = _of("claims")
    (desk / "b.yaml").write_text(ONE)
    with pytest.raises(SummaryError, match=r"two summaries differ on claims/b\.yaml"):
        combine([whole, _of("claims/b.yaml")])


def test_nothing_is_written_of_what_cannot_be_combined(desk: Path) -> None:
    pieces: list[str] = []
    with pytest.raises(SummaryError):
        combine([_of("claims/a.yaml", form="jsonl")], into=pieces.append)
    assert pieces == []


def test_a_summary_of_another_version(desk: Path) -> None:
    line = _of("claims").to_json()
    later = line.replace('"schema":1', '"schema":2')
    with pytest.raises(SummaryError, match="in the newer form 2, and this is fentcheck"):
        Summarised.from_json(later)
    other = line.replace(f'"fentcheck":"{fentcheck.__version__}"', '"fentcheck":"0.0.9"')
    with pytest.raises(SummaryError, match=r"made by fentcheck 0\.0\.9, and this is"):
        Summarised.from_json(other)
    with pytest.raises(SummaryError, match=r"made by fentcheck 0\.0\.9"):
        combine([_of("claims/a.yaml"), _of("claims/b.yaml")._replace(version="0.0.9")])


@pytest.mark.parametrize("text", ["", "{}", "[]", "1", "[" * 100_000, '{"schema": NaN}', "\0"])
def test_what_is_no_summary(text: str) -> None:
    with pytest.raises(SummaryError, match="this is no summary"):
        Summarised.from_json(text)


@settings(max_examples=200, deadline=None)
@given(st.integers(0), st.characters(codec="ascii", exclude_categories=()))
def test_a_damaged_line_is_told(at: int, character: str) -> None:
    with TemporaryDirectory() as folder, chdir(_desk(Path(folder) / "claims").parent):
        summary = _of("claims")
    line = summary.to_json()
    at %= len(line)
    damaged = line[:at] + character + line[at + 1 :]
    try:
        found = Summarised.from_json(damaged)
    except SummaryError:
        return
    assert found == summary  # white space for white space, or a spelling that means the same


def test_the_status_is_that_of_the_settings(desk: Path) -> None:
    found = combine([_of("claims")])
    assert (found.status, found.reaches("never"), found.reaches("error")) == (1, False, True)
    (desk.parent / "fentcheck.toml").write_text('fail-on = "never"\n')
    assert combine([_of("claims")]).status == 0
