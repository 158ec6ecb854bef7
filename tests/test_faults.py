"""What goes wrong around a run: disks, signals, streams, caches, files, limits of the system.

Every answer is right, or is refused with a status that says so; and nothing half-written is left.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import (
    IS_LINUX,
    PROGRAM,
    ROOT,
    Done,
    alive_in_session,
    children,
    environment,
    limit,
    names,
    run,
    shell,
    told_plainly,
    unprivileged,
    until,
)
from samples import WRONG_ROADS

from bench.corpus import write_corpus
from fentcheck.cli.main import status_of
from fentcheck.files.archive import Task, Work
from fentcheck.files.cache import folder as cache_folder
from fentcheck.files.config import Config
from fentcheck.files.disk import PathError, bytes_of
from fentcheck.files.fix import to_fix
from fentcheck.files.load import Library
from fentcheck.files.results import Results
from fentcheck.files.shelf import Shelf
from fentcheck.output.options import Options
from fentcheck.output.registry import parted
from fentcheck.rules.registry import RULES

DRAFT = "It seized 150 pounds a day.\n\nThat is 20,000 pounds a year, and 5% more than in 2020.\n"
UNTIDY = "claims:\n  - value: 150 people/day   \n    measure: road deaths\n"
FILES = 120

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")
linux = pytest.mark.skipif(not IS_LINUX, reason="looks into /proc")
with_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")

COMMANDS = [
    ["verify", "claims"],
    ["verify", "claims", "--format", "json"],
    ["verify", "claims", "--format", "html"],
    ["lint", "claims"],
    ["lint", "claims", "--diff"],
    ["audit", "draft.md"],
    ["extract", "draft.md"],
    ["quantities", "draft.md"],
    ["explain", "per_day"],
    ["value", "nearly a third"],
    ["calc", "1 + 1"],
    ["rule"],
    ["rule", "FC101"],
    ["config"],
    ["schema"],
    ["schema", "report"],
    ["--help"],
    ["--version"],
]
"""Calls of every command that prints, each from the folder `here`."""
_ids = "-".join


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A project with a wrong article, an untidy one and a draft."""
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "roads.yaml").write_text(WRONG_ROADS)
    (tmp_path / "claims" / "untidy.yaml").write_text(UNTIDY)
    (tmp_path / "draft.md").write_text(DRAFT)
    (tmp_path / "fentcheck.toml").write_text("")
    return tmp_path


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many claims files. Tests leave them as they are."""
    place = tmp_path_factory.mktemp("archive")
    write_corpus(place / "claims", FILES)
    (place / "fentcheck.toml").write_text("")
    return place


@pytest.fixture(scope="module")
def right(archive: Path) -> Done:
    """What the archive comes to."""
    done = run("verify", "--format", "concise", "--no-cache", "--jobs", "1", cwd=archive)
    assert done.returncode == 1
    assert done.stdout.count(b"\n") > FILES
    return done


@pytest.fixture
def cached(tmp_path: Path) -> dict[str, str]:
    """An environment with a cache folder that is not there yet."""
    return environment(FENTCHECK_CACHE_DIR=str(tmp_path / "cache"))


def same(done: Done, right: Done) -> None:
    assert done.stderr.decode() == ""
    assert done.stdout == right.stdout
    assert done.returncode == right.returncode


# A full disk


@with_full
@pytest.mark.parametrize("words", COMMANDS, ids=_ids)
def test_standard_output_on_a_full_disk(here: Path, words: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = run(*words, cwd=here, stdout=full)
    assert done.returncode == 2
    assert b"cannot be written: No space left on device" in done.stderr
    told_plainly(done)


@with_full
@pytest.mark.parametrize("words", [["verify", "nowhere"], ["value", "lots"], ["verify", "--what"]])
def test_standard_error_on_a_full_disk(here: Path, words: list[str]) -> None:
    done = shell(f"$F {' '.join(words)} 2>/dev/full", cwd=here)
    assert done.returncode == 2


@posix
@pytest.mark.parametrize(
    "words",
    [
        ["verify", "--output", "out"],
        ["verify", "--format", "html", "--output", "out"],
        ["lint", "--format", "sarif", "--output", "out"],
        ["audit", "draft.md", "--output", "out"],
        ["verify", "--baseline", "out", "--update-baseline"],
        ["verify", "--baseline", "new"],
        ["extract", "draft.md", "--output", "out"],
        ["lint", "--fix"],
        ["init", "starter"],
    ],
    ids=_ids,
)
@pytest.mark.parametrize("most", [0, 60])
def test_a_file_for_which_there_is_no_room(here: Path, words: list[str], most: int) -> None:
    """A file may grow to so many bytes; what was there before is there afterwards."""
    if words[0] != "verify" or "--baseline" not in words:
        (here / "out").write_text("as it was")
    before = {one: one.read_bytes() for one in here.rglob("*") if one.is_file()}
    done = run(*words, cwd=here, limits=limit("RLIMIT_FSIZE", most))
    assert done.returncode == 2
    assert b"File too large" in done.stderr
    assert b"None" not in done.stderr
    told_plainly(done)
    assert {one: one.read_bytes() for one in here.rglob("*") if one.is_file()} == before
    assert not (here / "starter").exists()


def test_a_disk_that_is_really_full(here: Path) -> None:
    small = here / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "none", str(small)]
    if not IS_LINUX or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no file system can be mounted here")
    try:
        (small / "out").write_text("as it was")
        full = {"FENTCHECK_CACHE_DIR": str(small / "cache"), "TMPDIR": str(small)}
        for form in ("html", "json"):
            done = run("verify", "--format", form, "--output", "small/out", cwd=here)
            assert done.returncode == (2 if form == "html" else 1), form
            if form == "html":
                assert b"small/out cannot be written: No space left on device" in done.stderr
                assert (small / "out").read_text() == "as it was"
            assert names(small) == ["out"]
        done = run("verify", "--format", "html", cwd=here, env=environment(**full))
        assert (done.returncode, done.stderr) == (1, b"")
        done = run("init", "small", cwd=here)
        assert done.returncode == 2
        assert b"No space left on device" in done.stderr
        assert "fentcheck.toml" not in names(small)
    finally:
        subprocess.run(["umount", str(small)], check=True)


@with_full
def test_a_step_summary_that_cannot_be_written(here: Path) -> None:
    env = environment(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY="/dev/full")
    done = run("verify", cwd=here, env=env)
    assert done.returncode == 1
    assert b"no step summary" in done.stderr
    assert b"::error" in done.stdout


@posix
def test_a_cache_for_which_there_is_no_room(
    archive: Path, right: Done, cached: dict[str, str]
) -> None:
    for most in (0, 4096):
        for _ in range(2):
            done = run(
                "verify", "--format", "concise", cwd=archive, env=cached,
                limits=limit("RLIMIT_FSIZE", most),
            )  # fmt: skip
            same(done, right)


@posix
@pytest.mark.parametrize("trouble", ["no room", "no folder"])
def test_records_that_find_no_room_on_the_disk(
    trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They stay in memory, and come back as they would."""
    resource = pytest.importorskip("resource")
    entries = [(f"key {at * 7 % 10}", ()) for at in range(100)]

    def groups(shelf: Shelf) -> list[tuple[str, int]]:
        for key, entry in entries:
            shelf.add(key, entry)
        return [(key, len(list(found))) for key, found in shelf.groups()]

    expected = groups(Shelf())
    shelf = Shelf(most_in_memory=5)
    if trouble == "no folder":
        monkeypatch.setattr("tempfile.tempdir", "/no/such/folder")
        assert groups(shelf) == expected
        return
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40, most))
    try:
        assert groups(shelf) == expected
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


# Interrupts


@linux
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(("jobs", "to_all"), [(1, False), (2, False), (2, True)])
def test_an_interrupt_in_the_middle(
    archive: Path, tmp_path: Path, cached: dict[str, str], number: int, jobs: int, to_all: bool
) -> None:
    """As from a terminal, where every process of the run gets the signal, or to the first alone."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.txt").write_text("as it was")
    process = subprocess.Popen(
        [*PROGRAM, "verify", "--jobs", str(jobs), "--output", str(out / "report.txt")],
        cwd=archive,
        env=cached,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until(lambda: len(names(out)) == 2)
    if jobs > 1:
        until(lambda: len(children(process.pid)) == jobs)
    (os.killpg if to_all else os.kill)(process.pid, number)
    printed = process.communicate(timeout=60)
    assert (*printed, process.returncode) == (b"", b"", 130)
    assert (out / "report.txt").read_text() == "as it was"
    assert names(out) == ["report.txt"]
    assert not [name for name in names(tmp_path / "cache") if name.endswith(".part")]
    until(lambda: not alive_in_session(process.pid))


@linux
def test_helpers_end_when_the_first_process_is_killed(archive: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "verify", "--jobs", "3", "--no-cache"],
        cwd=archive,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until(lambda: len(children(process.pid)) == 3)
    process.kill()
    _, told = process.communicate(timeout=60)
    assert told == b""
    until(lambda: not alive_in_session(process.pid))


@posix
@pytest.mark.parametrize("words", [["verify", "-"], ["audit", "-"], ["quantities", "-"]], ids=_ids)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_while_it_waits_for_input(words: list[str], number: int) -> None:
    process = subprocess.Popen(
        [*PROGRAM, *words],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin is not None
    time.sleep(1)  # it is to wait by now; if it does not yet, it is interrupted all the same
    process.send_signal(number)
    process.wait(60)
    assert (*process.communicate(), process.returncode) == (b"", b"", 130)


@posix
def test_a_hangup_that_is_ignored_stays_ignored(archive: Path, right: Done) -> None:
    done = shell(
        "trap '' HUP; $F verify --format concise --no-cache & sleep 0.3; kill -HUP $!; wait $!",
        cwd=archive,
    )
    same(done, right)


# Processes, memory, open files


@linux
@pytest.mark.parametrize("killed", [1, 3])
def test_a_helper_that_is_killed(archive: Path, right: Done, killed: int) -> None:
    process = subprocess.Popen(
        [*PROGRAM, "verify", "--format", "concise", "--no-cache", "--jobs", "3"],
        cwd=archive,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    helpers = until(lambda: [*found] if len(found := children(process.pid)) == 3 else None)
    for one in helpers[:killed]:
        os.kill(one, signal.SIGKILL)
    out, err = process.communicate(timeout=120)
    same(Done([], process.returncode, out, err), right)


@linux
@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_more_processes_can_be_had(archive: Path, right: Done, most: int) -> None:
    if shutil.which("prlimit") is None:
        pytest.skip("no prlimit")
    before = unprivileged("prlimit", f"--nproc={most}")
    words = ("verify", "--format", "concise", "--no-cache", "--jobs", "3")
    same(run(*words, cwd=archive, before=before), right)


@posix
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_few_files_may_be_open(
    archive: Path, right: Done, cached: dict[str, str], jobs: str
) -> None:
    """From none that is left up to enough: refused, or right."""
    seen = set()
    for most in (5, 6, 8, 20):
        done = run(
            "verify", "--format", "concise", "--jobs", jobs, cwd=archive, env=cached,
            limits=limit("RLIMIT_NOFILE", most),
        )  # fmt: skip
        if b"fentcheck" not in done.stderr and done.returncode not in (0, 1, 2):
            continue  # Python itself could not begin
        told_plainly(done)
        seen.add(done.returncode)
        if done.returncode == 2:
            assert b"no more files can be opened" in done.stderr
            continue
        same(done, right)
    assert 1 in seen


@linux
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_memory_is_short(archive: Path, right: Done, jobs: str) -> None:
    """From hardly more than Python needs up to enough: refused, or right."""
    seen = set()
    for mebibytes in (26, 30, 34, 40, 300):
        limits = limit("RLIMIT_AS", mebibytes << 20)
        words = ("verify", "--format", "concise", "--no-cache", "--jobs", jobs)
        done = run(*words, cwd=archive, limits=limits)
        if done.returncode not in (1, 2) and mebibytes < 64:
            assert done.stdout == b""
            continue  # Python itself could not begin
        seen.add(done.returncode)
        if done.returncode == 2:  # Python may tell before of what it could not clean up
            assert done.stderr.endswith(b"fentcheck: there is not enough memory\n")
        elif b"fentcheck" in done.stderr or done.stdout:
            assert done.stdout == right.stdout
            assert b"a fault of ours" not in done.stderr
    assert 1 in seen


# Standard streams


@posix
@pytest.mark.parametrize("words", COMMANDS, ids=_ids)
def test_closed_streams(here: Path, words: list[str]) -> None:
    called = "$F " + " ".join(f"'{word}'" for word in words)
    usual = shell(called, cwd=here)
    told_plainly(usual)
    for closed in ("<&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"):
        done = shell(f"{called} {closed}", cwd=here)
        assert done.returncode == usual.returncode, closed
        assert done.stderr == (b"" if "2>&-" in closed.split() else usual.stderr), closed
        assert done.stdout == (b"" if ">&-" in closed.split() else usual.stdout), closed


@posix
@pytest.mark.parametrize("words", [["verify", "nowhere"], ["calc", "1 +"], ["audit", "none.md"]])
def test_closed_streams_of_a_call_that_cannot_be_done(here: Path, words: list[str]) -> None:
    for closed in (">&-", "2>&-", "<&- >&- 2>&-"):
        assert shell(f"$F {words[0]} '{words[1]}' {closed}", cwd=here).returncode == 2


@posix
def test_closed_input_that_is_to_be_read(here: Path) -> None:
    done = shell("$F verify - --format concise <&-", cwd=here)
    assert done.returncode == 1
    assert done.stdout.startswith(b"-:1:1: error FC001 standard input is closed")
    done = shell("$F quantities - <&-", cwd=here)
    assert done.returncode == 2
    assert b"standard input is closed" in done.stderr


@posix
def test_a_closed_stream_is_no_place_for_a_report(here: Path) -> None:
    """A file that is opened must not take the number of a stream and what is printed to it."""
    usual = run("verify", "--output", "usual.txt", cwd=here)
    for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        done = shell(f"$F verify --output out.txt {closed}", cwd=here)
        assert done.returncode == usual.returncode == 1
        assert (here / "out.txt").read_bytes() == (here / "usual.txt").read_bytes()


@posix
@pytest.mark.parametrize(
    ("form", "jobs"), [("text", "1"), ("text", "2"), ("jsonl", "2"), ("html", "1"), ("sarif", "1")]
)
def test_a_reader_that_leaves(archive: Path, form: str, jobs: str, cached: dict[str, str]) -> None:
    """Quietly; what was found until then counts, and is no fault of the call."""
    process = subprocess.Popen(
        [*PROGRAM, "verify", "--all", "--format", form, "--jobs", jobs, "--fail-on", "error"],
        cwd=archive,
        env=cached,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) in (0, 1)
    if IS_LINUX:
        until(lambda: not alive_in_session(process.pid))


@posix
def test_a_reader_of_messages_that_leaves(here: Path) -> None:
    done = shell("{ sleep 0.5; $F verify nowhere; echo $? >status; } 2>&1 >/dev/null | true; "
                 "sleep 3; cat status", cwd=here)  # fmt: skip
    assert done.stdout == b"2\n"


# Where reports go


@posix
def test_a_report_to_what_is_no_file(here: Path) -> None:
    """A pipe stays a pipe: as root, /dev/null would have been replaced."""
    os.mkfifo(here / "pipe")
    os.symlink("pipe", here / "link")
    for name in ("pipe", "link"):
        done = shell(f"cat pipe & $F verify --format concise --output {name}; wait", cwd=here)
        assert b"FC201" in done.stdout
        assert stat.S_ISFIFO((here / "pipe").stat().st_mode)
    assert (here / "link").is_symlink()
    done = shell("$F verify --format concise --output /dev/stdout | cat", cwd=here)
    assert b"FC201" in done.stdout


@posix
def test_a_report_keeps_link_and_mode(here: Path) -> None:
    (here / "real.txt").write_text("as it was")
    (here / "real.txt").chmod(0o640)
    os.symlink("real.txt", here / "link.txt")
    assert run("verify", "--output", "link.txt", cwd=here).returncode == 1
    assert (here / "link.txt").is_symlink()
    assert "54,750" in (here / "real.txt").read_text()
    assert stat.S_IMODE((here / "real.txt").stat().st_mode) == 0o640


@posix
@pytest.mark.parametrize(
    "words",
    [
        ["verify", "--output", "out.txt"],
        ["verify", "--baseline", "known.txt"],
        ["extract", "draft.md", "-o", "claims/new.yaml"],
        ["lint", "--fix"],
        ["init", "starter"],
    ],
    ids=_ids,
)
def test_a_folder_that_takes_nothing(here: Path, words: list[str]) -> None:
    before = unprivileged()
    folders = [here, here / "claims"]
    listed = [names(one) for one in folders]
    for one in folders:
        one.chmod(0o555)
    try:
        done = run(*words, cwd=here, before=before)
    finally:
        for one in folders:
            one.chmod(0o755)
    assert done.returncode == 2
    assert b"Permission denied" in done.stderr
    told_plainly(done)
    assert [names(one) for one in folders] == listed


@posix
@pytest.mark.parametrize("words", [["verify"], ["lint"], ["audit", "draft.md"], ["calc", "1+1"]])
def test_homes_of_all_kinds(here: Path, words: list[str]) -> None:
    (here / "file").write_text("")
    (here / "home").mkdir(mode=0o555)
    usual = run(*words, cwd=here)
    homes = [None, "", "relative", "/nonexistent", str(here / "file"), "/dev/null"]
    for home in homes:
        env = environment(HOME=home, XDG_CACHE_HOME=None, FENTCHECK_CACHE_DIR=None)
        if home == "relative":
            env["FENTCHECK_CACHE_DIR"] = str(here / "file" / "below")
        same(run(*words, cwd=here, env=env), usual)
    assert names(here) == ["claims", "draft.md", "fentcheck.toml", "file", "home"]
    env = environment(HOME=str(here / "home"), XDG_CACHE_HOME=None, FENTCHECK_CACHE_DIR=None)
    same(run(*words, cwd=here, env=env, before=unprivileged()), usual)
    assert names(here / "home") == []


# The cache


def _random(place: Path) -> None:
    place.write_bytes(random.Random(1).randbytes(50_000))


def _short(place: Path) -> None:
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 3])


def _empty(place: Path) -> None:
    place.write_bytes(b"")


def _altered(place: Path) -> None:
    data = bytearray(place.read_bytes())
    chance = random.Random(2)
    for _ in range(len(data) // 400):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    place.write_bytes(data)


def _other_table(place: Path) -> None:
    place.unlink()
    with sqlite3.connect(place) as file:
        file.execute("CREATE TABLE results (title TEXT, page INTEGER)")
        file.execute("INSERT INTO results VALUES ('x', 1)")


def _other_values(place: Path) -> None:
    with sqlite3.connect(place) as file:
        file.execute("UPDATE results SET body = 'text', seal = 5")


def _other_seals(place: Path) -> None:
    with sqlite3.connect(place) as file:
        file.execute("UPDATE results SET body = body || x'00'")


def _a_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()
    (place / "something").write_text("")


def _a_link_to_nothing(place: Path) -> None:
    place.unlink()
    os.symlink("/no/such/folder/file", place)


def _a_view(place: Path) -> None:
    place.unlink()
    with sqlite3.connect(place) as file:
        file.execute("CREATE VIEW results AS SELECT 1 AS name, 2 AS seal, 3 AS body")


@pytest.mark.parametrize(
    "damage",
    [_random, _short, _empty, _altered, _other_table, _other_values, _other_seals, _a_folder,
     _a_link_to_nothing, _a_view],
)  # fmt: skip
def test_a_damaged_cache(
    archive: Path,
    right: Done,
    cached: dict[str, str],
    damage: Callable[[Path], None],
) -> None:
    words = ("verify", "--format", "concise", "--jobs", "1" if damage is _short else "2")
    same(run(*words, cwd=archive, env=cached), right)
    place = Path(cached["FENTCHECK_CACHE_DIR"])
    assert "results.sqlite" in names(place)
    damage(place / "results.sqlite")
    if damage is not _a_view and damage is not _other_table:
        damage_patterns = damage if damage in (_random, _short, _empty, _a_folder) else _random
        damage_patterns(place / "patterns-verify")
    for _ in range(2):
        same(run(*words, cwd=archive, env=cached), right)
    if damage not in (_a_folder, _a_link_to_nothing, _a_view):  # it is of use again
        with sqlite3.connect(place / "results.sqlite") as file:
            assert file.execute("SELECT count(*) FROM results").fetchone()[0] > FILES


@pytest.mark.parametrize(("held", "jobs"), [("EXCLUSIVE", "1"), ("IMMEDIATE", "2")])
def test_a_cache_that_another_holds(
    archive: Path, right: Done, cached: dict[str, str], held: str, jobs: str
) -> None:
    words = ("verify", "--format", "concise", "--jobs", jobs)
    same(run(*words, cwd=archive, env=cached), right)
    place = Path(cached["FENTCHECK_CACHE_DIR"]) / "results.sqlite"
    before = place.stat().st_size
    with sqlite3.connect(place, isolation_level=None) as other:
        other.execute(f"BEGIN {held}")
        same(run(*words, cwd=archive, env=cached), right)
        other.execute("ROLLBACK")
    assert place.stat().st_size == before


@posix
def test_a_cache_that_may_only_be_read(archive: Path, right: Done, cached: dict[str, str]) -> None:
    words = ("verify", "--format", "concise")
    place = Path(cached["FENTCHECK_CACHE_DIR"])
    place.mkdir(mode=0o555)
    same(run(*words, cwd=archive, env=cached, before=unprivileged()), right)
    assert names(place) == []
    place.chmod(0o755)
    same(run(*words, cwd=archive, env=cached), right)
    for one in place.iterdir():
        one.chmod(0o444)
    place.chmod(0o555)
    same(run(*words, cwd=archive, env=cached, before=unprivileged()), right)
    place.chmod(0o755)


def test_a_cache_that_is_taken_away_again_and_again(
    archive: Path, right: Done, cached: dict[str, str]
) -> None:
    over = threading.Event()

    def take_away() -> None:
        while not over.is_set():
            shutil.rmtree(cached["FENTCHECK_CACHE_DIR"], ignore_errors=True)
            time.sleep(0.01)

    taker = threading.Thread(target=take_away)
    taker.start()
    try:
        for jobs in ("1", "1", "2"):
            words = ("verify", "--format", "concise", "--jobs", jobs)
            same(run(*words, cwd=archive, env=cached), right)
    finally:
        over.set()
        taker.join()


def test_several_runs_at_once(
    archive: Path, right: Done, cached: dict[str, str], tmp_path: Path
) -> None:
    """On the same files, with one cache and one file for the report."""
    out = tmp_path / "report.txt"
    for _ in range(2):
        runs = [
            subprocess.Popen(
                [*PROGRAM, "verify", "--format", "concise", "--jobs", jobs, *more],
                cwd=archive,
                env=cached,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            for jobs in ("1", "2")
            for more in ([], ["--output", str(out)])
        ]
        for one in runs:
            printed, told = one.communicate(timeout=120)
            assert printed in (b"", right.stdout)
            same(Done([], one.returncode, printed or out.read_bytes(), told), right)
    assert names(tmp_path) == ["cache", "report.txt"]


def test_without_sqlite(archive: Path, right: Done, cached: dict[str, str]) -> None:
    script = (
        "import sys; sys.modules['sqlite3'] = None; sys.argv[0] = 'fentcheck'\n"
        "from fentcheck.cli.main import main; main()"
    )
    done = subprocess.run(
        [PROGRAM[0], "-c", script, "verify", "--format", "concise"],
        cwd=archive,
        env=cached,
        capture_output=True,
        check=False,
    )
    same(done, right)


# Files that change


def _written(folder: Path, files: int = 45) -> None:
    write_corpus(folder, files, seed=4)


def test_a_name_that_another_file_takes(tmp_path: Path, cached: dict[str, str]) -> None:
    """A kept result hangs on which files there are, not only on what its own file holds."""
    (tmp_path / "fentcheck.toml").write_text("")
    _written(tmp_path / "claims" / "b", 30)
    first = run("verify", "--format", "concise", cwd=tmp_path, env=cached)
    (tmp_path / "claims" / "a").mkdir()
    for one in sorted((tmp_path / "claims" / "b").glob("*_000[0-5].yaml")):
        shutil.copy(one, tmp_path / "claims" / "a")
    without = run("verify", "--format", "concise", "--no-cache", cwd=tmp_path)
    assert b"FC003" in without.stdout
    same(run("verify", "--format", "concise", cwd=tmp_path, env=cached), without)
    shutil.rmtree(tmp_path / "claims" / "a")
    same(run("verify", "--format", "concise", cwd=tmp_path, env=cached), first)


def test_a_name_by_which_another_file_answers(tmp_path: Path, cached: dict[str, str]) -> None:
    (tmp_path / "fentcheck.toml").write_text("")
    place = tmp_path / "claims"
    _written(place, 30)
    claim = "claims:\n  - id: a\n    value: {} people\n    measure: far off {}\n"
    check = "checks:\n  - id: c\n    that: far_off.a == a\n"
    (place / "near.yaml").write_text(claim.format(5, 1) + check)
    (place / "far-off.yaml").write_text(claim.format(5, 2))
    words = ("verify", "--format", "concise")
    assert b"near.yaml:7:11: error FC202" not in run(*words, cwd=tmp_path, env=cached).stdout
    (place / "far_off.yaml").write_text(claim.format(9, 3))
    done = run(*words, cwd=tmp_path, env=cached)
    same(done, run(*words, "--no-cache", cwd=tmp_path))
    assert b"near.yaml:7:11: error FC202" in done.stdout


def test_what_is_kept_of_files_that_change_all_the_time(
    tmp_path: Path, cached: dict[str, str]
) -> None:
    """However the writing falls in with the runs, what is kept is right once it has ended."""
    (tmp_path / "fentcheck.toml").write_text("")
    place = tmp_path / "claims"
    _written(place)
    changing = [place / "vocabulary.yaml", *sorted(place.glob("*_*.yaml"))[:4]]
    texts = {one: (one.read_text(), one.read_text().replace("0", "7")) for one in changing}
    over = threading.Event()

    def change() -> None:
        turn = 0
        while not over.is_set():
            turn += 1
            for one in changing:
                text = texts[one][turn % 2]
                if turn % 3 == 0:
                    one.unlink()
                one.write_text(text[: len(text) // (1 + turn % 4)])  # it shrinks meanwhile
                one.write_text(text)

    writer = threading.Thread(target=change)
    writer.start()
    try:
        for jobs in ("1", "2", "1", "2"):
            done = run("verify", "--format", "concise", "--jobs", jobs, cwd=tmp_path, env=cached)
            told_plainly(done)
            assert done.returncode in (0, 1)
    finally:
        over.set()
        writer.join()
    for turn in (0, 1):
        for one in changing:
            one.write_text(texts[one][turn])
        without = run("verify", "--format", "concise", "--no-cache", cwd=tmp_path)
        for _ in range(2):
            same(run("verify", "--format", "concise", cwd=tmp_path, env=cached), without)


@pytest.fixture
def results(here: Path, monkeypatch: pytest.MonkeyPatch) -> Results:
    """The results of a task on the files of `here`, some time after they were written."""
    monkeypatch.chdir(here)
    monkeypatch.setenv("FENTCHECK_CACHE_DIR", str(here / "cache"))
    time.sleep(0.05)
    options = Options()
    task = Task(("claims",), Config(str(here)), 740_000, ("FC201",), "concise", options)
    library = Library(task.paths, task.config, task.today)
    rules = tuple(one for one in RULES if one.code == "FC201")
    return Results(task, Work(library, task.config, rules, parted("concise"), options))


@pytest.mark.parametrize("changed", [False, True])
def test_a_result_of_other_bytes_is_not_kept(results: Results, changed: bool) -> None:
    """A file that is changed and changed back while it is checked has the same key as before."""
    path = "claims/roads.yaml"
    before = results.key(path)
    if changed:
        Path(path).write_text(WRONG_ROADS.replace("75,000", "55,000"))
    done = results._work.done(path)
    if changed:
        Path(path).write_text(WRONG_ROADS)
    assert results.key(path) == before
    results.keep(path, before, done)
    results._put_away()
    assert (results.known(path) is not None) is not changed
    results.close()


def test_a_file_that_is_gone_when_it_is_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here)
    library = Library(["claims"], Config(str(here)), today=0)
    shutil.rmtree("claims")
    sources = list(library.check())
    found = [finding.code for source in sources for finding in source.checked.findings]
    assert found == ["FC001", "FC001"]


def test_a_folder_that_goes_while_it_is_checked(tmp_path: Path, cached: dict[str, str]) -> None:
    for jobs in ("1", "2", "3"):
        _written(tmp_path / "claims", 120)
        process = subprocess.Popen(
            [*PROGRAM, "verify", "--format", "concise", "--jobs", jobs],
            cwd=tmp_path,
            env=cached,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        time.sleep(0.25)
        shutil.rmtree(tmp_path / "claims")
        out, err = process.communicate(timeout=60)
        told_plainly(Done([], process.returncode, out, err))
        assert process.returncode in (1, 2)
        assert (process.returncode == 2) == bool(err)


@posix
def test_a_working_directory_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    for words in (f"verify {ROOT}/claims", "verify", "init", "lint --fix", "config"):
        (tmp_path / "gone").mkdir(exist_ok=True)
        done = shell(f"cd gone; rmdir ../gone; $F {words}", cwd=tmp_path)
        assert done.returncode == 2
        told_plainly(done)
        assert done.stderr.startswith(b"fentcheck: ")


@linux
def test_a_file_that_is_longer_than_it_says() -> None:
    data = bytes_of("/proc/self/status", 1 << 20)
    assert os.stat("/proc/self/status").st_size == 0
    assert data is not None
    assert b"Name:" in data
    assert data.endswith(b"\n")


def test_fixing_a_file_that_has_changed_meanwhile(here: Path) -> None:
    path = here / "claims" / "untidy.yaml"
    found = to_fix(str(path))
    assert found is not None
    path.write_text(UNTIDY + "# one more line\n")
    with pytest.raises(PathError, match="has changed meanwhile"):
        found.written()
    assert path.read_text() == UNTIDY + "# one more line\n"
    assert names(here / "claims") == ["roads.yaml", "untidy.yaml"]


# The clock


@pytest.mark.parametrize("now", [-1e9, 0.0, 1.0, 2**31 - 1.0, 2**31 + 1.0, 4.3e9, 2.5e11])
def test_a_clock_that_is_far_off(
    here: Path, now: float, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(here)
    monkeypatch.setattr("time.time", lambda: now)
    monkeypatch.setattr("time.time_ns", lambda: int(now * 1e9))
    monkeypatch.setenv("FENTCHECK_CACHE_DIR", str(here / "cache"))
    waiver = "waivers:\n  - {code: FC201, claims: [per_year], reason: x, until: 2024-01-01}\n"
    (here / "claims" / "roads.yaml").write_text(WRONG_ROADS + waiver)
    is_over = now > 1.8e9
    for jobs in ("1", "2", "1"):
        words = ["verify", "--format", "concise", "--jobs", jobs, "claims/roads.yaml"]
        assert status_of(words) == int(is_over)
        assert ("FC012" in capsys.readouterr().out) is is_over
    assert cache_folder() == str(here / "cache")


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2106-02-08", "9999-12-31"])
def test_days_that_are_far_off(here: Path, day: str) -> None:
    done = run("verify", "--today", day, cwd=here)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("zone", ["", "UTC+25", "Nonsense/Nowhere", "<x>-14:30", ":/etc/passwd"])
def test_odd_time_zones(here: Path, zone: str) -> None:
    same(run("verify", cwd=here, env=environment(TZ=zone)), run("verify", cwd=here))
